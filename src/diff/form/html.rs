//! A comparison as one HTML page, before and after side by side.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, context, value::Serde};

use crate::assets;
use crate::diff::form::Told;
use crate::render::html::Error;
use crate::visible;

/// The comparison as a page that needs nothing from elsewhere.
///
/// # Errors
/// When the program's own template is missing or wrong.
pub fn page(told: &Told) -> Result<String, Error> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.add_template("diff", assets::text("diff.html.j2")?)?;
    let page = templates.get_template("diff")?.render(context! { told => Serde(told) })?;
    Ok(visible::markup(&page))
}
