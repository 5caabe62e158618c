//! Sections that are written once and shown in several documents: the page, the notice, the registers.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::document::Block;
use crate::document::form::Part;
use crate::document::scene::Scene;
use crate::document::sections::controller::controller_id_of;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::render::{html, markdown};
use crate::resolve::Register;
use crate::steps;

/// Blocks with both their renderings. The links begin with [`ROOT`](crate::document::scene::ROOT).
#[derive(Debug)]
pub struct Rendered {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The same as Markdown.
    pub markdown: String,
    /// The same as HTML.
    pub html: String,
    cell: OnceCell<String>,
}

impl Rendered {
    /// The blocks as the text of one cell of a table, made by `make` when it is asked for the first time.
    pub fn cell(&self, make: impl FnOnce(&[Block]) -> String) -> &str {
        self.cell.get_or_init(|| make(&self.blocks))
    }
}

impl PartialEq for Rendered {
    fn eq(&self, other: &Self) -> bool {
        self.markdown == other.markdown
    }
}

// Two handles of one section are equal without a look at its text.
impl Eq for Rendered {}

/// The sections of one register in one language.
#[derive(Default)]
pub struct Kept {
    sections: RefCell<FxHashMap<(Part, Subject), Vec<Block>>>,
    by_text: RefCell<FxHashMap<String, Rc<Rendered>>>,
    told: RefCell<FxHashMap<usize, bool>>,
    controlled: OnceCell<FxHashMap<String, Vec<usize>>>,
    data: RefCell<FxHashMap<usize, FxHashMap<String, usize>>>,
}

/// What a section depends on beside the register and the language.
#[derive(PartialEq, Eq, Hash)]
enum Subject {
    /// Nothing in particular.
    Municipality,
    /// The controller with that number; none where an activity has none.
    Controller(Option<usize>),
    /// The activity with that number.
    Activity(usize),
}

impl Kept {
    /// The section for a part of an activity, made when it is asked for the first time.
    pub fn section(&self, scene: &Scene, part: Part, activity: &Activity, make: impl Fn() -> Vec<Block>) -> Vec<Block> {
        let key = (part, subject(scene.register, part, activity));
        steps::count(1);
        if let Some(known) = self.sections.borrow().get(&key) {
            return known.clone();
        }
        let blocks = self.rendered(make());
        self.sections.borrow_mut().insert(key, blocks.clone());
        blocks
    }

    /// Whether an activity has a page in the language, found out when it is asked for the first time.
    pub fn is_told(&self, register: &Register, activity: &Activity, find: impl Fn() -> bool) -> bool {
        *self.told.borrow_mut().entry(number_of(register, activity)).or_insert_with(find)
    }

    /// The activities of a controller, in order; those of all are found when they are asked for the first time.
    pub fn activities_of<'r>(&self, register: &'r Register, controller: &Id) -> Vec<&'r Activity> {
        let all = self.controlled.get_or_init(|| {
            let mut all: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (index, activity) in register.activities.values().enumerate() {
                if let Some(controller) = controller_id_of(register, activity) {
                    all.entry(controller.as_str().to_owned()).or_default().push(index);
                }
            }
            all
        });
        let own = all.get(controller.as_str()).into_iter().flatten();
        own.filter_map(|index| register.activities.get_index(*index)).map(|(_, activity)| activity).collect()
    }

    /// The data of an activity that has an id.
    pub fn data_of<'a>(&self, register: &Register, activity: &'a Activity, id: &Id) -> Option<&'a Data> {
        let mut all = self.data.borrow_mut();
        let by_id = all.entry(number_of(register, activity)).or_insert_with(|| {
            let mut by_id = FxHashMap::default();
            for (index, data) in activity.data.items.iter().enumerate() {
                if let Some(id) = &data.id {
                    by_id.entry(id.as_str().to_owned()).or_insert(index);
                }
            }
            by_id
        });
        activity.data.items.get(*by_id.get(id.as_str())?)
    }

    /// Renders blocks that hold no heading: those look the same at every level. Sections that say the same, such as
    /// the rights of many activities, are rendered once.
    fn rendered(&self, blocks: Vec<Block>) -> Vec<Block> {
        if blocks.is_empty() || blocks.iter().any(|block| matches!(block, Block::Heading(..))) {
            return blocks;
        }
        let mut text = String::new();
        markdown::blocks(&blocks, &mut text);
        if let Some(known) = self.by_text.borrow().get(&text) {
            return vec![Block::Rendered(Rc::clone(known))];
        }
        let html = html::blocks(&blocks);
        let rendered = Rc::new(Rendered { blocks, markdown: text.clone(), html, cell: OnceCell::new() });
        self.by_text.borrow_mut().insert(text, Rc::clone(&rendered));
        vec![Block::Rendered(rendered)]
    }
}

fn number_of(register: &Register, activity: &Activity) -> usize {
    register.activities.get_index_of(&activity.id).unwrap_or(usize::MAX)
}

fn subject(register: &Register, part: Part, activity: &Activity) -> Subject {
    let controllers = &register.municipality.controllers.0;
    match part {
        Part::Complaint => Subject::Municipality,
        Part::Controller | Part::Officer => {
            Subject::Controller(controller_id_of(register, activity).and_then(|id| controllers.get_index_of(id)))
        }
        _ => Subject::Activity(number_of(register, activity)),
    }
}
