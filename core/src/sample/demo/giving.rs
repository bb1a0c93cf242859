//! What is given in the demonstration book: who may decide what, perks, a card with points, and what goes together. None of it
//! is a touchpoint, so that who waits on Today stays as the stories tell it.

use super::Calendar;
use crate::error::{Error, Result};
use crate::gestures::{
    self, GivePerk, GoesWithInput, PerkInput, PointsInput, ProgrammeInput, ProgrammeStep, RoleLeewayInput, kinds,
};
use crate::ids::{GivenPerkId, GoesWithId, LeewayId, PerkId, PersonId, ProgrammeId, SegmentId};
use crate::vault::Writer;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use std::collections::HashMap;

const GIVING: &str = include_str!("giving.json");

/// The file as it stands. Days are counted back from today; those below zero are still to come.
#[derive(Debug, Deserialize)]
struct Giving {
    /// Which, what they may decide, how much of it in euro cents and in how many months.
    roles: Vec<(String, String, Option<i64>, u32)>,
    perks: Vec<Offered>,
    programme: Counted,
    /// The one, the other, and why.
    pairs: Vec<(String, String, String)>,
}

#[derive(Debug, Deserialize)]
struct Offered {
    perk: PerkInput,
    segment: String,
    from: Option<i64>,
    until: Option<i64>,
    most: Option<u32>,
    cost: i64,
    /// To whom, how many days ago, and when it was used.
    given: Vec<(String, i64, Option<i64>)>,
}

#[derive(Debug, Deserialize)]
struct Counted {
    name: String,
    unit: String,
    steps: Vec<(i64, String)>,
    /// Whose, how many days ago, how many, what for.
    points: Vec<(String, i64, i64, String)>,
}

/// Sets it all down.
pub fn write(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let giving: Giving = serde_json::from_str(GIVING)?;
    for (role, text, amount, months) in giving.roles {
        let currency = amount.map(|_| "EUR".to_owned());
        let input = RoleLeewayInput {
            role: Some(role),
            text: Some(text),
            amount,
            currency,
            months: Some(months),
            ..RoleLeewayInput::default()
        };
        gestures::insert_role(w, LeewayId::make(), &input)?;
    }
    for offered in giving.perks {
        offer(w, ids, days, offered)?;
    }
    let Counted { name, unit, steps, points } = giving.programme;
    let steps = steps.into_iter().map(|(points, worth)| ProgrammeStep { points, worth }).collect();
    let id = ProgrammeId::make();
    gestures::insert_programme(
        w,
        id,
        &ProgrammeInput { id: None, name: Some(name), unit: Some(unit), steps: Some(steps) },
    )?;
    for (who, ago, count, reason) in points {
        let day = Some(days.day(ago).to_string());
        gestures::insert_points(
            w,
            &PointsInput { programme: id, person: known(ids, &who)?, count, day, reason: Some(reason) },
        )?;
    }
    for (item, other, reason) in giving.pairs {
        let input = GoesWithInput { id: None, item: Some(item), other: Some(other), reason: Some(reason) };
        gestures::insert_goes_with(w, GoesWithId::make(), &input)?;
    }
    Ok(())
}

fn offer(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar, offered: Offered) -> Result<()> {
    let Offered { perk, segment, from, until, most, cost, given } = offered;
    let sql = "SELECT id FROM segment WHERE name = ?1";
    let segment: Option<SegmentId> = w.conn().query_row(sql, [segment], |r| r.get(0)).optional()?;
    let day = |ago: Option<i64>| ago.map(|ago| days.day(ago).to_string());
    let id = PerkId::make();
    let currency = (cost > 0).then(|| "EUR".to_owned());
    let (valid_from, valid_until) = (day(from), day(until));
    let input = PerkInput { segment, valid_from, valid_until, most, cost: Some(cost), currency, ..perk };
    gestures::insert_perk(w, id, &input)?;
    for (who, ago, used) in given {
        let given = GivenPerkId::make();
        let input = GivePerk { perk: id, person: known(ids, &who)?, day: day(Some(ago)), note: None };
        gestures::insert_given_perk(w, given, &input)?;
        if let Some(on) = day(used) {
            let rid = w.rid(&kinds::perk_given::KIND, given)?;
            w.set(&kinds::perk_given::KIND, rid, kinds::perk_given::USED_ON, on)?;
        }
    }
    Ok(())
}

fn known(ids: &HashMap<&str, PersonId>, who: &str) -> Result<PersonId> {
    ids.get(who).copied().ok_or_else(|| Error::broken("a person of the sample book"))
}
