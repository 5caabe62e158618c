//! What words do in a sentence, and what they mean: roles of grammar and slots of the claims, as a set of bits.

use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

use crate::assets::listed;

listed! {
    /// What a word does in a sentence, whatever it means.
    pub(super) enum Role {
        /// Negates.
        Not,
        /// Undoes a negation before it: “not only”.
        NotOnly,
        /// Begins a clause against the one before.
        But,
        /// Joins clauses.
        And,
        /// Joins clauses and takes a negation over.
        Or,
        /// Begins a clause that says what does not happen: “without asking”.
        Without,
        /// Begins a clause that somebody says, knows or wants.
        That,
        /// Begins a clause about a noun.
        Which,
        /// Begins a condition.
        If,
        /// Begins a condition at the start of a clause or before a person.
        When,
        /// Begins a reason.
        Because,
        /// Begins a time.
        While,
        /// The first word of “it is here that”.
        It,
        /// The second word of “it is here that”.
        Be,
        /// Tells a place in a clause about a noun: “countries that lie outside”.
        Lies,
        /// Stands for a person or a thing.
        Person,
        /// Comes before who acts, in a passive clause.
        By,
        /// Comes before a noun that does not act.
        Before,
        /// A number.
        Number,
        /// A unit of time.
        Unit,
        /// The name of an act.
        Act,
        /// Comes before the subject of an act in its name.
        On,
        /// Any other verb.
        Verb,
        /// Is a condition: set by the reader.
        Conditional,
        /// Names an act: set by the reader.
        Law,
        /// Names a length of time: set by the reader.
        Length,
    }
}

/// A set of roles and slots.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Slots(u128, u128);

impl Slots {
    /// Nothing.
    pub(super) const NONE: Self = Self(0, 0);

    /// All roles.
    pub(super) const ROLES: Self = Self((1 << Role::ALL.len()) - 1, 0);

    /// One slot of those of the claims.
    pub(super) fn nth(index: usize) -> Self {
        let bit = Role::ALL.len() + index;
        if bit < HALF { Self(1 << bit, 0) } else { Self(0, 1 << (bit - HALF)) }
    }

    /// Whether two sets have something in common.
    pub(super) fn meets(self, other: impl Into<Self>) -> bool {
        let other = other.into();
        self.0 & other.0 != 0 || self.1 & other.1 != 0
    }

    /// Whether nothing is in the set.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0 && self.1 == 0
    }
}

impl From<Role> for Slots {
    fn from(role: Role) -> Self {
        Self(1 << role as u32, 0)
    }
}

impl BitOr for Slots {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0, self.1 | other.1)
    }
}

impl BitOrAssign for Slots {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
        self.1 |= other.1;
    }
}

impl BitAnd for Slots {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0, self.1 & other.1)
    }
}

impl Not for Slots {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0, !self.1)
    }
}

/// How many slots there can be beside the roles.
pub(super) const MOST: usize = 2 * HALF - Role::ALL.len();

/// The bits of one half of a set.
const HALF: usize = 128;
