//! The body of a notice: what it tells of its activities, by activity or by section, each thing once.

mod asked;
mod by_activity;
mod by_section;
mod entries;
mod lifted;
pub(crate) use asked::{Asked, Silent, settle_into, speaking};
pub(in crate::document) use lifted::scope;
pub(crate) mod texts;
mod wholes;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::anchor::{Anchor, heading};
use crate::document::body::entries::{Entry, entries};
use crate::document::body::wholes::holds;
use crate::document::once::Once;
use crate::document::prose::{Prose, prose};
use crate::document::rights;
use crate::document::scene::Scene;
use crate::document::sections::{controller, processor, text, told};
use crate::document::{Block, Fact, Open, list};
use crate::language::form::{Form, Layout, Part};
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::reference::{Ref, Units};
use crate::model::section::Part as TextPart;
use crate::register::facts::covered::only_grouping;
use crate::steps;

/// The parts that a notice tells once for all its activities.
const SAID_ONCE: [Part; 5] = [Part::Controller, Part::Officer, Part::Rights, Part::Objection, Part::Complaint];

/// What a notice covers.
pub(crate) struct Covered<'s> {
    /// The activities, in order.
    pub activities: Vec<&'s Activity>,
    /// How many activities use each text.
    pub uses: FxHashMap<&'s Id, usize>,
    /// The texts that are shown outside the activities.
    pub texts: Vec<&'s Id>,
    /// The unit that the notice names.
    pub unit: Option<&'s Ref<Units>>,
    /// What the document says once.
    pub once: Once<'s>,
}

/// The body of a notice.
pub(crate) struct Body<'s> {
    /// What comes before the sections: the right to object, the introduction.
    pub opening: Vec<Block>,
    /// The sections.
    pub blocks: Vec<Block>,
    /// What is not settled.
    pub asked: Vec<Asked<'s>>,
    /// The parts of which a parent says nothing, because its children do.
    pub silent: Silent<'s>,
}

/// The body in the form of a country.
#[must_use]
pub(crate) fn body<'s>(scene: &Scene<'s>, covered: &'s Covered<'s>, form: &'static Form) -> Body<'s> {
    let mut writer = Writer {
        scene: scene.saying(&covered.once),
        covered,
        form,
        wholes: covered.activities.iter().filter_map(|part| part.part_of.as_ref()).map(|of| &of.id).collect(),
        groups: only_grouping(&covered.activities),
        silent: Silent::default(),
        shown: covered.texts.iter().copied().collect(),
        says_unit: covered.unit.is_none(),
        number: 0,
        blocks: Vec::new(),
        asked: Vec::new(),
    };
    let of_rights = [Part::Rights, Part::Objection];
    let groups = writer.groups.iter().flat_map(|id| of_rights.map(|part| (part, *id)));
    writer.silent.extend(groups);
    writer.opening();
    let opening = std::mem::take(&mut writer.blocks);
    match form.layout {
        Layout::ByActivity => writer.by_activity(),
        Layout::BySection => writer.by_section(),
    }
    let own = text::in_part(scene, &covered.texts, TextPart::Own);
    writer.blocks.extend(own.into_iter().flat_map(|text| text::blocks(scene, text, 2)));
    writer.blocks = settle_into(writer.blocks, Part::Procedure, &mut writer.asked);
    Body { opening, blocks: writer.blocks, asked: writer.asked, silent: writer.silent }
}

struct Writer<'s> {
    scene: Scene<'s>,
    covered: &'s Covered<'s>,
    form: &'static Form,
    /// The parents whose children are in the notice.
    wholes: FxHashSet<&'s Id>,
    /// The parents that only group their children.
    groups: FxHashSet<&'s Id>,
    /// The parts of which a parent says nothing.
    silent: Silent<'s>,
    /// The texts that are shown outside the activities.
    shown: FxHashSet<&'s Id>,
    /// Whether the usual unit is told for each activity, rather than once for the notice.
    says_unit: bool,
    /// The number of the last section, in a form that numbers them.
    number: u32,
    blocks: Vec<Block>,
    asked: Vec<Asked<'s>>,
}

