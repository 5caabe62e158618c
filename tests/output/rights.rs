//! The text on a right if legal bases and purposes differ.

use crate::support::Workspace;

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PAGE: &str = "build/public/one-language/sv/activities/skolskjuts.md";

/// The rights on the page of an activity whose purposes have these legal bases; rules are off.
fn rights(first: &str, second: &str) -> String {
    let workspace = Workspace::complete();
    let why = "because: Vägen kan vara för lång.}";
    workspace.edit(ACTIVITY, why, &format!("because: Vägen kan vara för lång., basis: [{first}]}}"));
    workspace.edit(ACTIVITY, "examples: [turlistor]}", &format!("examples: [turlistor], basis: [{second}]}}"));
    workspace.edit(ACTIVITY, "basis: [public-interest]\n", "");
    let level = |rule: &str| format!("{rule} = {{level = \"info\", because = \"the rights alone matter here\"}}\n");
    let rules = ["interests-of-authority", "withdrawal-missing", "interest-missing"].map(level).concat();
    workspace.write("ropa.toml", format!("[levels]\n{rules}"));
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    let page = workspace.read(PAGE);
    page.split("## Dina rättigheter").nth(1).unwrap_or(&page).to_owned()
}

/// The lines about one right.
fn about<'p>(page: &'p str, right: &str) -> &'p str {
    let from = page.find(&format!("**{right}**")).unwrap_or_else(|| panic!("{right} is not told: {page}"));
    let rest = &page[from..];
    &rest[..rest.find("\n\n").unwrap_or(rest.len())]
}

#[test]
fn every_basis_that_gives_a_right_is_named() {
    let page = rights("public-interest, consent, legal-obligation", "contract");
    let portability = about(&page, "Dataportabilitet");
    assert!(portability.contains("Gäller där den rättsliga grunden är: "), "{portability}");
    assert!(portability.contains("samtycke") && portability.contains("eller avtal"), "{portability}");
}

#[test]
fn limits_are_told_once_and_withdrawal_only_of_consent() {
    let page = rights("consent, legal-obligation", "legal-obligation, {unknown: utreds}");
    let erasure = about(&page, "Radering");
    assert_eq!(erasure.matches("Rätten gäller inte uppgifter som behövs").count(), 1, "{erasure}");
    assert!(
        erasure.contains("när du återkallar ett samtycke och det inte finns någon annan rättslig grund"),
        "{erasure}"
    );
    assert!(erasure.contains("när du har invänt med framgång"), "a basis is not known: {erasure}");
    let page = rights("legitimate-interests", "legitimate-interests");
    let erasure = about(&page, "Radering");
    assert!(!erasure.contains("samtycke") && erasure.contains("när du har invänt med framgång"), "{erasure}");
}

#[test]
fn a_right_that_is_said_not_to_apply_is_told_with_its_reason() {
    let workspace = Workspace::complete();
    let no = "rights: [{right: objection, applies: no, because: Lagen säger det., law: 2 kap. 2 § patientdatalagen (2008:355)}]\n";
    let text = workspace.read(ACTIVITY);
    let others = text.lines().filter(|line| !line.starts_with("rights:")).map(|line| format!("{line}\n"));
    workspace.write(ACTIVITY, others.chain([no.to_owned()]).collect::<String>());
    assert!(!workspace.build(&[]).out.contains("error["));
    let page = workspace.read(PAGE);
    let (_, objection) = page.split_once("## Rätt att invända\n").unwrap_or_else(|| panic!("{page}"));
    assert!(
        objection.contains("gäller inte för den här behandlingen") && objection.contains("Lagen säger det"),
        "{page}"
    );
}

#[test]
fn the_limit_of_access_is_told_once() {
    let limit = "inte får lämnas ut till dig (5 kap. 1 § lagen (2018:218))";
    let of = |note: &str| {
        let workspace = Workspace::complete();
        let text = workspace.read(ACTIVITY);
        let others = text.lines().filter(|line| !line.starts_with("rights:")).map(|line| format!("{line}\n"));
        workspace.write(ACTIVITY, others.chain([format!("rights: [{note}]\n")]).collect::<String>());
        workspace.build(&[]);
        about(&workspace.read(PAGE), "Tillgång").to_owned()
    };
    assert!(of("{right: erasure, limits: [en allmän handling kan inte raderas]}").contains(limit));
    let own = of("{right: access, limits: [sekretess gäller], law: 5 kap. 1 § dataskyddslagen (2018:218)}");
    assert!(own.contains("sekretess gäller") || own.contains("Sekretess gäller"), "{own}");
    assert!(!own.contains(limit), "{own}");
}

#[test]
fn a_note_names_every_activity_that_it_is_for() {
    let workspace = Workspace::complete();
    let limit = "inte får lämnas ut till dig (5 kap. 1 § lagen (2018:218))";
    let text = workspace.read(ACTIVITY);
    let own = |id: &str, title: &str, rights: &str| {
        let line = |line: &str| match line.split(':').next() {
            Some("id") => format!("id: {id}\n"),
            Some("title") => format!("title: {title}\n"),
            Some("rights") => String::new(),
            _ => format!("{line}\n"),
        };
        text.lines().map(line).chain([format!("{rights}\n")]).collect::<String>()
    };
    let note = "rights: [{right: access, limits: [Sekretess gäller.], law: 5 kap. 1 § dataskyddslagen (2018:218)}]";
    workspace.write(ACTIVITY, own("skolskjuts", "Resor till skolan", note));
    workspace.write("registers/one-language/activities/a.yaml", own("a", "Kort till bussen", note));
    workspace.write("registers/one-language/activities/b.yaml", own("b", "Böcker till eleverna", ""));
    let notice = "registers/one-language/notices/skola.yaml";
    workspace.edit(notice, "activities: [skolskjuts, elevhalsa]", "activities: [skolskjuts, a, b]");
    let run = workspace.build(&[]);
    assert!(!run.out.contains("error["), "{}", run.out);
    let notice = workspace.read("build/public/one-language/sv/notices/skola.md");
    let access = about(&notice, "Tillgång");
    let named = ["Kort till bussen; Resor till skolan: Sekretess", "Resor till skolan; Kort till bussen: Sekretess"];
    assert!(named.iter().any(|named| access.contains(named)), "{access}");
    assert!(access.contains(limit), "one activity has no note: {access}");
    workspace.write("registers/one-language/activities/b.yaml", own("b", "Böcker till eleverna", note));
    workspace.build(&[]);
    let notice = workspace.read("build/public/one-language/sv/notices/skola.md");
    let access = about(&notice, "Tillgång");
    assert!(access.contains("Sekretess") && !access.contains("Resor till skolan"), "{access}");
    assert!(!access.contains(limit), "{access}");
}
