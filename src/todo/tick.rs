//! The check boxes of an existing list: whether ropa wrote the file, and which items are ticked.

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_128;

const OPEN: &str = "- [ ] ";
const TICKED: &str = "- [x] ";
const MARK: &str = "<!-- ropa todo ";
const END: &str = " -->";

/// Whether a text was written by [`sealed`] and only ticks were changed since.
#[must_use]
pub(crate) fn is_ours(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    let Some((first, rest)) = text.split_once('\n') else { return false };
    let print = first.strip_prefix(MARK).and_then(|rest| rest.strip_suffix(END));
    print.is_some_and(|print| print == print_of(&unticked(rest)))
}

/// The keys of the ticked items.
#[must_use]
pub(crate) fn ticked(text: &str) -> BTreeSet<&str> {
    text.lines().filter_map(|line| key(ticked_item(line)?)).collect()
}

/// A list with a checksum of the rest in its first line, and with the ticks of an earlier text for items that are
/// listed again.
#[must_use]
pub(crate) fn sealed(list: &str, earlier: &str) -> String {
    let ticked = ticked(earlier);
    let is_ticked = |item: &&str| key(item).is_some_and(|key| ticked.contains(key));
    let line = |line: &str| match line.strip_prefix(OPEN).filter(is_ticked) {
        Some(item) => format!("{TICKED}{item}\n"),
        None => format!("{line}\n"),
    };
    let lines: String = list.lines().map(line).collect();
    format!("{MARK}{}{END}\n{lines}", print_of(&unticked(&lines)))
}

/// The text after the tick in a ticked item.
fn ticked_item(line: &str) -> Option<&str> {
    line.strip_prefix(TICKED).or_else(|| line.strip_prefix("- [X] "))
}

/// The key at the end of an item.
fn key(item: &str) -> Option<&str> {
    let (_, key) = item.trim_end().strip_suffix(END)?.rsplit_once("<!-- ")?;
    Some(key)
}

fn unticked(text: &str) -> String {
    let line = |line: &str| ticked_item(line).map_or_else(|| format!("{line}\n"), |item| format!("{OPEN}{item}\n"));
    text.lines().map(line).collect()
}

fn print_of(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# List\n\n- [ ] **A?** <!-- 1 -->\n  - why\n- [ ] **B?** <!-- 2 -->\n";

    #[test]
    fn a_tick_is_kept_as_long_as_its_item_stands() {
        let ticked_by_hand = sealed(LIST, "").replace("[ ] **A", "[x] **A").replace("[ ] **B", "[X] **B");
        assert_eq!(ticked(&ticked_by_hand), BTreeSet::from(["1", "2"]));
        let next = sealed(&LIST.replace("<!-- 1", "<!-- 3"), &ticked_by_hand);
        assert_eq!(ticked(&next), BTreeSet::from(["2"]));
        assert!(next.contains("- [ ] **A?** <!-- 3 -->") && is_ours(&next));
    }

    #[test]
    fn only_ticks_may_be_changed_in_a_file_of_ours() {
        let ours = sealed(LIST, "");
        assert!(is_ours(&ours) && is_ours(&ours.replace("[ ]", "[x]")) && is_ours(&ours.replace('\n', "\r\n")));
        assert!(!is_ours(&ours.replace("why", "why not")) && !is_ours(&(ours + "a note\n")));
        assert!(!is_ours(LIST) && !is_ours(""));
    }
}
