//! `ropa init` makes a workspace that builds at once; `ropa doctor` says what a workspace lacks.

use std::fs;
use std::process::Command;

use crate::support::{DAY, Run, Workspace, root};

/// `ropa init` without questions.
fn init(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["init", "--yes"], args].concat())
}

/// A workspace of a country, in its language.
fn made(country: &str) -> Workspace {
    let workspace = Workspace::empty();
    let name = if country == "SE" { "Exempelby kommun" } else { "Lilleby Kommune" };
    init(&workspace, &["--name", name, "--country", country, "--pipeline", "github"]).is(0);
    workspace
}

fn doctor(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["doctor", "--date", DAY, "--lang", "en"], args].concat())
}

/// Runs git in a workspace, without the settings of this computer.
fn git(workspace: &Workspace, args: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(workspace.path("")).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]).args(args);
    git.env("GIT_CONFIG_GLOBAL", workspace.path("no-settings")).env("GIT_CONFIG_NOSYSTEM", "1");
    assert!(git.output().unwrap().status.success(), "git {args:?}");
}

#[test]
fn a_new_workspace_is_checked_and_built_at_once() {
    for (country, folder, board, lang) in
        [("SE", "exempelby", "kommunstyrelsen", "sv"), ("DK", "lilleby", "kommunen", "da")]
    {
        let workspace = made(country);
        let out = workspace.ropa(&["check", "--date", DAY, "--lang", "en"]).is(0).out;
        let warnings: Vec<&str> = out.lines().filter(|line| line.starts_with("warning[")).collect();
        assert_eq!(warnings, ["warning[review-missing]: no day is set for the next review of this activity"], "{out}");
        workspace.build(&["--quiet"]).is(0);
        let example = format!("registers/{folder}/activities/{board}/example.yaml");
        let id =
            workspace.read(&example).lines().find_map(|line| line.strip_prefix("id: ").map(str::to_owned)).unwrap();
        let page = workspace.read(&format!("build/public/{folder}/{lang}/notices/{id}.md"));
        let draft = if country == "SE" { "**Utkast**" } else { "**Udkast**" };
        assert!(page.contains(draft), "an invented example is published as a draft only:\n{page}");
        workspace.build(&["--fail-on", "draft", "--quiet"]).is(1);
        assert!(workspace.read("ropa.toml").contains(&format!("messages = \"{lang}\"")));
        let owners = workspace.read("CODEOWNERS");
        assert!(owners.contains(&format!("/registers/{folder}/activities/{board}/ @organisation/{board}")), "{owners}");
        assert!(owners.lines().all(|line| line.is_empty() || line.starts_with('#')), "{owners}");
    }
}

#[test]
fn a_contact_makes_the_example_complete_enough_to_be_no_draft() {
    let workspace = made("SE");
    let path = "registers/exempelby/municipality.yaml";
    let text = workspace.read(path);
    let gap = "contact: {unknown: ännu inte ifyllt}";
    assert_eq!(text.matches(gap).count(), 2);
    workspace.write(path, text.replacen(gap, "contact: {email: registrator@example.org}", 2));
    workspace.check().is(0);
    assert!(!doctor(&workspace, &[]).out.contains("draft"));
}

#[test]
fn init_overwrites_nothing_and_adds_what_is_missing() {
    let workspace = made("SE");
    workspace.write(".gitignore", "mine\n");
    workspace.write(
        "registers/exempelby/municipality.yaml",
        workspace.read("registers/exempelby/municipality.yaml") + "# mine\n",
    );
    fs::remove_file(workspace.path("schemas/activity.schema.json")).unwrap();
    let before = workspace.tree("");
    let said = init(&workspace, &["--name", "Annanby kommun", "--pipeline", "gitlab", "--lang", "en"]).is(0).out;
    let mut after = workspace.tree("");
    let wrote: Vec<&str> = said.lines().filter(|line| line.starts_with("wrote ")).collect();
    assert_eq!(wrote, ["wrote ./schemas/activity.schema.json", "wrote ./.gitlab-ci.yml"], "{said}");
    assert!(said.contains("kept  ./.gitignore, which exists already"), "{said}");
    assert!(after.remove("schemas/activity.schema.json").is_some() && after.remove(".gitlab-ci.yml").is_some());
    assert!(before == after, "a file was changed");
    init(&workspace, &[]).is(0);
}

#[test]
fn the_schemas_are_those_that_the_program_prints() {
    let workspace = made("DK");
    for part in ["municipality", "shared", "activity", "notice", "accept"] {
        let printed = workspace.ropa(&["schema", part, "--country", "DK"]).is(0).out;
        assert_eq!(workspace.read(&format!("schemas/{part}.schema.json")), printed);
        assert!(workspace.read(".vscode/settings.json").contains(&format!("./schemas/{part}.schema.json")));
    }
}

