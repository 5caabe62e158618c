//! Reads types from a tree. Every fault is reported in one run.

use crate::finding::{Finding, Findings, Place};
use crate::format::answer::misplaced_gap;
use crate::format::answer::{Answer, answer};
use crate::format::comma;
use crate::format::key::{Key, Shape};
use crate::format::misspelt;
use crate::format::space;
use crate::format::version;
use crate::format::yaml::{Kind, Node};
use crate::limit;
use crate::say;
use crate::say::{Message, Words};
use crate::steps;

/// A type that a register file can contain.
///
/// Reading never stops: what cannot be parsed becomes a finding and is left out.
pub trait Read: Sized {
    /// Whether `no` can be a value of this type.
    const TAKES_NO: bool = false;

    /// Reads the value at `node`. Returns `None` after adding a finding.
    fn read(node: &Node, findings: &mut Findings) -> Option<Self>;
}

/// A type read from a mapping with known keys.
pub(crate) trait Record: Read {
    /// The record with its article: “an activity”.
    const WHAT: Words;
    /// The keys, in field order.
    const KEYS: &'static [Key];
    /// The key that a lone value is read as, if any.
    const SHORT: Option<&'static str>;
    /// The same at run time, for functions that are compiled once for all records.
    const SHAPE: &'static Shape = &Shape { what: Self::WHAT, keys: Self::KEYS };
}

/// The key of a record's field; an internal key if the record has no such field.
#[must_use]
pub(crate) fn key_of<R: Record>(name: &str) -> &'static Key {
    const NONE: Key = Key { internal: true, ..Key::named("") };
    R::KEYS.iter().find(|key| key.name == name).unwrap_or(&NONE)
}

/// The entries of a mapping while a record is read from it.
pub(crate) struct Entries<'n> {
    place: Place,
    entries: &'n [(Node, Node)],
}

impl<'n> Entries<'n> {
    /// The entries of `node`, checked against the keys of a record: unknown and missing keys are reported.
    pub(crate) fn of(shape: &Shape, node: &'n Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            findings.push(not_a_record(shape, node));
            return None;
        };
        let mut unknown = 0;
        for (index, entry) in entries.iter().enumerate() {
            let (key, value) = entry;
            match key.text() {
                Some(name) if shape.has(name) && comma::is_rest(entries, index) => {
                    findings.extend(comma::found(entries, index));
                }
                Some(name) if let Some(known) = shape.key(name) => {
                    if is_empty(shape, name, value) {
                        findings.push(empty_key(name, key.place));
                    }
                    findings.extend(version::newer(*known, key, value));
                    findings.extend(gaps_of_known(*known, value));
                }
                Some(name) if comma::is_rest(entries, index) && !misspelt::looks_like_a_key(shape, name) => {
                    findings.extend(comma::found(entries, index));
                }
                Some(name) => {
                    unknown += 1;
                    findings.push(misspelt::unknown_key(shape, name, key.place, entries, unknown <= limit::MOST));
                }
                None => findings.push(not_text(key.place)),
            }
        }
        let this = Self { place: node.place, entries };
        for key in shape.keys.iter().filter(|key| key.required && this.get(key.name).is_none()) {
            let is_written = entries.iter().any(|(written, _)| written.text().is_some_and(|written| key.is(written)));
            if !is_written && !misspelt::is_misspelt(shape, *key, entries) {
                findings.push(misspelt::missing_key(shape, *key, node.place, entries));
            }
        }
        Some(this)
    }

    /// Reads the value of a field, or returns its default if absent.
    pub(crate) fn field<T: Read + Default>(&self, name: &'static str, findings: &mut Findings) -> T {
        self.get(name).and_then(|node| T::read(node, findings)).unwrap_or_default()
    }

    /// The place of the record.
    #[must_use]
    pub(crate) fn place(&self) -> Place {
        self.place
    }

    fn get(&self, name: &'static str) -> Option<&'n Node> {
        let key = Key::named(name);
        self.entries
            .iter()
            .inspect(|_| steps::count(1))
            .find(|(written, _)| written.text().is_some_and(|written| key.is(written)))
            .map(|(_, value)| value)
            .filter(|value| !value.is_null())
    }
}

/// The findings for gaps in a list that can have none.
fn gaps_of_known(known: Key, value: &Node) -> Vec<Finding> {
    let items: &[Node] = if let Kind::Seq(items) = &value.kind { items } else { std::slice::from_ref(value) };
    items.iter().filter(|_| known.is_known).filter_map(misplaced_gap).collect()
}

/// Whether a key has no value. `~` and `null` are explicit, so they count only for required keys.
fn is_empty(shape: &Shape, name: &str, value: &Node) -> bool {
    let is_required = || shape.keys.iter().any(|key| key.required && key.is(name));
    value.is_null() && (matches!(&value.kind, Kind::Scalar { text, .. } if text.is_empty()) || is_required())
}

