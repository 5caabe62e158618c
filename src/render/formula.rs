//! Text that a spreadsheet could take for a formula.

/// Whether a text begins like a formula, or like one with an apostrophe before it.
#[must_use]
pub(super) fn is_formula(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
    text.trim_start_matches('\'').starts_with(signs)
}

/// Escapes a cell so that no spreadsheet takes it for a formula, even if it splits the file at `;`, tabs or quotation
/// marks: an apostrophe is put before what could begin one. Removing it gives the original cell.
#[must_use]
pub(super) fn inert(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for (index, letter) in cell.char_indices() {
        if begins && is_formula(&cell[index..]) {
            safe.push('\'');
        }
        begins = matches!(letter, ',' | ';' | '"')
            || begins && letter.is_whitespace()
            || matches!(letter, '\n' | '\r' | '\t');
        safe.push(if matches!(letter, '\r' | '\t') { ' ' } else { letter });
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_formula_is_a_text() {
        assert_eq!(inert("=1+1"), "'=1+1");
        assert_eq!(inert("namn, 50-60 + 1"), "namn, 50-60 + 1");
        assert_eq!(inert("+46 157 43 00 00"), "'+46 157 43 00 00");
        assert_eq!(inert("a;=1, @b \"-c\n  ＝d"), "a;'=1, '@b \"'-c\n  '＝d");
        assert_eq!(inert("\t=1"), " '=1");
    }

    #[test]
    fn the_guard_can_be_taken_away() {
        assert_eq!(inert("'=1"), "''=1");
        assert_eq!(inert("'ord'"), "'ord'");
    }
}
