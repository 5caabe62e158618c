//! `[brand]` in `ropa.toml`: the appearance of pages.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use crate::config::{colour, refuse};
use crate::say;
use crate::say::Message;

/// A setting and its place in the file.
type Written = Option<Spanned<String>>;

/// What is wrong with a setting.
type Check = fn(&str) -> Option<Message>;

/// The colour of links and rules on a light page.
const COLOUR: &str = "#14508c";

/// The appearance of pages. Each setting keeps its place in the file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Brand {
    name: Written,
    logo: Written,
    colour: Written,
    colour_dark: Written,
    footer: Written,
    accessibility: Written,
    report: Written,
    site: Written,
}

impl Brand {
    /// The name in the header of each page; without it, that of the municipality.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        value(&self.name)
    }

    /// The path of the logo below the workspace.
    #[must_use]
    pub fn logo(&self) -> Option<&str> {
        value(&self.logo)
    }

    /// The colour of links and rules on a light page, as `#rrggbb`.
    #[must_use]
    pub fn colour(&self) -> &str {
        value(&self.colour).unwrap_or(COLOUR)
    }

    /// The colour of links and rules on a dark page: the one that is written, or a lighter shade of the other.
    #[must_use]
    pub fn colour_dark(&self) -> String {
        value(&self.colour_dark).map_or_else(|| colour::lightened(self.colour()), str::to_owned)
    }

    /// A line at the foot of each page.
    #[must_use]
    pub fn footer(&self) -> Option<&str> {
        value(&self.footer)
    }

    /// The address of the accessibility statement.
    #[must_use]
    pub fn accessibility(&self) -> Option<&str> {
        value(&self.accessibility)
    }

    /// The e-mail address or web page for what is wrong or missing.
    #[must_use]
    pub fn report(&self) -> Option<&str> {
        value(&self.report)
    }

    /// The address at which the public output is published.
    #[must_use]
    pub fn site(&self) -> Option<&str> {
        value(&self.site)
    }

    /// The first error, with its place in the file as a byte.
    pub(super) fn fault(&self) -> Option<(usize, Message)> {
        let checks: [(&Written, Check); 8] = [
            (&self.name, |name| refuse::title("brand.name", name)),
            (&self.logo, |logo| refuse::not_below("brand.logo", Path::new(logo))),
            (&self.colour, colour::on_light),
            (&self.colour_dark, colour::on_dark),
            (&self.footer, |footer| refuse::title("brand.footer", footer)),
            (&self.accessibility, accessibility),
            (&self.report, report),
            (&self.site, site),
        ];
        checks.into_iter().find_map(|(written, check)| {
            let written = written.as_ref()?;
            Some((written.span().start, check(written.get_ref())?))
        })
    }

    /// The place of the logo in the file, as a byte.
    pub(super) fn logo_at(&self) -> usize {
        self.logo.as_ref().map_or(0, |logo| logo.span().start)
    }
}

fn value(written: &Written) -> Option<&str> {
    written.as_ref().map(|written| written.get_ref().as_str())
}

/// Whether a text is the address of a web page, in letters that an address can have.
fn is_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && is_plain(rest))
}

/// Whether a text is an e-mail address.
fn is_mail(address: &str) -> bool {
    let is_of_mail = |letter: char| letter.is_ascii_alphanumeric() || ".-_+".contains(letter);
    address.split_once('@').is_some_and(|(name, domain)| {
        [name, domain].iter().all(|part| !part.is_empty() && part.chars().all(is_of_mail)) && domain.contains('.')
    })
}

fn is_plain(address: &str) -> bool {
    address.chars().all(|letter| letter.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(letter))
}

fn accessibility(address: &str) -> Option<Message> {
    (!is_web(address)).then(|| {
        say!(
            en: "brand.accessibility: `{address}` is not the address of a page; write it from `https://` on",
            sv: "brand.accessibility: `{address}` är inte adressen till en sida; skriv den från och med `https://`",
            da: "brand.accessibility: `{address}` er ikke adressen på en side; skriv den fra og med `https://`",
            address = address.escape_debug(),
        )
    })
}

fn report(address: &str) -> Option<Message> {
    let is_right = is_mail(address) || is_web(address) && !address.contains(['?', '#']);
    (!is_right).then(|| {
        say!(
            en: "brand.report: `{address}` is no e-mail address and no address of a page without `?` and `#`; write one, such as `webb@example.org`",
            sv: "brand.report: `{address}` är varken en e-postadress eller adressen till en sida utan `?` och `#`; skriv en, till exempel `webb@example.org`",
            da: "brand.report: `{address}` er hverken en e-mailadresse eller adressen på en side uden `?` og `#`; skriv en, for eksempel `web@example.org`",
            address = address.escape_debug(),
        )
    })
}

fn site(address: &str) -> Option<Message> {
    let is_right = is_web(address) && !address.contains(['?', '#']);
    (!is_right).then(|| {
        say!(
            en: "brand.site: `{address}` is not the address of a folder on the web; write it from `https://` on, without `?` and `#`",
            sv: "brand.site: `{address}` är inte adressen till en mapp på webben; skriv den från och med `https://`, utan `?` och `#`",
            da: "brand.site: `{address}` er ikke adressen på en mappe på nettet; skriv den fra og med `https://`, uden `?` og `#`",
            address = address.escape_debug(),
        )
    })
}
