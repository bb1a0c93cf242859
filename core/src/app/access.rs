//! Creating, unlocking and locking the vault, and changing what opens it.

use super::{App, KINDS, settle};
use crate::clock::Millis;
use crate::error::{Code, Error, Result};
use crate::ids::VaultId;
use crate::topics::Topic;
use crate::vault::files::{self, VaultLock};
use crate::vault::keys::{self, DatabaseKey, KeyFile, Passphrase, RecoveryCode};
use crate::vault::{DATABASE, Opened, Vault, rekey};
use crate::{canvas, care, settings};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use ts_rs::TS;

/// How the vault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum State {
    /// There is none at that place.
    None,
    /// It is locked.
    Locked,
    /// It is open.
    Unlocked,
}

/// What a window must know before it shows anything.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct VaultStatus {
    /// How it stands.
    pub state: State,
    /// Its folder.
    pub path: String,
    /// The folder's name without `.rapport`.
    pub name: String,
    /// Can this computer's keychain open it?
    pub keychain: bool,
    /// Does it lie in a folder that a cloud service copies?
    pub cloud_folder: bool,
    /// Was the recovery code never typed back?
    pub needs_recovery_confirm: bool,
}

/// Where and how to create a vault.
#[derive(Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct CreateVault {
    /// The folder to make; the usual place when left out.
    #[serde(default)]
    pub path: Option<String>,
    /// What will open it.
    pub passphrase: String,
}

/// A new vault.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Created {
    /// Its folder.
    pub vault: String,
    /// Opens it when the passphrase is forgotten. Shown this once.
    pub recovery_code: String,
}

/// One way to open a vault.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, optional_fields)]
#[derive(Default)]
pub struct UnlockVault {
    /// Its folder; the one in use when left out.
    pub path: Option<String>,
    /// By passphrase.
    pub passphrase: Option<String>,
    /// By recovery code.
    pub recovery_code: Option<String>,
    /// By this computer's keychain.
    pub keychain: Option<bool>,
}

/// The recovery code, typed back.
#[derive(Deserialize, TS)]
#[ts(export)]
pub struct ConfirmRecovery {
    /// As it was typed.
    pub code: String,
}

/// A new passphrase.
#[derive(Deserialize, TS)]
#[ts(export)]
pub struct ChangePassphrase {
    /// The one that opens the vault now.
    pub old: String,
    /// The one that shall.
    pub new: String,
}

/// How the vault stands.
///
/// # Errors
/// When an open vault cannot be read.
pub fn status(app: &App, (): ()) -> Result<VaultStatus> {
    let dir = app.place().dir.clone();
    let keys = KeyFile::load(&dir);
    let open = app.vault().ok();
    let state = match (&open, &keys) {
        (Some(_), _) => State::Unlocked,
        (None, Err(e)) if e.code == Code::NoVault => State::None,
        _ => State::Locked,
    };
    let confirmed = |v: &Arc<Vault>| {
        v.read(|c| {
            Ok(c.query_row("SELECT count(*) FROM meta WHERE key = 'recovery_confirmed'", [], |r| r.get::<_, i64>(0))?)
        })
    };
    Ok(VaultStatus {
        state,
        name: dir.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
        keychain: keys.is_ok_and(|k| k.has_keychain()),
        cloud_folder: files::cloud_around(&dir).is_some(),
        needs_recovery_confirm: open.as_ref().map(confirmed).transpose()? == Some(0),
        path: dir.to_string_lossy().into_owned(),
    })
}

/// Creates a vault and opens it.
///
/// # Errors
/// [`Code::VaultExists`], [`Code::ReadOnly`], [`Code::DiskFull`]; [`Code::Invalid`] for an empty passphrase.
pub fn create(app: &App, input: CreateVault) -> Result<Created> {
    lock(app, ())?;
    let dir = chosen(app, input.path);
    if dir.join(keys::KEYS).exists() || dir.join(DATABASE).exists() {
        return Err(Error::new(Code::VaultExists));
    }
    // A folder that others use must not be closed to them because of us.
    if files::is_taken(&dir) {
        return Err(Error::invalid("path", "notEmpty"));
    }
    let passphrase = Passphrase::new(&input.passphrase)?;
    files::private_folder(&dir)?;
    let made = keys::create(VaultId::make(), &passphrase, app.setup.cost)?;
    let held = VaultLock::take(&dir)?;
    let done = made.file.save(&dir).and_then(|()| open(app, &dir, &made.file, made.key, held));
    if let Err(error) = done.and_then(|()| app.vault()?.set_up(|w| care::set_up(w).and_then(|()| canvas::set_up(w)))) {
        lock(app, ())?;
        files::discard(&dir, &[keys::KEYS, DATABASE, "vault.db-wal", "vault.db-shm", files::LOCK]);
        return Err(error);
    }
    Ok(Created { vault: dir.to_string_lossy().into_owned(), recovery_code: made.recovery.expose_text().to_string() })
}

