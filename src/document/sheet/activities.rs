//! The table with a row for each activity.

use crate::audience::Audience;
use crate::document::register::Controlled;
use crate::document::scene::Scene;
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, day, known, known_text, label, text, word};
use crate::document::sheet::named::Named;
use crate::language::form::Part;
use crate::language::sheet::{Column, style_of};
use crate::model::activity::Activity;
use crate::model::administration::{Administration, Status};

/// The columns after the names of an activity, in the order of its country.
pub(super) struct Columns(Vec<Own>);

struct Own {
    column: Column,
    /// As in the entries of a register.
    key: String,
    /// Whether Article 30 asks for it.
    is_asked: bool,
}

impl Columns {
    pub(super) fn of(scene: &Scene) -> Self {
        let style = style_of(scene.country());
        let is_shown = |column: &Column| !column.is_internal() || scene.audience() == Audience::Internal;
        let own = |(number, column): (usize, &Column)| Own {
            column: *column,
            key: column.to_string(),
            is_asked: number < style.asked,
        };
        Self(style.columns.iter().enumerate().filter(|(_, column)| is_shown(column)).map(own).collect())
    }

    pub(super) fn heads(&self, scene: &Scene) -> Vec<Head> {
        let first = [
            (scene.language.code("table", "activity").plain(), 32, true),
            (word(scene, "part-of"), 24, false),
            (label(scene, "label.status"), 14, false),
        ];
        let own = self.0.iter().map(|own| (name(scene, own.column), width(own.column), own.is_asked));
        let all = first.into_iter().chain(own).chain([(word(scene, "id"), 24, true)]);
        all.map(|(name, width, stays)| Head { name, width, stays }).collect()
    }

    /// The columns that Article 30 asks for and the register says nothing about. A parent leaves them to its parts, and
    /// processing for others has what Article 30(2) asks for.
    pub(super) fn unstated(
        &self,
        scene: &Scene,
        activity: &Activity,
        cells: &[(&'static str, String)],
        controlled: &Controlled,
    ) -> Vec<Column> {
        if activity.is_processing_for_others() || scene.register.parts_of(activity).next().is_some() {
            return Vec::new();
        }
        let is_unstated = |own: &&Own| {
            own.is_asked && own.column.is_required() && said(own, cells, controlled).is_none_or(str::is_empty)
        };
        self.0.iter().filter(is_unstated).map(|own| own.column).collect()
    }

    /// The names of columns.
    pub(super) fn names(&self, scene: &Scene, columns: &[Column]) -> Vec<String> {
        columns.iter().map(|column| name(scene, *column)).collect()
    }

    pub(super) fn row(
        &self,
        scene: &Scene,
        named: &Named,
        activity: &Activity,
        (cells, controlled, unstated): (&[(&'static str, String)], &Controlled, &[Column]),
    ) -> Row {
        let whole = scene.register.whole_of(activity);
        let status = activity.status.filter(|status| *status != Status::Active);
        let first = [
            named.name.clone(),
            text(whole.map(|whole| scene.text(&whole.title).plain()).unwrap_or_default()),
            text(status.map(|status| scene.language.code("life", status.key()).plain()).unwrap_or_default()),
        ];
        let administration = activity.administration.as_ref();
        let own = self.0.iter().map(|own| match own.column {
            Column::Owner => administration.map(|own| known_text(scene, &own.owner)).unwrap_or_default(),
            Column::Changed => day(administration.and_then(|own| own.changed)),
            Column::Review => administration.map(|own| review(scene, own)).unwrap_or_default(),
            column if unstated.contains(&column) => text(scene.language.code("table", "unstated").plain()),
            _ => text(said(own, cells, controlled).unwrap_or_default().to_owned()),
        });
        first.into_iter().chain(own).chain([named.id.clone()]).collect()
    }
}

/// What the entry of an activity says in a column.
fn said<'c>(own: &Own, cells: &'c [(&'static str, String)], controlled: &'c Controlled) -> Option<&'c str> {
    match own.column {
        Column::Controller => Some(&controlled.contact),
        Column::Officer => Some(&controlled.officer),
        _ => cells.iter().find(|(key, _)| *key == own.key).map(|(_, cell)| cell.as_str()),
    }
}

fn review(scene: &Scene, administration: &Administration) -> Cell {
    match administration.review.value() {
        Some(review) => Cell::Day(review.day),
        None => known(scene, &administration.review, |review| scene.language.date(review.day)),
    }
}

fn name(scene: &Scene, column: Column) -> String {
    let said = |key: &str| scene.say(key, &[]).plain();
    let row = |part: Part| said(&part.row());
    match column {
        Column::Controller => scene.language.code("table", "controller").plain(),
        Column::Contact => row(Part::Contact),
        Column::Officer => row(Part::Officer),
        Column::Purposes => row(Part::Purposes),
        Column::Subjects => row(Part::Subjects),
        Column::Data => row(Part::Data),
        Column::Recipients => row(Part::Recipients),
        Column::Processors => row(Part::Processors),
        Column::Transfers => row(Part::Transfers),
        Column::Retention => row(Part::Retention),
        Column::Measures => said("heading.security"),
        Column::OnBehalfOf => said("heading.on-behalf-of"),
        Column::Services => said("heading.services"),
        Column::Summary => row(Part::Summary),
        Column::Bases => row(Part::Bases),
        Column::Sources => row(Part::Sources),
        Column::Obligation => row(Part::Obligation),
        Column::Automated => row(Part::Automated),
        Column::Consent => row(Part::Consent),
        Column::Procedure => row(Part::Procedure),
        Column::NoNotice => label(scene, "label.no-notice"),
        Column::Kle => label(scene, "label.kle"),
        Column::Owner => label(scene, "label.owner"),
        Column::Changed => label(scene, "label.changed"),
        Column::Review => label(scene, "label.review-date"),
        Column::Agreements => said("heading.agreements"),
        Column::Administration => said("heading.administration"),
        Column::Notes => said("heading.notes"),
    }
}

fn width(column: Column) -> u16 {
    match column {
        Column::Changed | Column::Review | Column::Kle => 14,
        Column::Owner => 24,
        Column::Summary | Column::Procedure | Column::Retention | Column::Administration | Column::Notes => 56,
        _ => 40,
    }
}
