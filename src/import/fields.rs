//! The fields of the register that a spreadsheet can have, and the headers that mean them (`templates/import/headers.toml`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::assets::{Files, Table, twice, unknown};
use crate::error::Error;

/// Defines the fields with their names in the table, in `--map` and in the report.
macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a column or row of a spreadsheet is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Field {
            $($(#[$doc])* $name,)*
        }

        impl Field {
            /// Every field.
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name.
            #[must_use]
            pub(crate) fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

fields! {
    /// The name of the activity.
    Title = "title",
    /// The number of the row, to which other rows refer.
    Number = "number",
    /// What the activity is.
    Summary = "summary",
    /// Whether the activity is planned, in use, or ended.
    Status = "status",
    /// The purposes.
    Purposes = "purposes",
    /// The legal bases.
    Basis = "basis",
    /// The grounds of Article 9(2).
    Exception = "exception",
    /// The laws.
    Law = "law",
    /// The data subjects.
    Subjects = "subjects",
    /// The data.
    Data = "data",
    /// Data of special categories.
    Special = "special",
    /// The sources.
    Sources = "sources",
    /// The recipients.
    Recipients = "recipients",
    /// The processors.
    Processors = "processors",
    /// The systems.
    Systems = "systems",
    /// Transfers to third countries.
    Transfers = "transfers",
    /// The retention periods.
    Retention = "retention",
    /// The security measures.
    Measures = "measures",
    /// The controller.
    Controller = "controller",
    /// The unit.
    Unit = "unit",
    /// The owner of the information.
    Owner = "owner",
    /// The reference number of the case.
    Reference = "reference",
    /// The number of data subjects.
    Volume = "volume",
    /// Who has access.
    Access = "access",
    /// Whether an impact assessment is required.
    Assessment = "assessment",
    /// Automated decisions.
    Automated = "automated",
    /// The day on which the record was created.
    Created = "created",
    /// The day of the last change.
    Changed = "changed",
    /// The day of the next review.
    Review = "review",
    /// KLE numbers.
    Kle = "kle",
    /// Internal notes.
    Notes = "notes",
}

impl Field {
    /// The field with a name.
    #[must_use]
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }
}

const FILE: &str = "import/headers.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    exact: BTreeMap<String, ByLanguage>,
    heading: ByLanguage,
    pattern: Vec<Row>,
}

/// Phrases, or `none`.
#[derive(Debug)]
pub(super) struct Phrases(Vec<String>);

impl Phrases {
    /// The phrases.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        match toml::Value::deserialize(from)? {
            toml::Value::String(word) if word == "none" => Ok(Self(Vec::new())),
            list => list.try_into().map(Self).map_err(|fault| D::Error::custom(fault.message())),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByLanguage {
    sv: Phrases,
    da: Phrases,
    no: Phrases,
    en: Phrases,
}

impl ByLanguage {
    fn iter(&self) -> impl Iterator<Item = &str> {
        [&self.sv, &self.da, &self.no, &self.en].into_iter().flat_map(Phrases::iter)
    }
}

/// A header by what it contains.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    field: String,
    any: Vec<String>,
    not: Vec<String>,
}

#[derive(Debug, Default)]
struct Headers {
    exact: HashMap<String, Field>,
    headings: BTreeSet<String>,
    patterns: Vec<(Field, Row)>,
}

static HEADERS: Table<Headers> = Table::new(|files| {
    let written: Written = files.read(FILE)?;
    let mut headers = Headers { headings: written.heading.iter().map(str::to_owned).collect(), ..Headers::default() };
    for (key, phrases) in &written.exact {
        let field = Field::of_key(key).ok_or_else(|| files.fault(FILE, &["exact", key], unknown(key)))?;
        for phrase in phrases.iter() {
            let other = headers.exact.insert(phrase.to_owned(), field);
            if other.is_some_and(|other| other != field) {
                return Err(files.fault(FILE, &["exact", key], twice(phrase)));
            }
        }
    }
    for (index, row) in written.pattern.into_iter().enumerate() {
        let keys = ["pattern", &index.to_string(), "field"];
        let field = Field::of_key(&row.field).ok_or_else(|| files.fault(FILE, &keys, unknown(&row.field)))?;
        headers.patterns.push((field, row));
    }
    Ok(headers)
});

/// Checks that the table can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    HEADERS.check(files)
}

