//! The ends of a retention rule, wherever it names them.

use super::{Event, Except, Limit, Retention, Stage};
use crate::model::period::Keep;
use crate::model::{Gap, Text};
use crate::vocabulary::Form;

/// A period with its start, or the events until which data are kept, wherever a rule has them.
#[derive(Debug, Clone, Copy)]
pub struct End<'r> {
    /// The period.
    pub keep: Option<&'r Keep>,
    /// The event from which it runs.
    pub from: Option<&'r Event>,
    /// The events until which data are kept.
    pub until: &'r [Event],
}

impl Retention {
    /// Every end that the rule names: its own, those of `first-of` and `last-of`, of its stages and exceptions.
    pub fn ends(&self) -> impl Iterator<Item = End<'_>> {
        self.ends_to_stage(usize::MAX)
    }

    /// The ends whose periods need a start: not the later stages, which begin where the stage before ends.
    pub fn ends_with_start(&self) -> impl Iterator<Item = End<'_>> {
        self.ends_to_stage(1)
    }

    /// The ends with the first stages only.
    fn ends_to_stage(&self, stages: usize) -> impl Iterator<Item = End<'_>> {
        let limits = self.first_of.iter().chain(&self.last_of).map(End::from);
        let stages = self.stages.iter().take(stages).map(End::from);
        std::iter::once(End::from(self)).chain(limits).chain(stages).chain(self.except.iter().map(End::from))
    }

    /// Why the period is not known, where the rule says so.
    #[must_use]
    pub fn gap(&self) -> Option<&Gap> {
        self.unknown.as_ref().or(self.keep.gap()).or(self.criterion.gap())
    }

    /// Every period of [`Self::ends`].
    pub fn keeps(&self) -> impl Iterator<Item = Keep> {
        self.ends().filter_map(|end| end.keep.copied())
    }

    /// Whether data are kept until something happens.
    #[must_use]
    pub fn has_criterion(&self) -> bool {
        self.ends().any(|end| !end.until.is_empty()) || self.criterion.value().is_some()
    }

    /// Whether the period is not known, and no criterion stands in its place (Article 13(2)(a)).
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.gap().is_some() && !self.has_criterion() && self.keeps().next().is_none()
    }

    /// Every event of [`Self::ends`].
    pub fn events_mut(&mut self) -> impl Iterator<Item = &mut Event> {
        let Self { from, until, first_of, last_of, stages, except, .. } = self;
        let limits = first_of.items.iter_mut().chain(&mut last_of.items);
        let stages = stages.items.iter_mut();
        let except = except.items.iter_mut();
        from.value_mut()
            .into_iter()
            .chain(&mut until.items)
            .chain(limits.flat_map(|limit| limit.from.iter_mut().chain(&mut limit.until)))
            .chain(stages.flat_map(|stage| stage.from.iter_mut().chain(&mut stage.until)))
            .chain(except.flat_map(|except| except.from.iter_mut().chain(&mut except.until.items)))
    }
}

impl<'r> End<'r> {
    /// The events that it names.
    pub fn into_events(self) -> impl Iterator<Item = &'r Event> {
        self.from.into_iter().chain(self.until)
    }
}

impl<'r> From<&'r Retention> for End<'r> {
    fn from(rule: &'r Retention) -> Self {
        Self { keep: rule.keep.value(), from: rule.from.value(), until: &rule.until.items }
    }
}

impl<'r> From<&'r Limit> for End<'r> {
    fn from(Limit { keep, from, until, at: _ }: &'r Limit) -> Self {
        Self { keep: keep.as_ref(), from: from.as_ref(), until: until.as_slice() }
    }
}

impl<'r> From<&'r Stage> for End<'r> {
    fn from(Stage { state: _, keep, from, until, at: _ }: &'r Stage) -> Self {
        Self { keep: keep.as_ref(), from: from.as_ref(), until: until.as_slice() }
    }
}

impl<'r> From<&'r Except> for End<'r> {
    fn from(except: &'r Except) -> Self {
        Self { keep: except.keep.as_ref(), from: except.from.as_ref(), until: &except.until.items }
    }
}

impl Event {
    /// The form that completes a sentence: with a rounding it is that of “the year in which …”.
    #[must_use]
    pub(crate) fn form(&self, form: Form) -> Form {
        if self.rounding.is_some() { Form::Until } else { form }
    }

    /// Its own words in this form.
    #[must_use]
    pub(crate) fn own(&self, form: Form) -> Option<&Text> {
        if form == Form::From { self.from.as_ref() } else { self.until.as_ref() }
    }
}
