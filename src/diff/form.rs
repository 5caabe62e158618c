//! The output formats of a comparison. All have the same sections, in one language.

mod content;
pub(crate) mod entry;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod line;
pub(crate) mod markdown;
mod tasks;
pub(crate) mod text;

pub(crate) use content::{Line, Row, Section, Task, Told};

use std::collections::BTreeMap;

use crate::diff::RecordKind;
use crate::diff::grade::{Grade, Graded};
use crate::diff::report::{Found, Municipality, Report};
use crate::diff::words::Speaker;
use crate::say;
use crate::say::{Message, Tongue};

/// How many names are listed; the rest is counted.
const MOST: usize = 12;

/// Puts a comparison into words in one language.
#[must_use]
pub fn tell(report: &Report, tongue: Tongue) -> Told {
    let several = report.municipalities.len() > 1;
    let sections = report.municipalities.iter().flat_map(|municipality| sections(municipality, several, tongue));
    let found = |of: fn(&Municipality) -> &Vec<Found>| {
        report.municipalities.iter().flat_map(of).map(|found| line(found, tongue)).collect()
    };
    let (before, after) = (&report.before, &report.after);
    let one = |message: Message| message.get(tongue).to_owned();
    let told = Told {
        lang: tongue.code(),
        title: one(say!(
            en: "What changed in the register",
            sv: "Ändringar i registerförteckningen",
            da: "Ændringer i fortegnelsen"
        )),
        versions: one(say!(
            en: "{before} → {after}",
            sv: "{before} → {after}",
            da: "{before} → {after}",
            before = before,
            after = after,
        )),
        summary: summary(report, tongue),
        meaning: meaning_of_all(report, tongue),
        tasks: tasks::tasks(report, tongue),
        sections: sections.collect(),
        introduced: found(|municipality| &municipality.introduced),
        resolved: found(|municipality| &municipality.resolved),
        unread: report.municipalities.iter().flat_map(unread).collect(),
        labels: content::labels(tongue),
    };
    told.shown()
}

fn unread(municipality: &Municipality) -> Vec<String> {
    let whole = |path: &String| format!("{}/{path}", municipality.id).trim_end_matches('/').to_owned();
    municipality.unread.iter().map(whole).collect()
}

/// The number of changes per grade: `1 breaking, 2 material, 1 editorial`.
#[must_use]
pub(crate) fn summary(report: &Report, tongue: Tongue) -> String {
    let counts = Grade::ALL.into_iter().map(|grade| (report.count(grade), grade)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(count, grade)| format!("{count} {}", grade.counted(count).get(tongue))).collect();
    if counts.is_empty() {
        let none = say!(en: "No changes.", sv: "Inga ändringar.", da: "Ingen ændringer.");
        return none.get(tongue).to_owned();
    }
    let counts = counts.join(", ");
    say!(en: "Changes: {counts}.", sv: "Ändringar: {counts}.", da: "Ændringer: {counts}.", counts = counts)
        .get(tongue)
        .to_owned()
}

/// What the changes mean. If a version could not be read, this says that the comparison is incomplete.
fn meaning_of_all(report: &Report, tongue: Tongue) -> String {
    let meaning = meaning(report.grade());
    if !report.is_partial() {
        return meaning.get(tongue).to_owned();
    }
    let rest = say!(
        en: "Not everything could be compared.",
        sv: "Allt kunde inte jämföras.",
        da: "Ikke alt kunne sammenlignes.",
    );
    match report.grade() {
        Some(_) => format!("{} {}", meaning.get(tongue), rest.get(tongue)),
        None => rest.get(tongue).to_owned(),
    }
}

fn meaning(grade: Option<Grade>) -> Message {
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
        Some(Grade::Minor) => say!(
            en: "The record changes; the people concerned are not affected.",
            sv: "Registret ändras; de registrerade påverkas inte.",
            da: "Fortegnelsen ændres; de registrerede berøres ikke."
        ),
        Some(Grade::Editorial) => say!(
            en: "Wording only; nobody need be told.",
            sv: "Endast ordalydelsen; ingen behöver informeras.",
            da: "Kun ordlyden; ingen behøver at blive oplyst."
        ),
        None => say!(
            en: "The two versions say the same.",
            sv: "De två versionerna säger samma sak.",
            da: "De to versioner siger det samme."
        ),
    }
}

