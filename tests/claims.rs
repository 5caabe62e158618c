//! Claims of texts: sentences in four languages, and what the rules make of them.

mod figures;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ropa::internals::claim::{Category, Claim, Topic, read, special};

use crate::support::{Workspace, fixture, library};

/// A sentence, and whether it makes a claim.
struct Row {
    claim: Claim,
    variant: String,
    lang: String,
    words: String,
}

/// The variants that each claim has in each language.
const VARIANTS: [&str; 5] = ["said", "denied", "past", "quoted", "other"];

const LANGUAGES: [&str; 4] = ["da", "en", "no", "sv"];

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(fixture("claims/sentences.tsv")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let row = |line: &str| {
        let [claim, variant, lang, words]: [&str; 4] =
            line.split('\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{line}"));
        let claim = Claim::ALL.iter().find(|known| known.to_string() == claim).unwrap_or_else(|| panic!("{line}"));
        Row { claim: *claim, variant: variant.to_owned(), lang: lang.to_owned(), words: words.to_owned() }
    };
    lines.map(row).collect()
}

#[test]
fn a_sentence_makes_the_claim_that_it_states_and_no_other() {
    let wrong = rows().into_iter().filter_map(|row| {
        let said: BTreeSet<Claim> =
            read(&row.words, &row.lang, Topic::Any).into_iter().map(|said| said.claim).collect();
        let meant: BTreeSet<Claim> = (row.variant == "said").then_some(row.claim).into_iter().collect();
        (said != meant).then(|| format!("{} {} {}: {said:?}", row.lang, row.variant, row.words))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_claim_has_each_variant_in_each_language() {
    let mut seen: BTreeMap<(Claim, String, String), usize> = BTreeMap::new();
    for row in rows() {
        *seen.entry((row.claim, row.lang, row.variant)).or_default() += 1;
    }
    for claim in Claim::ALL {
        for (lang, variant) in LANGUAGES.iter().flat_map(|lang| VARIANTS.map(|variant| (lang, variant))) {
            let key = (*claim, (*lang).to_owned(), variant.to_owned());
            assert!(seen.contains_key(&key), "{claim} has no sentence in {lang} that is {variant}");
        }
    }
}

/// The words of a finding are the words of the claim, wherever the sentence is in its text.
#[test]
fn the_words_of_a_claim_are_marked_in_any_text() {
    for row in rows().into_iter().filter(|row| row.variant == "said") {
        let text = format!("Å1. {} ½ €.", row.words);
        let said = read(&text, &row.lang, Topic::Any);
        let own = said.iter().find(|said| said.claim == row.claim);
        let range = own.unwrap_or_else(|| panic!("{text}")).range.clone();
        assert!(row.words.contains(&text[range.clone()]) && !range.is_empty(), "{text}: {range:?}");
        let capitals = text.to_uppercase();
        for said in read(&capitals, &row.lang, Topic::Any) {
            assert!(capitals.get(said.range.clone()).is_some(), "{capitals}");
        }
    }
}

/// What the field of a text is about need not be said again.
#[test]
fn the_field_gives_the_topic() {
    let has = |words: &str, lang: &str, topic: Topic, claim: Claim| {
        read(words, lang, topic).iter().any(|said| said.claim == claim)
    };
    for (words, lang, topic, claim) in [
        ("så länge det behövs", "sv", Topic::Retention, Claim::KeptVaguely),
        ("en rimlig tid", "sv", Topic::Retention, Claim::KeptVaguely),
        ("så længe det er nødvendigt", "da", Topic::Retention, Claim::KeptVaguely),
        ("en gång per år", "sv", Topic::Rights, Claim::RequestLimited),
        ("i första hand till rektorn", "sv", Topic::Complaint, Claim::ComplaintConditional),
    ] {
        assert!(has(words, lang, topic, claim), "{words}");
        assert!(!has(words, lang, Topic::Any, claim), "{words}");
    }
}

/// A text of nothing, of marks, of one endless word, in a language without a lexicon.
#[test]
fn any_text_can_be_read() {
    for words in ["", " ", ".", "…", "”", "””", "»«»", "-", "a-", "-a", "1.", "(((", "\u{1F600}", "İ", "ß", "å\u{301}"]
    {
        for lang in LANGUAGES {
            assert_eq!(read(words, lang, Topic::Any), [], "{words:?}");
        }
    }
    assert_eq!(read(&"inte ".repeat(10_000), "sv", Topic::Rights), []);
    assert_eq!(read("Dina uppgifter lämnar aldrig EES.", "fi", Topic::Any), []);
}

/// What the register declares answers a claim; without it the claim is found, as a warning, with its words.
#[test]
fn a_claim_is_held_against_the_declared_fact() {
    let activity = |more: &str| {
        let workspace = Workspace::complete();
        let file = "registers/one-language/activities/skolskjuts.yaml";
        let text = workspace.read(file);
        let keys: Vec<&str> = more.lines().filter_map(|line| line.split(':').next()).collect();
        let own = text.lines().filter(|line| line.split(':').next().is_none_or(|key| !keys.contains(&key)));
        let own: Vec<&str> = own.collect();
        workspace.write(file, format!("{}\n{more}\n", own.join("\n")));
        library::check(&workspace.path(""), "one-language")
    };
    let transfer = "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: fråga}]";
    let never = "remarks: [Uppgifterna lämnar aldrig EES.]";
    assert_eq!(activity(never).codes(), [""; 0]);
    assert_eq!(activity(&format!("{transfer}\n{never}")).codes(), ["transfer-denied-but-made"]);
    let none_else = "remarks: [Kommunen lämnar uppgifterna till taxibolaget och till ingen annan.]";
    assert_eq!(activity(none_else).codes(), [""; 0]);
    let portable = "remarks: [Du har alltid rätt till dataportabilitet.]";
    assert_eq!(activity(portable).codes(), ["right-misdescribed"]);
    let machine = "remarks: [Systemet avgör själv om eleven får plats.]";
    let decision = "automated: [{decision: platsen, ground: law, logic: Systemet räknar avståndet., significance: Du får eller får inte plats., review: Fråga enheten.}]";
    assert_eq!(activity(machine).codes(), ["automated-unrecorded"]);
    assert_eq!(activity(&format!("{decision}\n{machine}")).codes(), [""; 0]);
}

/// Words on offences are found in the names of data, unless the register says that they are.
#[test]
fn data_on_offences_are_marked() {
    let workspace = Workspace::complete();
    let file = "registers/one-language/activities/skolskjuts.yaml";
    let text = workspace.read(file).replace("items: [önskad hållplats]", "items: [misstanke om brott]");
    workspace.write(file, &text);
    let check = || library::check(&workspace.path(""), "one-language");
    assert!(check().codes().contains(&"special-unflagged"), "{:?}", check().codes());
    workspace.write(file, text.replace("brott], title", "brott], sensitivity: criminal, title"));
    assert!(!check().codes().contains(&"special-unflagged"), "{:?}", check().codes());
}

/// Names of data, and the special category that their words point to.
#[test]
fn a_word_points_to_a_special_category_and_its_look_alike_does_not() {
    use Category::{Beliefs, Biometric, EthnicOrigin, Genetic, Health, PoliticalOpinions, SexLife, TradeUnion};
    for (lang, words, category) in [
        ("sv", "uppgift om adhd", Health),
        ("sv", "celiaki och diabetes", Health),
        ("sv", "beslut enligt lss-handläggningen", Health),
        ("sv", "föräldrarnas alkoholproblem", Health),
        ("sv", "skolpsykologens bedömning, psykologutredning", Health),
        ("sv", "hudfärg", EthnicOrigin),
        ("sv", "politisk åsikt", PoliticalOpinions),
        ("sv", "trosuppfattning", Beliefs),
        ("sv", "fackmedlemskap", TradeUnion),
        ("sv", "dna-prov", Genetic),
        ("sv", "fingeravtryck", Biometric),
        ("sv", "könsidentitet", SexLife),
        ("da", "oplysninger om cøliaki", Health),
        ("da", "sygefraværet", Health),
        ("da", "hudfarve", EthnicOrigin),
        ("da", "politisk overbevisning", PoliticalOpinions),
        ("da", "trosretning", Beliefs),
        ("da", "fagforeningsmedlemskab", TradeUnion),
        ("da", "genetiske oplysninger", Genetic),
        ("da", "fingeraftryk", Biometric),
        ("da", "kønsidentitet", SexLife),
        ("no", "helseopplysninger", Health),
        ("no", "fagforeningsmedlemskap", TradeUnion),
        ("en", "health records", Health),
        ("en", "trade union membership", TradeUnion),
        ("en", "fingerprints", Biometric),
    ] {
        let found = special(words, lang).map(|(category, _)| category);
        assert_eq!(found, Some(category), "{words}");
    }
    for (lang, words) in
        [("sv", "misstanke om brott"), ("da", "børneattest"), ("no", "politiattest"), ("en", "previous convictions")]
    {
        assert_eq!(special(words, lang).map(|(category, _)| category), Some(Category::Criminal), "{words}");
    }
    for (lang, words) in [
        ("da", "lægens åbningstid"),
        ("sv", "avbrott i vattenledningen"),
        ("sv", "betyg i religionskunskap"),
        ("sv", "betyg i psykologi"),
        ("sv", "allergivänlig matsedel"),
        ("sv", "medicinska termer i undervisningen"),
        ("sv", "hälsning till eleven"),
        ("sv", "namn och adress"),
        ("da", "psykologi på gymnasiet"),
        ("da", "allergivenlig menu"),
        ("da", "kristendomskundskab"),
        ("da", "navn og adresse"),
        ("no", "navn og adresse"),
        ("en", "healthy school meals"),
    ] {
        assert_eq!(special(words, lang), None, "{words}");
    }
}
