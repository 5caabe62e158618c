//! The labels of closed codes, from the language files, and the Article of each.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::assets::languages;
use crate::lang::Lang;
use crate::language::language;
use crate::model::activity::{Listed, Record};
use crate::model::administration::Status;
use crate::model::consent::ObligationKind;
use crate::model::data::{ExceptionCode, Sensitivity, Special};
use crate::model::decision::Ground;
use crate::model::flow::{Derogation, Duty, Module, Tool};
use crate::model::organisation::{LegalForm, Role};
use crate::model::purpose::BasisCode;
use crate::model::retention::{Rounding, State, Then};
use crate::model::rights::{Applies, Right};
use crate::model::shared::RecipientKind;

/// A code with its label in each language.
#[derive(Debug, Serialize)]
pub(super) struct Labelled {
    code: &'static str,
    label: BTreeMap<&'static str, String>,
    /// The Article of the Regulation that has it: `6(1)(a)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<String>,
}

/// A list of codes with labels.
pub(super) struct List {
    /// The name of the type.
    pub name: &'static str,
    /// The key of a label in the language files, with `{}` for the code.
    key: &'static str,
    codes: Vec<&'static str>,
}

/// The lists of codes with labels.
pub(super) static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let list = |name, key, codes| List { name, key, codes };
    vec![
        list("Applies", "applies.{}", keys(Applies::ALL, Applies::key)),
        list("BasisCode", "basis.{}", keys(BasisCode::ALL, BasisCode::key)),
        list("Derogation", "derogation.{}", keys(Derogation::ALL, Derogation::key)),
        list("Duty", "disclosed-by.{}", keys(Duty::ALL, Duty::key)),
        list("ExceptionCode", "exception.{}", keys(ExceptionCode::ALL, ExceptionCode::key)),
        list("Ground", "ground.{}", keys(Ground::ALL, Ground::key)),
        list("LegalForm", "form.{}", keys(LegalForm::ALL, LegalForm::key)),
        list("Listed", "listed.{}", keys(Listed::ALL, Listed::key)),
        list("Module", "module.{}", keys(Module::ALL, Module::key)),
        list("ObligationKind", "obligation-kind.{}", keys(ObligationKind::ALL, ObligationKind::key)),
        list("RecipientKind", "recipient-kind.{}", keys(RecipientKind::ALL, RecipientKind::key)),
        list("Record", "record.{}", keys(Record::ALL, Record::key)),
        list("Right", "right-code.{}", keys(Right::ALL, Right::key)),
        list("Role", "role.{}", keys(Role::ALL, Role::key)),
        list("Rounding", "end-rounding.{}", keys(Rounding::ALL, Rounding::key)),
        list("Sensitivity", "sensitivity.{}", keys(Sensitivity::ALL, Sensitivity::key)),
        list("Special", "special.{}", keys(Special::ALL, Special::key)),
        list("State", "stage.{}", keys(State::ALL, State::key)),
        list("Status", "life.{}", keys(Status::ALL, Status::key)),
        list("Then", "then.{}", keys(Then::ALL, Then::key)),
        list("Tool", "tool.{}", keys(Tool::ALL, Tool::key)),
    ]
});

fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|code| key(*code)).collect()
}

static LABELS: LazyLock<FxHashMap<(&str, &str), Labelled>> = LazyLock::new(|| {
    let codes = LISTS.iter().flat_map(|list| list.codes.iter().map(move |code| (list, *code)));
    codes.map(|(list, code)| ((list.name, code), Labelled::of(list.key, code))).collect()
});

impl Labelled {
    fn of(key: &str, code: &'static str) -> Self {
        let key = key.replace("{}", code);
        let label = |lang: &str| Some(language(Lang::parse(lang)?)?.say(&key, &[]).plain());
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
