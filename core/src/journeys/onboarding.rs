//! How new customers fare: who is new, how long they heard nothing, who says they are lost, and whether the steps of the map
//! come in time (seed 64de: onboarding that confuses, customers who feel abandoned).

use super::kinds::journey;
use super::lost::LostKind;
use super::maps::title_of;
use super::newcomers::{self, Newcomer, STAGE, StartedBy};
use super::passes::Passes;
use super::read::{named, people_of, segment_of, stages};
use super::waits::{OnboardingStep, waits};
use crate::clock::{DAY, Millis};
use crate::error::{Error, Result};
use crate::ids::JourneyId;
use crate::people::{self, PersonRow};
use crate::segments::SegmentName;
use crate::touchpoints::{self, Touchpoint};
use crate::vault::{Vault, rid_of};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use ts_rs::TS;

/// For how many days after the first purchase somebody is new, and after how many without contact they are left alone,
/// when nobody said.
const USUAL: (i64, i64) = (90, 14);
/// Longest time that can be asked for, in days.
const LONGEST: u16 = 3650;
/// Most people at a time.
const MOST: u32 = 200;
/// How many of the touchpoints that speak of it are shown.
const QUOTED: usize = 10;

/// Of which map, and which of its new people.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct OnboardingAsk {
    /// The map.
    pub id: JourneyId,
    /// Everybody who is new, not only those left alone.
    #[serde(default)]
    pub everybody: Option<bool>,
    /// Rows to pass over.
    #[serde(default)]
    pub offset: Option<u32>,
    /// Rows wanted; 20 when left out, 200 at most.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What the check takes for new, and for left alone; what is left out stays as it is.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct SetOnboarding {
    /// The map.
    pub id: JourneyId,
    /// For how many days after the first purchase somebody is new.
    #[serde(default)]
    pub new_days: Option<u16>,
    /// After how many days without contact somebody is left alone.
    #[serde(default)]
    pub alone_days: Option<u16>,
}

/// How new customers fare.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OnboardingCheck {
    /// The map.
    pub id: JourneyId,
    /// What it is called.
    pub title: String,
    /// Whose journey it is; nothing: nobody's in particular, or the segment was removed.
    pub segment: Option<SegmentName>,
    /// Whether its segment is gone: then nobody is looked at.
    pub segment_gone: bool,
    /// For how many days after the first purchase somebody is new.
    pub new_days: u16,
    /// After how many days without contact somebody is left alone.
    pub alone_days: u16,
    /// How many people are new.
    pub people: u32,
    /// How many of them stand at the stage of onboarding; the others bought for the first time of late.
    pub at_stage: u32,
    /// How many heard nothing since their start.
    pub unheard: u32,
    /// How many are left alone.
    pub alone: u32,
    /// Steps of the map that name the stage of onboarding, in order.
    pub steps: Vec<OnboardingStep>,
    /// Words for feelings by which they say that they are confused or abandoned, the most frequent first.
    pub words: Vec<OnboardingWord>,
    /// The last touchpoints that say so, newest first.
    pub said: Vec<Touchpoint>,
    /// Those left alone, or everybody, the longest silence first.
    pub rows: Vec<OnboardingPerson>,
}

/// A word by which people say that they are being lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OnboardingWord {
    /// As it was logged.
    pub word: String,
    /// What it says.
    pub kind: LostKind,
    /// In how many touchpoints.
    pub touches: u32,
    /// By how many people.
    pub people: u32,
}

/// Somebody who is new.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct OnboardingPerson {
    /// Who.
    pub person: PersonRow,
    /// When they started, in milliseconds since 1970.
    pub start: Millis,
    /// What that is taken from.
    pub by: StartedBy,
    /// How many touchpoints there were since.
    pub touches: u32,
    /// Days since the last one, or since their start when there was none.
    pub silent_days: u32,
    /// The longest time without one since their start, in days.
    pub longest_days: u32,
    /// The last word by which they said that they are being lost; nothing: they said none.
    pub word: Option<String>,
}

