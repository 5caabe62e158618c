//! The law on data and on transfers.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";

/// The complete register in format 2, with other data and transfers.
fn with(data: &str) -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, "\ndata:\n", &format!("\ndata:\n  - {data}\n"));
    workspace
}

#[test]
fn the_law_on_data_is_on_the_page_and_answers_the_rules() {
    for (data, rule) in [
        ("{items: [coordination-number]LAW}", "identifier-unjustified"),
        ("{items: [offence-data]LAW}", "special-without-exception"),
    ] {
        let without = with(&data.replace("LAW", "")).found();
        assert!(without.contains(rule), "{without}");
        let workspace = with(&data.replace("LAW", ", law: dataskyddslagen (2018:218) 3 kap. 10 §"));
        let found = workspace.check().out;
        assert!(!found.contains(rule), "{found}");
        workspace.build(&[]).is(0);
        let page = workspace.read("build/public/one-language/sv/activities/skolskjuts.md");
        assert!(page.contains("enligt dataskyddslagen (2018:218) 3 kap. 10 §"), "{page}");
    }
}

#[test]
fn the_law_on_a_transfer_is_on_the_page() {
    let workspace = with("{items: [hållplats]}");
    let transfer = "transfers: [{to: molnet, country: US, tool: standard-clauses, law: dataskyddslagen (2018:218), \
                    assessed: 2026-01-15, copy: fråga kommunen, supplementary: [kryptering]}]";
    workspace.edit(ACTIVITY, "transfers: none", transfer);
    workspace.build(&[]);
    let page = workspace.read("build/public/one-language/sv/activities/skolskjuts.md");
    assert!(page.contains("enligt dataskyddslagen (2018:218)"), "{page}");
}

#[test]
fn format_1_has_no_law_on_data() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, "\ndata:\n", "\ndata:\n  - {items: [hållplats], law: skollagen (2010:800)}\n");
    let found = workspace.check().is(1).out;
    assert!(found.contains("`law` belongs to format 2"), "{found}");
}
