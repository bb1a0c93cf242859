//! Files that go with a letter: kept in the vault with it, so that they are as safe as its words and cannot go astray.

use super::handover::HandedFile;
use super::kinds::{attachment, draft};
use super::letters::{Draft, DraftRef, get};
use crate::error::{Code, Error, Result};
use crate::ids::{AttachmentId, DraftId};
use crate::vault::Vault;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file, in bytes.
const LARGEST: usize = 10 << 20;
/// All files of a letter together, in bytes: what mail servers commonly take.
const ALL: u64 = 20 << 20;
/// The longest name that systems take, in characters.
const LONGEST_NAME: usize = 120;

/// A file that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Attachment {
    /// Names it.
    pub id: AttachmentId,
    /// Its name, without folders.
    pub name: String,
    /// What kind of file: `application/pdf`.
    pub mime: String,
    /// Bytes.
    pub size: u32,
}

/// A file to go with a letter.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Attach {
    /// The letter.
    pub draft: DraftId,
    /// What it is called where it comes from.
    pub name: String,
    /// Its bytes in base64; 10 MiB at most.
    pub base64: String,
}

/// Names one such file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AttachmentRef {
    /// It.
    pub id: AttachmentId,
}

/// Puts a file beside a letter.
///
/// # Errors
/// [`Code::TooLarge`] when it or all together are; [`Code::Invalid`] when it is no base64 or the letter has gone.
pub fn attach(vault: &Vault, input: Attach) -> Result<Draft> {
    if input.base64.len() / 4 * 3 > LARGEST + 2 {
        return Err(Error::new(Code::TooLarge).with("field", "file").with("limit", LARGEST));
    }
    let data =
        data_encoding::BASE64.decode(input.base64.as_bytes()).map_err(|_| Error::invalid("base64", "unreadable"))?;
    if data.is_empty() {
        return Err(Error::invalid("file", "empty"));
    }
    let letter = get(vault, DraftRef { id: input.draft })?;
    super::writing::still_open(&letter)?;
    let all: u64 = letter.attachments.iter().map(|file| u64::from(file.size)).sum();
    if data.len() > LARGEST || all + data.len() as u64 > ALL {
        return Err(Error::new(Code::TooLarge).with("field", "files").with("limit", ALL));
    }
    let name = safe_name(&input.name);
    let cells = [
        (attachment::MIME, mime_of(&name).to_owned().into()),
        (attachment::SIZE, i64::try_from(data.len()).unwrap_or(i64::MAX).into()),
        (attachment::NAME, name.into()),
        (attachment::DATA, data.into()),
    ];
    vault.write("attachFile", &letter.row.person.name, |w| {
        let letter = w.rid(&draft::KIND, input.draft)?;
        let mut cells = cells.to_vec();
        cells.insert(0, (attachment::DRAFT, letter.into()));
        w.insert(&attachment::KIND, AttachmentId::make(), &cells)
    })?;
    get(vault, DraftRef { id: input.draft })
}

/// Takes a file away from its letter; undo brings it back.
///
/// # Errors
/// [`Code::NotFound`].
pub fn detach(vault: &Vault, input: AttachmentRef) -> Result<Draft> {
    let sql = "SELECT d.id FROM attachment a JOIN draft d ON d.rid = a.draft WHERE a.id = ?1";
    let id = vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0))?))?;
    let letter = get(vault, DraftRef { id })?;
    super::writing::still_open(&letter)?;
    vault.write("detachFile", &letter.row.person.name, |w| {
        let rid = w.rid(&attachment::KIND, input.id)?;
        w.remove(&attachment::KIND, rid)
    })?;
    get(vault, DraftRef { id })
}

/// The files of the letter in that row.
pub(super) fn of_letter(c: &Connection, letter: i64) -> Result<Vec<Attachment>> {
    let sql = "SELECT id, name, mime, size FROM attachment WHERE draft = ?1 ORDER BY rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows
        .query_map([letter], |r| Ok(Attachment { id: r.get(0)?, name: r.get(1)?, mime: r.get(2)?, size: r.get(3)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The files of a letter with what they hold.
pub(super) fn handed(vault: &Vault, letter: &Draft) -> Result<Vec<HandedFile>> {
    vault.read(|c| {
        let mut bytes = c.prepare_cached("SELECT data FROM attachment WHERE id = ?1")?;
        let files = letter.attachments.iter().map(|file| {
            let (name, mime) = (file.name.clone(), file.mime.clone());
            Ok(HandedFile { name, mime, bytes: bytes.query_row([file.id], |r| r.get(0))? })
        });
        files.collect()
    })
}

/// A name without folders, and without what could turn the writing round, end a header or not stand in a file's name.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_unfit = |c: char| {
        c.is_control()
            || "\"<>:|?*;".contains(c)
            || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let plain: String = last.chars().map(|c| if is_unfit(c) { ' ' } else { c }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.trim_matches(|c| c == '.' || c == ' ');
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 10 => (stem, format!(".{ending}")),
        _ => (plain, String::new()),
    };
    let stem: String = stem.chars().take(LONGEST_NAME - ending.chars().count()).collect();
    if stem.is_empty() { "file".to_owned() } else { format!("{stem}{ending}") }
}

/// What kind of file an ending stands for; what is not known is a row of bytes.
fn mime_of(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "txt" | "md" => "text/plain",
        "csv" => "text/csv",
        "ics" => "text/calendar",
        "vcf" => "text/vcard",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere() {
        for (given, kept) in [
            ("offer.pdf", "offer.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\temp\\Angebot für Łukasz.PDF", "Angebot für Łukasz.PDF"),
            ("cod\u{202E}fdp.exe", "cod fdp.exe"),
            ("a\r\nContent-Type: x", "a Content-Type x"),
            ("..", "file"),
            ("", "file"),
        ] {
            assert_eq!(safe_name(given), kept, "{given:?}");
        }
        let long = safe_name(&format!("{}.pdf", "é".repeat(400)));
        assert!(long.ends_with("é.pdf") && long.chars().count() == LONGEST_NAME, "{long}");
    }
}
