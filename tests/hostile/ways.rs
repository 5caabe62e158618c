//! Ids and links that lead out of the folder.

use crate::support::Workspace;

/// A complete activity with this id.
fn with_id(id: &str) -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(
        "registers/one-language/notices/skola.yaml",
        "activities: [skolskjuts, elevhalsa]",
        "activities: elevhalsa",
    );
    workspace.edit(
        "registers/one-language/activities/skolskjuts.yaml",
        "id: skolskjuts",
        &format!("id: {id}\nstatus: planned"),
    );
    workspace
}

#[test]
fn an_id_cannot_leave_the_folder() {
    let wrong = [
        "../ut",
        "../../../ut",
        "/ut",
        "a/../../ut",
        "a/b/c",
        "C:ut",
        "'a\\..\\ut'",
        ".",
        "..",
        "a//b",
        "ut/",
        "\"a\\u0000b\"",
    ];
    for id in wrong.into_iter().chain(["con", "nul", "aux", "com1", "lpt9", "a/con", "Con"]) {
        let workspace = with_id(id);
        let before = workspace.tree("");
        let run = workspace.build(&["-m", "one-language"]).is(1);
        assert!(run.out.contains("error[id-wrong]"), "{id}: {}", run.out);
        let mut after = workspace.tree("");
        after.retain(|path, _| path != "build/.ropa-lock");
        assert!(before == after, "{id} wrote something");
    }
    with_id("skolskjuts-2").build(&[]).is(0);
}

#[test]
fn the_ids_of_records_cannot_leave_the_folder() {
    let workspace = Workspace::complete();
    workspace.rewrite(|text| text.replace("board:", "../../board:").replace(": board", ": ../../board").into_bytes());
    assert!(workspace.build(&[]).is(1).out.contains("error[id-wrong]: `../../board` is not an id"));
}

#[test]
fn a_list_makes_no_file_ours_that_a_build_never_writes() {
    for list in [".ropa-files", ".ropa-journal"] {
        let workspace = Workspace::complete();
        workspace.build(&[]).is(0);
        let own = workspace.read("build/public/.ropa-files");
        let print = own.lines().find_map(|line| line.strip_suffix("  index.html")).unwrap();
        for name in ["robots.txt", "CNAME", "about.html", ".well-known/security.txt", "assets/logo.svg"] {
            workspace.write(&format!("build/public/{name}"), workspace.read("build/public/index.html"));
            let before = if list == ".ropa-files" { own.as_str() } else { "" };
            workspace.write(&format!("build/public/{list}"), format!("{before}{print}  {name}\n"));
            let run = workspace.build(&[]).is(3);
            assert!(run.err.contains(&format!("{list} is damaged")), "{name}: {}", run.err);
            assert!(workspace.path(&format!("build/public/{name}")).exists());
        }
    }
}

#[test]
fn an_output_folder_is_only_what_it_is_told_to_be() {
    let workspace = Workspace::complete();
    workspace.write("outside.md", "ours");
    workspace.build(&["--out", "build"]).is(0);
    let list = workspace.read("build/public/.ropa-files");
    let print = "0".repeat(32);
    workspace.write("build/public/.ropa-files", format!("{list}{print}  ../../outside.md\n"));
    _ = workspace.build(&[]);
    assert_eq!(workspace.read("outside.md"), "ours");
}

#[test]
fn a_list_of_files_that_was_tampered_with_removes_nothing_outside() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let inside = workspace.read("build/public/index.md");
    workspace.write("index.md", &inside);
    let list = workspace.read("build/public/.ropa-files");
    let print = list.lines().find_map(|line| line.strip_suffix("  index.md")).unwrap();
    workspace.write("build/public/.ropa-files", format!("{list}{print}  ../../index.md\n"));
    _ = workspace.build(&[]);
    assert_eq!(workspace.read("index.md"), inside);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use crate::support::Workspace;

    #[test]
    fn a_link_in_the_registers_is_not_followed() {
        let workspace = Workspace::complete();
        let elsewhere = Workspace::empty();
        elsewhere.write("hemligt.yaml", "id: hemligt\ntitle: Hemligt\n");
        elsewhere.write("by/municipality.yaml", "name: By\n");
        symlink(elsewhere.path("hemligt.yaml"), workspace.path("registers/one-language/activities/hemligt.yaml"))
            .unwrap();
        symlink(elsewhere.path(""), workspace.path("registers/one-language/shared/mer")).unwrap();
        symlink(elsewhere.path("by"), workspace.path("registers/by")).unwrap();
        let run = workspace.check().is(1);
        for path in ["one-language/activities/hemligt.yaml", "one-language/shared/mer", "by"] {
            assert!(run.out.contains(&format!("--> registers/{path}\n")), "{}", run.out);
        }
        assert!(run.out.contains("links are not followed") && !run.out.contains("Hemligt"), "{}", run.out);
    }

    #[test]
    fn a_link_in_the_output_folder_is_refused_and_nothing_is_written_through_it() {
        let workspace = Workspace::complete();
        let elsewhere = Workspace::empty();
        std::fs::create_dir_all(workspace.path("build/public")).unwrap();
        symlink(elsewhere.path(""), workspace.path("build/public/one-language")).unwrap();
        let run = workspace.build(&[]).is(3);
        assert!(run.err.contains("is a link to another place"), "{}", run.err);
        let inside = std::fs::read_dir(elsewhere.path("")).unwrap().count();
        assert_eq!(inside, 0, "folders were made through the link");
    }

    #[test]
    fn a_file_that_is_a_link_is_not_written_through() {
        let workspace = Workspace::complete();
        workspace.write("mine.md", "mine");
        std::fs::create_dir_all(workspace.path("build/public")).unwrap();
        symlink(workspace.path("mine.md"), workspace.path("build/public/index.md")).unwrap();
        workspace.build(&[]).is(3);
        workspace.build(&["--force"]).is(0);
        assert_eq!(workspace.read("mine.md"), "mine");
    }
}
