//! Data subjects and categories of data (Article 14(1)(d), Article 30(1)(c), Article 9).

use crate::document::scene::Scene;
use crate::document::sections::purpose::open;
use crate::document::{Block, Item, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::data::{Data, Exception, Sensitivity, Subject};
use crate::register::facts::special::{is_offences, sensitivity_of, special_of};
use crate::vocabulary::{self, Entry, ListName};

/// The data subjects.
pub(super) fn subjects(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for subject in &activity.subjects {
        let Subject { who, which, when, at: _ } = subject;
        let inside = scene.items().sentences(which).text("label.when", when).done();
        items.item(Item::with(scene.term(who, activity), inside));
    }
    items.gaps(&activity.subjects);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Subjects));
    blocks
}

/// The categories of data, each with its data subjects and its exceptions.
pub(super) fn data(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut told: Vec<Told> = Vec::new();
    for new in activity.data.iter().flat_map(|data| data_items(scene, data, activity)) {
        match told.last_mut().filter(|last| last.is_plain && new.is_plain && last.item.line == new.item.line) {
            Some(last) => last.item.inside.extend(new.item.inside),
            None => told.push(new),
        }
    }
    let mut items = scene.items();
    told.into_iter().for_each(|told| _ = items.item(told.item));
    items.gaps(&activity.data);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Data));
    blocks
}

/// A category, or one of its items.
struct Told {
    item: Item,
    /// Whether it has only items below it. Only such categories are merged, so that details of one do not seem to
    /// apply to another.
    is_plain: bool,
}

impl Told {
    fn new(line: Line, inside: Vec<Item>) -> Self {
        Self { item: Item::with(line, inside), is_plain: false }
    }
}

/// One line for a category, or one per item if the category has no title and no details.
fn data_items(scene: &Scene, data: &Data, activity: &Activity) -> Vec<Told> {
    let about = details(scene, data, activity);
    let mut words: Vec<Item> = data.items.iter().map(|item| Item::new(scene.term(item, activity))).collect();
    words.extend(scene.items().gaps(&data.items).done());
    match (&data.title, words.as_slice()) {
        (None, _) if about.is_empty() && data.about.items.is_empty() => {
            words.into_iter().map(|word| Told::new(word.line, word.inside)).collect()
        }
        (None, [only]) => vec![Told::new(only.line.clone(), about)],
        (None, _) if data.about.items.is_empty() => {
            let gaps = scene.items().gaps(&data.items).done();
            vec![Told::new(heading(scene, data, activity), gaps.into_iter().chain(about).collect())]
        }
        (title, _) => {
            let heading =
                title.as_ref().map(|title| scene.text(title)).unwrap_or_else(|| heading(scene, data, activity));
            let is_plain = about.is_empty();
            vec![Told { item: Item::with(heading, words.into_iter().chain(about).collect()), is_plain }]
        }
    }
}

/// The heading of a category without a title: its data subjects, or else its items. Without items, the activity with
/// the same data.
fn heading(scene: &Scene, data: &Data, activity: &Activity) -> Line {
    match data.items.items.len() {
        0 => same_as(scene, data),
        _ if data.about.items.is_empty() => scene.language.list(scene.terms(&data.items, activity)),
        _ => scene.say("say.data-about", &[("subjects", scene.language.list(scene.terms(&data.about, activity)))]),
    }
}

fn details(scene: &Scene, data: &Data, activity: &Activity) -> Vec<Item> {
    let Data {
        id: _,
        items,
        title,
        about,
        from: _,
        sensitivity,
        special: categories,
        exception,
        law,
        when,
        examples,
        open,
        because,
        justification,
        same_as,
        remarks,
        notes: _,
        at: _,
    } = data;
    let mut lines = scene.items();
    if items.items.len() < 2 || title.is_some() {
        lines.value("label.about", scene.language.list(scene.terms(about, activity)));
    }
    lines.text("label.when", when);
    lines.list("label.examples", examples);
    if open.0 {
        lines.line(scene.say("say.open-list", &[]));
    }
    lines.text("label.because", because);
    special(scene, data, &mut lines);
    lines.labelled_gaps("label.special", categories).labelled_gaps("label.about", about);
    if *sensitivity == Some(Sensitivity::Confidential) || sensitivity.is_none() && is_confidential(scene, data) {
        lines.line(scene.say("say.confidential", &[]));
    }
    let is_said = sensitivity.is_none() && items.iter().filter_map(|item| item.word.code()).any(is_offences);
    if sensitivity_of(data) == Some(Sensitivity::Criminal) && !is_said {
        lines.line(scene.say("say.criminal", &[]));
    }
    for exception in exception {
        lines.item(exception_item(scene, exception));
    }
    lines.labelled_gaps("label.exception", exception);
    lines.laws(law);
    lines.text("label.justification", justification);
    if let Some(activity) = same_as.as_ref().and_then(|same| scene.register.activities.get(&same.id)) {
        let inside = activity.data.iter().flat_map(|data| scene.terms(&data.items, activity)).map(Item::new).collect();
        if items.items.is_empty() && title.is_none() {
            lines.extend(inside);
        } else {
            lines.item(Item::with(self::same_as(scene, data), inside));
        }
    }
    lines.sentences(remarks);
    lines.done()
}

fn same_as(scene: &Scene, data: &Data) -> Line {
    let same = data.same_as.as_ref().and_then(|same| scene.register.activities.get(&same.id));
    same.map(|activity| scene.say("say.same-data", &[("activity", scene.text(&activity.title))])).unwrap_or_default()
}

/// Whether the vocabulary marks the only item of a category as confidential, a Danish class (fortrolige).
fn is_confidential(scene: &Scene, data: &Data) -> bool {
    let [only] = data.items.items.as_slice() else { return false };
    let entry = only.word.code().and_then(|code| vocabulary::entry(ListName::Data, code));
    scene.country() == "DK" && entry.and_then(Entry::sensitivity) == Some(Sensitivity::Confidential)
}

fn special(scene: &Scene, data: &Data, lines: &mut crate::document::items::Items) {
    let special = special_of(data);
    if special.is_empty() && sensitivity_of(data) != Some(Sensitivity::Special) {
        return;
    }
    let kinds = scene.language.list(special.iter().map(|kind| scene.language.code("special", kind.key())).collect());
    lines.line(scene.say("say.special", &[("kinds", kinds)]));
}

fn exception_item(scene: &Scene, exception: &Exception) -> Item {
    let Exception { code, law, safeguard, covers, at: _ } = exception;
    let mut items = scene.items();
    items.list("label.covers", covers).laws(law).text("label.safeguard", safeguard);
    let line =
        code.map(|code| scene.say("label.exception", &[("value", scene.language.code("exception", code.key()))]));
    Item::with(line.unwrap_or_default(), items.done())
}
