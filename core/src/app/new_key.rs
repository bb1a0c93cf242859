//! A new key for the open vault, and what opens it from then on.

use super::access::open_at;
use super::{App, settle};
use crate::error::{Code, Error, Result};
use crate::vault::keys::{self, KeyFile, Passphrase};
use crate::vault::{Vault, rekey};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use ts_rs::TS;

/// Who asks for a new key.
#[derive(Deserialize, TS)]
#[ts(export)]
pub struct NewKey {
    /// The passphrase that opens the vault, now and afterwards.
    pub passphrase: String,
}

/// How long requests that are under way may take to end, in steps of [`STEP`].
const PATIENCE: u32 = 500;
const STEP: Duration = Duration::from_millis(20);

/// Encrypts the whole vault anew with a fresh key. The passphrase stays; the recovery code that is returned takes the place
/// of the one before. Backups made before keep their own key, and open with the passphrase and the code of their time.
///
/// Requests that come meanwhile wait. Killed at any moment, the vault opens with the passphrase and all that is in it.
///
/// # Errors
/// [`Code::Locked`]; [`Code::WrongKey`] for another passphrase; [`Code::InUse`] while long work is under way;
/// [`Code::DiskFull`], [`Code::ReadOnly`], [`Code::DamagedVault`]. The vault keeps its key then.
pub fn new_key(app: &App, input: NewKey) -> Result<String> {
    let passphrase = Passphrase::new(&input.passphrase)?;
    // Held to the end: whoever asks for the vault meanwhile waits, and finds it open again.
    let mut place = app.place();
    let dir = place.dir.clone();
    let before = KeyFile::load(&dir)?;
    before.confirm(&before.unlock_with_passphrase(&passphrase)?)?;
    let shared = place.open.take().ok_or_else(|| Error::new(Code::Locked))?;
    let vault = match alone(shared) {
        Ok(vault) => vault,
        Err(shared) => {
            place.open = Some(shared);
            return Err(Error::new(Code::InUse).with("why", "busy"));
        }
    };
    let prepared = keys::create(before.vault(), &passphrase, app.setup.cost)
        .and_then(|made| rekey::prepare(&vault, &made.key).map(|copy| (made, copy)));
    let (made, copy) = match prepared {
        Ok(prepared) => prepared,
        Err(error) => {
            place.open = Some(Arc::new(vault));
            return Err(error);
        }
    };
    let (old, held) = vault.close()?;
    let changed = rekey::stand_by(&dir, &copy).and_then(|()| made.file.save(&dir));
    // What stands on the disk decides, not what was reported about it.
    let taken = KeyFile::load(&dir).is_ok_and(|now| now.confirm(&made.key).is_ok());
    let (file, key) = if taken { (&made.file, made.key) } else { (&before, old) };
    rekey::finish(&dir, &key)?;
    place.open = Some(Arc::new(open_at(app, &dir, file, key, held)?));
    app.touch();
    drop(place);
    changed?;
    settle(file, &dir);
    keep_in_keychain(app, &before);
    Ok(made.recovery.expose_text().to_string())
}

/// The vault, once nobody else is at work in it.
fn alone(mut shared: Arc<Vault>) -> std::result::Result<Vault, Arc<Vault>> {
    for _ in 0..PATIENCE {
        match Arc::try_unwrap(shared) {
            Ok(vault) => return Ok(vault),
            Err(others) => shared = others,
        }
        std::thread::sleep(STEP);
    }
    Err(shared)
}

/// Where the keychain could open the vault before, it can again. Without it the passphrase still does.
fn keep_in_keychain(app: &App, before: &KeyFile) {
    if !before.has_keychain() {
        return;
    }
    before.forget_keychain(&app.keychain);
    if let Err(error) = super::add_keychain(app, ()) {
        tracing::warn!(%error, "the keychain does not open the vault any more");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{CreateVault, Setup, UnlockVault, add_keychain, create, lock, status, unlock};
    use crate::vault::keys::keychain::{Backend, Failure};
    use crate::vault::keys::{KdfCost, Keychain};
    use std::collections::BTreeMap;
    use std::sync::Mutex;
    use zeroize::Zeroizing;

    #[derive(Default)]
    struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Backend for Memory {
        fn keep(&self, account: &str, secret: &[u8]) -> std::result::Result<(), Failure> {
            self.0.lock().unwrap().insert(account.to_owned(), secret.to_vec());
            Ok(())
        }
        fn give(&self, account: &str) -> std::result::Result<Zeroizing<Vec<u8>>, Failure> {
            self.0.lock().unwrap().get(account).cloned().map(Zeroizing::new).ok_or(Failure::NoEntry)
        }
        fn forget(&self, account: &str) -> std::result::Result<(), Failure> {
            self.0.lock().unwrap().remove(account);
            Ok(())
        }
    }

    #[test]
    fn the_keychain_opens_the_vault_again_and_keeps_nothing_old() {
        let memory = Arc::new(Memory::default());
        let dir = tempfile::tempdir().unwrap();
        let setup = Setup { vault_dir: Some(dir.path().join("b.rapport")), cost: KdfCost::Floor, ..Setup::default() };
        let app = App::with_keychain(setup, Keychain::of(memory.clone()));
        create(&app, CreateVault { path: None, passphrase: "odd words".to_owned() }).unwrap();
        add_keychain(&app, ()).unwrap();
        let before: Vec<String> = memory.0.lock().unwrap().keys().cloned().collect();
        new_key(&app, NewKey { passphrase: "odd words".to_owned() }).unwrap();
        let after: Vec<String> = memory.0.lock().unwrap().keys().cloned().collect();
        assert_eq!((before.len(), after.len()), (1, 1));
        assert_ne!(before, after, "the entry of the key before is gone");
        lock(&app, ()).unwrap();
        unlock(&app, UnlockVault { keychain: Some(true), ..UnlockVault::default() }).unwrap();
        assert!(status(&app, ()).unwrap().keychain);
    }
}
