//! Versions of the format: `ropa migrate`, and comparisons across versions.

use crate::support::{Workspace, assert_same, tree};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PART: &str = "registers/one-language/activities/skolskjuts/resor.yaml";

#[test]
fn a_municipality_is_migrated_and_its_pages_stay_the_same() {
    let workspace = Workspace::complete();
    let activity = "registers/one-language/activities/skolskjuts.yaml";
    let text = workspace.read(activity);
    let at = text.find("recipients:").unwrap();
    let end = at + text[at..].find('\n').unwrap();
    let text = format!("{}recipients: [Polismyndigheten, region, \"skolor\"] # words{}", &text[..at], &text[end..]);
    workspace.write(activity, text.replace('\n', "\r\n"));
    workspace.write(PART, "# A part.\nid: skolskjuts/resor\npart-of: skolskjuts # the parent\n\ntitle: Resor\npurposes: [{what: planera resor}]\n");
    let before = workspace.built();
    let earlier = Workspace::empty();
    earlier.lay("", &workspace.path(""));

    let shown = workspace.ropa(&["migrate", "--diff"]).is(0).out;
    assert!(shown.contains("+format: 2\n") && shown.contains("+same-as-parent: ["), "{shown}");
    assert_same(&tree(&earlier.path("registers")), &workspace.tree("registers"));

    let said = workspace.ropa(&["migrate", "--lang", "sv"]).is(0).out;
    assert!(said.contains("one-language är nu i format 2: 4 filer har skrivits"), "{said}");
    let migrated = workspace.read(activity);
    assert!(migrated.contains("recipients: [swedish-police, regional-authority, schools] # words\r\n"), "{migrated}");
    assert!(!migrated.replace("\r\n", "").contains('\n'), "line ends changed");
    let part = workspace.read(PART);
    assert!(
        part.starts_with("# A part.\nid: skolskjuts/resor\npart-of: skolskjuts # the parent\nsame-as-parent: ["),
        "{part}"
    );

    let mut after = workspace.built();
    let mut before = before;
    for pages in [&mut before, &mut after] {
        pages.retain(|path, _| path.ends_with(".md") || path.ends_with(".html") || path.ends_with(".csv"));
    }
    assert_same(&before, &after);
    assert!(workspace.ropa(&["migrate"]).is(0).out.contains("two-languages is in format 2 already"));

    let (before, after) = (earlier.path(""), workspace.path(""));
    let told = workspace.ropa(&["diff", before.to_str().unwrap(), after.to_str().unwrap()]).is(0).out;
    assert!(told.contains("Changes: 2 editorial.") && told.matches("[format-changed]").count() == 2, "{told}");
}

#[test]
fn a_version_that_is_written_is_replaced() {
    let workspace = Workspace::complete();
    let municipality = "registers/one-language/municipality.yaml";
    workspace.write(municipality, format!("{}format: 1 # first\n", workspace.read(municipality)));
    workspace.ropa(&["migrate"]).is(0);
    assert!(workspace.read(municipality).ends_with("format: 2 # first\n"));
    workspace.build(&[]).is(0);
}

#[cfg(unix)]
#[test]
fn a_municipality_is_migrated_whole_or_not_at_all() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt as _;

    let workspace = Workspace::complete();
    let before = workspace.tree("registers");
    let folder = workspace.path("registers/one-language");
    // The folder of the municipality's own file takes no new file; the root user of a test may write all the same.
    set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    let run = workspace.ropa(&["migrate", "-m", "one-language"]);
    set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    match run.code {
        Some(3) => assert_same(&before, &workspace.tree("registers")),
        _ => assert!(run.out.contains("one-language is in format 2 now"), "{}", run.err),
    }
}

#[test]
fn nothing_is_migrated_that_has_errors() {
    let workspace = Workspace::complete();
    workspace.edit("registers/one-language/municipality.yaml", "country: SE", "cuntry: SE");
    let before = workspace.tree("registers");
    let run = workspace.ropa(&["migrate"]).is(3);
    assert!(run.err.contains("one-language has errors"), "{}", run.err);
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn a_key_of_the_other_version_names_the_command() {
    let workspace = Workspace::complete();
    workspace.write(PART, "id: skolskjuts/resor\npart-of: skolskjuts\nsame-as-parent: [data]\ntitle: Resor\npurposes: [{what: planera resor}]\n");
    let run = workspace.check().is(1);
    assert!(run.out.contains("error[format-other]") && run.out.contains("run `ropa migrate`"), "{}", run.out);
    let municipality = "registers/one-language/municipality.yaml";
    workspace.write(municipality, format!("format: 3\n{}", workspace.read(municipality)));
    assert!(workspace.check().is(1).out.contains("this program does not know format 3"));
}

#[test]
fn what_format_1_does_not_have_is_an_error_in_it() {
    for (before, after, form) in [
        ("keep: 2 years", "keep: not stored", "`not stored`"),
        ("keep: 2 years", "keep: about 2 years", "`keep: about 2 years`"),
        ("keep: 2 years", "keep: {unknown: utreds}", "`keep: {unknown: …}`"),
        ("keep: 2 years", "keep: 2 years, appraisal: yes", "`appraisal`"),
        ("keep: 2 years", "keep: 2 years, except: [{born-on: 5, keep: permanent}]", "`except`"),
        ("links:", "not-disclosed: {unknown: utreds}\nlinks:", "`not-disclosed: {unknown: …}`"),
        (
            "remarks: [Elever i fristående skolor omfattas också.]",
            "remarks: {unknown: utreds, say: Vi utreder.}",
            "`say`",
        ),
    ] {
        let workspace = Workspace::complete();
        workspace.edit(ACTIVITY, before, after);
        let found = workspace.found();
        let told = format!("error[format-other]: {form} belongs to format 2; this municipality is in format 1");
        assert!(found.contains(&told), "{after}: {found}");
        let municipality = "registers/one-language/municipality.yaml";
        workspace.write(municipality, format!("format: 2\n{}", workspace.read(municipality)));
        assert!(!workspace.found().contains("format-other"), "{after}");
    }
}

#[test]
fn what_only_format_2_has_is_migrated() {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, "keep: 2 years", "keep: 3 years and 6 months");
    assert!(workspace.found().contains("run `ropa migrate`"));
    workspace.ropa(&["migrate"]).is(0);
    workspace.build(&[]).is(0);
    assert!(workspace.read(ACTIVITY).contains("keep: 3 years and 6 months"));
}

#[test]
fn a_part_of_format_2_has_what_it_names() {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    let page = |same: &str| {
        let part = format!(
            "id: skolskjuts/resor\npart-of: skolskjuts\n{same}title: Resor\npurposes: [{{what: planera resor}}]\n"
        );
        workspace.write(PART, part);
        let found = workspace.found();
        workspace.ropa(&["build", "--date", "2026-11-21"]);
        (found, workspace.pages().remove("build/public/one-language/sv/activities/skolskjuts/resor.md"))
    };
    let (found, _) = page("same-as-parent: [purposes]\n");
    assert!(found.contains("`purposes` is not"), "{found}");
    let (found, _) = page("same-as-parent: [law]\nlaw: skollagen (2010:800)\n");
    assert!(found.contains("the activity writes its own `law`"), "{found}");
    let (found, _) = page("");
    assert!(
        found.contains("resor.yaml") && found.contains("retention"),
        "a part inherits nothing that it does not name: {found}"
    );
}
