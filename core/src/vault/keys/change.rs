//! Changes to the slots of `vault.keys`: each wraps the same database key anew; the database is not touched.

use super::file::KeyFile;
use super::format::Contents;
use super::kdf::{self, KdfCost};
use super::key::{DatabaseKey, Secret};
use super::keychain::Keychain;
use super::passphrase::Passphrase;
use super::recovery::RecoveryCode;
use super::slot::{Kind, Slot, Terms, fresh};
use crate::error::Result;
use crate::ids::VaultId;
use std::path::Path;

pub(super) fn passphrase_slot(
    vault: VaultId,
    key: &DatabaseKey,
    passphrase: &Passphrase,
    cost: KdfCost,
) -> Result<Slot> {
    let (params, salt) = (cost.settle()?, fresh()?);
    let kek = kdf::derive(passphrase, &salt, params)?;
    Slot::wrap(Terms::Passphrase { params, salt }, vault, &kek, key)
}

pub(super) fn recovery_slot(vault: VaultId, key: &DatabaseKey) -> Result<(RecoveryCode, Slot)> {
    let (code, salt) = (RecoveryCode::make()?, fresh()?);
    let slot = Slot::wrap(Terms::Recovery { salt }, vault, &code.derive(&salt), key)?;
    Ok((code, slot))
}

/// The name of a keychain entry: the vault's id and the slot's, so that a copy of a vault never overwrites its sister's entry.
pub(super) fn account(vault: VaultId, id: &[u8]) -> String {
    format!("{vault}/{}", data_encoding::HEXLOWER.encode(id))
}

impl KeyFile {
    /// Wraps the key for a new passphrase; the old one opens only copies of the old file from then on (backups have them).
    ///
    /// # Errors
    /// As [`KeyFile::save`]; nothing has changed then.
    pub fn change_passphrase(
        &mut self,
        folder: &Path,
        key: &DatabaseKey,
        new: &Passphrase,
        cost: KdfCost,
    ) -> Result<()> {
        self.confirm(key)?;
        let slot = passphrase_slot(self.vault(), key, new, cost)?;
        self.put(folder, key, slot)
    }

    /// Makes a new recovery code; the old one opens only copies of the old file from then on.
    ///
    /// # Errors
    /// As [`KeyFile::save`]; nothing has changed then.
    pub fn new_recovery_code(&mut self, folder: &Path, key: &DatabaseKey) -> Result<RecoveryCode> {
        self.confirm(key)?;
        let (code, slot) = recovery_slot(self.vault(), key)?;
        self.put(folder, key, slot)?;
        Ok(code)
    }

    /// Lets this computer's keychain open the vault too.
    ///
    /// # Errors
    /// [`Code::NoKeychain`]; else as [`KeyFile::save`]. Nothing has changed then.
    pub fn add_keychain(&mut self, folder: &Path, key: &DatabaseKey, keychain: &Keychain) -> Result<()> {
        self.confirm(key)?;
        let (kek, id) = (Secret::random()?, fresh()?);
        let slot = Slot::wrap(Terms::Keychain { id }, self.vault(), &kek, key)?;
        let replaced = self.keychain_account();
        let account = account(self.vault(), &id);
        // The entry first: a slot without one would be an empty promise, an entry without a slot opens nothing.
        let done = keychain.keep(&account, &kek).and_then(|()| self.put(folder, key, slot));
        // What is needed no more goes; where that fails, an entry that opens nothing is left.
        let needless = if done.is_ok() { replaced } else { Some(account) };
        if let Some(account) = needless {
            let _ = keychain.forget(&account);
        }
        done
    }

    /// Takes the keychain slot away, then the entry. True when the entry is known to be gone.
    ///
    /// # Errors
    /// As [`KeyFile::save`]; nothing has changed then.
    pub fn remove_keychain(&mut self, folder: &Path, key: &DatabaseKey, keychain: &Keychain) -> Result<bool> {
        let Some(account) = self.keychain_account() else { return Ok(true) };
        let next = self.without_keychain(key)?;
        next.save(folder)?;
        *self = next;
        Ok(keychain.forget(&account).is_ok())
    }

    /// Makes the keychain forget the entry of this file, which is no longer the vault's.
    pub fn forget_keychain(&self, keychain: &Keychain) {
        if let Some(account) = self.keychain_account() {
            // An entry that opens nothing is left where it cannot be taken out.
            let _ = keychain.forget(&account);
        }
    }

    /// The same file without a keychain slot: for a copy of the vault, which must not share an entry with its original.
    ///
    /// # Errors
    /// [`Code::DamagedKeys`] when `key` is not this file's.
    pub fn without_keychain(&self, key: &DatabaseKey) -> Result<Self> {
        self.confirm(key)?;
        let mut contents: Contents = self.sealed.contents.clone();
        contents.slots.retain(|slot| slot.terms.kind() != Kind::Keychain);
        Self::seal(contents, key)
    }

    fn keychain_account(&self) -> Option<String> {
        match self.slot(Kind::Keychain)?.terms {
            Terms::Keychain { id } => Some(account(self.vault(), &id)),
            _ => None,
        }
    }

    /// Puts `slot` in place of the one of its kind, and saves.
    fn put(&mut self, folder: &Path, key: &DatabaseKey, slot: Slot) -> Result<()> {
        let mut contents = self.sealed.contents.clone();
        contents.slots.retain(|old| old.terms.kind() != slot.terms.kind());
        contents.slots.push(slot);
        let next = Self::seal(contents, key)?;
        next.save(folder)?;
        *self = next;
        Ok(())
    }
}
