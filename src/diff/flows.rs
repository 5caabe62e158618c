//! Which data of an activity go to which recipients and transfers, and which rest on consent.

use std::collections::{BTreeSet, HashMap};

use crate::diff::condition::Context;
use crate::diff::known::When;
use crate::diff::matching::said;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::data::{Data, ExceptionCode};
use crate::model::purpose::BasisCode;
use crate::model::record::field;
use crate::model::{Lang, keys};
use crate::steps;

const RECIPIENTS: &str = field!(Activity, recipients);
const TRANSFERS: &str = field!(Activity, transfers);

/// Where the data of an activity go.
#[derive(Debug, Default)]
pub(super) struct Flows {
    /// The ids of the categories that hold an item.
    groups: HashMap<String, Vec<String>>,
    recipients: Covered,
    transfers: Covered,
}

/// Who gets data: all of the activity, or those of one category or item.
#[derive(Debug, Default)]
struct Covered {
    all: BTreeSet<String>,
    by_key: HashMap<String, BTreeSet<String>>,
}

impl Covered {
    fn of(flows: &[Value]) -> Self {
        let mut covered = Self::default();
        for flow in flows {
            steps::count(1);
            let to = flow.get(keys::TO).unwrap_or(flow);
            let name = format!("{} {}", said(to), flow.get(keys::COUNTRY).map(said).unwrap_or_default());
            let data = flow.items_of(keys::DATA);
            if data.is_empty() && !matches!(flow, Value::Gap(..) | Value::None) {
                covered.all.insert(name.clone());
            }
            for key in data.iter().filter_map(Value::key) {
                covered.by_key.entry(key.to_owned()).or_default().insert(name.clone());
            }
        }
        covered
    }
}

impl Flows {
    pub(super) fn of(activity: &Activity, main: Option<Lang>) -> Self {
        let value = Value::of(activity, main);
        let mut groups: HashMap<String, Vec<String>> = HashMap::new();
        for group in value.items_of(keys::DATA) {
            let Some(id) = group.get(keys::ID).and_then(Value::key) else { continue };
            for item in group.items_of(field!(Data, items)) {
                groups.entry(said(item)).or_default().push(id.to_owned());
            }
        }
        let covered = |list: &str| Covered::of(value.items_of(list));
        Self { groups, recipients: covered(RECIPIENTS), transfers: covered(TRANSFERS) }
    }

    /// Who gets an item, by a list of the activity.
    fn covering(&self, list: &str, item: &Value) -> BTreeSet<&String> {
        let covered = if list == TRANSFERS { &self.transfers } else { &self.recipients };
        let groups = self.groups.get(&said(item)).into_iter().flatten().map(String::as_str);
        let limited = groups.chain(item.key()).filter_map(|key| covered.by_key.get(key)).flatten();
        limited.chain(&covered.all).collect()
    }
}

/// Whether data that the activity had already now go where they did not go before.
pub(super) fn is_newly_sent(case: &Context, list: &str) -> bool {
    let (Some(old), Some(new)) = (case.old_activity(), case.new_activity()) else { return false };
    let (before, after) =
        (case.known.flows((When::Before, old), case.main), case.known.flows((When::After, new), case.main));
    let value = case.value();
    let items = if let Value::Record(_) = value { value.items_of(field!(Data, items)) } else { value.items() };
    items.iter().any(|item| !after.covering(list, item).is_subset(&before.covering(list, item)))
}

/// Whether data known before are now transferred to a third country.
pub(super) fn newly_transferred(case: &Context) -> bool {
    is_newly_sent(case, TRANSFERS)
}

/// Whether data known before are now disclosed to a recipient that did not get them.
pub(super) fn newly_disclosed(case: &Context) -> bool {
    is_newly_sent(case, RECIPIENTS)
}

/// The data of an activity that rest on consent.
#[derive(Debug, Default)]
pub(super) struct Consented {
    /// Whether that may be any of them.
    any: bool,
    /// The ids of their categories.
    groups: BTreeSet<String>,
}

impl Consented {
    pub(super) fn of(activity: &Activity) -> Self {
        let mut consented = Self::default();
        let is_consent = |code: Option<BasisCode>| code == Some(BasisCode::Consent);
        consented.any = activity.basis.iter().any(|basis| is_consent(basis.code));
        for purpose in activity.purposes.iter().inspect(|_| steps::count(1)) {
            if purpose.basis.iter().any(|basis| is_consent(basis.code)) {
                consented.any |= purpose.data.items.is_empty();
                consented.groups.extend(purpose.data.iter().map(|group| group.id.as_str().to_owned()));
            }
        }
        for data in activity.data.iter().inspect(|_| steps::count(1)) {
            let mut exceptions = data.exception.iter();
            if exceptions.any(|exception| exception.code == Some(ExceptionCode::ExplicitConsent)) {
                // A rule that names its data does not name a category without an id.
                consented.groups.insert(data.id.as_ref().map_or_else(String::new, |id| id.as_str().to_owned()));
            }
        }
        consented
    }

    /// Whether some of the data of a rule rest on consent. A rule that names no data is for all that no other rule names.
    fn is_in(&self, rule: &BTreeSet<&str>, elsewhere: &BTreeSet<&str>) -> bool {
        let mut groups = self.groups.iter().map(String::as_str);
        self.any || groups.any(|id| if rule.is_empty() { !elsewhere.contains(id) } else { rule.contains(id) })
    }
}

/// Whether data to which a rule of retention applies rest on consent, before or after.
pub(super) fn consent_basis(case: &Context) -> bool {
    let (before, after) = case.item().unwrap_or((case.value(), case.value()));
    let data = before.items_of(keys::DATA).iter().chain(after.items_of(keys::DATA));
    let rule: BTreeSet<&str> = data.filter_map(Value::key).collect();
    let is_limited = [before, after].iter().all(|rule| !rule.items_of(keys::DATA).is_empty());
    let rule = if is_limited { rule } else { BTreeSet::new() };
    case.activities().any(|activity| {
        let named = activity.1.retention.iter().flat_map(|rule| rule.data.iter());
        let elsewhere = named.map(|data| data.id.as_str()).collect();
        case.known.consented(activity).is_in(&rule, &elsewhere)
    })
}
