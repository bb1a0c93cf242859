//! The strategy sheet: one page with four headings (seed 262e, conclusion), looked through once a year.

use super::kinds::sheet;
use super::one_of;
use crate::error::Result;
use crate::promises::{self, NewTask};
use crate::typed;
use crate::vault::{Field, Vault, Writer};
use chrono::Months;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The sheet has the same id everywhere, so that a team's vaults agree on it.
const SHEET: Uuid = Uuid::from_u128(0x5261_7070_6f72_7480_8000_0000_0000_0002);

/// What the advice about frameworks depends on, in the order in which it is offered.
pub(super) const BUSINESSES: [&str; 4] = ["repeat", "service", "longSale", "oneOff"];
pub(super) const WORTHS: [&str; 3] = ["low", "middle", "high"];
pub(super) const MATURITIES: [&str; 3] = ["starting", "regular", "measuring"];

/// The strategy sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StrategySheet {
    /// What reviews of it are about: the `about` of their tasks.
    pub about: String,
    /// Which needs of customers come first.
    pub needs: String,
    /// What they can count on every time.
    pub value: String,
    /// Where tools help, and where a person does it.
    pub technology: String,
    /// How we stay fair and open.
    pub trust: String,
    /// Who answers for it.
    pub owner: String,
    /// When it is to be looked through, `YYYY-MM-DD`.
    pub review_on: Option<String>,
    /// When it was, in milliseconds since 1970.
    pub reviewed_at: Option<i64>,
    /// Whether that day has passed.
    pub stale: bool,
    /// Kind of business: `repeat`, `service`, `longSale`, `oneOff`; empty: not said.
    pub business: String,
    /// What a customer is worth over the years: `low`, `middle`, `high`; empty: not said.
    pub lifetime_value: String,
    /// How far the work with customers has come: `starting`, `regular`, `measuring`; empty: not said.
    pub maturity: String,
}

/// What of the sheet is to be changed; what is left out stays as it is, an empty text takes out what was there.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct EditSheet {
    /// Which needs of customers come first.
    pub needs: Option<String>,
    /// What they can count on every time.
    pub value: Option<String>,
    /// Where tools help, and where a person does it.
    pub technology: Option<String>,
    /// How we stay fair and open.
    pub trust: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// When it is to be looked through, `YYYY-MM-DD`.
    pub review_on: Option<String>,
    /// The words of the task for that day; without them there is none.
    pub task: Option<String>,
    /// Kind of business.
    pub business: Option<String>,
    /// What a customer is worth over the years.
    pub lifetime_value: Option<String>,
    /// How far the work with customers has come.
    pub maturity: Option<String>,
}

/// The sheet was looked through.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ReviewSheet {
    /// The words of the task for the next time, a year from now; without them there is none.
    pub task: Option<String>,
}

/// The strategy sheet, empty where nobody has written on it.
///
/// # Errors
/// When the vault cannot be read.
pub fn sheet(vault: &Vault, (): ()) -> Result<StrategySheet> {
    let today = vault.clock().today().to_string();
    let sql =
        "SELECT needs, value, technology, trust, owner, review_on, reviewed_at, business, lifetime_value, maturity
               FROM strategy_sheet WHERE id = ?1";
    let found = vault.read(|c| {
        let found = c.prepare_cached(sql)?.query_row([SHEET], |r| sheet_of(r, &today)).optional()?;
        Ok(found)
    })?;
    Ok(found.unwrap_or_else(blank))
}

fn about() -> String {
    format!("sheet:{SHEET}")
}

fn blank() -> StrategySheet {
    let [needs, value, technology, trust, owner, business, lifetime_value, maturity] = Default::default();
    let (review_on, reviewed_at, stale, about) = (None, None, false, about());
    StrategySheet {
        about,
        needs,
        value,
        technology,
        trust,
        owner,
        review_on,
        reviewed_at,
        stale,
        business,
        lifetime_value,
        maturity,
    }
}

