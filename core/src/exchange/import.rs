//! One way into the book for every format: a look at what would happen, then one step that can be undone as a whole.

use super::book;
use super::csv::{DateQuestion, TableHead};
use super::problem::Problem;
use super::read::{Format, ReadOptions, open, read};
use super::to_person::{Incoming, incoming};
use super::{MAX_FILE, Opened};
use crate::error::{Code, Error, Result};
use crate::ids::{PersonId, StepId};
use crate::people;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use ts_rs::TS;

/// A file to be imported.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct ImportFile {
    /// Where it is.
    pub path: String,
    /// What the user decided about its columns and dates.
    #[serde(default)]
    pub options: Option<ReadOptions>,
}

/// What would become of one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Outcome {
    /// A new person.
    Created,
    /// Something is added to somebody.
    Changed,
    /// Everything on it is known.
    Same,
}

/// One card of a preview.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct PreviewRow {
    /// Where it stands in the file: 1-based line.
    pub line: usize,
    /// The name on it.
    pub name: String,
    /// What would become of it.
    pub outcome: Outcome,
    /// What it would add: `reach`, `role`, `note` …
    pub adds: Vec<String>,
}

/// What an import would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ImportPreview {
    /// Format of the file.
    pub format: Format,
    /// Its encoding.
    pub encoding: String,
    /// Its columns, when it is a table.
    pub table: Option<TableHead>,
    /// What should be asked about its dates.
    pub date_question: Option<DateQuestion>,
    /// New people.
    pub created: u32,
    /// People to whom something would be added.
    pub changed: u32,
    /// Cards that say nothing new.
    pub same: u32,
    /// The first 500 cards.
    pub rows: Vec<PreviewRow>,
    /// What would be left out, with line and reason.
    pub problems: Vec<Problem>,
    /// What was read but in part.
    pub remarks: Vec<Problem>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct ImportReceipt {
    /// New people.
    pub created: u32,
    /// People to whom something was added.
    pub changed: u32,
    /// Cards that said nothing new.
    pub same: u32,
    /// What was left out, with line and reason.
    pub problems: Vec<Problem>,
    /// The step, to be undone; nothing when nothing changed.
    pub undo: Option<StepId>,
}

const SHOWN: usize = 500;

/// What an import would do. Changes nothing.
///
/// # Errors
/// [`Code::Unreadable`], [`Code::TooLarge`], [`Code::UnknownFormat`].
pub fn preview(vault: &Vault, input: ImportFile) -> Result<ImportPreview> {
    let bytes = file(&input.path)?;
    let parsed = read(&bytes, name(&input.path), &input.options.unwrap_or_default())?;
    let source = source(parsed.format, parsed.table.as_ref());
    let mut view = ImportPreview {
        format: parsed.format,
        encoding: parsed.encoding,
        table: parsed.table,
        date_question: parsed.date_question,
        created: 0,
        changed: 0,
        same: 0,
        rows: Vec::new(),
        problems: parsed.problems,
        remarks: parsed.remarks,
    };
    let mut seen = HashSet::new();
    let running = vault.job().begin(parsed.contacts.len() as u64);
    for contact in &parsed.contacts {
        running.step()?;
        let new = incoming(contact, &source).person;
        let adds = vault.read(|c| people::same_as(c, &new)?.map(|id| people::addition(c, id, &new)).transpose())?;
        let again = new.uid.clone().is_some_and(|uid| !uid.is_empty() && !seen.insert(uid));
        let outcome = match &adds {
            None if again => Outcome::Same,
            None => Outcome::Created,
            Some(more) if more.is_empty() => Outcome::Same,
            Some(_) => Outcome::Changed,
        };
        match outcome {
            Outcome::Created => view.created += 1,
            Outcome::Changed => view.changed += 1,
            Outcome::Same => view.same += 1,
        }
        if view.rows.len() < SHOWN {
            let adds = adds.map(|a| a.names().into_iter().map(str::to_owned).collect()).unwrap_or_default();
            view.rows.push(PreviewRow { line: contact.line, name: new.name, outcome, adds });
        }
    }
    Ok(view)
}

