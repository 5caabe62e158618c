//! Generates registers of fictitious municipalities, with the same bytes for the same seed and with every field in
//! use.
//!
//! Swedish and Danish municipalities alternate. Names are combined from parts, addresses are at example.org,
//! telephone numbers are unused ones, and organisation numbers are left out.

mod activity;
mod administration;
mod chance;
mod consent;
mod data;
mod draft;
mod flow;
mod municipality;
mod names;
mod notice;
mod organisation;
mod pen;
mod plan;
mod purpose;
mod retention;
mod shared;
mod town;
mod words;
mod yaml;

use std::fs;
use std::io;
use std::path::Path;

use chance::Chance;
use pen::Pen;
use plan::{Kind, Plan};
use town::Town;
use yaml::Value;

/// The settings of the workspace.
const SETTINGS: &str =
    "# An invented workspace, made by benches/corpus.\ntitle = \"Invented registers\"\nlanguage = \"en\"\n";

/// The random path of the notices; no activity has this number.
const NOTICES: usize = 1 << 30;

/// Writes a workspace with this many municipalities and activities in each. A clean one has no gaps and no other
/// findings.
///
/// # Errors
/// When a file or folder cannot be written, or there are registers already: a folder can have only one corpus.
pub(crate) fn write(
    root: &Path,
    municipalities: usize,
    activities: usize,
    seed: u64,
    is_clean: bool,
) -> io::Result<()> {
    fs::create_dir_all(root)?;
    fs::create_dir(root.join("registers"))?;
    fs::write(root.join("ropa.toml"), SETTINGS)?;
    for index in 0..municipalities {
        let town = Town::new(index, seed, is_clean);
        let folder = root.join("registers").join(town.id());
        write_organisation(&folder, &town, seed)?;
        write_activities(&folder, &town, activities, seed)?;
    }
    Ok(())
}

/// Writes `municipality.yaml` and `shared/`.
fn write_organisation(folder: &Path, town: &Town, seed: u64) -> io::Result<()> {
    let mut pen = Pen::new(town, Chance::new(seed, &[town.index, 0]));
    // The first municipality leaves nothing out, so that a small corpus has every key.
    pen.odds = if town.index == 0 { 1 } else { 2 };
    put(folder, "municipality", &municipality::write(&mut pen))?;
    for (name, write) in shared::FILES {
        put(folder, &format!("shared/{name}"), &write(&mut pen))?;
    }
    Ok(())
}

/// Writes `activities/`, and `notices/` for those that need one.
fn write_activities(folder: &Path, town: &Town, count: usize, seed: u64) -> io::Result<()> {
    let mut earlier = Vec::new();
    let plans = plan::activities(town, count);
    for plan in &plans {
        put(folder, &format!("activities/{}", plan.id), &activity::write(town, plan, seed, &earlier))?;
        if matches!(plan.kind, Kind::Ordinary | Kind::Consent) {
            earlier.push(plan.id.clone());
        }
    }
    let told = |plan: &&Plan| !matches!(plan.kind, Kind::Part | Kind::Processor);
    let told: Vec<String> = plans.iter().filter(told).map(|plan| plan.id.clone()).collect();
    let mut pen = Pen::new(town, Chance::new(seed, &[town.index, NOTICES]));
    for (id, notice) in notice::all(&mut pen, &told) {
        put(folder, &format!("notices/{id}"), &notice)?;
    }
    Ok(())
}

/// Writes one YAML file.
fn put(folder: &Path, name: &str, value: &Value) -> io::Result<()> {
    let path = folder.join(format!("{name}.yaml"));
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(path, value.document())
}
