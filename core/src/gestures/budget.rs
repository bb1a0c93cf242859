//! The budget: what may be given to a person in a period without asking; what is left of it, and exceptions for people
//! (row M197; seed 64de tells of fifty a customer).

use super::kinds::leeway;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::PersonId;
use crate::people::{self, NamedPerson, PersonRef, kinds::person};
use crate::purchases::currency::{code_of, digits};
use crate::purchases::{self, MAX_AMOUNT};
use crate::typed;
use crate::vault::{Field, Vault, Writer, rid_of};
use chrono::{Months, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The usual budget: one a book; its id is the same everywhere.
const USUAL: Uuid = Uuid::from_u128(0x5261_7070_6f72_7480_8000_0000_0000_0004);
/// Fifty, in minor units of a currency with two digits, for twelve months (seed 64de).
const FIFTY: i64 = 50;
const YEAR: u32 = 12;
/// The longest period, in months.
const MOST_MONTHS: u32 = 120;

/// What may be given to somebody, and what was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct GestureBudget {
    /// What may be given in the period without asking, in minor units.
    pub amount: i64,
    /// In which currency.
    pub currency: String,
    /// How many digits stand after the point.
    pub digits: u8,
    /// How long the period is.
    pub months: u32,
    /// Whether it is the usual one, an exception for this person, or that of a role.
    pub from: BudgetFrom,
    /// The first day of the period, `YYYY-MM-DD`.
    pub since: String,
    /// What was given in it.
    pub spent: i64,
    /// What is left; below zero: more was given.
    pub left: i64,
    /// How many gestures lie in the period.
    pub gestures: u32,
    /// How many of them have a cost in a currency for which the book has no rate: they are not counted.
    pub uncounted: u32,
}

/// Where a budget comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum BudgetFrom {
    /// It holds for everybody.
    Usual,
    /// It is an exception for one person.
    Person,
    /// It is what a role of ours may give.
    Role,
}

/// Whose budget, on which day, and as whom one would give.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct BudgetAsk {
    /// Whose.
    pub person: PersonId,
    /// On which day, `YYYY-MM-DD`; today, when left out.
    #[serde(default)]
    pub day: Option<String>,
    /// As which of our roles.
    #[serde(default)]
    pub as_role: Option<String>,
}

/// A budget to be saved.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct BudgetInput {
    /// An exception for this person; the usual budget, when left out.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// What may be given, in minor units.
    pub amount: i64,
    /// A code of ISO 4217.
    pub currency: String,
    /// How long the period is, in months.
    pub months: u32,
}

/// A budget of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PersonBudget {
    /// Whose.
    pub person: NamedPerson,
    /// What may be given, in minor units.
    pub amount: i64,
    /// In which currency.
    pub currency: String,
    /// How many digits stand after the point.
    pub digits: u8,
    /// How long the period is, in months.
    pub months: u32,
}

/// The usual budget and the exceptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Budgets {
    /// What may be given to anybody, in minor units.
    pub amount: i64,
    /// In which currency.
    pub currency: String,
    /// How many digits stand after the point.
    pub digits: u8,
    /// How long the period is, in months.
    pub months: u32,
    /// People with a budget of their own, by name.
    pub own: Vec<PersonBudget>,
}

/// What may be given in so many months.
#[derive(Debug, Clone)]
pub(super) struct Leeway {
    amount: i64,
    currency: String,
    months: u32,
    from: BudgetFrom,
}

