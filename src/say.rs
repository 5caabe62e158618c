//! Messages in every language of the program at once, so that none is only partly translated.

use std::borrow::Cow;
use std::fmt::Display;

use crate::lang::Lang;
use crate::visible;

/// A language of the program's messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    #[default]
    English,
    /// Swedish.
    Swedish,
    /// Danish.
    Danish,
}

impl Tongue {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::English, Self::Swedish, Self::Danish];

    /// The code (ISO 639-1).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Danish => "da",
        }
    }

    /// The language of a code or of a locale that begins with one: `sv_SE.UTF-8`. Norwegian gives Danish.
    #[must_use]
    pub fn parse(locale: &str) -> Option<Self> {
        let code: String = locale.chars().take_while(char::is_ascii_alphabetic).collect();
        match code.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "sv" => Some(Self::Swedish),
            "da" | "nb" | "nn" | "no" => Some(Self::Danish),
            _ => None,
        }
    }

    /// The same language as a register language.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        Lang::parse(self.code())
    }
}

/// Fixed text in each language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub en: &'static str,
    /// In Swedish.
    pub sv: &'static str,
    /// In Danish.
    pub da: &'static str,
}

impl Words {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::English => self.en,
            Tongue::Swedish => self.sv,
            Tongue::Danish => self.da,
        }
    }
}

/// A message in each language, with its values filled in; [`say!`](crate::say!) creates one. Invisible and terminal
/// control characters are escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// In English.
    pub en: String,
    /// In Swedish.
    pub sv: String,
    /// In Danish.
    pub da: String,
}

impl Message {
    /// The same text in every language: a name, a number, a piece of YAML.
    #[must_use]
    pub fn same(words: &str) -> Self {
        let words = visible::line(words);
        Self::each(|_| words.to_string())
    }

    /// The output of another program or library, with its line breaks.
    #[must_use]
    pub fn lines(words: &str) -> Self {
        Self::each(|_| words.to_owned())
    }

    /// Text made separately for each language, with its line breaks.
    pub fn each(of: impl Fn(Tongue) -> String) -> Self {
        let of = |tongue| visible::lines(&of(tongue)).into_owned();
        Self { en: of(Tongue::English), sv: of(Tongue::Swedish), da: of(Tongue::Danish) }
    }

    /// The message in one language.
    #[must_use]
    pub fn get(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::English => &self.en,
            Tongue::Swedish => &self.sv,
            Tongue::Danish => &self.da,
        }
    }

    /// Whether the message is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty()
    }
}

impl From<Words> for Message {
    fn from(words: Words) -> Self {
        Self { en: words.en.into(), sv: words.sv.into(), da: words.da.into() }
    }
}

/// A value that can be filled into a message.
pub(crate) trait Say {
    /// The value in one language, without terminal control characters.
    fn say(&self, tongue: Tongue) -> String;

    /// Whether the value can contain line breaks.
    fn has_lines(&self) -> bool {
        false
    }
}

impl<T: Display + ?Sized> Say for T {
    fn say(&self, _: Tongue) -> String {
        visible::line(&self.to_string()).into_owned()
    }
}

impl Say for Message {
    fn say(&self, tongue: Tongue) -> String {
        self.get(tongue).to_owned()
    }

    fn has_lines(&self) -> bool {
        self.en.contains('\n')
    }
}

impl Say for Words {
    fn say(&self, tongue: Tongue) -> String {
        self.get(tongue).to_owned()
    }
}

/// Escapes a message with its values filled in. It has line breaks only from fixed text or other messages.
#[must_use]
pub(crate) fn filled(words: String, has_lines: bool) -> String {
    let shown = if has_lines { visible::lines(&words) } else { visible::line(&words) };
    match shown {
        Cow::Borrowed(_) => words,
        Cow::Owned(shown) => shown,
    }
}

/// Creates a [`Message`] in English, Swedish and Danish. The compiler checks that each language uses the same values.
macro_rules! say {
    (en: $en:literal, sv: $sv:literal, da: $da:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = &$value;)*
        let has_lines = $en.contains('\n') $(|| $crate::say::Say::has_lines($name))*;
        let filled = |words| $crate::say::filled(words, has_lines);
        $crate::say::Message {
            en: filled(format!($en $(, $name = $crate::say::Say::say($name, $crate::say::Tongue::English))*)),
            sv: filled(format!($sv $(, $name = $crate::say::Say::say($name, $crate::say::Tongue::Swedish))*)),
            da: filled(format!($da $(, $name = $crate::say::Say::say($name, $crate::say::Tongue::Danish))*)),
        }
    }};
}

pub(crate) use say;

/// A day as people write it: `1 October 2014`, `1 oktober 2014`, `1. oktober 2014`.
#[must_use]
pub(crate) fn day(day: jiff::civil::Date) -> Message {
    let month = |names: [&'static str; 12]| {
        let index = usize::from(day.month().unsigned_abs()).saturating_sub(1);
        names.get(index).copied().unwrap_or_default()
    };
    let (number, year) = (day.day(), day.year());
    let en = month([
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]);
    let sv = month([
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ]);
    let da = month([
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ]);
    Message {
        en: format!("{number} {en} {year}"),
        sv: format!("{number} {sv} {year}"),
        da: format!("{number}. {da} {year}"),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_message_has_the_values_in_each_language() {
        let name = "a\nb";
        let message = say!(en: "no rule `{name}`", sv: "ingen regel `{name}`", da: "ingen regel `{name}`");
        let day = super::day(jiff::civil::date(2014, 10, 1));
        assert_eq!(
            (day.en.as_str(), day.sv.as_str(), day.da.as_str()),
            ("1 October 2014", "1 oktober 2014", "1. oktober 2014")
        );
        assert_eq!((message.en.as_str(), message.sv.as_str()), (r"no rule `a\nb`", r"ingen regel `a\nb`"));
    }
}
