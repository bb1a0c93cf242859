//! Tests of backups and their return.

use super::*;
use crate::ids::VaultId;
use crate::vault::keys::{self, Created, KdfCost, Passphrase, RecoveryCode, Way};
use std::path::PathBuf;
use tempfile::TempDir;

/// 10 June 2026, 12:00 UTC.
const NOW: Millis = 1_781_092_800_000;

/// A vault with rows, open for writing in WAL as the product opens it.
struct Fixture {
    dir: TempDir,
    keys: Created,
    conn: Connection,
}

impl Fixture {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let keys = keys::create(VaultId::make(), &passphrase("correct horse"), KdfCost::Floor).unwrap();
        keys.file.save(dir.path()).unwrap();
        let conn = open(&dir.path().join(DATABASE), &keys.key, true).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = wal;
             CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
             CREATE TABLE person (rid INTEGER PRIMARY KEY, name TEXT, boss INTEGER REFERENCES person(rid));
             CREATE INDEX person_name ON person(name);
             CREATE VIRTUAL TABLE found USING fts5(name);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
             INSERT INTO person SELECT i, 'Person Number ' || i, nullif(i - 1, 0) FROM n;
             INSERT INTO found SELECT name FROM person;",
        )
        .unwrap();
        Self { dir, keys, conn }
    }

    fn path(&self) -> &Path {
        self.dir.path()
    }

    fn backups(&self) -> PathBuf {
        self.path().join(BACKUPS)
    }

    fn make(&self, now: Millis) -> Result<BackupInfo> {
        make(&self.conn, &self.keys.key, self.path(), now, 3)
    }

    /// A backup, and where it lies.
    fn made(&self) -> PathBuf {
        self.backups().join(self.make(NOW).unwrap().name)
    }
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

fn people(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM person", [], |r| r.get(0)).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_comes_back_by_passphrase_and_by_recovery_code() {
    let vault = Fixture::new();
    let backup = vault.made();
    let secret = passphrase("correct horse");
    let code = RecoveryCode::read(&vault.keys.recovery.expose_text()).unwrap();
    for (name, way) in [("a.rapport", Way::Passphrase(&secret)), ("deep/b.rapport", Way::Recovery(&code))] {
        let into = vault.path().join(name);
        let restored = restore(&backup, &way, &into).unwrap();
        assert_eq!(restored.vault, vault.keys.file.vault());
        assert_eq!(restored.key.expose_raw_key_pragma(), vault.keys.key.expose_raw_key_pragma());
        let conn = open(&into.join(DATABASE), &restored.key, false).unwrap();
        assert_eq!(people(&conn), 200);
        let flag: i64 = conn.query_row("SELECT value FROM meta WHERE key = 'new_device'", [], |r| r.get(0)).unwrap();
        assert_eq!(flag, 1, "whoever opens it takes a new device id");
        assert_eq!(names(&into), [DATABASE, KEYS]);
        assert!(KeyFile::load(&into).unwrap().unlock_with_passphrase(&secret).is_ok());
    }
    let flags: i64 = vault.conn.query_row("SELECT count(*) FROM meta", [], |r| r.get(0)).unwrap();
    assert_eq!(flags, 0, "the original is untouched");
    assert!(drill(vault.path(), &list(vault.path()).unwrap()[0].name, &vault.keys.key).is_ok(), "and so is the backup");
}

#[test]
fn a_backup_says_what_it_is() {
    let vault = Fixture::new();
    let info = vault.make(NOW + 789).unwrap();
    assert_eq!((info.name.as_str(), info.at, info.schema_version), ("2026-06-10T120000Z-v3.rapport-backup", NOW, 3));
    assert_eq!(names(&vault.backups().join(&info.name)), [DATABASE, KEYS], "no side files");
    assert_eq!(info.bytes, fs::metadata(vault.backups().join(&info.name).join(DATABASE)).unwrap().len());
    let twin = vault.make(NOW).unwrap();
    assert_eq!(twin.name, "2026-06-10T120000Z-v3-2.rapport-backup");
    assert_eq!(list(vault.path()).unwrap(), [twin.clone(), info]);
    let later = vault.make(NOW + 1000).unwrap();
    assert_eq!(list(vault.path()).unwrap(), [later, twin], "the newest of the day and the one before it");
    assert_eq!(names(&vault.backups()).len(), 2, "nothing unfinished");
}

#[cfg(unix)]
#[test]
fn backups_and_restored_vaults_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let vault = Fixture::new();
    let backup = vault.made();
    let into = vault.path().join("restored");
    restore(&backup, &Way::Passphrase(&passphrase("correct horse")), &into).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for folder in [vault.backups(), backup, into] {
        assert_eq!(mode(&folder), 0o700, "{folder:?}");
        for file in fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
            assert_eq!(mode(&file), 0o600, "{file:?}");
        }
    }
}

