//! Automated decisions.

use crate::model::flow::Origin;
use crate::model::law::Law;
use crate::model::record::{codes, record};
use crate::model::{Known, List, Text};

codes! {
    /// What allows an automated decision (Article 22(2)).
    pub enum Ground(
        en: "a ground of Article 22(2)",
        sv: "en grund i artikel 22.2",
        da: "et grundlag i artikel 22, stk. 2",
    ) {
        /// Article 22(2)(a).
        Contract = "contract",
        /// Article 22(2)(b).
        Law = "law",
        /// Article 22(2)(c).
        Consent = "consent",
    }
}

record! {
    /// A decision taken by a system alone (Article 22, Article 13(2)(f)).
    pub struct Automated(
        en: "an automated decision",
        sv: "ett automatiserat beslut",
        da: "en automatisk afgørelse",
    ) {
        /// What is decided.
        ///
        /// `decision: økonomisk fripladstilskud`
        decision: Text = required,
        /// In which cases.
        ///
        /// `coverage: i langt de fleste tilfælde`
        coverage: Known<Text> = second_gap,
        /// What allows it.
        ///
        /// `ground: law`
        ground: Known<Ground>,
        /// The law.
        ///
        /// `law: förvaltningslagen (2017:900) 28 §`
        law: List<Law>,
        /// The inputs of the decision.
        ///
        /// `inputs: [husstandens indkomst]`
        inputs: List<Text>,
        /// The sources of the inputs.
        ///
        /// `from: [eIndkomst]`
        from: List<Origin>,
        /// How the decision is reached, in words that a citizen understands.
        ///
        /// `logic: tilskuddet beregnes efter husstandens indkomst`
        logic: Known<Text>,
        /// The frequency.
        ///
        /// `frequency: [hver måned, en gang om året]`
        frequency: List<Text>,
        /// What the decision means for the person.
        ///
        /// `significance: afgørelsen fastsætter egenbetalingen`
        significance: Known<Text>,
        /// Possible consequences.
        ///
        /// `consequences: [for meget udbetalt tilskud skal betales tilbage]`
        consequences: List<Text>,
        /// How a human reviews it and how to contest it (Article 22(3)).
        ///
        /// `review: {unknown: siden nævner ikke en medarbejder}`
        review: Known<Text>,
    }
}
