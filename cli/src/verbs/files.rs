//! Other programs' files: what is in one, taking it in, and handing people out.

use super::{list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::table;
use clap::Subcommand;
use rapport_core::error::CommandError;
use rapport_core::exchange::{DryRun, ReadOptions, read};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Take contacts in from vCard and CSV files
    Import {
        /// The files, taken in one after another
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Only say what is in them; needs no vault
        #[arg(long)]
        dry_run: bool,
    },
}

pub fn run(desk: &Desk, verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::Import { files, dry_run: true } => {
            let mut all = DryRun::default();
            for path in &files {
                let one = look_into(path)?;
                all.contacts.extend(one.contacts);
                all.problems.extend(one.problems);
            }
            desk.answer(&json!(all), contents);
            Ok(())
        }
        Verb::Import { files, dry_run: false } => {
            let answer = desk.ask("exchange", "import", json!({ "paths": files }))?;
            desk.answer(&answer, Value::to_string);
            Ok(())
        }
    }
}

fn look_into(path: &Path) -> Result<DryRun, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(&error, path))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(DryRun::from(&read(&bytes, &name, &ReadOptions::default()).map_err(CommandError::from)?))
}

fn contents(found: &Value) -> String {
    let first = |contact: &Value, key: &str| contact[key].get(0).and_then(Value::as_str).unwrap_or_default().to_owned();
    let contacts = list(found, "contacts");
    let rows: Vec<_> = contacts
        .iter()
        .map(|c| vec![text(c, "/fn").to_owned(), first(c, "orgs"), first(c, "emails"), first(c, "phones")])
        .collect();
    format!("{}\n{} contacts{}", table::columns(&rows, 36), contacts.len(), problems(found))
}

fn problems(found: &Value) -> String {
    let rows: Vec<_> = list(found, "problems")
        .iter()
        .map(|p| {
            vec![format!("line {}", p["line"]), crate::failure::words(text(p, "/why")), text(p, "/what").to_owned()]
        })
        .collect();
    if rows.is_empty() { String::new() } else { format!(", {} problems:\n{}", rows.len(), table::columns(&rows, 80)) }
}
