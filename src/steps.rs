//! Counts the steps of work that grows with what is written. A test compares the count for an input with that for a larger one.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts steps in this thread: values compared, items looked at, bytes read.
pub(crate) fn count(steps: usize) {
    STEPS.set(STEPS.get().wrapping_add(steps as u64));
}

/// How many steps `work` takes in this thread.
pub fn of(work: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    work();
    STEPS.get().wrapping_sub(before)
}
