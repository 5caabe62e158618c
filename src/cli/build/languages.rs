//! Selects the languages that `ropa build` compiles: from the command line, of a municipality, and of the overview.

use std::collections::BTreeSet;

use crate::Error;
use crate::check::Checked;
use crate::language::{self, Language};
use crate::model::Lang;
use crate::say;

use crate::cli::Usage;
use crate::cli::read::Report;
use crate::cli::workspace::Workspace;

/// The languages named on the command line.
pub(in crate::cli) fn named(codes: &[String]) -> Result<Vec<Lang>, Usage> {
    let known = || language::all().map(|lang| lang.to_string()).collect::<Vec<_>>().join(", ");
    let parse = |code: &String| {
        let lang = Lang::parse(code).filter(|lang| language::language(*lang).is_some());
        lang.ok_or_else(|| {
            Usage(say!(
                en: "there is no language `{code}`; there are: {known}",
                sv: "det finns inget språk `{code}`; det finns: {known}",
                da: "der er intet sprog `{code}`; der er: {known}",
                known = known(),
            ))
        })
    };
    codes.iter().map(parse).collect()
}

/// The language of the files over all municipalities.
pub(super) fn common(workspace: &Workspace) -> Result<&'static Language, Error> {
    let code = &workspace.config.language;
    let language = Lang::parse(code).and_then(language::language);
    let fault = || {
        Error::new(say!(
            en: "ropa.toml: there is no language `{code}`",
            sv: "ropa.toml: det finns inget språk `{code}`",
            da: "ropa.toml: der er intet sprog `{code}`",
        ))
    };
    language.ok_or_else(fault)
}

/// The languages of a municipality, limited to `asked` unless that is empty.
pub(super) fn of(checked: &Checked, asked: &[Lang]) -> Vec<Lang> {
    let all = &checked.register().municipality.languages.items;
    all.iter().copied().filter(|lang| asked.is_empty() || asked.contains(lang)).collect()
}

/// Refuses a language that no register has. If the languages of a municipality could not be read, its errors are
/// reported instead.
pub(super) fn refuse_absent(asked: &[Lang], reports: &[Report]) -> Result<(), Usage> {
    let there: BTreeSet<&str> = reports.iter().flat_map(|report| &report.languages).map(|lang| lang.code()).collect();
    let is_broken = reports.iter().any(|report| report.languages.is_empty());
    let Some(lang) = asked.iter().find(|lang| !is_broken && !there.contains(lang.code())) else { return Ok(()) };
    Err(Usage(say!(
        en: "no register is written in `{lang}`; there are: {there}",
        sv: "inget register är skrivet på `{lang}`; det finns: {there}",
        da: "ingen fortegnelse er skrevet på `{lang}`; der er: {there}",
        there = there.into_iter().collect::<Vec<_>>().join(", "),
    )))
}
