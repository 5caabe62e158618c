//! Rules on the wording of free texts: a phrase of the law's lists, in the texts where it counts.

use std::ops::Range;

use crate::check::passage::{Kind, Passage, Room};
use crate::check::rule::{Case, Rule};
use crate::draft::look::TextKind;
use crate::finding::{Finding, Findings, Place};
use crate::law::{phrase, stale};
use crate::say;
use crate::say::{Message, Words};

/// What a rule on wording looks for.
pub struct Wording {
    /// The rule.
    pub rule: &'static Rule,
    /// The kind of phrase.
    pub kind: phrase::Kind,
    /// Where it counts; everywhere when empty.
    pub rooms: &'static [Room],
    /// A few words under the phrase.
    pub label: Words,
    /// What to write instead.
    pub help: Words,
}

/// What is said of a phrase.
pub struct Said {
    /// One sentence.
    pub message: Message,
    /// Another place that belongs to it.
    pub related: Option<(Place, Message)>,
}

impl From<Message> for Said {
    fn from(message: Message) -> Self {
        Self { message, related: None }
    }
}

impl Wording {
    /// Reports the first phrase of each text that `says` something about it.
    pub fn report(&self, case: &Case, findings: &mut Findings, says: impl Fn(&Passage, &str) -> Option<Said>) {
        let counts =
            |passage: &&Passage| passage.is_told && (self.rooms.is_empty() || self.rooms.contains(&passage.room));
        for passage in case.passages.iter().filter(counts) {
            let phrases = phrase::all(self.kind, passage.words, passage.lang.code());
            let mut phrases = phrases.map(|range| &passage.words[range]);
            let said = phrases.find_map(|found| Some((found, says(passage, found)?)));
            findings.extend(said.map(|(found, said)| self.finding(passage, found, said)));
        }
    }

    fn finding(&self, passage: &Passage, found: &str, said: Said) -> Finding {
        let mut finding = self.rule.found(passage.at, said.message).label(self.label).help(self.help);
        finding.related.extend(said.related);
        passage.mark(finding, found)
    }
}

/// Reports what is out of date on the day of the case among rows of these kinds.
pub fn report_stale(case: &Case, rule: &Rule, kinds: &[stale::Kind], findings: &mut Findings) {
    for (passage, row, found) in
        stale_in(case).filter(|(_, row, _)| kinds.contains(&row.kind) && row.from <= case.today)
    {
        let is_value = matches!(passage.kind, Kind::Term(_) | Kind::Text(TextKind::Name) | Kind::Plain);
        let finding = about(rule, passage, row, found).at_level(row.level(!is_value));
        findings.push(passage.mark(finding, found));
    }
}

/// A phrase of a text that is out of date now or later.
pub struct Outdated {
    /// The number of the text among the passages.
    passage: usize,
    row: &'static stale::Stale,
    /// Where it stands in the text, in bytes.
    range: Range<usize>,
}

/// What is out of date in texts of municipalities of a country.
#[must_use]
pub fn outdated(passages: &[Passage], country: &str) -> Vec<Outdated> {
    let finder = stale::Finder::new(country);
    let told = passages.iter().enumerate().filter(|(_, passage)| passage.is_told);
    let find = |(index, passage): (usize, &Passage)| {
        let found = finder.find(passage.words, passage.lang.code());
        found.into_iter().map(move |(row, range)| Outdated { passage: index, row, range })
    };
    told.flat_map(find).collect()
}

/// Every phrase of the register that is out of date now or later.
pub fn stale_in<'c>(case: &'c Case) -> impl Iterator<Item = (&'c Passage<'c>, &'static stale::Stale, &'c str)> {
    case.stale.iter().filter_map(|Outdated { passage, row, range }| {
        let passage = case.passages.get(*passage)?;
        Some((passage, *row, &passage.words[range.clone()]))
    })
}

fn about(rule: &Rule, passage: &Passage, row: &stale::Stale, found: &str) -> Finding {
    let instead = row.instead.message();
    rule.found(
        passage.at,
        say!(
            en: "`{found}` has been wrong since {from}",
            sv: "`{found}` är fel sedan {from}",
            da: "`{found}` har været forkert siden {from}",
            found = found,
            from = row.from,
        ),
    )
    .label(say!(en: "out of date", sv: "inaktuellt", da: "forældet"))
    .help(say!(
        en: "what is right now: {instead}",
        sv: "det som gäller nu: {instead}",
        da: "det, der gælder nu: {instead}",
        instead = instead,
    ))
}
