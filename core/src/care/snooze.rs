//! Leaving somebody in peace until a date.

use super::kinds::snooze as kind;
use crate::clock::Millis;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::{self, PersonRef, PersonRow, kinds::person};
use crate::vault::{Vault, Writer};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Peace for a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct SnoozeInput {
    /// Whom.
    pub person: PersonId,
    /// Until when, in milliseconds since 1970.
    pub until: Millis,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Somebody who is left in peace.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct Snoozed {
    /// Who.
    pub person: PersonRow,
    /// Until when, in milliseconds since 1970.
    pub until: Millis,
    /// Why; empty: not said.
    pub reason: String,
}

/// Everybody who is left in peace now, whoever comes back first first. Nobody who lies in the bin.
///
/// # Errors
/// When the vault cannot be read.
pub fn snoozed(vault: &Vault, (): ()) -> Result<Vec<Snoozed>> {
    let now = vault.clock().now();
    vault.read(|c| {
        // The longest peace of a person counts, with its own reason.
        let sql = "SELECT z.person, max(z.until), z.reason FROM snooze z JOIN person_stat s ON s.person = z.person
                   WHERE z.until > ?1 AND s.live = 1 GROUP BY z.person ORDER BY 2, 1";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([now], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<(i64, Millis, String)>>>()?;
        rows.into_iter()
            .map(|(rid, until, reason)| Ok(Snoozed { person: people::row_of(c, rid)?, until, reason }))
            .collect()
    })
}

/// Keeps a person off Today until a date.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the date has passed.
pub fn snooze(vault: &Vault, input: SnoozeInput) -> Result<()> {
    if input.until <= vault.clock().now() {
        return Err(Error::invalid("until", "past"));
    }
    let name = people::named(vault, PersonRef { id: input.person })?.name;
    vault.write("snooze", &name, |w| insert_snooze(w, &input))
}

/// Keeps a person off Today inside a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn insert_snooze(w: &mut Writer<'_>, input: &SnoozeInput) -> Result<()> {
    let person = w.rid(&person::KIND, input.person)?;
    let reason = input.reason.clone().unwrap_or_default();
    let cells = [(kind::PERSON, person.into()), (kind::UNTIL, input.until.into()), (kind::REASON, reason.into())];
    w.insert(&kind::KIND, Uuid::now_v7(), &cells)?;
    Ok(())
}

/// Ends a person's peace.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn wake(vault: &Vault, input: PersonRef) -> Result<()> {
    let name = people::named(vault, input)?.name;
    vault.write("wake", &name, |w| {
        let person = w.rid(&person::KIND, input.id)?;
        let mut rows = w.conn().prepare_cached("SELECT rid FROM snooze WHERE person = ?1 AND until > ?2")?;
        for rid in rows.query_map([person, w.now()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&kind::KIND, rid)?;
        }
        Ok(())
    })
}
