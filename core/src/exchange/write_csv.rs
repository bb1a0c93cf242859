//! Contacts → a table, with the headings of Google Contacts, which most programs can import.
//!
//! A spreadsheet runs cells that begin with `=`, `+`, `-`, `@` and the like. For a person the table is written so that
//! nothing runs (an apostrophe in front, which our own reader takes off again); for another program it is written raw.

use super::contact::{Address, Contact, DateKind, DatedNote, Extra, Link, LinkKind, OrgTie, Purpose};
use super::csv::guard;
use crate::error::{Error, Result};
use ::csv::{Terminator, WriterBuilder};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// Whom a table is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CsvStyle {
    /// A person with a spreadsheet: nothing in it runs, and accents survive.
    #[default]
    Safe,
    /// A program: every cell exactly as it is.
    Raw,
}

/// What stands between several values in one cell, as Google writes it.
const SEVERAL: &str = " ::: ";

/// The headings of what a contact has once.
const ONCE: [&str; 18] = [
    "Name",
    "First Name",
    "Middle Name",
    "Last Name",
    "Phonetic First Name",
    "Phonetic Middle Name",
    "Phonetic Last Name",
    "Name Prefix",
    "Name Suffix",
    "Nickname",
    "Maiden Name",
    "Organization Name",
    "Organization Title",
    "Organization Department",
    "Birthday",
    "Notes",
    "Labels",
    "UID",
];

/// The headings of what it can have several times: family and parts.
const FAMILIES: [(&str, &[&str]); 8] = [
    ("E-mail", &["Label", "Value"]),
    ("Phone", &["Label", "Value"]),
    (
        "Address",
        &["Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"],
    ),
    ("Website", &["Label", "Value"]),
    ("IM", &["Label", "Service", "Value"]),
    ("Event", &["Label", "Value"]),
    ("Relation", &["Label", "Value"]),
    ("Custom Field", &["Label", "Value"]),
];

/// The cells of each family: for each member, its parts.
type Families = [Vec<Vec<String>>; FAMILIES.len()];

