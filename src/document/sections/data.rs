//! Data subjects and categories of data (Article 14(1)(d), Article 30(1)(c), Article 9).

use crate::document::scene::Scene;
use crate::document::sections::purpose::open;
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::data::{Data, Exception, Sensitivity, Subject};
use crate::model::{Known, List, Text};
use crate::register::facts::special::{is_offences, sensitivity_of, special_of};
use crate::vocabulary::{self, Entry, ListName};

/// The data subjects.
pub(super) fn subjects(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for subject in &activity.subjects {
        let Subject { who, which, when, at: _ } = subject;
        items.item(subject_item(scene, scene.term(who, activity), which, when));
    }
    items.gaps(&activity.subjects);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Subjects));
    blocks
}

/// Data subjects with what limits them: in running text `pupils who live in the municipality`.
fn subject_item(scene: &Scene, who: Line, which: &List<Text>, when: &Known<Text>) -> Item {
    let mut items = scene.items();
    if !scene.is_prose() {
        return Item::with(who, items.sentences(which).text("label.when", when).done());
    }
    let begins = |line: &Line, words: Line| {
        let text = line.plain();
        let first = text.split_whitespace().next().unwrap_or_default();
        words.plain().split_whitespace().any(|word| word == first)
    };
    let continues = |line: &Line| begins(line, scene.language.code("prose", "continues"));
    // In some languages a comma precedes such a clause.
    let is_clause = |line: &Line| begins(line, scene.language.code("prose", "clauses"));
    let mut which_lines = scene.texts(which).into_iter().map(Line::unstopped).collect::<Vec<Line>>();
    let mut who = who;
    if which_lines.len() == 1 && continues(&which_lines[0]) {
        who.push_words(if is_clause(&which_lines[0]) { ", " } else { " " });
        who.push(&which_lines[0]);
        which_lines.clear();
    }
    which_lines.into_iter().for_each(|line| _ = items.detail(line));
    let inside = items.gaps(which).text("label.when", when).done();
    Item::with(who, inside)
}

/// The categories of data, each with its data subjects and its exceptions.
pub(super) fn data(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let (same, own): (Vec<&Data>, Vec<&Data>) = activity.data.iter().partition(|data| is_same(scene, data, activity));
    let mut told: Vec<Told> = Vec::new();
    for new in own.into_iter().flat_map(|data| data_items(scene, data, activity)) {
        match told.last_mut().filter(|last| last.is_plain && new.is_plain && last.item.line == new.item.line) {
            Some(last) => last.item.inside.extend(new.item.inside),
            None => told.push(new),
        }
    }
    let mut items = scene.items();
    told.into_iter().for_each(|told| _ = items.item(told.item));
    items.extend(same_as_all(scene, &same));
    items.extend(shared_exceptions(scene, activity));
    items.gaps(&activity.data);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Data));
    blocks
}

/// Whether a category only refers to the data of another activity of the document.
fn is_same(scene: &Scene, data: &Data, activity: &Activity) -> bool {
    let other = data.same_as.as_ref().and_then(|same| scene.register.activities.get(&same.id));
    let is_bare = data.items.is_unwritten() && data.title.is_none() && data.about.items.is_empty();
    is_bare && other.is_some_and(|other| scene.has(other)) && details(scene, data, activity).is_empty()
}

