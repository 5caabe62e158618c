//! What the vocabulary says of categories of data subjects: children, vulnerable persons, who is the person concerned.

use crate::vocabulary::{self, Entry, ListName};

/// Whether these data subjects are or may be under 18.
#[must_use]
pub(crate) fn is_child(code: &str) -> bool {
    subjects(code).is_some_and(|entry| entry.child)
}

/// Whether these data subjects are or may be below the age of consent (Article 8(1)).
#[must_use]
pub(crate) fn is_young(code: &str) -> bool {
    subjects(code).is_some_and(|entry| entry.young)
}

/// Whether these data subjects are under 18 and can read a notice themselves (Article 12(1)).
#[must_use]
pub(crate) fn is_young_reader(code: &str) -> bool {
    subjects(code).is_some_and(|entry| entry.reader)
}

/// Whether these data subjects are vulnerable or dependent.
#[must_use]
pub(crate) fn is_vulnerable(code: &str) -> bool {
    subjects(code).is_some_and(|entry| entry.vulnerable)
}

/// Whether a code of a list means the data subject, or who acts for a child.
#[must_use]
pub(crate) fn is_the_person(list: ListName, code: &str) -> bool {
    vocabulary::entry(list, code).is_some_and(|entry| entry.person)
}

fn subjects(code: &str) -> Option<&'static Entry> {
    vocabulary::entry(ListName::Subjects, code)
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::{self, ListName};

    #[test]
    fn a_child_below_the_age_of_consent_or_who_reads_is_a_child_and_all_but_grown_ones_are_vulnerable() {
        let entries = vocabulary::codes(ListName::Subjects).map(|code| (code, super::subjects(code).unwrap()));
        for (code, entry) in entries {
            assert!(entry.child || !entry.young && !entry.reader, "{code}");
            assert!(entry.vulnerable || !entry.child || code == "former-pupil", "{code}");
        }
    }
}
