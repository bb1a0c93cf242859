//! Backups that are known to be good: copied, opened with the key, checked, counted, and only then given their name.
//!
//! A backup is a folder with `vault.db` and the `vault.keys` of that moment: without the keys it would be noise. It opens with
//! the passphrase and the recovery code of that moment. What the folder looks like is in `docs/formats/backup.md`.

mod name;
mod restore;
mod rotation;

pub use restore::{Restored, restore};
pub use rotation::which_stay;

use super::check;
use super::files;
use super::keys::{DatabaseKey, KEYS, KeyFile};
use crate::clock::Millis;
use crate::error::{Code, Error, Result};
use name::BackupName;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use serde::Serialize;
use std::fs::{self, File};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// The name of the folder with the backups inside a vault's folder.
pub const BACKUPS: &str = "backups";
/// The name of the database inside a backup.
const DATABASE: &str = "vault.db";

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BackupInfo {
    /// The name of its folder in the vault's `backups`.
    pub name: String,
    /// When it was made.
    pub at: Millis,
    /// The number of the table layout it was made with.
    pub schema_version: u32,
    /// Size of the database in it, in bytes.
    pub bytes: u64,
}

/// How many rows each table has.
pub(super) type Counts = Vec<(String, i64)>;

/// Makes a backup, proves that it is good, and lets the older ones rotate (see [`which_stay`]).
///
/// Readers and the writer go on meanwhile: `conn` sees one moment of the vault. It may be a read-only connection, inside or
/// outside of a transaction.
///
/// # Errors
/// [`Code::DiskFull`], [`Code::ReadOnly`]; [`Code::DamagedKeys`] when the vault's key file does not hold `key`;
/// [`Code::DamagedVault`] when the copy does not pass. Nothing with a backup's name is left behind then.
pub fn make(
    conn: &Connection,
    key: &DatabaseKey,
    vault: &Path,
    now: Millis,
    schema_version: u32,
) -> Result<BackupInfo> {
    // Two at once would sweep each other's unfinished work away.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let keys = KeyFile::load(vault)?;
    keys.confirm(key)?;
    let folder = vault.join(BACKUPS);
    files::private_folder(&folder)?;
    files::sweep(&folder)?;
    let unfinished = files::unfinished_in(&folder)?;
    let made = fill(conn, key, &keys, &unfinished).and_then(|()| place(&unfinished, &folder, now, schema_version));
    if made.is_err() {
        // The first failure is the one to tell; the next sweep takes what is left.
        let _ = fs::remove_dir_all(&unfinished);
    }
    let info = made?;
    // An old backup that does not go is no reason to call the new one failed.
    let _ = rotate(&folder, now);
    Ok(info)
}

/// Copies the vault as of this moment into `folder`, and verifies the copy.
fn fill(conn: &Connection, key: &DatabaseKey, keys: &KeyFile, folder: &Path) -> Result<()> {
    files::private_folder(folder)?;
    let snapshot = if conn.is_autocommit() { Some(conn.unchecked_transaction()?) } else { None };
    let counts = count(conn)?;
    demand_room(conn, folder)?;
    copy(conn, key, &folder.join(DATABASE))?;
    drop(snapshot);
    files::replace(&folder.join(KEYS), &keys.bytes())?;
    File::open(folder.join(DATABASE))?.sync_all()?;
    verify(folder, key, &counts)?;
    files::sync_folder(folder)
}

/// Refuses before the disk is full, so that the vault itself keeps room to work.
pub(super) fn demand_room(conn: &Connection, folder: &Path) -> Result<()> {
    let size: i64 =
        conn.query_row("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", [], |r| r.get(0))?;
    let needed = u64::try_from(size).unwrap_or(0);
    // Where the system does not say, the copy itself will.
    match fs4::available_space(folder) {
        Ok(free) if free < needed => Err(Error::new(Code::DiskFull).with("needed", needed).with("free", free)),
        _ => Ok(()),
    }
}

pub(super) fn copy(conn: &Connection, key: &DatabaseKey, to: &Path) -> Result<()> {
    let mut target = open(to, key, true)?;
    let backup = Backup::new(conn, &mut target)?;
    match backup.step(-1)? {
        StepResult::Done => {}
        _ => return Err(Error::new(Code::InUse)),
    }
    drop(backup);
    // One file that can be read from a medium that cannot be written to.
    target.pragma_update(None, "journal_mode", "delete")?;
    target.close().map_err(|(_, error)| error.into())
}

