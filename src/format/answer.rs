//! Words such as “none”, “yes” and “unknown” where a list is expected.

use crate::finding::{Finding, Place};
use crate::format::phrases::did_you_mean;
use crate::format::yaml::Node;
use crate::lexicon::answers;
use crate::say;

/// The meaning of such words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// There is none.
    No,
    /// There are some.
    Yes,
    /// It is not known.
    Unknown,
}

/// The answer that the scalar at `node` gives, by the words of `templates/lexicon/answers.toml` and question marks;
/// `None` for any other text.
#[must_use]
pub(crate) fn answer(node: &Node) -> Option<Answer> {
    let word = node.text()?.trim().trim_end_matches('.').to_lowercase();
    let answers = answers();
    match word.as_str() {
        word if answers.none.has(word) => Some(Answer::No),
        word if answers.some.has(word) => Some(Answer::Yes),
        "?" | "??" | "???" => Some(Answer::Unknown),
        word if answers.unknown.has(word) => Some(Answer::Unknown),
        _ => None,
    }
}

/// The pattern (ECMA-262) of the texts that give one of these answers, for JSON Schemas.
#[must_use]
pub(crate) fn pattern(of: &[Answer]) -> String {
    let answers = answers();
    let list = |answer: &Answer| match answer {
        Answer::No => &answers.none,
        Answer::Yes => &answers.some,
        Answer::Unknown => &answers.unknown,
    };
    let mut words: Vec<String> = of.iter().flat_map(|answer| list(answer).iter()).map(in_any_case).collect();
    if of.contains(&Answer::Unknown) {
        words.push(r"\?{1,3}".to_owned());
    }
    format!(r"^\s*({})\.*\s*$", words.join("|"))
}

/// A word as a pattern for its letters in either case.
fn in_any_case(word: &str) -> String {
    let letter = |letter: char| match (letter.to_lowercase().next(), letter.to_uppercase().next()) {
        (Some(small), Some(large)) if small != large => format!("[{small}{large}]"),
        _ if letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '–' | '—') => letter.to_string(),
        _ => format!(r"\{letter}"),
    };
    word.chars().map(letter).collect()
}

/// The finding for an answer where a list is expected.
#[must_use]
pub(crate) fn instead_of_things(word: &str, answer: Answer, place: Place) -> Finding {
    match answer {
        Answer::No => none(word, place),
        Answer::Yes => some(word, place),
        Answer::Unknown => unknown(word, place),
    }
}

fn none(word: &str, place: Place) -> Finding {
    if word.eq_ignore_ascii_case("none") {
        let message = say!(
            en: "`none` is no item of a list",
            sv: "`none` är ingen punkt i en lista",
            da: "`none` er ikke et punkt på en liste",
        );
        return Finding::error("type-wrong", place, message).help(say!(
            en: "write `none` alone after the colon, without brackets or a hyphen, or remove it beside other items",
            sv: "skriv bara `none` efter kolonet, utan klamrar eller bindestreck, eller ta bort det bredvid andra punkter",
            da: "skriv kun `none` efter kolonet, uden klammer eller bindestreg, eller fjern det ved siden af andre punkter",
        ));
    }
    let message = say!(
        en: "`{word}` is not the word for nothing",
        sv: "`{word}` är inte ordet för att det inte finns något",
        da: "`{word}` er ikke ordet for, at der intet er",
    );
    Finding::error("type-wrong", place, message).label(did_you_mean("none")).help(say!(
        en: "write `none` alone after the colon where there is none",
        sv: "skriv bara `none` efter kolonet där det inte finns något",
        da: "skriv kun `none` efter kolonet, hvor der intet er",
    ))
}

fn some(word: &str, place: Place) -> Finding {
    let message = say!(
        en: "`{word}` says that there are some, but not which",
        sv: "`{word}` säger att det finns något, men inte vad",
        da: "`{word}` siger, at der er noget, men ikke hvad",
    );
    Finding::error("type-wrong", place, message).label(say!(en: "which?", sv: "vad?", da: "hvad?")).help(say!(
        en: "write each of them with a hyphen on a line of its own; what is not known, `{{unknown: why}}`",
        sv: "skriv vart och ett med bindestreck på en egen rad; det som inte är känt, `{{unknown: varför}}`",
        da: "skriv hver af dem med bindestreg på sin egen linje; det, der er ukendt, `{{unknown: hvorfor}}`",
    ))
}

/// The finding for a word for “unknown” without a reason.
#[must_use]
pub(crate) fn unknown(word: &str, place: Place) -> Finding {
    let message = say!(
        en: "`{word}` does not say why it is unknown",
        sv: "`{word}` säger inte varför det är okänt",
        da: "`{word}` siger ikke, hvorfor det er ukendt",
    );
    Finding::error("type-wrong", place, message).label(did_you_mean("{unknown: …}")).help(say!(
        en: "write the reason in braces: `{{unknown: why}}`",
        sv: "skriv skälet inom klammerparentes: `{{unknown: varför}}`",
        da: "skriv grunden i krøllede parenteser: `{{unknown: hvorfor}}`",
    ))
}

/// The finding for a word for nothing in the place of a text.
#[must_use]
pub(crate) fn instead_of_words(word: &str, place: Place) -> Finding {
    let message = say!(
        en: "`{word}` would be published as a text",
        sv: "`{word}` skulle publiceras som en text",
        da: "`{word}` ville blive offentliggjort som en tekst",
    );
    let finding = Finding::error("type-wrong", place, message);
    finding.label(say!(en: "no words", sv: "inga ord", da: "ingen ord")).help(say!(
        en: "remove the key where there is nothing to say; what is not known, as `{{unknown: why}}`",
        sv: "ta bort nyckeln där det inte finns något att säga; det som inte är känt som `{{unknown: varför}}`",
        da: "fjern nøglen, hvor der ikke er noget at sige; det, der ikke er kendt, som `{{unknown: hvorfor}}`",
    ))
}

/// The key of a gap.
pub(crate) const GAP: &str = "unknown";

/// The finding for a gap where the format has none.
#[must_use]
pub(crate) fn misplaced_gap(node: &Node) -> Option<Finding> {
    let (key, _) = node.entry(GAP)?;
    let message = say!(
        en: "this key takes no gap",
        sv: "den här nyckeln kan inte vara en lucka",
        da: "denne nøgle kan ikke være et hul",
    );
    Some(Finding::error("gap-misplaced", key.place, message).help(say!(
        en: "leave the key out, and say in `remarks` what is not known; FORMAT.md names the keys that take `{{unknown: why}}`",
        sv: "utelämna nyckeln och skriv i `remarks` vad som inte är känt; FORMAT.md anger vilka nycklar som kan ha `{{unknown: varför}}`",
        da: "udelad nøglen, og skriv i `remarks`, hvad der ikke er kendt; FORMAT.md nævner de nøgler, der kan have `{{unknown: hvorfor}}`",
    )))
}

/// The finding for `{unknown: }` without a reason.
#[must_use]
pub(crate) fn without_reason(key: Place) -> Finding {
    let message = say!(
        en: "there is no reason after `unknown:`",
        sv: "inget skäl står efter `unknown:`",
        da: "der står ingen grund efter `unknown:`",
    );
    let finding = Finding::error("text-empty", key, message);
    finding.label(say!(en: "why?", sv: "varför?", da: "hvorfor?")).help(say!(
        en: "write why it is unknown: `{{unknown: why}}`",
        sv: "skriv varför det är okänt: `{{unknown: varför}}`",
        da: "skriv, hvorfor det er ukendt: `{{unknown: hvorfor}}`",
    ))
}
