//! What can go wrong, as codes that the window has a sentence for. Never carries personal data.

use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

/// The result of every verb.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was refused or failed. A code exists only where somebody acts on it or reads a sentence of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Code {
    /// The input breaks a rule; `details.field` and `details.why` say which.
    Invalid,
    /// Nothing with that id or name.
    NotFound,
    /// More than one answers to that name; `details.candidates` lists them.
    Ambiguous,
    /// The vault is locked.
    Locked,
    /// The passphrase or recovery code opens no slot.
    WrongKey,
    /// The computer's keychain did not answer, or has nothing for this vault.
    NoKeychain,
    /// There is no vault at that place.
    NoVault,
    /// A vault stands there already.
    VaultExists,
    /// Another program has this vault open.
    InUse,
    /// A newer Rapport wrote this vault.
    NewerVault,
    /// The key file is damaged.
    DamagedKeys,
    /// The database is damaged.
    DamagedVault,
    /// The disk is full. What was there before is safe.
    DiskFull,
    /// The folder cannot be written to.
    ReadOnly,
    /// The file cannot be read.
    Unreadable,
    /// The file is larger than is accepted; `details.limit` in bytes.
    TooLarge,
    /// The file is of no known format.
    UnknownFormat,
    /// The user said Stop; nothing was changed.
    Stopped,
    /// Nothing is left to undo or redo.
    NothingToUndo,
    /// The person asked not to be written to; `details.channel`.
    OptedOut,
    /// No command of that name.
    UnknownCommand,
    /// A fault of ours.
    Broken,
}

/// An error with its code, what the sentence needs, and the cause for the log.
#[derive(Debug, thiserror::Error)]
#[error("{code:?}{}", .cause.as_ref().map(|c| format!(": {c}")).unwrap_or_default())]
pub struct Error {
    /// What happened.
    pub code: Code,
    /// What the sentence about it needs: ids, counts, field names.
    pub details: Map<String, Value>,
    /// The underlying failure. For the log; holds no value of a record.
    #[source]
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// How an error crosses to a window, a script or a test.
#[derive(Debug, Serialize, TS)]
#[ts(export)]
pub struct CommandError {
    /// What happened.
    pub code: Code,
    /// What the sentence about it needs.
    #[ts(type = "Record<string, unknown>")]
    pub details: Map<String, Value>,
}

impl Error {
    /// An error of this kind, with nothing more to say.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, details: Map::new(), cause: None }
    }

    /// Adds one detail.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.details.insert(key.to_owned(), value.into());
        self
    }

    /// Adds the cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// An input that breaks a rule.
    #[must_use]
    pub fn invalid(field: &str, why: &str) -> Self {
        Self::new(Code::Invalid).with("field", field).with("why", why)
    }

    /// A fault of ours.
    #[must_use]
    pub fn broken(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::new(Code::Broken).because(cause)
    }
}

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        Self { code: error.code, details: error.details }
    }
}

/// `SQLITE_IOERR_SHMSIZE`: on a full disk the first thing to fail is the `-shm` file.
const SHARED_MEMORY_TOO_SMALL: std::ffi::c_int = 4874;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sql;
        let code = match (&error, error.sqlite_error_code()) {
            (rusqlite::Error::QueryReturnedNoRows, _) => Code::NotFound,
            // The memory that connections share could not grow: SQLite says so before it comes to writing.
            _ if error.sqlite_error().is_some_and(|e| e.extended_code == SHARED_MEMORY_TOO_SMALL) => Code::DiskFull,
            (_, Some(Sql::DiskFull)) => Code::DiskFull,
            (_, Some(Sql::ReadOnly | Sql::CannotOpen | Sql::PermissionDenied)) => Code::ReadOnly,
            (_, Some(Sql::NotADatabase | Sql::DatabaseCorrupt)) => Code::DamagedVault,
            (_, Some(Sql::DatabaseBusy | Sql::DatabaseLocked)) => Code::InUse,
            (_, Some(Sql::OperationInterrupted)) => Code::Stopped,
            _ => Code::Broken,
        };
        // SQLite's own words can quote a value (a constraint, a syntax error near …): only its code is kept.
        Self::new(code).because(format!("sqlite {:?}", error.sqlite_error().map(|e| e.extended_code)))
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Io;
        let code = match error.kind() {
            Io::NotFound => Code::Unreadable,
            Io::StorageFull | Io::QuotaExceeded => Code::DiskFull,
            Io::PermissionDenied | Io::ReadOnlyFilesystem => Code::ReadOnly,
            _ => Code::Broken,
        };
        Self::new(code).because(error.kind().to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        // serde's words can quote the value: the place is enough.
        Self::new(Code::Invalid).because(format!("json line {} column {}", error.line(), error.column()))
    }
}

/// Turns "nothing found" into an error at the call site.
pub trait OrNotFound<T> {
    /// The value, or [`Code::NotFound`].
    fn or_not_found(self) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Result<T> {
        self.ok_or_else(|| Error::new(Code::NotFound))
    }
}
