//! The layout of `register.json`: each part of the municipality and each activity on a line of its own.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// The depth of the keys of the whole, and that of the items of a list below them.
const PARTS: usize = 1;
const ITEMS: usize = 2;

/// Writes each key of the outermost object on a line, and each item of the list `rows`.
pub(super) struct Layout {
    rows: &'static str,
    depth: usize,
    /// The last key of the outermost object.
    key: String,
    is_key: bool,
}

impl Layout {
    /// The layout with one line for each item of this list.
    pub(super) fn with_rows(rows: &'static str) -> Self {
        Self { rows, depth: 0, key: String::new(), is_key: false }
    }

    fn is_row(&self) -> bool {
        self.depth == ITEMS && self.key == self.rows
    }
}

impl Formatter for Layout {
    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth -= 1;
        to.write_all(if self.depth == 0 { b"\n}\n" } else { b"}" })
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, is_first: bool) -> io::Result<()> {
        self.is_key = self.depth == PARTS;
        if self.is_key {
            self.key.clear();
        }
        to.write_all(match (self.is_key, is_first) {
            (true, true) => b"\n",
            (true, false) => b",\n",
            (false, true) => b"",
            (false, false) => b",",
        })
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_key = false;
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(if self.depth == PARTS { b": " } else { b":" })
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, to: &mut W, fragment: &str) -> io::Result<()> {
        if self.is_key {
            self.key.push_str(fragment);
        }
        to.write_all(fragment.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.depth += 1;
        to.write_all(if self.is_row() { b"[\n" } else { b"[" })
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, to: &mut W, is_first: bool) -> io::Result<()> {
        to.write_all(match (is_first, self.is_row()) {
            (true, _) => b"",
            (false, true) => b",\n",
            (false, false) => b",",
        })
    }

    fn end_array<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        let is_row = self.is_row();
        self.depth -= 1;
        to.write_all(if is_row { b"\n]" } else { b"]" })
    }
}
