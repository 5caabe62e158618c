//! Texts that a register says in several languages: an answer is in one of them, and the others stay.

use crate::ask::form::Kind;
use crate::draft::put::{Put, Step, Wanted};
use crate::format::yaml::{Kind as NodeKind, Node};
use crate::model::Lang;

/// Whether a value is words, which are said in each language, and no code.
pub(super) fn is_words(kind: &Kind, to: &Wanted) -> bool {
    match (kind, to) {
        (Kind::Text, _) => true,
        (Kind::Choice { choices, is_open: true }, Wanted::Scalar(to)) => {
            !choices.iter().any(|choice| choice.code == *to)
        }
        _ => false,
    }
}

/// The way to the words in the main language, where a text has several: the others stay.
pub(super) fn in_language(mut path: Vec<Step>, node: Option<&Node>, main: Option<Lang>) -> Vec<Step> {
    let is_translated = |node: &&Node| match &node.kind {
        NodeKind::Map(entries) => {
            !entries.is_empty()
                && entries.iter().all(|(key, _)| key.text().is_some_and(|key| Lang::parse(key).is_some()))
        }
        _ => false,
    };
    if let Some(main) = main.filter(|_| node.as_ref().is_some_and(is_translated)) {
        path.push(Step::Key(main.code().to_owned()));
    }
    path
}

/// Whether a change is of the words in the main language alone.
pub(in crate::ask) fn is_in_language(put: &Put, main: Option<Lang>) -> bool {
    matches!((put.path.last(), main), (Some(Step::Key(key)), Some(main)) if key == main.code())
}
