//! `special-unflagged`: a text suggests a special category, but the data are not marked as such.

use rustc_hash::FxHashSet;

use crate::check::passage::{Passage, Room};
use crate::check::rule::{Case, Rule};
use crate::claim::{self, Category};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::data::{Data, Sensitivity, Special};
use crate::model::record::field;
use crate::register::facts::special::{sensitivity_of, special_of};
use crate::say;
use crate::say::Words;
use crate::vocabulary::{self, Entry, ListName};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "special-unflagged",
    aliases: &["C-02"],
    title: Words {
        en: "Words point to a special category that is not marked",
        sv: "Ord tyder på känsliga uppgifter som inte är markerade",
        da: "Ord tyder på følsomme oplysninger, der ikke er markeret",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(1)"), Provision::Gdpr("10"), Provision::Cited("C-184/20")],
    why: Words {
        en: "Data from which health, origin or belief can be inferred are of a special category; unmarked, they lack their exception.",
        sv: "Uppgifter som avslöjar hälsa, ursprung eller tro är känsliga; omarkerade saknar de sitt undantag.",
        da: "Oplysninger, der afslører helbred, oprindelse eller tro, er følsomme; uden markering mangler de deres undtagelse.",
    },
    bad: "data: [{items: [{sv: uppgifter om sjukdom}]}]",
    good: "data: [{items: [{sv: uppgifter om sjukdom}], special: [health], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut marked = None;
    let mut spoken = FxHashSet::default();
    for passage in case.passages.iter().filter(|passage| passage.is_told && passage.room == Room::Data) {
        let Some(data) = passage.activity().and_then(|activity| record_at(activity, passage)) else { continue };
        const NAMING: [&str; 5] = [
            field!(Data, items),
            field!(Data, title),
            field!(Data, examples),
            field!(Data, when),
            field!(Data, because),
        ];
        let is_named = NAMING.contains(&passage.field());
        if is_settled(data) || !is_named || marked == Some(passage.at.range()) {
            continue;
        }
        if let Some((category, range)) = claim::special(passage.words, passage.lang.code()) {
            let words = &passage.words[range];
            if category == Category::Criminal {
                if sensitivity_of(data) != Some(Sensitivity::Criminal) {
                    marked = Some(passage.at.range());
                    findings.push(passage.mark(offence(passage.at, words), words));
                }
                continue;
            }
            let special = Special::of_key(&category.to_string()).unwrap_or(Special::Health);
            marked = Some(passage.at.range());
            spoken.insert(passage.at.begin());
            findings.push(passage.mark(found(passage.at, words, special), words));
        }
    }
    for data in case.activities().flat_map(|activity| &activity.data).filter(|data| !is_settled(data)) {
        for item in data.items.iter().filter(|item| !spoken.contains(&item.at().begin())) {
            let entry = item.word.code().and_then(|code| vocabulary::entry(ListName::Data, code));
            if let Some(special) = entry.and_then(Entry::reveals) {
                let words = item.word.text.words().next().unwrap_or_default();
                findings.push(found(item.at(), words, special));
            }
        }
    }
}

/// Whether the register says how sensitive data are: a special category, an exception, or a sensitivity.
fn is_settled(data: &Data) -> bool {
    use Sensitivity::{Confidential, Criminal, Ordinary, Special};
    let by_sensitivity = match sensitivity_of(data) {
        Some(Special | Ordinary | Confidential) => true,
        Some(Criminal) | None => false,
    };
    by_sensitivity || !special_of(data).is_empty() || data.special.none || !data.exception.is_unwritten()
}

fn found(at: Place, words: &str, special: Special) -> Finding {
    let message = say!(
        en: "`{words}` may reveal a special category",
        sv: "`{words}` kan avslöja känsliga uppgifter",
        da: "`{words}` kan afsløre følsomme oplysninger",
    );
    let finding = RULE.found(at, message);
    let finding = finding.label(say!(
        en: "probably Article 9(1)",
        sv: "troligen artikel 9.1",
        da: "formentlig artikel 9, stk. 1",
    ));
    finding.help(say!(
        en: "write `special: [{special}]` (or another category) and `exception:`; if the data reveal nothing, `sensitivity: ordinary`",
        sv: "skriv `special: [{special}]` (eller en annan kategori) och `exception:`; avslöjar uppgifterna inget, `sensitivity: ordinary`",
        da: "skriv `special: [{special}]` (eller en anden kategori) og `exception:`; afslører oplysningerne intet, `sensitivity: ordinary`",
        special = special.key(),
    ))
}

fn offence(at: Place, words: &str) -> Finding {
    let message = say!(
        en: "`{words}` may be data on criminal offences",
        sv: "`{words}` kan vara uppgifter om lagöverträdelser",
        da: "`{words}` kan være oplysninger om strafbare forhold",
    );
    let finding = RULE.found(at, message);
    let finding =
        finding.label(say!(en: "probably Article 10", sv: "troligen artikel 10", da: "formentlig artikel 10"));
    finding.help(say!(
        en: "write `sensitivity: criminal` and the law that allows it; if the data tell of no offence, `sensitivity: ordinary`",
        sv: "skriv `sensitivity: criminal` och lagen som tillåter det; rör uppgifterna inget brott, `sensitivity: ordinary`",
        da: "skriv `sensitivity: criminal` og loven, der tillader det; handler de ikke om et strafbart forhold, `sensitivity: ordinary`",
    ))
}

/// The data record that contains a text.
fn record_at<'r>(activity: &'r Activity, passage: &Passage) -> Option<&'r Data> {
    activity.data.iter().find(|data| passage.at.is_in(data.at))
}
