//! Opening a file of contacts: which format it is, and reading it record by record or at once.

use super::contact::Contact;
use super::problem::Problem;
use super::text::Source;
use super::vcard::{self, Cards};
use super::MAX_FILE;
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of a file is looked at to tell its format, in bytes.
const LOOKED_AT: usize = 64 << 10;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Format {
    /// vCard of any version.
    VCard,
    /// A table of text.
    Csv,
}

/// A record: a contact with what had to be left out of it, or the problem that prevented one.
pub type Record = std::result::Result<(Contact, Vec<Problem>), Problem>;

/// What the user decided before reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadOptions {}

/// A whole file, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its format.
    pub format: Format,
    /// Its encoding, to be shown.
    pub encoding: String,
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
    source: Source<'a>,
}

/// Finds out what a file is.
///
/// # Errors
/// [`Code::TooLarge`] over [`MAX_FILE`], [`Code::UnknownFormat`] when it is neither vCards nor a table.
pub fn open<'a>(bytes: &'a [u8], file_name: &str) -> Result<Opened<'a>> {
    if bytes.len() > MAX_FILE {
        return Err(Error::new(Code::TooLarge).with("limit", MAX_FILE));
    }
    let source = Source::new(bytes, vcard::lines::units);
    let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let named_card = ["vcf", "vcard"].contains(&extension.as_str());
    let looked_at = if named_card { source.bytes.len() } else { source.bytes.len().min(LOOKED_AT) };
    if vcard::has_card(&source.bytes[..looked_at]) || (named_card && !is_calendar(&source.bytes)) {
        return Ok(Opened { format: Format::VCard, source });
    }
    Err(Error::new(Code::UnknownFormat))
}

/// Reads a file at once.
///
/// # Errors
/// As [`open`].
pub fn read(bytes: &[u8], file_name: &str, options: &ReadOptions) -> Result<Parsed> {
    let opened = open(bytes, file_name)?;
    let (mut contacts, mut problems, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for record in opened.records(options) {
        match record {
            Ok((contact, about)) => {
                contacts.push(contact);
                remarks.extend(about);
            }
            Err(problem) => problems.push(problem),
        }
    }
    Ok(Parsed { format: opened.format, encoding: opened.source.encoding, contacts, problems, remarks })
}

impl Opened<'_> {
    /// Its encoding, to be shown.
    #[must_use]
    pub fn encoding(&self) -> &str {
        &self.source.encoding
    }

    /// Its records, one after another.
    pub fn records(&self, _options: &ReadOptions) -> impl Iterator<Item = Record> {
        Cards::new(&self.source.bytes, self.source.lines)
    }
}

fn is_calendar(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    start.split(|&byte| b"\r\n".contains(&byte)).any(|line| line.trim_ascii().eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}
