//! The syntax of an input: every line edits a complete register, and any line of bytes is valid.
//!
//! | line | what it does |
//! |---|---|
//! | `%two` | begins with another register |
//! | `@notices/skola.yaml` | goes to a file, which need not exist |
//! | `3=words` | gives line 3 another value |
//! | `3~words` | adds to line 3 |
//! | `3+words` | puts a line after line 3 |
//! | `3-` | removes line 3 |
//! | `3*` | doubles line 3 |
//! | `3>` and `3<` | indents line 3, or takes its indentation back |
//! | anything else | becomes the last line of the file |
//!
//! Lines count from 1, as in an editor, and wrap around at the end of the file.

use super::base::{self, Files};

/// The file that is edited until an input names another.
const FIRST: &str = "activities/skolskjuts.yaml";

/// The current file and the edited files.
pub(crate) struct Edited {
    files: Files,
    path: String,
    keeps_internal: bool,
}

impl Edited {
    /// A register without edits. With `keeps_internal` files with internal texts are not edited.
    pub(crate) fn new(name: &str, keeps_internal: bool) -> Self {
        Self { files: base::files(name), path: FIRST.to_owned(), keeps_internal }
    }

    /// The current files.
    pub(crate) fn files(&self) -> &Files {
        &self.files
    }

    /// Applies every line of an input.
    pub(crate) fn follow(&mut self, input: &str) {
        input.split('\n').for_each(|line| self.line(line));
    }

    fn line(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix('%') {
            *self = Self::new(name, self.keeps_internal);
        } else if let Some(path) = line.strip_prefix('@') {
            let path = base::path(path);
            if !self.keeps_internal || !base::is_internal(&path) {
                self.path = path;
            }
        } else {
            let file = self.files.entry(self.path.clone()).or_default();
            let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
            edit(&mut lines, line);
            *file = lines.join("\n") + "\n";
        }
    }
}

fn edit(lines: &mut Vec<String>, line: &str) {
    let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let mut letters = rest.chars();
    let (Ok(number), Some(what), false) = (number.parse::<usize>(), letters.next(), lines.is_empty()) else {
        return lines.push(line.to_owned());
    };
    let (at, words) = (number.saturating_sub(1) % lines.len(), letters.as_str());
    match what {
        '=' => lines[at] = with_value(&lines[at], words),
        '~' => lines[at].push_str(words),
        '+' => lines.insert(at + 1, words.to_owned()),
        '-' => _ = lines.remove(at),
        '*' => lines.insert(at, lines[at].clone()),
        '>' => lines[at].insert_str(0, "  "),
        '<' => lines[at] = lines[at].strip_prefix("  ").unwrap_or(&lines[at]).to_owned(),
        _ => lines.push(line.to_owned()),
    }
}

/// A line with another value after its key, or after the hyphen of its item.
fn with_value(line: &str, value: &str) -> String {
    let key = line.find(": ").or_else(|| line.find("- ")).map_or("", |at| &line[..at + 2]);
    format!("{key}{value}")
}
