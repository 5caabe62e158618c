//! The codes of changes: each is explained, and GRADES.md lists them all.

use ropa::internals::diff::codes::all_as_markdown;
use ropa::internals::diff::grade::rows;

use crate::support::{Workspace, assert_kept};

#[test]
fn the_page_of_all_changes_is_up_to_date() {
    let page = all_as_markdown();
    assert_kept("GRADES.md", &page);
    for row in rows() {
        assert_eq!(page.matches(&format!("| `{}` |", row.code)).count(), 1, "{}", row.code);
    }
}

#[test]
fn a_change_is_explained_with_its_law_and_duties_in_each_language() {
    let explain = |args: &[&str]| Workspace::empty().ropa(&[&["explain"], args].concat()).is(0).out;
    let page = explain(&["data-transferred"]);
    assert!(
        page.starts_with("breaking[data-transferred]\nData that the activity had already now go to a third country"),
        "{page}"
    );
    assert!(page.contains("Law: Articles 13(1)(f), 44, 46 GDPR\n"), "{page}");
    assert!(page.contains("Applies to: activities.data, activities.data.items\n"), "{page}");
    assert!(page.contains("Only if: added or changed, data-known, newly-transferred\n"), "{page}");
    assert!(page.contains("To do: Inform the people concerned before the change; Publish"), "{page}");
    assert!(page.contains("change = \"data-transferred\""), "{page}");
    assert!(explain(&["data-national-id", "--lang", "sv"]).contains("3 kap. 10 §"));
    assert!(explain(&["notice-not-moved", "--lang", "da"]).starts_with("afvigelse[notice-not-moved]\n"));
    // A code of a rule and of a change has both pages.
    let both = explain(&["retention-vague"]);
    assert!(both.contains("[retention-vague] (") && both.contains("material[retention-vague]\n"), "{both}");
    let list = explain(&["--changes"]);
    for code in rows().map(|row| row.code.as_str()).chain(["decision-added", "level-changed", "one-language-only"]) {
        assert_eq!(list.lines().filter(|line| line.starts_with(&format!("{code} "))).count(), 1, "{code}: {list}");
    }
}
