//! Sheets on paper and in files: a canvas, its questions, journeys and versions as PDF, drawing or picture, and the same as
//! text that other programs read.
//!
//! Typesetting is Typst's (`docs/decisions`): templates are data files, and what people wrote reaches them as data. What
//! leaves the book here is without names of people unless somebody asks for them.

mod canvas_sheet;
mod curve;
mod fonts;
mod journey_sheet;
mod letter_sheet;
mod matrix_sheet;
mod plain;
mod print;
mod questions_sheet;
mod set;
mod text;
mod versions_sheet;
mod words;
mod workshop;
mod world;

pub use letter_sheet::{
    CardSize, LetterLook, LetterSheet, LetterSheetKind, PreviewLetter, PrintLetter, preview_letter, print_letter,
};
pub use print::{Paper, PressFormat, PreviewSheet, PrintSheet, Printed, Sheet, SheetPreview, Tones, preview, print};
pub use text::{
    CanvasFile, CanvasFileBlock, CanvasFilePreview, SheetText, TextFormat, TextSheet, WriteSheet, WrittenSheet,
    preview_canvas_file, sheet_text, take_canvas_file, write_sheet,
};
pub use workshop::{
    CompareWorkshop, MergeWorkshop, WorkshopFeeling, WorkshopFile, WorkshopMerged, WorkshopPick, WorkshopRow,
    WorkshopSheet, WorkshopTable, WorkshopVoice, WriteWorkshop, compare_workshop, merge_workshop, take_workshop,
    workshop_text, write_workshop,
};
