//! The duties that follow from a change of a register.

use serde::{Deserialize, Serialize};

use crate::diff::grade::Grade;

/// A duty that follows from a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Inform the people concerned before the change (Articles 13(3), 14(4)).
    InformBefore,
    /// Publish a new version of the notices.
    NewNotice,
    /// Tell the recipients (Article 19).
    TellRecipients,
    /// Review the impact assessment (Article 35(11)).
    ReviewAssessment,
    /// Tell the supervisory authority (Article 37(7)).
    TellAuthority,
    /// Decide on keeping or destroying.
    Archive,
}

impl Duty {
    /// Every duty, in the order in which they are fulfilled.
    pub const ALL: [Self; 6] = [
        Self::InformBefore,
        Self::NewNotice,
        Self::TellRecipients,
        Self::ReviewAssessment,
        Self::TellAuthority,
        Self::Archive,
    ];

    /// Whether the duty remains when `ropa.toml` overrides the grade.
    pub(super) fn is_left(self, grade: Grade) -> bool {
        match self {
            Self::InformBefore => grade == Grade::Breaking,
            Self::NewNotice => grade >= Grade::Material,
            _ => grade > Grade::Editorial,
        }
    }
}
