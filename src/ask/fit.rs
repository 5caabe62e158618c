//! Holds an answer against its question: the changes of the file, or why the answer does not fit.

mod language;
mod one;

use std::collections::BTreeMap;

use crate::ask::form::{Kind, Part, Question};
use crate::ask::given::{Says, Value};
use crate::ask::path::is_gap;
use crate::draft::put::{Change, Put, Step, Wanted, at};
use crate::format::answer::GAP;
use crate::format::yaml::{Kind as NodeKind, Node};
use crate::model::Lang;
use crate::say;
use crate::say::Message;
pub(super) use language::is_in_language;
use language::{in_language, is_words};
use one::one;

/// The changes that an answer asks for; none if what is written stays.
pub(super) fn fit(question: &Question, says: &Says, root: &Node, main: Option<Lang>) -> Result<Vec<Put>, Message> {
    let path = &question.target.path;
    let node = at(root, path).filter(|node| !node.is_null());
    match says {
        Says::Right if question.is_written || node.is_some_and(is_gap) => Ok(Vec::new()),
        Says::Right => Err(say!(
            en: "nothing is written that could still be right",
            sv: "inget står där som kan stämma fortfarande",
            da: "der står intet, der stadig kan være rigtigt",
        )),
        Says::None if question.takes_none || node.is_some_and(is_none) => {
            Ok(vec![set(question, path.clone(), Wanted::Scalar("none".to_owned()))])
        }
        Says::None => Err(say!(
            en: "“there is none” is no answer to this question",
            sv: "”det finns inga” är inget svar på den här frågan",
            da: "»der er ingen« er ikke et svar på dette spørgsmål",
        )),
        Says::Unknown(reason) => unknown(question, reason, node, main),
        Says::Value(value) => match &question.kind {
            Kind::Parts(parts) => records(question, parts, value, (node, main)),
            _ if question.is_list => list(question, value, node),
            kind => match value.texts.as_slice() {
                [text] => {
                    let to = one(kind, text)?;
                    let path = in_language(path.clone(), node.filter(|_| is_words(kind, &to)), main);
                    Ok(vec![set(question, path, to)])
                }
                [] => Err(empty()),
                _ => Err(say!(
                    en: "the question wants one answer, not several",
                    sv: "frågan vill ha ett svar, inte flera",
                    da: "spørgsmålet skal have ét svar, ikke flere",
                )),
            },
        },
    }
}

fn set(question: &Question, path: Vec<Step>, to: Wanted) -> Put {
    let (short, before) = (question.target.short.clone(), question.target.before.clone());
    Put { path, change: Change::Set { to, short, before } }
}

fn is_none(node: &Node) -> bool {
    matches!(node.text(), Some("none" | "None"))
}

fn gap(reason: &str) -> Wanted {
    Wanted::Record(vec![(GAP.to_owned(), Wanted::Scalar(reason.to_owned()))])
}

fn empty() -> Message {
    say!(en: "the answer is empty", sv: "svaret är tomt", da: "svaret er tomt")
}

