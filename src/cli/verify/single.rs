//! One published file: which compiled file it is to be.

use std::path::{Path, PathBuf};

use crate::audience::Audience;

/// The folder that holds the folder of the municipality of a published file: the one above `register.json`.
pub(super) fn published(file: &Path) -> Option<&Path> {
    let municipality = file.ancestors().skip(1).find(|folder| folder.join("register.json").is_file())?;
    municipality.parent()
}

/// The compiled file at the longest end of a path, and that end: `lund/sv/notices/skola.html` in `public`, or in the side
/// that the path names.
pub(super) fn compiled(file: &Path, made: &Path, side: Audience) -> Option<(PathBuf, String)> {
    let parts: Vec<_> = file.components().collect();
    let ends = (0..parts.len()).map(|from| parts[from..].iter().collect::<PathBuf>());
    ends.filter(|end| end.is_relative()).find_map(|end| {
        let places = [made.join(&end), made.join(side.folder()).join(&end)];
        let found = places.into_iter().find(|place| place.is_file())?;
        Some((found, end.to_string_lossy().replace('\\', "/")))
    })
}
