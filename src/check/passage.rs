//! Every text of a register with its context, for the rules on free text.

mod gather;

use crate::claim::Topic;
use crate::finding::{Finding, Place};
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::record::field;
use crate::model::section::{Part, Section};
use crate::model::term::TermKind;
use crate::model::visit::TextKind;

pub(crate) use gather::passages;

/// Maximum number of keys in the path of a text.
const DEPTH: usize = 8;

/// The record that a text belongs to.
#[derive(Debug, Clone, Copy)]
pub enum Owner<'r> {
    /// `municipality.yaml`.
    Municipality,
    /// A shared file.
    Shared,
    /// A shared text, shown in one part of the notices.
    Section(&'r Section),
    /// An activity.
    Activity(&'r Activity),
    /// A notice.
    Notice(&'r Notice),
}

/// The kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text(TextKind),
    /// A term in free words.
    Term(TermKind),
    /// A number, reference or address.
    Plain,
}

/// The topic of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// The controller, its units, its contact.
    Controller,
    /// The data protection officer.
    Officer,
    /// The data subjects.
    Subjects,
    /// The purposes and their legal bases.
    Purposes,
    /// The data.
    Data,
    /// The sources.
    Sources,
    /// The recipients.
    Recipients,
    /// Processors and systems.
    Processors,
    /// Transfers to third countries.
    Transfers,
    /// How long data are kept.
    Retention,
    /// Consent.
    Consent,
    /// Automated decisions.
    Automated,
    /// The obligation to provide data.
    Obligation,
    /// The rights.
    Rights,
    /// The complaint.
    Complaint,
    /// Internal fields.
    Internal,
    /// Anything else: titles, summaries, remarks, other texts.
    Other,
}

impl Room {
    /// What the texts of this topic are about, for the reader of claims.
    #[must_use]
    pub fn topic(self) -> Topic {
        match self {
            Self::Data => Topic::Data,
            Self::Purposes => Topic::Purposes,
            Self::Sources => Topic::Sources,
            Self::Recipients => Topic::Recipients,
            Self::Transfers => Topic::Transfers,
            Self::Retention => Topic::Retention,
            Self::Consent => Topic::Consent,
            Self::Automated => Topic::Decisions,
            Self::Rights => Topic::Rights,
            Self::Complaint => Topic::Complaint,
            Self::Officer => Topic::Officer,
            Self::Controller | Self::Subjects | Self::Processors | Self::Obligation | Self::Internal | Self::Other => {
                Topic::Any
            }
        }
    }
}

/// One text in one language.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'r> {
    /// The record it belongs to.
    pub owner: Owner<'r>,
    /// The kind of value.
    pub kind: Kind,
    /// Its language.
    pub lang: Lang,
    /// The text.
    pub words: &'r str,
    /// The place of the text; for [`Kind::Plain`], of the record with the field.
    pub at: Place,
    /// The topic.
    pub room: Room,
    /// Whether it is published verbatim: not internal, not a former name, a note or the reason of a gap, which may
    /// quote.
    pub is_told: bool,
    path: [&'static str; DEPTH],
    depth: usize,
}

impl<'r> Passage<'r> {
    /// The path of keys from the root of its file, in their Rust spelling: `["retention", "criterion"]`.
    #[must_use]
    pub fn path(&self) -> &[&'static str] {
        &self.path[..self.depth.min(DEPTH)]
    }

    /// The last key.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.path().last().copied().unwrap_or_default()
    }

    /// Whether `key` is in the path.
    #[must_use]
    pub fn is_under(&self, key: &str) -> bool {
        self.path().contains(&key)
    }

    /// Whether it contains a digit.
    #[must_use]
    pub fn has_digits(&self) -> bool {
        self.words.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether it may be published.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.room != Room::Internal && self.kind != Kind::Text(TextKind::Aside)
    }

    /// The activity it belongs to, if any.
    #[must_use]
    pub fn activity(&self) -> Option<&'r Activity> {
        match self.owner {
            Owner::Activity(activity) => Some(activity),
            _ => None,
        }
    }

    /// Marks a phrase of the passage in a finding.
    #[must_use]
    pub fn mark(&self, finding: Finding, phrase: &str) -> Finding {
        let finding = if self.kind == Kind::Plain { finding.field(self.field()) } else { finding };
        finding.phrase(phrase)
    }
}

