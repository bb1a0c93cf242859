//! What was decided about a kind of touchpoint: to keep it, to fix it, to stop it, and why.

use super::JourneyRef;
use super::kinds::{journey, verdict};
use super::maps::title_of;
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::{JourneyId, JourneyVerdictId};
use crate::people::STAGES;
use crate::touchpoints::Channel;
use crate::typed;
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What is to become of a kind of touchpoint (seed 64de, synthesis).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TouchVerdict {
    /// It stays as it is.
    Keep,
    /// It is to be made better.
    Fix,
    /// It is to be given up.
    Stop,
}

impl TouchVerdict {
    const ALL: [(Self, &'static str); 3] = [(Self::Keep, "keep"), (Self::Fix, "fix"), (Self::Stop, "stop")];

    fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }
}

/// A verdict with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct VerdictSaid {
    /// What was decided.
    pub verdict: TouchVerdict,
    /// Why; empty: nobody said.
    pub reason: String,
    /// When, in milliseconds since 1970.
    pub at: Millis,
}

/// A verdict to be written down.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct JudgeTouch {
    /// The map.
    pub journey: JourneyId,
    /// Through what.
    pub channel: Channel,
    /// Stage of the relationship; empty: touchpoints that name none.
    pub lifecycle: String,
    /// What is decided; nothing takes the verdict and its reason out.
    #[serde(default)]
    pub verdict: Option<TouchVerdict>,
    /// Why; stays as it is when left out.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Decides about a kind of touchpoint.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when there is no such stage; [`crate::error::Code::TooLarge`];
/// [`crate::error::Code::NotFound`].
pub fn judge(vault: &Vault, input: JudgeTouch) -> Result<()> {
    if !input.lifecycle.is_empty() && !STAGES.contains(&input.lifecycle.as_str()) {
        return Err(Error::invalid("lifecycle", "unknown"));
    }
    let reason = input.reason.as_deref().map(|text| typed::limited("reason", text)).transpose()?;
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.journey)?))?;
    vault.write("judgeTouch", &title, |w| {
        let map = w.rid(&journey::KIND, input.journey)?;
        let rows = rows_of(w.conn(), map, input.channel, &input.lifecycle)?;
        let Some(decided) = input.verdict else {
            return rows.into_iter().try_for_each(|rid| w.remove(&verdict::KIND, rid));
        };
        let word = decided.as_str();
        let Some(rid) = rows.last().copied() else {
            let cells = [
                (verdict::JOURNEY, map.into()),
                (verdict::CHANNEL, input.channel.as_str().to_owned().into()),
                (verdict::LIFECYCLE, input.lifecycle.clone().into()),
                (verdict::VERDICT, word.to_owned().into()),
                (verdict::REASON, reason.unwrap_or_default().into()),
                (verdict::AT, w.now().into()),
            ];
            w.insert(&verdict::KIND, JourneyVerdictId::make(), &cells)?;
            return Ok(());
        };
        let mut changed = w.set(&verdict::KIND, rid, verdict::VERDICT, word.to_owned())?;
        if let Some(reason) = reason {
            changed |= w.set(&verdict::KIND, rid, verdict::REASON, reason)?;
        }
        if changed {
            let now = w.now();
            w.set(&verdict::KIND, rid, verdict::AT, now)?;
        }
        Ok(())
    })
}

/// Takes out every verdict of the map in row `map` as part of a larger step.
pub(super) fn take_out(w: &mut Writer<'_>, map: i64) -> Result<()> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM journey_verdict WHERE journey = ?1")?;
    let rows = rows.query_map([map], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    rows.into_iter().try_for_each(|rid| w.remove(&verdict::KIND, rid))
}

/// The verdicts of a map by channel and stage. Where two devices decided apart from each other, the later one holds.
pub(super) fn of_map(c: &Connection, map: JourneyRef) -> Result<BTreeMap<(Channel, String), VerdictSaid>> {
    let map = rid_of(c, &journey::KIND, map.id)?;
    let sql = "SELECT channel, lifecycle, verdict, reason, at FROM journey_verdict WHERE journey = ?1 ORDER BY at, rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([map], |r| {
        let word: String = r.get(2)?;
        let verdict = TouchVerdict::ALL.into_iter().find(|(_, known)| *known == word);
        let key = (Channel::from_text(&r.get::<_, String>(0)?), r.get::<_, String>(1)?);
        Ok((key, verdict.map(|(verdict, _)| verdict), r.get(3)?, r.get(4)?))
    })?;
    let mut found = BTreeMap::new();
    for row in rows {
        // A word of a newer program is no verdict here.
        if let (key, Some(verdict), reason, at) = row? {
            found.insert(key, VerdictSaid { verdict, reason, at });
        }
    }
    Ok(found)
}

fn rows_of(c: &Connection, map: i64, channel: Channel, lifecycle: &str) -> Result<Vec<i64>> {
    let sql = "SELECT rid FROM journey_verdict WHERE journey = ?1 AND channel = ?2 AND lifecycle = ?3 ORDER BY at, rid";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map(rusqlite::params![map, channel.as_str(), lifecycle], |r| r.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
