//! Reads bytes as `ropa.toml`.

use std::path::{Component, Path};

use ropa::internals::config::Config;
use ropa::internals::render::html::{Look, Pages};
use ropa::internals::say::Tongue;

use super::stages;

/// Reads settings and uses them. Returns whether they are valid.
pub(crate) fn config(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match Config::parse(Path::new("ropa.toml"), &text) {
        Ok(config) => {
            let is_hex = |colour: &str| {
                colour.strip_prefix('#').is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            };
            let [colour, colour_dark] = [config.brand.colour().to_owned(), config.brand.colour_dark()];
            for colour in [&colour, &colour_dark] {
                assert!(is_hex(colour) && colour.len() == 7, "{colour} is not a colour");
            }
            for folder in [&config.folders.registers, &config.folders.out] {
                let is_below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
                assert!(folder.components().all(is_below), "{} is not below the workspace", folder.display());
            }
            let owned = |text: Option<&str>| text.map(str::to_owned);
            let [name, footer] = [config.brand.name(), config.brand.footer()].map(owned);
            let [accessibility, report, site] =
                [config.brand.accessibility(), config.brand.report(), config.brand.site()].map(owned);
            let look = Look { colour, colour_dark, name, footer, accessibility, report, site, ..Look::default() };
            Pages::new(&look).unwrap();
            let names = config.municipality.keys().map(String::as_str).chain([stages::NAME]);
            names.for_each(|name| _ = config.levels_of(name));
            true
        }
        Err(fault) => {
            let message = fault.message();
            Tongue::ALL.into_iter().for_each(|tongue| assert!(message.get(tongue).contains("ropa.toml")));
            false
        }
    }
}
