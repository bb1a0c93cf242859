//! Steps of a stage: added, changed, moved, taken out. Each is one step that can be undone.

use super::MAX_NAME;
use super::kinds::{stage, step};
use super::stages::called;
use crate::error::{Error, Result};
use crate::ids::{JourneyStageId, JourneyStepId};
use crate::people::STAGES;
use crate::touchpoints::Channel;
use crate::typed::{self, LONG};
use crate::vault::{Field, Ordered, Place, Vault, Writer};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How steps stand in a stage.
const STEPS_IN_ORDER: Ordered =
    Ordered { kind: &step::KIND, within: &[step::STAGE], key: step::ORDER_KEY, unseen: None };

/// What a step says; what is left out stays as it is, an empty text takes out what was there.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct StepContent {
    /// What it is called.
    pub name: Option<String>,
    /// What the customer wants.
    pub goal: Option<String>,
    /// What they do.
    pub doing: Option<String>,
    /// What they think, in their words.
    pub thinking: Option<String>,
    /// Through what they meet us, as in the list of channels.
    pub channel: Option<String>,
    /// Stage of the relationship whose touchpoints are observed.
    pub lifecycle: Option<String>,
    /// What we do.
    pub our_action: Option<String>,
    /// Who of us answers for it.
    pub owner: Option<String>,
    /// Whether the relationship is decided here.
    pub moment_of_truth: Option<bool>,
    /// What hurts.
    pub pain: Option<String>,
    /// What could be better.
    pub opportunity: Option<String>,
    /// How we think it feels.
    pub expected: Option<FeltInput>,
    /// How it should feel one day.
    pub wished: Option<FeltInput>,
    /// Within how many days of the contact before it, or of their start, it is to happen; 0: nobody says.
    pub within_days: Option<u16>,
}

/// A feeling to be written down.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct FeltInput {
    /// −2 … +2; nothing takes feeling and word out.
    pub value: Option<i8>,
    /// The word for it; a feeling needs one.
    pub word: Option<String>,
}

/// A step to be put into a stage.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AddJourneyStep {
    /// The id it is to have, so that a page can show it before it is saved; made here when left out.
    #[serde(default)]
    pub id: Option<JourneyStepId>,
    /// The stage.
    pub stage: JourneyStageId,
    /// The step it follows; at the end of the stage when left out.
    #[serde(default)]
    pub after: Option<JourneyStepId>,
    /// What it says; its name is needed.
    pub content: StepContent,
}

/// What a step says, to be changed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct EditJourneyStep {
    /// The step.
    pub id: JourneyStepId,
    /// What it says.
    pub content: StepContent,
}

/// Where a step goes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct MoveJourneyStep {
    /// The step.
    pub id: JourneyStepId,
    /// Into which stage.
    pub stage: JourneyStageId,
    /// Behind this step of that stage.
    #[serde(default)]
    pub after: Option<JourneyStepId>,
    /// In front of this step of that stage. With neither: to the end.
    #[serde(default)]
    pub before: Option<JourneyStepId>,
}

/// Names one step.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct JourneyStepRef {
    /// The step.
    pub id: JourneyStepId,
}

/// Puts a step into a stage.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is called nothing, its id is taken, a feeling has no word or a value is out
/// of its range; [`crate::error::Code::TooLarge`]; [`crate::error::Code::NotFound`].
pub fn add_step(vault: &Vault, input: AddJourneyStep) -> Result<JourneyStepRef> {
    let id = input.id.unwrap_or_else(JourneyStepId::make);
    let name = input.content.name.as_deref().unwrap_or_default().trim();
    vault.write("addJourneyStep", name, |w| {
        step::KIND.demand_free(w.conn(), id)?;
        let stage = w.rid(&stage::KIND, input.stage)?;
        let place = Place::of(input.after, None, |id| w.rid(&step::KIND, id))?;
        place_step(w, stage, id, &input.content, place)
    })?;
    Ok(JourneyStepRef { id })
}

/// Puts a step at the end of the stage in row `stage`, as part of a larger step.
///
/// # Errors
/// As [`add_step`].
pub fn insert_step(w: &mut Writer<'_>, stage: i64, id: JourneyStepId, content: &StepContent) -> Result<i64> {
    place_step(w, stage, id, content, Place::Last)
}

pub(super) fn place_step(
    w: &mut Writer<'_>,
    stage: i64,
    id: JourneyStepId,
    content: &StepContent,
    place: Place,
) -> Result<i64> {
    if content.name.is_none() {
        return Err(Error::invalid("name", "empty"));
    }
    let mut cells = cells(content)?;
    let key = STEPS_IN_ORDER.key_at(w, &[stage.into()], place, id.0)?;
    cells.extend([(step::STAGE, stage.into()), (step::ORDER_KEY, key.into())]);
    w.insert(&step::KIND, id, &cells)
}

