//! Output: a full disk, a closed pipe, control characters and pipeline commands.

use std::process::{Command, Stdio};

use crate::support::{DAY, Workspace};

/// Characters that a terminal interprets, or that reorder or hide text.
const POWER: &str = "\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}\u{200b}";

/// Runs a command in a folder with another standard output; returns the exit code and standard error.
#[cfg(target_os = "linux")]
fn into(workspace: &Workspace, args: &[&str], stdout: Stdio) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ropa"));
    program.current_dir(workspace.path("")).env("LC_ALL", "C").args(args).stdout(stdout).stderr(Stdio::piped());
    let output = program.output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(target_os = "linux")]
const COMMANDS: [&[&str]; 12] = [
    &["--help"],
    &["--version"],
    &["check", "--help"],
    &["check", "--all", "--date", DAY],
    &["check", "--format", "json", "--date", DAY],
    &["check", "--diff", "--date", DAY],
    &["build", "--date", DAY],
    &["todo", "--date", DAY],
    &["diff", "registers", "../registers", "--date", DAY],
    &["explain"],
    &["schema"],
    &["format"],
];

#[cfg(target_os = "linux")]
fn broken() -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 2 years", "keep: never");
    let elsewhere = workspace.tree("registers");
    elsewhere.into_iter().for_each(|(path, bytes)| workspace.write(&format!("before/registers/{path}"), bytes));
    workspace.edit("before/registers/one-language/activities/skolskjuts.yaml", "keep: never", "keep: 3 years");
    workspace
}

