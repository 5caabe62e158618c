//! The to-do list as text for a terminal.

use jiff::civil;

use crate::todo::lines::{self, Style};
use crate::todo::{Item, Todo};
use crate::visible;

const STYLE: Style = Style { words: plain, code: plain };

/// The list as text, as of a day.
#[must_use]
pub fn text(todo: &Todo, day: civil::Date) -> String {
    let mut lines = vec![plain(&lines::title(todo))];
    lines.extend(lines::preface(todo, day));
    if todo.groups.is_empty() {
        lines.extend([String::new(), lines::nothing(todo.tongue)]);
    }
    for group in &todo.groups {
        lines.extend([String::new(), plain(&group.heading)]);
        for matter in &group.matters {
            if let Some(heading) = &matter.heading {
                lines.extend([String::new(), format!("  {}", plain(heading))]);
            }
            matter.items.iter().for_each(|item| self::item(item, todo, &mut lines));
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn item(item: &Item, todo: &Todo, lines: &mut Vec<String>) {
    lines.extend([String::new(), format!("    {}", plain(&item.question))]);
    lines.extend(lines::lines(item, todo.tongue, &STYLE).iter().map(|line| format!("      {line}")));
}

/// Text on one line, with terminal control characters escaped.
fn plain(words: &str) -> String {
    visible::line(&words.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
