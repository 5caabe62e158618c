//! Resolves words to codes of the vocabulary or records of the register.

use std::collections::BTreeSet;

use crate::finding::{Finding, Findings, Place};
use crate::format::phrases::{did_you_mean, is_not};
use crate::model::country::COUNTRY_CODE;
use crate::model::municipality::Municipality;
use crate::model::reference::RefKind;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::version::Version;
use crate::model::visit::{Visit, VisitorMut};
use crate::model::{Gap, Id, Lang, Text};
use crate::register::named::{Named, ambiguous, data_ids};
use crate::register::{Register, circles, retention};
use crate::say;
use crate::steps;
use crate::vocabulary::{self, Entry, Form, ListName};

/// Resolves every word of the register.
pub(super) fn find(register: &mut Register, findings: &mut Findings) {
    let languages = register.municipality.languages.items.clone();
    let mut finder = Finder {
        named: Named::of(register),
        languages,
        reading: Reading::of(&register.municipality),
        compared: 0,
        findings,
    };
    register.municipality.visit_mut(&mut finder);
    register.shared.visit_mut(&mut finder);
    register.notices.values_mut().for_each(|notice| notice.visit_mut(&mut finder));
    register.accept.iter_mut().for_each(|entry| entry.visit_mut(&mut finder));
    let data: Vec<BTreeSet<String>> = register.activities.keys().map(|id| data_ids(register, id)).collect();
    for (activity, ids) in register.activities.values_mut().zip(data) {
        finder.named.data = ids;
        activity.visit_mut(&mut finder);
        circles::settle(activity, &finder.reading, finder.findings);
        for rule in &mut activity.retention.items {
            retention::settle(rule, finder.reading.version, finder.findings);
        }
    }
}

/// How the words of a register are understood.
pub(super) struct Reading {
    version: Version,
    country: Option<String>,
    /// The language of texts without one.
    main: Option<Lang>,
}

impl Reading {
    fn of(municipality: &Municipality) -> Self {
        Self {
            version: municipality.version(),
            country: municipality.country_code().map(str::to_owned),
            main: municipality.main_language(),
        }
    }

    /// Finds out whether a word is a code. In format 1 a label or synonym is replaced by its code; from format 2 on it
    /// stays free text, and only its meaning is kept.
    pub(super) fn find(&self, kind: TermKind, word: &mut Word) -> bool {
        let written = word.text.plain.as_deref().unwrap_or_default();
        let mut lists = kind.lists().iter().copied();
        let code = lists.find_map(|list| Some((list, vocabulary::code(list, written, self.version.number())?)));
        let found = match self.version {
            Version::First => code.or_else(|| self.meaning(kind, written, |_| true)),
            Version::Second => code,
        };
        if let Some((list, code)) = found {
            word.refers = Refers::Vocabulary(list);
            word.text.plain = Some(code.to_owned());
        } else {
            word.refers = Refers::Itself;
            word.means = self.meaning(kind, written, |lang| Some(lang) == self.main).map(|(_, code)| code);
        }
        found.is_some()
    }

    /// The code whose label or synonym a text by language is, in one of its languages.
    fn meaning_by_lang(&self, kind: TermKind, text: &Text) -> Option<&'static str> {
        let of = |(lang, words): &(Lang, String)| self.meaning(kind, words, |spoken| spoken == *lang);
        text.by_lang.iter().find_map(of).map(|(_, code)| code)
    }

    /// The code whose label or synonym the words are in a language that is spoken, with its list.
    fn meaning(&self, kind: TermKind, words: &str, spoken: impl Fn(Lang) -> bool) -> Option<(ListName, &'static str)> {
        let of = |list| vocabulary::meaning(list, words, self.country.as_deref(), &spoken);
        kind.lists().iter().find_map(|list| Some((*list, of(*list)?)))
    }
}

struct Finder<'f> {
    named: Named,
    languages: Vec<Lang>,
    reading: Reading,
    /// Number of words that were compared with every code.
    compared: usize,
    findings: &'f mut Findings,
}

