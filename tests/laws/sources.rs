//! Conventions of the source code that the compiler does not check.

use std::fs;

use crate::support::{root, tree};

/// The source files: path and text.
pub(super) fn sources() -> Vec<(String, String)> {
    let files = tree(&root().join("src")).into_iter();
    files.map(|(path, bytes)| (format!("src/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// A source file without its tests.
pub(super) fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

#[test]
fn no_source_file_is_longer_than_300_lines() {
    let lengths = sources().into_iter().map(|(path, text)| (text.lines().count(), path));
    let long: Vec<_> = lengths.filter(|(length, _)| *length > 300).collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn nothing_in_the_program_gives_up() {
    let words = [".unwrap()", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", "TODO", "FIXME", "XXX"];
    for (path, text) in sources() {
        for (number, line) in without_tests(&text).lines().enumerate() {
            let found = words.iter().find(|word| line.contains(**word));
            assert!(found.is_none(), "{path}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn every_source_file_opens_with_its_sentence() {
    for (path, text) in sources() {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! "), "{path}: {first}");
    }
}

#[test]
fn every_exception_to_a_lint_has_its_reason() {
    for (path, text) in sources() {
        for (at, _) in text.match_indices("#[allow(").chain(text.match_indices("#[expect(")) {
            let attribute = text[at..].split(']').next().unwrap_or_default();
            assert!(attribute.contains("reason = "), "{path}: {attribute}]");
        }
    }
}

#[test]
fn no_module_is_an_attic() {
    for (path, _) in sources() {
        let name = path.trim_end_matches(".rs").rsplit('/').next().unwrap_or_default();
        assert!(!["utils", "util", "helpers", "common", "misc"].contains(&name), "{path}");
    }
}

/// A test file without a `mod` is never compiled. The fuzz targets are separate binaries; their bodies are not.
#[test]
fn every_test_file_is_in_the_suite() {
    let tests = root().join("tests");
    for (path, bytes) in tree(&tests) {
        let is_module = |path: &&str| *path != "suite" && !path.starts_with("fuzz/targets/");
        let Some(module) = path.strip_suffix(".rs").filter(is_module) else { continue };
        let module = module.strip_suffix("/mod").unwrap_or(module);
        let (above, name) = module.rsplit_once('/').unwrap_or(("suite", module));
        let above = [format!("{above}.rs"), format!("{above}/mod.rs")];
        let above = above.iter().find_map(|file| fs::read_to_string(tests.join(file)).ok()).unwrap_or_default();
        assert!(above.contains(&format!("mod {name};")), "tests/{path} is not compiled");
        assert!(bytes.starts_with(b"//! "), "tests/{path} has no sentence");
    }
}
