//! Nothing in a register is skipped silently: what is not read is reported.

use ropa::internals::finding::Level;

use crate::support::{DAY, Workspace, library};

const BOTH: [&str; 2] = ["one-language", "two-languages"];

/// The errors of `ropa check`.
fn errors(workspace: &Workspace, code: i32) -> String {
    workspace.ropa(&["check", "--quiet", "--date", DAY]).is(code).out
}

/// Texts that are YAML, or almost, and contain no record.
const NOTHING: [&str; 31] = [
    "",
    " ",
    "\n\n",
    "# comment",
    "!",
    "!x",
    "!x y",
    "&a",
    "&a ~",
    "!!null",
    "!!null x",
    "!!map",
    "!!map {}",
    "~ #c",
    "~",
    "null",
    "[]",
    "{}",
    "[~]",
    "---",
    "...",
    "---\n...",
    "---\n---",
    "%YAML 1.2",
    "%YAML 1.2\n---\n",
    "*a",
    "\"\"",
    "? ",
    "7",
    "- a",
    "true",
];

#[test]
fn a_file_without_a_record_is_an_error_whatever_it_holds() {
    let workspace = Workspace::complete();
    let mut paths = Vec::new();
    for folder in ["activities", "activities/mer", "notices", "shared"] {
        for (number, text) in NOTHING.iter().enumerate() {
            let path = format!("registers/one-language/{folder}/ny-{number}.yaml");
            workspace.write(&path, text);
            paths.push((path, text));
        }
    }
    let said = errors(&workspace, 1);
    for (path, text) in paths {
        assert!(said.contains(&format!("--> {path}")), "{text:?} in {path}: {said}");
    }
}

#[test]
fn so_it_is_for_the_two_files_of_a_municipality_itself() {
    for inside in ["municipality.yaml", "accept.yaml"] {
        let workspace = Workspace::complete();
        for text in NOTHING {
            workspace.write(&format!("registers/one-language/{inside}"), text);
            let found = library::check(&workspace.path(""), "one-language");
            let is_there = found.findings.iter().any(|finding| {
                let file = found.sources.file(finding.place);
                finding.level == Level::Error && file.is_some_and(|file| file.inside == inside)
            });
            assert!(is_there, "{text:?} in {inside}: {:?}", found.codes());
        }
    }
}

#[test]
fn a_shared_file_whose_lists_are_empty_is_an_error() {
    for text in ["systems: {}", "systems: ~", "recipients: !x ~", "systems: {}\nprocessors: null"] {
        let workspace = Workspace::complete();
        workspace.write("registers/one-language/shared/ny.yaml", text);
        let said = errors(&workspace, 1);
        assert!(said.contains("--> registers/one-language/shared/ny.yaml"), "{text:?}: {said}");
    }
}

#[test]
fn a_record_that_is_left_out_later_is_an_error() {
    for id in ["id: ~", "id: !x", "id: &a", "id: [a]", "id: {a: b}", "id: \"\"", "? [id]\n: ny", "Id: ny", "x: ny"] {
        let workspace = Workspace::complete();
        workspace.edit("registers/one-language/activities/skolskjuts.yaml", "id: skolskjuts", id);
        let said = errors(&workspace, 1);
        assert!(said.contains("--> registers/one-language/activities/skolskjuts.yaml"), "{id:?}: {said}");
    }
}

#[test]
fn a_second_municipality_file_is_an_error_and_a_folder_of_that_name_too() {
    let workspace = Workspace::complete();
    let text = workspace.read("registers/one-language/municipality.yaml");
    workspace.write("registers/one-language/municipality.yml", &text);
    workspace.write("registers/two-languages/shared.yaml/mer.yaml", "systems: {a: {name: A}}");
    let said = errors(&workspace, 1);
    assert!(said.contains("here are two") && said.contains("--> registers/one-language/municipality.yml"), "{said}");
    assert!(
        said.contains("error[file-folder]") && said.contains("--> registers/two-languages/shared.yaml\n"),
        "{said}"
    );
}

#[test]
fn a_file_that_is_not_read_for_its_name_is_a_warning() {
    let odd = ["ny.json", "ny.yml~", "ny.yaml.bak", "ny.csv", "ny.txt", "ny", "ny.YAML.orig", "ny.yamlx", "ny.Yaml~"];
    let workspace = Workspace::complete();
    let mut paths = Vec::new();
    for folder in ["activities/", "notices/mer/", ""] {
        for name in odd {
            paths.push(format!("registers/one-language/{folder}{name}"));
        }
    }
    paths.iter().for_each(|path| workspace.write(path, "id: ny\n"));
    let run = workspace.ropa(&["check", "--date", DAY]).is(0);
    for path in &paths {
        assert!(run.out.contains(&format!("--> {path}\n")), "{path}: {}", run.out);
    }
    assert_eq!(run.out.matches("warning[file-unread]").count(), paths.len());
    workspace.ropa(&["check", "--date", DAY, "--fail-on", "warning"]).is(1);
}