/// What may be given to a person: their exception, else what the role may give, else the usual, else fifty a year.
fn leeway_for(c: &Connection, person: i64, role: &str) -> Result<Leeway> {
    let sql = "SELECT amount, currency, months, scope FROM leeway
               WHERE amount IS NOT NULL AND ((scope = 'person' AND person = ?1) OR (scope = 'role' AND role = ?2) OR scope = 'usual')
               ORDER BY CASE scope WHEN 'person' THEN 0 WHEN 'role' THEN 1 ELSE 2 END, rid DESC LIMIT 1";
    let found = c.prepare_cached(sql)?.query_row(params![person, role], |r| {
        let from = match r.get_ref(3)?.as_str()? {
            "person" => BudgetFrom::Person,
            "role" => BudgetFrom::Role,
            _ => BudgetFrom::Usual,
        };
        let months = r.get::<_, Option<u32>>(2)?.unwrap_or(YEAR);
        Ok(Leeway { amount: r.get(0)?, currency: r.get(1)?, months, from })
    });
    match found.optional()? {
        Some(found) => Ok(found),
        None => first(c),
    }
}

/// Fifty a year, in the currency in which sums are wanted.
fn first(c: &Connection) -> Result<Leeway> {
    let base = purchases::base_in(c)?;
    let currency = if base.is_empty() { "EUR".to_owned() } else { base };
    let amount = FIFTY * 10_i64.pow(digits(&currency).into());
    Ok(Leeway { amount, currency, months: YEAR, from: BudgetFrom::Usual })
}

