//! Words of a closed list.

use crate::draft::nearest::nearest;
use crate::draft::yaml::Node;
use crate::finding::{Finding, Findings};

/// The index of the word at `node` among the `known` ones; an unknown word is reported with the nearest.
pub fn read_code(
    node: &Node,
    what: &str,
    known: impl Iterator<Item = &'static str> + Clone,
    findings: &mut Findings,
) -> Option<usize> {
    let written = node.text().unwrap_or_default();
    let found = known.clone().position(|code| code == written);
    if found.is_none() {
        let finding = match node.text() {
            Some(word) => Finding::error("code-unknown", node.place, format!("`{word}` is not {what}")),
            None => Finding::error(
                "type-wrong",
                node.place,
                format!("{what} is one word, but here is {}", node.kind_in_words()),
            ),
        };
        let all = known.clone().collect::<Vec<_>>().join(", ");
        findings.push(match nearest(written, known) {
            Some(near) => finding.label(format!("did you mean `{near}`?")).help(format!("{what} is one of: {all}")),
            None => finding.label("not one of the known words").help(format!("{what} is one of: {all}")),
        });
    }
    found
}
