//! What the notice in brief and the lines on versions and transfers must not say: that something holds which is to come,
//! or that nothing is where it is not known.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const NOTICE: &str = "registers/one-language/notices/skola.yaml";
const PARTIES: &str = "registers/one-language/shared/parties.yaml";
const MUNICIPALITY: &str = "registers/one-language/municipality.yaml";

/// The complete register in the newest format with these edits; rules on special categories do not stop it.
fn edited(edits: &[(&str, &str, &str)]) -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    for (file, from, to) in edits {
        workspace.edit(file, from, to);
    }
    let level = |rule: &str| format!("{rule} = {{level = \"warning\", because = \"the page alone matters here\"}}\n");
    let rules = ["special-without-exception", "special-unflagged"].map(level).concat();
    workspace.write("ropa.toml", format!("[levels]\n{rules}"));
    workspace
}

/// A Swedish page as of a day.
fn page(workspace: &Workspace, page: &str, day: &str) -> String {
    workspace.ropa(&["build", "--date", day]).is(0);
    workspace.read(&format!("build/public/one-language/sv/{page}.md"))
}

/// The answer to a question of the notice in brief.
fn row(workspace: &Workspace, question: &str) -> String {
    let page = page(workspace, "activities/skolskjuts", "2026-11-21");
    let (_, rest) = page.split_once(&format!("\n**{question}** ")).unwrap_or_else(|| panic!("{page}"));
    rest.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn each_officer_of_separate_controllers_is_told_or_none() {
    let separate = (ACTIVITY, "controller: board", "controllers: [board, company]");
    let officer = |workspace: &Workspace| {
        let row = row(workspace, "Dina rättigheter");
        row.split_once("Dataskyddsombud: ").map(|(_, officers)| officers.to_owned()).unwrap_or_default()
    };
    let of_company = "contact: {email: hamn@example.org}\n    officer: dso";
    let other = "contact: {email: hamn@example.org}\n    officer: other";
    let mail = |name: &str| format!("[{name}@example.org](<mailto:{name}@example.org>)");
    assert_eq!(officer(&edited(&[separate])), format!("{}.", mail("dso")));
    assert_eq!(
        officer(&edited(&[separate, (MUNICIPALITY, of_company, other)])),
        format!("{} (Utbildningsnämnden); {} (Exempelby Hamn AB).", mail("dso"), mail("annat-ombud")),
    );
    let unreachable = (MUNICIPALITY, "    contact: {email: annat-ombud@example.org}", "    contact: {unknown: utreds}");
    assert_eq!(officer(&edited(&[separate, (MUNICIPALITY, of_company, other), unreachable])), "");
}

#[test]
fn a_version_of_a_day_to_come_is_told_as_coming() {
    let versions = "updated: 2026-11-01\nversions:\n  - {day: 2026-11-01, changed: [Vi har en ny leverantör.]}\n  - {day: 2027-03-01, changed: [Vi sparar kortare tid.]}\n  - {day: 2027-01-01, changed: [Vi tar bilder.]}";
    let workspace = edited(&[(NOTICE, "updated: 2026-11-01", versions)]);
    let before = page(&workspace, "notices/skola", "2026-11-21");
    let (top, rest) = before.split_once("\n## I korthet\n").unwrap();
    let coming = "Senast ändrad 1 november 2026. Vi har en ny leverantör.\n\nÄndras 1 januari 2027. Vi tar bilder.\n\nÄndras 1 mars 2027. Vi sparar kortare tid.\n";
    assert!(top.contains(coming), "{before}");
    let all = "- Ändras 1 mars 2027. Vi sparar kortare tid.\n- Ändras 1 januari 2027. Vi tar bilder.\n- 1 november 2026: Vi har en ny leverantör.\n";
    assert!(rest.ends_with(all), "{before}");
    let after = page(&workspace, "notices/skola", "2027-03-01");
    assert!(
        after.contains("Senast ändrad 1 mars 2027. Vi sparar kortare tid.") && !after.contains("Ändras"),
        "{after}"
    );
}

#[test]
fn no_transfers_are_not_told_while_the_country_of_a_supplier_is_not_known() {
    let denied = "Uppgifterna överförs inte till något land utanför EU och EES";
    let stated =
        "Inga överföringar utanför EU/EES är angivna, men det är inte klart i vilka länder alla leverantörer finns.";
    let usual = edited(&[]);
    assert!(!usual.found().contains("transfer-denied-unknown"));
    assert!(page(&usual, "activities/skolskjuts", "2026-11-21").contains(denied));
    let own = "    name: Molnet AB\n    country: SE\n";
    let subs = "    does: [drift, support]\n    sub-processors: none";
    for (from, to) in [
        (own, "    name: Molnet AB\n"),
        (own, "    name: Molnet AB\n    country: {unknown: utreds}\n"),
        (subs, "    does: [drift, support]\n    sub-processors: [{name: Under AB}]"),
        (subs, "    does: [drift, support]\n    sub-processors: [{name: Under AB, country: {unknown: utreds}}]"),
        (subs, "    does: [drift, support]\n    sub-processors: {unknown: utreds}"),
    ] {
        let workspace = edited(&[(PARTIES, from, to)]);
        // That the sub-processors are not listed is a finding of another rule.
        let is_warned = workspace.found().contains("warning[transfer-denied-unknown]");
        assert_eq!(is_warned, !to.contains("sub-processors: {unknown"), "{to}: {}", workspace.found());
        let page = page(&workspace, "activities/skolskjuts", "2026-11-21");
        assert!(page.contains(stated) && !page.contains(denied), "{to}: {page}");
        let register = workspace.read("build/public/one-language/sv/registers/board.md");
        assert!(register.contains(stated), "{to}: {register}");
        let row = row(&workspace, "Utanför EU och EES?");
        assert_eq!(row, "Leverantörernas länder är inte helt klara än.", "{to}");
    }
}

#[test]
fn what_is_likely_sensitive_or_without_an_exception_is_not_told_as_nothing() {
    let special =
        |data: &str| row(&edited(&[(ACTIVITY, "\ndata:\n", &format!("\ndata:\n  - {data}\n"))]), "Vad är känsligt?");
    assert_eq!(special("{items: [önskat säte]}"), "Inga känsliga personuppgifter är angivna.");
    let open = "Varför vi får behandla känsliga uppgifter är inte klart än.";
    assert_eq!(special("{items: [health-data]}"), format!("Känsliga personuppgifter: hälsa. {open}"));
    let gap = "{items: [health-data], exception: {unknown: utreds}}";
    assert_eq!(special(gap), format!("Känsliga personuppgifter: hälsa. {open}"));
    let known = "{items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}";
    assert_eq!(special(known), "Känsliga personuppgifter: hälsa.");
    let likely = "Om vissa uppgifter är känsliga är inte klart än.";
    assert_eq!(special("{items: [uppgifter om sjukdom]}"), likely);
    assert_eq!(
        special("{items: [uppgifter om sjukdom], sensitivity: ordinary}"),
        "Inga känsliga personuppgifter är angivna."
    );
}
