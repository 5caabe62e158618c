//! The instruction for each duty, and by when.

use crate::diff::duty::Duty;
use crate::say;
use crate::say::Message;

/// The instruction for a duty.
#[must_use]
pub(crate) fn duty_words(duty: Duty) -> Message {
    match duty {
        Duty::InformBefore => say!(
            en: "Inform the people concerned before the change",
            sv: "Informera de registrerade före ändringen",
            da: "Oplys de registrerede før ændringen"
        ),
        Duty::NewNotice => say!(
            en: "Publish a new version of the notice and tell people of it",
            sv: "Publicera en ny version av informationen och gör de registrerade uppmärksamma på den",
            da: "Offentliggør en ny version af oplysningsteksten, og gør de registrerede opmærksomme på den"
        ),
        Duty::TellRecipients => say!(
            en: "Tell the recipients of data that are corrected or erased",
            sv: "Underrätta mottagarna om uppgifter som rättas eller raderas",
            da: "Underret modtagerne om oplysninger, der rettes eller slettes"
        ),
        Duty::ReviewAssessment => say!(
            en: "Review the risk and the impact assessment",
            sv: "Se över risken och konsekvensbedömningen",
            da: "Gennemgå risikoen og konsekvensanalysen"
        ),
        Duty::TellAuthority => say!(
            en: "Tell the supervisory authority the contact details of the data protection officer",
            sv: "Meddela tillsynsmyndigheten dataskyddsombudets kontaktuppgifter",
            da: "Giv tilsynsmyndigheden besked om databeskyttelsesrådgiverens kontaktoplysninger"
        ),
        Duty::Archive => say!(
            en: "Decide on keeping or destroying, as the law on archives asks",
            sv: "Besluta om bevarande eller gallring enligt arkivlagstiftningen",
            da: "Træf beslutning om bevaring eller kassation efter arkivlovgivningen"
        ),
    }
}

/// By when a duty is fulfilled, with the law where it says so.
#[must_use]
pub(crate) fn duty_time(duty: Duty) -> Message {
    match duty {
        Duty::InformBefore => say!(
            en: "before the data are used in the new way (Articles 13(3) and 14(4) GDPR)",
            sv: "innan uppgifterna används på det nya sättet (artiklarna 13.3 och 14.4 i dataskyddsförordningen)",
            da: "før oplysningerne bruges på den nye måde (databeskyttelsesforordningens artikel 13, stk. 3, og artikel 14, stk. 4)",
        ),
        Duty::NewNotice => say!(
            en: "in good time before the change takes effect (WP260 rev.01)",
            sv: "i god tid innan ändringen träder i kraft (WP260 rev.01)",
            da: "i god tid, før ændringen træder i kraft (WP260 rev.01)",
        ),
        Duty::TellRecipients => say!(
            en: "when data are corrected or erased (Article 19 GDPR)",
            sv: "när uppgifter rättas eller raderas (artikel 19 i dataskyddsförordningen)",
            da: "når oplysninger rettes eller slettes (databeskyttelsesforordningens artikel 19)",
        ),
        Duty::ReviewAssessment => say!(
            en: "before the processing changes (Article 35(1) and (11) GDPR)",
            sv: "innan behandlingen ändras (artikel 35.1 och 35.11 i dataskyddsförordningen)",
            da: "før behandlingen ændres (databeskyttelsesforordningens artikel 35, stk. 1 og 11)",
        ),
        Duty::TellAuthority => say!(
            en: "when the change takes effect",
            sv: "när ändringen träder i kraft",
            da: "når ændringen træder i kraft",
        ),
        Duty::Archive => say!(
            en: "before anything is destroyed",
            sv: "innan något gallras",
            da: "før noget kasseres",
        ),
    }
}
