//! Codes of closed lists.

use crate::finding::{Finding, Findings};
use crate::format::answer::misplaced_gap;
use crate::format::label::code_called;
use crate::format::nearest::nearest;
use crate::format::phrases::{did_you_mean, is_not};
use crate::format::space::{self, LABEL};
use crate::format::yaml::Node;
use crate::say;
use crate::say::Words;

/// The index of the code at `node` in `known`; an unknown code is reported with the nearest one.
pub(crate) fn read_code(node: &Node, what: Words, known: &[&'static str], findings: &mut Findings) -> Option<usize> {
    let written = node.text().unwrap_or_default();
    let found = known.iter().position(|code| *code == written);
    if found.is_none() {
        if let Some(finding) = misplaced_gap(node) {
            findings.push(finding);
            return None;
        }
        let finding = match node.text() {
            Some(word) => Finding::error("code-unknown", node.place, is_not(word, what)),
            None => Finding::error(
                "type-wrong",
                node.place,
                say!(
                    en: "{what} is one word, but here is {kind}",
                    sv: "{what} är ett enda ord, men här står {kind}",
                    da: "{what} er ét ord, men her står {kind}",
                    what = what,
                    kind = node.kind_in_words(),
                ),
            ),
        };
        let all = known.join(", ");
        let meant = code_called(written, known.iter().copied()).or_else(|| nearest(written, known.iter().copied()));
        let label = if written.contains(space::is_odd) { Some(LABEL.into()) } else { meant.map(did_you_mean) };
        let none = say!(
            en: "not one of the known words",
            sv: "inte något av de kända orden",
            da: "ikke et af de kendte ord",
        );
        findings.push(finding.label(label.unwrap_or(none)).help(say!(
            en: "{what} is one of: {all}",
            sv: "{what} är ett av följande: {all}",
            da: "{what} er et af følgende: {all}",
            what = what,
        )));
    }
    found
}
