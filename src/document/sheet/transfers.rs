//! The table of transfers to third countries (Article 30(1)(e)).

use crate::audience::Audience;
use crate::document::scene::Scene;
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, day, known, known_text, label, laws, lines, text, texts, word};
use crate::document::sheet::named::{Named, heads as around};
use crate::model::activity::Activity;
use crate::model::flow::Transfer;

pub(super) fn heads(scene: &Scene) -> Vec<Head> {
    let label = |key: &str| label(scene, key);
    let own = [
        (word(scene, "to"), 32),
        (label("label.country"), 20),
        (word(scene, "certainty"), 20),
        (word(scene, "receives"), 32),
        (label("label.when"), 28),
        (label("label.tool"), 32),
        (label("label.module"), 24),
        (word(scene, "derogation"), 32),
        (label("label.decision"), 28),
        (label("label.law"), 32),
        (label("label.supplementary"), 40),
        (label("label.copy"), 28),
        (label("label.assessed"), 14),
        (label("label.certified"), 14),
    ];
    let internal = (scene.audience() == Audience::Internal).then(|| (label("label.documentation"), 40));
    around(scene, own.into_iter().chain(internal))
}

pub(super) fn rows(scene: &Scene, activity: &Activity, named: &Named) -> Vec<Row> {
    activity.transfers.iter().map(|transfer| named.row(cells(scene, transfer, activity))).collect()
}

fn cells(scene: &Scene, transfer: &Transfer, activity: &Activity) -> Vec<Cell> {
    let Transfer {
        to,
        country,
        possible,
        tool,
        module,
        decision,
        law,
        assessed,
        certified,
        supplementary,
        copy,
        data,
        when,
        derogation,
        documentation,
        remarks: _,
        notes: _,
        at: _,
    } = transfer;
    let code = |group: &str, key: &str| lines([scene.language.code(group, key)]);
    let gaps = data.gaps.iter().map(|gap| scene.gap_value(gap));
    let documentation = (scene.audience() == Audience::Internal).then(|| known_text(scene, documentation));
    let own = [
        lines([scene.term(to, activity)]),
        known(scene, country, |country| scene.country_name(&country.code)),
        text(word(scene, if possible.0 { "possible" } else { "happens" })),
        lines(scene.terms(data, activity).into_iter().chain(gaps)),
        known_text(scene, when),
        known(scene, tool, |tool| scene.language.code("tool", tool.key())),
        module.map(|module| code("module", module.key())).unwrap_or_default(),
        derogation.map(|derogation| code("derogation", derogation.key())).unwrap_or_default(),
        known_text(scene, decision),
        laws(scene, law),
        texts(scene, supplementary),
        known_text(scene, copy),
        day(*assessed),
        day(*certified),
    ];
    own.into_iter().chain(documentation).collect()
}
