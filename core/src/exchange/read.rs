//! Opening a file of contacts: which format it is, and reading it record by record or at once.

use super::MAX_FILE;
use super::contact::Contact;
use super::csv::{DateQuestion, Mapping, Table, TableHead};
use super::date::DateOrder;
use super::problem::Problem;
use super::text::{self, Source};
use super::vcard::{self, Cards};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of a file is looked at to tell its format, in bytes.
const LOOKED_AT: usize = 64 << 10;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "FileFormat")]
pub enum Format {
    /// vCard of any version.
    VCard,
    /// A table of text.
    Csv,
}

/// A record: a contact with what had to be left out of it, or the problem that prevented one.
pub type Record = std::result::Result<(Contact, Vec<Problem>), Problem>;

/// What the user decided before reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct ReadOptions {
    /// Where the columns of a table go; the proposal when absent.
    #[ts(optional = nullable)]
    pub mapping: Option<Mapping>,
    /// Which comes first in dates that could be two days.
    #[ts(optional = nullable)]
    pub date_order: Option<DateOrder>,
}

/// A whole file, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its format.
    pub format: Format,
    /// Its encoding, to be shown.
    pub encoding: String,
    /// What is known about the table, when it is one.
    pub table: Option<TableHead>,
    /// What should be asked about its dates, unless the options told.
    pub date_question: Option<DateQuestion>,
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// What became no contact: one for each record that is missing from `contacts`.
    pub problems: Vec<Problem>,
    /// What had to be left out of contacts that were read.
    pub remarks: Vec<Problem>,
}

/// A file whose format and encoding are known.
#[derive(Clone, Debug)]
pub struct Opened<'a> {
    /// Its format.
    pub format: Format,
    /// Its encoding, to be shown.
    pub encoding: String,
    body: Body<'a>,
}

#[derive(Clone, Debug)]
enum Body<'a> {
    Cards(Source<'a>),
    Text(String),
}

/// Finds out what a file is.
///
/// # Errors
/// [`Code::TooLarge`] over [`MAX_FILE`], [`Code::UnknownFormat`] when it is neither vCards nor a table.
pub fn open<'a>(bytes: &'a [u8], file_name: &str) -> Result<Opened<'a>> {
    if bytes.len() > MAX_FILE {
        return Err(Error::new(Code::TooLarge).with("limit", MAX_FILE));
    }
    let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let named_card = ["vcf", "vcard"].contains(&extension.as_str());
    let source = Source::new(bytes, vcard::lines::units);
    let looked_at = if named_card { source.bytes.len() } else { source.bytes.len().min(LOOKED_AT) };
    let start = &source.bytes[..source.bytes.len().min(LOOKED_AT)];
    if vcard::has_card(&source.bytes[..looked_at]) || (named_card && !is_foreign(start)) {
        return Ok(Opened { format: Format::VCard, encoding: source.encoding.clone(), body: Body::Cards(source) });
    }
    if is_foreign(start) {
        return Err(Error::new(Code::UnknownFormat));
    }
    let source = Source::new(bytes, text::lines);
    let opened =
        Opened { format: Format::Csv, encoding: source.encoding.clone(), body: Body::Text(source.text().into_owned()) };
    let named_table = ["csv", "tsv", "tab", "txt"].contains(&extension.as_str());
    match opened.table() {
        Some(table) if named_table || table.head.names_contacts() => Ok(opened),
        None if named_table => Ok(opened),
        _ => Err(Error::new(Code::UnknownFormat)),
    }
}

/// Reads a file at once.
///
/// # Errors
/// As [`open`].
pub fn read(bytes: &[u8], file_name: &str, options: &ReadOptions) -> Result<Parsed> {
    let opened = open(bytes, file_name)?;
    let table = opened.table();
    let date_question = match (&table, options.date_order) {
        (Some(table), None) => table.date_question(options.mapping.as_ref()),
        _ => None,
    };
    let (mut contacts, mut problems, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    let mut take = |record: Record| match record {
        Ok((contact, about)) => {
            contacts.push(contact);
            remarks.extend(about);
        }
        Err(problem) => problems.push(problem),
    };
    match &table {
        Some(table) => table.records(options.mapping.as_ref(), options.date_order).for_each(&mut take),
        None => opened.cards().into_iter().flatten().for_each(&mut take),
    }
    let table = table.map(|table| table.head);
    Ok(Parsed { format: opened.format, encoding: opened.encoding, table, date_question, contacts, problems, remarks })
}

impl Opened<'_> {
    /// Its cards, one after another, when it holds vCards.
    #[must_use]
    pub fn cards(&self) -> Option<Cards<'_>> {
        match &self.body {
            Body::Cards(source) => Some(Cards::new(&source.bytes, source.lines)),
            Body::Text(_) => None,
        }
    }

    /// Its table, when it is one that holds anything.
    #[must_use]
    pub fn table(&self) -> Option<Table<'_>> {
        match &self.body {
            Body::Cards(_) => None,
            Body::Text(text) => Table::open(text),
        }
    }

    /// Its records, one after another, for reading a large file piece by piece.
    pub fn records<'s>(&'s self, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + 's> {
        match (self.cards(), self.table()) {
            (Some(cards), _) => Box::new(cards),
            (None, Some(table)) => Box::new(table.records(options.mapping.as_ref(), options.date_order)),
            (None, None) => Box::new(std::iter::empty()),
        }
    }
}

/// Whether a file is surely something else: a calendar, an archive, a picture, a page, data for programs.
fn is_foreign(start: &[u8]) -> bool {
    let text = start.trim_ascii_start();
    let signs: [&[u8]; 10] = [
        b"PK\x03\x04",
        b"%PDF",
        b"\xD0\xCF\x11\xE0",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"<",
        b"{",
        b"[",
        b"\x1F\x8B",
    ];
    let zeros = start.iter().filter(|&&byte| byte == 0).count();
    let calendar = start
        .split(|&byte| b"\r\n".contains(&byte))
        .any(|line| line.trim_ascii().eq_ignore_ascii_case(b"BEGIN:VCALENDAR"));
    calendar || signs.iter().any(|sign| text.starts_with(sign)) || zeros * 20 > start.len()
}
