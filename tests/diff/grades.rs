//! One edit each on a small register, with its grade by law, in both directions.

use ropa::internals::diff::grade::Grade::{self, Breaking, Editorial, Material, Minor};

use super::compared;
use crate::support::{Tree, fixture, tree};

const S: &str = "one-language/activities/skolskjuts.yaml";
const E: &str = "one-language/activities/elevhalsa.yaml";
const J: &str = "one-language/activities/elevhalsa-journal.yaml";
const M: &str = "one-language/municipality.yaml";
const P: &str = "one-language/shared/parties.yaml";
const T: &str = "one-language/shared/texts.yaml";
const N: &str = "one-language/notices/skola.yaml";

/// File, old text, new text; kind and grade of the change in each direction.
type Edit = (&'static str, &'static str, &'static str, (&'static str, Grade), (&'static str, Grade));

const EDITS: &[Edit] = &[
    // Purposes
    (
        S,
        "examples: [turlistor]}",
        "examples: [turlistor]}\n  - följa upp kostnaderna för resorna",
        ("purpose-added", Breaking),
        ("purpose-removed", Material),
    ),
    (
        S,
        "what: pröva rätten till skolskjuts",
        "what: pröva rätten till skolskjuts och kontrollera folkbokföringen",
        ("purpose-reworded", Breaking),
        ("purpose-narrowed", Material),
    ),
    // A word of a purpose is a fact, however it is spelt.
    (
        S,
        "pröva rätten till skolskjuts",
        "pröva rätten till skolsjkuts",
        ("purpose-reworded", Breaking),
        ("purpose-reworded", Breaking),
    ),
    (S, "what: planera resorna", "what: Planera resorna.", ("punctuation", Editorial), ("punctuation", Editorial)),
    (
        S,
        "Elever som har rätt till skolskjuts",
        "Elever som har rätt till skolsjkuts",
        ("told-otherwise", Editorial),
        ("spelling", Editorial),
    ),
    (S, "items: [önskad hållplats]", "items: [önskad hållplat]", ("data-added", Material), ("data-added", Material)),
    (
        S,
        "examples: [turlistor]}",
        "examples: [turlistor], when: vid längre resor}",
        ("purpose-limited", Material),
        ("purpose-unlimited", Breaking),
    ),
    (
        S,
        "examples: [turlistor]}",
        "examples: [turlistor], further: yes}",
        ("purpose-further", Breaking),
        ("purpose-detail", Minor),
    ),
    (S, "examples: [turlistor]", "examples: [turlistor, kartor]", ("purpose-detail", Minor), ("purpose-detail", Minor)),
    (
        S,
        "examples: [turlistor]}",
        "examples: [turlistor], data: [identitet]}",
        ("purpose-uses-less", Minor),
        ("purpose-uses-all", Breaking),
    ),
    (
        S,
        "examples: [turlistor]}",
        "examples: [turlistor], subjects: [pupil]}",
        ("purpose-uses-less", Minor),
        ("purpose-uses-all", Breaking),
    ),
    // Legal bases
    (S, "basis: [public-interest]", "basis: [consent]", ("basis-changed", Breaking), ("basis-changed", Breaking)),
    (
        S,
        "basis: [public-interest]",
        "basis: [public-interest, legal-obligation]",
        ("basis-changed", Breaking),
        ("basis-changed", Breaking),
    ),
    (
        S,
        "basis: [public-interest]",
        "basis: [official-authority]",
        ("basis-variant", Material),
        ("basis-variant", Material),
    ),
    (
        S,
        "law: skollagen (2010:800) 10 kap. 32 §",
        "law: skollagen (2010:800) 10 kap. 33 §",
        ("law-corrected", Minor),
        ("law-corrected", Minor),
    ),
    (S, "law: skollagen (2010:800) 10 kap. 32 §\n", "", ("basis-law-removed", Material), ("law-corrected", Minor)),
    // Who is responsible
    (S, "controller: board", "controller: company", ("controller-changed", Breaking), ("controller-changed", Breaking)),
    (
        M,
        "name: Utbildningsnämnden",
        "name: Barn- och ungdomsnämnden",
        ("controller-renamed", Material),
        ("controller-renamed", Material),
    ),
    (
        M,
        "email: namnden@example.org",
        "email: ubn@example.org",
        ("contact-changed", Material),
        ("contact-changed", Material),
    ),
    (
        M,
        "email: dso@example.org",
        "email: ombud@example.org",
        ("officer-changed", Material),
        ("officer-changed", Material),
    ),
    (
        M,
        "tasks: [kontrollerar att kommunen följer dataskyddsförordningen]",
        "tasks: [ger råd till nämnderna]",
        ("officer-tasks", Minor),
        ("officer-tasks", Minor),
    ),
    (S, "unit: skolskjutsenheten\n", "", ("office", Editorial), ("office", Editorial)),
    (
        S,
        "subjects: [",
        "joint: {with: [Grannkommunen], essence: vi svarar båda}\nsubjects: [",
        ("joint-changed", Material),
        ("joint-changed", Material),
    ),
    (
        S,
        "subjects: [",
        "delegated: [{to: Grannkommunen, what: planerar resorna}]\nsubjects: [",
        ("task-moved", Breaking),
        ("task-returned", Material),
    ),
    (S, "subjects: [", "record: processor\nsubjects: [", ("role-changed", Breaking), ("role-changed", Breaking)),
    (
        S,
        "subjects: [",
        "record: controller\nsubjects: [",
        ("default-written", Editorial),
        ("default-written", Editorial),
    ),
    (M, "form: company", "form: federation", ("controller-form", Breaking), ("controller-form", Breaking)),
    // Data subjects and data
    (
        S,
        "subjects: [pupil,",
        "subjects: [pupil, employee,",
        ("subjects-vulnerable", Breaking),
        ("subjects-removed", Minor),
    ),
    (S, "subjects: [pupil,", "subjects: [pupil, neighbour,", ("subjects-added", Material), ("subjects-removed", Minor)),
    (
        S,
        "items: [name, national-id, address]",
        "items: [name, national-id, address, phone]",
        ("data-added", Material),
        ("data-removed", Minor),
    ),
    (
        S,
        "items: [name, national-id, address]",
        "items: [name, national-id, address, health-data]",
        ("data-special", Breaking),
        ("data-removed", Minor),
    ),
    (
        S,
        "items: [önskad hållplats]",
        "items: [önskad hållplats, allergier]",
        ("data-special", Breaking),
        ("data-removed", Minor),
    ),
    (
        E,
        "items: [name, phone]",
        "items: [name, phone, national-id]",
        ("data-national-id", Material),
        ("data-removed", Minor),
    ),
    (J, "code: care", "code: social-law", ("exception-changed", Breaking), ("exception-changed", Breaking)),
    (J, ", safeguard: tystnadsplikt", "", ("exception-safeguard", Material), ("exception-safeguard", Material)),
    (
        S,
        "examples: [hållplatsen vid affären]",
        "examples: [hållplatsen vid affären, torget]",
        ("data-detail", Minor),
        ("data-detail", Minor),
    ),
    // Sources and recipients
    (S, "sources: [guardian,", "sources: [guardian, tax-agency,", ("source-added", Material), ("source-detail", Minor)),
    (
        E,
        "sources: [pupil]",
        "sources: [pupil, data-subject]",
        ("source-added", Material),
        ("collection-changed", Material),
    ),
    (
        S,
        "why: hämta och lämna eleven}]",
        "why: hämta och lämna eleven}, försäkringsbolaget]",
        ("recipient-added", Material),
        ("recipient-removed", Minor),
    ),
    (
        S,
        "recipients: [{",
        "recipients: [skolskjutsenheten, {",
        ("recipient-internal", Minor),
        ("recipient-internal", Minor),
    ),
    (
        S,
        "recipients: [{to: taxibolaget, data: [identitet]",
        "recipients: [{to: taxibolaget, data: [identitet, onskemal]",
        ("recipient-gets-more", Material),
        ("recipient-detail", Minor),
    ),
    (
        S,
        "why: hämta och lämna eleven}",
        "why: hämta och lämna eleven, when: på vintern}",
        ("recipient-detail", Minor),
        ("recipient-terms", Material),
    ),
    (
        P,
        "taxibolaget: {name: taxibolaget som kör skolskjutsen, kind: company}",
        "taxibolaget: {name: taxibolaget som kör skolskjutsen, kind: company, country: US}",
        ("recipient-third-country", Breaking),
        ("recipient-detail", Minor),
    ),
    (
        S,
        "recipients: [{to: taxibolaget, data: [identitet], ",
        "recipients: [{to: taxibolaget, ",
        ("recipient-unlimited", Material),
        ("recipient-limited", Minor),
    ),
    // Another name may be another party.
    (
        P,
        "name: taxibolaget som kör skolskjutsen",
        "name: försäkringsbolaget",
        ("recipient-named-otherwise", Material),
        ("recipient-named-otherwise", Material),
    ),
    (
        P,
        "{name: elevregistret}",
        "{name: folkbokföringen}",
        ("source-named-otherwise", Material),
        ("source-named-otherwise", Material),
    ),
    // Processors, systems, transfers
    (E, "processors: none", "processors: [molnet]", ("processor-added", Material), ("processor-removed", Minor)),
    (
        E,
        "processors: none",
        "processors: [american]",
        ("processor-third-country", Breaking),
        ("processor-removed", Minor),
    ),
    (
        S,
        "processors: [molnet]",
        "processors: [american]",
        ("processor-third-country", Breaking),
        ("processor-added", Material),
    ),
    (E, "systems: none", "systems: [planeraren]", ("system-replaced", Minor), ("system-replaced", Minor)),
    (P, "hosted-in: SE", "hosted-in: US", ("processor-moved-third-country", Breaking), ("processor-detail", Minor)),
    (P, "hosted-in: SE", "hosted-in: FI", ("processor-detail", Minor), ("processor-detail", Minor)),
    (
        P,
        "date: 2025-06-01, reference: UBN 2025/1, ends: 2029-05-31",
        "date: 2025-06-01, reference: UBN 2025/1, ends: 2031-05-31",
        ("agreement", Minor),
        ("agreement", Minor),
    ),
    (
        P,
        "does: [drift, support]\n    sub-processors: none",
        "does: [drift, support]\n    sub-processors: [{name: Lagret AB, country: FI}]",
        ("sub-processor", Minor),
        ("sub-processor", Minor),
    ),
    (
        P,
        "does: [drift, support]\n    sub-processors: none",
        "does: [drift, support]\n    sub-processors: [{name: Lagret AB}]",
        ("sub-processor-unstated", Material),
        ("sub-processor", Minor),
    ),
    (
        S,
        "processors: [molnet]",
        "processors: [unstated]",
        ("processor-unstated", Material),
        ("processor-added", Material),
    ),
    (
        P,
        "does: [drift, support]\n    sub-processors: none",
        "does: [drift, support]\n    sub-processors: [{name: Storage Inc., country: US}]",
        ("sub-processor-third-country", Material),
        ("sub-processor", Minor),
    ),
    (
        P,
        "name: Molnet AB\n    country: SE",
        "name: Molnet AB\n    country: SE\n    owner-country: US",
        ("processor-owner", Minor),
        ("processor-owner", Minor),
    ),
    (
        S,
        "transfers: none",
        "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, copy: kontakta ombudet}]",
        ("transfer-third-country", Breaking),
        ("transfer-ended", Minor),
    ),
    (S, "transfers: none\n", "", ("none-stated", Minor), ("none-stated", Minor)),
    // Retention
    (S, "keep: 2 years", "keep: 5 years", ("retention-longer", Material), ("retention-shorter", Minor)),
    (S, "keep: 2 years", "keep: permanent", ("retention-longer", Material), ("retention-shorter", Minor)),
    (S, "keep: 2 years", "keep: 24 months", ("retention-same", Editorial), ("retention-same", Editorial)),
    (S, "keep: 2 years", "keep: 700 days", ("retention-shorter", Minor), ("retention-longer", Material)),
    (
        S,
        "keep: 2 years, from: decision, ",
        "from: decision, ",
        ("retention-vague", Material),
        ("retention-row", Material),
    ),
    (
        S,
        "from: decision",
        "from: {event: decision, rounding: end-of-year}",
        ("retention-start", Material),
        ("retention-starts-earlier", Minor),
    ),
    (S, "from: decision", "from: leaves-school", ("retention-start", Material), ("retention-start", Material)),
    (S, "then: weed", "then: archive", ("retention-archived", Material), ("retention-then", Minor)),
    (
        S,
        "decision: nämndens plan",
        "decision: dokumenthanteringsplanen 2026",
        ("retention-detail", Minor),
        ("retention-detail", Minor),
    ),
    (
        E,
        "then: archive}]",
        "then: archive}, {of: [decisions], keep: 3 years, from: decision, then: weed}]",
        ("retention-row", Material),
        ("retention-row", Material),
    ),
    // Automated decisions, obligation, rights
    (
        S,
        "automated: none",
        "automated: [{decision: beviljar skolskjuts}]",
        ("automated-changed", Breaking),
        ("automated-removed", Material),
    ),
    (
        E,
        "obligation: voluntary",
        "obligation: statutory",
        ("obligation-changed", Material),
        ("obligation-eased", Minor),
    ),
    (
        M,
        "how: [skriv till kommun@example.org]",
        "how: [använd e-tjänsten]",
        ("rights-changed", Material),
        ("rights-changed", Material),
    ),
    // Internal fields
    (S, "measures: [mfa,", "measures: [", ("measures-weakened", Material), ("measures", Minor)),
    (S, "required: no", "required: yes", ("assessment-required", Material), ("administration", Minor)),
    (S, "confidentiality: 2", "confidentiality: 3", ("class-raised", Minor), ("administration", Minor)),
    (S, "reference: UBN 2025/7", "reference: UBN 2026/1", ("office", Editorial), ("office", Editorial)),
    (
        S,
        "notes: {text: Rutinen ses över varje höst.,",
        "notes: {text: Rutinen ses över varje vår.,",
        ("note", Editorial),
        ("note", Editorial),
    ),
    (S, "subjects: [pupil,", "open: [data]\nsubjects: [pupil,", ("list-opened", Material), ("other", Minor)),
    (
        T,
        "Vi prövar först om de omfattas av sekretess.",
        "Vi lämnar ut dem samma dag.",
        ("text-changed", Material),
        ("text-changed", Material),
    ),
    // Gaps
    (S, "transfers: none", "transfers: {unknown: utreds}", ("none-doubted", Material), ("gap-told", Minor)),
    (S, "basis: [public-interest]", "basis: {unknown: utreds}", ("basis-lost", Breaking), ("gap-filled", Material)),
    (S, "required: no", "required: {unknown: utreds}", ("gap-filled-internal", Minor), ("gap-filled-internal", Minor)),
    (
        E,
        "keep: 10 years, from: leaves-school, then: archive}]",
        "keep: 10 years, from: leaves-school, then: archive}, {unknown: övriga utreds}]",
        ("gap-told", Minor),
        ("gap-told", Minor),
    ),
    (E, "sources: [pupil]", "sources: {unknown: utreds}", ("gap-opened", Material), ("gap-filled", Material)),
    // Activities, notices
    (S, "subjects: [", "status: planned\nsubjects: [", ("other", Minor), ("activity-begins", Material)),
    (S, "subjects: [", "status: ended\nsubjects: [", ("activity-ends", Material), ("activity-begins", Material)),
    (
        S,
        "Elever i fristående skolor omfattas också.",
        "Också elever i fristående skolor kan få skolskjuts.",
        ("told-otherwise", Editorial),
        ("told-otherwise", Editorial),
    ),
    (
        N,
        "activities: [skolskjuts, elevhalsa]",
        "activities: [elevhalsa]",
        ("notice-removed", Material),
        ("notice-covers-more", Minor),
    ),
    (N, "updated: 2026-11-01", "updated: 2026-11-15", ("shown-otherwise", Editorial), ("shown-otherwise", Editorial)),
];

fn edited(files: &Tree, (file, from, to, ..): Edit) -> Tree {
    let mut files = files.clone();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "`{from}` in {file}");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

/// The change with the highest grade, and the number of changes.
fn heaviest(before: &Tree, after: &Tree) -> (String, Grade, usize) {
    let compared = compared(before, after, "one-language");
    let count = compared.changes.len();
    let graded = compared.changes.into_iter().max_by_key(|graded| graded.grade).unwrap();
    (graded.code.to_owned(), graded.grade, count)
}

#[test]
fn each_edit_has_the_grade_of_the_law_there_and_back() {
    let before = tree(&fixture("laws/complete/registers"));
    let mut wrong = Vec::new();
    for edit in EDITS {
        let after = edited(&before, *edit);
        for (way, found, wanted) in
            [("there", heaviest(&before, &after), edit.3), ("back", heaviest(&after, &before), edit.4)]
        {
            if (found.0.as_str(), found.1) != wanted || found.2 > 2 {
                wrong.push(format!("{way}: `{}` to `{}`: {wanted:?}, but found {found:?}", edit.1, edit.2));
            }
        }
    }
    assert!(EDITS.len() >= 40 && wrong.is_empty(), "{}", wrong.join("\n"));
}

/// File, text of the fixture and of the version before; old and new text; kind and grade.
type Second = (&'static str, (&'static str, &'static str), (&'static str, &'static str), (&'static str, Grade));

