//! The to-do list as Markdown with check boxes.

use jiff::civil;

use crate::render::message::{code, words};
use crate::todo::lines::{self, Style};
use crate::todo::{Item, Todo};

const STYLE: Style = Style { words, code };

/// The list as Markdown, as of a day. Each item is a check box and ends with its key in a comment, by which
/// [`tick`](crate::todo::tick) identifies it.
#[must_use]
pub fn markdown(todo: &Todo, day: civil::Date) -> String {
    let mut text = format!("# {}\n", words(&lines::title(todo)));
    lines::preface(todo, day).iter().for_each(|line| text.push_str(&format!("\n{}\n", words(line))));
    if todo.groups.is_empty() {
        text.push_str(&format!("\n{}\n", lines::nothing(todo.tongue)));
    }
    for group in &todo.groups {
        text.push_str(&format!("\n## {}\n", words(&group.heading)));
        for matter in &group.matters {
            if let Some(heading) = &matter.heading {
                text.push_str(&format!("\n### {}\n", words(heading)));
            }
            text.push('\n');
            matter.items.iter().for_each(|item| text.push_str(&self::item(item, todo)));
        }
    }
    text
}

fn item(item: &Item, todo: &Todo) -> String {
    let lines: String = lines::lines(item, todo.tongue, &STYLE).iter().map(|line| format!("  - {line}\n")).collect();
    format!("- [ ] **{}** <!-- {} -->\n{lines}", words(&item.question), item.key)
}
