//! Tests of private files, whole replacement and the lock.

use super::*;
use tempfile::TempDir;

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn open_to_all(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_private() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("deep/er/Work.rapport");
    private_folder(&folder).unwrap();
    assert_eq!(mode(&folder), 0o700);
    create_private(&folder.join("a")).unwrap();
    replace(&folder.join("b"), b"x").unwrap();
    ensure_private(&folder.join("c")).unwrap();
    for name in ["a", "b", "c"] {
        assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_was_open_to_others_is_closed() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("v");
    fs::create_dir_all(folder.join("backups")).unwrap();
    fs::write(folder.join("vault.db"), b"12").unwrap();
    fs::write(folder.join("backups/x"), b"").unwrap();
    fs::write(dir.path().join("outside"), b"").unwrap();
    std::os::unix::fs::symlink(dir.path().join("outside"), folder.join("link")).unwrap();
    for path in [folder.clone(), folder.join("backups")] {
        open_to_all(&path, 0o755);
    }
    for path in [folder.join("vault.db"), folder.join("backups/x"), dir.path().join("outside")] {
        open_to_all(&path, 0o666);
    }
    private_folder(&folder).unwrap();
    assert_eq!(mode(&folder), 0o700);
    ensure_private(&folder.join("vault.db")).unwrap();
    assert_eq!((mode(&folder.join("vault.db")), fs::read(folder.join("vault.db")).unwrap()), (0o600, b"12".to_vec()));
    close_folder_to_others(&folder).unwrap();
    assert_eq!((mode(&folder.join("backups")), mode(&folder.join("backups/x"))), (0o700, 0o600));
    assert_eq!(mode(&dir.path().join("outside")), 0o666, "a link is not followed");
}

#[cfg(unix)]
#[test]
fn sqlite_gives_its_side_files_the_mode_of_the_database() {
    let dir = TempDir::new().unwrap();
    let db = dir.path().join("vault.db");
    ensure_private(&db).unwrap();
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.pragma_update(None, "journal_mode", "wal").unwrap();
    conn.execute_batch("CREATE TABLE t(a); INSERT INTO t VALUES (1)").unwrap();
    for name in ["vault.db", "vault.db-wal", "vault.db-shm"] {
        assert_eq!(mode(&dir.path().join(name)), 0o600, "{name}");
    }
}

#[test]
fn replacing_leaves_only_the_new_content() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("f");
    replace(&path, b"old").unwrap();
    replace(&path, b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(names(dir.path()), ["f"]);
}

#[test]
fn a_replacement_that_fails_leaves_the_old_and_no_rest() {
    let dir = TempDir::new().unwrap();
    // A folder that is not empty cannot be replaced by a file.
    fs::create_dir_all(dir.path().join("f/full")).unwrap();
    assert!(replace(&dir.path().join("f"), b"new").is_err());
    assert_eq!(names(dir.path()), ["f"]);
    assert!(dir.path().join("f/full").is_dir());
}

#[test]
fn sweeping_takes_only_what_is_unfinished() {
    let dir = TempDir::new().unwrap();
    fs::write(unfinished_in(dir.path()).unwrap(), b"half").unwrap();
    fs::create_dir_all(unfinished_in(dir.path()).unwrap().join("x")).unwrap();
    for name in ["vault.keys", ".rapport-notes", "my.tmp"] {
        fs::write(dir.path().join(name), b"").unwrap();
    }
    sweep(dir.path()).unwrap();
    assert_eq!(names(dir.path()), [".rapport-notes", "my.tmp", "vault.keys"]);
}

#[test]
fn one_vault_is_held_once() {
    let dir = TempDir::new().unwrap();
    let held = VaultLock::take(dir.path()).unwrap();
    assert_eq!(VaultLock::take(dir.path()).unwrap_err().code, Code::InUse);
    drop(held);
    let rest = unfinished_in(dir.path()).unwrap();
    fs::write(&rest, b"half").unwrap();
    let again = VaultLock::take(dir.path());
    assert!(again.is_ok());
    assert!(!rest.exists(), "whoever holds the vault sweeps it");
    #[cfg(unix)]
    assert_eq!(mode(&dir.path().join(LOCK)), 0o600);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_so() {
    let dir = TempDir::new().unwrap();
    assert_eq!(VaultLock::take(&dir.path().join("none")).unwrap_err().code, Code::Unreadable);
}
