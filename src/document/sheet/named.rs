//! What names an activity in each row about it, and the heads of the tables.

use crate::audience::Audience;
use crate::document::anchor::Anchor;
use crate::document::page;
use crate::document::scene::Scene;
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, text};
use crate::model::activity::Activity;
use crate::register::facts::responsible::controller_ids_of;

/// What names an activity in each row about it.
pub(super) struct Named {
    /// The name, which leads to where the activity is described.
    pub name: Cell,
    /// The id.
    pub id: Cell,
}

impl Named {
    pub(super) fn of(scene: &Scene, activity: &Activity) -> Self {
        let name = scene.text(&activity.title).plain();
        Self { name: Cell::Link(Box::new((name, address(scene, activity)))), id: text(activity.id.to_string()) }
    }

    /// A row: the name, other cells, the id.
    pub(super) fn row(&self, cells: impl IntoIterator<Item = Cell>) -> Row {
        let name = match &self.name {
            Cell::Link(link) => Cell::Text(link.0.clone()),
            other => other.clone(),
        };
        std::iter::once(name).chain(cells).chain([self.id.clone()]).collect()
    }
}

/// Where an activity is described: its page, or else its entry in a register.
fn address(scene: &Scene, activity: &Activity) -> String {
    if scene.audience() == Audience::Public && scene.is_told(activity) {
        return page::path(scene, &activity.id);
    }
    let here = format!("{}/{}", scene.register.id, scene.lang());
    let controllers = &scene.register.municipality.controllers;
    let mut ids = controller_ids_of(scene.register, activity).into_iter();
    let page = match ids.find(|id| controllers.get(id).is_some()) {
        Some(id) => format!("{here}/registers/{id}"),
        None => format!("{here}/index"),
    };
    format!("{page}#{}", Anchor::of_activity(scene, &activity.id))
}

/// The heads of a table, each with its width, between that of the activity and that of its id.
pub(super) fn heads(scene: &Scene, columns: impl IntoIterator<Item = (String, u16)>) -> Vec<Head> {
    let head = |(name, width)| Head { name, width, stays: false };
    let activity = Head { name: scene.language.code("table", "activity").plain(), width: 32, stays: true };
    let id = Head { name: scene.language.code("sheet", "id").plain(), width: 24, stays: true };
    std::iter::once(activity).chain(columns.into_iter().map(head)).chain([id]).collect()
}
