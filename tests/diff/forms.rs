//! The output formats of a comparison, its exit codes, and its schema.

use insta::{Settings, assert_snapshot};
use serde_json::Value;

use crate::support::{DAY, Workspace, fixture};

/// A pull request that a reviewer must be able to judge: a longer period, a processor in the United States, and a
/// corrected spelling.
fn request() -> (Workspace, Workspace) {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let file = "registers/one-language/activities/skolskjuts.yaml";
    before.edit(file, "har rätt till skolskjuts", "har rätt till skolsjkuts");
    after.edit(file, "keep: 2 years", "keep: 5 years");
    after.edit(file, "processors: [molnet]", "processors: [molnet, american]");
    after.edit(
        file,
        "transfers: none",
        "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, copy: kontakta ombudet, assessed: 2026-03-01}]",
    );
    (before, after)
}

fn told(args: &[&str]) -> String {
    let (before, after) = request();
    let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
    let (before, after) = (path(&before), path(&after));
    let args = [&["diff", &before, &after, "--date", DAY], args].concat();
    let out = Workspace::empty().ropa(&args).is(0).out;
    out.replace("&#x2f;", "/").replace(&before, "before").replace(&after, "after")
}

fn keep(name: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("kept");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, text));
}

#[test]
fn each_form_tells_the_same_request() {
    keep("request.txt", &told(&[]));
    keep("request.en.md", &told(&["--format", "markdown"]));
    keep("request.sv.md", &told(&["--format", "markdown", "--lang", "sv"]));
    keep("request.da.md", &told(&["--format", "markdown", "--lang", "da"]));
    keep("request.json", &told(&["--format", "json"]));
    keep("request.html", &told(&["--format", "html"]));
}

#[test]
fn words_are_those_of_the_language() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let file = "registers/one-language/activities/skolskjuts.yaml";
    after.edit(file, "retention: [", "retention: [{of: [applications], unknown: utreds}, ");
    after.edit(file, "sources: [guardian, ", "sources: [guardian, tax-agency, ");
    after.edit(file, "law: skollagen (2010:800) 10 kap. 32 §\n", "");
    let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
    let run = |lang: &str| {
        let args = ["diff", &path(&before), &path(&after), "--date", DAY, "--lang", lang];
        Workspace::empty().ropa(&args).is(0).out
    };
    let danish = run("da");
    assert!(danish.contains("ikke kendt: utreds") && !danish.contains("ikke kendt: ikke kendt"), "{danish}");
    assert!(danish.contains("advarsel[law-missing]") && !danish.contains("warning["), "{danish}");
    assert!(danish.contains("3 væsentlige") && run("sv").contains("3 väsentliga"), "{danish}");
}

#[test]
fn what_a_register_says_is_never_markup() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let file = "registers/one-language/activities/skolskjuts.yaml";
    after.edit(file, "title: Skolskjuts", "title: \"<img src=x> | [a](b) `c`\"");
    let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
    let run = |format: &str| {
        let args = ["diff", &path(&before), &path(&after), "--date", DAY, "--format", format];
        Workspace::empty().ropa(&args).is(0).out
    };
    assert!(!run("html").contains("<img"));
    let markdown = run("markdown");
    assert!(markdown.contains("\\<img src=x\\> \\| \\[<!-- -->a\\](b) \\`c\\`"), "{markdown}");
}

#[test]
fn the_exit_code_is_what_was_asked_for() {
    let (before, after) = request();
    let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
    let (before, after) = (path(&before), path(&after));
    let code = |one: &str, other: &str, more: &[&str]| {
        Workspace::empty().ropa(&[&["diff", one, other, "--date", DAY], more].concat()).code
    };
    assert_eq!(code(&before, &after, &[]), Some(0));
    assert_eq!(code(&before, &after, &["--exit-code"]), Some(1));
    assert_eq!(code(&before, &before, &["--exit-code"]), Some(0));
    assert_eq!(code(&before, &after, &["--fail-on", "breaking"]), Some(1));
    assert_eq!(code(&after, &before, &["--fail-on", "breaking"]), Some(0));
    assert_eq!(code(&after, &before, &["--fail-on", "minor"]), Some(1));
    assert_eq!(code(&before, &after, &["--fail-on", "editorial"]), Some(2));
    assert_eq!(code(&before, &after, &["-m", "two-languages", "--exit-code"]), Some(0));
    assert_eq!(code(&before, &after, &["-m", "nobody"]), Some(2));
}

/// Every key of the JSON is in its schema, and every required key exists.
#[test]
fn the_json_is_what_its_schema_says() {
    let schema = Workspace::empty().ropa(&["schema", "diff"]).is(0).out;
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let json: Value = serde_json::from_str(&told(&["--format", "json"])).unwrap();
    let change = &json["municipalities"][0]["changes"][0];
    for (value, definition) in [
        (&json, &schema),
        (&json["municipalities"][0], &schema["$defs"]["Municipality"]),
        (change, &schema["$defs"]["Change"]),
        (&json["municipalities"][0]["standing"], &schema["$defs"]["Standing"]),
    ] {
        let keys =
            |value: &Value| value.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(keys(value), keys(&definition["properties"]));
    }
}

