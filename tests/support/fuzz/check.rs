//! Edits, resolves and checks a complete municipality, and prints every finding in every format.

use std::convert::Infallible;

use ropa::internals::check::levels::Levels;
use ropa::internals::finding::{Findings, Level};
use ropa::internals::fix;
use ropa::internals::pipeline::Understood;
use ropa::internals::report::{Part, Run, github, gitlab, json, junit, sarif};
use ropa::internals::say::Tongue;
use ropa::internals::source::{File, Read};
use ropa::internals::todo::{self, Filter, Todo};

use super::edits::Edited;
use super::harmless::{Data, markdown, printed};
use super::reader::show;
use super::stages;

/// The maximum number of findings printed for people; more only repeat the same ones.
const MOST: usize = 40;

/// Edits a register, checks it and prints the findings in every format. Returns whether it can be published.
pub(crate) fn check(bytes: &[u8]) -> bool {
    let mut edited = Edited::new("", false);
    edited.follow(&String::from_utf8_lossy(bytes));
    let read = stages::read_texts(edited.files());
    let findings = found(&read);
    findings.iter().take(MOST).for_each(|finding| show(finding, &read));
    for tongue in Tongue::ALL {
        tell(&read, &findings, tongue);
        ask(&read, &findings, tongue);
    }
    mend(&read);
    findings.iter().all(|finding| finding.level != Level::Error)
}

fn found(read: &Read) -> Findings {
    match stages::checked(read, &Levels::default()) {
        Ok(checked) => checked.findings().to_vec(),
        Err(findings) => findings,
    }
}

/// The machine-readable formats.
fn tell(read: &Read, findings: &Findings, tongue: Tongue) {
    let parts = vec![Part { municipality: stages::NAME, sources: &read.sources, findings: findings.iter().collect() }];
    let run = Run { parts, date: stages::TODAY, tongue, fail_on: Level::Error, root: String::new() };
    let told = [json::report(&run), sarif::log(&run), gitlab::report(&run)];
    told.into_iter().for_each(|told| Data::json(told.unwrap().as_bytes()));
    Data::xml(&junit::report(&run).unwrap());
    let commands = github::commands(&run);
    assert!(commands.lines().all(|line| line.starts_with("::")), "a value made a line of its own:\n{commands}");
}

/// The to-do list.
fn ask(read: &Read, findings: &Findings, tongue: Tongue) {
    let complete = Understood::of(read.clone()).complete();
    let list = Todo::of(&complete, findings, &read.sources, &Filter::default(), tongue);
    printed("the to-do list", &todo::text(&list, stages::TODAY));
    markdown("the to-do list", &todo::markdown(&list, stages::TODAY));
}

/// All fixes are made at once: the next run finds none.
fn mend(read: &Read) {
    let mut read = read.clone();
    let Ok(outcome) = fix::fix(read.clone(), original, found);
    for fixed in &outcome.files {
        let file = read.sources.files.iter_mut().find(|file| file.path == fixed.file.path).unwrap();
        fixed.after.as_str().clone_into(&mut file.text);
    }
    let Ok(again) = fix::fix(read, original, found);
    let paths: Vec<&str> = again.files.iter().map(|fixed| fixed.file.path.as_str()).collect();
    assert!(paths.is_empty(), "a second run mends {paths:?}");
}

fn original(file: &File) -> Result<Vec<u8>, Infallible> {
    Ok(file.text.clone().into_bytes())
}
