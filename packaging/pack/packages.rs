//! The packages in the program for a target, as cargo resolves them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// A package.
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// Its version.
    pub(crate) version: String,
    /// The SPDX expression of its licence.
    pub(crate) licence: String,
    /// Its authors.
    pub(crate) authors: Vec<String>,
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// The SHA-256 of its archive, from Cargo.lock; none for our own.
    pub(crate) checksum: Option<String>,
    /// The packages that it uses in the program, by name and version.
    pub(crate) uses: BTreeSet<(String, String)>,
}

/// What the compiler adds to the program: its name, version and licence.
pub(crate) type Added = (&'static str, String, &'static str);

/// The packages in the program.
pub(crate) struct Packages {
    /// Our own.
    pub(crate) own: Package,
    /// The others, in order of name and version.
    pub(crate) others: Vec<Package>,
    /// What the compiler adds to every program, each with its version and licence.
    pub(crate) added: Vec<Added>,
}

impl Packages {
    /// The packages for a target. What only builds or tests use is left out.
    pub(crate) fn of(target: &str) -> Result<Self, Box<dyn Error>> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
        let metadata: Value = serde_json::from_str(&printed(cargo, &args)?)?;
        let root = text(&metadata["resolve"]["root"]);
        let nodes = items(&metadata["resolve"]["nodes"]);
        let nodes: BTreeMap<&str, &Value> = nodes.iter().map(|node| (text(&node["id"]), node)).collect();
        let known = items(&metadata["packages"]);
        let known: BTreeMap<&str, &Value> = known.iter().map(|package| (text(&package["id"]), package)).collect();
        let checksums = checksums(&fs::read_to_string("Cargo.lock")?)?;
        let mut all = BTreeMap::new();
        let mut todo = vec![root];
        while let Some(id) = todo.pop() {
            if all.contains_key(id) {
                continue;
            }
            let used: Vec<&str> = nodes.get(id).map(|node| used(node)).unwrap_or_default();
            let package = known.get(id).ok_or("a package that cargo does not describe")?;
            let uses = used.iter().filter_map(|used| known.get(used)).map(|used| identity(used)).collect();
            all.insert(id, Package { uses, ..described(package, &checksums)? });
            todo.extend(used);
        }
        let own = all.remove(root).ok_or("our own package is not among the resolved ones")?;
        let mut others: Vec<Package> = all.into_values().collect();
        others.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
        Ok(Self { own, others, added: added(target)? })
    }
}

/// The ids of the packages that a package uses in the program.
fn used(node: &Value) -> Vec<&str> {
    let is_in_program = |used: &&Value| items(&used["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
    items(&node["deps"]).iter().filter(is_in_program).map(|used| text(&used["pkg"])).collect()
}

fn identity(package: &Value) -> (String, String) {
    (text(&package["name"]).to_owned(), text(&package["version"]).to_owned())
}

fn described(package: &Value, checksums: &BTreeMap<(String, String), String>) -> Result<Package, Box<dyn Error>> {
    let (name, version) = identity(package);
    let licence = text(&package["license"]).replace('/', " OR ");
    if licence.is_empty() {
        return Err(format!("{name} states no licence").into());
    }
    let folder = PathBuf::from(text(&package["manifest_path"])).parent().map(PathBuf::from).unwrap_or_default();
    let checksum = checksums.get(&(name.clone(), version.clone())).cloned();
    let authors = items(&package["authors"]).iter().map(|author| text(author).to_owned()).collect();
    Ok(Package { name, version, licence, authors, folder, checksum, uses: BTreeSet::new() })
}

fn checksums(lock: &str) -> Result<BTreeMap<(String, String), String>, Box<dyn Error>> {
    let lock: toml::Table = lock.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).ok_or("Cargo.lock lists no packages")?;
    let of = |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    let checksum = |package| Some(((of(package, "name")?, of(package, "version")?), of(package, "checksum")?));
    Ok(packages.iter().filter_map(checksum).collect())
}

/// The standard library, and the C library where it is linked into the program.
fn added(target: &str) -> Result<Vec<Added>, Box<dyn Error>> {
    let rustc = printed("rustc", &["--version"])?;
    let version = rustc.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let mut added = vec![("rust-std", version, "MIT OR Apache-2.0")];
    if target.ends_with("-linux-gnu") {
        let glibc = printed("getconf", &["GNU_LIBC_VERSION"])?;
        added.push(("glibc", glibc.trim().trim_start_matches("glibc ").to_owned(), "LGPL-2.1-or-later"));
    }
    Ok(added)
}

/// What a program prints.
fn printed(program: impl AsRef<OsStr>, args: &[&str]) -> Result<String, Box<dyn Error>> {
    let program = program.as_ref();
    let output = Command::new(program).args(args).output()?;
    if !output.status.success() {
        return Err(format!("{} failed: {}", program.display(), String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
