//! Gaps of format 2: the reason is internal, and what the public reads is written beside it.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PAGE: &str = "activities/skolskjuts.md";
const REMARKS: &str = "remarks: [Elever i fristående skolor omfattas också.]\n";

/// The complete register in format 2 with a line in place of the remarks.
fn with(line: &str) -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, REMARKS, line);
    workspace
}

#[test]
fn a_reason_is_internal_and_the_public_reads_what_is_written_for_it() {
    let workspace =
        with("remarks: [{unknown: nämnden grälar än}, {unknown: juristen är bortrest, say: Vi återkommer i mars.}]\n");
    let outputs = workspace.built();
    let (public, internal): (Vec<_>, Vec<_>) = outputs.iter().partition(|(path, _)| path.starts_with("public/"));
    let text = |files: Vec<(&String, &Vec<u8>)>| {
        files.into_iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect::<String>()
    };
    let (public, internal) = (text(public), text(internal));
    assert!(!public.contains("grälar") && !public.contains("bortrest"), "a reason is public");
    assert!(internal.contains("nämnden grälar än") && internal.contains("juristen är bortrest"));
    let page = String::from_utf8_lossy(&outputs[&format!("public/one-language/sv/{PAGE}")]).into_owned();
    assert!(page.contains("- Mer om hur vi arbetar. Vi återkommer i mars.\n"), "{page}");

    let other = with("remarks: [{unknown: något annat}, {unknown: och ännu något, say: Vi återkommer i mars.}]\n");
    let pages = |outputs: crate::support::Tree| {
        outputs.into_iter().filter(|(path, _)| path.starts_with("public/")).collect::<crate::support::Tree>()
    };
    crate::support::assert_same(&pages(outputs), &pages(other.built()));
    let (before, after) = (workspace.path(""), other.path(""));
    let compared = ["diff", before.to_str().unwrap(), after.to_str().unwrap()];
    let told = workspace.ropa(&compared).is(0).out;
    assert!(told.contains("något annat"), "{told}");
    let told = workspace.ropa(&[&compared[..], &["--public"]].concat()).is(0).out;
    assert!(told.contains("No changes"), "{told}");
}

#[test]
fn format_1_publishes_its_reasons_and_has_no_sentence_for_the_public() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, REMARKS, "remarks: [{unknown: nämnden har inte beslutat}]\n");
    workspace.build(&[]).is(0);
    let page = workspace.read(&format!("build/public/one-language/sv/{PAGE}"));
    assert!(page.contains("- Mer om hur vi arbetar. Nämnden har inte beslutat.\n"), "{page}");
    workspace.edit(ACTIVITY, "har inte beslutat}", "har inte beslutat, say: Vi återkommer.}");
    assert!(workspace.check().is(1).out.contains("`say` belongs to format 2"));
}

#[test]
fn a_gap_where_the_format_has_none_is_said() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, "title: Skolskjuts", "title: {unknown: x}");
    let found = workspace.check().is(1).out;
    assert!(found.contains("error[gap-misplaced]: this key takes no gap"), "{found}");
}

/// A value of the activity, the gap in its place, and what is asked at the end of the page.
const VALUES: [(&str, &str, &str); 11] = [
    (
        "justification: säker identifiering",
        "justification: GAP",
        "varför personnummer behövs (namn, personnummer och adress)",
    ),
    (
        "because: Vägen kan vara för lång.",
        "because: GAP",
        "varför vi behandlar uppgifterna (pröva rätten till skolskjuts)",
    ),
    ("consequence: kan vi inte pröva ansökan", "consequence: GAP", "vad som händer om du inte lämnar uppgifterna"),
    ("why: hämta och lämna eleven", "why: GAP", "varför mottagaren får uppgifterna (taxibolaget som kör skolskjutsen)"),
    (
        "why: hämta och lämna eleven",
        "why: resa, by: GAP",
        "om vi måste lämna ut uppgifterna (taxibolaget som kör skolskjutsen)",
    ),
    ("when: vid läsårets början", "when: GAP", "när det gäller (elevregistret)"),
    ("keep: 2 years, from: decision", "keep: GAP", "hur länge uppgifterna sparas (beslut)"),
    ("keep: 2 years, from: decision", "keep: 2 years, from: GAP", "från när tiden räknas (beslut)"),
    (
        "keep: 2 years, from: decision",
        "first-of: [{keep: 2 years, from: decision}, {until: received}, GAP]",
        "när tiden går ut (beslut)",
    ),
    ("of: [decisions], keep", "of: GAP, keep", "vilka uppgifter regeln gäller (vissa uppgifter)"),
    ("then: weed,", "then: GAP,", "vad som händer sedan (beslut)"),
];