/// A header in the form in which it is compared: small letters, without what is in brackets, without a number before it
/// and without signs around it.
#[must_use]
pub(crate) fn plain(header: &str) -> String {
    let (mut plain, mut depth) = (String::new(), 0_usize);
    for letter in header.to_lowercase().chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '*' => {}
            letter if depth == 0 => plain.push(if letter.is_whitespace() { ' ' } else { letter }),
            _ => {}
        }
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let unnumbered = plain.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let unnumbered = if unnumbered.starts_with([' ', ')']) { unnumbered } else { &plain };
    let trimmed = unnumbered.trim_matches([' ', ')', ':', '?', '.', '_', '!', ';', ',']);
    if trimmed.is_empty() { plain } else { trimmed.to_owned() }
}

/// The field that a header means.
#[must_use]
pub(crate) fn field(header: &str) -> Option<Field> {
    let headers = HEADERS.get();
    let plain = plain(header);
    let exact = headers.exact.get(&plain).or_else(|| headers.exact.get(&format!("{plain}.")));
    if let Some(field) = exact {
        return Some(*field);
    }
    if plain.chars().count() > 120 {
        return None;
    }
    // What is in brackets counts only where the rest means nothing: `Undantag (artikel 9.2)`.
    by_pattern(&plain).or_else(|| by_pattern(&header.to_lowercase()))
}

/// The only field whose pattern a header has.
fn by_pattern(header: &str) -> Option<Field> {
    let has = |phrases: &[String]| phrases.iter().any(|phrase| header.contains(phrase.as_str()));
    let meant = HEADERS.get().patterns.iter().filter(|(_, row)| has(&row.any) && !has(&row.not));
    let fields: BTreeSet<Field> = meant.map(|(field, _)| *field).collect();
    fields.first().copied().filter(|_| fields.len() == 1)
}

/// Whether a text is a word above the columns of a table with its fields down the side.
#[must_use]
pub(super) fn is_heading(text: &str) -> bool {
    HEADERS.get().headings.contains(&plain(text))
}

/// The Article whose letters stand alone below a header: 6 or 9.
#[must_use]
pub(super) fn article(header: &str) -> Option<u8> {
    let small = header.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    match words.skip_while(|word| !word.starts_with("art")).nth(1) {
        Some("6") => Some(6),
        Some("9") => Some(9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, article, field, plain};

    #[test]
    fn headers_mean_fields() {
        for (header, key) in [
            ("Ändamål", "purposes"),
            ("**Retsgrundlag**", "basis"),
            ("3. Kategorier av registrerade (art. 30.1 c):", "subjects"),
            ("Hvilke kategorier af registrerede indgår i databehandlingen?", "subjects"),
            ("Rättslig grund (art. 6.1)", "basis"),
            ("Behandlingsgrunnlag artikkel 9", "exception"),
            ("Lawful Basis (UK GDPR)", "basis"),
            ("Ref #", "number"),
            ("Nr.", "number"),
        ] {
            assert_eq!(field(header).map(Field::key), Some(key), "{header}");
        }
        for header in ["Kategorier af registrerede / oplysninger", "Hvem er ansvarlig", "", "Tjänst"] {
            assert_eq!(field(header), None, "{header}");
        }
        assert_eq!(plain("#"), "#");
    }

    #[test]
    fn a_header_names_the_article_of_its_letters() {
        assert_eq!(article("Rättslig grund (art. 6.1)"), Some(6));
        assert_eq!(article("Undtagelse, artikel 9, stk. 2"), Some(9));
        assert_eq!(article("Rättslig grund"), None);
        assert_eq!(article("Artikel 30"), None);
    }
}
