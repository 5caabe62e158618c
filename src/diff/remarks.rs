//! What a comparison finds about the changes themselves: a notice that should have a new date, and a text that changed
//! in one language only.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diff::duty::Duty;
use crate::diff::grade::{Grade, Graded};
use crate::diff::site::{Site, Sites};
use crate::diff::{RecordKind, Step};
use crate::model::Lang;
use crate::model::notice::Notice;
use crate::register::Register;
use crate::say;
use crate::say::Words;

/// A finding about a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The kind of finding.
    pub kind: Kind,
    /// The kind of record.
    pub room: RecordKind,
    /// The id of the record in the version after.
    pub id: String,
    /// The fingerprints of the changes that it is about.
    pub changes: Vec<String>,
    /// The languages in which the text did not change.
    pub kept: Vec<Lang>,
    /// Where it is written.
    pub site: Option<Site>,
}

/// A kind of finding about changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// People must be told of a change, and a notice that tells them has the same date and version as before.
    NoticeNotMoved,
    /// A text changed in some of its languages, and not in the others.
    OneLanguageOnly,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::NoticeNotMoved, Self::OneLanguageOnly];

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoticeNotMoved => "notice-not-moved",
            Self::OneLanguageOnly => "one-language-only",
        }
    }

    /// What is found, in one line.
    #[must_use]
    pub(crate) const fn title(self) -> Words {
        match self {
            Self::NoticeNotMoved => Words {
                en: "People must be told of a change, and the notice has the same date and version as before",
                sv: "De registrerade ska få veta om en ändring, men informationstexten har samma datum och version som tidigare",
                da: "De registrerede skal oplyses om en ændring, men oplysningsteksten har samme dato og version som før",
            },
            Self::OneLanguageOnly => Words {
                en: "A text changed in one language and not in another",
                sv: "En text har ändrats på ett språk men inte på ett annat",
                da: "En tekst er ændret på ét sprog, men ikke på et andet",
            },
        }
    }

    /// Why it matters, and what to do.
    #[must_use]
    pub(crate) const fn why(self) -> Words {
        match self {
            Self::NoticeNotMoved => Words {
                en: "Readers see from its date or version that a notice has changed (Article 12(1)). Set `updated` or `version`, or add an entry to `versions`; `ropa diff --version-entry` proposes one.",
                sv: "Läsaren ser på datumet eller versionen att informationen har ändrats (artikel 12.1). Ändra `updated` eller `version`, eller lägg till en post i `versions`; `ropa diff --version-entry` föreslår en.",
                da: "Læseren kan se på datoen eller versionen, at oplysningerne er ændret (artikel 12, stk. 1). Ret `updated` eller `version`, eller tilføj et punkt i `versions`; `ropa diff --version-entry` foreslår et.",
            },
            Self::OneLanguageOnly => Words {
                en: "Readers of the other language are still told what was written before (Article 12(1)). Change that text too, or see that both say the same.",
                sv: "Den som läser på det andra språket möter fortfarande den tidigare texten (artikel 12.1). Ändra även den, eller kontrollera att båda säger detsamma.",
                da: "Den, der læser på det andet sprog, får stadig den tidligere tekst (artikel 12, stk. 1). Ret også den, eller kontrollér, at begge siger det samme.",
            },
        }
    }
}

/// The findings about the changes of a municipality.
pub(super) fn remarks(changes: &[Graded], before: &Register, after: &Register, sites: &Sites) -> Vec<Remark> {
    let mut all = not_moved(changes, before, after, sites);
    all.extend(one_language(changes));
    all
}

/// The notices that people must be told by, and whose date and version are the same as before.
fn not_moved(changes: &[Graded], before: &Register, after: &Register, sites: &Sites) -> Vec<Remark> {
    let renamed: BTreeMap<&str, &str> = changes
        .iter()
        .filter(|graded| graded.change.subject.room == RecordKind::Notices)
        .filter_map(|graded| graded.change.subject.after.as_deref().zip(graded.change.subject.before.as_deref()))
        .collect();
    let is_told = |graded: &&Graded| graded.grade >= Grade::Material && graded.obliges.contains(&Duty::NewNotice);
    let mut by_notice: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for graded in changes.iter().filter(is_told) {
        for notice in &graded.touched.notices {
            by_notice.entry(notice).or_default().insert(&graded.fingerprint);
        }
    }
    let stays = |id: &str| {
        let old = before.notices.get(renamed.get(id).copied().unwrap_or(id));
        old.zip(after.notices.get(id)).is_some_and(|(old, new)| moment(old) == moment(new))
    };
    let remark = |(id, changes): (&str, BTreeSet<&str>)| Remark {
        kind: Kind::NoticeNotMoved,
        room: RecordKind::Notices,
        id: id.to_owned(),
        changes: changes.into_iter().map(str::to_owned).collect(),
        kept: Vec::new(),
        site: sites.of_record(RecordKind::Notices, id),
    };
    by_notice.into_iter().filter(|(id, _)| stays(id)).map(remark).collect()
}

/// What a reader sees of the age of a notice.
fn moment(notice: &Notice) -> impl PartialEq + '_ {
    let days: Vec<_> = notice.versions.iter().map(|version| &version.day).collect();
    (&notice.updated, &notice.version, days)
}

/// The codes of changes of wording that other languages need not follow.
const WORDING: [&str; 2] = ["punctuation", "spelling"];

/// The texts that changed in some of their languages only.
fn one_language(changes: &[Graded]) -> Vec<Remark> {
    let mut all: Vec<Remark> = Vec::new();
    let mut last: Option<(&[Step], &crate::diff::Subject)> = None;
    for graded in changes {
        let change = &graded.change;
        let is_text = matches!(change.path.last(), Some(Step::Lang(_)));
        let is_edited = change.before.is_some() && change.after.is_some();
        if !is_text || !is_edited || change.kept.is_empty() || WORDING.contains(&graded.code) {
            continue;
        }
        let place = (&change.path[..change.path.len() - 1], &change.subject);
        // The languages of one text are changes one after the other.
        match all.last_mut().filter(|_| last == Some(place)) {
            Some(remark) => remark.changes.push(graded.fingerprint.clone()),
            None => all.push(Remark {
                kind: Kind::OneLanguageOnly,
                room: change.subject.room,
                id: change.subject.id().to_owned(),
                changes: vec![graded.fingerprint.clone()],
                kept: change.kept.clone(),
                site: graded.site.clone(),
            }),
        }
        last = Some(place);
    }
    all
}

/// The message of a finding: what is not as it should be, and about which changes.
#[must_use]
pub(crate) fn message(remark: &Remark, name: &str) -> say::Message {
    let count = remark.changes.len();
    match remark.kind {
        Kind::NoticeNotMoved => say!(
            en: "{name}: neither `updated` nor `version` is new; changes of which people must be told: {count}",
            sv: "{name}: varken `updated` eller `version` är ny; ändringar som de registrerade ska få veta: {count}",
            da: "{name}: hverken `updated` eller `version` er ny; ændringer, som de registrerede skal oplyses om: {count}",
        ),
        Kind::OneLanguageOnly => {
            let kept = remark.kept.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            say!(
                en: "{name}: the text changed, but not in: {kept}",
                sv: "{name}: texten är ändrad, men inte på: {kept}",
                da: "{name}: teksten er ændret, men ikke på: {kept}",
            )
        }
    }
}
