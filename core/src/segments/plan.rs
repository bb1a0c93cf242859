//! What one wants of a segment beside its rule: how close (seed 64de, when a transactional focus works), what they hear
//! from us how often, what they need, and when somebody looked at all of it last.

use super::beside::rows;
use super::kinds::segment;
use super::{SegmentName, SegmentRef};
use crate::clock::day_of;
use crate::error::{Error, Result};
use crate::ids::{NeedId, SegmentId, TalkId};
use crate::typed;
use crate::vault::{Field, Vault, Writer, rid_of};
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How close a relationship is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Intensity {
    /// Quick and convenient; nobody waits for a word from us.
    Transactional,
    /// A word now and then.
    Light,
    /// We know each other.
    Close,
}

impl Intensity {
    pub(super) const ALL: [(&str, Self); 3] =
        [("transactional", Self::Transactional), ("light", Self::Light), ("close", Self::Close)];

    pub(super) fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(word, _)| *word == text).map(|(_, it)| it)
    }
}

/// What one wants of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentPlan {
    /// Which segment.
    pub segment: SegmentName,
    /// How close we want to be; nothing: not said.
    pub intensity: Option<Intensity>,
    /// Why.
    pub why: String,
    /// How close they expect us to be; nothing: nobody asked.
    pub expected: Option<Intensity>,
    /// The day somebody looked at it last: said so, or made it. `YYYY-MM-DD`.
    pub looked_on: String,
    /// The day to look at it again, `YYYY-MM-DD`; empty: none.
    pub review_on: String,
    /// What they hear from us, oldest line first.
    pub talks: Vec<SegmentTalk>,
    /// What they need, oldest first.
    pub needs: Vec<SegmentNeed>,
}

/// What a segment hears from us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentTalk {
    /// Names it.
    pub id: TalkId,
    /// Through what, as in the list of channels.
    pub channel: String,
    /// How often, in days; 0: when there is a reason.
    pub every_days: u32,
    /// About what.
    pub about: String,
}

/// What a segment needs, and what we do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SegmentNeed {
    /// Names it.
    pub id: NeedId,
    /// What they need.
    pub need: String,
    /// What we do about it; empty: nothing yet.
    pub action: String,
}

/// What is to be changed of a plan; what is left out stays, an empty text takes out what was there.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PlanInput {
    /// Of which segment.
    #[ts(optional = false, type = "string")]
    pub id: Option<SegmentId>,
    /// `transactional`, `light` or `close`.
    pub intensity: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// What they expect, in the same words.
    pub expected: Option<String>,
    /// The day somebody looked at it.
    pub looked_on: Option<String>,
    /// The day to look again.
    pub review_on: Option<String>,
    /// What the task of that day says; without it the list of what is to be done stays as it is.
    pub task: Option<String>,
}

/// What one wants of a segment.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn plan(vault: &Vault, input: SegmentRef) -> Result<SegmentPlan> {
    vault.read(|c| {
        let rid = rid_of(c, &segment::KIND, input.id)?;
        let sql = "SELECT intensity, intensity_why, expected, looked_on, review_on, created_at, id, name, hue FROM segment WHERE rid = ?1";
        let plan = c.prepare_cached(sql)?.query_row([rid], |r| {
            let word = |i| Ok::<_, rusqlite::Error>(Intensity::from_text(r.get_ref(i)?.as_str()?));
            let looked: String = r.get(3)?;
            Ok(SegmentPlan {
                segment: SegmentName { id: r.get(6)?, name: r.get(7)?, hue: r.get(8)? },
                intensity: word(0)?,
                why: r.get(1)?,
                expected: word(2)?,
                looked_on: if looked.is_empty() { day_of(r.get(5)?).to_string() } else { looked },
                review_on: r.get(4)?,
                talks: Vec::new(),
                needs: Vec::new(),
            })
        })?;
        let talks = "SELECT id, channel, every_days, about FROM segment_talk WHERE segment = ?1 ORDER BY id";
        let talk =
            |r: &Row<'_>| Ok(SegmentTalk { id: r.get(0)?, channel: r.get(1)?, every_days: r.get(2)?, about: r.get(3)? });
        let needs = "SELECT id, need, action FROM segment_need WHERE segment = ?1 ORDER BY id";
        let need = |r: &Row<'_>| Ok(SegmentNeed { id: r.get(0)?, need: r.get(1)?, action: r.get(2)? });
        Ok(SegmentPlan { talks: rows(c, talks, rid, talk)?, needs: rows(c, needs, rid, need)?, ..plan })
    })
}

/// Changes what one wants of a segment, as part of a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] for a word or a day that there is not; [`crate::error::Code::TooLarge`].
pub fn set_plan(w: &mut Writer<'_>, id: SegmentId, input: &PlanInput) -> Result<()> {
    let rid = w.rid(&segment::KIND, id)?;
    let mut set = |field: Field, value: &Option<String>, check: &dyn Fn(&str) -> Result<()>| -> Result<()> {
        let Some(value) = value.as_deref().map(str::trim) else { return Ok(()) };
        if !value.is_empty() {
            check(value)?;
        }
        w.set(&segment::KIND, rid, field, value.to_owned()).map(drop)
    };
    let word = |field: &'static str| {
        move |text: &str| match Intensity::from_text(text) {
            Some(_) => Ok(()),
            None => Err(Error::invalid(field, "unknown")),
        }
    };
    set(segment::INTENSITY, &input.intensity, &word("intensity"))?;
    set(segment::EXPECTED, &input.expected, &word("expected"))?;
    set(segment::INTENSITY_WHY, &input.why, &|text| typed::limited("why", text).map(drop))?;
    set(segment::LOOKED_ON, &input.looked_on, &|text| typed::day("lookedOn", text).map(drop))?;
    set(segment::REVIEW_ON, &input.review_on, &|text| typed::day("reviewOn", text).map(drop))
}
