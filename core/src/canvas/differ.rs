//! Two versions of a canvas side by side: what was added, taken away, reworded, moved, and which numbers moved.

use super::read::get;
use super::snapshots::{Frozen, frozen_of, row_of};
use super::{Binding, Block, CanvasRef, Evidence, FrozenNote, NoteNumbers, NumbersOf, SnapshotRow};
use crate::error::{Error, Result};
use crate::ids::{CanvasId, CanvasSnapshotId, NoteId};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A mean of fewer feelings than this says nothing, so it does not move either.
const ENOUGH_FELT: u32 = 3;

/// Which two versions.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CompareSnapshots {
    /// The earlier one.
    pub from: CanvasSnapshotId,
    /// The later one of the same canvas; the canvas as it stands now when left out.
    #[serde(default)]
    pub to: Option<CanvasSnapshotId>,
}

/// Which two canvases.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct CompareCanvases {
    /// The one to begin with.
    pub from: CanvasId,
    /// The one that may differ.
    pub to: CanvasId,
}

/// Two canvases side by side, as they stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CanvasComparison {
    /// What the one to begin with is called.
    pub from: String,
    /// What the other one is called.
    pub to: String,
    /// The notes that differ, by the id that they have on the other one; those that only the first has, by theirs.
    pub notes: Vec<NoteDifference>,
}

/// Two versions side by side.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SnapshotComparison {
    /// The earlier one.
    pub from: SnapshotRow,
    /// The later one; nothing for the canvas as it stands now.
    pub to: Option<SnapshotRow>,
    /// The notes that differ, block by block; notes that are the same are left out.
    pub notes: Vec<NoteDifference>,
}

/// How a note differs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NoteDifference {
    /// The note.
    pub id: NoteId,
    /// The block it is in; for one that was taken away, the one it was in.
    pub block: Block,
    /// What it says; for one that was taken away, what it said.
    pub text: String,
    /// In what it differs, the weightiest first.
    pub changes: Vec<NoteChange>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "what", rename_all = "camelCase")]
#[ts(export)]
pub enum NoteChange {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It says something else.
    Reworded {
        /// What it said.
        before: String,
    },
    /// It stands elsewhere.
    Moved {
        /// The block it was in; its own when it was moved within it.
        from: Block,
    },
    /// Its numbers come from something else.
    Rebound {
        /// What they came from.
        before: Option<Binding>,
    },
    /// Something else speaks for it, or more or less hangs on it.
    Judged {
        /// What spoke for it.
        before: Evidence,
        /// What speaks for it.
        after: Evidence,
        /// How much hung on it.
        weighed: u8,
        /// How much hangs on it.
        weighs: u8,
    },
    /// The book counts something else.
    Numbers {
        /// What it showed.
        before: NoteNumbers,
        /// What it shows.
        after: NoteNumbers,
    },
    /// More is said about it, or something else.
    Detailed {
        /// What was said.
        before: String,
    },
    /// It has another hue.
    Recoloured {
        /// The hue it had.
        before: u8,
    },
}

/// What differs between two versions of a canvas, or between one and now.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] for versions of two canvases.
pub fn compare_snapshots(vault: &Vault, input: CompareSnapshots) -> Result<SnapshotComparison> {
    let (canvas, before) = frozen_of(vault, input.from)?;
    let after = match input.to {
        None => Frozen::of(get(vault, CanvasRef { id: Some(canvas) })?),
        Some(to) => {
            let (other, after) = frozen_of(vault, to)?;
            if other != canvas {
                return Err(Error::invalid("to", "elsewhere"));
            }
            after
        }
    };
    vault.read(|c| {
        Ok(SnapshotComparison {
            from: row_of(c, input.from)?,
            to: input.to.map(|to| row_of(c, to)).transpose()?,
            notes: differences(&before.notes, &after.notes),
        })
    })
}

