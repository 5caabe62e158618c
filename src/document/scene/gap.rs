//! What is not settled, in the words of a document.

use super::Scene;
use crate::document::{Open, Role};
use crate::language::line::Line;
use crate::model::{Gap, Known};

impl Scene<'_> {
    /// What is not settled, for the end of a document in running text.
    #[must_use]
    pub(crate) fn open(&self, key: &'static str, gap: &Gap) -> Role {
        let about = key.strip_prefix("label.").unwrap_or(key);
        let said = match &gap.say {
            Some(say) => self.text(say),
            None if gap.is_public => self.text(&gap.reason),
            None => Line::default(),
        };
        Role::Gap(Box::new(Open { about, said, ..Open::default() }))
    }

    /// A gap: something is unknown, and why.
    #[must_use]
    pub(crate) fn gap(&self, gap: &Gap) -> Line {
        match &gap.say {
            Some(say) if gap.reason.is_empty() => self.text(say),
            _ => self.say("say.gap", &[("reason", self.text(&gap.reason).unstopped())]),
        }
    }

    /// A gap after a label.
    #[must_use]
    pub(crate) fn gap_value(&self, gap: &Gap) -> Line {
        match &gap.say {
            _ if self.is_prose => self.say("say.unsettled", &[]),
            Some(say) if gap.reason.is_empty() => self.text(say).unstopped(),
            _ => self.say("say.gap-value", &[("reason", self.text(&gap.reason).unstopped())]),
        }
    }

    /// A value in words, or its gap; empty if neither is written.
    #[must_use]
    pub(crate) fn known<T>(&self, known: &Known<T>, say: impl Fn(&T) -> Line) -> Line {
        match known {
            Known::Unwritten => Line::default(),
            Known::Value(value) => say(value),
            Known::Gap(gap) => self.gap_value(gap),
        }
    }
}
