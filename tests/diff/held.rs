//! What holds is compared: inheritance, ids, codes and folders may be written in another way.

use ropa::internals::diff::grade::Grade;

use super::compared;
use crate::support::{DAY, Tree, Workspace, fixture, tree};

const S: &str = "one-language/activities/skolskjuts.yaml";
const E: &str = "one-language/activities/elevhalsa.yaml";
const J: &str = "one-language/activities/elevhalsa-journal.yaml";
const P: &str = "one-language/shared/parties.yaml";

type Edit<'e> = (&'e str, &'e str, &'e str);

fn edited(files: &Tree, edits: &[Edit]) -> Tree {
    let mut files = files.clone();
    for (file, from, to) in edits {
        let text = String::from_utf8(files[*file].clone()).unwrap();
        assert!(text.contains(from), "`{from}` in {file}");
        files.insert((*file).to_owned(), text.replace(from, to).into_bytes());
    }
    files
}

/// The codes of the changes, with their records and grades.
fn codes(before: &Tree, after: &Tree) -> Vec<(String, &'static str, Grade)> {
    let compared = compared(before, after, "one-language");
    compared.changes.iter().map(|graded| (graded.change.subject.id().to_owned(), graded.code, graded.grade)).collect()
}

/// Asserts that nothing holds otherwise in either direction: every change is wording.
#[track_caller]
fn assert_same_meaning(before: &Tree, after: &Tree) {
    for (one, other) in [(before, after), (after, before)] {
        let found = codes(one, other);
        assert!(found.iter().all(|(.., grade)| *grade == Grade::Editorial), "{found:?}");
    }
}

#[test]
fn a_part_that_writes_out_what_it_takes_over_changes_nothing() {
    let before = tree(&fixture("laws/complete/registers"));
    for written in [
        "subjects: [pupil]",
        "basis: [public-interest]",
        "recipients: none",
        "sources: [pupil]",
        "retention: [{of: [other-records], keep: 10 years, from: leaves-school, then: archive}]",
        "controller: board",
    ] {
        let after = edited(&before, &[(J, "title: Journal\n", &format!("title: Journal\n{written}\n"))]);
        assert_same_meaning(&before, &after);
    }
}

#[test]
fn what_a_part_takes_over_otherwise_is_compared_as_it_holds() {
    let none = tree(&fixture("laws/complete/registers"));
    let whole = edited(&none, &[(E, "recipients: none", "recipients: [försäkringsbolaget]")]);
    let says_none = edited(&whole, &[(J, "title: Journal\n", "title: Journal\nrecipients: none\n")]);
    let found = codes(&says_none, &whole);
    assert!(found.contains(&("elevhalsa/journal".into(), "recipient-added", Grade::Material)), "{found:?}");
    let own = edited(&whole, &[(J, "title: Journal\n", "title: Journal\nrecipients: [skolan]\n")]);
    let adds = edited(&own, &[(J, "adds-to: [data]\n", "adds-to: [data, recipients]\n")]);
    let found = codes(&own, &adds);
    assert!(found.contains(&("elevhalsa/journal".into(), "recipient-added", Grade::Material)), "{found:?}");
    assert!(found.contains(&("elevhalsa/journal".into(), "inheritance", Grade::Editorial)), "{found:?}");
    let leaves = edited(&none, &[(J, "part-of: elevhalsa\n", ""), (J, "adds-to: [data]\n", "")]);
    let found = codes(&none, &leaves);
    assert!(found.iter().any(|(_, code, _)| *code == "basis-changed"), "{found:?}");
    assert!(found.iter().any(|(_, code, _)| *code == "data-removed"), "{found:?}");
}

#[test]
fn a_change_of_the_whole_is_reported_once() {
    let before = tree(&fixture("laws/complete/registers"));
    let after = edited(&before, &[(E, "basis: [public-interest]", "basis: [legal-obligation]")]);
    let found = codes(&before, &after);
    assert_eq!(found, [("elevhalsa".to_owned(), "basis-changed", Grade::Breaking)]);
    // The part changes too, in another field.
    let after = edited(&after, &[(J, "title: Journal\n", "title: Journalen\n")]);
    let found = codes(&before, &after);
    assert_eq!(found.iter().filter(|(_, code, _)| *code == "basis-changed").count(), 1, "{found:?}");
    // The part takes over another list, and the whole changes: each is reported where it is written.
    let after = edited(&after, &[(J, "adds-to: [data]\n", "adds-to: [data, recipients]\n")]);
    let found = codes(&before, &after);
    assert_eq!(found.iter().filter(|(_, code, _)| *code == "basis-changed").count(), 1, "{found:?}");
}