#[test]
fn a_gap_in_the_place_of_one_value_is_on_the_page() {
    for (value, gap, label) in VALUES {
        let workspace = Workspace::complete();
        workspace.ropa(&["migrate"]).is(0);
        workspace.edit(ACTIVITY, value, &gap.replace("GAP", "{unknown: okänt skäl, say: det utreds}"));
        workspace.build(&[]).is(0);
        let page = workspace.read(&format!("build/public/one-language/sv/{PAGE}"));
        assert!(page.to_lowercase().contains("det utreds") && !page.contains("okänt skäl"), "{gap}\n{page}");
        let (_, open) = page.split_once("\n## Det som inte är klart än\n").unwrap();
        let line = format!("{label}. det utreds").to_lowercase();
        assert!(open.to_lowercase().contains(&line), "{gap}: {line}\n{page}");
    }
}

#[test]
fn a_comparison_tells_a_gap_and_its_sentence_as_one_value() {
    let other = "Fler kan tillkomma.";
    let of = |gap: &str| {
        let workspace = Workspace::complete();
        workspace.ropa(&["migrate"]).is(0);
        workspace.edit(ACTIVITY, "recipients: [", &format!("recipients: [{gap}, "));
        workspace
    };
    let (before, after) = (of("{unknown: x, say: Vi vet inte än.}"), of(&format!("{{unknown: x, say: {other}}}")));
    let compared = ["diff", before.path("").to_str().unwrap(), after.path("").to_str().unwrap(), "--lang", "en"]
        .map(str::to_owned);
    let compared: Vec<&str> = compared.iter().map(String::as_str).collect();
    for (more, known) in
        [(&[][..], "not known: x; “Fler kan tillkomma.”"), (&["--public"], "not known: “Fler kan tillkomma.”")]
    {
        let told = before.ropa(&[&compared[..], more].concat()).is(0).out;
        assert!(told.contains(known) && told.contains("gap-reworded") && !told.contains("recipient-"), "{told}");
        let json = before.ropa(&[&compared[..], more, &["--format", "json"]].concat()).is(0).out;
        assert!(json.contains(r#""say""#), "{json}");
    }
    let (before, after) = (of("{unknown: x}"), Workspace::complete());
    after.ropa(&["migrate"]).is(0);
    let told = before.ropa(&["diff", ".", after.path("").to_str().unwrap(), "--lang", "en", "--public"]).is(0).out;
    assert!(told.contains("not known\n"), "{told}");
}

#[test]
fn a_comma_in_an_unquoted_text_gives_one_finding_with_the_line_as_it_should_be() {
    for (line, right) in [
        (
            "remarks: {unknown: utredningen är inte klar, den kommer i mars}",
            "`unknown: \"utredningen är inte klar, den kommer i mars\"`",
        ),
        (
            "remarks: [Vi svarar., {unknown: vi vet inte, för det är nytt, och det är svårt}]",
            "`unknown: \"vi vet inte, för det är nytt, och det är svårt\"`",
        ),
        ("not-disclosed: {unknown: vi vet inte, för det är nytt}", "`unknown: \"vi vet inte, för det är nytt\"`"),
        ("not-disclosed: {sv: Ingen får dem, inte ens vi}", "`sv: \"Ingen får dem, inte ens vi\"`"),
        ("remarks: {unknown: vi hämtar, lämnar}", "`unknown: \"vi hämtar, lämnar\"`"),
        ("not-disclosed: {sv: Hämtning, lämning, hemfärd}", "`sv: \"Hämtning, lämning, hemfärd\"`"),
        ("no-notice: {law: artikel 13.4, because: hämta, lämna, review: 2027-01-01}", "`because: \"hämta, lämna\"`"),
        ("remarks: [elever, barn under 3,5 år]", "`\"barn under 3,5 år\"`"),
        ("not-disclosed: {sv: i 99,5 procent}", "`sv: \"i 99,5 procent\"`"),
        ("remarks: [Handläggaren, som mäter vägen]", "`\"Handläggaren, som mäter vägen\"`"),
        ("services: [Lagring, där den behövs]", "`\"Lagring, där den behövs\"`"),
        ("remarks: [Vi prövar rätten, om eleven har sökt]", "`\"Vi prövar rätten, om eleven har sökt\"`"),
        ("remarks: [Vi svarar, för att du ska veta]", "`\"Vi svarar, för att du ska veta\"`"),
        ("remarks: [Vi svarar, samt ringer upp]", "`\"Vi svarar, samt ringer upp\"`"),
        ("remarks: [Vi svarar, hvilket tager tid]", "`\"Vi svarar, hvilket tager tid\"`"),
        ("no-notice: {law: artikel 13.4, because: hämta, review}", "`because: \"hämta, review\"`"),
        ("no-notice: {law: artikel 13.4, because: hämta, review}", "`because: [hämta, review]`"),
        ("no-notice: {law: artikel 13.4, because: vi är få, review}", "`because: \"vi är få, review\"`"),
        ("not-disclosed: {sv: Hämtning, en}", "`sv: \"Hämtning, en\"`"),
    ] {
        let found = with(&format!("{line}\n")).found();
        assert!(found.contains(right), "{line}: {found}");
        let count = found.matches("error[key-unknown]").count() + found.matches("warning[text-split]").count();
        assert_eq!(count, 1, "{line}: {found}");
        assert!(!found.contains("gap-misplaced") && !found.contains("key-missing"), "{line}: {found}");
    }
}

#[test]
fn a_key_without_a_value_is_no_text() {
    for line in ["because: hämta, review: ", "because: hämta, review:", "review: , because: hämta"] {
        let found = with(&format!("no-notice: {{law: artikel 13.4, {line}}}\n")).found();
        assert!(found.contains("error[key-empty]: `review` is empty"), "{line}: {found}");
    }
}

#[test]
fn a_line_of_a_list_may_begin_with_any_word() {
    for lines in [
        "remarks:\n  - Vi prövar rätten.\n  - om du har sökt, ringer vi\n",
        "remarks: [för att pröva, för att betala]\n",
        "remarks: [Vi svarar., Om du ringer]\n",
        "remarks: [Vi svarar., \"om du ringer\"]\n",
    ] {
        let found = with(lines).found();
        assert!(!found.contains("text-split"), "{lines}: {found}");
    }
}

#[test]
fn a_unit_and_a_kind_of_obligation_can_be_unknown() {
    let workspace = with("remarks: none\n");
    workspace.edit(ACTIVITY, "unit: skolskjutsenheten", "unit: {unknown: skäl, say: enheten är inte utsedd}");
    workspace.edit(ACTIVITY, "{kind: needed, consequence", "{kind: {unknown: skäl, say: det utreds}, consequence");
    let page = workspace.built().remove(&format!("public/one-language/sv/{PAGE}")).unwrap();
    let page = String::from_utf8(page).unwrap();
    let (_, open) = page.split_once("\n## Det som inte är klart än\n").unwrap();
    assert!(open.to_lowercase().contains("vilken enhet som svarar. enheten är inte utsedd"), "{page}");
    assert!(open.to_lowercase().contains("om du måste lämna uppgifterna. det utreds"), "{page}");
}
