//! `vault.keys`: made, loaded, opened, saved.

use super::change::{account, passphrase_slot, recovery_slot};
use super::format::{self, Contents, LARGEST, Sealed};
use super::kdf::{self, Bounds, KdfCost};
use super::key::{DatabaseKey, Secret};
use super::keychain::{Keychain, no_keychain};
use super::passphrase::Passphrase;
use super::recovery::RecoveryCode;
use super::slot::{Kind, Slot, Terms};
use crate::error::{Code, Error, Result};
use crate::ids::VaultId;
use crate::vault::files;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// The name of the key file in a vault's folder.
pub const KEYS: &str = "vault.keys";
/// The generation before it, kept until the new one has opened the vault once.
pub const KEYS_BEFORE: &str = "vault.keys.old";

/// A key file in memory. It holds no secret: only wrapped keys.
#[derive(Clone, Debug)]
pub struct KeyFile {
    pub(super) sealed: Sealed,
    /// Read from [`KEYS_BEFORE`], because [`KEYS`] was damaged or gone.
    from_before: bool,
}

/// What a vault is opened with.
#[derive(Clone, Copy, Debug)]
pub enum Way<'a> {
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery code.
    Recovery(&'a RecoveryCode),
    /// The computer's keychain.
    Keychain(&'a Keychain),
}

/// What a new vault begins with.
#[derive(Debug)]
pub struct Created {
    /// To be saved with [`KeyFile::save`].
    pub file: KeyFile,
    /// To key the database with.
    pub key: DatabaseKey,
    /// To be shown once, and typed back.
    pub recovery: RecoveryCode,
}

/// The keys of a new vault: a random database key in a passphrase slot and a recovery slot. Writes nothing.
///
/// # Errors
/// [`Code::Broken`] when the system gives no randomness or not the memory for the derivation.
pub fn create(vault: VaultId, passphrase: &Passphrase, cost: KdfCost) -> Result<Created> {
    let key = DatabaseKey::make()?;
    let (recovery, recovery_slot) = recovery_slot(vault, &key)?;
    let slots = vec![passphrase_slot(vault, &key, passphrase, cost)?, recovery_slot];
    let file = KeyFile::seal(Contents { vault, slots }, &key)?;
    Ok(Created { file, key, recovery })
}

impl KeyFile {
    pub(super) fn seal(contents: Contents, key: &DatabaseKey) -> Result<Self> {
        contents.check()?;
        let seal = key.seal(&contents.encode());
        Ok(Self { sealed: Sealed { contents, seal }, from_before: false })
    }

    /// Reads the bytes of a key file.
    ///
    /// # Errors
    /// [`Code::DamagedKeys`] for anything but a whole and lawful file, derivation costs out of bounds included;
    /// [`Code::NewerVault`].
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        Self::parse_within(bytes, Bounds::REAL)
    }

    pub(super) fn parse_within(bytes: &[u8], bounds: Bounds) -> Result<Self> {
        Ok(Self { sealed: format::decode(bytes, bounds)?, from_before: false })
    }

    /// Reads the key file of the vault in `folder`; when it is damaged or gone, the generation before it.
    ///
    /// # Errors
    /// [`Code::NoVault`] when there is none and no database either; else as [`KeyFile::parse`].
    pub fn load(folder: &Path) -> Result<Self> {
        let error = match read(&folder.join(KEYS)) {
            Ok(file) => return Ok(file),
            Err(error) if matches!(error.code, Code::DamagedKeys | Code::NoVault) => error,
            Err(error) => return Err(error),
        };
        if let Ok(before) = read(&folder.join(KEYS_BEFORE)) {
            return Ok(Self { from_before: true, ..before });
        }
        if error.code == Code::NoVault && folder.join("vault.db").exists() {
            return Err(Error::new(Code::DamagedKeys).with("why", "missing"));
        }
        Err(error)
    }

    /// The bytes of the file.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        format::encode(&self.sealed.contents, &self.sealed.seal)
    }

    /// Writes the file into `folder`, whole or not at all. What stood there stays as [`KEYS_BEFORE`] until [`KeyFile::settle`].
    ///
    /// # Errors
    /// [`Code::ReadOnly`], [`Code::DiskFull`]; the old file is untouched then.
    pub fn save(&self, folder: &Path) -> Result<()> {
        let place = folder.join(KEYS);
        // Only a good file is worth keeping: a damaged one must not push out the good one before it.
        if let Ok(now) = read(&place) {
            files::replace(&folder.join(KEYS_BEFORE), &now.bytes())?;
        }
        files::replace(&place, &self.bytes())
    }

    /// To be called when the database has opened with the key this file gave: the generation before goes, and when this file
    /// *is* that one (the newer was damaged), it takes its place again.
    ///
    /// # Errors
    /// [`Code::ReadOnly`], [`Code::DiskFull`]. The vault is usable all the same.
    pub fn settle(&self, folder: &Path) -> Result<()> {
        if self.from_before {
            files::replace(&folder.join(KEYS), &self.bytes())?;
        }
        let before = folder.join(KEYS_BEFORE);
        if before.exists() {
            fs::remove_file(before)?;
            files::sync_folder(folder)?;
        }
        Ok(())
    }

    /// Which vault it opens.
    #[must_use]
    pub fn vault(&self) -> VaultId {
        self.sealed.contents.vault
    }

    /// Was the newest key file damaged or gone, so that this is the one before it? The passphrase is the earlier one then.
    #[must_use]
    pub fn is_from_before(&self) -> bool {
        self.from_before
    }

    /// Can it be opened with the computer's keychain?
    #[must_use]
    pub fn has_keychain(&self) -> bool {
        self.slot(Kind::Keychain).is_some()
    }

    /// Can it be opened with a recovery code?
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        self.slot(Kind::Recovery).is_some()
    }

    pub(super) fn slot(&self, kind: Kind) -> Option<&Slot> {
        self.sealed.contents.slots.iter().find(|slot| slot.terms.kind() == kind)
    }

    /// The database key, by one of the three ways.
    ///
    /// # Errors
    /// Those of the way.
    pub fn unlock(&self, way: &Way<'_>) -> Result<DatabaseKey> {
        match way {
            Way::Passphrase(passphrase) => self.unlock_with_passphrase(passphrase),
            Way::Recovery(code) => self.unlock_with_recovery(code),
            Way::Keychain(keychain) => self.unlock_with_keychain(keychain),
        }
    }

    /// The database key, by passphrase. Takes as long as the file's derivation costs say.
    ///
    /// # Errors
    /// [`Code::WrongKey`]; [`Code::DamagedKeys`] with `why` `seal` when somebody changed the file around a good slot.
    pub fn unlock_with_passphrase(&self, passphrase: &Passphrase) -> Result<DatabaseKey> {
        match self.slot(Kind::Passphrase) {
            Some(slot @ Slot { terms: Terms::Passphrase { params, salt }, .. }) => {
                self.open(slot, &kdf::derive(passphrase, salt, *params)?)
            }
            _ => Err(Error::new(Code::WrongKey)),
        }
    }

    /// The database key, by recovery code.
    ///
    /// # Errors
    /// As [`KeyFile::unlock_with_passphrase`].
    pub fn unlock_with_recovery(&self, code: &RecoveryCode) -> Result<DatabaseKey> {
        match self.slot(Kind::Recovery) {
            Some(slot @ Slot { terms: Terms::Recovery { salt }, .. }) => self.open(slot, &code.derive(salt)),
            _ => Err(Error::new(Code::WrongKey)),
        }
    }

    /// The database key, by the computer's keychain. Blocks up to the keychain's patience.
    ///
    /// # Errors
    /// [`Code::NoKeychain`] with `why`: `noSlot`, `noEntry`, `noStore`, `noAccess`, `timeout`, `hung`, `notOurs`, `stale`
    /// (it kept another key than the slot wants) or `other`. The passphrase opens the vault in all these cases.
    pub fn unlock_with_keychain(&self, keychain: &Keychain) -> Result<DatabaseKey> {
        let Some(slot @ Slot { terms: Terms::Keychain { id }, .. }) = self.slot(Kind::Keychain) else {
            return Err(no_keychain("noSlot"));
        };
        let kek = keychain.give(&account(self.vault(), id))?;
        self.open(slot, &kek).map_err(|error| if error.code == Code::WrongKey { no_keychain("stale") } else { error })
    }

    fn open(&self, slot: &Slot, kek: &Secret) -> Result<DatabaseKey> {
        let key = slot.unwrap(self.vault(), kek)?;
        self.confirm(&key)?;
        Ok(key)
    }

    /// Checks that `key` is the one this file was sealed with, and that nothing in it was changed since.
    ///
    /// # Errors
    /// [`Code::DamagedKeys`] with `why` `seal`.
    pub fn confirm(&self, key: &DatabaseKey) -> Result<()> {
        if key.seal_holds(&self.sealed.contents.encode(), &self.sealed.seal) {
            Ok(())
        } else {
            Err(Error::new(Code::DamagedKeys).with("why", "seal"))
        }
    }
}

fn read(path: &Path) -> Result<KeyFile> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::new(Code::NoVault),
        std::io::ErrorKind::PermissionDenied => Error::new(Code::Unreadable),
        _ => error.into(),
    })?;
    let mut bytes = Vec::with_capacity(1024);
    // A byte more than is lawful shows that the file is too large, without reading all of it.
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(|_| Error::new(Code::Unreadable))?;
    KeyFile::parse(&bytes)
}
