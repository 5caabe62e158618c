//! Retention periods in a cell: the period by the reader of the format, the start and the end by the events of
//! `templates/import/events.toml`. Every word has to be understood; otherwise the text stays as it is.

mod both;
mod events;

use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value, json};

use super::bases::is_law;
use super::split::pieces;
use super::words::{begins_as_sentence, danish, is_doubtful, small};
use crate::model::period::Keep;
use crate::model::record::field;
use crate::model::retention::{Retention, Then};

use both::both;
pub(super) use events::check;
use events::{end, events};

/// Verbs, with what happens when the time is over.
static VERBS: LazyLock<Vec<(Regex, Option<Then>)>> = LazyLock::new(|| {
    const HELP: &str =
        r"(?:(?:kan|ska|skal|skall|blir|vil bli|will be|are|is|must be) )?(?:automatiskt? |automatically )?";
    const KEPT: &str = "sparas|lagras|lagres|lagret|bevaras|behålls|förvaras|opbevares|gemmes|oppbevares|oppbevart|kept|stored|retained";
    const ERASED: &str = "raderas|tas bort|slettes/fjernes|slettes|slettet|fjernes|deleted|erased|removed";
    const ANONYMISED: &str = "anonymiseras|anonymiseres|anonymisert|anonymised|anonymized";
    let verbs = [
        (KEPT, None),
        (ERASED, Some(Then::Erase)),
        ("gallras", Some(Then::Weed)),
        (ANONYMISED, Some(Then::Anonymise)),
        ("arkiveras|arkiveres|archived", Some(Then::Archive)),
    ];
    let verb = |(words, then): (&str, Option<Then>)| {
        let pattern = format!(r"^(?P<of>[^,;:]{{0,60}}?)\b{HELP}(?:{words})\b ?(?P<rest>.*)$");
        Some((Regex::new(&pattern).ok()?, then))
    };
    verbs.into_iter().filter_map(verb).collect()
});

/// What stands before the verb and means all data.
static ALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const WORDS: &str = "data|dataene|(?:person)?uppgifter(?:na)?|(?:person)?oplysninger(?:ne)?|(?:person)?opplysninger?(?:ne|ene)?|information|informationen|de|dem|they|vi";
    Regex::new(&format!("^(?:(?:all|alla|alle|the|your) )?(?:{WORDS})?$")).ok()
});

/// The rules that each piece of a cell lays down; a piece that is not understood is an error with its text.
#[must_use]
pub(super) fn read(text: &str) -> Vec<Result<Value, String>> {
    pieces(text).into_iter().map(|piece| rule(&piece).ok_or(piece)).collect()
}

/// Writes the keys of a rule.
#[derive(Debug, Default, Clone)]
struct Rule(Map<String, Value>);

impl Rule {
    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.0.insert(key.to_owned(), value.into());
    }
}

fn rule(piece: &str) -> Option<Value> {
    if Keep::meant(piece).is_some() {
        return clause(&small(piece), None, Rule::default());
    }
    let (body, law) = without_brackets(piece)?;
    let mut rule = Rule::default();
    let (of, body) = match body.split_once(':') {
        Some((of, body)) => (Some(of.trim()), body.trim()),
        None => (None, body.as_str()),
    };
    if let Some(of) = of {
        rule.set(field!(Retention, of), named(of)?);
    }
    // These negations are bounds.
    const BOUNDS: [(&str, &str); 4] = [
        ("ikke lengre enn", "højst"),
        ("ikke længere end", "højst"),
        ("inte längre än", "högst"),
        ("no longer than", "at most"),
    ];
    let text = BOUNDS.iter().fold(small(body), |text, (bound, most)| text.replace(bound, most));
    if is_doubtful(&text) {
        return None;
    }
    let by_verb = |mut rule: Rule| {
        let (found, then) = VERBS.iter().find_map(|(verb, then)| Some((verb.captures(&text)?, *then)))?;
        let before = found.name("of").map_or("", |of| of.as_str()).trim();
        if !ALL.as_ref()?.is_match(before) {
            if rule.0.contains_key(field!(Retention, of)) {
                return None;
            }
            rule.set(field!(Retention, of), named(body.get(..before.len()).filter(|of| of.to_lowercase() == before)?)?);
        }
        clause(found.name("rest").map_or("", |rest| rest.as_str()), then, rule)
    };
    let mut value = clause(&text, None, rule.clone()).or_else(|| by_verb(rule))?;
    if let (Some(law), Some(rule)) = (law, value.as_object_mut()) {
        rule.insert(field!(Retention, law).to_owned(), law.into());
    }
    Some(value)
}

