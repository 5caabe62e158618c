//! KLE numbers: the classification of the tasks of Danish municipalities (KL Emnesystematik).

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::finding::{Finding, Findings};
use crate::format::phrases::is_not;
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::say::Words;

/// A KLE number: a main group (`27`), a group (`27.24`) or a subject (`27.24.00`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Kle(pub String);

const WHAT: Words = Words { en: "a KLE number", sv: "ett KLE-nummer", da: "et KLE-nummer" };
const HELP: Words = Words {
    en: "write two digits, or two or three pairs of digits with points, such as `27.24.00`",
    sv: "skriv två siffror, eller två eller tre par av siffror med punkt emellan, till exempel `27.24.00`",
    da: "skriv to cifre eller to eller tre par cifre med punktum imellem, for eksempel `27.24.00`",
};

impl Kle {
    /// Parses a number.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let pairs: Vec<&str> = written.split('.').collect();
        let is_pair = |pair: &&str| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_digit());
        (pairs.len() <= 3 && pairs.iter().all(is_pair)).then(|| Self(written.to_owned()))
    }
}

impl Read for Kle {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Some(text) = node.text() else { return wrong_type(node, WHAT, HELP, findings) };
        let number = Self::parse(text);
        if number.is_none() {
            findings.push(Finding::error("kle-wrong", node.place, is_not(text, WHAT)).help(HELP));
        }
        number
    }
}

impl JsonSchema for Kle {
    fn schema_name() -> Cow<'static, str> {
        "Kle".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "number"],
            "pattern": "^[0-9]{2}([.][0-9]{2}){0,2}$",
            "description": "A KLE number; one with a single point may be without quotation marks.\n\n`27.24.00`"
        })
    }
}
