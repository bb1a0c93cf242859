//! What went wrong: a sentence for people, the code and its details for scripts, and the exit code.

use crate::out;
use rapport_core::error::{Code, CommandError};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

/// Why a verb did not do what it was asked.
#[derive(Debug)]
pub struct Failure(pub CommandError);

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        Self(error)
    }
}

impl Failure {
    /// A failure of this kind.
    pub fn new(code: Code) -> Self {
        Self(CommandError { code, details: Map::new() })
    }

    /// Adds one detail.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.details.insert(key.to_owned(), value.into());
        self
    }

    /// A value that cannot be used.
    pub fn invalid(field: &str, why: &str) -> Self {
        Self::new(Code::Invalid).with("field", field).with("why", why)
    }

    /// A fault of ours.
    pub fn broken() -> Self {
        Self::new(Code::Broken)
    }

    /// A file that could not be read or written.
    pub fn file(error: &std::io::Error, path: &std::path::Path) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Code::DiskFull,
            std::io::ErrorKind::ReadOnlyFilesystem => Code::ReadOnly,
            _ => Code::Unreadable,
        };
        Self::new(code).with("path", path.to_string_lossy())
    }

    /// Tells it on stderr, and says with which code to end.
    pub fn tell(&self, json: bool) -> ExitCode {
        let CommandError { code, details } = &self.0;
        if json {
            out::aside(&json!({ "code": code, "details": details }).to_string());
        } else {
            out::aside(&format!("rapport: {}", sentence(*code, details)));
            for candidate in details.get("candidates").and_then(Value::as_array).into_iter().flatten() {
                let part = |key| candidate.get(key).and_then(Value::as_str).unwrap_or_default();
                out::aside(&format!("  {}  {}", part("id"), part("name")));
            }
        }
        ExitCode::from(exit_code(*code))
    }
}

/// 1 rejected, 3 locked or wrong key, 4 damaged vault, 5 a fault of ours. (2 is clap's: usage.)
fn exit_code(code: Code) -> u8 {
    match code {
        Code::Locked | Code::WrongKey | Code::NoKeychain => 3,
        Code::DamagedKeys | Code::DamagedVault => 4,
        Code::Broken => 5,
        _ => 1,
    }
}

fn sentence(code: Code, details: &Map<String, Value>) -> String {
    let detail = |key: &str| details.get(key).and_then(Value::as_str);
    match code {
        Code::Invalid => match (detail("field"), detail("why")) {
            (Some(field), Some(why)) => format!("{field}: {}. Nothing was changed.", words(why)),
            (Some(field), None) => format!("{field} cannot be used. Nothing was changed."),
            _ => "that cannot be used as it stands. Nothing was changed.".into(),
        },
        Code::NotFound => "nothing answers to that name or id.".into(),
        Code::Ambiguous => "more than one answers to that name; say which by id:".into(),
        Code::Locked => {
            "the vault is locked. Open it with --passphrase-file, --passphrase-fd, --recovery-file or --keychain."
                .into()
        }
        Code::WrongKey => "that does not open the vault. Nothing was changed.".into(),
        Code::NoKeychain => "this computer's keychain did not give a key. The passphrase still opens the vault.".into(),
        Code::NoVault => "there is no vault at that place. `rapport init` makes one.".into(),
        Code::VaultExists => "something stands at that place already. Nothing was changed.".into(),
        Code::InUse => "another program has this vault open. Close it there, then try again.".into(),
        Code::NewerVault => "a newer Rapport wrote this vault. It was not touched; update Rapport to open it.".into(),
        Code::DamagedKeys => "the key file is damaged. Restore the newest backup: `rapport restore`.".into(),
        Code::DamagedVault => {
            "the vault is damaged. Copy its folder away, then restore the newest backup: `rapport restore`.".into()
        }
        Code::DiskFull => "the disk is full. What was there before is safe.".into(),
        Code::ReadOnly => "the folder cannot be written to. Nothing was changed.".into(),
        Code::Unreadable => format!("cannot read {}.", detail("path").unwrap_or("the file")),
        Code::TooLarge => "the file is larger than Rapport reads.".into(),
        Code::UnknownFormat => "the file is of no format that Rapport knows.".into(),
        Code::Stopped => "stopped. Nothing was changed.".into(),
        Code::NothingToUndo => "nothing is left to undo or redo.".into(),
        Code::OptedOut => "the person asked not to be written to.".into(),
        Code::UnknownCommand => "there is no command of that name.".into(),
        Code::Broken => "something broke; this is a fault of Rapport's. What was confirmed before is safe.".into(),
    }
}

/// `tooLong` as it is read: too long.
pub fn words(key: &str) -> String {
    let mut text = String::new();
    for c in key.chars() {
        if c.is_uppercase() {
            text.push(' ');
        }
        text.extend(c.to_lowercase());
    }
    text
}
