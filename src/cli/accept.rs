//! `ropa check --accept`: appends the current legal findings to `accept.yaml`. Existing entries are not changed.

use std::fmt::Write as _;
use std::path::Path;

use crate::Error;
use crate::emit::people::Named;
use crate::format::yaml::{self, Kind};
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::disk;
use jiff::civil;

use crate::cli::new::quoted;
use crate::cli::read::{Report, ToAccept, plural};
use crate::cli::workspace::Workspace;

const HEADER: Words = Words {
    en: "Findings that are accepted, each with its reason and the last day. Internal.",
    sv: "Avvikelser som godtas, var och en med skäl och sista dag. Internt.",
    da: "Afvigelser, der accepteres, hver med begrundelse og sidste dag. Internt.",
};
const ENTRY: Words = Words { en: "entry", sv: "ny post", da: "ny post" };
const ENTRIES: Words = Words { en: "entries", sv: "nya poster", da: "nye poster" };

/// Writes the entries of one municipality and returns a message about it, or `None` if there is nothing to accept.
pub(crate) fn write(
    workspace: &Workspace,
    report: &Report,
    (because, until): (&str, civil::Date),
    tongue: Tongue,
) -> Result<Option<Message>, Error> {
    let accepted = report.to_accept();
    if accepted.is_empty() {
        return Ok(None);
    }
    let folder = workspace.config.folders.registers.join(report.name());
    let mut path = workspace.root.join(&folder).join("accept.yaml");
    let mut file = Named::below(&workspace.root, &folder.join("accept.yaml"))?;
    let mut before = text(&file, &path)?;
    if before.is_none() {
        let short = Named::below(&workspace.root, &folder.join("accept.yml"))?;
        let short_path = path.with_extension("yml");
        if let Some(text) = text(&short, &short_path)? {
            (path, file, before) = (short_path, short, Some(text));
        }
    }
    let earlier = before.as_deref();
    let before = earlier.unwrap_or_default();
    let entries = entries(&accepted, because, until)?;
    let addition = addition(before, &entries, tongue);
    if !is_longer_by(accepted.len(), before, &addition) {
        return Err(Error::new(say!(
            en: "{path} cannot be added to: write it as a list whose entries begin with a hyphen, and run again",
            sv: "{path} går inte att fylla på: skriv den som en lista där varje post börjar med bindestreck, och kör igen",
            da: "{path} kan ikke udvides: skriv den som en liste, hvor hver post begynder med en bindestreg, og kør igen",
            path = path.display(),
        )));
    }
    file.put(earlier.map(str::as_bytes), format!("{before}{addition}").as_bytes())?;
    Ok(Some(say!(
        en: "{count} written to {path}:\n\n{entries}",
        sv: "{count} i {path}:\n\n{entries}",
        da: "{count} i {path}:\n\n{entries}",
        count = plural(accepted.len(), ENTRY, ENTRIES),
        path = path.display(),
        entries = Message::lines(&entries.concat()),
    )))
}

/// Reads a file as UTF-8, or returns `None` if it does not exist.
fn text(file: &Named, path: &Path) -> Result<Option<String>, Error> {
    let text = file.read(disk::MAX_FILE)?.map(String::from_utf8).transpose();
    text.map_err(|fault| disk::fault::read(path, fault.utf8_error()))
}

fn entries(accepted: &[ToAccept], because: &str, until: civil::Date) -> Result<Vec<String>, Error> {
    let because = quoted(&because.split_whitespace().collect::<Vec<_>>().join(" "))?;
    let entry = |ToAccept { rule, place, quote }: &ToAccept| {
        let mut entry = format!("- rule: {rule}\n  in: {}\n", quoted(place)?);
        if let Some(quote) = quote {
            _ = writeln!(entry, "  quote: {}", quoted(quote)?);
        }
        _ = writeln!(entry, "  because: {because}\n  until: {until}");
        Ok(entry)
    };
    accepted.iter().map(entry).collect()
}

/// The text to append: the entries, with the indentation and line endings of the existing file.
fn addition(before: &str, entries: &[String], tongue: Tongue) -> String {
    let is_entry = |line: &&str| line.trim_start().starts_with("- ") || line.trim() == "-";
    let first = before.lines().find(is_entry).unwrap_or_default();
    let indentation = &first[..first.len() - first.trim_start().len()];
    let mut addition = match before {
        "" => format!("# {}\n", HEADER.get(tongue)),
        before if before.ends_with('\n') => String::new(),
        _ => "\n".to_owned(),
    };
    for line in entries.iter().flat_map(|entry| entry.lines()) {
        _ = writeln!(addition, "{indentation}{line}");
    }
    if before.contains("\r\n") { addition.replace('\n', "\r\n") } else { addition }
}

/// Whether the appended text adds exactly `count` entries to the list.
fn is_longer_by(count: usize, before: &str, addition: &str) -> bool {
    let entries = |text: &str| {
        let mut faults = Vec::new();
        let node = yaml::parse(0, &text.replace("\r\n", "\n"), &mut faults);
        match node.map(|node| node.kind) {
            None if faults.is_empty() => Some(0),
            Some(Kind::Seq(entries)) if faults.is_empty() => Some(entries.len()),
            _ => None,
        }
    };
    entries(before).is_some_and(|old| entries(&format!("{before}{addition}")) == Some(old + count))
}
