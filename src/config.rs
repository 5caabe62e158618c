//! `ropa.toml`: the settings of a workspace.

pub(crate) mod brand;
mod colour;
mod fault;
mod logo;
pub(crate) mod messages;
mod outputs;
mod refuse;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::check::levels::Levels;
use crate::config::brand::Brand;
use crate::diff::overrides::Diff;
use crate::error::Error;
use crate::say;
use crate::say::{Message, Tongue};
use crate::source;
use crate::source::content::Content;
use crate::source::disk;
use crate::source::ignore::Ignore;
use outputs::Outputs;

/// Maximum size of `ropa.toml` in bytes: 1 MiB.
pub(crate) const MAX_FILE: u64 = 1 << 20;

/// The settings of a workspace. All have defaults.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The language of the program's messages: `en`, `sv` or `da`; without it, that of the computer.
    #[serde(deserialize_with = "messages::code")]
    pub messages: Option<Tongue>,
    /// The language of the index over all municipalities.
    pub language: String,
    /// The title of the index.
    pub title: String,
    /// Input and output folders.
    pub folders: Folders,
    /// What to write.
    pub outputs: Outputs,
    /// The appearance of pages.
    pub brand: Brand,
    /// How changes are graded.
    pub diff: Diff,
    /// Exceptions for `ropa verify`.
    pub verify: Verify,
    /// The levels of rules.
    pub levels: Levels,
    /// Settings of single municipalities, by name of folder.
    pub municipality: BTreeMap<String, OfMunicipality>,
    /// The patterns of `folders.ignore`, compiled.
    #[serde(skip)]
    pub ignore: Ignore,
    /// The settings as written.
    #[serde(skip)]
    pub written: toml::Table,
    /// The line and column of `brand.logo`.
    #[serde(skip)]
    logo_place: (usize, usize),
}

/// The settings of one municipality.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct OfMunicipality {
    /// The levels of rules.
    pub levels: Levels,
}

/// Input and output folders, as paths below the workspace.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Folders {
    /// The folder of registers, with one folder per municipality.
    pub registers: PathBuf,
    /// The output folder, with `public/` and `internal/`.
    pub out: PathBuf,
    /// Files among the registers that do not belong to them: names, or patterns such as `*.md` and `minutes/*.pdf`.
    /// They only silence the warning about a file that is not read; a YAML file is always read.
    pub ignore: Vec<String>,
}

/// Exceptions for `ropa verify`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Verify {
    /// Files and folders that a published folder may contain besides the compiled output, as paths in that folder.
    /// `.nojekyll`, `CNAME` and `.well-known` are always allowed.
    pub allow: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            messages: None,
            language: "en".into(),
            title: "Registers of processing activities".into(),
            folders: Folders::default(),
            outputs: Outputs::default(),
            brand: Brand::default(),
            diff: Diff::default(),
            verify: Verify::default(),
            levels: Levels::default(),
            municipality: BTreeMap::new(),
            ignore: Ignore::default(),
            written: toml::Table::new(),
            logo_place: (0, 0),
        }
    }
}

impl Default for Folders {
    fn default() -> Self {
        Self { registers: "registers".into(), out: "build".into(), ignore: Vec::new() }
    }
}

impl Config {
    /// Reads the settings from a file; returns the defaults if there is none.
    ///
    /// # Errors
    /// If the file is a link, a folder or a device, is too large or cannot be read, and as for [`Config::parse`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        match Content::at(path, MAX_FILE) {
            Ok(content) => Self::of(path, content),
            Err(absent) if absent.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(cause) => Err(disk::fault::read(path, cause)),
        }
    }

    /// Reads the settings from the content of a file named `path`.
    ///
    /// # Errors
    /// As for [`Config::open`].
    pub fn of(path: &Path, content: Content) -> Result<Self, Error> {
        Self::read(path, content, Self::parse)
    }

    /// Reads the settings of a revision. A decision on a grade that lacks something does not count there.
    ///
    /// # Errors
    /// As for [`Config::of`], but for decisions.
    pub(crate) fn of_revision(path: &Path, content: Content) -> Result<Self, Error> {
        Self::read(path, content, Self::parse_earlier)
    }

    fn read(path: &Path, content: Content, parse: fn(&Path, &str) -> Result<Self, Error>) -> Result<Self, Error> {
        match content {
            Content::Bytes(bytes) if bytes.len() as u64 > MAX_FILE => {
                Err(fault::refused(path, &Content::TooLarge(bytes.len() as u64)))
            }
            Content::Bytes(bytes) => match source::text(bytes) {
                Ok(text) => parse(path, &text),
                Err(message) => Err(fault::damaged(path, &message)),
            },
            content => Err(fault::refused(path, &content)),
        }
    }

    /// Parses the text of `ropa.toml`.
    ///
    /// # Errors
    /// If the text is not TOML, has an unknown key, rule or kind of change or an invalid pattern, names a folder that
    /// is not below the workspace, has a title with invisible characters, lowers an error by law without a reason, has
    /// a decision on a grade that lacks something, or has a `brand` that pages cannot show.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let config = Self::parse_earlier(path, text)?;
        match config.diff.fault() {
            Some(what) => Err(fault::wrong(path, &what)),
            None => Ok(config),
        }
    }

    /// The same for the settings of a revision, which nobody can correct: a decision that lacks something is no error,
    /// it does not count.
    fn parse_earlier(path: &Path, text: &str) -> Result<Self, Error> {
        let wrong = |what: Message| fault::wrong(path, &what);
        let written = text.parse::<toml::Table>().map_err(|error| fault::damaged(path, &not_toml(&error)))?;
        let mut config: Self = toml::from_str(text).map_err(|error| wrong(not_toml(&error)))?;
        config.ignore = Ignore::of(&config.folders.ignore).map_err(wrong)?;
        if let Some(what) = refuse::folders(&config.folders) {
            return Err(wrong(what));
        }
        if let Some(what) = refuse::title("title", &config.title) {
            return Err(wrong(what));
        }
        if let Some((at, what)) = config.brand.fault() {
            return Err(fault::at(path, place(text, at), &what));
        }
        config.logo_place = place(text, config.brand.logo_at());
        config.written = written;
        Ok(config)
    }

    /// The levels of rules in a municipality.
    #[must_use]
    pub fn levels_of(&self, municipality: &str) -> Levels {
        let own = self.municipality.get(municipality).map(|own| own.levels.clone()).unwrap_or_default();
        self.levels.clone().under(&own)
    }
}

