//! Data subjects, categories of data, and exceptions for special categories.

use crate::model::flow::Origin;
use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::record::{codes, record};
use crate::model::reference::{Activities, Ref};
use crate::model::term::{DataTerms, Subjects, Term};
use crate::model::{Id, Known, List, Text, YesNo};
use crate::say::Words;
use crate::vocabulary::Entry;

record! {
    /// A category of data subjects (Article 30(1)(c)).
    pub struct Subject(
        en: "a category of data subjects",
        sv: "en kategori av registrerade",
        da: "en kategori af registrerede",
        short = who,
    ) {
        /// The category.
        ///
        /// `who: pupil`
        who: Term<Subjects> = required,
        /// Which persons of the category.
        ///
        /// `which: folkbokförda i kommunen men i en annan kommuns skola`
        which: List<Text>,
        /// When they are concerned, if not always.
        ///
        /// `when: vid syskonförtur`
        when: Known<Text> = second_gap,
    }
}

impl Subject {
    /// Whether only `who` is written.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.which.is_unwritten() && self.when.is_unwritten()
    }
}

codes! {
    /// How much protection data need. `confidential` is a national class (Denmark: fortrolige; Sweden:
    /// integritetskänsliga), not one of the Regulation.
    pub enum Sensitivity(en: "a sensitivity", sv: "en känslighetsgrad", da: "en følsomhedsgrad") {
        /// No special rules.
        Ordinary = "ordinary",
        /// Confidential by national practice.
        Confidential = "confidential",
        /// Article 9(1).
        Special = "special",
        /// Article 10.
        Criminal = "criminal",
    }
}

codes! {
    /// A special category of data (Article 9(1)).
    pub enum Special(
        en: "a special category of data",
        sv: "en särskild kategori av personuppgifter",
        da: "en særlig kategori af personoplysninger",
    ) {
        /// Racial or ethnic origin.
        EthnicOrigin = "ethnic-origin",
        /// Political opinions.
        PoliticalOpinions = "political-opinions",
        /// Religious or philosophical beliefs.
        Beliefs = "beliefs",
        /// Trade union membership.
        TradeUnion = "trade-union",
        /// Genetic data.
        Genetic = "genetic",
        /// Biometric data that identify a person uniquely.
        Biometric = "biometric",
        /// Health.
        Health = "health",
        /// Sex life or sexual orientation.
        SexLife = "sex-life",
    }
}

impl Special {
    /// The category in words, for messages.
    #[must_use]
    pub(crate) fn words(self) -> Words {
        match self {
            Self::EthnicOrigin => Words { en: "ethnic origin", sv: "etniskt ursprung", da: "etnisk oprindelse" },
            Self::PoliticalOpinions => {
                Words { en: "political opinions", sv: "politiska åsikter", da: "politisk overbevisning" }
            }
            Self::Beliefs => Words {
                en: "religious or philosophical beliefs",
                sv: "religiös eller filosofisk övertygelse",
                da: "religiøs eller filosofisk overbevisning",
            },
            Self::TradeUnion => Words {
                en: "trade union membership",
                sv: "medlemskap i fackförening",
                da: "fagforeningsmæssigt tilhørsforhold",
            },
            Self::Genetic => Words { en: "genetic data", sv: "genetiska uppgifter", da: "genetiske data" },
            Self::Biometric => Words { en: "biometric data", sv: "biometriska uppgifter", da: "biometriske data" },
            Self::Health => Words { en: "health", sv: "hälsa", da: "helbred" },
            Self::SexLife => Words {
                en: "sex life or sexual orientation",
                sv: "sexualliv eller sexuell läggning",
                da: "seksuelle forhold eller seksuel orientering",
            },
        }
    }
}

codes! {
    /// A letter of Article 9(2).
    pub enum ExceptionCode(
        en: "an exception of Article 9(2)",
        sv: "ett undantag i artikel 9.2",
        da: "en undtagelse i artikel 9, stk. 2",
    ) {
        /// Article 9(2)(a).
        ExplicitConsent = "explicit-consent",
        /// Article 9(2)(b).
        SocialLaw = "social-law",
        /// Article 9(2)(c).
        VitalInterests = "vital-interests",
        /// Article 9(2)(d).
        Association = "association",
        /// Article 9(2)(e).
        MadePublic = "made-public",
        /// Article 9(2)(f).
        LegalClaims = "legal-claims",
        /// Article 9(2)(g).
        PublicInterest = "substantial-public-interest",
        /// Article 9(2)(h).
        Care = "care",
        /// Article 9(2)(i).
        PublicHealth = "public-health",
        /// Article 9(2)(j).
        Archiving = "archiving-research-statistics",
    }
}

