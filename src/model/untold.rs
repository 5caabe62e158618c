//! Activities that no notice need tell.

use crate::model::List;
use crate::model::Text;
use crate::model::law::Law;
use crate::model::period::Date;
use crate::model::record::record;

record! {
    /// Why no notice need tell of an activity: people know already, or the law exempts it (Article 13(4), Article 14(5),
    /// Article 23 with national law).
    pub struct Untold(
        en: "a reason why no notice tells",
        sv: "ett skäl till att ingen informationstext behövs",
        da: "en grund til, at der ikke kræves nogen oplysningstekst",
    ) {
        /// The provision.
        ///
        /// `law: artikel 14.5 c i dataskyddsförordningen`
        law: List<Law> = required known,
        /// Why it applies here; internal.
        ///
        /// `because: uppgifterna lämnas ut enligt lag, som skyddar de registrerade`
        because: Text = required internal,
        /// The day of the next review; internal.
        ///
        /// `review: 2027-11-30`
        review: Option<Date> = required internal,
    }
}
