//! What the registers lack as a whole. Single values are for `ropa check`.

use jiff::civil;
use walkdir::WalkDir;

use crate::Error;
use crate::finding::Level;
use crate::law::version::version;
use crate::model::version::Version;
use crate::register::facts::draft::drafts;
use crate::say;
use crate::say::{Message, Words};
use crate::windows::{self, Unfit};

use crate::cli::doctor::Remark;
use crate::cli::read;
use crate::cli::version::slashed;
use crate::cli::workspace::Workspace;

/// The days after which the law data of the program are old.
const OLD: i32 = 365;

/// The most paths that a remark names.
const MOST: usize = 5;

/// Remarks on the municipalities and their files.
///
/// # Errors
/// When a register cannot be read.
pub(super) fn remarks(workspace: &Workspace, today: civil::Date) -> Result<Vec<Remark>, Error> {
    let mut remarks = Vec::new();
    let names = match workspace.source.municipalities() {
        Ok(names) => names,
        Err(cause) => {
            remarks.push(Remark::missing(cause.message().clone(), start()));
            Vec::new()
        }
    };
    let mut paths = Vec::new();
    for name in &names {
        let (understood, levels) = read::understood(workspace, name)?;
        paths.extend(understood.sources.files.iter().map(|file| file.path.clone()));
        let municipality = understood.written.register().municipality.clone();
        if municipality.version() != Version::NEWEST {
            remarks.push(old_format(name));
        }
        let (sources, complete, findings) = understood.into_found(today, &levels);
        let of = |codes: &[&str]| -> Vec<String> {
            let found = findings.iter().filter(|finding| codes.contains(&finding.code));
            found.filter_map(|finding| Some(sources.file(finding.place)?.path.clone())).collect()
        };
        let errors = findings.iter().filter(|finding| finding.level == Level::Error).count();
        if errors > 0 {
            remarks.push(has_errors(name, errors));
        }
        let unread = of(&["file-unread", "file-stray"]);
        if !unread.is_empty() {
            remarks.push(not_read(&unread));
        }
        if !of(&["officer-missing"]).is_empty() || municipality.officers.iter().next().is_none() {
            remarks.push(no_officer(name));
        }
        let drafts = drafts(complete.register()).len();
        if drafts > 0 {
            remarks.push(has_drafts(name, drafts));
        }
    }
    paths.extend(compiled(workspace));
    remarks.extend(unfit(&paths));
    if today.duration_since(version().version).as_hours() / 24 > i64::from(OLD) {
        remarks.push(old_law(version().version));
    }
    Ok(remarks)
}

/// The paths of compiled files, below the workspace.
fn compiled(workspace: &Workspace) -> Vec<String> {
    let out = workspace.root.join(&workspace.config.folders.out);
    let inside = WalkDir::new(&out).into_iter().filter_map(Result::ok);
    inside.map(|entry| slashed(entry.path().strip_prefix(&workspace.root).unwrap_or(entry.path()))).collect()
}

/// Remarks on paths that Windows cannot have.
fn unfit(paths: &[String]) -> Vec<Remark> {
    let other = say!(
        en: "give them other names, or git cannot write the files on Windows",
        sv: "ge dem andra namn; annars kan git inte skriva filerna i Windows",
        da: "giv dem andre navne; ellers kan git ikke skrive filerne i Windows",
    );
    let odd = paths.iter().filter_map(|path| Some((path, windows::unfit(path)?)));
    let odd: Vec<String> = odd.map(|(path, why)| format!("{path}{}", mark(why))).collect();
    let same = windows::same(paths.iter().map(String::as_str));
    let same: Vec<String> = same.into_iter().map(|(one, other)| format!("{one} = {other}")).collect();
    let mut remarks = Vec::new();
    if !odd.is_empty() {
        let what = say!(
            en: "Windows cannot have these names: {odd}",
            sv: "Windows kan inte ha de här namnen: {odd}",
            da: "Windows kan ikke have disse navne: {odd}",
            odd = first(&odd),
        );
        remarks.push(Remark::hint(what, other.clone()));
    }
    if !same.is_empty() {
        let what = say!(
            en: "Windows takes these files for one, because only their case differs: {same}",
            sv: "Windows tar de här filerna för en enda, eftersom bara stora och små bokstäver skiljer: {same}",
            da: "Windows opfatter disse filer som én, fordi kun store og små bogstaver er forskellige: {same}",
            same = first(&same),
        );
        remarks.push(Remark::hint(what, other));
    }
    remarks
}

