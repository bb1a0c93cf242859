//! What speaks for a note and against it: touchpoints in which it was heard or seen.

use super::Note;
use super::NoteRef;
use super::kinds::{note, proof};
use super::read::{note_of, plain_note};
use crate::error::{OrNotFound, Result};
use crate::ids::{NoteId, TouchId};
use crate::touchpoints::{self, TouchRef, Touchpoint};
use crate::vault::Vault;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which way a touchpoint speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SetProof {
    /// For the note.
    For,
    /// Against it.
    Against,
    /// Neither, any more.
    Nothing,
}

/// A touchpoint that is said to speak for a note or against it, or not to any more.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ProveNote {
    /// The note.
    pub id: NoteId,
    /// The touchpoint.
    pub touchpoint: TouchId,
    /// Which way it speaks.
    pub says: SetProof,
}

/// A touchpoint beside a note.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NoteProof {
    /// The touchpoint.
    pub touchpoint: Touchpoint,
    /// True when it speaks against the note.
    pub against: bool,
}

/// What speaks for a note and against it, the newest first; touchpoints that were removed are left out.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn proofs(vault: &Vault, input: NoteRef) -> Result<Vec<NoteProof>> {
    let rows: Vec<(String, i64)> = vault.read(|c| {
        plain_note(c, input.id)?;
        let sql = "SELECT p.touchpoint, min(p.says) FROM note_proof p JOIN note n ON n.rid = p.note
                   WHERE n.id = ?1 GROUP BY p.touchpoint";
        let mut rows = c.prepare_cached(sql)?;
        Ok(rows.query_map([input.id], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
    })?;
    let mut found = Vec::new();
    for (id, says) in rows {
        let Ok(id) = id.parse().map(TouchId) else { continue };
        if let Ok(touchpoint) = touchpoints::get(vault, TouchRef { id }) {
            found.push(NoteProof { touchpoint, against: says < 0 });
        }
    }
    found.sort_by_key(|p| std::cmp::Reverse(p.touchpoint.at));
    Ok(found)
}

/// Says which way a touchpoint speaks.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn prove_note(vault: &Vault, input: ProveNote) -> Result<Note> {
    touchpoints::get(vault, TouchRef { id: input.touchpoint })?;
    let name = vault.read(|c| plain_note(c, input.id))?.text;
    vault.write("proveNote", &name, |w| {
        let rid = w.rid(&note::KIND, input.id)?;
        let touchpoint = input.touchpoint.to_string();
        let sql = "SELECT rid FROM note_proof WHERE note = ?1 AND touchpoint = ?2";
        let found: Vec<i64> = w
            .conn()
            .prepare_cached(sql)?
            .query_map(params![rid, touchpoint], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let says = match input.says {
            SetProof::For => 1,
            SetProof::Against => -1,
            SetProof::Nothing => {
                return found.into_iter().try_for_each(|row| w.remove(&proof::KIND, row));
            }
        };
        if found.is_empty() {
            let cells = [(proof::NOTE, rid.into()), (proof::TOUCHPOINT, touchpoint.into()), (proof::SAYS, says.into())];
            w.insert(&proof::KIND, Uuid::now_v7(), &cells)?;
        }
        for row in found {
            w.set(&proof::KIND, row, proof::SAYS, says)?;
        }
        Ok(())
    })?;
    note_of(vault, input.id)
}

/// How many touchpoints speak for a note, and how many against it.
pub(super) fn counts(c: &rusqlite::Connection, id: NoteId) -> Result<(u32, u32)> {
    let sql = "SELECT count(*) FILTER (WHERE says > 0), count(*) FILTER (WHERE says < 0) FROM
               (SELECT min(p.says) AS says FROM note_proof p JOIN note n ON n.rid = p.note WHERE n.id = ?1 GROUP BY p.touchpoint)";
    c.prepare_cached(sql)?.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional()?.or_not_found()
}