/// Writes contacts as a table in UTF-8. Pictures, members of groups and further organisations are not part of it.
///
/// # Errors
/// [`crate::error::Code::Broken`], when the writer fails.
pub fn write_csv(contacts: &[Contact], style: CsvStyle) -> Result<Vec<u8>> {
    let rows: Vec<_> = contacts.iter().map(|contact| (once(contact), families(contact))).collect();
    let widths: [usize; FAMILIES.len()] =
        std::array::from_fn(|family| rows.iter().map(|(_, families)| families[family].len()).max().unwrap_or_default());
    let mut bytes = match style {
        // Without this mark a spreadsheet takes UTF-8 for an old code page.
        CsvStyle::Safe => "\u{FEFF}".as_bytes().to_vec(),
        CsvStyle::Raw => Vec::new(),
    };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(headings(&widths)).map_err(Error::broken)?;
    for (once, families) in &rows {
        let cells = once.iter().map(String::as_str).chain(padded(families, &widths));
        let cells = cells.map(|cell| if style == CsvStyle::Safe { guard(cell) } else { Cow::Borrowed(cell) });
        writer.write_record(cells.map(|cell| cell.as_bytes().to_vec())).map_err(Error::broken)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

fn headings(widths: &[usize; FAMILIES.len()]) -> Vec<String> {
    let numbered = FAMILIES.iter().zip(widths).flat_map(|((family, parts), width)| {
        (1..=*width).flat_map(move |number| parts.iter().map(move |part| format!("{family} {number} - {part}")))
    });
    ONCE.iter().map(|&heading| heading.to_owned()).chain(numbered).collect()
}

/// The cells of all families, with empty ones where another contact has more.
fn padded<'a>(families: &'a Families, widths: &'a [usize; FAMILIES.len()]) -> impl Iterator<Item = &'a str> {
    families.iter().zip(widths).zip(&FAMILIES).flat_map(|((members, width), (_, parts))| {
        let empty = (width - members.len()) * parts.len();
        members.iter().flatten().map(String::as_str).chain(std::iter::repeat_n("", empty))
    })
}

fn once(contact: &Contact) -> Vec<String> {
    let name = &contact.name;
    let none = OrgTie::default();
    let org = contact.orgs.first().unwrap_or(&none);
    let units: Vec<&str> = org.units.iter().map(String::as_str).filter(|unit| !unit.is_empty()).collect();
    let born = contact.dates.iter().find(|day| day.kind == DateKind::Birthday);
    [
        &name.full,
        &name.given,
        &name.middle,
        &name.family,
        &name.said.given,
        &name.said.middle,
        &name.said.family,
        &name.prefix,
        &name.suffix,
        &name.nicknames.join(SEVERAL),
        &name.maiden,
        &org.name,
        &org.title,
        &units.join(", "),
        &born.map(day_text).unwrap_or_default(),
        &contact.notes.join("\n\n"),
        &contact.tags.join(SEVERAL),
        contact.uid.as_ref().unwrap_or(&none.name),
    ]
    .map(String::clone)
    .to_vec()
}

fn families(contact: &Contact) -> Families {
    let reach = |purpose: &Purpose, value: &String| vec![label(purpose), value.clone()];
    let of_kind =
        |messenger: bool| contact.links.iter().filter(move |link| (link.kind == LinkKind::Messenger) == messenger);
    let born = contact.dates.iter().position(|day| day.kind == DateKind::Birthday);
    let events = contact.dates.iter().enumerate().filter(|(at, _)| Some(*at) != born);
    let custom = contact.extra.iter().filter_map(|extra| match extra {
        Extra::Column { header, value } => Some(vec![header.clone(), value.clone()]),
        Extra::Line(_) => None,
    });
    [
        contact.emails.iter().map(|email| reach(&email.purpose, &email.value)).collect(),
        contact.phones.iter().map(|phone| reach(&phone.purpose, &phone.value)).collect(),
        contact.addresses.iter().map(address_cells).collect(),
        of_kind(false).map(|link| vec![web_label(link), link.value.clone()]).collect(),
        of_kind(true).map(|link| vec![label(&link.purpose), link.service.clone(), link.value.clone()]).collect(),
        events.map(|(_, day)| vec![day_label(day), day_text(day)]).collect(),
        contact.related.iter().map(|related| vec![related.relation.clone(), related.name.clone()]).collect(),
        custom.collect(),
    ]
}

fn address_cells(address: &Address) -> Vec<String> {
    let parts = [
        &address.formatted,
        &address.street,
        &address.city,
        &address.po_box,
        &address.region,
        &address.postal_code,
        &address.country,
        &address.extended,
    ];
    std::iter::once(label(&address.purpose)).chain(parts.into_iter().cloned()).collect()
}

/// Google's words: `Work Fax`, `Mobile`, and an asterisk before the first choice.
fn label(purpose: &Purpose) -> String {
    let word = |word: &str| {
        let word = if word == "cell" { "mobile" } else { word };
        word[..1].to_uppercase() + &word[1..]
    };
    let told = ["work", "home", "other", "main", "cell", "fax", "pager", "textphone"];
    let types = told.iter().filter(|&&told| purpose.types.iter().any(|found| found == told)).map(|told| word(told));
    let words = purpose.label.clone().unwrap_or_else(|| types.collect::<Vec<_>>().join(" "));
    if purpose.preferred { format!("* {words}").trim().to_owned() } else { words }
}

fn web_label(link: &Link) -> String {
    if link.service.is_empty() { label(&link.purpose) } else { link.service.clone() }
}

fn day_text(day: &DatedNote) -> String {
    day.date.map_or_else(|| day.text.clone(), super::date::PartialDate::to_table)
}

fn day_label(day: &DatedNote) -> String {
    match day.kind {
        DateKind::Birthday => "Birthday".to_owned(),
        DateKind::Anniversary => "Anniversary".to_owned(),
        DateKind::FirstMet => "First met".to_owned(),
        DateKind::Death => "Death".to_owned(),
        DateKind::Other => day.label.clone().unwrap_or_default(),
    }
}
