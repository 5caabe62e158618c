//! `ropa.toml` is validated like a register, and cannot lead out of the workspace.

use crate::support::Workspace;

/// The error of a run with these settings.
fn refused(settings: impl AsRef<[u8]>) -> String {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", settings);
    let run = workspace.ropa(&["check"]).is(3);
    assert_eq!(run.out, "");
    run.err
}

#[test]
fn a_folder_of_the_settings_lies_below_the_workspace() {
    let wrong = [
        "/tmp",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        ".",
        "./a",
        "",
        "/",
        "C:\\\\x",
        "C:x",
        "a\\\\b",
        "\\\\\\\\server\\\\x",
        "a\\u0000b",
        "a\\nb",
    ];
    for key in ["registers", "out"] {
        for path in wrong {
            let said = refused(format!("[folders]\n{key} = \"{path}\"\n"));
            assert!(said.contains(&format!("folders.{key}: `")), "{path}: {said}");
            assert!(said.contains("is not a path below the workspace"), "{path}: {said}");
        }
    }
    let workspace = Workspace::complete();
    std::fs::create_dir(workspace.path("data")).unwrap();
    std::fs::rename(workspace.path("registers"), workspace.path("data/registers")).unwrap();
    workspace.write("ropa.toml", "[folders]\nregisters = \"data/registers\"\nout = \"site/new/\"\n");
    workspace.build(&[]).is(0);
    assert!(workspace.path("site/new/public/index.md").is_file());
}

#[test]
fn damaged_settings_are_named_as_such() {
    for (settings, said) in [
        (&b"title = \"x"[..], "line 1"),
        (b"\ntitle = \"sk\xF6l\"\n", "line 2 holds a letter of another encoding"),
        (b"title = \"a\"\n\0", "line 2 holds a NUL byte"),
        (b"\xFF\xFEt\0", "UTF-16"),
        (b"a = 1\na = 2\n", "line 2"),
    ] {
        let told = refused(settings);
        assert!(told.contains("./ropa.toml is damaged:") && told.contains(said), "{told}");
    }
    let nested = refused(format!("a = {}", "[".repeat(100_000)));
    assert!(nested.contains("is damaged") && nested.len() < 300_000, "{} bytes", nested.len());
}

#[test]
fn settings_that_are_too_large_are_refused() {
    let said = refused("#".repeat((1 << 20) + 1));
    assert!(said.contains("./ropa.toml has 1048577 bytes; at most 1048576 are read"), "{said}");
}

#[test]
fn a_byte_order_mark_and_other_line_ends_do_not_matter() {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", "\u{FEFF}title = \"Våra register\"\r\n[folders]\r\nout = \"site\"\r\n");
    workspace.build(&[]).is(0);
    assert!(workspace.read("site/public/index.md").starts_with("# Våra register\n"));
}

#[test]
fn a_pattern_that_is_none_is_refused() {
    let said = refused("[folders]\nignore = [\"[a\"]\n");
    assert!(said.contains("folders.ignore: `[a` is not a pattern"), "{said}");
}

#[test]
fn the_output_is_neither_what_is_published_nor_a_repository() {
    for out in ["public", "build/public", "site/Public/x", ".git", ".git/hooks", "a/.GIT/refs"] {
        assert!(refused(format!("[folders]\nout = \"{out}\"\n")).contains("folders.out"), "{out}");
        assert!(refused(format!("[folders]\nregisters = \".git/{out}\"\n")).contains("folders.registers"), "{out}");
    }
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let before = workspace.tree("build");
    for out in ["build/public", "build/public/x", "build/internal", "public", ".git/x", "build/public/../public"] {
        workspace.build(&["--out", out]).is(3);
    }
    assert!(
        workspace.tree("build") == before && !workspace.path("public").exists() && !workspace.path(".git").exists()
    );
    workspace.build(&["--out", "nowhere/../site"]).is(0);
    assert!(workspace.path("site/public").exists() && !workspace.path("nowhere").exists());
}

#[test]
fn a_title_that_nobody_can_read_is_refused() {
    for title in ["", " ", "\\u200b", "\\u2800", "a\\u001b[31m", "a\\u202e"] {
        assert!(
            refused(format!("title = \"{title}\"\n"))
                .contains("title: write a text in which every character is visible"),
            "{title}"
        );
    }
}

#[test]
fn a_reason_that_nobody_can_read_is_none() {
    for because in ["", " ", "\\u200b", "\\u2800"] {
        let said =
            refused(format!("[levels]\nretention-missing = {{ level = \"warning\", because = \"{because}\" }}\n"));
        assert!(said.contains("is an error by law"), "{said}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use crate::support::Workspace;

    #[test]
    fn settings_are_neither_a_link_nor_a_device() {
        for target in ["real.toml", "nowhere", "/dev/zero", "/dev/null", "/etc/passwd"] {
            let workspace = Workspace::complete();
            workspace.write("real.toml", "title = \"x\"\n");
            _ = std::fs::remove_file(workspace.path("ropa.toml"));
            symlink(target, workspace.path("ropa.toml")).unwrap();
            for command in [&["check"][..], &["build"], &["new", "By"], &["diff", ".", "."]] {
                let run = workspace.ropa(command).is(3);
                assert!(run.err.contains("ropa.toml is a link"), "{}", run.err);
            }
        }
        let workspace = Workspace::complete();
        _ = std::fs::remove_file(workspace.path("ropa.toml"));
        assert!(Command::new("mkfifo").arg(workspace.path("ropa.toml")).status().unwrap().success());
        assert!(workspace.ropa(&["check"]).is(3).err.contains("it is not opened"));
        let workspace = Workspace::complete();
        _ = std::fs::remove_file(workspace.path("ropa.toml"));
        std::fs::create_dir(workspace.path("ropa.toml")).unwrap();
        assert!(workspace.ropa(&["check"]).is(3).err.contains("ropa.toml is a folder, not a file"));
    }

    #[test]
    fn registers_behind_a_link_out_of_the_workspace_are_refused() {
        let elsewhere = Workspace::complete();
        let workspace = Workspace::empty();
        workspace.write("ropa.toml", "[folders]\nregisters = \"data/registers\"\n");
        symlink(elsewhere.path(""), workspace.path("data")).unwrap();
        for command in [&["check"][..], &["build"], &["new", "By"]] {
            let run = workspace.ropa(command).is(3);
            assert!(run.err.contains("data/registers leads out of the workspace"), "{}", run.err);
        }
        std::fs::rename(elsewhere.path("registers"), elsewhere.path("other")).unwrap();
        assert!(workspace.ropa(&["new", "By"]).is(3).err.contains("data leads out of the workspace"));
        assert!(!elsewhere.path("registers").exists(), "something was written through the link");
    }

    #[test]
    fn a_workspace_that_is_a_link_itself_is_followed() {
        let real = Workspace::complete();
        let workspace = Workspace::empty();
        symlink(real.path(""), workspace.path("here")).unwrap();
        workspace.ropa(&["check", "--workspace", "here", "--date", crate::support::DAY]).is(0);
    }
}