/// The name of the records that a rule is about: a few words without a number.
fn named(of: &str) -> Option<&str> {
    let of = of.trim();
    let is_name =
        !of.is_empty() && of.len() <= 60 && !of.contains(|letter: char| letter.is_ascii_digit() || letter == '`');
    const OPENINGS: [&str; 16] = [
        "tills", "until", "indtil", "inntil", "så", "efter", "etter", "after", "senast", "senest", "med", "with",
        "under", "as", "fram", "from",
    ];
    let is_clause =
        OPENINGS.contains(&of.to_lowercase().split(' ').next().unwrap_or_default()) || begins_as_sentence(of);
    (is_name && !is_clause && of.split(' ').count() <= 5).then_some(of)
}

/// A text without its brackets, and the law that stands in one of them. `None` if something else stands there that may
/// change the rule.
fn without_brackets(text: &str) -> Option<(String, Option<String>)> {
    let (mut body, mut law) = (String::new(), None);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, after) = after.split_once(')')?;
        body.push_str(before);
        match inside.trim() {
            inside if is_law(inside) && law.is_none() => law = Some(inside.to_owned()),
            inside if is_doubtful(inside) || begins_as_sentence(inside) => return None,
            inside if inside.contains(|letter: char| letter.is_ascii_digit()) => return None,
            // What the rule is about: “invoices (and receipts): 7 years”.
            inside if after.contains(':') => body.push_str(&format!("({inside})")),
            _ => {}
        }
        rest = after;
    }
    body.push_str(rest);
    Some((body.split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":"), law))
}