fn empty_key(name: &str, place: Place) -> Finding {
    let message = say!(
        en: "`{name}` is empty: there is no value after the colon",
        sv: "`{name}` är tom: inget står efter kolonet",
        da: "`{name}` er tom: Der står intet efter kolonet",
    );
    Finding::error("key-empty", place, message)
        .label(say!(en: "without a value", sv: "utan värde", da: "uden værdi"))
        .help(say!(
            en: "write the value after the colon, or remove the key",
            sv: "skriv värdet efter kolonet, eller ta bort nyckeln",
            da: "skriv værdien efter kolonet, eller fjern nøglen",
        ))
}

fn not_a_record(shape: &Shape, node: &Node) -> Finding {
    let known = shape.keys.iter().take(3).map(|key| format!("`{}:`", key.written())).collect::<Vec<_>>().join(", ");
    let finding = Finding::error(
        "type-wrong",
        node.place,
        say!(
            en: "{what} is written as keys and values, but here is {kind}",
            sv: "{what} skrivs med nycklar och värden, men här står {kind}",
            da: "{what} skrives med nøgler og værdier, men her står {kind}",
            what = shape.what,
            kind = node.kind_in_words(),
        ),
    );
    let finding = finding.label(say!(
        en: "keys and values are expected",
        sv: "här förväntas nycklar och värden",
        da: "her forventes nøgler og værdier",
    ));
    if let Some(text) = node.text().filter(|text| text.contains(space::is_odd)) {
        return space::told(finding, text);
    }
    finding.help(match answer(node) {
        Some(Answer::No) => say!(
            en: "remove the key where there is none",
            sv: "ta bort nyckeln där det inte finns något",
            da: "fjern nøglen, hvor der intet er",
        ),
        _ => say!(
            en: "write keys and values, such as {known}",
            sv: "skriv nycklar och värden, till exempel {known}",
            da: "skriv nøgler og værdier, for eksempel {known}",
        ),
    })
}

fn not_text(place: Place) -> Finding {
    let message = say!(en: "a key must be a word", sv: "en nyckel måste vara ett ord", da: "en nøgle skal være et ord");
    Finding::error("key-not-text", place, message)
        .label(say!(
            en: "a list or record in place of a key",
            sv: "här står en lista eller post i stället för en nyckel",
            da: "her står en liste eller post i stedet for en nøgle",
        ))
        .help(say!(
            en: "write the key as one word, without `?`, `[` or `{{`",
            sv: "skriv nyckeln som ett enda ord, utan `?`, `[` eller `{{`",
            da: "skriv nøglen som ét ord, uden `?`, `[` eller `{{`",
        ))
}

/// Reports that a value has the wrong type, and which one is expected.
pub(crate) fn wrong_type<T>(
    node: &Node,
    wanted: Words,
    help: impl Into<Message>,
    findings: &mut Findings,
) -> Option<T> {
    findings.push(misplaced_gap(node).unwrap_or_else(|| of_wrong_type(node, wanted, help.into())));
    None
}

fn of_wrong_type(node: &Node, wanted: Words, help: Message) -> Finding {
    let message = say!(
        en: "{wanted} is expected, but here is {kind}",
        sv: "här förväntas {wanted}, men det står {kind}",
        da: "her forventes {wanted}, men der står {kind}",
        wanted = wanted,
        kind = node.kind_in_words(),
    );
    let label = say!(
        en: "{wanted} is expected",
        sv: "här förväntas {wanted}",
        da: "her forventes {wanted}",
        wanted = wanted,
    );
    Finding::error("type-wrong", node.place, message).label(label).help(help)
}

impl Read for String {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text() {
            Some(text) => Some(text.trim().to_owned()),
            None => wrong_type(
                node,
                Words { en: "text", sv: "text", da: "tekst" },
                Words {
                    en: "write the text on the same line as its key",
                    sv: "skriv texten på samma rad som nyckeln",
                    da: "skriv teksten på samme linje som nøglen",
                },
                findings,
            ),
        }
    }
}

impl Read for u32 {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text().and_then(|text| text.parse().ok()) {
            Some(number) => Some(number),
            None => wrong_type(
                node,
                Words { en: "a whole number", sv: "ett heltal", da: "et helt tal" },
                Words {
                    en: "write digits only, such as `23`",
                    sv: "skriv bara siffror, till exempel `23`",
                    da: "skriv kun cifre, for eksempel `23`",
                },
                findings,
            ),
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        T::read(node, findings).map(Some)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        T::read(node, findings).map(Box::new)
    }
}
