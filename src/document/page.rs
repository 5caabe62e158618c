//! The page of one activity: a complete notice of Articles 13 and 14.

use crate::audience::Audience;
use crate::document::scene::Scene;
use crate::document::sections::{self, text};
use crate::document::{Block, Document, Item, list};
use crate::language::form::{self, Form, Part};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::notice::Addressee;
use crate::model::section::Part as TextPart;
use crate::model::{Id, Lang};

/// The path of the page of an activity.
#[must_use]
pub(crate) fn path(scene: &Scene, id: &Id) -> String {
    format!("{}/{}/activities/{id}", scene.register.id, scene.lang())
}

/// The page of an activity.
#[must_use]
pub(crate) fn page(scene: &Scene, activity: &Activity) -> Document {
    let mut blocks = addressed(scene, scene.register.municipality.addressee);
    let texts = text_ids(scene, activity);
    let form = form::form(scene.country());
    let mut writer = Sections::new(scene, form, &texts);
    for parts in &form.sections {
        writer.section(parts, 2, |part| sections::told(scene, part, activity));
    }
    blocks.append(&mut writer.blocks);
    blocks.extend(parts_of(scene, activity));
    blocks
        .extend(text::in_part(scene, &texts, TextPart::Own).into_iter().flat_map(|text| text::blocks(scene, text, 2)));
    Document {
        path: path(scene, &activity.id),
        lang: scene.lang(),
        title: scene.say("heading.activity", &[("activity", scene.text(&activity.title))]),
        trail: trail(scene),
        other_languages: other_languages(
            scene,
            &format!("activities/{}", activity.id),
            &scene.register.languages_of(activity),
        ),
        blocks,
    }
}

/// The addressee of the document, unless it is the reader alone.
#[must_use]
pub(crate) fn addressed(scene: &Scene, addressee: Option<Addressee>) -> Vec<Block> {
    match addressee {
        None | Some(Addressee::You) => Vec::new(),
        Some(addressee) => vec![Block::Paragraph(scene.language.code("addressee", addressee.key()))],
    }
}

/// The breadcrumbs from the index to the municipality.
#[must_use]
pub(crate) fn trail(scene: &Scene) -> Vec<(String, String)> {
    let municipality = scene.text(&scene.register.municipality.name).plain();
    vec![
        ("index".to_owned(), scene.say("label.index", &[]).plain()),
        (format!("{}/{}/index", scene.register.id, scene.lang()), municipality),
    ]
}

/// The paths of the same document in the other languages.
#[must_use]
pub(crate) fn other_languages(scene: &Scene, inside: &str, languages: &[Lang]) -> Vec<(Lang, String)> {
    let others = languages.iter().filter(|lang| **lang != scene.lang());
    others.map(|lang| (*lang, format!("{}/{lang}/{inside}", scene.register.id))).collect()
}

/// The shared texts of an activity: the municipality's, then its own.
fn text_ids<'r>(scene: &Scene<'r>, activity: &'r Activity) -> Vec<&'r Id> {
    let mut ids: Vec<&Id> = Vec::new();
    let shared = scene.register.municipality.texts.iter().filter(|text| belongs_on_a_page(scene, &text.id, activity));
    for id in shared.chain(&activity.texts).map(|reference| &reference.id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Whether a text of the municipality is shown on the page of an activity. Introductions are shown in notices only,
/// texts on processors only if there are processors.
fn belongs_on_a_page(scene: &Scene, text: &Id, activity: &Activity) -> bool {
    match scene.register.shared.texts.get(text).and_then(|text| text.part) {
        Some(TextPart::Introduction) => false,
        Some(TextPart::Processors) => !activity.processors.items.is_empty(),
        _ => true,
    }
}

/// Links to the children of an activity.
fn parts_of(scene: &Scene, whole: &Activity) -> Vec<Block> {
    let links: Vec<Item> = scene.register.parts_of(whole).map(|part| Item::new(reference(scene, part))).collect();
    if links.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, scene.say("heading.parts", &[]))];
    blocks.push(Block::Paragraph(scene.say("say.parts", &[])));
    blocks.extend(list(links));
    blocks
}

