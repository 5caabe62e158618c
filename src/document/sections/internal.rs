//! Content that is never published: security measures, agreements, assessments, notes (Article 30(1)(g)).

use crate::check::Checked;
use crate::document::items::Items;
use crate::document::scene::Scene;
use crate::document::sections::accepted;
use crate::document::{Block, Item, list};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::administration::{Administration, Assessment, Camera, InformationClass, InformationGiven, Reviewed};
use crate::model::organisation::Note;
use crate::model::period::Date;
use crate::model::processor::Agreement;
use crate::model::untold::Untold;
use crate::model::{Known, List};

/// The security measures (Article 30(1)(g)). Where none is stated, that is told.
#[must_use]
pub(crate) fn measures(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for measure in &activity.measures {
        items.line(scene.term(measure, activity));
    }
    items.gaps(&activity.measures);
    if activity.measures.items.is_empty() && activity.measures.gaps.is_empty() {
        items.line(no_measures(scene, activity));
    }
    list(items.done())
}

/// That an activity states no security measure: as a gap, unless the register says that there is none.
#[must_use]
pub(crate) fn no_measures(scene: &Scene, activity: &Activity) -> Line {
    scene.say(if activity.measures.none { "say.measures-none" } else { "say.measures-unstated" }, &[])
}

/// The agreements with the processors (Article 28(3)).
#[must_use]
pub(crate) fn agreements(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for used in &activity.processors {
        let Some(processor) = scene.register.shared.processors.get(&used.processor.id) else { continue };
        let inside = match &processor.agreement {
            Known::Value(agreement) => agreement_items(scene, agreement),
            Known::Gap(reason) => vec![Item::new(scene.gap(reason))],
            Known::Unwritten => continue,
        };
        items.item(Item::with(scene.name(&processor.name), inside));
    }
    list(items.done())
}

fn agreement_items(scene: &Scene, agreement: &Agreement) -> Vec<Item> {
    let Agreement { date, reference, ends, followed_up, at: _ } = agreement;
    let mut items = scene.items();
    items.value("label.date", day(scene, date));
    items.value("label.reference", words(reference));
    items.value("label.ends", day(scene, ends));
    items.value("label.followed-up", day(scene, followed_up));
    items.done()
}

fn day(scene: &Scene, date: &Option<Date>) -> Line {
    date.map(|date| scene.language.date(date.day)).unwrap_or_default()
}

fn words(text: &Option<String>) -> Line {
    text.as_ref().map(|text| Line::words(text)).unwrap_or_default()
}

/// Administrative information.
#[must_use]
pub(crate) fn administration(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let usual = Administration::default();
    let administration = activity.administration.as_ref().unwrap_or(&usual);
    let Administration {
        process,
        kle,
        reference,
        contract,
        owner,
        class,
        assessment,
        risk_analysis,
        information,
        volume,
        access,
        protected_persons,
        search_limits,
        exchange,
        incidents,
        cameras,
        ai,
        secrecy,
        created,
        changed,
        review,
        reviewed,
        approved,
        approved_by,
        at: _,
    } = administration;
    let mut items = scene.items();
    items.value("label.process", words(process));
    items.value("label.kle", words(kle));
    items.value("label.reference", words(reference));
    items.value("label.contract", words(contract));
    items.text("label.owner", owner);
    items.known("label.class", class, |class| information_class(scene, class));
    assessment.iter().for_each(|assessment| assessment_lines(scene, assessment, &mut items));
    items.text("label.risk-analysis", risk_analysis);
    information.iter().for_each(|information| information_lines(information, &mut items));
    items.text("label.volume", volume);
    items.list("label.access-groups", access);
    items.text("label.protected-persons", protected_persons);
    items.list("label.search-limits", search_limits);
    items.list("label.exchange", exchange);
    items.list("label.incidents", incidents);
    for camera in cameras {
        items.item(camera_item(scene, camera));
    }
    items.list("label.ai", ai);
    items.value("label.secrecy", scene.laws(secrecy));
    items.value("label.created", day(scene, created));
    items.value("label.changed", day(scene, changed));
    items.known("label.review-date", review, |review| scene.language.date(review.day));
    if let Some(Reviewed { on, role, about: _, at: _ }) = reviewed {
        let by = role.as_ref().map(|by| scene.text(&by.0)).unwrap_or_default();
        items.value("label.answered", scene.say("say.answered", &[("day", day(scene, on)), ("by", by)]));
    }
    items.value("label.approved-on", day(scene, approved));
    items.text("label.approved-by", approved_by);
    if let Some(Untold { law: _, because, review, at: _ }) = &activity.no_notice {
        items.value("label.no-notice-because", scene.text(because));
        items.value("label.no-notice-review", day(scene, review));
    }
    list(items.done())
}

