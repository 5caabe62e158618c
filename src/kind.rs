//! The kinds of records that references point to.

use serde::Serialize;

use crate::say;
use crate::say::{Message, Words};

/// The target of a reference.
pub trait Target {
    /// The kind.
    const KIND: RefKind;
}

macro_rules! targets {
    ($($(#[doc = $doc:literal])* $name:ident = (en: $en:literal, sv: $sv:literal, da: $da:literal $(,)?)),* $(,)?) => {
        /// The kinds of records that can be referred to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RefKind {
            $($(#[doc = $doc])* $name,)*
        }

        impl RefKind {
            /// A record of this kind, in words.
            #[must_use]
            pub fn what(self) -> Words {
                match self {
                    $(Self::$name => Words { en: $en, sv: $sv, da: $da },)*
                }
            }

            /// The name with which a reference is serialized.
            #[must_use]
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// The kind with this name.
            #[must_use]
            pub(crate) fn of_name(name: &str) -> Option<Self> {
                match name {
                    $(stringify!($name) => Some(Self::$name),)*
                    _ => None,
                }
            }
        }

        $(
            $(#[doc = $doc])*
            #[derive(Debug, Clone, Copy, Default, PartialEq)]
            pub struct $name;

            impl Target for $name {
                const KIND: RefKind = RefKind::$name;
            }
        )*
    };
}

targets! {
    /// The controllers of the municipality.
    Controllers = (en: "a controller", sv: "en personuppgiftsansvarig", da: "en dataansvarlig"),
    /// Its units.
    Units = (en: "a unit", sv: "en enhet", da: "en enhed"),
    /// Its data protection officers.
    Officers = (
        en: "a data protection officer",
        sv: "ett dataskyddsombud",
        da: "en databeskyttelsesrådgiver",
    ),
    /// Its systems.
    Systems = (en: "a system", sv: "ett system", da: "et system"),
    /// Its processors.
    Processors = (en: "a processor", sv: "ett personuppgiftsbiträde", da: "en databehandler"),
    /// Its shared texts.
    Texts = (en: "a shared text", sv: "en delad text", da: "en delt tekst"),
    /// Its activities.
    Activities = (en: "an activity", sv: "en behandling", da: "en behandling"),
    /// The categories of data of the same activity.
    DataIds = (
        en: "a category of data of this activity",
        sv: "en kategori av uppgifter i den här behandlingen",
        da: "en kategori af oplysninger i denne behandling",
    ),
}

/// The kinds of records of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// `municipality.yaml`, but for what has an id of its own.
    Municipality,
    /// A controller.
    Controllers,
    /// A unit.
    Units,
    /// A data protection officer.
    Officers,
    /// An activity.
    Activities,
    /// A notice.
    Notices,
    /// A processor.
    Processors,
    /// A system.
    Systems,
    /// A recipient.
    Recipients,
    /// A source.
    Sources,
    /// A shared text.
    Texts,
    /// A security measure.
    Measures,
}

impl RecordKind {
    /// The kind of record that a reference points to; `None` for the data of an activity.
    pub(crate) fn of(kind: RefKind) -> Option<Self> {
        match kind {
            RefKind::Controllers => Some(Self::Controllers),
            RefKind::Units => Some(Self::Units),
            RefKind::Officers => Some(Self::Officers),
            RefKind::Systems => Some(Self::Systems),
            RefKind::Processors => Some(Self::Processors),
            RefKind::Texts => Some(Self::Texts),
            RefKind::Activities => Some(Self::Activities),
            RefKind::DataIds => None,
        }
    }

    /// Every kind, in output order.
    pub const ALL: [Self; 12] = [
        Self::Municipality,
        Self::Controllers,
        Self::Units,
        Self::Officers,
        Self::Activities,
        Self::Notices,
        Self::Processors,
        Self::Systems,
        Self::Recipients,
        Self::Sources,
        Self::Texts,
        Self::Measures,
    ];

    /// The name in patterns and in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Controllers => "controllers",
            Self::Units => "units",
            Self::Officers => "officers",
            Self::Activities => "activities",
            Self::Notices => "notices",
            Self::Processors => "processors",
            Self::Systems => "systems",
            Self::Recipients => "recipients",
            Self::Sources => "sources",
            Self::Texts => "texts",
            Self::Measures => "measures",
        }
    }

    /// A record of this kind in words: `activity`, `notice`.
    #[must_use]
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Municipality => say!(en: "municipality", sv: "kommun", da: "kommune"),
            Self::Controllers => say!(en: "controller", sv: "personuppgiftsansvarig", da: "dataansvarlig"),
            Self::Units => say!(en: "unit", sv: "enhet", da: "enhed"),
            Self::Officers => {
                say!(en: "data protection officer", sv: "dataskyddsombud", da: "databeskyttelsesrådgiver")
            }
            Self::Activities => say!(en: "activity", sv: "behandling", da: "behandling"),
            Self::Notices => say!(en: "notice", sv: "informationstext", da: "oplysningstekst"),
            Self::Processors => say!(en: "processor", sv: "personuppgiftsbiträde", da: "databehandler"),
            Self::Systems => say!(en: "system", sv: "system", da: "system"),
            Self::Recipients => say!(en: "recipient", sv: "mottagare", da: "modtager"),
            Self::Sources => say!(en: "source", sv: "källa", da: "kilde"),
            Self::Texts => say!(en: "shared text", sv: "gemensam text", da: "fælles tekst"),
            Self::Measures => say!(en: "security measure", sv: "säkerhetsåtgärd", da: "sikkerhedsforanstaltning"),
        }
    }

    /// The name in the identity of an item of the to-do list. It stays as it is: by it ticks are kept.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Municipality => "Municipality",
            Self::Controllers => "Controller",
            Self::Units => "Unit",
            Self::Officers => "Officer",
            Self::Activities => "Activity",
            Self::Notices => "Notice",
            Self::Processors => "Processor",
            Self::Systems => "System",
            Self::Recipients => "Recipient",
            Self::Sources => "Source",
            Self::Texts => "Text",
            Self::Measures => "Measure",
        }
    }
}
