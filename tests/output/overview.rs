//! The overview for the data protection officer, which is internal.

use regex::Regex;

use crate::support::html::unescape;
use crate::support::{Workspace, root};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const OVERVIEW: &str = "build/internal/one-language/sv/overview.md";

/// Rules that are errors by law and are switched off, so that a register that breaks them is built.
const LAWLESS: &str = "[levels]\n\
    agreement-missing = { level = \"off\", because = \"prövas\" }\n\
    agreement-outdated = { level = \"off\", because = \"prövas\" }\n";

/// The part of the overview below a heading.
#[track_caller]
fn section<'t>(overview: &'t str, heading: &str) -> &'t str {
    let (_, rest) = overview.split_once(&format!("\n## {heading}\n\n")).unwrap();
    rest.split_once("\n\n## ").map_or(rest, |(section, _)| section).trim_end()
}

/// The overview without its links.
fn plain(workspace: &Workspace) -> String {
    workspace.build(&[]).is(0);
    Regex::new(r"\[([^\]]*)\]\(<[^>]*>\)").unwrap().replace_all(&workspace.read(OVERVIEW), "$1").into_owned()
}

#[test]
fn the_internal_index_leads_to_it_and_the_public_side_has_none() {
    let workspace = Workspace::copy_of(&root().join("examples/full"));
    let tree = workspace.built();
    for folder in ["storkoping/sv", "storkoping/en", "lilleby/da", "lilleby/en"] {
        let index = String::from_utf8_lossy(&tree[&format!("internal/{folder}/index.html")]).into_owned();
        let main = index.split_once("</h1>").unwrap().1;
        assert!(main.trim_start().starts_with("<p><a href=\"../../") && main.contains("/overview.html\">"), "{main}");
        let page = String::from_utf8_lossy(&tree[&format!("internal/{folder}/overview.html")]).into_owned();
        assert!(page.contains("<body class=\"beside internal\">") && page.contains("content=\"noindex\""), "{page}");
    }
    let public: Vec<_> = tree.keys().filter(|path| path.starts_with("public/") && path.contains("overview")).collect();
    assert!(public.is_empty(), "{public:?}");
}

#[test]
fn a_gap_is_counted_once_with_the_controller_that_has_it() {
    let workspace = Workspace::complete();
    let before = plain(&workspace);
    assert!(section(&before, "I siffror").contains("- Luckor: 0"), "{before}");
    workspace.edit(ACTIVITY, "transfers: none", "transfers: {unknown: utreds}");
    workspace.edit(ACTIVITY, "procedure: [En handläggare mäter vägen.]", "procedure: {unknown: räknas}");
    let after = plain(&workspace);
    assert!(section(&after, "I siffror").contains("- Luckor: 2"), "{after}");
    let gaps = section(&after, "Luckor per personuppgiftsansvarig");
    assert!(gaps.contains(": 2\n  - Skolskjuts: 2\n"), "{gaps}");
    assert!(gaps.ends_with("- Gemensamma uppgifter: 0"), "{gaps}");
    assert!(section(&after, "Överföring utanför EU och EES").contains("- Skolskjuts\n  - Uppgift saknas: utreds."));
}

#[test]
fn a_gap_that_children_inherit_is_counted_once() {
    let workspace = Workspace::complete();
    let whole = "registers/one-language/activities/elevhalsa.yaml";
    workspace.edit(whole, "transfers: none", "transfers: {unknown: utreds}");
    assert!(section(&plain(&workspace), "I siffror").contains("- Luckor: 1\n"));
}

#[test]
fn reviews_are_listed_when_they_are_overdue_or_have_no_day() {
    let workspace = Workspace::complete();
    let reviews = |overview: &str| section(overview, "Översyn som är försenad eller saknar dag").to_owned();
    assert_eq!(reviews(&plain(&workspace)), "Inget att redovisa.");
    workspace.edit(ACTIVITY, "review: 2027-06-01", "review: 2026-01-15");
    let overdue = "- Dagen för nästa översyn har passerat: 1\n  - Skolskjuts: 15 januari 2026";
    assert_eq!(reviews(&plain(&workspace)), overdue);
    workspace.edit(ACTIVITY, "  review: 2026-01-15\n", "");
    assert_eq!(reviews(&plain(&workspace)), "- Ingen dag är satt för nästa översyn: 1\n  - Skolskjuts");
    workspace.ropa(&["migrate"]).is(0);
    workspace.edit(ACTIVITY, "  approved-by: nämnden", "  approved-by: nämnden\n  review: {unknown: beslutas}");
    let unknown = "- Ingen dag är satt för nästa översyn: 1\n  - Skolskjuts: uppgift saknas (beslutas)";
    assert_eq!(reviews(&plain(&workspace)), unknown);
}

