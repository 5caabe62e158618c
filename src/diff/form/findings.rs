//! The findings of a comparison: new, accepted, no longer accepted, resolved, not compared, and those that stand.

use crate::diff::RecordKind;
use crate::diff::form::{Group, Line};
use crate::diff::report::{Found, Municipality, Report, State};
use crate::diff::words::Speaker;
use crate::say;
use crate::say::{Message, Tongue};

/// The findings in each state.
pub(super) fn groups(report: &Report, tongue: Tongue) -> Vec<Group> {
    let group = |state: State| {
        let lines: Vec<Line> = report.municipalities.iter().flat_map(|of| lines(of, state, tongue)).collect();
        (!lines.is_empty()).then(|| Group { heading: heading(state).get(tongue).to_owned(), note: None, lines })
    };
    State::ALL.into_iter().filter_map(group).collect()
}

fn lines(municipality: &Municipality, state: State, tongue: Tongue) -> Vec<Line> {
    let speaker = Speaker::new(municipality, tongue);
    let in_state = municipality.findings.iter().filter(|found| found.state == state);
    in_state.map(|found| line(found, &speaker, tongue)).collect()
}

fn heading(state: State) -> Message {
    match state {
        State::New => say!(en: "New findings", sv: "Nya avvikelser", da: "Nye afvigelser"),
        State::NewAndAccepted => say!(
            en: "New findings that are accepted at once",
            sv: "Nya avvikelser som godtas direkt",
            da: "Nye afvigelser, som straks accepteres",
        ),
        State::Accepted => say!(
            en: "Findings that stand and are now accepted",
            sv: "Avvikelser som kvarstår och nu godtas",
            da: "Afvigelser, som består og nu accepteres",
        ),
        State::NoLongerAccepted => say!(
            en: "Findings that stand and are no longer accepted",
            sv: "Avvikelser som kvarstår och inte längre godtas",
            da: "Afvigelser, som består og ikke længere accepteres",
        ),
        State::Resolved => say!(en: "Resolved findings", sv: "Åtgärdade avvikelser", da: "Afhjulpne afvigelser"),
        State::NotCompared => say!(
            en: "Findings in one version only, because in the other a file could not be read or the rule is off",
            sv: "Avvikelser i bara en av versionerna, eftersom en fil i den andra inte kunde läsas eller regeln är avstängd där",
            da: "Afvigelser i kun den ene version, fordi en fil i den anden ikke kunne læses, eller reglen er slået fra der",
        ),
    }
}

fn line(found: &Found, speaker: &Speaker, tongue: Tongue) -> Line {
    let message = found.finding.message.get(tongue);
    let message = match &found.acceptance {
        None => message.to_owned(),
        Some((because, until)) => {
            let until = until.map(|until| until.to_string()).unwrap_or_else(|| "–".to_owned());
            let accepted = say!(
                en: "{message}; accepted until {until}: {because}",
                sv: "{message}; godtas till och med {until}: {because}",
                da: "{message}; accepteres til og med {until}: {because}",
                message = message,
                until = until,
                because = speaker.words(because),
            );
            accepted.get(tongue).to_owned()
        }
    };
    Line {
        code: format!("{}[{}]", found.finding.level.words().get(tongue), found.finding.code),
        message,
        address: found.address.clone(),
    }
}

/// How many findings stand in each municipality.
pub(super) fn standing(report: &Report, tongue: Tongue) -> Vec<String> {
    let stand = |municipality: &Municipality| {
        let standing = municipality.standing;
        let name = Speaker::new(municipality, tongue).name(RecordKind::Municipality, &municipality.id);
        let told = say!(
            en: "Findings that stand in {name}: errors {errors}, warnings {warnings}, hints {hints}, accepted {accepted}.",
            sv: "Avvikelser som kvarstår i {name}: fel {errors}, varningar {warnings}, påpekanden {hints}, godtagna {accepted}.",
            da: "Afvigelser, der består i {name}: fejl {errors}, advarsler {warnings}, bemærkninger {hints}, accepterede {accepted}.",
            name = name,
            errors = standing.errors,
            warnings = standing.warnings,
            hints = standing.hints,
            accepted = standing.accepted,
        );
        (standing.open() + standing.accepted > 0).then(|| told.get(tongue).to_owned())
    };
    report.municipalities.iter().filter_map(stand).collect()
}
