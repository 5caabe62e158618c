//! Texts in one or several languages.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::json;

use crate::finding::{Finding, Findings, Place};
use crate::format::answer::{Answer, answer, instead_of_words, misplaced_gap, pattern};
use crate::format::comma;
use crate::format::phrases::is_not;
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::{Kind, Node};
use crate::lang::Lang;
use crate::say;
use crate::say::{Message, Words};
use crate::visible;

const LANGUAGE_CODE: Words = Words { en: "a language code", sv: "en språkkod", da: "en sprogkode" };

impl Read for Lang {
    /// `no` is the code of Norwegian.
    const TAKES_NO: bool = true;

    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text().and_then(Self::parse) {
            Some(lang) => Some(lang),
            None => wrong_type(
                node,
                LANGUAGE_CODE,
                Words {
                    en: "write two letters, such as `sv`, `da` or `en`",
                    sv: "skriv två bokstäver, till exempel `sv`, `da` eller `en`",
                    da: "skriv to bogstaver, for eksempel `sv`, `da` eller `en`",
                },
                findings,
            ),
        }
    }
}

/// A text: a string in the municipality's first language, or one string for each language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The text as written without a language.
    pub plain: Option<String>,
    /// The text by language, in the order written.
    pub by_lang: Vec<(Lang, String)>,
    /// Its source position.
    pub at: Place,
}

/// A text in one language, as shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'t> {
    /// The words.
    pub words: &'t str,
    /// Their language.
    pub lang: Lang,
}

impl Text {
    /// A text in the municipality's first language.
    #[must_use]
    pub fn plain(words: impl Into<String>, at: Place) -> Self {
        Self { plain: Some(words.into()), by_lang: Vec::new(), at }
    }

    /// The texts in all languages, the one without a language first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(self.by_lang.iter().map(|(_, words)| words)).map(String::as_str)
    }

    /// The texts with their languages; the one without a language has the `main` one, if that is known.
    pub fn each_language(&self, main: Option<Lang>) -> impl Iterator<Item = (Lang, &str)> {
        let plain = self.plain.iter().filter_map(move |words| Some((main?, words.as_str())));
        plain.chain(self.by_lang.iter().map(|(lang, words)| (*lang, words.as_str())))
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_none() && self.by_lang.is_empty()
    }

    /// The text in `lang`, or else in the `main` language of the municipality, or else in the first language that is
    /// written.
    #[must_use]
    pub fn say(&self, lang: Lang, main: Lang) -> Option<Said<'_>> {
        self.exactly(lang, main)
            .or_else(|| self.exactly(main, main))
            .or_else(|| self.by_lang.first().map(|(lang, words)| Said { words, lang: *lang }))
    }

    /// The text in `lang` only.
    #[must_use]
    pub fn exactly(&self, lang: Lang, main: Lang) -> Option<Said<'_>> {
        let written = self.by_lang.iter().find(|(written, _)| *written == lang).map(|(_, words)| words);
        let words = written.or(self.plain.as_ref().filter(|_| lang == main))?;
        Some(Said { words, lang })
    }
}

impl Read for Text {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if answer(node) == Some(Answer::No) {
            findings.push(instead_of_words(node.text().unwrap_or_default(), node.place));
            return None;
        }
        Self::read_any(node, findings)
    }
}

impl Text {
    /// Reads a text of which is known that it is no word for nothing.
    pub(super) fn read_any(node: &Node, findings: &mut Findings) -> Option<Self> {
        if let Some(finding) = misplaced_gap(node) {
            findings.push(finding);
            return None;
        }
        match &node.kind {
            Kind::Map(entries) if entries.is_empty() => {
                findings
                    .push(empty(node.place, say!(en: "the text is empty", sv: "texten är tom", da: "teksten er tom")));
                None
            }
            Kind::Map(entries) => Some(Self { plain: None, by_lang: by_lang(entries, findings), at: node.place }),
            _ => match node.text().map(str::trim) {
                Some(words) if !visible::has_shape(words) => {
                    let message = match words {
                        "" => say!(en: "the text is empty", sv: "texten är tom", da: "teksten er tom"),
                        _ => say!(
                            en: "nothing of the text can be seen",
                            sv: "texten innehåller inga synliga tecken",
                            da: "teksten indeholder ingen synlige tegn",
                        ),
                    };
                    findings.push(empty(node.place, message));
                    None
                }
                Some(words) => Some(Self::plain(words, node.place)),
                None => wrong_type(
                    node,
                    Words { en: "a text", sv: "en text", da: "en tekst" },
                    Words {
                        en: "write one text, or one for each language: `{sv: …, en: …}`; quote a text that contains `: ` or begins with `[`, `{`, `&` or `*`",
                        sv: "skriv en text, eller en för varje språk: `{sv: …, en: …}`; sätt citattecken runt en text som innehåller `: ` eller börjar med `[`, `{`, `&` eller `*`",
                        da: "skriv én tekst, eller én for hvert sprog: `{da: …, en: …}`; sæt anførselstegn om en tekst, der indeholder `: ` eller begynder med `[`, `{`, `&` eller `*`",
                    },
                    findings,
                ),
            },
        }
    }
}

