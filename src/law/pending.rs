//! Proposals that may change the law, from `templates/law/pending.toml`. They are shown and never applied.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::provision::Provision;
use crate::law::{day, read};

/// A proposal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a row without a day or a source does not load")]
pub(crate) struct Pending {
    /// Its number.
    pub proposal: String,
    /// The Articles of the Regulation that it would change, as [`Provision::Gdpr`] writes them.
    articles: Vec<String>,
    /// The day of the proposal.
    #[serde(deserialize_with = "day")]
    from: civil::Date,
    source: String,
}

static TABLE: Table<Vec<Pending>> = Table::new(|files| read(files, "pending"));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check(files)
}

/// The proposals that would change one of these provisions.
pub(crate) fn about(provisions: &[Provision]) -> impl Iterator<Item = &'static Pending> {
    TABLE.get().iter().filter(|row| row.articles.iter().any(|article| provisions.iter().any(|own| is_in(own, article))))
}

/// Whether a provision is an Article or a part of it, or the Article of which this is a part.
fn is_in(provision: &Provision, article: &str) -> bool {
    let Provision::Gdpr(own) = provision else { return false };
    let part =
        |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('('));
    part(article, own)
}

#[cfg(test)]
mod tests {
    use super::about;
    use crate::law::provision::Provision::{Cited, Gdpr, Recital};

    #[test]
    fn a_proposal_is_about_an_article_and_its_parts() {
        let found = |provisions: &[_]| about(provisions).map(|row| row.proposal.as_str()).collect::<Vec<_>>();
        assert_eq!(found(&[Gdpr("12(5)")]), ["COM(2025) 837"]);
        assert_eq!(found(&[Gdpr("30(5)"), Gdpr("35(2)")]), ["COM(2025) 837", "COM(2025) 501"]);
        assert_eq!(
            found(&[Gdpr("30(1)(e)"), Gdpr("1"), Gdpr("14(1)"), Gdpr("4(11)"), Recital(12), Cited("13")]),
            [""; 0]
        );
    }
}
