//! Files and folders that only their owner may read, replaced whole or not at all.

mod cloud;

pub use cloud::{Cloud, cloud_around};

use super::keys::key::fill_random;
use crate::error::{Code, Error, Result};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The file whose lock says that a vault is open.
pub const LOCK: &str = "vault.lock";

/// Beginning and end of the names of files that are not finished yet.
const UNFINISHED: (&str, &str) = (".rapport-", ".tmp");

/// Creates a folder that only its owner may enter (0700); one that is there already is closed to others.
/// Folders above it are made as usual.
///
/// # Errors
/// [`Code::ReadOnly`] or [`Code::DiskFull`].
pub fn private_folder(path: &Path) -> Result<()> {
    if let Some(above) = path.parent() {
        fs::create_dir_all(above)?;
    }
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => close_to_others(path),
        other => Ok(other?),
    }
}

/// How a private file is opened for writing: 0600 from its first moment on, whatever the umask.
fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Creates a file that only its owner may read (0600), and must not be there yet.
///
/// # Errors
/// [`Code::ReadOnly`], [`Code::DiskFull`], or [`Code::Broken`] when it exists.
pub fn create_private(path: &Path) -> Result<File> {
    Ok(private_options().create_new(true).open(path)?)
}

/// Makes sure that the file is there and private, without changing what it holds.
///
/// SQLite gives `-wal`, `-shm` and journals the mode of the database file: calling this before the first connection makes all
/// of them private.
///
/// # Errors
/// [`Code::ReadOnly`] or [`Code::DiskFull`].
pub fn ensure_private(path: &Path) -> Result<()> {
    private_options().create(true).truncate(false).open(path)?;
    close_to_others(path)
}

/// Takes away files that were made for a vault that could not be finished, so that the next attempt finds the place free.
/// What cannot be removed is told by that attempt.
pub fn discard(folder: &Path, names: &[&str]) {
    for name in names {
        let _ = fs::remove_file(folder.join(name));
    }
}

/// True for a file that holds nothing or is not there.
#[must_use]
pub fn is_empty(path: &Path) -> bool {
    fs::metadata(path).map_or(0, |m| m.len()) == 0
}

/// True when something stands in this folder already, whoever put it there.
#[must_use]
pub fn is_taken(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

/// Takes all rights from everybody but the owner.
#[cfg(unix)]
fn close_to_others(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::symlink_metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
    }
    Ok(())
}

/// Elsewhere the profile's own access list keeps others out.
#[cfg(not(unix))]
fn close_to_others(_path: &Path) -> Result<()> {
    Ok(())
}

/// Closes a vault's folder and what lies in it to others, as after a copy from a disk that knows no rights.
/// Follows no links.
///
/// # Errors
/// [`Code::ReadOnly`] when the rights cannot be set.
pub fn close_folder_to_others(folder: &Path) -> Result<()> {
    close_to_others(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            close_folder_to_others(&entry.path())?;
        } else if kind.is_file() {
            close_to_others(&entry.path())?;
        }
    }
    Ok(())
}

/// Replaces a file as a whole: at every moment, and after a power cut, either the old or the new content is there.
///
/// # Errors
/// [`Code::ReadOnly`], [`Code::DiskFull`]; what was there before is untouched.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().ok_or_else(|| Error::broken("no folder above"))?;
    let unfinished = unfinished_in(folder)?;
    let done = write_through(&unfinished, bytes).and_then(|()| Ok(fs::rename(&unfinished, path)?));
    if done.is_err() {
        // The first failure is the one to tell; sweep() takes what is left.
        let _ = fs::remove_file(&unfinished);
    }
    done?;
    sync_folder(folder)
}

fn write_through(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = create_private(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// A fresh name for something that is not finished, in `folder`.
pub(super) fn unfinished_in(folder: &Path) -> Result<PathBuf> {
    let mut random = [0; 8];
    fill_random(&mut random)?;
    Ok(folder.join(format!("{}{:016x}{}", UNFINISHED.0, u64::from_le_bytes(random), UNFINISHED.1)))
}

/// Removes what an interrupted write left behind in `folder`. Only for the holder of the vault's lock.
///
/// # Errors
/// [`Code::ReadOnly`].
pub fn sweep(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !name.to_str().is_some_and(|name| name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Makes names in a folder survive a power cut: after a file was created, renamed or removed in it.
///
/// # Errors
/// What the system says about the folder.
pub fn sync_folder(folder: &Path) -> Result<()> {
    // Only Unix lets a folder be opened; NTFS orders its names in a journal of its own.
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Holds a vault for one process. Let go when dropped, and by the system when the process ends, however it ends.
#[derive(Debug)]
pub struct VaultLock(#[expect(dead_code, reason = "held, not used")] File);

impl VaultLock {
    /// Takes the lock of the vault in `folder`, without waiting, and sweeps what an interrupted write left there.
    ///
    /// # Errors
    /// [`Code::InUse`] when another process (or another opening in this one) holds it; [`Code::ReadOnly`] when the folder
    /// cannot be written to.
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join(LOCK);
        let file = private_options().create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => {
                // A rest that cannot be removed does no harm.
                let _ = sweep(folder);
                Ok(Self(file))
            }
            Err(TryLockError::WouldBlock) => Err(Error::new(Code::InUse)),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests;