fn room_of(owner: Owner, path: &[&str]) -> Room {
    match owner {
        Owner::Section(section) => section.part.map_or(Room::Other, room_of_part),
        _ => path.first().map_or(Room::Other, |key| room_of_key(key)),
    }
}

fn is_told(room: Room, kind: Kind, path: &[&str]) -> bool {
    let quotes = matches!(kind, Kind::Text(TextKind::Gap | TextKind::Aside));
    room != Room::Internal && !quotes && !path.contains(&keys::FORMERLY) && !path.contains(&field!(Activity, replaces))
}

fn room_of_part(part: Part) -> Room {
    match part {
        Part::Introduction | Part::Own => Room::Other,
        Part::Controller => Room::Controller,
        Part::Officer => Room::Officer,
        Part::Purposes => Room::Purposes,
        Part::Data => Room::Data,
        Part::Sources => Room::Sources,
        Part::Recipients => Room::Recipients,
        Part::Processors => Room::Processors,
        Part::Transfers => Room::Transfers,
        Part::Retention => Room::Retention,
        Part::Consent => Room::Consent,
        Part::Rights => Room::Rights,
        Part::Complaint => Room::Complaint,
    }
}

fn room_of_key(key: &str) -> Room {
    const CONTROLLERS: &str = field!(Municipality, controllers);
    const UNITS: &str = field!(Municipality, units);
    const CONTACT: &str = keys::CONTACT;
    const JOINT: &str = field!(Activity, joint);
    const DELEGATED: &str = field!(Activity, delegated);
    const ON_BEHALF_OF: &str = field!(Activity, on_behalf_of);
    const OFFICERS: &str = field!(Municipality, officers);
    const SUBJECTS: &str = field!(Activity, subjects);
    const AUDIENCE: &str = field!(Notice, audience);
    const PURPOSES: &str = field!(Activity, purposes);
    const BASIS: &str = field!(Activity, basis);
    const LAW: &str = field!(Activity, law);
    const DATA: &str = field!(Activity, data);
    const SOURCES: &str = keys::SOURCES;
    const RECIPIENTS: &str = keys::RECIPIENTS;
    const NOT_DISCLOSED: &str = field!(Activity, not_disclosed);
    const PROCESSORS: &str = keys::PROCESSORS;
    const SYSTEMS: &str = keys::SYSTEMS;
    const SERVICES: &str = field!(Activity, services);
    const TRANSFERS: &str = field!(Activity, transfers);
    const RETENTION: &str = field!(Activity, retention);
    const CONSENT: &str = field!(Activity, consent);
    const AUTOMATED: &str = field!(Activity, automated);
    const OBLIGATION: &str = field!(Activity, obligation);
    const RIGHTS: &str = keys::RIGHTS;
    const COMPLAINT: &str = field!(Municipality, complaint);
    match key {
        CONTROLLERS | UNITS | CONTACT | JOINT | DELEGATED | ON_BEHALF_OF => Room::Controller,
        OFFICERS => Room::Officer,
        SUBJECTS | AUDIENCE => Room::Subjects,
        PURPOSES | BASIS | LAW => Room::Purposes,
        DATA => Room::Data,
        SOURCES => Room::Sources,
        RECIPIENTS | NOT_DISCLOSED => Room::Recipients,
        PROCESSORS | SYSTEMS | SERVICES => Room::Processors,
        TRANSFERS => Room::Transfers,
        RETENTION => Room::Retention,
        CONSENT => Room::Consent,
        AUTOMATED => Room::Automated,
        OBLIGATION => Room::Obligation,
        RIGHTS => Room::Rights,
        COMPLAINT => Room::Complaint,
        _ => Room::Other,
    }
}
