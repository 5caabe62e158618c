//! Text that a spreadsheet could take for something else, and text that has no room in a cell.

use calamine::Data;

use super::{compiled, parts, with_every_sheet};
use crate::support::Workspace;
use crate::support::fuzz::workbook::{sheets, text};

const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
const BOOK: &str = "internal/one-language/sv/register.xlsx";

/// Texts that stay what they are.
const HOSTILE: [&str; 8] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "<b>&amp; \\u00e5 ]]></si>",
    "2026-01-31",
    "00123",
    "_x0041_ och \u{1F600}",
];

#[test]
fn a_text_stays_a_text() {
    let workspace = with_every_sheet(Workspace::complete());
    let listed: Vec<String> = HOSTILE.iter().map(|text| format!("'{}'", text.replace('\'', "''"))).collect();
    workspace.edit(FILE, "subjects: [pupil, ", &format!("subjects: [{}, pupil, ", listed.join(", ")));
    workspace.edit(FILE, "title: Skolskjuts\n", "title: '=HYPERLINK(\"https://example.org\")'\n");
    let tree = compiled(&workspace);
    for book in [BOOK, "public/one-language/sv/register.xlsx", "internal/one-language/sv/registers/board.xlsx"] {
        let cells: Vec<String> =
            sheets(book, &tree[book]).iter().flat_map(|(_, rows)| rows.iter().flatten().map(text)).collect();
        for hostile in HOSTILE {
            assert!(cells.iter().any(|cell| cell == hostile), "{book}: {hostile}");
        }
        assert!(cells.iter().any(|cell| cell == "=HYPERLINK(\"https://example.org\")"), "{book}");
    }
    // A spreadsheet would take it for a formula when somebody edits the cell.
    let parts = parts(&tree[BOOK]);
    assert!(parts["xl/styles.xml"].contains("quotePrefix=\"1\""));
}

#[test]
fn a_text_that_is_too_long_for_a_cell_is_there_in_pieces() {
    let workspace = with_every_sheet(Workspace::complete());
    let long: String = (0..9000).map(|number| format!("ord{number} ")).collect();
    let long = long.trim_end().to_owned() + "SLUT";
    assert!(long.len() > 2 * 32_767);
    workspace.edit(
        FILE,
        "summary: Elever som har rätt till skolskjuts får resor till och från skolan.",
        &format!("summary: {long}"),
    );
    let tree = compiled(&workspace);
    let sheets = sheets(BOOK, &tree[BOOK]);
    let (_, pieces) = sheets.iter().find(|(name, _)| name == "Långa texter").unwrap();
    let is_of = |row: &&Vec<Data>| text(&row[0]) == "Behandlingar";
    let whole: String = pieces.iter().skip(1).filter(is_of).map(|row| text(&row[3])).collect();
    assert!(whole == long, "{} letters of {}", whole.len(), long.len());
    let (_, activities) = sheets.iter().find(|(name, _)| name == "Behandlingar").unwrap();
    let begun: Vec<String> =
        activities.iter().flatten().map(text).filter(|cell| cell.contains("Fortsättning")).collect();
    let [begun] = begun.as_slice() else { panic!("{} cells go on", begun.len()) };
    assert!(begun.ends_with("… Fortsättning: bladet Långa texter, cell D2."), "{}", &begun[begun.len() - 60..]);
    let (start, _) = begun.split_once("\n…").unwrap();
    assert!(long.starts_with(start) && start.len() > 32_000, "{}", start.len());
    for cell in sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()) {
        assert!(text(cell).encode_utf16().count() <= 32_767);
    }
    let file = String::from_utf8(tree["internal/one-language/sv/register.csv"].clone()).unwrap();
    assert!(file.contains(&long));
}
