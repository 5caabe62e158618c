//! The drawing of an activity: on its page only, the same as its text, and never milder than what it draws.

use std::sync::LazyLock;

use regex::Regex;

use crate::support::{Tree, Workspace, root};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PARTIES: &str = "registers/one-language/shared/parties.yaml";
const SOURCES: &str = "sources: [guardian, {from: elevregistret, data: [identitet], when: vid läsårets början}]\n";
const RECIPIENTS: &str = "recipients: [{to: taxibolaget, data: [identitet], why: hämta och lämna eleven}]\n";
const PROCESSORS: &str = "processors: [molnet]\n";
const PROCESSORS_AND_SYSTEMS: &str = "processors: [molnet]\nsystems: [{system: planeraren, does: planera turer}]\n";

/// A text of a drawing.
static TEXT: LazyLock<Regex> = LazyLock::new(|| Regex::new("<text[^>]*>([^<]*)</text>").unwrap());

/// What a drawing says, without its markup: the text for those who do not see it, and both forms.
struct Drawing {
    text: String,
    forms: Vec<String>,
}

impl Drawing {
    /// The drawing of a page, if it has one.
    fn of(page: &str) -> Option<Self> {
        let (_, figure) = page.split_once("<figure>\n<p>")?;
        let (text, rest) = figure.split_once("</p>\n").unwrap();
        let (rest, _) = rest.split_once("</figure>").unwrap();
        let forms = rest.lines().filter(|line| line.starts_with("<svg ")).map(str::to_owned).collect();
        Some(Self { text: text.to_owned(), forms })
    }
}

/// The letters and digits of a text, in order of the alphabet, because a form has its texts in order of size.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

fn assert_same_words(path: &str, drawing: &Drawing) {
    static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").unwrap());
    assert_eq!(drawing.forms.len(), 2, "{path}");
    for form in &drawing.forms {
        let drawn: String = TEXT.captures_iter(form).map(|text| text[1].to_owned()).collect();
        assert!(!drawn.contains('…'), "{path} cuts a name: {drawn}");
        assert_eq!(letters(&drawn), letters(&TAG.replace_all(&drawing.text, "")), "{path}: {drawn}");
    }
}

/// Asserts that pages of activities have a drawing, and no other page. Returns how many have one.
fn assert_drawn(built: &Tree) -> usize {
    let pages = built.iter().filter(|(path, _)| path.ends_with(".html"));
    let drawn = pages.filter(|(path, page)| {
        let page = String::from_utf8_lossy(page);
        let drawing = Drawing::of(&page);
        assert_eq!(page.matches("<svg ").count(), drawing.as_ref().map_or(0, |drawing| drawing.forms.len()), "{path}");
        assert_eq!(drawing.is_some(), path.starts_with("public/") && path.contains("/activities/"), "{path}");
        drawing.iter().for_each(|drawing| assert_same_words(path, drawing));
        drawing.is_some()
    });
    drawn.count()
}

#[test]
fn the_text_and_both_forms_say_the_same() {
    for (example, least) in [("examples/full", 25), ("examples/smallest", 1)] {
        assert!(assert_drawn(&Workspace::copy_of(&root().join(example)).built()) >= least, "{example}");
    }
    let workspace = Workspace::empty();
    workspace.lay("registers", &root().join("registers"));
    assert!(assert_drawn(&workspace.built()) > 80);
}

/// The page of the activity after these changes.
#[track_caller]
fn page_with(changes: &[(&str, &str, &str)]) -> String {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    for (file, from, to) in changes {
        workspace.edit(file, from, to);
    }
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    workspace.read("build/public/one-language/sv/activities/skolskjuts.html")
}

/// The drawing of the activity after these changes.
#[track_caller]
fn drawing_with(changes: &[(&str, &str, &str)]) -> Drawing {
    let drawing = Drawing::of(&page_with(changes)).unwrap();
    assert_same_words("skolskjuts", &drawing);
    drawing
}

#[test]
fn a_drawing_leads_from_sources_over_controllers_to_recipients() {
    let drawing = drawing_with(&[]);
    let text = "Varifrån? Vårdnadshavare; elevregistret (i vissa fall).\nPersonuppgiftsansvarig: Utbildningsnämnden i Exempelby kommun. Leverantör: Molnet AB (system: Planeraren).\nTill vem? Taxibolaget som kör skolskjutsen.\nUtanför EU och EES? Nej.";
    assert_eq!(drawing.text, text);
    assert!(drawing.forms.iter().all(|form| !form.contains("class=\"mark") && !form.contains("class=\"open")));
}

