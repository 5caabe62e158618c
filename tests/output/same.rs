//! The same register gives the same bytes, and a small change gives a small difference.

use std::fs;

use crate::support::{Tree, Workspace, assert_same, root};

/// The examples that contain every key, and the complete register.
fn workspaces() -> Vec<Workspace> {
    vec![Workspace::complete(), Workspace::copy_of(&root().join("examples/full"))]
}

#[test]
fn building_twice_gives_the_same_bytes() {
    for workspace in workspaces() {
        let first = workspace.built();
        let again = workspace.build(&[]).is(0);
        assert!(again.out.contains(" 0 written, 0 removed"), "{}", again.out);
        assert_same(&first, &workspace.pages());
        fs::remove_dir_all(workspace.path("build")).unwrap();
        assert_same(&first, &workspace.built());
    }
}

#[test]
fn a_page_can_name_the_register_it_was_compiled_from() {
    let workspace = Workspace::complete();
    let is_page = |path: &str| path.ends_with(".md") || path.ends_with(".html");
    let mut pages = workspace.built().into_iter().filter(|(path, _)| is_page(path));
    assert!(pages.all(|(_, page)| !String::from_utf8_lossy(&page).contains("fingeravtryck")));
    workspace.write("ropa.toml", workspace.read("ropa.toml") + "\n[outputs]\nfingerprint = true\n");
    let page = "public/one-language/sv/activities/skolskjuts";
    let fingerprint = |ending: &str| {
        let text = workspace.read(&format!("build/{page}.{ending}"));
        let (_, rest) = text.rsplit_once("Registrets fingeravtryck: ").unwrap();
        rest.chars().take_while(char::is_ascii_hexdigit).collect::<String>()
    };
    workspace.build(&[]).is(0);
    let all = workspace.tree("build").into_iter();
    for (path, page) in all.filter(|(path, _)| is_page(path)) {
        let page = String::from_utf8_lossy(&page);
        let told =
            page.matches("Registrets fingeravtryck: ").count() + page.matches("Fingerprint of the register: ").count();
        assert_eq!(told, 1, "{path}");
    }
    let before = fingerprint("md");
    assert_eq!((before.len(), &before), (64, &fingerprint("html")));
    workspace.edit("registers/one-language/activities/elevhalsa.yaml", "keep: 10 years", "keep: 12 years");
    workspace.build(&[]).is(0);
    assert_ne!(before, fingerprint("md"), "every page of a municipality names its whole register");
}

#[test]
fn the_order_and_the_names_of_files_do_not_matter() {
    for workspace in workspaces() {
        let before = workspace.built();
        let rooms = ["/shared/", "/activities/", "/notices/"];
        let paths: Vec<String> = workspace.tree("registers").into_keys().collect();
        let inside = paths.iter().filter(|path| rooms.iter().any(|room| path.contains(room)));
        for (index, path) in inside.enumerate() {
            let (municipality, rest) = path.split_once('/').unwrap();
            let room = rest.split('/').next().unwrap();
            let target = format!("registers/{municipality}/{room}/{:03}.yml", 999 - index);
            let source = workspace.path(&format!("registers/{path}"));
            fs::rename(&source, workspace.path(&target)).unwrap();
            // An empty folder would be an error.
            _ = fs::remove_dir(source.parent().unwrap());
        }
        assert_same(&before, &workspace.built());
    }
}

/// The files that differ.
fn differing(before: &Tree, after: &Tree) -> Vec<String> {
    assert_eq!(before.len(), after.len());
    before.iter().filter(|(path, bytes)| after[*path] != **bytes).map(|(path, _)| path.clone()).collect()
}

/// The lines that are in only one of the files, as `diff` shows them.
fn changed_lines(path: &str, before: &Tree, after: &Tree) -> Vec<String> {
    let lines =
        |tree: &Tree| String::from_utf8(tree[path].clone()).unwrap().lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(before), lines(after));
    assert_eq!(before.len(), after.len(), "{path}");
    let pairs = before.into_iter().zip(after).filter(|(before, after)| before != after);
    pairs.flat_map(|(before, after)| [format!("-{before}"), format!("+{after}")]).collect()
}

#[test]
fn one_changed_value_changes_its_sentence_and_its_row_in_brief() {
    const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
    let changes = [
        ("keep: 2 years", "keep: 3 years", 2),
        ("planera resorna", "planera och utföra resorna", 2),
        ("hämta och lämna eleven", "hämta eleven", 1),
        ("Elever i fristående skolor omfattas också.", "Elever i fristående skolor omfattas inte.", 1),
        ("kan vi inte pröva ansökan", "avslås ansökan", 1),
        ("phone: 010-000 00 02", "phone: 010-000 00 09", 1),
    ];
    for (from, to, lines) in changes {
        let workspace = Workspace::complete();
        let before = workspace.built();
        let file = if from.starts_with("phone") { "registers/one-language/municipality.yaml" } else { FILE };
        workspace.edit(file, from, to);
        let after = workspace.built();
        let page = "public/one-language/sv/activities/skolskjuts.md";
        assert_eq!(changed_lines(page, &before, &after).len(), 2 * lines, "{from}");
        for path in differing(&before, &after) {
            // The overview counts the words of notices; the other pages repeat what the activity says.
            let own = ["/skolskjuts.", "/skola.", "/register", "/overview.", "/topics/", "/table.", "/search."];
            let is_own = own.iter().any(|part| path.contains(part));
            assert!(is_own, "{path} changed with {from}");
            assert!(!path.contains("two-languages"), "{path} changed with {from}");
        }
    }
}

#[test]
fn a_comment_changes_nothing() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    workspace.rewrite(|text| format!("# Så här är det.\n\n{text}\n# Slut.\n").into_bytes());
    assert_same(&before, &workspace.built());
}

#[test]
fn short_and_long_forms_mean_the_same() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
    workspace.edit(FILE, "basis: [public-interest]", "basis: {code: public-interest}");
    workspace.edit(FILE, "sources: [guardian, ", "sources: [{from: guardian}, ");
    workspace.edit(FILE, "processors: [molnet]", "processors: molnet");
    workspace.edit(FILE, "keep: 2 years", "keep: P2Y");
    workspace.edit(
        "registers/one-language/municipality.yaml",
        "name: Exempelby kommun",
        "name: {sv: Exempelby kommun}",
    );
    let mut after = workspace.built();
    let mut before = before;
    // JSON keeps the source form of a text, and workbooks name the fingerprint of the JSON.
    let is_json = |path: &String| [".json", ".jsonl", ".xlsx.txt"].iter().any(|ending| path.ends_with(ending));
    before.retain(|path, _| !is_json(path));
    after.retain(|path, _| !is_json(path));
    assert_same(&before, &after);
}
