//! Keys that several records share. Each constant names these records, so it does not compile if one renames the key.

use crate::model::acceptance::{Acceptance, AcceptedFinding};
use crate::model::activity::Activity;
use crate::model::administration::InformationGiven;
use crate::model::consent::{Consent, Obligation, Withdrawal};
use crate::model::data::{Data, Exception, Subject};
use crate::model::decision::Automated;
use crate::model::flow::{Disclosure, Origin, ProcessorUse, Transfer};
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::organisation::{Arrangement, Contact, Controller, Delegation, Officer, Unit};
use crate::model::processor::{Client, Processor, SubProcessor};
use crate::model::purpose::{Basis, Purpose};
use crate::model::record::field;
use crate::model::retention::Retention;
use crate::model::rights::RightNote;
use crate::model::section::Section;
use crate::model::shared::{Measure, Recipient, Shared, SourceRegister, System};

/// `basis` of Activity and Purpose.
pub(crate) const BASIS: &str = field!(Activity | Purpose, basis);

/// `code` of Exception and Basis.
pub(crate) const CODE: &str = field!(Exception | Basis, code);

/// `contact` of Activity, Municipality, Controller, Unit, Officer, Arrangement and Client.
pub(crate) const CONTACT: &str =
    field!(Activity | Municipality | Controller | Unit | Officer | Arrangement | Client, contact);

/// `country` of Transfer, Municipality, Processor, SubProcessor and Recipient.
pub(crate) const COUNTRY: &str = field!(Transfer | Municipality | Processor | SubProcessor | Recipient, country);

/// `covers` of Consent, Exception and Basis.
pub(crate) const COVERS: &str = field!(Consent | Exception | Basis, covers);

/// `data` of Activity, Disclosure, Transfer and Retention.
pub(crate) const DATA: &str = field!(Activity | Disclosure | Transfer | Retention, data);

/// `decision` of Automated, Transfer and Retention.
pub(crate) const DECISION: &str = field!(Automated | Transfer | Retention, decision);

/// `formerly` of Processor, System, Recipient and SourceRegister.
pub(crate) const FORMERLY: &str = field!(Processor | System | Recipient | SourceRegister, formerly);

/// `from` of Data, Automated, Origin and Retention.
pub(crate) const FROM: &str = field!(Data | Automated | Origin | Retention, from);

/// `id` of Activity, Data, Notice and Purpose.
pub(crate) const ID: &str = field!(Activity | Data | Notice | Purpose, id);

/// `kind` of Obligation, System and Recipient.
pub(crate) const KIND: &str = field!(Obligation | System | Recipient, kind);

/// `languages` of Municipality and Notice.
pub(crate) const LANGUAGES: &str = field!(Municipality | Notice, languages);

/// `law` of Activity, Obligation, Exception, Automated, Disclosure, Arrangement, Delegation, Basis, Retention,
/// RightNote and Section.
pub(crate) const LAW: &str = field!(
    Activity
        | Obligation
        | Exception
        | Automated
        | Disclosure
        | Arrangement
        | Delegation
        | Basis
        | Retention
        | RightNote
        | Section,
    law
);

/// `name` of Municipality, Controller, Unit, Officer, Processor, SubProcessor, Client, System, Recipient and
/// SourceRegister.
pub(crate) const NAME: &str = field!(
    Municipality
        | Controller
        | Unit
        | Officer
        | Processor
        | SubProcessor
        | Client
        | System
        | Recipient
        | SourceRegister,
    name
);

/// `notes` of Activity, Consent, Data, Disclosure, Transfer, Municipality, Notice, Controller, Unit, Officer,
/// Processor, Purpose, Retention, Section, System, Recipient and SourceRegister.
pub(crate) const NOTES: &str = field!(
    Activity
        | Consent
        | Data
        | Disclosure
        | Transfer
        | Municipality
        | Notice
        | Controller
        | Unit
        | Officer
        | Processor
        | Purpose
        | Retention
        | Section
        | System
        | Recipient
        | SourceRegister,
    notes
);

/// `officer` of Municipality, Controller and Client.
pub(crate) const OFFICER: &str = field!(Municipality | Controller | Client, officer);

/// `processor` of ProcessorUse and System.
pub(crate) const PROCESSOR: &str = field!(ProcessorUse | System, processor);

/// `processors` of Activity and Shared.
pub(crate) const PROCESSORS: &str = field!(Activity | Shared, processors);

/// `recipients` of Activity and Shared.
pub(crate) const RECIPIENTS: &str = field!(Activity | Shared, recipients);

/// `rights` of Activity and Municipality.
pub(crate) const RIGHTS: &str = field!(Activity | Municipality, rights);

/// `rule` of Acceptance and AcceptedFinding.
pub(crate) const RULE: &str = field!(Acceptance | AcceptedFinding, rule);

/// `sources` of Activity and Shared.
pub(crate) const SOURCES: &str = field!(Activity | Shared, sources);

/// `systems` of Activity, ProcessorUse, Purpose and Shared.
pub(crate) const SYSTEMS: &str = field!(Activity | ProcessorUse | Purpose | Shared, systems);

/// `title` of Activity, Data, Notice and Section.
pub(crate) const TITLE: &str = field!(Activity | Data | Notice | Section, title);

/// `to` of Disclosure, Transfer and Delegation.
pub(crate) const TO: &str = field!(Disclosure | Transfer | Delegation, to);

/// `unknown` of Contact and Retention.
pub(crate) const UNKNOWN: &str = field!(Contact | Retention, unknown);

/// `until` of Acceptance, AcceptedFinding and Retention.
pub(crate) const UNTIL: &str = field!(Acceptance | AcceptedFinding | Retention, until);

/// `what` of Delegation, Purpose and Measure.
pub(crate) const WHAT: &str = field!(Delegation | Purpose | Measure, what);

/// `when` of InformationGiven, Subject, Data, Origin, Disclosure, ProcessorUse, Transfer, Basis, Purpose and Retention.
pub(crate) const WHEN: &str = field!(
    InformationGiven | Subject | Data | Origin | Disclosure | ProcessorUse | Transfer | Basis | Purpose | Retention,
    when
);

/// `who` of Consent, Withdrawal and Subject.
pub(crate) const WHO: &str = field!(Consent | Withdrawal | Subject, who);
