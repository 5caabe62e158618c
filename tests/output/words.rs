//! Words are published as they are written (format 2).

use std::collections::BTreeSet;
use std::fs;

use crate::support::html::unescape;
use crate::support::{Workspace, root};

/// The lists of the vocabulary and where their words are written.
const LISTS: [(&str, &str); 4] =
    [("subjects", "subjects"), ("data", "data"), ("recipients", "recipients"), ("records", "records")];

/// The codes of a list, and its labels and synonyms in a language.
fn words(list: &str, lang: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let text = fs::read_to_string(root().join(format!("templates/vocabulary/{list}.toml"))).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let mut words = BTreeSet::new();
    for entry in table.values() {
        words.extend(entry.get(lang).and_then(toml::Value::as_str).map(str::to_owned));
        let also = entry.get("also").and_then(|also| also.get(lang)).and_then(toml::Value::as_array);
        words.extend(also.into_iter().flatten().map(|word| word.as_str().unwrap().to_owned()));
    }
    (table.keys().cloned().collect(), words)
}

/// A list of YAML with free text. A word that is a code too is written with its language.
fn listed(words: &BTreeSet<String>, is_code: impl Fn(&str) -> bool, lang: &str) -> String {
    let one = |word: &String| match is_code(word) {
        true => format!("{{{lang}: {word:?}}}"),
        false => format!("{word:?}"),
    };
    format!("[{}]", words.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// A municipality whose activity has these words in every list.
fn municipality(country: &str, lang: &str, [subjects, data, recipients, records]: [String; 4]) -> Workspace {
    let workspace = Workspace::empty();
    workspace.write(
        "registers/ordby/municipality.yaml",
        format!(
            "format: 2\nname: Ordby\ncountry: {country}\nlanguages: [{lang}]\ncontact: {{email: a@example.org}}\n\
             controllers: {{all: {{name: Ordby, form: municipality, contact: {{email: a@example.org}}}}}}\n\
             officers: {{o: {{contact: {{email: o@example.org}}}}}}\nofficer: o\n"
        ),
    );
    workspace.write(
        "registers/ordby/activities/words.yaml",
        format!(
            "id: words\ntitle: Ord\nsubjects: {subjects}\npurposes: [{{what: Ord}}]\nbasis: [consent]\n\
             consent: {{covers: Ord, withdraw: {{how: [Ord]}}}}\n\
             data:\n  - items: {data}\n    exception: {{unknown: Ord}}\nsources: {recipients}\nrecipients: {recipients}\nprocessors: none\n\
             transfers: none\nretention: [{{of: {records}, keep: 2 years, from: decision, then: erase}}]\n\
             obligation: voluntary\nautomated: none\n"
        ),
    );
    workspace.write("registers/ordby/notices/all.yaml", "id: all\ntitle: Ord\nactivities: [words]\n");
    workspace
}

/// The text of an output without what its format adds.
fn plain(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => unescape(&text),
        "md" => unescape(&text.replace("<!-- -->", "").replace('\\', "")),
        "csv" => text.replace("\"\"", "\""),
        _ => text,
    }
}

#[test]
fn every_word_of_the_vocabulary_is_published_as_it_is_written() {
    let mut wrong = Vec::new();
    for (country, lang) in [("SE", "sv"), ("SE", "da"), ("SE", "en"), ("DK", "sv"), ("DK", "da"), ("DK", "en")] {
        let all = LISTS.map(|(list, _)| words(list, lang));
        let codes: BTreeSet<&String> = all.iter().flat_map(|(codes, _)| codes).collect();
        let lists = all.each_ref().map(|(_, words)| listed(words, |word| codes.contains(&word.to_owned()), lang));
        let workspace = municipality(country, lang, lists);
        let built = workspace.ropa(&["build", "--date", "2026-11-21"]).is(0);
        assert!(!built.err.contains("error"), "{country} {lang}: {}", built.err);
        let outputs = workspace.pages();
        let shows = |path: &&String| path.contains("/words.") || path.contains("register.");
        let shown: Vec<&String> = outputs.keys().filter(shows).collect();
        assert!(shown.len() >= 10, "{shown:?}");
        for path in shown {
            let text = plain(path, &outputs[path]);
            for word in all.iter().flat_map(|(_, words)| words).filter(|word| !text.contains(word.as_str())) {
                wrong.push(format!("{country} {lang} {path}: {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of the words are not published:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_code_is_a_word_of_swedish_or_danish_with_another_label() {
    for lang in ["sv", "da"] {
        for (list, _) in LISTS {
            let text = fs::read_to_string(root().join(format!("templates/vocabulary/{list}.toml"))).unwrap();
            let table: toml::Table = text.parse().unwrap();
            let (codes, words) = words(list, lang);
            for code in codes.intersection(&words) {
                assert_eq!(table[code][lang].as_str(), Some(code.as_str()), "{list}: {code} in {lang}");
            }
        }
    }
}

#[test]
fn an_authority_of_another_country_is_neither_understood_nor_proposed() {
    let lists = |word: &str| ["[Ord]", "[Ord]", word, "[Ord]"].map(str::to_owned);
    let danish = municipality("DK", "da", lists("[Socialstyrelsen, Skatteverket, læge, e-post, CPR, x]"));
    let found = danish.ropa(&["check", "--all", "--date", "2026-11-21"]).out;
    assert!(!found.contains("code-proposed") && !found.contains("code-unknown"), "{found}");
    danish.build(&[]).is(0);
    let page = danish.read("build/public/ordby/da/activities/words.md");
    assert!(page.contains("Socialstyrelsen, Skatteverket, læge, e-post, CPR og x."), "{page}");
    let register = danish.read("build/public/ordby/da/registers/all.md");
    for word in ["Socialstyrelsen", "Skatteverket", "læge", "e-post", "CPR"] {
        assert!(register.contains(&format!("- {word}\n")), "{word}: {register}");
    }
    let swedish = municipality("SE", "sv", lists("[Skatteverket]"));
    assert!(swedish.ropa(&["check", "--all"]).out.contains("the code `tax-agency` says the same"));
    swedish.ropa(&["check", "--fix"]);
    assert!(swedish.read("registers/ordby/activities/words.yaml").contains("recipients: [tax-agency]"));
    let foreign = municipality("DK", "da", lists("[tax-agency]"));
    assert!(foreign.ropa(&["check"]).out.contains("warning[code-foreign]: `tax-agency` is a code of another country"));
}

#[test]
fn a_word_one_letter_from_a_code_is_asked_about() {
    let lists = |word: &str| [word, "[Ord]", "[Ord]", "[Ord]"].map(str::to_owned);
    let workspace = municipality("SE", "sv", lists("[pupils, Vuxna]"));
    let run = workspace.ropa(&["check", "--lang", "sv"]).is(0);
    assert!(run.out.contains("varning[code-near]") && run.out.contains("menade du `pupil`"), "{}", run.out);
    workspace.build(&[]).is(0);
    assert!(workspace.read("build/public/ordby/sv/activities/words.md").contains("**Om vem?** pupils och Vuxna."));
    let meant = municipality("SE", "sv", lists("[{sv: pupils}, pupilen]"));
    assert!(!meant.found().contains("code-near"));
    for (place, word, asks) in
        [(1, "nam", true), (1, "nåme", true), (1, "nummer", false), (3, "booking", true), (3, "bok", false)]
    {
        let mut lists = ["[Ord]"; 4].map(str::to_owned);
        lists[place] = format!("[{word}]");
        let found = municipality("SE", "sv", lists).found();
        assert_eq!(found.contains(&format!("warning[code-near]: `{word}`")), asks, "{word}: {found}");
        assert!(!found.contains("error["), "{word}: {found}");
    }
}
