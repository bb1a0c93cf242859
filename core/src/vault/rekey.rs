//! A new key for the database: everything is encrypted anew in a copy beside it, proved, and only then put in its place.
//!
//! Two files must change together, the database and `vault.keys`, and no system renames two files at once. So the order is:
//! the copy stands finished as [`NEXT`]; the new `vault.keys` is written (from this moment on the new key is the vault's);
//! the copy takes the place of the database. Whoever opens a vault calls [`finish`] first: a [`NEXT`] that the vault's key
//! opens is put in its place, one that it does not open is what a broken attempt left, and goes.

use super::backup;
use super::files;
use super::keys::DatabaseKey;
use super::store::{DATABASE, Vault};
use crate::error::Result;
use rusqlite::Connection;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The database under its new key, while the old one still stands in its place.
pub const NEXT: &str = "vault.db.next";
/// What SQLite keeps beside a database.
const BESIDE: [&str; 3] = ["vault.db-wal", "vault.db-shm", "vault.db-journal"];
const BESIDE_NEXT: [&str; 3] = ["vault.db.next-wal", "vault.db.next-shm", "vault.db.next-journal"];

/// Encrypts the whole vault anew into a file beside it and proves that the copy is good. The vault itself is not touched.
///
/// # Errors
/// [`crate::error::Code::DiskFull`], [`crate::error::Code::ReadOnly`]; [`crate::error::Code::DamagedVault`] when the copy
/// does not pass. Nothing is left behind then.
pub(crate) fn prepare(vault: &Vault, new: &DatabaseKey) -> Result<PathBuf> {
    let copy = files::unfinished_in(vault.dir())?;
    let done = vault.with_writer(|conn| encrypt_anew(conn, vault.key(), new, &copy));
    if done.is_err() {
        // The first failure is the one to tell; the next sweep takes what is left.
        let _ = fs::remove_file(&copy);
    }
    done.map(|()| copy)
}

fn encrypt_anew(conn: &Connection, old: &DatabaseKey, new: &DatabaseKey, copy: &Path) -> Result<()> {
    let counts = backup::count(conn)?;
    backup::demand_room(conn, copy.parent().unwrap_or(Path::new(".")))?;
    backup::copy(conn, old, copy)?;
    let target = backup::open(copy, old, true)?;
    new.replace_in(&target)?;
    target.close().map_err(|(_, error)| error)?;
    // With the new key from the beginning: a copy that only this connection could read would be worth nothing.
    let target = backup::open(copy, new, true)?;
    backup::demand_same(&target, &counts)?;
    // The code on paper belongs to the key before.
    target.execute("DELETE FROM meta WHERE key = 'recovery_confirmed'", [])?;
    target.close().map_err(|(_, error)| error)?;
    Ok(File::open(copy)?.sync_all()?)
}

/// Gives the proved copy the name under which [`finish`] finds it. The database must be closed: nothing of it may wait in a log.
///
/// # Errors
/// [`crate::error::Code::ReadOnly`]; the vault stays under its old key then.
pub(crate) fn stand_by(folder: &Path, copy: &Path) -> Result<()> {
    fs::rename(copy, folder.join(NEXT))?;
    files::sync_folder(folder)
}

/// Puts a waiting copy in its place when `key` opens it, and takes it away when `key` opens the database as it is.
/// To be called by the holder of the vault's lock before the database is opened.
///
/// # Errors
/// [`crate::error::Code::ReadOnly`]. Calling it again is safe.
pub(crate) fn finish(folder: &Path, key: &DatabaseKey) -> Result<()> {
    let (next, database) = (folder.join(NEXT), folder.join(DATABASE));
    if !next.exists() {
        return Ok(());
    }
    if backup::open(&next, key, false).is_ok() {
        // They belong to the database that goes, which was closed before its keys were: a log of its own must not be
        // played back into the one that comes.
        files::discard(folder, &BESIDE);
        files::discard(folder, &BESIDE_NEXT);
        files::sync_folder(folder)?;
        fs::rename(&next, &database)?;
        return files::sync_folder(folder);
    }
    // A key that opens neither decides nothing.
    if backup::open(&database, key, false).is_ok() {
        fs::remove_file(&next)?;
        files::discard(folder, &BESIDE_NEXT);
        files::sync_folder(folder)?;
    }
    Ok(())
}

impl DatabaseKey {
    /// Encrypts the database of a connection that `self` does not open yet anew, so that it does.
    fn replace_in(&self, conn: &Connection) -> Result<()> {
        let raw = self.expose_raw_key_pragma();
        let mut statement = Zeroizing::new(String::with_capacity(raw.len() + 20));
        statement.push_str("PRAGMA rekey = \"");
        statement.push_str(&raw);
        statement.push_str("\";");
        Ok(conn.execute_batch(&statement)?)
    }
}