#[test]
fn what_an_interrupted_run_left_is_named() {
    let workspace = Workspace::complete();
    let name = format!(".ropa-{}", "0a".repeat(16));
    workspace.write(&format!("registers/one-language/activities/{name}"), "id: ny\n");
    workspace.write(&format!("registers/{name}/municipality.yaml"), "name: Ny\n");
    let run = workspace.ropa(&["check", "--date", DAY]).is(0);
    for path in [format!("one-language/activities/{name}"), name] {
        assert!(run.out.contains(&format!("--> registers/{path}\n")), "{path}: {}", run.out);
    }
    assert_eq!(run.out.matches("left by a run of ropa that was interrupted").count(), 2, "{}", run.out);
}

#[test]
fn a_folder_that_is_not_read_for_its_dot_is_a_warning() {
    let workspace = Workspace::complete();
    let plain = workspace.check().is(0).out;
    for folder in [".git", ".idea", "activities/.vscode"] {
        workspace.write(&format!("registers/one-language/{folder}/a.yaml"), "id: a\n");
    }
    assert_eq!(workspace.check().is(0).out, plain);
    workspace.write("registers/one-language/activities/.old/a.yaml", "id: a\n");
    workspace.write("registers/.old/municipality.yaml", "name: A\n");
    let run = workspace.check().is(0);
    for path in ["one-language/activities/.old", ".old"] {
        assert!(run.out.contains(&format!("--> registers/{path}\n")), "{path}: {}", run.out);
    }
    assert_eq!(run.out.matches("its name begins with a dot").count(), 2);
    workspace.write("ropa.toml", "[folders]\nignore = [\".old\"]\n");
    assert_eq!(workspace.check().is(0).out, plain);
}

#[test]
fn a_file_that_is_not_read_changes_no_fingerprint() {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", "[outputs]\nfingerprint = true\n");
    let before = workspace.built();
    workspace.write("registers/one-language/ny.csv", "a;b\n");
    workspace.write("registers/ny.csv", "a;b\n");
    assert!(before == workspace.built());
}

#[test]
fn what_is_known_to_be_no_data_is_not_named() {
    let workspace = Workspace::complete();
    let plain = workspace.check().is(0).out;
    let known =
        ["README", "README.md", "readme.txt", ".gitkeep", ".skola.yaml.swp", "Makefile", "a.md", "minutes/a.pdf"];
    for name in known {
        workspace.write(&format!("registers/one-language/{name}"), "x");
    }
    for name in ["README.md", ".gitkeep", "Makefile", "a.md"] {
        workspace.write(&format!("registers/{name}"), "x");
    }
    workspace
        .write("ropa.toml", "[folders]\nignore = [\"Makefile\", \"*.md\", \"minutes/*.pdf\", \"*.yaml\", \"*\"]\n");
    assert_eq!(workspace.check().is(0).out, plain);
    workspace.write("registers/one-language/activities/fel.yaml", "~");
    assert!(errors(&workspace, 1).contains("activities/fel.yaml"), "a YAML file is read whatever is ignored");
}

