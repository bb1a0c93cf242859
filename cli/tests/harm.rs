//! What the terminal says of a vault that is damaged, newer, in use, or on a disk that is full or cannot be written to.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use rapport_core::app::{App, Setup};
use rapport_core::commands;
use rapport_core::vault::keys::{KeyFile, RecoveryCode};
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use support::{Ran, Terminal};

/// `check` must say in every form that the vault is damaged.
fn is_damaged(t: &Terminal, what: &str) {
    let ran = t.run(&["check", "--json"]);
    assert_eq!((ran.code, &ran.json()["ok"]), (4, &json!(false)), "{what}: {ran:?}");
    let said = t.run(&["check"]);
    assert!(said.code == 4 && format!("{}{}", said.out, said.err).contains("damaged"), "{what}: {said:?}");
}

#[test]
fn a_whole_vault_passes() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    assert_eq!(t.json(&["check"])["ok"], true);
    assert_eq!(t.run(&["check"]).out, "The vault is whole.\n");
}

#[test]
fn a_changed_byte_anywhere_ends_with_4() {
    let t = Terminal::new();
    for n in 0..20 {
        t.person(&format!("Person {n}"));
    }
    let path = t.path("book.rapport/vault.db");
    let whole = fs::read(&path).unwrap();
    // In the salt, in the first page, and in others from the beginning to the end.
    for at in [3, 200, whole.len() / 3, whole.len() / 2, whole.len() - 5] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        fs::write(&path, &bytes).unwrap();
        is_damaged(&t, &format!("byte {at} of {}", whole.len()));
    }
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    is_damaged(&t, "half the file");
    fs::write(&path, &whole).unwrap();
    assert_eq!(t.json(&["check"])["ok"], true, "and nothing was made worse");
}

#[test]
fn damaged_and_missing_key_files_end_with_4() {
    let t = Terminal::new();
    let path = t.path("book.rapport/vault.keys");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 7]).unwrap();
    assert_eq!(t.refused(4, &["people"])["code"], "damagedKeys");
    is_damaged(&t, "short keys");
    fs::remove_file(&path).unwrap();
    assert_eq!(t.refused(4, &["people"])["code"], "damagedKeys");
}

#[test]
fn a_newer_vault_is_refused_and_left_alone() {
    let t = Terminal::new();
    t.person("Ana Ruiz");
    let dir = t.path("book.rapport");
    let code = RecoveryCode::read(t.made["recoveryCode"].as_str().unwrap()).unwrap();
    let key = KeyFile::load(&dir).unwrap().unlock_with_recovery(&code).unwrap();
    let set_version = |version: i64| {
        let conn = rusqlite::Connection::open(dir.join("vault.db")).unwrap();
        key.apply_to(&conn).unwrap();
        let was: i64 = conn.pragma_query_value(None, "user_version", |r| r.get(0)).unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
        was
    };
    let was = set_version(9999);
    let error = t.refused(1, &["people"]);
    assert_eq!((&error["code"], &error["details"]["found"]), (&json!("newerVault"), &json!(9999)));
    assert_eq!(t.refused(1, &["log", "Ana Ruiz", "--channel", "phone"])["code"], "newerVault");
    assert_eq!(set_version(was), 9999);
    assert_eq!(t.json(&["people"])["total"], 1);
}

#[test]
fn two_programs_cannot_have_one_vault() {
    let t = Terminal::new();
    let app = App::new(Setup { vault_dir: Some(t.path("book.rapport")), ..Setup::default() });
    commands::run(&app, "vault", "unlock", json!({ "recoveryCode": t.made["recoveryCode"] })).unwrap();
    let error = t.refused(1, &["people"]);
    assert_eq!(error, json!({ "code": "inUse", "details": {} }));
    commands::run(&app, "vault", "lock", Value::Null).unwrap();
    assert_eq!(t.run(&["people"]).code, 0);
}

/// Runs a script where `$DISK` is a small disk of its own. Nothing, with a word, where none can be mounted.
fn on_a_small_disk(t: &Terminal, script: &str) -> Option<Ran> {
    let mount = r#"mount -t tmpfs -o size=5m,mode=700 tmpfs "$DISK" || exit 77; cd "$DISK"; exec sh -c "$1""#;
    let disk = t.path("disk");
    fs::create_dir(&disk).unwrap();
    let out = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", mount, "sh", script])
        .env("DISK", &disk)
        .env("SECRET", t.path("passphrase"))
        .env("RAPPORT", env!("CARGO_BIN_EXE_rapport"))
        .env("RAPPORT_KDF", "floor")
        .output();
    let ran = out.map(Ran::from).ok().filter(|ran| ran.code != 77 && !ran.out.is_empty());
    if ran.is_none() {
        eprintln!("skipped: no disk can be mounted here");
    }
    ran
}

const OPEN: &str =
    r#"r() { "$RAPPORT" --vault book.rapport --passphrase-file "$SECRET" --json "$@"; echo "code $?"; };"#;

#[test]
fn a_disk_that_cannot_be_written_to_is_named() {
    let t = Terminal::bare();
    let script = format!(
        r#"{OPEN} r init; mount -o remount,ro "$DISK"; r people; r call people create '{{"name":"Ana"}}';
           mount -o remount,rw "$DISK"; r people"#
    );
    let Some(ran) = on_a_small_disk(&t, &script) else { return };
    assert_eq!(ran.out.matches("code 0").count(), 2, "{ran:?}");
    assert_eq!(ran.out.matches("code 1").count(), 2, "{ran:?}");
    assert_eq!(ran.err.matches(r#""code":"readOnly""#).count(), 2, "{ran:?}");
}

#[test]
fn a_full_disk_is_named_and_nothing_is_lost() {
    let t = Terminal::bare();
    let script = format!(
        r#"{OPEN} r init; r call people create '{{"name":"Ana Ruiz"}}'; cat /dev/zero > ballast 2>/dev/null;
           r log "Ana Ruiz" --channel phone --note first; rm ballast; r check; r people;
           r log "Ana Ruiz" --channel phone --note second; r call touchpoints recent 5"#
    );
    let Some(ran) = on_a_small_disk(&t, &script) else { return };
    assert!(ran.err.contains(r#""code":"diskFull""#), "{ran:?}");
    assert_eq!((ran.out.matches("code 0").count(), ran.out.matches("code 1").count()), (6, 1), "{ran:?}");
    assert!(ran.out.contains(r#""ok":true"#) && ran.out.contains("second") && !ran.out.contains("first"), "{ran:?}");
}