/// A gap with a reason. What is known of a list stays.
fn unknown(question: &Question, reason: &str, node: Option<&Node>, main: Option<Lang>) -> Result<Vec<Put>, Message> {
    if reason.is_empty() {
        return Err(say!(
            en: "the answer does not say why it is not known",
            sv: "svaret anger inte varför det inte är känt",
            da: "svaret angiver ikke, hvorfor det ikke vides",
        ));
    }
    if !question.takes_gap {
        return Err(say!(
            en: "the register cannot leave this open; ask what applies",
            sv: "registret kan inte lämna det här öppet; fråga vad som gäller",
            da: "fortegnelsen kan ikke lade dette stå åbent; spørg, hvad der gælder",
        ));
    }
    let path = &question.target.path;
    let below = |steps: &[Step]| path.iter().chain(steps).cloned().collect::<Vec<_>>();
    let key = Step::Key(GAP.to_owned());
    match node {
        Some(node) if is_gap(node) => {
            let path = in_language(below(&[key]), node.get(GAP), main);
            Ok(vec![set(question, path, Wanted::Scalar(reason.to_owned()))])
        }
        Some(node) if question.is_list && question.is_written => match items(node).iter().position(is_gap) {
            Some(index) => {
                let own = items(node).get(index).and_then(|item| item.get(GAP));
                let path = in_language(below(&[Step::Item(index), key]), own, main);
                Ok(vec![set(question, path, Wanted::Scalar(reason.to_owned()))])
            }
            None => Ok(vec![Put {
                path: path.clone(),
                change: Change::Items { without: Vec::new(), with: vec![gap(reason)] },
            }]),
        },
        _ => Ok(vec![set(question, path.clone(), gap(reason))]),
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::Seq(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// The items of a list: those that are wrong go, others come.
fn list(question: &Question, value: &Value, node: Option<&Node>) -> Result<Vec<Put>, Message> {
    if !value.records.is_empty() {
        return Err(not_parts());
    }
    let mut with = Vec::new();
    for text in &value.texts {
        let item = one(&question.kind, text)?;
        if !with.contains(&item) {
            with.push(item);
        }
    }
    changed(question, value, with, node)
}

fn changed(question: &Question, value: &Value, with: Vec<Wanted>, node: Option<&Node>) -> Result<Vec<Put>, Message> {
    let path = question.target.path.clone();
    let mut without = Vec::new();
    for name in &value.without {
        // A workbook names an item by its number.
        let number = name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        let item = match number {
            Some(index) => question.items.get(index),
            None => question.items.iter().find(|item| item.name == *name),
        };
        let item = item.ok_or_else(no_item)?;
        without.push(item.index);
    }
    if value.is_partial && !question.has_gap {
        return Err(say!(
            en: "nothing of the list was said to be missing",
            sv: "inget i listan angavs saknas",
            da: "der var ikke angivet, at noget på listen mangler",
        ));
    }
    let own = node.filter(|_| question.is_written).map(items).unwrap_or_default();
    let gaps: Vec<usize> = own.iter().enumerate().filter(|(_, item)| is_gap(item)).map(|(index, _)| index).collect();
    let is_none = own.iter().all(is_none);
    if own.is_empty() || is_none {
        if with.is_empty() {
            return Err(empty());
        }
        let reason = node.and_then(|node| node.get(GAP)).and_then(whole_reason).filter(|_| value.is_partial);
        let all = with.into_iter().chain(reason.map(|reason| Wanted::Record(vec![(GAP.to_owned(), reason)]))).collect();
        return Ok(vec![set(question, path, Wanted::List(all))]);
    }
    if !value.is_partial {
        without.extend(gaps);
    }
    without.sort_unstable();
    without.dedup();
    if without.len() == own.len() {
        return match with.is_empty() {
            true => Err(say!(
                en: "nothing is left of the list; if there is none, say so",
                sv: "inget är kvar av listan; finns det inga, ange det",
                da: "der er intet tilbage på listen; er der ingen, så angiv det",
            )),
            false => Ok(vec![set(question, path, Wanted::List(with))]),
        };
    }
    let is_kept = without.is_empty() && with.is_empty();
    Ok(if is_kept { Vec::new() } else { vec![Put { path, change: Change::Items { without, with } }] })
}

/// For each step to a part, the keys before it.
fn befores(question: &Question, part: &Part) -> Vec<Vec<String>> {
    let above = question.target.before.iter().cloned();
    above.chain([part.before.clone()]).collect()
}

/// The reason of a gap, as it is written.
fn whole_reason(node: &Node) -> Option<Wanted> {
    match &node.kind {
        NodeKind::Scalar { .. } => node.text().map(|text| Wanted::Scalar(text.to_owned())),
        NodeKind::Map(entries) => {
            let entry = |(key, value): &(Node, Node)| Some((key.text()?.to_owned(), whole_reason(value)?));
            entries.iter().map(entry).collect::<Option<Vec<_>>>().map(Wanted::Record)
        }
        NodeKind::Seq(_) => None,
    }
}

fn no_item() -> Message {
    say!(
        en: "an item that the answer takes away is not in the list",
        sv: "en post som svaret tar bort finns inte i listan",
        da: "et punkt, som svaret fjerner, findes ikke på listen",
    )
}

pub(super) fn not_parts() -> Message {
    say!(
        en: "the answer has parts that the question does not have",
        sv: "svaret har delar som frågan inte har",
        da: "svaret har dele, som spørgsmålet ikke har",
    )
}

/// Records: new ones of a list, a new one, or parts of one that is written.
fn records(
    question: &Question,
    parts: &[Part],
    value: &Value,
    (node, main): (Option<&Node>, Option<Lang>),
) -> Result<Vec<Put>, Message> {
    if !value.texts.is_empty() {
        return Err(not_parts());
    }
    let records: Vec<Vec<(&Part, Wanted)>> =
        value.records.iter().map(|record| record_of(parts, record)).collect::<Result<_, _>>()?;
    let whole = |record: Vec<(&Part, Wanted)>| {
        let is_given = |part: &&Part| record.iter().any(|(own, _)| own.key == part.key);
        if let Some(part) = parts.iter().filter(|part| part.is_required).find(|part| !is_given(part)) {
            return Err(
                say!(en: "“{label}” is not answered", sv: "”{label}” är inte besvarad", da: "»{label}« er ikke besvaret", label = part.label),
            );
        }
        Ok(Wanted::Record(record.into_iter().map(|(part, wanted)| (part.key.clone(), wanted)).collect()))
    };
    if question.is_list {
        let with = records.into_iter().map(whole).collect::<Result<Vec<_>, _>>()?;
        return changed(question, value, with, node);
    }
    let Ok([record]) = <[_; 1]>::try_from(records) else { return Err(empty()) };
    let path = &question.target.path;
    match node.filter(|node| !is_gap(node)).map(|node| (node, &node.kind)) {
        Some((node, NodeKind::Map(_))) => {
            let below = |key: &str| path.iter().cloned().chain([Step::Key(key.to_owned())]).collect::<Vec<_>>();
            let part = |(part, to): (&Part, Wanted)| Put {
                path: in_language(below(&part.key), node.get(&part.key).filter(|_| is_words(&part.kind, &to)), main),
                change: Change::Set { to, short: None, before: befores(question, part) },
            };
            let mut puts: Vec<Put> = record.into_iter().map(part).collect();
            if node.get(GAP).is_some() && !puts.is_empty() {
                puts.push(Put { path: below(GAP), change: Change::Gone });
            }
            Ok(puts)
        }
        _ => Ok(vec![set(question, path.clone(), whole(record)?)]),
    }
}

fn record_of<'p>(parts: &'p [Part], given: &BTreeMap<String, Vec<String>>) -> Result<Vec<(&'p Part, Wanted)>, Message> {
    if given.keys().any(|key| !parts.iter().any(|part| part.key == *key)) {
        return Err(not_parts());
    }
    let mut record = Vec::new();
    for part in parts {
        let texts = given.get(&part.key).map(Vec::as_slice).unwrap_or_default();
        let in_part = |why: Message| say!(en: "{label}: {why}", sv: "{label}: {why}", da: "{label}: {why}", label = part.label, why = why);
        match texts {
            [] => {}
            [only] => record.push((part, one(&part.kind, only).map_err(in_part)?)),
            several if part.is_list => {
                let items = several.iter().map(|text| one(&part.kind, text)).collect::<Result<_, _>>();
                record.push((part, Wanted::List(items.map_err(in_part)?)));
            }
            _ => {
                return Err(in_part(
                    say!(en: "one answer, not several", sv: "ett svar, inte flera", da: "ét svar, ikke flere"),
                ));
            }
        }
    }
    Ok(record)
}
