//! What cells become in the files.

use super::book::{sheet, xlsx};
use super::{import, shapes, workspace};

#[test]
fn what_is_certain_is_read_and_the_rest_stays_as_written() {
    let workspace = workspace("SE");
    let (_, _, sheets) = shapes().swap_remove(0);
    import(&workspace, "r.xlsx", xlsx(&sheets), &[]).is(0);
    let read = |id: &str| workspace.read(&format!("registers/testby/activities/{id}.yaml"));
    let first = read("bokning-av-lokaler");
    for part in [
        "id: bokning-av-lokaler\ntitle: Bokning av lokaler\n",
        "purposes:\n- Ta emot bokningar\n- skicka nycklar\n",
        "# F5: Avtal (6.1 b)\nbasis:\n- contract\n",
        "# G5: Inga\nrecipients: none\n",
        "# H5: Högst 2 år\nretention:\n- keep: at most 2 years\n",
        "# I5: Nej\ntransfers: none\n",
        "text: 'Vem vet: Fritid'\n  source: r.xlsx, J5\n",
        "text: 'K: löst'",
    ] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    let second = read("felanmalan");
    for part in [
        "purposes:\n  unknown: 'r.xlsx, C6: –'\n",
        "basis:\n  unknown: 'r.xlsx, F6: Uppgift av allmänt intresse?'\n",
        "# H6: 'Som #1'".replace('\'', "").as_str(),
        "retention:\n- keep: at most 2 years\n",
        "transfers: none\n",
    ] {
        assert!(second.contains(part), "{part}\n{second}");
    }
    let third = read("kameror");
    for part in [
        "subjects:\n- Anmälare\n",
        "basis:\n- legitimate-interests\n",
        "retention:\n  unknown: 'r.xlsx, H7: Så länge det behövs'\n",
        "transfers:\n  unknown: 'r.xlsx, I7: USA'\n",
    ] {
        assert!(third.contains(part), "{part}\n{third}");
    }
}

#[test]
fn fields_down_the_side_are_records_with_the_title_above() {
    let workspace = workspace("DK");
    let (_, _, sheets) = shapes().swap_remove(1);
    import(&workspace, "r.xlsx", xlsx(&sheets), &[]).is(0);
    let first = workspace.read("registers/testby/activities/aktivitet-1-henvendelser.yaml");
    for part in [
        "title: 'Aktivitet 1: Henvendelser'\n",
        "basis:\n- consent\n",
        "retention:\n- keep: at most 24 months\n  from: last-contact\n",
        "text: 'Baggrund: Byrådets beslutning'",
    ] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    let second = workspace.read("registers/testby/activities/aktivitet-2-nyhedsbrev.yaml");
    assert!(second.contains("basis:\n- legitimate-interests\n- contract\n"), "{second}");
    assert!(second.contains("retention:\n- keep: 2 years\n  from: customer-relationship-ends\n"), "{second}");
}

#[test]
fn merged_cells_hold_for_their_rows_and_are_named_by_range() {
    let workspace = workspace("SE");
    let (_, _, sheets) = shapes().swap_remove(2);
    let out = import(&workspace, "r.xlsx", xlsx(&sheets), &[]).is(0).out;
    assert!(out.contains("A3:A5 Enhet: \"Bibliotek\""), "{out}");
    let loan = workspace.read("registers/testby/activities/lan.yaml");
    assert!(
        loan.contains("# F3: Lånekort\ndata:\n- library-card\n- Återlämning\n") && loan.contains("transfers: none"),
        "{loan}"
    );
    assert!(workspace.read("registers/testby/activities/bokbuss.yaml").contains("text: 'Enhet: Bibliotek'"));
    // Nobody knows whether it is the unit or the activity.
    assert!(out.contains("A6:B6 Enhet: \"Ingen uppgift\" -> an internal note"), "{out}");
}

#[test]
fn known_parties_are_recognised_by_their_exact_name_and_new_ones_are_recorded() {
    let workspace = workspace("SE");
    workspace.write(
        "registers/testby/shared/mine.yaml",
        "processors: {molnet: {name: Molnet AB}}\nsystems: {w3: {name: Web 3}}\n",
    );
    let table = sheet(&[
        &["Behandling", "Ändamål", "Mottagare", "Personuppgiftsbiträden", "System", "Nämnd"],
        &[
            "Bokning",
            "hyra ut",
            "Molnet AB, föreningar",
            "molnet ab; Drift & Vård AB; se bilaga",
            "Web 3, Bokat",
            "Oklart",
        ],
    ]);
    import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0);
    let file = workspace.read("registers/testby/activities/bokning.yaml");
    assert!(file.contains("recipients:\n- associations\n"), "{file}");
    assert!(file.contains("processors:\n- molnet\n- drift-vard-ab\n- unknown: 'r.xlsx, D2: se bilaga'\n"), "{file}");
    assert!(file.contains("systems:\n- w3\n- bokat\n"), "{file}");
    let parties = workspace.read("registers/testby/shared/imported.yaml");
    assert!(parties.contains("processors:\n  drift-vard-ab:\n    name: Drift & Vård AB\n"), "{parties}");
    assert!(parties.contains("systems:\n  bokat:\n    name: Bokat\n"), "{parties}");
    assert!(!workspace.check().out.contains("id-unknown"));
}

