//! A notice that covers several activities.

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::notice_texts::{text_ids, uses};
use crate::document::page::{Sections, addressed, other_languages, trail};
use crate::document::rights;
use crate::document::scene::Scene;
use crate::document::sections::{controller, section, text, told};
use crate::document::{Block, Document, list};
use crate::language::form::{self, Form, Layout, Part};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::reference::{Ref, Units};
use crate::model::section::Part as TextPart;
use crate::model::term::TermKind;
use crate::model::{Id, Known};
use crate::register::facts::covered::activities_of;
use crate::steps;
use crate::vocabulary;

/// The parts that a notice shows once for all its activities.
const SAID_ONCE: [Part; 5] = [Part::Controller, Part::Officer, Part::Rights, Part::Objection, Part::Complaint];

/// The path of a notice.
#[must_use]
pub(crate) fn path(scene: &Scene, notice: &Notice) -> String {
    format!("{}/{}/notices/{}", scene.register.id, scene.lang(), notice.id)
}

/// A notice in the language of the scene.
#[must_use]
pub(crate) fn notice(scene: &Scene, notice: &Notice) -> Document {
    let activities = activities_of(scene.register, notice);
    let uses = uses(&activities);
    let texts = text_ids(scene, notice, (&activities, &uses));
    let mut blocks = addressed(scene, notice.addressee.or(scene.register.municipality.addressee));
    blocks.extend(introduction(scene, notice));
    let form = form::form(scene.country());
    let mut writer = Writer {
        scene,
        activities: &activities,
        wholes: activities.iter().filter_map(|part| part.part_of.as_ref()).map(|of| &of.id).collect(),
        uses: &uses,
        shown: texts.iter().copied().collect(),
        unit: notice.unit.as_ref(),
        says_unit: notice.unit.is_none(),
        sections: Sections::new(scene, form, &texts),
    };
    match form.layout {
        Layout::ByActivity => writer.by_activity(form),
        Layout::BySection => writer.by_section(form),
    }
    blocks.append(&mut writer.sections.blocks);
    blocks
        .extend(text::in_part(scene, &texts, TextPart::Own).into_iter().flat_map(|text| text::blocks(scene, text, 2)));
    blocks.extend(version(scene, notice));
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

/// The version and dates of the notice.
fn version(scene: &Scene, notice: &Notice) -> Vec<Block> {
    let mut items = scene.items();
    items.value("label.version", notice.version.as_ref().map(|version| Line::words(version)).unwrap_or_default());
    items.value("label.valid-from", notice.valid_from.map(|date| scene.language.date(date.day)).unwrap_or_default());
    items.value(
        "label.updated",
        match &notice.updated {
            Known::Value(date) => scene.language.date(date.day),
            Known::Gap(reason) => scene.gap_value(reason),
            Known::Unwritten => Line::default(),
        },
    );
    let items = items.done();
    if items.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, scene.say("heading.changes", &[]))];
    blocks.extend(list(items));
    blocks
}

struct Writer<'s, 'r> {
    scene: &'s Scene<'r>,
    activities: &'s [&'s Activity],
    /// The parents whose children are in the notice.
    wholes: FxHashSet<&'s Id>,
    /// How many activities use each text.
    uses: &'s FxHashMap<&'s Id, usize>,
    /// The texts that are shown outside the activities.
    shown: FxHashSet<&'s Id>,
    /// The unit that the notice names.
    unit: Option<&'s Ref<Units>>,
    /// Whether the usual unit is shown for each activity, rather than once for the notice.
    says_unit: bool,
    sections: Sections<'s, 'r>,
}

impl Writer<'_, '_> {
    /// The blocks of a part that is shown once.
    fn once(&self, part: Part) -> Vec<Block> {
        match part {
            Part::Rights => rights::rights(self.scene, &self.speakers()),
            Part::Objection => rights::objection(self.scene, &self.speakers()),
            Part::Complaint => controller::complaint(self.scene),
            Part::Controller if !self.says_unit || self.unit.is_some() => {
                let mut blocks = self.grouped(part, 3);
                blocks.extend(controller::usual_unit(self.scene, self.unit));
                blocks
            }
            _ => self.grouped(part, 3),
        }
    }

    /// The blocks of a part: once if all activities have the same, else under the titles of the activities that do.
    fn grouped(&self, part: Part, level: u8) -> Vec<Block> {
        let silent = self.activities.iter().filter(|activity| self.is_silent(part, activity));
        let silent: FxHashSet<&Id> = silent.map(|activity| &activity.id).collect();
        let speakers = self.activities.len() - silent.len();
        let mut groups = self.alike(part);
        groups.iter_mut().for_each(|(names, _)| names.retain(|activity| !silent.contains(&activity.id)));
        groups.retain(|(names, said)| !said.is_empty() && !names.is_empty());
        let together = groups.len() == 1 && groups.iter().all(|(names, _)| names.len() == speakers);
        let mut blocks = Vec::new();
        for (names, said) in groups {
            let titles = names.iter().map(|activity| self.scene.text(&activity.title)).collect();
            let titles = Line::join(titles, "; ", "; ");
            match part {
                _ if together => blocks.extend(said),
                Part::Controller => {
                    blocks.extend(said);
                    blocks.extend(list(self.scene.items().value("label.covers", titles).done()));
                }
                _ => {
                    blocks.push(Block::Heading(level, titles));
                    blocks.extend(said);
                }
            }
        }
        blocks
    }

