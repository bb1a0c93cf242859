//! What the book knows of a person, as the coach compares a letter with it.

use super::alike::alike;
use super::coach::{KnownFact, LastExchange, LetterBook};
use super::letters::Draft;
use super::own_fields::OwnFields;
use super::shared::Shared;
use crate::clock::{DAY, Millis, day_of};
use crate::error::Result;
use crate::feedback;
use crate::people::{Person, kinds::person};
use crate::promises::{self, Statement};
use crate::touchpoints::{self, Channel, Direction, TimelineFilter, Touchpoint};
use crate::vault::{Vault, rid_of};
use chrono::NaiveDate;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// How many exchanges are looked at.
const EXCHANGES: u32 = 40;

/// What the book knows of the person a letter goes to, and of other letters.
pub(super) fn book(vault: &Vault, draft: &Draft, person: &Person, text: &str, shared: &Shared) -> Result<LetterBook> {
    let page = TimelineFilter { person: person.row.id, channel: None, offset: None, limit: Some(EXCHANGES) };
    let touches = touchpoints::timeline(vault, page)?.items;
    let rid = vault.read(|c| rid_of(c, &person::KIND, person.row.id))?;
    let today = vault.clock().today();
    let promised = vault.read(|c| promised(c, rid))?;
    let bought = vault.read(|c| bought(c, rid))?;
    let colleagues = vault.read(|c| colleagues(c, rid))?;
    // Who looked at it again knows what happened until then.
    let sql = "SELECT max(created_at, coalesce(looked_at, 0)) FROM draft WHERE id = ?1";
    let begun = vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([draft.row.id], |r| r.get(0))?))?;
    let own = OwnFields::of(vault, person.row.id)?;
    let last = touches.first();
    let overdue = promised.iter().filter(|(_, due)| due.is_some_and(|due| due < today));
    let own_dates = person.dates.iter().map(|date| date.label.clone());
    let mut told: Vec<String> = touches.iter().filter(|touch| says(touch)).map(spoken).collect();
    told.extend(own_dates.clone());
    Ok(LetterBook {
        last: last.map(|touch| LastExchange {
            day: day_of(touch.at),
            text: spoken(touch),
            felt: touch.felt.unwrap_or(0),
        }),
        is_stale: last.is_some_and(|touch| touch.at > begun && Some(touch.at) != written_at(draft)),
        open_complaint: vault.read(|c| feedback::complains(c, rid))?,
        anchors: bought
            .iter()
            .map(|(item, _)| item.clone())
            .chain(promised.iter().map(|(what, _)| what.clone()))
            .chain(own_dates)
            .filter(|one| !one.trim().is_empty())
            .collect(),
        told,
        may_be_sensitive: own.may_be_sensitive,
        unspoken: own.unspoken(),
        bought: own.bought(),
        overdue: overdue.map(|(what, _)| what.clone()).collect(),
        due: shared.due.clone(),
        personal: person
            .reaches
            .iter()
            .map(|reach| reach.value.clone())
            .chain(bought.into_iter().map(|(_, reference)| reference))
            .collect(),
        internal: internal(&person.note).chain(touches.iter().flat_map(|touch| internal(&touch.text))).collect(),
        preferred_channel: person.preferred_channel.clone(),
        language: person.language.clone(),
        sent_week: sent_since(&touches, vault.clock().now() - 7 * DAY),
        sent_month: sent_since(&touches, vault.clock().now() - 30 * DAY),
        unanswered: unanswered(&touches),
        alike: alike(vault, draft.row.id, rid, &person.row.name, text)?,
        colleagues,
        facts: vault.read(|c| facts(c, rid, today, &touches))?,
        is_proven: vault.read(|c| promises::is_proven(c, &today.to_string()))?,
    })
}

