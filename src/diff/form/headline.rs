//! The first lines of a comparison: what could not be compared, the counts, and what they mean.

use crate::diff::duty::Duty;
use crate::diff::form::MOST;
use crate::diff::grade::Grade;
use crate::diff::remarks::Kind as RemarkKind;
use crate::diff::report::{Municipality, Report, State};
use crate::diff::settings::Kind;
use crate::say;
use crate::say::{Message, Tongue};

pub(super) fn title(tongue: Tongue) -> String {
    let title = say!(
        en: "What changed in the register",
        sv: "Ändringar i registerförteckningen",
        da: "Ændringer i fortegnelsen",
    );
    title.get(tongue).to_owned()
}

/// What could not be compared, by municipality and file; `None` if everything could be.
pub(super) fn not_compared(report: &Report, tongue: Tongue) -> Option<String> {
    let partial: Vec<&Municipality> =
        report.municipalities.iter().filter(|municipality| !municipality.unread.is_empty()).collect();
    let mut left = MOST;
    let mut told = Vec::new();
    for municipality in &partial {
        if left == 0 {
            break;
        }
        let files: Vec<&str> =
            municipality.unread.iter().filter(|path| !path.is_empty()).take(left).map(String::as_str).collect();
        left = left.saturating_sub(files.len().max(1));
        told.push(match files.as_slice() {
            [] => municipality.id.clone(),
            files => format!("{} ({})", municipality.id, files.join(", ")),
        });
    }
    let all: usize = partial.iter().map(|municipality| municipality.unread.len()).sum();
    let (list, more) = (told.join("; "), all.saturating_sub(MOST));
    let message = match (all, more) {
        (0, _) => return None,
        (_, 0) => say!(
            en: "Not compared, because a version could not be read whole or may not be published: {list}.",
            sv: "Inte jämfört, eftersom en version inte kunde läsas i sin helhet eller inte får publiceras: {list}.",
            da: "Ikke sammenlignet, fordi en version ikke kunne læses fuldt ud eller ikke må offentliggøres: {list}.",
        ),
        _ => say!(
            en: "Not compared, because a version could not be read whole or may not be published: {list} and {more} more.",
            sv: "Inte jämfört, eftersom en version inte kunde läsas i sin helhet eller inte får publiceras: {list} och {more} till.",
            da: "Ikke sammenlignet, fordi en version ikke kunne læses fuldt ud eller ikke må offentliggøres: {list} og {more} mere.",
        ),
    };
    Some(message.get(tongue).to_owned())
}

/// The number of changes per grade, and of what decides on findings and grades: `Changes: 1 breaking, 1 editorial.`
pub(super) fn summary(report: &Report, tongue: Tongue) -> String {
    let counts = Grade::ALL.into_iter().map(|grade| (report.count(grade), grade)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(count, grade)| format!("{count} {}", grade.counted(count).get(tongue))).collect();
    let first = match (counts.is_empty(), report.is_partial()) {
        (true, false) => say!(en: "No changes.", sv: "Inga ändringar.", da: "Ingen ændringer."),
        (true, true) => say!(
            en: "No changes in what could be compared.",
            sv: "Inga ändringar i det som kunde jämföras.",
            da: "Ingen ændringer i det, der kunne sammenlignes.",
        ),
        (false, _) => say!(
            en: "Changes: {counts}.",
            sv: "Ändringar: {counts}.",
            da: "Ændringer: {counts}.",
            counts = counts.join(", "),
        ),
    };
    let all = std::iter::once(first).chain(decisions(report));
    all.map(|message| message.get(tongue).to_owned()).collect::<Vec<_>>().join(" ")
}

/// How many changes were graded by a decision, and how many decisions, levels and acceptances changed.
fn decisions(report: &Report) -> Vec<Message> {
    let lowered = report.changes().filter(|graded| graded.grade < graded.usual).count();
    let raised = report.changes().filter(|graded| graded.grade > graded.usual).count();
    let added =
        |kind: Kind| report.settings.iter().filter(|setting| setting.kind == kind && setting.after.is_some()).count();
    let levels = report.settings.iter().filter(|setting| setting.kind == Kind::Level).count();
    let accepted = report.found(State::Accepted) + report.found(State::NewAndAccepted);
    let all = [
        (
            lowered,
            say!(
                en: "Graded down by a decision: {lowered}.",
                sv: "Nedgraderade genom beslut: {lowered}.",
                da: "Nedgraderet ved beslutning: {lowered}.",
            ),
        ),
        (
            raised,
            say!(
                en: "Graded up by a decision: {raised}.",
                sv: "Uppgraderade genom beslut: {raised}.",
                da: "Opgraderet ved beslutning: {raised}.",
            ),
        ),
        (
            added(Kind::Decision),
            say!(
                en: "New decisions on grades, which do not count yet: {count}.",
                sv: "Nya beslut om grader, som ännu inte räknas: {count}.",
                da: "Nye beslutninger om grader, som endnu ikke tæller: {count}.",
                count = added(Kind::Decision),
            ),
        ),
        (
            report.remarked(RemarkKind::NoticeNotMoved),
            say!(
                en: "Notices without a new date or version: {count}.",
                sv: "Informationstexter utan nytt datum eller ny version: {count}.",
                da: "Oplysningstekster uden ny dato eller version: {count}.",
                count = report.remarked(RemarkKind::NoticeNotMoved),
            ),
        ),
        (
            report.remarked(RemarkKind::OneLanguageOnly),
            say!(
                en: "Texts changed in one language only: {count}.",
                sv: "Texter som ändrats på bara ett språk: {count}.",
                da: "Tekster, der kun er ændret på ét sprog: {count}.",
                count = report.remarked(RemarkKind::OneLanguageOnly),
            ),
        ),
        (
            asked(report),
            say!(
                en: "Texts to be judged: {count}.",
                sv: "Texter att bedöma: {count}.",
                da: "Tekster, der skal bedømmes: {count}.",
                count = asked(report),
            ),
        ),
        (
            levels,
            say!(
                en: "Changed levels of rules: {levels}.",
                sv: "Ändrade nivåer för regler: {levels}.",
                da: "Ændrede niveauer for regler: {levels}.",
            ),
        ),
        (
            accepted,
            say!(
                en: "Findings that are now accepted: {accepted}.",
                sv: "Avvikelser som nu godtas: {accepted}.",
                da: "Afvigelser, som nu accepteres: {accepted}.",
            ),
        ),
    ];
    all.into_iter().filter(|(count, _)| *count > 0).map(|(_, message)| message).collect()
}

