//! Faults of syntax, with the help that most often is the right one.

use crate::draft::yaml::{MAX_DEPTH, offset};
use crate::finding::{Finding, Place};
use crate::say;
use crate::say::Message;

/// The finding for a fault that the parser met at a byte of the text.
pub(super) fn finding(file: u32, text: &str, at: usize, info: &str) -> Finding {
    if let Some(marker) = conflict(text) {
        let message = say!(
            en: "the file holds a merge conflict",
            sv: "filen innehåller en sammanslagningskonflikt",
            da: "filen indeholder en flettekonflikt",
        );
        return Finding::error("yaml-conflict", line_at(file, text, marker), message)
            .label(say!(
                en: "the first side begins here",
                sv: "den första sidan börjar här",
                da: "den første side begynder her",
            ))
            .help(say!(
                en: "keep one of the two sides and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
                sv: "behåll en av de två sidorna och ta bort raderna `<<<<<<<`, `=======` och `>>>>>>>`",
                da: "behold en af de to sider, og fjern linjerne `<<<<<<<`, `=======` og `>>>>>>>`",
            ));
    }
    let at = exact(text, at);
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let place = Place { file, start: offset(at), end: offset(end) };
    let message = say!(
        en: "this cannot be read as YAML",
        sv: "det här går inte att läsa som YAML",
        da: "dette kan ikke læses som YAML",
    );
    Finding::error("yaml-syntax", place, message).label(detail(info)).help(help(text, at, info))
}

/// What the parser says: it speaks English only.
fn detail(info: &str) -> Message {
    say!(en: "{info}", sv: "YAML-läsaren säger på engelska: {info}", da: "YAML-læseren siger på engelsk: {info}")
}

/// The finding for a letter that nobody sees.
pub(super) fn hidden(place: Place) -> Finding {
    let message = say!(
        en: "the text holds a letter that nobody sees",
        sv: "texten innehåller ett tecken som ingen ser",
        da: "teksten indeholder et tegn, som ingen kan se",
    );
    Finding::error("text-control", place, message)
        .label(say!(
            en: "a control character, or one that turns the direction of the text",
            sv: "ett styrtecken, eller ett tecken som vänder textens riktning",
            da: "et styretegn, eller et tegn, der vender tekstens retning",
        ))
        .help(say!(en: "write the text anew", sv: "skriv texten på nytt", da: "skriv teksten på ny"))
}

/// The finding for a key that stands twice.
pub(super) fn twice(name: &str, place: Place, first: Option<Place>) -> Finding {
    let message = say!(
        en: "`{name}` is written twice in one record",
        sv: "`{name}` står två gånger i samma post",
        da: "`{name}` står to gange i samme post",
    );
    let finding = Finding::error("key-twice", place, message)
        .label(say!(en: "written again here", sv: "står här igen", da: "står her igen"))
        .help(say!(
            en: "keep one of the two; what belongs to both becomes a list",
            sv: "behåll en av de två; det som hör till båda blir en lista",
            da: "behold en af de to; det, der hører til begge, bliver en liste",
        ));
    match first {
        Some(first) => {
            finding.related(first, say!(en: "first written here", sv: "står först här", da: "står først her"))
        }
        None => finding,
    }
}

/// Where a merge conflict begins.
fn conflict(text: &str) -> Option<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1));
    starts.into_iter().find(|start| text[*start..].starts_with("<<<<<<< "))
}

fn line_at(file: u32, text: &str, start: usize) -> Place {
    Place { file, start: offset(start), end: offset(start + line(text, start).len()) }
}

/// The byte of the fault. The parser points one line early where a tab stands in the indentation.
fn exact(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let rest = &text[at..];
    let next_line = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    let indent = rest[next_line..].len() - rest[next_line..].trim_start_matches([' ', '\t']).len();
    match rest[next_line..next_line + indent].find('\t') {
        Some(tab) if !rest.trim_start_matches(' ').starts_with('\t') => at + next_line + tab,
        _ => at,
    }
}

/// The line around a byte.
fn line(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    &text[start..end]
}

/// What most often is the cause of a fault, by what the parser says and how the lines look.
fn help(text: &str, at: usize, info: &str) -> Message {
    let here = line(text, at);
    let above = text[..at].trim_end_matches(|letter| letter != '\n').trim_end().lines().next_back().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| info.contains(word));
    if indent(here).contains('\t') {
        return say!(
            en: "indent with spaces: YAML does not allow a tab here",
            sv: "dra in med blanksteg: YAML tillåter inte tabbar här",
            da: "indryk med mellemrum: YAML tillader ikke tabulatorer her",
        );
    }
    if says(&["nesting", "depth", "recursion"]) {
        return say!(
            en: "at most {MAX_DEPTH} lists and records can stand inside each other",
            sv: "högst {MAX_DEPTH} listor och poster kan stå inuti varandra",
            da: "højst {MAX_DEPTH} lister og poster kan stå inden i hinanden",
        );
    }
    if says(&["quoted"]) || is_odd(above) || is_odd(here) {
        return say!(
            en: "close the quotation mark that was opened here or in the line above",
            sv: "avsluta citatet som börjar här eller på raden ovanför",
            da: "afslut citatet, der begynder her eller på linjen ovenover",
        );
    }
    if opens(above) {
        return say!(
            en: "close the bracket that was opened in the line above",
            sv: "stäng parentesen som öppnades på raden ovanför",
            da: "luk parentesen, der blev åbnet på linjen ovenover",
        );
    }
    if here
        .trim_start()
        .split_once(':')
        .is_some_and(|(key, rest)| is_key(key) && rest.starts_with(char::is_alphanumeric))
    {
        return say!(
            en: "put a space after the colon",
            sv: "sätt ett blanksteg efter kolonet",
            da: "sæt et mellemrum efter kolonet",
        );
    }
    if indent(here).len() > indent(above).len() && is_key_and_value(above) && is_key_and_value(here) {
        return say!(
            en: "check the indentation: this line stands deeper than the one above, which already has its value",
            sv: "kontrollera indraget: raden är mer indragen än den ovanför, som redan har sitt värde",
            da: "kontrollér indrykningen: linjen er mere indrykket end den ovenover, som allerede har sin værdi",
        );
    }
    if says(&["mapping values are not allowed"]) || here.matches(": ").count() > 1 {
        return say!(
            en: "put the text in quotation marks when it contains a colon: `key: \"first: second\"`",
            sv: "sätt citattecken runt texten när den innehåller ett kolon: `key: \"first: second\"`",
            da: "sæt anførselstegn om teksten, når den indeholder et kolon: `key: \"first: second\"`",
        );
    }
    say!(
        en: "check the indentation: keys of one record begin in the same column",
        sv: "kontrollera indraget: nycklarna i en post börjar i samma kolumn",
        da: "kontrollér indrykningen: nøglerne i en post begynder i samme kolonne",
    )
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn is_key_and_value(line: &str) -> bool {
    line.trim_start()
        .trim_start_matches("- ")
        .split_once(": ")
        .is_some_and(|(key, value)| is_key(key) && !value.trim().is_empty())
}

/// Whether a line has a quotation mark without a partner.
fn is_odd(line: &str) -> bool {
    line.matches('"').count() % 2 == 1
}

/// Whether a line opens a bracket that it does not close.
fn opens(line: &str) -> bool {
    line.matches(['[', '{']).count() > line.matches([']', '}']).count()
}