const SECOND: &[Second] = &[
    (
        P,
        ("kind: company}", "kind: company, formerly: [taxibolaget som kör skolskjutsen]}"),
        ("name: taxibolaget som kör skolskjutsen", "name: Taxi AB"),
        ("party-renamed", Minor),
    ),
    (
        S,
        ("automated: none", "automated: [{decision: beviljar skolskjuts, review: skriv till nämnden}]"),
        (", review: skriv till nämnden", ""),
        ("automated-review-dropped", Breaking),
    ),
    (S, ("transfers: none", TRANSFER), (COPY, "copy: kontakta ombudet"), ("transfer-unlimited", Breaking)),
    (
        S,
        ("transfers: none", TRANSFER),
        ("tool: standard-clauses, module: 2", "tool: {unknown: utreds}"),
        ("basis-lost", Breaking),
    ),
    (
        J,
        ("  - items: [health-data]\n", "  - items: [health-data]\n    about: [pupil]\n"),
        ("about: [pupil]", "about: [pupil, guardian]"),
        ("data-special-about", Breaking),
    ),
    (
        S,
        ("volume: ungefär 200 personer", "volume: ungefär 200 personer\n  cameras: [{address: Torget 1}]"),
        ("{address: Torget 1}", "{address: Torget 1, sound: yes}"),
        ("camera-sound", Breaking),
    ),
    (
        S,
        ("required: no", "required: {unknown: utreds}"),
        ("required: {unknown: utreds}", "required: yes"),
        ("assessment-required", Material),
    ),
];

