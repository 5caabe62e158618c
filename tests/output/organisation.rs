//! Several controllers, joint boards, officers, recipients inside the municipality, parts, status, KLE numbers.

use crate::support::{Tree, Workspace};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const MUNICIPALITY: &str = "registers/one-language/municipality.yaml";
const PAGE: &str = "public/one-language/sv/activities/skolskjuts.md";

/// The complete register in format 2.
fn complete() -> Workspace {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace
}

#[track_caller]
fn text(built: &Tree, path: &str) -> String {
    let bytes = built.get(path).unwrap_or_else(|| panic!("there is no {path}: {:?}", built.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

#[track_caller]
fn assert_says(text: &str, line: &str) {
    assert!(text.contains(line), "{line}\n\n{text}");
}

#[test]
fn an_activity_of_several_controllers_is_in_the_register_of_each() {
    let workspace = complete();
    workspace.edit(
        ACTIVITY,
        "controller: board",
        "controllers: [board, {controller: company, unit: skolskjutsenheten, differs: [Hamnen sparar besluten i fem år.]}]",
    );
    let built = workspace.built();
    for register in ["board", "company"] {
        let register = text(&built, &format!("public/one-language/sv/registers/{register}.md"));
        assert_says(&register, "[Skolskjuts]");
    }
    let page = text(&built, PAGE);
    assert_says(
        &page,
        "Utbildningsnämnden och Exempelby Hamn AB är var för sig personuppgiftsansvariga för behandlingen.",
    );
    assert_says(&page, "  - Hamnen sparar besluten i fem år.");
    let csv = text(&built, "public/one-language/register.csv");
    assert_says(&csv, "one-language,Utbildningsnämnden; Exempelby Hamn AB,");
    workspace.edit(ACTIVITY, "controllers: [", "controller: board\ncontrollers: [");
    assert_says(&workspace.check().is(1).out, "error[controller-twice]");
}

#[test]
fn a_joint_controller_of_the_municipality_has_the_activity_in_its_register() {
    let workspace = complete();
    workspace.edit(
        ACTIVITY,
        "controller: board",
        "controller: board\njoint: {with: [company], essence: Hamnen svarar på frågor.}",
    );
    let register = text(&workspace.built(), "public/one-language/sv/registers/company.md");
    assert_says(&register, "[Skolskjuts]");
}

#[test]
fn a_controller_names_its_members_and_says_why_it_has_no_officer() {
    let workspace = complete();
    workspace.edit(
        MUNICIPALITY,
        "    contact: {email: hamn@example.org}\n    officer: dso",
        "    contact: {email: hamn@example.org}\n    members: [Exempelby kommun, Grannkommunen]\n    without-officer: bolaget behandlar bara de anställdas uppgifter",
    );
    workspace.edit(ACTIVITY, "controller: board", "controller: company");
    let built = workspace.built();
    let page = text(&built, PAGE);
    assert_says(&page, "Gemensam för: Exempelby kommun och Grannkommunen");
    assert_says(&page, "Exempelby Hamn AB har inget dataskyddsombud: bolaget behandlar bara de anställdas uppgifter.");
    assert!(!workspace.check().out.contains("officer-missing"));
    workspace.edit(MUNICIPALITY, "form: company", "form: board");
    assert_says(&workspace.check().is(1).out, "error[officer-missing]");
}

#[test]
fn recipients_inside_the_municipality_are_told_apart() {
    let workspace = complete();
    workspace.edit(ACTIVITY, "recipients: [", "recipients: [{to: skolskjutsenheten}, ");
    let page = text(&workspace.built(), PAGE);
    assert_says(
        &page,
        "**Till vem?** Inom kommunen: Skolskjutsenheten.\nÖvriga mottagare: taxibolaget som kör skolskjutsen",
    );
}

#[test]
fn parts_are_in_the_order_of_the_writer() {
    let workspace = complete();
    for part in ["a", "b", "c"] {
        let text = format!(
            "id: skolskjuts/{part}\npart-of: skolskjuts\ntitle: Del {part}\nsame-as-parent: [subjects, basis, law, data, sources, \
             recipients, processors, systems, transfers, retention, obligation]\npurposes: [planera {part}]\nautomated: none\n"
        );
        workspace.write(&format!("registers/one-language/activities/del-{part}.yaml"), text);
    }
    let order = |page: &str| {
        let places = ["Del a", "Del b", "Del c"].map(|part| page.find(part).unwrap());
        let mut parts = [(places[0], 'a'), (places[1], 'b'), (places[2], 'c')];
        parts.sort_unstable();
        parts.map(|(_, part)| part).into_iter().collect::<String>()
    };
    assert_eq!(order(&text(&workspace.built(), PAGE)), "abc");
    workspace.edit(ACTIVITY, "title: Skolskjuts", "title: Skolskjuts\nparts: [skolskjuts/c, skolskjuts/a]");
    let built = workspace.built();
    assert_eq!(order(&text(&built, PAGE)), "cab");
    assert_eq!(order(&text(&built, "public/one-language/sv/notices/skola.md")), "cab");
    workspace.edit(ACTIVITY, "parts: [skolskjuts/c, ", "parts: [elevhalsa, ");
    assert_says(&workspace.check().is(1).out, "error[part-elsewhere]: `elevhalsa` is not a part of this activity");
}

#[test]
fn a_status_is_said_wherever_the_activity_is_told() {
    let workspace = complete();
    workspace.edit(ACTIVITY, "title: Skolskjuts", "title: Skolskjuts\nstatus: planned");
    let built = workspace.built();
    for path in [PAGE, "public/one-language/sv/notices/skola.md", "public/one-language/sv/registers/board.md"] {
        assert_says(&text(&built, path), "Status: ");
    }
}

#[test]
fn why_no_notice_tells_is_public_by_its_law_and_internal_by_its_reason() {
    let workspace = complete();
    workspace.edit(
        ACTIVITY,
        "title: Skolskjuts",
        "title: Skolskjuts\nno-notice: {law: artikel 14.5 c i dataskyddsförordningen, because: framgår av skollagen, review: 2027-11-30}",
    );
    assert_says(&workspace.found(), "error[notice-contradicted]: the notice `skola` covers this activity");
    workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts, elevhalsa]", "[elevhalsa]");
    let built = workspace.built();
    assert!(!built.contains_key(PAGE), "no page tells what need not be told");
    let [public, internal] =
        ["public", "internal"].map(|side| text(&built, &format!("{side}/one-language/sv/registers/board.md")));
    assert_says(&public, "Ingen informationstext behövs: artikel 14.5 c i dataskyddsförordningen");
    assert!(!public.contains("framgår av skollagen"), "{public}");
    assert_says(&internal, "Skäl till att ingen informationstext behövs: framgår av skollagen");
    workspace.edit(ACTIVITY, "review: 2027-11-30", "review: 2026-01-01");
    assert_says(&workspace.check().out, "was to be reviewed on 2026-01-01");
    workspace.edit(ACTIVITY, ", because: framgår av skollagen", "");
    assert_says(&workspace.check().is(1).out, "error[key-missing]");
}

#[test]
fn kle_numbers_are_checked_and_shown() {
    let workspace = complete();
    workspace.edit(ACTIVITY, "title: Skolskjuts", "title: Skolskjuts\nkle: [27.24, \"17.03.00\"]");
    let register = text(&workspace.built(), "public/one-language/sv/registers/board.md");
    assert_says(&register, "KLE-nummer: 27.24 och 17.03.00");
    workspace.edit(ACTIVITY, "kle: [27.24", "kle: [27.2");
    assert_says(&workspace.check().is(1).out, "error[kle-wrong]: `27.2` is not a KLE number");
}

#[test]
fn a_kle_number_of_format_1_moves_to_the_activity() {
    for (written, moved) in [
        ("administration: {kle: \"17.00.00\"} # k\n", "kle: \"17.00.00\" # k\n"),
        ("administration:\n  kle: 17.03 # k\n  owner: chefen\n", ""),
        ("administration: {owner: chefen, kle: 17.03}\n", "administration: {owner: chefen}\n"),
        ("administration:\n  owner: chefen\n  kle: 17.03\n", "administration:\n  owner: chefen\n"),
    ] {
        let workspace = Workspace::complete();
        let text = workspace.read(ACTIVITY);
        let (before, rest) = text.split_once("administration:").unwrap();
        let (_, after) = rest.split_once("notes:").unwrap();
        workspace.write(ACTIVITY, format!("{before}{written}notes:{after}"));
        let run = workspace.ropa(&["migrate"]);
        if moved.is_empty() {
            assert_says(&run.is(3).err, "cannot be rewritten without changing its layout");
            continue;
        }
        run.is(0);
        let after = workspace.read(ACTIVITY);
        assert_says(&after, moved);
        assert!(after.contains("\nkle: "), "{after}");
        assert!(!workspace.found().contains("format-other"), "{after}");
    }
}
