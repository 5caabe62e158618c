//! Errors of the reader of spreadsheets.

use super::{MAX_CELLS, MAX_COLUMNS, MAX_FILE, MAX_MERGED, MAX_ROWS, MAX_SHEETS, MAX_TEXT};
use crate::error::{Cause, Error};
use crate::say;

pub(super) fn damaged(cause: impl Into<Cause>) -> Error {
    Error::new(say!(
        en: "the spreadsheet is damaged; open it in Excel or LibreOffice and save it again",
        sv: "kalkylarket är skadat; öppna det i Excel eller LibreOffice och spara det igen",
        da: "regnearket er beskadiget; åbn det i Excel eller LibreOffice, og gem det igen",
    ))
    .because(cause)
}

pub(super) fn no_sheet() -> Error {
    Error::new(say!(
        en: "this is not a spreadsheet; save it as .xlsx, .ods or .csv",
        sv: "det här är inte ett kalkylark; spara det som .xlsx, .ods eller .csv",
        da: "dette er ikke et regneark; gem det som .xlsx, .ods eller .csv",
    ))
}

pub(super) fn old_or_locked() -> Error {
    Error::new(say!(
        en: "the spreadsheet has the old format .xls or a password; save it as .xlsx without a password",
        sv: "kalkylarket har det gamla formatet .xls eller ett lösenord; spara det som .xlsx utan lösenord",
        da: "regnearket har det gamle format .xls eller en adgangskode; gem det som .xlsx uden adgangskode",
    ))
}

pub(super) fn too_large() -> Error {
    let most = MAX_FILE >> 20;
    Error::new(say!(
        en: "the spreadsheet is larger than {most} MiB",
        sv: "kalkylarket är större än {most} MiB",
        da: "regnearket er større end {most} MiB",
    ))
}

pub(super) fn too_large_unpacked(most: u64) -> Error {
    let most = most >> 20;
    Error::new(say!(
        en: "the spreadsheet is larger than {most} MiB when it is unpacked",
        sv: "kalkylarket är större än {most} MiB när det packas upp",
        da: "regnearket er større end {most} MiB, når det pakkes ud",
    ))
}

pub(super) fn too_many_sheets() -> Error {
    Error::new(say!(
        en: "the spreadsheet has more than {MAX_SHEETS} sheets",
        sv: "kalkylarket har fler än {MAX_SHEETS} blad",
        da: "regnearket har mere end {MAX_SHEETS} ark",
    ))
}

pub(super) fn too_many_rows(sheet: &str) -> Error {
    Error::new(say!(
        en: "sheet `{sheet}` has content below row {MAX_ROWS}",
        sv: "bladet `{sheet}` har innehåll nedanför rad {MAX_ROWS}",
        da: "arket `{sheet}` har indhold under række {MAX_ROWS}",
    ))
}

pub(super) fn too_many_columns(sheet: &str) -> Error {
    Error::new(say!(
        en: "sheet `{sheet}` has more than {MAX_COLUMNS} columns",
        sv: "bladet `{sheet}` har fler än {MAX_COLUMNS} kolumner",
        da: "arket `{sheet}` har mere end {MAX_COLUMNS} kolonner",
    ))
}

pub(super) fn too_many_cells() -> Error {
    Error::new(say!(
        en: "the spreadsheet has more than {MAX_CELLS} filled cells, or too much text",
        sv: "kalkylarket har fler än {MAX_CELLS} ifyllda celler, eller för mycket text",
        da: "regnearket har mere end {MAX_CELLS} udfyldte celler eller for meget tekst",
    ))
}

pub(super) fn too_many_merged(sheet: &str) -> Error {
    Error::new(say!(
        en: "sheet `{sheet}` has more than {MAX_MERGED} merged cells",
        sv: "bladet `{sheet}` har fler än {MAX_MERGED} sammanslagna celler",
        da: "arket `{sheet}` har mere end {MAX_MERGED} flettede celler",
    ))
}

pub(super) fn too_long(sheet: &str, cell: &str) -> Error {
    Error::new(say!(
        en: "cell {cell} of sheet `{sheet}` has more than {MAX_TEXT} characters",
        sv: "cell {cell} i bladet `{sheet}` har fler än {MAX_TEXT} tecken",
        da: "celle {cell} i arket `{sheet}` har mere end {MAX_TEXT} tegn",
    ))
}
