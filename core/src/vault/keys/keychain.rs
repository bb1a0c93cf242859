//! The computer's own keychain (Secret Service, macOS Keychain, Windows Credential Manager), kept at arm's length.
//!
//! A call to it can ask the user something, fail in a dozen ways, or never come back (a service that holds the name and does not
//! answer; a dialog nobody sees). So every call runs on a thread of its own with a time-out, and after one that did not come
//! back none is made again in this process: the crate serialises its calls, so all of them would hang.

use super::key::{KEY_LEN, Secret};
use crate::error::{Code, Error, Result};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;
use zeroize::Zeroizing;

/// Under which name the entries stand in the keychain.
pub const SERVICE: &str = "Rapport vault";

/// How long a call may take unless said otherwise.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Why a keychain did not do what it was asked. Becomes `details.why` of [`Code::NoKeychain`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It has no such entry.
    NoEntry,
    /// There is no keychain: no bus, no service, no default collection.
    NoStore,
    /// It is there, but locked or refused.
    NoAccess,
    /// Anything else.
    Other,
}

/// What a keychain can do: keep, give and forget bytes under a name. Calls may block for ever.
pub trait Backend: Send + Sync {
    /// Keeps `secret` under `account`, in place of what was there.
    ///
    /// # Errors
    /// A [`Failure`].
    fn keep(&self, account: &str, secret: &[u8]) -> Result<(), Failure>;
    /// Gives what is kept under `account`.
    ///
    /// # Errors
    /// A [`Failure`].
    fn give(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, Failure>;
    /// Forgets what is kept under `account`.
    ///
    /// # Errors
    /// A [`Failure`].
    fn forget(&self, account: &str) -> Result<(), Failure>;
}

/// The keychain of the system, through the `keyring` crate.
struct System;

impl System {
    fn entry(account: &str) -> Result<keyring::Entry, Failure> {
        keyring::Entry::new(SERVICE, account).map_err(reason)
    }
}

impl Backend for System {
    fn keep(&self, account: &str, secret: &[u8]) -> Result<(), Failure> {
        Self::entry(account)?.set_secret(secret).map_err(reason)
    }

    fn give(&self, account: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
        Self::entry(account)?.get_secret().map(Zeroizing::new).map_err(reason)
    }

    fn forget(&self, account: &str) -> Result<(), Failure> {
        Self::entry(account)?.delete_credential().map_err(reason)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an adapter for map_err")]
fn reason(error: keyring::Error) -> Failure {
    // Only the kind: some variants carry the secret itself.
    match error {
        keyring::Error::NoEntry => Failure::NoEntry,
        keyring::Error::NoDefaultStore => Failure::NoStore,
        keyring::Error::NoStorageAccess(_) => Failure::NoAccess,
        _ => Failure::Other,
    }
}

/// A keychain that is asked with patience and not asked again once it hung.
#[derive(Clone)]
pub struct Keychain {
    backend: Arc<dyn Backend>,
    patience: Duration,
    hung: Arc<AtomicBool>,
}

impl Keychain {
    /// The keychain of this computer.
    #[must_use]
    pub fn system() -> Self {
        static HUNG: OnceLock<Arc<AtomicBool>> = OnceLock::new();
        Self { backend: Arc::new(System), patience: PATIENCE, hung: Arc::clone(HUNG.get_or_init(Arc::default)) }
    }

    /// Another keychain, for tests.
    #[must_use]
    pub fn of(backend: Arc<dyn Backend>) -> Self {
        Self { backend, patience: PATIENCE, hung: Arc::default() }
    }

    /// The same with another time-out: longer when the window says "waiting for your keychain …" while the user may be
    /// typing into its dialog.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Keeps a key, and reads it back: some services say yes and forget.
    pub(super) fn keep(&self, account: &str, key: &Secret) -> Result<()> {
        let name = account.to_owned();
        let copy = Zeroizing::new(key.bytes().to_vec());
        self.call(move |backend| backend.keep(&name, &copy))?;
        let kept = self.give(account)?;
        if kept.bytes() == key.bytes() { Ok(()) } else { Err(no_keychain("notKept")) }
    }

    /// Gives a key that was kept.
    pub(super) fn give(&self, account: &str) -> Result<Secret> {
        let name = account.to_owned();
        let bytes = self.call(move |backend| backend.give(&name))?;
        let exact: &[u8; KEY_LEN] = bytes.as_slice().try_into().map_err(|_| no_keychain("notOurs"))?;
        let mut key = Secret::empty();
        key.bytes_mut().copy_from_slice(exact);
        Ok(key)
    }

    /// Forgets a key; one that is not there is forgotten already.
    pub(super) fn forget(&self, account: &str) -> Result<()> {
        let name = account.to_owned();
        self.call(move |backend| match backend.forget(&name) {
            Err(Failure::NoEntry) => Ok(()),
            other => other,
        })
    }

    /// Runs one call on a thread of its own. A thread that hangs is left behind: nothing can end it.
    fn call<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Backend) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T> {
        if self.hung.load(Ordering::Acquire) {
            return Err(no_keychain("hung"));
        }
        let (answer, answers) = mpsc::channel();
        let backend = Arc::clone(&self.backend);
        thread::Builder::new()
            .name("keychain".to_owned())
            // Nobody listens any more after the time-out: the answer is dropped, and wiped if it is a secret.
            .spawn(move || drop(answer.send(ask(&*backend))))
            .map_err(|_| no_keychain("thread"))?;
        match answers.recv_timeout(self.patience) {
            Ok(answered) => answered.map_err(|failure| no_keychain(failure.word())),
            Err(RecvTimeoutError::Timeout) => {
                self.hung.store(true, Ordering::Release);
                Err(no_keychain("timeout"))
            }
            Err(RecvTimeoutError::Disconnected) => Err(no_keychain("other")),
        }
    }
}

impl Failure {
    fn word(self) -> &'static str {
        match self {
            Self::NoEntry => "noEntry",
            Self::NoStore => "noStore",
            Self::NoAccess => "noAccess",
            Self::Other => "other",
        }
    }
}

impl std::fmt::Debug for Keychain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keychain").field("patience", &self.patience).finish_non_exhaustive()
    }
}

pub(super) fn no_keychain(why: &str) -> Error {
    Error::new(Code::NoKeychain).with("why", why)
}
