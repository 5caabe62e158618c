//! Retention rules as they are published, in each language, and what is asked where a rule is not a sentence.

use crate::support::Workspace;

/// A rule, and its sentence in Swedish, Danish and English.
const RULES: &[(&str, [&str; 3])] = &[
    (
        "keep: at least 10 years, from: journal-last-entry, then: weed",
        [
            "Uppgifterna sparas i minst 10 år från den sista anteckningen i journalen och gallras därefter.",
            "Oplysningerne opbevares i mindst 10 år fra den seneste optegnelse i journalen og kasseres derefter.",
            "The data will be kept for at least 10 years from the last entry in the medical record, then disposed of.",
        ],
    ),
    (
        "keep: at most about 97 days, then: erase",
        [
            "Uppgifterna sparas i högst cirka 97 dagar och raderas senast då.",
            "Oplysningerne opbevares i højst cirka 97 dage og slettes senest på dette tidspunkt.",
            "The data will be kept for at most about 97 days, then erased.",
        ],
    ),
    (
        "keep: 12 to 24 months, from: received",
        [
            "Uppgifterna sparas i 12–24 månader från den dag då handlingen kom in.",
            "Oplysningerne opbevares i 12–24 måneder fra modtagelsen.",
            "The data will be kept for 12–24 months from the date of receipt.",
        ],
    ),
    (
        "keep: 30 days to 6 months, from: received",
        [
            "Uppgifterna sparas i mellan 30 dagar och 6 månader från den dag då handlingen kom in.",
            "Oplysningerne opbevares i mellem 30 dage og 6 måneder fra modtagelsen.",
            "The data will be kept for between 30 days and 6 months from the date of receipt.",
        ],
    ),
    (
        "keep: 3 years and 6 months, from: decision",
        [
            "Uppgifterna sparas i 3 år och 6 månader från beslutet.",
            "Oplysningerne opbevares i 3 år og 6 måneder fra afgørelsen.",
            "The data will be kept for 3 years and 6 months from the decision.",
        ],
    ),
    (
        "keep: 24 hours, from: recording, then: erase",
        [
            "Uppgifterna sparas i 24 timmar från inspelningen och raderas därefter.",
            "Oplysningerne opbevares i 24 timer fra optagelsen og slettes derefter.",
            "The data will be kept for 24 hours from the date of the recording, then erased.",
        ],
    ),
    (
        "keep: 1 hour, from: recording",
        [
            "Uppgifterna sparas i 1 timme från inspelningen.",
            "Oplysningerne opbevares i 1 time fra optagelsen.",
            "The data will be kept for 1 hour from the date of the recording.",
        ],
    ),
    ("keep: not stored", ["Uppgifterna sparas inte.", "Oplysningerne opbevares ikke.", "The data will not be stored."]),
    (
        "keep: permanent, then: archive, decision: plan",
        [
            "Uppgifterna bevaras för all framtid och arkiveras.",
            "Oplysningerne bevares og slettes ikke, men afleveres til arkiv.",
            "The data will be kept permanently and archived.",
        ],
    ),
    (
        "until: {day: 2030-12-31}, then: erase",
        [
            "Uppgifterna sparas till och med den 31 december 2030, varefter de raderas.",
            "Oplysningerne opbevares til og med den 31. december 2030, og slettes derefter.",
            "The data will be kept until the end of 31 December 2030, then erased.",
        ],
    ),
    (
        "until: [account-closed, consent-withdrawn], then: erase",
        [
            "Uppgifterna sparas tills kontot avslutas eller samtycket återkallas, varefter de raderas.",
            "Oplysningerne opbevares, indtil kontoen lukkes eller samtykket trækkes tilbage, og slettes derefter.",
            "The data will be kept until the account is closed or consent is withdrawn, then erased.",
        ],
    ),
    (
        "first-of: [{keep: at most 2 years, from: received}, {until: consent-withdrawn}], then: erase",
        [
            "Uppgifterna sparas i högst 2 år från den dag då handlingen kom in eller tills samtycket återkallas, beroende på vilket som inträffar först, och raderas därefter.",
            "Oplysningerne opbevares i højst 2 år fra modtagelsen, eller indtil samtykket trækkes tilbage, afhængigt af, hvad der indtræffer først, og slettes derefter.",
            "The data will be kept for at most 2 years from the date of receipt or until consent is withdrawn, whichever comes first, then erased.",
        ],
    ),
    (
        "last-of: [{keep: 5 years, from: case-closed}, {keep: 5 years, from: leaves-school}, {keep: 5 years, from: employment-ends}]",
        [
            "Uppgifterna sparas i 5 år från den dag då ärendet avslutades, den dag då eleven slutade skolan eller anställningens slut, beroende på vilket som inträffar sist.",
            "Oplysningerne opbevares i 5 år fra sagens afslutning, den dag, hvor eleven forlod skolen, eller ansættelsens ophør, afhængigt af, hvad der indtræffer sidst.",
            "The data will be kept for 5 years from the date on which the case was closed, the day the pupil leaves school or the end of the employment, whichever comes last.",
        ],
    ),
    (
        "first-of: [{keep: 24 hours, from: last-activity}, {keep: at most 30 days, from: received}]",
        [
            "Uppgifterna sparas i 24 timmar från den dag då kontot senast användes eller i högst 30 dagar från den dag då handlingen kom in, beroende på vilket som inträffar först.",
            "Oplysningerne opbevares i 24 timer fra den seneste aktivitet på kontoen, eller i højst 30 dage fra modtagelsen, afhængigt af, hvad der indtræffer først.",
            "The data will be kept for 24 hours from the last activity on the account or for at most 30 days from the date of receipt, whichever comes first.",
        ],
    ),
    (
        "stages: [{state: in-use, keep: 2 years, from: decision}, {state: locked, keep: 10 years}, {state: archived, keep: permanent}]",
        [
            "Uppgifterna sparas för löpande användning i 2 år från beslutet, därefter med spärrad åtkomst i 10 år, därefter i arkiv för all framtid.",
            "Oplysningerne opbevares til løbende brug i 2 år fra afgørelsen, derefter med spærret adgang i 10 år, derefter i arkiv for altid.",
            "The data will be kept in use for 2 years from the decision, then with restricted access for 10 years, then in an archive permanently.",
        ],
    ),
    (
        "stages: [{state: in-use, until: case-closed}, {state: archived, keep: 400 days}], then: erase",
        [
            "Uppgifterna sparas för löpande användning tills ärendet avslutas, därefter i arkiv i 400 dagar, och raderas därefter.",
            "Oplysningerne opbevares til løbende brug, indtil sagen afsluttes, derefter i arkiv i 400 dage, og slettes derefter.",
            "The data will be kept in use until the case is closed, then in an archive for 400 days, then erased.",
        ],
    ),
    (
        "keep: 5 years, from: case-closed, then: weed, except: [{born-on: [5, 15, 25], keep: permanent, then: archive}]",
        [
            "Undantag: uppgifterna om personer som är födda den 5, 15 eller 25 i en månad bevaras för all framtid och arkiveras.",
            "Undtagelse: oplysningerne om personer, der er født den 5., 15. eller 25. i en måned, bevares og slettes ikke, men afleveres til arkiv.",
            "Exception: the data on persons born on day 5, 15 or 25 of a month will be kept permanently and archived.",
        ],
    ),
    (
        "keep: 5 years, from: case-closed, then: [weed, archive], appraisal: yes",
        [
            "Uppgifterna sparas i 5 år från den dag då ärendet avslutades, varefter de gallras eller arkiveras.",
            "Oplysningerne opbevares i 5 år fra sagens afslutning, hvorefter de kasseres eller afleveres til arkiv.",
            "The data will be kept for 5 years from the date on which the case was closed, then disposed of or archived.",
        ],
    ),
    (
        "of: decisions, data: [d], keep: 1 month, from: {event: decision, rounding: end-of-month}",
        [
            "Beslut (namn) sparas i 1 månad från utgången av den månad då beslutet fattas.",
            "Afgørelser (navn) opbevares i 1 måned fra udgangen af den måned, hvor afgørelsen træffes.",
            "Decisions (name) will be kept for 1 month from the end of the month in which the decision is made.",
        ],
    ),
];

