//! The internal administration of an activity.

use super::pen::Pen;
use super::yaml::Value;

/// Generates the internal administration.
pub(crate) fn administration(pen: &mut Pen) -> Value {
    let draft = pen.record("administration");
    let draft = draft.text("process").must("reference").text("contract").must("owner").with("class", class);
    let draft =
        draft.with("assessment", assessment).text("risk-analysis").with("information", information).text("volume");
    let draft =
        draft.texts("access").text("protected-persons").texts("search-limits").texts("exchange").texts("incidents");
    let draft = draft
        .may("cameras", |pen| pen.fully(camera))
        .text("ai")
        .may("secrecy", |pen| pen.text("administration", "secrecy"));
    draft
        .may("created", Pen::long_past)
        .may("changed", Pen::past)
        .with("review", Pen::ahead)
        .may("approved", Pen::past)
        .text("approved-by")
        .with("reviewed", reviewed)
        .done()
}

/// Without chance, so that everything else stays as it was.
fn reviewed(pen: &mut Pen) -> Value {
    pen.record("reviewed").set("on", "2026-02-10").set("role", "registrator").set("about", "retention").done()
}

fn class(pen: &mut Pen) -> Value {
    let levels = ["0", "1", "2", "3"];
    let draft = pen.record("class").with("confidentiality", |pen| pen.word(&levels));
    let draft = draft.with("integrity", |pen| pen.word(&levels)).with("availability", |pen| pen.word(&levels));
    draft.may("date", Pen::past).done()
}

fn assessment(pen: &mut Pen) -> Value {
    let is_required = pen.chance.once_in(2);
    let draft = pen.record("assessment").with("screened", Pen::long_past).texts("criteria");
    if !is_required {
        return draft.set("required", "no").done();
    }
    let draft = draft.set("required", "yes").must("reference").with("date", Pen::past).must("advice");
    draft.must("residual").done()
}

fn information(pen: &mut Pen) -> Value {
    pen.record("information").must("when").text("how").text("exception").done()
}

fn camera(pen: &mut Pen) -> Value {
    let draft = pen.record("camera").must("address").must("place").may("sound", |_| "no");
    draft.with("assessed", Pen::past).done()
}
