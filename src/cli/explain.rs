//! `ropa explain`.

use crate::check::example::{self, Example};
use crate::check::meaning;
use crate::check::rule::Rule;
use crate::check::rules;
use crate::diff::codes::{self, Code};
use crate::finding::Level;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::law::{pending, profile};
use crate::say;
use crate::say::Tongue;
use crate::vocabulary::{self, Form, ListName};
use clap::Args as ClapArgs;

use crate::cli::{OK, Usage, print};

/// Explain a rule, a change of `ropa diff`, or another code of a finding
///
/// Without a code, all rules are listed with level and title. A code that is one of a rule and of a change has both pages.
/// The codes of findings on files, keys and values, such as key-unknown, are no rules of law; they are explained too.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The code of a finding or a change, such as retention-vague or key-unknown, or the number of a rule, such as C-23
    code: Option<String>,
    /// List the changes of `ropa diff` with their grades
    #[arg(long, conflicts_with = "code")]
    changes: bool,
}

/// Prints the page of a rule, or the list of all rules.
pub(crate) fn run(args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    match &args.code {
        None if args.changes => print::text(&codes::list(tongue))?,
        None => print::text(&list(tongue))?,
        Some(code) => {
            let rule = rules::find(code).map(|rule| page(rule, tongue));
            let told = meaning::of(code).map(|told| format!("{code}\n{}\n", told.message().get(tongue)));
            let change = codes::all().find(|known| known.code == code);
            let change = change.map(|change: Code| codes::page(&change, tongue));
            let pages: Vec<String> = [rule, told, change].into_iter().flatten().collect();
            if pages.is_empty() {
                return Err(unknown(code).into());
            }
            print::text(&pages.join("\n"))?;
        }
    }
    Ok(OK)
}

fn unknown(code: &str) -> Usage {
    let rules = rules::all().map(|rule| rule.code);
    match nearest(code, rules.chain(meaning::codes()).chain(codes::all().map(|change| change.code))) {
        Some(near) => Usage(say!(
            en: "there is no code `{code}`; {question}",
            sv: "det finns ingen kod `{code}`; {question}",
            da: "der er ingen kode `{code}`; {question}",
            question = did_you_mean(near),
        )),
        None => Usage(say!(
            en: "there is no code `{code}`; `ropa explain` lists the rules, `ropa explain --changes` the changes",
            sv: "det finns ingen kod `{code}`; `ropa explain` visar reglerna, `ropa explain --changes` ändringarna",
            da: "der er ingen kode `{code}`; `ropa explain` viser reglerne, `ropa explain --changes` ændringerne",
        )),
    }
}

fn list(tongue: Tongue) -> String {
    let mut all: Vec<&Rule> = rules::all().collect();
    all.sort_unstable_by_key(|rule| rule.code);
    let level = |level: Level| level.words().get(tongue);
    let levels = [Level::Info, Level::Warning, Level::Error].map(|each| level(each).chars().count());
    let width = levels.into_iter().max().unwrap_or_default() + 1;
    let line = |rule: &Rule| format!("{:<28} {:<width$} {}\n", rule.code, level(rule.level), titled(rule, tongue));
    all.into_iter().map(line).collect()
}

/// The title of a rule in the list, with its country if it applies in one only, and levels that differ by country.
fn titled(rule: &Rule, tongue: Tongue) -> String {
    let only = rule.country.map(|code| say!(en: "{x} only", sv: "bara {x}", da: "kun {x}", x = country(code, tongue)));
    let only = only.map(|only| only.get(tongue).to_owned());
    let levels = profile::all().filter(|row| row.rule == rule.code);
    let levels =
        levels.map(|row| format!("{}: {}", country(row.country.as_str(), tongue), row.level.words().get(tongue)));
    let asides: Vec<String> = only.into_iter().chain(levels).collect();
    let title = rule.title.get(tongue);
    if asides.is_empty() { title.to_owned() } else { format!("{title} ({})", asides.join(", ")) }
}

/// The name of a country, or its code.
fn country(code: &str, tongue: Tongue) -> String {
    let entry = vocabulary::entry(ListName::Countries, code);
    let name = entry.zip(tongue.lang()).and_then(|(entry, lang)| entry.label(lang, Form::Label));
    name.unwrap_or(code).to_owned()
}

fn page(rule: &Rule, tongue: Tongue) -> String {
    let law: Vec<String> = rule.law.iter().map(|provision| provision.cite(tongue)).collect();
    let numbers = if rule.aliases.is_empty() { String::new() } else { format!(" ({})", rule.aliases.join(", ")) };
    let mut page = format!(
        "{}[{}]{numbers}\n{}\n\n{}\n\n{}: {}\n",
        rule.level.words().get(tongue),
        rule.code,
        rule.title.get(tongue),
        rule.why.get(tongue),
        say!(en: "Law", sv: "Lag", da: "Lov").get(tongue),
        law.join("; "),
    );
    if let Some(code) = rule.country {
        let applies = say!(en: "Applies only in", sv: "Gäller bara i", da: "Gælder kun i").get(tongue).to_owned();
        page.push_str(&format!("{applies}: {}\n", country(code, tongue)));
    }
    for row in profile::all().filter(|row| row.rule == rule.code) {
        let level = say!(
            en: "Level in {country}",
            sv: "Nivå i {country}",
            da: "Niveau i {country}",
            country = country(row.country.as_str(), tongue),
        );
        page.push_str(&format!("{}: {}\n", level.get(tongue), row.level.words().get(tongue)));
    }
    for row in pending::about(rule.law) {
        let may = say!(
            en: "A proposal may change this, and is not applied: {proposal}",
            sv: "Ett förslag kan ändra detta och tillämpas inte: {proposal}",
            da: "Et forslag kan ændre dette og anvendes ikke: {proposal}",
            proposal = row.proposal,
        );
        page.push_str(&format!("{}\n", may.get(tongue)));
    }
    if let Some(Example { bad, good }) = example::of(rule, tongue) {
        let wrong = say!(en: "Wrong", sv: "Fel", da: "Forkert");
        let right = say!(en: "Right", sv: "Rätt", da: "Rigtigt");
        page.push_str(&format!(
            "\n{}:\n{}\n{}:\n{}",
            wrong.get(tongue),
            indented(&bad),
            right.get(tongue),
            indented(&good)
        ));
    }
    page
}

fn indented(piece: &str) -> String {
    piece.lines().map(|line| format!("  {line}\n")).collect()
}
