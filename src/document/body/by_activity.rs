//! A notice by activity, as in Sweden: what holds for several activities, then each activity as questions and answers.

use crate::document::anchor::Anchor;
use crate::document::body::entries::{self, Entry};
use crate::document::body::lifted::lift;
use crate::document::body::{SAID_ONCE, Writer, texts};
use crate::document::sections::{section, text};
use crate::document::{Block, Fact};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::section::Part as TextPart;

/// An activity as it is told.
struct Told<'s> {
    activity: &'s Activity,
    /// The texts that answer its questions.
    texts: Vec<&'s Id>,
    /// Those of them that nothing else tells.
    only: Vec<&'s Id>,
    /// The level of the headings below its own.
    level: u8,
    /// The id of its heading, if it has one.
    anchor: Option<Anchor>,
}

impl<'s> Writer<'s> {
    /// Writes the parts of the activities, then the parts that are told once.
    pub(super) fn by_activity(&mut self) {
        let is_shared = self.same(Part::Contact);
        self.says_unit = is_shared && self.covered.unit.is_none();
        let once = |part: &Part| SAID_ONCE.contains(part) || is_shared && *part == Part::Contact;
        let parts: Vec<Part> = self.form.sections.iter().flatten().copied().filter(|part| !once(part)).collect();
        let answers: Vec<Vec<Vec<Entry>>> =
            self.covered.activities.iter().map(|activity| self.answers(&parts, activity)).collect();
        match (self.covered.activities.as_slice(), answers.as_slice()) {
            ([activity], [answers]) => self.single(&parts, activity, answers),
            _ => self.several(&parts, answers),
        }
        for parts in &self.form.sections {
            let mut blocks = Vec::new();
            for part in parts.iter().filter(|part| once(part)) {
                blocks.extend(self.once(*part));
            }
            if let Some(first) = parts.iter().find(|part| once(part)).filter(|_| !blocks.is_empty()) {
                blocks.extend(parts.iter().flat_map(|part| texts::in_part(&self.scene, &self.covered.texts, *part, 3)));
                let heading = self.heading(*first);
                self.blocks.push(heading);
                self.blocks.append(&mut blocks);
            }
        }
    }

    /// The answers of an activity, one for each part.
    fn answers(&mut self, parts: &[Part], activity: &'s Activity) -> Vec<Vec<Entry>> {
        let mut answers = Vec::new();
        for part in parts {
            let is_silent = self.is_silent(*part, activity);
            answers.push(if is_silent { Vec::new() } else { self.answer(*part, activity) });
        }
        answers
    }

    /// Whether all activities have the same blocks for a part.
    fn same(&self, part: Part) -> bool {
        let mut said = self.covered.activities.iter().map(|activity| section(&self.scene, part, activity));
        let first = said.next();
        said.all(|other| Some(&other) == first.as_ref())
    }

    /// Writes the only activity of a notice.
    fn single(&mut self, parts: &[Part], activity: &'s Activity, answers: &[Vec<Entry>]) {
        let only = self.only_texts(activity);
        let texts: Vec<&Id> = self.covered.texts.iter().copied().chain(only.iter().copied()).collect();
        self.blocks.push(Block::Heading(2, self.scene.say("heading.summary", &[]), Anchor::of("about")));
        self.activity(parts, answers, &Told { activity, texts, only, level: 3, anchor: None });
    }

    /// Writes what holds for several activities, then each of them.
    fn several(&mut self, parts: &[Part], mut answers: Vec<Vec<Vec<Entry>>>) {
        let mut facts = Vec::new();
        let mut titled = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let mut answer = Vec::new();
            if *part != Part::Procedure {
                let silent = &self.silent;
                let (speaking, mut of_part): (Vec<&Activity>, Vec<&mut Vec<Entry>>) = self
                    .covered
                    .activities
                    .iter()
                    .zip(&mut answers)
                    .filter(|(activity, _)| !silent.contains(&(*part, &activity.id)))
                    .map(|(activity, answers)| (*activity, &mut answers[number]))
                    .unzip();
                answer.extend(lift(&self.scene, &speaking, &mut of_part));
            }
            if *part == Part::Processors {
                answer.extend(self.listed());
            }
            let (text, blocks) = texts::divided(&self.scene, &self.covered.texts, *part, 3);
            answer.extend(self.kept(*part, None, text));
            titled.extend(blocks);
            if !answer.is_empty() {
                facts.push(Fact::new(self.ask(*part), answer, Anchor::of(&part.to_string())));
            }
        }
        if !facts.is_empty() || !titled.is_empty() {
            self.blocks.push(Block::Heading(2, self.scene.say("heading.shared", &[]), Anchor::of("shared")));
            self.blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
            self.blocks.append(&mut titled);
        }
        let heading = self.scene.say("heading.one-by-one", &[]);
        self.blocks.push(Block::Heading(2, heading, Anchor::of("one-by-one")));
        for (activity, answers) in self.covered.activities.iter().zip(&answers) {
            let anchor = Anchor::of_activity(&self.scene, &activity.id);
            let before = self.blocks.len();
            self.blocks.push(Block::Heading(3, self.scene.text(&activity.title), anchor.clone()));
            let only = self.only_texts(activity);
            let texts = only.clone();
            self.activity(parts, answers, &Told { activity, texts, only, level: 4, anchor: Some(anchor) });
            let inside = self.blocks.split_off(before);
            self.blocks.push(Block::Fold(inside));
        }
    }

    /// The texts that only this activity uses.
    fn only_texts(&self, activity: &'s Activity) -> Vec<&'s Id> {
        activity.texts.iter().map(|text| &text.id).filter(|text| self.is_only(text)).collect()
    }

    /// Writes an activity as questions and answers, then its texts with a title.
    fn activity(&mut self, parts: &[Part], answers: &[Vec<Entry>], told: &Told<'s>) {
        let Told { activity, texts, only, level, anchor } = told;
        let (activity, level) = (*activity, *level);
        let mut facts = Vec::new();
        let mut titled = Vec::new();
        self.blocks.extend(texts::in_part(&self.scene, only, Part::Summary, level));
        for summary in self.said(Part::Summary, activity) {
            self.blocks.extend(super::settle_into(vec![summary], Part::Summary, &mut self.asked));
        }
        for (part, own) in parts.iter().zip(answers) {
            let (text, blocks) = texts::divided(&self.scene, texts, *part, level);
            titled.extend(blocks);
            let mut answer = entries::text(&self.scene, own);
            answer.extend(self.kept(*part, Some(activity), text));
            if !answer.is_empty() {
                let key = part.to_string();
                let anchor = anchor.as_ref().map_or_else(|| Anchor::of(&key), |anchor| anchor.inside(&key));
                facts.push(Fact::new(self.ask(*part), answer, anchor));
            }
        }
        self.blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        self.blocks.append(&mut titled);
        for part in SAID_ONCE {
            self.blocks.extend(texts::in_part(&self.scene, only, part, level));
        }
        let own = text::in_part(&self.scene, only, TextPart::Own);
        self.blocks.extend(own.into_iter().flat_map(|text| text::blocks(&self.scene, text, level)));
    }

    /// The question that a part answers.
    fn ask(&self, part: Part) -> Line {
        self.scene.language.code("ask", &part.to_string())
    }
}