impl Finder<'_> {
    /// The code or id that differs from a single word by one letter.
    fn nearest(&self, kind: TermKind, word: &str) -> Option<String> {
        let country = self.reading.country.as_deref();
        let mut known: Vec<&str> = self.named.ids(kind);
        for list in kind.lists() {
            known.extend(vocabulary::codes_of(*list, country));
        }
        steps::count(known.len());
        let length = word.chars().count();
        let mut near = known.into_iter().filter(|known| known.chars().count().abs_diff(length) <= 1);
        near.find(|known| strsim::damerau_levenshtein(known, word) == 1).map(str::to_owned)
    }

    /// Asks about free text that is one letter from a code or an id, and proposes the code of a label. After a thousand
    /// words or findings only the labels are looked at.
    fn free(&mut self, kind: TermKind, word: &str, (means, place): (Option<&'static str>, Place)) {
        if let Some(code) = means {
            return self.propose(kind, word, (code, place));
        }
        let is_single =
            word.chars().count() >= 3 && word.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
        if !is_single || self.compared > 1000 || self.findings.len() > 1000 {
            return;
        }
        self.compared += 1;
        if let Some(near) = self.nearest(kind, word) {
            let lang = self.reading.main.map(|lang| lang.to_string()).unwrap_or_default();
            self.findings.push(nearly(kind, word, &near, (&lang, place)));
        }
    }

    /// The hint on a word that is the label of a code, letter by letter.
    fn propose(&mut self, kind: TermKind, word: &str, (code, place): (&'static str, Place)) {
        let is_label = |list: &ListName| {
            let labels = vocabulary::entry(*list, code).map(Entry::labels);
            labels
                .zip(self.reading.main)
                .is_some_and(|(labels, main)| labels.get(main.code()).is_some_and(|label| label == word))
        };
        if !kind.lists().iter().any(is_label) {
            return;
        }
        let message = say!(
            en: "`{word}` is free text; the code `{code}` says the same",
            sv: "`{word}` är fri text; koden `{code}` säger samma sak",
            da: "`{word}` er fri tekst; koden `{code}` siger det samme",
        );
        let finding = Finding::info("code-proposed", place, message).rewrite(word, code).help(say!(
            en: "the code is published with the same words, and has its translations and what the law says of it",
            sv: "koden publiceras med samma ord, och för med sig översättningar och vad lagen säger om den",
            da: "koden offentliggøres med de samme ord og fører oversættelser med sig samt det, loven siger om den",
        ));
        self.findings.push(finding);
    }

    /// Warns of a code that belongs to another country.
    fn foreign(&mut self, list: ListName, (code, place): (&str, Place)) {
        let country = self.reading.country.as_deref();
        let Some(entry) = vocabulary::entry(list, code).filter(|entry| country.is_some() && !entry.is_of(country))
        else {
            return;
        };
        let label = self.reading.main.and_then(|main| entry.label(main, Form::Label)).unwrap_or_default();
        let message = say!(
            en: "`{code}` is a code of another country, published as “{label}”",
            sv: "`{code}` är en kod för ett annat land och publiceras som ”{label}”",
            da: "`{code}` er en kode for et andet land og offentliggøres som »{label}«",
        );
        self.findings.push(Finding::warning("code-foreign", place, message).help(say!(
            en: "if another body is meant, write its name as text: `{{sv: …}}`",
            sv: "skriv namnet som text om en annan myndighet avses: `{{sv: …}}`",
            da: "skriv navnet som tekst, hvis en anden myndighed er ment: `{{da: …}}`",
        )));
    }
}

fn nearly(kind: TermKind, word: &str, near: &str, (lang, place): (&str, Place)) -> Finding {
    let message = say!(
        en: "`{word}` is free text, and one letter from `{near}`",
        sv: "`{word}` är fri text, och en bokstav från `{near}`",
        da: "`{word}` er fri tekst, og ét bogstav fra `{near}`",
    );
    let finding = Finding::warning("code-near", place, message).label(did_you_mean(near));
    finding.help(say!(
        en: "write the code or the id of {what}; a word that is meant as it is written has its language: `{{{lang}: {word}}}`",
        sv: "skriv koden eller id:t för {what}; ett ord som ska stå som det är skrivs med sitt språk: `{{{lang}: {word}}}`",
        da: "skriv koden eller id'et for {what}; et ord, der skal stå, som det er, skrives med sit sprog: `{{{lang}: {word}}}`",
        what = kind.what(),
    ))
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

    fn gap(&mut self, gap: &mut Gap) {
        self.text(&mut gap.reason);
        gap.is_public = self.reading.version == Version::First;
        if let Some(say) = &mut gap.say {
            self.text(say);
        }
    }

    fn reference(&mut self, _: RefKind, _: &Id) {}

    fn term(&mut self, kind: TermKind, word: &mut Word) {
        let Some(written) = word.text.plain.clone() else {
            word.means = self.reading.meaning_by_lang(kind, &word.text);
            return self.text(&mut word.text);
        };
        let things = self.named.count(kind, &written);
        if things > 1 {
            self.findings.push(ambiguous(&written, word.text.at));
        }
        if things > 0 {
            word.refers = Refers::Register;
            return;
        }
        match self.reading.find(kind, word) {
            true => {
                if let (Refers::Vocabulary(list), Some(code)) = (word.refers, word.text.plain.clone()) {
                    self.foreign(list, (&code, word.text.at));
                }
            }
            false => self.free(kind, &written, (word.means, word.text.at)),
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
