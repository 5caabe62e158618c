//! What texts say: claims that a rule holds against the register, read from sentences by meaning (`templates/claims`).
//!
//! A text is split into sentences and clauses. Each word gets its slots from a table of full forms. A claim is found
//! where the slots of one of its forms meet in one clause, with the right negation, about the right topic.

mod clause;
mod judge;
mod lexicon;
mod sentence;
mod slots;
mod table;

use std::ops::Range;

use crate::assets::{Files, listed};
use crate::error::Error;

listed! {
    /// What a text can claim.
    pub enum Claim {
        /// All data stay in the EU and the EEA, or in the country.
        StaysInEea,
        /// Data stay there as a rule, or may leave.
        EeaLeftOpen,
        /// A request needs a form, a signature, a fee or a reason, or waits for longer than a month.
        RequestLimited,
        /// A request can be made in one way only.
        RequestOneWay,
        /// A complaint to the authority comes after something else.
        ComplaintConditional,
        /// A machine decides.
        DecidedByMachine,
        /// Several controllers are responsible together.
        JointControl,
        /// The processing rests on a balance of interests.
        RestsOnInterests,
        /// The processing rests on consent.
        RestsOnConsent,
        /// Silence or mere use counts as consent.
        ConsentSilent,
        /// Consent cannot be withdrawn.
        ConsentFinal,
        /// The data protection officer decides on the processing or takes instructions.
        OfficerDecides,
        /// The data protection officer is a manager.
        OfficerManages,
        /// Data are kept for a time that nobody can tell.
        KeptVaguely,
        /// Nobody gets the data.
        NotDisclosed,
        /// Data are erased whenever somebody wants it.
        ErasedAlways,
        /// A register of the authorities is a public source.
        SourcePublic,
        /// Portability holds for all data, or for those of a public task.
        PortabilityWrong,
        /// There is no right to object, it ends at some time, or every objection stops the processing.
        ObjectionWrong,
        /// Data are corrected only for a time, only by a court, or never.
        RectifiedWrongly,
    }
}

listed! {
    /// What the field of a text is about: its words need not say it.
    pub enum Topic {
        /// Nothing in particular.
        Any,
        /// The data.
        Data,
        /// The purposes.
        Purposes,
        /// The sources.
        Sources,
        /// The recipients.
        Recipients,
        /// Transfers to third countries.
        Transfers,
        /// How long data are kept.
        Retention,
        /// Consent.
        Consent,
        /// Decisions.
        Decisions,
        /// The rights.
        Rights,
        /// The complaint.
        Complaint,
        /// The data protection officer.
        Officer,
    }
}

listed! {
    /// A category of data that needs more than a legal basis (Articles 9(1) and 10), as the register writes it.
    pub enum Category {
        /// Racial or ethnic origin.
        EthnicOrigin,
        /// Political opinions.
        PoliticalOpinions,
        /// Religious or philosophical beliefs.
        Beliefs,
        /// Trade union membership.
        TradeUnion,
        /// Genetic data.
        Genetic,
        /// Biometric data.
        Biometric,
        /// Health.
        Health,
        /// Sex life or sexual orientation.
        SexLife,
        /// Criminal convictions and offences.
        Criminal,
    }
}

/// A claim of a text, and the words that make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The claim.
    pub claim: Claim,
    /// The range of the words, in bytes.
    pub range: Range<usize>,
}

/// The claims of a text in a language, in their order. None if the language has no lexicon.
#[must_use]
pub fn read(words: &str, lang: &str, topic: Topic) -> Vec<Said> {
    let Some(lexicon) = lexicon::of(lang) else { return Vec::new() };
    let sentences = sentence::sentences(words, lexicon);
    judge::judge(&sentences, topic)
}

/// Whether a claim is found wrongly so often that what rests on it is at most a hint (`CLAIMS.md`).
#[must_use]
pub fn is_uncertain(claim: Claim) -> bool {
    table::TABLE.get().rows.iter().any(|(known, row)| *known == claim && row.is_uncertain)
}

/// The first words of a text that point to a special category of data.
#[must_use]
pub fn special(words: &str, lang: &str) -> Option<(Category, Range<usize>)> {
    let lexicon = lexicon::of(lang)?;
    judge::special(&sentence::sentences(words, lexicon))
}

/// Checks that the claims and the words of every language can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    table::check(files)?;
    lexicon::check(files)
}