#[test]
fn a_third_country_is_marked_in_the_box_of_the_party() {
    let transfer = "transfers: [{to: american, country: US, tool: {unknown: x}, copy: {unknown: x}}, {to: Bolaget, country: IN, tool: {unknown: x}, copy: {unknown: x}}]";
    for (changes, says) in [
        (
            vec![(ACTIVITY, PROCESSORS, "processors: [american]\n"), (ACTIVITY, "transfers: none", transfer)],
            vec!["American Cloud Inc. (utanför EU och EES: USA)", "Bolaget (utanför EU och EES: Indien)"],
        ),
        (
            vec![
                (
                    PARTIES,
                    "does: [drift, support]\n    sub-processors: none",
                    "sub-processors: [{name: Natt Inc., country: US}, {name: Dag AB, country: SE}]",
                ),
                (
                    ACTIVITY,
                    "transfers: none",
                    "transfers: [{to: Natt Inc., country: US, possible: yes, tool: {unknown: x}, copy: {unknown: x}}]",
                ),
            ],
            vec!["Molnet AB (system: Planeraren; kanske utanför EU och EES: USA genom Natt Inc.)"],
        ),
        (
            vec![
                (PARTIES, "kind: company}", "kind: company, country: US}"),
                (
                    ACTIVITY,
                    "transfers: none",
                    "transfers: [{to: taxibolaget, country: {unknown: x}, tool: {unknown: x}, copy: {unknown: x}}]",
                ),
            ],
            vec!["kanske utanför EU och EES: USA", "; utanför EU och EES: land inte klart än"],
        ),
        (
            vec![(
                PARTIES,
                "processor: molnet\n    hosted-in: SE",
                "processor: {unknown: x}\n    hosted-in: {unknown: x}",
            )],
            vec!["System: Planeraren (leverantör: inte klart än; land inte klart än)"],
        ),
    ] {
        let drawing = drawing_with(&changes);
        says.iter().for_each(|says| assert!(drawing.text.contains(says), "{says}: {}", drawing.text));
        assert!(!drawing.text.contains("Utanför EU och EES? Nej"), "{}", drawing.text);
        assert!(drawing.forms.iter().all(|form| form.contains("<path class=\"sign")), "{}", drawing.text);
    }
}

#[test]
fn protected_data_are_marked_at_the_controller() {
    let health = "\ndata:\n  - {items: [health-data], exception: {code: care, law: patientdatalagen (2008:355) 2 kap. 7 a §}}\n  - {items: [offence-data], law: dataskyddslagen (2018:218) 3 kap. 8 §}\n";
    let drawing = drawing_with(&[(ACTIVITY, "\ndata:\n", health)]);
    let marked = "Exempelby kommun. Känsliga personuppgifter: hälsa. Uppgifter om lagöverträdelser. Leverantör";
    assert!(drawing.text.contains(marked), "{}", drawing.text);
    assert!(drawing.forms.iter().all(|form| form.contains("<path class=\"sign\"")), "{}", drawing.text);
    let open = drawing_with(&[(ACTIVITY, "\ndata:\n", "\ndata:\n  - {unknown: utreds}\n")]);
    assert!(open.text.contains("Känsliga personuppgifter: inte klart än."), "{}", open.text);
    assert!(open.forms.iter().all(|form| form.contains("<path class=\"sign open\"")), "{}", open.text);
}

