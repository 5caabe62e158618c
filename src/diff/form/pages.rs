//! The public pages that change: those of which people must be told, and the others.

use crate::diff::form::Listed;
use crate::diff::report::{Municipality, Pages, Report};
use crate::say;
use crate::say::{Message, Tongue};

/// The two lists, and the municipalities whose pages could not be compiled.
pub(super) fn pages(report: &Report, tongue: Tongue) -> Vec<Listed> {
    if !report.has_compared_pages {
        return Vec::new();
    }
    let of = |pages: fn(&Pages) -> &Vec<String>| -> Vec<String> {
        let whole = |municipality: &Municipality| -> Vec<String> {
            let paths = municipality.pages.iter().flat_map(pages);
            paths.map(|path| format!("{}/{path}", municipality.id)).collect()
        };
        report.municipalities.iter().flat_map(whole).collect()
    };
    let without = report.municipalities.iter().filter(|municipality| municipality.pages.is_none());
    let all = [
        (told(), of(|pages| &pages.tell)),
        (others(), of(|pages| &pages.change)),
        (unknown(), without.map(|municipality| municipality.id.clone()).collect()),
    ];
    let listed = |(heading, of): (Message, Vec<String>)| Listed { heading: heading.get(tongue).to_owned(), of };
    all.into_iter().filter(|(_, of)| !of.is_empty()).map(listed).collect()
}

fn told() -> Message {
    say!(
        en: "Pages with a change of which people must be told",
        sv: "Sidor med en ändring som de registrerade ska få veta",
        da: "Sider med en ændring, som de registrerede skal have at vide",
    )
}

fn others() -> Message {
    say!(
        en: "Other pages that change; nobody need be told of them",
        sv: "Andra sidor som ändras; ingen behöver informeras om dem",
        da: "Andre sider, der ændres; ingen behøver at blive oplyst om dem",
    )
}

fn unknown() -> Message {
    say!(
        en: "Which pages change is not known, because a version has errors",
        sv: "Vilka sidor som ändras är inte känt, eftersom en version har fel",
        da: "Hvilke sider der ændres, vides ikke, fordi en version har fejl",
    )
}