/// The activities whose data are the same, on one line.
fn same_as_all(scene: &Scene, same: &[&Data]) -> Vec<Item> {
    let others = same.iter().filter_map(|data| scene.register.activities.get(&data.same_as.as_ref()?.id));
    let names: Vec<Line> = others.map(|other| scene.say("say.quoted", &[("text", scene.text(&other.title))])).collect();
    match names.is_empty() {
        true => Vec::new(),
        false => vec![Item::new(scene.say("say.same-data-all", &[("activities", scene.language.list(names))]))],
    }
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
        (None, _) if about.is_empty() && data.about.items.is_empty() && !words.is_empty() => {
            words.into_iter().map(|item| Told { item, is_plain: false }).collect()
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
        let mut people = scene.terms(about, activity);
        let names = scene.data_name(data, activity).plain().to_lowercase();
        if scene.is_prose() && people.iter().all(|person| names.contains(&person.plain().to_lowercase())) {
            people.clear();
        }
        lines.value("label.about", scene.language.list(people));
    }
    lines.text("label.when", when);
    lines.list("label.examples", examples);
    if open.0 {
        lines.line(scene.say("say.open-list", &[]));
    }
    lines.reason("label.because", because);
    special(scene, data, activity, &mut lines);
    lines.labelled_gaps("label.special", categories).labelled_gaps("label.about", about);
    if *sensitivity == Some(Sensitivity::Confidential) || sensitivity.is_none() && is_confidential(scene, data) {
        lines.detail(scene.say("say.confidential", &[]));
    }
    let is_said = sensitivity.is_none() && items.iter().filter_map(|item| item.word.code()).any(is_offences);
    if sensitivity_of(data) == Some(Sensitivity::Criminal) {
        lines.detail(scene.of_country(if is_said { "say.offences" } else { "say.criminal" }, &[]));
    }
    if !shares_exceptions(scene, data, activity) {
        exception.iter().for_each(|exception| _ = lines.item(exception_item(scene, exception)));
    }
    lines.labelled_gaps("label.exception", exception);
    lines.laws(law);
    let reason = justification.value().map(|reason| scene.text(reason)).filter(|_| scene.is_prose());
    match reason {
        Some(reason) => _ = lines.detail(scene.of_country("label.justification", &[("value", reason)])),
        None => _ = lines.text("label.justification", justification),
    }
    if let Some(activity) = same_as.as_ref().and_then(|same| scene.register.activities.get(&same.id)) {
        let inside = activity.data.iter().flat_map(|data| scene.terms(&data.items, activity)).map(Item::new).collect();
        if scene.has(activity) {
            if !items.items.is_empty() || title.is_some() {
                lines.line(self::same_as(scene, data));
            }
        } else if items.items.is_empty() && title.is_none() {
            lines.extend(inside);
        } else {
            lines.item(Item::with(self::same_as(scene, data), inside));
        }
    }
    lines.sentences_about("more", remarks);
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

fn special(scene: &Scene, data: &Data, activity: &Activity, lines: &mut crate::document::items::Items) {
    let special = special_of(data);
    if special.is_empty() && sensitivity_of(data) != Some(Sensitivity::Special) {
        return;
    }
    let mut kinds: Vec<Line> = special.iter().map(|kind| scene.language.code("special", kind.key())).collect();
    let names = scene.data_name(data, activity).plain().to_lowercase();
    kinds.retain(|kind| !scene.is_prose() || !names.contains(&kind.plain().to_lowercase()));
    let kinds = scene.language.list(kinds);
    lines.detail(scene.say("say.special", &[("kinds", kinds)]));
}

/// Whether several categories rest on the same exceptions, which are then told once in running text.
fn shares_exceptions(scene: &Scene, data: &Data, activity: &Activity) -> bool {
    let is_same = |other: &&Data| same_exceptions(data, other);
    scene.is_prose() && !data.exception.items.is_empty() && activity.data.iter().filter(is_same).nth(1).is_some()
}

fn same_exceptions(one: &Data, other: &Data) -> bool {
    one.exception.items == other.exception.items
}

/// The exceptions that several categories rest on, with the names of the categories.
fn shared_exceptions(scene: &Scene, activity: &Activity) -> Vec<Item> {
    let mut items = scene.items();
    let mut told: Vec<&Data> = Vec::new();
    for data in activity.data.iter().filter(|data| shares_exceptions(scene, data, activity)) {
        if told.iter().any(|other| same_exceptions(data, other)) {
            continue;
        }
        told.push(data);
        let alike = activity.data.iter().filter(|other| same_exceptions(data, other));
        let names = alike.map(|other| scene.data_name(other, activity)).collect();
        let lead = scene.say("say.exceptions-of", &[("data", scene.language.list(names))]);
        let word = |exception| {
            let (named, inside) = exception_parts(scene, exception);
            Item::with(named, inside)
        };
        let inside = data.exception.iter().map(word).collect();
        items.item(Item::with(lead, inside).role(Role::Sentence));
    }
    items.done()
}

/// An exception as a detail of its category.
fn exception_item(scene: &Scene, exception: &Exception) -> Item {
    let (named, inside) = exception_parts(scene, exception);
    if named.is_empty() {
        return Item::with(named, inside);
    }
    Item::with(scene.detail("label.exception", named), inside).role(Role::Detail)
}

/// The name of an exception, and what the register says of it.
fn exception_parts(scene: &Scene, exception: &Exception) -> (Line, Vec<Item>) {
    let Exception { code, law, safeguard, covers, at: _ } = exception;
    let inside = scene.items().list("label.covers", covers).laws(law).text("label.safeguard", safeguard).done();
    (code.map(|code| scene.language.code("exception", code.key())).unwrap_or_default(), inside)
}