/// A municipality with one activity whose retention is `rules`.
pub(super) fn municipality(format: u32, rules: &str) -> Workspace {
    let workspace = Workspace::empty();
    workspace.write(
        "registers/ordby/municipality.yaml",
        format!(
            "format: {format}\nname: Ordby\ncountry: SE\nlanguages: [sv, da, en]\ncontact: {{email: a@example.org}}\n\
             controllers: {{all: {{name: Ordby, form: municipality, contact: {{email: a@example.org}}}}}}\n\
             officers: {{o: {{contact: {{email: o@example.org}}}}}}\nofficer: o\n"
        ),
    );
    workspace.write(
        "registers/ordby/activities/words.yaml",
        format!(
            "id: words\ntitle: {{sv: Ord, da: Ord, en: Words}}\nsubjects: [pupil]\n\
             purposes: [{{what: {{sv: Ord, da: Ord, en: Words}}}}]\nbasis: [public-interest]\n\
             data: [{{id: d, items: [name]}}]\nsources: [data-subject]\nrecipients: none\nprocessors: none\n\
             transfers: none\nobligation: voluntary\nautomated: none\nretention:\n{rules}"
        ),
    );
    workspace.write(
        "registers/ordby/notices/all.yaml",
        "id: all\ntitle: {sv: Ord, da: Ord, en: Words}\nactivities: [words]\n",
    );
    workspace
}

