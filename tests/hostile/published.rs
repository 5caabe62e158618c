//! Files in a published folder that a build does not make: `ropa verify` reports all of them.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::support::{DAY, Run, Workspace};

fn verify(workspace: &Workspace, folder: &str) -> Run {
    workspace.ropa(&["verify", folder, "--date", DAY])
}

/// Builds a workspace, changes its public folder, and checks the output of `verify`.
#[track_caller]
fn says(change: impl Fn(&Workspace), lines: &[&str]) {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    change(&workspace);
    let run = verify(&workspace, "build").is(1);
    for line in lines {
        assert!(run.out.lines().any(|said| said == *line), "{line}\n{}", run.out);
    }
    assert!(run.out.contains(&format!(": {} differences", lines.len())), "{}", run.out);
}

#[test]
fn links_folders_special_and_temporary_files_are_reported() {
    let public = "build/public";
    says(
        |workspace| {
            let page = workspace.path("build/public/index.html");
            fs::rename(&page, workspace.path("index.html")).unwrap();
            symlink(workspace.path("index.html"), page).unwrap();
        },
        &["differs: public/index.html"],
    );
    says(
        |workspace| symlink(workspace.path("registers"), workspace.path("build/public/mer")).unwrap(),
        &["not compiled: the link public/mer"],
    );
    says(
        |workspace| fs::create_dir(workspace.path("build/public/tom")).unwrap(),
        &["not compiled: the folder public/tom/"],
    );
    says(
        |workspace| {
            let made = Command::new("mkfifo").arg(workspace.path("build/public/pipe")).status().unwrap();
            assert!(made.success());
        },
        &["not compiled: public/pipe, which is neither a file nor a folder"],
    );
    says(
        |workspace| workspace.write(&format!("{public}/.ropa-{}", "0".repeat(32)), "half"),
        &["not compiled: public/.ropa-00000000000000000000000000000000"],
    );
    says(|workspace| workspace.write(&format!("{public}/.ropa-journal"), ""), &["not compiled: public/.ropa-journal"]);
    says(
        |workspace| workspace.write("build/private/x.md", "x"),
        &["not compiled: the folder private/", "not compiled: private/x.md"],
    );
    says(|workspace| workspace.write("build/.ropa-files", ""), &["not compiled: .ropa-files"]);
    says(
        |workspace| fs::remove_file(workspace.path("build/public/one-language/sv/index.md")).unwrap(),
        &["missing: public/one-language/sv/index.md"],
    );
}

#[test]
fn a_side_that_is_a_link_is_reported() {
    says(
        |workspace| {
            fs::rename(workspace.path("build/public"), workspace.path("elsewhere")).unwrap();
            symlink(workspace.path("elsewhere"), workspace.path("build/public")).unwrap();
        },
        &["not compiled: the link public"],
    );
}

#[test]
fn what_may_be_there_is_passed_over_and_named() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    workspace.write("build/public/.nojekyll", "");
    workspace.write("build/public/.well-known/security.txt", "Contact:");
    let run = verify(&workspace, "build").is(0);
    assert!(run.out.contains("allowed next to the compiled files: public/.nojekyll\n"), "{}", run.out);
    assert!(run.out.contains("allowed next to the compiled files: public/.well-known/security.txt\n"), "{}", run.out);
    workspace.write("build/public/robots.txt", "");
    verify(&workspace, "build/public").is(1);
    workspace.write("ropa.toml", "title = \"Complete\"\n[verify]\nallow = [\"robots.txt\"]\n");
    let run = verify(&workspace, "build/public").is(0);
    assert!(run.out.contains("allowed next to the compiled files: robots.txt\n"), "{}", run.out);
    workspace.write("build/public/one-language/evil.html", "x");
    workspace.write("ropa.toml", "title = \"Complete\"\n[verify]\nallow = [\"robots.txt\", \"one-language/\"]\n");
    let run = verify(&workspace, "build/public").is(1);
    assert!(run.out.contains("not compiled: one-language/evil.html"), "{}", run.out);
    fs::remove_file(workspace.path("build/public/one-language/evil.html")).unwrap();
    symlink(workspace.path("ropa.toml"), workspace.path("build/public/CNAME")).unwrap();
    verify(&workspace, "build").is(1);
}

#[test]
fn a_folder_under_the_name_of_a_file_that_may_be_there_is_reported() {
    says(
        |workspace| workspace.write("build/public/CNAME/index.html", "x"),
        &["not compiled: the folder public/CNAME/", "not compiled: public/CNAME/index.html"],
    );
}

#[test]
fn only_the_lock_file_of_a_build_is_passed_over() {
    says(|workspace| workspace.write("build/.ropa-lock", "<script>"), &["not compiled: .ropa-lock"]);
    let lock = |workspace: &Workspace| fs::remove_file(workspace.path("build/.ropa-lock")).unwrap();
    says(
        |workspace| {
            lock(workspace);
            workspace.write("build/.ropa-lock/evil.html", "x");
        },
        &["not compiled: the folder .ropa-lock/", "not compiled: .ropa-lock/evil.html"],
    );
    says(
        |workspace| {
            lock(workspace);
            symlink("/dev/null", workspace.path("build/.ropa-lock")).unwrap();
        },
        &["not compiled: the link .ropa-lock"],
    );
}

#[test]
fn a_side_that_is_missing_is_reported() {
    says(|workspace| fs::remove_dir_all(workspace.path("build/public")).unwrap(), &["missing: public/"]);
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    fs::remove_dir_all(workspace.path("build/internal")).unwrap();
    let run = verify(&workspace, "build").is(0);
    assert!(run.out.contains("not compared: the folder has no internal/"), "{}", run.out);
}