/// Runs a command in a folder through a shell that redirects it; returns the exit code and standard error.
#[cfg(target_os = "linux")]
fn redirected(workspace: &Workspace, command: &str) -> (Option<i32>, String) {
    let mut shell = Command::new("sh");
    shell.current_dir(workspace.path("")).env("LC_ALL", "C").env("ROPA", env!("CARGO_BIN_EXE_ropa"));
    let output = shell.args(["-c", &format!("\"$ROPA\" {command}")]).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_standard_output_is_an_error_of_the_tool() {
    let workspace = Workspace::complete();
    for command in ["--help", "--version", "check --all", "todo", "build", "explain", "format"] {
        let (code, err) = redirected(&workspace, &format!("{command} >&-"));
        assert_eq!(code, Some(3), "{command}: {err}");
        assert!(err.contains("error: standard output could not be written\n"), "{command}: {err}");
        assert!(!err.contains("panicked"), "{command}: {err}");
    }
    let files = workspace.tree("build");
    assert!(files.keys().any(|path| path.ends_with("register.json")), "the build was not made");
}

#[cfg(target_os = "linux")]
#[test]
fn what_prints_nothing_or_is_not_read_ends_well() {
    let workspace = Workspace::complete();
    for command in ["build --quiet >&-", "build --quiet >&- 2>&- <&-", "check > /dev/null", "check <> /dev/null >&0"] {
        let (code, err) = redirected(&workspace, command);
        assert_eq!(code, Some(0), "{command}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error_of_the_tool() {
    let workspace = broken();
    for args in COMMANDS {
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "../registers" { "before" } else { *arg }).collect();
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "registers" { "." } else { *arg }).collect();
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let (code, err) = into(&workspace, &args, Stdio::from(full));
        assert_eq!(code, Some(3), "{args:?}: {err}");
        assert!(
            err.contains("error: standard output could not be written\n  because: No space left"),
            "{args:?}: {err}"
        );
        assert!(!err.contains("panicked"), "{args:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_pipe_is_quiet_and_changes_no_exit_code() {
    let workspace = broken();
    for (args, expected) in COMMANDS.iter().zip([0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0]) {
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "../registers" { "before" } else { *arg }).collect();
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "registers" { "." } else { *arg }).collect();
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (code, err) = into(&workspace, &args, Stdio::from(writer));
        assert_eq!(code, Some(expected), "{args:?}: {err}");
        assert!(!err.contains("panicked") && !err.contains("pipe"), "{args:?}: {err}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_error_is_no_panic() {
    let workspace = broken();
    for args in [["check", "--nothing"], ["check", "--workspace=nowhere"], ["build", "--check"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_ropa"));
        let status =
            program.current_dir(workspace.path("")).args(args).stdout(Stdio::null()).stderr(full).status().unwrap();
        assert!([Some(1), Some(2), Some(3)].contains(&status.code()), "{args:?}: {status}");
    }
}

/// No control or hidden characters, and no pipeline commands.
#[track_caller]
fn assert_tame(told: &str) {
    let is_wild = |letter: char| {
        letter.is_control() && letter != '\n' && letter != '\t' || "\u{202e}\u{200b}\u{7f}".contains(letter)
    };
    let wild: Vec<char> = told.chars().filter(|letter| is_wild(*letter)).collect();
    assert!(wild.is_empty(), "{wild:?} in {told}");
    for line in told.lines() {
        assert!(!line.trim_start().starts_with("::add-mask") && !line.contains("##["), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_terminal_obeys_nothing_of_a_register() {
    let workspace = Workspace::complete();
    let before = Workspace::complete();
    let name = format!("registers/one-language/activities/a{POWER}\n::add-mask::x.yaml");
    workspace
        .write(&name, format!("id: b\ntitle: \"::add-mask::x \\e]0;x\\a ##[x]\"\n::add-mask::x{}: 1\n", "\u{202e}"));
    workspace.write(
        "registers/one-language/activities/c.yaml",
        "id: c\ntitle: |\n  a\n  ::add-mask::x ##[add-path]y\n  b\nkeep: never\n",
    );
    let before = before.path("");
    let before = before.to_str().unwrap();
    for format in ["human", "json", "sarif", "gitlab", "junit"] {
        let run = workspace.ropa(&["check", "--all", "--date", DAY, "--format", format]).is(1);
        assert_tame(&run.out);
        assert_tame(&run.err);
        assert!(run.out.contains("add-mask"), "{format}: {}", run.out);
    }
    let github = workspace.ropa(&["check", "--all", "--date", DAY, "--format", "github"]).is(1).out;
    assert_tame(
        &github
            .lines()
            .filter(|line| !["::error ", "::warning ", "::notice "].iter().any(|own| line.starts_with(own)))
            .collect::<String>(),
    );
    for format in ["text", "markdown", "html", "json"] {
        let run = workspace.ropa(&["diff", before, ".", "--date", DAY, "--format", format]);
        assert_tame(&run.out);
        assert_tame(&run.err);
    }
    for args in
        [&["todo", "--date", DAY][..], &["todo", "--markdown", "--date", DAY], &["check", "--diff", "--date", DAY]]
    {
        let run = workspace.ropa(args);
        assert_tame(&run.out);
        assert_tame(&run.err);
    }
}

#[test]
fn a_terminal_obeys_nothing_of_the_command_line_or_the_settings() {
    let workspace = Workspace::complete();
    for args in [["explain", POWER], ["check", POWER], ["log", POWER], [POWER, "x"], ["diff", POWER]] {
        let run = workspace.ropa(&args);
        assert_tame(&(run.out + &run.err));
    }
    workspace.write("ropa.toml", format!("title = \"a\"\n# {POWER}\n\"{POWER}\" = \"::add-mask::x\"\n"));
    let run = workspace.check().is(3);
    assert_tame(&(run.out + &run.err));
}

#[test]
fn a_terminal_obeys_nothing_of_a_commit() {
    let workspace = Workspace::complete();
    let git = |args: &[&str]| {
        let author = format!("A {}", POWER.replace('\u{7}', ""));
        let names = [
            ("GIT_AUTHOR_NAME", author.as_str()),
            ("GIT_COMMITTER_NAME", &author),
            ("GIT_AUTHOR_EMAIL", "a@a.example"),
            ("GIT_COMMITTER_EMAIL", "a@a.example"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ];
        let status = Command::new("git")
            .current_dir(workspace.path(""))
            .args(args)
            .envs(names)
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success(), "git {args:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", &format!("::add-mask::x {POWER} ##[add-path]y")]);
    let told = workspace.ropa(&["log"]).is(0).out;
    assert!(told.contains("\\u{1b}]52;c;eA==\\u{7}\\u{9b}31m\\u{202e}"), "{told}");
    assert_tame(&told);
}

#[test]
fn what_nobody_sees_is_found_and_taken_away() {
    let workspace = Workspace::complete();
    const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";
    let sound = workspace.read(FILE);
    workspace.edit(
        FILE,
        "pröva rätten till skolskjuts",
        "pr\u{ad}öva\u{200b} rät\u{e0041}ten till\u{2060} skol\u{feff}skjuts ❤\u{fe0f}",
    );
    workspace.edit(FILE, "önskad hållplats", "önskad\u{2028}hållplats");
    let run = workspace.check().is(1);
    assert_eq!(run.out.matches("error[text-hidden]").count(), 2, "{}", run.out);
    assert!(run.out.contains("pr\\u{ad}öva\\u{200b} rät\\u{e0041}ten") && run.out.contains("❤\u{fe0f}"), "{}", run.out);
    workspace.ropa(&["check", "--fix", "--date", DAY]).is(0);
    assert_eq!(workspace.read(FILE), sound.replace("rätten till skolskjuts", "rätten till skolskjuts ❤\u{fe0f}"));
}

#[test]
fn a_text_without_a_shape_is_empty() {
    for text in ["\u{200b}", "\u{3164}", "\u{2800}", "\u{301}", "\u{a0}", "\u{2060}\u{ad}"] {
        let workspace = Workspace::complete();
        workspace.edit(
            "registers/one-language/activities/skolskjuts.yaml",
            "title: Skolskjuts\n",
            &format!("title: \"{text}\"\n"),
        );
        let out = workspace.check().is(1).out;
        assert!(out.contains("error[text-empty]"), "{text:?}: {out}");
    }
}
