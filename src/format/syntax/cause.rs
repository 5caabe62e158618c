//! The most likely cause of a syntax error, from the parser's message and the lines around it.

use super::lines::{self, Lines};
use crate::fields;
use crate::format::space;
use crate::format::yaml::MAX_DEPTH;
use crate::say;
use crate::say::Message;

/// The causes in order; the first that applies is reported.
const CAUSES: [fn(&Lines) -> Option<Message>; 12] =
    [tab, depth, odd_space, list_sign, unquoted, brackets, quotes, comment, colon, block, indentation, second_colon];

/// The help for an error at a byte of the text.
pub(super) fn help(text: &str, at: usize, info: &str) -> Message {
    let lines = Lines::around(text, at, info);
    let told = CAUSES.iter().find_map(|cause| cause(&lines));
    told.unwrap_or_else(|| {
        say!(
            en: "check the indentation: keys of one record begin in the same column",
            sv: "kontrollera indraget: nycklarna i en post börjar i samma kolumn",
            da: "kontrollér indrykningen: nøglerne i en post begynder i samme kolonne",
        )
    })
}

fn tab(lines: &Lines) -> Option<Message> {
    lines::indent(lines.here).contains('\t').then(|| {
        say!(
            en: "indent with spaces: YAML does not allow a tab here",
            sv: "dra in med blanksteg: YAML tillåter inte tabbar här",
            da: "indryk med mellemrum: YAML tillader ikke tabulatorer her",
        )
    })
}

fn depth(lines: &Lines) -> Option<Message> {
    lines.says(&["nesting", "depth", "recursion"]).then(|| {
        say!(
            en: "lists and records can be nested {MAX_DEPTH} levels deep at most",
            sv: "högst {MAX_DEPTH} listor och poster kan stå inuti varandra",
            da: "højst {MAX_DEPTH} lister og poster kan stå inden i hinanden",
        )
    })
}

/// A no-break space in the indentation or after a colon or a hyphen.
fn odd_space(lines: &Lines) -> Option<Message> {
    [lines.here, lines.above].into_iter().any(lines::has_odd_space).then(|| {
        say!(
            en: "{label}: {help}",
            sv: "{label}: {help}",
            da: "{label}: {help}",
            label = space::LABEL,
            help = space::help(),
        )
    })
}

/// `-{`, `– {`, `* {` where an entry of a list begins.
fn list_sign(lines: &Lines) -> Option<Message> {
    let line = lines.here.trim_start();
    let is_glued =
        line.strip_prefix('-').is_some_and(|rest| rest.starts_with(['{', '[', '"']) || lines::is_record(rest));
    let is_another = ["– ", "— ", "* ", "• ", "– ", "–{", "*{", "•{"].iter().any(|sign| line.starts_with(sign));
    (is_glued || is_another).then(|| {
        say!(
            en: "begin each entry of a list with a hyphen and a space: `- `",
            sv: "börja varje post i en lista med ett bindestreck och ett blanksteg: `- `",
            da: "begynd hver post på en liste med en bindestreg og et mellemrum: `- `",
        )
    })
}

/// A value that begins with a character that YAML reserves.
fn unquoted(lines: &Lines) -> Option<Message> {
    let sign = lines.rest.chars().next().filter(|sign| "@*&%`!>|".contains(*sign))?;
    lines.says(&["unexpected character", "anchor", "alias", "tag", "block scalar"]).then(|| quoted(sign))
}

/// The help for a value that begins with a YAML indicator.
pub(super) fn quoted(sign: char) -> Message {
    say!(
        en: "put a value that begins with {sign} in quotation marks: \"{sign}…\"",
        sv: "sätt citattecken runt ett värde som börjar med {sign}: \"{sign}…\"",
        da: "sæt anførselstegn om en værdi, der begynder med {sign}: \"{sign}…\"",
    )
}

