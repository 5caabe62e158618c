//! `translation-missing`: a text is missing in a language of the municipality.

use std::collections::{BTreeMap, HashSet};

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::format::key::Key;
use crate::law::provision::Provision;
use crate::model::law::Law;
use crate::model::record::field;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{TextKind, Visit, Visitor};
use crate::model::{Id, Lang, Text};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "translation-missing",
    aliases: &["L-07", "N-36"],
    title: Words {
        en: "A text is missing in a language of the municipality",
        sv: "En text saknas på ett av kommunens språk",
        da: "En tekst mangler på et af kommunens sprog",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "A notice that changes its language in the middle is not easy to understand.",
        sv: "En information som byter språk mitt i är inte lätt att förstå.",
        da: "En oplysning, der skifter sprog undervejs, er ikke let at forstå.",
    },
    bad: "remarks: [{sv: Bara på svenska.}]",
    good: "remarks: [{sv: Samma., en: The same.}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let municipality = &case.register.municipality;
    let Some((main, others)) = municipality.languages.items.split_first() else { return };
    for lang in others {
        let mut missing = Missing { lang: *lang, main: *main, path: Vec::new(), places: BTreeMap::new() };
        let mut told: HashSet<&str> = HashSet::new();
        for notice in case.register.notices.values().filter(|notice| municipality.languages_of(notice).contains(lang)) {
            notice.visit(&mut missing);
            told.extend(notice.activities.iter().map(|of| of.id.as_str()));
        }
        let is_told = |id: &Id| told.contains(id.as_str()) || id.whole().is_some_and(|whole| told.contains(whole));
        let activities = case.register.activities.iter().filter(|(id, _)| is_told(id));
        activities.for_each(|(_, activity)| activity.visit(&mut missing));
        findings.extend(missing.places.into_values().map(|place| finding(place, *lang, *main)));
    }
}

fn finding(place: Place, lang: Lang, main: Lang) -> Finding {
    Finding::warning(
        RULE.code,
        place,
        say!(
            en: "this text is missing in `{lang}`",
            sv: "den här texten saknas på `{lang}`",
            da: "denne tekst mangler på `{lang}`",
        ),
    )
    .label(say!(
        en: "shown in its own language in the notice in `{lang}`",
        sv: "visas på sitt eget språk i informationen på `{lang}`",
        da: "vises på sit eget sprog i oplysningen på `{lang}`",
    ))
    .help(say!(
        en: "the key `{lang}` is missing: write `{{{main}: …, {lang}: …}}`",
        sv: "nyckeln `{lang}` saknas: skriv `{{{main}: …, {lang}: …}}`",
        da: "nøglen `{lang}` mangler: skriv `{{{main}: …, {lang}: …}}`",
    ))
}

/// Collects the places of published texts that are missing in a language. Citations of laws need no translation.
struct Missing {
    lang: Lang,
    main: Lang,
    path: Vec<&'static Key>,
    places: BTreeMap<(u32, u32), Place>,
}

impl Missing {
    fn see(&mut self, text: &Text) {
        let is_internal = self.path.iter().any(|key| key.internal);
        let is_told = !is_internal && self.path.last().is_none_or(|key| key.name != field!(Law, cite));
        if is_told && !text.is_empty() && text.exactly(self.lang, self.main).is_none() {
            self.places.insert((text.at.file, text.at.start), text.at);
        }
    }
}

impl<'r> Visitor<'r> for Missing {
    fn enter(&mut self, key: &'static Key, _: Place) {
        self.path.push(key);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn text(&mut self, kind: TextKind, text: &'r Text) {
        if matches!(kind, TextKind::Text | TextKind::Gap) {
            self.see(text);
        }
    }

    fn term(&mut self, _: TermKind, word: &'r Word) {
        if word.refers == Refers::Itself {
            self.see(&word.text);
        }
    }

    fn plain(&mut self, _: &'r str) {}
}
