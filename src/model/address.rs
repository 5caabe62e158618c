//! Addresses of web pages and mailboxes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::finding::{Finding, Findings};
use crate::format::phrases::{is_not, write_this};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::say;
use crate::say::Words;

/// The address of a web page. Only `http://` and `https://` are allowed, so that no link can run a script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Url(pub String);

impl Read for Url {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        const WHAT: Words = Words { en: "a web address", sv: "en webbadress", da: "en webadresse" };
        const HELP: Words = Words {
            en: "write the whole address, such as `https://www.imy.se`",
            sv: "skriv hela adressen, till exempel `https://www.imy.se`",
            da: "skriv hele adressen, for eksempel `https://www.datatilsynet.dk`",
        };
        let Some(text) = node.text() else {
            return wrong_type(node, WHAT, HELP, findings);
        };
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let has_user =
            host.is_some_and(|host| host.split(['/', '?', '#']).next().is_some_and(|host| host.contains('@')));
        let is_right =
            host.is_some_and(|host| host.starts_with(char::is_alphanumeric)) && !text.contains(is_odd) && !has_user;
        if has_user {
            let finding = Finding::error("address-wrong", node.place, is_not(text, WHAT)).label(say!(
                en: "what is before `@` looks like the host and is not",
                sv: "det som står före `@` ser ut som värden men är det inte",
                da: "det, der står før `@`, ligner værten, men er det ikke",
            ));
            findings.push(finding.help(HELP));
        } else if !is_right {
            let finding = Finding::error("address-wrong", node.place, is_not(text, WHAT));
            findings.push(if text.starts_with("www.") {
                let right = format!("https://{text}");
                let finding = if text.contains(is_odd) { finding } else { finding.rewrite(text, right.as_str()) };
                finding
                    .label(say!(
                        en: "`https://` is missing",
                        sv: "`https://` saknas",
                        da: "`https://` mangler",
                    ))
                    .help(write_this(&right))
            } else {
                finding
                    .label(say!(
                        en: "an address begins with `https://`",
                        sv: "en adress börjar med `https://`",
                        da: "en adresse begynder med `https://`",
                    ))
                    .help(HELP)
            });
        }
        is_right.then(|| Self(text.to_owned()))
    }
}

impl JsonSchema for Url {
    fn schema_name() -> Cow<'static, str> {
        "Url".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^https?://[^\\s<>\"/?#@]+([/?#][^\\s<>\"]*)?$",
            "description": "The address of a web page.\n\n`https://www.imy.se`"
        })
    }
}

/// A mailbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Email(pub String);

impl Read for Email {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        const WHAT: Words = Words { en: "a mailbox", sv: "en e-postadress", da: "en e-mailadresse" };
        const HELP: Words = Words {
            en: "write one shared mailbox, such as `registrator@example.org`",
            sv: "skriv en funktionsbrevlåda, till exempel `registrator@example.org`",
            da: "skriv én fælles postkasse, for eksempel `kommunen@example.org`",
        };
        let Some(text) = node.text() else {
            return wrong_type(node, WHAT, HELP, findings);
        };
        let is_right = matches!(text.split_once('@'), Some((name, host)) if is_name(name) && is_host(host))
            && !text.contains(is_odd);
        if !is_right {
            findings.push(
                Finding::error("address-wrong", node.place, is_not(text, WHAT))
                    .label(say!(
                        en: "a mailbox has a name, `@` and a domain",
                        sv: "en e-postadress har ett namn, `@` och en domän",
                        da: "en e-mailadresse har et navn, `@` og et domæne",
                    ))
                    .help(HELP),
            );
        }
        is_right.then(|| Self(text.to_owned()))
    }
}

impl JsonSchema for Email {
    fn schema_name() -> Cow<'static, str> {
        "Email".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+$",
            "description": "A shared mailbox.\n\n`registrator@example.org`"
        })
    }
}

/// Whether this can be the part of a mailbox before `@`, without characters that add a recipient or a header.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-' | '+'))
}

fn is_host(host: &str) -> bool {
    host.contains('.') && host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'))
}

/// Whether a character is not allowed in an address.
fn is_odd(letter: char) -> bool {
    letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"' | '\\' | '`')
}
