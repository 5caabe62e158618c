//! The block of what is not settled names what each question is about, and for which activities it is asked.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PARTIES: &str = "registers/one-language/shared/parties.yaml";
const MUNICIPALITY: &str = "registers/one-language/municipality.yaml";
const PAGE: &str = "activities/skolskjuts.md";
const NOTICE: &str = "notices/skola.md";

/// A gap.
const GAP: &str = "{unknown: utreds}";

/// The complete register in the newest format with these edits.
fn edited(edits: &[(&str, &str, &str)]) -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    for (file, from, to) in edits {
        workspace.edit(file, from, &to.replace("GAP", GAP));
    }
    workspace
}

/// The block of what is not settled on a page.
fn open(workspace: &Workspace, page: &str) -> String {
    workspace.build(&[]).is(0);
    let page = workspace.read(&format!("build/public/one-language/sv/{page}"));
    let (_, open) = page.split_once("\n## Det som inte är klart än\n").unwrap_or_else(|| panic!("{page}"));
    open.split("\n## ").next().unwrap_or_default().to_owned()
}

/// Asserts that a block has the lines, and no others.
#[track_caller]
fn asks(open: &str, lines: &[&str]) {
    let asked: Vec<&str> = open.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert_eq!(asked, lines, "{open}");
}

#[test]
fn the_country_of_a_sub_processor_has_its_name() {
    let subs = |subs: &str| {
        edited(&[(
            PARTIES,
            "    does: [drift, support]\n    sub-processors: none",
            &format!("    does: [drift, support]\n    sub-processors: {subs}"),
        )])
    };
    asks(&open(&subs("[{name: Under AB, country: GAP}]"), PAGE), &["I vilket land uppgifterna behandlas (Under AB)."]);
    asks(
        &open(&subs("[{name: Under AB, country: SE}, {name: GAP, country: GAP, does: GAP}]"), PAGE),
        &[
            "I vilket land uppgifterna behandlas (underbiträde till Molnet AB); vad leverantören gör (underbiträde till Molnet AB); vilka underleverantörer som finns (Molnet AB).",
        ],
    );
}

#[test]
fn a_question_on_a_right_has_the_name_of_the_right_and_its_activity() {
    let of_activity =
        |rights: &str| edited(&[(ACTIVITY, "procedure: [En", &format!("rights: {rights}\nprocedure: [En"))]);
    let limits = of_activity("[{right: access, limits: [GAP]}]");
    asks(&open(&limits, PAGE), &["Vilka begränsningar rätten har (tillgång)."]);
    asks(&open(&limits, NOTICE), &["**Skolskjuts**: vilka begränsningar rätten har (tillgång)."]);
    let page = limits.read(&format!("build/public/one-language/sv/{NOTICE}"));
    assert!(!page.contains("\nSkolskjuts: "), "a name without a note leads to the next sentence: {page}");

    let others = of_activity("[{right: rectification, applies: limited, because: GAP, how: [GAP], remarks: [GAP]}]");
    asks(
        &open(&others, NOTICE),
        &[
            "**Skolskjuts**: varför rätten gäller eller inte gäller (rättelse); hur du använder dina rättigheter (rättelse); mer information (rättelse).",
        ],
    );
    asks(&open(&of_activity("[GAP]"), NOTICE), &["**Skolskjuts**: hur du använder dina rättigheter."]);
    let limits = "{right: erasure, limits: [en allmän handling kan inte raderas]}";
    let of_all = edited(&[(MUNICIPALITY, limits, "{right: erasure, limits: [GAP]}")]);
    asks(&open(&of_all, NOTICE), &["Vilka begränsningar rätten har (radering)."]);
    let both = edited(&[
        (MUNICIPALITY, limits, "{right: erasure, limits: [GAP]}"),
        (ACTIVITY, "procedure: [En", "rights: [{right: erasure, limits: [GAP], how: [skriv]}]\nprocedure: [En"),
    ]);
    asks(&open(&both, NOTICE), &["Vilka begränsningar rätten har (radering)."]);
}

