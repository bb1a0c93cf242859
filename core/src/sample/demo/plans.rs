//! The frameworks of the demonstration book: its strategies, the layers of value, surprises, the four steps, and what is to
//! be done.

use super::Calendar;
use crate::error::{Error, Result};
use crate::ids::{PersonId, StrategyId, TaskId, WorkflowStepId};
use crate::plans::{self, EditSheet, IdeaInput, LayerInput, StrategyInput, SurpriseInput, WorkflowStepInput};
use crate::promises::{self, NewTask};
use crate::touchpoints::Channel;
use crate::vault::Writer;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

const PLANS: &str = include_str!("plans.json");

/// The file as it stands. Days are counted from today, those to come below zero.
#[derive(Debug, Deserialize)]
struct Planned {
    sheet: EditSheet,
    review: i64,
    strategies: Vec<StrategyInput>,
    layers: Vec<(String, LayerInput)>,
    ideas: Vec<IdeaInput>,
    surprises: Vec<Surprised>,
    steps: Vec<(String, i64, WorkflowStepInput)>,
    tasks: Vec<(i64, String, bool, NewTask)>,
}

/// Who, how many days ago, what, how it was taken, what it cost.
#[derive(Debug, Deserialize)]
struct Surprised {
    who: String,
    ago: i64,
    channel: Channel,
    text: String,
    felt: i8,
    word: String,
    cost: Option<i64>,
}

/// Sets them all down.
pub fn write(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let planned: Planned = serde_json::from_str(PLANS)?;
    plans::set_sheet(w, &planned.sheet, &days.day(planned.review).to_string())?;
    for strategy in &planned.strategies {
        plans::insert_strategy(w, StrategyId::make(), strategy)?;
    }
    for (segment, layer) in planned.layers {
        let sql = "SELECT id FROM segment WHERE name = ?1";
        let id: Option<Uuid> = w.conn().query_row(sql, [segment], |r| r.get(0)).optional()?;
        let id = id.ok_or_else(|| Error::broken("a segment of the sample book"))?;
        plans::set_layer(w, &LayerInput { subject: format!("segment:{id}"), ..layer })?;
    }
    for idea in &planned.ideas {
        plans::insert_idea(w, idea)?;
    }
    for Surprised { who, ago, channel, text, felt, word, cost } in planned.surprises {
        let surprise = SurpriseInput {
            person: known(ids, &who)?,
            text,
            channel,
            at: Some(days.at(ago, 3)),
            felt: Some(felt),
            felt_word: Some(word),
            idea: None,
            cost,
            currency: cost.map(|_| "EUR".to_owned()),
            over_reason: None,
        };
        plans::insert_surprise(w, &surprise)?;
    }
    for (purpose, ahead, step) in planned.steps {
        let due = (ahead != 0).then(|| days.day(-ahead).to_string());
        plans::insert_step(w, WorkflowStepId::make(), &purpose, &WorkflowStepInput { due, ..step })?;
    }
    for (ahead, who, promised, task) in planned.tasks {
        let person = if who.is_empty() { None } else { Some(known(ids, &who)?) };
        let due = Some(days.day(-ahead).to_string());
        promises::insert_task(w, TaskId::make(), &NewTask { due, person, promised: Some(promised), ..task })?;
    }
    Ok(())
}

fn known(ids: &HashMap<&str, PersonId>, key: &str) -> Result<PersonId> {
    ids.get(key).copied().ok_or_else(|| Error::broken("somebody of the sample book"))
}
