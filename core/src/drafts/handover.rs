//! Hands a finished letter to a mail program: as a `mailto:` address, as a file, or as plain text. Sends nothing.

use crate::error::{Error, Result};
use mail_builder::MessageBuilder;
use mail_builder::headers::{Header, address::Address, text::Text};
use serde::Serialize;
use ts_rs::TS;

/// What goes over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handover {
    /// The name of the person; may be empty.
    pub to_name: String,
    /// Their address.
    pub to: String,
    /// The name of the sender; may be empty.
    pub from_name: String,
    /// The sender's address; empty to let the mail program choose.
    pub from: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What goes with it.
    pub files: Vec<HandedFile>,
}

/// A file that goes with a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedFile {
    /// Its name, without folders.
    pub name: String,
    /// `application/pdf`.
    pub mime: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A `mailto:` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Mailto {
    /// The address, with subject and text in it.
    pub url: String,
    /// How long it is, in characters as it is passed on.
    pub length: usize,
    /// Whether mail programs take one that long.
    pub fits: bool,
}

/// The longest `mailto:` that browsers and mail programs are known to take whole: the shortest limit measured is a
/// little over 2 000 characters.
const LONGEST_MAILTO: usize = 1_900;

/// The letter as a `mailto:` address (RFC 6068). One that does not fit is better handed over as a file or copied.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field: "to"` when the address is none.
pub fn mailto(letter: &Handover) -> Result<Mailto> {
    check_address("to", &letter.to)?;
    let mut url = String::from("mailto:");
    let (local, domain) = letter.to.rsplit_once('@').unwrap_or_default();
    encode(local, &mut url);
    url.push('@');
    encode(domain, &mut url);
    url.push_str("?subject=");
    encode(&one_line(&letter.subject), &mut url);
    url.push_str("&body=");
    encode(&with_crlf(&letter.text), &mut url);
    let length = url.len();
    Ok(Mailto { url, length, fits: length <= LONGEST_MAILTO })
}

/// The letter as a file that mail programs open as a draft of their own (`.eml`, RFC 5322): with `X-Unsent`, without a
/// date, an identifier or anything about this machine.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field: "to"` or `"from"` when the address is none.
pub fn eml(letter: &Handover) -> Result<Vec<u8>> {
    check_address("to", &letter.to)?;
    let mut file = Vec::with_capacity(letter.text.len() * 2 + 512);
    file.extend_from_slice(b"X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
    if !letter.from.is_empty() {
        check_address("from", &letter.from)?;
        write_header(&mut file, "From", &address(&letter.from_name, &letter.from));
    }
    write_header(&mut file, "To", &address(&letter.to_name, &letter.to));
    write_header(&mut file, "Subject", &Text::new(one_line(&letter.subject)));
    // Only the body is written by the builder: with headers of its own it would add a date, and an identifier that
    // holds the name of this machine.
    let body = MessageBuilder::new().text_body(with_crlf(&letter.text));
    let whole = letter
        .files
        .iter()
        .fold(body, |body, one| body.attachment(one.mime.as_str(), one_line(&one.name), one.bytes.as_slice()));
    whole.serialize_body(&mut file);
    Ok(file)
}

/// The text as it is pasted elsewhere: with plain line ends and one at its end.
#[must_use]
pub fn plain_text(letter: &Handover) -> String {
    let mut text = with_crlf(&letter.text).replace("\r\n", "\n");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn write_header(file: &mut Vec<u8>, name: &str, value: &impl Header) {
    file.extend_from_slice(name.as_bytes());
    file.extend_from_slice(b": ");
    value.write_header(file, name.len() + 2);
}

fn address<'a>(name: &'a str, address: &'a str) -> Address<'a> {
    let name = one_line(name);
    Address::new_address((!name.is_empty()).then_some(name), address)
}

/// One mailbox, and nothing that could end it and begin another header, address or parameter.
fn check_address(field: &str, address: &str) -> Result<()> {
    let is_unfit = |letter: char| letter.is_whitespace() || letter.is_control() || "<>(),;:\\\"[]".contains(letter);
    match address.rsplit_once('@') {
        Some((local, domain))
            if !local.is_empty() && domain.len() > 1 && !address.contains(is_unfit) && !local.contains('@') =>
        {
            Ok(())
        }
        _ => Err(Error::invalid(field, "address")),
    }
}

/// The text without line ends and other control characters: for a header.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with line ends as mail has them.
fn with_crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\n', "\r\n")
}

/// Writes `text` with everything but plain letters, figures and `-._~` as `%XX` of its UTF-8 bytes.
fn encode(text: &str, url: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
}