#[test]
fn a_word_with_a_place_in_it_is_told_whole() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    let file = "registers/one-language/activities/skolskjuts.yaml";
    after.edit(file, "obligation: {kind: needed, consequence: kan vi inte pröva ansökan}", "obligation: voluntary");
    after.edit(file, "from: decision,", "from: {event: decision, rounding: end-of-year},");
    let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
    let run = |lang: &str| {
        let args = ["diff", &path(&before), &path(&after), "--date", DAY, "--lang", lang];
        Workspace::empty().ropa(&args).is(0).out
    };
    assert!(
        run("en").contains("Providing the data is voluntary.") && run("en").contains("the end of the year in which …")
    );
    assert!(run("sv").contains("Det är frivilligt att lämna uppgifterna."), "{}", run("sv"));
}

#[test]
fn a_public_comparison_shows_no_empty_internal_key() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    for workspace in [&before, &after] {
        workspace.ropa(&["migrate"]).is(0);
        workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts, elevhalsa]", "[skolskjuts]");
        workspace.edit("registers/one-language/notices/elever.yaml", "[elevhalsa]", "[skolskjuts]");
    }
    let activity = "registers/one-language/activities/elevhalsa.yaml";
    for workspace in [&before, &after] {
        workspace.edit(activity, "how: på blanketten}", "how: på blanketten, exception: artikel 14.5 c}");
    }
    let untold = "no-notice: {law: artikel 14.5 c, because: framgår av lag, review: 2027-11-30}\n";
    after.write(activity, format!("{}{untold}", after.read(activity)));
    let (before_path, after_path) = (before.path(""), after.path(""));
    let mut args = vec!["diff", before_path.to_str().unwrap(), after_path.to_str().unwrap(), "--lang", "en"];
    assert!(before.ropa(&args).is(0).out.contains("because: framgår av lag"));
    args.push("--public");
    let told = before.ropa(&args).is(0).out;
    assert!(told.contains("artikel 14.5 c") && !told.contains("because:"), "{told}");
}

#[test]
fn a_public_comparison_knows_nothing_internal() {
    let (before, after) = (Workspace::complete(), Workspace::complete());
    before.lay("registers/one-language", &fixture("output/internal"));
    after.lay("registers/one-language", &fixture("output/internal"));
    after.rewrite(|text| text.replace("zq", "zx").into_bytes());
    let (before_path, after_path) = (before.path(""), after.path(""));
    let compared = |public: bool, format: &str| {
        let mut args = vec!["diff", before_path.to_str().unwrap(), after_path.to_str().unwrap(), "--date", DAY];
        args.extend(["--format", format].into_iter().chain(public.then_some("--public")));
        before.ropa(&args).is(0).out
    };
    let is_internal = |told: &str| told.contains("zq") || told.contains("zx");
    for format in ["text", "markdown", "html", "json"] {
        assert!(is_internal(&compared(false, format)), "{format}");
        let told = compared(true, format);
        assert!(!is_internal(&told), "{format}: {told}");
    }
    assert!(compared(true, "json").contains("\"municipalities\": []"), "{}", compared(true, "json"));
    after.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 2 years", "keep: 5 years");
    let told = compared(true, "text");
    assert!(told.contains("5 years") && !is_internal(&told), "{told}");
    after.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 5 years", "keep: never");
    let mut args = vec!["diff", before_path.to_str().unwrap(), after_path.to_str().unwrap(), "--date", DAY];
    args.push("--public");
    let run = before.ropa(&args).is(1);
    assert!(!is_internal(&run.out) && run.out.contains("Not compared"), "{}", run.out);
    assert!(run.out.contains("\n  - one-language\n") && !run.out.contains("removed"), "{}", run.out);
    let mut back = vec!["diff", after_path.to_str().unwrap(), before_path.to_str().unwrap(), "--date", DAY];
    back.push("--public");
    let run = before.ropa(&back).is(1);
    assert!(run.out.contains("Not compared") && !run.out.contains("new municipality"), "{}", run.out);
}

#[test]
fn a_comment_has_room_whatever_changed_and_counts_what_it_leaves_out() {
    let file = "registers/one-language/activities/skolskjuts.yaml";
    for (count, length) in [(300, 200), (2, 90_000), (1_500, 20)] {
        let (before, after) = (Workspace::complete(), Workspace::complete());
        let purpose = |number: usize| format!("  - {{what: ändamål {number} {}}}\n", "x|y ".repeat(length / 4));
        let purposes: String = (0..count).map(purpose).collect();
        after.edit(file, "basis: [public-interest]\n", &format!("{purposes}basis: [public-interest]\n"));
        after.edit(file, "title: Skolskjuts\n", "title: \"Skolskjuts @alla #1 https://example.org\"\n");
        let path = |workspace: &Workspace| workspace.path("").to_string_lossy().into_owned();
        let args = ["diff", &path(&before), &path(&after), "--date", DAY, "--format", "markdown"];
        let out = Workspace::empty().ropa(&args).is(0).out;
        assert!(out.len() <= 65_000, "{count}: {}", out.len());
        let told = out.lines().filter(|line| line.starts_with("| ") && line.ends_with("` |")).count();
        let left =
            out.lines().find_map(|line| line.strip_prefix("**More changes have no room here: ")?.split_once('.'));
        let numbers = left.map_or("", |(counts, _)| counts).split(' ').filter_map(|word| word.parse::<usize>().ok());
        let left: usize = numbers.sum();
        assert_eq!(told + left, count + 1, "{count}: {told} told, {left} left out");
        assert_eq!(out.matches("<details").count(), out.matches("</details>").count());
        assert!(out.contains(&format!("<summary>breaking ({count})</summary>")), "{out}");
    }
}