#[test]
fn letters_below_a_header_that_names_the_article_are_grounds() {
    let workspace = workspace("SE");
    let table = sheet(&[
        &[
            "Behandling",
            "Ändamål",
            "Rättslig grund (art. 6.1)",
            "Känsliga personuppgifter",
            "Undantag (artikel 9.2)",
            "Ses över",
            "Konsekvensbedömning krävs",
            "Nästa översyn",
        ],
        &["Vård", "ge vård", "c, e", "hälsa", "h", "", "x", "2027-05-01"],
        &["Råd", "ge råd", "e", "Nej", "b", "", "kanske", "våren"],
    ]);
    import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0);
    let care = workspace.read("registers/testby/activities/vard.yaml");
    for part in [
        "basis:\n- legal-obligation\n- public-task\n",
        "  exception:\n  - care\n",
        "required: yes",
        "review: 2027-05-01",
    ] {
        assert!(care.replace('\'', "").contains(part), "{part}\n{care}");
    }
    let advice = workspace.read("registers/testby/activities/rad.yaml");
    for part in ["'Undantag (artikel 9.2): b'", "'Konsekvensbedömning krävs: kanske'", "'Nästa översyn: våren'"] {
        assert!(advice.contains(part), "{part}\n{advice}");
    }
    assert!(!advice.contains("exception"), "{advice}");
}

/// A table of one activity with an answer in each of these columns, and the file that it becomes.
fn file_of(country: &str, columns: &[(&str, &str)]) -> (String, String) {
    let workspace = workspace(country);
    let heads: Vec<&str> = ["Behandling", "Ändamål"].into_iter().chain(columns.iter().map(|(head, _)| *head)).collect();
    let cells: Vec<&str> = ["Bokning", "hyra ut"].into_iter().chain(columns.iter().map(|(_, cell)| *cell)).collect();
    let out = import(&workspace, "r.xlsx", xlsx(&[sheet(&[&heads, &cells])]), &[]).is(0).out;
    (workspace.read("registers/testby/activities/bokning.yaml"), out)
}

#[test]
fn an_answer_about_the_register_is_nobody_and_nothing() {
    for (head, cells) in [
        (
            "Personuppgiftsbiträde",
            &[
                "Inget biträde",
                "Avtal finns",
                "Egen drift",
                "Kommunen själv",
                "Under upphandling",
                "Ska utredas",
                "Kolla med Eva",
                "Leverantören",
                "Tidigare Visma AB",
                "Visma och Tieto",
                "Undersøges",
                "Driftas lokalt",
            ][..],
        ),
        ("Mottagare", &["Lämnas inte ut", "Inte polisen", "Utreds", "Kolla med Eva", "Videregives ikke"]),
        ("Personuppgifter", &["Nej (hälsa)", "Ej hälsa", "Nej, men kan förekomma"]),
        ("Källor", &["Utreds"]),
        ("Tredjeland", &["Ja (USA)", "Förekommer (USA)", "Support (Indien)", "Data lagras i Sverige (USA)"]),
    ] {
        for cell in cells {
            let (file, out) = file_of("SE", &[(head, *cell)]);
            assert!(file.contains(&format!("C2: {cell}'")) && file.contains("unknown:"), "{head} {cell}\n{file}");
            assert!(!file.contains("- to:"), "{file}");
            assert!(out.contains("! C2"), "{out}");
        }
    }
    let (file, _) = file_of("DK", &[("Databehandlere", "KMD A/S; Systematic A/S")]);
    assert!(file.contains("- kmd-a-s\n- systematic-a-s\n"), "{file}");
}

#[test]
fn another_controller_than_those_of_the_register_is_an_error() {
    let workspace = workspace("SE");
    let table =
        sheet(&[&["Behandling", "Ändamål", "Personuppgiftsansvarig"], &["Stöd", "ge stöd", "Socialnämnden i Fjärrby"]]);
    import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0);
    let file = workspace.read("registers/testby/activities/stod.yaml");
    assert!(file.contains("# C2: Socialnämnden i Fjärrby\ncontroller: socialnamnden-i-fjarrby\n"), "{file}");
    assert!(workspace.check().out.contains("error[id-unknown]"), "{}", workspace.check().out);
}

#[test]
fn a_status_is_read() {
    let status = |cell: &str| file_of("SE", &[("Status", cell)]).0;
    assert!(status("Avslutad").contains("status: ended\n"));
    assert!(!status("Pågående").contains("status"));
    assert!(status("granskad").contains("text: 'Status: granskad'"));
}

#[test]
fn a_header_of_three_rows_names_the_letter_of_a_cross() {
    let workspace = workspace("SE");
    let table = sheet(&[
        &["Behandling", "Ändamål", "Rättslig grund", "", "", "Mottagare"],
        &["", "", "Artikel 6.1", "", "", ""],
        &["", "", "a", "c", "e", ""],
        &["Lån", "låna ut", "", "x", "", "Inga"],
        &["Råd", "ge råd", "", "(x)", "x", "Inga"],
    ])
    .merged(&[(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (1, 2, 1, 4), (0, 5, 2, 5)]);
    import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0);
    let loan = workspace.read("registers/testby/activities/lan.yaml");
    assert!(loan.contains("basis:\n- legal-obligation\n"), "{loan}");
    let advice = workspace.read("registers/testby/activities/rad.yaml");
    assert!(advice.contains("c: (x)'\n- public-task\n"), "{advice}");
    assert!(!workspace.path("registers/testby/activities/behandling.yaml").exists());
}

#[test]
fn a_line_below_the_table_is_no_part_of_its_last_row() {
    let workspace = workspace("SE");
    let table = sheet(&[
        &["Behandling", "Ändamål", "Mottagare", "Lagringstid"],
        &["Lån", "låna ut", "Inga", "2 år"],
        &["", "", "", "Källa: planen"],
    ]);
    let out = import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0).out;
    let loan = workspace.read("registers/testby/activities/lan.yaml");
    assert!(!loan.contains("planen") && out.contains("Källa: planen"), "{loan}\n{out}");
}
