//! The program from the outside: exit codes, streams, help, and every command in the README.

use std::collections::BTreeSet;
use std::fs;

use insta::{Settings, assert_snapshot};
use regex::Regex;
use ropa::internals::check::meaning;

use crate::support::{Run, Workspace, root, tree};

/// The commands, in the order of `ropa --help`.
const COMMANDS: [&str; 17] = [
    "build", "check", "todo", "ask", "answer", "diff", "log", "verify", "evidence", "explain", "init", "new", "import",
    "doctor", "migrate", "schema", "format",
];

/// Compares or updates the help of a command in `program/`.
fn keep_help(name: &str, help: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("program");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, help));
}

fn help(args: &[&str]) -> String {
    Workspace::empty().ropa(&[args, &["--help"]].concat()).is(0).out
}

#[test]
fn help_lists_every_command_and_exit_code() {
    let help = help(&[]);
    let below = help.split_once("Commands:\n").unwrap().1.lines().take_while(|line| !line.is_empty());
    let listed: Vec<&str> = below.filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(listed, [&COMMANDS[..], &["help"]].concat());
    keep_help("ropa", &help);
}

#[test]
fn help_of_every_command() {
    for command in COMMANDS {
        keep_help(command, &help(&[command]));
    }
}

#[test]
fn all_is_well_gives_0_and_findings_give_1() {
    let workspace = Workspace::complete();
    workspace.check().is(0);
    workspace.build(&[]).is(0);
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "title: Skolskjuts\n", "");
    let run = workspace.check().is(1);
    assert!(run.out.contains("error[key-missing]"), "findings stand on standard output");
    assert_eq!(run.err, "");
    workspace.build(&[]).is(1);
}

#[test]
fn a_warning_alone_gives_0() {
    let workspace = Workspace::complete();
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    assert!(workspace.check().is(0).out.contains("warning[law-missing]"));
    assert!(!workspace.ropa(&["check", "--quiet"]).is(0).out.contains("warning"));
}

#[test]
fn a_wrong_command_line_gives_2() {
    let workspace = Workspace::complete();
    for wrong in
        [&["biuld"][..], &["check", "--al"], &["check", "--date", "today"], &["build", "--public", "--internal"]]
    {
        assert!(workspace.ropa(wrong).is(2).err.starts_with("error: "), "{wrong:?}");
    }
    assert!(workspace.ropa(&["biuld"]).err.contains("build"), "the nearest command is named");
}

#[test]
fn a_wrong_command_line_is_told_in_the_language_of_the_messages() {
    let workspace = Workspace::complete();
    for (wrong, sv, da) in [
        (
            &["biuld"][..],
            "fel: okänt kommando 'biuld'\n\n  tips: menade du 'build'?",
            "fejl: ukendt kommando 'biuld'\n\n  tip: mente du 'build'?",
        ),
        (
            &["check", "--al"],
            "fel: okänt argument '--al'\n\n  tips: menade du '--all'?\n\nAnvändning: ropa check",
            "fejl: ukendt argument '--al'",
        ),
        (
            &["check", "--date", "today"],
            "fel: ogiltigt värde 'today' för '--date <YYYY-MM-DD>'\n",
            "fejl: ugyldig værdi 'today' til '--date",
        ),
        (&["check", "--date"], "fel: '--date <YYYY-MM-DD>' behöver ett värde", "kræver en værdi"),
        (&["check", "--format", "xx"], "  [möjliga värden: human, json", "  [mulige værdier: human, json"),
        (&["check", "--all=1"], "'--all' tar inget värde, men fick '1'", "'--all' tager ingen værdi, men fik '1'"),
        (&["check", "--all", "--all"], "'--all' kan bara anges en gång", "'--all' kan kun angives én gang"),
        (
            &["build", "--public", "--internal"],
            "'--public' kan inte användas tillsammans med '--internal'",
            "'--public' kan ikke bruges sammen med",
        ),
        (&["schema", "--in-format", "3"], "för '--in-format <NUMBER>': formaten är 1 och 2", "formaterne er 1 og 2"),
        (&["new"], "följande argument saknas:\n  <NAME>", "følgende argumenter mangler:\n  <NAME>"),
        (&[], "fel: 'ropa' behöver ett kommando\n", "fejl: 'ropa' kræver en kommando\n"),
        (&["help", "biuld"], "fel: okänt kommando 'biuld'", "fejl: ukendt kommando 'biuld'"),
    ] {
        for (lang, told) in [("sv", sv), ("da", da)] {
            let run = workspace.ropa(&[&["--lang", lang], wrong].concat()).is(2);
            assert!(run.err.contains(told), "{wrong:?}: {}", run.err);
            let english = ["error:", "tip: a", "Usage:", "For more", "subcommand", "unexpected", "possible values"];
            assert!(!english.iter().any(|word| run.err.contains(word)), "{wrong:?}: {}", run.err);
        }
    }
    for help in [&["help", "--lang", "sv"][..], &["--lang", "sv", "help"], &["help", "--lang=sv"]] {
        assert!(workspace.ropa(help).is(0).out.contains("Kommandon"), "{help:?}");
    }
    assert!(workspace.ropa(&["help", "check", "--lang", "da"]).is(0).out.contains("Brug: ropa check"));
}