fn sheet_of(r: &Row<'_>, today: &str) -> rusqlite::Result<StrategySheet> {
    let review_on: String = r.get(5)?;
    Ok(StrategySheet {
        about: about(),
        needs: r.get(0)?,
        value: r.get(1)?,
        technology: r.get(2)?,
        trust: r.get(3)?,
        owner: r.get(4)?,
        stale: !review_on.is_empty() && review_on.as_str() < today,
        review_on: (!review_on.is_empty()).then_some(review_on),
        reviewed_at: r.get(6)?,
        business: r.get(7)?,
        lifetime_value: r.get(8)?,
        maturity: r.get(9)?,
    })
}

/// Writes on the sheet. The first words on it set the next review to a year from now.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when a day is none or a word is unknown; [`crate::error::Code::TooLarge`].
pub fn edit_sheet(vault: &Vault, input: EditSheet) -> Result<StrategySheet> {
    let a_year_on = a_year_on(vault);
    vault.write("editSheet", "", |w| set_sheet(w, &input, &a_year_on))?;
    sheet(vault, ())
}

fn a_year_on(vault: &Vault) -> String {
    let today = vault.clock().today();
    today.checked_add_months(Months::new(12)).unwrap_or(today).to_string()
}

/// Writes on the sheet inside a larger step; `first_review` is the day of the first review.
///
/// # Errors
/// As [`edit_sheet`].
pub fn set_sheet(w: &mut Writer<'_>, input: &EditSheet, first_review: &str) -> Result<()> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    let texts = [
        (sheet::NEEDS, "needs", &input.needs),
        (sheet::VALUE, "value", &input.value),
        (sheet::TECHNOLOGY, "technology", &input.technology),
        (sheet::TRUST, "trust", &input.trust),
        (sheet::OWNER, "owner", &input.owner),
    ];
    for (field, name, text) in texts {
        if let Some(text) = text.as_deref() {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    let words = [
        (sheet::BUSINESS, "business", &input.business, BUSINESSES.as_slice()),
        (sheet::LIFETIME_VALUE, "lifetimeValue", &input.lifetime_value, WORTHS.as_slice()),
        (sheet::MATURITY, "maturity", &input.maturity, MATURITIES.as_slice()),
    ];
    for (field, name, text, known) in words {
        if let Some(text) = text.as_deref() {
            cells.push((field, one_of(name, text, known)?));
        }
    }
    let rid = rid(w)?;
    let review_on = input.review_on.as_deref().or(rid.is_none().then_some(first_review));
    if let Some(due) = review_on {
        cells.push((sheet::REVIEW_ON, typed::day_or_none("reviewOn", due)?.into()));
        remind(w, input.task.as_deref(), due)?;
    }
    match rid {
        Some(rid) => w.set_all(&sheet::KIND, rid, cells).map(drop),
        None => {
            cells.push((sheet::CREATED_AT, w.now().into()));
            w.insert(&sheet::KIND, SHEET, &cells).map(drop)
        }
    }
}

/// Says that the sheet was looked through; the next time is a year from now.
///
/// # Errors
/// [`crate::error::Code::NotFound`] when nobody has written on it.
pub fn reviewed(vault: &Vault, input: ReviewSheet) -> Result<StrategySheet> {
    let next = a_year_on(vault);
    vault.write("reviewSheet", "", |w| {
        let rid = w.rid(&sheet::KIND, SHEET)?;
        let cells = vec![(sheet::REVIEWED_AT, w.now().into()), (sheet::REVIEW_ON, next.clone().into())];
        w.set_all(&sheet::KIND, rid, cells)?;
        remind(w, input.task.as_deref(), &next)
    })?;
    sheet(vault, ())
}

fn rid(w: &Writer<'_>) -> Result<Option<i64>> {
    let sql = "SELECT rid FROM strategy_sheet WHERE id = ?1";
    Ok(w.conn().prepare_cached(sql)?.query_row([SHEET], |r| r.get(0)).optional()?)
}

fn remind(w: &mut Writer<'_>, task: Option<&str>, due: &str) -> Result<()> {
    let Some(text) = task else { return Ok(()) };
    let (due, about) = (Some(due.to_owned()), Some(about()));
    promises::keep_task(w, &NewTask { text: text.to_owned(), due, about, ..NewTask::default() })
}
