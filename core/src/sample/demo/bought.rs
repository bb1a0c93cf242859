//! What the people of the book bought.

use super::Calendar;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PurchaseId};
use crate::purchases::{self, PurchaseInput, currency};
use crate::vault::Writer;
use std::collections::HashMap;

/// Who, how many days ago, how much, in which currency, what: the oldest first.
type Bought = (String, i64, String, String, String);

const BOUGHT: &str = include_str!("bought.json");
/// The number of the first order.
const FIRST_ORDER: usize = 1041;

/// Sets them all down.
pub fn write(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let all: Vec<Bought> = serde_json::from_str(BOUGHT)?;
    for (number, (who, ago, amount, code, item)) in (FIRST_ORDER..).zip(all) {
        let unfit = || Error::broken("a purchase of the sample book");
        let input = PurchaseInput {
            person: Some(*ids.get(who.as_str()).ok_or_else(unfit)?),
            date: Some(days.day(ago).to_string()),
            amount: Some(currency::minor(&amount, &code).ok_or_else(unfit)?),
            currency: Some(code),
            item: Some(item),
            reference: Some(format!("AV-{number}")),
            ..PurchaseInput::default()
        };
        purchases::insert(w, PurchaseId::make(), &input)?;
    }
    Ok(())
}
