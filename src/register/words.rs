//! Resolves words to codes of the vocabulary or records of the register.

use std::collections::BTreeSet;

use crate::finding::{Finding, Findings, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::{did_you_mean, is_not};
use crate::model::country::COUNTRY_CODE;
use crate::model::reference::RefKind;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{Visit, VisitorMut};
use crate::model::{Id, Lang, Text};
use crate::register::{Register, circles};
use crate::say;
use crate::vocabulary::{self, ListName};

/// Resolves every word of the register.
pub(super) fn find(register: &mut Register, findings: &mut Findings) {
    let languages = register.municipality.languages.items.clone();
    let mut finder = Finder {
        parties: parties(register),
        measures: BTreeSet::new(),
        data: BTreeSet::new(),
        languages,
        unknown: 0,
        findings,
    };
    finder.measures.extend(register.shared.measures.ids().map(str::to_owned));
    register.municipality.visit_mut(&mut finder);
    register.shared.visit_mut(&mut finder);
    register.notices.values_mut().for_each(|notice| notice.visit_mut(&mut finder));
    register.accept.iter_mut().for_each(|entry| entry.visit_mut(&mut finder));
    let data: Vec<BTreeSet<String>> = register.activities.keys().map(|id| data_ids(register, id)).collect();
    for (activity, ids) in register.activities.values_mut().zip(data) {
        finder.data = ids;
        activity.visit_mut(&mut finder);
        circles::settle(activity, finder.findings);
        for rule in &mut activity.retention.items {
            rule.from.iter_mut().chain(&mut rule.until.items).for_each(|event| event.event.word.age = event.age);
        }
    }
}

/// The ids of every possible source or recipient.
fn parties(register: &Register) -> BTreeSet<String> {
    let shared = &register.shared;
    let organisation = register.municipality.units.ids().chain(register.municipality.controllers.ids());
    let things =
        shared.recipients.ids().chain(shared.sources.ids()).chain(shared.systems.ids()).chain(shared.processors.ids());
    things.chain(organisation).map(str::to_owned).collect()
}

/// The ids of the data of an activity and of its parent.
pub(super) fn data_ids(register: &Register, id: &Id) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut next = register.activities.get(id);
    let mut steps = 0;
    while let Some(activity) = next.filter(|_| steps < 8) {
        ids.extend(activity.data.iter().filter_map(|data| data.id.as_ref()).map(|id| id.as_str().to_owned()));
        next = register.whole_of(activity);
        steps += 1;
    }
    ids
}

/// Whether a word is in the vocabulary; if so, it is set to its code.
pub(super) fn is_of_vocabulary(kind: TermKind, word: &mut Word) -> bool {
    let written = word.text.plain.as_deref().unwrap_or_default();
    let found = kind.lists().iter().find_map(|list| Some((*list, vocabulary::code_of(*list, written)?)));
    if let Some((list, code)) = found {
        word.refers = Refers::Vocabulary(list);
        word.text.plain = Some(code.to_owned());
    }
    found.is_some()
}

struct Finder<'f> {
    parties: BTreeSet<String>,
    measures: BTreeSet<String>,
    data: BTreeSet<String>,
    languages: Vec<Lang>,
    /// Number of unknown words.
    unknown: usize,
    findings: &'f mut Findings,
}

impl Finder<'_> {
    /// The ids of the register that a term of `kind` can name.
    fn things(&self, kind: TermKind) -> Option<&BTreeSet<String>> {
        match kind {
            TermKind::Parties => Some(&self.parties),
            TermKind::Measures => Some(&self.measures),
            TermKind::DataTerms | TermKind::Records => Some(&self.data),
            TermKind::Subjects | TermKind::Events => None,
        }
    }

    fn nearest(&self, kind: TermKind, word: &str) -> Option<String> {
        let mut known: Vec<&str> = self.things(kind).into_iter().flatten().map(String::as_str).collect();
        for code in kind.lists().iter().flat_map(|list| vocabulary::codes(*list)) {
            known.push(code);
        }
        nearest(word, known.into_iter()).map(str::to_owned)
    }

    /// Reports an unknown word with the nearest known one. The search is skipped for codes after a thousand unknown
    /// words, and for all words after a thousand findings.
    fn unknown(&mut self, kind: TermKind, word: &str, place: Place) {
        self.unknown += 1;
        if self.unknown > 1000 && looks_like_a_code(word) || self.findings.len() > 1000 {
            return self.findings.push(no_such(kind, word, place));
        }
        if let Some(label) = near_label(kind, word) {
            self.findings.push(
                Finding::warning(
                    "word-near",
                    place,
                    say!(
                        en: "`{word}` is taken as free text, but is nearly `{label}`",
                        sv: "`{word}` uppfattas som fri text, men är nästan `{label}`",
                        da: "`{word}` opfattes som fri tekst, men er næsten `{label}`",
                    ),
                )
                .label(did_you_mean(&label))
                .help(say!(
                    en: "a word of the vocabulary brings its translations, and what the law says of it",
                    sv: "ett ord ur ordlistan för med sig översättningar och vad lagen säger om det",
                    da: "et ord fra ordlisten fører oversættelser med sig, og hvad loven siger om det",
                )),
            );
            return;
        }
        if !looks_like_a_code(word) && !may_be_slip(word) {
            return;
        }
        let Some(near) = self.nearest(kind, word) else {
            if looks_like_a_code(word) {
                self.findings.push(no_such(kind, word, place).label(say!(
                    en: "neither a code nor an id of this register",
                    sv: "varken en kod eller ett id i det här registret",
                    da: "hverken en kode eller et id i denne fortegnelse",
                )));
            }
            return;
        };
        if looks_like_a_code(word) || is_slip(word, &near) {
            self.findings.push(no_such(kind, word, place).label(did_you_mean(&near)));
        }
    }
}

