//! Countries.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::finding::{Finding, Findings, Place};
use crate::format::phrases::{did_you_mean, is_not, write_this};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::say;
use crate::say::{Message, Words};
use crate::vocabulary::{self, ListName};

/// A country by its two-letter code (ISO 3166-1 alpha-2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Country {
    /// The two letters, upper case.
    pub code: String,
    /// Its source position.
    #[serde(skip)]
    pub at: Place,
}

impl Read for Country {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        const HELP: Words = Words {
            en: "write two capital letters (ISO 3166-1), such as `SE`, `DK` or `US`",
            sv: "skriv två stora bokstäver (ISO 3166-1), till exempel `SE`, `DK` eller `US`",
            da: "skriv to store bogstaver (ISO 3166-1), for eksempel `SE`, `DK` eller `US`",
        };
        let written = node.text().unwrap_or_default();
        if let Some(code) = usual(written) {
            findings.push(meant(node.place, is_not(written, COUNTRY_CODE), code).rewrite(written, code));
            return None;
        }
        if written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Some(Self { code: written.to_owned(), at: node.place });
        }
        if let Some(code) = vocabulary::meaning(ListName::Countries, written, None, |_| true) {
            let message = say!(
                en: "`{written}` is a name, not a country code",
                sv: "`{written}` är ett namn, inte en landskod",
                da: "`{written}` er et navn, ikke en landekode",
            );
            findings.push(meant(node.place, message, code).rewrite(written, code));
            return None;
        }
        wrong_type(node, COUNTRY_CODE, HELP, findings)
    }
}

/// The name of the type in messages.
pub(crate) const COUNTRY_CODE: Words = Words { en: "a country code", sv: "en landskod", da: "en landekode" };

fn meant(place: Place, message: Message, code: &str) -> Finding {
    Finding::error("country-unknown", place, message).label(did_you_mean(code)).help(write_this(code))
}

/// The ISO 3166-1 code for `UK` and `EL`, which the European Union uses instead.
fn usual(written: &str) -> Option<&'static str> {
    match written {
        "UK" => Some("GB"),
        "EL" => Some("GR"),
        _ => None,
    }
}

impl Country {
    /// Whether it is a third country: outside the EU and the EEA (Chapter V).
    #[must_use]
    pub fn is_third(&self) -> bool {
        is_third(&self.code)
    }
}

/// Whether a code is that of a third country; false for a code that is not in the vocabulary.
#[must_use]
pub(crate) fn is_third(code: &str) -> bool {
    vocabulary::entry(ListName::Countries, code).is_some_and(|entry| !entry.eea)
}

impl JsonSchema for Country {
    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Z]{2}$",
            "description": "A country by its two-letter code (ISO 3166-1).\n\n`SE`"
        })
    }
}
