//! The phases of a register: what a child writes, what it inherits, and the defaults.

use ropa::internals::model::activity::Activity;
use ropa::internals::register::phase::Origin;
use ropa::internals::source::content::Content;
use ropa::internals::source::tree::Tree;
use ropa::{Complete, Understood};

use crate::support::Workspace;

const PARENT: &str = "id: skola\ntitle: Skola\nsubjects: [pupil]\ndata: [name]\nsources: [guardian]\n";
const PART: &str =
    "id: skola/mat\npart-of: skola\ntitle: Skolmat\nsources: [tax-agency]\ndata: [address]\nadds-to: [data]\n";

fn complete() -> Complete {
    let file = |(name, text): (&str, &str)| {
        (format!("registers/by/activities/{name}.yaml"), Content::Bytes(text.as_bytes().to_vec()))
    };
    let files = [("skola", PARENT), ("mat", PART)].map(file).to_vec();
    Understood::of(Tree::new(files).read("registers", "by")).complete()
}

fn activity<'c>(complete: &'c Complete, id: &str) -> &'c Activity {
    complete.register().activities.get(id).unwrap()
}

#[test]
fn a_value_knows_where_it_comes_from() {
    let complete = complete();
    let part = activity(&complete, "skola/mat");
    assert_eq!(complete.origin(part, |part| &part.title), Origin::Written);
    assert_eq!(complete.origin(part, |part| &part.sources), Origin::Written);
    assert_eq!(complete.origin(part, |part| &part.subjects), Origin::Inherited);
    assert_eq!(complete.origin(part, |part| &part.data), Origin::Inherited, "added to what is written");
    assert_eq!(complete.origin(part, |part| &part.status), Origin::Default);
    let parent = activity(&complete, "skola");
    assert_eq!(complete.origin(parent, |parent| &parent.data), Origin::Written);
}

#[test]
fn the_phase_before_has_what_was_written_and_nothing_else() {
    let complete = complete();
    let part = activity(&complete, "skola/mat");
    assert_eq!((part.data.items.len(), part.subjects.items.len()), (2, 1));
    let written = complete.written();
    let part = &written.register().activities["skola/mat"];
    assert_eq!((part.data.items.len(), part.subjects.items.len()), (1, 0));
    assert_eq!(written.complete().register(), complete.register());
}

/// “None” of a parent is not true of a part that adds something.
#[test]
fn what_a_part_adds_to_none_is_some() {
    let parent = PARENT.replace("data: [name]", "data: [name]\nrecipients: none");
    let part = PART.replace("adds-to: [data]", "recipients: [scb]\nadds-to: [data, recipients]");
    let file = |(name, text): (&str, String)| {
        (format!("registers/by/activities/{name}.yaml"), Content::Bytes(text.into_bytes()))
    };
    let files = [("skola", parent), ("mat", part)].map(file).to_vec();
    let complete = Understood::of(Tree::new(files).read("registers", "by")).complete();
    let recipients = &activity(&complete, "skola/mat").recipients;
    assert_eq!((recipients.none, recipients.items.len()), (false, 1));
}

/// A part takes over what it names; what its parent has besides is told of the parent.
#[test]
fn what_no_part_takes_over_is_told_of_the_whole() {
    const JOURNAL: &str = "registers/one-language/activities/elevhalsa-journal.yaml";
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    let whole = workspace.built().remove("public/one-language/sv/notices/skola.md").unwrap();
    let whole = String::from_utf8(whole).unwrap();
    assert_eq!(whole.matches("i 10 år från").count(), 1, "said of the part only: {whole}");
    workspace.edit(JOURNAL, "retention, ", "");
    workspace.edit(
        JOURNAL,
        "title: Journal\n",
        "title: Journal\nretention: [{of: [other-records], keep: 3 years, from: leaves-school, then: weed}]\n",
    );
    let notice = workspace.built().remove("public/one-language/sv/notices/skola.md").unwrap();
    let notice = String::from_utf8(notice).unwrap();
    for period in ["i 10 år från", "i 3 år från"] {
        assert_eq!(notice.matches(period).count(), 1, "{period}: {notice}");
    }
}
