//! What one puts into an envelope: a card to be signed, its envelope, labels, a sheet to copy from by hand, a script for a
//! short video (row M188). Names are what they are for, so they stand on them.

use super::canvas_sheet::{frame, word_of};
use super::plain::text;
use super::print::{Paper, PressFormat, Printed, SheetPreview, Style, Tones, refuse_empty, set_data};
use super::words::all;
use crate::drafts::{self, DraftRef};
use crate::error::{Error, Result};
use crate::ids::{DraftId, PersonId};
use crate::people::{self, NamedPerson, Person, PersonRef, ReachKind};
use crate::settings;
use crate::vault::{Vault, files};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::Path;
use ts_rs::TS;

/// Labels on a sheet: three columns of eight.
const LABELS: u32 = 24;
/// Most people on labels at a time.
const MOST_LABELS: usize = 5_000;
/// Longest text of a card, in bytes; what is longer is a letter.
const MOST_TEXT: usize = 4_000;
/// Longest letter on paper, in bytes.
const MOST_LETTER: usize = 64 * 1024;
/// Words said in a minute, for the length of a video.
const WORDS_A_MINUTE: usize = 130;

/// What is put on paper for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LetterSheetKind {
    /// The letter itself on A4, its address where windows of envelopes are; only one that was handed over.
    Letter,
    /// A folded card: the front, and the words inside with room to sign.
    Card,
    /// An envelope that the card fits into.
    Envelope,
    /// Addresses on a sheet of labels, 70 by 37 mm.
    Labels,
    /// The words in large type to copy by hand, and lines to lay under the card.
    Handwriting,
    /// What to say in a short video.
    Video,
}

/// How large a card is when it is folded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CardSize {
    /// 105 by 148 mm, printed on A5; its envelope is C6.
    #[default]
    A6,
    /// 148 by 210 mm, printed on A4; its envelope is C5.
    A5,
}

/// A sheet for somebody.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct LetterSheet {
    /// What.
    pub kind: LetterSheetKind,
    /// The letter whose words and person it takes.
    #[serde(default)]
    pub draft: Option<DraftId>,
    /// For whom, without a letter; labels are for all of them.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// The words inside, without a letter; left out: room to write them.
    #[serde(default)]
    pub text: Option<String>,
    /// What stands on the front; "Thank you" in their language, when left out.
    #[serde(default)]
    pub front: Option<String>,
    /// How large the card is.
    #[serde(default)]
    pub size: CardSize,
    /// Labels of the first sheet that are used up.
    #[serde(default)]
    pub skip: u32,
    /// With which inks.
    #[serde(default)]
    pub tones: Tones,
}

/// A sheet for somebody, into a file.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct PrintLetter {
    /// What.
    pub what: LetterSheet,
    /// What comes of it.
    pub format: PressFormat,
    /// Where to; what stands there is replaced whole or not at all.
    pub path: String,
}

/// A sheet for somebody, to be looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct PreviewLetter {
    /// What.
    pub what: LetterSheet,
    /// Which page, from 0.
    #[serde(default)]
    pub page: u32,
}

/// How a sheet for somebody will look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LetterLook {
    /// Its pages.
    pub look: SheetPreview,
    /// Words inside.
    pub words: u32,
    /// Whoever has no postal address in the book: their envelope has a name only, and they have no label.
    pub without: Vec<NamedPerson>,
}

