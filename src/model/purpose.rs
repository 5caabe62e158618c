//! Purposes and their legal bases.

use crate::model::law::Law;
use crate::model::organisation::Note;
use crate::model::record::{codes, record};
use crate::model::reference::{DataIds, Ref, Systems};
use crate::model::term::{Subjects, Term};
use crate::model::{Id, Known, List, Text, YesNo};

codes! {
    /// A legal basis (Article 6(1)).
    pub enum BasisCode(en: "a legal basis", sv: "en rättslig grund", da: "et behandlingsgrundlag") {
        /// Article 6(1)(a).
        Consent = "consent",
        /// Article 6(1)(b).
        Contract = "contract",
        /// Article 6(1)(c).
        LegalObligation = "legal-obligation",
        /// Article 6(1)(d).
        VitalInterests = "vital-interests",
        /// Article 6(1)(e), first variant: a task in the public interest.
        PublicInterest = "public-interest",
        /// Article 6(1)(e), second variant: the exercise of official authority.
        OfficialAuthority = "official-authority",
        /// Article 6(1)(e), if the variant is not known.
        PublicTask = "public-task",
        /// Article 6(1)(f).
        LegitimateInterests = "legitimate-interests",
    }
}

impl BasisCode {
    /// The letter of Article 6(1).
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Consent => 'a',
            Self::Contract => 'b',
            Self::LegalObligation => 'c',
            Self::VitalInterests => 'd',
            Self::PublicInterest | Self::OfficialAuthority | Self::PublicTask => 'e',
            Self::LegitimateInterests => 'f',
        }
    }
}

record! {
    /// A legal basis with its national law (Article 6(1) and (3)).
    pub struct Basis(
        en: "a legal basis",
        sv: "en rättslig grund",
        da: "et behandlingsgrundlag",
        short = code,
    ) {
        /// The legal basis.
        ///
        /// `code: official-authority`
        code: Option<BasisCode> = required,
        /// The national or Union law that it is based on; needed for `legal-obligation` and the public tasks.
        ///
        /// `law: skollagen (2010:800) 10 kap. 32 §`
        law: List<Law>,
        /// What the basis is used for, if narrower than the purpose.
        ///
        /// `covers: betygssättning`
        covers: List<Text>,
        /// Whether `covers` lists only examples.
        ///
        /// `covers-examples: yes`
        covers_examples: YesNo,
        /// The legitimate interest (Article 13(1)(d)); only with `legitimate-interests`.
        ///
        /// `interest: att skydda byggnaden`
        interest: Known<Text> = second_gap,
        /// Why the basis applies.
        ///
        /// `because: läroplanen kräver digital kompetens`
        because: List<Text>,
        /// When the basis applies.
        ///
        /// `when: bilder där elever kan kännas igen`
        when: Known<Text> = second_gap,
    }
}

record! {
    /// A purpose (Article 5(1)(b), Article 30(1)(b), Article 13(1)(c)).
    pub struct Purpose(en: "a purpose", sv: "ett ändamål", da: "et formål", short = what) {
        /// The id, if something refers to the purpose.
        ///
        /// `id: prova-ratt`
        id: Option<Id>,
        /// The purpose.
        ///
        /// `what: pröva rätten till skolskjuts`
        what: Text = required,
        /// When the purpose arises, if not always.
        ///
        /// `when: om eleven går i en annan kommuns skola`
        when: Known<Text> = second_gap,
        /// Examples.
        ///
        /// `examples: [grupparbeten, ämnesdiskussioner]`
        examples: List<Text>,
        /// The legal bases, if they differ from those of the activity.
        ///
        /// `basis: {code: official-authority, law: skollagen (2010:800) 10 kap. 32 §}`
        basis: List<Basis>,
        /// The ids of the data used, if not all.
        ///
        /// `data: [identitet, halsa]`
        data: List<Ref<DataIds>>,
        /// The ids of the systems used, if not all.
        ///
        /// `systems: [unikum]`
        systems: List<Ref<Systems>>,
        /// The data subjects, if not all.
        ///
        /// `subjects: [pupil]`
        subjects: List<Term<Subjects>>,
        /// Why it is done, and other explanations for the reader.
        ///
        /// `because: Lektionerna ska hamna på rätt nivå.`
        because: List<Text>,
        /// Whether the data were collected for another purpose (Article 6(4)).
        ///
        /// `further: yes`
        further: YesNo,
        /// The result of the compatibility test for a further use (Article 6(4)).
        ///
        /// `compatible: {unknown: ingen prövning finns}`
        compatible: List<Text>,
        /// Internal notes.
        ///
        /// `notes: Delas möjligen i två.`
        notes: List<Note> = internal,
    }
}
