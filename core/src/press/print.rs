//! The verbs: a sheet into a file, and its first page to look at.

use super::set::Pages;
use super::words::of_sheet;
use super::world::texts;
use super::{canvas_sheet, journey_sheet, matrix_sheet, questions_sheet, versions_sheet};
use crate::error::{Error, Result};
use crate::ids::{CanvasId, CanvasSnapshotId, JourneyId};
use crate::people::Unnamed;
use crate::vault::{Vault, files};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::Path;
use ts_rs::TS;

/// What is printed.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(tag = "sheet", rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub enum Sheet {
    /// A canvas with its notes and what the book says about them.
    Canvas {
        /// Which; the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// The same sheet without notes, to be written on by hand.
    BlankCanvas {
        /// Whose blocks; those of the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// The questions of a canvas with their answers and what the book says.
    Questions {
        /// Of which; of the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// The questions with room to write.
    BlankQuestions {
        /// Of which; of the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// Channel by segment: what is planned on a canvas beside what went on.
    Matrix {
        /// Of which canvas; of the first one when left out.
        #[serde(default)]
        canvas: Option<CanvasId>,
    },
    /// Two versions of a canvas side by side.
    Versions {
        /// The earlier one.
        from: CanvasSnapshotId,
        /// The later one; the canvas as it stands now when left out.
        #[serde(default)]
        to: Option<CanvasSnapshotId>,
    },
    /// A journey map with its curves and lanes.
    Journey {
        /// Which.
        journey: JourneyId,
    },
    /// An empty journey map, to be filled by hand.
    BlankJourney {
        /// Whose stages; the usual six when left out.
        #[serde(default)]
        journey: Option<JourneyId>,
    },
}

/// On what paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 297 by 420 mm.
    A3,
}

/// With which inks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Tones {
    /// In colour.
    #[default]
    Colour,
    /// Black on white: what colours say is said by letters.
    Plain,
}

/// What comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum PressFormat {
    /// Tagged PDF.
    Pdf,
    /// A drawing; several pages stand below each other.
    Svg,
    /// A picture; several pages stand below each other.
    Png,
}

/// A sheet to be printed into a file.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct PrintSheet {
    /// What.
    pub what: Sheet,
    /// What comes of it.
    pub format: PressFormat,
    /// Where to; what stands there is replaced whole or not at all.
    pub path: String,
    /// On what paper; A4 when left out.
    #[serde(default)]
    pub paper: Paper,
    /// With which inks; in colour when left out.
    #[serde(default)]
    pub tones: Tones,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
}

/// A sheet to be looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct PreviewSheet {
    /// What.
    pub what: Sheet,
    /// On what paper; A4 when left out.
    #[serde(default)]
    pub paper: Paper,
    /// With which inks; in colour when left out.
    #[serde(default)]
    pub tones: Tones,
    /// With names of people; without them when left out.
    #[serde(default)]
    pub names: bool,
    /// Which page, from 0.
    #[serde(default)]
    pub page: u32,
}

/// What was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Printed {
    /// How many pages.
    pub pages: u32,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Characters that no font on this computer could write; boxes stand in their places.
    pub missing: Vec<String>,
    /// How many names of people were taken out of what somebody wrote.
    pub hidden: u32,
}

/// How a sheet will look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SheetPreview {
    /// How many pages it has.
    pub pages: u32,
    /// The page as a drawing (SVG); empty when there is no such page.
    pub drawing: String,
    /// Characters that no font on this computer can write.
    pub missing: Vec<String>,
    /// How many names of people are taken out of what somebody wrote.
    pub hidden: u32,
}

/// How a sheet is to be made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub paper: Paper,
    pub tones: Tones,
    pub names: bool,
}

/// Prints a sheet into a file that only its owner can read.
///
/// # Errors
/// [`crate::error::Code::NotFound`], [`crate::error::Code::ReadOnly`], [`crate::error::Code::DiskFull`]; nothing is left half-written.
pub fn print(vault: &Vault, input: PrintSheet) -> Result<Printed> {
    refuse_empty(&input.path)?;
    let style = Style { paper: input.paper, tones: input.tones, names: input.names };
    let Set { pages, missing, hidden } = set(vault, input.what, style)?;
    let bytes = pages.to_bytes(input.format)?;
    files::replace(Path::new(&input.path), &bytes)?;
    Ok(Printed { pages: pages.count(), bytes: bytes.len() as u64, missing, hidden })
}

