//! Is the vault whole? What SQLCipher, SQLite and the tables' own rules say.

use crate::error::{Code, Error, Result};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

/// How many findings of one kind are listed at most.
const MOST: usize = 100;

/// What a check found. Names of tables and numbers of pages and rows only, never a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CheckReport {
    /// Nothing was found.
    pub ok: bool,
    /// Pages whose authentication code does not fit: changed outside of Rapport, or a failing disk. At most 100.
    pub cipher: Vec<String>,
    /// What SQLite says about the structure of tables and indexes. At most 100.
    pub integrity: Vec<String>,
    /// Rows that point to rows that are not there.
    pub foreign_keys: Vec<Dangling>,
}

/// Rows of one table that point to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Dangling {
    /// The table with the pointers.
    pub table: String,
    /// The table they point to.
    pub parent: String,
    /// How many.
    pub rows: i64,
}

/// Checks the whole file. Reads every page: seconds for a large vault. Changes nothing.
///
/// A page that cannot be read is a finding, not an error: the report says as much as there is to say.
///
/// # Errors
/// Only what has nothing to do with damage: [`Code::Stopped`], [`Code::InUse`].
pub fn check(conn: &Connection) -> Result<CheckReport> {
    let mut report = CheckReport {
        ok: false,
        cipher: lines(conn, "PRAGMA cipher_integrity_check")?,
        // One more than is listed would only be cut off.
        integrity: lines(conn, &format!("PRAGMA integrity_check({MOST})"))?,
        foreign_keys: Vec::new(),
    };
    report.integrity.retain(|line| line != "ok");
    match dangling(conn) {
        Ok(found) => report.foreign_keys = found,
        Err(error) if is_damage(&error) => push_unreadable(&mut report.integrity),
        Err(error) => return Err(error),
    }
    report.ok = report.cipher.is_empty() && report.integrity.is_empty() && report.foreign_keys.is_empty();
    Ok(report)
}

/// The same, as an error where it is not whole.
///
/// # Errors
/// [`Code::DamagedVault`] with the number of findings: `cipher`, `integrity`, `foreignKeys`.
pub fn demand(conn: &Connection) -> Result<()> {
    let report = check(conn)?;
    if report.ok {
        return Ok(());
    }
    Err(Error::new(Code::DamagedVault)
        .with("cipher", report.cipher.len())
        .with("integrity", report.integrity.len())
        .with("foreignKeys", report.foreign_keys.len()))
}

/// The lines a pragma answers with, at most [`MOST`].
fn lines(conn: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    if let Err(error) = collect(conn, pragma, &mut found) {
        if !is_damage(&error) {
            return Err(error);
        }
        push_unreadable(&mut found);
    }
    Ok(found)
}

fn collect(conn: &Connection, pragma: &str, found: &mut Vec<String>) -> Result<()> {
    let mut statement = conn.prepare(pragma)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if found.len() < MOST {
            found.push(row.get(0)?);
        }
    }
    Ok(())
}

fn push_unreadable(found: &mut Vec<String>) {
    found.push("unreadable".to_owned());
}

fn is_damage(error: &Error) -> bool {
    matches!(error.code, Code::DamagedVault | Code::Broken)
}

fn dangling(conn: &Connection) -> Result<Vec<Dangling>> {
    let mut statement =
        conn.prepare("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2")?;
    let rows =
        statement.query_map([], |row| Ok(Dangling { table: row.get(0)?, parent: row.get(1)?, rows: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests;
