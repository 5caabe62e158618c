//! Revisions with something else in place of a register: links, submodules, empty folders, names, sizes.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::support::{DAY, Workspace};

/// Runs git without the settings of the machine, and returns its output.
fn git(workspace: &Workspace, args: &[&str], input: &[u8]) -> String {
    let mut program = Command::new("git");
    program.current_dir(workspace.path("")).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    program.args(args).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "git {args:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A repository with the complete registers in a first commit `sound`, and a second one in which these paths are
/// replaced.
fn repository(changes: &[(&str, &[u8], &[u8])]) -> Workspace {
    let workspace = Workspace::complete();
    git(&workspace, &["init", "-q", "-b", "main"], b"");
    git(&workspace, &["config", "core.quotePath", "false"], b"");
    git(&workspace, &["add", "-A"], b"");
    git(&workspace, &["commit", "-q", "-m", "sound"], b"");
    git(&workspace, &["tag", "sound"], b"");
    for (mode, path, content) in changes {
        let object = match *mode {
            "160000" => "1234567890123456789012345678901234567890".to_owned(),
            _ => git(&workspace, &["hash-object", "-w", "--stdin"], content),
        };
        let above = String::from_utf8_lossy(path).into_owned();
        git(&workspace, &["rm", "-rq", "--cached", "--ignore-unmatch", &above], b"");
        let line = [format!("{mode} {object}\t").as_bytes(), path, b"\0"].concat();
        git(&workspace, &["update-index", "-z", "--index-info"], &line);
    }
    git(&workspace, &["commit", "-q", "--allow-empty", "-m", "hostile"], b"");
    workspace
}

#[test]
fn what_is_no_file_in_a_revision_is_an_error_of_that_path() {
    let large = vec![b'#'; (4 << 20) + 1];
    let changes: [(&str, &str, &[u8], &str); 8] = [
        ("120000", "registers/one-language", b"two-languages", "file-link"),
        ("120000", "registers/one-language/notices", b"../x", "file-link"),
        ("120000", "registers/one-language/ny.md", b"../x", "file-link"),
        ("160000", "registers/one-language", b"", "file-submodule"),
        ("160000", "registers/by", b"", "file-submodule"),
        ("160000", "registers/one-language/shared/mer", b"", "file-submodule"),
        ("100644", "registers/one-language/shared/mer.yaml", &large, "file-too-large"),
        ("100644", "registers/flen.yaml", b"name: Flen", "file-stray"),
    ];
    for (mode, path, content, code) in changes {
        let workspace = repository(&[(mode, path.as_bytes(), content)]);
        let run = workspace.ropa(&["check", "--rev", "HEAD", "--date", DAY, "--quiet"]).is(1);
        assert!(
            run.out.contains(&format!("error[{code}]")) && run.out.contains(&format!("--> {path}\n")),
            "{}",
            run.out
        );
        let built = workspace.built();
        workspace.build(&["--rev", "HEAD", "--out", "build"]).is(1);
        assert!(built == workspace.pages(), "{path} changed something");
        let diff = workspace.ropa(&["diff", "sound", "HEAD", "--date", DAY]).is(1);
        assert!(diff.out.contains(&path["registers/".len()..]), "{path}: {}", diff.out);
        assert!(!diff.out.contains("breaking"), "{path}: {}", diff.out);
    }
}

#[test]
fn registers_that_are_no_folder_in_a_revision_are_refused() {
    for (mode, said) in [("120000", "is a link"), ("160000", "is a git submodule")] {
        let workspace = repository(&[(mode, b"registers", b"elsewhere")]);
        let commands: [&[&str]; 6] = [
            &["check", "--rev", "HEAD"],
            &["build", "--rev", "HEAD", "--out", "build"],
            &["diff", "sound", "HEAD"],
            &["diff", "sound", "HEAD:registers"],
            &["log"],
            &["verify", ".", "--rev", "HEAD"],
        ];
        for command in commands {
            let run = workspace.ropa(command).is(3);
            assert!(run.err.contains(said), "{command:?}: {}", run.err);
        }
    }
}

#[test]
fn settings_that_are_a_link_in_a_revision_are_refused() {
    let workspace = repository(&[("120000", b"ropa.toml", b"/etc/passwd")]);
    for command in [&["check", "--rev", "HEAD"][..], &["diff", "sound", "HEAD"]] {
        let run = workspace.ropa(command).is(3);
        assert!(run.err.contains("HEAD:ropa.toml is a link"), "{}", run.err);
    }
}

#[test]
fn a_name_that_is_not_utf_8_in_a_revision_is_an_error_of_that_path() {
    let names: [(&[u8], &str); 3] = [
        (b"registers/fl\xE9n/municipality.yaml", "registers/fl\\xE9n"),
        (b"registers/one-language/sk\xF6l.yaml", "registers/one-language/sk\\xF6l.yaml"),
        (b"registers/one-language/sk\xF6l/a.yaml", "registers/one-language/sk\\xF6l"),
    ];
    for (path, shown) in names {
        let workspace = repository(&[("100644", path, b"name: Flen\n")]);
        let run = workspace.ropa(&["check", "--rev", "HEAD", "--date", DAY, "--quiet"]).is(1);
        assert!(run.out.contains("error[file-name]") && run.out.contains(&format!("--> {shown}\n")), "{}", run.out);
    }
}

#[test]
fn an_empty_folder_in_a_revision_is_an_error() {
    let workspace = repository(&[]);
    let empty = git(&workspace, &["mktree"], b"");
    let commit = |tree: &str| git(&workspace, &["commit-tree", "-m", "empty", tree], b"");
    let municipality = git(&workspace, &["mktree"], format!("040000 tree {empty}\tby\n").as_bytes());
    let one = commit(&git(&workspace, &["mktree"], format!("040000 tree {municipality}\tregisters\n").as_bytes()));
    let run = workspace.ropa(&["check", "--rev", &one, "--quiet"]).is(1);
    assert!(run.out.contains("error[folder-empty]") && run.out.contains("--> registers/by\n"), "{}", run.out);
    let none = commit(&git(&workspace, &["mktree"], format!("040000 tree {empty}\tregisters\n").as_bytes()));
    for command in [&["check", "--rev", none.as_str()][..], &["build", "--rev", &none, "--out", "build"]] {
        assert!(workspace.ropa(command).is(3).err.contains("there is no municipality in registers"));
    }
    workspace.ropa(&["log", "--rev", &none]).is(3);
}

#[test]
fn a_repository_among_the_files_of_a_workspace_starts_no_program() {
    let workspace = repository(&[]);
    let inner = "dataskydd";
    for (path, bytes) in workspace.tree("registers") {
        workspace.write(&format!("{inner}/registers/{path}"), bytes);
    }
    git(&workspace, &["init", "-q", "--bare", "planted"], b"");
    for (path, bytes) in workspace.tree("planted") {
        workspace.write(&format!("{inner}/{path}"), bytes);
    }
    std::fs::create_dir_all(workspace.path("dataskydd/refs/heads")).unwrap();
    std::fs::create_dir_all(workspace.path("dataskydd/objects/info")).unwrap();
    let objects = std::fs::canonicalize(workspace.path(".git/objects")).unwrap();
    workspace.write("dataskydd/objects/info/alternates", format!("{}\n", objects.display()));
    let head = git(&workspace, &["rev-parse", "HEAD"], b"");
    workspace.write("dataskydd/HEAD", format!("{head}\n"));
    for bare in ["true", "false"] {
        let marker = workspace.path("started");
        let settings = format!(
            "[core]\nrepositoryformatversion = 0\nbare = {bare}\nfsmonitor = \"touch {0}\"\n[log]\nshowSignature = true\n\
             [gpg]\nprogram = \"touch {0}\"\n",
            marker.display()
        );
        workspace.write("dataskydd/config", settings);
        for command in
            [&["log"][..], &["check", "--rev", "HEAD"], &["diff", "HEAD"], &["verify", "build", "--rev", "HEAD"]]
        {
            std::fs::create_dir_all(workspace.path("build")).unwrap();
            let run = workspace.ropa(&[command, &["--workspace", inner]].concat()).is(3);
            assert!(run.err.contains("among its ordinary files"), "{}", run.err);
            assert!(!marker.exists(), "{command:?}");
        }
    }
}
