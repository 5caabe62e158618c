//! `secret-written`: the register contains a password or key.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "secret-written",
    aliases: &["P-07"],
    title: Words {
        en: "The register contains a password or key",
        sv: "Ett lösenord eller en nyckel står i registret",
        da: "En adgangskode eller nøgle står i fortegnelsen",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("32(1)")],
    why: Words {
        en: "The register is read by many and kept in history for ever.",
        sv: "Registret läses av många och historiken finns kvar för alltid.",
        da: "Fortegnelsen læses af mange, og historikken bliver liggende.",
    },
    bad: "remarks: [\"lösenord: Hemligt123\"]",
    good: "remarks: [Lösenordet byts varje år.]",
    check,
};

/// A cheap first filter: every secret that [`SECRET`] matches contains one of these.
static TRACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i-u:senord|passw|gangskode|kodeord|api[-_ ]?key|secret|token)|PRIVATE KEY|AKIA|gh[pousr]_").ok()
});

static SECRET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = r"(?i)(?-u:\b)(?:lösenord|losenord|password|passwd|adgangskode|kodeord|api[-_ ]?key|secret|token)\s*[:=]\s*\S*\d\S*|(?i:lösenord\w*|adgangskode\w*|kodeord\w*|password)[^.:]{0,40}\b\S*(?-i:[a-zåäöæø])[-_.!]?\d{3,}\S*";
    let keys =
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----|(?-u:\b)AKIA[0-9A-Z]{16}(?-u:\b)|(?-u:\b)gh[pousr]_[A-Za-z0-9]{30,}";
    Regex::new(&format!("{words}|{keys}")).ok()
});

fn check(case: &Case, findings: &mut Findings) {
    let may_hold = |passage: &&Passage| TRACE.iter().any(|trace| trace.is_match(passage.words));
    for passage in case.passages.iter().filter(may_hold) {
        let Some(found) = SECRET.as_ref().and_then(|secret| secret.find(passage.words)) else { continue };
        let message = say!(
            en: "this looks like a password or a key",
            sv: "det här ser ut som ett lösenord eller en nyckel",
            da: "det ligner en adgangskode eller en nøgle",
        );
        let label = say!(en: "change it", sv: "byt ut det", da: "skift den");
        let help = say!(
            en: "take it out, change it where it is used, and clean the history of the file",
            sv: "ta bort det, byt det där det används, och rensa filens historik",
            da: "fjern den, skift den, hvor den bruges, og ryd filens historik",
        );
        findings.push(passage.mark(RULE.found(passage.at, message).label(label).help(help), found.as_str()));
    }
}