fn brackets(lines: &Lines) -> Option<Message> {
    if let Some((open, closing)) = lines.mismatched() {
        let partner = if open == '[' { ']' } else { '}' };
        return Some(say!(
            en: "close `{open}` with `{partner}` before `{closing}`",
            sv: "stäng `{open}` med `{partner}` före `{closing}`",
            da: "luk `{open}` med `{partner}` før `{closing}`",
        ));
    }
    if lines.says(&["misplaced bracket"]) {
        return Some(say!(
            en: "remove the bracket: none is open here that it could close",
            sv: "ta bort parentesen: ingen är öppen här som den kan stänga",
            da: "fjern parentesen: Ingen er åben her, som den kan lukke",
        ));
    }
    if lines::opens(lines.above) && !lines::has_cut(lines.above) {
        return Some(say!(
            en: "close the bracket that was opened in the line above",
            sv: "stäng parentesen som öppnades på raden ovanför",
            da: "luk parentesen, der blev åbnet på linjen ovenover",
        ));
    }
    let before = lines.before.trim_end();
    (before.ends_with([']', '}']) && lines.says(&["did not find expected key"])).then(|| {
        say!(
            en: "put quotation marks around a text that begins with a bracket",
            sv: "sätt citattecken runt en text som börjar med en parentes",
            da: "sæt anførselstegn om en tekst, der begynder med en parentes",
        )
    })
}

fn quotes(lines: &Lines) -> Option<Message> {
    if lines.says(&["trailing content after"]) {
        return Some(say!(
            en: "put the whole text in quotation marks; inside them, write ' in place of \"",
            sv: "sätt citattecken runt hela texten; skriv ' i stället för \" inuti den",
            da: "sæt anførselstegn om hele teksten; skriv ' i stedet for \" inde i den",
        ));
    }
    (lines.says(&["quoted"]) || lines::is_odd(lines.above) || lines::is_odd(lines.here)).then(|| {
        say!(
            en: "close the quotation mark that was opened here or in the line above",
            sv: "avsluta citatet som börjar här eller på raden ovanför",
            da: "afslut citatet, der begynder her eller på linjen ovenover",
        )
    })
}

/// A number sign that comments out the closing bracket.
fn comment(lines: &Lines) -> Option<Message> {
    [lines.here, lines.above].into_iter().any(lines::has_cut).then(|| {
        say!(
            en: "put quotation marks around the text with `#`: without them the rest of its line is a comment",
            sv: "sätt citattecken runt texten med `#`: utan dem är resten av raden en kommentar",
            da: "sæt anførselstegn om teksten med `#`: Uden dem er resten af linjen en kommentar",
        )
    })
}

/// A colon without a space, or a key without a colon.
fn colon(lines: &Lines) -> Option<Message> {
    let line = lines.here.trim_start().trim_start_matches("- ");
    let (key, rest) = line.split_once(':').unwrap_or_default();
    if lines::is_key(key) && rest.starts_with(char::is_alphanumeric) {
        return Some(say!(
            en: "put a space after the colon",
            sv: "sätt ett blanksteg efter kolonet",
            da: "sæt et mellemrum efter kolonet",
        ));
    }
    let first = line.split_whitespace().next().unwrap_or_default();
    if !lines.says(&["simple key expected"]) {
        return None;
    }
    Some(match fields::has_field(first) {
        true => say!(
            en: "put a colon and a space after the key: `{first}: …`",
            sv: "sätt ett kolon och ett blanksteg efter nyckeln: `{first}: …`",
            da: "sæt et kolon og et mellemrum efter nøglen: `{first}: …`",
        ),
        false => say!(
            en: "put a colon after the key; a line that goes on with the text above is indented more than its key",
            sv: "sätt ett kolon efter nyckeln; en rad som fortsätter texten ovanför dras in mer än dess nyckel",
            da: "sæt et kolon efter nøglen; en linje, der fortsætter teksten ovenover, rykkes længere ind end dens nøgle",
        ),
    })
}

/// A list that begins on the line of its key.
fn block(lines: &Lines) -> Option<Message> {
    lines.says(&["block sequence entries are not allowed"]).then(|| {
        say!(
            en: "begin the list on the line below its key; put a text that begins with a hyphen in quotation marks",
            sv: "börja listan på raden under nyckeln; sätt citattecken runt en text som börjar med ett bindestreck",
            da: "begynd listen på linjen under nøglen; sæt anførselstegn om en tekst, der begynder med en bindestreg",
        )
    })
}

