//! Countries for which a municipality can be created.

use clap::ValueEnum;

use crate::finding::Place as At;
use crate::lexicon::texts;
use crate::model::{Id, suggest};
use crate::say::Tongue;
use crate::{Error, say};

/// A country with its own defaults.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Country {
    #[value(name = "SE")]
    Sweden,
    #[value(name = "DK")]
    Denmark,
}

/// What depends on the country and not on the language.
pub(crate) struct Words {
    /// Its code (ISO 3166-1).
    pub(crate) code: &'static str,
    /// The language of its registers.
    pub(crate) tongue: Tongue,
    /// The id of the first controller.
    pub(crate) controller: &'static str,
    /// Its form of organisation.
    pub(crate) form: &'static str,
    /// The board that every municipality has, if boards are controllers.
    pub(crate) board: Option<&'static str>,
}

impl Country {
    /// What depends on the country.
    pub(crate) fn words(self) -> Words {
        match self {
            Self::Sweden => Words {
                code: "SE",
                tongue: Tongue::Swedish,
                controller: "namnden",
                form: "board",
                board: Some("Kommunstyrelsen"),
            },
            Self::Denmark => {
                Words { code: "DK", tongue: Tongue::Danish, controller: "kommunen", form: "municipality", board: None }
            }
        }
    }

    /// The folder of a municipality: the one that was asked for, or one after its name.
    ///
    /// # Errors
    /// When the name has no letters, or the folder is not an id.
    pub(crate) fn folder(self, name: &str, asked: Option<&str>) -> Result<String, Error> {
        let suggested = || suggest(&self.short_name(name).replace('/', " "));
        let folder = asked.map(str::to_owned).or_else(suggested).ok_or_else(|| {
            Error::new(say!(
                en: "the name has no letters to make a folder name of",
                sv: "namnet har inga bokstäver att bilda ett mappnamn av",
                da: "navnet har ingen bogstaver at danne et mappenavn af",
            ))
        })?;
        Id::parse(&folder, At::default()).filter(|id| id.whole().is_none()).ok_or_else(|| {
            Error::new(say!(
                en: "`{folder}` is not a folder name; use the letters a–z, digits and hyphens",
                sv: "`{folder}` är inte ett mappnamn; använd bokstäverna a–z, siffror och bindestreck",
                da: "`{folder}` er ikke et mappenavn; brug bogstaverne a–z, cifre og bindestreger",
            ))
        })?;
        Ok(folder)
    }

    /// The name of a municipality without the word for one, and for Sweden without the genitive: `Flens kommun` is
    /// `Flen`, but `Degerfors kommun` is `Degerfors`. Danish letters are replaced as in Danish.
    fn short_name(self, name: &str) -> String {
        let name = name.trim();
        let last = name.rsplit(' ').next().unwrap_or_default();
        let is_called = texts().municipality.has(&last.to_lowercase()) && last.len() < name.len();
        let base = if is_called { name[..name.len() - last.len()].trim_end() } else { name };
        match self {
            Self::Sweden => {
                let keeps = texts().own_s.iter().any(|ending| base.to_lowercase().ends_with(ending));
                base.strip_suffix('s').filter(|_| is_called && !keeps).unwrap_or(base).to_owned()
            }
            Self::Denmark => {
                let letters = [("å", "aa"), ("Å", "Aa"), ("ø", "oe"), ("Ø", "Oe"), ("æ", "ae"), ("Æ", "Ae")];
                letters.iter().fold(base.to_owned(), |name, (letter, letters)| name.replace(letter, letters))
            }
        }
    }
}
