//! The journal as a person uses it, and the health of the vault.

use super::App;
use crate::clock::DAY;
use crate::error::Result;
use crate::ids::StepId;
use crate::settings;
use crate::topics::Topic;
use crate::vault::backup::{self, BackupInfo};
use crate::vault::check::{self, CheckReport};
use crate::vault::keys::{Passphrase, RecoveryCode, Way};
use crate::vault::{Step, Undone, Vault, schema_version};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// What undo and redo would do next.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Steps {
    /// The step that undo takes back.
    pub undo: Option<Step>,
    /// The step that redo does again.
    pub redo: Option<Step>,
}

/// Which step to take back.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct UndoInput {
    /// A step by its id; the last one when left out.
    pub step: Option<StepId>,
}

/// What undo and redo would do next.
///
/// # Errors
/// When the vault cannot be read.
pub fn steps(vault: &Vault, (): ()) -> Result<Steps> {
    let (undo, redo) = vault.next_steps()?;
    Ok(Steps { undo, redo })
}

/// Takes back the last step, or the one named.
///
/// # Errors
/// [`crate::error::Code::NothingToUndo`].
pub fn undo(vault: &Vault, input: UndoInput) -> Result<Undone> {
    vault.undo(input.step)
}

/// Does again what was undone last.
///
/// # Errors
/// [`crate::error::Code::NothingToUndo`].
pub fn redo(vault: &Vault, (): ()) -> Result<Undone> {
    vault.redo()
}

/// How healthy the vault is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Health {
    /// Nothing was found.
    pub ok: bool,
    /// The file itself.
    pub file: CheckReport,
    /// Texts that the search index lacks, or has though they are gone.
    pub search: u32,
    /// People whose kept figures differ from what their touchpoints and purchases say.
    pub figures: u32,
}

/// A backup to restore.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct RestoreInput {
    /// The backup's folder.
    pub backup: String,
    /// The folder to restore into; nothing may stand there.
    pub into: String,
    /// What opens the backup.
    #[serde(default)]
    pub passphrase: Option<String>,
    /// Or its recovery code.
    #[serde(default)]
    pub recovery_code: Option<String>,
}

/// Checks every page of the file, every pointer, the search index and the kept figures. Changes nothing.
///
/// # Errors
/// [`crate::error::Code::InUse`]; damage is a finding, not an error.
pub fn check(vault: &Vault, (): ()) -> Result<Health> {
    vault.read(|c| {
        let file = check::check(c)?;
        let readable = file.cipher.is_empty() && file.integrity.is_empty();
        let (search, figures) = if readable { (count(c, SEARCH)?, count(c, FIGURES)?) } else { (0, 0) };
        Ok(Health { ok: file.ok && search == 0 && figures == 0, file, search, figures })
    })
}

/// Documents of the index against the texts that should be in it, both ways.
const SEARCH: &str = include_str!("search_gaps.sql");
/// Kept figures against the touchpoints.
const FIGURES: &str = include_str!("figure_gaps.sql");

fn count(c: &Connection, sql: &str) -> Result<u32> {
    Ok(c.query_row(sql, [], |r| r.get(0))?)
}

/// Makes a backup now, proves it, and lets older ones rotate.
///
/// # Errors
/// [`crate::error::Code::DiskFull`], [`crate::error::Code::ReadOnly`], [`crate::error::Code::DamagedVault`].
pub fn make_backup(vault: &Vault, (): ()) -> Result<BackupInfo> {
    let version = u32::try_from(schema_version()).unwrap_or(u32::MAX);
    let made = vault.read(|c| backup::make(c, vault.key(), vault.dir(), vault.clock().now(), version))?;
    // The list of backups is another one now.
    vault.tell(&[Topic::Vault]);
    Ok(made)
}

/// Makes a backup when the settings ask for one a day and the newest is of an earlier day.
///
/// # Errors
/// As [`make_backup`].
pub fn backup_if_due(vault: &Vault, (): ()) -> Result<Option<BackupInfo>> {
    let day = vault.clock().now() / DAY;
    let done = backup::list(vault.dir())?.first().is_some_and(|newest| newest.at / DAY >= day);
    if done || !settings::get(vault, ())?.daily_backup {
        return Ok(None);
    }
    make_backup(vault, ()).map(Some)
}

/// The backups there are, newest first.
///
/// # Errors
/// [`crate::error::Code::Unreadable`].
pub fn backups(vault: &Vault, (): ()) -> Result<Vec<BackupInfo>> {
    backup::list(vault.dir())
}

/// Proves again that a backup is good.
///
/// # Errors
/// [`crate::error::Code::NotFound`], [`crate::error::Code::DamagedKeys`], [`crate::error::Code::DamagedVault`].
pub fn drill(vault: &Vault, name: String) -> Result<()> {
    backup::drill(vault.dir(), &name, vault.key())
}

/// Makes a vault from a backup. The open one, if any, stays as it is.
///
/// # Errors
/// As [`backup::restore`].
pub fn restore_backup(_: &App, input: RestoreInput) -> Result<()> {
    let passphrase = input.passphrase.as_deref().map(Passphrase::new).transpose()?;
    let recovery = input.recovery_code.as_deref().map(RecoveryCode::read).transpose()?;
    let way = match (&passphrase, &recovery) {
        (Some(passphrase), _) => Way::Passphrase(passphrase),
        (None, Some(code)) => Way::Recovery(code),
        (None, None) => return Err(crate::error::Error::invalid("passphrase", "missing")),
    };
    backup::restore(Path::new(&input.backup), &way, Path::new(&input.into)).map(drop)
}
