//! Limits how much the aliases of one file may expand to.

use crate::finding::{Finding, Place};
use crate::say;
use crate::say::Message;

/// How many values the aliases of one file may expand to in total.
const MAX_ALIAS_NODES: usize = 10_000;
/// How many bytes of text the aliases of one file may expand to in total.
const MAX_ALIAS_BYTES: usize = 1 << 20;

/// The size of a tree: values, and the bytes of their texts.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    /// Number of values.
    pub(super) nodes: usize,
    /// Bytes of text.
    pub(super) bytes: usize,
}

impl Size {
    /// The growth since `before`.
    pub(super) fn since(self, before: Self) -> Self {
        Self { nodes: self.nodes - before.nodes, bytes: self.bytes - before.bytes }
    }

    /// Adds another size.
    pub(super) fn add(&mut self, other: Self) {
        self.nodes += other.nodes;
        self.bytes += other.bytes;
    }

    /// The message if the aliases exceed a limit.
    pub(super) fn is_too_much(self) -> Option<Message> {
        if self.nodes > MAX_ALIAS_NODES {
            return Some(say!(
                en: "the aliases expand to more than {MAX_ALIAS_NODES} values",
                sv: "aliasen står för fler än {MAX_ALIAS_NODES} värden",
                da: "aliasserne står for flere end {MAX_ALIAS_NODES} værdier",
            ));
        }
        (self.bytes > MAX_ALIAS_BYTES).then(|| {
            say!(
                en: "the aliases expand to more than {MAX_ALIAS_BYTES} bytes of text",
                sv: "aliasen står för mer än {MAX_ALIAS_BYTES} byte text",
                da: "aliasserne står for mere end {MAX_ALIAS_BYTES} byte tekst",
            )
        })
    }
}

/// The finding for an alias that exceeds a limit.
pub(super) fn too_much_aliased(message: Message, place: Place) -> Finding {
    Finding::error("yaml-alias", place, message)
        .label(say!(
            en: "the limit is passed here",
            sv: "gränsen överskrids här",
            da: "grænsen overskrides her",
        ))
        .help(say!(
            en: "write the values out, or move them to shared/ and refer to them by id",
            sv: "skriv ut värdena, eller flytta dem till `shared/` och hänvisa till dem med id",
            da: "skriv værdierne ud, eller flyt dem til `shared/`, og henvis til dem med id",
        ))
}
