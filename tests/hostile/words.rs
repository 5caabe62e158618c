//! Texts that look like tags or formulas.

use std::collections::BTreeSet;

use ropa::internals::finding::{Findings, Level};
use serde_yaml::Value;

use crate::support::fuzz::harmless::rows;
use crate::support::html::{Tag, tags};
use crate::support::{DAY, Workspace, library};

/// Text that must not break out of a page, an attribute or Markdown.
const HOSTILE: &str = "\"><img src=x onerror=alert(1)><script>alert('x')</script> [a](javascript:alert(2)) `&lt;b&gt;`";

/// The path of every string inside a value, as keys and indices.
fn strings(value: &Value, way: &mut Vec<Value>, found: &mut Vec<Vec<Value>>) {
    match value {
        Value::String(_) => found.push(way.clone()),
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                way.push(Value::from(index));
                strings(item, way, found);
                way.pop();
            }
        }
        Value::Mapping(entries) => {
            for (key, inside) in entries {
                way.push(key.clone());
                strings(inside, way, found);
                way.pop();
            }
        }
        _ => {}
    }
}

fn at<'v>(value: &'v mut Value, way: &[Value]) -> &'v mut Value {
    way.iter().fold(value, |value, step| match step.as_u64() {
        Some(index) if value.is_sequence() => &mut value[usize::try_from(index).unwrap()],
        _ => &mut value[step.clone()],
    })
}

/// Replaces every free text by hostile texts in turn, but not ids, codes and dates. A text is replaced only if
/// `is_sound` accepts the resulting findings.
pub(super) fn made_hostile(
    workspace: &Workspace,
    municipality: &str,
    (texts, is_sound): (&[&str], fn(&Findings) -> bool),
) -> usize {
    let mut count = 0;
    for (path, bytes) in workspace.tree(&format!("registers/{municipality}")) {
        let path = format!("registers/{municipality}/{path}");
        let mut value: Value = serde_yaml::from_slice(&bytes).unwrap();
        let mut ways = Vec::new();
        strings(&value, &mut Vec::new(), &mut ways);
        for way in ways {
            let before = std::mem::replace(at(&mut value, &way), Value::from(texts[count % texts.len()]));
            workspace.write(&path, serde_yaml::to_string(&value).unwrap());
            if is_sound(&library::check(&workspace.path(""), municipality).findings) {
                count += 1;
            } else {
                *at(&mut value, &way) = before;
                workspace.write(&path, serde_yaml::to_string(&value).unwrap());
            }
        }
    }
    count
}

fn pages(workspace: &Workspace) -> Vec<(String, String)> {
    let pages = workspace.built().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The names of tags and attributes.
fn names(pages: &[(String, String)]) -> BTreeSet<String> {
    let names = |tag: Tag| {
        let attributes = tag.attributes.into_iter().map(|(name, _)| name);
        attributes.chain([format!("<{}>", tag.name)]).collect::<Vec<_>>()
    };
    pages.iter().flat_map(|(_, page)| tags(page)).flat_map(names).collect()
}

/// Whether a tag is the icon of the page, which the page holds itself.
fn is_icon(tag: &Tag) -> bool {
    let is_held = tag.get("href").is_some_and(|icon| icon.starts_with("data:image/svg+xml,%3Csvg%20"));
    tag.name == "link" && tag.get("rel") == Some("icon") && is_held
}

#[test]
fn html_in_a_text_is_never_a_tag() {
    let workspace = Workspace::complete();
    let sound = names(&pages(&workspace));
    let how: (&[&str], fn(&Findings) -> bool) = (&[HOSTILE], |findings| {
        findings.iter().all(|finding| ["encoding-damaged", "markup-written"].contains(&finding.code))
    });
    let count = made_hostile(&workspace, "one-language", how) + made_hostile(&workspace, "two-languages", how);
    assert!(count > 100, "only {count} texts");
    let pages = pages(&workspace);
    assert_eq!(names(&pages), sound);
    assert!(pages.iter().any(|(_, page)| page.contains("&lt;script&gt;alert('x')&lt;/script&gt;")));
    for (path, page) in &pages {
        for link in tags(page).iter().filter(|tag| !is_icon(tag)).filter_map(|tag| tag.get("href")) {
            let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
            let is_none = scheme.contains(|letter: char| !letter.is_ascii_alphanumeric());
            assert!(is_none || ["", "https", "mailto"].contains(&scheme), "{path} leads to {link}");
        }
    }
}

#[test]
fn a_link_runs_no_script() {
    for url in
        ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<b>", "vbscript:x", "' javascript:alert(1)'"]
    {
        let workspace = Workspace::complete();
        workspace.write(
            "registers/one-language/notices/lank.yaml",
            format!(
                "id: lank\ntitle: Länk\nactivities: [skolskjuts]\nlinks: [{{label: Klicka här, url: \"{}\"}}]\n",
                url.replace('\'', "")
            ),
        );
        let run = workspace.build(&[]);
        assert!([Some(0), Some(1)].contains(&run.code));
        for (path, page) in workspace.pages().into_iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = String::from_utf8(page).unwrap();
            let links = tags(&page).into_iter().filter(|tag| !is_icon(tag));
            let links = links.filter_map(|tag| tag.get("href").map(str::trim).map(str::to_lowercase));
            for link in links {
                let is_script = ["javascript:", "data:", "vbscript:"].iter().any(|scheme| link.starts_with(scheme));
                assert!(!is_script, "{path} leads to {link}");
            }
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let workspace = Workspace::complete();
    const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
    workspace.edit(FILE, "title: Skolskjuts\n", "title: \"=HYPERLINK(1)\"\n");
    workspace.edit(FILE, "pröva rätten till skolskjuts", "\"@SUM(A1)\"");
    workspace.edit(FILE, "subjects: [pupil, ", "subjects: [\"+1+1\", ");
    workspace.edit(FILE, "kan vi inte pröva ansökan", "\"-2+3\"");
    workspace.edit(FILE, "önskad hållplats", "\"\\t=1\"");
    workspace.ropa(&["build", "--date", DAY]).is(0);
    let mut cells = 0;
    for (path, bytes) in workspace.pages().into_iter().filter(|(path, _)| path.ends_with(".csv")) {
        for row in rows(&bytes) {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{path}: {cell}");
                cells += usize::from(cell.contains("HYPERLINK"));
            }
        }
    }
    assert!(cells > 0);
}

#[test]
fn a_danish_number_that_fails_the_check_is_found_in_danish_registers() {
    const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
    let found = |country: &str, number: &str| {
        let workspace = Workspace::complete();
        workspace.edit("registers/one-language/municipality.yaml", "country: SE", &format!("country: {country}"));
        workspace.edit(FILE, "Elever i fristående skolor omfattas också.", &format!("Det gäller {number}."));
        let findings = library::check(&workspace.path(""), "one-language").findings;
        findings.iter().find(|finding| finding.code == "personal-number-written").map(|finding| finding.level)
    };
    for number in ["150688-3347", "010190-1234"] {
        assert_eq!(found("DK", number), Some(Level::Warning), "{number}");
        assert_eq!(found("SE", number), None, "{number}");
    }
    assert_eq!(found("DK", "070761-4285"), Some(Level::Error));
    assert_eq!(found("DK", "321390-1234"), None);
}
