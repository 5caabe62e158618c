//! Rules on the wording of free text: phrases from the phrase lists, in texts on certain topics.

use std::ops::Range;

use crate::check::passage::{Kind, Passage, Room};
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::{phrase, renamed, stale};
use crate::lexicon::texts;
use crate::model::visit::TextKind;
use crate::say;
use crate::say::{Message, Words};

/// The parameters of a rule on wording.
pub(crate) struct Wording {
    /// The rule.
    pub rule: &'static Rule,
    /// The kind of phrase.
    pub kind: phrase::Kind,
    /// The topics in which it applies; empty for all.
    pub rooms: &'static [Room],
    /// The label under the phrase.
    pub label: Words,
    /// What to write instead.
    pub help: Words,
}

/// What to report about a phrase.
pub(crate) struct Said {
    /// The message.
    pub message: Message,
    /// A related place.
    pub related: Option<(Place, Message)>,
}

impl From<Message> for Said {
    fn from(message: Message) -> Self {
        Self { message, related: None }
    }
}

impl Wording {
    /// Reports the first phrase of each text for which `says` returns something.
    pub(crate) fn report(&self, case: &Case, findings: &mut Findings, says: impl Fn(&Passage, &str) -> Option<Said>) {
        let counts = |passage: &&Passage| self.rooms.is_empty() || self.rooms.contains(&passage.room);
        for passage in case.phrased(self.kind).filter(counts) {
            let phrases = phrase::all(self.kind, passage.words, passage.lang.code());
            let mut phrases = phrases.map(|range| passage.words[range].trim_matches([' ', '(', ',']));
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

/// Reports phrases of these kinds that are outdated on the day of the case.
pub(crate) fn report_stale(case: &Case, rule: &Rule, kinds: &[stale::Kind], findings: &mut Findings) {
    for (passage, row, found) in stale_in(case)
        .filter(|(passage, row, _)| kinds.contains(&row.kind) && row.from <= case.today && !is_history(passage))
    {
        let is_value = matches!(passage.kind, Kind::Term(_) | Kind::Text(TextKind::Name) | Kind::Plain);
        let level = row.level(!is_value);
        let is_then = row.kind.is_name() && renamed::speaks_of_then(passage.words, found, row);
        let finding = about(rule, passage, row, found);
        let finding = if is_then { finding.at_level(Level::Info).help(of_then(row)) } else { finding.at_level(level) };
        let finding = passage.mark(finding, found);
        findings.push(match stale::edits(row, passage.words) {
            Some(edits) => finding.fix(passage.words, edits),
            None => finding,
        });
    }
}

/// A phrase in a text that is outdated, or will be.
pub struct Outdated {
    /// The index of the text among the passages.
    passage: usize,
    row: &'static stale::Stale,
    /// Its range in the text, in bytes.
    range: Range<usize>,
}

/// The outdated phrases in the texts of a municipality of this country.
#[must_use]
pub(crate) fn outdated(passages: &[Passage], country: &str) -> Vec<Outdated> {
    let finder = stale::Finder::new(country);
    let told = passages.iter().enumerate().filter(|(_, passage)| passage.is_told);
    let find = |(index, passage): (usize, &Passage)| {
        let found = finder.find(passage.words, passage.lang.code());
        found.into_iter().map(move |(row, range)| Outdated { passage: index, row, range })
    };
    told.flat_map(find).collect()
}

/// Every phrase of the register that is outdated, or will be.
pub(crate) fn stale_in<'c>(case: &'c Case) -> impl Iterator<Item = (&'c Passage<'c>, &'static stale::Stale, &'c str)> {
    case.stale.iter().filter_map(|Outdated { passage, row, range }| {
        let passage = case.passages.get(*passage)?;
        Some((passage, *row, &passage.words[range.clone()]))
    })
}

/// The help where a text seems to tell of the past.
fn of_then(row: &stale::Stale) -> Message {
    say!(
        en: "leave the name where the text tells of the past; what holds today is: {instead}",
        sv: "behåll namnet om texten handlar om det som var; i dag gäller: {instead}",
        da: "behold navnet, hvis teksten handler om fortiden; i dag gælder: {instead}",
        instead = row.instead.message(),
    )
}

fn about(rule: &Rule, passage: &Passage, row: &stale::Stale, found: &str) -> Finding {
    let instead = row.instead.message();
    if row.kind == stale::Kind::Parked {
        return about_statement(rule, passage, row, found).help(say!(
            en: "write instead: {instead}",
            sv: "skriv i stället: {instead}",
            da: "skriv i stedet: {instead}",
            instead = instead,
        ));
    }
    let from = say::day(row.from);
    let (message, label) = if row.kind == stale::Kind::Law {
        (
            say!(
                en: "`{found}` has not been in force since {from}",
                sv: "`{found}` är upphävd sedan {from}",
                da: "`{found}` er ophævet siden {from}",
                from = from,
            ),
            say!(en: "repealed", sv: "upphävd", da: "ophævet"),
        )
    } else {
        (
            say!(
                en: "`{found}` has been wrong since {from}",
                sv: "`{found}` är inaktuellt sedan {from}",
                da: "`{found}` er forældet siden {from}",
                from = from,
            ),
            say!(en: "out of date", sv: "inaktuellt", da: "forældet"),
        )
    };
    rule.found(passage.at, message).label(label).help(say!(
        en: "write instead: {instead}",
        sv: "skriv i stället: {instead}",
        da: "skriv i stedet: {instead}",
        instead = instead,
    ))
}

/// The finding for a statement that waits for guidance that has come. Unlike others, it is not about a changed name.
fn about_statement(rule: &Rule, passage: &Passage, row: &stale::Stale, found: &str) -> Finding {
    let message = say!(
        en: "`{found}` waits for guidance that came on {from}",
        sv: "`{found}` väntar på vägledning som kom den {from}",
        da: "`{found}` afventer vejledning, som kom den {from}",
        found = found,
        from = say::day(row.from),
    );
    let label = say!(en: "what holds today?", sv: "vad gäller i dag?", da: "hvad gælder i dag?");
    rule.found(passage.at, message).label(label)
}

/// Whether a text is about the past: it says so itself.
fn is_history(passage: &Passage) -> bool {
    texts().history.is_in(passage.words)
}
