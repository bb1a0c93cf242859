//! Sheets from the terminal: on paper as PDF, drawing or picture, and as text that other programs read.

use super::files::whole;
use super::{given, list, text};
use crate::desk::Desk;
use crate::failure::Failure;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How a sheet is printed.
#[derive(Debug, Args)]
#[group(skip)]
pub struct Print {
    /// The new file; its ending says what it becomes: .pdf, .svg or .png
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    /// On A3 instead of A4
    #[arg(long)]
    pub a3: bool,
    /// Black on white: letters say what colours would
    #[arg(long)]
    pub plain: bool,
    /// With names of people from the book
    #[arg(long)]
    pub names: bool,
}

/// How a sheet is written as text.
#[derive(Debug, Args)]
#[group(skip)]
pub struct Export {
    /// As what
    #[arg(long, value_enum)]
    pub format: Format,
    /// The new file [default: print the text]
    #[arg(value_name = "OUT")]
    pub out: Option<PathBuf>,
    /// With names of people from the book
    #[arg(long)]
    pub names: bool,
}

/// Formats of text.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// Headings and bullets
    Markdown,
    /// A table, a note or a step a row
    Csv,
    /// Everything, for a program
    Json,
    /// A canvas as a board of cards
    JsonCanvas,
    /// A journey as a diagram
    Mermaid,
}

/// Prints a sheet and says what came of it.
pub fn print(desk: &Desk, what: Value, how: &Print) -> Result<(), Failure> {
    let input = json!({
        "what": given(what),
        "format": ending(&how.out),
        "path": whole(&how.out)?,
        "paper": if how.a3 { "a3" } else { "a4" },
        "tones": if how.plain { "plain" } else { "colour" },
        "names": how.names,
    });
    let printed = desk.call("press", "print", input)?;
    desk.answer(&printed, |printed| {
        let pages = printed["pages"].as_u64().unwrap_or_default();
        let missing: Vec<_> = list(printed, "missing").iter().filter_map(Value::as_str).collect();
        let said = format!("{pages} {} printed.", if pages == 1 { "page" } else { "pages" });
        if missing.is_empty() { said } else { format!("{said} No font has: {}", missing.join(" ")) }
    });
    Ok(())
}

/// Writes a sheet as text into a file, or prints the text.
pub fn export(desk: &Desk, what: Value, how: &Export) -> Result<(), Failure> {
    let format = match how.format {
        Format::Markdown => "markdown",
        Format::Csv => "csv",
        Format::Json => "json",
        Format::JsonCanvas => "jsonCanvas",
        Format::Mermaid => "mermaid",
    };
    let mut input = json!({ "what": given(what), "format": format, "names": how.names });
    let Some(out) = &how.out else {
        let said = desk.call("press", "text", input)?;
        desk.answer(&said, |said| said.as_str().unwrap_or_default().to_owned());
        return Ok(());
    };
    input["path"] = whole(out)?.into();
    let written = desk.call("press", "write", input)?;
    desk.answer(&written, |written| match written["joined"].as_bool() {
        Some(true) => "Written; what else stood in the file is still there.".into(),
        _ => "Written.".into(),
    });
    Ok(())
}

/// Looks at the notes in a Markdown file, or puts the new ones on a canvas.
pub fn take(desk: &Desk, canvas: &Value, file: &Path, look: bool) -> Result<(), Failure> {
    let input = given(json!({ "canvas": canvas, "path": whole(file)? }));
    let seen = desk.call("press", if look { "previewNotes" } else { "takeNotes" }, input)?;
    desk.answer(&seen, |seen| {
        let mut said = format!("{} new notes{}\n", seen["added"], if look { " would be added" } else { " added" });
        for block in list(seen, "blocks") {
            for note in list(block, "added").iter().filter_map(Value::as_str) {
                said.push_str(&format!("  {}: {}\n", text(block, "/name"), note.replace('\n', " ")));
            }
        }
        said
    });
    Ok(())
}

fn ending(out: &Path) -> String {
    out.extension().and_then(|ending| ending.to_str()).unwrap_or("pdf").to_lowercase()
}
