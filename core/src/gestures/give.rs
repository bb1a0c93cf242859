//! Giving: a gesture goes into the ledger and the log in one step, within the budget or with a reason.

use super::budget::demand_room;
use super::kinds::gesture;
use super::ledger::{Gesture, GestureSort, one};
use super::{moment, money};
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::{GestureId, IdeaId, PersonId, TouchId};
use crate::people::{self, PersonRef, kinds::person};
use crate::touchpoints::kinds::{participant, touchpoint};
use crate::touchpoints::{self, Channel, LogTouchpoint};
use crate::typed::{day, day_of_text, limited, needed};
use crate::vault::{Field, Vault, Writer};
use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// A gesture to be written down; with an `id` it changes what is given of that one. A new one needs a person and a what.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct GestureInput {
    /// The one to change.
    pub id: Option<GestureId>,
    /// To whom; cannot be changed later.
    pub person: Option<PersonId>,
    /// What.
    pub what: Option<String>,
    /// What sort of thing; a gift, when left out.
    pub sort: Option<GestureSort>,
    /// What it cost, in minor units of the currency; 0: nothing.
    pub cost: Option<i64>,
    /// A code of ISO 4217; needed with a cost.
    pub currency: Option<String>,
    /// The day, `YYYY-MM-DD`; today, when left out.
    pub day: Option<String>,
    /// Who of us decided.
    pub decided_by: Option<String>,
    /// As which of our roles; what that role may give without asking is what counts then.
    pub as_role: Option<String>,
    /// The idea it came from.
    pub idea: Option<IdeaId>,
    /// What else there is to say.
    pub note: Option<String>,
    /// Why it is given although it goes beyond the budget.
    pub over_reason: Option<String>,
    /// Through what it went; in person, when left out, and a card by post.
    pub channel: Option<Channel>,
    /// How it was taken, −2 … +2.
    pub felt: Option<i8>,
    /// The word for that.
    pub felt_word: Option<String>,
    /// The moment of a new one, in milliseconds since 1970, where it is known more exactly than the day.
    pub at: Option<Millis>,
}

/// Names one gesture.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GestureRef {
    /// The gesture.
    pub id: GestureId,
}

/// Writes a gesture down, or changes one. What goes beyond the budget needs a reason, which is kept.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is nobody's, says nothing, its day is none, a cost has no currency, or it goes
/// beyond the budget without a reason (`overReason`, `missing`); [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn give(vault: &Vault, input: GestureInput) -> Result<Gesture> {
    let today = vault.clock().today();
    let id = match input.id {
        Some(id) => {
            let before = one(vault, id)?;
            vault.write("editGesture", &before.person.name, |w| edit(w, &before, &input, today))?;
            id
        }
        None => {
            let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
            let name = people::named(vault, PersonRef { id: whose })?.name;
            let id = GestureId::make();
            vault.write("giveGesture", &name, |w| insert_gesture(w, id, &input, today).map(drop))?;
            id
        }
    };
    one(vault, id)
}

/// Writes a gesture down inside a larger step: in the ledger, and as a touchpoint that delights. Tells its touchpoint.
///
/// # Errors
/// As [`give`].
pub fn insert_gesture(w: &mut Writer<'_>, id: GestureId, input: &GestureInput, today: NaiveDate) -> Result<TouchId> {
    let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
    let sort = input.sort.unwrap_or_default();
    let on = input.day.clone().unwrap_or_else(|| today.to_string());
    let touch = TouchId::make();
    let what = input.what.clone().unwrap_or_default();
    let input = GestureInput { what: Some(what.clone()), sort: Some(sort), day: Some(on), ..input.clone() };
    let mut cells = cells(&input)?;
    let (usual, purpose) = match sort {
        GestureSort::Card => (Channel::Post, "handwritten"),
        GestureSort::Surprise => (Channel::InPerson, "surprise"),
        _ => (Channel::InPerson, "gesture"),
    };
    let new = LogTouchpoint {
        people: vec![whose],
        channel: input.channel.unwrap_or(usual),
        direction: None,
        at: input.at.or_else(|| input.day.as_deref().and_then(day_of_text).map(|day| moment(day, w.now()))),
        title: Some(what),
        text: input.note.clone(),
        felt: input.felt,
        felt_word: input.felt_word.clone(),
        stage: None,
        loop_stage: Some("delight".to_owned()),
        purpose: Some(purpose.to_owned()),
        minutes: None,
    };
    touchpoints::insert(w, touch, &new)?;
    let rid = w.rid(&person::KIND, whose)?;
    cells.extend([
        (gesture::PERSON, rid.into()),
        (gesture::TOUCHPOINT, touch.to_string().into()),
        (gesture::CREATED_AT, w.now().into()),
    ]);
    let made = w.insert(&gesture::KIND, id, &cells)?;
    demand_room(w.conn(), made, today)?;
    Ok(touch)
}

