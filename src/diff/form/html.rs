//! A comparison as one HTML page, before and after side by side.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, context, value::Serde};

use crate::assets;
use crate::diff::form::Told;
use crate::error::Error;
use crate::visible;

/// The template of the page.
const PAGE: &str = "diff.html.j2";

/// Renders the comparison as a self-contained page.
///
/// # Errors
/// If the template is missing or invalid.
pub fn page(told: &Told) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    let page = templates.render_str(assets::text(PAGE)?, context! { told => Serde(told) });
    page.map(|page| visible::markup(&page)).map_err(|cause| assets::damaged_template(PAGE, cause))
}
