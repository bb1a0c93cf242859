//! How giving felt to us: one word after a gesture, and what it comes to (row M198: boosted morale).

use super::kinds::gesture;
use super::ledger::{Gesture, one};
use crate::error::{Error, Result};
use crate::ids::GestureId;
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Days of the history.
const DAYS: u32 = 24;

/// How giving felt to us.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SayMood {
    /// The gesture.
    pub id: GestureId,
    /// −2 … +2; nothing: takes it back.
    #[serde(default)]
    pub mood: Option<i8>,
}

/// How a gesture felt to us and to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct MoodDay {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// How giving felt to us.
    pub ours: i8,
    /// How it was taken, when somebody said.
    pub theirs: Option<i8>,
}

/// How giving has felt to us.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GivingMood {
    /// The last gestures of which somebody said so, oldest first; twenty-four at most.
    pub days: Vec<MoodDay>,
    /// Of how many gestures somebody said so.
    pub said: u32,
    /// How it felt on average.
    pub mean: Option<f64>,
}

/// Says how giving felt to us.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when it lies outside −2 … +2.
pub fn say_mood(vault: &Vault, input: SayMood) -> Result<Gesture> {
    if input.mood.is_some_and(|mood| !(-2..=2).contains(&mood)) {
        return Err(Error::invalid("mood", "range"));
    }
    let name = one(vault, input.id)?.person.name;
    vault.write("sayMood", &name, |w| {
        let rid = w.rid(&gesture::KIND, input.id)?;
        w.set(&gesture::KIND, rid, gesture::OUR_MOOD, input.mood.map(i64::from))
    })?;
    one(vault, input.id)
}

/// How giving has felt to us.
///
/// # Errors
/// When the vault cannot be read.
pub fn giving_mood(vault: &Vault, (): ()) -> Result<GivingMood> {
    vault.read(|c| {
        let (said, mean) =
            c.query_row("SELECT count(our_mood), avg(our_mood) FROM gesture", [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let sql = "SELECT g.day, g.our_mood, g.rid FROM gesture g WHERE g.our_mood IS NOT NULL ORDER BY g.day DESC, g.rid DESC LIMIT ?1";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([DAYS], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let mut days = Vec::new();
        for row in rows.collect::<rusqlite::Result<Vec<(String, i8, i64)>>>()? {
            let (day, ours, rid) = row;
            days.push(MoodDay { day, ours, theirs: super::ledger::felt_of(c, rid)? });
        }
        days.reverse();
        Ok(GivingMood { days, said, mean })
    })
}
