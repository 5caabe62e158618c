//! What a template or a copy leaves in a text, and words for nothing.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";

const REMARKS: &str = "remarks: [Elever i fristående skolor omfattas också.]\n";

/// What is found when the activity has these remarks.
fn remarks(text: &str) -> String {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, REMARKS, &format!("remarks: {text}\n"));
    workspace.found()
}

#[test]
fn a_placeholder_is_an_error_wherever_it_would_be_published() {
    for text in [
        "'[fyll i]'",
        "'[TODO: namn]'",
        "TODO",
        "'XXX'",
        "'...'",
        "'?'",
        "Lorem ipsum dolor",
        "'[udfyld her]'",
        "'[insert name]'",
        "'____'",
    ] {
        let found = remarks(&format!("[{text}]"));
        assert!(
            found.contains("error[placeholder-published]") || found.contains("error[type-wrong]"),
            "{text}: {found}"
        );
    }
    for text in [
        "Vi fyller i blanketten.",
        "'Så (enligt [1]) görs det.'",
        "Vad gäller?",
        "Se todo-listan",
        "'Skriv ÅÅÅÅMMDD-XXXX.'",
        "TODO-listan hålls aktuell.",
    ] {
        assert!(!remarks(&format!("[{text}]")).contains("placeholder-published"), "{text}");
    }
    let workspace = Workspace::complete();
    workspace.edit("registers/one-language/shared/parties.yaml", "name: American Cloud Inc.", "name: '[fyll i]'");
    assert!(workspace.check().out.contains("error[placeholder-published]"));
}

#[test]
fn a_word_for_nothing_is_an_error_that_says_what_to_write() {
    for word in ["ingen", "Inga", "ej aktuellt", "Ikke relevant", "N/A", "'-'", "–", "ingen valgt"] {
        for written in [word.to_owned(), format!("[{word}]"), format!("[skolor, {word}]")] {
            let workspace = Workspace::complete();
            let text = workspace.read(ACTIVITY);
            let at = text.find("recipients:").unwrap();
            let end = at + text[at..].find("processors:").unwrap();
            workspace.write(ACTIVITY, format!("{}recipients: {written}\n{}", &text[..at], &text[end..]));
            let found = workspace.found();
            assert!(found.contains("error[type-wrong]") && found.contains("`none`"), "{written}: {found}");
        }
    }
    let workspace = Workspace::complete();
    workspace.edit("registers/two-languages/activities/skolskjuts.yaml", "recipients: none", "recipients: [none]");
    assert!(workspace.check().is(1).out.contains("`none` is no item of a list"));
}

#[test]
fn damaged_letters_are_mended_and_marks_are_found() {
    let workspace = Workspace::complete();
    let text = "[Det gÃ¤ller fÃ¶rskolan &amp; b&aring;tar., '• Alla elever', <b>Alla</b>]";
    workspace.edit(ACTIVITY, REMARKS, &format!("remarks: {text}\n"));
    let found = workspace.check().out;
    for code in ["encoding-damaged", "markup-written"] {
        assert!(found.contains(&format!("warning[{code}]")), "{code}: {found}");
    }
    workspace.ropa(&["check", "--fix"]);
    let mended = workspace.read(ACTIVITY);
    let numbered = Workspace::complete();
    numbered.edit(ACTIVITY, REMARKS, "remarks: [2. klasse har eget schema.]\n");
    numbered.ropa(&["check", "--fix"]);
    assert!(
        numbered.read(ACTIVITY).contains("remarks: [2. klasse har eget schema.]"),
        "a number may belong to the text"
    );
    assert!(mended.contains("remarks: [Det gäller förskolan & båtar., 'Alla elever', <b>Alla</b>]"), "{mended}");
}
