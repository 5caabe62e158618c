//! What came of a workbook, in words.

mod told;

use super::edits::{Edit, Moved};
use super::propose::Proposal;
use super::show::Fault;
use crate::draft::put::{Change, Step};
use crate::error::Error;
use crate::say;
use crate::say::Message;
use crate::source::Sources;

pub(super) use told::Told;

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The file and the keys of a change: `activities/a.yaml, retention[0].keep`.
pub(super) fn path(sources: &Sources, proposal: &Proposal) -> String {
    let mut keys = String::new();
    for step in &proposal.put.path {
        match step {
            Step::Key(key) if keys.is_empty() => keys.push_str(key),
            Step::Key(key) => keys.push_str(&format!(".{key}")),
            Step::Item(at) => keys.push_str(&format!("[{at}]")),
        }
    }
    if let Change::Items { .. } = proposal.put.change {
        keys.push_str("[+]");
    }
    let file = sources.files.get(proposal.file).map_or("", |file| file.inside.as_str());
    format!("{file}, {keys}")
}

pub(super) fn changed(edit: &Edit, paths: &[String], is_translated: bool) -> Message {
    let Edit { place, head, now, new, .. } = edit;
    let (head, now, new, paths) = (one_line(head), one_line(now), one_line(new), paths.join("; "));
    let line = say!(
        en: "{place} {head}: “{now}” is now “{new}” -> {paths}",
        sv: "{place} {head}: ”{now}” är nu ”{new}” -> {paths}",
        da: "{place} {head}: »{now}« er nu »{new}« -> {paths}",
    );
    if !is_translated {
        return line;
    }
    say!(
        en: "{line}\n  the text in other languages stays as it was: translate it",
        sv: "{line}\n  texten på andra språk är kvar som den var: översätt den",
        da: "{line}\n  teksten på andre sprog er, som den var: oversæt den",
        line = line,
    )
}

pub(super) fn conflict(edit: &Edit) -> Message {
    let Edit { place, head, now, new, .. } = edit;
    let (head, now, new) = (one_line(head), one_line(now), one_line(new));
    say!(
        en: "conflict: {place} {head}\n  the sheet says “{new}”\n  the files say “{now}”\n  change the files so that they say what holds, or decide with --keep files or --keep sheet",
        sv: "konflikt: {place} {head}\n  arket säger ”{new}”\n  filerna säger ”{now}”\n  ändra filerna så att de säger det som gäller, eller avgör med --keep files eller --keep sheet",
        da: "konflikt: {place} {head}\n  arket siger »{new}«\n  filerne siger »{now}«\n  ret filerne, så de siger det, der gælder, eller afgør med --keep files eller --keep sheet",
    )
}

pub(super) fn disputed(edit: &Edit, other: &Edit) -> Message {
    let Edit { place, head, now, new, .. } = edit;
    let (head, now, new) = (one_line(head), one_line(now), one_line(new));
    let (there, says) = (&other.place, one_line(&other.new));
    say!(
        en: "? {place} {head}: “{now}” is now “{new}”, but {there} says “{says}” about the same value: make them say the same",
        sv: "? {place} {head}: ”{now}” är nu ”{new}”, men {there} säger ”{says}” om samma värde: låt dem säga samma sak",
        da: "? {place} {head}: »{now}« er nu »{new}«, men {there} siger »{says}« om samme værdi: lad dem sige det samme",
    )
}

pub(super) fn row_is_gone(edit: &Edit) -> Message {
    let Edit { place, head, new, .. } = edit;
    let (head, new) = (one_line(head), one_line(new));
    say!(
        en: "? {place} {head}: “{new}”: the register does not have this row any more",
        sv: "? {place} {head}: ”{new}”: registret har inte den här raden längre",
        da: "? {place} {head}: »{new}«: fortegnelsen har ikke denne række længere",
    )
}

pub(super) fn formula(edit: &Edit) -> Message {
    let Edit { place, head, .. } = edit;
    let head = one_line(head);
    say!(
        en: "? {place} {head}: a formula is not read: write the value itself",
        sv: "? {place} {head}: en formel läses inte: skriv själva värdet",
        da: "? {place} {head}: en formel læses ikke: skriv selve værdien",
    )
}

pub(super) fn emptied(edit: &Edit) -> Message {
    let Edit { place, head, now, .. } = edit;
    let (head, now) = (one_line(head), one_line(now));
    say!(
        en: "? {place} {head}: the cell is empty now; “{now}” stays until somebody removes it in the file",
        sv: "? {place} {head}: cellen är tom nu; ”{now}” är kvar tills någon tar bort det i filen",
        da: "? {place} {head}: cellen er tom nu; »{now}« bliver, indtil nogen fjerner det i filen",
    )
}

pub(super) fn not_placed(edit: &Edit, why: Message) -> Message {
    let Edit { place, head, now, new, .. } = edit;
    let (head, now, new) = (one_line(head), one_line(now), one_line(new));
    say!(
        en: "? {place} {head}: “{now}” is now “{new}”, but {why}",
        sv: "? {place} {head}: ”{now}” är nu ”{new}”, men {why}",
        da: "? {place} {head}: »{now}« er nu »{new}«, men {why}",
        why = why,
    )
}

pub(super) fn no_value() -> Message {
    say!(
        en: "no value of the files is certain to be meant: bring it in by hand",
        sv: "det är inte säkert vilket värde i filerna som avses: för in ändringen för hand",
        da: "det er ikke sikkert, hvilken værdi i filerne der menes: før ændringen ind i hånden",
    )
}

pub(super) fn would_be_wrong(why: Message) -> Message {
    say!(
        en: "with it the register would have an error: {why}",
        sv: "med det skulle registret få ett fel: {why}",
        da: "med det ville fortegnelsen få en fejl: {why}",
        why = why,
    )
}