/// What may be expected, what they were told, and what was written to them.
fn facts(c: &Connection, person: i64, today: NaiveDate, touches: &[Touchpoint]) -> Result<Vec<KnownFact>> {
    let fact = |one: Statement, told| KnownFact {
        name: one.name,
        text: one.text,
        topic: Some(one.topic),
        day: one.day.parse().unwrap_or_default(),
        told,
    };
    let mut facts: Vec<KnownFact> =
        promises::holding(c, &today.to_string())?.into_iter().map(|one| fact(one, false)).collect();
    facts.extend(promises::told_to(c, person, EXCHANGES)?.into_iter().map(|one| fact(one, true)));
    let ours = touches.iter().filter(|touch| touch.direction == Direction::Outbound && is_message(touch.channel));
    facts.extend(ours.map(|touch| KnownFact {
        text: spoken(touch),
        day: day_of(touch.at),
        told: true,
        ..KnownFact::default()
    }));
    Ok(facts)
}

/// When this letter went, where it did: its own touchpoint makes it no older.
fn written_at(draft: &Draft) -> Option<Millis> {
    (draft.row.status == super::letters::DraftStatus::Sent).then_some(draft.row.changed_at)
}

/// Whether they said something in it: a message has one voice, a call has two.
fn says(touch: &Touchpoint) -> bool {
    touch.direction == Direction::Inbound || !is_message(touch.channel)
}

fn is_message(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Post | Channel::Chat | Channel::Social)
}

fn spoken(touch: &Touchpoint) -> String {
    format!("{}. {}", touch.title, touch.text)
}

fn sent_since(touches: &[Touchpoint], since: Millis) -> u32 {
    let sent = touches.iter().filter(|touch| touch.at >= since && touch.direction == Direction::Outbound);
    u32::try_from(sent.filter(|touch| is_message(touch.channel)).count()).unwrap_or(u32::MAX)
}

/// Messages to them, newest first, before one in which they said something.
fn unanswered(touches: &[Touchpoint]) -> u32 {
    u32::try_from(touches.iter().take_while(|touch| !says(touch)).count()).unwrap_or(u32::MAX)
}

/// Lines of a note that are marked as internal.
fn internal(note: &str) -> impl Iterator<Item = String> {
    let marks = ["internal:", "intern:", "interno:", "interna:"];
    note.lines().map(str::trim).filter_map(move |line| {
        let lower = line.to_lowercase();
        let mark = marks.iter().find(|mark| lower.starts_with(**mark))?;
        line.get(mark.len()..).map(|rest| rest.trim().to_owned()).filter(|rest| !rest.is_empty())
    })
}

/// What is promised to them and not done, with its day.
fn promised(c: &Connection, person: i64) -> Result<Vec<(String, Option<NaiveDate>)>> {
    let sql = "SELECT text, due FROM task WHERE person = ?1 AND promised = 1 AND done_at IS NULL ORDER BY due LIMIT 20";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([person], |r| Ok((r.get(0)?, r.get_ref(1)?.as_str()?.parse().ok())))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How much is promised for each day, to anybody.
pub(super) fn due(c: &Connection) -> Result<BTreeMap<NaiveDate, u32>> {
    let sql = "SELECT due, count(*) FROM task WHERE promised = 1 AND done_at IS NULL AND due <> '' GROUP BY due";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([], |r| Ok((r.get_ref(0)?.as_str()?.parse().ok(), r.get(1)?)))?;
    let rows: Vec<(Option<NaiveDate>, u32)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().filter_map(|(day, count)| Some((day?, count))).collect())
}

/// What they bought, and its reference.
fn bought(c: &Connection, person: i64) -> Result<Vec<(String, String)>> {
    let sql = "SELECT item, reference FROM purchase WHERE person = ?1 ORDER BY date DESC LIMIT 30";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([person], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The firms somebody belongs to, the people who work there too, and those they have a tie with.
fn colleagues(c: &Connection, person: i64) -> Result<Vec<String>> {
    let sql = "SELECT o.name FROM role r JOIN organisation o ON o.rid = r.organisation WHERE r.person = ?1
               UNION SELECT p.name FROM role mine JOIN role r ON r.organisation = mine.organisation
                 JOIN person p ON p.rid = r.person WHERE mine.person = ?1
               UNION SELECT p.name FROM tie t JOIN person p ON p.rid = t.other WHERE t.person = ?1
               UNION SELECT p.name FROM tie t JOIN person p ON p.rid = t.person WHERE t.other = ?1 LIMIT 2000";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map(params![person], |r| r.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