#[test]
fn a_basis_that_moves_from_the_whole_to_its_parts_holds_as_before() {
    let before = tree(&fixture("laws/complete/registers"));
    let after = edited(
        &before,
        &[(E, "basis: [public-interest]\n", ""), (J, "title: Journal\n", "title: Journal\nbasis: [public-interest]\n")],
    );
    assert_same_meaning(&before, &after);
    let lost = edited(&before, &[(E, "basis: [public-interest]\n", "")]);
    let found = codes(&before, &lost);
    assert!(found.contains(&("elevhalsa".into(), "basis-changed", Grade::Breaking)), "{found:?}");
}

#[test]
fn an_id_that_is_renamed_everywhere_is_the_same_record() {
    let before = tree(&fixture("laws/complete/registers"));
    let after = edited(&before, &[(P, "molnet", "leverantoren"), (S, "[molnet]", "[leverantoren]")]);
    assert_same_meaning(&before, &after);
    let after = edited(&before, &[(P, "taxibolaget:", "taxin:"), (S, "to: taxibolaget", "to: taxin")]);
    assert_same_meaning(&before, &after);
    // Another record is another record.
    let after = edited(&before, &[(S, "processors: [molnet]", "processors: [without-list]")]);
    assert!(codes(&before, &after).iter().any(|(_, code, _)| *code == "processor-added"));
}

#[test]
fn a_code_and_the_word_for_it_are_the_same() {
    let before = tree(&fixture("laws/complete/registers"));
    let after = edited(&before, &[(J, "items: [health-data]", "items: [{sv: uppgifter om hälsa}]")]);
    let found = codes(&before, &after);
    assert!(!found.is_empty(), "the page may have another word");
    assert_same_meaning(&before, &after);
    let other = edited(&before, &[(J, "items: [health-data]", "items: [{sv: genetiska uppgifter}]")]);
    assert!(codes(&before, &other).iter().any(|(_, _, grade)| *grade > Grade::Editorial));
}

#[test]
fn a_renamed_folder_is_the_same_municipality() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    std::fs::rename(after.path("registers/one-language"), after.path("registers/other")).unwrap();
    let path = |side: &Workspace| side.path("").to_string_lossy().into_owned();
    let run = |more: &[&str]| {
        let args = ["diff", &path(&before), &path(&after), "--date", DAY];
        Workspace::empty().ropa(&[&args, more].concat()).is(0).out
    };
    let out = run(&[]);
    assert!(out.contains("[folder-renamed]") && out.contains("Changes: 1 editorial."), "{out}");
    after.edit("registers/other/activities/skolskjuts.yaml", "keep: 2 years", "keep: 5 years");
    for more in [&[][..], &["-m", "other"], &["-m", "one-language"]] {
        let out = run(more);
        assert!(out.contains("[folder-renamed]") && out.contains("[retention-longer]"), "{out}");
        assert!(out.contains("Changes: 1 material, 1 editorial."), "{out}");
    }
    assert!(run(&["-m", "two-languages"]).contains("No changes."));
}

#[test]
fn a_category_under_another_id_is_the_same_where_something_refers_to_it() {
    let before = tree(&fixture("laws/complete/registers"));
    let renamed = edited(&before, &[(S, "identitet", "identifiering")]);
    for (one, other) in [(&before, &renamed), (&renamed, &before)] {
        assert_eq!(codes(one, other), [("skolskjuts".to_owned(), "inner-id", Grade::Editorial)]);
    }
    // What else changes in the category is told, and nothing of what refers to it.
    let more = edited(&renamed, &[(S, "[name, national-id, address]", "[name, national-id, address, email-address]")]);
    let mut found: Vec<&str> = codes(&before, &more).iter().map(|(_, code, _)| *code).collect();
    found.sort_unstable();
    assert_eq!(found, ["data-added", "inner-id"]);
    // A recipient that no longer gets the category is told, although the category has another id.
    let less = edited(&renamed, &[(S, "data: [identifiering], why", "data: [onskemal], why")]);
    assert!(codes(&before, &less).iter().any(|(_, code, _)| *code == "recipient-gets-more"));
}
