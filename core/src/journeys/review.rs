//! When a map is looked at again, and that it was (seed 262e, conclusion; seed 64de, checklist 1).

use super::kinds::journey;
use super::maps::title_of;
use crate::error::Result;
use crate::ids::JourneyId;
use crate::promises::{self, NewTask};
use crate::typed;
use crate::vault::{Vault, rid_of};
use serde::Deserialize;
use ts_rs::TS;

/// When a map is looked at; what is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ReviewJourney {
    /// The map.
    pub id: JourneyId,
    /// On which day it is to be looked at again, `YYYY-MM-DD`; empty: no day.
    #[serde(default)]
    pub on: Option<String>,
    /// What the task says that the day is kept with, in the window's words; without it no task is kept.
    #[serde(default)]
    pub task: Option<String>,
    /// That somebody has just looked at it as a whole.
    #[serde(default)]
    pub looked: Option<bool>,
}

/// Says when a map is looked at again, and that it was.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the day is none; [`crate::error::Code::NotFound`].
pub fn review(vault: &Vault, input: ReviewJourney) -> Result<()> {
    let on = input.on.as_deref().map(|day| typed::day_or_none("on", day)).transpose()?;
    let title = vault.read(|c| title_of(c, rid_of(c, &journey::KIND, input.id)?))?;
    vault.write("reviewJourney", &title, |w| {
        let rid = w.rid(&journey::KIND, input.id)?;
        if let Some(day) = on {
            w.set(&journey::KIND, rid, journey::REVIEW_ON, day.clone())?;
            if let Some(text) = &input.task {
                let about = Some(format!("journey:{}", input.id));
                promises::keep_task(
                    w,
                    &NewTask { text: text.clone(), due: Some(day.clone()), about, ..NewTask::default() },
                )?;
            }
        }
        if input.looked == Some(true) {
            let now = w.now();
            w.set(&journey::KIND, rid, journey::LOOKED_AT, now)?;
        }
        Ok(())
    })
}
