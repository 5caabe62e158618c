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
            "Nämnden",
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
    assert!(!workspace.check().out.contains("reference-unresolved"));
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
