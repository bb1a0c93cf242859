//! Killed at any moment while keys change or a backup is made: whatever was confirmed before opens, nothing half is taken for whole.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test, whose child answers on stdout")]

use rapport_core::ids::VaultId;
use rapport_core::vault::backup;
use rapport_core::vault::files::{self, VaultLock};
use rapport_core::vault::keys::{
    Created, DatabaseKey, KEYS_BEFORE, KdfCost, KeyFile, Passphrase, RecoveryCode, Way, create,
};
use rusqlite::Connection;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

const NOW: i64 = 1_781_092_800_000;
const KILLS: usize = 40;

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse").unwrap()
}

fn vault(folder: &Path) -> Created {
    let made = create(VaultId::make(), &passphrase(), KdfCost::Floor).unwrap();
    made.file.save(folder).unwrap();
    let conn = open(folder, &made.key);
    conn.execute_batch(
        "PRAGMA journal_mode = wal; CREATE TABLE meta (key TEXT PRIMARY KEY, value); CREATE TABLE note (text BLOB);
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) INSERT INTO note SELECT randomblob(500) FROM n;",
    )
    .unwrap();
    made
}

fn open(folder: &Path, key: &DatabaseKey) -> Connection {
    let path = folder.join("vault.db");
    files::ensure_private(&path).unwrap();
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA cipher_log_level = NONE;").unwrap();
    key.apply_to(&conn).unwrap();
    conn
}

/// Runs `case` again as a process of its own on `folder`, and kills it once it has confirmed `after` pieces of work and is at the
/// next. Gives what it confirmed.
fn run_and_kill(case: &str, folder: &Path, code: &str, after: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", case, "--ignored", "--nocapture"])
        .env("RAPPORT_TEST_VAULT", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{code}").unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut confirmed = Vec::new();
    let mut line = String::new();
    while confirmed.len() < after && out.read_line(&mut line).unwrap() > 0 {
        if let Some(word) = line.trim_end().split("DONE ").nth(1) {
            confirmed.push(word.to_owned());
        }
        line.clear();
    }
    // A few more turns of this loop, so that the kill meets another moment each time.
    for _ in 0..after * 7919 % 50_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it confirmed between the last read and the kill counts too.
    for line in out.lines() {
        confirmed.extend(line.unwrap().split("DONE ").nth(1).map(str::to_owned));
    }
    assert!(confirmed.len() >= after, "the child ended by itself");
    confirmed
}

fn child() -> (PathBuf, DatabaseKey, VaultLock) {
    let folder = PathBuf::from(std::env::var_os("RAPPORT_TEST_VAULT").unwrap());
    let mut code = String::new();
    std::io::stdin().read_line(&mut code).unwrap();
    let code = RecoveryCode::read(&code).unwrap();
    let lock = VaultLock::take(&folder).unwrap();
    let key = KeyFile::load(&folder).unwrap().unlock(&Way::Recovery(&code)).unwrap();
    (folder, key, lock)
}

#[test]
fn keys_survive_a_kill() {
    let dir = TempDir::new().unwrap();
    let made = vault(dir.path());
    let mut known = made.recovery.expose_text().to_string();
    for round in 0..KILLS {
        let confirmed = run_and_kill("case_changing_codes", dir.path(), &known, 1 + round % 5);
        // The lock of a killed process is free.
        let _lock = VaultLock::take(dir.path()).unwrap();
        let last = RecoveryCode::read(confirmed.last().unwrap()).unwrap();
        let file = KeyFile::load(dir.path()).unwrap();
        assert!(!file.is_from_before(), "the newest file is whole at every moment");
        if file.unlock_with_recovery(&last).is_ok() {
            known = confirmed.last().unwrap().clone();
            continue;
        }
        // Killed after the next code was saved and before it was told: the generation before has the one that was.
        let before = KeyFile::parse(&fs::read(dir.path().join(KEYS_BEFORE)).unwrap()).unwrap();
        assert!(before.unlock_with_recovery(&last).is_ok(), "round {round}: the last confirmed code opens");
        before.save(dir.path()).unwrap();
        known = confirmed.last().unwrap().clone();
    }
    assert!(KeyFile::load(dir.path()).unwrap().unlock_with_passphrase(&passphrase()).is_ok());
}

#[test]
#[ignore = "run by keys_survive_a_kill"]
fn case_changing_codes() {
    let (folder, key, _lock) = child();
    let mut file = KeyFile::load(&folder).unwrap();
    loop {
        let code = file.new_recovery_code(&folder, &key).unwrap();
        println!("DONE {}", code.expose_text().as_str());
    }
}

#[test]
fn backups_survive_a_kill() {
    let dir = TempDir::new().unwrap();
    let made = vault(dir.path());
    for round in 0..KILLS / 2 {
        let confirmed = run_and_kill("case_backing_up", dir.path(), &made.recovery.expose_text(), 1 + round % 3);
        let listed = backup::list(dir.path()).unwrap();
        assert!(listed.iter().any(|b| b.name == *confirmed.last().unwrap()), "the confirmed backup is there");
        for found in listed {
            backup::drill(dir.path(), &found.name, &made.key).unwrap();
        }
        fs::remove_dir_all(dir.path().join(backup::BACKUPS)).unwrap();
    }
}

#[test]
#[ignore = "run by backups_survive_a_kill"]
fn case_backing_up() {
    let (folder, key, _lock) = child();
    let conn = open(&folder, &key);
    for second in 0.. {
        let made = backup::make(&conn, &key, &folder, NOW + second * 1000, 1).unwrap();
        println!("DONE {}", made.name);
    }
}
