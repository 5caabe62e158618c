//! `ropa evidence`: what it tells of a notice, and what it does not.

use regex::Regex;

use crate::support::Workspace;

/// The complete workspace with one notice over its activities.
fn workspace() -> Workspace {
    Workspace::complete()
}

#[test]
fn every_sentence_of_the_evidence_is_published_and_every_place_exists() {
    let workspace = workspace();
    let built = workspace.ropa(&["build", "--municipality", "one-language", "--date", "2026-11-20"]).is(0);
    assert!(built.err.is_empty(), "{}", built.err);
    let page =
        workspace.read("build/public/one-language/sv/notices/skola.md").replace('\\', "").replace("<!-- -->", "");
    // The page has links where the evidence has their words.
    let page = Regex::new(r"\[([^\]]*)\]\([^)]*\)").unwrap().replace_all(&page, "$1").into_owned();
    let told = workspace.ropa(&["--lang", "en", "evidence", "skola", "-m", "one-language", "--date", "2026-11-20"]);
    let text = told.out.replace('\\', "").replace("<!-- -->", "");
    let (mut sentences, mut places) = (0, 0);
    for line in text.lines() {
        if let Some(sentence) = line.strip_prefix("- ") {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let published = page.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(published.contains(&words.join(" ")), "{sentence}");
            sentences += 1;
        }
        for place in line.strip_prefix("Written in: ").into_iter().flat_map(|places| places.split(", ")) {
            let (file, number) = place.rsplit_once(':').unwrap();
            let lines = workspace.read(file).lines().count();
            let number: usize = number.parse().unwrap();
            assert!((1..=lines).contains(&number), "{place}");
            places += 1;
        }
    }
    assert!(sentences > 15 && places > 15, "{sentences} sentences, {places} places: {text}");
    for law in ["Articles 13(1)(a), 14(1)(a) GDPR", "Article 14(2)(f) GDPR", "Articles 13(2)(b), 14(2)(c), 21(4) GDPR"]
    {
        assert!(text.contains(law), "{law}: {text}");
    }
    assert!(text.contains("Length: ") && text.contains("LIX"), "{text}");
}

#[test]
fn what_is_missing_is_named_and_gives_1() {
    let workspace = Workspace::complete();
    let evidence = |more: &[&str]| {
        let usual = ["evidence", "skola", "-m", "one-language", "--date", "2026-11-20"];
        workspace.ropa(&[&usual, more].concat())
    };
    let before = evidence(&["--lang", "en"]).is(0).out;
    assert!(before.contains("Each of the 14 items is told, or does not apply"), "{before}");
    assert!(!before.contains("MISSING"), "{before}");
    // Nothing says where the data come from: a warning, and an item that is missing.
    for activity in ["skolskjuts", "elevhalsa", "elevhalsa-journal"] {
        let file = format!("registers/one-language/activities/{activity}.yaml");
        let text = workspace.read(&file);
        let lines = text.lines().filter(|line| !line.starts_with("sources:"));
        workspace.write(&file, lines.map(|line| format!("{line}\n")).collect::<String>());
    }
    let after = evidence(&["--lang", "en"]).is(1).out;
    assert!(after.contains("Missing: Where the data come from"), "{after}");
    let page = evidence(&["--lang", "sv", "--html"]).is(1).out;
    assert!(page.contains("class=\"missing\"") && page.contains("SAKNAS"), "{page}");
}

/// What a register writes does not become markup of the page, and nothing internal is in it.
#[test]
fn the_page_shows_what_is_written_and_nothing_internal() {
    let workspace = workspace();
    let file = "registers/one-language/activities/skolskjuts.yaml";
    let text = workspace.read(file).replace("taxibolaget", "\"<b onclick=alert(1)>taxi*bolaget*\"");
    workspace.write(file, text);
    let page = workspace.ropa(&["evidence", "skola", "-m", "one-language", "--html", "--date", "2026-11-20"]).out;
    assert!(page.contains("&lt;b onclick") && !page.contains("<b onclick"), "{page}");
    let text = workspace.ropa(&["evidence", "skola", "-m", "one-language", "--date", "2026-11-20"]).out;
    assert!(text.contains("\\<b onclick") && text.contains("taxi\\*bolaget\\*"), "{text}");
    for internal in ["UBN 2025/7", "utbildningschefen", "Rutinen ses över", "mfa"] {
        assert!(!page.contains(internal) && !text.contains(internal), "{internal}");
    }
}

#[test]
fn what_cannot_be_shown_is_told() {
    let workspace = workspace();
    let refused = |arguments: &[&str], code| workspace.ropa(arguments).is(code).err;
    assert!(refused(&["--lang", "sv", "evidence", "nej"], 2).contains("det finns ingen information `nej`"));
    assert!(
        refused(&["--lang", "da", "evidence", "skola", "-m", "one-language", "--in", "fi"], 2)
            .contains("findes ikke på det sprog")
    );
    assert!(refused(&["evidence", "skola", "-m", "one-language", "--in", "svenska"], 2).contains("small letters"));
    workspace.write("registers/one-language/activities/skolskjuts.yaml", "id: skolskjuts\ntitle: 1\nnonsense: 2\n");
    assert!(
        refused(&["--lang", "en", "evidence", "skola", "-m", "one-language"], 3).contains("nothing of it is published")
    );
}
