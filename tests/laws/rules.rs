//! The examples of every rule, laid over a complete activity: the bad one breaks only that rule, the good one none.

use std::collections::BTreeSet;

use jiff::civil::date;
use ropa::internals::check::example::{self, Example};
use ropa::internals::check::levels::Levels;
use ropa::internals::check::rule::Rule;
use ropa::internals::check::rules;
use ropa::internals::law::provision;
use ropa::internals::say::{Tongue, Words};
use ropa::internals::source::disk;

use crate::support::library::{self, Found, check_texts};
use crate::support::{Workspace, fixture, folders};

/// The complete activity that an example is laid over.
const ACTIVITY: &str = "activities/skolskjuts.yaml";

/// The top-level keys of a record and their text, in order.
fn keys(text: &str) -> Vec<(&str, String)> {
    let mut keys: Vec<(&str, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(':').filter(|_| !line.starts_with([' ', '-'])) {
            Some((key, _)) => keys.push((key, format!("{line}\n"))),
            None => keys.last_mut().unwrap().1.push_str(&format!("{line}\n")),
        }
    }
    keys
}

/// A record with the keys of an example instead of its own.
fn laid_over(record: &str, piece: &str) -> String {
    let piece = keys(piece);
    let own = keys(record).into_iter().filter(|(key, _)| piece.iter().all(|(known, _)| known != key));
    own.chain(piece.clone()).map(|(_, text)| text).collect()
}

/// The findings of a complete municipality whose activity has an example laid over it.
fn found(municipality: &str, piece: &str) -> Found {
    let folder = if municipality == DANISH { "laws/danish/registers" } else { "laws/complete/registers" };
    let mut read = disk::read(&fixture(folder), municipality).unwrap();
    let file = read.sources.files.iter_mut().find(|file| file.path.ends_with(ACTIVITY)).unwrap();
    file.text = laid_over(&file.text, piece);
    check_texts(read)
}

#[test]
fn the_complete_register_breaks_no_rule() {
    for municipality in complete(None) {
        assert_eq!(found(&municipality, "").codes(), [""; 0], "{municipality}");
    }
}

/// A rule on the municipality or a notice has a folder in `laws/alone/` instead, laid over the complete register.
fn shown_by_folder(rule: &Rule) -> Result<(), String> {
    let folder = fixture("laws/alone").join(rule.code);
    if !folder.is_dir() {
        return Err(format!("there is neither a piece nor the folder {}", folder.display()));
    }
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &folder);
    match library::check(&workspace.path(""), "one-language").codes() {
        codes if codes == [rule.code] => Ok(()),
        codes => Err(format!("the folder breaks {codes:?}")),
    }
}

/// The complete municipality in Denmark.
const DANISH: &str = "danish";

/// The country of a complete municipality.
fn country_of(municipality: &str) -> &'static str {
    if municipality == DANISH { "DK" } else { "SE" }
}

/// The complete municipalities: of a country, or all.
fn complete(country: Option<&str>) -> Vec<String> {
    let mut all = folders(&fixture("laws/complete/registers"));
    all.push(DANISH.to_owned());
    all.retain(|municipality| country.is_none_or(|country| country == country_of(municipality)));
    all
}

/// A rule applies in one of the complete municipalities of its country.
fn shows_itself(rule: &Rule) -> Result<(), String> {
    if rule.bad.is_empty() {
        return shown_by_folder(rule);
    }
    let all = complete(Some(rule.country.unwrap_or("SE")));
    let shown = all.iter().find(|municipality| found(municipality, rule.bad).codes() == [rule.code]);
    let Some(shown) = shown else {
        return Err(format!("bad breaks {:?}: {}", found(&all[0], rule.bad).codes(), rule.bad));
    };
    match found(shown, rule.good).codes().as_slice() {
        [] => Ok(()),
        broken => Err(format!("good breaks {broken:?}: {}", rule.good)),
    }
}

#[test]
fn the_pieces_of_every_rule_show_that_rule_alone() {
    let faults = rules::all().filter_map(|rule| Some(format!("{}: {}", rule.code, shows_itself(rule).err()?)));
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Rules that a piece of the complete Danish activity cannot show: what they are about is elsewhere in the register, or
/// Danish law has no such case.
const WITHOUT_DANISH_EXAMPLE: [&str; 4] =
    ["activity-duplicate", "right-override-unwritten", "subjects-unaddressed", "translation-missing"];

/// The rule that nothing shows in a country: the only change ahead is one of Danish law.
const WITHOUT_EXAMPLE: [(&str, Tongue); 1] = [("change-ahead", Tongue::Swedish)];

#[test]
fn a_rule_on_another_file_is_shown_by_a_piece_of_it() {
    for rule in rules::all().filter(|rule| rule.bad.is_empty()) {
        for (tongue, municipality) in [(Tongue::Swedish, "one-language"), (Tongue::Danish, DANISH)] {
            let example = example::of(rule, tongue);
            assert_eq!(example.is_none(), WITHOUT_EXAMPLE.contains(&(rule.code, tongue)), "{}", rule.code);
            let Some(Example { bad, good }) = example else { continue };
            let [bad, good] = [bad, good].map(|piece| with_piece(municipality, &piece));
            assert!(bad.contains(&rule.code) && !good.contains(&rule.code), "{}: {bad:?}, {good:?}", rule.code);
        }
    }
}

/// The codes of the findings of a complete municipality with a piece laid over the file that its first line names; a
/// notice and a shared file are whole.
fn with_piece(municipality: &str, piece: &str) -> Vec<&'static str> {
    let workspace = Workspace::complete();
    workspace.lay("registers/danish", &fixture("laws/danish/registers/danish"));
    let file = piece.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or(ACTIVITY);
    let path = format!("registers/{municipality}/{file}");
    let is_new = !workspace.path(&path).exists();
    let is_whole = is_new || file.starts_with("notices/") || file.starts_with("shared/");
    let own = if is_whole { String::new() } else { workspace.read(&path) };
    workspace.write(&path, laid_over(&own, piece));
    library::check(&workspace.path(""), municipality).codes()
}