impl<'s> Writer<'s> {
    /// What comes before the sections.
    fn opening(&mut self) {
        for part in &self.form.opening {
            let blocks = match part {
                Part::Objection => self.objection(),
                Part::Summary => {
                    let mut blocks = texts::in_part(&self.scene, &self.covered.texts, *part, 3);
                    if self.form.layout == Layout::BySection {
                        blocks.extend(self.grouped(*part));
                    }
                    headed(heading(&self.scene, 2, *part), blocks)
                }
                _ => self.once(*part),
            };
            self.blocks.extend(settle_into(blocks, *part, &mut self.asked));
        }
    }

    /// The blocks of a part that is told once.
    fn once(&mut self, part: Part) -> Vec<Block> {
        let scene = self.scene;
        let blocks = match part {
            Part::Rights => self.rights(),
            Part::Complaint => controller::complaint(&scene),
            Part::Controller if !self.says_unit || self.covered.unit.is_some() => {
                let mut blocks = self.alike(part);
                blocks.extend(controller::usual_unit(&scene, self.covered.unit));
                blocks
            }
            _ => self.alike(part),
        };
        settle_into(blocks, part, &mut self.asked)
    }

    /// The rights, each as a question with its answer, then how to use them.
    fn rights(&mut self) -> Vec<Block> {
        let scene = self.scene;
        let speakers = self.speakers();
        let mut facts = Vec::new();
        for (question, blocks) in rights::rights(&scene, &speakers) {
            facts.push(Fact::new(question, self.lines(Part::Rights, None, blocks), Anchor::default()));
        }
        let how = self.lines(Part::Rights, None, rights::how(&scene, &speakers));
        std::iter::once(Block::Facts(facts)).chain(how.into_iter().map(Block::Paragraph)).collect()
    }

    /// The right to object, set apart (Article 21(4)).
    fn objection(&mut self) -> Vec<Block> {
        let said = rights::objection(&self.scene, &self.speakers());
        let lines = self.lines(Part::Objection, None, said);
        let apart = Block::Apart(lines.into_iter().map(Block::Paragraph).collect());
        if matches!(&apart, Block::Apart(inside) if inside.is_empty()) {
            Vec::new()
        } else {
            vec![heading(&self.scene, 2, Part::Objection), apart]
        }
    }

    /// Blocks as sentences. What is not settled in them is kept for the end.
    fn lines(&mut self, part: Part, activity: Option<&'s Activity>, blocks: Vec<Block>) -> Vec<Line> {
        steps::count(1);
        let prose = prose(&self.scene, blocks);
        self.kept(part, activity, prose)
    }

    /// The sentences of a text. What is not settled in it is kept for the end.
    fn kept(&mut self, part: Part, activity: Option<&'s Activity>, Prose { lines, open }: Prose) -> Vec<Line> {
        self.asked.extend(open.into_iter().map(|open| Asked { part, activity, open }));
        lines
    }

    /// The details of processors and systems that are listed once.
    fn listed(&mut self) -> Vec<Line> {
        let blocks = processor::listed(&self.scene, &self.covered.activities);
        self.lines(Part::Processors, None, blocks)
    }

    /// The blocks of a part, each once, with the activities if not all have the same.
    fn alike(&mut self, part: Part) -> Vec<Block> {
        let mut groups: indexmap::IndexMap<Vec<Block>, Vec<&Activity>> = indexmap::IndexMap::new();
        for activity in &self.covered.activities {
            let said = if self.is_silent(part, activity) { Vec::new() } else { self.said(part, activity) };
            if !said.is_empty() {
                groups.entry(said).or_default().push(activity);
            }
        }
        let together = groups.len() == 1;
        let mut blocks = Vec::new();
        for (said, activities) in groups {
            let of: Vec<Id> = activities.iter().map(|activity| activity.id.clone()).collect();
            let of = if together { Vec::new() } else { of };
            blocks.extend(said.into_iter().map(|block| block.asking(&|open| Open { activities: of.clone(), ..open })));
            if !together {
                let speaking = speaking(&self.covered.activities, part, &self.silent);
                let scope = scope(&self.scene, &speaking, &numbers(&speaking, &activities));
                let scope = scope.map(|scope| self.scene.say("say.shared-by", &[("activities", scope)]));
                blocks.extend(scope.map(Block::Paragraph));
            }
        }
        blocks
    }

