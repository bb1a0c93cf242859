//! Reading touchpoints: a person's timeline, the curve of how it felt, and which channels carry how much.

use super::{Channel, Direction, TouchRef, Touchpoint, kinds};
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::{PersonId, TouchId};
use crate::people::{self, NamedPerson, Page, PersonRef};
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which touchpoints of a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct TimelineFilter {
    /// Whose.
    pub person: PersonId,
    /// Only through this channel.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Rows to pass over.
    #[serde(default)]
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// One point of the curve of how it felt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CurvePoint {
    /// When, in milliseconds since 1970.
    pub at: Millis,
    /// How it felt, −2 … +2.
    pub felt: i8,
    /// A few words about it.
    pub title: String,
}

/// How much of the log went through one channel.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChannelShare {
    /// The channel.
    pub channel: Channel,
    /// Touchpoints through it.
    pub touches: u32,
    /// Touchpoints through any.
    pub of: u32,
    /// Mean of how it felt where somebody said; with at least one.
    pub felt: Option<f64>,
    /// How many said.
    pub felt_n: u32,
}

/// A person's touchpoints, newest first.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn timeline(vault: &Vault, filter: TimelineFilter) -> Result<Page<Touchpoint>> {
    vault.read(|c| {
        let person = rid_of(c, &people::kinds::person::KIND, filter.person)?;
        let channel = filter.channel.map(Channel::as_str);
        let wanted = "FROM participant p JOIN touchpoint t ON t.rid = p.touchpoint
                      WHERE p.person = ?1 AND (?2 IS NULL OR t.channel = ?2)";
        let total = c
            .prepare_cached(&format!("SELECT count(*) {wanted}"))?
            .query_row(params![person, channel], |r| r.get(0))?;
        let sql = format!("SELECT p.touchpoint {wanted} ORDER BY p.at DESC, p.touchpoint DESC LIMIT ?3 OFFSET ?4");
        let limit = filter.limit.unwrap_or(50).min(500);
        let mut rids = c.prepare_cached(&sql)?;
        let rids = rids.query_map(params![person, channel, limit, filter.offset.unwrap_or(0)], |r| r.get(0))?;
        let rids = rids.collect::<rusqlite::Result<Vec<i64>>>()?;
        let items = rids.into_iter().map(|rid| touchpoint_of(c, rid)).collect::<Result<_>>()?;
        Ok(Page { items, total })
    })
}

/// The newest touchpoints of everybody.
///
/// # Errors
/// When the vault cannot be read.
pub fn recent(vault: &Vault, limit: u32) -> Result<Vec<Touchpoint>> {
    vault.read(|c| {
        let mut rids = c.prepare_cached("SELECT rid FROM touchpoint ORDER BY at DESC, rid DESC LIMIT ?1")?;
        let rids = rids.query_map([limit.min(500)], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        rids.into_iter().map(|rid| touchpoint_of(c, rid)).collect()
    })
}

/// One touchpoint.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn get(vault: &Vault, input: TouchRef) -> Result<Touchpoint> {
    vault.read(|c| touchpoint_of(c, rid_of(c, &kinds::touchpoint::KIND, input.id)?))
}

/// The touchpoint of a row.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn touchpoint_of(c: &Connection, rid: i64) -> Result<Touchpoint> {
    let sql = "SELECT p.id, p.name FROM participant x JOIN person p ON p.rid = x.person WHERE x.touchpoint = ?1 ORDER BY x.rid";
    let mut people = c.prepare_cached(sql)?;
    let people = people.query_map([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?;
    let people = people.collect::<rusqlite::Result<_>>()?;
    let sql = "SELECT id, at, channel, direction, title, text, felt, felt_word, stage, loop_stage, purpose, minutes FROM touchpoint WHERE rid = ?1";
    Ok(c.prepare_cached(sql)?.query_row([rid], |r| {
        Ok(Touchpoint {
            id: r.get::<_, TouchId>(0)?,
            at: r.get(1)?,
            channel: Channel::from_text(r.get_ref(2)?.as_str()?),
            direction: if r.get_ref(3)?.as_str()? == "inbound" { Direction::Inbound } else { Direction::Outbound },
            title: r.get(4)?,
            text: r.get(5)?,
            felt: r.get(6)?,
            felt_word: r.get(7)?,
            stage: r.get(8)?,
            loop_stage: r.get(9)?,
            purpose: r.get(10)?,
            minutes: r.get(11)?,
            people,
        })
    })?)
}

/// How it felt over time: the last 200 touchpoints that say, oldest first.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn curve(vault: &Vault, input: PersonRef) -> Result<Vec<CurvePoint>> {
    vault.read(|c| {
        let person = rid_of(c, &people::kinds::person::KIND, input.id)?;
        let sql = "SELECT t.at, t.felt, t.title FROM participant p JOIN touchpoint t ON t.rid = p.touchpoint
                   WHERE p.person = ?1 AND t.felt IS NOT NULL ORDER BY p.at DESC LIMIT 200";
        let mut points = c.prepare_cached(sql)?;
        let points =
            points.query_map([person], |r| Ok(CurvePoint { at: r.get(0)?, felt: r.get(1)?, title: r.get(2)? }))?;
        let mut points = points.collect::<rusqlite::Result<Vec<_>>>()?;
        points.reverse();
        Ok(points)
    })
}

const CHANNELS: &str =
    "SELECT channel, touches, sum(touches) OVER (), iif(felt_n > 0, felt * 1.0 / felt_n, NULL), felt_n
                        FROM channel_stat WHERE touches > 0 ORDER BY 2 DESC, 1";

/// How much of the log went through each channel that was used, largest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn channels(vault: &Vault, (): ()) -> Result<Vec<ChannelShare>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(CHANNELS)?;
        let rows = rows.query_map([], |r| {
            Ok(ChannelShare {
                channel: Channel::from_text(r.get_ref(0)?.as_str()?),
                touches: r.get(1)?,
                of: r.get(2)?,
                felt: r.get(3)?,
                felt_n: r.get(4)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