#[test]
fn every_rule_has_an_example_for_danish_readers() {
    let mut faults = Vec::new();
    for rule in rules::all().filter(|rule| rule.country.is_none() && !rule.bad.is_empty()) {
        let Example { bad, good } = example::of(rule, Tongue::Danish).unwrap();
        let [bad, good] = [found(DANISH, &bad), found(DANISH, &good)];
        let is_shown = bad.codes() == [rule.code] && good.codes().is_empty();
        if is_shown == WITHOUT_DANISH_EXAMPLE.contains(&rule.code) {
            faults.push(format!("{}: {:?}, {:?}", rule.code, bad.codes(), good.codes()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_finding_of_a_rule_has_its_level_its_reason_and_a_way_out() {
    for rule in rules::all() {
        for municipality in complete(Some(rule.country.unwrap_or("SE"))) {
            for finding in found(&municipality, rule.bad).findings.iter().filter(|finding| finding.code == rule.code) {
                let levels = Levels::default().in_country(country_of(&municipality), date(2026, 11, 21));
                assert_eq!(Some(finding.level), levels.of(rule), "{}", rule.code);
                assert!(finding.help.is_some(), "{} has no help", rule.code);
                let law = provision::cite(rule.law, country_of(&municipality));
                let note = finding.note.as_ref().unwrap();
                for tongue in Tongue::ALL {
                    assert!(note.get(tongue).contains(law.get(tongue)), "{} has no law", rule.code);
                }
            }
        }
    }
}

/// Rules without a number, because the catalogue of rules does not contain them.
const NOT_IN_THE_CATALOGUE: [&str; 41] = [
    "activity-untold",
    "adequacy-mistaken",
    "assessment-denied",
    "automated-unrecorded",
    "basis-contradicted",
    "camera-unlisted",
    "class-out-of-scale",
    "clauses-module-wrong",
    "client-unreachable",
    "code-in-text",
    "consent-forced",
    "consent-invalid",
    "consent-unbased",
    "contact-indirect",
    "data-unlisted",
    "date-impossible",
    "derogation-unconsented",
    "encoding-damaged",
    "exception-of-associations",
    "identity-number-public",
    "information-late",
    "item-repeated",
    "joint-unrecorded",
    "law-ahead",
    "link-unaddressed",
    "list-in-text",
    "made-public-nowhere",
    "markup-written",
    "name-twice",
    "obligation-without-law",
    "officer-not-independent",
    "placeholder-published",
    "processor-denied",
    "retention-event-form",
    "right-misdescribed",
    "secrecy-unstated",
    "source-unlisted",
    "sub-processor-unapproved",
    "subjects-unaddressed",
    "transfer-denied-unknown",
    "transfer-within-eea",
];

#[test]
fn every_rule_is_complete() {
    for rule in rules::all() {
        assert!(!rule.law.is_empty(), "{}", rule.code);
        assert!(!rule.aliases.is_empty() || NOT_IN_THE_CATALOGUE.contains(&rule.code), "{}", rule.code);
        for tongue in Tongue::ALL {
            let (title, why) = (rule.title.get(tongue), rule.why.get(tongue));
            assert!(why.ends_with('.') && !title.is_empty() && !title.ends_with('.'), "{}", rule.code);
        }
        let told = |words: Words| BTreeSet::from(Tongue::ALL.map(|tongue| words.get(tongue))).len();
        assert_eq!((told(rule.title), told(rule.why)), (3, 3), "{} is not told in each language", rule.code);
        assert_eq!(rule.bad.is_empty(), rule.good.is_empty(), "{} has one piece", rule.code);
    }
}

#[test]
fn a_code_and_a_number_name_one_rule() {
    let mut names: Vec<&str> = rules::all().flat_map(|rule| rule.aliases.iter().copied().chain([rule.code])).collect();
    names.sort_unstable();
    let twice: Vec<&[&str]> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_rule_has_its_file_and_every_file_its_rule() {
    let rooms = crate::support::root().join("src/check/rules");
    let files: Vec<String> = crate::support::tree(&rooms).into_keys().filter(|path| path.contains('/')).collect();
    let mut names: Vec<String> =
        files.iter().filter_map(|path| Some(path.split_once('/')?.1.replace(".rs", ""))).collect();
    names.sort_unstable();
    let mut codes: Vec<String> = rules::all().map(|rule| rule.code.replace('-', "_")).collect();
    codes.sort_unstable();
    assert_eq!(names, codes);
}
