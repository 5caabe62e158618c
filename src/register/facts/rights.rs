//! Which rights apply to which purpose, and why: derived from the legal bases (Articles 15–22).

use crate::model::List;
use crate::model::activity::Activity;
use crate::model::purpose::{Basis, BasisCode, Purpose};
use crate::model::rights::{Applies, Right};
use crate::register::Register;
use crate::register::facts::consent::consents_to_special;

/// Whether a right applies to a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// It does not apply.
    No,
    /// Unknown, because the register does not name the legal basis.
    Open,
    /// It applies with limits.
    Limited,
    /// It applies.
    Yes,
}

impl Status {
    /// The key in the language files.
    #[must_use]
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Yes => "yes",
        }
    }
}

/// The status of a right under a legal basis, by the letter of Article 6(1). Erasure under a contract or for vital
/// interests is limited: the data must be no longer needed, or unlawfully processed (Article 17(1)(a), (d)).
#[must_use]
pub(crate) fn status(right: Right, letter: char) -> Status {
    match (right, letter) {
        (Right::Access | Right::Rectification | Right::Restriction | Right::All | Right::HumanDecision, _) => {
            Status::Yes
        }
        (Right::Erasure, 'a' | 'f') => Status::Yes,
        (Right::Erasure, _) => Status::Limited,
        (Right::Portability, 'a' | 'b') => Status::Yes,
        (Right::Objection, 'e' | 'f') => Status::Yes,
        (Right::Portability | Right::Objection, _) => Status::No,
    }
}

/// A purpose with the status of a right.
pub(crate) struct Case<'a> {
    /// The purpose, or `None` if the activity names none.
    pub purpose: Option<&'a Purpose>,
    /// Its activity.
    pub activity: &'a Activity,
    /// The status.
    pub status: Status,
    /// Whether the status follows from the legal basis, not from national law.
    pub is_by_basis: bool,
    /// The legal bases that give the status; empty if something else does.
    pub by: Vec<BasisCode>,
    /// Whether another legal basis of the purpose gives a lower status.
    pub is_mixed: bool,
}

/// The status of a right for every purpose of the activities.
#[must_use]
pub(crate) fn cases<'a>(register: &Register, right: Right, activities: &[&'a Activity]) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for activity in activities {
        let overridden = override_of(register, right, activity);
        let consents = consents_to_special(activity);
        let case = |purpose, bases: &List<Basis>| {
            let by_bases = best(right, bases).max(by_exception(right, bases, consents));
            let status = overridden.unwrap_or(by_bases);
            let codes = || bases.iter().filter_map(|basis| basis.code);
            let gives = |code: &BasisCode| self::status(right, code.letter()) == status;
            let by: Vec<BasisCode> = codes().filter(|code| overridden.is_none() && gives(code)).collect();
            let is_mixed = !by.is_empty() && by.len() < codes().count();
            Case { purpose, activity, status, is_by_basis: overridden.is_none(), by, is_mixed }
        };
        if activity.purposes.items.is_empty() {
            cases.push(case(None, &activity.basis));
        }
        for purpose in &activity.purposes {
            let own = if purpose.basis.is_unwritten() { &activity.basis } else { &purpose.basis };
            cases.push(case(Some(purpose), own));
        }
    }
    cases
}

/// The highest status that the legal bases of the activities give a right, whatever the register says of it; `None`
/// without activities.
#[must_use]
pub(crate) fn by_bases(right: Right, activities: &[&Activity]) -> Option<Status> {
    let of = |activity: &&Activity| {
        let consents = consents_to_special(activity);
        let own = |bases: &List<Basis>| best(right, bases).max(by_exception(right, bases, consents));
        let purposes = activity
            .purposes
            .iter()
            .map(|purpose| if purpose.basis.is_unwritten() { &activity.basis } else { &purpose.basis });
        purposes.map(own).max().unwrap_or_else(|| own(&activity.basis))
    };
    activities.iter().map(of).max()
}

/// The status under national law, if the activity or the municipality states it.
fn override_of(register: &Register, right: Right, activity: &Activity) -> Option<Status> {
    let notes = activity.rights.iter().chain(&register.municipality.rights);
    let applies = notes.filter(|note| note.right == Some(right)).find_map(|note| note.applies)?;
    Some(match applies {
        Applies::Yes => Status::Yes,
        Applies::No => Status::No,
        Applies::Limited => Status::Limited,
    })
}

fn best(right: Right, bases: &List<Basis>) -> Status {
    let known = bases.iter().filter_map(|basis| basis.code).map(|code| status(right, code.letter())).max();
    match known {
        None => {
            if status(right, 'a') == status(right, 'e') {
                Status::Yes
            } else {
                Status::Open
            }
        }
        Some(known) if bases.gaps.is_empty() => known,
        Some(known) => known.max(Status::Open),
    }
}

/// Explicit consent for special categories gives a right to portability, except for a public task (Article 20(1)(a)
/// and (3)).
fn by_exception(right: Right, bases: &List<Basis>, consents: bool) -> Status {
    let is_public_task = bases.iter().any(|basis| basis.code.is_some_and(|code| code.letter() == 'e'));
    if right == Right::Portability && consents && !is_public_task { Status::Yes } else { Status::No }
}

#[cfg(test)]
mod tests {
    use super::{Status, status};
    use crate::model::rights::Right;

    #[test]
    fn the_table_of_rights_and_bases_is_the_regulation() {
        let row = |right| {
            "abcdef".chars().map(|letter| status(right, letter).key().chars().next().unwrap()).collect::<String>()
        };
        assert_eq!(row(Right::Access), "yyyyyy");
        assert_eq!(row(Right::Erasure), "ylllly");
        assert_eq!(row(Right::Portability), "yynnnn");
        assert_eq!(row(Right::Objection), "nnnnyy");
        assert!(Status::No < Status::Open && Status::Open < Status::Limited && Status::Limited < Status::Yes);
    }
}
