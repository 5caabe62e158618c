//! Controllers, contacts, officers and complaints (Article 13(1)(a) and (b), Article 13(2)(d), Article 26).

use crate::document::items::Unsettled;
use crate::document::scene::Scene;
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::address::{Email, Url};
use crate::model::organisation::{
    Arrangement, Contact, Controller, Delegation, LegalForm, Officer, SeparateController,
};
use crate::model::reference::{Ref, Units};
use crate::model::{Id, Known, Text};
use crate::register::facts::responsible::{
    by_officer, controller_of, controllers_of, is_of_municipality, joint_controllers_of, officer_for, officer_of,
    unit_id_for, unit_id_of,
};

/// The controller and its contact.
pub(super) fn controller(scene: &Scene, activity: &Activity) -> Vec<Block> {
    if !activity.controllers.items.is_empty() {
        return separate_controllers(scene, activity);
    }
    let mut blocks = Vec::new();
    if let Some(controller) = controller_of(scene.register, activity) {
        let places =
            [("controller", scene.text(&controller.name)), ("municipality", municipality_of(scene, controller))];
        blocks.push(Block::Paragraph(scene.say("say.controller", &places).capital()));
        blocks.extend(list(controller_items(scene, controller)));
    }
    blocks
}

/// The controllers of an activity that each of them carries out on its own.
fn separate_controllers(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let controllers = &scene.register.municipality.controllers;
    let found = |separate: &SeparateController| controllers.get(&separate.controller.as_ref()?.id);
    let names = activity.controllers.iter().filter_map(found).map(|controller| scene.text(&controller.name));
    let names = scene.language.list(names.collect());
    let mut items = scene.items();
    for separate in &activity.controllers {
        let SeparateController { controller: _, unit, contact, differs, at: _ } = separate;
        let Some(controller) = found(separate) else { continue };
        let mut inside = scene.items();
        inside.extend(controller_items(scene, controller));
        unit.iter().for_each(|unit| _ = inside.item(unit_item(scene, &unit.id)));
        contact.iter().for_each(|contact| {
            inside.item(Item::with(scene.say("label.contact", &[]), contact_items(scene, contact)));
        });
        inside.sentences(differs);
        items.item(Item::with(scene.text(&controller.name), inside.done()));
    }
    let mut blocks = vec![Block::Paragraph(scene.say("say.controllers", &[("controllers", names)]).capital())];
    blocks.extend(list(items.done()));
    blocks
}

/// The municipality of a board, unless the name of the board contains it.
fn municipality_of(scene: &Scene, controller: &Controller) -> Line {
    let is_board = matches!(controller.form, Some(LegalForm::Board | LegalForm::ExecutiveBoard));
    let municipality = scene.text(&scene.register.municipality.name);
    let is_told = scene.text(&controller.name).plain().contains(&municipality.plain());
    if is_board && !is_told { municipality } else { Line::default() }
}

/// The other contacts of an activity: its unit, its contact, delegated tasks, joint controllers. The usual unit of
/// the municipality is included only if `names_usual`.
#[must_use]
pub(crate) fn own_contacts(scene: &Scene, activity: &Activity, names_usual: bool) -> Vec<Block> {
    let mut items = scene.items();
    let own = activity.unit.value().map(|unit| &unit.id);
    activity.unit.gap().iter().for_each(|gap| _ = items.gap("label.unit", gap));
    let unit = own.or_else(|| unit_id_of(scene.register, activity).filter(|_| names_usual));
    if let Some(unit) = unit.filter(|unit| !scene.names_unit(unit)) {
        items.item(unit_item(scene, unit));
    }
    if let Some(contact) = &activity.contact {
        let line = scene.say("label.contact", &[]);
        items.item(Item::with(line, contact_items(scene, contact)).role(Role::Sentence));
    }
    for delegation in &activity.delegated {
        items.item(delegated(scene, delegation, activity));
    }
    items.gaps(&activity.delegated);
    let mut blocks = list(items.done());
    blocks.extend(activity.joint.iter().flat_map(|joint| joint_controllers(scene, joint, activity)));
    blocks
}

/// The unit that answers questions about a notice: its own, or else the municipality's usual one.
#[must_use]
pub(crate) fn usual_unit(scene: &Scene, own: Option<&Ref<Units>>) -> Vec<Block> {
    let unit = unit_id_for(scene.register, own).map(|unit| unit_item(scene, unit));
    list(unit.into_iter().filter(|unit| !unit.line.is_empty()).collect())
}

