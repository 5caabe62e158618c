//! The last sheet of a workbook, for programs: what the workbook is of and, in the internal one of the municipality, the
//! register as written.

use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::document::audience::Source;
use crate::document::scene::Scene;
use crate::document::sheet::cells::word;
use crate::register::spelled;

/// The word in the first cell of the row that tells what the workbook is of.
pub(crate) const KIND: &str = "ropa";
/// The version of the form of the sheet.
pub(crate) const FORM: &str = "1";
/// The longest piece of a text, in UTF-16 units: less than a cell can hold.
const PIECE: usize = 32_000;

/// What a workbook is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mark {
    /// The id of the municipality.
    pub municipality: String,
    /// The id of the controller, if it is of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller: Option<String>,
    /// The code of its language.
    pub language: String,
    /// The folder of its audience.
    pub audience: String,
    /// Its day.
    pub day: String,
    /// The version of the program that wrote it.
    pub version: String,
}

/// The sheet: its name, what it is, its heads and its rows.
pub(crate) struct Carried {
    /// The name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// The heads: file, piece, content.
    pub heads: [String; 3],
    /// The rows.
    pub rows: Vec<[String; 3]>,
}

impl Carried {
    /// The sheet of a controller's workbook, or of the municipality's with the files of the register.
    pub(super) fn of(
        scene: &Scene,
        (controller, day): (Option<&str>, civil::Date),
        files: &[(String, String)],
    ) -> Self {
        let mark = Mark {
            municipality: scene.register.id.clone(),
            controller: controller.map(str::to_owned),
            language: scene.lang().code().to_owned(),
            audience: scene.audience().folder().to_owned(),
            day: day.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let mark = serde_json::to_string(&mark).unwrap_or_default();
        let mut rows = vec![[KIND.to_owned(), FORM.to_owned(), mark]];
        for (path, text) in files {
            let pieces = (1..).zip(pieces(text));
            rows.extend(pieces.map(|(number, piece)| [path.clone(), number.to_string(), piece.to_owned()]));
        }
        Self {
            name: word(scene, "carried"),
            about: word(scene, "about-carried"),
            heads: ["file", "piece", "content"].map(|key| word(scene, key)),
            rows,
        }
    }
}

/// The files of an internal register as JSON, each with its path below the municipality. A public register lacks what its
/// internal fields say: it could not be made again.
#[must_use]
pub(crate) fn files(source: Source) -> Vec<(String, String)> {
    let Source::Internal(checked) = source else { return Vec::new() };
    spelled::files(checked.written().register())
        .into_iter()
        .map(|(path, value)| (path, escaped(&value.to_string())))
        .collect()
}

/// JSON in which every sign is written that a reader of sheets would replace.
fn escaped(json: &str) -> String {
    let is_replaced = |letter: char| letter.is_control() || letter == '\u{FEFF}';
    if !json.contains(is_replaced) {
        return json.to_owned();
    }
    let letter = |letter: char| match is_replaced(letter) {
        true => format!("\\u{:04x}", u32::from(letter)),
        false => letter.to_string(),
    };
    json.chars().map(letter).collect()
}

/// A text in pieces that fit into cells. None begins or ends with a space, and no sign is parted from its accent.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while rest.len() > PIECE {
        let is_cut = |at: &usize| {
            let bytes = rest.as_bytes();
            bytes[*at].is_ascii_alphanumeric() && bytes[*at - 1].is_ascii_alphanumeric()
        };
        let fits = |at: &usize| rest.is_char_boundary(*at);
        let Some(at) = (1..=PIECE).rev().find(is_cut).or_else(|| (1..=PIECE).rev().find(fits)) else { break };
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{escaped, pieces};

    #[test]
    fn pieces_are_the_text_and_fit_into_cells() {
        let text = "åäö ".repeat(20_000);
        let all = pieces(&text);
        assert_eq!(all.concat(), text);
        assert!(all.iter().all(|piece| piece.len() <= 32_000));
        let text = "\"purposes\":[\"skicka räkningar\"],".repeat(3_000);
        let all = pieces(&text);
        assert_eq!(all.concat(), text);
        assert!(all.len() > 2 && all.iter().all(|piece| piece.trim() == *piece && piece.len() <= 32_000));
    }

    #[test]
    fn signs_that_a_reader_replaces_are_written() {
        assert_eq!(escaped("\"a\u{85}b\u{FEFF}\""), "\"a\\u0085b\\ufeff\"");
    }
}
