//! The result of `ropa verify`, as text and as JSON.

use serde_json::json;

use crate::Error;
use crate::say;
use crate::say::{Message, Tongue};
use crate::visible;

use super::compiler::Compiler;
use super::published::{Difference, Different, Entry, Kind};
use crate::cli::print;

/// What `ropa verify` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The folder is what the registers compile to.
    Same,
    /// It is not.
    Differs,
    /// It differs, and another version of the program or of the law data compiled it.
    CannotTell,
    /// The registers have errors, so they compile to nothing.
    HasErrors,
}

/// Prints the differences, what was skipped and the result.
pub(super) fn text(
    difference: &Difference,
    others: &[(String, Compiler)],
    result: Verdict,
    tongue: Tongue,
) -> Result<(), Error> {
    let Difference { files, differing, passed, absent } = difference;
    let absent = absent.iter().map(|side| {
        say!(
            en: "not compared: the folder has no {side}/",
            sv: "inte jämförd: mappen har ingen {side}/",
            da: "ikke sammenlignet: mappen har ingen {side}/",
        )
    });
    let passed = passed.iter().map(|path| {
        say!(
            en: "not compared, because it is allowed next to the compiled files: {path}",
            sv: "jämförs inte, eftersom den får ligga bredvid de sammanställda filerna: {path}",
            da: "sammenlignes ikke, fordi den gerne må ligge ved siden af de sammenstillede filer: {path}",
        )
    });
    let all = differing.iter().map(message).chain(absent).chain(passed);
    all.chain(others.iter().map(other)).try_for_each(|line| print::line(line.get(tongue)))?;
    let line_ends = differing.iter().filter(|different| different.kind == Kind::LineEnds).count();
    if line_ends > 0 {
        let told = say!(
            en: "{line_ends} files differ in their line ends only: `-text` in .gitattributes keeps git from changing them",
            sv: "{line_ends} filer skiljer sig bara i radsluten: `-text` i .gitattributes hindrar git från att ändra dem",
            da: "{line_ends} filer afviger kun i linjeskiftene: `-text` i .gitattributes hindrer git i at ændre dem",
        );
        print::line(told.get(tongue))?;
    }
    let (files, count) = (*files, differing.len());
    let summary = match result {
        Verdict::Same => say!(
            en: "the folder is what the registers compile to: {files} files",
            sv: "mappen stämmer med registren: {files} filer",
            da: "mappen svarer til fortegnelserne: {files} filer",
        ),
        Verdict::Differs => say!(
            en: "the folder is not what the registers compile to: {count} differences, {files} files are compiled",
            sv: "mappen stämmer inte med registren: {count} skillnader, {files} filer jämförda",
            da: "mappen afviger fra fortegnelserne: {count} forskelle, {files} filer sammenlignet",
        ),
        Verdict::CannotTell => say!(
            en: "it cannot be told whether the folder is what the registers compile to: another version made it; verify it with that version ({count} differences, {files} files are compiled)",
            sv: "det går inte att avgöra om mappen stämmer med registren: en annan version har gjort den; kontrollera den med den versionen ({count} skillnader, {files} filer jämförda)",
            da: "det kan ikke afgøres, om mappen svarer til fortegnelserne: en anden version har lavet den; kontrollér den med den version ({count} forskelle, {files} filer sammenlignet)",
        ),
        Verdict::HasErrors => say!(
            en: "it cannot be told whether the folder is what the registers compile to: they have errors",
            sv: "det går inte att avgöra om mappen stämmer med registren: de innehåller fel",
            da: "det kan ikke afgøres, om mappen svarer til fortegnelserne: De har fejl",
        ),
    };
    print::line(summary.get(tongue))
}

fn other((municipality, compiler): &(String, Compiler)) -> Message {
    let own = Compiler::own();
    say!(
        en: "{municipality} was compiled by {compiler}; this is {own}",
        sv: "{municipality} sammanställdes av {compiler}; det här är {own}",
        da: "{municipality} blev sammenstillet af {compiler}; dette er {own}",
        compiler = compiler,
        own = own,
    )
}

fn message(different: &Different) -> Message {
    let path = &different.path;
    match different.kind {
        Kind::Differs => say!(en: "differs: {path}", sv: "skiljer sig: {path}", da: "afviger: {path}"),
        Kind::LineEnds => say!(
            en: "differs in its line ends only: {path}",
            sv: "skiljer sig bara i radsluten: {path}",
            da: "afviger kun i linjeskiftene: {path}",
        ),
        Kind::Missing => say!(en: "missing: {path}", sv: "saknas: {path}", da: "mangler: {path}"),
        Kind::Extra(Entry::File) => say!(
            en: "not compiled: {path}",
            sv: "inte sammanställd: {path}",
            da: "ikke sammenstillet: {path}",
        ),
        Kind::Extra(Entry::Folder) => say!(
            en: "not compiled: the folder {path}/",
            sv: "inte sammanställd: mappen {path}/",
            da: "ikke sammenstillet: mappen {path}/",
        ),
        Kind::Extra(Entry::Link) => say!(
            en: "not compiled: the link {path}",
            sv: "inte sammanställd: länken {path}",
            da: "ikke sammenstillet: linket {path}",
        ),
        Kind::Extra(Entry::Special) => say!(
            en: "not compiled: {path}, which is neither a file nor a folder",
            sv: "inte sammanställd: {path}, som varken är en fil eller en mapp",
            da: "ikke sammenstillet: {path}, som hverken er en fil eller en mappe",
        ),
    }
}

/// Prints the result as JSON.
pub(super) fn json(difference: &Difference, others: &[(String, Compiler)], result: Verdict) -> Result<(), Error> {
    let kind = |kind: Kind| match kind {
        Kind::Differs => "differs",
        Kind::LineEnds => "line-ends",
        Kind::Missing => "missing",
        Kind::Extra(_) => "not-compiled",
    };
    let result = match result {
        Verdict::Same => "same",
        Verdict::Differs => "differs",
        Verdict::CannotTell => "cannot-tell",
        Verdict::HasErrors => "has-errors",
    };
    let own = Compiler::own();
    let different = |different: &Different| json!({"kind": kind(different.kind), "path": different.path});
    let other = |(municipality, compiler): &(String, Compiler)| json!({"municipality": municipality, "generator": compiler.generator, "law-data": compiler.law});
    let told = json!({
        "format": 1,
        "generator": own.generator,
        "law-data": own.law,
        "result": result,
        "files": difference.files,
        "differences": difference.differing.iter().map(different).collect::<Vec<_>>(),
        "not-compared": difference.absent,
        "allowed": difference.passed,
        "compiled-by-others": others.iter().map(other).collect::<Vec<_>>(),
    });
    print::data(&(visible::json(&format!("{told:#}")) + "\n"))
}
