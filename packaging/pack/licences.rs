//! The licences of what is in the program, each text once.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::packages::{Package, Packages};

/// How deep below a package a licence of C code in it can stand.
const DEEPEST: usize = 4;

/// How the names of files with licences begin.
const NAMES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Where Debian keeps the licence of the C library.
const OF_C_LIBRARY: &str = "/usr/share/common-licenses/LGPL-2.1";

/// A list of all packages with their licences, and then every text once.
pub(crate) fn text(packages: &Packages) -> Result<String, Box<dyn Error>> {
    let mut out = String::from("The program ropa contains these packages. Their licences follow the list.\n\n");
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let apache = fs::read_to_string("LICENSE-APACHE")?;
    for package in &packages.others {
        let Package { name, version, licence, folder, .. } = package;
        _ = writeln!(out, "{name} {version}: {licence}");
        let mut found = texts_in(folder)?;
        if found.is_empty() {
            found.push(usual(package, &apache)?);
        }
        for text in found {
            texts.entry(text).or_default().push(format!("{name} {version}"));
        }
    }
    for (name, version, licence) in &packages.added {
        _ = writeln!(out, "{name} {version}: {licence}");
        let text = match *name {
            "glibc" => fs::read_to_string(OF_C_LIBRARY)?,
            _ => apache.clone(),
        };
        texts.entry(text).or_default().push(format!("{name} {version}"));
    }
    if packages.added.iter().any(|(name, ..)| *name == "glibc") {
        out.push_str(
            "\nThe GNU C library is linked into the program. The source of ropa is public, so that the program can be\n\
             linked with another version of that library: packaging/dist builds it.\n",
        );
    }
    // In the order of the first package that has each text.
    let mut texts: Vec<(String, Vec<String>)> = texts.into_iter().collect();
    texts.sort_by(|(_, one), (_, other)| one.cmp(other));
    for (text, users) in texts {
        _ = write!(out, "\n{}\n{}\n\n{}\n", "=".repeat(80), users.join(", "), text.trim_end());
    }
    Ok(out)
}

/// The text of the licence of a package whose archive has none: one that names nobody, or one with the authors that the
/// package names.
fn usual(package: &Package, apache: &str) -> Result<String, Box<dyn Error>> {
    let Package { name, version, licence, authors, .. } = package;
    if licence.contains("Apache-2.0") {
        return Ok(apache.to_owned());
    }
    if licence != "MIT" {
        return Err(format!("{name} {version} ({licence}) has no text of its licence").into());
    }
    let mut text = String::new();
    for line in fs::read_to_string("LICENSE-MIT")?.lines() {
        match line.starts_with("Copyright") {
            true => _ = writeln!(text, "Copyright (c) the authors of {name}: {}", authors.join(", ")),
            false => _ = writeln!(text, "{line}"),
        }
    }
    Ok(text)
}

/// The texts of licences in a package, with the same line ends.
fn texts_in(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for entry in WalkDir::new(folder).max_depth(DEEPEST).sort_by_file_name() {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if entry.file_type().is_file() && NAMES.iter().any(|begin| name.starts_with(begin)) {
            let text = String::from_utf8_lossy(&fs::read(entry.path())?).replace('\r', "");
            texts.push(text.trim().to_owned());
        }
    }
    texts.dedup();
    Ok(texts)
}
