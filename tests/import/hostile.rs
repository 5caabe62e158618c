//! Spreadsheets that are damaged, huge, or want to harm.

use super::book::{csv, packed, sheet, xlsx};
use super::{import, workspace};

#[test]
fn what_is_no_spreadsheet_is_refused_in_words() {
    let workspace = workspace("SE");
    for (name, bytes, said) in [
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "old format .xls or a password"),
        ("a.pdf", b"%PDF-1.7 x".to_vec(), "not a spreadsheet"),
        ("a.html", b"<!DOCTYPE html><table>".to_vec(), "not a spreadsheet"),
        ("a.zip", packed(&[("readme.txt", "x")]), "not a spreadsheet"),
        ("a.xlsx", b"PK\x03\x04damaged".to_vec(), "damaged"),
        ("b.xlsx", packed(&[("xl/workbook.xml", "<workbook")]), "damaged"),
        ("a.ods", packed(&[("content.xml", "<a><b></a>")]), "damaged"),
    ] {
        let run = import(&workspace, name, bytes, &[]).is(3);
        assert!(run.err.contains(said), "{name}: {}", run.err);
    }
    let run = workspace.ropa(&["import", "absent.xlsx"]).is(3);
    assert!(run.err.contains("there is no file absent.xlsx"), "{}", run.err);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_unpacked() {
    let workspace = workspace("SE");
    let spaces = " ".repeat(300 << 20);
    let run = import(&workspace, "a.ods", packed(&[("content.xml", &spaces)]), &[]).is(3);
    assert!(run.err.contains("larger than 256 MiB when it is unpacked"), "{}", run.err);
    let long = sheet(&[&["Behandling", "Ändamål"], &["a", &"x".repeat(40_000)]]);
    let run = import(&workspace, "a.csv", csv(&long), &[]).is(3);
    assert!(run.err.contains("cell B2") && run.err.contains("32767 characters"), "{}", run.err);
    let rows = "a;b\n".repeat(20_001);
    let run = import(&workspace, "b.csv", rows.into_bytes(), &[]).is(3);
    assert!(run.err.contains("content below row 20000"), "{}", run.err);
}

#[test]
fn texts_cannot_leave_their_value_or_their_file() {
    let workspace = workspace("SE");
    let table = sheet(&[
        &["Behandling", "Ändamål", "Rättslig grund", "Vad som helst"],
        &["../../utanför", "a: b\n# c\n&x *y", "avtal\nlaw: [x]\u{202e}", "=HYPERLINK(\"x\")\r\n---\nid: annan"],
        &["con", "{unknown: x}", "- samtycke", "\u{1b}[31mröd"],
        &["Namn\u{7}", "!!tag", "'\"", "%"],
    ]);
    let before = workspace.tree("");
    let out = import(&workspace, "r.xlsx", xlsx(&[table]), &[]).is(0).out;
    assert!(!out.contains('\u{1b}'), "{out:?}");
    let new: Vec<String> = workspace.tree("").into_keys().filter(|path| !before.contains_key(path)).collect();
    let folder = "registers/testby/activities";
    let expected = ["con-1", "namn", "utanfor"].map(|id| format!("{folder}/{id}.yaml"));
    assert_eq!(
        new,
        [vec!["r.xlsx".to_owned(), "registers/testby/.import/r.sheet".to_owned()], expected.to_vec()].concat()
    );
    let found = workspace.check().out;
    for id in ["con-1", "namn", "utanfor"] {
        let text = workspace.read(&format!("{folder}/{id}.yaml"));
        assert!(
            text.contains(&format!("\nid: {id}\n")) && !text.contains("\nid: annan") && !text.contains("\nlaw:"),
            "{text}"
        );
        assert!(!found.contains(&format!("error[yaml-syntax]: {id}")), "{found}");
    }
}
