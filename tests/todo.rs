//! The to-do list: questions, their order, whom to ask, and the ticks that are kept.

use std::fs;

use crate::support::{DAY, Run, Workspace};

const SCHOOL_TRANSPORT: &str = "registers/one-language/activities/skolskjuts.yaml";
const PARTIES: &str = "registers/one-language/shared/parties.yaml";

/// Runs `ropa todo` on the municipality with one language.
fn todo(workspace: &Workspace, more: &[&str]) -> Run {
    workspace.ropa(&[&["todo", "-m", "one-language", "--date", DAY], more].concat())
}

/// The lines of a list with a question.
fn questions(list: &str) -> Vec<&str> {
    list.lines().filter(|line| line.starts_with("    ") && !line.starts_with("      ")).map(str::trim).collect()
}

/// A school transport with a fault of each weight.
fn with_a_fault_of_each_weight() -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(
        SCHOOL_TRANSPORT,
        "recipients: [{to: taxibolaget, data: [identitet], why: hämta och lämna eleven}]\n",
        "",
    );
    workspace.edit(SCHOOL_TRANSPORT, "processors: [molnet]\n", "processors: none\n");
    workspace.edit(SCHOOL_TRANSPORT, "systems: [{system: planeraren, does: planera turer}]\n", "systems: none\n");
    workspace.edit(SCHOOL_TRANSPORT, "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    workspace.edit(
        SCHOOL_TRANSPORT,
        "obligation: {kind: needed, consequence: kan vi inte pröva ansökan}",
        "obligation: {unknown: utreds}",
    );
    workspace.edit(SCHOOL_TRANSPORT, "procedure: [En handläggare mäter vägen.]", "procedure: {unknown: inte frågat}");
    workspace.edit(SCHOOL_TRANSPORT, "transfers: none\n", "");
    workspace
}

#[test]
fn the_heaviest_comes_first_and_names_whom_to_ask() {
    let list = todo(&with_a_fault_of_each_weight(), &[]).is(0).out;
    assert_eq!(
        questions(&list),
        [
            "Till vilka lämnas uppgifterna ut, inom och utanför kommunen? Om inga: skriv det.",
            "Vilken lag stöder sig behandlingen på, och vilken paragraf?",
            "Måste man lämna uppgifterna, enligt lag eller avtal, och vad händer om man inte gör det?",
            "Hur går arbetet till, i den mån läsaren behöver veta det?",
            "Förs uppgifter över till ett land utanför EU och EES, eller kan de läsas därifrån? Vart, och vad tillåter \
             det? Om inte: skriv det.",
        ],
        "{list}"
    );
    assert!(list.contains("\nSkolskjutsenheten (Utbildningsnämnden)\n\n  Skolskjuts\n"), "{list}");
    assert!(list.contains("Fråga: utbildningschefen (informationsägare)"), "{list}");
    assert!(list.contains(&format!("Saknas: inte frågat ({SCHOOL_TRANSPORT}:21)")), "{list}");
}

#[test]
fn what_weighs_less_can_be_left_out() {
    let workspace = with_a_fault_of_each_weight();
    for (weight, count) in [("error", 1), ("warning", 2), ("required", 3), ("gap", 4), ("hint", 5)] {
        let list = todo(&workspace, &["--from", weight]).is(0).out;
        assert_eq!(questions(&list).len(), count, "{weight}: {list}");
    }
}

#[test]
fn one_question_is_put_once_in_an_activity() {
    let workspace = Workspace::complete();
    workspace.edit(SCHOOL_TRANSPORT, "from: decision, then", "unknown: räknas inte, then");
    workspace.edit(
        SCHOOL_TRANSPORT,
        "obligation:",
        "  - {of: [applications], unknown: räknas inte}\n  - {of: [other-records], unknown: ingen plan}\nobligation:",
    );
    workspace.edit(SCHOOL_TRANSPORT, "retention: [{", "retention:\n  - {");
    workspace.edit(SCHOOL_TRANSPORT, "decision: nämndens plan}]", "decision: nämndens plan}");
    let list = todo(&workspace, &["--lang", "en"]).is(0).out;
    assert_eq!(questions(&list).len(), 1, "{list}");
    let required = "Missing, though Article 30(1)(f) GDPR requires it";
    for (inside, reason) in
        [("decisions", "räknas inte"), ("applications", "räknas inte"), ("other data", "ingen plan")]
    {
        assert!(list.contains(&format!("{required}, “{inside}”: {reason} (")), "{inside}: {list}");
    }
    assert_eq!(list.matches("Ask: the archivist").count(), 1, "{list}");
}

