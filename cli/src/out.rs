//! Writing to stdout and stderr; a reader that went away (`rapport people | head`) is no failure.

use serde_json::Value;
use std::io::{ErrorKind, Write};

/// Prints a line of the answer. Ends the program quietly when nobody reads any more.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        // The answer could not be handed over (a full disk behind `>`): that must not look like success.
        Err(_) => std::process::exit(1),
        Ok(()) => {}
    }
}

/// Prints an answer as one line of JSON.
pub fn json(answer: &Value) {
    line(&answer.to_string());
}

/// Says something that is not the answer: on stderr.
pub fn aside(text: &str) {
    // Nobody is left to be told when stderr is closed.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Shows how far long work has come, over what was shown before.
pub fn progress(done: u64, total: u64) {
    // Nobody is left to be told when stderr is closed.
    let _ = write!(std::io::stderr().lock(), "\r{done} of {total} ");
}

/// Wipes what [`progress`] showed.
pub fn progress_ends() {
    let _ = write!(std::io::stderr().lock(), "\r{:40}\r", "");
}
