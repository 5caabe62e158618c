//! The keys of a record.

use crate::say::Words;

/// The name and keys of a record type.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The record with its article: “an activity”.
    pub what: Words,
    /// The keys, in field order.
    pub keys: &'static [Key],
}

impl Shape {
    /// The key with this spelling.
    pub(super) fn key(&self, written: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.is(written))
    }

    /// Whether the record has a key with this spelling.
    pub(super) fn has(&self, written: &str) -> bool {
        self.key(written).is_some()
    }

    /// The keys as written in YAML.
    pub(super) fn written(&self) -> Vec<String> {
        self.keys.iter().map(|key| key.written()).collect()
    }
}

/// A key of a record, named like the Rust field.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The name of the field.
    pub name: &'static str,
    /// Whether the record is invalid without it.
    pub required: bool,
    /// Whether it is never published.
    pub internal: bool,
    /// The first version of the format that has it.
    pub since: u32,
    /// The first version of the format in which it can be a gap.
    pub gap_since: u32,
    /// The last version of the format that has it, if not the newest.
    pub last: Option<u32>,
    /// Whether its list can have no gap.
    pub is_known: bool,
}

impl Key {
    /// A key that is neither required nor internal.
    pub(crate) const fn named(name: &'static str) -> Self {
        Self { name, required: false, internal: false, since: 1, gap_since: 1, last: None, is_known: false }
    }

    /// The key as written in YAML: `valid_from` becomes `valid-from`.
    #[must_use]
    pub fn written(self) -> String {
        self.plain().replace('_', "-")
    }

    /// Whether `written` is this key.
    #[must_use]
    pub fn is(self, written: &str) -> bool {
        let name = self.plain();
        let dashed = name.bytes().map(|byte| if byte == b'_' { b'-' } else { byte });
        name.len() == written.len() && dashed.eq(written.bytes())
    }

    /// The field name without the prefix of a raw identifier: `r#in` becomes `in`.
    fn plain(self) -> &'static str {
        self.name.strip_prefix("r#").unwrap_or(self.name)
    }
}