fn unit_item(scene: &Scene, unit: &Id) -> Item {
    let Some(unit) = scene.register.municipality.units.get(unit) else { return Item::default() };
    let name = scene.text(&unit.name);
    let line = scene.say("label.unit", &[("value", name.clone())]);
    Item::with(line, contact_items(scene, &unit.contact)).named(&name)
}

/// The lines about a controller: its area, number and contact.
#[must_use]
pub(crate) fn controller_items(scene: &Scene, controller: &Controller) -> Vec<Item> {
    let municipality = &scene.register.municipality;
    let mut items = scene.items();
    items.list("label.area", &controller.area);
    let members = scene.language.list(scene.texts(&controller.members));
    items.value("label.members", members).labelled_gaps("label.members", &controller.members);
    let is_own = !is_of_municipality(controller);
    let number = controller.number.as_ref().or(municipality.number.as_ref().filter(|_| !is_own));
    items.value("label.number", number.map(|number| Line::words(number)).unwrap_or_default());
    let mut lines = items.done();
    let has_none = controller.contact == Contact::default();
    lines.extend(contact_items(scene, if has_none && !is_own { &municipality.contact } else { &controller.contact }));
    lines
}

/// The name of a controller, with its municipality if it is a board.
#[must_use]
pub(crate) fn name(scene: &Scene, controller: &Controller) -> Line {
    let places = [("controller", scene.text(&controller.name)), ("municipality", municipality_of(scene, controller))];
    scene.say("say.controller-name", &places)
}

/// The quickest channels of a contact, on one line: email and phone, or else what there is.
#[must_use]
pub(crate) fn channels(scene: &Scene, contact: &Contact) -> Line {
    let Contact { post, visit, phone, email, channel, web, unknown: _, at: _ } = contact;
    let words = |text: &Known<Text>| text.value().map(|text| scene.text(text)).unwrap_or_default();
    let email = email.as_ref().map(|Email(email)| Line::words(email).linked(&format!("mailto:{email}")));
    let quick: Vec<Line> = email.into_iter().chain(phone.as_ref().map(|phone| Line::words(phone))).collect();
    if !quick.is_empty() {
        return scene.language.list(quick);
    }
    let web = web.as_ref().map(|Url(web)| Line::words(web).linked(web)).unwrap_or_default();
    let others = [words(channel), web, words(post), words(visit)];
    others.into_iter().find(|other| !other.is_empty()).unwrap_or_default()
}

/// The channels of a contact, one per line.
#[must_use]
pub(crate) fn contact_items(scene: &Scene, contact: &Contact) -> Vec<Item> {
    let Contact { post, visit, phone, email, channel, web, unknown, at: _ } = contact;
    let mut items = scene.items();
    items.text("label.post", post);
    items.text("label.visit", visit);
    items.value("label.phone", phone.as_ref().map(|phone| Line::words(phone)).unwrap_or_default());
    items.value(
        "label.email",
        email.as_ref().map(|Email(email)| Line::words(email).linked(&format!("mailto:{email}"))).unwrap_or_default(),
    );
    items.text("label.channel", channel);
    items.value("label.web", web.as_ref().map(|Url(web)| Line::words(web).linked(web)).unwrap_or_default());
    if let Some(reason) = unknown {
        items.gap("label.contact-gap", reason);
    }
    items.done()
}

fn delegated(scene: &Scene, delegation: &Delegation, activity: &Activity) -> Item {
    let Delegation { to, what, law, role, at: _ } = delegation;
    let line = scene.say("say.delegated", &[("to", scene.term(to, activity)), ("what", scene.text(what))]).capital();
    let mut items = scene.items();
    items.laws(law);
    items.known("label.role", role, |role| scene.language.code("role", role.key()));
    Item::with(line, items.done())
}

fn joint_controllers(scene: &Scene, joint: &Arrangement, activity: &Activity) -> Vec<Block> {
    let Arrangement { with, essence, contact, law, at: _ } = joint;
    // The register of each of them has the activity, so all are named.
    let own = controllers_of(scene.register, activity).into_iter().map(|controller| scene.text(&controller.name));
    let mut names: Vec<Line> = own.collect();
    for other in scene.terms(with, activity) {
        if !names.contains(&other) {
            names.push(other);
        }
    }
    let all = if with.items.is_empty() { Line::default() } else { scene.language.list(names) };
    let mut items = scene.items();
    for other in joint_controllers_of(scene.register, activity) {
        items.item(Item::with(scene.text(&other.name), controller_items(scene, other)));
    }
    items.text("label.essence", essence);
    items.text("label.joint-contact", contact);
    items.laws(law);
    items.labelled_gaps("label.joint-with", with);
    let is_known = !all.is_empty();
    let line = scene.say("say.joint", &[("controllers", all)]).capital();
    let mut blocks = Vec::from_iter(is_known.then_some(Block::Paragraph(line)));
    blocks.extend(list(items.done()));
    blocks
}

