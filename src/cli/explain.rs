//! `ropa explain`.

use clap::Args as ClapArgs;
use ropa::check::rule::Rule;
use ropa::check::rules;
use ropa::draft::nearest::nearest;
use ropa::say;
use ropa::say::Tongue;

use crate::cli::workspace::Speech;
use crate::cli::{OK, Usage};

/// Explain a rule: why, by which law, with an example
///
/// Without a code, every rule is listed with its level and title.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The code of a finding, such as retention-vague, or its number in the catalogue
    code: Option<String>,
    #[command(flatten)]
    speech: Speech,
}

/// Prints the page of a rule, or the list of them all.
pub(crate) fn run(args: &Args) -> anyhow::Result<u8> {
    let tongue = args.speech.tongue();
    match &args.code {
        None => list(tongue),
        Some(code) => anstream::print!("{}", page(find(code)?, tongue)),
    }
    Ok(OK)
}

fn find(code: &str) -> Result<&'static Rule, Usage> {
    rules::find(code).ok_or_else(|| match nearest(code, rules::all().map(|rule| rule.code)) {
        Some(near) => Usage(format!("there is no rule `{code}`; did you mean `{near}`?")),
        None => Usage(format!("there is no rule `{code}`; `ropa explain` lists them")),
    })
}

fn list(tongue: Tongue) {
    let mut all: Vec<&Rule> = rules::all().collect();
    all.sort_unstable_by_key(|rule| rule.code);
    for rule in all {
        anstream::println!("{:<28} {:<8} {}", rule.code, rule.level.to_string(), rule.title.get(tongue));
    }
}

fn page(rule: &Rule, tongue: Tongue) -> String {
    let law: Vec<String> = rule.law.iter().map(|provision| provision.cite(tongue)).collect();
    let mut page = format!(
        "{}[{}] ({})\n{}\n\n{}\n\n{}: {}\n",
        rule.level,
        rule.code,
        rule.aliases.join(", "),
        rule.title.get(tongue),
        rule.why.get(tongue),
        say!(en: "Law", sv: "Lag", da: "Lov").get(tongue),
        law.join("; "),
    );
    if !rule.bad.is_empty() {
        let wrong = say!(en: "Wrong", sv: "Fel", da: "Forkert");
        let right = say!(en: "Right", sv: "Rätt", da: "Rigtigt");
        page.push_str(&format!(
            "\n{}:\n{}\n{}:\n{}",
            wrong.get(tongue),
            indented(rule.bad),
            right.get(tongue),
            indented(rule.good)
        ));
    }
    page
}

fn indented(piece: &str) -> String {
    piece.lines().map(|line| format!("  {line}\n")).collect()
}
