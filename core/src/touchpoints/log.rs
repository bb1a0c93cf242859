//! Writing a touchpoint down, correcting it, taking it out.

use super::kinds::{participant, touchpoint};
use super::{Channel, Direction, LOOP_STAGES, Touchpoint, get};
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::{PersonId, TouchId};
use crate::people::{self, PersonRef, STAGES};
use crate::vault::{Vault, Writer};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The longest a touchpoint can have taken: a week.
const MAX_MINUTES: u32 = 7 * 24 * 60;
/// Longest text of a touchpoint, in bytes.
const MAX_TEXT: usize = 1024 * 1024;

/// A touchpoint to be logged. Who and through what are needed; everything else has a sensible start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct LogTouchpoint {
    /// Who took part; at least one.
    pub people: Vec<PersonId>,
    /// Through what.
    pub channel: Channel,
    /// Who began it; we, when left out.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// When; now, when left out.
    #[serde(default)]
    pub at: Option<Millis>,
    /// A few words.
    #[serde(default)]
    pub title: Option<String>,
    /// What was said.
    #[serde(default)]
    pub text: Option<String>,
    /// How it felt, −2 … +2.
    #[serde(default)]
    pub felt: Option<i8>,
    /// The word for it.
    #[serde(default)]
    pub felt_word: Option<String>,
    /// Stage of the relationship; the person's own, when left out.
    #[serde(default)]
    pub stage: Option<String>,
    /// Stage of the loyalty loop.
    #[serde(default)]
    pub loop_stage: Option<String>,
    /// What it was for.
    #[serde(default)]
    pub purpose: Option<String>,
    /// How long it took us, in minutes.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// Fields of a touchpoint to be changed; those left out stay as they are.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, optional_fields)]
pub struct EditTouchpoint {
    /// The touchpoint.
    pub id: TouchId,
    /// When.
    #[serde(default)]
    pub at: Option<Millis>,
    /// Through what.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Who began it.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// A few words.
    #[serde(default)]
    pub title: Option<String>,
    /// What was said.
    #[serde(default)]
    pub text: Option<String>,
    /// How it felt, −2 … +2.
    #[serde(default)]
    pub felt: Option<i8>,
    /// The word for it.
    #[serde(default)]
    pub felt_word: Option<String>,
    /// Nobody said how it felt: takes the feeling and its word out.
    #[serde(default)]
    pub not_felt: Option<bool>,
    /// Stage of the relationship.
    #[serde(default)]
    pub stage: Option<String>,
    /// Stage of the loyalty loop.
    #[serde(default)]
    pub loop_stage: Option<String>,
    /// How long it took us, in minutes; 0 takes it back.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// Names one touchpoint.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct TouchRef {
    /// The touchpoint.
    pub id: TouchId,
}

/// Logs a touchpoint. When this returns, it is on the disk.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when nobody took part, or a value is out of its range.
pub fn log(vault: &Vault, new: LogTouchpoint) -> Result<Touchpoint> {
    let id = TouchId::make();
    let first = new.people.first().ok_or_else(|| Error::invalid("people", "empty"))?;
    let subject = people::named(vault, PersonRef { id: *first })?.name;
    vault.write("logTouchpoint", &subject, |w| insert(w, id, &new))?;
    get(vault, TouchRef { id })
}

/// Logs a touchpoint inside a larger step.
///
/// # Errors
/// As [`log`].
pub fn insert(w: &mut Writer<'_>, id: TouchId, new: &LogTouchpoint) -> Result<i64> {
    check_minutes(new.minutes)?;
    check(new.felt, new.stage.as_deref(), new.loop_stage.as_deref(), new.text.as_deref())?;
    let mut rids = Vec::new();
    for person in &new.people {
        let rid = w.rid(&people::kinds::person::KIND, *person)?;
        if !rids.contains(&rid) {
            rids.push(rid);
        }
    }
    let first = *rids.first().ok_or_else(|| Error::invalid("people", "empty"))?;
    let stage = match &new.stage {
        Some(stage) => stage.clone(),
        None => w.conn().prepare_cached("SELECT stage FROM person WHERE rid = ?1")?.query_row([first], |r| r.get(0))?,
    };
    let now = w.now();
    let text = |t: &Option<String>| Value::Text(t.as_deref().unwrap_or_default().trim().to_owned());
    let rid = w.insert(
        &touchpoint::KIND,
        id,
        &[
            (touchpoint::AT, new.at.unwrap_or(now).into()),
            (touchpoint::CHANNEL, new.channel.as_str().to_owned().into()),
            (touchpoint::DIRECTION, direction(new.direction.unwrap_or_default())),
            (touchpoint::TITLE, text(&new.title)),
            (touchpoint::TEXT, text(&new.text)),
            (touchpoint::FELT, new.felt.map(i64::from).into()),
            (touchpoint::FELT_WORD, text(&new.felt_word)),
            (touchpoint::STAGE, stage.into()),
            (touchpoint::LOOP_STAGE, text(&new.loop_stage)),
            (touchpoint::PURPOSE, text(&new.purpose)),
            (touchpoint::CREATED_AT, now.into()),
            (touchpoint::MINUTES, minutes(new.minutes)),
        ],
    )?;
    for person in rids {
        let cells = [(participant::TOUCHPOINT, rid.into()), (participant::PERSON, person.into())];
        w.insert(&participant::KIND, Uuid::now_v7(), &cells)?;
    }
    Ok(rid)
}

