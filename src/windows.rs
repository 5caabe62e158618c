//! What is different on Windows: names of files, lengths and forms of paths. The logic is the same on every system, so that
//! a register from one can be used on another, and so that tests on any system run it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// Whether the entries of a folder can be synced to disk.
pub(crate) const SYNCS_FOLDERS: bool = !cfg!(windows);

/// The most UTF-16 units of a path below a workspace. Windows allows 259 for a whole path unless it is set to allow more,
/// and the folder of the workspace takes some.
const LONGEST_PATH: usize = 200;

/// Devices without a number.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Devices with a number.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// Whether Windows reserves a name for a device, whatever its case and its extension.
#[must_use]
pub(crate) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_lowercase();
    let is_numbered = |device: &&str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| matches!(number, "¹" | "²" | "³") || is_digit(number))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED.iter().any(is_numbered)
}

fn is_digit(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9'])
}

/// Why Windows cannot have a file of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is the name of a device.
    Reserved,
    /// It has this character.
    Letter(char),
    /// It ends with a dot or a space, which Windows drops.
    End,
    /// Its path is too long.
    Long,
}

/// Why Windows cannot have a path below a workspace, with `/` as separator; `None` if it can.
#[must_use]
pub(crate) fn unfit(path: &str) -> Option<Unfit> {
    let of_name = path.split('/').find_map(unfit_name);
    of_name.or_else(|| (path.encode_utf16().count() > LONGEST_PATH).then_some(Unfit::Long))
}

fn unfit_name(name: &str) -> Option<Unfit> {
    let is_refused =
        |letter: char| letter.is_control() || matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    if let Some(letter) = name.chars().find(|letter| is_refused(*letter)) {
        return Some(Unfit::Letter(letter));
    }
    match name {
        "." | ".." => None,
        name if name.ends_with(['.', ' ']) => Some(Unfit::End),
        name => is_reserved(name).then_some(Unfit::Reserved),
    }
}

/// Paths that are the same file on Windows, because only their case differs: each with the first such path.
#[must_use]
pub(crate) fn same<'p>(paths: impl IntoIterator<Item = &'p str>) -> Vec<(&'p str, &'p str)> {
    let mut first = BTreeMap::new();
    let mut same = Vec::new();
    for path in paths {
        let known = *first.entry(path.to_lowercase()).or_insert(path);
        if known != path {
            same.push((known, path));
        }
    }
    same
}

/// A path as other programs understand it. Windows gives a path without links a prefix, `\\?\C:\…`, that `git` and people
/// do not know.
#[must_use]
pub(crate) fn usual(path: &Path) -> Cow<'_, Path> {
    match path.to_str().filter(|_| cfg!(windows)).and_then(without_prefix) {
        Some(usual) => Cow::Owned(usual.into()),
        None => Cow::Borrowed(path),
    }
}

/// A path without the prefix, unless it is needed: for a path that is too long, or a name that Windows otherwise reads in
/// another way.
fn without_prefix(path: &str) -> Option<String> {
    let rest = path.strip_prefix(r"\\?\")?;
    let usual = match rest.strip_prefix(r"UNC\") {
        Some(share) => format!(r"\\{share}"),
        None if matches!(rest.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z', b':', b'\\', ..]) => rest.to_owned(),
        None => return None,
    };
    let is_fit = usual.split('\\').all(|name| unfit_name(name).is_none() || is_drive(name));
    (is_fit && usual.encode_utf16().count() < 260).then_some(usual)
}

fn is_drive(name: &str) -> bool {
    matches!(name.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z', b':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_reserved_with_any_case_and_extension() {
        for name in ["con", "CON", "Aux.yaml", "nul.tar.gz", "com1", "LPT9.md", "com¹.yaml", "prn .yaml", "CONOUT$"] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["console", "com", "com10", "lpt-1", "auxiliary.yaml", "a.con", ".con", "", "comx"] {
            assert!(!is_reserved(name), "{name}");
        }
    }

    #[test]
    fn a_path_is_unfit_for_one_of_its_names_or_its_length() {
        assert_eq!(unfit("registers/flen/activities/skolskjuts.yaml"), None);
        assert_eq!(unfit("./registers/../registers/.gitignore"), None);
        assert_eq!(unfit("registers/aux/municipality.yaml"), Some(Unfit::Reserved));
        assert_eq!(unfit("registers/flen/a:b.yaml"), Some(Unfit::Letter(':')));
        assert_eq!(unfit("registers/flen/a\tb.yaml"), Some(Unfit::Letter('\t')));
        assert_eq!(unfit("registers/flen./municipality.yaml"), Some(Unfit::End));
        assert_eq!(unfit("registers/flen/notices /a.yaml"), Some(Unfit::End));
        let of_length = |length: usize| format!("registers/{}", "å".repeat(length - 10));
        assert_eq!(unfit(&of_length(200)), None);
        assert_eq!(unfit(&of_length(201)), Some(Unfit::Long));
    }

    #[test]
    fn paths_that_differ_in_case_are_one_file() {
        assert_eq!(
            same(["a/b.yaml", "A/c.yaml", "a/C.yaml", "å.yaml", "Å.yaml"]),
            [("A/c.yaml", "a/C.yaml"), ("å.yaml", "Å.yaml")]
        );
    }

    #[test]
    fn a_prefix_goes_where_it_is_not_needed() {
        let is = |path, usual: Option<&str>| assert_eq!(without_prefix(path).as_deref(), usual, "{path}");
        is(r"\\?\C:\Users\dso\register", Some(r"C:\Users\dso\register"));
        is(r"\\?\UNC\server\share\register", Some(r"\\server\share\register"));
        is(r"\\?\C:\Users\aux", None);
        is(r"\\?\C:\Users\name.", None);
        is(r"\\?\Volume{00000000-0000-0000-0000-000000000000}\register", None);
        is(r"C:\Users\dso", None);
        is(&format!(r"\\?\C:\{}", "a".repeat(257)), None);
    }

    #[test]
    fn other_systems_keep_their_paths() {
        let path = Path::new(r"\\?\C:\Users");
        assert_eq!(usual(path).as_ref() == path, !cfg!(windows));
    }
}
