//! Findings for syntax errors, with the most likely help.

mod cause;
mod lines;

use std::borrow::Cow;
use std::ops::Range;

use crate::finding::{Finding, Place};
use crate::format::yaml::offset;
use crate::say;
use crate::say::Message;
use crate::visible;

/// The finding for an error that the parser reported at a byte of the text.
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
    Finding::error("yaml-syntax", place, message).label(detail(info)).help(cause::help(text, at, info))
}

/// The parser's message, which is in English only.
fn detail(info: &str) -> Message {
    say!(en: "{info}", sv: "YAML-läsaren säger på engelska: {info}", da: "YAML-læseren siger på engelsk: {info}")
}

/// The findings for invisible characters in a key or a value.
pub(super) fn hidden(text: &str, place: Place) -> impl Iterator<Item = Finding> {
    let steers = text.contains(|letter| visible::steers(letter) && !matches!(letter, '\n' | '\t'));
    steers.then(|| control(place)).into_iter().chain(empty(text, place))
}

fn control(place: Place) -> Finding {
    let message = say!(
        en: "the text contains an invisible control character",
        sv: "texten innehåller ett tecken som ingen ser",
        da: "teksten indeholder et tegn, som ingen kan se",
    );
    Finding::error("text-control", place, message)
        .label(say!(
            en: "a control character, or one that changes the direction of the text",
            sv: "ett styrtecken, eller ett tecken som vänder textens riktning",
            da: "et styretegn, eller et tegn, der vender tekstens retning",
        ))
        .help(say!(en: "write the text again", sv: "skriv texten på nytt", da: "skriv teksten på ny"))
}

/// The finding for invisible characters in the name of a file or of a folder above it.
pub(crate) fn hidden_in_name(file: u32, path: &str) -> Option<Finding> {
    if matches!(visible::line(path), Cow::Borrowed(_)) {
        return None;
    }
    let message = say!(
        en: "the name of the file or of its folder contains an invisible character",
        sv: "namnet på filen eller dess mapp innehåller ett tecken som ingen ser",
        da: "navnet på filen eller dens mappe indeholder et tegn, som ingen kan se",
    );
    Some(Finding::error("name-hidden", Place::start_of(file), message).help(say!(
        en: "rename it; the character is shown by its number, such as `\\u{{200b}}`",
        sv: "byt namn på den; tecknet visas med sitt nummer, till exempel `\\u{{200b}}`",
        da: "omdøb den; tegnet vises med sit nummer, for eksempel `\\u{{200b}}`",
    )))
}

/// The finding for empty characters, with the edits that remove them.
fn empty(text: &str, place: Place) -> Option<Finding> {
    let all: Vec<char> = text.chars().collect();
    let is_unneeded = |index: usize| {
        let before = index.checked_sub(1).map(|before| all[before]);
        visible::is_empty(all[index]) && !visible::is_needed(all[index], before, all.get(index + 1).copied())
    };
    let first = (0..all.len()).find(|index| is_unneeded(*index))?;
    let letter = format!("U+{:04X}", u32::from(all[first]));
    let message = say!(
        en: "the text contains an invisible character, {letter}",
        sv: "texten innehåller ett osynligt tecken, {letter}",
        da: "teksten indeholder et usynligt tegn, {letter}",
    );
    let finding = Finding::error("text-hidden", place, message)
        .label(say!(
            en: "such as a soft hyphen or a character without width",
            sv: "till exempel ett mjukt bindestreck eller ett tecken utan bredd",
            da: "for eksempel en blød bindestreg eller et tegn uden bredde",
        ))
        .help(say!(
            en: "remove it; `ropa check --fix` does so unless the text is written with escapes",
            sv: "ta bort det; `ropa check --fix` gör det utom där texten är skriven med escapesekvenser",
            da: "fjern det; `ropa check --fix` gør det, undtagen hvor teksten er skrevet med escapesekvenser",
        ));
    let edits = if visible::has_shape(text) { removals(text, is_unneeded) } else { Vec::new() };
    Some(if edits.is_empty() { finding } else { finding.fix(text, edits) })
}

