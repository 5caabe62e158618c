//! `ropa verify`: parts of a published folder, single pages, line ends, and folders that another version compiled.

use serde_json::Value;

use crate::support::{DAY, Run, Workspace};

const PAGE: &str = "build/public/two-languages/sv/notices/skola.html";

fn built() -> Workspace {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    workspace
}

fn verify(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["verify"], args].concat())
}

/// A build of which one page says something else.
fn damaged() -> Workspace {
    let workspace = built();
    workspace.write(PAGE, workspace.read(PAGE).replace("</main>", "<p>x</p></main>"));
    workspace
}

#[test]
fn a_part_of_a_folder_is_compared_alone() {
    let workspace = damaged();
    let code = |args: &[&str]| verify(&workspace, &[&["build"], args].concat()).code;
    assert_eq!(code(&[]), Some(1));
    assert_eq!(code(&["-m", "one-language"]), Some(0));
    assert_eq!(code(&["-m", "two-languages"]), Some(1));
    assert_eq!(code(&["-m", "two-languages", "-l", "en"]), Some(0));
    assert_eq!(code(&["-l", "sv"]), Some(1));
    assert_eq!(code(&["-l", "en"]), Some(0));
    assert_eq!(code(&["-m", "nobody"]), Some(2));
    assert_eq!(code(&["-l", "xx"]), Some(2));
    // What is published of another municipality, or beside all of them, is not of this part.
    workspace.write("build/public/other/extra.html", "x");
    assert_eq!(code(&["-m", "one-language"]), Some(0));
    workspace.write("build/public/one-language/sv/extra.html", "x");
    let run = verify(&workspace, &["build/public", "-m", "one-language"]).is(1);
    assert!(run.out.contains("not compiled: one-language/sv/extra.html\n"), "{}", run.out);
}

#[test]
fn one_page_is_compared_alone_also_as_a_copy() {
    let workspace = damaged();
    let other = "build/public/one-language/sv/notices/skola.html";
    let run = verify(&workspace, &[other]).is(0);
    assert!(run.out.contains("1 files"), "{}", run.out);
    let run = verify(&workspace, &[PAGE]).is(1);
    assert!(run.out.contains("differs: public/two-languages/sv/notices/skola.html\n"), "{}", run.out);
    let copy = "saved/one-language/sv/notices/skola.html";
    workspace.write(copy, workspace.read(other));
    verify(&workspace, &[copy, "--date", DAY]).is(0);
    workspace.write("saved/page.html", workspace.read(other));
    let run = verify(&workspace, &["saved/page.html"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("its path must end as in the published folder"), "{}", run.err);
    let internal = "build/internal/one-language/sv/registers/board.html";
    verify(&workspace, &[internal]).is(0);
}

#[test]
fn line_ends_are_told_apart_from_content() {
    let workspace = built();
    workspace.write(PAGE, workspace.read(PAGE).replace('\n', "\r\n"));
    let run = verify(&workspace, &["build"]).is(1);
    let path = PAGE.trim_start_matches("build/");
    assert!(run.out.contains(&format!("differs in its line ends only: {path}\n")), "{}", run.out);
    assert!(run.out.contains("1 files differ in their line ends only: `-text` in .gitattributes"), "{}", run.out);
    workspace.write(PAGE, workspace.read(PAGE).replace("</main>", "<p>x</p></main>"));
    let run = verify(&workspace, &["build"]).is(1);
    assert!(run.out.contains(&format!("differs: {path}\n")) && !run.out.contains("line ends"), "{}", run.out);
}

#[test]
fn whether_a_folder_of_another_version_differs_cannot_be_told() {
    let own = concat!("ropa ", env!("CARGO_PKG_VERSION"));
    for (from, to) in [(own, "ropa 0.0.9"), ("\"law-data\": \"2", "\"law-data\": \"1")] {
        let workspace = built();
        for side in ["public", "internal"] {
            let file = format!("build/{side}/two-languages/register.json");
            workspace.write(&file, workspace.read(&file).replacen(from, to, 1));
        }
        let run = verify(&workspace, &["build"]).is(3);
        assert!(run.out.contains("two-languages was compiled by ropa 0."), "{}", run.out);
        assert!(
            run.out.contains("it cannot be told whether the folder is what the registers compile to"),
            "{}",
            run.out
        );
        // The other municipality is of this version.
        verify(&workspace, &["build", "-m", "one-language"]).is(0);
        let json: Value = serde_json::from_str(&verify(&workspace, &["build", "--format", "json"]).is(3).out).unwrap();
        assert_eq!(json["result"], "cannot-tell");
        assert_eq!(json["compiled-by-others"][0]["municipality"], "two-languages");
        assert_eq!(json["generator"], own);
    }
}

#[test]
fn the_result_is_also_for_programs() {
    let json = |workspace: &Workspace, code: i32| -> Value {
        serde_json::from_str(&verify(workspace, &["build", "--format", "json"]).is(code).out).unwrap()
    };
    let same = json(&built(), 0);
    assert_eq!((&same["result"], same["differences"].as_array().unwrap().len()), (&Value::from("same"), 0));
    assert!(same["files"].as_u64().unwrap() > 10);
    let workspace = damaged();
    workspace.write("build/public/extra.html", "x");
    let told = json(&workspace, 1);
    assert_eq!(told["result"], "differs");
    let differing: Vec<(&str, &str)> = told["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["kind"].as_str().unwrap(), one["path"].as_str().unwrap()))
        .collect();
    assert_eq!(differing, [("differs", PAGE.trim_start_matches("build/")), ("not-compiled", "public/extra.html")]);
}

#[test]
fn registers_with_errors_are_not_a_folder_that_differs() {
    let workspace = built();
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "id: skolskjuts\n", "id: skolskjuts\nx: [\n");
    let run = verify(&workspace, &["build"]).is(3);
    assert!(run.out.contains("they have errors"), "{}", run.out);
    let run = verify(&workspace, &["build", "--format", "json"]).is(3);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["result"], "has-errors");
}

#[test]
fn what_this_version_compiled_differs_also_beside_what_another_compiled() {
    let workspace = damaged();
    let own = concat!("ropa ", env!("CARGO_PKG_VERSION"));
    for side in ["public", "internal"] {
        let file = format!("build/{side}/one-language/register.json");
        workspace.write(&file, workspace.read(&file).replacen(own, "ropa 0.0.9", 1));
    }
    let run = verify(&workspace, &["build"]).is(1);
    assert!(run.out.contains("one-language was compiled by ropa 0.0.9"), "{}", run.out);
}
