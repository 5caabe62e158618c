//! `retention-unclear`: a retention rule gives no period, or contradicts itself.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::List;
use crate::model::period::Keep;
use crate::model::retention::{End, Event, Limit, Retention, Then};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-unclear",
    aliases: &["C-20a"],
    title: Words {
        en: "A retention rule says nothing, or two things",
        sv: "En lagringsregel säger ingenting, eller två saker",
        da: "En opbevaringsregel siger intet, eller to ting",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "A rule that gives no time, or two, tells nobody how long the data are kept.",
        sv: "En regel som inte anger någon tid, eller två, säger inte hur länge uppgifterna sparas.",
        da: "En regel, der ikke angiver nogen tid, eller to, siger ikke, hvor længe oplysningerne gemmes.",
    },
    bad: "retention: [{of: decisions, law: arkivlagen (1990:782)}]",
    good: "retention: [{of: decisions, keep: 2 years, from: decision}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for rule in &activity.retention {
            for (message, help) in faults(rule) {
                findings.push(
                    Finding::error(RULE.code, rule.at, message)
                        .label(say!(en: "in this rule", sv: "i den här regeln", da: "i denne regel"))
                        .help(help),
                );
            }
        }
    }
}

fn faults(rule: &Retention) -> Vec<(Words, Words)> {
    let own = End::from(rule);
    let has_end = !own.until.is_empty() || !rule.criterion.is_unwritten();
    let several = [&rule.first_of, &rule.last_of].map(|limits| !limits.items.is_empty());
    let has_stages = !rule.stages.items.is_empty();
    let ways = [own.keep.is_some(), has_end, several[0], several[1], has_stages].iter().filter(|is| **is).count();
    // A gap is told as a gap.
    let limits = [&rule.first_of, &rule.last_of].map(|limits| &limits.gaps);
    let mut gaps = limits.into_iter().chain([&rule.until.gaps, &rule.stages.gaps]);
    let says_nothing = ways == 0 && gaps.all(Vec::is_empty) && rule.unknown.is_none() && rule.keep.is_unwritten();
    let others: Vec<End> = rule.ends().skip(1).collect();
    let ends = others.len() - rule.except.items.len();
    let open =
        |place: usize| rule.except.items.get(place.wrapping_sub(ends)).is_some_and(|own| !own.until.gaps.is_empty());
    let says_nothing_in = |(place, end): (usize, &End)| end.keep.is_none() && end.until.is_empty() && !open(place);
    let events = || rule.ends().flat_map(End::into_events);
    let is_alone = |limits: &List<Limit>| limits.items.len() == 1 && limits.gaps.is_empty();
    let faults = [
        (says_nothing, NOTHING),
        (others.iter().enumerate().any(says_nothing_in), NOTHING_HERE),
        (ways > 1 || others.iter().any(|end| end.keep.is_some() && !end.until.is_empty()), TWO_THINGS),
        (is_alone(&rule.first_of) || is_alone(&rule.last_of), ALONE),
        (rule.ends().any(has_start_without_period), ENDLESS_WITH_START),
        (
            is_kept_and_destroyed(own, &rule.then)
                || rule.except.iter().any(|except| is_kept_and_destroyed(except.into(), &except.then)),
            KEPT_AND_DESTROYED,
        ),
        (events().any(has_no_age), NO_AGE),
        (events().any(is_empty), NO_EVENT),
        (events().any(is_day_and_event), DAY_AND_EVENT),
        (rule.except.iter().flat_map(|except| &except.born_on).any(|day| !(1..=31).contains(day)), NO_DAY),
        (rule.appraisal.0 && rule.then.items.len() < 2, NO_CHOICE),
    ];
    faults.into_iter().filter(|(is_fault, _)| *is_fault).map(|(_, fault)| fault).collect()
}

fn has_start_without_period(end: End) -> bool {
    matches!(end.keep, Some(Keep::Permanent { .. } | Keep::NotStored { .. })) && end.from.is_some()
}

/// Whether what is kept for ever is erased, weeded or closed too.
fn is_kept_and_destroyed(end: End, then: &List<Then>) -> bool {
    let is_end = |then: &Then| matches!(then, Then::Erase | Then::Weed | Then::Close);
    matches!(end.keep, Some(Keep::Permanent { .. })) && then.iter().any(is_end)
}

fn has_no_age(event: &Event) -> bool {
    event.event.as_ref().and_then(|term| term.word.code()) == Some("turns-age") && event.age.is_none()
}

fn is_empty(event: &Event) -> bool {
    let Event { event, from, until, day, age: _, rounding: _, at: _ } = event;
    event.is_none() && from.is_none() && until.is_none() && day.is_none()
}

fn is_day_and_event(event: &Event) -> bool {
    let Event { event, from, until, day, age, rounding, at: _ } = event;
    let has_words = event.is_some() || from.is_some() || until.is_some();
    day.is_some() && (has_words || age.is_some() || rounding.is_some())
}

const NOTHING: (Words, Words) = (
    Words {
        en: "this rule does not say how long",
        sv: "den här regeln säger inte hur länge",
        da: "denne regel siger ikke hvor længe",
    },
    Words {
        en: "write `keep:`, `until:`, `stages:` or `criterion:`; if it is not known, `unknown: why`",
        sv: "skriv `keep:`, `until:`, `stages:` eller `criterion:`; är det inte känt, `unknown: varför`",
        da: "skriv `keep:`, `until:`, `stages:` eller `criterion:`; er det ukendt, `unknown: hvorfor`",
    },
);