#[test]
fn every_kind_of_rule_is_a_sentence_in_every_language() {
    let rule = |(place, (rule, _)): (usize, &(&str, _))| format!("- {{{rule}, when: fall {place}}}\n");
    let rules: String = RULES.iter().enumerate().map(rule).collect();
    let workspace = municipality(2, &rules);
    workspace.build(&[]).is(0);
    for (place, lang) in ["sv", "da", "en"].into_iter().enumerate() {
        for page in [
            "public/ordby/{}/activities/words.md",
            "public/ordby/{}/registers/all.md",
            "internal/ordby/{}/registers/all.md",
        ] {
            let page = workspace.read(&format!("build/{}", page.replace("{}", lang))).replace('\\', "");
            let page = page.to_lowercase();
            for (rule, sentences) in RULES {
                let sentence = sentences[place].trim_end_matches('.').to_lowercase();
                assert!(page.contains(&sentence), "{rule}\n{sentence}\n{page}");
            }
        }
    }
    let json = workspace.read("build/public/ordby/register.json");
    for value in [
        r#""keep":{"at-least":"P10Y"}"#,
        r#""keep":{"at-most":"P97D","about":true}"#,
        r#""keep":{"at-least":"P12M","at-most":"P24M"}"#,
        r#""keep":"P3Y6M""#,
        r#""keep":"PT24H""#,
        r#""keep":"not stored""#,
        r#""born-on":[5,15,25]"#,
        r#""day":"2030-12-31""#,
    ] {
        assert!(json.contains(value), "{value}\n{json}");
    }
}

/// What is found in a rule of Swedish words.
fn found(rule: &str) -> String {
    let workspace = municipality(2, &format!("- {{{rule}}}\n"));
    let config = workspace.read("registers/ordby/municipality.yaml").replace("[sv, da, en]", "[sv]");
    workspace.write("registers/ordby/municipality.yaml", config);
    workspace.write(
        "registers/ordby/activities/words.yaml",
        workspace.read("registers/ordby/activities/words.yaml").replace("{sv: Ord, da: Ord, en: Words}", "Ord"),
    );
    workspace.write("registers/ordby/notices/all.yaml", "id: all\ntitle: Ord\nactivities: [words]\n");
    workspace.ropa(&["check", "--lang", "en", "--date", "2026-11-30"]).out
}