/// The error output of a run with this exit code and an empty standard output.
#[track_caller]
fn refusal(code: i32, run: Run) -> String {
    let run = run.is(code);
    assert_eq!(run.out, "");
    run.err
}

/// The error output of a run that failed.
#[track_caller]
fn failure(run: Run) -> String {
    refusal(3, run)
}

#[test]
fn an_unknown_municipality_gives_2_and_names_those_there_are() {
    let run = Workspace::complete().ropa(&["check", "-m", "one-langauge"]);
    assert_snapshot!(refusal(2, run), @"error: there is no municipality `one-langauge`; there are: one-language, two-languages");
}

#[test]
fn a_folder_without_registers_gives_3() {
    let run = Workspace::empty().ropa(&["build"]);
    assert_snapshot!(failure(run), @"error: there is no folder ./registers: run ropa in the folder that holds ropa.toml, or name it with --workspace");
}

#[test]
fn broken_settings_give_3_and_the_line() {
    let workspace = Workspace::complete();
    workspace.write("ropa.toml", "langauge = \"sv\"\n");
    assert_snapshot!(failure(workspace.ropa(&["check"])), @r#"
    error: ./ropa.toml:
    TOML parse error at line 1, column 1
      |
    1 | langauge = "sv"
      | ^^^^^^^^
    unknown field `langauge`, expected one of `messages`, `language`, `title`, `folders`, `outputs`, `brand`, `diff`, `verify`, `levels`, `municipality`
    "#);
}

#[test]
fn an_unknown_language_gives_2_and_names_those_there_are() {
    let run = Workspace::complete().ropa(&["build", "-l", "swe"]);
    assert_snapshot!(refusal(2, run), @"error: there is no language `swe`; there are: da, en, sv");
}

#[test]
fn a_language_that_no_register_has_gives_2_and_names_those_there_are() {
    let workspace = Workspace::complete();
    let run = workspace.build(&["-l", "da", "-m", "one-language"]);
    assert_snapshot!(refusal(2, run), @"error: no register is written in `da`; there are: sv");
    workspace.build(&["-l", "sv", "-m", "one-language"]).is(0);
}

#[test]
fn a_language_of_messages_is_known_before_and_after_every_command() {
    let workspace = Workspace::complete();
    for command in COMMANDS.iter().filter(|command| {
        !["ask", "answer", "diff", "log", "verify", "evidence", "new", "init", "import", "doctor"].contains(command)
    }) {
        let before = workspace.ropa(&["--lang", "da", command]);
        let after = workspace.ropa(&[command, "--lang", "da"]);
        assert_eq!((before.code, &before.err), (after.code, &after.err), "{command}");
        assert!(!before.err.contains("unexpected"), "{}", before.err);
    }
    assert!(workspace.ropa(&["--lang", "da", "explain", "C-23"]).is(0).out.starts_with("advarsel[retention-vague]"));
    let run = Workspace::empty().ropa(&["new", "Lilleby Kommune", "--country", "dk", "--lang", "da"]).is(0);
    assert!(run.out.contains("er oprettet"), "{}", run.out);
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let workspace = Workspace::complete();
    for args in [&["check", "--quiet"][..], &["build", "--quiet"], &["build", "--quiet", "--check"]] {
        let run = workspace.ropa(args).is(0);
        assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{args:?}");
    }
}

#[test]
fn a_pipe_gets_no_escape_codes() {
    let workspace = Workspace::complete();
    workspace.write("registers/one-language/activities/fel.yaml", "id: Fel\n");
    for run in [workspace.check(), workspace.build(&[]), workspace.ropa(&["biuld"]), workspace.ropa(&["--help"])] {
        assert!(!run.out.contains('\u{1B}') && !run.err.contains('\u{1B}'), "{}{}", run.out, run.err);
    }
}

#[test]
fn the_environment_changes_nothing() {
    let workspace = Workspace::complete();
    workspace.write("registers/one-language/activities/fel.yaml", "id: Fel\n");
    let plain = workspace.check();
    for (name, value) in
        [("CI", "1"), ("NO_COLOR", "1"), ("LANG", "tr_TR.UTF-8"), ("COLUMNS", "20"), ("TZ", "Asia/Tokyo")]
    {
        let run = workspace.check_with((name, value));
        assert_eq!((run.code, &run.out, &run.err), (plain.code, &plain.out, &plain.err), "{name}");
    }
    let coloured = workspace.check_with(("CLICOLOR_FORCE", "1"));
    assert!(coloured.out.contains('\u{1B}'), "colour is there when it is asked for");
}

#[test]
fn a_workspace_elsewhere_gives_the_same() {
    let workspace = Workspace::complete();
    let elsewhere = Workspace::empty();
    let path = workspace.path("").to_string_lossy().into_owned();
    let run = elsewhere.ropa(&["check", "--all", "--date", crate::support::DAY, "--workspace", &path]).is(0);
    assert_eq!(run.out, workspace.check().out);
}

#[test]
fn a_new_municipality_can_be_checked_and_built_at_once() {
    for (country, name, folder) in [("SE", "Övertorneå kommun", "overtornea"), ("DK", "Ærø Kommune", "aeroe")] {
        let workspace = Workspace::empty();
        workspace.ropa(&["new", name, "--country", country]).is(0);
        assert_eq!(crate::support::folders(&workspace.path("registers")), [folder]);
        workspace.check().is(0);
        workspace.build(&[]).is(0);
        let made = workspace.tree("registers");
        let again = workspace.ropa(&["new", name, "--country", country]);
        assert!(failure(again).contains("exists already"));
        assert!(made == workspace.tree("registers"), "the second run changed something");
    }
}

#[test]
fn a_folder_is_named_as_the_municipality_is() {
    let names = [
        ("SE", "Flens kommun", "flen"),
        ("SE", "Degerfors kommun", "degerfors"),
        ("SE", "Alingsås kommun", "alingsas"),
        ("SE", "Bengtsfors kommun", "bengtsfors"),
        ("SE", "Grums kommun", "grums"),
        ("SE", "Göteborgs Stad", "goteborg"),
        ("SE", "Lunds", "lunds"),
        ("DK", "Tårnby Kommune", "taarnby"),
        ("DK", "Randers Kommune", "randers"),
        ("DK", "Køge Kommune", "koege"),
    ];
    let workspace = Workspace::empty();
    for (country, name, folder) in names {
        let said = workspace.ropa(&["new", name, "--country", country]).is(0).out;
        assert!(
            said.contains(&format!("registers/{folder};")) || said.contains(&format!("/{folder};")),
            "{name}: {said}"
        );
    }
}

#[test]
fn a_new_municipality_does_not_leave_the_folder() {
    let workspace = Workspace::empty();
    for folder in ["../ute", "/tmp/ute", "a/b/c", "con", ".."] {
        failure(workspace.ropa(&["new", "Exempelby kommun", "--folder", folder]));
    }
    assert_eq!(workspace.tree("").len(), 0);
}

#[test]
fn every_command_in_the_readme_exists() {
    let Ok(readme) = fs::read_to_string(root().join("README.md")) else { return };
    let commands: Vec<Vec<String>> = blocks(&readme).filter_map(command).collect();
    assert!(!commands.is_empty(), "README.md shows no command");
    for args in commands {
        let run = Workspace::empty().ropa(&[&args[..], &["--help".to_owned()]].concat());
        assert_eq!(run.code, Some(0), "ropa {}\n{}", args.join(" "), run.err);
    }
}

/// The lines in the code blocks of a document.
fn blocks(document: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    document.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        inside ^= is_fence;
        inside && !is_fence
    })
}

