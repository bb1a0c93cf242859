//! Who is held: people of a batch for whom no letter could be begun, and letters that their reader put aside.

use super::begin::{Outcome, Plan, begin};
use super::read::{Batch, BatchRef, batch};
use crate::drafts::kinds::{batch as batch_kind, held as kind};
use crate::drafts::shared::Shared;
use crate::error::{OrNotFound, Result};
use crate::ids::{BatchId, DraftId, HeldId, PersonId};
use crate::people::NamedPerson;
use crate::vault::{Vault, rid_of};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why somebody gets no letter as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HeldWhy {
    /// The template asks for something that they have not got.
    CannotFill,
    /// They asked not to be written to on this channel.
    OptedOut,
    /// They had as many letters lately as is enough.
    TooMany,
    /// Another batch has a letter to them that has not gone.
    OtherBatch,
    /// There is no address for this channel.
    NoAddress,
    /// Its reader put the letter aside.
    ByHand,
}

impl HeldWhy {
    /// As it stands in the vault.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::CannotFill => "cannotFill",
            Self::OptedOut => "optedOut",
            Self::TooMany => "tooMany",
            Self::OtherBatch => "otherBatch",
            Self::NoAddress => "noAddress",
            Self::ByHand => "byHand",
        }
    }

    fn from_text(text: &str) -> Self {
        let all = [Self::OptedOut, Self::TooMany, Self::OtherBatch, Self::NoAddress, Self::ByHand];
        all.into_iter().find(|one| one.as_str() == text).unwrap_or(Self::CannotFill)
    }
}

/// What the sentence about it needs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct HeldDetail {
    /// The field that is missing: `person.preferred`.
    pub field: Option<String>,
    /// How many letters they had.
    pub count: Option<u32>,
    /// In how many days.
    pub days: Option<u32>,
    /// The other batch.
    pub batch: Option<BatchId>,
    /// What the other batch is called.
    pub batch_name: Option<String>,
    /// What its reader wrote when they put the letter aside; may be empty.
    pub note: Option<String>,
}

/// Somebody of a batch who gets no letter as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct HeldPerson {
    /// Names it, where no letter was begun.
    pub id: Option<HeldId>,
    /// The letter that was put aside.
    pub letter: Option<DraftId>,
    /// Who.
    pub person: NamedPerson,
    /// Why.
    pub why: HeldWhy,
    /// More about it.
    pub detail: HeldDetail,
}

/// Names somebody for whom no letter was begun.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct HeldRef {
    /// It.
    pub id: HeldId,
}

/// Somebody who is to be tried again.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct TryHeld {
    /// It.
    pub id: HeldId,
    /// Although they had many letters lately or stand in another batch. An opt-out is never passed over.
    #[serde(default)]
    pub anyway: Option<bool>,
}

/// How many are held in the batch `b`.
pub(super) fn held_count() -> &'static str {
    "(SELECT count(*) FROM held h JOIN person p ON p.rid = h.person WHERE h.batch = b.rid AND p.binned_at IS NULL)
     + (SELECT count(*) FROM draft d JOIN person p ON p.rid = d.person
        WHERE d.batch = b.rid AND d.held_at IS NOT NULL AND p.binned_at IS NULL)"
}

/// Who is held in a batch, and why: first those without a letter, then letters put aside.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn held_people(vault: &Vault, input: BatchRef) -> Result<Vec<HeldPerson>> {
    let sql = "SELECT h.id, NULL, p.id, p.name, h.why, h.detail, 0 AS part, h.rid FROM held h JOIN person p ON p.rid = h.person
               WHERE h.batch = ?1 AND p.binned_at IS NULL
               UNION ALL SELECT NULL, d.id, p.id, p.name, 'byHand', d.held_why, 1, d.rid FROM draft d JOIN person p ON p.rid = d.person
               WHERE d.batch = ?1 AND d.held_at IS NOT NULL AND p.binned_at IS NULL ORDER BY part, 8";
    vault.read(|c| {
        let batch = rid_of(c, &batch_kind::KIND, input.id)?;
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([batch], |r| {
            let (why, text): (String, String) = (r.get(4)?, r.get(5)?);
            let why = HeldWhy::from_text(&why);
            let detail = match why {
                HeldWhy::ByHand => HeldDetail { note: Some(text), ..HeldDetail::default() },
                _ => serde_json::from_str(&text).unwrap_or_default(),
            };
            let person = NamedPerson { id: r.get(2)?, name: r.get(3)? };
            Ok(HeldPerson { id: r.get(0)?, letter: r.get(1)?, person, why, detail })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Tries to begin the letter of somebody who was held: after a field was filled in, or although they had many lately.
/// Where it cannot be begun, they stay held, with today's reason.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn try_held(vault: &Vault, input: TryHeld) -> Result<Batch> {
    let (of, who, name) = whose(vault, input.id)?;
    let Batch { kind: letters_for, channel, template, .. } = batch(vault, BatchRef { id: of })?;
    let shared = Shared::of(vault)?;
    let anyway = input.anyway == Some(true);
    let plan = Plan { shared: &shared, kind: letters_for, channel, template: &template, batch: Some(of), anyway };
    let outcome = begin(vault, &plan, who)?;
    vault.write("tryHeld", &name, |w| {
        let (rid, batch) = (w.rid(&kind::KIND, input.id)?, w.rid(&batch_kind::KIND, of)?);
        match &outcome {
            Outcome::Letter(begun) => {
                begun.insert(w, batch)?;
                w.remove(&kind::KIND, rid)
            }
            Outcome::Held(why, detail) => {
                w.set(&kind::KIND, rid, kind::WHY, why.as_str().to_owned())?;
                w.set(&kind::KIND, rid, kind::DETAIL, serde_json::to_string(detail)?).map(drop)
            }
        }
    })?;
    batch(vault, BatchRef { id: of })
}

/// Takes somebody who is held out of the batch; undo brings them back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn leave_out(vault: &Vault, input: HeldRef) -> Result<Batch> {
    let (of, _, name) = whose(vault, input.id)?;
    vault.write("leaveOut", &name, |w| {
        let rid = w.rid(&kind::KIND, input.id)?;
        w.remove(&kind::KIND, rid)
    })?;
    batch(vault, BatchRef { id: of })
}

fn whose(vault: &Vault, id: HeldId) -> Result<(BatchId, PersonId, String)> {
    let sql = "SELECT b.id, p.id, p.name FROM held h JOIN batch b ON b.rid = h.batch JOIN person p ON p.rid = h.person
               WHERE h.id = ?1";
    vault.read(|c| {
        let found = c.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)));
        found.optional()?.or_not_found()
    })
}
