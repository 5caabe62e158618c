//! Provisions.

use crate::model::Text;
use crate::model::address::Url;
use crate::model::record::record;

record! {
    /// A provision: the act with its number, chapter and section, as the country cites it.
    ///
    /// `law: skollagen (2010:800) 10 kap. 32 §`
    pub struct Law(en: "a provision", sv: "ett lagrum", da: "en bestemmelse", short = cite) {
        /// The citation.
        ///
        /// `cite: skollagen (2010:800) 10 kap. 32 §`
        cite: Text = required,
        /// Where the text of the law can be read.
        ///
        /// `url: https://www.riksdagen.se/`
        url: Option<Url>,
    }
}
