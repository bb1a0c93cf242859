//! Other programs' files: what is in one, taking it in, and handing people out.

use super::log::camel;
use super::{list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::{out, table};
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
    /// Write everybody into a file that only you can read
    Export {
        /// vcard, csv, csv-raw (cells exactly as they are) or json (the whole book, for another Rapport)
        #[arg(long)]
        format: String,
        /// The file; one that is there is replaced
        #[arg(value_name = "OUT")]
        out: PathBuf,
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
        Verb::Import { files, dry_run: false } => import(desk, &files),
        Verb::Export { format, out } => {
            desk.unlock()?;
            let input = json!({ "format": camel(&format), "path": whole(&out)? });
            let written = desk.long("exchange", "export", input)?;
            desk.answer(&written, |written| format!("{} people written to {}.", written["people"], out.display()));
            Ok(())
        }
    }
}

/// Each file is a step of its own: all of it or nothing.
fn import(desk: &Desk, files: &[PathBuf]) -> Result<(), Failure> {
    desk.unlock()?;
    let mut receipts = Vec::new();
    for path in files {
        match desk.long("exchange", "import", json!({ "path": whole(path)? })) {
            Ok(receipt) => receipts.push(receipt),
            // The files before it are in the book: whoever runs it again must know.
            Err(failure) => {
                if !desk.how.json {
                    out::aside(&format!("{}:", table::cut(&path.to_string_lossy(), 200)));
                }
                return Err(failure.with("filesTakenIn", receipts.len()));
            }
        }
    }
    desk.answer(&together(&receipts), receipt);
    Ok(())
}

/// Several receipts as one: sums, all problems, and the last step; `steps` lists all of them.
fn together(receipts: &[Value]) -> Value {
    if let [one] = receipts {
        return one.clone();
    }
    let sum = |key: &str| receipts.iter().filter_map(|receipt| receipt[key].as_u64()).sum::<u64>();
    let problems: Vec<&Value> = receipts.iter().flat_map(|receipt| list(receipt, "problems")).collect();
    let steps: Vec<&Value> = receipts.iter().map(|receipt| &receipt["undo"]).filter(|step| !step.is_null()).collect();
    json!({
        "created": sum("created"), "changed": sum("changed"), "same": sum("same"), "problems": problems,
        "undo": steps.last(), "steps": steps,
    })
}

fn receipt(receipt: &Value) -> String {
    let counts =
        format!("{} new, {} changed, {} known already", receipt["created"], receipt["changed"], receipt["same"]);
    let undo = match text(receipt, "/undo") {
        "" => String::new(),
        step => format!("\nTake it back with: rapport undo {step}"),
    };
    format!("{counts}{}{undo}", problems(receipt))
}

/// A path from the root on, as the core wants it.
pub(super) fn whole(path: &Path) -> Result<String, Failure> {
    let path = std::path::absolute(path).map_err(|error| Failure::file(&error, path))?;
    path.into_os_string().into_string().map_err(|_| Failure::invalid("path", "not text"))
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