#[test]
fn a_question_on_one_of_two_consents_has_the_name_of_that_consent() {
    let consents = |first: &str, second: &str| {
        edited(&[
            (ACTIVITY, "basis: [public-interest]", "basis: [consent]"),
            (ACTIVITY, "procedure: [En", &format!("consent: [{{{first}}}, {{{second}}}]\nprocedure: [En")),
        ])
    };
    let second = consents(
        "covers: resekortet, withdraw: {how: e-tjänsten}",
        "covers: bilden, conditions: [GAP], how: [GAP], withdraw: GAP",
    );
    asks(
        &open(&second, PAGE),
        &[
            "Hur du lämnar samtycke (bilden); vilka villkor samtycket har (bilden); hur du återkallar samtycket (bilden).",
        ],
    );
    let details = consents(
        "covers: resekortet, withdraw: {how: e-tjänsten}",
        "data: [onskemal], covers: GAP, withdraw: {how: [GAP], effect: [GAP], exceptions: [GAP]}",
    );
    asks(
        &open(&details, PAGE),
        &[
            "Vad samtycket gäller (Önskemål); hur du återkallar samtycket (Önskemål); vad som händer när samtycket återkallas (Önskemål); vilka undantag återkallelsen har (Önskemål).",
        ],
    );
    let alike = consents("covers: resekortet, withdraw: GAP", "covers: bilden, withdraw: GAP");
    asks(&open(&alike, PAGE), &["Hur du återkallar samtycket."]);
}

#[test]
fn a_question_on_the_obligation_to_give_some_data_names_them() {
    let obligations = |obligations: &str| {
        edited(&[(ACTIVITY, "{kind: needed, consequence: kan vi inte pröva ansökan}", obligations)])
    };
    let some = "[{kind: needed, data: [identitet], consequence: GAP}, {kind: GAP, data: [onskemal], law: [GAP], consequence: GAP}]";
    asks(
        &open(&obligations(some), PAGE),
        &[
            "Vad som händer om du inte lämnar uppgifterna (namn, personnummer och adress; Önskemål); vilken lag vi stöder oss på (Önskemål); om du måste lämna uppgifterna (Önskemål).",
        ],
    );
}

#[test]
fn a_question_on_a_shared_record_has_its_name() {
    let journal = "registers/one-language/activities/elevhalsa-journal.yaml";
    let workspace = edited(&[
        (PARTIES, "    name: Molnet AB\n    country: SE", "    name: Molnet AB\n    country: GAP"),
        (PARTIES, "    kind: planeringssystem", "    kind: GAP"),
        (journal, "recipients, processors, systems", "recipients, systems"),
        (journal, "adds-to: [data]", "processors: [molnet]\nadds-to: [data]"),
    ]);
    asks(
        &open(&workspace, NOTICE),
        &[
            "**Skolskjuts**: vilken typ av system det är (Planeraren).",
            "I vilket land uppgifterna behandlas (Molnet AB).",
        ],
    );
}

#[test]
fn a_question_on_the_officer_of_some_activities_names_them() {
    let workspace = edited(&[
        (MUNICIPALITY, "rights:\n", "officer: GAP\nrights:\n"),
        (ACTIVITY, "controller: board", "controller: without-officer"),
    ]);
    asks(&open(&workspace, NOTICE), &["**Skolskjuts**: vem som är dataskyddsombud."]);
    asks(&open(&workspace, PAGE), &["Vem som är dataskyddsombud."]);
}

#[test]
fn a_question_on_a_detail_is_not_asked_of_the_whole_part() {
    let detail = |from: &str, to: &str| open(&edited(&[(ACTIVITY, from, to)]), PAGE);
    asks(
        &detail("why: hämta och lämna eleven", "why: hämta, examples: [GAP], remarks: [GAP]"),
        &[
            "Vilka exempel som finns (taxibolaget som kör skolskjutsen); mer information (taxibolaget som kör skolskjutsen).",
        ],
    );
    asks(
        &detail("data: [identitet], when: vid läsårets början}", "data: [identitet], when: GAP}"),
        &["När det gäller (elevregistret)."],
    );
    asks(
        &detail("then: weed,", "then: weed, except: [{of: [other-records], until: GAP}],"),
        &["När tiden går ut (övriga uppgifter)."],
    );
}