/// Corrects a touchpoint.
///
/// # Errors
/// As [`log`].
pub fn edit(vault: &Vault, change: EditTouchpoint) -> Result<Touchpoint> {
    check_minutes(change.minutes)?;
    check(change.felt, change.stage.as_deref(), change.loop_stage.as_deref(), change.text.as_deref())?;
    let id = change.id;
    let subject = get(vault, TouchRef { id })?.people.into_iter().next().map(|p| p.name).unwrap_or_default();
    vault.write("editTouchpoint", &subject, |w| {
        let rid = w.rid(&touchpoint::KIND, id)?;
        let text = |t: &Option<String>| t.as_ref().map(|t| Value::Text(t.trim().to_owned()));
        let (felt, felt_word) = match change.not_felt {
            Some(true) => (Some(Value::Null), Some(String::new().into())),
            _ => (change.felt.map(|f| i64::from(f).into()), text(&change.felt_word)),
        };
        let cells = [
            (touchpoint::AT, change.at.map(Value::from)),
            (touchpoint::CHANNEL, change.channel.map(|c| c.as_str().to_owned().into())),
            (touchpoint::DIRECTION, change.direction.map(direction)),
            (touchpoint::TITLE, text(&change.title)),
            (touchpoint::TEXT, text(&change.text)),
            (touchpoint::FELT, felt),
            (touchpoint::FELT_WORD, felt_word),
            (touchpoint::STAGE, text(&change.stage)),
            (touchpoint::LOOP_STAGE, text(&change.loop_stage)),
            (touchpoint::MINUTES, change.minutes.map(|m| minutes(Some(m)))),
        ];
        let given = cells.into_iter().filter_map(|(field, value)| Some((field, value?)));
        w.set_all(&touchpoint::KIND, rid, given).map(drop)
    })?;
    get(vault, TouchRef { id })
}

/// Takes a touchpoint out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: TouchRef) -> Result<()> {
    let subject = get(vault, input)?.people.into_iter().next().map(|p| p.name).unwrap_or_default();
    vault.write("removeTouchpoint", &subject, |w| {
        let rid = w.rid(&touchpoint::KIND, input.id)?;
        let mut rows = w.conn().prepare_cached("SELECT rid FROM participant WHERE touchpoint = ?1")?;
        for part in rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&participant::KIND, part)?;
        }
        w.remove(&touchpoint::KIND, rid)
    })
}

fn minutes(minutes: Option<u32>) -> Value {
    minutes.filter(|m| *m > 0).map(i64::from).into()
}

fn check_minutes(minutes: Option<u32>) -> Result<()> {
    if minutes.is_some_and(|m| m > MAX_MINUTES) { Err(Error::invalid("minutes", "range")) } else { Ok(()) }
}

fn direction(direction: Direction) -> Value {
    match direction {
        Direction::Outbound => "outbound".to_owned().into(),
        Direction::Inbound => "inbound".to_owned().into(),
    }
}

fn check(felt: Option<i8>, stage: Option<&str>, loop_stage: Option<&str>, text: Option<&str>) -> Result<()> {
    if felt.is_some_and(|f| !(-2..=2).contains(&f)) {
        return Err(Error::invalid("felt", "range"));
    }
    if stage.is_some_and(|s| !s.is_empty() && !STAGES.contains(&s)) {
        return Err(Error::invalid("stage", "unknown"));
    }
    if loop_stage.is_some_and(|s| !s.is_empty() && !LOOP_STAGES.contains(&s)) {
        return Err(Error::invalid("loopStage", "unknown"));
    }
    if text.is_some_and(|t| t.len() > MAX_TEXT) {
        return Err(Error::invalid("text", "tooLong"));
    }
    Ok(())
}
