//! The way out: everybody as vCard 4.0 or a table, or the whole book as JSON that another vault takes in unchanged.

use super::from_person::contact_of;
use super::{CsvStyle, book, orders, write_csv, write_vcard};
use crate::error::Result;
use crate::people::{self, PeopleFilter, PersonRef};
use crate::vault::{Vault, files};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ExportFormat {
    /// vCard 4.0.
    Vcard,
    /// A table: what a spreadsheet could take for a formula stands in quotes.
    Csv,
    /// The same, every cell exactly as it is.
    CsvRaw,
    /// What people bought, as a table.
    Purchases,
    /// The whole book, for another Rapport.
    Json,
}

/// An export to be made.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct ExportFile {
    /// Where to; what stands there is replaced whole or not at all.
    pub path: String,
    /// In which format.
    pub format: ExportFormat,
}

/// What an export wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Exported {
    /// People in it.
    pub people: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// Writes everybody who is not in the bin (JSON: everything) into a file that only its owner can read.
///
/// # Errors
/// [`crate::error::Code::ReadOnly`], [`crate::error::Code::DiskFull`], [`crate::error::Code::Stopped`]; nothing is left half-written.
pub fn export(vault: &Vault, input: ExportFile) -> Result<Exported> {
    let total = people::count(vault, PeopleFilter::default())?;
    let bytes = match input.format {
        ExportFormat::Json => book::write(vault)?,
        ExportFormat::Purchases => orders::write(vault)?,
        ExportFormat::Vcard => {
            let mut text = String::new();
            each(vault, total, |contact| write_vcard(&mut text, &contact))?;
            text.into_bytes()
        }
        ExportFormat::Csv | ExportFormat::CsvRaw => {
            let mut contacts = Vec::new();
            each(vault, total, |contact| contacts.push(contact))?;
            write_csv(&contacts, if input.format == ExportFormat::Csv { CsvStyle::Safe } else { CsvStyle::Raw })?
        }
    };
    files::replace(Path::new(&input.path), &bytes)?;
    Ok(Exported { people: total, bytes: bytes.len() as u64 })
}

fn each(vault: &Vault, total: u32, mut take: impl FnMut(super::Contact)) -> Result<()> {
    let running = vault.job().begin(total.into());
    let mut offset = 0;
    loop {
        let page =
            people::list(vault, PeopleFilter { offset: Some(offset), limit: Some(500), ..PeopleFilter::default() })?;
        if page.items.is_empty() {
            return Ok(());
        }
        for row in &page.items {
            running.step()?;
            take(contact_of(&people::get(vault, PersonRef { id: row.id })?));
        }
        offset += u32::try_from(page.items.len()).unwrap_or(u32::MAX);
    }
}
