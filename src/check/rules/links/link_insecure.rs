//! `link-insecure`: a link leads to a page without encryption.

use crate::check::passage::Kind;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "link-insecure",
    aliases: &["K-01"],
    title: Words {
        en: "A link goes to a page without encryption",
        sv: "En länk går till en sida utan kryptering",
        da: "Et link går til en side uden kryptering",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("32(1)")],
    why: Words {
        en: "Whoever follows it can be watched on the way.",
        sv: "Den som följer länken kan avlyssnas på vägen.",
        da: "Den, der følger linket, kan aflyttes undervejs.",
    },
    bad: "links: [{label: Ansök, url: \"http://example.org/ansok\"}]",
    good: "links: [{label: Ansök, url: \"https://example.org/ansok\"}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let links = case.passages.iter().filter(|passage| passage.words.starts_with("http://"));
    for passage in links.filter(|passage| passage.kind == Kind::Plain) {
        let message = say!(
            en: "`{link}` is not encrypted",
            sv: "`{link}` är inte krypterad",
            da: "`{link}` er ikke krypteret",
            link = passage.words,
        );
        let label = say!(en: "`https://` is missing", sv: "`https://` saknas", da: "`https://` mangler");
        let help = say!(
            en: "write `https://`, and see that the page answers",
            sv: "skriv `https://`, och se att sidan svarar",
            da: "skriv `https://`, og se, at siden svarer",
        );
        let edit = (0.."http://".len(), "https://".to_owned());
        let finding = RULE.found(passage.at, message).label(label).help(help).fix(passage.words, vec![edit]);
        findings.push(passage.mark(finding, passage.words));
    }
}
