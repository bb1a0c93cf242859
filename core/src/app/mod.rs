//! The program: one vault that is locked or open, and who listens to it. Routes; holds no rules about customers.

mod access;
mod backups;
mod keychain;
mod new_key;
mod regroup;

pub use access::{
    ChangePassphrase, ConfirmRecovery, CreateVault, Created, State, UnlockVault, VaultStatus, change_passphrase,
    confirm_recovery, create, lock, lock_if_idle, new_recovery_code, status, unlock,
};
pub use backups::{
    Health, RestoreInput, Steps, UndoInput, backup_if_due, backups, check, drill, make_backup, redo, restore_backup,
    steps, undo,
};
pub use keychain::{add_keychain, remove_keychain};
pub use new_key::{NewKey, new_key};
pub use regroup::{SegmentUses, join_segments, plan_segment, segment_uses};

use crate::clock::{Clock, Millis};
use crate::error::{Code, Error, Result};
use crate::progress::{Job, Progress};
use crate::topics::Topic;
use crate::vault::keys::{KdfCost, KeyFile, Keychain};
use crate::vault::{Kind, Vault};
use crate::{
    canvas, care, communities, consent, drafts, feedback, gestures, journeys, people, plans, promises, purchases,
    segments, touchpoints,
};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock};

/// Every kind of record there is, parents first.
pub static KINDS: LazyLock<Vec<&'static Kind>> = LazyLock::new(|| {
    [
        people::KINDS,
        consent::KINDS,
        touchpoints::KINDS,
        purchases::KINDS,
        promises::KINDS,
        feedback::KINDS,
        gestures::KINDS,
        segments::KINDS,
        canvas::KINDS,
        journeys::KINDS,
        communities::KINDS,
        drafts::KINDS,
        plans::KINDS,
        care::KINDS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
});

/// How the program is set up by its host.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// The vault's folder; the usual place when left out.
    pub vault_dir: Option<PathBuf>,
    /// Where the time comes from.
    pub clock: Clock,
    /// What a new passphrase slot costs.
    pub cost: KdfCost,
}

impl Setup {
    /// From `RAPPORT_VAULT`, `RAPPORT_NOW` and `RAPPORT_KDF`, which tests and scripts use.
    #[must_use]
    pub fn from_env() -> Self {
        Self {
            vault_dir: std::env::var_os("RAPPORT_VAULT").map(PathBuf::from),
            clock: Clock::from_env(),
            cost: KdfCost::from_env(),
        }
    }
}

type Listener = Box<dyn Fn(&[Topic]) + Send + Sync>;

/// The running program.
pub struct App {
    setup: Setup,
    keychain: Keychain,
    job: Job,
    listeners: Arc<RwLock<Vec<Listener>>>,
    open: Mutex<Place>,
    last_use: AtomicI64,
}

/// Which vault, and whether it is open.
struct Place {
    dir: PathBuf,
    open: Option<Arc<Vault>>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

impl App {
    /// A program whose vault is still locked.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self::with_keychain(setup, Keychain::system())
    }

    /// The same with another keychain, for tests.
    #[must_use]
    pub fn with_keychain(setup: Setup, keychain: Keychain) -> Self {
        let dir = setup.vault_dir.clone().unwrap_or_else(usual_place);
        let last_use = AtomicI64::new(setup.clock.now());
        Self {
            setup,
            keychain,
            job: Job::default(),
            listeners: Arc::default(),
            open: Mutex::new(Place { dir, open: None }),
            last_use,
        }
    }

    /// Calls `f` after each confirmed write with what became stale.
    pub fn on_news(&self, f: impl Fn(&[Topic]) + Send + Sync + 'static) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(f));
    }

    /// The open vault.
    ///
    /// # Errors
    /// [`Code::Locked`].
    pub fn vault(&self) -> Result<Arc<Vault>> {
        self.place().open.clone().ok_or_else(|| Error::new(Code::Locked))
    }

    /// Somebody is at work: the idle lock begins anew.
    pub fn touch(&self) {
        self.last_use.store(self.setup.clock.now(), Ordering::Relaxed);
    }

    fn idle_for(&self) -> Millis {
        self.setup.clock.now() - self.last_use.load(Ordering::Relaxed)
    }

    fn place(&self) -> MutexGuard<'_, Place> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, topics: &[Topic]) {
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(topics);
        }
    }
}

/// Sweeps away the generation of keys before. The vault is open whether or not that could be done.
fn settle(file: &KeyFile, dir: &Path) {
    if let Err(error) = file.settle(dir) {
        tracing::warn!(%error, "the key file of before could not be put away");
    }
}

/// How far long work has come.
///
/// # Errors
/// Never; the signature is that of every verb.
pub fn progress(app: &App, (): ()) -> Result<Progress> {
    Ok(app.job.progress())
}

/// Asks long work to stop at its next step.
///
/// # Errors
/// Never; the signature is that of every verb.
pub fn stop(app: &App, (): ()) -> Result<()> {
    app.job.stop();
    Ok(())
}

/// Where a vault stands unless somebody says otherwise.
fn usual_place() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default();
    let base = if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else if cfg!(windows) {
        std::env::var_os("APPDATA").map_or_else(home, PathBuf::from)
    } else {
        std::env::var_os("XDG_DATA_HOME").map_or_else(|| home().join(".local/share"), PathBuf::from)
    };
    base.join("Rapport").join("My book.rapport")
}

#[cfg(test)]
mod tests {
    use super::KINDS;
    use std::collections::BTreeMap;

    /// Two kinds under one number would write into each other's stamps.
    #[test]
    fn every_kind_of_record_has_a_number_of_its_own() {
        let mut tables: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
        for kind in KINDS.iter() {
            tables.entry(kind.number).or_default().push(kind.table);
        }
        tables.retain(|_, tables| tables.len() > 1);
        assert!(tables.is_empty(), "{tables:?}");
    }
}
