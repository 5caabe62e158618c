//! Administrative data of municipal registers beyond Article 30; internal.

use crate::model::law::Law;
use crate::model::period::Date;
use crate::model::record::{codes, record};
use crate::model::{Aside, Known, List, Text, YesNo};

codes! {
    /// The status of an activity. An ended activity stays in the register until its data are deleted.
    pub enum Status(en: "a status", sv: "en status", da: "en status") {
        /// Not started.
        Planned = "planned",
        /// In use.
        Active = "active",
        /// Being phased out.
        WindingDown = "winding-down",
        /// Ended; data may remain.
        Ended = "ended",
    }
}

record! {
    /// The impact assessment and the screening before it (Article 35).
    pub struct Assessment(
        internal,
        en: "an impact assessment",
        sv: "en konsekvensbedömning",
        da: "en konsekvensanalyse",
    ) {
        /// The day of the screening.
        ///
        /// `screened: 2026-01-15`
        screened: Option<Date>,
        /// The criteria of the screening that are met.
        ///
        /// `criteria: [vulnerable persons, large scale]`
        criteria: List<Text>,
        /// Whether an assessment is required.
        ///
        /// `required: {unknown: ingen screening finns}`
        required: Known<YesNo>,
        /// The reference of the assessment.
        ///
        /// `reference: dnr 2026/4`
        reference: Option<String>,
        /// Its date.
        ///
        /// `date: 2026-02-01`
        date: Option<Date>,
        /// The advice of the data protection officer (Article 35(2)).
        ///
        /// `advice: tillstyrks`
        advice: Known<Text> = second_gap,
        /// The residual risk.
        ///
        /// `residual: låg`
        residual: Known<Text> = second_gap,
    }
}

record! {
    /// An information class: confidentiality, integrity, availability, each 0 to 4 (KLASSA).
    pub struct InformationClass(
        internal,
        en: "an information class",
        sv: "en informationsklassning",
        da: "en informationsklassificering",
    ) {
        /// Confidentiality.
        ///
        /// `confidentiality: 2`
        confidentiality: Option<u32> = required,
        /// Integrity.
        ///
        /// `integrity: 2`
        integrity: Option<u32> = required,
        /// Availability.
        ///
        /// `availability: 1`
        availability: Option<u32> = required,
        /// The day of the classification.
        ///
        /// `date: 2026-01-15`
        date: Option<Date>,
    }
}

record! {
    /// When and how the data subject is informed, or why not (Article 14(3) and (5), Article 13(4)).
    pub struct InformationGiven(
        internal,
        en: "how the person is informed",
        sv: "ett besked om hur den registrerade informeras",
        da: "en angivelse af, hvordan den registrerede underrettes",
    ) {
        /// When.
        ///
        /// `when: vid ansökan`
        when: Known<Text> = second_gap,
        /// How.
        ///
        /// `how: på webbplatsen`
        how: Known<Text> = second_gap,
        /// The exception that applies.
        ///
        /// `exception: artikel 14.5 c`
        exception: Known<Text> = second_gap,
    }
}

record! {
    /// Camera surveillance (Sweden: kamerabevakningslagen 9–10 §§).
    pub struct Camera(internal, en: "a camera", sv: "en kamera", da: "et kamera") {
        /// The address.
        ///
        /// `address: Storgatan 1`
        address: Text = required,
        /// The type of place.
        ///
        /// `place: entré`
        place: Known<Text> = second_gap,
        /// Whether sound is recorded.
        ///
        /// `sound: no`
        sound: YesNo,
        /// The day of the latest assessment.
        ///
        /// `assessed: 2026-01-15`
        assessed: Option<Date>,
    }
}

record! {
    /// The latest answers of a unit about an activity; internal.
    pub struct Reviewed(internal, en: "a review", sv: "en genomgång", da: "en gennemgang") {
        /// The day of the answers.
        ///
        /// `on: 2026-11-21`
        on: Option<Date> = required,
        /// Who answered, as a role.
        ///
        /// `role: enhetschefen`
        role: Option<Aside> = required,
        /// The keys that the answers were about.
        ///
        /// `about: [retention, recipients]`
        about: List<Aside> = known,
    }
}

record! {
    /// Administrative data of an activity; internal.
    pub struct Administration(
        internal,
        en: "the administration of an activity",
        sv: "administrationen av en behandling",
        da: "administrationen af en behandling",
    ) {
        /// The process in the classification (KLASSA).
        ///
        /// `process: "3.2.1"`
        process: Option<String>,
        /// The KLE number. From format 2 on it is `kle` of the activity, where there can be several.
        ///
        /// `kle: "17.00.00"`
        kle: Option<String> = first,
        /// The reference number of the case.
        ///
        /// `reference: BUK 2024/77`
        reference: Option<String>,
        /// The contract or procurement.
        ///
        /// `contract: upphandling 2023/9`
        contract: Option<String>,
        /// The owner of the information, as a role.
        ///
        /// `owner: utbildningschefen`
        owner: Known<Text> = second_gap,
        /// The information class.
        ///
        /// `class: {confidentiality: 2, integrity: 2, availability: 1}`
        class: Known<InformationClass> = second_gap,
        /// The impact assessment.
        ///
        /// `assessment: {screened: 2026-01-15}`
        assessment: Option<Assessment>,
        /// The risk analysis.
        ///
        /// `risk-analysis: dnr 2026/5`
        risk_analysis: Known<Text> = second_gap,
        /// How and when the data subject is informed.
        ///
        /// `information: {when: vid ansökan}`
        information: Option<InformationGiven>,
        /// The number of data subjects.
        ///
        /// `volume: ungefär 2 000 elever`
        volume: Known<Text> = second_gap,
        /// Who has access, and how it is logged.
        ///
        /// `access: [handläggare på skolskjutsenheten]`
        access: List<Text>,
        /// How data of people with protected identity are handled.
        ///
        /// `protected-persons: sekretessmarkering visas i systemet`
        protected_persons: Known<Text> = second_gap,
        /// Searches that are prohibited.
        ///
        /// `search-limits: [dataskyddslagen 3 kap. 3 §]`
        search_limits: List<Text>,
        /// Regular exchange of data with other authorities.
        ///
        /// `exchange: [folkbokföringen varje natt]`
        exchange: List<Text>,
        /// Personal data breaches, by reference number.
        ///
        /// `incidents: [dnr 2025/88]`
        incidents: List<Text>,
        /// Cameras.
        ///
        /// `cameras: {address: Storgatan 1}`
        cameras: List<Camera>,
        /// The use of artificial intelligence (Regulation (EU) 2024/1689).
        ///
        /// `ai: none`
        ai: List<Text>,
        /// The secrecy provisions that cover the data.
        ///
        /// `secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §`
        secrecy: List<Law>,
        /// The day on which the record was created.
        ///
        /// `created: 2026-01-15`
        created: Option<Date>,
        /// The day on which it was last changed.
        ///
        /// `changed: 2026-06-01`
        changed: Option<Date>,
        /// The day of the next review.
        ///
        /// `review: 2027-01-15`
        review: Known<Date> = second_gap,
        /// Who last answered questions about it, and when; `ropa answer` writes it.
        ///
        /// `reviewed: {on: 2026-11-21, role: enhetschefen, about: [retention]}`
        reviewed: Option<Reviewed> = second,
        /// The day on which it was approved.
        ///
        /// `approved: 2026-06-15`
        approved: Option<Date> = second,
        /// Who approved it, as a role.
        ///
        /// `approved-by: nämnden`
        approved_by: Known<Text> = second_gap,
    }
}
