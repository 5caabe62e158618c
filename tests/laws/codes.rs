//! RULES.md lists every code of a finding.

use std::fmt::Write as _;

use ropa::internals::check::example::{self, Example};
use ropa::internals::check::meaning;
use ropa::internals::check::rule::Rule;
use ropa::internals::check::rules;
use ropa::internals::finding::Level;
use ropa::internals::say::Tongue;

use crate::support::{Workspace, assert_kept};

const HEAD: &str = "\
# The codes of findings

Every code that `ropa check` prints: the rules, with their law and an example, and the codes of files, keys and values.
The codes of changes are in [GRADES.md](GRADES.md). `ropa explain <code>` explains one, in Swedish and Danish too.
";

/// A piece of YAML that a page shows.
fn fenced(label: &str, piece: &str) -> String {
    format!("\n{label}:\n\n```yaml\n{}\n```\n", piece.trim_end())
}

fn explain(code: &str) -> String {
    Workspace::empty().ropa(&["explain", code]).is(0).out
}

/// The section of a rule.
fn section(rule: &Rule) -> String {
    let law: Vec<String> = rule.law.iter().map(|provision| provision.cite(Tongue::English)).collect();
    let mut section = format!("\n### `{}`\n\n{}. {}\n", rule.code, rule.title.en, rule.why.en);
    writeln!(section, "\nLaw: {}", law.join("; ")).unwrap();
    if rule.country.is_some() {
        let explained = explain(rule.code);
        writeln!(section, "\n{}", explained.lines().find(|line| line.starts_with("Applies only in")).unwrap()).unwrap();
    }
    if let Some(Example { bad, good }) = example::of(rule, Tongue::English) {
        section += &fenced("Wrong", &bad);
        section += &fenced("Right", &good);
    }
    section
}

fn page() -> String {
    let mut all: Vec<&Rule> = rules::all().collect();
    all.sort_unstable_by_key(|rule| rule.code);
    let mut page = HEAD.to_owned();
    for (level, title) in [(Level::Error, "Errors"), (Level::Warning, "Warnings"), (Level::Info, "Hints")] {
        write!(page, "\n## {title}\n").unwrap();
        all.iter().filter(|rule| rule.level == level).for_each(|rule| page += &section(rule));
    }
    page += "\n## Files, keys and values\n\n| Code | What it means, and what to do |\n|---|---|\n";
    for code in meaning::codes() {
        let explained = explain(code);
        let (_, meaning) = explained.trim_end().split_once('\n').unwrap();
        writeln!(page, "| `{code}` | {} |", meaning.replace('|', "\\|").replace('\n', " ")).unwrap();
    }
    page
}

#[test]
fn the_page_of_all_codes_is_up_to_date() {
    let page = page();
    assert_kept("RULES.md", &page);
    assert!(rules::all().all(|rule| page.matches(&format!("\n### `{}`\n", rule.code)).count() == 1));
}
