//! A municipality before its files are generated: its name, and the ids that its files refer to.

use super::chance::Chance;
use super::names;
use super::words::{Tongue, Words};

/// The areas of the organisation: keys of the phrases `controller-name`, `controller-area` and `unit-name`.
pub(crate) const AREAS: [&str; 4] = ["school", "social", "building", "leisure"];
/// The id of the data protection officer.
pub(crate) const OFFICER: &str = "dso";
/// The id of the municipal company.
pub(crate) const COMPANY: &str = "bolag";
/// Processors outside the European Economic Area.
const PROCESSORS_ABROAD: [(&str, &str); 2] = [("Imaginary Cloud Inc.", "US"), ("Invented Support Pvt. Ltd.", "IN")];
/// A recipient outside the European Economic Area.
const RECIPIENT_ABROAD: (&str, &str) = ("Made-up School Board", "CA");

/// A shared record that is referred to by id.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    /// The id.
    pub(crate) id: String,
    /// The name.
    pub(crate) name: String,
    /// The country code (ISO 3166-1).
    pub(crate) country: &'static str,
}

/// A municipality.
#[derive(Debug)]
pub(crate) struct Town {
    /// Its number in the corpus.
    pub(crate) index: usize,
    /// Whether it gives no findings: no gap is left open.
    pub(crate) is_clean: bool,
    /// Its language.
    pub(crate) tongue: Tongue,
    /// Its name without “kommun”.
    pub(crate) place: String,
    /// Its name.
    pub(crate) name: String,
    /// Its systems.
    pub(crate) systems: Vec<Party>,
    /// Its processors; the last ones are in third countries.
    pub(crate) processors: Vec<Party>,
    /// Its recipients; the last one is in a third country.
    pub(crate) recipients: Vec<Party>,
    /// Its sources.
    pub(crate) sources: Vec<Party>,
    /// The ids of its shared texts.
    pub(crate) texts: Vec<String>,
    /// Its security measures; `name` is the text of the measure.
    pub(crate) measures: Vec<Party>,
}

impl Town {
    /// The municipality with this number in the corpus of a seed.
    pub(crate) fn new(index: usize, seed: u64, is_clean: bool) -> Self {
        let tongue = if index.is_multiple_of(2) { Tongue::Swedish } else { Tongue::Danish };
        let place = names::place(tongue, index / 2, seed);
        let words = tongue.words();
        let home = tongue.country();
        let mut chance = Chance::new(seed, &[index]);
        let mut from_parts = |record: &str, count: usize| -> Vec<Party> {
            let all = combined(words, record);
            chance.some(&all, count).into_iter().map(|name| party(name, home)).collect()
        };
        let systems = from_parts("system-parts", 8);
        let mut processors = from_parts("company-parts", 5);
        processors.extend(PROCESSORS_ABROAD.map(|(name, country)| party(name, country)));
        let listed = |record: &str| -> Vec<Party> {
            words.list(record, "name").iter().map(|name| party(&name.replace("{place}", &place), home)).collect()
        };
        let mut recipients = listed("recipient");
        recipients.push(party(RECIPIENT_ABROAD.0, RECIPIENT_ABROAD.1));
        let sources = listed("source");
        Self {
            index,
            is_clean,
            tongue,
            name: names::municipality(tongue, &place),
            place,
            systems,
            processors,
            recipients,
            sources,
            texts: words.passages.iter().map(|passage| names::id(&passage.title)).collect(),
            measures: words.list("measure", "what").iter().map(|name| party(name, home)).collect(),
        }
    }

    /// The phrases of its language.
    pub(crate) fn words(&self) -> &'static Words {
        self.tongue.words()
    }

    /// The id of its folder.
    pub(crate) fn id(&self) -> String {
        names::id(&self.place)
    }

    /// Whether its boards are controllers, as in Sweden.
    pub(crate) fn has_boards(&self) -> bool {
        self.tongue == Tongue::Swedish
    }

    /// The id of the unit of an area.
    pub(crate) fn unit(&self, area: &str) -> String {
        names::id(&self.words().list("unit-name", area)[0])
    }

    /// The id of the controller of an area.
    pub(crate) fn controller(&self, area: &str) -> String {
        if self.has_boards() {
            names::id(&self.words().list("controller-name", area)[0])
        } else {
            self.usual_controller()
        }
    }

    /// The id of the default controller: the executive board, or the municipality itself.
    pub(crate) fn usual_controller(&self) -> String {
        if self.has_boards() { names::id(&self.words().list("controller-name", "usual")[0]) } else { self.id() }
    }
}

fn party(name: &str, country: &'static str) -> Party {
    Party { id: names::id(name), name: name.to_owned(), country }
}

/// Every first part with every last part.
fn combined(words: &Words, record: &str) -> Vec<String> {
    let (first, last) = (words.list(record, "first"), words.list(record, "last"));
    first.iter().flat_map(|first| last.iter().map(move |last| format!("{first}{last}"))).collect()
}