/// The vocabulary word that differs by one letter from a text of six letters or more.
fn near_label(kind: TermKind, word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let is_long = word.chars().count() >= 6 && !looks_like_a_code(&word);
    let mut lists = kind.lists().iter().filter(|_| is_long);
    lists.find_map(|list| vocabulary::nearly(*list, &word)).map(str::to_owned)
}

fn no_such(kind: TermKind, word: &str, place: Place) -> Finding {
    let message = say!(
        en: "`{word}` is not a code for {what}",
        sv: "`{word}` är inte en kod för {what}",
        da: "`{word}` er ikke en kode for {what}",
        what = kind.what(),
    );
    Finding::error("code-unknown", place, message).help(say!(
        en: "write a code, an id, or free words; a single word that is meant as it stands is written by language: `{{sv: …}}`",
        sv: "skriv en kod, ett id eller fri text; ett enstaka ord som ska stå som det är skrivs med språk: `{{sv: …}}`",
        da: "skriv en kode, et id eller fri tekst; et enkelt ord, der skal stå, som det er, skrives med sprog: `{{da: …}}`",
    ))
}

/// Whether a word is meant as a code: hyphens, lower-case letters and digits only, which is rare in natural language.
fn looks_like_a_code(word: &str) -> bool {
    word.contains('-') && Id::parse(word, Place::default()).is_some()
}

/// Whether a word of five letters or more differs from a known one by one letter.
fn is_slip(word: &str, near: &str) -> bool {
    may_be_slip(word) && strsim::damerau_levenshtein(word, near) == 1
}

fn may_be_slip(word: &str) -> bool {
    word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

impl VisitorMut for Finder<'_> {
    fn text(&mut self, text: &mut Text) {
        for (lang, _) in &text.by_lang {
            if !self.languages.contains(lang) {
                let known = self.languages.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
                self.findings.push(
                    Finding::error(
                        "language-unknown",
                        text.at,
                        say!(
                            en: "`{lang}` is not a language of this municipality",
                            sv: "`{lang}` är inte ett av kommunens språk",
                            da: "`{lang}` er ikke et af kommunens sprog",
                        ),
                    )
                    .label(if self.languages.len() == 1 {
                        say!(en: "the language is: {known}", sv: "språket är: {known}", da: "sproget er: {known}")
                    } else {
                        say!(en: "the languages are: {known}", sv: "språken är: {known}", da: "sprogene er: {known}")
                    })
                    .help(say!(
                        en: "write one of {known}, or add `{lang}` to `languages` in municipality.yaml",
                        sv: "använd {known}, eller lägg till `{lang}` i `languages` i municipality.yaml",
                        da: "brug {known}, eller tilføj `{lang}` til `languages` i municipality.yaml",
                    )),
                );
            }
        }
    }

    fn reference(&mut self, _: RefKind, _: &Id) {}

    fn term(&mut self, kind: TermKind, word: &mut Word) {
        let Some(written) = word.text.plain.clone() else { return self.text(&mut word.text) };
        if self.things(kind).is_some_and(|things| things.contains(&written)) {
            word.refers = Refers::Register;
            return;
        }
        if !is_of_vocabulary(kind, word) {
            self.unknown(kind, &written, word.text.at);
        }
    }

    fn country(&mut self, code: &str, at: Place) {
        if vocabulary::entry(ListName::Countries, code).is_none() {
            self.findings.push(Finding::error("country-unknown", at, is_not(code, COUNTRY_CODE)).help(say!(
                en: "write the two letters of ISO 3166-1, such as `SE`, `DK`, `DE` or `US`",
                sv: "skriv de två bokstäverna enligt ISO 3166-1, till exempel `SE`, `DK`, `DE` eller `US`",
                da: "skriv de to bogstaver efter ISO 3166-1, for eksempel `SE`, `DK`, `DE` eller `US`",
            )));
        }
    }
}
