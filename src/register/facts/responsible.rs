//! The controller of an activity (Article 4(7)) and its data protection officer (Article 37).

use crate::model::activity::Activity;
use crate::model::organisation::{Controller, LegalForm, Officer};
use crate::model::reference::{Ref, Units};
use crate::model::{Id, Known};
use crate::register::Register;

/// The controller of an activity, by [`controller_id_of`].
#[must_use]
pub(crate) fn controller_of<'r>(register: &'r Register, activity: &Activity) -> Option<&'r Controller> {
    controller_id_of(register, activity).and_then(|id| register.municipality.controllers.get(id))
}

/// The id of the controller of an activity: its own, the municipality's default, or the only one.
#[must_use]
pub(crate) fn controller_id_of<'r>(register: &'r Register, activity: &'r Activity) -> Option<&'r Id> {
    controller_id_for(register, Some(activity))
}

/// The same as [`controller_id_of`]; without an activity, the municipality's default controller, or the only one.
#[must_use]
pub(crate) fn controller_id_for<'r>(register: &'r Register, activity: Option<&'r Activity>) -> Option<&'r Id> {
    let own = activity.and_then(|activity| {
        let first = activity.controllers.items.first().and_then(|first| first.controller.as_ref());
        activity.controller.as_ref().or(first)
    });
    let named = own.or(register.municipality.controller.as_ref());
    let controllers = &register.municipality.controllers.0;
    let only = || controllers.keys().next().filter(|_| controllers.len() == 1);
    named.map(|controller| &controller.id).or_else(only)
}

/// Whether a controller is a public authority. A company or a foundation of a municipality is none.
#[must_use]
pub(crate) fn is_authority(controller: &Controller) -> bool {
    !matches!(controller.form, Some(LegalForm::Company | LegalForm::Foundation))
}

/// Whether a controller is a part of the municipality as a legal person, and has its number and contact.
#[must_use]
pub(crate) fn is_of_municipality(controller: &Controller) -> bool {
    use LegalForm::{Board, ExecutiveBoard, JointBoard, Municipality};
    matches!(controller.form, None | Some(Board | ExecutiveBoard | JointBoard | Municipality))
}

/// The ids of the controllers of an activity: its own, or each of several separate ones.
fn own_ids_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Id> {
    let mut ids: Vec<&Id> = Vec::new();
    for controller in activity.controllers.iter().filter_map(|separate| separate.controller.as_ref()) {
        if !ids.contains(&&controller.id) {
            ids.push(&controller.id);
        }
    }
    if ids.is_empty() {
        ids.extend(controller_id_of(register, activity));
    }
    ids
}

/// The ids of the controllers in whose registers an activity is: its own, or each of several separate ones, then the
/// joint controllers that are controllers of the municipality (Article 26, Article 30(1)(a)).
#[must_use]
pub(crate) fn controller_ids_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Id> {
    let mut ids = own_ids_of(register, activity);
    for (id, _) in joint_of(register, activity) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// The joint controllers of an activity that are controllers of the municipality (Article 26).
#[must_use]
pub(crate) fn joint_controllers_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Controller> {
    joint_of(register, activity).map(|(_, controller)| controller).collect()
}

fn joint_of<'r>(register: &'r Register, activity: &'r Activity) -> impl Iterator<Item = (&'r Id, &'r Controller)> {
    let controllers = &register.municipality.controllers.0;
    let joint = activity.joint.iter().flat_map(|joint| joint.with.iter());
    joint.filter_map(|other| other.word.key()).filter_map(|key| controllers.get_key_value(key))
}

/// The controllers of an activity: its own, or each of several separate ones.
#[must_use]
pub(crate) fn controllers_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Controller> {
    found(register, own_ids_of(register, activity)).collect()
}

/// The controllers with these ids.
fn found<'r>(register: &'r Register, ids: Vec<&'r Id>) -> impl Iterator<Item = &'r Controller> {
    ids.into_iter().filter_map(|id| register.municipality.controllers.get(id))
}

