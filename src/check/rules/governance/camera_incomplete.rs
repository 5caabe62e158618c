//! `camera-incomplete`: a camera lacks the type of place or the day of its assessment.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "camera-incomplete",
    aliases: &["G-08"],
    title: Words {
        en: "A camera lacks the type of place or the day of its assessment",
        sv: "En kamera saknar typ av plats eller datum för bedömningen",
        da: "Et kamera mangler stedets art eller datoen for vurderingen",
    },
    level: Level::Error,
    country: Some("SE"),
    follows_from_misreading: true,
    law: &[Provision::National("SE", "9 och 10 §§ kamerabevakningslagen (2018:1200)")],
    why: Words {
        en: "A Swedish authority must keep an assessment and a list of its cameras: address, type of place, purpose, sound and the day of the latest assessment.",
        sv: "En myndighet ska dokumentera en bedömning och föra en förteckning över sina kameror: adress, typ av plats, ändamål, ljud och datum för den senaste bedömningen.",
        da: "En svensk myndighed skal dokumentere en vurdering og føre en liste over sine kameraer: adresse, stedets art, formål, lyd og datoen for den seneste vurdering.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01\n  cameras: [{address: Storgatan 1}]",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01\n  cameras: [{address: Storgatan 1, place: entré, assessed: 2026-01-15}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let administrations = missing::single(case).filter_map(|activity| activity.administration.as_ref());
    let cameras = administrations.flat_map(|own| &own.cameras);
    for camera in cameras.filter(|camera| camera.place.is_unwritten() || camera.assessed.is_none()) {
        findings.push(
            RULE.found(
                camera.at,
                say!(
                    en: "this camera lacks its type of place or the day of its assessment",
                    sv: "kameran saknar typ av plats eller datum för bedömningen",
                    da: "kameraet mangler stedets art eller datoen for vurderingen",
                ),
            )
            .label(say!(en: "neither may be missing", sv: "inget av dem får saknas", da: "ingen af dem må mangle"))
            .help(say!(
                en: "write `place:` and `assessed:`",
                sv: "skriv `place:` och `assessed:`",
                da: "skriv `place:` og `assessed:`",
            )),
        );
    }
}