/// What is unfit in a name, where it cannot be seen at once.
fn mark(why: Unfit) -> &'static str {
    match why {
        Unfit::Long => " (> 200)",
        Unfit::End => " (. ␠)",
        Unfit::Reserved | Unfit::Letter(_) => "",
    }
}

/// The first of several names, and the number of the others.
fn first(names: &[String]) -> String {
    let shown = names.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        others => format!("{shown} … (+{others})"),
    }
}

fn start() -> Message {
    say!(
        en: "run `ropa init`, which creates a municipality with an example",
        sv: "kör `ropa init`, som skapar en kommun med ett exempel",
        da: "kør `ropa init`, som opretter en kommune med et eksempel",
    )
}

fn old_format(name: &str) -> Remark {
    Remark::hint(
        say!(en: "{name} is written in format 1", sv: "{name} är skriven i format 1", da: "{name} er skrevet i format 1"),
        say!(
            en: "run `ropa migrate -m {name} --diff`, and without --diff to write it",
            sv: "kör `ropa migrate -m {name} --diff`, och utan --diff för att skriva",
            da: "kør `ropa migrate -m {name} --diff`, og uden --diff for at skrive",
        ),
    )
}

fn has_errors(name: &str, errors: usize) -> Remark {
    let errors = read::plural(
        errors,
        Words { en: "error", sv: "fel", da: "fejl" },
        Words { en: "errors", sv: "fel", da: "fejl" },
    );
    Remark::missing(
        say!(
            en: "{name} is not compiled: {errors}",
            sv: "{name} sammanställs inte: {errors}",
            da: "{name} sammenstilles ikke: {errors}",
            errors = errors,
        ),
        say!(
            en: "run `ropa check -m {name} --quiet`, which says what to write instead",
            sv: "kör `ropa check -m {name} --quiet`, som säger vad som ska stå i stället",
            da: "kør `ropa check -m {name} --quiet`, som siger, hvad der skal stå i stedet",
        ),
    )
}

fn not_read(paths: &[String]) -> Remark {
    Remark::missing(
        say!(
            en: "files among the registers are not read: {paths}",
            sv: "filer bland registren läses inte: {paths}",
            da: "filer blandt fortegnelserne læses ikke: {paths}",
            paths = first(paths),
        ),
        say!(
            en: "rename them to .yaml, move them away, or name them in `ignore` under [folders] in ropa.toml",
            sv: "döp om dem till .yaml, flytta dem eller ange dem i `ignore` under [folders] i ropa.toml",
            da: "omdøb dem til .yaml, flyt dem, eller angiv dem i `ignore` under [folders] i ropa.toml",
        ),
    )
}

fn no_officer(name: &str) -> Remark {
    Remark::missing(
        say!(
            en: "{name} names no data protection officer (Article 37)",
            sv: "{name} anger inget dataskyddsombud (artikel 37)",
            da: "{name} angiver ingen databeskyttelsesrådgiver (artikel 37)",
        ),
        say!(
            en: "write `officers:` in municipality.yaml: `ropa format` shows how",
            sv: "skriv `officers:` i municipality.yaml: `ropa format` visar hur",
            da: "skriv `officers:` i municipality.yaml: `ropa format` viser hvordan",
        ),
    )
}

fn has_drafts(name: &str, drafts: usize) -> Remark {
    let drafts = read::plural(
        drafts,
        Words { en: "notice is a draft", sv: "informationstext är ett utkast", da: "oplysningstekst er et udkast" },
        Words { en: "notices are drafts", sv: "informationstexter är utkast", da: "oplysningstekster er udkast" },
    );
    Remark::hint(
        say!(en: "{name}: {drafts}", sv: "{name}: {drafts}", da: "{name}: {drafts}", drafts = drafts),
        say!(
            en: "run `ropa todo -m {name}`: it asks for the contact of the controller and what else is missing",
            sv: "kör `ropa todo -m {name}`: den frågar efter den personuppgiftsansvariges kontaktuppgifter och annat som saknas",
            da: "kør `ropa todo -m {name}`: Den spørger om den dataansvarliges kontaktoplysninger og andet, der mangler",
        ),
    )
}

fn old_law(day: civil::Date) -> Remark {
    Remark::hint(
        say!(
            en: "the law data of this program are of {day}, more than a year ago",
            sv: "programmets uppgifter om lagen är från {day}, för mer än ett år sedan",
            da: "programmets oplysninger om loven er fra {day}, for mere end et år siden",
        ),
        say!(
            en: "install a newer version; `ropa --version` shows the day",
            sv: "installera en nyare version; `ropa --version` visar dagen",
            da: "installer en nyere version; `ropa --version` viser dagen",
        ),
    )
}