#[test]
fn what_is_not_settled_and_what_there_is_not_are_drawn_as_such() {
    for (from, to, says, is_open) in [
        (SOURCES, "sources: {unknown: utreds}\n", "Varifrån? Inte klart än.", true),
        (SOURCES, "sources: [guardian, {unknown: utreds}]\n", "Varifrån? Vårdnadshavare. Inte klart än.", true),
        (SOURCES, "", "Varifrån? Inte angivet.", true),
        (RECIPIENTS, "recipients: {unknown: utreds}\n", "Till vem? Inte klart än.", true),
        (RECIPIENTS, "recipients: none\n", "Till vem? Inga mottagare är angivna.", false),
        (RECIPIENTS, "recipients: [taxibolaget]\nopen: [recipients]\n", "skolskjutsen. Fler kan finnas.", true),
        (PROCESSORS, "processors: {unknown: utreds}\n", "Leverantör: Inte klart än.", true),
        (PROCESSORS_AND_SYSTEMS, "processors: none\n", "Leverantör: Inget personuppgiftsbiträde används.", false),
        ("transfers: none", "transfers: {unknown: utreds}", "Utanför EU och EES? Inte klart än.", true),
    ] {
        let drawing = drawing_with(&[(ACTIVITY, from, to)]);
        assert!(drawing.text.contains(says), "{to}: {}", drawing.text);
        assert!(drawing.forms.iter().all(|form| form.contains("<rect class=\"open\"") == is_open), "{to}");
    }
}

#[test]
fn a_long_column_says_how_many_more_there_are_and_keeps_what_is_marked() {
    let names: Vec<String> = (1..=12).map(|number| format!("Mottagare {number}")).collect();
    let recipients = format!("recipients: [{}, fjarran, {{unknown: utreds}}]\n", names.join(", "));
    let far = ("recipients:\n", "recipients:\n  fjarran: {name: Fjärran Inc., country: IN}\n");
    let transfer = "transfers: [{to: fjarran, country: IN, possible: yes, tool: {unknown: x}, copy: {unknown: x}}]";
    let drawing = drawing_with(&[
        (ACTIVITY, RECIPIENTS, &recipients),
        (ACTIVITY, "transfers: none", transfer),
        (PARTIES, far.0, far.1),
    ]);
    let (_, to) = drawing.text.split_once("Till vem? ").unwrap();
    let says = "Mottagare 6; Fjärran Inc. (kanske utanför EU och EES: Indien). Inte klart än. Och 6 till, se nedan.";
    assert!(to.contains(says), "{to}");
    assert!(!to.contains("Mottagare 7"), "{to}");
}

#[test]
fn a_long_column_keeps_what_is_open_in_part_wherever_it_is_said() {
    let names: Vec<String> = (1..=12).map(|number| format!("Källa {number}")).collect();
    let names = names.join(", ");
    let sources = format!("sources: [{names}, {{from: Källa 12, via: {{unknown: utreds}}}}]\n");
    let drawing = drawing_with(&[(ACTIVITY, SOURCES, &sources)]);
    let (sources, _) = drawing.text.split_once(".\n").unwrap();
    let kept = "Källa 7; Källa 12 (via: inte klart än); och 4 till, se nedan";
    assert!(sources.ends_with(kept), "{sources}");
}

#[test]
fn several_controllers_say_how_they_are_responsible() {
    for (to, says) in [
        (
            "controllers: [board, company]\n",
            "Personuppgiftsansvariga, var för sig: Utbildningsnämnden i Exempelby kommun; Exempelby Hamn AB.",
        ),
        (
            "controller: board\njoint: {with: [Grannby kommun], essence: kommunerna svarar var för sig}\n",
            "Gemensamt personuppgiftsansvariga: Utbildningsnämnden i Exempelby kommun; Grannby kommun.",
        ),
    ] {
        let drawing = drawing_with(&[(ACTIVITY, "controller: board\n", to)]);
        assert!(drawing.text.contains(says), "{}", drawing.text);
    }
}

#[test]
fn a_parent_leads_to_its_parts() {
    const PARENT: &str = "registers/one-language/activities/elevhalsa.yaml";
    const PART: &str = "registers/one-language/activities/elevhalsa-journal.yaml";
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(PARENT, "sources: [pupil]\n", "");
    workspace.edit(PART, ", sources,", ",");
    workspace.edit(PART, "title: Journal\n", "title: Journal\nsources: [guardian]\n");
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    let parent = Drawing::of(&workspace.read("build/public/one-language/sv/activities/elevhalsa.html")).unwrap().text;
    let parts = "Det som bara gäller en av delarna står på delens egen sida.";
    assert!(parent.starts_with("Varifrån? Se delarnas egna sidor.\n"), "{parent}");
    assert!(parent.ends_with(&format!("\nUtanför EU och EES? Nej. {parts}")), "{parent}");
}