    /// The entries of an activity for a part. What is not settled in it is kept for the end; a list that is known in part
    /// says so.
    fn answer(&mut self, part: Part, activity: &'s Activity) -> Vec<Entry> {
        let said = self.said(part, activity);
        let known = self.asked.len();
        self.lines(part, Some(activity), said.clone());
        let is_partial = part.is_list() && self.asked[known..].iter().any(|asked| asked.open.is_whole());
        let mut entries = entries(said);
        let is_said = ["say.open-list", "say.mainly-list"].map(|key| vec![Block::Paragraph(self.scene.say(key, &[]))]);
        if is_partial && !entries.is_empty() && !entries.iter().any(|entry| is_said.contains(entry)) {
            entries.push(vec![Block::Paragraph(self.scene.say("say.unfinished", &[]))]);
        }
        entries
    }

    /// The activities that do not only group others.
    fn speakers(&self) -> Vec<&'s Activity> {
        let all = self.covered.activities.iter().copied();
        all.filter(|activity| !self.groups.contains(&activity.id)).collect()
    }

    /// Whether a parent says nothing of a part, because a child in the notice that takes it over says it, or because the
    /// parent only groups its children.
    fn is_silent(&mut self, part: Part, activity: &'s Activity) -> bool {
        let is_silent = self.is_whole(activity) && self.leaves_it_to_children(part, activity);
        if is_silent {
            self.silent.insert((part, &activity.id));
        }
        is_silent
    }

    fn leaves_it_to_children(&self, part: Part, whole: &Activity) -> bool {
        let own = self.said(part, whole);
        if own.is_empty() {
            return part.is_taken_over() || self.groups.contains(&whole.id);
        }
        let mut children = self.covered.activities.iter().filter(|child| child.is_part_of(&whole.id));
        part.is_taken_over() && children.any(|child| holds(&self.said(part, child), &own))
    }

    /// The blocks of an activity for a part. A parent without purposes shows none, as its children do, but its gaps.
    fn said(&self, part: Part, activity: &Activity) -> Vec<Block> {
        match part {
            Part::Purposes if self.is_whole(activity) && activity.purposes.items.is_empty() => {
                list(self.scene.items().gaps(&activity.purposes).done())
            }
            Part::Contact => controller::own_contacts(&self.scene, activity, self.says_unit),
            _ => told(&self.scene, part, activity),
        }
    }

    /// Whether children of the activity are in the notice.
    fn is_whole(&self, activity: &Activity) -> bool {
        self.wholes.contains(&activity.id)
    }

    /// Whether a text is shown with its only activity. A text of several activities is shown before them.
    fn is_only(&self, text: &Id) -> bool {
        self.covered.uses.get(text) == Some(&1) && !self.shown.contains(text)
    }

    /// The heading of a section, numbered if the country numbers its sections.
    fn heading(&mut self, part: Part) -> Block {
        let mut heading = heading(&self.scene, 2, part);
        if let Block::Heading(_, line, _) = &mut heading
            && self.form.numbered
        {
            self.number += 1;
            let words = std::mem::replace(line, Line::words(&format!("{}.", self.number)).and(" "));
            line.push(&words);
        }
        heading
    }
}

/// The numbers of `some` among all activities.
fn numbers(all: &[&Activity], some: &[&Activity]) -> Vec<usize> {
    let ids: FxHashSet<&Id> = some.iter().map(|activity| &activity.id).collect();
    all.iter().enumerate().filter(|(_, activity)| ids.contains(&activity.id)).map(|(number, _)| number).collect()
}

/// Blocks under a heading, if there are any.
fn headed(heading: Block, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() { blocks } else { std::iter::once(heading).chain(blocks).collect() }
}
