//! The answers that a new workspace is made of: from options, or from a person at the terminal.

use std::io::{self, BufRead, Read as _};

use clap::ValueEnum as _;

use crate::Error;
use crate::model::suggest;
use crate::say;
use crate::say::{Message, Tongue};

use crate::cli::init::{Args, Pipeline, Standing};
use crate::cli::new::country::Country;
use crate::cli::{Usage, print};

/// The most bytes of an answer.
const LONGEST: u64 = 4096;

/// The answers.
pub(super) struct Answers {
    /// The country.
    pub(super) country: Country,
    /// The municipality to create; none if the workspace has one.
    pub(super) municipality: Option<Municipality>,
    /// The pipeline to write.
    pub(super) pipeline: Pipeline,
}

/// A municipality to create.
pub(super) struct Municipality {
    /// Its name.
    pub(super) name: String,
    /// The name of its folder.
    pub(super) folder: String,
    /// Its controllers, each with its id and name: at least one.
    pub(super) boards: Vec<(String, String)>,
}

/// Takes the answers from the options, and asks a person for the others.
///
/// # Errors
/// When an answer is missing and there is nobody to ask, or no folder can be named after the municipality.
pub(super) fn gather(
    args: &Args,
    standing: &Standing,
    person: Option<impl BufRead>,
    tongue: Tongue,
) -> anyhow::Result<Answers> {
    let mut asking = Asking { person, tongue };
    let country = match (args.country, standing.has_municipality) {
        (Some(country), _) => country,
        (None, true) => standing.country.as_deref().and_then(country_of).unwrap_or(Country::Sweden),
        (None, false) => asking.ask(&country_question(), Country::Sweden, country_of)?,
    };
    let municipality = match standing.has_municipality {
        true => None,
        false => Some(municipality(args, country, &mut asking)?),
    };
    let pipeline = match args.pipeline {
        Some(pipeline) => pipeline,
        None => asking.ask(&pipeline_question(), Pipeline::None, |text| Pipeline::from_str(text, true).ok())?,
    };
    Ok(Answers { country, municipality, pipeline })
}

fn municipality(args: &Args, country: Country, asking: &mut Asking<impl BufRead>) -> anyhow::Result<Municipality> {
    let name = match &args.name {
        Some(name) => name.trim().to_owned(),
        None => asking.ask(&name_question(), None, |text| Some(Some(text.to_owned())))?.ok_or_else(no_name)?,
    };
    let folder = country.folder(&name, None)?;
    let words = country.words();
    let named = match (args.board.is_empty(), words.board) {
        (false, _) => args.board.clone(),
        (true, Some(board)) => {
            let usual = vec![board.to_owned()];
            asking.ask(&board_question(board), usual, |text| Some(split(text)).filter(|names| !names.is_empty()))?
        }
        (true, None) => {
            let boards = vec![(words.controller.to_owned(), name.clone())];
            return Ok(Municipality { name, folder, boards });
        }
    };
    let mut boards: Vec<(String, String)> = Vec::new();
    for name in named {
        let id = suggest(&name.replace('/', " ")).ok_or_else(|| no_letters(&name))?;
        if !boards.iter().any(|(known, _)| *known == id) {
            boards.push((id, name));
        }
    }
    Ok(Municipality { name, folder, boards })
}

