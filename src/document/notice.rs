//! A notice that covers several activities.

use crate::document::anchor::Anchor;
use crate::document::body::{Covered, body, settle_into};
use crate::document::brief;
use crate::document::frame::frame;
use crate::document::notice_texts::{text_ids, uses};
use crate::document::once::Once;
use crate::document::open::open;
use crate::document::page::{addressed, draft_mark, other_languages, trail};
use crate::document::scene::Scene;
use crate::document::sections::processor::of_several;
use crate::document::sections::text;
use crate::document::{Block, Document, list};
use crate::language::form::{self, Part};
use crate::language::line::Line;
use crate::model::notice::{Notice, NoticeVersion};
use crate::model::term::TermKind;
use crate::register::facts::covered::activities_of;
use crate::vocabulary;

/// The path of a notice.
#[must_use]
pub(crate) fn path(scene: &Scene, notice: &Notice) -> String {
    format!("{}/{}/notices/{}", scene.register.id, scene.lang(), notice.id)
}

/// A notice in the language of the scene.
#[must_use]
pub(crate) fn notice(scene: &Scene, notice: &Notice) -> Document {
    let scene = &scene.in_prose();
    let activities = activities_of(scene.register, notice);
    let uses = uses(&activities);
    let texts = text_ids(scene, notice, (&activities, &uses));
    let once = Once {
        records: of_several(&activities),
        activities: activities.iter().map(|activity| &activity.id).collect(),
        unit: notice.unit.as_ref().map(|unit| &unit.id),
    };
    let covered = Covered { activities, uses, texts, unit: notice.unit.as_ref(), once };
    let mut body = body(scene, &covered, form::form(scene.country()));
    let mut blocks = draft_mark(scene, &covered.activities);
    blocks.extend(addressed(scene, notice.addressee.or(scene.register.municipality.addressee)));
    blocks.extend(settle_into(introduction(scene, notice), Part::Summary, &mut body.asked));
    blocks.extend(newest(scene, notice));
    blocks.extend(brief::brief(scene, &covered, &body.asked, notice.brief.as_ref()));
    blocks.push(Block::Contents(scene.say("label.contents", &[])));
    blocks.append(&mut body.opening);
    blocks.append(&mut body.blocks);
    let version = settle_into(version(scene, notice), Part::Summary, &mut body.asked);
    blocks.extend(open(scene, &covered.activities, &body, brief::contact(scene, &covered)));
    if !version.is_empty() {
        blocks.push(Block::Heading(2, scene.say("heading.changes", &[]), Anchor::of("changes")));
        blocks.extend(version);
    }
    Document {
        path: path(scene, notice),
        lang: scene.lang(),
        title: scene.text(&notice.title),
        trail: trail(scene),
        other_languages: other_languages(
            scene,
            &format!("notices/{}", notice.id),
            scene.register.municipality.languages_of(notice),
        ),
        frame: frame(scene),
        blocks,
    }
}

/// The audience, scope, remarks and links of the notice.
fn introduction(scene: &Scene, notice: &Notice) -> Vec<Block> {
    let mut items = scene.items();
    let audience = notice
        .audience
        .iter()
        .map(|term| scene.word(TermKind::Subjects, &term.word, vocabulary::Form::Label, None))
        .collect();
    items.value("label.audience", scene.language.list(audience)).labelled_gaps("label.audience", &notice.audience);
    items.list("label.scope", &notice.scope);
    items.sentences(&notice.remarks);
    let mut items = items.done();
    items.extend(text::links(scene, &notice.links));
    items.extend(text::links(scene, &scene.register.municipality.links));
    list(items)
}

/// The versions, the newest first.
fn versions(notice: &Notice) -> Vec<&NoticeVersion> {
    let mut versions: Vec<&NoticeVersion> = notice.versions.iter().collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.day.map(|day| day.day)));
    versions
}

/// What changed in a version, after its day.
fn version_line(scene: &Scene, key: &str, version: &NoticeVersion) -> Line {
    let NoticeVersion { day, changed, at: _ } = version;
    let changed = scene.texts(changed).into_iter().map(|line| line.capital().stopped());
    let places = [
        ("day", day.map(|day| scene.language.date(day.day)).unwrap_or_default()),
        ("changed", Line::join(changed.collect(), " ", " ")),
    ];
    scene.say(key, &places).capital()
}

/// Whether a change is still to come. Where no day is written, it is not.
fn is_coming(scene: &Scene, version: &NoticeVersion) -> bool {
    version.day.is_some_and(|day| scene.is_coming(day.day))
}

/// The newest change that has happened, for the top of the notice, and those that are coming.
fn newest(scene: &Scene, notice: &Notice) -> Vec<Block> {
    let (mut coming, past): (Vec<_>, Vec<_>) =
        versions(notice).into_iter().partition(|version| is_coming(scene, version));
    coming.reverse();
    let newest = past.first().map(|newest| version_line(scene, "say.newest-version", newest));
    let coming = coming.into_iter().map(|version| version_line(scene, "say.coming-version", version));
    newest.into_iter().chain(coming).map(Block::Paragraph).collect()
}

/// The version and dates of the notice, then what changed in each version.
fn version(scene: &Scene, notice: &Notice) -> Vec<Block> {
    let mut items = scene.items();
    items.value("label.version", notice.version.as_ref().map(|version| Line::words(version)).unwrap_or_default());
    items.value("label.valid-from", notice.valid_from.map(|date| scene.language.date(date.day)).unwrap_or_default());
    items.known("label.updated", &notice.updated, |date| scene.language.date(date.day));
    for version in versions(notice) {
        let key = if is_coming(scene, version) { "say.coming-version" } else { "say.version" };
        items.line(version_line(scene, key, version));
    }
    list(items.done())
}