impl ExceptionCode {
    /// The letter of Article 9(2).
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::ExplicitConsent => 'a',
            Self::SocialLaw => 'b',
            Self::VitalInterests => 'c',
            Self::Association => 'd',
            Self::MadePublic => 'e',
            Self::LegalClaims => 'f',
            Self::PublicInterest => 'g',
            Self::Care => 'h',
            Self::PublicHealth => 'i',
            Self::Archiving => 'j',
        }
    }
}

record! {
    /// What allows processing of data of a special category, in addition to the legal basis (Article 9(2)).
    pub struct Exception(
        en: "an exception of Article 9(2)",
        sv: "ett undantag i artikel 9.2",
        da: "en undtagelse i artikel 9, stk. 2",
        short = code,
    ) {
        /// The letter of Article 9(2). For offence data (Article 10), write only `law`.
        ///
        /// `code: care`
        code: Option<ExceptionCode>,
        /// The law it rests on; needed for (b), (g), (h), (i) and (j).
        ///
        /// `law: dataskyddslagen (2018:218) 3 kap. 5 §`
        law: List<Law>,
        /// The safeguard, such as professional secrecy (Article 9(3)).
        ///
        /// `safeguard: tystnadsplikt enligt 25 kap. 1 § OSL`
        safeguard: Known<Text> = second_gap,
        /// The data that it is used for.
        ///
        /// `covers: uppgifter om elevers hälsa`
        covers: List<Text>,
    }
}

record! {
    /// A category of personal data (Article 30(1)(c), Article 14(1)(d)), with its data subjects, sources and
    /// exceptions.
    pub struct Data(
        en: "a category of data",
        sv: "en kategori av uppgifter",
        da: "en kategori af oplysninger",
        short = items,
    ) {
        /// The id, if something refers to the category.
        ///
        /// `id: identitet`
        id: Option<Id>,
        /// The data: codes or words.
        ///
        /// `items: [name, national-id, address]`
        items: List<Term<DataTerms>>,
        /// A heading for the items, if they need one.
        ///
        /// `title: Uppgifter om vårdnadshavare`
        title: Option<Text>,
        /// The data subjects that they concern, if not all.
        ///
        /// `about: [guardian]`
        about: List<Term<Subjects>>,
        /// Where they come from, if not from the sources of the activity.
        ///
        /// `from: tax-agency`
        from: List<Origin>,
        /// The sensitivity, if it differs from the vocabulary.
        ///
        /// `sensitivity: confidential`
        sensitivity: Option<Sensitivity>,
        /// The special categories of Article 9(1), if they differ from the vocabulary.
        ///
        /// `special: [health]`
        special: List<Special>,
        /// What allows the special category (Article 9(2)), or offence data (Article 10).
        ///
        /// `exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}`
        exception: List<Exception>,
        /// The law on these data, such as on identification numbers or offences (Articles 10 and 87).
        ///
        /// `law: databeskyttelseslovens § 11, stk. 1`
        law: List<Law> = second,
        /// When they are processed, if not always.
        ///
        /// `when: om eleven är i behov av det`
        when: Known<Text> = second_gap,
        /// Examples.
        ///
        /// `examples: [rullstol]`
        examples: List<Text>,
        /// Whether there may be more items of this kind that the register does not name.
        ///
        /// `open: yes`
        open: YesNo,
        /// Why they are needed.
        ///
        /// `because: för att avgöra om avgiften ska sänkas`
        because: Known<Text> = second_gap,
        /// Why a national identification number is clearly justified (Article 87).
        ///
        /// `justification: säker identifiering`
        justification: Known<Text> = second_gap,
        /// The activity whose data are reused here.
        ///
        /// `same-as: sarskilt-stod`
        same_as: Option<Ref<Activities>>,
        /// Explanations for the reader.
        ///
        /// `remarks: [Uppgiften lämnas aldrig ut.]`
        remarks: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Sidan kallar fotot biometriskt.`
        notes: List<Note> = internal,
    }
}

impl Entry {
    /// How sensitive the data are.
    #[must_use]
    pub(crate) fn sensitivity(&self) -> Option<Sensitivity> {
        Sensitivity::of_key(self.sensitivity.as_deref()?)
    }

    /// The special category that the data may reveal without naming it.
    #[must_use]
    pub(crate) fn reveals(&self) -> Option<Special> {
        self.reveals.first().and_then(|code| Special::of_key(code))
    }

    /// The special categories of the data.
    pub(crate) fn special(&self) -> impl Iterator<Item = Special> + '_ {
        Special::ALL.iter().copied().filter(|known| self.special.iter().any(|written| written == known.key()))
    }
}
