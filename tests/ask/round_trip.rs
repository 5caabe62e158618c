//! From a form to an answer to YAML, for each kind of answer: only the value changes, comments and layout stay.

use serde_json::{Value, json};

use super::{FILE, answer, answer_to, complete, file, page, question, with};
use crate::support::Workspace;

/// A value that is asked about: the lines that are replaced, those that ask, the question, the answer, the lines after it.
struct Trip {
    from: &'static str,
    asks: &'static str,
    path: &'static str,
    says: &'static str,
    more: Value,
    to: &'static str,
}

const RECIPIENTS: &str = "recipients: [{to: taxibolaget, data: [identitet], why: hämta och lämna eleven}]\n";
const RETENTION: &str =
    "retention: [{of: [decisions], keep: 2 years, from: decision, then: weed, decision: nämndens plan}]\n";
const OBLIGATION: &str = "obligation: {kind: needed, consequence: kan vi inte pröva ansökan}\n";

fn trips() -> Vec<Trip> {
    vec![
        // A text.
        Trip {
            from: "  volume: ungefär 200 personer\n",
            asks: "  volume: {unknown: räknas i vår} # uppdateras\n",
            path: "administration/volume",
            says: "value",
            more: json!({ "texts": ["ungefär 250 elever: mest i årskurs 1"] }),
            to: "  volume: \"ungefär 250 elever: mest i årskurs 1\" # uppdateras\n",
        },
        // A day.
        Trip {
            from: "  review: 2027-06-01\n",
            asks: "  review: {unknown: inte planerad}\n",
            path: "administration/review",
            says: "value",
            more: json!({ "texts": ["2027-09-01"] }),
            to: "  review: 2027-09-01\n",
        },
        // Yes or no, with a gap on lines of its own.
        Trip {
            from: "  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n",
            asks: "  assessment:\n    screened: 2026-01-15\n    required:\n      unknown: utreds\n    advice: ombudet har inga invändningar\n",
            path: "administration/assessment/required",
            says: "value",
            more: json!({ "texts": ["Nej"] }),
            to: "  assessment:\n    screened: 2026-01-15\n    required: no\n    advice: ombudet har inga invändningar\n",
        },
        // A period, in Swedish.
        Trip {
            from: RETENTION,
            asks: "retention:\n  # planen\n  - of: [decisions]\n    keep: {unknown: planen skrivs om} # 2026\n    from: decision\n    then: weed\n    decision: nämndens plan\n",
            path: "retention/=decisions/keep",
            says: "value",
            more: json!({ "texts": ["två år"] }),
            to: "retention:\n  # planen\n  - of: [decisions]\n    keep: 2 years # 2026\n    from: decision\n    then: weed\n    decision: nämndens plan\n",
        },
        // Texts.
        Trip {
            from: "procedure: [En handläggare mäter vägen.]\n",
            asks: "procedure: {unknown: inte frågat}\n",
            path: "procedure",
            says: "value",
            more: json!({ "texts": ["En handläggare mäter vägen.", "Rektorn får besked, om det behövs."] }),
            to: "procedure: [En handläggare mäter vägen., \"Rektorn får besked, om det behövs.\"]\n",
        },
        // Codes of the vocabulary, a record of the register, own words; something is still missing.
        Trip {
            from: RECIPIENTS,
            asks: "recipients: {unknown: {sv: inte uppräknade}}\n",
            path: "recipients",
            says: "value",
            more: json!({ "texts": ["taxibolaget som kör skolskjutsen", "skolan"], "partial": true }),
            to: "recipients: [taxibolaget, skolan, {unknown: {sv: inte uppräknade}}]\n",
        },
        // A reference.
        Trip {
            from: "processors: [molnet]\n",
            asks: "processors: {unknown: upphandlas}\n",
            path: "processors",
            says: "value",
            more: json!({ "texts": ["Molnet AB"] }),
            to: "processors: [molnet]\n",
        },
        // A record in parts.
        Trip {
            from: OBLIGATION,
            asks: "obligation: {unknown: utreds}\n",
            path: "obligation",
            says: "value",
            more: json!({ "records": [{ "kind": ["needed"], "consequence": ["kan vi inte pröva ansökan"] }] }),
            to: "obligation: [{kind: needed, consequence: kan vi inte pröva ansökan}]\n",
        },
        Trip {
            from: RETENTION,
            asks: "retention: {unknown: planen skrivs om}\n",
            path: "retention",
            says: "value",
            more: json!({ "records": [{ "of": ["ansökan om skolskjuts"], "keep": ["2 år"], "from": ["beslutet"], "then": ["gallras"] }] }),
            to: "retention: [{of: ansökan om skolskjuts, keep: 2 years, from: beslutet, then: weed}]\n",
        },
        // There is none.
        Trip {
            from: "transfers: none\n",
            asks: "",
            path: "transfers",
            says: "none",
            more: json!({}),
            to: "transfers: none\n",
        },
        // Not known, in place of another reason; the sentence for the public stays.
        Trip {
            from: "procedure: [En handläggare mäter vägen.]\n",
            asks: "procedure: {unknown: inte frågat, say: Vi beskriver arbetet senare.} # sent\n",
            path: "procedure",
            says: "unknown",
            more: json!({ "because": "rutinen beslutas i maj" }),
            to: "procedure: {unknown: rutinen beslutas i maj, say: Vi beskriver arbetet senare.} # sent\n",
        },
    ]
}