#[test]
fn what_is_shared_is_asked_once_and_names_its_activities() {
    let workspace = Workspace::complete();
    workspace.edit(
        PARTIES,
        "agreement: {date: 2025-06-01, reference: UBN 2025/1, ends: 2029-05-31}",
        "agreement: {unknown: inte hittat}",
    );
    workspace.edit("registers/one-language/activities/elevhalsa.yaml", "processors: none", "processors: [molnet]");
    let list = todo(&workspace, &["--markdown"]).is(0).out;
    assert_eq!(list.matches("personuppgiftsbiträdesavtal med Molnet AB?").count(), 1, "{list}");
    assert!(list.contains("  - Används av: Elevhälsa; Skolskjuts\n"), "the part is not named beside its whole: {list}");
    let of_one = todo(&workspace, &["--activity", "elevhalsa"]).is(0).out;
    assert_eq!(questions(&of_one).len(), 1, "who uses it is asked too: {of_one}");
}

#[test]
fn an_undeclared_transfer_of_one_processor_is_one_question() {
    let workspace = Workspace::complete();
    workspace.edit(SCHOOL_TRANSPORT, "processors: [molnet]", "processors: [american]");
    workspace.edit("registers/one-language/activities/elevhalsa.yaml", "processors: none", "processors: [american]");
    let list = todo(&workspace, &["--from", "error"]).is(0).out;
    assert_eq!(
        questions(&list),
        ["Till vilket land utanför EU och EES går uppgifter genom American Cloud Inc., och vad tillåter det?"]
    );
    assert!(list.contains("elevhalsa.yaml:12, registers/one-language/activities/skolskjuts.yaml:"), "{list}");
}

#[test]
fn an_accepted_gap_is_not_asked_for() {
    let workspace = Workspace::complete();
    workspace.edit(SCHOOL_TRANSPORT, "procedure: [En handläggare mäter vägen.]", "procedure: {unknown: inte frågat}");
    assert_eq!(questions(&todo(&workspace, &[]).is(0).out).len(), 1);
    workspace.edit(
        SCHOOL_TRANSPORT,
        "automated: none",
        "automated: none\naccept: {rule: gap-open, because: frågas i vår}",
    );
    let list = todo(&workspace, &[]).is(0).out;
    assert!(list.ends_with("\nDet finns inget att göra.\n"), "{list}");
}

#[test]
fn a_file_that_cannot_be_read_is_an_item_and_the_rest_is_listed() {
    let workspace = Workspace::complete();
    workspace.edit(SCHOOL_TRANSPORT, "procedure: [En handläggare mäter vägen.]", "procedure: {unknown: inte frågat}");
    workspace.write("registers/one-language/activities/trasig.yaml", "id: [trasig\n");
    workspace.edit("registers/one-language/municipality.yaml", "languages: [sv]\n", "");
    let list = todo(&workspace, &["--lang", "sv"]).is(0).out;
    assert!(list.contains("Fel yaml-syntax"), "{list}");
    assert!(list.contains("Saknas: inte frågat"), "{list}");
}

