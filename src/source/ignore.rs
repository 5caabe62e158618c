//! Files in a register that do not belong to it: the patterns of `[folders] ignore` in `ropa.toml`.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::say;
use crate::say::Message;

/// The maximum number of patterns.
const MOST: usize = 100;
/// The maximum length of a pattern, in characters.
const LONGEST: usize = 200;

/// Patterns for names and paths. They only suppress the warning about a file that is not read: YAML files are always
/// read, and links are always errors.
#[derive(Debug, Clone, Default)]
pub struct Ignore(GlobSet);

impl Ignore {
    /// Compiles the patterns.
    ///
    /// # Errors
    /// When there are too many, or one is too long or invalid.
    pub(crate) fn of(patterns: &[String]) -> Result<Self, Message> {
        if patterns.len() > MOST {
            let count = patterns.len();
            return Err(say!(
                en: "folders.ignore: there are {count} patterns; at most {MOST} are possible",
                sv: "folders.ignore: det finns {count} mönster; högst {MOST} är möjliga",
                da: "folders.ignore: der er {count} mønstre; højst {MOST} er mulige",
            ));
        }
        let mut all = GlobSetBuilder::new();
        for pattern in patterns {
            let glob = Some(pattern).filter(|pattern| !pattern.is_empty() && pattern.len() <= LONGEST);
            let glob = glob.and_then(|pattern| GlobBuilder::new(pattern).literal_separator(true).build().ok());
            all.add(glob.ok_or_else(|| wrong(pattern))?);
        }
        all.build().map(Self).map_err(|_| wrong(&patterns.join(", ")))
    }

    /// Whether a pattern matches the name of a file, or its path below the folder of the municipality.
    pub(super) fn covers(&self, name: &str, inside: &str) -> bool {
        self.0.is_match(name) || self.0.is_match(inside)
    }
}

fn wrong(pattern: &str) -> Message {
    let pattern: String = pattern.chars().take(LONGEST).collect();
    say!(
        en: "folders.ignore: `{pattern}` is not a pattern; write a name such as `Makefile`, or a pattern such as `*.md`",
        sv: "folders.ignore: `{pattern}` är inte ett mönster; skriv ett namn som `Makefile` eller ett mönster som `*.md`",
        da: "folders.ignore: `{pattern}` er ikke et mønster; skriv et navn som `Makefile` eller et mønster som `*.md`",
    )
}

#[cfg(test)]
mod tests {
    use super::Ignore;

    fn ignore(patterns: &[&str]) -> Result<Ignore, String> {
        Ignore::of(&patterns.iter().map(ToString::to_string).collect::<Vec<_>>()).map_err(|message| message.en)
    }

    #[test]
    fn names_and_paths_are_matched() {
        let ignore = ignore(&["Makefile", "*.md", "minutes/*.pdf"]).unwrap();
        assert!(ignore.covers("Makefile", "activities/Makefile"));
        assert!(ignore.covers("a.md", "a.md") && !ignore.covers("a.md.bak", "a.md.bak"));
        assert!(ignore.covers("a.pdf", "minutes/a.pdf") && !ignore.covers("a.pdf", "notices/a.pdf"));
        assert!(!Ignore::default().covers("a", "a"));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        assert!(ignore(&["[a"]).unwrap_err().contains("`[a` is not a pattern"));
        assert!(ignore(&[""]).is_err() && ignore(&[&"a".repeat(201)]).is_err());
        assert!(ignore(&["a"; 101]).unwrap_err().contains("at most 100"));
    }
}
