//! From a backup to a vault again, somewhere new.

use super::{DATABASE, demand_vault, files, open};
use crate::error::{Code, Error, Result};
use crate::ids::VaultId;
use crate::vault::keys::{DatabaseKey, KeyFile, Way};
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// A vault that was restored and can be opened.
#[derive(Debug)]
pub struct Restored {
    /// Its name: the same as that of the vault the backup was made of.
    pub vault: VaultId,
    /// The key of its database.
    pub key: DatabaseKey,
}

/// Makes a vault at `into` from the backup (or any copy of a vault that is not open) in `backup`, which stays as it is.
///
/// The copy is checked before it appears at `into`, whole. Its `meta` table says `new_device` = 1: whoever opens it takes a new
/// device id before the first write, because two writers with one id break merging, and applies the list of erased people
/// again. It has no keychain slot: that belongs to the original.
///
/// # Errors
/// [`Code::VaultExists`] when anything stands at `into` (an empty folder may); [`Code::WrongKey`], [`Code::NoKeychain`];
/// [`Code::NoVault`], [`Code::DamagedKeys`], [`Code::DamagedVault`], [`Code::NewerVault`] for the backup;
/// [`Code::DiskFull`], [`Code::ReadOnly`]. Nothing is left at `into` then.
pub fn restore(backup: &Path, way: &Way<'_>, into: &Path) -> Result<Restored> {
    refuse_taken(into)?;
    let keys = KeyFile::load(backup)?;
    let key = keys.unlock(way)?;
    let above = into.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(above)?;
    let unfinished = files::unfinished_in(above)?;
    let done = fill(backup, &keys, &key, &unfinished).and_then(|()| place(&unfinished, into, above));
    if done.is_err() {
        // The first failure is the one to tell.
        let _ = fs::remove_dir_all(&unfinished);
    }
    done?;
    Ok(Restored { vault: keys.vault(), key })
}

/// An empty folder is what a folder dialog leaves; anything else is not ours to replace.
fn refuse_taken(into: &Path) -> Result<()> {
    let taken = match fs::symlink_metadata(into) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error.into()),
        Ok(found) => !found.is_dir() || fs::read_dir(into)?.next().is_some(),
    };
    if taken { Err(Error::new(Code::VaultExists)) } else { Ok(()) }
}

fn fill(backup: &Path, keys: &KeyFile, key: &DatabaseKey, folder: &Path) -> Result<()> {
    files::private_folder(folder)?;
    let database = folder.join(DATABASE);
    copy_private(&backup.join(DATABASE), &database)?;
    // Our own backups have none; a plain copy of a vault may, and its last writes are in there.
    let log = format!("{DATABASE}-wal");
    if backup.join(&log).exists() {
        copy_private(&backup.join(&log), &folder.join(&log))?;
    }
    let conn = open(&database, key, true)?;
    demand_vault(&conn)?;
    conn.execute(
        "INSERT INTO meta (key, value) VALUES ('new_device', 1) ON CONFLICT (key) DO UPDATE SET value = 1",
        [],
    )?;
    conn.close().map_err(|(_, error)| Error::from(error))?;
    File::open(&database)?.sync_all()?;
    keys.without_keychain(key)?.save(folder)
}

fn copy_private(from: &Path, to: &Path) -> Result<()> {
    let mut source = File::open(from).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::new(Code::DamagedVault).with("why", "missing"),
        _ => Error::new(Code::Unreadable),
    })?;
    let mut target = files::create_private(to)?;
    io::copy(&mut source, &mut target)?;
    Ok(target.sync_all()?)
}

fn place(unfinished: &Path, into: &Path, above: &Path) -> Result<()> {
    // Somebody may have been faster; an empty folder goes, a full one does not.
    if into.is_dir() {
        fs::remove_dir(into).map_err(|_| Error::new(Code::VaultExists))?;
    }
    fs::rename(unfinished, into)?;
    files::sync_folder(above)
}