/// Opens a vault.
///
/// # Errors
/// [`Code::NoVault`], [`Code::WrongKey`], [`Code::NoKeychain`], [`Code::InUse`], [`Code::NewerVault`], [`Code::DamagedKeys`],
/// [`Code::DamagedVault`], [`Code::ReadOnly`].
pub fn unlock(app: &App, input: UnlockVault) -> Result<VaultStatus> {
    let dir = chosen(app, input.path);
    if app.vault().is_ok_and(|v| v.dir() == dir) {
        return status(app, ());
    }
    lock(app, ())?;
    let file = KeyFile::load(&dir)?;
    // SQLite would take a file that is gone for a new and empty one: the loss must be told, not covered up.
    if files::is_empty(&dir.join(DATABASE)) {
        return Err(Error::new(Code::DamagedVault).with("why", "missing"));
    }
    let key = match (&input.passphrase, &input.recovery_code, input.keychain) {
        (Some(text), _, _) => file.unlock_with_passphrase(&Passphrase::new(text)?)?,
        (None, Some(code), _) => file.unlock_with_recovery(&RecoveryCode::read(code)?)?,
        (None, None, Some(true)) => file.unlock_with_keychain(&app.keychain)?,
        _ => return Err(Error::invalid("passphrase", "missing")),
    };
    let held = VaultLock::take(&dir)?;
    rekey::finish(&dir, &key)?;
    open(app, &dir, &file, key, held)?;
    settle(&file, &dir);
    status(app, ())
}

fn open(app: &App, dir: &Path, file: &KeyFile, key: DatabaseKey, held: VaultLock) -> Result<()> {
    let vault = open_at(app, dir, file, key, held)?;
    app.touch();
    let mut place = app.place();
    place.dir = dir.to_owned();
    place.open = Some(Arc::new(vault));
    drop(place);
    app.tell(&[Topic::Vault]);
    Ok(())
}

/// A vault that is open, and not yet the one that requests find.
pub(super) fn open_at(app: &App, dir: &Path, file: &KeyFile, key: DatabaseKey, held: VaultLock) -> Result<Vault> {
    files::ensure_private(&dir.join(DATABASE))?;
    files::close_folder_to_others(dir)?;
    let listeners = Arc::clone(&app.listeners);
    let vault = Vault::open(Opened {
        id: file.vault(),
        dir: dir.to_owned(),
        key,
        kinds: &KINDS,
        clock: app.setup.clock.clone(),
        job: app.job.clone(),
        lock: held,
        news: Box::new(move |topics| {
            for listener in listeners.read().unwrap_or_else(std::sync::PoisonError::into_inner).iter() {
                listener(topics);
            }
        }),
    })?;
    settings::apply(&settings::get(&vault, ())?);
    Ok(vault)
}

/// Locks the vault: closes it and forgets its key.
///
/// # Errors
/// Never; the signature is that of every verb.
pub fn lock(app: &App, (): ()) -> Result<()> {
    let was = app.place().open.take();
    if was.is_some() {
        drop(was);
        app.tell(&[Topic::Vault]);
    }
    Ok(())
}

/// Locks the vault when nobody has used the program for as long as the settings say. Returns whether it did.
///
/// # Errors
/// As [`lock`].
pub fn lock_if_idle(app: &App, (): ()) -> Result<bool> {
    let Ok(vault) = app.vault() else { return Ok(false) };
    let minutes = settings::get(&vault, ())?.idle_minutes;
    let idle = minutes > 0 && app.idle_for() >= Millis::from(minutes) * 60_000;
    drop(vault);
    if idle {
        lock(app, ())?;
    }
    Ok(idle)
}

/// Checks the recovery code that was typed back.
///
/// # Errors
/// [`Code::Invalid`] for a slip of the pen, [`Code::WrongKey`] for another code.
pub fn confirm_recovery(app: &App, input: ConfirmRecovery) -> Result<()> {
    let vault = app.vault()?;
    KeyFile::load(vault.dir())?.unlock_with_recovery(&RecoveryCode::read(&input.code)?)?;
    vault.remember("recovery_confirmed", 1)?;
    app.tell(&[Topic::Vault]);
    Ok(())
}

/// Changes the passphrase: one slot is wrapped anew.
///
/// # Errors
/// [`Code::WrongKey`] when the old one is wrong.
pub fn change_passphrase(app: &App, input: ChangePassphrase) -> Result<()> {
    let vault = app.vault()?;
    let mut file = KeyFile::load(vault.dir())?;
    let key = file.unlock_with_passphrase(&Passphrase::new(&input.old)?)?;
    file.change_passphrase(vault.dir(), &key, &Passphrase::new(&input.new)?, app.setup.cost)
}

/// Makes a new recovery code; the old one opens nothing from then on.
///
/// # Errors
/// [`Code::Locked`].
pub fn new_recovery_code(app: &App, (): ()) -> Result<String> {
    let vault = app.vault()?;
    let code = KeyFile::load(vault.dir())?.new_recovery_code(vault.dir(), vault.key())?;
    vault.forget("recovery_confirmed")?;
    Ok(code.expose_text().to_string())
}

fn chosen(app: &App, path: Option<String>) -> PathBuf {
    app.last_use.store(app.setup.clock.now(), Ordering::Relaxed);
    path.map_or_else(|| app.place().dir.clone(), PathBuf::from)
}