/// What differs between two canvases as they stand: a variant and what it was copied from, or two variants of one.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn compare_canvases(vault: &Vault, input: CompareCanvases) -> Result<CanvasComparison> {
    let (from, to) = (get(vault, CanvasRef { id: Some(input.from) })?, get(vault, CanvasRef { id: Some(input.to) })?);
    let (from_title, to_title) = (from.title.clone(), to.title.clone());
    let first = |note: &FrozenNote| -> Result<NoteId> {
        let sql = "SELECT copy_of FROM note WHERE id = ?1";
        let copy_of: String = vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([note.id], |r| r.get(0))?))?;
        Ok(copy_of.parse().map_or(note.id, NoteId))
    };
    let (mut before, mut after) = (Frozen::of(from).notes, Frozen::of(to).notes);
    let mut own: BTreeMap<NoteId, NoteId> = BTreeMap::new();
    for note in before.iter_mut().chain(&mut after) {
        let first = first(note)?;
        own.insert(first, note.id);
        note.id = first;
    }
    let mut notes = differences(&before, &after);
    for note in &mut notes {
        note.id = own.get(&note.id).copied().unwrap_or(note.id);
    }
    Ok(CanvasComparison { from: from_title, to: to_title, notes })
}

/// The notes that differ, in the order of the blocks; those taken away come last in theirs.
fn differences(before: &[FrozenNote], after: &[FrozenNote]) -> Vec<NoteDifference> {
    let stood: BTreeMap<NoteId, &FrozenNote> = before.iter().map(|n| (n.id, n)).collect();
    let stays: BTreeSet<NoteId> = after.iter().map(|n| n.id).collect();
    let moved = moved_within(before, after);
    let mut found = Vec::new();
    for note in after {
        let changes = match stood.get(&note.id) {
            None => vec![NoteChange::Added],
            Some(before) => changes(before, note, moved.contains(&note.id)),
        };
        if !changes.is_empty() {
            found.push(NoteDifference { id: note.id, block: note.block, text: note.text.clone(), changes });
        }
    }
    found.extend(before.iter().filter(|n| !stays.contains(&n.id)).map(|n| NoteDifference {
        id: n.id,
        block: n.block,
        text: n.text.clone(),
        changes: vec![NoteChange::Removed],
    }));
    found.sort_by_key(|d| d.block);
    found
}

fn changes(before: &FrozenNote, after: &FrozenNote, moved_within: bool) -> Vec<NoteChange> {
    let mut changes = Vec::new();
    if before.text != after.text {
        changes.push(NoteChange::Reworded { before: before.text.clone() });
    }
    if before.block != after.block || moved_within {
        changes.push(NoteChange::Moved { from: before.block });
    }
    if before.binding != after.binding {
        changes.push(NoteChange::Rebound { before: before.binding.clone() });
    } else if let (Some(was), Some(is)) = (&before.numbers, &after.numbers)
        && shown(was) != shown(is)
    {
        changes.push(NoteChange::Numbers { before: was.clone(), after: is.clone() });
    }
    if (before.evidence, before.importance) != (after.evidence, after.importance) {
        let (weighed, weighs) = (before.importance, after.importance);
        changes.push(NoteChange::Judged { before: before.evidence, after: after.evidence, weighed, weighs });
    }
    if before.detail != after.detail {
        changes.push(NoteChange::Detailed { before: before.detail.clone() });
    }
    if before.hue != after.hue {
        changes.push(NoteChange::Recoloured { before: before.hue });
    }
    changes
}

/// Numbers as far as a note shows them: people are counted, channels are told in whole percent and tenths of feeling.
/// Otherwise every logged call would move the share of every channel.
fn shown(numbers: &NoteNumbers) -> (Option<u32>, Option<i64>) {
    match numbers.of {
        NumbersOf::Segment | NumbersOf::Relation => (numbers.count, None),
        NumbersOf::Channel => {
            let percent = |n: u32| (u64::from(n) * 200 / u64::from(numbers.total.max(1))).div_ceil(2);
            let share = numbers.count.map(|n| u32::try_from(percent(n)).unwrap_or(u32::MAX));
            // Tenths between -20 and 20: nothing is lost.
            #[allow(clippy::cast_possible_truncation)]
            let felt = numbers.felt.filter(|_| numbers.felt_n >= ENOUGH_FELT).map(|felt| (felt * 10.0).round() as i64);
            (share, felt)
        }
    }
}

