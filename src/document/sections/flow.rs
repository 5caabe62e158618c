//! Sources and transfers (Article 13(1)(f), Article 14(2)(f), Article 30(1)(e)).

use std::collections::HashMap;

use crate::document::items::Unsettled;
use crate::document::page;
use crate::document::scene::Scene;
use crate::document::sections::purpose::open;
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::flow::{Origin, Transfer};
use crate::register::facts::third::has_unknown_country;

/// The sources: of the activity, then of each category of data. A source of several categories is listed once.
pub(super) fn sources(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut told = Sources::default();
    for origin in &activity.sources {
        let what = scene.language.list(scene.terms(&origin.data, activity));
        told.tell(Told::new(scene, origin, what, activity));
    }
    for data in &activity.data {
        let about = scene.language.list(scene.terms(&data.about, activity));
        let all = scene.data_name(data, activity);
        for origin in &data.from {
            let some = scene.language.list(scene.terms(&origin.data, activity));
            let what = if some.is_empty() { all.clone() } else { some };
            let what = scene.say("say.data-from", &[("data", what), ("subjects", about.clone())]);
            told.tell(Told::new(scene, origin, what, activity));
        }
    }
    let mut items = scene.items();
    items.extend(told.all.into_iter().map(|told| told.item(scene)).collect());
    for data in &activity.data {
        for reason in &data.from.gaps {
            let of = scene.data_name(data, activity);
            let line = scene.say("say.source-gap", &[("data", of.clone()), ("gap", scene.gap_value(reason))]);
            items.gap_line(line, Unsettled { key: "source", of, in_place: false }, reason, Vec::new());
        }
    }
    items.gaps(&activity.sources);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Sources));
    blocks
}

/// A source with the data that come from it, and its details.
struct Told {
    source: Line,
    whats: Vec<Line>,
    /// Whether it provides more than `whats`.
    gives_more: bool,
    inside: Vec<Item>,
}

/// The name of a source, with what the data pass through.
#[must_use]
pub(crate) fn source_name(scene: &Scene, origin: &Origin, activity: &Activity) -> Line {
    let between = scene.say("say.via", &[]).plain();
    let via = Line::join(scene.terms(&origin.via, activity), &between, &between);
    scene.say("say.source", &[("source", scene.term(&origin.from, activity)), ("via", via)])
}

/// The sources so far, in order.
#[derive(Default)]
struct Sources {
    all: Vec<Told>,
    /// The index of each source, by its name and details.
    numbers: HashMap<(Line, Vec<Item>), usize>,
}

impl Sources {
    /// Adds a source, or adds its data to the same source if it is already listed.
    fn tell(&mut self, new: Told) {
        let number = *self.numbers.entry((new.source.clone(), new.inside.clone())).or_insert(self.all.len());
        match self.all.get_mut(number) {
            Some(known) => {
                known.whats.extend(new.whats);
                known.gives_more |= new.gives_more;
            }
            None => self.all.push(new),
        }
    }
}

impl Told {
    fn new(scene: &Scene, origin: &Origin, what: Line, activity: &Activity) -> Self {
        let Origin { from, via, data, when, examples, public, see, remarks, at: _ } = origin;
        let source = source_name(scene, origin, activity).item();
        let mut items = scene.items();
        items.labelled_gaps("label.via", via).labelled_gaps("label.data", data);
        items.text("label.when", when);
        items.list("label.examples", examples);
        let shared = from.word.key().and_then(|key| scene.register.shared.sources.by_name(key));
        if public.0 || shared.is_some_and(|source| source.public.0) {
            items.line(scene.say("say.source-public", &[]));
        }
        items.sentences_about("more", remarks);
        if let Some(activity) = see.as_ref().and_then(|see| scene.register.activities.get(&see.id)) {
            items.line(scene.say("say.see", &[("activity", page::reference(scene, activity))]));
        }
        let gives_more = what.is_empty() && data.gaps.is_empty();
        let inside = items.done().into_iter().map(|item| item.named(&source)).collect();
        Self { source, whats: vec![what], gives_more, inside }
    }

    /// The source with the data that come from it. If it is also listed without particular data, it provides more
    /// than those data, so none are named.
    fn item(mut self, scene: &Scene) -> Item {
        self.whats.retain(|what| !what.is_empty() && !self.gives_more);
        if self.whats.len() < 2 {
            let what = self.whats.pop().unwrap_or_default();
            return Item::with(scene.say("say.from", &[("source", self.source), ("data", what)]), self.inside);
        }
        let whats = self.whats.into_iter().map(|what| Item::new(what.item()));
        Item::with(self.source, whats.chain(self.inside).collect())
    }
}

/// A single source, as for an automated decision.
pub(super) fn origin_item(scene: &Scene, origin: &Origin, activity: &Activity) -> Item {
    let what = scene.language.list(scene.terms(&origin.data, activity));
    Told::new(scene, origin, what, activity).item(scene)
}

/// The transfers to third countries.
pub(super) fn transfers(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if activity.transfers.none {
        // That no data leave is not known while the country of a supplier is not.
        let is_known = !has_unknown_country(scene.register, activity);
        let key = if is_known { "say.transfers-none" } else { "say.transfers-none-stated" };
        return vec![Block::Paragraph(scene.say(key, &[]))];
    }
    let mut items = scene.items();
    for transfer in &activity.transfers {
        items.item(transfer_item(scene, transfer, activity));
    }
    items.gaps(&activity.transfers);
    list(items.done())
}

/// A transfer, with its details.
pub(in crate::document) fn transfer_item(scene: &Scene, transfer: &Transfer, activity: &Activity) -> Item {
    let Transfer {
        to,
        country,
        possible,
        tool,
        module,
        decision,
        law,
        assessed,
        certified,
        supplementary,
        copy,
        data,
        when,
        derogation,
        documentation,
        remarks,
        notes: _,
        at: _,
    } = transfer;
    let place = country.value().map(|country| scene.country_name(&country.code)).unwrap_or_default();
    let key = if possible.0 { "say.transfer-possible" } else { "say.transfer" };
    let line = scene.say(key, &[("to", scene.term(to, activity)), ("country", place)]);
    let mut items = scene.items();
    if let Some(reason) = country.gap() {
        items.gap("label.country", reason);
    }
    items.terms("label.gets", data, activity);
    items.text("label.when", when);
    items.known("label.tool", tool, |tool| scene.language.code("tool", tool.key()));
    let module = module.filter(|_| !scene.is_prose());
    items.value("label.module", module.map(|module| Line::words(module.key())).unwrap_or_default());
    items.value("label.derogation", derogation.map(|letter| Line::words(letter.key())).unwrap_or_default());
    items.text("label.decision", decision).laws(law);
    items.value("label.assessed", assessed.map(|date| scene.language.date(date.day)).unwrap_or_default());
    items.value("label.certified", certified.map(|date| scene.language.date(date.day)).unwrap_or_default());
    items.list("label.supplementary", supplementary);
    items.text("label.copy", copy).text("label.documentation", documentation);
    items.sentences_about("more", remarks);
    Item::with(line, items.done()).role(Role::Statement(scene.term(to, activity)))
}
