//! `transfer-undeclared`: a processor or recipient in a third country, but no transfer.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::model::activity::Activity;
use crate::model::country::Country;
use crate::resolve::Register;
use crate::vocabulary::{self, ListName};

/// The rule.
pub static RULE: Rule = Rule {
    code: "transfer-undeclared",
    alias: "T-02",
    title: "A processor or recipient in a third country, but no transfer",
    level: Level::Error,
    law: "Article 44, Article 30(1)(e), Article 13(1)(f) GDPR",
    why: "Data that go to a country outside the EU and the EEA need a basis in Chapter V, and the person must be told.",
    bad: "processors: [american]\ntransfers: none",
    good: "processors: [american]\ntransfers: [{to: american, country: US, tool: standard-clauses, module: 2, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let declared = |activity: &&Activity| !activity.transfers.items.is_empty() || !activity.transfers.gaps.is_empty();
    for activity in case.activities().filter(|activity| !declared(activity)) {
        for (place, country) in abroad(case.register, activity) {
            let finding = Finding::error(RULE.code, place, format!("data go to {}, outside the EU and the EEA, but no transfer is declared", country.code))
                .label("established in a third country")
                .related(country.at, "the country stands here")
                .help("write `transfers:` with `to`, `country`, `tool` and `copy`; if the tool is not known, `tool: {unknown: why}`");
            findings.push(if activity.transfers.none {
                finding.related(activity.transfers.at, "but here it says that there are none")
            } else {
                finding
            });
        }
    }
}

/// The processors and recipients of an activity that are established outside the EEA.
fn abroad<'r>(register: &'r Register, activity: &'r Activity) -> Vec<(Place, &'r Country)> {
    let shared = &register.shared;
    let processors = activity.processors.iter().filter_map(|used| {
        let processor = shared.processors.get(&used.processor.id)?;
        let abroad = processor.sub_processors.iter().filter_map(|sub| sub.country.value());
        let country = processor.country.value().into_iter().chain(abroad).find(|country| is_third(country))?;
        Some((used.processor.at(), country))
    });
    let recipients = activity.recipients.iter().filter_map(|disclosure| {
        let key = disclosure.to.word.key()?;
        let recipient = shared.recipients.iter().find(|(id, _)| id.as_str() == key).map(|(_, recipient)| recipient)?;
        Some((disclosure.to.at(), recipient.country.as_ref().filter(|country| is_third(country))?))
    });
    processors.chain(recipients).chain(systems_abroad(register, activity)).collect()
}

/// The systems of an activity that are hosted outside the EEA, or provided by a processor from there.
fn systems_abroad<'r>(register: &'r Register, activity: &'r Activity) -> Vec<(Place, &'r Country)> {
    let of_processors = activity.processors.iter().flat_map(|used| &used.systems);
    let used = activity.systems.iter().map(|used| &used.system).chain(of_processors);
    used.filter_map(|used| {
        let system = register.shared.systems.get(&used.id)?;
        let provider = system.processor.value().and_then(|id| register.shared.processors.get(&id.id));
        let countries =
            system.hosted_in.value().into_iter().chain(provider.and_then(|provider| provider.country.value()));
        Some((used.at(), countries.into_iter().find(|country| is_third(country))?))
    })
    .collect()
}

fn is_third(country: &Country) -> bool {
    vocabulary::entry(ListName::Countries, &country.code).is_some_and(|entry| !entry.eea)
}