#[test]
fn nothing_in_a_backup_can_be_read_without_the_key() {
    let vault = Fixture::new();
    let bytes = fs::read(vault.made().join(DATABASE)).unwrap();
    for word in [&b"SQLite format"[..], b"Person Number", b"CREATE TABLE"] {
        assert!(!bytes.windows(word.len()).any(|w| w == word));
    }
}

#[test]
fn a_backup_is_one_moment_while_others_write() {
    let vault = Fixture::new();
    let reader = open(&vault.path().join(DATABASE), &vault.keys.key, true).unwrap();
    reader.execute_batch("PRAGMA query_only = ON; BEGIN; SELECT count(*) FROM person").unwrap();
    assert_eq!(people(&reader), 200);
    vault.conn.execute("INSERT INTO person VALUES (1000, 'Later', 1)", []).unwrap();
    let info = make(&reader, &vault.keys.key, vault.path(), NOW, 3).unwrap();
    assert!(!reader.is_autocommit(), "the caller's transaction is left to the caller");
    let copy = open(&vault.backups().join(info.name).join(DATABASE), &vault.keys.key, false).unwrap();
    assert_eq!((people(&copy), people(&vault.conn)), (200, 201));
    vault.make(NOW).unwrap();
    assert!(vault.conn.is_autocommit());
}

#[test]
fn a_damaged_vault_gives_no_backup() {
    let vault = Fixture::new();
    let kept = vault.make(NOW).unwrap();
    vault.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let path = vault.path().join(DATABASE);
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() - 2000;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    let fresh = open(&path, &vault.keys.key, true).unwrap();
    let error = make(&fresh, &vault.keys.key, vault.path(), NOW + 1000, 3).unwrap_err();
    assert_eq!(error.code, Code::DamagedVault);
    assert_eq!(names(&vault.backups()), [kept.name], "the good one stays, no rest of the bad one");
}

#[test]
fn a_backup_of_a_vault_with_dangling_rows_is_refused() {
    let vault = Fixture::new();
    vault.conn.execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO person VALUES (999, 'x', 12345)").unwrap();
    let error = vault.make(NOW).unwrap_err();
    assert_eq!((error.code, error.details["foreignKeys"].as_u64()), (Code::DamagedVault, Some(1)));
}

#[test]
fn a_key_that_the_key_file_does_not_hold_makes_no_backup() {
    let vault = Fixture::new();
    let foreign = keys::create(VaultId::make(), &passphrase("x"), KdfCost::Floor).unwrap();
    assert_eq!(make(&vault.conn, &foreign.key, vault.path(), NOW, 3).unwrap_err().code, Code::DamagedKeys);
    assert!(list(vault.path()).unwrap().is_empty());
}

#[test]
fn what_a_crash_left_is_swept_and_never_listed() {
    let vault = Fixture::new();
    fs::create_dir_all(vault.backups()).unwrap();
    let rest = files::unfinished_in(&vault.backups()).unwrap();
    fs::create_dir(&rest).unwrap();
    fs::write(rest.join(DATABASE), b"half").unwrap();
    assert!(list(vault.path()).unwrap().is_empty());
    vault.make(NOW).unwrap();
    assert!(!rest.exists());
}

#[test]
fn rotation_takes_backups_and_nothing_else() {
    let vault = Fixture::new();
    fs::create_dir_all(vault.backups()).unwrap();
    let old = |text: &str| {
        let folder = vault.backups().join(text);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(DATABASE), b"").unwrap();
        text.to_owned()
    };
    for name in ["2024-01-01T000000Z-v1.rapport-backup", "2023-01-01T000000Z-v1.rapport-backup"] {
        old(name);
    }
    let mut expected = vec![
        old("2026-05-20T000000Z-v2.rapport-backup"),
        old("before the move"),
        old("2023-01-01T000000Z-v1.rapport-backup (copy)"),
    ];
    #[cfg(unix)]
    {
        let link = "2022-01-01T000000Z-v1.rapport-backup";
        std::os::unix::fs::symlink(vault.path(), vault.backups().join(link)).unwrap();
        expected.push(link.to_owned());
    }
    expected.push(vault.make(NOW).unwrap().name);
    expected.sort();
    assert_eq!(names(&vault.backups()), expected);
    assert_eq!(list(vault.path()).unwrap().len(), 2);
}

