//! The labels of closed codes, from the language files, and the Article of each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::assets::languages;
use crate::lang::Lang;
use crate::language::language;
use crate::model::administration::Status;
use crate::model::data::{ExceptionCode, Special};
use crate::model::decision::Ground;
use crate::model::flow::Tool;
use crate::model::organisation::Role;
use crate::model::purpose::BasisCode;

/// A code with its label in each language.
#[derive(Debug, Serialize)]
pub(super) struct Labelled {
    code: &'static str,
    label: BTreeMap<&'static str, String>,
    /// The Article of the Regulation that has it: `6(1)(a)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

/// The lists of codes with labels: the name of the type, the group in the language files, the codes.
pub(super) static LISTS: LazyLock<[(&str, &str, Vec<&'static str>); 7]> = LazyLock::new(|| {
    [
        ("BasisCode", "basis", keys(BasisCode::ALL, BasisCode::key)),
        ("ExceptionCode", "exception", keys(ExceptionCode::ALL, ExceptionCode::key)),
        ("Special", "special", keys(Special::ALL, Special::key)),
        ("Tool", "tool", keys(Tool::ALL, Tool::key)),
        ("Ground", "ground", keys(Ground::ALL, Ground::key)),
        ("Role", "role", keys(Role::ALL, Role::key)),
        ("Status", "life", keys(Status::ALL, Status::key)),
    ]
});

fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|code| key(*code)).collect()
}

static LABELS: LazyLock<FxHashMap<(&str, &str), Labelled>> = LazyLock::new(|| {
    let codes = LISTS.iter().flat_map(|(list, group, codes)| codes.iter().map(move |code| (*list, *group, *code)));
    codes.map(|(list, group, code)| ((list, code), Labelled::of(group, code))).collect()
});

impl Labelled {
    fn of(group: &str, code: &'static str) -> Self {
        let label = |lang: &str| Some(language(Lang::parse(lang)?)?.code(group, code).plain());
        let label: BTreeMap<&str, String> =
            languages().filter_map(|lang| Some((lang.as_str(), label(lang.as_str())?))).collect();
        let article = label.get("en").and_then(|label| label.rsplit_once("(Article ")?.1.strip_suffix(')'));
        Self { code, article: article.map(str::to_owned), label }
    }
}

/// The code of a list with its label; `None` if the list has no labels.
pub(super) fn of(list: &'static str, code: &'static str) -> Option<&'static Labelled> {
    LABELS.get(&(list, code))
}