#[test]
fn boards_become_controllers_each_with_its_owner() {
    let workspace = Workspace::empty();
    let boards = ["--board", "Bygg- och miljönämnden", "--board", "Kommunstyrelsen: \"ks\""];
    init(&workspace, &[&["--name", "Exempelby kommun"], &boards[..]].concat()).is(0);
    workspace.check().is(0);
    let owners = workspace.read("CODEOWNERS");
    for id in ["bygg-och-miljonamnden", "kommunstyrelsen-ks"] {
        assert!(owners.contains(&format!("activities/{id}/ @organisation/{id}\n")), "{owners}");
    }
    assert!(!workspace.path(".github").exists(), "no pipeline was asked for");
}

#[test]
fn without_a_name_and_without_a_terminal_nothing_is_made() {
    let workspace = Workspace::empty();
    for args in [&["init"][..], &["init", "--yes"], &["init", "--name", "…"]] {
        let run = workspace.ropa(args);
        assert!(matches!(run.code, Some(2 | 3)), "{args:?}: {}", run.out);
    }
    assert_eq!(workspace.tree("").len(), 0);
}

#[test]
fn a_folder_can_be_named_and_is_made() {
    let workspace = Workspace::empty();
    init(&workspace, &["a/b", "--name", "Exempelby kommun", "--lang", "en"]).is(0);
    workspace.ropa(&["check", "--workspace", "a/b", "--date", DAY]).is(0);
}

#[cfg(unix)]
#[test]
fn init_does_not_write_through_a_link() {
    let workspace = Workspace::empty();
    let elsewhere = Workspace::empty();
    std::os::unix::fs::symlink(elsewhere.path(""), workspace.path(".vscode")).unwrap();
    init(&workspace, &["--name", "Exempelby kommun"]).is(3);
    assert_eq!(elsewhere.tree("").len(), 0);
}

#[test]
fn in_a_folder_of_a_repository_the_pipeline_stands_at_its_root() {
    let workspace = Workspace::empty();
    git(&workspace, &["init", "--quiet"]);
    init(&workspace, &["it/data skydd", "--name", "Exempelby kommun", "--pipeline", "github"]).is(0);
    let pipeline = workspace.read(".github/workflows/ropa.yml");
    assert!(pipeline.contains("workspace: it/data skydd\n"), "{pipeline}");
    assert!(workspace.read("CODEOWNERS").contains("/it/data\\ skydd/registers/exempelby/ "));
    assert!(workspace.read("it/data skydd/ropa.toml").contains("messages"));
    let said = workspace.ropa(&["doctor", "--workspace", "it/data skydd", "--lang", "en"]).is(0).out;
    assert!(!said.contains("pipeline") && !said.contains("CODEOWNERS"), "{said}");
}

#[test]
fn messages_are_in_the_language_of_the_option_then_the_settings_then_the_system() {
    let workspace = Workspace::complete();
    let said = |args: &[&str]| {
        let run = workspace.ropa_with(&[args, &["--date", DAY]].concat(), ("LC_ALL", "da_DK.UTF-8"));
        run.is(0).out.lines().last().unwrap_or_default().to_owned()
    };
    assert!(said(&["check"]).contains("kommuner kontrolleret"));
    workspace.write("ropa.toml", "messages = \"sv\"\n");
    assert!(said(&["check"]).contains("kommuner kontrollerade"));
    assert!(said(&["check", "--lang", "en"]).contains("municipalities checked"));
    let elsewhere = Workspace::empty();
    let path = workspace.path("").to_string_lossy().into_owned();
    let from = |args: &[&str]| elsewhere.ropa(args);
    assert!(from(&["--workspace", &path, "biuld"]).is(2).err.starts_with("fel: okänt kommando"));
    assert!(from(&["--workspace", &path, "--lang", "da", "biuld"]).is(2).err.starts_with("fejl: "));
    assert!(from(&["--workspace", &path, "--help"]).is(0).out.contains("Kommandon:"));
    workspace.write("ropa.toml", "messages = \"sv\"\nlangauge = \"sv\"\n");
    assert!(
        workspace.ropa(&["check"]).is(3).err.starts_with("fel: "),
        "a fault of the settings is told in their language"
    );
    workspace.write("ropa.toml", "messages = \"se\"\n");
    let run = workspace.ropa(&["check"]).is(3);
    assert!(run.err.contains("`messages` is \"en\", \"sv\" or \"da\""), "{}", run.err);
}

/// The remarks of a run, without their ways out.
fn remarks(run: &Run) -> Vec<String> {
    let is_remark = |line: &&str| line.starts_with("missing: ") || line.starts_with("hint: ");
    run.out.lines().filter(is_remark).map(str::to_owned).collect()
}

#[test]
fn a_new_workspace_lacks_a_repository_and_then_nothing() {
    let workspace = made("SE");
    let run = doctor(&workspace, &[]).is(1);
    let first = remarks(&run);
    assert_eq!(first.len(), 2, "{}", run.out);
    assert!(first[0].starts_with("missing: ") && run.out.contains("git init"), "{}", run.out);
    assert_eq!(first[1], "hint: exempelby: 1 notice is a draft");
    git(&workspace, &["init", "--quiet"]);
    let run = doctor(&workspace, &[]).is(0);
    assert_eq!(remarks(&run), ["hint: exempelby: 1 notice is a draft"]);
    assert!(run.out.ends_with("nothing is missing; 1 hint\n"), "{}", run.out);
    assert_eq!(doctor(&workspace, &["--quiet"]).is(0).out, "");
}