/// The file with the lines that ask, and what becomes of it.
#[track_caller]
fn answered(trip: &Trip, more: &[&str]) -> (Workspace, String) {
    let workspace = with(&[(trip.from, trip.asks)]);
    let before = workspace.read(FILE);
    let asked = question(&page(&workspace, &[&["--role", "lawyer"], more].concat()), trip.path);
    let run = answer(&workspace, &file(&[answer_to(&asked, trip.says, trip.more.clone())]), &["--write"]);
    assert_eq!(run.code, Some(0), "{}: {}{}", trip.path, run.out, run.err);
    (workspace, before)
}

#[test]
fn every_kind_of_answer_changes_its_value_and_nothing_else() {
    for trip in trips() {
        let (workspace, before) = answered(&trip, &[]);
        let after = workspace.read(FILE);
        let key = trip.path.split('/').next().unwrap();
        let reviewed = format!("  reviewed: {{on: 2026-11-21, role: enhetschefen, about: [{key}]}}\n");
        assert_eq!(after.matches(&reviewed).count(), 1, "{after}");
        let meant = match trip.asks {
            "" => {
                assert!(after.contains(&format!("\n{}", trip.to)), "{after}");
                after.replace(&reviewed, "").replacen(trip.to, "", 1)
            }
            asks => {
                assert_eq!(after.replace(&reviewed, ""), before.replace(asks, trip.to), "{}", trip.path);
                before.clone()
            }
        };
        assert_eq!(meant, before);
        let found = workspace.check();
        assert!(!found.out.contains("error["), "{}", found.out);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let workspace = with(&[("transfers: none\n", "transfers: {unknown: inte undersökt}\n")]);
    let dos = format!("\u{FEFF}{}", workspace.read(FILE).replace('\n', "\r\n"));
    workspace.write(FILE, &dos);
    let asked = question(&page(&workspace, &[]), "transfers");
    answer(&workspace, &file(&[answer_to(&asked, "none", json!({}))]), &["--write"]).is(0);
    let after = workspace.read(FILE);
    assert!(after.starts_with('\u{FEFF}') && after.matches('\n').count() == after.matches("\r\n").count());
    assert!(after.contains("\r\ntransfers: none\r\n"));
}

/// What becomes of lines of the activity when a review takes items away and adds others.
fn reviewed(key: &str, from: &str, lines: &str, without: &[&str], texts: &[&str]) -> String {
    let workspace = with(&[(from, lines)]);
    let page = page(&workspace, &["--review", "--role", "lawyer"]);
    let asked = question(&page, key);
    let (_, of_question) = page.split_once(&format!("data-id=\"{}\"", asked.0.replace('/', "&#x2f;"))).unwrap();
    let name = |words: &str| {
        let (before, _) = of_question.split_once(&format!("<span>{words}")).unwrap();
        let (_, name) = before.rsplit_once("data-item=\"").unwrap();
        name.split('"').next().unwrap().to_owned()
    };
    let without: Vec<String> = without.iter().map(|words| name(words)).collect();
    let answers = file(&[answer_to(&asked, "value", json!({ "texts": texts, "without": without }))]);
    let run = answer(&workspace, &answers, &["--write"]);
    let after = workspace.read(FILE);
    let before = complete().read(FILE);
    let (head, tail) = before.split_once(from).unwrap();
    let tail = tail.split_once("administration:").unwrap().0;
    let inside = after.split_once("administration:").unwrap().0.strip_prefix(head);
    let inside = inside.and_then(|rest| rest.strip_suffix(tail));
    format!("{}{}", if run.code == Some(0) { "" } else { "! " }, inside.unwrap_or_else(|| panic!("{after}")))
}

#[test]
fn items_of_a_list_go_and_come() {
    const REMARKS: &str = "procedure: [En handläggare mäter vägen.]\n";
    let is = |lines: &str, without: &[&str], texts: &[&str], to: &str| {
        assert_eq!(reviewed("procedure", REMARKS, lines, without, texts), to);
    };
    is("procedure: [a b, c d]\n", &["a b"], &[], "procedure: [c d]\n");
    is("procedure: [a b, c d]\n", &["c d"], &["e, f"], "procedure: [a b, \"e, f\"]\n");
    is("procedure: a b # x\n", &[], &["c d"], "procedure: [a b, c d] # x\n");
    is(
        "procedure:\n  # first\n  - a b\n  - c d\n# end\n",
        &["c d"],
        &["e f", "g: h"],
        "procedure:\n  # first\n  - a b\n  - e f\n  - \"g: h\"\n# end\n",
    );
    is("procedure:\n- a b # why\n- c d # here\n", &[], &["e f"], "procedure:\n- a b # why\n- c d # here\n- e f\n");
    is("procedure: [a b]\n", &["a b"], &["c d"], "procedure: [c d]\n");
    // The comment on a line would be lost.
    is("procedure:\n- a b # why\n- c d\n", &["a b"], &[], "! procedure:\n- a b # why\n- c d\n");
}

#[test]
fn records_in_a_list_stay_as_they_are_when_others_come() {
    const SYSTEMS: &str = "systems: [{system: planeraren, does: planera turer}]\n";
    let after = reviewed("systems", SYSTEMS, SYSTEMS, &[], &["Ensamma systemet"]);
    assert_eq!(after, "systems: [{system: planeraren, does: planera turer}, without-supplier]\n");
}

#[test]
fn several_answers_are_written_together() {
    let workspace = with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("procedure: [En handläggare mäter vägen.]\n", "procedure: {unknown: inte frågat}\n"),
        ("  volume: ungefär 200 personer\n", "  volume: {unknown: räknas i vår}\n"),
    ]);
    let page = page(&workspace, &[]);
    let asked = |path: &str| question(&page, path);
    let answers = [
        answer_to(&asked("transfers"), "none", json!({})),
        answer_to(&asked("procedure"), "value", json!({ "texts": ["Rektorn får besked."] })),
        answer_to(&asked("administration/volume"), "unknown", json!({ "because": "systemet saknar siffran" })),
    ];
    let run = answer(&workspace, &file(&answers), &["--write"]).is(0);
    assert!(run.out.ends_with("one-language: 3 answers written\n"), "{}", run.out);
    let after = workspace.read(FILE);
    for line in [
        "\ntransfers: none\n",
        "\nprocedure: [Rektorn får besked.]\n",
        "\n  volume: {unknown: systemet saknar siffran}\n",
        "about: [administration, procedure, transfers]}\n",
    ] {
        assert!(after.contains(line), "{line}{after}");
    }
}

#[test]
fn a_shared_record_is_answered_too() {
    const PARTIES: &str = "registers/one-language/shared/parties.yaml";
    let workspace = Workspace::complete();
    workspace.edit(
        PARTIES,
        "    name: Molnet AB\n    country: SE\n",
        "    name: Molnet AB\n    country: {unknown: frågat i mars}\n",
    );
    let asked = question(&page(&workspace, &[]), "processors/molnet/country");
    answer(&workspace, &file(&[answer_to(&asked, "value", json!({ "texts": ["Danmark"] }))]), &["--write"]).is(0);
    assert!(workspace.read(PARTIES).contains("    name: Molnet AB\n    country: DK\n"), "{}", workspace.read(PARTIES));
}