/// What the changes mean. If a version could not be read, this says that the comparison is incomplete.
pub(super) fn meaning(report: &Report, tongue: Tongue) -> String {
    let only_settings = !report.settings.is_empty() && report.changes().next().is_none();
    let meaning = match report.grade() {
        Some(_) if only_settings => say!(
            en: "Only settings change; the registers say the same.",
            sv: "Endast inställningar ändras; registren säger detsamma.",
            da: "Kun indstillinger ændres; fortegnelserne siger det samme.",
        ),
        None if report.has_pages() => say!(
            en: "The two versions say the same, but not in the same order: pages change.",
            sv: "De två versionerna säger samma sak, men inte i samma ordning: sidor ändras.",
            da: "De to versioner siger det samme, men ikke i samme rækkefølge: Sider ændres.",
        ),
        grade => of_grade(grade, Open { must_publish: must_publish(report), has_texts: asked(report) > 0 }),
    };
    if !report.is_partial() {
        return meaning.get(tongue).to_owned();
    }
    let rest = say!(
        en: "Not everything could be compared.",
        sv: "Allt kunde inte jämföras.",
        da: "Ikke alt kunne sammenlignes.",
    );
    match report.grade() {
        Some(_) if !only_settings => format!("{} {}", meaning.get(tongue), rest.get(tongue)),
        _ => rest.get(tongue).to_owned(),
    }
}

/// The codes of wording of which the program cannot tell whether it says the same.
const ASKED: [&str; 2] = ["told-otherwise", "translation"];

/// How many texts read otherwise, so that somebody must judge whether they say the same.
fn asked(report: &Report) -> usize {
    report.changes().filter(|graded| graded.grade == Grade::Editorial && ASKED.contains(&graded.code)).count()
}

/// Whether a change asks that a notice be published again.
fn must_publish(report: &Report) -> bool {
    report.changes().any(|graded| graded.obliges.contains(&Duty::NewNotice))
}

/// What changes of a low grade still ask for.
#[derive(Clone, Copy)]
struct Open {
    must_publish: bool,
    has_texts: bool,
}

fn of_grade(grade: Option<Grade>, open: Open) -> Message {
    match grade {
        Some(Grade::Breaking) => say!(
            en: "People must be informed before the change takes effect, or the change must wait.",
            sv: "De registrerade ska informeras innan ändringen träder i kraft, eller så får ändringen vänta.",
            da: "De registrerede skal oplyses, før ændringen træder i kraft, eller ændringen må vente."
        ),
        Some(Grade::Material) => say!(
            en: "People must be told: the notices need a new version.",
            sv: "De registrerade ska få veta det: informationen behöver en ny version.",
            da: "De registrerede skal have det at vide: Oplysningsteksterne skal have en ny version."
        ),
        Some(Grade::Minor) if open.must_publish => say!(
            en: "The record changes, and notices must be published again.",
            sv: "Registret ändras, och informationstexter ska publiceras på nytt.",
            da: "Fortegnelsen ændres, og oplysningstekster skal offentliggøres igen."
        ),
        Some(Grade::Minor) if open.has_texts => say!(
            en: "The record changes; the people concerned are not affected, if the texts to be judged say the same.",
            sv: "Registret ändras; de registrerade påverkas inte, om de texter som ska bedömas säger detsamma.",
            da: "Fortegnelsen ændres; de registrerede berøres ikke, hvis de tekster, der skal bedømmes, siger det samme."
        ),
        Some(Grade::Minor) => say!(
            en: "The record changes; the people concerned are not affected.",
            sv: "Registret ändras; de registrerade påverkas inte.",
            da: "Fortegnelsen ændres; de registrerede berøres ikke."
        ),
        Some(Grade::Editorial) if open.has_texts => say!(
            en: "Wording only, if the texts to be judged say the same.",
            sv: "Endast ordalydelsen, om de texter som ska bedömas säger detsamma.",
            da: "Kun ordlyden, hvis de tekster, der skal bedømmes, siger det samme."
        ),
        Some(Grade::Editorial) => say!(
            en: "Only the wording, or how the register is written; nobody need be told.",
            sv: "Endast ordalydelsen, eller hur registret är skrivet; ingen behöver informeras.",
            da: "Kun ordlyden, eller hvordan fortegnelsen er skrevet; ingen behøver at blive oplyst."
        ),
        None => say!(
            en: "The two versions say the same.",
            sv: "De två versionerna säger samma sak.",
            da: "De to versioner siger det samme."
        ),
    }
}