/// The message of the TOML parser, which is in English only.
fn not_toml(error: &toml::de::Error) -> Message {
    say!(
        en: "{error}",
        sv: "inställningarna går inte att läsa; TOML-läsaren säger på engelska:\n{error}",
        da: "indstillingerne kan ikke læses; TOML-læseren siger på engelsk:\n{error}",
        error = Message::lines(&error.to_string()),
    )
}

/// The line and column of a byte of a text.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Config;

    fn fault(text: &str) -> String {
        Config::parse(Path::new("ropa.toml"), text).err().map_or_else(String::new, |error| error.to_string())
    }

    #[test]
    fn settings_are_checked() {
        assert_eq!(fault(""), "");
        assert!(fault("langauge = \"sv\"").contains("unknown field `langauge`"));
        assert_eq!(fault("messages = \"sv\""), "");
        assert!(fault("messages = \"svenska\"").contains("\"en\", \"sv\" or \"da\""));
        assert!(fault("[brand]\ncolour = \"#ffff00\"").contains("too pale"));
        let blue = fault("[brand]\ncolour = \"blue\"");
        assert!(blue.contains("not a colour") && blue.contains("ropa.toml:2:10"), "{blue}");
        let brand = |line: &str| fault(&format!("[brand]\n{line}"));
        assert!(brand("colour-dark = \"#14508c\"").contains("too dark"));
        assert!(brand("name = \"\\u200B\"").contains("brand.name"));
        assert!(brand("footer = \"a\\u202Eb\"").contains("brand.footer"));
        assert!(brand("logo = \"../logo.png\"").contains("brand.logo"));
        for address in ["javascript:alert(1)", "https://", "https://a b", "example.org", "https://a\\\"b"] {
            assert!(brand(&format!("accessibility = \"{address}\"")).contains("brand.accessibility"), "{address}");
        }
        for address in ["a@b", "a@b.se?cc=c@d.se", "a b@c.se", "http://a.se/?b", "mailto:a@b.se"] {
            assert!(brand(&format!("report = \"{address}\"")).contains("brand.report"), "{address}");
        }
        for address in ["javascript:alert(1)", "flen.se", "https://", "https://a.se/?b", "https://a.se/#b", "a@b.se"] {
            assert!(brand(&format!("site = \"{address}\"")).contains("brand.site"), "{address}");
        }
        assert_eq!(brand("site = \"https://integritet.flen.se/\""), "");
        for right in ["report = \"webb@flen.se\"", "report = \"https://flen.se/fel\"", "colour-dark = \"#8ab8e8\""] {
            assert_eq!(brand(right), "");
        }
    }

    #[test]
    fn levels_name_rules_and_give_reasons() {
        assert_eq!(fault("[levels]\nlaw-missing = \"error\"\nlist-open = \"off\""), "");
        let unknown = fault("[municipality.flen.levels]\nlaw-mising = \"error\"");
        assert!(unknown.contains("line 2") && unknown.contains("did you mean `law-missing`?"), "{unknown}");
        let level = fault("[levels]\nlaw-missing = \"fatal\"");
        assert!(level.contains("line 2") && level.contains("\"error\", \"warning\", \"info\" or \"off\""), "{level}");
        for rule in ["purpose-missing", "obligation-missing"] {
            let lowered = fault(&format!("[levels]\n{rule} = \"warning\""));
            assert!(lowered.contains(&format!("`{rule}` is an error by law")), "{lowered}");
            assert_eq!(fault(&format!("[levels]\n{rule} = {{ level = \"off\", because = \"prövas\" }}")), "");
        }
    }
}
