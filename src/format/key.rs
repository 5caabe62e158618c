//! The keys of a record.

use crate::say::Words;

/// What a record is and which keys it has.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What one such record is, with its article.
    pub what: Words,
    /// The keys, in the order of the type.
    pub keys: &'static [Key],
}

impl Shape {
    /// Whether a key of the record is written so.
    pub(super) fn has(&self, written: &str) -> bool {
        self.keys.iter().any(|key| key.is(written))
    }

    /// The keys as they are written in YAML.
    pub(super) fn written(&self) -> Vec<String> {
        self.keys.iter().map(|key| key.written()).collect()
    }
}

/// One key of a record, as the Rust field is named.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The name of the field.
    pub name: &'static str,
    /// Whether the record makes no sense without it.
    pub required: bool,
    /// Whether it is never published.
    pub internal: bool,
}

impl Key {
    /// A field without marks.
    pub(crate) const fn named(name: &'static str) -> Self {
        Self { name, required: false, internal: false }
    }

    /// The key as it is written in YAML: `valid_from` is `valid-from`.
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

    /// The name of a field that Rust knows as a word of its own: `r#in` is `in`.
    fn plain(self) -> &'static str {
        self.name.strip_prefix("r#").unwrap_or(self.name)
    }
}