/// What was found too mild: data that go where they did not go, sources of a category, translations of facts, periods of
/// data that do not rest on consent.
const MOVED: &[Second] = &[
    (
        S,
        ("transfers: none", TRANSFER),
        (
            "items: [name, national-id, address], justification: säker identifiering}\n  - {id: onskemal, items: [önskad hållplats]",
            "items: [name, national-id, address, önskad hållplats], justification: säker identifiering}\n  - {id: onskemal, items: [karta]",
        ),
        ("data-transferred", Breaking),
    ),
    (
        S,
        ("items: [önskad hållplats]", "items: [önskad hållplats, phone]"),
        ("items: [name, national-id, address]", "items: [name, national-id, address, phone]"),
        ("data-disclosed", Material),
    ),
    (
        S,
        ("transfers: none", TRANSFER),
        ("items: [name, national-id, address]", "items: [name, national-id, address, phone]"),
        ("data-added-transferred", Breaking),
    ),
    (
        S,
        ("id: onskemal, ", "id: onskemal, from: [guardian], "),
        ("from: [guardian]", "from: [tax-agency]"),
        ("collection-changed", Material),
    ),
    (
        S,
        ("id: onskemal, ", "id: onskemal, from: [tax-agency], "),
        ("from: [tax-agency], ", ""),
        ("source-unlimited", Material),
    ),
    (
        S,
        ("planera resorna, ", "planera resorna, data: [onskemal], basis: [consent], "),
        ("{of: [decisions], keep: 2 years", "{of: [decisions], keep: 3 years"),
        ("retention-longer-consent", Breaking),
    ),
];

