//! All output of the program. A full disk is an error, a closed pipe is ignored, and terminal control characters are
//! escaped.

#![expect(clippy::disallowed_methods, reason = "this is the one place that prints")]

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::Error;
use crate::say;
use crate::visible;

use super::closed;

/// Whether the reader of standard output has closed it.
static IS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output has no reader any more. Further output is dropped; work and exit code are unaffected.
pub(crate) fn is_closed() -> bool {
    IS_CLOSED.load(Ordering::Relaxed)
}

/// Prints text for people on standard output, with the styles that our renderers wrote.
pub(crate) fn text(text: &str) -> Result<(), Error> {
    write(&visible::styled(text), anstream::stdout().lock())
}

/// Prints a line for people on standard output.
pub(crate) fn line(line: &str) -> Result<(), Error> {
    text(&format!("{line}\n"))
}

/// Prints data for other programs on standard output. Their formats escape hidden characters themselves.
pub(crate) fn data(data: &str) -> Result<(), Error> {
    write(&visible::lines(data), io::stdout().lock())
}

/// Prints a patch on standard output. It can be applied unchanged, except that terminal control characters are
/// escaped.
pub(crate) fn patch(patch: &str) -> Result<(), Error> {
    let stdout = io::stdout();
    if stdout.is_terminal() { text(patch) } else { write(&visible::patch(patch), stdout.lock()) }
}

/// Prints text for people on standard error. A failure to write is ignored.
pub(crate) fn aside(text: &str) {
    let mut stderr = anstream::stderr().lock();
    _ = stderr.write_all(visible::styled(text).as_bytes()).and_then(|()| stderr.flush());
}

/// Prints a line for people on standard error.
pub(crate) fn aside_line(line: &str) {
    aside(&format!("{line}\n"));
}

fn write(text: &str, mut out: impl Write) -> Result<(), Error> {
    if closed::at_the_start() {
        return Err(unwritten(ErrorKind::NotConnected.into()));
    }
    if is_closed() {
        return Ok(());
    }
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => {
            IS_CLOSED.store(true, Ordering::Relaxed);
            Ok(())
        }
        written => written.map_err(unwritten),
    }
}

fn unwritten(cause: io::Error) -> Error {
    Error::new(say!(
        en: "standard output could not be written",
        sv: "det gick inte att skriva till standardutmatningen",
        da: "der kunne ikke skrives til standardoutput",
    ))
    .because(cause)
}
