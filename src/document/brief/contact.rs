//! The rights of the reader, and whom to ask (Article 13(1)(a) and (b), (2)(b)).

use indexmap::{IndexMap, IndexSet};

use crate::document::body::Covered;
use crate::document::brief::{Row, Source};
use crate::document::scene::Scene;
use crate::document::sections::controller::channels;
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::organisation::Contact;
use crate::model::rights::Right;
use crate::register::facts::responsible::{controllers_of, is_of_municipality, officers_of, unit_id_for};
use crate::register::facts::rights::{Status, cases};

/// The rights that apply to some purpose, and whom to ask.
pub(super) fn rights(source: Source) -> Row {
    let scene = source.scene;
    let applies = |right: Right| cases(scene.register, right, source.activities()).iter().map(|case| case.status).max();
    let all =
        [Right::Access, Right::Rectification, Right::Erasure, Right::Restriction, Right::Portability, Right::Objection];
    let names = |is_of: fn(Status) -> bool| {
        let of = all.into_iter().filter(|right| applies(*right).is_some_and(is_of));
        scene.language.list(of.map(|right| scene.language.code("brief-right", right.key())).collect())
    };
    let named = names(|status| status > Status::Open);
    let unsettled = names(|status| status == Status::Open);
    let mut lines = vec![source.say("rights", &[("rights", named)]).capital()];
    let unsettled = (!unsettled.is_empty()).then(|| source.say("unsettled", &[("activities", unsettled)]));
    let contact = contact(scene, source.covered);
    lines.extend((!contact.is_empty()).then(|| source.say("ask", &[("contact", contact)])));
    let officers = officers(source);
    lines.extend((!officers.is_empty()).then(|| source.say("officer", &[("contact", officers)])));
    let open = source.asked.iter().any(|asked| asked.part == Part::Officer);
    Row::of(lines).and(unsettled).and(open.then(|| source.say("officer-unsettled", &[])))
}

/// How to reach the officers: the only one, or each with its controllers. Nobody if one of several cannot be reached
/// here: the section on officers tells who they are.
fn officers(source: Source) -> Line {
    let scene = source.scene;
    let mut known: IndexMap<Line, IndexSet<Line>> = IndexMap::new();
    for (controllers, officer) in source.activities().iter().flat_map(|of| officers_of(scene.register, of)) {
        let names = controllers.into_iter().map(|controller| scene.text(&controller.name));
        known.entry(channels(scene, &officer.contact)).or_default().extend(names);
    }
    if known.len() < 2 {
        return known.into_keys().next().unwrap_or_default();
    }
    if known.keys().any(Line::is_empty) {
        return Line::default();
    }
    let named = |(contact, names): (Line, IndexSet<Line>)| {
        let names = scene.language.list(names.into_iter().collect());
        source.say("officer-of", &[("contact", contact), ("controllers", names)])
    };
    Line::join(known.into_iter().map(named).collect(), "; ", "; ")
}

/// Whom to ask about a notice: the first that has a channel of its unit or the usual unit of the municipality, the
/// controller of its activities if they have one, and the municipality, unless the controller is a body of its own.
#[must_use]
pub(crate) fn contact(scene: &Scene, covered: &Covered) -> Line {
    let municipality = &scene.register.municipality;
    let unit = unit_id_for(scene.register, covered.unit).and_then(|unit| municipality.units.get(unit));
    let mut controllers = covered.activities.iter().flat_map(|activity| controllers_of(scene.register, activity));
    let first = controllers.next();
    let is_one = controllers.all(|controller| Some(&controller.name) == first.map(|first| &first.name));
    let controller = first.filter(|_| is_one).map(|controller| &controller.contact);
    let is_own = first.is_none_or(is_of_municipality);
    let usual = is_own.then_some(&municipality.contact);
    let contacts: [Option<&Contact>; 3] = [unit.map(|unit| &unit.contact), controller, usual];
    let channels = contacts.into_iter().flatten().map(|contact| channels(scene, contact));
    channels.into_iter().find(|channels| !channels.is_empty()).unwrap_or_default()
}