#[test]
fn the_newest_of_many_in_one_second_stays() {
    let fixture = Fixture::new();
    for _ in 0..6 {
        let made = fixture.make(NOW + 400).unwrap();
        assert_eq!(list(fixture.path()).unwrap()[0].name, made.name);
    }
}

#[test]
fn restoring_never_overwrites() {
    let vault = Fixture::new();
    let backup = vault.made();
    let secret = passphrase("correct horse");
    let into = vault.path().join("taken");
    fs::create_dir(&into).unwrap();
    fs::write(into.join("anything"), b"mine").unwrap();
    for place in [into.as_path(), &into.join("anything"), vault.path()] {
        assert_eq!(restore(&backup, &Way::Passphrase(&secret), place).unwrap_err().code, Code::VaultExists);
    }
    assert_eq!(fs::read(into.join("anything")).unwrap(), b"mine");
    let empty = vault.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert!(restore(&backup, &Way::Passphrase(&secret), &empty).is_ok(), "an empty folder is what a dialog leaves");
}

#[test]
fn a_restore_that_fails_leaves_nothing() {
    let vault = Fixture::new();
    let backup = vault.made();
    let place = TempDir::new().unwrap();
    let into = place.path().join("v.rapport");
    let attempt = |text: &str| restore(&backup, &Way::Passphrase(&passphrase(text)), &into).unwrap_err().code;
    assert_eq!(attempt("wrong"), Code::WrongKey);
    fs::write(backup.join(DATABASE), vec![7; 8192]).unwrap();
    assert_eq!(attempt("correct horse"), Code::DamagedVault);
    fs::write(backup.join(DATABASE), b"").unwrap();
    assert_eq!(attempt("correct horse"), Code::DamagedVault, "an empty file would open as an empty database");
    fs::remove_file(backup.join(DATABASE)).unwrap();
    assert_eq!(attempt("correct horse"), Code::DamagedVault);
    fs::write(backup.join(KEYS), b"RAPPKEYS").unwrap();
    assert_eq!(attempt("correct horse"), Code::DamagedKeys);
    fs::remove_file(backup.join(KEYS)).unwrap();
    assert_eq!(attempt("correct horse"), Code::NoVault);
    assert!(names(place.path()).is_empty());
}

#[test]
fn a_plain_copy_of_a_vault_is_restored_with_its_last_writes() {
    let vault = Fixture::new();
    vault
        .conn
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO person VALUES (1000, 'Only in the log', 1)")
        .unwrap();
    let copy = TempDir::new().unwrap();
    for name in [DATABASE, "vault.db-wal", KEYS] {
        fs::copy(vault.path().join(name), copy.path().join(name)).unwrap();
    }
    let into = copy.path().join("restored");
    let restored = restore(copy.path(), &Way::Recovery(&vault.keys.recovery), &into).unwrap();
    assert_eq!(people(&open(&into.join(DATABASE), &restored.key, false).unwrap()), 201);
}

#[test]
fn a_drill_tells_a_good_backup_from_a_bad_one() {
    let vault = Fixture::new();
    let name = vault.make(NOW).unwrap().name;
    let key = &vault.keys.key;
    assert!(drill(vault.path(), &name, key).is_ok());
    for unknown in ["2026-06-10T120001Z-v3.rapport-backup", "../../etc", ""] {
        assert_eq!(drill(vault.path(), unknown, key).unwrap_err().code, Code::NotFound);
    }
    let path = vault.backups().join(&name).join(DATABASE);
    let whole = fs::read(&path).unwrap();
    for damage in [0, 1, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..damage]).unwrap();
        assert_eq!(drill(vault.path(), &name, key).unwrap_err().code, Code::DamagedVault, "cut to {damage}");
    }
}

/// Goal R5: a single changed bit anywhere in the file is refused on reading, never wrong data. 200 places a run here; the
/// places are spread so that every page and every part of a page (salt, text, IV, authentication code) is met.
#[test]
fn every_flipped_bit_of_a_backup_is_refused() {
    let vault = Fixture::new();
    let name = vault.make(NOW).unwrap().name;
    let path = vault.backups().join(&name).join(DATABASE);
    let whole = fs::read(&path).unwrap();
    let mut places: Vec<usize> = (0..16).chain([16, 100]).collect();
    places.extend(
        (0..whole.len() / 4096).flat_map(|page| [0, 2000, 4015, 4016, 4031, 4032, 4095].map(|at| page * 4096 + at)),
    );
    places.extend((0..whole.len()).step_by(whole.len() / 100));
    for at in places {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, bytes).unwrap();
        assert_eq!(drill(vault.path(), &name, &vault.keys.key).unwrap_err().code, Code::DamagedVault, "byte {at}");
    }
}