/// The data protection officer.
pub(super) fn officer(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let groups = by_officer(scene.register, activity);
    let is_alone = groups.len() < 2;
    let of_group = |group: Vec<&Controller>| {
        let names = scene.language.list(group.iter().map(|controller| scene.text(&controller.name)).collect());
        let said = group.first().map(|first| officer_of_controller(scene, first)).unwrap_or_default();
        let heading = (!is_alone && !said.is_empty()).then_some(Block::Paragraph(names));
        heading.into_iter().chain(said)
    };
    match groups.is_empty() {
        true => said(scene, officer_of(scene.register, activity)),
        false => groups.into_iter().flat_map(of_group).collect(),
    }
}

/// That a controller has no data protection officer, and why.
fn without_officer(scene: &Scene, controller: &Controller) -> Vec<Block> {
    let Some(reason) = &controller.without_officer else { return Vec::new() };
    let places = [("controller", scene.text(&controller.name)), ("reason", scene.text(reason).unstopped())];
    vec![Block::Paragraph(scene.say("say.no-officer", &places).capital())]
}

/// The data protection officer of a controller.
#[must_use]
pub(crate) fn officer_of_controller(scene: &Scene, controller: &Controller) -> Vec<Block> {
    let said = said(scene, officer_for(scene.register, Some(controller)));
    if said.is_empty() { without_officer(scene, controller) } else { said }
}

fn said(scene: &Scene, officer: Known<&Officer>) -> Vec<Block> {
    match officer {
        Known::Value(officer) => officer_blocks(scene, officer),
        Known::Gap(gap) => {
            let unsettled = Unsettled { key: "officer", of: Line::default(), in_place: false };
            list(scene.items().gap_line(scene.gap(&gap), unsettled, &gap, Vec::new()).done())
        }
        Known::Unwritten => Vec::new(),
    }
}

fn officer_blocks(scene: &Scene, officer: &Officer) -> Vec<Block> {
    let Officer { name, contact, tasks, limits, notes: _, at: _ } = officer;
    let mut items = scene.items();
    items.text("label.officer-name", name);
    let mut lines = items.done();
    lines.extend(contact_items(scene, contact));
    lines.extend(scene.items().sentences(tasks).sentences(limits).done());
    let says_why = !tasks.items.is_empty() && scene.is_prose();
    let mut blocks = Vec::from_iter((!says_why).then(|| Block::Paragraph(scene.say("say.officer", &[]))));
    blocks.extend(list(lines));
    blocks
}

/// The right to lodge a complaint, and the municipality's complaint route, which is never a condition.
#[must_use]
pub(crate) fn complaint(scene: &Scene) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(authority) = scene.authority() {
        let name = Line::words(authority.name(scene.lang()));
        blocks.push(Block::Paragraph(scene.say("say.complaint", &[("authority", name)])));
        let words = |value: &Option<String>| value.as_ref().map(|value| Line::words(value));
        let email = authority.email.as_ref();
        let email = email.map(|email| Line::words(email).linked(&format!("mailto:{email}")));
        let web = authority.web.as_ref().map(|web| Line::words(web).linked(web));
        let channels = [words(&authority.post), words(&authority.phone), email, web];
        let channels = Line::join(channels.into_iter().flatten().collect(), ", ", ", ");
        blocks.extend((!channels.is_empty()).then_some(Block::Paragraph(channels.and("."))));
    }
    let route = &scene.register.municipality.complaint;
    if !route.items.is_empty() || !route.gaps.is_empty() {
        let is_one = route.items.len() + route.gaps.len() == 1;
        let key = if is_one { "say.complaint-first" } else { "say.complaint-route" };
        blocks.push(Block::Paragraph(scene.say(key, &[])));
        blocks.extend(list(scene.items().sentences(route).done()));
    }
    if scene.country() == "SE" {
        blocks.push(Block::Paragraph(scene.say("say.appeal-se", &[])));
    }
    blocks
}
