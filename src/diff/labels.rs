//! The instruction for each duty.

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