/// The controllers in whose registers an activity is ([`controller_ids_of`]) by their officers, in order. Those without
/// one are each alone.
#[must_use]
pub(crate) fn by_officer<'r>(register: &'r Register, activity: &'r Activity) -> Vec<Vec<&'r Controller>> {
    let mut groups: Vec<(Option<&Id>, Vec<&Controller>)> = Vec::new();
    for controller in found(register, controller_ids_of(register, activity)) {
        let officer = officer_id_for(register, controller);
        match groups.iter_mut().find(|(known, _)| officer.is_some() && *known == officer) {
            Some((_, group)) => group.push(controller),
            None => groups.push((officer, vec![controller])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The id of the unit of an activity: its own, or else the municipality's default.
#[must_use]
pub(crate) fn unit_id_of<'r>(register: &'r Register, activity: &'r Activity) -> Option<&'r Id> {
    match &activity.unit {
        Known::Gap(_) => None,
        unit => unit_id_for(register, unit.value()),
    }
}

/// The same for a unit that a notice or an activity names, if it names one.
#[must_use]
pub(crate) fn unit_id_for<'r>(register: &'r Register, own: Option<&'r Ref<Units>>) -> Option<&'r Id> {
    own.or(register.municipality.unit.as_ref()).map(|unit| &unit.id)
}

/// The ids of the officers of the controllers of an activity.
#[must_use]
pub(crate) fn officer_ids_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Id> {
    let controllers = found(register, controller_ids_of(register, activity));
    controllers.filter_map(|controller| officer_id_for(register, controller)).collect()
}

/// The id of the officer of a controller, if it is known.
fn officer_id_for<'r>(register: &'r Register, controller: &'r Controller) -> Option<&'r Id> {
    match officer_and_id_for(register, Some(controller)) {
        Known::Value((id, _)) => Some(id),
        Known::Gap(_) | Known::Unwritten => None,
    }
}

/// The officer of an activity: its controller's, the municipality's default, or the only one. A gap if the default is
/// one.
#[must_use]
pub(crate) fn officer_of<'r>(register: &'r Register, activity: &Activity) -> Known<&'r Officer> {
    officer_for(register, controller_of(register, activity))
}

/// The officers of an activity, each with the controllers that it is for. Without controllers, the municipality's.
#[must_use]
pub(crate) fn officers_of<'r>(
    register: &'r Register,
    activity: &'r Activity,
) -> Vec<(Vec<&'r Controller>, &'r Officer)> {
    let groups = by_officer(register, activity);
    let groups = if groups.is_empty() { vec![Vec::new()] } else { groups };
    let known = |group: Vec<&'r Controller>| {
        let officer = officer_for(register, group.first().copied());
        officer.value().copied().map(|officer| (group, officer))
    };
    groups.into_iter().filter_map(known).collect()
}

/// The officer of a controller: its own, the municipality's default, or the only one. A gap if the default is one.
#[must_use]
pub(crate) fn officer_for<'r>(register: &'r Register, controller: Option<&'r Controller>) -> Known<&'r Officer> {
    match officer_and_id_for(register, controller) {
        Known::Value((_, officer)) => Known::Value(officer),
        Known::Gap(reason) => Known::Gap(reason),
        Known::Unwritten => Known::Unwritten,
    }
}

fn officer_and_id_for<'r>(register: &'r Register, controller: Option<&'r Controller>) -> Known<(&'r Id, &'r Officer)> {
    let own = controller.and_then(|controller| controller.officer.as_ref());
    if own.is_none() && controller.is_some_and(|controller| controller.without_officer.is_some()) {
        return Known::Unwritten;
    }
    let officers = &register.municipality.officers;
    let found =
        |id: &'r Ref<_>| officers.get(&id.id).map_or(Known::Unwritten, |officer| Known::Value((&id.id, officer)));
    match (own, &register.municipality.officer) {
        (Some(id), _) => found(id),
        (None, Known::Value(id)) => found(id),
        (None, Known::Gap(reason)) => Known::Gap(reason.clone()),
        (None, Known::Unwritten) => match officers.0.first() {
            Some((id, only)) if officers.0.len() == 1 => Known::Value((id, only)),
            _ => Known::Unwritten,
        },
    }
}