/// A link to the page of an activity.
#[must_use]
pub(crate) fn link(scene: &Scene, activity: &Activity) -> Line {
    scene.text(&activity.title).linked(&path(scene, &activity.id))
}

/// The title of an activity, linked to its page if it has one.
#[must_use]
pub(crate) fn reference(scene: &Scene, activity: &Activity) -> Line {
    let has_page = scene.audience() == Audience::Public && scene.is_told(activity);
    if has_page { link(scene, activity) } else { scene.text(&activity.title) }
}

/// Writes sections with headings, numbers and shared texts.
pub(crate) struct Sections<'s, 'r> {
    scene: &'s Scene<'r>,
    form: &'s Form,
    texts: &'s [&'s Id],
    number: u32,
    /// The blocks so far.
    pub blocks: Vec<Block>,
}

impl<'s, 'r> Sections<'s, 'r> {
    /// A writer for the form of a country.
    #[must_use]
    pub(crate) fn new(scene: &'s Scene<'r>, form: &'s Form, texts: &'s [&'s Id]) -> Self {
        Self { scene, form, texts, number: 0, blocks: Vec::new() }
    }

    /// Writes one section: its non-empty parts, the first under the heading of the section.
    pub(crate) fn section(&mut self, parts: &[Part], level: u8, say: impl Fn(Part) -> Vec<Block>) {
        let mut blocks = Vec::new();
        let text_level = |part: Part| if part == Part::Summary { level } else { level + 1 };
        let texts: Vec<Block> = parts.iter().flat_map(|part| self.texts_in(*part, text_level(*part))).collect();
        for (index, part) in parts.iter().enumerate() {
            let mut inside = say(*part);
            if inside.is_empty() {
                continue;
            }
            if index > 0 {
                blocks.push(Block::Heading(level + 1, self.scene.say(part.heading(), &[])));
                inside.iter_mut().for_each(deeper);
            }
            blocks.append(&mut inside);
        }
        blocks.extend(texts);
        if blocks.is_empty() {
            return;
        }
        if let Some(first) = parts.first().filter(|first| **first != Part::Summary) {
            let heading = self.heading(*first);
            self.blocks.push(Block::Heading(level, heading));
        }
        self.blocks.append(&mut blocks);
    }

    /// The heading of a section, numbered if the country numbers its sections.
    fn heading(&mut self, part: Part) -> Line {
        let heading = self.scene.say(part.heading(), &[]);
        if !self.form.numbered {
            return heading;
        }
        self.number += 1;
        let mut numbered = Line::default();
        numbered.push_words(&format!("{}. ", self.number));
        numbered.push(&heading);
        numbered
    }

    fn texts_in(&self, part: Part, level: u8) -> Vec<Block> {
        let Some(part) = text_part(part) else { return Vec::new() };
        let texts = text::in_part(self.scene, self.texts, part);
        texts.into_iter().flat_map(|text| text::blocks(self.scene, text, level)).collect()
    }
}

/// Lowers a heading inside a part that has a heading.
fn deeper(block: &mut Block) {
    if let Block::Heading(level, _) = block {
        *level += 1;
    }
}

/// Where the shared texts of a part are placed; `None` if the part has none.
fn text_part(part: Part) -> Option<TextPart> {
    Some(match part {
        Part::Summary => TextPart::Introduction,
        Part::Controller => TextPart::Controller,
        Part::Officer => TextPart::Officer,
        Part::Purposes => TextPart::Purposes,
        Part::Data => TextPart::Data,
        Part::Sources => TextPart::Sources,
        Part::Recipients => TextPart::Recipients,
        Part::Processors => TextPart::Processors,
        Part::Transfers => TextPart::Transfers,
        Part::Retention => TextPart::Retention,
        Part::Consent => TextPart::Consent,
        Part::Rights => TextPart::Rights,
        Part::Complaint => TextPart::Complaint,
        Part::Contact
        | Part::Bases
        | Part::Subjects
        | Part::Obligation
        | Part::Automated
        | Part::Procedure
        | Part::Objection => return None,
    })
}
