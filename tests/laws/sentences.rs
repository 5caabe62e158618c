//! SENTENCES.md: every sentence in all its forms, with the law behind it.

use ropa::internals::language::sentences;

use crate::support::assert_kept;

/// The groups of texts of which each states law.
const LAW: [&str; 7] = ["right.", "obligation.", "disclosed-by.", "exception.", "basis.", "tool.", "ground."];

#[test]
fn the_page_of_sentences_is_up_to_date() {
    assert_kept("SENTENCES.md", &sentences::page());
}

#[test]
fn every_text_that_states_law_has_its_source() {
    let sources = sentences::sources();
    assert!(sources.keys().any(|key| key.starts_with("say.")));
    let states_law = |key: &str| LAW.iter().any(|group| key.starts_with(group));
    let without: Vec<_> = sources.iter().filter(|(key, source)| states_law(key) && source.is_empty()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn a_sentence_that_names_an_article_or_a_section_has_its_source() {
    let page = sentences::page();
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    let cites = |row: &&str| ["artikel", " kap. ", "§"].iter().any(|word| row.contains(word));
    let without: Vec<&str> = rows.filter(cites).filter(|row| row.ends_with("|  |")).collect();
    assert!(without.is_empty(), "{without:#?}");
}