/// Changes what a step says.
///
/// # Errors
/// As [`add_step`].
pub fn edit_step(vault: &Vault, input: EditJourneyStep) -> Result<()> {
    let cells = cells(&input.content)?;
    let name = vault.read(|c| called(c, &step::KIND, input.id.0))?;
    vault.write("editJourneyStep", &name, |w| {
        let rid = w.rid(&step::KIND, input.id)?;
        w.set_all(&step::KIND, rid, cells).map(drop)
    })
}

/// Moves a step to a place in its stage or in another one of the map. No other step changes.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the neighbour stands in another stage, or the
/// stage on another map.
pub fn move_step(vault: &Vault, input: MoveJourneyStep) -> Result<()> {
    let name = vault.read(|c| called(c, &step::KIND, input.id.0))?;
    vault.write("moveJourneyStep", &name, |w| {
        let rid = w.rid(&step::KIND, input.id)?;
        let to = w.rid(&stage::KIND, input.stage)?;
        let place = Place::of(input.after, input.before, |id| w.rid(&step::KIND, id))?;
        let sql =
            "SELECT a.journey = b.journey FROM journey_step s JOIN journey_stage a ON a.rid = s.stage, journey_stage b
                   WHERE s.rid = ?1 AND b.rid = ?2";
        if !w.conn().prepare_cached(sql)?.query_row([rid, to], |r| r.get::<_, bool>(0))? {
            return Err(Error::invalid("stage", "elsewhere"));
        }
        STEPS_IN_ORDER.put(w, rid, &[to.into()], place)
    })
}

/// Takes a step out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_step(vault: &Vault, input: JourneyStepRef) -> Result<()> {
    let name = vault.read(|c| called(c, &step::KIND, input.id.0))?;
    vault.write("removeJourneyStep", &name, |w| {
        let rid = w.rid(&step::KIND, input.id)?;
        w.remove(&step::KIND, rid)
    })
}

fn cells(content: &StepContent) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(name) = &content.name {
        cells.push((step::NAME, typed::needed_to(MAX_NAME, "name", name)?.into()));
    }
    let texts = [
        (step::GOAL, "goal", &content.goal, LONG),
        (step::DOING, "doing", &content.doing, LONG),
        (step::THINKING, "thinking", &content.thinking, LONG),
        (step::OUR_ACTION, "ourAction", &content.our_action, LONG),
        (step::OWNER, "owner", &content.owner, MAX_NAME),
        (step::PAIN, "pain", &content.pain, LONG),
        (step::OPPORTUNITY, "opportunity", &content.opportunity, LONG),
    ];
    for (field, name, text, limit) in texts {
        if let Some(text) = text {
            cells.push((field, typed::limited_to(limit, name, text)?.into()));
        }
    }
    let channels = Channel::ALL.map(Channel::as_str);
    let words = [
        (step::CHANNEL, "channel", &content.channel, &channels[..]),
        (step::LIFECYCLE, "lifecycle", &content.lifecycle, &STAGES[..]),
    ];
    for (field, name, word, known) in words {
        let Some(word) = word else { continue };
        if !word.is_empty() && !known.contains(&word.as_str()) {
            return Err(Error::invalid(name, "unknown"));
        }
        cells.push((field, word.clone().into()));
    }
    if let Some(moment) = content.moment_of_truth {
        cells.push((step::MOMENT_OF_TRUTH, i64::from(moment).into()));
    }
    if let Some(days) = content.within_days {
        cells.push((step::WITHIN_DAYS, if days == 0 { Value::Null } else { i64::from(days).into() }));
    }
    let felt = [
        (step::FELT, step::FELT_WORD, "expected", &content.expected),
        (step::WISHED, step::WISHED_WORD, "wished", &content.wished),
    ];
    for (value, word, name, felt) in felt {
        if let Some(felt) = felt {
            let (number, text) = felt.checked(name)?;
            cells.extend([(value, number), (word, text.into())]);
        }
    }
    Ok(cells)
}

impl FeltInput {
    /// The two cells of a feeling.
    fn checked(&self, field: &str) -> Result<(Value, String)> {
        let Some(value) = self.value else { return Ok((Value::Null, String::new())) };
        if !(-2..=2).contains(&value) {
            return Err(Error::invalid(field, "range"));
        }
        let word = typed::limited_to(MAX_NAME, field, self.word.as_deref().unwrap_or_default())?;
        if word.is_empty() {
            return Err(Error::invalid(field, "word"));
        }
        Ok((i64::from(value).into(), word))
    }
}