#[test]
fn compiled_files_in_git_are_compared_and_keep_their_line_ends() {
    let workspace = made("SE");
    git(&workspace, &["init", "--quiet"]);
    fs::remove_file(workspace.path(".gitignore")).unwrap();
    let says = |what: &str| doctor(&workspace, &[]).out.contains(what);
    assert!(says("git neither keeps nor ignores the compiled files in build/"));
    workspace.build(&["--quiet"]).is(0);
    git(&workspace, &["add", "--all"]);
    assert!(!says("neither keeps") && !says("line ends") && !says("are not what the registers compile to"));
    assert!(says("the internal register is in git"));
    workspace.write(".gitattributes", "");
    assert!(says("git may change the line ends of compiled files"));
    let notice = "registers/exempelby/notices/example.yaml";
    workspace.write(notice, workspace.read(notice).replace("Exempel: så", "Exempel: hur"));
    let run = doctor(&workspace, &[]).is(1);
    assert!(run.out.contains("the compiled files in build/ are not what the registers compile to"), "{}", run.out);
    assert_eq!(run.err, "", "the comparison prints nothing of its own");
}

#[test]
fn what_is_odd_among_the_registers_is_said() {
    let workspace = made("SE");
    git(&workspace, &["init", "--quiet"]);
    let says = |what: &str| {
        let out = doctor(&workspace, &[]).out;
        assert!(out.contains(what), "{what}\n{out}");
    };
    workspace.write("registers/exempelby/gammal.yaml.bak", "id: a\n");
    says("missing: files among the registers are not read: registers/exempelby/gammal.yaml.bak\n");
    workspace.write("registers/exempelby/activities/a:b.yaml", "id: a\n");
    says("missing: exempelby is not compiled: ");
    says("hint: Windows cannot have these names: registers/exempelby/activities/a:b.yaml\n");
    workspace.write("registers/exempelby/activities/A:B.yaml", "id: a\n");
    says(
        "only their case differs: registers/exempelby/activities/A:B.yaml = registers/exempelby/activities/a:b.yaml\n",
    );
    workspace.write("schemas/notice.schema.json", "{}\n");
    says(
        "missing: the schemas for editors are of another version of ropa, or for another country: schemas/notice.schema.json\n",
    );
    let municipality = workspace.read("registers/exempelby/municipality.yaml");
    let at = municipality.find("officers:").unwrap();
    workspace.write("registers/exempelby/municipality.yaml", municipality[..at].replace("format: 2", "format: 1"));
    says("missing: exempelby names no data protection officer (Article 37)\n");
    says("hint: exempelby is written in format 1\n");
    fs::remove_dir_all(workspace.path(".github")).unwrap();
    says("hint: no pipeline checks the changes\n");
    let old = workspace.ropa(&["doctor", "--date", "2030-01-01", "--lang", "en"]).out;
    assert!(old.contains("more than a year ago"), "{old}");
    fs::remove_dir_all(workspace.path("registers")).unwrap();
    says("run `ropa init`, which creates a municipality");
}

#[test]
fn every_way_out_is_told_in_each_language() {
    let workspace = Workspace::empty();
    for (lang, word) in [("en", "missing: "), ("sv", "saknas: "), ("da", "mangler: ")] {
        let out = workspace.ropa(&["doctor", "--lang", lang]).is(1).out;
        assert!(out.starts_with(word), "{out}");
        let words: Vec<&str> = out.lines().filter(|line| line.starts_with("  ")).collect();
        assert_eq!(
            words.len(),
            out.lines().filter(|line| line.contains(": ") && !line.starts_with(' ')).count(),
            "{out}"
        );
    }
}

#[test]
fn code_for_windows_stands_in_one_file() {
    for (path, bytes) in crate::support::tree(&root().join("src")) {
        let text = String::from_utf8(bytes).unwrap();
        let is_for_windows =
            ["cfg(windows)", "cfg!(windows)", "target_os = \"windows\"", "target_family = \"windows\""]
                .iter()
                .any(|mark| text.contains(mark));
        assert_eq!(is_for_windows, path == "windows.rs", "{path}");
    }
}

#[test]
fn the_short_version_is_a_line_and_the_long_one_has_the_day_of_the_law() {
    let workspace = Workspace::empty();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(workspace.ropa(&["-V"]).is(0).out, format!("ropa {version}\n"));
    let law = fs::read_to_string(root().join("templates/law/version.toml")).unwrap();
    let day = law.lines().find_map(|line| line.strip_prefix("version = \"")).unwrap().trim_end_matches('"');
    assert_eq!(workspace.ropa(&["--version"]).is(0).out, format!("ropa {version} (law data of {day})\n"));
}
