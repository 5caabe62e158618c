//! Ids: the names by which records refer to each other.

use std::borrow::Borrow;
use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::{Finding, Findings, Place};
use crate::format::phrases::{is_not, write_this};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::say::Words;
use crate::windows;

/// How many characters an id may have.
const LONGEST: usize = 100;

/// The name of a record, for references and addresses: lower-case letters a–z, digits and hyphens, with at most one
/// slash between the ids of parent and child. As a path it cannot lead out of the output folder.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id {
    name: String,
    /// Its source position.
    pub at: Place,
}

/// Ids are looked up by name; the source position is ignored.
impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.name
    }
}

impl Id {
    /// Parses a name. `None` if it is not a valid id.
    #[must_use]
    pub fn parse(name: &str, at: Place) -> Option<Self> {
        let mut parts = name.split('/');
        let right = parts.by_ref().take(2).all(is_part) && parts.next().is_none();
        (right && name.len() <= LONGEST).then(|| Self { name: name.to_owned(), at })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The id of the parent, which is before the slash: `dagtilbud` for `dagtilbud/ppr`.
    #[must_use]
    pub fn whole(&self) -> Option<&str> {
        self.name.split_once('/').map(|(whole, _)| whole)
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.is_empty()
    }
}

fn is_part(part: &str) -> bool {
    let first_and_last = part.starts_with(|first: char| first.is_ascii_alphanumeric()) && !part.ends_with('-');
    first_and_last
        && !windows::is_reserved(part)
        && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.name)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "`{}`", self.name)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.name)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer", "boolean"],
            "minimum": 0,
            "pattern": "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$",
            "description": "A name for references and addresses: letters a–z, digits and hyphens.\n\n`skolskjuts`"
        })
    }
}

const WHAT: Words = Words { en: "an id", sv: "ett id", da: "et id" };
const ONE: Words = Words {
    en: "write one id, such as `skolskjuts`",
    sv: "skriv ett enda id, till exempel `skolskjuts`",
    da: "skriv ét id, for eksempel `skolskjuts`",
};
const SUCH_AS: Words = Words {
    en: "write an id such as `skolskjuts`",
    sv: "skriv ett id, till exempel `skolskjuts`",
    da: "skriv et id, for eksempel `skolskjuts`",
};

impl Read for Id {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Some(name) = node.text() else {
            return wrong_type(node, WHAT, ONE, findings);
        };
        let id = Self::parse(name, node.place);
        if id.is_none() {
            let finding = Finding::error("id-wrong", node.place, is_not(name, WHAT)).label(fault(name));
            findings.push(match suggest(name) {
                Some(id) => finding.help(write_this(&id)),
                None => finding.help(SUCH_AS),
            });
        }
        id
    }
}

/// What is wrong with an id, as a message.
fn fault(name: &str) -> Words {
    match name.split('/').find(|part| windows::is_reserved(&part.to_lowercase())) {
        Some(_) => Words {
            en: "Windows keeps this name for a device: no file can be called so",
            sv: "Windows har det namnet för en enhet: ingen fil kan heta så",
            da: "Windows bruger det navn til en enhed: Ingen fil kan hedde sådan",
        },
        None if name.len() > LONGEST => Words {
            en: "an id has at most 100 characters",
            sv: "ett id har högst 100 tecken",
            da: "et id har højst 100 tegn",
        },
        None => Words {
            en: "an id has only the letters a–z, digits and hyphens",
            sv: "ett id har bara bokstäverna a–z, siffror och bindestreck",
            da: "et id har kun bogstaverne a–z, cifre og bindestreger",
        },
    }
}

/// The id for a free name: `Särskilt stöd` becomes `sarskilt-stod`. The first slash is kept.
#[must_use]
pub fn suggest(name: &str) -> Option<String> {
    let mut parts = name.split('/').map(suggest_part).filter(|part| !part.is_empty());
    let whole = parts.next()?;
    let part = parts.collect::<Vec<_>>().join("-");
    let id = if part.is_empty() { whole } else { format!("{whole}/{part}") };
    Id::parse(&id, Place::default()).map(|id| id.name)
}

/// The id for a part of a name. A name that Windows reserves gets a number.
fn suggest_part(name: &str) -> String {
    let mut id = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'å' | 'ä' | 'á' | 'à' => id.push('a'),
            'ö' | 'ó' => id.push('o'),
            'ø' => id.push_str("oe"),
            'æ' => id.push_str("ae"),
            'é' | 'è' | 'ë' => id.push('e'),
            'ü' => id.push('u'),
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id = id.trim_end_matches('-');
    if windows::is_reserved(id) { format!("{id}-1") } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Id, suggest};
    use crate::finding::Place;

    #[test]
    fn an_id_cannot_leave_the_folder() {
        for wrong in [
            "", "/", "..", "../x", "a/../b", "a/b/c", "a//b", "/a", "a/", "C:x", "a\\b", "å", "A", "a b", "-a", "a-",
            "con", "x/nul", "com1",
        ] {
            assert_eq!(Id::parse(wrong, Place::default()), None, "{wrong}");
        }
        for right in ["a", "skolskjuts", "dagtilbud/ppr", "aar-2024", "1"] {
            assert!(Id::parse(right, Place::default()).is_some(), "{right}");
        }
    }

    #[test]
    fn suggests_an_id_for_a_name() {
        assert_eq!(suggest("Särskilt stöd").as_deref(), Some("sarskilt-stod"));
        assert_eq!(suggest("Børn & unge").as_deref(), Some("boern-unge"));
        assert_eq!(suggest("Elevhälsa/Samtal").as_deref(), Some("elevhalsa/samtal"));
        assert_eq!(suggest("../../a/b").as_deref(), Some("a/b"));
        assert_eq!(suggest("a/b/c").as_deref(), Some("a/b-c"));
        assert_eq!(suggest("elevhalsa/CON").as_deref(), Some("elevhalsa/con-1"));
        assert_eq!(suggest("??"), None);
        assert_eq!(suggest(&"a".repeat(101)), None);
    }
}