pub(super) fn contradicted(count: usize) -> Message {
    say!(
        en: "the value stands in {count} other cells of the sheet, which say the old one: change them too, or decide with --keep sheet",
        sv: "värdet står i {count} andra celler i bladet, som säger det gamla: ändra dem också, eller avgör med --keep sheet",
        da: "værdien står i {count} andre celler i arket, som siger det gamle: ret også dem, eller afgør med --keep sheet",
    )
}

pub(super) fn row_removed(moved: &Moved) -> Message {
    let (place, words) = (&moved.place, moved.words());
    say!(
        en: "? {place}: a row is gone: {words}\n  the files keep it; remove it there if it does not hold any more",
        sv: "? {place}: en rad är borta: {words}\n  filerna har den kvar; ta bort den där om den inte längre gäller",
        da: "? {place}: en række er væk: {words}\n  filerne beholder den; fjern den der, hvis den ikke længere gælder",
    )
}

pub(super) fn row_came(moved: &Moved, path: &str) -> Message {
    let (place, words) = (&moved.place, moved.words());
    say!(
        en: "{place}: a new row: {words} -> {path}",
        sv: "{place}: en ny rad: {words} -> {path}",
        da: "{place}: en ny række: {words} -> {path}",
    )
}

pub(super) fn row_not_placed(moved: &Moved, why: Option<Message>) -> Message {
    let (place, words) = (&moved.place, moved.words());
    let why = why.map_or_else(no_value, would_be_wrong);
    say!(
        en: "? {place}: a new row: {words}\n  {why}",
        sv: "? {place}: en ny rad: {words}\n  {why}",
        da: "? {place}: en ny række: {words}\n  {why}",
        why = why,
    )
}

pub(super) fn row_with_formula(moved: &Moved) -> Message {
    let place = &moved.place;
    say!(
        en: "? {place}: a new row has a formula, which is not read: write the value itself",
        sv: "? {place}: en ny rad har en formel, som inte läses: skriv själva värdet",
        da: "? {place}: en ny række har en formel, som ikke læses: skriv selve værdien",
    )
}

pub(super) fn activity_twice(moved: &Moved) -> Message {
    let (place, words) = (&moved.place, moved.words());
    say!(
        en: "? {place}: a row has the id or the name of an activity that is there already: {words}",
        sv: "? {place}: en rad har samma id eller namn som en behandling som redan finns: {words}",
        da: "? {place}: en række har samme id eller navn som en behandling, der allerede findes: {words}",
    )
}

pub(super) fn no_base(why: Option<Message>) -> Message {
    let line = say!(
        en: "the register that the workbook carries cannot be used; the sheets are compared with the files",
        sv: "registret som arbetsboken bär på går inte att använda; bladen jämförs med filerna",
        da: "fortegnelsen i projektmappen kan ikke bruges; arkene sammenlignes med filerne",
    );
    match why {
        Some(why) => say!(en: "{line}: {why}", sv: "{line}: {why}", da: "{line}: {why}", line = line, why = why),
        None => line,
    }
}

pub(super) fn unknown_mark() -> Error {
    Error::new(say!(
        en: "the sheet for the program names a language, a day or an audience that there is not; build the workbook again",
        sv: "bladet för programmet anger ett språk, en dag eller en målgrupp som inte finns; skapa arbetsboken på nytt",
        da: "arket til programmet angiver et sprog, en dag eller en målgruppe, som ikke findes; lav projektmappen igen",
    ))
}

pub(super) fn without_sheets() -> Error {
    Error::new(say!(
        en: "the workbook says that `ropa build` wrote it, but has no sheet of activities; remove its sheet for the program to import it as any other",
        sv: "arbetsboken säger att `ropa build` har skrivit den, men har inget blad med behandlingar; ta bort bladet för programmet för att läsa in den som vilken annan som helst",
        da: "projektmappen siger, at `ropa build` har skrevet den, men har intet ark med behandlinger; fjern arket til programmet for at hente den som enhver anden",
    ))
}

pub(super) fn carries_nothing(why: Option<&Message>) -> Error {
    let error = Error::new(say!(
        en: "the workbook does not carry a whole register: there is nothing to make a municipality of; import the internal register.xlsx of the municipality",
        sv: "arbetsboken bär inte på ett helt register: det finns inget att göra en kommun av; läs in kommunens interna register.xlsx",
        da: "projektmappen rummer ikke en hel fortegnelse: der er intet at lave en kommune af; hent kommunens interne register.xlsx",
    ));
    match why {
        Some(why) => error.because(why.en.clone()),
        None => error,
    }
}

pub(super) fn unsound(name: &str, fault: Fault) -> Error {
    match fault {
        Fault::Failed(error) => error,
        Fault::Absent => Error::new(say!(
            en: "`{name}` does not have the language or the controller of the workbook",
            sv: "`{name}` har inte arbetsbokens språk eller personuppgiftsansvariga",
            da: "`{name}` har ikke projektmappens sprog eller dataansvarlige",
        )),
        Fault::Unsound(findings) => {
            let error = Error::new(say!(
                en: "the register of `{name}` has errors, so that it has no workbook to compare with; run `ropa check -m {name}`",
                sv: "registret för `{name}` har fel, så det finns ingen arbetsbok att jämföra med; kör `ropa check -m {name}`",
                da: "fortegnelsen for `{name}` har fejl, så der er ingen projektmappe at sammenligne med; kør `ropa check -m {name}`",
            ));
            let is_error = |finding: &crate::finding::Finding| finding.level == crate::finding::Level::Error;
            match findings.into_iter().find(is_error) {
                Some(finding) => error.because(finding.message.en),
                None => error,
            }
        }
    }
}
