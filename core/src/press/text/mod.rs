//! Canvases and journeys as text that other programs read, into a file or for the clipboard.
//!
//! | format | of what | page |
//! |---|---|---|
//! | Markdown | canvas, journey | `docs/formats/canvas-markdown.md`, `journey-text.md` |
//! | CSV, a note or step a row | canvas, journey | `docs/formats/sheets-csv.md` |
//! | JSON | canvas, journey | `docs/formats/sheets-json.md` |
//! | JSON Canvas 1.0 | canvas | `docs/formats/json-canvas.md` |
//! | Mermaid `journey` | journey | `docs/formats/journey-text.md` |

mod journey;
mod json;
mod markdown;
mod tables;
mod take;

pub use take::{CanvasFile, CanvasFileBlock, CanvasFilePreview, preview_canvas_file, take_canvas_file};

use super::print::refuse_empty;
use crate::canvas::{self, CanvasRef};
use crate::error::{Error, Result};
use crate::ids::{CanvasId, JourneyId};
use crate::journeys::{self, JourneyRef};
use crate::people::Unnamed;
use crate::vault::{Vault, files};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Largest file that notes are read from, or put into, in bytes.
pub(super) const LARGEST: u64 = 1 << 20;

/// What is written as text.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(tag = "sheet", rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub enum TextSheet {
    /// A canvas.
    Canvas {
        /// Which; the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// A journey map.
    Journey {
        /// Which.
        journey: JourneyId,
    },
}

/// As what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TextFormat {
    /// Headings and bullets.
    Markdown,
    /// A table: what a spreadsheet could take for a formula stands in quotes.
    Csv,
    /// Everything, for a program.
    Json,
    /// A canvas as cards on a board (JSON Canvas 1.0).
    JsonCanvas,
    /// A journey as a Mermaid diagram.
    Mermaid,
}

/// A sheet wanted as text.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct SheetText {
    /// Of what.
    pub what: TextSheet,
    /// As what.
    pub format: TextFormat,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
}

/// A sheet to be written into a file as text.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct WriteSheet {
    /// Of what.
    pub what: TextSheet,
    /// As what.
    pub format: TextFormat,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
    /// Where to. A Markdown file of a canvas that stands there keeps what is not a note of a block; anything else is
    /// replaced whole.
    pub path: String,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WrittenSheet {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Whether notes were put into a file that was there, whose other lines stayed as they were.
    pub joined: bool,
}

/// A sheet as text. Without names, those of people are taken out of what somebody wrote, too.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] for a format that this sheet does not have.
pub fn sheet_text(vault: &Vault, input: SheetText) -> Result<String> {
    let text = whole_text(vault, &input)?;
    if input.names { Ok(text) } else { unnamed(vault, &text) }
}

fn unnamed(vault: &Vault, text: &str) -> Result<String> {
    Ok(Unnamed::of(vault, std::iter::once(text))?.hide(text).0)
}

fn whole_text(vault: &Vault, input: &SheetText) -> Result<String> {
    match input.what {
        TextSheet::Canvas { canvas: id } => {
            let canvas = canvas::get(vault, CanvasRef { id })?;
            match input.format {
                TextFormat::Markdown => Ok(markdown::write(&markdown::Plain::of(&canvas))),
                TextFormat::Csv => tables::canvas(&canvas, input.names),
                TextFormat::Json => json::canvas(&canvas, input.names),
                TextFormat::JsonCanvas => json::board(&canvas),
                TextFormat::Mermaid => Err(Error::invalid("format", "unknown")),
            }
        }
        TextSheet::Journey { journey } => {
            let map = journeys::get(vault, JourneyRef { id: journey })?;
            match input.format {
                TextFormat::Markdown => Ok(journey::markdown(&map, input.names)),
                TextFormat::Csv => tables::journey(&map, input.names),
                TextFormat::Json => json::journey(&map, input.names),
                TextFormat::Mermaid => Ok(journey::mermaid(&map)),
                TextFormat::JsonCanvas => Err(Error::invalid("format", "unknown")),
            }
        }
    }
}

/// Writes a sheet as text into a file that only its owner can read.
///
/// # Errors
/// As [`sheet_text`]; [`crate::error::Code::ReadOnly`], [`crate::error::Code::DiskFull`].
pub fn write_sheet(vault: &Vault, input: WriteSheet) -> Result<WrittenSheet> {
    refuse_empty(&input.path)?;
    let path = Path::new(&input.path);
    let old = match input {
        WriteSheet { what: TextSheet::Canvas { canvas: id }, format: TextFormat::Markdown, .. } => {
            let canvas = markdown::Plain::of(&canvas::get(vault, CanvasRef { id })?);
            canvas_file_at(path, &canvas).map(|old| (old, canvas))
        }
        _ => None,
    };
    let (text, joined) = match old {
        Some((old, mut canvas)) => {
            if !input.names {
                canvas.hide(vault)?;
            }
            (markdown::write_into(&old, &canvas), true)
        }
        None => (sheet_text(vault, SheetText { what: input.what, format: input.format, names: input.names })?, false),
    };
    files::replace(path, text.as_bytes())?;
    Ok(WrittenSheet { bytes: text.len() as u64, joined })
}

/// The text of a file that holds a canvas already; nothing when there is none.
fn canvas_file_at(path: &Path, canvas: &markdown::Plain) -> Option<String> {
    let small = std::fs::metadata(path).ok()?.len() <= LARGEST;
    let text = std::fs::read_to_string(path).ok().filter(|_| small)?;
    (!markdown::read(&text, &canvas.names()).blocks.is_empty()).then_some(text)
}
