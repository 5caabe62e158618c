//! Detects a standard output that is closed before the program starts (`ropa check >&-`).
//!
//! Rust opens `/dev/null` in its place before `main`, so output would be lost silently. A constructor, which the
//! loader runs before that, checks whether the descriptor is open.

use std::sync::atomic::{AtomicBool, Ordering};

static IS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output was closed when the program started. Always false on Windows.
pub(crate) fn at_the_start() -> bool {
    IS_CLOSED.load(Ordering::Relaxed)
}

#[cfg(unix)]
#[ctor::ctor]
fn look() {
    IS_CLOSED.store(rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err(), Ordering::Relaxed);
}
