//! An id in a list names one record, and what is named is on the page. Nothing written is no text.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const SHARED: &str = "registers/one-language/shared/extra.yaml";

/// The complete register in format 2.
fn complete() -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace
}

/// What is found when a key of the activity has another value.
fn found(key: &str, value: &str) -> String {
    let workspace = complete();
    let text = workspace.read(ACTIVITY);
    let (start, _) = text.match_indices(&format!("\n{key}:")).next().unwrap();
    let end = text[start + 1..].match_indices('\n').map(|(place, _)| start + 2 + place);
    let end = end.into_iter().find(|end| !text[*end..].starts_with([' ', '-'])).unwrap_or(text.len());
    workspace.write(ACTIVITY, format!("{}\n{key}: {value}\n{}", &text[..start], &text[end..]));
    workspace.ropa(&["check", "--lang", "en"]).is(1).out
}

#[test]
fn a_recipient_is_not_the_data_of_the_same_id() {
    let workspace = complete();
    workspace.write(SHARED, "recipients: {elev: {name: Elevkåren}}\n");
    workspace.edit(ACTIVITY, "\ndata:\n", "\ndata:\n  - {id: elev, items: [betyg]}\n");
    workspace.edit(ACTIVITY, "recipients: [", "recipients: [elev, ");
    workspace.build(&[]).is(0);
    let page = workspace.read("build/public/one-language/sv/activities/skolskjuts.md");
    assert!(page.contains("**Till vem?** Elevkåren") && page.contains("**Vilka uppgifter?** betyg"), "{page}");
}

#[test]
fn an_id_of_two_parties_is_asked_about_where_it_is_named() {
    let workspace = complete();
    workspace.write(SHARED, "recipients: {reg: {name: Mottagaren}}\nsources: {reg: {name: Registret}}\n");
    workspace.check().is(0);
    workspace.edit(ACTIVITY, "recipients: [", "recipients: [reg, ");
    let found = workspace.check().is(1).out;
    assert!(found.contains("error[id-ambiguous]: `reg` is the id of several records"), "{found}");
}

#[test]
fn a_child_names_the_data_of_its_parent_only_where_it_has_them() {
    let workspace = complete();
    let child = "id: skolskjuts/taxi\npart-of: skolskjuts\ntitle: Taxi\nsubjects: [pupil]\npurposes: [{what: köra}]\n\
                 basis: [public-interest]\nsources: none\nprocessors: none\nsystems: none\ntransfers: none\n\
                 obligation: voluntary\nautomated: none\nrecipients: [{to: taxi-company, data: [identitet]}]\n\
                 retention: [{data: [identitet], keep: 1 year, from: decision, then: weed, decision: planen}]\n";
    let path = "registers/one-language/activities/skolskjuts-taxi.yaml";
    workspace.write(path, format!("{child}data: [address]\n"));
    let found = workspace.check().out;
    assert!(found.contains("error[id-unknown]") && found.contains("`identitet`"), "{found}");
    workspace.write(path, format!("{child}same-as-parent: [data]\n"));
    let found = workspace.check().out;
    assert!(!found.contains("`identitet`"), "{found}");
}

#[test]
fn nothing_is_no_text() {
    for (key, value, words) in [
        ("title", "{}", "error[text-empty]: the text is empty"),
        ("title", "ingen", "error[type-wrong]: `ingen` would be published as a text"),
        ("title", "Skjuts för {namn}", "`{namn}` would be published"),
        ("title", "Skjuts hos <namn på nämnd>", "would be published"),
    ] {
        let found = found(key, &if value.starts_with("Skjuts") { format!("{value:?}") } else { value.to_owned() });
        assert!(found.contains(words), "{key}: {value}\n{words}\n{found}");
    }
}

#[test]
fn a_shared_internal_key_is_not_published() {
    let (workspace, before) = (complete(), complete());
    let child = "id: skolskjuts/taxi\npart-of: skolskjuts\ntitle: Taxi\npurposes: [{what: köra}]\n";
    let path = "registers/one-language/activities/skolskjuts-taxi.yaml";
    let rest = "subjects, basis, data, sources, recipients, processors, systems, transfers, retention, obligation";
    before.write(path, format!("{child}same-as-parent: [{rest}]\n"));
    workspace.write(path, format!("{child}same-as-parent: [{rest}, measures, administration]\n"));
    workspace.build(&[]).is(0);
    let json = |side: &str| workspace.read(&format!("build/{side}/one-language/register.json"));
    assert!(!json("public").contains("\"measures\"") && json("internal").contains("\"measures\""));
    let before = before.path("");
    let compared = ["diff", before.to_str().unwrap(), ".", "--lang", "en"];
    let told = workspace.ropa(&compared).is(0).out;
    assert!(told.contains("minor") && !told.contains("material"), "{told}");
    let told = workspace.ropa(&[&compared[..], &["--public"]].concat()).is(0).out;
    assert!(told.contains("No changes"), "{told}");
}

#[test]
fn the_json_names_the_controller_of_every_activity() {
    let workspace = complete();
    workspace.edit(ACTIVITY, "controller: board\n", "");
    workspace.edit("registers/one-language/municipality.yaml", "format: 2\n", "format: 2\ncontroller: board\n");
    workspace.build(&[]).is(0);
    let json = workspace.read("build/public/one-language/register.json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let activities = json["activities"].as_array().unwrap();
    assert!(activities.iter().all(|activity| activity["controller"]["id"] == "board"), "{json}");
}

#[test]
fn a_gap_does_not_take_a_special_category_away() {
    let workspace = complete();
    workspace.edit(ACTIVITY, "\ndata:\n", "\ndata:\n  - {items: [health-data], special: {unknown: oklart}}\n");
    let found = workspace.check().out;
    assert!(found.contains("error[special-without-exception]"), "{found}");
}

#[test]
fn a_text_by_language_means_what_the_same_text_means_without_one() {
    for items in ["uppgifter om hälsa", "{sv: uppgifter om hälsa}"] {
        let workspace = complete();
        workspace.edit(ACTIVITY, "\ndata:\n", &format!("\ndata:\n  - {{items: [{items}]}}\n"));
        let found = workspace.found();
        assert!(found.contains("error[special-without-exception]"), "{items}: {found}");
    }
}

#[test]
fn both_places_of_accepted_findings_are_compared() {
    let of = |until: &str| {
        let workspace = complete();
        let entry = |until: &str| format!("{{rule: gap-open, because: utreds, until: {until}}}");
        let municipality = "registers/one-language/municipality.yaml";
        let text = workspace.read(municipality);
        workspace.write(municipality, format!("{text}accept: {}\n", entry("2027-01-31")));
        let listed = format!("- {{rule: gap-open, in: skolskjuts, because: utreds, until: {until}}}\n");
        workspace.write("registers/one-language/accept.yaml", listed);
        workspace
    };
    let (before, after) = (of("2027-03-31"), of("2099-03-31"));
    let told = before.ropa(&["diff", ".", after.path("").to_str().unwrap(), "--lang", "en"]).is(0).out;
    assert!(told.contains("2099-03-31"), "{told}");
}
