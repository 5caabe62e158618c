//! Whether the tests have checked the embedded files as they are (`templates/checked`). Then a run reads only the tables
//! that it uses.

use xxhash_rust::xxh3::Xxh3;

use super::{TEMPLATES, paths, text};

/// The file with the fingerprint of the files that were checked.
const RECORD: &str = "checked";

/// The fingerprint of the embedded files, in hexadecimal: XXH3 of their paths and contents, without the record itself.
#[must_use]
pub fn fingerprint() -> String {
    let mut files = paths(&TEMPLATES);
    files.sort_unstable();
    let mut hash = Xxh3::new();
    for path in files.into_iter().filter(|path| *path != RECORD) {
        let bytes = TEMPLATES.get_file(path).map(include_dir::File::contents).unwrap_or_default();
        for part in [path.as_bytes(), &[0], &bytes.len().to_le_bytes(), bytes] {
            hash.update(part);
        }
    }
    format!("{:032x}", hash.digest128())
}

/// Whether the embedded files are those that the tests have checked.
pub(crate) fn are_checked() -> bool {
    text(RECORD).is_ok_and(|record| record.trim_end() == fingerprint())
}