#[test]
fn an_event_that_does_not_complete_its_sentence_is_asked_for_with_both_sentences() {
    let text = found("keep: 5 years, from: när personakten avslutas");
    for words in [
        "error[retention-event-form]: the page would say “i … från när personakten avslutas”",
        "`from: den dag då personakten avslutas`, which reads “i … från den dag då personakten avslutas”",
        "`until: personakten avslutas` without `keep:`, which reads “tills personakten avslutas”",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for (rule, words) in [
        ("keep: 5 years, from: efter avslutad utredning", "`from: avslutad utredning` reads"),
        ("until: när utredningen är klar", "`utredningen är klar` reads “tills utredningen är klar”"),
        (
            "keep: 1 year, from: {event: vid läsårets slut, rounding: end-of-year}",
            "the page would say “tills vid läsårets slut”",
        ),
        ("criterion: enligt arkivlagen", "`enligt arkivlagen` names a law or a plan, but no time"),
        ("criterion: så länge ärendet pågår", "such as `until: case-closed`"),
        ("criterion: gallras enligt planen", "`gallras enligt planen` says what happens, but not when"),
        ("until: inaktuella", "write a clause with a verb, which completes “tills …”"),
        ("keep: 1 year, from: {event: beslutet, rounding: end-of-year}", "write a clause with a verb"),
        ("criterion: tills vidare", "`tills vidare` does not say how long"),
    ] {
        let text = found(rule);
        assert!(text.contains(words), "{rule}\n{words}\n{text}");
    }
    for rule in [
        "keep: 5 years, from: den dag då personakten avslutas",
        "until: personakten avslutas",
        "keep: 5 years, from: {until: personakten avslutas, rounding: end-of-year}",
        "keep: 5 years, from: {from: den dag då akten stängs}",
        "criterion: läraren inte längre behöver dem för betyget",
    ] {
        let text = found(rule);
        assert!(!text.contains("error["), "{rule}\n{text}");
    }
}

#[test]
fn a_rule_that_says_nothing_or_two_things_says_what_to_write() {
    for (rule, words) in [
        ("keep: 2 years, from: decision, until: leaves-school", "write `first-of: [{keep: …, from: …}, {until: …}]`"),
        ("keep: 2 years, stages: [{state: in-use, keep: 1 year, from: decision}]", "this rule says two things"),
        ("first-of: [{keep: 2 years, from: decision}]", "choose among several ends, but here is one"),
        ("last-of: [{keep: 2 years, from: decision}, {from: decision}]", "does not say how long"),
        ("keep: not stored, from: decision", "has no start"),
        ("keep: permanent, then: [archive, weed], decision: plan", "what is kept for ever is not destroyed"),
        ("keep: 2 years, from: {rounding: end-of-year}", "this event is not named"),
        ("until: {event: leaves-school, day: 2030-12-31}", "a fixed day is no event"),
        (
            "keep: 2 years, from: decision, except: [{born-on: [5, 32], keep: permanent}]",
            "a month has the days 1 to 31",
        ),
        ("keep: 2 years, from: decision, then: weed, appraisal: yes", "but `then` has one"),
        ("keep: 2 years, from: decision, at-most: yes", "write `keep: at most 2 years` and remove `at-most`"),
        ("keep: 2 years, from: decision, at-most: no", "remove `at-most`; `ropa migrate` does it"),
    ] {
        let text = found(rule);
        assert!(text.contains(words), "{rule}\n{words}\n{text}");
    }
}

#[test]
fn a_gap_is_no_second_finding() {
    for rule in [
        "until: {unknown: utreds}",
        "until: {unknown: utreds}, then: erase",
        "first-of: {unknown: utreds}",
        "stages: {unknown: utreds}",
        "keep: 2 years, from: decision, except: [{of: avtal, until: {unknown: utreds}}]",
    ] {
        let workspace = municipality(2, &format!("- {{{rule}}}\n"));
        assert!(!workspace.found().contains("retention-"), "{rule}: {}", workspace.found());
        workspace.build(&[]).is(0);
        let page = workspace.read("build/public/ordby/sv/activities/words.md");
        assert!(page.contains("## Det som inte är klart än"), "{rule}: {page}");
    }
}

#[test]
fn format_1_has_at_most_and_migrate_writes_it_into_the_period() {
    let workspace = municipality(1, "- {keep: 30 days, at-most: yes, from: decision}\n");
    workspace.build(&[]).is(0);
    let before = workspace.read("build/public/ordby/sv/activities/words.md");
    assert!(before.contains("sparas i högst 30 dagar från beslutet"), "{before}");
    workspace.ropa(&["migrate"]).is(0);
    let file = workspace.read("registers/ordby/activities/words.yaml");
    assert!(file.ends_with("- {keep: at most 30 days, from: decision}\n"), "{file}");
    workspace.build(&[]).is(0);
    assert_eq!(workspace.read("build/public/ordby/sv/activities/words.md"), before);
    let rules = "- {keep: 30 days, from: decision, at-most: no}\n- of: x\n  keep: permanent\n  at-most: yes\n";
    let workspace = municipality(1, rules);
    workspace.ropa(&["migrate"]).is(0);
    let file = workspace.read("registers/ordby/activities/words.yaml");
    assert!(file.ends_with("- {keep: 30 days, from: decision}\n- of: x\n  keep: permanent\n"), "{file}");
    for rule in [
        "keep: at most 30 days, from: decision",
        "keep: 3 years and 6 months, from: decision",
        "keep: P3Y6M, from: decision",
        "keep: 24 hours, from: decision",
        "keep: PT15M, from: decision",
        "first-of: [{until: decision}, {until: received}]",
    ] {
        let old = municipality(1, &format!("- {{{rule}}}\n"));
        let text = old.found();
        assert!(text.contains("belongs to format 2") && text.contains("ropa migrate"), "{rule}\n{text}");
    }
}
