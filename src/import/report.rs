//! What `ropa import` read, and where every cell went.

use super::entry::{Became, Entry};
use super::fields::Field;
use super::table::{Found, SheetFound};
use super::{Import, Mapping};
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::say;
use crate::say::Message;
use crate::vocabulary::{self, ListName};

/// The report in lines: the tables with their headers, the cells outside, and where the cells of each activity went.
#[must_use]
pub(crate) fn told(import: &Import, mapping: &Mapping) -> Vec<Message> {
    let mut lines = Vec::new();
    for sheet in &import.sheets {
        lines.push(of_sheet(sheet));
        sheet.tables.iter().for_each(|table| of_table(table, mapping, &mut lines));
        if !sheet.outside.is_empty() {
            lines.push(say!(en: "  outside the tables", sv: "  utanför tabellerna", da: "  uden for tabellerne"));
            lines.extend(
                sheet.outside.iter().map(|cell| Message::same(&format!("    {} {}", cell.name, quoted(&cell.text)))),
            );
        }
    }
    lines.extend(import.entries.iter().flat_map(of_entry));
    lines
}

fn of_sheet(sheet: &SheetFound) -> Message {
    let name = match (sheet.name.as_str(), sheet.is_hidden) {
        ("", _) => say!(en: "the file", sv: "filen", da: "filen"),
        (name, false) => say!(en: "sheet `{name}`", sv: "bladet `{name}`", da: "arket `{name}`"),
        (name, true) => {
            say!(en: "hidden sheet `{name}`", sv: "det dolda bladet `{name}`", da: "det skjulte ark `{name}`")
        }
    };
    let (rows, read) = (sheet.rows, sheet.read);
    say!(
        en: "{name}: {read} of {rows} rows with content are in a table",
        sv: "{name}: {read} av {rows} rader med innehåll står i en tabell",
        da: "{name}: {read} af {rows} rækker med indhold står i en tabel",
        name = name,
    )
}

fn of_table(table: &Found, mapping: &Mapping, lines: &mut Vec<Message>) {
    let (range, count) = (&table.range, table.records.len());
    lines.push(match table.is_down {
        false => say!(
            en: "  table {range}: activities {count}, one in each row",
            sv: "  tabell {range}: behandlingar {count}, en på varje rad",
            da: "  tabel {range}: behandlinger {count}, en i hver række",
        ),
        true => say!(
            en: "  table {range}: activities {count}, with the fields down the side",
            sv: "  tabell {range}: behandlingar {count}, med fälten under varandra",
            da: "  tabel {range}: behandlinger {count}, med felterne under hinanden",
        ),
    });
    for column in &table.columns {
        let (name, header) = (&column.name, quoted(&column.header));
        let is_asked = mapping.contains_key(&super::plain(&column.header));
        lines.push(match column.field.filter(|field| *field != Field::Notes || is_asked) {
            Some(field) => Message::same(&format!("    {name} {header} -> {}", field.key())),
            None if column.is_heading => say!(
                en: "    {name} {header} -> a heading",
                sv: "    {name} {header} -> en rubrik",
                da: "    {name} {header} -> en overskrift",
            ),
            None => say!(
                en: "    {name} {header} -> an internal note; `--map` names a field",
                sv: "    {name} {header} -> en intern anteckning; `--map` anger ett fält",
                da: "    {name} {header} -> en intern note; `--map` angiver et felt",
            ),
        });
    }
}

fn of_entry(entry: &Entry) -> Vec<Message> {
    let (id, place) = (&entry.id, &entry.place);
    let mut lines = vec![Message::same(&format!("{id} ({place})"))];
    for placed in &entry.placed {
        let (name, header, text, key) = (&placed.name, &placed.header, quoted(&placed.text), placed.key);
        let header = one_line(header);
        lines.push(match placed.became {
            Became::Text | Became::Read => Message::same(&format!("    {name} {header}: {text} -> {key}")),
            Became::Gap if key == field!(Activity, transfers) && is_country(&placed.text) => say!(
                en: "  ! {name} {header}: {text} -> a gap in {key}, because it does not say who receives the data there",
                sv: "  ! {name} {header}: {text} -> en lucka i {key}, eftersom det inte står vem som tar emot uppgifterna där",
                da: "  ! {name} {header}: {text} -> et hul i {key}, fordi der ikke står, hvem der modtager oplysningerne dér",
            ),
            Became::Gap => say!(
                en: "  ! {name} {header}: {text} -> a gap in {key}, because not all of it is certain",
                sv: "  ! {name} {header}: {text} -> en lucka i {key}, eftersom allt inte är säkert",
                da: "  ! {name} {header}: {text} -> et hul i {key}, fordi ikke alt er sikkert",
            ),
            Became::Note => say!(
                en: "    {name} {header}: {text} -> an internal note",
                sv: "    {name} {header}: {text} -> en intern anteckning",
                da: "    {name} {header}: {text} -> en intern note",
            ),
        });
    }
    lines
}

/// Whether a text is the name of a country and nothing else.
fn is_country(text: &str) -> bool {
    vocabulary::meaning(ListName::Countries, text.trim(), None, |_| true).is_some()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text))
}
