//! The names of records, in every language at once.

use std::collections::HashMap;

use crate::finding::Place;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::municipality::Municipality;
use crate::model::term::{Refers, Term, Word, with_age};
use crate::model::{Id, Lang, List, Text};
use crate::register::Register;
use crate::register::facts::responsible::{controller_of, unit_id_of};
use crate::say::Message;
use crate::todo::owner::{Thing, things};
use crate::vocabulary::{self, Form};

/// How many terms of a list form its name.
const FIRST: usize = 3;

/// The names of one register.
pub(crate) struct Names<'r> {
    register: &'r Register,
    main: Option<Lang>,
    things: HashMap<&'r str, Thing<'r>>,
}

impl<'r> Names<'r> {
    /// The names of a register.
    pub(crate) fn of(register: &'r Register) -> Self {
        let mut by_id = HashMap::new();
        things(register).into_iter().for_each(|thing| _ = by_id.entry(thing.id.as_str()).or_insert(thing));
        Self { register, main: register.municipality.main_language(), things: by_id }
    }

    /// A text, with the municipality's language as fallback.
    pub(crate) fn text(&self, text: &Text) -> Message {
        Message::each(|tongue| {
            let said = tongue.lang().zip(self.main).and_then(|(lang, main)| text.say(lang, main));
            let any = || text.plain.as_deref().or(text.by_lang.first().map(|(_, words)| words.as_str()));
            said.map(|said| said.words).or_else(any).unwrap_or_default().to_owned()
        })
    }

    /// The name of a shared record, or its id.
    pub(crate) fn thing(&self, thing: &Thing) -> Message {
        thing.name.map_or_else(|| Message::same(thing.id.as_str()), |name| self.text(name))
    }

    /// The name of an activity's controller.
    pub(crate) fn controller(&self, activity: &Activity) -> Message {
        controller_of(self.register, activity).map(|controller| self.text(&controller.name)).unwrap_or_default()
    }

    /// The name of an activity's unit, or of the municipality's default unit.
    pub(crate) fn unit(&self, activity: &Activity) -> Message {
        let unit = unit_id_of(self.register, activity).and_then(|id| self.register.municipality.units.get(id));
        unit.map(|unit| self.text(&unit.name)).unwrap_or_default()
    }

    /// The owner of an activity's information.
    pub(crate) fn owner(&self, activity: &Activity) -> Message {
        let owner = activity.administration.as_ref().and_then(|administration| administration.owner.value());
        owner.map(|owner| self.text(owner)).unwrap_or_default()
    }

    /// The unit in `municipality.yaml` that contains a place.
    pub(crate) fn unit_at(&self, place: Place) -> Message {
        let units = &self.register.municipality.units;
        units.iter().find(|(_, unit)| holds(unit.at, place)).map(|(_, unit)| self.text(&unit.name)).unwrap_or_default()
    }

    /// The controller, unit or officer in `municipality.yaml` that contains a place.
    pub(crate) fn in_municipality(&self, place: Place) -> Option<Message> {
        let Municipality { controllers, units, officers, .. } = &self.register.municipality;
        let controller = controllers.iter().find(|(_, controller)| holds(controller.at, place));
        let unit = units.iter().find(|(_, unit)| holds(unit.at, place));
        let officer = officers.iter().find(|(_, officer)| holds(officer.at, place));
        let named = controller.map(|(_, controller)| &controller.name).or(unit.map(|(_, unit)| &unit.name));
        let named = named.or(officer.and_then(|(_, officer)| officer.name.value()));
        named.map(|name| self.text(name))
    }

    /// The purpose, recipient, retention rule or the like of an activity that contains a place.
    pub(crate) fn in_activity(&self, activity: &Activity, place: Place) -> Option<Message> {
        let at = |of: Place| holds(of, place);
        let Activity { purposes, data, sources, recipients, transfers, retention, automated, consent, .. } = activity;
        None.or_else(|| purposes.iter().find(|of| at(of.at)).map(|of| self.text(&of.what)))
            .or_else(|| data.iter().find(|of| at(of.at)).map(|of| self.data(of)))
            .or_else(|| sources.iter().find(|of| at(of.at)).map(|of| self.term(&of.from.word)))
            .or_else(|| recipients.iter().find(|of| at(of.at)).map(|of| self.term(&of.to.word)))
            .or_else(|| transfers.iter().find(|of| at(of.at)).map(|of| self.term(&of.to.word)))
            .or_else(|| retention.iter().find(|of| at(of.at)).map(|of| self.terms(&of.of)))
            .or_else(|| automated.iter().find(|of| at(of.at)).map(|of| self.text(&of.decision)))
            .or_else(|| consent.iter().find(|of| at(of.at)).and_then(|of| Some(self.text(of.covers.value()?))))
            .or_else(|| activity.on_behalf_of.iter().find(|of| at(of.at)).map(|of| self.text(&of.name)))
            .filter(|name| !name.is_empty())
    }

    fn data(&self, data: &Data) -> Message {
        data.title.as_ref().map_or_else(|| self.terms(&data.items), |title| self.text(title))
    }

    fn term(&self, word: &Word) -> Message {
        let code = word.text.plain.as_deref().unwrap_or_default();
        match word.refers {
            Refers::Itself => self.text(&word.text),
            Refers::Vocabulary(list) => Message::each(|tongue| {
                let entry = vocabulary::entry(list, code);
                let label = entry.zip(tongue.lang()).and_then(|(entry, lang)| entry.label(lang, Form::Label));
                with_age(label.unwrap_or(code), word.age).into_owned()
            }),
            Refers::Register => self.named(code),
        }
    }

    /// The name of the shared record, unit or controller with this id.
    fn named(&self, id: &str) -> Message {
        let Municipality { units, controllers, .. } = &self.register.municipality;
        let thing = self.things.get(id).map(|thing| self.thing(thing));
        let unit = || units.by_name(id).map(|unit| self.text(&unit.name));
        let controller = || controllers.by_name(id).map(|controller| self.text(&controller.name));
        thing.or_else(unit).or_else(controller).unwrap_or_else(|| Message::same(id))
    }

    /// The first [`FIRST`] terms of a list.
    fn terms<K>(&self, terms: &List<Term<K>>) -> Message {
        let names: Vec<Message> = terms.iter().take(FIRST).map(|term| self.term(&term.word)).collect();
        let more = if terms.items.len() > FIRST { " …" } else { "" };
        Message::each(|tongue| names.iter().map(|name| name.get(tongue)).collect::<Vec<_>>().join(", ") + more)
    }

    /// The title of the activity with this id.
    pub(crate) fn title(&self, id: &Id) -> Message {
        self.register
            .activities
            .get(id)
            .map_or_else(|| Message::same(id.as_str()), |activity| self.text(&activity.title))
    }
}

/// Whether a place lies in a record.
fn holds(record: Place, place: Place) -> bool {
    record.file == place.file && record.start <= place.start && place.start < record.end
}