#[test]
fn a_list_can_be_of_one_unit_or_activity() {
    let workspace = with_a_fault_of_each_weight();
    let count = |args: &[&str]| questions(&todo(&workspace, args).is(0).out).len();
    assert_eq!(
        (count(&["--unit", "skolskjutsenheten"]), count(&["--unit", "board"]), count(&["--unit", "company"])),
        (5, 5, 0)
    );
    assert_eq!((count(&["--activity", "skolskjuts"]), count(&["--activity", "elevhalsa"])), (5, 0));
    let wrong = todo(&workspace, &["--activity", "skolskjut"]).is(2).err;
    assert!(wrong.contains("there are: elevhalsa, elevhalsa/journal, skolskjuts"), "{wrong}");
}

#[test]
fn words_of_a_register_are_no_markup() {
    let workspace = Workspace::complete();
    workspace.edit(
        SCHOOL_TRANSPORT,
        "procedure: [En handläggare mäter vägen.]",
        "procedure: {unknown: \"<!-- 0 --> **nej** <script>\\n- [x] gjort\"}",
    );
    let list = todo(&workspace, &["--markdown"]).is(0).out;
    assert!(
        list.contains("  - Saknas: \\<!-- 0 --\\> \\*\\*nej\\*\\* \\<script\\> - \\[<!-- -->x\\] gjort (`"),
        "{list}"
    );
}

#[test]
fn ticks_are_kept_as_long_as_their_item_stands() {
    let workspace = with_a_fault_of_each_weight();
    let write = |more: &[&str]| todo(&workspace, &[&["--out", "lista.md"], more].concat());
    assert_eq!(write(&[]).is(0).out, "lista.md: 5 items, 0 ticked\n");
    workspace.write("lista.md", workspace.read("lista.md").replace("- [ ] ", "- [x] "));
    assert_eq!(write(&[]).is(0).out, "lista.md: 5 items, 5 ticked\n");
    workspace.edit(SCHOOL_TRANSPORT, "id: skolskjuts\n", "# En rad till.\nid: skolskjuts\n");
    workspace.edit(SCHOOL_TRANSPORT, "procedure: {unknown: inte frågat}", "procedure: {unknown: frågan är ställd}");
    assert_eq!(
        write(&["--lang", "da"]).is(0).out,
        "lista.md: 5 punkter, 4 krydset af\n",
        "lines and languages do not matter"
    );
}

#[test]
fn a_file_of_somebody_else_is_not_written_over() {
    let workspace = with_a_fault_of_each_weight();
    workspace.write("lista.md", "- [ ] Ring Anna\n");
    let write = |more: &[&str]| todo(&workspace, &[&["--out", "lista.md"], more].concat());
    assert!(write(&[]).is(3).err.contains("lista.md was not written by `ropa todo`"));
    assert_eq!(workspace.read("lista.md"), "- [ ] Ring Anna\n");
    write(&["--force"]).is(0);
    let ours = workspace.read("lista.md").replacen("- [ ] ", "- [x] ", 1) + "En egen anteckning.\n";
    workspace.write("lista.md", &ours);
    write(&[]).is(3);
    assert_eq!(workspace.read("lista.md"), ours, "a note by hand is not lost");
    assert_eq!(write(&["--force"]).is(0).out, "lista.md: 5 items, 1 ticked\n");
}

#[test]
fn the_list_stays_among_what_is_internal() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let refused = todo(&workspace, &["--out", "build/public/lista.md"]).is(3);
    assert!(refused.err.contains("published"), "{}", refused.err);
    fs::remove_file(workspace.path("ropa.toml")).unwrap();
    for own in ["ropa.toml", "registers/list.md", "registers/one-language/municipality.yaml"] {
        let refused = todo(&workspace, &["--force", "--out", own]).is(3);
        assert!(refused.err.contains("belongs to the registers or the settings"), "{}", refused.err);
    }
    assert!(todo(&workspace, &["--out", "."]).is(3).err.contains("not a file"));
    todo(&workspace, &["--out", "build/internal/lista.md"]).is(0);
    let list = workspace.read("build/internal/lista.md");
    workspace.build(&[]).is(0);
    workspace.build(&["--check"]).is(0);
    assert_eq!(workspace.read("build/internal/lista.md"), list);
    assert!(fs::exists(workspace.path("build/public/lista.md")).is_ok_and(|exists| !exists));
}