/// The changes by subject: subjects sorted by their highest grade, changes by grade.
fn sections(municipality: &Municipality, several: bool, tongue: Tongue) -> Vec<Section> {
    let speaker = Speaker::new(municipality, tongue);
    let mut by_subject: BTreeMap<(RecordKind, &str), Vec<&Graded>> = BTreeMap::new();
    for graded in &municipality.changes {
        by_subject.entry((graded.change.subject.room, graded.change.subject.id())).or_default().push(graded);
    }
    let mut groups: Vec<_> = by_subject.into_iter().collect();
    let heaviest = |group: &[&Graded]| group.iter().map(|graded| graded.grade).max();
    groups.sort_by_key(|(_, group)| std::cmp::Reverse(heaviest(group)));
    let section = |((room, id), mut group): ((RecordKind, &str), Vec<&Graded>)| {
        group.sort_by_key(|graded| std::cmp::Reverse(graded.grade));
        let place = if several {
            format!(", {}", speaker.title(RecordKind::Municipality, &municipality.id))
        } else {
            String::new()
        };
        Section {
            heading: speaker.title(room, id),
            kind: format!("{} {id}{place}", speaker.room(room)),
            note: group.iter().find_map(|graded| speaker.recognised(graded)),
            rows: group.into_iter().map(|graded| row(graded, &speaker, tongue)).collect(),
        }
    };
    groups.into_iter().map(section).collect()
}

fn row(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> Row {
    let name = graded.change.fields().last().copied().unwrap_or_default();
    let lines = |value: &Option<crate::diff::value::Value>| {
        value.as_ref().map(|value| speaker.lines(name, value)).unwrap_or_default()
    };
    Row {
        grade: graded.grade,
        word: graded.grade.words().get(tongue).to_owned(),
        code: graded.code,
        way: way(graded, speaker, tongue),
        before: lines(&graded.change.before),
        after: lines(&graded.change.after),
        reason: graded.reason.get(tongue).to_owned(),
        law: graded.law.get(tongue).to_owned(),
        touches: touches(graded, speaker, tongue),
        decided: decided(graded, tongue),
    }
}

/// The path to the value, and whether the value was added or removed.
fn way(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> String {
    let way = speaker.way(&graded.change);
    let came = match (&graded.change.before, &graded.change.after) {
        _ if graded.change.path.is_empty() => return way,
        (None, Some(_)) => say!(en: "added", sv: "nytt", da: "nyt"),
        (Some(_), None) => say!(en: "removed", sv: "borttaget", da: "fjernet"),
        _ => return way,
    };
    format!("{way} ({})", came.get(tongue))
}

/// The other activities that a change affects.
fn touches(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> Option<String> {
    let own = (graded.change.subject.room == RecordKind::Activities).then(|| graded.change.subject.id());
    let activities = &graded.touched.activities;
    let count = activities.len() - usize::from(own.is_some_and(|own| activities.contains(own)));
    let others = activities.iter().filter(|id| Some(id.as_str()) != own);
    let told: Vec<String> = others.take(MOST).map(|id| speaker.title(RecordKind::Activities, id)).collect();
    let more = count - told.len();
    let list = told.join(", ");
    let message = match (count, more) {
        (0, _) => return None,
        (_, 0) => say!(en: "Concerns: {list}.", sv: "Berör: {list}.", da: "Berører: {list}.", list = list),
        _ => {
            say!(
                en: "Concerns: {list} and {more} more.",
                sv: "Berör: {list} och {more} till.",
                da: "Berører: {list} og {more} mere.",
                list = list,
                more = more,
            )
        }
    };
    Some(message.get(tongue).to_owned())
}

fn decided(graded: &Graded, tongue: Tongue) -> Option<String> {
    let because = graded.because.as_ref()?;
    let message = say!(
        en: "Graded by the register (usually {usual}): {because}",
        sv: "Bedömd av registret (annars {usual}): {because}",
        da: "Vurderet af fortegnelsen (ellers {usual}): {because}",
        usual = graded.usual.words(),
        because = because
    );
    Some(message.get(tongue).to_owned())
}

fn line(found: &Found, tongue: Tongue) -> Line {
    Line {
        code: format!("{}[{}]", found.finding.level.words().get(tongue), found.finding.code),
        message: found.finding.message.get(tongue).to_owned(),
        address: found.address.clone(),
    }
}
