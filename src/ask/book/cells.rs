//! Cells for answers, and the lists to choose from.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};

use super::{LISTS, Looks, VALUE, VALUES};
use crate::ask::form::Kind;
use crate::ask::words::Words;

/// The choices of a cell as a column of the hidden sheet; the same choices stand there once.
pub(super) fn list_of(lists: &mut Vec<Vec<String>>, labels: Vec<String>) -> Formula {
    let length = labels.len();
    let index = lists.iter().position(|list| *list == labels).unwrap_or_else(|| {
        lists.push(labels);
        lists.len() - 1
    });
    let column = column_name(index);
    Formula::new(format!("='{LISTS}'!${column}$1:${column}${length}"))
}

/// The letters of a column.
fn column_name(index: usize) -> String {
    let (mut rest, mut letters) = (index + 1, Vec::new());
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The cells for answers: the first `open` ones can be filled in.
pub(super) fn values(
    sheet: &mut Worksheet,
    row: u32,
    (kind, open): (&Kind, u16),
    (words, looks): (&Words, &Looks),
    lists: &mut Vec<Vec<String>>,
) -> Result<(), XlsxError> {
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    for cell in 0..VALUES {
        sheet.write_blank(row, VALUE + cell, if cell < open { &looks.open } else { &looks.locked })?;
    }
    let Some(last) = (VALUE + open).checked_sub(1).filter(|last| *last >= VALUE) else { return Ok(()) };
    let (choice, help) = match kind {
        Kind::Choice { choices, is_open } if !choices.is_empty() => {
            let labels = choices.iter().map(|choice| choice.label.clone()).collect();
            let style = if *is_open { DataValidationErrorStyle::Information } else { DataValidationErrorStyle::Stop };
            let choice = DataValidation::new().allow_list_formula(list_of(lists, labels)).set_error_style(style);
            (choice.show_error_message(!is_open), if *is_open { "own-words" } else { "choose" })
        }
        Kind::YesNo => {
            (DataValidation::new().allow_list_formula(list_of(lists, vec![word("yes"), word("no")])), "choose")
        }
        Kind::Date => (DataValidation::new().allow_any_value(), "date-help"),
        Kind::Period => (DataValidation::new().allow_any_value(), "period-help"),
        Kind::Number => (DataValidation::new().allow_any_value(), "number-help"),
        _ => return Ok(()),
    };
    let choice = choice.set_input_message(word(help))?;
    sheet.add_data_validation(row, VALUE, row, last, &choice)?;
    Ok(())
}
