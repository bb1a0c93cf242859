//! A call that is offered in a letter: as an appointment (`.ics`, RFC 5545) among the files that go with it.

use super::attachments::{self, Attach};
use super::letters::{Draft, DraftRef, get};
use crate::clock::{Millis, to_utc};
use crate::error::{Error, Result};
use crate::ids::DraftId;
use crate::settings;
use crate::typed;
use crate::vault::Vault;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// The longest call, in minutes.
const LONGEST: u32 = 480;
/// The longest line of the format, in bytes, without its end.
const LINE: usize = 75;

/// A call to be offered.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct OfferCall {
    /// The letter that offers it.
    pub draft: DraftId,
    /// When it begins, in milliseconds since 1970.
    pub at: Millis,
    /// How long it takes; 30 when left out.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// What it is about, as both read it in their calendars.
    pub title: String,
}

/// Puts an appointment beside a letter. Its reader takes it into their calendar, or does not: nothing is sent.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it has no title, is over already or takes more than eight hours.
pub fn offer_call(vault: &Vault, input: OfferCall) -> Result<Draft> {
    let minutes = input.minutes.unwrap_or(30);
    if !(5..=LONGEST).contains(&minutes) {
        return Err(Error::invalid("minutes", "range"));
    }
    let title = typed::needed_to(500, "title", &input.title)?;
    let now = vault.clock().now();
    if input.at <= now {
        return Err(Error::invalid("at", "past"));
    }
    let letter = get(vault, DraftRef { id: input.draft })?;
    let sender = settings::get(vault, ())?.sender;
    let file =
        appointment(&Appointment { id: Uuid::now_v7(), now, at: input.at, minutes, title: &title, by: &sender.name });
    let name = format!("call-{}.ics", to_utc(input.at).format("%Y-%m-%d"));
    attachments::attach(
        vault,
        Attach { draft: letter.row.id, name, base64: data_encoding::BASE64.encode(file.as_bytes()) },
    )
}

struct Appointment<'a> {
    id: Uuid,
    now: Millis,
    at: Millis,
    minutes: u32,
    title: &'a str,
    by: &'a str,
}

/// The appointment as calendars read it: in universal time, so that each shows it in its own.
fn appointment(call: &Appointment<'_>) -> String {
    let stamp = |at: Millis| to_utc(at).format("%Y%m%dT%H%M%SZ").to_string();
    let end = call.at + i64::from(call.minutes) * 60_000;
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Rapport//Letters//EN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", call.id),
        format!("DTSTAMP:{}", stamp(call.now)),
        format!("DTSTART:{}", stamp(call.at)),
        format!("DTEND:{}", stamp(end)),
        format!("SUMMARY:{}", escaped(call.title)),
        if call.by.is_empty() { String::new() } else { format!("CONTACT:{}", escaped(call.by)) },
        "STATUS:TENTATIVE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ] {
        if !line.is_empty() {
            fold(&line, &mut file);
        }
    }
    file
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Writes a line, broken where it is too long, never inside a character.
fn fold(line: &str, file: &mut String) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        file.push(letter);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use calcard::{Entry, Parser};

    #[test]
    fn calendars_read_it_back() {
        let title =
            "Läuft es? Ein Gespräch über die neue Mühle; Anfang, Ende – und “alles” dazwischen, bei Kaffee \\ Tee";
        let call = Appointment { id: Uuid::nil(), now: 0, at: 1_795_424_400_000, minutes: 20, title, by: "Zoë" };
        let file = appointment(&call);
        assert!(file.lines().all(|line| line.len() <= LINE) && file.ends_with("END:VCALENDAR\r\n"), "{file}");
        assert!(file.contains("DTSTART:20261123T090000Z\r\nDTEND:20261123T092000Z\r\n"), "{file}");
        let Entry::ICalendar(read) = Parser::new(&file).entry() else { panic!("no calendar: {file}") };
        let said = format!("{read:?}");
        assert!(
            said.contains("Läuft es? Ein Gespräch über die neue Mühle; Anfang, Ende – und “alles” dazwischen"),
            "{said}"
        );
    }
}
