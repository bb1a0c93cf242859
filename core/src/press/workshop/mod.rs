//! A journey map that several people fill in, each in a book of their own: written to a file, read as a map, and what they
//! all said joined on the leader's map (`docs/formats/workshop.md`).

mod document;
mod merge;
mod read;
mod table;

pub use merge::{MergeWorkshop, WorkshopFeeling, WorkshopMerged, WorkshopPick, merge_workshop};
pub use table::{CompareWorkshop, WorkshopRow, WorkshopTable, WorkshopVoice, compare_workshop};

use super::print::refuse_empty;
use super::text::WrittenSheet;
use crate::error::Result;
use crate::ids::JourneyId;
use crate::journeys::{self, JourneyRef};
use crate::vault::{Vault, files};
use document::Document;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// A map wanted as a file for a workshop.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct WorkshopSheet {
    /// The map.
    pub journey: JourneyId,
    /// Who filled it in, as the others are to see it.
    #[serde(default)]
    pub by: Option<String>,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
}

/// A map to be written into a file for a workshop.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct WriteWorkshop {
    /// The map.
    pub journey: JourneyId,
    /// Who filled it in, as the others are to see it.
    #[serde(default)]
    pub by: Option<String>,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
    /// Where to.
    pub path: String,
}

/// A file that somebody filled in.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct WorkshopFile {
    /// Where it is.
    pub path: Option<String>,
    /// Or what stands in it.
    pub text: Option<String>,
}

/// A map as the text of a file for a workshop.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn workshop_text(vault: &Vault, input: WorkshopSheet) -> Result<String> {
    let map = journeys::get(vault, JourneyRef { id: input.journey })?;
    Document::of(vault, &map, input.by.as_deref().unwrap_or_default(), input.names)?.text()
}

/// Writes a map into a file for a workshop, which only its owner can read.
///
/// # Errors
/// [`crate::error::Code::NotFound`], [`crate::error::Code::ReadOnly`], [`crate::error::Code::DiskFull`].
pub fn write_workshop(vault: &Vault, input: WriteWorkshop) -> Result<WrittenSheet> {
    refuse_empty(&input.path)?;
    let WriteWorkshop { journey, by, names, path } = input;
    let text = workshop_text(vault, WorkshopSheet { journey, by, names })?;
    files::replace(Path::new(&path), text.as_bytes())?;
    Ok(WrittenSheet { bytes: text.len() as u64, joined: false })
}

/// Makes a map of a file, to be filled in here. It belongs to nobody in particular.
///
/// # Errors
/// [`crate::error::Code::Unreadable`], [`crate::error::Code::TooLarge`], [`crate::error::Code::UnknownFormat`],
/// [`crate::error::Code::Invalid`] when something in it is called nothing or a feeling is none.
pub fn take_workshop(vault: &Vault, input: WorkshopFile) -> Result<JourneyRef> {
    let copy = read::document(&input)?.copy();
    let id = JourneyId::make();
    vault.write("takeWorkshop", &copy.title, |w| journeys::insert_copy(w, id, &copy))?;
    Ok(JourneyRef { id })
}
