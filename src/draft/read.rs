//! From a tree to types: each type says what it takes, and every fault is reported in one run.

use crate::draft::nearest::nearest;
use crate::draft::yaml::{Kind, Node};
use crate::finding::{Finding, Findings, Place};

/// A type that a register file can hold.
///
/// Reading never stops: what cannot be understood becomes a finding and is left out.
pub trait Read: Sized {
    /// Reads the value at `node`. Gives `None` after a finding says why not.
    fn read(node: &Node, findings: &mut Findings) -> Option<Self>;
}

/// A type read from a mapping whose keys are known.
pub trait Record: Read {
    /// What one such record is, with its article: “an activity”.
    const WHAT: &'static str;
    /// The keys, in the order of the type.
    const KEYS: &'static [Key];
    /// The key that a lone value stands for, where there is one.
    const SHORT: Option<&'static str>;
}

/// One key of a record, as the Rust field is named.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The name of the field.
    pub name: &'static str,
    /// Whether the record makes no sense without it.
    pub required: bool,
}

impl Key {
    /// The key as it is written in YAML: `valid_from` is `valid-from`.
    #[must_use]
    pub fn written(self) -> String {
        self.name.replace('_', "-")
    }

    /// Whether `written` is this key.
    #[must_use]
    pub fn is(self, written: &str) -> bool {
        let dashed = self.name.bytes().map(|byte| if byte == b'_' { b'-' } else { byte });
        self.name.len() == written.len() && dashed.eq(written.bytes())
    }
}

/// The entries of a mapping while a record is read from it.
pub struct Entries<'n> {
    place: Place,
    entries: &'n [(Node, Node)],
}

impl<'n> Entries<'n> {
    /// The entries of `node`, checked against the keys of `R`: unknown and missing keys are reported here.
    pub fn of<R: Record>(node: &'n Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            findings.push(not_a_record::<R>(node));
            return None;
        };
        for (key, value) in entries {
            match key.text() {
                Some(name) if R::KEYS.iter().any(|known| known.is(name)) => {}
                Some(name) if value.is_null() && name.contains([' ', '.']) => findings.push(comma(key.place)),
                Some(name) => findings.push(unknown_key::<R>(name, key.place)),
                None => findings.push(not_text(key.place)),
            }
        }
        let this = Self { place: node.place, entries };
        for key in R::KEYS.iter().filter(|key| key.required && this.get(key.name).is_none()) {
            if !is_misspelt::<R>(*key, entries) {
                findings.push(missing_key::<R>(*key, node.place, entries));
            }
        }
        Some(this)
    }

    /// Reads the value of a field, or gives its default when it is not written.
    pub fn field<T: Read + Default>(&self, name: &'static str, findings: &mut Findings) -> T {
        self.get(name).and_then(|node| T::read(node, findings)).unwrap_or_default()
    }

    /// Where the record stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    fn get(&self, name: &'static str) -> Option<&'n Node> {
        let key = Key { name, required: false };
        self.entries
            .iter()
            .find(|(written, _)| written.text().is_some_and(|written| key.is(written)))
            .map(|(_, value)| value)
            .filter(|value| !value.is_null())
    }
}

fn not_a_record<R: Record>(node: &Node) -> Finding {
    let known = R::KEYS.iter().take(3).map(|key| format!("`{}:`", key.written())).collect::<Vec<_>>().join(", ");
    let finding = Finding::error(
        "type-wrong",
        node.place,
        format!("{} is written as keys and values, but here is {}", R::WHAT, node.kind_in_words()),
    );
    match node.text() {
        Some("no" | "nej" | "ingen" | "inga" | "inget" | "intet" | "nothing" | "nobody") => {
            finding.label("did you mean `none`?").help("write `none` where there is none")
        }
        _ => finding.label("keys and values are expected").help(format!("write keys and values, such as {known}")),
    }
}

fn unknown_key<R: Record>(name: &str, place: Place) -> Finding {
    let finding = Finding::error("key-unknown", place, format!("`{name}` is not a key of {}", R::WHAT));
    match nearest_key::<R>(name) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).help(format!("write `{near}:`")),
        None => {
            let known: Vec<String> = R::KEYS.iter().map(|key| key.written()).collect();
            finding.label("unknown key").help(format!("the keys of {} are: {}", R::WHAT, known.join(", ")))
        }
    }
}

/// The key of `R` that an unknown one most likely was meant to be.
fn nearest_key<R: Record>(name: &str) -> Option<String> {
    let known: Vec<String> = R::KEYS.iter().map(|key| key.written()).collect();
    nearest(name, known.iter().map(String::as_str)).map(str::to_owned)
}

/// Whether a key that is missing stands there under a name that is nearly right: that is reported already.
fn is_misspelt<R: Record>(key: Key, entries: &[(Node, Node)]) -> bool {
    let unknown = |name: &&str| !R::KEYS.iter().any(|known| known.is(name));
    let mut names = entries.iter().filter_map(|(name, _)| name.text()).filter(unknown);
    names.any(|name| nearest_key::<R>(name).is_some_and(|near| key.is(&near)))
}

fn not_text(place: Place) -> Finding {
    Finding::error("key-not-text", place, "a key must be a word")
        .label("a list or record stands where a key should")
        .help("write the key as one word, without `?`, `[` or `{`")
}

/// A text in `{…}` that a comma cut in two: its end looks like a key without a value.
#[must_use]
pub fn comma(place: Place) -> Finding {
    Finding::error("key-unknown", place, "this looks like the end of the text before it")
        .label("a comma inside `{…}` ends a text")
        .help("put the whole text in quotation marks: `law: \"CPR-loven § 10, stk. 1\"`")
}

fn missing_key<R: Record>(key: Key, place: Place, entries: &[(Node, Node)]) -> Finding {
    let at = entries.first().map_or(place, |(first, _)| first.place);
    let written = key.written();
    Finding::error("key-missing", at, format!("{} needs `{written}`", R::WHAT))
        .label(format!("`{written}` is missing in the record that begins here"))
        .help(format!("add `{written}:`"))
}

/// Reports that a value has the wrong shape, and what would be right.
pub fn wrong_type<T>(node: &Node, wanted: &str, help: &str, findings: &mut Findings) -> Option<T> {
    findings.push(
        Finding::error("type-wrong", node.place, format!("{wanted} is expected, but here is {}", node.kind_in_words()))
            .label(format!("{wanted} is expected"))
            .help(help),
    );
    None
}

impl Read for String {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text() {
            Some(text) => Some(text.trim().to_owned()),
            None => wrong_type(node, "text", "write the text on the same line as its key", findings),
        }
    }
}

impl Read for u32 {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text().and_then(|text| text.parse().ok()) {
            Some(number) => Some(number),
            None => wrong_type(node, "a whole number", "write digits only, such as `23`", findings),
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
