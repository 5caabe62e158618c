//! Macros that define a record once: the Rust type, its reader, visitor, marks, JSON Schema and JSON.

/// Defines a record of the register format.
///
/// ```text
/// record! {
///     /// What the record is.
///     pub struct Unit(en: "a unit", sv: "en enhet", da: "en enhed", short = name) {
///         /// What the field holds.
///         ///
///         /// `name: Elevhälsan`
///         name: Text = required,
///         /// `notes: Adressen står i avsnitt 1.`
///         notes: List<Note> = internal,
///         /// What format 1 does not have.
///         ///
///         /// `law: bogføringsloven`
///         law: List<Law> = second,
///     }
/// }
/// ```
///
/// The last line of a field's comment is its example, shown on the format page and read by a test.
/// `short` names the field that a single value sets. Every record also has `at`, its source position.
///
/// A field that is marked `internal` is cleared before anything is published. A record that begins with `internal` is
/// internal as a whole: it does not implement `Conceal`, so a field of its type compiles only with the mark.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident(internal, $($head:tt)*) { $($fields:tt)* }
    ) => {
        $crate::model::record::record! { @define $(#[doc = $doc])* $name($($head)*) { $($fields)* } }
    };
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident($($head:tt)*) { $($fields:tt)* }
    ) => {
        $crate::model::record::record! { @define $(#[doc = $doc])* $name($($head)*) { $($fields)* } }
        $crate::model::record::record! { @conceal $name { $($fields)* } }
    };
    (
        @conceal $name:ident {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident : $type:ty $(= $($mark:ident)+)?
            ),* $(,)?
        }
    ) => {
        impl $crate::model::conceal::Conceal for $name {
            fn conceal(&mut self) {
                let Self { $($field,)* at: _ } = self;
                $($crate::model::record::conceal!($field $($($mark)+)?);)*
            }
        }
    };
    (
        @define
        $(#[doc = $doc:literal])*
        $name:ident(
            en: $en:literal, sv: $sv:literal, da: $da:literal $(, short = $short:ident)? $(,)?
        ) {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident : $type:ty $(= $($mark:ident)+)?
            ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        #[schemars(transform = $crate::format::schema::record::<Self>)]
        pub struct $name {
            $(
                $(#[doc = $field_doc])*
                #[serde(skip_serializing_if = "crate::model::record::is_default")]
                pub $field: $type,
            )*
            /// The source position of the record.
            #[serde(skip)]
            pub at: $crate::finding::Place,
        }

        impl $crate::model::visit::Visit for $name {
            fn visit<'r>(&'r self, visitor: &mut dyn $crate::model::visit::Visitor<'r>) {
                let Self { $($field,)* at } = self;
                $(
                    visitor.enter(const { &$crate::model::record::key!($field $($($mark)+)?) }, *at);
                    $crate::model::visit::Visit::visit($field, visitor);
                    visitor.leave();
                )*
            }

            fn visit_mut(&mut self, visitor: &mut dyn $crate::model::visit::VisitorMut) {
                let Self { $($field,)* at: _ } = self;
                $($crate::model::visit::Visit::visit_mut($field, visitor);)*
            }
        }

        impl $crate::format::read::Record for $name {
            const WHAT: $crate::say::Words = $crate::say::Words { en: $en, sv: $sv, da: $da };
            const KEYS: &'static [$crate::format::key::Key] = &[
                $($crate::model::record::key!($field $($($mark)+)?),)*
            ];
            const SHORT: Option<&'static str> = $crate::model::record::short!($($short)?);
        }

        #[allow(clippy::needless_update, reason = "a record of one field has nothing to fill")]
        impl $crate::format::read::Read for $name {
            fn read(
                node: &$crate::format::yaml::Node,
                findings: &mut $crate::finding::Findings,
            ) -> Option<Self> {
                $(
                    if $crate::model::record::is_short(<Self as $crate::format::read::Record>::KEYS, node) {
                        return Some(Self {
                            $short: $crate::format::read::Read::read(node, findings)?,
                            at: node.place,
                            ..Self::default()
                        });
                    }
                )?
                let entries = $crate::format::read::Entries::of(<Self as $crate::format::read::Record>::SHAPE, node, findings)?;
                Some(Self {
                    $($field: entries.field(stringify!($field), findings),)*
                    at: entries.place(),
                })
            }
        }
    };
}

/// The name of a field in Rust spelling: `field!(Activity, part_of)`, or of a field that several records share:
/// `field!(Transfer | Recipient, country)`. It does not compile if a record does not have the field.
macro_rules! field {
    ($($record:ident)|+, $field:ident) => {
        const {
            $(
                let _: fn(&$record) = |record| _ = &record.$field;
            )+
            stringify!($field)
        }
    };
}

/// The key of a field with its marks.
macro_rules! key {
    ($field:ident $($mark:ident)*) => {
        $crate::format::key::Key {
            name: stringify!($field),
            required: $crate::model::record::required!($($mark)*),
            internal: $crate::model::record::internal!($($mark)*),
            ..$crate::model::record::format!($($mark)*)
        }
    };
}

/// Whether a field is marked `required`.
macro_rules! required {
    (required $($other:ident)*) => { true };
    ($first:ident $($other:ident)*) => { $crate::model::record::required!($($other)*) };
    () => { false };
}

/// Whether a field is marked `internal`.
macro_rules! internal {
    (internal $($other:ident)*) => { true };
    ($first:ident $($other:ident)*) => { $crate::model::record::internal!($($other)*) };
    () => { false };
}

/// The versions of the format that have a field: all without a mark; `second` is new in format 2, `second_gap` can be a
/// gap from format 2 on, `first` is gone from format 2 on. A list marked `known` can have no gap in any of them.
macro_rules! format {
    (second $($other:ident)*) => {
        $crate::format::key::Key { since: 2, ..$crate::model::record::format!($($other)*) }
    };
    (second_gap $($other:ident)*) => {
        $crate::format::key::Key { gap_since: 2, ..$crate::model::record::format!($($other)*) }
    };
    (first $($other:ident)*) => {
        $crate::format::key::Key { last: Some(1), ..$crate::model::record::format!($($other)*) }
    };
    (known $($other:ident)*) => {
        $crate::format::key::Key { is_known: true, ..$crate::model::record::format!($($other)*) }
    };
    ($first:ident $($other:ident)*) => { $crate::model::record::format!($($other)*) };
    () => { $crate::format::key::Key::named("") };
}

/// Clears a field that is marked `internal`, or else the internal fields inside it.
macro_rules! conceal {
    ($field:ident internal $($other:ident)*) => { *$field = Default::default() };
    ($field:ident $first:ident $($other:ident)*) => { $crate::model::record::conceal!($field $($other)*) };
    ($field:ident) => { $crate::model::conceal::Conceal::conceal($field) };
}

/// The name of the field that a single value sets, if any.
macro_rules! short {
    ($short:ident) => {
        Some(stringify!($short))
    };
    () => {
        None
    };
}

/// Defines an enumeration of words in kebab-case. A value marked `internal` is left out of public lists.
macro_rules! codes {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident(en: $en:literal, sv: $sv:literal, da: $da:literal $(,)?) {
            $(
                $(#[doc = $code_doc:literal])*
                $code:ident = $written:literal $($mark:ident)?
            ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        #[schemars(transform = $crate::format::schema::codes)]
        pub enum $name {
            $(
                $(#[doc = $code_doc])*
                #[serde(rename = $written)]
                $code,
            )*
        }

        impl $name {
            /// Every value, in the order of the type.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The word in YAML, in the language files and in JSON.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$code => $written,)*
                }
            }

            /// The value of a word.
            #[must_use]
            pub fn of_key(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.key() == word)
            }
        }

        impl $crate::model::visit::Visit for $name {
            fn visit<'r>(&'r self, visitor: &mut dyn $crate::model::visit::Visitor<'r>) {
                visitor.fact($crate::model::visit::Fact::Code(self.key()));
            }

            fn visit_mut(&mut self, _: &mut dyn $crate::model::visit::VisitorMut) {}
        }

        impl $crate::model::conceal::Conceal for $name {
            fn conceal(&mut self) {}

            fn is_public(&self) -> bool {
                match self {
                    $(Self::$code => !$crate::model::record::internal!($($mark)?),)*
                }
            }
        }

        impl $crate::format::read::Read for $name {
            fn read(
                node: &$crate::format::yaml::Node,
                findings: &mut $crate::finding::Findings,
            ) -> Option<Self> {
                let what = $crate::say::Words { en: $en, sv: $sv, da: $da };
                let found = $crate::format::code::read_code(node, what, &[$($written),*], findings)?;
                Self::ALL.get(found).copied()
            }
        }
    };
}

pub(crate) use {codes, conceal, field, format, internal, key, record, required, short};

use crate::format::key::Key;
use crate::format::yaml::{Kind, Node};
use crate::lang::Lang;

/// Whether a value is the short form of a record: a scalar, a list, or a text by language. `{to: …}` is not a text in
/// Tongan if `to` is a key of the record.
pub(crate) fn is_short(keys: &[Key], node: &Node) -> bool {
    let is_lang = |key: &str| Lang::parse(key).is_some() && !keys.iter().any(|known| known.is(key));
    match &node.kind {
        Kind::Map(entries) => !entries.is_empty() && entries.iter().all(|(key, _)| key.text().is_some_and(is_lang)),
        Kind::Scalar { .. } | Kind::Seq(_) => true,
    }
}

/// Whether a value is the default.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
