//! How long, as a phrase that completes “the data are kept”: “for 2 years from …”, “until …”. A phrase begins with the
//! space or comma before it.

use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::List;
use crate::model::activity::Activity;
use crate::model::period::{Keep, Period};
use crate::model::retention::{End, Event, Limit, Stage};
use crate::model::term::{TermKind, with_age};
use crate::vocabulary::Form;

/// Puts ends into words for one activity.
#[derive(Clone, Copy)]
pub(super) struct Ends<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) activity: &'s Activity,
}

impl Ends<'_> {
    /// `for at most 2 years from …`.
    pub(super) fn period(self, period: &Period, from: Option<&Event>) -> Line {
        let from = from.map(|from| self.event(from, Form::From)).unwrap_or_default();
        self.period_from(period, from)
    }

    fn period_from(self, period: &Period, from: Line) -> Line {
        let key = match (period.least, period.most) {
            (None, _) => "say.span-at-most",
            (_, None) => "say.span-at-least",
            _ => "say.span-period",
        };
        self.scene.say(key, &[("period", self.scene.language.period(period)), ("from", from)])
    }

    /// `until …`, of several events the first of which counts, or of a criterion.
    pub(super) fn until(self, events: &[Event], criterion: Line) -> Line {
        let is_plain = |event: &Event| event.rounding.is_none() && event.day.is_none();
        if events.iter().all(is_plain) {
            let clauses = events.iter().map(|event| self.event(event, Form::Until)).collect();
            let until = self.scene.language.either(vec![self.scene.language.either(clauses), criterion]);
            return self.scene.say("say.span-until", &[("until", until)]);
        }
        let mut spans: Vec<Line> = events.iter().map(|event| self.until_one(event)).collect();
        if !criterion.is_empty() {
            spans.push(self.scene.say("say.span-until", &[("until", criterion)]));
        }
        either(self.scene, spans)
    }

    fn until_one(self, event: &Event) -> Line {
        let (key, place) = match (event.day.is_some(), event.rounding.is_some()) {
            (true, _) => ("say.span-until-day", "day"),
            (_, true) => ("say.span-until-end", "until"),
            _ => ("say.span-until", "until"),
        };
        self.scene.say(key, &[(place, self.event(event, Form::Until))])
    }

    /// An end as a phrase.
    fn span(self, end: End) -> Line {
        match end.keep {
            Some(Keep::For(period)) => self.period(period, end.from),
            Some(Keep::Permanent { .. }) => self.scene.say("say.span-permanent", &[]),
            Some(Keep::NotStored { .. }) => Line::default(),
            None if end.until.is_empty() => Line::default(),
            None => self.until(end.until, Line::default()),
        }
    }

    /// An event in the given form, with its age and rounding.
    fn event(self, event: &Event, form: Form) -> Line {
        let Event { event: term, from, until, day, age, rounding, at: _ } = event;
        if let Some(date) = day {
            return self.scene.say("say.day", &[("day", self.scene.language.date(date.day))]);
        }
        let form = event.form(form);
        let mut line = match (event.own(form), term) {
            (Some(own), _) => self.scene.text(own),
            (None, Some(term)) => self.scene.word(TermKind::Events, &term.word, form, Some(self.activity)),
            (None, None) => from.as_ref().or(until.as_ref()).map(|other| self.scene.text(other)).unwrap_or_default(),
        };
        line.runs.iter_mut().for_each(|run| run.words = with_age(&run.words, *age).into_owned());
        match rounding {
            Some(rounding) => self.scene.say(&format!("rounding.{}", rounding.key()), &[("event", line.unstopped())]),
            None => line.unstopped(),
        }
    }
}

/// Several ends, one of which counts. A period that they share is said once.
pub(super) fn limits(ends: Ends, limits: &List<Limit>) -> Line {
    let shared = limits.items.first().and_then(|first| first.keep.as_ref());
    if let Some(Keep::For(period)) = shared.filter(|keep| limits.iter().all(|limit| limit.keep.as_ref() == Some(keep)))
    {
        let starts = limits.iter().filter_map(|limit| limit.from.as_ref());
        let starts: Vec<Line> = starts.map(|from| ends.event(from, Form::From)).collect();
        if starts.len() == limits.items.len() {
            return {
                let has_comma = starts.iter().any(|start| start.plain().contains(", "));
                let language = ends.scene.language;
                let starts = if has_comma { language.either_phrase(starts) } else { language.either(starts) };
                ends.period_from(period, starts)
            };
        }
    }
    either(ends.scene, limits.iter().map(|limit| ends.span(End::from(limit))).collect())
}

/// Stages, one after the other.
pub(super) fn stages(ends: Ends, stages: &List<Stage>) -> Line {
    let mut line = Line::default();
    for stage in stages {
        if !line.is_empty() {
            line.push(&ends.scene.say("say.next-stage", &[]));
        }
        if let Some(state) = stage.state {
            line.push(&ends.scene.language.code("state", state.key()));
        }
        line.push(&ends.span(End::from(stage)));
    }
    line
}

/// Phrases of which one holds: `for 2 years or until …`.
pub(super) fn either(scene: &Scene, phrases: Vec<Line>) -> Line {
    let mut phrases: Vec<Line> = phrases.into_iter().filter(|phrase| !phrase.is_empty()).collect();
    for run in phrases.iter_mut().skip(1).filter_map(|phrase| phrase.runs.first_mut()) {
        run.words = run.words.trim_start_matches([',', ' ']).to_owned();
    }
    scene.language.either_phrase(phrases)
}

/// Adds a closing comma, in languages that have one, to a phrase that contains a comma and is followed by what happens
/// then.
pub(super) fn closed(scene: &Scene, phrase: Line, then: &Line) -> Line {
    let is_open = !then.is_empty() && phrase.plain().trim_start_matches([',', ' ']).contains(", ");
    if is_open { phrase.and(&scene.language.say("say.closing", &[]).plain()) } else { phrase }
}
