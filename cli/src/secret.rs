//! Reading a secret: from a file, an open descriptor or the keyboard. Never from an argument, which other programs can see.

use crate::args::How;
use crate::failure::Failure;
use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Longest secret that is read, in bytes; longer ones are the wrong file.
const LONGEST: u64 = 64 * 1024;

/// Wiped when dropped.
pub type Secret = Zeroizing<String>;

/// The passphrase that the options name, if they name one.
pub fn passphrase(how: &How) -> Result<Option<Secret>, Failure> {
    match (&how.passphrase_file, how.passphrase_fd) {
        (Some(path), _) => from_file(path).map(Some),
        (None, Some(0)) => first_line(std::io::stdin().lock(), Path::new("stdin")).map(Some),
        (None, Some(n)) => from_file(&PathBuf::from(format!("/dev/fd/{n}"))).map(Some),
        (None, None) => Ok(None),
    }
}

/// The secret in the first line of a file.
pub fn from_file(path: &Path) -> Result<Secret, Failure> {
    first_line(File::open(path).map_err(|error| Failure::file(&error, path))?, path)
}

fn first_line(from: impl Read, path: &Path) -> Result<Secret, Failure> {
    let mut text = Zeroizing::new(String::with_capacity(1024));
    from.take(LONGEST).read_to_string(&mut text).map_err(|error| Failure::file(&error, path))?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

/// Whether there is somebody to ask.
pub fn can_ask(how: &How) -> bool {
    !how.json && std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks at the keyboard, without showing what is typed.
pub fn ask(what: &str) -> Result<Secret, Failure> {
    rpassword::prompt_password(what)
        .map(Zeroizing::new)
        .map_err(|error| Failure::file(&error, Path::new("the keyboard")))
}
