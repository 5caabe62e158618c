//! Renders resolved records as JSON, with the labels of their codes.

mod explained;
mod labels;
mod layout;
mod names;
mod schema;

use jiff::civil;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::value::RawValue;

use crate::error::Error;
use crate::law::version::version;
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::organisation::{Controller, Officer, Unit};
use crate::model::processor::Processor;
use crate::model::reference::{Controllers, Ref};
use crate::model::shared::{Measure, Recipient, SourceRegister, System};
use crate::model::{ById, Id};
use crate::register::Register;
use crate::register::facts::responsible::controller_id_of;
use crate::render::{Format, SHAPE, fault};
use crate::source::sha256;
use explained::Explained;
use layout::Layout;
use names::Names;

pub(crate) use schema::schema;

/// `register.json`: where it comes from, the parts of a municipality and its activities.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Whole<'l, 'r> {
    format: u32,
    /// The program and its version.
    generator: &'static str,
    /// The day as of which the register was checked.
    date: String,
    /// The day on which the law data were last changed.
    law_data: String,
    /// The SHA-256 of the lines of the municipality in `register.jsonl`.
    fingerprint: String,
    id: &'r str,
    #[serde(flatten)]
    parts: Explained<'l, Parts<'r>>,
    /// As in the lines of the activities.
    activities: &'l [Box<RawValue>],
}

/// An activity with the id of its controller, also where it does not write one.
#[derive(Serialize)]
struct Controlled<'r> {
    #[serde(flatten)]
    activity: &'r Activity,
    #[serde(skip_serializing_if = "Option::is_none")]
    controller: Option<Ref<Controllers>>,
}

impl<'r> Controlled<'r> {
    fn of(register: &'r Register, activity: &'r Activity) -> Self {
        let controller = controller_id_of(register, activity)
            .filter(|_| activity.controller.is_none() && activity.controllers.is_unwritten());
        Self { activity, controller: controller.cloned().map(Ref::from) }
    }
}

/// The parts of a municipality besides its activities: its organisation and the shared records.
#[derive(Serialize)]
struct Parts<'r> {
    /// The municipality without its organisation.
    municipality: Municipality,
    controllers: Vec<Named<'r, Controller>>,
    units: Vec<Named<'r, Unit>>,
    officers: Vec<Named<'r, Officer>>,
    systems: Vec<Named<'r, System>>,
    processors: Vec<Named<'r, Processor>>,
    recipients: Vec<Named<'r, Recipient>>,
    sources: Vec<Named<'r, SourceRegister>>,
    // An empty list would state that there are none, but a public register leaves internal fields out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    measures: Vec<Named<'r, Measure>>,
    #[serde(skip_serializing_if = "is_empty")]
    accept: &'r [AcceptedFinding],
}

fn is_empty(all: &&[AcceptedFinding]) -> bool {
    all.is_empty()
}

/// A record that begins with its id, so that an id is never mistaken for a key.
#[derive(Serialize)]
struct Named<'r, T> {
    id: &'r Id,
    #[serde(flatten)]
    thing: &'r T,
}

/// A line of `register.jsonl`, with its kind and its municipality.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Line<'l, 'r> {
    Municipality {
        id: &'r str,
        format: u32,
        #[serde(flatten)]
        parts: Explained<'l, Parts<'r>>,
    },
    /// The beginning of an activity.
    Activity { of: &'r str },
}

impl<'r> Parts<'r> {
    fn of(register: &'r Register) -> Self {
        let (own, shared) = (&register.municipality, &register.shared);
        let mut municipality = own.clone();
        municipality.controllers = ById::default();
        municipality.units = ById::default();
        municipality.officers = ById::default();
        Self {
            municipality,
            controllers: named(&own.controllers),
            units: named(&own.units),
            officers: named(&own.officers),
            systems: named(&shared.systems),
            processors: named(&shared.processors),
            recipients: named(&shared.recipients),
            sources: named(&shared.sources),
            measures: named(&shared.measures),
            accept: &register.accept,
        }
    }
}

fn named<T>(things: &ById<T>) -> Vec<Named<'_, T>> {
    things.iter().map(|(id, thing)| Named { id, thing }).collect()
}

/// A register as JSON, and as its lines in the file over all municipalities: the municipality, then its activities.
/// Codes have their labels and references the names of their records.
///
/// # Errors
/// If a record cannot be written.
pub(crate) fn register(register: &Register, today: civil::Date) -> Result<[Vec<u8>; 2], Error> {
    let own = Parts::of(register);
    let shared = Names { register, activity: None };
    let parts = || Explained(&own, &shared);
    let id = register.id.as_str();
    let unwritable = |cause| fault::unwritable(Format::JsonLines, cause);
    let mut lines =
        serde_json::to_vec(&Line::Municipality { id, format: SHAPE, parts: parts() }).map_err(unwritable)?;
    lines.push(b'\n');
    let begun = serde_json::to_string(&Line::Activity { of: id }).map_err(unwritable)?;
    let mut activities = Vec::new();
    for activity in register.activities.values() {
        let names = Names { register, activity: Some(activity) };
        let activity = serde_json::to_string(&Explained(&Controlled::of(register, activity), &names));
        let activity = activity.and_then(RawValue::from_string).map_err(unwritable)?;
        let members = activity.get().trim_start_matches('{');
        lines.extend([begun.trim_end_matches('}'), ",", members, "\n"].into_iter().flat_map(str::bytes));
        activities.push(activity);
    }
    let whole = Whole {
        format: SHAPE,
        generator: concat!("ropa ", env!("CARGO_PKG_VERSION")),
        date: today.to_string(),
        law_data: version().version.to_string(),
        fingerprint: sha256(&lines),
        id,
        parts: parts(),
        activities: &activities,
    };
    let mut json = Serializer::with_formatter(Vec::new(), Layout::with_rows("activities"));
    whole.serialize(&mut json).map_err(|cause| fault::unwritable(Format::Json, cause))?;
    Ok([json.into_inner(), lines])
}
