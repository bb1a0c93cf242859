//! The vault itself: making it, checking it, backing it up, restoring it, and taking steps back.

use super::{given, list, text};
use crate::args;
use crate::desk::Desk;
use crate::failure::{Failure, words};
use crate::{secret, table, when};
use clap::Subcommand;
use clap::error::ErrorKind;
use rapport_core::error::Code;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new vault; prints its recovery code once
    Init,
    /// Check every page, pointer, search word and kept figure (exit code 4 when something is wrong)
    Check,
    /// Take back the last step, or the one named
    Undo {
        /// A step's id, as import and undo print it
        step: Option<String>,
    },
    /// Do again what was undone last
    Redo,
    /// Make a backup now and prove that it opens
    Backup,
    /// List the backups, newest first
    Backups,
    /// Make a vault from a backup, in a folder where nothing stands yet
    Restore {
        /// The backup's folder, or its name as `rapport backups` lists it
        backup: PathBuf,
        /// The folder to make
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

pub fn run(desk: &Desk, verb: Verb) -> Result<ExitCode, Failure> {
    match verb {
        Verb::Init => init(desk)?,
        Verb::Check => return check(desk),
        Verb::Undo { step } => stepped(desk, "undo", given(json!({ "step": step })), "Undone")?,
        Verb::Redo => stepped(desk, "redo", Value::Null, "Done again")?,
        Verb::Backup => {
            let made = desk.ask("vault", "backUp", Value::Null)?;
            desk.answer(&made, |made| format!("Backed up, and proved to open: {}", text(made, "/name")));
        }
        Verb::Backups => {
            let all = desk.ask("vault", "backups", Value::Null)?;
            desk.answer(&all, backups);
        }
        Verb::Restore { backup, into } => restore(desk, &backup, &into)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn init(desk: &Desk) -> Result<(), Failure> {
    let passphrase = match secret::passphrase(&desk.how)? {
        Some(passphrase) => passphrase,
        None if desk.how.ways() == 0 && secret::can_ask(&desk.how) => twice()?,
        None => args::usage(ErrorKind::MissingRequiredArgument, "init needs --passphrase-file or --passphrase-fd"),
    };
    let made = desk.call("vault", "create", json!({ "passphrase": *passphrase }))?;
    desk.answer(&made, |made| {
        format!(
            "Made a vault in {}.\n\nIts recovery code opens it when the passphrase is forgotten, and is shown this once.\n\
             Write it down and keep it away from this computer:\n\n  {}\n",
            text(made, "/vault"),
            text(made, "/recoveryCode"),
        )
    });
    Ok(())
}

fn twice() -> Result<secret::Secret, Failure> {
    let first = secret::ask("New passphrase: ")?;
    if *first == *secret::ask("The same again: ")? {
        Ok(first)
    } else {
        Err(Failure::invalid("passphrase", "not the same twice"))
    }
}

fn check(desk: &Desk) -> Result<ExitCode, Failure> {
    let health = match desk.ask("vault", "check", Value::Null) {
        Err(Failure(error)) if matches!(error.code, Code::DamagedVault | Code::DamagedKeys) => {
            // Too damaged to be opened is a finding, too: the answer says so where a script looks for it.
            if desk.how.json {
                crate::out::json(&json!({ "ok": false, "code": error.code }));
            }
            return Err(Failure(error));
        }
        other => other?,
    };
    desk.answer(&health, findings);
    Ok(ExitCode::from(if health["ok"] == json!(true) { 0 } else { 4 }))
}

fn findings(health: &Value) -> String {
    if health["ok"] == json!(true) {
        return "The vault is whole.".into();
    }
    let count = |pointer: &str| health.pointer(pointer).and_then(Value::as_array).map_or(0, Vec::len).to_string();
    let number = |key: &str| health[key].to_string();
    let rows = [
        ("changed pages", count("/file/cipher")),
        ("faults of structure", count("/file/integrity")),
        ("tables with lost pointers", count("/file/foreignKeys")),
        ("words of the search index", number("search")),
        ("kept figures", number("figures")),
    ];
    let rows: Vec<_> = rows.into_iter().filter(|row| row.1 != "0").map(|(what, n)| vec![n, what.to_owned()]).collect();
    format!("The vault is damaged:\n{}Restore the newest backup: `rapport restore`.", table::columns(&rows, 60))
}

fn stepped(desk: &Desk, verb: &str, input: Value, said: &str) -> Result<(), Failure> {
    let done = desk.ask("vault", verb, input)?;
    desk.answer(&done, |done| {
        let kept = done["kept"].as_u64().unwrap_or(0);
        let stayed = if kept == 0 {
            String::new()
        } else {
            format!("\n{kept} records stayed as they are: they were used since.")
        };
        let (name, subject) = (words(text(done, "/step/name")), table::cut(text(done, "/step/subject"), 60));
        format!("{said}: {name}{}{subject}{stayed}", if subject.is_empty() { "" } else { ", " })
    });
    Ok(())
}

fn backups(all: &Value) -> String {
    let wrapped = json!({ "all": all });
    let rows: Vec<_> = list(&wrapped, "all")
        .iter()
        .map(|backup| {
            let kilobytes = backup["bytes"].as_u64().unwrap_or(0).div_ceil(1000);
            vec![when::minute(backup["at"].as_i64()), format!("{kilobytes} kB"), text(backup, "/name").to_owned()]
        })
        .collect();
    if rows.is_empty() { "No backups yet.".into() } else { table::columns(&rows, 100) }
}

fn restore(desk: &Desk, backup: &Path, into: &Path) -> Result<(), Failure> {
    let passphrase = secret::passphrase(&desk.how)?;
    let recovery = desk.how.recovery_file.as_deref().map(secret::from_file).transpose()?;
    let asked = match (&passphrase, &recovery) {
        (None, None) if secret::can_ask(&desk.how) => Some(secret::ask("Passphrase of the backup: ")?),
        (None, None) => return Err(Failure::new(Code::Locked)),
        _ => None,
    };
    let status = desk.call("vault", "status", Value::Null)?;
    let by_name = Path::new(text(&status, "/path")).join("backups").join(backup);
    let backup = if backup.exists() || !by_name.exists() { backup.to_owned() } else { by_name };
    let input = json!({
        "backup": backup.to_string_lossy(), "into": into.to_string_lossy(),
        "passphrase": passphrase.or(asked).map(|p| p.to_string()), "recoveryCode": recovery.map(|r| r.to_string()),
    });
    desk.call("vault", "restore", given(input))?;
    let done = json!({ "vault": into.to_string_lossy() });
    desk.answer(&done, |_| format!("Restored into {}.", into.display()));
    Ok(())
}
