//! The look of the pages of a build, from `[brand]` in `ropa.toml`.

use crate::Error;
use crate::render::html::Look;

use crate::cli::workspace::Workspace;

/// The look of the pages. `is_alone` if the workspace has one municipality.
pub(super) fn look(workspace: &Workspace, is_alone: bool) -> Result<Look, Error> {
    let brand = &workspace.config.brand;
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Ok(Look {
        colour: brand.colour().to_owned(),
        colour_dark: brand.colour_dark(),
        name: owned(brand.name()),
        logo: workspace.config.logo(&workspace.root)?.map(|logo| (logo.media, logo.bytes)),
        footer: owned(brand.footer()),
        accessibility: owned(brand.accessibility()),
        report: owned(brand.report()),
        site: owned(brand.site()),
        is_alone,
    })
}