/// The budget of the person of a row for whoever gives as a role, on a day.
pub(super) fn budget_in(c: &Connection, person: i64, role: &str, on: NaiveDate) -> Result<GestureBudget> {
    let Leeway { amount, currency, months, from } = leeway_for(c, person, role)?;
    let since = on.checked_sub_months(Months::new(months)).and_then(|day| day.succ_opt()).unwrap_or(on);
    let sql = "SELECT coalesce(cost, 0), currency FROM gesture WHERE person = ?1 AND day BETWEEN ?2 AND ?3";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map(params![person, since.to_string(), on.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let (mut spent, mut gestures, mut uncounted) = (0_i64, 0, 0);
    for row in rows.collect::<rusqlite::Result<Vec<(i64, String)>>>()? {
        gestures += 1;
        match row {
            (0, _) => {}
            (cost, of) => match purchases::turned_into(c, on, (cost, &of), &currency)? {
                Some(cost) => spent = spent.saturating_add(cost),
                None => uncounted += 1,
            },
        }
    }
    let (digits, since, left) = (digits(&currency), since.to_string(), amount.saturating_sub(spent));
    Ok(GestureBudget { amount, currency, digits, months, from, since, spent, left, gestures, uncounted })
}

/// Refuses what went beyond the budget without a reason. The gesture stands in the ledger already.
pub(super) fn demand_room(c: &Connection, gesture: i64, today: NaiveDate) -> Result<()> {
    let sql = "SELECT person, day, over_reason, coalesce(cost, 0), as_role FROM gesture WHERE rid = ?1";
    let (person, day, reason, cost, role): (i64, String, String, i64, String) =
        c.prepare_cached(sql)?.query_row([gesture], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?;
    if cost == 0 || !reason.is_empty() {
        return Ok(());
    }
    let budget = budget_in(c, person, &role, typed::day_of_text(&day).unwrap_or(today))?;
    if budget.left >= 0 {
        return Ok(());
    }
    let error = Error::invalid("overReason", "missing");
    Err(error.with("left", budget.left).with("currency", budget.currency))
}

/// What is left of a person's budget.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none.
pub fn budget(vault: &Vault, input: BudgetAsk) -> Result<GestureBudget> {
    let on = match &input.day {
        Some(day) => typed::day_of_text(day.trim()).ok_or_else(|| Error::invalid("day", "unreadable"))?,
        None => vault.clock().today(),
    };
    let role = input.as_role.unwrap_or_default();
    vault.read(|c| budget_in(c, rid_of(c, &person::KIND, input.person)?, role.trim(), on))
}

/// The usual budget and the exceptions.
///
/// # Errors
/// When the vault cannot be read.
pub fn budgets(vault: &Vault, (): ()) -> Result<Budgets> {
    vault.read(|c| {
        // Nobody's row is 0.
        let usual = leeway_for(c, 0, "")?;
        let sql = "SELECT p.id, p.name, l.amount, l.currency, coalesce(l.months, 12) FROM leeway l JOIN person p ON p.rid = l.person
                   WHERE l.scope = 'person' AND l.amount IS NOT NULL AND p.binned_at IS NULL ORDER BY p.name, l.rid";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| {
            let person = NamedPerson { id: r.get(0)?, name: r.get(1)? };
            let currency: String = r.get(3)?;
            Ok(PersonBudget { person, amount: r.get(2)?, digits: digits(&currency), currency, months: r.get(4)? })
        })?;
        let own = rows.collect::<rusqlite::Result<_>>()?;
        let Leeway { amount, currency, months, .. } = usual;
        Ok(Budgets { amount, digits: digits(&currency), currency, months, own })
    })
}

/// Saves the usual budget, or an exception.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the amount, the currency or the months are none; [`crate::error::Code::NotFound`].
pub fn save_budget(vault: &Vault, input: BudgetInput) -> Result<Budgets> {
    let subject = match input.person {
        Some(id) => people::named(vault, PersonRef { id })?.name,
        None => String::new(),
    };
    vault.write("saveBudget", &subject, |w| insert_budget(w, &input))?;
    budgets(vault, ())
}

/// Saves a budget inside a larger step.
///
/// # Errors
/// As [`save_budget`].
pub fn insert_budget(w: &mut Writer<'_>, input: &BudgetInput) -> Result<()> {
    let cells = cells(input.amount, &input.currency, input.months)?;
    let person = input.person.map(|id| w.rid(&person::KIND, id)).transpose()?;
    if let Some(rid) = kept(w.conn(), person)? {
        return w.set_all(&leeway::KIND, rid, cells).map(drop);
    }
    let (id, scope) = if person.is_some() { (Uuid::now_v7(), "person") } else { (USUAL, "usual") };
    let more = [
        (leeway::SCOPE, scope.to_owned().into()),
        (leeway::PERSON, person.into()),
        (leeway::CREATED_AT, w.now().into()),
    ];
    w.insert(&leeway::KIND, id, &cells.into_iter().chain(more).collect::<Vec<_>>()).map(drop)
}

/// What may be given in so many months, as it stands in the vault.
pub(super) fn cells(amount: i64, currency: &str, months: u32) -> Result<Vec<(Field, Value)>> {
    if !(0..=MAX_AMOUNT).contains(&amount) {
        return Err(Error::invalid("amount", "range"));
    }
    if !(1..=MOST_MONTHS).contains(&months) {
        return Err(Error::invalid("months", "range"));
    }
    Ok(vec![
        (leeway::AMOUNT, amount.into()),
        (leeway::CURRENCY, code_of(currency)?.into()),
        (leeway::MONTHS, i64::from(months).into()),
    ])
}

/// The row of the usual budget, or of the exception of a person.
fn kept(c: &Connection, person: Option<i64>) -> Result<Option<i64>> {
    let found = match person {
        Some(person) => {
            let sql = "SELECT rid FROM leeway WHERE scope = 'person' AND person = ?1 ORDER BY rid DESC LIMIT 1";
            c.prepare_cached(sql)?.query_row([person], |r| r.get(0)).optional()?
        }
        None => {
            c.prepare_cached("SELECT rid FROM leeway WHERE id = ?1")?.query_row([USUAL], |r| r.get(0)).optional()?
        }
    };
    Ok(found)
}

/// Takes the exception of a person out; the usual budget holds for them again.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_budget(vault: &Vault, input: PersonRef) -> Result<Budgets> {
    let name = people::named(vault, input)?.name;
    vault.write("removeBudget", &name, |w| {
        let whose = w.rid(&person::KIND, input.id)?;
        let rid = kept(w.conn(), Some(whose))?.or_not_found()?;
        w.remove(&leeway::KIND, rid)
    })?;
    budgets(vault, ())
}