/// The notes that somebody moved within their block: the fewest that explain the new order. Those that keep their
/// order are a longest rising row of places; the others moved.
fn moved_within(before: &[FrozenNote], after: &[FrozenNote]) -> BTreeSet<NoteId> {
    let mut moved = BTreeSet::new();
    let blocks: BTreeSet<Block> = after.iter().map(|n| n.block).collect();
    for block in blocks {
        let stood: BTreeMap<NoteId, usize> =
            before.iter().filter(|n| n.block == block).enumerate().map(|(at, n)| (n.id, at)).collect();
        let stands: Vec<(NoteId, usize)> =
            after.iter().filter(|n| n.block == block).filter_map(|n| stood.get(&n.id).map(|at| (n.id, *at))).collect();
        let keeps = longest_rising(&stands.iter().map(|(_, at)| *at).collect::<Vec<_>>());
        moved
            .extend(stands.iter().map(|(id, _)| *id).enumerate().filter(|(i, _)| !keeps.contains(i)).map(|(_, id)| id));
    }
    moved
}

/// The places of a longest row of rising numbers.
fn longest_rising(numbers: &[usize]) -> BTreeSet<usize> {
    // For each number: how long a row ends there, and the place before it. Blocks hold few notes: every pair is looked at.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (i, number) in numbers.iter().enumerate() {
        let best = (0..i).filter(|j| numbers[*j] < *number).max_by_key(|j| rows[*j].0);
        rows.push((best.map_or(1, |j| rows[j].0 + 1), best));
    }
    let mut kept = BTreeSet::new();
    let mut at = (0..rows.len()).max_by_key(|i| rows[*i].0);
    while let Some(i) = at {
        kept.insert(i);
        at = rows[i].1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sheet(order: &[u8]) -> Vec<FrozenNote> {
        order
            .iter()
            .map(|n| FrozenNote {
                id: NoteId(uuid::Uuid::from_u128((*n).into())),
                block: Block::Value,
                text: n.to_string(),
                detail: String::new(),
                hue: 0,
                binding: None,
                evidence: Evidence::Unsaid,
                importance: 0,
                numbers: None,
            })
            .collect()
    }

    fn phone(count: u32, total: u32) -> NoteNumbers {
        NoteNumbers {
            of: NumbersOf::Channel,
            name: "phone".into(),
            count: Some(count),
            total,
            felt: Some(1.0),
            felt_n: 2,
        }
    }

    #[test]
    fn a_channel_moves_only_when_what_it_shows_does() {
        assert_eq!(shown(&phone(500, 1000)), shown(&phone(501, 1001)));
        assert_ne!(shown(&phone(500, 1000)), shown(&phone(500, 1020)));
        assert_eq!(shown(&phone(0, 0)), (Some(0), None), "two feelings are not enough for a mean");
    }

    proptest! {
        #[test]
        fn one_note_moved_is_one_note_told(n in 2u8..12, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
            let before: Vec<u8> = (0..n).collect();
            let mut after = before.clone();
            let (from, to) = (from.index(before.len()), to.index(before.len()));
            let note = after.remove(from);
            after.insert(to, note);
            let told = differences(&sheet(&before), &sheet(&after));
            prop_assert_eq!(told.len(), usize::from(from != to), "{:?}", told);
        }

        #[test]
        fn what_is_told_makes_the_later_sheet_of_the_earlier(
            before in prop::sample::subsequence((0u8..10).collect::<Vec<_>>(), 0..10).prop_shuffle(),
            after in prop::sample::subsequence((0u8..10).collect::<Vec<_>>(), 0..10).prop_shuffle(),
        ) {
            let (before, after) = (sheet(&before), sheet(&after));
            let told = differences(&before, &after);
            let with = |change: &NoteChange| told.iter().filter(|d| d.changes.contains(change)).map(|d| d.id).collect::<BTreeSet<_>>();
            let (added, removed) = (with(&NoteChange::Added), with(&NoteChange::Removed));
            let moved = with(&NoteChange::Moved { from: Block::Value });
            let ids = |notes: &[FrozenNote]| notes.iter().map(|n| n.id).collect::<Vec<_>>();
            let rest = |notes: &[FrozenNote], but: &[&BTreeSet<NoteId>]| {
                ids(notes).into_iter().filter(|id| but.iter().all(|b| !b.contains(id))).collect::<Vec<_>>()
            };
            prop_assert_eq!(rest(&before, &[&removed, &moved]), rest(&after, &[&added, &moved]));
            prop_assert!(differences(&after, &after).is_empty());
        }
    }
}
