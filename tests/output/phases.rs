//! The phases of a register: what a child writes, what it inherits, and the defaults.

use ropa::internals::model::activity::Activity;
use ropa::internals::register::phase::Origin;
use ropa::internals::source::content::Content;
use ropa::internals::source::tree::Tree;
use ropa::{Complete, Understood};

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
