//! Tests of the check.

use super::*;
use crate::vault::keys::DatabaseKey;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn open(path: &Path, key: &DatabaseKey) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("PRAGMA cipher_log_level = NONE;").unwrap();
    key.apply_to(&conn).unwrap();
    conn
}

fn filled(path: &Path, key: &DatabaseKey) -> Connection {
    let conn = open(path, key);
    conn.execute_batch(
        "CREATE TABLE person (rid INTEGER PRIMARY KEY, name TEXT UNIQUE, boss INTEGER REFERENCES person(rid));
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
         INSERT INTO person SELECT i, 'Secret Name ' || i, 1 FROM n;",
    )
    .unwrap();
    conn
}

#[test]
fn a_whole_vault_is_ok_for_writers_and_readers() {
    let (dir, key) = (TempDir::new().unwrap(), DatabaseKey::make().unwrap());
    let conn = filled(&dir.path().join("v"), &key);
    let report = check(&conn).unwrap();
    assert_eq!(report, CheckReport { ok: true, ..CheckReport::default() });
    conn.execute_batch("PRAGMA query_only = ON; BEGIN").unwrap();
    assert!(check(&conn).unwrap().ok);
    demand(&conn).unwrap();
}

#[test]
fn dangling_rows_are_counted_by_table() {
    let (dir, key) = (TempDir::new().unwrap(), DatabaseKey::make().unwrap());
    let conn = filled(&dir.path().join("v"), &key);
    conn.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM person WHERE rid = 1").unwrap();
    let report = check(&conn).unwrap();
    assert!(!report.ok);
    assert_eq!(report.foreign_keys, [Dangling { table: "person".into(), parent: "person".into(), rows: 499 }]);
    assert_eq!(demand(&conn).unwrap_err().code, Code::DamagedVault);
}

#[test]
fn a_changed_page_is_found_and_no_value_is_told() {
    let (dir, key) = (TempDir::new().unwrap(), DatabaseKey::make().unwrap());
    let path = dir.path().join("v");
    filled(&path, &key).close().unwrap();
    let whole = fs::read(&path).unwrap();
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 77] ^= 4;
        fs::write(&path, bytes).unwrap();
        let report = check(&open(&path, &key)).unwrap();
        assert!(!report.ok && !report.cipher.is_empty(), "page {page}: {report:?}");
        assert!(!format!("{report:?}").contains("Secret"));
    }
}

#[test]
fn a_broken_index_is_found() {
    let (dir, key) = (TempDir::new().unwrap(), DatabaseKey::make().unwrap());
    let conn = filled(&dir.path().join("v"), &key);
    // The table is told to be another one than it was when its rows were written.
    conn.execute_batch(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT UNIQUE', 'name TEXT UNIQUE NOT NULL CHECK (length(name) < 5)') WHERE name = 'person';
         PRAGMA writable_schema = RESET;",
    )
    .unwrap();
    let report = check(&conn).unwrap();
    assert!(report.integrity.iter().any(|line| line.contains("CHECK constraint failed in person")), "{report:?}");
    assert!(report.integrity.len() <= MOST && !format!("{report:?}").contains("Secret"));
}