/// The arguments of a line that runs `ropa`.
fn command(line: &str) -> Option<Vec<String>> {
    let rest = line.trim().trim_start_matches("$ ").strip_prefix("ropa ")?;
    let own = rest.split([';', '|', '>', '#']).next().and_then(|own| own.split("&&").next())?;
    let mut args = vec![String::new()];
    let mut is_quoted = false;
    for letter in own.trim().chars() {
        match letter {
            '"' | '\'' => is_quoted = !is_quoted,
            ' ' if !is_quoted => args.push(String::new()),
            _ => args.last_mut()?.push(letter),
        }
    }
    args.retain(|arg| !arg.is_empty() && arg != "--help");
    Some(args)
}

#[test]
fn a_rule_is_explained_in_each_language() {
    let workspace = Workspace::empty();
    let explain = |args: &[&str]| workspace.ropa(&[&["explain"], args].concat());
    for (lang, level, title) in [
        ("en", "warning", "A text on retention names no time"),
        ("sv", "varning", "En text om lagring anger ingen tid"),
        ("da", "advarsel", "En tekst om opbevaring angiver ingen tid"),
    ] {
        let page = explain(&["C-23", "--lang", lang]).is(0).out;
        assert!(page.starts_with(&format!("{level}[retention-vague] (C-23)\n")) && page.contains(title), "{page}");
    }
    let list = explain(&[]).is(0).out;
    assert!(list.lines().count() > 60 && list.lines().is_sorted(), "{list}");
    let run = explain(&["retention-vage"]);
    assert_snapshot!(refusal(2, run), @"error: there is no code `retention-vage`; did you mean `retention-vague`?");
}

