//! A comparison as workflow commands of GitHub Actions, one line for each change. GitHub shows them next to the lines.

use crate::diff::form::flat::{Item, items};
use crate::diff::grade::Grade;
use crate::diff::report::Report;
use crate::report::github::{message, property};
use crate::say::Tongue;

/// All changes as commands. `root` is the path from the current directory to the workspace, ending in `/` or empty.
#[must_use]
pub(crate) fn commands(report: &Report, root: &str, tongue: Tongue) -> String {
    items(report, tongue).iter().map(|item| command(item, root, tongue)).collect()
}

fn command(item: &Item, root: &str, tongue: Tongue) -> String {
    let name = match item.grade {
        None => "warning",
        Some(Grade::Breaking) => "error",
        Some(Grade::Material) => "warning",
        Some(Grade::Minor | Grade::Editorial) => "notice",
    };
    // What is gone has no line in the version after.
    let place = item.site.as_ref().map(|site| match site.is_before {
        true => format!("file={},", property(&format!("{root}{}", site.file))),
        false => format!("file={},line={},", property(&format!("{root}{}", site.file)), site.line),
    });
    let (place, title) = (place.unwrap_or_default(), property(&item.name(tongue)));
    format!("::{name} {place}title={title}::{}\n", message(&item.told()))
}