/// A file has a name.
pub(super) fn refuse_empty(path: &str) -> Result<()> {
    if path.trim().is_empty() { Err(Error::invalid("path", "empty")) } else { Ok(()) }
}

/// How a sheet will look: one of its pages.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn preview(vault: &Vault, input: PreviewSheet) -> Result<SheetPreview> {
    let style = Style { paper: input.paper, tones: input.tones, names: input.names };
    let Set { pages, missing, hidden } = set(vault, input.what, style)?;
    let drawing = pages.drawing(input.page as usize).unwrap_or_default();
    Ok(SheetPreview { pages: pages.count(), drawing, missing, hidden })
}

/// A sheet that was set.
pub(super) struct Set {
    pub pages: Pages,
    pub missing: Vec<String>,
    pub hidden: u32,
}

/// Sets a sheet; where a character cannot be written, the sheet says so itself.
fn set(vault: &Vault, what: Sheet, style: Style) -> Result<Set> {
    let (template, mut data) = match what {
        Sheet::Canvas { canvas } => ("/canvas.typ", canvas_sheet::data(vault, canvas, style, false)?),
        Sheet::BlankCanvas { canvas } => ("/canvas.typ", canvas_sheet::data(vault, canvas, style, true)?),
        Sheet::Questions { canvas } => ("/questions.typ", questions_sheet::data(vault, canvas, style, false)?),
        Sheet::BlankQuestions { canvas } => ("/questions.typ", questions_sheet::data(vault, canvas, style, true)?),
        Sheet::Matrix { canvas } => ("/matrix.typ", matrix_sheet::data(vault, canvas, style)?),
        Sheet::Versions { from, to } => ("/versions.typ", versions_sheet::data(vault, from, to, style)?),
        Sheet::Journey { journey } => ("/journey.typ", journey_sheet::data(vault, journey, style)?),
        Sheet::BlankJourney { journey } => ("/journey.typ", journey_sheet::blank(vault, journey, style)?),
    };
    let hidden = if style.names { 0 } else { hide_names(vault, &mut data)? };
    Ok(Set { hidden, ..set_data(vault, template, data)? })
}

/// Sets what is to stand on it.
pub(super) fn set_data(vault: &Vault, template: &str, mut data: Value) -> Result<Set> {
    let (at, hidden) = (vault.clock().now(), 0);
    let pages = Pages::set(template, &data, at)?;
    let missing = pages.missing();
    if missing.is_empty() {
        return Ok(Set { pages, missing, hidden });
    }
    data["missing"] = Value::String(of_sheet("noFont").replace("{list}", &codes(&missing)));
    Ok(Set { pages: Pages::set(template, &data, at)?, missing, hidden })
}

/// Takes the names of people out of what somebody wrote. Says how many.
fn hide_names(vault: &Vault, data: &mut Value) -> Result<u32> {
    let unnamed = Unnamed::of(vault, texts(data).into_iter())?;
    Ok(hide(&unnamed, data))
}

fn hide(unnamed: &Unnamed, data: &mut Value) -> u32 {
    match data {
        Value::String(text) => {
            let (said, count) = unnamed.hide(text);
            *text = said;
            count
        }
        Value::Array(all) => all.iter_mut().map(|one| hide(unnamed, one)).sum(),
        Value::Object(all) => all.values_mut().map(|one| hide(unnamed, one)).sum(),
        _ => 0,
    }
}

/// Characters that cannot be printed, by their numbers: "U+1F98A U+9673"; the first few.
fn codes(missing: &[String]) -> String {
    const SHOWN: usize = 8;
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    let mut codes: Vec<String> = missing.iter().flat_map(|text| text.chars()).take(SHOWN).map(code).collect();
    if missing.len() > SHOWN {
        codes.push("…".to_owned());
    }
    codes.join(" ")
}