#[test]
fn a_rule_that_is_not_in_the_catalogue_has_no_number() {
    let page = Workspace::empty().ropa(&["explain", "code-in-text", "--lang", "en"]).is(0).out;
    assert!(page.starts_with("warning[code-in-text]\n"), "{page}");
}

/// Every code that a finding can have is explained, and no other.
#[test]
fn the_codes_of_files_and_values_are_explained() {
    let call = Regex::new(r#"Finding::(?:error|warning|info)\(\s*"([a-z]+(?:-[a-z]+)+)""#).unwrap();
    let files = tree(&root().join("src"));
    let texts = files.iter().map(|(path, bytes)| (path, String::from_utf8_lossy(bytes)));
    let of_format = texts.filter(|(path, _)| !path.starts_with("check/rules"));
    let found = of_format.flat_map(|(_, text)| {
        let codes = call.captures_iter(&text).map(|found| found[1].to_owned());
        codes.collect::<Vec<String>>()
    });
    let used: BTreeSet<String> = found.chain(["findings-many".to_owned()]).collect();
    let explained: BTreeSet<String> = meaning::codes().map(str::to_owned).collect();
    assert_eq!(explained, used);
    let workspace = Workspace::empty();
    for (lang, words) in [("en", "Write the value after"), ("sv", "Skriv värdet efter"), ("da", "Skriv værdien efter")]
    {
        let page = workspace.ropa(&["explain", "key-empty", "--lang", lang]).is(0).out;
        assert!(page.starts_with("key-empty\n") && page.contains(words), "{page}");
    }
    let near = workspace.ropa(&["explain", "key-unknwn", "--lang", "en"]).is(2).err;
    assert!(near.contains("did you mean `key-unknown`?"), "{near}");
}

#[test]
fn a_proposal_is_shown_and_not_applied() {
    let explain = |code| Workspace::empty().ropa(&["explain", code, "--lang", "sv"]).is(0).out;
    let page = explain("request-limited");
    assert!(page.contains("Ett förslag kan ändra detta och tillämpas inte: COM(2025) 837\n"), "{page}");
    assert!(!explain("consent-invalid").contains("COM("));
}

#[test]
fn a_rule_of_one_country_says_so() {
    let workspace = Workspace::empty();
    let page = workspace.ropa(&["explain", "camera-incomplete", "--lang", "da"]).is(0).out;
    assert!(page.contains("\nGælder kun i: Sverige\n"), "{page}");
    let list = workspace.ropa(&["explain", "--lang", "da"]).is(0).out;
    assert!(list.contains("Sverige: fejl, Danmark: bemærkning") && list.contains("(kun Sverige)"), "{list}");
    let page = workspace.ropa(&["explain", "retention-vague", "--lang", "da"]).is(0).out;
    assert!(!page.contains("Gælder kun i"), "{page}");
}

#[test]
fn what_no_notice_tells_and_the_name_of_a_law_need_no_translation() {
    let workspace = Workspace::complete();
    let file = "registers/two-languages/activities/skolskjuts.yaml";
    for (from, to) in [
        ("{sv: utbildningschefen, en: the head of education}", "utbildningschefen"),
        ("{sv: inloggning med två faktorer, en: two-factor login}", "inloggning med två faktorer"),
        (
            "{sv: skollagen (2010:800) 10 kap. 32 §, en: \"chapter 10, section 32 of skollagen (2010:800)\"}",
            "skollagen (2010:800) 10 kap. 32 §",
        ),
    ] {
        workspace.edit(file, from, to);
    }
    assert!(!workspace.check().is(0).out.contains("translation-missing"));
    workspace.edit(file, "{sv: Skolskjuts, en: School transport}", "Skolskjuts");
    let out = workspace.check().is(0).out;
    assert_eq!(out.matches("[translation-missing]").count(), 1, "{out}");
    assert!(out.contains("the key `en` is missing: write `{sv: …, en: …}`"), "{out}");
}

#[test]
fn findings_speak_the_language_that_is_asked_for() {
    let workspace = Workspace::complete();
    let file = "registers/one-language/activities/skolskjuts.yaml";
    workspace.edit(file, "Elever i fristående skolor omfattas också.", "Klaga hos Datainspektionen.");
    let run = workspace.ropa(&["check", "--lang", "sv", "--date", "2026-11-21"]).is(1);
    assert!(run.out.contains("`Datainspektionen` är inaktuellt sedan 1 januari 2021"), "{}", run.out);
    let before = workspace.ropa(&["check", "--date", "2020-12-31"]).is(0);
    assert!(!before.out.contains("Datainspektionen"), "{}", before.out);
}

#[test]
fn the_language_of_the_system_is_spoken_where_none_is_asked_for() {
    let workspace = Workspace::complete();
    let spoken = |command: &str, more: &[&str], locale| {
        let run = workspace.ropa_with(&[&[command], more].concat(), ("LC_ALL", locale)).is(0);
        run.out.lines().last().unwrap_or_default().to_owned()
    };
    let day = ["--date", "2026-11-21"];
    assert!(spoken("check", &day, "sv_SE.UTF-8").starts_with("2 kommuner kontrollerade: 0 fel, 0 varningar"));
    assert!(spoken("build", &day, "sv_SE.UTF-8").starts_with("2 av 2 kommuner sammanställda"));
    assert!(spoken("check", &day, "da_DK").starts_with("2 kommuner kontrolleret: 0 fejl, 0 advarsler"));
    assert!(spoken("build", &day, "da_DK").starts_with("2 af 2 kommuner sammenstillet"));
    let page = workspace.ropa_with(&["explain", "C-23"], ("LC_ALL", "da_DK")).is(0).out;
    assert!(page.starts_with("advarsel[retention-vague]"), "{page}");
    for other in ["de_DE.UTF-8", "C.UTF-8", "POSIX"] {
        assert!(spoken("check", &day, other).starts_with("2 municipalities checked"), "{other}");
    }
    assert!(spoken("check", &[&day[..], &["--lang", "en"]].concat(), "sv_SE.UTF-8").starts_with("2 municipalities"));
}

#[test]
fn errors_speak_the_language_that_is_asked_for() {
    let workspace = Workspace::complete();
    let run = workspace.ropa(&["explain", "retention-vage", "--lang", "da"]);
    assert_snapshot!(refusal(2, run), @"fejl: der er ingen kode `retention-vage`; mente du `retention-vague`?");
    let run = workspace.ropa(&["check", "-m", "one-langauge", "--lang", "sv"]);
    assert_snapshot!(refusal(2, run), @"fel: det finns ingen kommun `one-langauge`; det finns: one-language, two-languages");
    let run = Workspace::empty().ropa(&["check", "--lang", "sv"]);
    assert_snapshot!(refusal(3, run), @"fel: det finns ingen mapp ./registers: kör ropa i den mapp som har ropa.toml, eller ange den med --workspace");
}