#[test]
fn findings_are_listed_with_the_activity() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, "  review: 2027-06-01\n", "");
    let overview = plain(&workspace);
    let findings = section(&overview, "Avvikelser per behandling");
    let review = "- Skolskjuts\n  - Ingen dag är satt för nästa översyn (review-missing): ingen dag är satt";
    assert!(findings.contains(review), "{findings}");
    let listed = findings.lines().filter(|line| line.starts_with("  - ")).count();
    assert!(section(&overview, "I siffror").contains(&format!("- Varningar: {listed}\n")), "{overview}");
}

#[test]
fn agreements_that_are_missing_or_outdated_are_listed_with_who_uses_them() {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", LAWLESS);
    let agreements = |overview: &str| section(overview, "Biträdesavtal som saknas eller är inaktuella").to_owned();
    assert_eq!(agreements(&plain(&workspace)), "Inget att redovisa.");
    workspace.edit(ACTIVITY, "processors: [molnet]", "processors: [molnet, without-agreement, old-agreement]");
    let parties = "registers/one-language/shared/parties.yaml";
    workspace.edit(parties, "ends: 2029-05-31", "ends: 2026-05-31");
    let listed = agreements(&plain(&workspace));
    for line in [
        ": avtalet löpte ut 31 maj 2026\n  - ",
        "- Utan Avtal AB: inget avtal är registrerat\n  - Skolskjuts",
        "- Gammalt Avtal AB: avtalet från 1 juni 2017 är äldre än dataskyddsförordningen\n  - Skolskjuts",
    ] {
        assert!(listed.contains(line), "{line}\n{listed}");
    }
}

#[test]
fn missing_measures_are_told_as_a_gap_and_only_internally() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    let missing = "Uppgift saknas: ingen säkerhetsåtgärd är angiven.";
    let register = "build/internal/one-language/sv/registers/board.md";
    assert!(!workspace.read(register).contains(missing));
    workspace.edit(ACTIVITY, "measures: [mfa, behörighet bara för enheten]\n", "");
    let overview = plain(&workspace);
    let measures = section(&overview, "Säkerhetsåtgärder per personuppgiftsansvarig");
    assert!(measures.contains(&format!("  - {missing}\n    - Skolskjuts")), "{measures}");
    let entry = workspace.read(register);
    assert!(entry.contains(&format!("Säkerhetsåtgärder\n\n- {missing}\n")), "{entry}");
    let after = workspace.pages();
    let public = |path: &&String| path.starts_with("public/");
    for path in before.keys().filter(public) {
        assert!(before[path] == after[path], "{path} changed");
    }
    let stated = "measures: {unknown: utreds}\nadministration:";
    workspace.edit(ACTIVITY, "administration:", stated);
    let overview = plain(&workspace);
    let measures = section(&overview, "Säkerhetsåtgärder per personuppgiftsansvarig");
    assert!(measures.contains("  - Uppgift saknas: utreds.\n    - Skolskjuts"), "{measures}");
}

/// The words of a public page below and in its title, without its contents, counted apart from the program.
fn words_of(page: &str) -> usize {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).unwrap().0;
    let main = main.split_once('>').unwrap().1;
    let main = Regex::new("(?s)<nav.*?</nav>").unwrap().replace_all(main, " ").into_owned();
    let inline = Regex::new("</?(a|strong|span)( [^>]*)?>").unwrap().replace_all(&main, "").into_owned();
    let text = unescape(&Regex::new("<[^>]*>").unwrap().replace_all(&inline, " "));
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[test]
fn the_words_are_those_of_the_published_notice() {
    let tree = Workspace::copy_of(&root().join("examples/full")).built();
    let text = |path: &str| String::from_utf8(tree[path].clone()).unwrap();
    let mut count = 0;
    for (folder, said) in [("storkoping/sv", "ord, LIX"), ("storkoping/en", "words, LIX"), ("lilleby/da", "ord, LIX")] {
        let overview = text(&format!("internal/{folder}/overview.md"));
        let notices = tree.keys().filter(|path| path.starts_with(&format!("public/{folder}/notices/")));
        for path in notices.filter(|path| path.ends_with(".html")) {
            let page = text(path);
            let title = unescape(page.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>")).unwrap().0);
            let line = overview.lines().find(|line| line.starts_with(&format!("- {title}: ")));
            let expected = format!("- {title}: {} {said} ", words_of(&page));
            assert!(line.is_some_and(|line| line.starts_with(&expected)), "{path}: {expected}\n{line:?}");
            count += 1;
        }
    }
    assert!(count >= 5, "{count}");
}