/// The names in a line, separated by commas or semicolons.
fn split(line: &str) -> Vec<String> {
    line.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn country_of(code: &str) -> Option<Country> {
    Country::from_str(code, true).ok()
}

/// Questions to a person, if there is one.
struct Asking<P> {
    person: Option<P>,
    tongue: Tongue,
}

impl<P: BufRead> Asking<P> {
    /// Asks until the answer can be read. An empty answer, or nobody to ask, gives the usual one.
    fn ask<T>(&mut self, question: &Message, usual: T, read: impl Fn(&str) -> Option<T>) -> Result<T, Error> {
        let Some(person) = &mut self.person else { return Ok(usual) };
        loop {
            print::aside(&format!("{} ", question.get(self.tongue)));
            let Some(line) = line(person)? else { return Ok(usual) };
            match line.trim() {
                "" => return Ok(usual),
                text => match read(text) {
                    Some(answer) => return Ok(answer),
                    None => print::aside_line(again(text).get(self.tongue)),
                },
            }
        }
    }
}

/// One line of input, or `None` at its end.
fn line(from: &mut impl BufRead) -> Result<Option<String>, Error> {
    let mut bytes = Vec::new();
    let read = from.by_ref().take(LONGEST).read_until(b'\n', &mut bytes).map_err(unread)?;
    let line = String::from_utf8(bytes).map_err(|_| unread(io::ErrorKind::InvalidData.into()))?;
    Ok((read > 0).then_some(line))
}

fn unread(cause: io::Error) -> Error {
    Error::new(say!(
        en: "the answer could not be read",
        sv: "svaret gick inte att läsa",
        da: "svaret kunne ikke læses",
    ))
    .because(cause)
}

fn no_name() -> Usage {
    Usage(say!(
        en: "say which municipality: --name \"Exempelby kommun\"",
        sv: "ange kommunen: --name \"Exempelby kommun\"",
        da: "angiv kommunen: --name \"Lilleby Kommune\"",
    ))
}

fn no_letters(name: &str) -> Usage {
    Usage(say!(
        en: "the name `{name}` has no letters a–z to make an id of",
        sv: "namnet `{name}` har inga bokstäver att bilda ett id av",
        da: "navnet `{name}` har ingen bogstaver at danne et id af",
    ))
}

fn again(text: &str) -> Message {
    say!(
        en: "`{text}` is not one of the answers",
        sv: "`{text}` är inte något av svaren",
        da: "`{text}` er ikke et af svarene",
    )
}

fn name_question() -> Message {
    say!(
        en: "The name of the municipality, such as Exempelby kommun:",
        sv: "Kommunens namn, till exempel Exempelby kommun:",
        da: "Kommunens navn, for eksempel Lilleby Kommune:",
    )
}

fn country_question() -> Message {
    say!(
        en: "The country, SE or DK [SE]:",
        sv: "Landet, SE eller DK [SE]:",
        da: "Landet, SE eller DK [SE]:",
    )
}

fn board_question(usual: &str) -> Message {
    say!(
        en: "The boards that are controllers, separated by commas [{usual}]:",
        sv: "Nämnderna som är personuppgiftsansvariga, med komma emellan [{usual}]:",
        da: "De nævn, der er dataansvarlige, med komma imellem [{usual}]:",
    )
}

fn pipeline_question() -> Message {
    say!(
        en: "A pipeline that checks every change: github, gitlab or none [none]:",
        sv: "En pipeline som kontrollerar varje ändring: github, gitlab eller none [none]:",
        da: "En pipeline, der kontrollerer hver ændring: github, gitlab eller none [none]:",
    )
}

#[cfg(test)]
mod tests {
    use super::{Answers, Pipeline, gather};
    use crate::cli::Usage;
    use crate::cli::init::{Args, Standing};
    use crate::say::Tongue;

    fn standing() -> Standing {
        Standing {
            registers: "registers".into(),
            out: "build".into(),
            has_municipality: false,
            country: None,
            boards: Vec::new(),
        }
    }

    fn args() -> Args {
        Args { folder: None, name: None, country: None, board: Vec::new(), pipeline: None, yes: false }
    }

    fn answered(said: &[u8]) -> anyhow::Result<Answers> {
        gather(&args(), &standing(), Some(said), Tongue::English)
    }

    #[test]
    fn a_person_answers_in_order_and_again_after_a_mistake() {
        let said = "Norge\nse\nÅmåls kommun\r\nBygg- och miljönämnden, Kommunstyrelsen; Kommunstyrelsen\nGitHub\n";
        let answers = answered(said.as_bytes()).unwrap();
        let municipality = answers.municipality.unwrap();
        assert_eq!((municipality.name.as_str(), municipality.folder.as_str()), ("Åmåls kommun", "amal"));
        let ids: Vec<&str> = municipality.boards.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["bygg-och-miljonamnden", "kommunstyrelsen"]);
        assert_eq!(answers.pipeline, Pipeline::Github);
    }

    #[test]
    fn empty_answers_and_the_end_of_input_give_the_usual() {
        let answers = answered("\nExempelby kommun\n\n".as_bytes()).unwrap();
        let boards = answers.municipality.unwrap().boards;
        assert_eq!(boards, [("kommunstyrelsen".to_owned(), "Kommunstyrelsen".to_owned())]);
        assert_eq!(answers.pipeline, Pipeline::None);
        assert!(answered(b"dk\n\n").err().unwrap().is::<Usage>());
    }

    #[test]
    fn in_denmark_the_municipality_is_the_controller_and_no_board_is_asked_for() {
        let answers = answered("DK\nLilleby Kommune\ngitlab\n".as_bytes()).unwrap();
        assert_eq!(answers.municipality.unwrap().boards, [("kommunen".to_owned(), "Lilleby Kommune".to_owned())]);
        assert_eq!(answers.pipeline, Pipeline::Gitlab);
    }

    #[test]
    fn an_answer_that_is_not_utf_8_or_has_no_end_is_an_error() {
        assert!(answered(b"SE\n\xC5m\xE5ls kommun\n").is_err());
        let endless = std::io::Read::take(std::io::repeat(b'a'), 1 << 20);
        let asked = gather(&args(), &standing(), Some(std::io::BufReader::new(endless)), Tongue::English);
        assert!(asked.is_err());
    }

    #[test]
    fn options_are_not_asked_for() {
        let args = Args { name: Some("Exempelby kommun".into()), pipeline: Some(Pipeline::None), ..args() };
        let nobody: Option<&[u8]> = None;
        let answers = gather(&args, &standing(), nobody, Tongue::English).unwrap();
        assert_eq!(answers.municipality.unwrap().folder, "exempelby");
    }
}
