//! What a stage does with each field of a record. A field without an answer does not compile.

/// What a stage does with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The field is named in this file.
    In(&'static str),
    /// The visitor in this file reaches its texts.
    Visited(&'static str),
    /// The stage leaves the field out, for this reason.
    LeftOut(&'static str),
}

/// The use of every field of a record, in the order written: `uses!(Activity { id: In("src/…"), … })`.
macro_rules! uses {
    ($record:ident { $($field:ident: $how:ident($text:literal)),* $(,)? }) => {
        const {
            // Rebuilds the record from its fields, so that the compiler names a field that is missing here.
            let _: fn($record) -> $record = |record| $record { $($field: record.$field,)* at: record.at };
            &[$((stringify!($field), $crate::model::uses::Use::$how($text))),*]
        }
    };
}

pub(crate) use uses;