const NOTHING_HERE: (Words, Words) = (
    Words {
        en: "an end, a stage or an exception of this rule does not say how long",
        sv: "en gräns, ett skede eller ett undantag i den här regeln säger inte hur länge",
        da: "en grænse, et trin eller en undtagelse i denne regel siger ikke hvor længe",
    },
    Words {
        en: "write `keep:` or `until:` in each of them",
        sv: "skriv `keep:` eller `until:` i vart och ett av dem",
        da: "skriv `keep:` eller `until:` i hver af dem",
    },
);

const TWO_THINGS: (Words, Words) = (
    Words { en: "this rule says two things", sv: "den här regeln säger två saker", da: "denne regel siger to ting" },
    Words {
        en: "write `first-of: [{keep: …, from: …}, {until: …}]` if the first that comes counts, `last-of:` if the last does; two rules if both hold",
        sv: "skriv `first-of: [{keep: …, from: …}, {until: …}]` om det som inträffar först gäller, `last-of:` om det sista gör det; två regler om båda gäller",
        da: "skriv `first-of: [{keep: …, from: …}, {until: …}]`, hvis det første gælder, `last-of:`, hvis det sidste gør; to regler, hvis begge gælder",
    },
);

const ALONE: (Words, Words) = (
    Words {
        en: "`first-of` and `last-of` choose among several ends, but here is one",
        sv: "`first-of` och `last-of` väljer mellan flera gränser, men här finns en",
        da: "`first-of` og `last-of` vælger mellem flere grænser, men her er én",
    },
    Words {
        en: "add the other end, or write `keep:` or `until:` in the rule",
        sv: "lägg till den andra gränsen, eller skriv `keep:` eller `until:` i regeln",
        da: "tilføj den anden grænse, eller skriv `keep:` eller `until:` i reglen",
    },
);

const ENDLESS_WITH_START: (Words, Words) = (
    Words {
        en: "what is kept for ever, or not at all, has no start",
        sv: "det som bevaras för alltid, eller inte sparas, har ingen början",
        da: "det, der bevares for altid, eller ikke opbevares, har ingen begyndelse",
    },
    Words {
        en: "remove `from:`, or say in `remarks:` when it is archived",
        sv: "ta bort `from:`, eller ange i `remarks:` när det arkiveras",
        da: "fjern `from:`, eller angiv i `remarks:`, hvornår det arkiveres",
    },
);

const KEPT_AND_DESTROYED: (Words, Words) = (
    Words {
        en: "what is kept for ever is not destroyed",
        sv: "det som bevaras för alltid gallras eller raderas inte",
        da: "det, der bevares for altid, kasseres eller slettes ikke",
    },
    Words {
        en: "write `then: archive`, or a period in `keep:`",
        sv: "skriv `then: archive`, eller en tid i `keep:`",
        da: "skriv `then: archive`, eller en frist i `keep:`",
    },
);

const NO_AGE: (Words, Words) = (
    Words {
        en: "this event needs an age",
        sv: "den här händelsen behöver en ålder",
        da: "denne hændelse kræver en alder",
    },
    Words {
        en: "write `{event: turns-age, age: 18}`",
        sv: "skriv `{event: turns-age, age: 18}`",
        da: "skriv `{event: turns-age, age: 18}`",
    },
);

const NO_EVENT: (Words, Words) = (
    Words {
        en: "this event is not named",
        sv: "den här händelsen är inte angiven",
        da: "denne hændelse er ikke angivet",
    },
    Words {
        en: "write `event:` with a code or words, or `day:` with a date",
        sv: "skriv `event:` med en kod eller ord, eller `day:` med ett datum",
        da: "skriv `event:` med en kode eller ord, eller `day:` med en dato",
    },
);

const DAY_AND_EVENT: (Words, Words) = (
    Words {
        en: "a fixed day is no event, and has no age or rounding",
        sv: "en bestämd dag är ingen händelse, och har varken ålder eller avrundning",
        da: "en bestemt dag er ingen hændelse og har hverken alder eller afrunding",
    },
    Words {
        en: "write `{day: 2030-12-31}` alone, or the event without `day:`",
        sv: "skriv bara `{day: 2030-12-31}`, eller händelsen utan `day:`",
        da: "skriv kun `{day: 2030-12-31}`, eller hændelsen uden `day:`",
    },
);

const NO_DAY: (Words, Words) = (
    Words {
        en: "a month has the days 1 to 31",
        sv: "en månad har dagarna 1 till 31",
        da: "en måned har dagene 1 til 31",
    },
    Words {
        en: "write the days of the month in `born-on:`, such as `[5, 15, 25]`",
        sv: "skriv dagarna i månaden i `born-on:`, till exempel `[5, 15, 25]`",
        da: "skriv dagene i måneden i `born-on:`, for eksempel `[5, 15, 25]`",
    },
);

const NO_CHOICE: (Words, Words) = (
    Words {
        en: "an appraisal decides between several things, but `then` has one",
        sv: "en bedömning väljer mellan flera saker, men `then` har en",
        da: "en vurdering vælger mellem flere ting, men `then` har én",
    },
    Words {
        en: "write what may happen in `then:`, such as `[weed, archive]`, or remove `appraisal:`",
        sv: "skriv vad som kan hända i `then:`, till exempel `[weed, archive]`, eller ta bort `appraisal:`",
        da: "skriv, hvad der kan ske, i `then:`, for eksempel `[erase, archive]`, eller fjern `appraisal:`",
    },
);
