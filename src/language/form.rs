//! The form of a country's notices: the sections and their order, from `templates/forms/<cc>.toml`.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::assets::{Files, Table, listed, missing, missing_file, unknown};
use crate::error::Error;
use crate::say;
use crate::say::Message;
use crate::vocabulary::CountryCode;

listed! {
    /// A part of a notice: a section, or a share of one.
    pub(crate) enum Part {
        /// What the activity is.
        Summary,
        /// Who is responsible (Article 13(1)(a)).
        Controller,
        /// Other contacts: the unit, who carries out a task, the joint controllers.
        Contact,
        /// The data protection officer (Article 13(1)(b)).
        Officer,
        /// Purposes and legal bases (Article 13(1)(c) and (d)).
        Purposes,
        /// The legal bases and laws that several purposes share.
        Bases,
        /// Data subjects.
        Subjects,
        /// Categories of data (Article 14(1)(d)).
        Data,
        /// Sources (Article 14(2)(f)).
        Sources,
        /// Recipients (Article 13(1)(e)).
        Recipients,
        /// Processors and systems.
        Processors,
        /// Transfers (Article 13(1)(f)).
        Transfers,
        /// Retention (Article 13(2)(a)).
        Retention,
        /// Whether data must be provided (Article 13(2)(e)).
        Obligation,
        /// Automated decisions (Article 13(2)(f)).
        Automated,
        /// Consent and its withdrawal (Article 13(2)(c)).
        Consent,
        /// How the work is done, and other information for the reader.
        Procedure,
        /// The data subject's rights (Article 13(2)(b)).
        Rights,
        /// The right to object, presented separately (Article 21(4)).
        Objection,
        /// The right to lodge a complaint (Article 13(2)(d)).
        Complaint,
    }
}

impl Part {
    /// The key of its heading in the language files.
    #[must_use]
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Summary => "heading.summary",
            Self::Controller => "heading.controller",
            Self::Contact => "heading.contact",
            Self::Officer => "heading.officer",
            Self::Purposes => "heading.purposes",
            Self::Bases => "heading.bases",
            Self::Subjects => "heading.subjects",
            Self::Data => "heading.data",
            Self::Sources => "heading.sources",
            Self::Recipients => "heading.recipients",
            Self::Processors => "heading.processors",
            Self::Transfers => "heading.transfers",
            Self::Retention => "heading.retention",
            Self::Obligation => "heading.obligation",
            Self::Automated => "heading.automated",
            Self::Consent => "heading.consent",
            Self::Procedure => "heading.procedure",
            Self::Rights => "heading.rights",
            Self::Objection => "heading.objection",
            Self::Complaint => "heading.complaint",
        }
    }
}

impl Part {
    /// The key of its row in a register.
    #[must_use]
    pub(crate) fn row(self) -> String {
        self.heading().replace("heading.", "row.")
    }

    /// Whether the part is a list, which can be known in part.
    #[must_use]
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Purposes | Self::Subjects | Self::Data | Self::Sources | Self::Recipients)
    }

    /// Whether a child activity inherits this part from its parent.
    #[must_use]
    pub(crate) fn is_taken_over(self) -> bool {
        !matches!(self, Self::Summary | Self::Purposes | Self::Automated | Self::Procedure)
    }
}

/// The layout of a notice over several activities.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Layout {
    /// One activity after the other.
    #[default]
    ByActivity,
    /// One section after the other; equal texts of several activities are merged.
    BySection,
}

/// The form of a country.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Form {
    /// Whether the sections are numbered.
    pub numbered: bool,
    /// The layout of a notice over several activities.
    pub layout: Layout,
    /// The parts before the sections, without a number.
    pub opening: Vec<Part>,
    /// The sections: the first part gives the heading, the others follow under their own headings. Every part is in
    /// one of them.
    pub sections: Vec<Vec<Part>>,
}

/// The forms as they are read.
#[derive(Default)]
struct Forms {
    /// The form of countries without one of their own.
    general: Form,
    by_country: BTreeMap<CountryCode, Form>,
}

/// The name of the file of the general form.
const GENERAL: &str = "general";

static FORMS: Table<Forms> = Table::new(|files| {
    let (mut general, mut by_country) = (None, BTreeMap::new());
    for (name, form) in files.read_folder::<Form>("forms")? {
        let fault = |keys: &[&str], what| files.fault(&format!("forms/{name}.toml"), keys, what);
        form.check(fault)?;
        let is_small = !name.contains(char::is_uppercase);
        match CountryCode::of(&name.to_uppercase()).filter(|_| is_small) {
            _ if name == GENERAL => general = Some(form),
            Some(country) => _ = by_country.insert(country, form),
            None => return Err(fault(&[], unknown(name))),
        }
    }
    let general = general.ok_or_else(|| missing_file(&format!("forms/{GENERAL}.toml")))?;
    Ok(Forms { general, by_country })
});

impl Form {
    /// Checks that every part is in the form, and once.
    fn check(&self, fault: impl Fn(&[&str], Message) -> Error) -> Result<(), Error> {
        let mut known = BTreeSet::new();
        for (at, part) in self.opening.iter().enumerate() {
            if !known.insert(*part) {
                return Err(fault(&["opening", &at.to_string()], again(*part)));
            }
        }
        for (section, parts) in self.sections.iter().enumerate() {
            if let Some(at) = parts.iter().position(|part| !known.insert(*part)) {
                return Err(fault(&["sections", &section.to_string(), &at.to_string()], again(parts[at])));
            }
        }
        let lacking = Part::ALL.iter().find(|part| !known.contains(part));
        lacking.map_or(Ok(()), |part| Err(fault(&["sections"], missing(&part.to_string()))))
    }
}

fn again(part: Part) -> Message {
    say!(
        en: "the part `{part}` is already in the form",
        sv: "delen `{part}` finns redan i mallen",
        da: "delen `{part}` findes allerede i skabelonen",
    )
}

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    FORMS.check(files)
}

/// The form of a country (ISO 3166-1), or else the general one.
#[must_use]
pub(crate) fn form(country: &str) -> &'static Form {
    let Forms { general, by_country } = FORMS.get();
    by_country.get(country).unwrap_or(general)
}
