//! Values that could be what a changed cell means: each is tried, and taken only if the workbook then says so.

use super::edits::{Edit, Moved};
use super::fill;
use super::readings::{Reader, Records};
use super::view::Kind;
use crate::draft::put::{Change, Put, Step, Wanted};
use crate::format::yaml::{self, Kind as Shape, Node};
use crate::model::period::Keep;
use crate::source::{File, Sources};

/// A change of a file that a cell could mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    /// The index of the file.
    pub(super) file: usize,
    /// Whether it is the file of the activity of the row.
    pub(super) is_own: bool,
    /// The change.
    pub(super) put: Put,
}

/// The most proposals for a cell that are tried.
pub(super) const MOST: usize = 60;

/// The files that a row can be about: that of its activity first, then the shared ones and those of its parents.
pub(super) fn files<'s>(sources: &'s Sources, group: &str, kind: Kind) -> Vec<(usize, &'s File, bool)> {
    let is_own = |file: &File| kind != Kind::Cover && holds(file, group);
    let whole = group.split_once('/').map(|(whole, _)| whole);
    let can_be = |file: &File| {
        file.inside.starts_with("shared/")
            || file.inside.starts_with("municipality.y")
            || whole.is_some_and(|whole| kind != Kind::Cover && holds(file, whole))
    };
    let all = sources.files.iter().enumerate();
    let mut found: Vec<_> = all.map(|(at, file)| (at, file, is_own(file))).collect();
    found.retain(|(_, file, is_own)| *is_own || can_be(file));
    found.sort_by_key(|(at, _, is_own)| (!is_own, *at));
    found
}

/// Whether a file has the activity with an id.
pub(super) fn holds(file: &File, id: &str) -> bool {
    file.inside.starts_with("activities/")
        && yaml::parse(0, &file.text, &mut Vec::new())
            .is_some_and(|root| root.get("id").and_then(Node::text) == Some(id))
}

/// The changes that a changed cell could mean, with the text that the cell has now.
pub(super) fn of_cell(sources: &Sources, edit: &Edit, (now, new): (&str, &str), reader: Reader) -> Vec<Proposal> {
    let mut all = Vec::new();
    for (file, own, is_own) in files(sources, &edit.group, edit.kind) {
        let Some(root) = yaml::parse(0, &own.text, &mut Vec::new()) else { continue };
        let mut puts = Vec::new();
        if edit.kind == Kind::Transfers {
            puts.extend(fill::certainty(&root, new, reader));
        }
        if now.is_empty() {
            puts.extend(fill::empty(&root, edit, new, reader));
        } else {
            texts(&root, (now, new), reader, &mut puts);
            if let Some(line) = added(now, new) {
                puts.extend(fill::longer(&root, now, &line, reader));
            }
            puts.extend(fill::unstated(&root, edit, new, reader).into_iter().filter(|_| is_own));
        }
        all.extend(puts.into_iter().map(|put| Proposal { file, is_own, put }));
    }
    all.dedup();
    all.truncate(MOST);
    all
}

/// The changes that a new row could mean.
pub(super) fn of_row(sources: &Sources, moved: &Moved, reader: Reader) -> Vec<Proposal> {
    let own = files(sources, &moved.row.group, moved.kind).into_iter().find(|(_, _, is_own)| *is_own);
    let Some((file, own, is_own)) = own else { return Vec::new() };
    let Some(root) = yaml::parse(0, &own.text, &mut Vec::new()) else { return Vec::new() };
    let puts = fill::row(&root, moved, reader);
    puts.into_iter().take(MOST).map(|put| Proposal { file, is_own, put }).collect()
}

/// The line that a text has more than another.
fn added(now: &str, new: &str) -> Option<String> {
    let rest = new.strip_prefix(now)?.strip_prefix('\n')?;
    (!rest.contains('\n')).then(|| rest.to_owned())
}

/// Values of the file that the cell shows, replaced so that the cell could say the new text.
fn texts(root: &Node, (now, new): (&str, &str), reader: Reader, puts: &mut Vec<Put>) {
    let mut path = Vec::new();
    walk(root, &mut path, &mut |path, node| match &node.kind {
        Shape::Map(_) => {
            let reason = node.get("unknown").and_then(|reason| words(reason, reader));
            if let Some(reason) = reason {
                puts.extend(gap(path, reason, (now, new), reader));
            }
        }
        Shape::Scalar { text, .. } => {
            let text = text.trim();
            for to in replaced(text, (now, new), reader) {
                puts.push(set(path, &to));
            }
        }
        Shape::Seq(_) => {}
    });
}