/// Imports a file as one step: created, changed, same and problems add up to its cards.
///
/// # Errors
/// As [`preview`]; [`Code::Stopped`], and then nothing was changed.
pub fn import(vault: &Vault, input: ImportFile) -> Result<ImportReceipt> {
    let bytes = file(&input.path)?;
    if book::is_book(&bytes) {
        return book::import(vault, &bytes);
    }
    let options = input.options.unwrap_or_default();
    let opened = open(&bytes, name(&input.path))?;
    let source = source(opened.format, opened.table().map(|t| t.head).as_ref());
    let mut receipt = ImportReceipt { created: 0, changed: 0, same: 0, problems: Vec::new(), undo: None };
    let fresh = people::count(vault, people::PeopleFilter::default())? == 0;
    let running = vault.job().begin(cards(&opened, &bytes));
    let mut seen: HashMap<String, PersonId> = HashMap::new();
    vault.write("importFile", name(&input.path), |w| {
        for record in opened.records(&options) {
            running.step()?;
            let contact = match record {
                Ok((contact, _)) => contact,
                Err(problem) => {
                    receipt.problems.push(problem);
                    continue;
                }
            };
            let Incoming { person, picture } = incoming(&contact, &source);
            // People of this very file are told apart by their identifiers only: two cards are two people.
            let uid = person.uid.clone().filter(|uid| !uid.is_empty());
            let known = match uid.as_ref().and_then(|uid| seen.get(uid)) {
                Some(id) => Some(*id),
                None if fresh => None,
                None => vault.read(|c| people::same_as(c, &person))?,
            };
            match known {
                None => {
                    let id = PersonId::make();
                    let rid = people::insert(w, id, &person)?;
                    seen.extend(uid.map(|uid| (uid, id)));
                    if let Some(jpeg) = picture {
                        people::insert_picture(w, rid, jpeg)?;
                    }
                    receipt.created += 1;
                }
                Some(id) => {
                    let more = people::addition(w.conn(), id, &person)?;
                    if more.is_empty() {
                        receipt.same += 1;
                    } else {
                        people::add(w, id, &more)?;
                        receipt.changed += 1;
                    }
                }
            }
        }
        receipt.undo = (receipt.created + receipt.changed > 0).then(|| w.step_id());
        Ok(())
    })?;
    Ok(receipt)
}

/// About how many cards there are, for the progress.
fn cards(opened: &Opened<'_>, bytes: &[u8]) -> u64 {
    let marks = match opened.format {
        Format::VCard => memchr::memmem::find_iter(bytes, b"END:VCARD").count(),
        Format::Csv => memchr::memchr_iter(b'\n', bytes).count(),
    };
    marks as u64
}

pub(super) fn file(path: &str) -> Result<Vec<u8>> {
    let unreadable = |e: std::io::Error| Error::new(Code::Unreadable).because(e.kind().to_string());
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(Error::new(Code::Unreadable));
    }
    if about.len() > MAX_FILE as u64 {
        return Err(Error::new(Code::TooLarge).with("limit", MAX_FILE));
    }
    std::fs::read(path).map_err(unreadable)
}

/// The file's name, which formats are told by and a person knows the step by.
pub(super) fn name(path: &str) -> &str {
    Path::new(path).file_name().and_then(|n| n.to_str()).unwrap_or_default()
}

fn source(format: Format, table: Option<&TableHead>) -> String {
    match (format, table) {
        (Format::Csv, Some(table)) => serde_json::to_value(table.layout)
            .ok()
            .and_then(|l| l.as_str().map(str::to_owned))
            .unwrap_or_else(|| "csv".into()),
        (Format::Csv, None) => "csv".into(),
        (Format::VCard, _) => "vCard".into(),
    }
}
