//! The kinds of records that references point to.

use crate::say::Words;

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