/// The words of a text in the language of the workbook.
pub(super) fn words<'n>(node: &'n Node, reader: Reader) -> Option<&'n str> {
    node.text().or_else(|| node.get(reader.language.lang.code())?.text())
}

/// What a text becomes if the cell that shows it changes from `now` to `new`.
fn replaced(text: &str, (now, new): (&str, &str), reader: Reader) -> Vec<String> {
    let mut all = Vec::new();
    for form in reader.forms(text) {
        for (at, _) in now.match_indices(&form.shown).take(8) {
            let (before, after) = (&now[..at], &now[at + form.shown.len()..]);
            let middle = new.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            if let Some(words) = middle.filter(|words| !words.trim().is_empty()) {
                all.extend(reader.back(&form, words));
            }
        }
    }
    if Keep::spelled(text).as_deref() == Some(text) {
        all.extend(periods(text, (now, new)));
    }
    all.retain(|other| other != text);
    all
}

/// The periods that the changed words of a cell can mean, with the bounds of the one that is there.
fn periods(text: &str, (now, new): (&str, &str)) -> Vec<String> {
    let bound = ["at most about ", "at least about ", "at most ", "at least ", "about "];
    let bound = bound.into_iter().find(|bound| text.starts_with(bound)).unwrap_or_default();
    let line = new.lines().zip(now.lines()).find(|(new, now)| new != now).map_or(new, |(new, _)| new);
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut all = Vec::new();
    for length in (1..=4).rev() {
        for some in words.windows(length) {
            let some = some.join(" ");
            let found = Keep::spelled(some.trim_matches([',', '.', ';', ':', '(', ')']));
            if let Some(period) = found.filter(|period| !all.contains(period)) {
                all.push(format!("{bound}{period}"));
                all.push(period);
            }
        }
    }
    all.truncate(12);
    all
}

/// A gap that the cell tells, replaced by what the cell says instead.
fn gap(path: &[Step], reason: &str, (now, new): (&str, &str), reader: Reader) -> Vec<Put> {
    if !now.contains(reason.trim_end_matches('.')) {
        return Vec::new();
    }
    let words = changed(now, new);
    let mut all = reader.readings(&words);
    if words != new {
        all.extend(reader.readings(new));
    }
    all.iter().map(|value| set(path, value)).collect()
}

/// The words of a text that another does not have, whole words and lines.
pub(super) fn changed(now: &str, new: &str) -> String {
    let is_between = |letter: char| letter.is_whitespace();
    let same = now.char_indices().zip(new.chars()).take_while(|((_, one), other)| one == other);
    let start = same.map(|((at, letter), _)| at + letter.len_utf8()).last().unwrap_or_default();
    let start = new[..start].rfind(is_between).map_or(0, |at| at + new[at..].chars().next().map_or(1, char::len_utf8));
    let tail = now[start.min(now.len())..].chars().rev().zip(new[start..].chars().rev());
    let tail: usize = tail.take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum();
    let end = new.len() - tail;
    let end = new[end..].find(is_between).map_or(new.len(), |at| end + at);
    new[start..end.max(start)].trim().to_owned()
}

/// A value at a path.
pub(super) fn set(path: &[Step], to: &str) -> Put {
    set_wanted(path, Wanted::Scalar(to.to_owned()), None)
}

/// A value at a path; `short` is the key that a lone value there is read as.
pub(super) fn set_wanted(path: &[Step], to: Wanted, short: Option<&str>) -> Put {
    Put { path: path.to_vec(), change: Change::Set { to, short: short.map(str::to_owned), before: Vec::new() } }
}

/// Visits every value below a node with its path.
pub(super) fn walk(node: &Node, path: &mut Vec<Step>, visit: &mut dyn FnMut(&[Step], &Node)) {
    visit(path, node);
    match &node.kind {
        Shape::Scalar { .. } => {}
        Shape::Seq(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(Step::Item(at));
                walk(item, path, visit);
                path.pop();
            }
        }
        Shape::Map(entries) => {
            for (key, value) in entries.iter() {
                let Some(key) = key.text() else { continue };
                if path.is_empty() && matches!(key, "id" | "part-of" | "format") {
                    continue;
                }
                path.push(Step::Key(key.to_owned()));
                walk(value, path, visit);
                path.pop();
            }
        }
    }
}

impl Records {
    /// The records of the files.
    pub(super) fn of_sources(sources: &Sources) -> Self {
        Self::of(&crate::draft::folder::read(sources, &mut Vec::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn the_changed_words_are_whole() {
        assert_eq!(changed("kvar i 2 år", "kvar i 25 år"), "25");
        assert_eq!(changed("uppgift saknas: x", "Molnet AB"), "Molnet AB");
        assert_eq!(changed("a\nb", "a\nc"), "c");
    }
}
