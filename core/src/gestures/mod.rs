//! What is given to people beside what they pay for: gestures and what they cost, perks, points, what goes well together, and
//! what each of us may decide about it (seeds 64de, empowerment, and fbf2, retention).

mod budget;
mod buys_again;
mod give;
mod goes_with;
pub mod kinds;
mod ledger;
mod loyalty;
mod mood;
mod perks;
mod perks_given;
mod roles;
mod thanks;

pub use budget::{
    BudgetAsk, BudgetFrom, BudgetInput, Budgets, GestureBudget, PersonBudget, budget, budgets, insert_budget,
    remove_budget, save_budget,
};
pub use buys_again::{BuysAgain, FollowUps, buys_again, follow_ups};
pub use give::{GestureInput, GestureRef, give, insert_gesture, remove_gesture};
pub use goes_with::{
    GoesWith, GoesWithInput, GoesWithRef, WouldGoWith, goes_with, insert_goes_with, remove_goes_with, save_goes_with,
    would_go_with,
};
pub use ledger::{Gesture, GestureFilter, GestureSort, cost_at, gestures, given_from, of_touchpoint};
pub use loyalty::{
    Loyal, PointsEntry, PointsInput, PointsOf, PointsRef, Programme, ProgrammeInput, ProgrammeRef, ProgrammeStep,
    add_points, insert_points, insert_programme, points_of, programmes, remove_points, remove_programme,
    save_programme,
};
pub use mood::{GivingMood, MoodDay, SayMood, giving_mood, say_mood};
pub use perks::{Perk, PerkInput, PerkRef, PerkState, insert_perk, perk, perks, perks_in, remove_perk, save_perk};
pub use perks_given::{
    GivePerk, GivenPerk, GivenPerkFilter, GivenPerkRef, UsePerk, given_perk, given_perks, insert_given_perk,
    remove_given_perk, use_perk,
};
pub use roles::{RoleLeeway, RoleLeewayInput, RoleLeewayRef, insert_role, remove_role, roles, save_role};
pub use thanks::{PutAside, aside, insert_aside, put_aside};

use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::purchases::currency::code_of;
use crate::vault::Kind;
use chrono::{Local, NaiveDate, NaiveTime, TimeZone};
use rusqlite::types::Value;

/// Every kind of record of this room, parents first.
pub static KINDS: &[&Kind] = &[
    &kinds::gesture::KIND,
    &kinds::perk::KIND,
    &kinds::perk_given::KIND,
    &kinds::programme::KIND,
    &kinds::points::KIND,
    &kinds::goes_with::KIND,
    &kinds::leeway::KIND,
    &kinds::thanks::KIND,
];

/// Rows of a list when nobody says how many, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 500;

/// A cost and its currency as they stand in the vault; 0 or nothing: none was said.
fn money(cost: Option<i64>, currency: Option<&str>) -> Result<(Value, Value)> {
    let Some(cost) = cost.filter(|cost| *cost != 0) else { return Ok((Value::Null, String::new().into())) };
    if !(0..=crate::purchases::MAX_AMOUNT).contains(&cost) {
        return Err(Error::invalid("cost", "range"));
    }
    Ok((cost.into(), code_of(currency.unwrap_or_default())?.into()))
}

/// When something of a day happened: now, when that is today; else at noon.
fn moment(day: NaiveDate, now: Millis) -> Millis {
    if day == crate::clock::day_of(now) {
        return now;
    }
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    Local.from_local_datetime(&day.and_time(noon)).earliest().map_or(now, |at| at.timestamp_millis())
}