    /// The activities grouped by their blocks, in order.
    fn alike(&self, part: Part) -> Vec<(Vec<&Activity>, Vec<Block>)> {
        let mut groups: IndexMap<Vec<Block>, Vec<&Activity>> = IndexMap::new();
        for activity in self.activities {
            steps::count(1);
            groups.entry(self.said(part, activity)).or_default().push(activity);
        }
        groups.into_iter().map(|(said, activities)| (activities, said)).collect()
    }

    /// The activities with purposes of their own; a parent without any only groups its children.
    fn speakers(&self) -> Vec<&Activity> {
        let only_groups = |activity: &&Activity| self.is_whole(activity) && activity.purposes.items.is_empty();
        self.activities.iter().copied().filter(|activity| !only_groups(activity)).collect()
    }

    /// Whether a parent says nothing of a part, because a child in the notice that takes it over says it.
    fn is_silent(&self, part: Part, activity: &Activity) -> bool {
        if !part.is_taken_over() || !self.is_whole(activity) {
            return false;
        }
        let own = self.said(part, activity);
        let mut children = self.activities.iter().filter(|child| is_part_of(child, activity));
        own.is_empty() || children.any(|child| holds(&self.said(part, child), &own))
    }

    /// The blocks of an activity for a part. A parent without purposes shows none: its children do.
    fn said(&self, part: Part, activity: &Activity) -> Vec<Block> {
        match part {
            Part::Purposes if self.is_whole(activity) && activity.purposes.items.is_empty() => Vec::new(),
            Part::Contact => controller::own_contacts(self.scene, activity, self.says_unit),
            _ => told(self.scene, part, activity),
        }
    }

    /// Whether a text is shown with its only activity. A text of several activities is shown before them.
    fn is_only(&self, text: &Id) -> bool {
        self.uses.get(text) == Some(&1) && !self.shown.contains(text)
    }

    /// Whether children of the activity are in the notice.
    fn is_whole(&self, activity: &Activity) -> bool {
        self.wholes.contains(&activity.id)
    }

    /// Writes the notice by section, as in Denmark.
    fn by_section(&mut self, form: &Form) {
        for parts in &form.sections {
            let said = parts.iter().map(|part| self.say_by_section(*part)).collect();
            self.write(parts, said);
        }
    }

    /// Writes one section from the blocks of its parts, in order.
    fn write(&mut self, parts: &[Part], said: Vec<Vec<Block>>) {
        let said: Vec<(&Part, Vec<Block>)> = parts.iter().zip(said).collect();
        let find = |part| said.iter().find(|(known, _)| **known == part).map(|(_, blocks)| blocks.clone());
        self.sections.section(parts, 2, |part| find(part).unwrap_or_default());
    }

    fn say_by_section(&self, part: Part) -> Vec<Block> {
        if SAID_ONCE.contains(&part) { self.once(part) } else { self.grouped(part, 3) }
    }

    /// Writes the notice by activity, as in Sweden, between the parts shown once.
    fn by_activity(&mut self, form: &Form) {
        let is_shared = self.same(Part::Contact);
        self.says_unit = is_shared && self.unit.is_none();
        let once = |part: &Part| SAID_ONCE.contains(part) || is_shared && *part == Part::Contact;
        let first_after = form.sections.iter().position(|parts| parts.contains(&Part::Rights)).unwrap_or(0);
        let (before, after) = form.sections.split_at(first_after);
        self.said_once(before, once);
        for activity in self.activities {
            self.sections.blocks.push(Block::Heading(2, self.scene.text(&activity.title)));
            let texts: Vec<&Id> =
                activity.texts.iter().map(|text| &text.id).filter(|text| self.is_only(text)).collect();
            let mut own = Sections::new(self.scene, form, &texts);
            for parts in &form.sections {
                let is_own = |part: &Part| !once(part) && !self.is_silent(*part, activity);
                let parts: Vec<Part> = parts.iter().copied().filter(is_own).collect();
                own.section(&parts, 3, |part| self.said(part, activity));
            }
            self.sections.blocks.append(&mut own.blocks);
            let own_texts = text::in_part(self.scene, &texts, TextPart::Own);
            self.sections.blocks.extend(own_texts.into_iter().flat_map(|text| text::blocks(self.scene, text, 3)));
        }
        self.said_once(after, once);
    }

    /// Whether all activities have the same blocks for a part.
    fn same(&self, part: Part) -> bool {
        let mut said = self.activities.iter().map(|activity| section(self.scene, part, activity));
        let first = said.next();
        said.all(|other| Some(&other) == first.as_ref())
    }

    /// Writes the parts shown once, and the shared texts of the other parts.
    fn said_once(&mut self, sections: &[Vec<Part>], once: impl Fn(&Part) -> bool) {
        for parts in sections {
            let said = parts.iter().map(|part| if once(part) { self.once(*part) } else { Vec::new() }).collect();
            self.write(parts, said);
        }
    }
}

fn is_part_of(child: &Activity, parent: &Activity) -> bool {
    child.part_of.as_ref().is_some_and(|of| of.id == parent.id)
}

/// Whether the blocks of a child say what those of its parent say: each of them, or each of its items.
fn holds(child: &[Block], parent: &[Block]) -> bool {
    parent.iter().all(|block| match block {
        Block::List(items) => child.iter().any(|other| match other {
            Block::List(others) => items.iter().all(|item| others.contains(item)),
            _ => false,
        }),
        _ => child.contains(block),
    })
}