fn empty(place: Place, message: Message) -> Finding {
    Finding::error("text-empty", place, message).help(say!(
        en: "write the text, or remove the key",
        sv: "skriv texten, eller ta bort nyckeln",
        da: "skriv teksten, eller fjern nøglen",
    ))
}

fn by_lang(entries: &[(Node, Node)], findings: &mut Findings) -> Vec<(Lang, String)> {
    let mut texts = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let (key, value) = entry;
        match (key.text().and_then(Lang::parse), value.text().map(str::trim)) {
            (Some(lang), Some(words)) if visible::has_shape(words) => texts.push((lang, words.to_owned())),
            _ if comma::is_rest(entries, index) => findings.extend(comma::found(entries, index)),
            (Some(_), _) => findings.push(Finding::error("text-empty", value.place, say!(
                en: "the text of this language is empty",
                sv: "texten på det här språket är tom",
                da: "teksten på dette sprog er tom",
            ))),
            (None, _) => findings.push(
                Finding::error("key-unknown", key.place, is_not(key.text().unwrap_or_default(), LANGUAGE_CODE))
                    .label(say!(
                        en: "a text has languages as its keys",
                        sv: "en text har språk som nycklar",
                        da: "en tekst har sprog som nøgler",
                    ))
                    .help(say!(
                        en: "write one text, or one for each language: `{{sv: …, da: …, en: …}}`; quote a text that contains `: `",
                        sv: "skriv en text, eller en för varje språk: `{{sv: …, da: …, en: …}}`; sätt citattecken runt en text som innehåller `: `",
                        da: "skriv én tekst, eller én for hvert sprog: `{{sv: …, da: …, en: …}}`; sæt anførselstegn om en tekst, der indeholder `: `",
                    )),
            ),
        }
    }
    texts
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.plain {
            Some(words) => to.serialize_str(words),
            None => to.collect_map(self.by_lang.iter().map(|(lang, words)| (lang.code(), words))),
        }
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        if schemas.contract().is_serialize() {
            let by_lang = json!({
                "type": "object",
                "propertyNames": { "pattern": "^[a-z]{2}$" },
                "additionalProperties": { "type": "string" }
            });
            return json_schema!({
                "description": "A text: a string in the municipality's first language, or one string for each language.",
                "anyOf": [{ "type": "string" }, by_lang]
            });
        }
        json_schema!({
            "description": "A text: a string in the municipality's first language, or one string for each language.\n\n`{sv: Skolskjuts, en: School transport}`",
            "anyOf": [
                { "type": ["string", "number", "boolean"], "pattern": "\\S", "not": { "type": "string", "pattern": pattern(&[Answer::No]) } },
                {
                    "type": "object",
                    "propertyNames": { "pattern": "^[a-z]{2}$" },
                    "additionalProperties": { "type": ["string", "number", "boolean"], "pattern": "\\S" },
                    "minProperties": 1
                }
            ]
        })
    }
}

macro_rules! texts_of_a_kind {
    ($($(#[doc = $doc:literal])* $name:ident),* $(,)?) => {
        $(
            $(#[doc = $doc])*
            #[derive(Debug, Clone, Default, PartialEq)]
            pub struct $name(pub Text);

            impl Read for $name {
                fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
                    Text::read(node, findings).map(Self)
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    self.0.serialize(to)
                }
            }

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    Text::schema_name()
                }

                fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
                    Text::json_schema(schemas)
                }
            }
        )*
    };
}

texts_of_a_kind! {
    /// An internal text, which needs no translation.
    Aside,
    /// The proper name of a company or a system, the same in every language unless written for each.
    Name,
}
