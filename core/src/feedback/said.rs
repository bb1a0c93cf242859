//! Where something was said: the touchpoint, and whether one sat together.

use crate::clock::{Millis, day_of};
use crate::error::{Error, Result};
use crate::ids::TouchId;
use crate::touchpoints::{Channel, kinds::touchpoint};
use crate::vault::Writer;
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// The touchpoint in which something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SaidIn {
    /// The touchpoint.
    pub touchpoint: TouchId,
    /// When, in milliseconds since 1970.
    pub at: Millis,
    /// Through what.
    pub channel: Channel,
    /// Whether one sat or stood together; else it was said from afar.
    pub in_person: bool,
}

/// The touchpoint that a row names; nothing when it names none, or one that was removed.
pub(super) fn said_in(c: &Connection, touchpoint: &str) -> Result<Option<SaidIn>> {
    let Ok(id) = Uuid::try_parse(touchpoint) else { return Ok(None) };
    let sql = "SELECT id, at, channel FROM touchpoint WHERE id = ?1";
    let found = c.prepare_cached(sql)?.query_row(params![id], |r| {
        let channel = Channel::from_text(&r.get::<_, String>(2)?);
        let in_person = matches!(channel, Channel::InPerson | Channel::Event);
        Ok(SaidIn { touchpoint: r.get(0)?, at: r.get(1)?, channel, in_person })
    });
    Ok(found.optional()?)
}

/// The touchpoint as it stands in a row; empty: none.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is no id; [`crate::error::Code::NotFound`] when there is no such touchpoint.
pub(super) fn named(w: &Writer<'_>, touchpoint: &str) -> Result<Value> {
    let text = touchpoint.trim();
    if text.is_empty() {
        return Ok(String::new().into());
    }
    let id = Uuid::try_parse(text).map_err(|_| Error::invalid("touchpoint", "unreadable"))?;
    w.rid(&touchpoint::KIND, id)?;
    Ok(id.to_string().into())
}

/// The day of a touchpoint, for what was said in it; today where none is named.
pub(super) fn day_said(c: &Connection, touchpoint: Option<&str>, today: NaiveDate) -> Result<String> {
    let said = said_in(c, touchpoint.unwrap_or_default())?;
    Ok(said.map_or(today, |said| day_of(said.at)).to_string())
}
