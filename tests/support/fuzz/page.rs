//! Edits and compiles a complete municipality: published files are harmless to their readers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ropa::internals::document::audience::Source;

use super::base;
use super::edits::Edited;
use super::harmless::{Data, html, markdown, plain, table};
use super::{stages, workbook};

/// Edits a register and compiles both sides. Returns whether it could be compiled.
pub(crate) fn page(bytes: &[u8]) -> bool {
    let mut edited = Edited::new("internal", true);
    edited.follow(&String::from_utf8_lossy(bytes));
    let Ok(checked) = stages::checked(&stages::read_texts(edited.files()), &stages::LAWLESS) else { return false };
    side(Source::Internal(&checked));
    let public = side(Source::Public(&checked.public()));
    for (path, bytes) in &public {
        let book = path.ends_with(".xlsx").then(|| workbook::told(path, bytes));
        let text = book.map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned);
        let word = base::internal_words().find(|word| text.contains(word));
        assert!(word.is_none(), "{path} publishes {word:?}");
    }
    true
}

/// Compiles one side: the same files every time, each harmless.
fn side(source: Source) -> BTreeMap<String, Vec<u8>> {
    let files = stages::compiled(source);
    assert!(files == stages::compiled(source), "compiled twice, and not the same");
    for (path, bytes) in &files {
        let stays = path.split('/').all(|part| !matches!(part, "" | "." | "..")) && !path.contains(['\\', '\0']);
        assert!(stays, "{path} leads out of the folder");
        harmless(path, bytes);
    }
    files
}

fn harmless(path: &str, bytes: &[u8]) {
    if path.ends_with(".xlsx") {
        return plain(path, &workbook::told(path, bytes));
    }
    let text = std::str::from_utf8(bytes).unwrap();
    plain(path, text);
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") if path.split('/').nth(2) == Some("fragments") => fragment(path, text),
        Some("html") => html(path, text),
        Some("md") => markdown(path, text),
        Some("csv") => table(path, bytes),
        Some("json") => Data::json(bytes),
        _ => panic!("{path} is a file of no kind"),
    }
}

/// A page around a fragment has only our elements, no script, and no id that is not of the fragment.
#[track_caller]
fn fragment(name: &str, text: &str) {
    let around = format!("<!doctype html><title>x</title><p>{text}</p>");
    html(name, &around);
    assert!(!text.contains("<script") && !text.contains("<link"), "{name} runs or loads something");
    let strange = text.split(" id=\"").skip(1).find(|id| !id.starts_with("ropa-"));
    assert!(strange.is_none(), "{name} has the id {strange:?}");
    assert!(text.starts_with("<div class=\"ropa\"") && text.ends_with("</div>\n"), "{name} is not one element");
}
