//! `activity-duplicate`: two activities describe the same thing.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Text;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;
use rustc_hash::FxHashMap;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "activity-duplicate",
    aliases: &["A30-17", "C-27"],
    title: Words {
        en: "Two activities describe the same thing",
        sv: "Två behandlingar beskriver samma sak",
        da: "To behandlinger beskriver det samme",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(d)"), Provision::Gdpr("30(1)")],
    why: Words {
        en: "Two versions of one activity drift apart, and a reader cannot tell which one holds.",
        sv: "Två versioner av en behandling glider isär, och läsaren kan inte veta vilken som gäller.",
        da: "To versioner af én behandling glider fra hinanden, og læseren kan ikke vide, hvilken der gælder.",
    },
    bad: "title: Elevhälsa",
    good: "title: Skolskjuts",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut titles: FxHashMap<String, &Activity> = FxHashMap::default();
    let mut contents: FxHashMap<&str, Alike> = FxHashMap::default();
    for activity in case.activities() {
        let family = activity.part_of.as_ref().map_or("", |whole| whole.id.as_str());
        let title = titles.entry(format!("{family}/{}", plain(&activity.title))).or_insert(activity);
        let twin = if title.id == activity.id { same_content(activity, &mut contents) } else { Some(*title) };
        if let Some(twin) = twin {
            findings.push(
                RULE.found(
                    activity.title.at,
                    say!(
                        en: "`{id}` and `{twin_id}` describe the same thing",
                        sv: "`{id}` och `{twin_id}` beskriver samma sak",
                        da: "`{id}` og `{twin_id}` beskriver det samme",
                        id = activity.id,
                        twin_id = twin.id,
                    ),
                )
                .label(say!(en: "described twice", sv: "beskriven två gånger", da: "beskrevet to gange"))
                .related(twin.title.at, say!(en: "the other one", sv: "den andra", da: "den anden"))
                .help(say!(
                    en: "merge them into one, and write the other id in `replaces:`; or give them titles that tell them apart",
                    sv: "slå ihop dem och skriv det andra id:t i `replaces:`; eller ge dem rubriker som skiljer dem åt",
                    da: "slå dem sammen, og skriv det andet id i `replaces:`; eller giv dem overskrifter, der adskiller dem",
                )),
            );
        }
    }
}

/// Activities with the same first purpose.
#[derive(Default)]
struct Alike<'c> {
    /// The first of them, as long as it is the only one.
    only: Option<&'c Activity>,
    /// The first activity with each content.
    told: FxHashMap<String, &'c Activity>,
}

/// An earlier activity with the same purposes, data and retention, if there is enough to compare. Activities are
/// first grouped by their first purpose, which few share.
fn same_content<'c>(activity: &'c Activity, contents: &mut FxHashMap<&'c str, Alike<'c>>) -> Option<&'c Activity> {
    let first = activity.purposes.iter().next().and_then(|purpose| {
        purpose.what.plain.as_deref().or(purpose.what.by_lang.first().map(|(_, words)| words.as_str()))
    });
    let first = first.filter(|_| activity.part_of.is_none() && activity.data.items.len() > 1)?;
    let told = |one: &Activity| serde_json::to_string(&(&one.purposes, &one.data, &one.retention)).unwrap_or_default();
    let alike = contents.entry(first).or_default();
    if alike.told.is_empty() && alike.only.is_none() {
        alike.only = Some(activity);
        return None;
    }
    if let Some(only) = alike.only.take() {
        alike.told.insert(told(only), only);
    }
    let twin = *alike.told.entry(told(activity)).or_insert(activity);
    (twin.id != activity.id).then_some(twin)
}

/// School forms: former and current names.
const RENAMED: [(&str, &str); 4] = [
    ("gymnasiesärskola", "anpassad gymnasieskola"),
    ("grundsärskola", "anpassad grundskola"),
    ("särskola", "anpassad skola"),
    ("skolhälsovård", "elevhälsa"),
];

/// A title without case, punctuation and spaces, with current names.
fn plain(title: &Text) -> String {
    let words = title.words().next().map(|words| words.to_lowercase()).unwrap_or_default();
    let today = RENAMED.iter().fold(words, |words, (earlier, present)| words.replace(earlier, present));
    today.chars().filter(|letter| letter.is_alphanumeric()).collect()
}
