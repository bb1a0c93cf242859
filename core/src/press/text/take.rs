//! Notes from a Markdown file onto a canvas: looked at first, then put there in one step. Nothing on the canvas is changed or
//! taken away.

use super::{LARGEST, markdown};
use crate::canvas::{self, AddNote, Block, Canvas, CanvasRef};
use crate::error::{Code, Error, Result};
use crate::ids::{CanvasId, NoteId};
use crate::press::canvas_sheet::{block_name, word_of};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use ts_rs::TS;

/// Most notes that one file may bring.
const MOST: usize = 1000;
/// Longest note, and longest detail, in bytes: what a canvas takes.
const LONGEST: (usize, usize) = (4 * 1024, 64 * 1024);
/// How many headings that name no block are told.
const TOLD: usize = 20;

/// A Markdown file with notes for a canvas.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct CanvasFile {
    /// The canvas; the first one when left out.
    pub canvas: Option<CanvasId>,
    /// Where the file is.
    pub path: Option<String>,
    /// Or what stands in it.
    pub text: Option<String>,
}

/// What a file would bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CanvasFilePreview {
    /// Block by block, in the order of the sheet; blocks that the file does not name are left out.
    pub blocks: Vec<CanvasFileBlock>,
    /// How many notes are new altogether.
    pub added: u32,
    /// Headings that name no block: what stands below them is passed over.
    pub strangers: Vec<String>,
}

/// What a file would bring to a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CanvasFileBlock {
    /// Which.
    pub block: Block,
    /// What it is called.
    pub name: String,
    /// The texts of its new notes.
    pub added: Vec<String>,
    /// How many stand there already, word for word.
    pub known: u32,
}

/// What a file would bring to a canvas; nothing is written.
///
/// # Errors
/// [`Code::Unreadable`], [`Code::TooLarge`], [`Code::UnknownFormat`] when no heading names a block,
/// [`Code::NotFound`].
pub fn preview_canvas_file(vault: &Vault, input: CanvasFile) -> Result<CanvasFilePreview> {
    Ok(look(vault, &input)?.1)
}

/// Puts the new notes of a file on a canvas, as one step. Answers with what was put there.
///
/// # Errors
/// As [`preview_canvas_file`].
pub fn take_canvas_file(vault: &Vault, input: CanvasFile) -> Result<CanvasFilePreview> {
    let (notes, seen, title) = look(vault, &input)?;
    if notes.is_empty() {
        return Ok(seen);
    }
    vault.write("takeNotes", &title, |w| {
        for note in &notes {
            canvas::insert_note(w, NoteId::make(), note)?;
        }
        Ok(())
    })?;
    Ok(seen)
}

type Looked = (Vec<AddNote>, CanvasFilePreview, String);

fn look(vault: &Vault, input: &CanvasFile) -> Result<Looked> {
    let text = text_of(input)?;
    let canvas = canvas::get(vault, CanvasRef { id: input.canvas })?;
    let outline = markdown::read(&text, &markdown::Plain::of(&canvas).names());
    if outline.blocks.is_empty() {
        return Err(Error::new(Code::UnknownFormat));
    }
    let (mut notes, mut blocks) = (Vec::new(), Vec::new());
    for plan in &canvas.blocks {
        let word = word_of(plan.block);
        let Some(written) = outline.blocks.get(&word) else { continue };
        let name = block_name(plan).to_owned();
        let mut block = CanvasFileBlock { block: plan.block, name, added: Vec::new(), known: 0 };
        for note in written {
            if note.text.len() > LONGEST.0 || note.detail.len() > LONGEST.1 {
                return Err(Error::new(Code::TooLarge).with("field", "note").with("limit", LONGEST.0));
            }
            if stands_there(&canvas, plan.block, &note.text) || block.added.contains(&note.text) {
                block.known += 1;
                continue;
            }
            block.added.push(note.text.clone());
            notes.push(AddNote {
                id: None,
                canvas: Some(canvas.id),
                block: plan.block,
                text: note.text.clone(),
                detail: Some(note.detail.clone()).filter(|detail| !detail.is_empty()),
                hue: None,
                binding: None,
                after: None,
                evidence: None,
            });
        }
        blocks.push(block);
    }
    if notes.len() > MOST {
        return Err(Error::new(Code::TooLarge).with("field", "notes").with("limit", MOST));
    }
    let mut strangers = outline.strangers;
    strangers.truncate(TOLD);
    let added = u32::try_from(notes.len()).unwrap_or(u32::MAX);
    Ok((notes, CanvasFilePreview { blocks, added, strangers }, canvas.title))
}

fn stands_there(canvas: &Canvas, block: Block, text: &str) -> bool {
    canvas.notes.iter().any(|note| note.block == block && note.text.replace("\r\n", "\n") == text)
}

fn text_of(input: &CanvasFile) -> Result<String> {
    let text = match (&input.text, &input.path) {
        (Some(text), _) => text.clone(),
        (None, Some(path)) => read(Path::new(path))?,
        (None, None) => return Err(Error::invalid("path", "missing")),
    };
    if text.len() as u64 > LARGEST {
        return Err(Error::new(Code::TooLarge).with("limit", LARGEST));
    }
    Ok(text)
}

/// Reads no more than is accepted, however long the file says it is.
fn read(path: &Path) -> Result<String> {
    let unreadable = |_| Error::new(Code::Unreadable);
    let mut bytes = Vec::new();
    File::open(path).map_err(unreadable)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::new(Code::TooLarge).with("limit", LARGEST));
    }
    if bytes.contains(&0) {
        return Err(Error::new(Code::UnknownFormat));
    }
    String::from_utf8(bytes).map_err(|_| Error::new(Code::UnknownFormat))
}
