//! `ropa explain`.

use crate::check::example::{self, Example};
use crate::check::rule::Rule;
use crate::check::rules;
use crate::diff::codes::{self, Code};
use crate::finding::Level;
use crate::format::nearest::nearest;
use crate::format::phrases::did_you_mean;
use crate::law::profile;
use crate::say;
use crate::say::Tongue;
use crate::vocabulary::{self, Form, ListName};
use clap::Args as ClapArgs;

use crate::cli::{OK, Usage, print};

/// Explain a rule, or a change of `ropa diff`: its reason and its law
///
/// Without a code, all rules are listed with level and title. A code that is one of a rule and of a change has both pages.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The code of a rule, such as retention-vague, or its number, such as C-23, or the code of a change
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
            let change = codes::all().find(|known| known.code == code);
            match (rules::find(code), change) {
                (None, None) => return Err(unknown(code).into()),
                (rule, change) => {
                    let rule = rule.map(|rule| page(rule, tongue));
                    let change = change.map(|change: Code| codes::page(&change, tongue));
                    print::text(&rule.into_iter().chain(change).collect::<Vec<_>>().join("\n"))?;
                }
            }
        }
    }
    Ok(OK)
}

fn unknown(code: &str) -> Usage {
    let all = rules::all().map(|rule| rule.code).chain(codes::all().map(|change| change.code));
    match nearest(code, all) {
        Some(near) => Usage(say!(
            en: "there is no rule and no change `{code}`; {question}",
            sv: "det finns ingen regel och ingen ändring `{code}`; {question}",
            da: "der er ingen regel og ingen ændring `{code}`; {question}",
            question = did_you_mean(near),
        )),
        None => Usage(say!(
            en: "there is no rule and no change `{code}`; `ropa explain` lists the rules, `ropa explain --changes` the changes",
            sv: "det finns ingen regel och ingen ändring `{code}`; `ropa explain` visar reglerna, `ropa explain --changes` ändringarna",
            da: "der er ingen regel og ingen ændring `{code}`; `ropa explain` viser reglerne, `ropa explain --changes` ændringerne",
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
