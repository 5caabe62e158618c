//! Periods in words, in one language.

use super::Speaker;
use crate::model::period::Keep;
use crate::say;

impl Speaker<'_> {
    /// A period, with its bound.
    pub(super) fn keep(&self, keep: &Keep) -> String {
        let words = match keep {
            Keep::Permanent { .. } => {
                say!(en: "permanently", sv: "bevaras för all framtid", da: "bevares for altid")
            }
            Keep::NotStored { .. } => say!(en: "not stored", sv: "sparas inte", da: "opbevares ikke"),
            Keep::For(period) => {
                let length = self.language().map(|language| language.period(period).plain()).unwrap_or_default();
                match (period.least, period.most) {
                    (None, _) => say!(
                        en: "at most {length}",
                        sv: "högst {length}",
                        da: "højst {length}",
                    ),
                    (_, None) => say!(
                        en: "at least {length}",
                        sv: "minst {length}",
                        da: "mindst {length}",
                    ),
                    _ => return length,
                }
            }
        };
        words.get(self.tongue).to_owned()
    }
}
