//! Every code of a change, for `ropa explain` and the page of all changes.

use std::fmt::Write as _;

use crate::diff::duty::Duty;
use crate::diff::form::kind;
use crate::diff::grade::{self, Grade, Row};
use crate::diff::labels::duty_words;
use crate::diff::remarks::Kind;
use crate::diff::settings;
use crate::say;
use crate::say::{Message, Tongue};

/// A kind of change, or of finding about changes.
pub(crate) struct Code {
    /// The stable code.
    pub code: &'static str,
    /// The grade; `None` for a finding about changes.
    pub grade: Option<Grade>,
    /// What it means.
    pub reason: Message,
    /// The provisions, those of the Regulation first.
    pub law: Message,
    /// The duties that follow.
    pub obliges: &'static [Duty],
    /// The row of the table; `None` for changes of settings and findings about changes.
    row: Option<&'static Row>,
}

/// Every code: those of the table in the order in which they are tried, then those of settings and of findings.
pub(crate) fn all() -> impl Iterator<Item = Code> {
    let settings = settings::codes().into_iter().map(|(code, grade, reason)| Code {
        code,
        grade: Some(grade),
        reason,
        law: Message::default(),
        obliges: &[],
        row: None,
    });
    let remarks = Kind::ALL.into_iter().map(|kind| Code {
        code: kind.code(),
        grade: None,
        reason: Message::each(|tongue| format!("{}. {}", kind.title().get(tongue), kind.why().get(tongue))),
        law: Message::default(),
        obliges: &[],
        row: None,
    });
    grade::rows().map(of_row).chain(settings).chain(remarks)
}

fn of_row(row: &'static Row) -> Code {
    Code {
        code: &row.code,
        grade: Some(row.grade),
        reason: row.reason(),
        law: row.law_everywhere(),
        obliges: &row.obliges,
        row: Some(row),
    }
}

/// The page of one code.
#[must_use]
pub(crate) fn page(code: &Code, tongue: Tongue) -> String {
    let finding = say!(en: "finding", sv: "avvikelse", da: "afvigelse");
    let word = code.grade.map_or(finding, |grade| Message::from(grade.words()));
    let mut page = format!("{}[{}]\n{}\n", word.get(tongue), code.code, code.reason.get(tongue));
    let mut line = |label: Message, text: String| _ = write!(page, "\n{}: {text}\n", label.get(tongue));
    if !code.law.en.is_empty() {
        line(say!(en: "Law", sv: "Lag", da: "Lov"), code.law.get(tongue).to_owned());
    }
    if let Some(row) = code.row {
        line(say!(en: "Applies to", sv: "Gäller", da: "Gælder"), row.paths().join(", "));
        if row.on_words().is_some() || row.conditions().next().is_some() {
            let when = row.on_words().into_iter().chain(row.conditions().map(str::to_owned));
            line(say!(en: "Only if", sv: "Bara om", da: "Kun hvis"), when.collect::<Vec<_>>().join(", "));
        }
    }
    let duties: Vec<String> = code.obliges.iter().map(|duty| duty_words(*duty).get(tongue).to_owned()).collect();
    if !duties.is_empty() {
        line(say!(en: "To do", sv: "Att göra", da: "Skal gøres"), duties.join("; "));
    }
    if code.row.is_some() {
        let decide = say!(
            en: "Another grade for one change, decided in ropa.toml before it is made:",
            sv: "En annan grad för en ändring, beslutad i ropa.toml innan den görs:",
            da: "En anden grad for én ændring, besluttet i ropa.toml, før den foretages:",
        );
        _ = write!(
            page,
            "\n{}\n  [[diff.grade]]\n  change = \"{}\"\n  subject = \"…\"\n  grade = \"…\"\n  because = \"…\"\n  until = 2027-12-31\n",
            decide.get(tongue),
            code.code
        );
    }
    page
}

/// The list of all codes with their grades and meanings.
#[must_use]
pub(crate) fn list(tongue: Tongue) -> String {
    let finding = say!(en: "finding", sv: "avvikelse", da: "afvigelse");
    let word = |code: &Code| code.grade.map_or(finding.get(tongue), |grade| grade.words().get(tongue)).to_owned();
    let line = |code: Code| format!("{:<30} {:<14} {}\n", code.code, word(&code), kind(code.reason.get(tongue)));
    all().map(line).collect()
}

/// The page of all changes as Markdown, in English.
#[must_use]
pub fn all_as_markdown() -> String {
    let mut page = String::from(
        "# Changes and their grades\n\n\
         Every kind of change that `ropa diff` tells apart, with its grade, the law and the duties that follow. The first row\n\
         of `templates/law/grades.toml` that fits a change decides. `ropa explain <code>` explains one.\n",
    );
    for grade in Grade::ALL {
        _ = write!(page, "\n## {}\n\n| Code | What it means | Law | To do |\n|---|---|---|---|\n", grade.words().en);
        all().filter(|code| code.grade == Some(grade)).for_each(|code| row(&code, &mut page));
    }
    page.push_str("\n## Findings about changes\n\n| Code | What it means | Law | To do |\n|---|---|---|---|\n");
    all().filter(|code| code.grade.is_none()).for_each(|code| row(&code, &mut page));
    page
}

fn row(code: &Code, page: &mut String) {
    let duties: Vec<String> = code.obliges.iter().map(|duty| duty_words(*duty).en).collect();
    let cell = |text: &str| text.replace('|', "\\|");
    _ = writeln!(
        page,
        "| `{}` | {} | {} | {} |",
        code.code,
        cell(&code.reason.en),
        cell(&code.law.en),
        cell(&duties.join("; "))
    );
}
