//! A progress bar for builds that take longer than a second.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use crate::say::{Tongue, Words};
use crate::visible;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const TEMPLATE: Words = Words {
    en: "{bar:30} {pos} of {len} municipalities, {msg}",
    sv: "{bar:30} {pos} av {len} kommuner, {msg}",
    da: "{bar:30} {pos} af {len} kommuner, {msg}",
};

/// The progress of a build.
pub(crate) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    is_shown: bool,
}

impl Progress {
    /// Creates a bar that stays hidden for the first second, and always in CI, in a pipe, or with `--quiet`.
    pub(crate) fn new(count: usize, is_quiet: bool, tongue: Tongue) -> Self {
        let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE.get(tongue)) {
            bar.set_style(style);
        }
        let is_shown = !is_quiet && std::io::stderr().is_terminal() && std::env::var_os("CI").is_none();
        Self { bar, begun: Instant::now(), is_shown }
    }

    /// Advances the bar by one municipality.
    pub(crate) fn one_done(&self, name: &str) {
        if self.is_shown && self.bar.is_hidden() && self.begun.elapsed() > Duration::from_secs(1) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(visible::line(name).into_owned());
        self.bar.inc(1);
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