fn indentation(lines: &Lines) -> Option<Message> {
    let (here, above) = (lines::column(lines.here), lines::column(lines.above));
    let is_listed = lines.here.trim_start().starts_with("- ");
    let column = if is_listed { lines::indent(lines.here).len() } else { here };
    let is_alone =
        !lines.earlier.lines().any(|line| lines::column(line) == column || lines::indent(line).len() == column);
    if column < above && is_alone {
        return Some(say!(
            en: "indent this line more, as the one above: the keys of one record begin in the same column",
            sv: "dra in raden mer, som den ovanför: nycklarna i en post börjar i samma kolumn",
            da: "indryk linjen mere, som den ovenover: Nøglerne i en post begynder i samme kolonne",
        ));
    }
    (here > above && lines::is_key_and_value(lines.above) && lines::is_key_and_value(lines.here)).then(|| {
        say!(
            en: "check the indentation: this line is indented more than the one above, which already has its value",
            sv: "kontrollera indraget: raden är mer indragen än den ovanför, som redan har sitt värde",
            da: "kontrollér indrykningen: linjen er mere indrykket end den ovenover, som allerede har sin værdi",
        )
    })
}

fn second_colon(lines: &Lines) -> Option<Message> {
    (lines.says(&["mapping values are not allowed"]) || lines.here.matches(": ").count() > 1).then(|| {
        say!(
            en: "put the text in quotation marks when it contains a colon: `key: \"first: second\"`",
            sv: "sätt citattecken runt texten när den innehåller ett kolon: `key: \"first: second\"`",
            da: "sæt anførselstegn om teksten, når den indeholder et kolon: `key: \"first: second\"`",
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::format::yaml;

    /// The help for the error in a text.
    fn help(text: &str) -> String {
        let mut findings = Vec::new();
        _ = yaml::parse(0, text, &mut findings);
        findings.pop().and_then(|finding| finding.help).unwrap_or_default().en
    }

    #[test]
    fn the_help_is_about_what_is_wrong() {
        for (text, start) in [
            ("a: [{of: [x], keep: 2 years]\nb: c\n", "close `{` with `}` before `]`"),
            ("a: [{of: [x, keep: 2 years}]\n", "close `[` with `]` before `}`"),
            ("a: [x\nbasis: y\n", "close the bracket that was opened in the line above"),
            ("a: x]\nb: [y]]\n", "remove the bracket"),
            ("a: [x] y\n", "put quotation marks around a text that begins with a bracket"),
            ("id: x\ntitle Nyhedsbrev\nlaw: y\n", "put a colon and a space after the key: `title: …`"),
            ("id: x\nog mere\nlaw: y\n", "put a colon after the key; a line that goes on"),
            ("a:\n  -{of: [x], keep: y}\n", "begin each entry of a list with a hyphen and a space"),
            ("a:\n  – {of: [x], keep: y}\n", "begin each entry of a list"),
            ("a:\n  * {of: [x], keep: y}\n", "begin each entry of a list"),
            ("a:\n  * of: [x]\n", "begin each entry of a list"),
            ("a: @x\n", "put a value that begins with @ in quotation marks"),
            ("a: *x* y\n", "put a value that begins with * in"),
            ("a: &x y\n", "put a value that begins with & in"),
            ("a: %x\n", "put a value that begins with % in"),
            ("a: `x`\n", "put a value that begins with ` in"),
            ("a: !x y\n", "put a value that begins with ! in"),
            ("a: > x\n", "put a value that begins with > in"),
            ("a:\n  - of: [x]\n   keep: y\n", "indent this line more"),
            ("a:\n    b: c\n   d: e\n", "indent this line more"),
            ("a: b\n c: d\n", "check the indentation: this line is indented more"),
            ("a: {unknown: Sag #12}\nb: c\n", "put quotation marks around the text with `#`"),
            ("a: \"x\" y\n", "put the whole text in quotation marks"),
            ("a: - x\n", "begin the list on the line below its key"),
            ("id: x\na:\u{A0}y\n", "there is an invisible no-break space here"),
            ("a: b: c\n", "put the text in quotation marks when it contains a colon"),
        ] {
            assert!(help(text).starts_with(start), "{text}: {}", help(text));
        }
    }

    #[test]
    fn an_anchor_that_is_used_is_none_of_a_text() {
        assert_eq!(help("a: &x y\nb: *x\n"), "");
    }
}