/// Looks how new customers fare.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn onboarding(vault: &Vault, input: OnboardingAsk) -> Result<OnboardingCheck> {
    let (title, segment, new_days, alone_days, steps) = vault.read(|c| {
        let rid = rid_of(c, &journey::KIND, input.id)?;
        let sql = "SELECT title, segment, new_days, alone_days FROM journey WHERE rid = ?1";
        let (title, segment, new, alone) = c.prepare_cached(sql)?.query_row([rid], |r| {
            Ok((r.get(0)?, r.get::<_, String>(1)?, r.get::<_, Option<i64>>(2)?, r.get::<_, Option<i64>>(3)?))
        })?;
        let steps = stages(c, rid, None)?.into_iter().flat_map(|stage| stage.steps);
        let steps: Vec<_> = steps.filter(|step| step.lifecycle == STAGE).collect();
        Ok((title, segment, new.unwrap_or(USUAL.0), alone.unwrap_or(USUAL.1), steps))
    })?;
    let people = people_of(vault, &segment)?;
    let new = people.as_ref().map(|people| newcomers::of(vault, people, new_days)).transpose()?.unwrap_or_default();
    let now = vault.clock().now();
    let passes = Passes::of(vault)?;
    let lost = Lost::of(&passes, &new, now);
    let mut shown: Vec<&Newcomer> = new.iter().collect();
    let left = |one: &Newcomer| now - one.quiet_since() >= alone_days * DAY;
    let alone = size(new.iter().filter(|one| left(one)).count());
    shown.retain(|one| input.everybody == Some(true) || left(one));
    shown.sort_by_key(|one| (one.quiet_since(), one.person));
    let part = shown.into_iter().skip(input.offset.unwrap_or(0) as usize);
    let part = part.take(input.limit.unwrap_or(20).min(MOST) as usize);
    let (rows, said) = vault.read(|c| {
        let rows = part.map(|one| row(c, one, now, lost.last.get(&one.person))).collect::<Result<Vec<_>>>()?;
        let said = lost.quoted.iter().map(|touch| touchpoints::touchpoint_of(c, *touch)).collect::<Result<Vec<_>>>()?;
        Ok((rows, said))
    })?;
    Ok(OnboardingCheck {
        id: input.id,
        title,
        segment: named(vault, segment_of(&segment))?,
        segment_gone: people.is_none(),
        new_days: u16::try_from(new_days).unwrap_or(LONGEST),
        alone_days: u16::try_from(alone_days).unwrap_or(LONGEST),
        people: size(new.len()),
        at_stage: size(new.iter().filter(|one| one.at_stage).count()),
        unheard: size(new.iter().filter(|one| one.touches.is_empty()).count()),
        alone,
        steps: waits(&steps, &new, &passes, now),
        words: lost.words,
        said,
        rows,
    })
}

/// Says what the check of a map takes for new, and for left alone.
///
/// # Errors
/// [`crate::error::Code::Invalid`] beyond 1 … 3650 days; [`crate::error::Code::NotFound`].
pub fn set_onboarding(vault: &Vault, input: SetOnboarding) -> Result<()> {
    let fields = [("newDays", journey::NEW_DAYS, input.new_days), ("aloneDays", journey::ALONE_DAYS, input.alone_days)];
    for (name, _, days) in fields {
        if days.is_some_and(|days| !(1..=LONGEST).contains(&days)) {
            return Err(Error::invalid(name, "range"));
        }
    }
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.id)?))?;
    vault.write("setOnboarding", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        for (_, field, days) in fields {
            if let Some(days) = days {
                w.set(&journey::KIND, rid, field, i64::from(days))?;
            }
        }
        Ok(())
    })
}

fn size(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn days(span: Millis) -> u32 {
    u32::try_from(span / DAY).unwrap_or_default()
}

fn row(c: &Connection, one: &Newcomer, now: Millis, word: Option<&String>) -> Result<OnboardingPerson> {
    Ok(OnboardingPerson {
        person: people::row_of(c, one.person)?,
        start: one.start,
        by: one.by,
        touches: size(one.touches.len()),
        silent_days: days(now - one.quiet_since()),
        longest_days: days(one.longest(now)),
        word: word.cloned(),
    })
}

/// What new customers said of being lost since their start.
struct Lost {
    words: Vec<OnboardingWord>,
    /// The last word of each person.
    last: HashMap<i64, String>,
    /// Touchpoints that say so, newest first.
    quoted: Vec<i64>,
}

impl Lost {
    fn of(passes: &Passes, new: &[Newcomer], now: Millis) -> Self {
        let start = |person: i64| new.binary_search_by_key(&person, |one| one.person).ok().map(|at| new[at].start);
        let since = passes.lost.iter().filter(|one| one.at <= now && start(one.person).is_some_and(|at| one.at >= at));
        let mut found: Vec<_> = since.collect();
        found.sort_by_key(|one| (Reverse(one.at), Reverse(one.touch)));
        type Said = (HashSet<i64>, HashSet<i64>);
        let mut words: BTreeMap<(String, LostKind), Said> = BTreeMap::new();
        let (mut last, mut quoted) = (HashMap::new(), Vec::new());
        for one in found {
            let (touches, people) = words.entry((one.word.trim().to_lowercase(), one.kind)).or_default();
            touches.insert(one.touch);
            people.insert(one.person);
            last.entry(one.person).or_insert_with(|| one.word.clone());
            if quoted.len() < QUOTED && quoted.last() != Some(&one.touch) {
                quoted.push(one.touch);
            }
        }
        let word = |((word, kind), (touches, people)): ((String, LostKind), Said)| OnboardingWord {
            word,
            kind,
            touches: size(touches.len()),
            people: size(people.len()),
        };
        let mut words: Vec<_> = words.into_iter().map(word).collect();
        words.sort_by_key(|one| Reverse(one.people));
        Self { words, last, quoted }
    }
}
