//! Runs the stages of the library on files in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

use jiff::civil::Date;
use ropa::internals::audience::Sheets;
use ropa::internals::check::Checked;
use ropa::internals::check::levels::Levels;
use ropa::internals::check::rules;
use ropa::internals::compile;
use ropa::internals::config::Config;
use ropa::internals::document::audience::Source;
use ropa::internals::finding::Findings;
use ropa::internals::pipeline::Understood;
use ropa::internals::render::html::{Look, Pages};
use ropa::internals::source::Read;
use ropa::internals::source::content::Content;
use ropa::internals::source::tree::Tree;

use super::base::Files;

/// The name of the municipality.
pub(crate) const NAME: &str = "kommun";

/// The date of the checks.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 21);

/// Every rule is off, so that registers that break the law are compiled too.
pub(crate) static LAWLESS: LazyLock<Levels> = LazyLock::new(|| {
    let off = |code| format!("{code} = {{ level = \"off\", because = \"-\" }}\n");
    let settings: String = rules::all().map(|rule| off(rule.code)).collect();
    let settings = format!("[levels]\n{settings}");
    Config::parse(Path::new("ropa.toml"), &settings).unwrap().levels
});

/// Reads files as a municipality.
pub(crate) fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Read {
    let file = |(path, bytes): (&str, &[u8])| (format!("registers/{NAME}/{path}"), Content::Bytes(bytes.to_vec()));
    Tree::new(files.into_iter().map(file).collect()).read("registers", NAME)
}

/// Reads texts as a municipality.
pub(crate) fn read_texts(files: &Files) -> Read {
    read(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))
}

/// Checks a register.
pub(crate) fn checked(read: &Read, levels: &Levels) -> Result<Checked, Findings> {
    match Understood::of(read.clone()).check(TODAY, levels) {
        Ok((_, checked)) => Ok(checked),
        Err((_, findings)) => Err(findings),
    }
}

/// Compiles one side; returns every file by its path.
pub(crate) fn compiled(source: Source) -> BTreeMap<String, Vec<u8>> {
    compiled_with(source, Sheets::ALL, true)
}

/// The compiled files, with sheets and fragments where they are asked for.
pub(crate) fn compiled_with(source: Source, sheets: Sheets, has_fragments: bool) -> BTreeMap<String, Vec<u8>> {
    let site = Some("https://kommun.example/integritet/".to_owned());
    let pages = Pages::new(&Look { site, ..Look::default() }).unwrap();
    let languages = source.register().municipality.languages.items.clone();
    let files = Mutex::new(BTreeMap::new());
    let put = |artifact: ropa::internals::render::Artifact| {
        let other = files.lock().unwrap().insert(artifact.path.clone(), artifact.bytes);
        assert!(other.is_none(), "two files are called {}", artifact.path);
        Ok(())
    };
    let files_to = compile::Files { pages: &pages, fingerprint: None, has_fragments, sheets, put: &put };
    compile::municipality(source, &languages, TODAY, files_to).unwrap();
    files.into_inner().unwrap()
}