/// Prints a sheet for somebody into a file that only its owner can read.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is for nobody or its words do not fit (`text`, `long`);
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::ReadOnly`], [`crate::error::Code::DiskFull`].
pub fn print_letter(vault: &Vault, input: PrintLetter) -> Result<Printed> {
    refuse_empty(&input.path)?;
    if let (LetterSheetKind::Letter, Some(id)) = (input.what.kind, input.what.draft) {
        drafts::refuse_unhanded(vault, id)?;
    }
    let sheet = set(vault, &input.what)?;
    let bytes = sheet.set.pages.to_bytes(input.format)?;
    files::replace(Path::new(&input.path), &bytes)?;
    Ok(Printed { pages: sheet.set.pages.count(), bytes: bytes.len() as u64, missing: sheet.set.missing, hidden: 0 })
}

/// How a sheet for somebody will look: one of its pages.
///
/// # Errors
/// As [`print_letter`].
pub fn preview_letter(vault: &Vault, input: PreviewLetter) -> Result<LetterLook> {
    let LetterSet { set, words, without } = set(vault, &input.what)?;
    let drawing = set.pages.drawing(input.page as usize).unwrap_or_default();
    Ok(LetterLook {
        look: SheetPreview { pages: set.pages.count(), drawing, missing: set.missing, hidden: 0 },
        words,
        without,
    })
}

struct LetterSet {
    set: super::print::Set,
    words: u32,
    without: Vec<NamedPerson>,
}

/// For whom, what is said, and in which language.
struct Said {
    people: Vec<Person>,
    words: String,
    language: String,
    subject: String,
}

fn said(vault: &Vault, what: &LetterSheet) -> Result<Said> {
    let (mut whom, mut words, mut language) =
        (what.people.clone(), what.text.clone().unwrap_or_default(), String::new());
    let mut subject = String::new();
    if let Some(id) = what.draft {
        let draft = drafts::get(vault, DraftRef { id })?;
        whom = vec![draft.row.person.id];
        words = what.text.clone().unwrap_or(draft.text);
        language = draft.language;
        subject = draft.row.subject;
    }
    if whom.is_empty() {
        return Err(Error::invalid("people", "empty"));
    }
    if what.kind != LetterSheetKind::Labels {
        whom.truncate(1);
    }
    let most = if what.kind == LetterSheetKind::Letter { MOST_LETTER } else { MOST_TEXT };
    if whom.len() > MOST_LABELS || words.len() > most {
        return Err(Error::invalid(if words.len() > most { "text" } else { "people" }, "long"));
    }
    let people: Vec<Person> = whom.into_iter().map(|id| people::get(vault, PersonRef { id })).collect::<Result<_>>()?;
    if language.is_empty() {
        language = people.first().map(|person| person.language.chars().take(2).collect()).unwrap_or_default();
    }
    Ok(Said { people, words, language, subject })
}

fn set(vault: &Vault, what: &LetterSheet) -> Result<LetterSet> {
    let Said { people, words, language, subject } = said(vault, what)?;
    let style = Style { paper: Paper::A4, tones: what.tones, names: true };
    let card = &all()["letter"];
    let in_their =
        |word: &str| card[word][language.as_str()].as_str().or(card[word]["en"].as_str()).unwrap_or_default();
    let name = people.first().map(|person| person.row.name.clone()).unwrap_or_default();
    let mut data =
        frame(vault, style, &format!("{}: {name}", card["titles"][word_of(what.kind)].as_str().unwrap_or_default()));
    let sender = settings::get(vault, ())?.sender;
    let spoken = words.split_whitespace().count();
    data["lang"] = if ["en", "de", "es"].contains(&language.as_str()) { language.clone() } else { "en".into() }.into();
    data["size"] = word_of(what.size).into();
    data["front"] = text(what.front.as_deref().unwrap_or(in_their("front"))).into();
    data["text"] = text(&words).into();
    data["sender"] = text(&sender.name).into();
    data["firm"] = text(&sender.organisation).into();
    data["from"] = text(&sender.email).into();
    data["subject"] = text(&subject).into();
    data["letter"] = card.clone();
    data["minutes"] =
        format!("{}:{:02}", spoken / WORDS_A_MINUTE, spoken % WORDS_A_MINUTE * 60 / WORDS_A_MINUTE).into();
    data["lines"] = sentences(&words).into();
    let addresses: Vec<(NamedPerson, Option<Vec<String>>)> = people.iter().map(addressed).collect();
    let wanted = addresses.iter().filter(|(_, lines)| what.kind != LetterSheetKind::Labels || lines.is_some());
    let written = |(person, lines): &(NamedPerson, Option<Vec<String>>)| json!({ "name": text(&person.name), "lines": lines.iter().flatten().map(|line| text(line)).collect::<Vec<_>>() });
    data["addresses"] = wanted.map(written).collect::<Vec<_>>().into();
    data["skip"] = (what.skip % LABELS).into();
    let without = addresses.into_iter().filter(|(_, lines)| lines.is_none()).map(|(person, _)| person).collect();
    let template = match what.kind {
        LetterSheetKind::Letter => "/letter.typ",
        LetterSheetKind::Card => "/card.typ",
        LetterSheetKind::Envelope | LetterSheetKind::Labels => "/address.typ",
        LetterSheetKind::Handwriting | LetterSheetKind::Video => "/byhand.typ",
    };
    data["kind"] = word_of(what.kind).into();
    let set = set_data(vault, template, data)?;
    if what.kind == LetterSheetKind::Card && set.pages.count() > 2 {
        return Err(Error::invalid("text", "long"));
    }
    Ok(LetterSet { set, words: u32::try_from(spoken).unwrap_or(u32::MAX), without })
}

/// Whoever it is for, with the lines of their postal address: the one to use first, else the first one.
fn addressed(person: &Person) -> (NamedPerson, Option<Vec<String>>) {
    let mut known = person.reaches.iter().filter(|reach| reach.kind == ReachKind::Address);
    let first = known.clone().find(|reach| reach.preferred).or_else(|| known.next());
    let lines = first.map(|reach| {
        let lines = reach.value.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        let firm = Some(person.row.organisation.clone()).filter(|firm| !firm.is_empty());
        firm.into_iter().chain(lines).collect()
    });
    (NamedPerson { id: person.row.id, name: person.row.name.clone() }, lines)
}

/// What is said, a line each: a breath is taken after every sentence.
fn sentences(words: &str) -> Vec<String> {
    let mut all = Vec::new();
    for line in words.lines() {
        let mut rest = line.trim();
        while let Some(end) = rest.find(['.', '!', '?']) {
            let next = rest[end..].find(' ').map_or(rest.len(), |space| end + space);
            let (one, after) = rest.split_at(next);
            all.push(text(one));
            rest = after.trim_start();
        }
        if !rest.is_empty() {
            all.push(text(rest));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breath_is_taken_after_every_sentence() {
        assert_eq!(
            sentences("Dear Ana,\n\nThank you! It came at 9.30 on Monday. See you"),
            ["Dear Ana,", "Thank you!", "It came at 9.30", "on Monday.", "See you"]
        );
    }
}
