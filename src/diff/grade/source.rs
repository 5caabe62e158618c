//! The sources of a grade, as its row cites them.

use crate::assets::unknown;
use crate::say;
use crate::say::Message;
use crate::vocabulary::CountryCode;

/// What a grade rests on.
pub(super) enum Source<'l> {
    /// An Article of the Regulation: `13(1)(f)`.
    Article(&'l str),
    /// A provision of one country: `SE: arkivlagen (1990:782) 10 §`.
    National(CountryCode, &'l str),
    /// Another source: `= WP260 rev.01`.
    Other(&'l str),
}

impl<'l> Source<'l> {
    /// Reads a source.
    ///
    /// # Errors
    /// What is wrong: it names no source, or a country that does not exist.
    pub(super) fn of(law: &'l str) -> Result<Self, Message> {
        if law.starts_with(|first: char| first.is_ascii_digit()) {
            return Ok(Self::Article(law));
        }
        if let Some(source) = law.strip_prefix('=') {
            return Ok(Self::Other(source.trim()));
        }
        let (country, provision) = law.split_once(':').ok_or_else(|| sourceless(law))?;
        let country = CountryCode::of(country).ok_or_else(|| unknown(country))?;
        Ok(Self::National(country, provision.trim()))
    }
}

fn sourceless(law: &str) -> Message {
    say!(
        en: "`{law}` names no country and no source",
        sv: "`{law}` anger inget land och ingen källa",
        da: "`{law}` angiver intet land og ingen kilde",
    )
}
