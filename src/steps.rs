//! Counts steps of work that depends on the input size. A test compares the count of an input with that of a larger
//! one.

use std::cell::Cell;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts steps in this thread: values compared, items visited, bytes read.
pub(crate) fn count(steps: usize) {
    STEPS.set(STEPS.get().wrapping_add(steps as u64));
}

/// The number of steps that `work` takes in this thread.
pub fn of(work: impl FnOnce()) -> u64 {
    let before = STEPS.get();
    work();
    STEPS.get().wrapping_sub(before)
}