/// Opens the database of a copy. Made when `writable` and not there; private from its first moment on.
pub(super) fn open(path: &Path, key: &DatabaseKey, writable: bool) -> Result<Connection> {
    if writable {
        files::ensure_private(path)?;
    }
    let flags = if writable { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher prints its errors on stderr unless it is told not to.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    key.apply_to(&conn)?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(conn)
}

/// Proves that the copy opens with what it holds, is whole, and holds as many rows as the vault.
fn verify(folder: &Path, key: &DatabaseKey, expected: &Counts) -> Result<()> {
    KeyFile::load(folder)?.confirm(key)?;
    demand_same(&open(&folder.join(DATABASE), key, false)?, expected)
}

/// Whole, and with as many rows as there were.
pub(super) fn demand_same(conn: &Connection, expected: &Counts) -> Result<()> {
    check::demand(conn)?;
    if count(conn)? == *expected { Ok(()) } else { Err(Error::new(Code::DamagedVault).with("why", "rows")) }
}

/// Counts the rows of every table, the hidden ones of the search index included. In a transaction of `conn`, so that
/// it is one moment.
pub(super) fn count(conn: &Connection) -> Result<Counts> {
    let mut statement = conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    names
        .into_iter()
        .map(|name| {
            let rows =
                conn.query_row(&format!("SELECT count(*) FROM main.\"{}\"", name.replace('"', "\"\"")), [], |row| {
                    row.get(0)
                })?;
            Ok((name, rows))
        })
        .collect()
}

/// Gives the verified copy its name.
fn place(unfinished: &Path, folder: &Path, now: Millis, schema_version: u32) -> Result<BackupInfo> {
    let bytes = fs::metadata(unfinished.join(DATABASE))?.len();
    let at = now - now.rem_euclid(1000);
    // Above every other of this second: a number that rotation has freed would make the newest look like the oldest.
    let nth = named(folder)?.iter().filter(|(name, _)| name.at == at).map(|(name, _)| name.nth + 1).max().unwrap_or(1);
    let mut name = BackupName { at, schema_version, nth };
    while folder.join(name.text()).exists() {
        name.nth += 1;
    }
    fs::rename(unfinished, folder.join(name.text()))?;
    files::sync_folder(folder)?;
    Ok(info(name, bytes))
}

fn info(name: BackupName, bytes: u64) -> BackupInfo {
    BackupInfo { name: name.text(), at: name.at, schema_version: name.schema_version, bytes }
}

/// The backups of the vault in this folder, newest first. What only looks like one is left out.
///
/// # Errors
/// [`Code::Unreadable`] when the folder cannot be read; a vault without backups has none.
pub fn list(vault: &Path) -> Result<Vec<BackupInfo>> {
    Ok(named(&vault.join(BACKUPS))?.into_iter().map(|(name, bytes)| info(name, bytes)).collect())
}

/// The backups in this folder with the sizes of their databases, newest first.
fn named(folder: &Path) -> Result<Vec<(BackupName, u64)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        // The type of the entry itself: a link is neither listed nor followed.
        let name = entry
            .file_name()
            .to_str()
            .and_then(BackupName::read)
            .filter(|_| entry.file_type().is_ok_and(|t| t.is_dir()));
        let database = fs::metadata(entry.path().join(DATABASE));
        if let (Some(name), Ok(database)) = (name, database) {
            found.push((name, database.len()));
        }
    }
    found.sort_by_key(|(name, _)| std::cmp::Reverse((name.at, name.nth)));
    Ok(found)
}

fn rotate(folder: &Path, now: Millis) -> Result<()> {
    let found = named(folder)?;
    let times: Vec<Millis> = found.iter().map(|(name, _)| name.at).collect();
    for ((name, _), stays) in found.iter().zip(which_stay(&times, now)) {
        if !stays {
            // Renamed first: a backup that is half removed must not be listed.
            let going = files::unfinished_in(folder)?;
            fs::rename(folder.join(name.text()), &going)?;
            fs::remove_dir_all(going)?;
        }
    }
    Ok(())
}

/// Proves again that a backup is good, with the key of the open vault: the restore drill without a second vault.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::WrongKey`] with `why` `otherKey` when it belongs to another key; [`Code::DamagedKeys`],
/// [`Code::DamagedVault`].
pub fn drill(vault: &Path, name: &str, key: &DatabaseKey) -> Result<()> {
    let name = BackupName::read(name).ok_or_else(|| Error::new(Code::NotFound))?;
    let folder = vault.join(BACKUPS).join(name.text());
    if !folder.is_dir() {
        return Err(Error::new(Code::NotFound));
    }
    // Made before the vault's key was: only what opened it then opens it.
    KeyFile::load(&folder)?.confirm(key).map_err(|_| Error::new(Code::WrongKey).with("why", "otherKey"))?;
    demand_vault(&open(&folder.join(DATABASE), key, false)?)
}

/// Whole, and a vault: a file cut to nothing would open as an empty database in which nothing is wrong.
fn demand_vault(conn: &Connection) -> Result<()> {
    check::demand(conn)?;
    let found: i64 =
        conn.query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meta'", [], |r| r.get(0))?;
    if found == 1 { Ok(()) } else { Err(Error::new(Code::DamagedVault).with("why", "empty")) }
}

#[cfg(test)]
mod tests;