#[test]
fn a_file_beside_the_municipalities_is_named() {
    let workspace = Workspace::complete();
    workspace.write("registers/flen.json", "{}");
    let run = workspace.ropa(&["check", "--date", DAY]).is(0);
    assert!(run.out.contains("warning[file-unread]") && run.out.contains("--> registers/flen.json\n"), "{}", run.out);
    for name in ["flen.yaml", "flen.yml.txt"] {
        let workspace = Workspace::complete();
        workspace.write(&format!("registers/{name}"), "name: Flen\n");
        let said = errors(&workspace, 1);
        assert!(said.contains(&format!("--> registers/{name}\n")), "{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
}

#[test]
fn no_municipality_at_all_is_a_failure_and_nothing_is_removed() {
    let workspace = Workspace::complete();
    let built = workspace.built();
    for name in BOTH {
        std::fs::remove_dir_all(workspace.path(&format!("registers/{name}"))).unwrap();
    }
    let commands: [&[&str]; 5] = [&["check"], &["build"], &["todo"], &["verify", "build"], &["build", "--force"]];
    for command in commands {
        let run = workspace.ropa(command).is(3);
        assert!(run.err.contains("there is no municipality in ./registers"), "{}", run.err);
    }
    std::fs::remove_dir(workspace.path("registers")).unwrap();
    for command in commands {
        let run = workspace.ropa(command).is(3);
        assert!(run.err.contains("there is no folder ./registers"), "{}", run.err);
    }
    assert!(built == workspace.pages());
    workspace.ropa(&["new", "Ny kommun"]).is(0);
    assert!(workspace.ropa(&["check"]).out.contains("1 municipality checked"));
}

#[test]
fn an_empty_folder_is_an_error_and_what_was_made_of_it_stays() {
    let workspace = Workspace::complete();
    let built = workspace.built();
    std::fs::remove_dir_all(workspace.path("registers/one-language")).unwrap();
    std::fs::create_dir(workspace.path("registers/one-language")).unwrap();
    let run = workspace.build(&[]).is(1);
    assert!(run.out.contains("error[folder-empty]") && run.out.contains("--> registers/one-language\n"), "{}", run.out);
    assert_eq!(run.out.matches("error[").count(), 1, "{}", run.out);
    assert!(built == workspace.pages());
}

#[test]
fn a_folder_that_is_gone_is_removed_and_named() {
    let workspace = Workspace::complete();
    let built = workspace.built();
    let count = built.keys().filter(|path| path.contains("/one-language/")).count();
    std::fs::remove_dir_all(workspace.path("registers/one-language")).unwrap();
    let told = format!("{count} files of `one-language`, because the registers have no folder of that name any more");
    assert!(workspace.build(&["--check"]).is(1).err.contains(&format!("would be removed: {told}")));
    let run = workspace.build(&[]).is(0);
    assert!(run.err.contains(&format!("removed: {told}")), "{}", run.err);
    assert!(workspace.pages().keys().all(|path| !path.contains("/one-language/")));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::errors;
    use crate::support::{DAY, Workspace};

    fn pipe(workspace: &Workspace, path: &str) {
        assert!(Command::new("mkfifo").arg(workspace.path(path)).status().unwrap().success());
    }

    #[test]
    fn a_link_anywhere_is_an_error_of_that_path() {
        let paths = [
            "by",
            "one-language/notices",
            "one-language/shared/mer",
            "one-language/activities/skolskjuts.yaml",
            "one-language/ny.md",
        ];
        for path in paths {
            for target in ["../../two-languages", "nowhere", "/dev/zero"] {
                let workspace = Workspace::complete();
                let path = format!("registers/{path}");
                let place = workspace.path(&path);
                _ = std::fs::remove_file(&place);
                _ = std::fs::remove_dir_all(&place);
                symlink(target, &place).unwrap();
                let said = errors(&workspace, 1);
                assert!(said.contains("error[file-link]") && said.contains(&format!("--> {path}\n")), "{path}: {said}");
            }
        }
    }

    #[test]
    fn a_link_unpublishes_nothing() {
        for path in ["registers/one-language", "registers/one-language/notices"] {
            let workspace = Workspace::complete();
            let built = workspace.built();
            std::fs::rename(workspace.path(path), workspace.path("elsewhere")).unwrap();
            symlink(workspace.path("elsewhere"), workspace.path(path)).unwrap();
            workspace.build(&[]).is(1);
            assert!(built == workspace.pages(), "{path} changed something");
        }
    }

    #[test]
    fn a_folder_of_registers_that_is_a_link_is_refused() {
        for target in ["real", "../", "nowhere"] {
            let workspace = Workspace::complete();
            let built = workspace.built();
            std::fs::rename(workspace.path("registers"), workspace.path("real")).unwrap();
            symlink(target, workspace.path("registers")).unwrap();
            for command in ["check", "build", "todo"] {
                let run = workspace.ropa(&[command]).is(3);
                assert!(run.err.contains("link"), "{}", run.err);
            }
            assert!(built == workspace.pages());
        }
    }

    #[test]
    fn a_pipe_or_a_socket_is_an_error_and_never_opened() {
        for path in [
            "fifo",
            "one-language/municipality.yml",
            "one-language/activities/ny.yaml",
            "one-language/ny",
            "one-language/accept.yaml",
        ] {
            let workspace = Workspace::complete();
            pipe(&workspace, &format!("registers/{path}"));
            let said = errors(&workspace, 1);
            assert!(
                said.contains("error[file-special]") && said.contains(&format!("--> registers/{path}\n")),
                "{said}"
            );
        }
        let workspace = Workspace::complete();
        let _socket = UnixListener::bind(workspace.path("registers/one-language/notices/s.yaml")).unwrap();
        assert!(errors(&workspace, 1).contains("--> registers/one-language/notices/s.yaml\n"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_utf_8_is_an_error_of_that_path() {
        for (folder, name, shown) in [
            ("registers", &b"fl\xE9n"[..], "registers/fl\\xE9n"),
            ("registers", b"fl\xE9n.yaml", "registers/fl\\xE9n.yaml"),
            ("registers/one-language/activities", b"sk\xF6l.yaml", "registers/one-language/activities/sk\\xF6l.yaml"),
            ("registers/one-language/activities", b"sk\xF6l.txt", "registers/one-language/activities/sk\\xF6l.txt"),
            ("registers/one-language", b"sk\xF6l", "registers/one-language/sk\\xF6l"),
        ] {
            let workspace = Workspace::complete();
            let path = workspace.path(folder).join(OsStr::from_bytes(name));
            if name.contains(&b'.') {
                std::fs::write(path, "id: ny\n").unwrap();
            } else {
                std::fs::create_dir(&path).unwrap();
                std::fs::write(path.join("municipality.yaml"), "name: Flen\n").unwrap();
            }
            let run = workspace.ropa(&["check", "--date", DAY]).is(1);
            assert!(run.out.contains("error[file-name]") && run.out.contains(&format!("--> {shown}\n")), "{}", run.out);
            assert_eq!(run.out.matches("error[").count(), 1, "{}", run.out);
            assert!(run.out.contains("municipalities checked"), "the run ended: {}", run.out);
        }
    }
}
