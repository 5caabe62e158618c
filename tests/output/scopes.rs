//! What is said once names the activities that it does not apply to: not a parent whose children speak for it, nor one
//! that only groups them.

use crate::support::Workspace;

/// A rule that is long enough to be said once.
const LONG: &str =
    "retention: [{keep: 10 years, from: {event: leaves-school, rounding: end-of-school-year}, then: archive}]\n";

/// Another one.
const OTHER: &str = "retention: [{keep: 3 months, from: decision, then: weed, decision: plan}]\n";

const PURPOSE: &str = "purposes: [ge stöd]\n";

/// What each activity has, but for its purposes and its retention.
const REST: &str = "subjects: [pupil]\nbasis: [public-interest]\nlaw: skollagen (2010:800)\ndata: [name]\n\
                    sources: [data-subject]\nrecipients: none\nprocessors: none\nsystems: none\ntransfers: none\n\
                    obligation: voluntary\nautomated: none\n";

/// A municipality with one notice on a parent with three children and another activity.
fn municipality(country: &str, lang: &str, parent: &str, children: [&str; 3], other: &str) -> Workspace {
    let workspace = Workspace::empty();
    workspace.write(
        "registers/delby/municipality.yaml",
        format!(
            "format: 1\nname: Delby\ncountry: {country}\nlanguages: [{lang}]\ncontact: {{email: a@example.org}}\n\
             controllers: {{all: {{name: Delby, form: municipality, contact: {{email: a@example.org}}}}}}\n\
             officers: {{o: {{contact: {{email: o@example.org}}}}}}\nofficer: o\n"
        ),
    );
    let write = |id: &str, text: String| {
        workspace
            .write(&format!("registers/delby/activities/{}.yaml", id.replace('/', "-")), format!("id: {id}\n{text}"))
    };
    write("hel", format!("title: Hela stödet\n{parent}"));
    for (name, child) in ["alfa", "beta", "gamma"].into_iter().zip(children) {
        write(&format!("hel/{name}"), format!("part-of: hel\ntitle: Delen {name}\n{PURPOSE}{child}"));
    }
    write("annat", format!("title: Något annat\n{PURPOSE}{REST}{other}"));
    workspace.write(
        "registers/delby/notices/allt.yaml",
        "id: allt\ntitle: Allt\naudience: [pupil]\nactivities: [hel, annat]\nupdated: 2026-11-01\n",
    );
    workspace
}

/// The notice.
fn notice(workspace: &Workspace, lang: &str) -> String {
    workspace.build(&[]).is(0);
    workspace.read(&format!("build/public/delby/{lang}/notices/allt.md"))
}

#[test]
fn a_parent_whose_children_speak_for_it_is_no_exception() {
    let parent = format!("{PURPOSE}{REST}{LONG}");
    let children = ["", "", OTHER];
    let page = notice(&municipality("SE", "sv", &parent, children, LONG), "sv");
    assert!(page.contains("varefter de arkiveras.\nGäller alla delar utom Delen gamma."), "{page}");
    let page = notice(&municipality("DK", "da", &parent, children, LONG), "da");
    assert!(page.contains("**Alle dele undtagen Delen gamma** Oplysningerne opbevares"), "{page}");
}

#[test]
fn a_parent_that_only_groups_is_no_exception() {
    let page = notice(&municipality("SE", "sv", REST, [LONG; 3], LONG), "sv");
    let (_, shared) = page.split_once("## Det som gäller flera delar").unwrap_or_else(|| panic!("{page}"));
    let (shared, _) = shared.split_once("\n## ").unwrap();
    assert!(shared.contains("varefter de arkiveras.") && !shared.contains("utom"), "{page}");
    assert!(!page.contains("utom Hela stödet"), "{page}");
    let page = notice(&municipality("DK", "da", REST, [LONG; 3], LONG), "da");
    assert!(!page.contains("undtagen"), "{page}");
}

#[test]
fn what_is_not_settled_for_any_child_is_not_settled_for_all_parts() {
    let open = "retention: [{unknown: utreds}]\n";
    let page = notice(&municipality("SE", "sv", REST, [open; 3], open), "sv");
    assert!(page.contains("- **Alla delar**: hur länge uppgifterna sparas."), "{page}");
    assert!(page.contains("**Hur länge?** Inte klart än.\n"), "{page}");
    let page = notice(&municipality("SE", "sv", REST, [open; 3], LONG), "sv");
    assert!(page.contains("- **Alla delar utom Något annat**: hur länge uppgifterna sparas."), "{page}");
    assert!(page.contains("Inte klart än: 3 av 4 delar.\n"), "{page}");
}

#[test]
fn a_parent_with_a_gap_for_its_purposes_does_not_only_group() {
    let parent = format!("purposes: [{{unknown: utreds}}]\n{REST}");
    let page = notice(&municipality("SE", "sv", &parent, [LONG; 3], LONG), "sv");
    assert!(page.contains("- **Hela stödet**: varför vi behandlar uppgifterna."), "{page}");
    assert!(page.contains("**Utkast**"), "{page}");
}
