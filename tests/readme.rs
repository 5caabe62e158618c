//! README.md is followed literally: the program prints what the README shows.

use std::fs;

use crate::support::{Workspace, root};

/// A code block: its language and its lines.
struct Block {
    kind: String,
    text: String,
}

/// The code blocks of the section from nothing to a notice, without the indentation of a list.
fn blocks() -> Vec<Block> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let way = readme.split("\n## From nothing to a notice\n").nth(1).unwrap().split("\n## Commands\n").next().unwrap();
    let mut blocks = Vec::new();
    let mut lines = way.lines();
    while let Some(line) = lines.next() {
        let Some((margin, kind)) = line.split_once("```") else { continue };
        let inside = lines.by_ref().take_while(|line| line.trim() != "```");
        let text = inside.map(|line| format!("{}\n", line.strip_prefix(margin).unwrap_or(line))).collect();
        blocks.push(Block { kind: kind.to_owned(), text });
    }
    blocks
}

/// The texts of the blocks of one language, in order.
fn texts(kind: &str) -> Vec<String> {
    blocks().into_iter().filter(|block| block.kind == kind).map(|block| block.text).collect()
}

/// Asserts that the pieces of a picture between lines with `…` are in the page, in this order.
#[track_caller]
fn assert_pictured(picture: &str, page: &str) {
    let mut rest = page;
    for stretch in picture.split("…\n").map(str::trim_end) {
        let at =
            rest.find(stretch).unwrap_or_else(|| panic!("the page does not hold, at its place:\n{stretch}\n\n{page}"));
        rest = &rest[at + stretch.len()..];
    }
}

/// Replaces the generated activity and notice by those of the README.
fn fill_in(workspace: &Workspace, folder: &str, activity: (&str, &str), notice: &str) {
    workspace.write(&format!("registers/{folder}/activities/{}", activity.0), activity.1);
    fs::remove_file(workspace.path(&format!("registers/{folder}/activities/first-activity.yaml"))).unwrap();
    workspace.write(&format!("registers/{folder}/notices/first-notice.yaml"), notice);
}

#[test]
fn the_way_from_nothing_to_a_notice_in_sweden() {
    let (said, written, pictures) = (texts("text"), texts("yaml"), texts("markdown"));
    let workspace = Workspace::empty();
    assert_eq!(workspace.ropa(&["new", "Exempelby kommun"]).is(0).out, said[0]);
    workspace.write("registers/exempelby/municipality.yaml", &written[0]);
    fill_in(&workspace, "exempelby", ("skolskjuts.yaml", &written[1]), &written[2]);
    let activity = "registers/exempelby/activities/skolskjuts.yaml";
    workspace.edit(activity, "\nrecipients:", "\nrecipents:");
    let wrong = workspace.ropa(&["check", "--date", crate::support::DAY]).is(1).out;
    assert!(wrong.contains(said[1].trim_end()), "{wrong}");
    workspace.write(activity, &written[1]);
    let right = workspace.ropa(&["check", "--date", crate::support::DAY]).is(0).out;
    assert!(right.ends_with(&said[2]), "{right}");
    workspace.build(&[]).is(0);
    assert!(workspace.path("build/public/exempelby/sv/notices/skolskjuts.html").exists());
    assert_pictured(&pictures[0], &workspace.read("build/public/exempelby/sv/notices/skolskjuts.md"));
}

#[test]
fn the_way_from_nothing_to_a_notice_in_denmark() {
    let (written, pictures) = (texts("yaml"), texts("markdown"));
    let workspace = Workspace::empty();
    workspace.ropa(&["new", "Lilleby Kommune", "--country", "DK"]).is(0);
    fill_in(&workspace, "lilleby", ("bibliotek.yaml", &written[3]), &written[4]);
    workspace.build(&[]).is(0);
    assert_pictured(&pictures[1], &workspace.read("build/public/lilleby/da/notices/bibliotek.md"));
}

#[test]
fn what_is_to_fill_in_is_a_gap_or_stands_behind_a_sign() {
    for (name, country, folder, own, other) in [
        ("Exempelby kommun", "SE", "exempelby", "sv", "endnu"),
        ("Lilleby Kommune", "dk", "lilleby", "da", "registrator@"),
    ] {
        let workspace = Workspace::empty();
        workspace.ropa(&["new", name, "--country", country]).is(0);
        let out = workspace.ropa(&["check", "--date", crate::support::DAY]).is(0).out;
        let warnings: Vec<&str> = out.lines().filter(|line| line.starts_with("warning[")).collect();
        let codes: Vec<_> = warnings.iter().map(|line| line.split([' ', ':']).next().unwrap()).collect();
        assert_eq!(codes, ["warning[owner-missing]", "warning[review-missing]"], "{out}");
        let activity = workspace.read(&format!("registers/{folder}/activities/first-activity.yaml"));
        assert!(["\n  #owner: ", "\n  #review: "].iter().all(|line| activity.contains(line)), "{activity}");
        assert!(workspace.read("ropa.toml").contains(&format!("language = \"{own}\"")));
        let files = workspace.tree("registers").into_values().map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(files.into_iter().all(|text| !text.contains(other) && !text.contains("for example")));
    }
}

#[test]
fn the_comments_of_a_new_municipality_are_in_the_language_that_is_asked_for() {
    let workspace = Workspace::empty();
    let run = workspace.ropa(&["new", "Exempelby kommun", "--lang", "en"]).is(0);
    assert!(run.out.starts_with("made "));
    let text = workspace.read("registers/exempelby/activities/first-activity.yaml");
    assert!(text.contains("# Whose data?") && text.contains("ännu inte ifyllt"), "{text}");
    workspace.check().is(0);
}
