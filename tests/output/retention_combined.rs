//! Every combination of ends, exceptions and what happens then, read for faults of language.

use super::retention::municipality;

/// The ends of a rule: periods and events in every form, ends of which one counts, and stages.
const ENDS: [&str; 14] = [
    "keep: 2 years, from: decision",
    "keep: at most 2 years, from: {event: case-closed, rounding: end-of-year}",
    "keep: at least 2 years, from: {event: leaves-school, rounding: year-after}",
    "keep: permanent",
    "keep: not stored",
    "until: case-closed",
    "until: [case-closed, {event: leaves-school, rounding: end-of-school-year}]",
    "until: {day: 2030-12-31}",
    "first-of: [{keep: 2 years, from: decision}, {until: consent-withdrawn}]",
    "last-of: [{keep: 5 years, from: case-closed}, {keep: 5 years, from: leaves-school}]",
    "stages: [{state: in-use, keep: 2 years, from: decision}, {state: locked, keep: 10 years}]",
    "stages: [{state: in-use, until: case-closed}, {state: archived, until: {event: leaves-school, rounding: end-of-year}}]",
    "stages: [{state: in-use, keep: at least 2 years, from: {event: decision, rounding: end-of-month}}, {state: archived, keep: permanent}]",
    "criterion: {sv: läraren har satt betyget, da: læreren har givet karakteren, en: the teacher has set the grade}",
];

/// What happens at the end.
const THENS: [&str; 7] = [
    "",
    ", then: erase",
    ", then: weed",
    ", then: anonymise",
    ", then: archive",
    ", then: archive, archive: {sv: kommunarkivet, da: kommunens arkiv, en: the municipal archive}",
    ", then: [archive, erase]",
];

/// The ends of exceptions.
const EXCEPTIONS: [&str; 9] = [
    "of: [decisions], keep: at most 3 months",
    "of: [decisions], keep: at least 5 years, from: {event: case-closed, rounding: end-of-year}",
    "of: [decisions], keep: 5 years, from: decision",
    "of: [decisions], keep: permanent",
    "of: [decisions], keep: not stored",
    "of: [decisions], until: case-closed",
    "of: [decisions], until: [leaves-school, {event: case-closed, rounding: end-of-month}]",
    "born-on: [5, 15], keep: permanent",
    "of: [decisions]",
];

/// What no sentence has: two marks in a row, a lead that leads to another, a word or a space too many, a sentence that
/// begins with a small letter.
fn faults(answer: &str) -> Vec<&'static str> {
    const MARKS: [&str; 15] =
        [",,", ", ,", "..", ". .", ",.", ", .", ".,", ":.", ": .", ":,", "::", "  ", " ,", " .", ": :"];
    let mut faults: Vec<&str> = MARKS.into_iter().filter(|mark| answer.contains(mark)).collect();
    for sentence in answer.split(". ") {
        let begins = sentence.chars().find(|letter| letter.is_alphabetic());
        let after_number = sentence.starts_with(|letter: char| letter.is_ascii_digit());
        if begins.is_some_and(char::is_lowercase) && !after_number && !is_abbreviated(answer, sentence) {
            faults.push("a sentence begins with a small letter");
        }
        if sentence.matches(": ").count() > 1 {
            faults.push("a lead leads to another");
        }
    }
    faults
}

/// Whether a sentence only seems to begin after a number with a full stop: `den 31. december`.
fn is_abbreviated(answer: &str, sentence: &str) -> bool {
    let before = answer.split(sentence).next().unwrap_or_default().trim_end_matches(". ");
    before.ends_with(|letter: char| letter.is_ascii_digit())
}

#[test]
fn every_combination_of_ends_exceptions_and_what_happens_then_is_a_sentence() {
    let mut rules: Vec<String> = Vec::new();
    for end in ENDS {
        rules.extend(THENS.iter().map(|then| format!("{{{end}{then}}}")));
        for (number, exception) in EXCEPTIONS.iter().enumerate() {
            for (other, then) in THENS.iter().enumerate() {
                let own = THENS[(number + other) % THENS.len()];
                rules.push(format!("{{{end}{own}, except: [{{{exception}{then}}}]}}"));
            }
        }
    }
    let workspace = municipality(2, "");
    let usual = workspace.read("registers/ordby/activities/words.yaml");
    std::fs::remove_file(workspace.path("registers/ordby/activities/words.yaml")).unwrap();
    for (number, rule) in rules.iter().enumerate() {
        let activity = usual.replace("id: words", &format!("id: rule-{number}"));
        workspace.write(&format!("registers/ordby/activities/rule-{number}.yaml"), format!("{activity}- {rule}\n"));
    }
    let all: Vec<String> = (0..rules.len()).map(|number| format!("rule-{number}")).collect();
    let notice = workspace.read("registers/ordby/notices/all.yaml").replace("words", &all.join(", "));
    workspace.write("registers/ordby/notices/all.yaml", notice);
    let levels: String = ["retention-contradictory", "retention-unclear", "permanent-without-authority"]
        .map(|rule| format!("{rule} = {{level = \"info\", because = \"the sentences alone matter here\"}}\n"))
        .concat();
    workspace.write("ropa.toml", format!("[levels]\n{levels}"));
    workspace.build(&["--public"]).is(0);
    let mut found = Vec::new();
    for (lang, question) in [("sv", "Hur länge"), ("da", "Hvor længe"), ("en", "How long")] {
        for (number, rule) in rules.iter().enumerate() {
            let page =
                workspace.read(&format!("build/public/ordby/{lang}/activities/rule-{number}.md")).replace('\\', "");
            let last = page.rsplit_once(question).unwrap_or_else(|| panic!("{page}")).1;
            let (_, answer) = last.split_once("?** ").unwrap_or_else(|| panic!("{page}"));
            let answer = answer.split("\n\n").next().unwrap_or_default();
            let faults = faults(answer);
            if !faults.is_empty() {
                found.push(format!("{lang} {rule}\n  {answer}\n  {faults:?}"));
            }
        }
    }
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), rules.len() * 3, found.join("\n"));
}
