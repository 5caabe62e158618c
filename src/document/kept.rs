//! Sections that are written once and shown in several documents: the page, the notice, the registers.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::document::Block;
use crate::document::form::Part;
use crate::document::scene::Scene;
use crate::document::sections::controller::controller_of;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::organisation::Controller;
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

/// One section of what it depends on.
struct Section {
    part: Part,
    is_internal: bool,
    blocks: Vec<Block>,
}

/// The sections of one register in one language.
#[derive(Default)]
pub struct Kept {
    /// The sections by what they depend on, beside the register and the language. Those of one activity lie together,
    /// so that looking them up costs the same however many activities there are.
    sections: RefCell<FxHashMap<usize, Vec<Section>>>,
    by_text: RefCell<FxHashMap<String, Rc<Rendered>>>,
    told: RefCell<FxHashMap<usize, bool>>,
    records: RefCell<FxHashMap<usize, Rc<str>>>,
    controlled: OnceCell<FxHashMap<usize, Vec<usize>>>,
    data: RefCell<FxHashMap<usize, FxHashMap<String, usize>>>,
}

impl Kept {
    /// The section for a part of an activity, made when it is asked for the first time.
    pub fn section(&self, scene: &Scene, part: Part, activity: &Activity, make: impl Fn() -> Vec<Block>) -> Vec<Block> {
        let (key, is_internal) = (key(scene, part, activity), is_internal(scene, part));
        let is_known = |section: &&Section| section.part == part && section.is_internal == is_internal;
        if let Some(known) = self.sections.borrow().get(&key).and_then(|all| looked_at(all).find(is_known)) {
            return known.blocks.clone();
        }
        let blocks = self.rendered(make());
        let section = Section { part, is_internal, blocks: blocks.clone() };
        self.sections.borrow_mut().entry(key).or_default().push(section);
        blocks
    }

    /// The record of an activity for machines, made when it is asked for the first time.
    pub fn record(&self, activity: &Activity, make: impl Fn() -> String) -> Rc<str> {
        let key = std::ptr::from_ref(activity) as usize;
        Rc::clone(self.records.borrow_mut().entry(key).or_insert_with(|| make().into()))
    }

    /// Whether an activity has a page in the language, found out when it is asked for the first time.
    pub fn is_told(&self, activity: &Activity, find: impl Fn() -> bool) -> bool {
        let key = std::ptr::from_ref(activity) as usize;
        *self.told.borrow_mut().entry(key).or_insert_with(find)
    }

    /// The activities of a controller, in order; those of all are found when they are asked for the first time.
    pub fn activities_of<'r>(&self, register: &'r Register, controller: &Controller) -> Vec<&'r Activity> {
        let all = self.controlled.get_or_init(|| {
            let mut all: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
            for (index, activity) in register.activities.values().enumerate() {
                if let Some(controller) = controller_of(register, activity) {
                    all.entry(std::ptr::from_ref(controller) as usize).or_default().push(index);
                }
            }
            all
        });
        let own = all.get(&(std::ptr::from_ref(controller) as usize)).into_iter().flatten();
        own.filter_map(|index| register.activities.get_index(*index)).map(|(_, activity)| activity).collect()
    }

    /// The data of an activity that has an id.
    pub fn data_of<'a>(&self, activity: &'a Activity, id: &Id) -> Option<&'a Data> {
        let key = std::ptr::from_ref(activity) as usize;
        let mut all = self.data.borrow_mut();
        let by_id = all.entry(key).or_insert_with(|| {
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

fn looked_at(all: &[Section]) -> impl Iterator<Item = &Section> {
    all.iter().inspect(|_| steps::count(1))
}

/// What a section depends on: nothing in particular, the controller, or the activity.
fn key(scene: &Scene, part: Part, activity: &Activity) -> usize {
    let controller =
        || controller_of(scene.register, activity).map_or(0, |controller| std::ptr::from_ref(controller) as usize);
    match part {
        Part::Complaint => 0,
        Part::Controller | Part::Officer => controller(),
        _ => std::ptr::from_ref(activity) as usize,
    }
}

/// Whether a section is one that differs between the sides, on the internal one.
fn is_internal(scene: &Scene, part: Part) -> bool {
    scene.internal && matches!(part, Part::Transfers | Part::Sources | Part::Automated)
}
