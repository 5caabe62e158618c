//! Renders a table that a script can sort and filter. Without the script it is shown whole.

use std::fmt::Write as _;

use crate::document::table::{Cell, Table};
use crate::language::line::Line;
use crate::render::elements::{escape, runs};

/// The table as HTML. `root` is the relative path to the output root.
#[must_use]
pub(crate) fn table(table: &Table, root: &str) -> String {
    let Table { columns, rows, caption, sort, filter, shown } = table;
    let mut page = String::new();
    attribute("<p id=\"filter\" hidden data-label=\"", filter, &mut page);
    attribute(" data-shown=\"", shown, &mut page);
    attribute(" data-sort=\"", sort, &mut page);
    page.push_str("></p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"caption\">\n");
    page.push_str("<table class=\"sortable\">\n<caption id=\"caption\" class=\"unseen\">");
    runs(caption, root, &mut page);
    page.push_str("</caption>\n<thead><tr>");
    for column in columns {
        page.push_str("<th scope=\"col\">");
        runs(column, root, &mut page);
        page.push_str("</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        page.push_str("<tr>");
        for (number, Cell { line, place }) in row.iter().enumerate() {
            let [open, close] = if number == 0 { ["<th scope=\"row\"", "</th>"] } else { ["<td", "</td>"] };
            _ = write!(page, "{open} data-place=\"{place}\">");
            runs(line, root, &mut page);
            page.push_str(close);
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
    page
}

/// Appends an attribute up to its closing quote.
fn attribute(begin: &str, value: &Line, page: &mut String) {
    page.push_str(begin);
    escape(&value.plain(), page);
    page.push('"');
}