/// The edits that remove characters. A line separator between two words becomes a space.
fn removals(text: &str, is_unneeded: impl Fn(usize) -> bool) -> Vec<(Range<usize>, String)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut edits = Vec::new();
    let unneeded = letters.iter().enumerate().filter(|(index, _)| is_unneeded(*index));
    for (index, (start, letter)) in unneeded {
        let range = *start..start + letter.len_utf8();
        if !letter.is_whitespace() {
            edits.push((range, String::new()));
            continue;
        }
        let neighbours = index.checked_sub(1).and_then(|before| letters.get(before)).zip(letters.get(index + 1));
        if let Some(((start, before), (end, after))) = neighbours {
            edits.push((*start..end + after.len_utf8(), format!("{before} {after}")));
        }
    }
    edits
}

/// The finding for a text cut off by `#`: if no space follows the sign, it was hardly meant as a comment.
pub(super) fn cut(text: &str, place: Place) -> Option<Finding> {
    let rest = text.get(place.end as usize..)?;
    let comment = rest.trim_start_matches(|letter: char| letter.is_whitespace() && letter != '\n');
    if !comment.strip_prefix('#')?.starts_with(char::is_alphanumeric) {
        return None;
    }
    let start = text.len() - comment.len();
    let comment = comment.lines().next().unwrap_or_default();
    let place = Place { start: offset(start), end: offset(start + comment.trim_end().len()), ..place };
    let message = say!(
        en: "the text ends before `#`: what follows is a comment and is not read",
        sv: "texten slutar före `#`: det som följer är en kommentar och läses inte",
        da: "teksten slutter før `#`: Det, der følger, er en kommentar og læses ikke",
    );
    let finding = Finding::warning("text-cut", place, message);
    let finding = finding.label(say!(en: "not read", sv: "läses inte", da: "læses ikke"));
    Some(finding.help(say!(
        en: "put the whole text in quotation marks: `\"Case #12\"`; a comment has a space after `#`",
        sv: "sätt citattecken runt hela texten: `\"Ärende #12\"`; en kommentar har ett blanksteg efter `#`",
        da: "sæt anførselstegn om hele teksten: `\"Sag #12\"`; en kommentar har et mellemrum efter `#`",
    )))
}

/// The finding for a text that begins with a YAML indicator: the word after it is not part of the text.
pub(super) fn sign(text: &str, place: Place, sign: char) -> Option<Finding> {
    let start = place.start as usize;
    let at = if text.get(start..)?.starts_with(sign) { start } else { text.get(..start)?.rfind(sign)? };
    let word = text[at..].split([' ', ',', ']', '}', '\n']).next().unwrap_or_default();
    let place = Place { start: offset(at), end: offset(at + word.len()), ..place };
    let message = say!(
        en: "`{word}` is not read as text: `{sign}` is a sign of YAML",
        sv: "`{word}` läses inte som text: `{sign}` är ett tecken i YAML",
        da: "`{word}` læses ikke som tekst: `{sign}` er et tegn i YAML",
    );
    let finding = Finding::warning("text-cut", place, message);
    let finding = finding.label(say!(en: "not read", sv: "läses inte", da: "læses ikke"));
    Some(finding.help(cause::quoted(sign)))
}

/// The finding for a duplicate key.
pub(super) fn twice(name: &str, place: Place, first: Place) -> Finding {
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
    finding.related(first, say!(en: "first written here", sv: "står först här", da: "står først her"))
}

/// The first merge conflict marker.
fn conflict(text: &str) -> Option<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1));
    starts.into_iter().find(|start| text[*start..].starts_with("<<<<<<< "))
}

fn line_at(file: u32, text: &str, start: usize) -> Place {
    let (_, end) = lines::line(text, start);
    Place { file, start: offset(start), end: offset(end) }
}

/// The byte of the error. The parser points one line too early if there is a tab in the indentation.
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
