//! What shows that a notice informs as Articles 12 to 14 require: each item, the published sentences, the file and line
//! where they are written, and the law; and what is missing.

mod form;
mod items;

use serde::Serialize;

use crate::document::evidence::{self as notice_evidence, Told};
use crate::document::scene::Scene;
use crate::draft::locate::Locator;
use crate::finding::{Finding, Place};
use crate::language::form::Part;
use crate::law::provision;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::register::facts::covered::activities_of;
use crate::say;
use crate::say::{Message, Tongue};
use items::{ITEMS, Owner};

pub(crate) use form::{html, markdown};

/// The evidence for one notice, in the language of the reader.
#[derive(Debug, Serialize)]
pub(crate) struct Evidence {
    /// The language of the words around the sentences.
    lang: &'static str,
    /// The language of the sentences.
    notice_lang: String,
    title: String,
    /// What it is, with the notice and the day.
    summary: String,
    /// The length and the readability.
    length: String,
    /// How many items are told, and which are missing.
    result: String,
    labels: Labels,
    rows: Vec<Row>,
    /// What the notice says is not settled.
    open: Vec<String>,
}

/// The words of the form.
#[derive(Debug, Serialize)]
struct Labels {
    item: String,
    sentences: String,
    places: String,
    open: String,
}

/// An item of Articles 13 and 14.
#[derive(Debug, Serialize)]
struct Row {
    /// What must be told.
    item: String,
    /// The provisions.
    law: String,
    /// The published sentences.
    sentences: Vec<String>,
    /// Where they are written: file and line.
    places: Vec<String>,
    /// Why there is no sentence; empty if there is one.
    absent: String,
    /// Whether the item is missing.
    is_missing: bool,
}

/// What the evidence is made from.
pub(crate) struct Basis<'b> {
    /// The public register, in a language.
    pub scene: &'b Scene<'b>,
    /// The texts that it was read from.
    pub locator: &'b Locator<'b>,
    /// The day as of which the law is applied.
    pub day: jiff::civil::Date,
    /// The language of the reader.
    pub tongue: Tongue,
}

impl Evidence {
    /// Whether nothing is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.rows.iter().any(|row| row.is_missing)
    }
}

/// The evidence for a notice.
#[must_use]
pub(crate) fn of(basis: &Basis, notice: &Notice) -> Evidence {
    let Basis { scene, day, tongue, .. } = *basis;
    let told = notice_evidence::told(scene, notice);
    let activities = activities_of(scene.register, notice);
    let rows: Vec<Row> = ITEMS.iter().map(|item| row(basis, item, (&told, &activities))).collect();
    let missing: Vec<&str> = rows.iter().filter(|row| row.is_missing).map(|row| row.item.as_str()).collect();
    let say = |message: Message| message.get(tongue).to_owned();
    let title = told.title.clone();
    let lix = told.lix.map(|lix| lix.to_string()).unwrap_or_default();
    Evidence {
        lang: tongue.code(),
        notice_lang: scene.lang().code().to_owned(),
        title: say(say!(en: "Evidence: {title}", sv: "Underlag: {title}", da: "Dokumentation: {title}", title = title)),
        summary: say(say!(
            en: "What the notice {page} tells of each item of Articles 13 and 14 of Regulation (EU) 2016/679 as of {day}, word for word, and where it is written.",
            sv: "Vad informationen {page} säger om varje punkt i artiklarna 13 och 14 i förordning (EU) 2016/679 den {day}, ordagrant, och var det är skrivet.",
            da: "Hvad oplysningen {page} siger om hvert punkt i artikel 13 og 14 i forordning (EU) 2016/679 den {day}, ordret, og hvor det er skrevet.",
            page = told.path,
            day = say::day(day),
        )),
        length: say(say!(
            en: "Length: {words} words; readability index (LIX): {lix}. Article 12(1) wants the information concise, in clear and plain language.",
            sv: "Längd: {words} ord; läsbarhetsindex (LIX): {lix}. Artikel 12.1 kräver koncis information på klart och tydligt språk.",
            da: "Længde: {words} ord; læsbarhedstal (LIX): {lix}. Artikel 12, stk. 1, kræver kortfattet information i et klart og enkelt sprog.",
            words = told.words,
            lix = lix,
        )),
        result: say(result(&missing, rows.len())),
        labels: Labels {
            item: say(say!(en: "Item", sv: "Punkt", da: "Punkt")),
            sentences: say(say!(en: "Published", sv: "Publicerat", da: "Offentliggjort")),
            places: say(say!(en: "Written in", sv: "Skrivet i", da: "Skrevet i")),
            open: say(
                say!(en: "What the notice says is not settled", sv: "Det som informationen säger inte är klart", da: "Hvad oplysningen siger ikke er afklaret"),
            ),
        },
        rows,
        open: told.open,
    }
}

fn result(missing: &[&str], all: usize) -> Message {
    if missing.is_empty() {
        return say!(
            en: "Each of the {all} items is told, or does not apply.",
            sv: "Var och en av de {all} punkterna finns med eller gäller inte.",
            da: "Hvert af de {all} punkter er med eller gælder ikke.",
            all = all,
        );
    }
    say!(
        en: "Missing: {missing}.",
        sv: "Saknas: {missing}.",
        da: "Mangler: {missing}.",
        missing = missing.join("; "),
    )
}

fn row(basis: &Basis, item: &items::Item, (told, activities): (&Told, &[&Activity])) -> Row {
    let tongue = basis.tongue;
    let of_part = |part: &Part| told.parts.get(part).into_iter().flatten().cloned();
    let applies = (item.applies)(activities);
    let is_told = applies || !item.is_shared;
    let sentences: Vec<String> = item.parts.iter().filter(|_| is_told).flat_map(of_part).collect();
    let is_missing = applies && sentences.is_empty();
    let absent = match (applies, sentences.is_empty()) {
        (false, true) => say!(
            en: "does not apply to these activities, as they are declared",
            sv: "gäller inte för behandlingarna, så som de är beskrivna",
            da: "gælder ikke for behandlingerne, som de er beskrevet",
        ),
        (true, true) => say!(en: "MISSING", sv: "SAKNAS", da: "MANGLER"),
        (_, false) => Message::same(""),
    };
    Row {
        item: item.what.get(tongue).to_owned(),
        law: provision::cite_articles(item.law, tongue).unwrap_or_default(),
        sentences,
        places: places(basis, item, activities),
        absent: absent.get(tongue).to_owned(),
        is_missing,
    }
}

/// The files and lines where the fields of an item are written: in the municipality, in the activities, and in what they
/// take over from.
fn places(basis: &Basis, item: &items::Item, activities: &[&Activity]) -> Vec<String> {
    let register = basis.scene.register;
    let mut all: Vec<String> = Vec::new();
    let mut add = |record: Place, field: &'static str| {
        let finding = Finding::error("", record, Message::same("")).field(field);
        let place = basis.locator.exact_place(&finding);
        let file = basis.locator.sources().file(place).filter(|_| place.begin() != record.begin());
        let told = file.map(|file| format!("{}:{}", file.path, basis.locator.line_of(place).1));
        all.extend(told.filter(|told| !all.contains(told)).into_iter().collect::<Vec<_>>());
        file.is_some()
    };
    for (owner, field) in item.fields {
        match owner {
            Owner::Municipality => _ = add(register.municipality.at, field),
            Owner::Activity => {
                for activity in activities {
                    if !add(activity.at, field)
                        && let Some(whole) = register.whole_of(activity)
                    {
                        add(whole.at, field);
                    }
                }
            }
        }
    }
    all
}