fn information_class(scene: &Scene, class: &InformationClass) -> Line {
    let InformationClass { confidentiality, integrity, availability, date, at: _ } = class;
    let level = |level: &Option<u32>| Line::words(&level.map(|level| level.to_string()).unwrap_or_default());
    let places = [
        ("confidentiality", level(confidentiality)),
        ("integrity", level(integrity)),
        ("availability", level(availability)),
        ("date", day(scene, date)),
    ];
    scene.say("say.class", &places)
}

fn assessment_lines(scene: &Scene, assessment: &Assessment, items: &mut Items) {
    let Assessment { screened, criteria, required, reference, date, advice, residual, at: _ } = assessment;
    items.value("label.screened", day(scene, screened));
    items.list("label.criteria", criteria);
    items.known("label.assessment-required", required, |required| {
        scene.language.code("answer", if required.0 { "yes" } else { "no" })
    });
    items.value("label.assessment", words(reference));
    items.value("label.assessment-date", day(scene, date));
    items.text("label.advice", advice);
    items.text("label.residual", residual);
}

fn information_lines(information: &InformationGiven, items: &mut Items) {
    let InformationGiven { when, how, exception, at: _ } = information;
    items.text("label.informed-when", when);
    items.text("label.informed-how", how);
    items.text("label.informed-exception", exception);
}

fn camera_item(scene: &Scene, camera: &Camera) -> Item {
    let Camera { address, place, sound, assessed, at: _ } = camera;
    let mut items = scene.items();
    items.text("label.camera-place", place);
    items.value("label.camera-sound", scene.language.code("answer", if sound.0 { "yes" } else { "no" }));
    items.value("label.assessed", day(scene, assessed));
    Item::with(scene.say("label.camera", &[("value", scene.text(address))]), items.done())
}

/// The accepted findings in the file of the activity, and its notes.
#[must_use]
pub(crate) fn notes(scene: &Scene, checked: &Checked, activity: &Activity) -> Vec<Block> {
    let mut lines = accepted::of_activity(scene, checked, activity);
    lines.extend(note_items(scene, &activity.notes));
    let inner =
        activity.purposes.iter().map(|purpose| &purpose.notes).chain(activity.data.iter().map(|data| &data.notes));
    let inner = inner
        .chain(activity.recipients.iter().map(|to| &to.notes))
        .chain(activity.retention.iter().map(|rule| &rule.notes));
    let inner = inner
        .chain(activity.transfers.iter().map(|to| &to.notes))
        .chain(activity.consent.iter().map(|consent| &consent.notes));
    lines.extend(inner.flat_map(|notes| note_items(scene, notes)));
    list(lines)
}

/// Notes on shared records: the organisation, systems, processors, texts, notices.
#[must_use]
pub(crate) fn shared_notes(scene: &Scene) -> Vec<Block> {
    let (municipality, shared) = (&scene.register.municipality, &scene.register.shared);
    let mut all: Vec<(&str, &List<Note>)> = vec![("municipality", &municipality.notes)];
    all.extend(municipality.controllers.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(municipality.units.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(municipality.officers.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(shared.systems.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(shared.processors.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(shared.recipients.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(shared.sources.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(shared.texts.iter().map(|(id, thing)| (id.as_str(), &thing.notes)));
    all.extend(scene.register.notices.iter().map(|(id, notice)| (id.as_str(), &notice.notes)));
    let named = |(id, notes): (&str, &List<Note>)| Item::with(Line::words(id), note_items(scene, notes));
    list(all.into_iter().filter(|(_, notes)| !notes.items.is_empty()).map(named).collect())
}

fn note_items(scene: &Scene, notes: &List<Note>) -> Vec<Item> {
    let line =
        |note: &Note| scene.say("say.note", &[("note", scene.text(&note.text.0)), ("source", words(&note.source))]);
    notes.iter().map(|note| Item::new(line(note))).collect()
}