/// A period with its start, or an end: what stands after the verb.
fn clause(text: &str, then: Option<Then>, mut rule: Rule) -> Option<Value> {
    let events = events();
    let then = |mut rule: Rule| {
        if let Some(then) = then {
            rule.set(field!(Retention, then), then.key());
        }
        Some(Value::Object(rule.0))
    };
    let text = text.trim();
    if let Some(event) = end(text) {
        rule.set(field!(Retention, until), event);
        return then(rule);
    }
    if let Some((period, event)) = both(text, events) {
        let keep = Keep::meant(&danish(period)).filter(|keep| matches!(keep, Keep::For(_)))?;
        rule.set(field!(Retention, keep), keep.to_string());
        rule.set(field!(Retention, from), event);
        return then(rule);
    }
    if let Some((state, period)) = text.split_once(" + ") {
        let keep = Keep::meant(&danish(period)).filter(|keep| matches!(keep, Keep::For(_)))?;
        rule.set(field!(Retention, keep), keep.to_string());
        rule.set(field!(Retention, from), events.plus.get(state)?.as_str());
        return then(rule);
    }
    let text = ["efter", "etter", "after"]
        .iter()
        .find_map(|word| text.strip_prefix(word)?.strip_prefix(' '))
        .filter(|_| then(Rule::default()).is_some_and(|rule| rule.get(field!(Retention, then)).is_some()))
        .unwrap_or(text);
    let text = text.replacen("senest efter ", "senest ", 1).replacen("senest etter ", "senest ", 1);
    let words: Vec<&str> = text.split(' ').collect();
    let (keep, rest) = (1..=words.len().min(9)).rev().find_map(|count| {
        let (period, rest) = words.split_at(count);
        let period = period.join(" ");
        let keep = Keep::meant(&period).or_else(|| Keep::meant(&danish(&period)))?;
        Some((keep, rest.join(" ")))
    })?;
    if !matches!(keep, Keep::For(_)) {
        // “Permanent” and “not stored” have neither a start nor an end.
        let is_alone =
            rest.is_empty() && then(Rule::default()).is_some_and(|rule| rule.as_object().is_some_and(Map::is_empty));
        rule.set(field!(Retention, keep), keep.to_string());
        return is_alone.then_some(Value::Object(rule.0));
    }
    rule.set(field!(Retention, keep), keep.to_string());
    if rest.is_empty() {
        return then(rule);
    }
    let event = ["efter", "från", "från och med", "fra", "etter", "after", "from"].iter().find_map(|word| {
        let event = rest.strip_prefix(word)?.strip_prefix(' ')?;
        events.from.get(event)
    });
    rule.set(field!(Retention, from), json!(event?));
    then(rule)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;

    #[test]
    fn periods_are_read_with_their_start_and_end() {
        for (text, expected) in [
            ("7 år", json!({"keep": "7 years"})),
            ("Sparas i högst 2 år.", json!({"keep": "at most 2 years"})),
            ("Snapshots gallras efter 270 dagar", json!({"of": "Snapshots", "keep": "270 days", "then": "weed"})),
            (
                "Underlag: 7 år (bokföringslagen)",
                json!({"of": "Underlag", "keep": "7 years", "law": "bokföringslagen"}),
            ),
            ("3 år efter modtagelse", json!({"keep": "3 years", "from": "received"})),
            (
                "Opbevares i 5 år efter regnskabsårets afslutning",
                json!({"keep": "5 years", "from": "end-of-financial-year"}),
            ),
            ("Opplysningene slettes etter 1 år", json!({"keep": "1 year", "then": "erase"})),
            (
                "Opplysningene slettes når barnet slutter i barnehagen.",
                json!({"until": "leaves-preschool", "then": "erase"}),
            ),
            ("Bevaras för all framtid", json!({"keep": "permanent"})),
            ("Sparas inte", json!({"keep": "not stored"})),
            ("Tills kontot raderas", json!({"until": "account-closed"})),
            ("Så länge avtalet gäller", json!({"until": "contract-ends"})),
            ("Kundförhållande + 2 år", json!({"keep": "2 years", "from": "customer-relationship-ends"})),
            ("Så länge avtalet gäller och 2 år därefter", json!({"keep": "2 years", "from": "contract-ends"})),
            (
                "Lagres under ansettelsen og i fem år etter at den ansatte slutter",
                json!({"keep": "5 years", "from": "employment-ends"}),
            ),
            ("Gemmes så længe aftalen løber, og 1 år derefter", json!({"keep": "1 year", "from": "contract-ends"})),
            ("Lagres ikke lengre enn ett år", json!({"keep": "at most 1 year"})),
        ] {
            assert_eq!(read(text), [Ok(expected)], "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_stays_as_written() {
        for text in [
            "Så länge det behövs",
            "Aktivitet + 2 år",
            "5 år, medmindre andet aftales",
            "90 dagar efter senaste besöket i parken",
            "kort tid, normalt [fyll i]",
            "14 months in GA4.",
            "Bevaras i 5 år och därefter permanent",
            "Så länge avtalet gäller och 2 år efter beslut",
            "Så länge det behövs och 2 år därefter",
            "Personuppgifter raderas permanent",
            "Raderas inte efter 5 år",
            "7 år (om inget annat gäller)",
        ] {
            assert!(read(text).iter().all(Result::is_err), "{text}: {:?}", read(text));
        }
        let mixed = read(
            "Ansökan: 2 år
Som #1",
        );
        assert!(mixed[0].is_ok() && mixed[1] == Err("Som #1".into()));
    }
}