#[test]
fn data_that_move_and_sources_of_a_category_have_the_grade_of_the_law() {
    let files = tree(&fixture("laws/complete/registers"));
    let none = ("", Minor);
    let mut wrong = Vec::new();
    for (file, first, (from, to), (code, grade)) in MOVED {
        let before = edited(&files, (file, first.0, first.1, none, none));
        let after = edited(&before, (file, from, to, none, none));
        let found = compared(&before, &after, "one-language").changes;
        let found: Vec<_> = found.iter().map(|graded| (graded.code, graded.grade)).collect();
        if !found.contains(&(code, *grade)) {
            wrong.push(format!("`{from}` to `{to}`: {code} {grade:?}, but found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_longer_period_of_data_that_do_not_rest_on_consent_is_not_breaking() {
    let files = tree(&fixture("laws/complete/registers"));
    let none = ("", Minor);
    let basis = ("planera resorna, ", "planera resorna, data: [onskemal], basis: [consent], ");
    let of_data = |group: &str| format!("retention: [{{of: [decisions], data: [{group}], keep: 2 years");
    for (group, wanted) in [("identitet", "retention-longer"), ("onskemal", "retention-longer-consent")] {
        let before = edited(&files, (S, basis.0, basis.1, none, none));
        let text = String::from_utf8(before[S].clone()).unwrap();
        let mut before = before;
        before.insert(
            S.to_owned(),
            text.replace("retention: [{of: [decisions], keep: 2 years", &of_data(group)).into_bytes(),
        );
        let after = edited(&before, (S, "keep: 2 years", "keep: 5 years", none, none));
        assert_eq!(heaviest(&before, &after).0, wanted, "{group}");
    }
}

#[test]
fn a_translation_that_alters_a_fact_is_asked_about() {
    let before = tree(&fixture("laws/complete/registers"));
    let file = "two-languages/activities/skolskjuts.yaml";
    let codes = |edits: &[(&str, &str)]| {
        let mut after = before.clone();
        let text = String::from_utf8(after[file].clone()).unwrap();
        let text = edits.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        after.insert(file.to_owned(), text.into_bytes());
        let changes = compared(&before, &after, "two-languages").changes;
        changes.iter().map(|graded| (graded.code, graded.grade)).collect::<Vec<_>>()
    };
    let english = ("en: deciding on the right to transport", "en: deciding on the right to transport and aid");
    assert_eq!(codes(&[english]), [("translation-of-fact", Material)]);
    let swedish = ("sv: pröva rätten till skolskjuts", "sv: pröva rätten till skolskjuts och stöd");
    assert_eq!(codes(&[swedish, english]), [("translation", Editorial), ("purpose-reworded", Breaking)]);
    let punctuation = ("en: deciding on the right to transport", "en: Deciding on the right to transport.");
    assert_eq!(codes(&[punctuation]), [("punctuation", Editorial)]);
}

#[test]
fn a_processor_that_the_notice_names_makes_it_new_when_it_goes() {
    let before = tree(&fixture("laws/complete/registers"));
    let after = edited(&before, (S, "processors: [molnet]", "processors: none", ("", Minor), ("", Minor)));
    assert_eq!(compared(&before, &after, "one-language").publish, ["skola"]);
}

const COPY: &str = "copy: kontakta ombudet, data: [identitet]";
const TRANSFER: &str = "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, copy: kontakta ombudet, data: [identitet]}]";

#[test]
fn each_edit_of_an_edited_register_has_the_grade_of_the_law() {
    let files = tree(&fixture("laws/complete/registers"));
    let none = ("", Minor);
    let mut wrong = Vec::new();
    for (file, first, (from, to), wanted) in SECOND {
        let before = edited(&files, (file, first.0, first.1, none, none));
        let after = edited(&before, (file, from, to, none, none));
        let (code, grade, _) = heaviest(&before, &after);
        if (code.as_str(), grade) != *wanted {
            wrong.push(format!("`{from}` to `{to}`: {wanted:?}, but found {code} {grade:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_translation_is_no_change_of_the_text() {
    let before = tree(&fixture("laws/complete/registers"));
    let file = "two-languages/activities/skolskjuts.yaml";
    let text = String::from_utf8(before[file].clone()).unwrap();
    let (from, to) = ("en: School transport", "en: Transport to and from school");
    assert!(text.contains(from), "{text}");
    let mut after = before.clone();
    after.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    let compared = compared(&before, &after, "two-languages");
    let codes: Vec<_> = compared.changes.iter().map(|graded| (graded.code, graded.grade)).collect();
    assert_eq!(codes, [("translation", Editorial)]);
}

#[test]
fn the_order_of_parts_and_controllers_is_wording() {
    let files = tree(&fixture("laws/complete/registers"));
    let second = |text: &str| format!("{}\n{text}", String::from_utf8(files[S].clone()).unwrap()).into_bytes();
    for (before, after) in [
        ("parts: [elevhalsa/a, elevhalsa/b]", "parts: [elevhalsa/b, elevhalsa/a]"),
        (
            "controllers: [board, {controller: company, differs: [x]}]",
            "controllers: [{controller: company, differs: [x]}, board]",
        ),
        ("parts: [elevhalsa/a, elevhalsa/b, x]", "parts: [elevhalsa/b, elevhalsa/a]"),
    ] {
        let mut sides = [before, after].map(|text| {
            let mut side = files.clone();
            side.insert(S.to_owned(), second(text));
            side
        });
        let [before, after] = &mut sides;
        let codes: Vec<_> = compared(before, after, "one-language").changes.iter().map(|graded| graded.code).collect();
        assert!(codes.contains(&"reordered"), "{codes:?}");
        let graded = compared(before, after, "one-language").changes;
        assert!(graded.iter().all(|graded| graded.code != "reordered" || graded.grade == Editorial));
    }
}

#[test]
fn a_rule_that_names_no_data_is_not_about_data_that_rest_on_consent_and_have_their_own() {
    let files = tree(&fixture("laws/complete/registers"));
    let edit = |files: &Tree, from, to| edited(files, (S, from, to, ("", Minor), ("", Minor)));
    let basis = edit(&files, "planera resorna, ", "planera resorna, data: [onskemal], basis: [consent], ");
    let own =
        "retention: [{of: [other-records], data: [onskemal], keep: 1 year, from: decision, then: weed}, {of: [dec";
    let before = edit(&basis, "retention: [{of: [dec", own);
    let after = edit(&before, "keep: 2 years", "keep: 5 years");
    assert_eq!(heaviest(&before, &after), ("retention-longer".into(), Material, 1));
    let after = edit(&before, "keep: 1 year", "keep: 5 years");
    assert_eq!(heaviest(&before, &after), ("retention-longer-consent".into(), Breaking, 1));
}

#[test]
fn consent_makes_a_longer_period_breaking() {
    let files = tree(&fixture("laws/complete/registers"));
    let before = edited(&files, (S, "basis: [public-interest]", "basis: [consent]", ("", Minor), ("", Minor)));
    let after = edited(&before, (S, "keep: 2 years", "keep: 3 years", ("", Minor), ("", Minor)));
    assert_eq!(heaviest(&before, &after), ("retention-longer-consent".into(), Breaking, 1));
}

#[test]
fn a_shared_party_and_a_whole_name_whom_they_touch() {
    let files = tree(&fixture("laws/complete/registers"));
    let touched = |edit: Edit| {
        let graded = compared(&files, &edited(&files, edit), "one-language").changes.remove(0);
        (
            graded.touched.activities.iter().cloned().collect::<Vec<_>>(),
            graded.touched.notices.iter().cloned().collect::<Vec<_>>(),
        )
    };
    let none = ("", Minor);
    let (activities, notices) = touched((P, "hosted-in: SE", "hosted-in: FI", none, none));
    assert_eq!((activities, notices), (vec!["skolskjuts".to_owned()], vec!["skola".to_owned()]));
    let (activities, _) = touched((E, "subjects: [pupil]", "subjects: [pupil, guardian]", none, none));
    assert_eq!(activities, ["elevhalsa", "elevhalsa/journal"]);
    let (activities, _) = touched((E, "title: Elevhälsa", "title: Elevhälsan", none, none));
    assert_eq!(activities, ["elevhalsa"]);
}

#[test]
fn a_register_decides_a_grade_with_its_reason() {
    let files = tree(&fixture("laws/complete/registers"));
    let none = ("", Minor);
    let after = edited(&files, (S, "what: planera resorna", "what: lägga upp turerna", none, none));
    let config = "[[diff.grade]]\nchange = \"purpose-reworded\"\nsubject = \"skolskjuts\"\ngrade = \"editorial\"\nbecause = \"samma ändamål\"\nuntil = 2026-12-31\n";
    let config = ropa::internals::config::Config::parse(std::path::Path::new("ropa.toml"), config).unwrap();
    let compared = super::compared_with(&files, &after, "one-language", &config.diff.grade);
    let reworded: Vec<_> = compared.changes.iter().filter(|graded| graded.code == "purpose-reworded").collect();
    assert_eq!(reworded.len(), 1);
    for graded in reworded {
        assert_eq!((graded.grade, graded.usual), (Editorial, Breaking));
        assert!(graded.obliges.is_empty());
        assert_eq!(graded.decided.as_ref().map(|decided| decided.because.as_str()), Some("samma ändamål"));
    }
    let wrong = "[[diff.grade]]\nchange = \"purpose-rewordet\"\ngrade = \"minor\"\nbecause = \"x\"\n";
    let fault =
        ropa::internals::config::Config::parse(std::path::Path::new("ropa.toml"), wrong).unwrap_err().to_string();
    assert!(fault.contains("did you mean `purpose-reworded`?"), "{fault}");
}