/// Changes what is given of a gesture; its touchpoint goes with it.
fn edit(w: &mut Writer<'_>, before: &Gesture, input: &GestureInput, today: NaiveDate) -> Result<()> {
    let rid = w.rid(&gesture::KIND, before.id)?;
    let cells = cells(input)?;
    let spends = cells.iter().any(|(field, _)| [gesture::COST, gesture::DAY].contains(field));
    w.set_all(&gesture::KIND, rid, cells)?;
    if spends {
        demand_room(w.conn(), rid, today)?;
    }
    let Some(touch) = before.touchpoint else { return Ok(()) };
    let touch = w.rid(&touchpoint::KIND, touch)?;
    let text = |text: &Option<String>| text.as_ref().map(|text| Value::Text(text.trim().to_owned()));
    let moved = input.day.as_deref().filter(|on| *on != before.day).and_then(day_of_text);
    let changed = [
        (touchpoint::TITLE, text(&input.what)),
        (touchpoint::TEXT, text(&input.note)),
        (touchpoint::FELT, felt(input.felt)?),
        (touchpoint::FELT_WORD, text(&input.felt_word)),
        (touchpoint::CHANNEL, input.channel.map(|channel| channel.as_str().to_owned().into())),
        (touchpoint::AT, moved.map(|day| moment(day, w.now()).into())),
    ];
    let changed = changed.into_iter().filter_map(|(field, value)| Some((field, value?)));
    w.set_all(&touchpoint::KIND, touch, changed).map(drop)
}

fn felt(felt: Option<i8>) -> Result<Option<Value>> {
    match felt {
        Some(felt) if !(-2..=2).contains(&felt) => Err(Error::invalid("felt", "range")),
        felt => Ok(felt.map(|felt| i64::from(felt).into())),
    }
}

fn cells(input: &GestureInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(what) = &input.what {
        cells.push((gesture::WHAT, needed("what", what)?.into()));
    }
    if let Some(sort) = input.sort {
        cells.push((gesture::SORT, sort.as_str().to_owned().into()));
    }
    if input.cost.is_some() {
        let (cost, currency) = money(input.cost, input.currency.as_deref())?;
        cells.extend([(gesture::COST, cost), (gesture::CURRENCY, currency)]);
    }
    if let Some(on) = &input.day {
        cells.push((gesture::DAY, day("day", on)?.into()));
    }
    if let Some(who) = &input.decided_by {
        cells.push((gesture::DECIDED_BY, limited("decidedBy", who)?.into()));
    }
    if let Some(role) = &input.as_role {
        cells.push((gesture::AS_ROLE, limited("asRole", role)?.into()));
    }
    if let Some(idea) = input.idea {
        cells.push((gesture::IDEA, idea.to_string().into()));
    }
    if let Some(note) = &input.note {
        cells.push((gesture::NOTE, limited("note", note)?.into()));
    }
    if let Some(reason) = &input.over_reason {
        cells.push((gesture::OVER_REASON, limited("overReason", reason)?.into()));
    }
    Ok(cells)
}

/// Takes a gesture out of the ledger and the log; undo brings both back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_gesture(vault: &Vault, input: GestureRef) -> Result<()> {
    let before = one(vault, input.id)?;
    vault.write("removeGesture", &before.person.name, |w| {
        let rid = w.rid(&gesture::KIND, input.id)?;
        w.remove(&gesture::KIND, rid)?;
        let Some(touch) = before.touchpoint else { return Ok(()) };
        let sql = "SELECT rid FROM touchpoint WHERE id = ?1";
        let found: Option<i64> =
            w.conn().prepare_cached(sql)?.query_row([Uuid::from(touch)], |r| r.get(0)).optional()?;
        let Some(touch) = found else { return Ok(()) };
        let mut rows = w.conn().prepare_cached("SELECT rid FROM participant WHERE touchpoint = ?1")?;
        for part in rows.query_map([touch], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&participant::KIND, part)?;
        }
        w.remove(&touchpoint::KIND, touch)
    })
}
