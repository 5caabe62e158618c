//! A statement on one item is not read as one on another.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PAGE: &str = "build/public/one-language/sv/activities/skolskjuts.md";
const DATA: &str = "  - {id: identitet, items: [name, national-id, address], justification: säker identifiering}\n";

/// The page of the activity with other data.
fn page_with(data: &str, sources: &str) -> String {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, DATA, data);
    workspace.edit(ACTIVITY, "sources: [guardian, {from: elevregistret", sources);
    workspace.build(&[]).is(0);
    workspace.read(PAGE)
}

#[test]
fn a_condition_and_an_exception_stay_with_their_data() {
    let data = concat!(
        "  - {id: identitet, items: [health-data, support-needs], about: pupil, when: vid behov,\n",
        "     exception: {code: substantial-public-interest, law: dataskyddslagen (2018:218) 3 kap. 3 §}}\n",
        "  - {items: [bank-account, payment-data], about: pupil}\n",
        "  - {items: [email, phone], about: pupil}\n",
    );
    let page = page_with(data, "sources: [guardian, {from: elevregistret");
    let (_, data) = page.split_once("**Vilka uppgifter?** ").unwrap();
    let lines: Vec<&str> = data.lines().take(2).collect();
    assert!(lines[0].starts_with("Om elever (vid behov; känsliga personuppgifter; undantag för känsliga uppgifter: viktigt allmänt intresse (artikel 9.2 g), enligt dataskyddslagen (2018:218) 3 kap. 3 §): "), "{page}");
    let of_payment = "Om elever: bankkonto, betalningsuppgifter, e-postadress och telefonnummer.";
    assert_eq!(lines[1], of_payment, "what is said of nothing else stands together: {page}");
}

#[test]
fn a_source_of_all_data_is_not_narrowed_to_some() {
    let data = "  - {id: identitet, items: [name, address], from: [guardian]}\n";
    let page = page_with(data, "sources: [guardian, {from: elevregistret");
    assert!(page.contains("**Varifrån?** vårdnadshavare; "), "{page}");
}

#[test]
fn an_id_like_its_own_word_means_the_word() {
    let page = page_with(
        "  - {id: identitet, items: [name]}\n  - {id: adress, items: [adress, email]}\n",
        "sources: [guardian, {from: elevregistret",
    );
    assert!(page.contains("**Vilka uppgifter?** namn, adress och e-postadress."), "{page}");
}

#[test]
fn data_that_name_one_another_in_a_circle_are_refused() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, DATA, "  - {id: identitet, items: [onskemal, name]}\n");
    workspace.edit(ACTIVITY, "items: [önskad hållplats]", "items: [identitet, resor]");
    workspace.edit(
        ACTIVITY,
        "sources: [guardian",
        "  - {id: resor, items: [onskemal, date-of-birth]}\nsources: [guardian",
    );
    let run = workspace.build(&[]).is(1);
    assert_eq!(run.out.matches("error[data-in-circle]").count(), 2, "{}", run.out);
}

#[test]
fn a_right_that_nobody_has_keeps_what_is_remarked_of_it() {
    let workspace = Workspace::complete();
    workspace.edit(
        ACTIVITY,
        "remarks: [Elever",
        "rights: [{right: portability, remarks: [Fråga oss gärna ändå.], how: Skriv till oss.}]\nremarks: [Elever",
    );
    workspace.build(&[]).is(0);
    let page = workspace.read(PAGE);
    assert!(page.contains("Fråga oss gärna ändå."), "{page}");
    assert!(!page.contains("Skriv till oss."), "{page}");
}

#[test]
fn what_a_sentence_has_no_place_for_is_told_beside_it() {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, "obligation: {kind: needed,", "obligation: {kind: voluntary, law: skollagen (2010:800),");
    let page = String::from_utf8(workspace.built().remove("public/one-language/sv/activities/skolskjuts.md").unwrap())
        .unwrap();
    let line =
        "lämna uppgifterna (enligt skollagen (2010:800); om du inte lämnar uppgifterna: kan vi inte pröva ansökan).\n";
    assert!(page.contains(line), "{page}");
}

#[test]
fn a_source_of_a_category_can_give_some_of_its_data() {
    let page = page_with(
        "  - {id: identitet, items: [name, address], from: [{from: new-school, data: [name]}, {from: tax-agency, data: [address]}]}\n",
        "sources: [guardian, {from: elevregistret",
    );
    assert!(page.contains("elevens nya skola: namn; Skatteverket: adress."), "{page}");
}

#[test]
fn a_gap_among_items_with_details_is_told() {
    let data = "  - {id: identitet, items: [hundnamn, {unknown: oklart}], because: vi behöver det}\n";
    let page = page_with(data, "sources: [guardian, {from: elevregistret");
    assert!(
        page.contains("**Vilka uppgifter?** hundnamn (varför: vi behöver det).")
            && page.contains("Vilka uppgifter det är (hundnamn). Oklart."),
        "{page}"
    );
}

#[test]
fn data_that_are_needed_are_said_to_be_needed_without_a_consequence_too() {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, "consequence: kan vi inte pröva ansökan", "consequence: {unknown: utreds}");
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    let page = workspace.read(PAGE);
    let answer = "Det är frivilligt att lämna uppgifterna, men det behövs.";
    assert!(page.contains(answer), "{page}");
}
