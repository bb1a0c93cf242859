//! What a letter may know of its reader: only fields they may be addressed with, never a note.

use super::coach::{FormOfAddress, Letter, LetterConsent, LetterPerson, LetterSender};
use super::engine::{LastFields, LetterContext, PersonFields, SenderFields};
use super::known;
use super::known_names::KnownNames;
use super::letters::Draft;
use super::own_fields::{self, OwnFields};
use super::quieting;
use super::shared::Shared;
use crate::clock::to_utc;
use crate::consent::{self, ConsentState};
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::{self, Person, PersonRef};
use crate::settings::{self, Sender};
use crate::touchpoints::{self, Channel, TimelineFilter};
use crate::vault::Vault;
use chrono::Local;
use rusqlite::{Connection, OptionalExtension, params};

/// The language to write to a person in.
pub(super) fn language(vault: &Vault, person: PersonId) -> Result<String> {
    Ok(people::get(vault, PersonRef { id: person })?.language)
}

/// The person's address for a channel: the preferred one, else the first.
pub(super) fn address(c: &Connection, person: i64, channel: Channel) -> Result<Option<String>> {
    let kind = match channel {
        Channel::Email => "email",
        Channel::Post => "address",
        Channel::Chat | Channel::Social => "chat",
        _ => "phone",
    };
    let sql = "SELECT value FROM reach WHERE person = ?1 AND kind = ?2 ORDER BY preferred DESC, rid LIMIT 1";
    Ok(c.prepare_cached(sql)?.query_row(params![person, kind], |r| r.get(0)).optional()?)
}

/// What fills a template for a person.
pub(super) fn context(vault: &Vault, person: PersonId, language: &str, reason: &str) -> Result<LetterContext> {
    let person = people::get(vault, PersonRef { id: person })?;
    context_of(vault, person, settings::get(vault, ())?.sender, language, reason)
}

/// The same for a person who was read already, from a sender who is known.
pub(super) fn context_of(
    vault: &Vault,
    person: Person,
    sender: Sender,
    language: &str,
    reason: &str,
) -> Result<LetterContext> {
    let Person { row, given, family, address_as, prefix, .. } = person;
    let person = row.id;
    let page = TimelineFilter { person, channel: None, offset: None, limit: Some(1) };
    let last = touchpoints::timeline(vault, page)?.items.into_iter().next();
    let filled = |text: String| (!text.trim().is_empty()).then_some(text);
    let mut context = LetterContext {
        language: language.to_owned(),
        person: PersonFields {
            given: filled(given),
            family: filled(family),
            name: filled(row.name),
            preferred: filled(address_as),
            title: filled(prefix),
            role: filled(row.title),
        },
        organisation: filled(row.organisation),
        // The text of a touchpoint is the user's own note: only its title and its day may be spoken of.
        last: last.map_or_else(LastFields::default, |t| LastFields {
            when: Some(to_utc(t.at).with_timezone(&Local).date_naive()),
            words: None,
            topic: filled(topic(&t.title)),
            channel: None,
        }),
        sender: SenderFields {
            given: sender.name.split_whitespace().next().map(str::to_owned),
            name: filled(sender.name),
            role: filled(sender.role),
            organisation: filled(sender.organisation),
            phone: filled(sender.phone),
        },
        owed: own_fields::owed(vault, person)?.map(|text| topic(&text)).and_then(filled),
        reason: filled(reason.to_owned()),
        bought: bought(vault, person)?,
        today: Some(vault.clock().today()),
        ..LetterContext::default()
    };
    OwnFields::of(vault, person)?.add_to(&mut context);
    Ok(context)
}

/// What they bought last and did not give back.
fn bought(vault: &Vault, person: PersonId) -> Result<Option<String>> {
    let sql = "SELECT u.item FROM purchase u JOIN person p ON p.rid = u.person
               WHERE p.id = ?1 AND u.amount >= 0 AND u.item <> '' ORDER BY u.date DESC, u.rid DESC LIMIT 1";
    vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([person], |r| r.get(0)).optional()?))
}

/// "Renewal call" in the middle of a sentence is "renewal call"; "VAT export" stays.
fn topic(title: &str) -> String {
    let mut letters = title.trim().chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => title.trim().to_owned(),
    }
}

/// A letter as the coach reads it.
pub(super) fn letter(vault: &Vault, draft: &Draft, subject: String, text: String) -> Result<Letter> {
    let reference = PersonRef { id: draft.row.person.id };
    let person = people::get(vault, reference)?;
    let words = consent::of_person(vault, reference)?;
    let shared = Shared::of(vault)?;
    let sender = shared.sender.clone();
    let book = known::book(vault, draft, &person, &text, &shared)?;
    let opted_out_channels = words
        .words
        .iter()
        .filter(|w| w.state == ConsentState::OptedOut && !w.channel.is_empty())
        .map(|w| w.channel.clone())
        .collect();
    Ok(Letter {
        text,
        subject,
        kind: draft.row.kind,
        channel: draft.row.channel.as_str().to_owned(),
        language: draft.language.clone(),
        sender: LetterSender {
            display_name: sender.name.clone(),
            name: sender.name,
            email: sender.email,
            organisation: sender.organisation,
            solo: sender.solo,
        },
        person: LetterPerson {
            name: person.row.name,
            given: person.given,
            family: person.family,
            address_as: person.address_as,
            said: person.said,
            title: person.prefix,
            nicknames: vec![person.nickname].into_iter().filter(|n| !n.is_empty()).collect(),
            form_of_address: match person.form_of_address.as_str() {
                "formal" => FormOfAddress::Formal,
                "familiar" => FormOfAddress::Familiar,
                _ => FormOfAddress::Middle,
            },
        },
        consent: LetterConsent { opted_out_channels, do_not_contact: words.do_not_contact, ..LetterConsent::default() },
        today: vault.clock().today(),
        fallbacks: draft.fallbacks.clone(),
        attachments: draft.attachments.len(),
        habits: shared.habits,
        to: draft.to.clone().unwrap_or_default(),
        book,
        voice: shared.voice.clone(),
        names: Some(KnownNames::of(vault)?),
        ignored: {
            let here = draft.ignored.iter().filter_map(|id| serde_json::from_value(id.as_str().into()).ok());
            here.chain(quieting::about(&shared.quiet, draft.row.kind)).collect()
        },
    })
}
