//! The stages of the library, for files in memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::civil::Date;
use ropa::check::levels::Levels;
use ropa::check::{self, Checked, Conditions};
use ropa::compile::{self, KeptByLang};
use ropa::draft;
use ropa::finding::Findings;
use ropa::render::html::{self, Look, Pages};
use ropa::resolve::{self, Register};
use ropa::source::Read;
use ropa::source::content::Content;
use ropa::source::tree::Tree;

use super::base::Files;

/// The name of the municipality.
pub(crate) const NAME: &str = "kommun";

/// The day on which the law must hold.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 21);

/// Reads files as a municipality.
pub(crate) fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Read {
    let file = |(path, bytes): (&str, &[u8])| (format!("registers/{NAME}/{path}"), Content::Bytes(bytes.to_vec()));
    Tree::new(files.into_iter().map(file).collect()).read("registers", NAME)
}

/// Reads texts as a municipality.
pub(crate) fn read_texts(files: &Files) -> Read {
    read(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())))
}

/// What is meant, and what was found on the way there.
pub(crate) fn resolved(read: &Read) -> (Register, Findings) {
    let mut findings = read.findings.clone();
    let draft = draft::folder::read(&read.sources, &mut findings);
    let register = resolve::resolve(NAME, draft, &mut findings);
    (register, findings)
}

/// Checks what was read.
pub(crate) fn checked(read: &Read, levels: &Levels) -> Result<Checked, Findings> {
    let (register, findings) = resolved(read);
    check::check(register, findings, Conditions { today: TODAY, levels, sources: &read.sources })
}

/// Compiles one side: every file by its path.
pub(crate) fn compiled(checked: &Checked, is_internal: bool) -> BTreeMap<String, Vec<u8>> {
    let pages = Pages::new(&Look { colour: "#14508c".to_owned() }).unwrap();
    let languages = checked.register().municipality.languages.items.clone();
    let files = Mutex::new(BTreeMap::new());
    let put = |artifact: ropa::render::Artifact| {
        let other = files.lock().unwrap().insert(artifact.path.clone(), artifact.bytes);
        assert!(other.is_none(), "two files are called {}", artifact.path);
        Ok::<(), html::Error>(())
    };
    let kept = KeptByLang::new(&languages);
    let files_to = compile::Files { pages: &pages, fingerprint: None, put: &put };
    compile::municipality(checked, &kept, &languages, is_internal, files_to).unwrap();
    files.into_inner().unwrap()
}
