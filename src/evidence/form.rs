//! The evidence as Markdown and as a page.

use std::fmt::Write as _;

use minijinja::{AutoEscape, Environment, UndefinedBehavior, context, value::Serde};

use crate::assets;
use crate::error::Error;
use crate::evidence::Evidence;
use crate::render::words::escape;
use crate::visible;

/// The template of the page.
const PAGE: &str = "evidence.html.j2";

/// The evidence as a page of its own.
///
/// # Errors
/// If the template is missing or invalid.
pub(crate) fn html(evidence: &Evidence) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let page = templates.render_str(assets::text(PAGE)?, context! { evidence => Serde(evidence) });
    page.map(|page| visible::markup(&page)).map_err(|cause| assets::damaged_template(PAGE, cause))
}

/// The evidence as Markdown.
#[must_use]
pub(crate) fn markdown(evidence: &Evidence) -> String {
    let Evidence { title, summary, length, result, labels, rows, open, lang: _, notice_lang: _ } = evidence;
    let plain = |text: &str| {
        let mut safe = String::new();
        escape(&visible::line(text), true, &mut safe);
        safe
    };
    let mut text = format!("# {}\n\n{}\n\n**{}**\n\n{}\n", plain(title), plain(summary), plain(result), plain(length));
    for row in rows {
        _ = write!(text, "\n## {}\n\n{}\n\n", plain(&row.item), plain(&row.law));
        if row.absent.is_empty() {
            _ = writeln!(text, "{}:\n", plain(&labels.sentences));
        } else {
            _ = writeln!(text, "**{}**", plain(&row.absent));
        }
        row.sentences.iter().for_each(|sentence| _ = writeln!(text, "- {}", plain(sentence)));
        if !row.places.is_empty() {
            let places: Vec<String> = row.places.iter().map(|place| plain(place)).collect();
            _ = writeln!(text, "\n{}: {}", plain(&labels.places), places.join(", "));
        }
    }
    if !open.is_empty() {
        _ = write!(text, "\n## {}\n\n", plain(&labels.open));
        open.iter().for_each(|line| _ = writeln!(text, "- {}", plain(line)));
    }
    text
}
