//! What is worth a look on a canvas: weak spots found by plain rules, each of which can be put to rest on its note.

use super::blocks::stands_as;
use super::kinds::note as kind;
use super::notes::change;
use super::read::get;
use super::{Binding, Block, Canvas, CanvasRef, Note, NoteFigures};
use crate::clock::{DAY, Millis};
use crate::error::{OrNotFound, Result};
use crate::ids::NoteId;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use crate::vault::text::fold;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A channel is unused when nothing went through it for so many days.
const UNUSED_DAYS: i64 = 90;
/// A note says one thing in at most so many words.
const MOST_WORDS: usize = 20;
/// From so many notes on a block counts as full.
const FULL: usize = 3;
/// The blocks that are about customers (seed fbf2).
const CUSTOMER_BLOCKS: [Block; 3] = [Block::Segments, Block::Relationships, Block::Channels];

/// What is worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HintKind {
    /// The day on which its test was to be looked at is over, and no result is written down.
    Overdue,
    /// A customer block holds nothing while another block is full.
    EmptyBlock,
    /// A customer segment is words only: no rule says who belongs to it.
    NoRule,
    /// Nothing went through the channel for 90 days.
    UnusedChannel,
    /// Nobody is served with the type of relationship.
    UnservedRelation,
    /// Another note of the block says the same.
    Duplicate,
    /// It has more than 20 words.
    TooLong,
}

stands_as!(HintKind {
    Overdue = "overdue",
    EmptyBlock = "emptyBlock",
    NoRule = "noRule",
    UnusedChannel = "unusedChannel",
    UnservedRelation = "unservedRelation",
    Duplicate = "duplicate",
    TooLong = "tooLong",
});

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SheetHint {
    /// What it is.
    pub kind: HintKind,
    /// In which block.
    pub block: Block,
    /// On which note; nothing for a block as a whole.
    pub note: Option<NoteId>,
    /// What that note says.
    pub text: String,
    /// The day that is over, for [`HintKind::Overdue`].
    pub day: Option<String>,
    /// When the channel was used last, for [`HintKind::UnusedChannel`]; nothing when it never was.
    pub last: Option<Millis>,
    /// How many words the note has, for [`HintKind::TooLong`].
    pub words: Option<u32>,
    /// The note that says the same, for [`HintKind::Duplicate`].
    pub twin: Option<NoteId>,
    /// True when somebody said that it may stay as it is.
    pub at_rest: bool,
}

/// A hint to be put to rest on a note, or to be given again.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct RestHint {
    /// The note.
    pub id: NoteId,
    /// Which hint.
    pub kind: HintKind,
    /// True to put it to rest.
    pub rest: bool,
}

/// What is worth a look on a canvas, the weightiest first; hints at rest come with the others and say so.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn lint(vault: &Vault, input: CanvasRef) -> Result<Vec<SheetHint>> {
    let canvas = get(vault, input)?;
    let (now, today) = (vault.clock().now(), vault.clock().today().to_string());
    let mut found = empty_blocks(&canvas);
    vault.read(|c| {
        for note in &canvas.notes {
            let at_rest = resting(c, note.id)?;
            let hints = hints_of(c, note, &canvas, now, &today)?;
            found.extend(hints.into_iter().map(|hint| SheetHint { at_rest: at_rest.contains(&hint.kind), ..hint }));
        }
        Ok(())
    })?;
    found.sort_by_key(|hint| (hint.kind, hint.block));
    Ok(found)
}

/// Puts a hint to rest on a note, or lets it be given again.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn rest_hint(vault: &Vault, input: RestHint) -> Result<Note> {
    let mut resting = vault.read(|c| resting(c, input.id))?;
    resting.retain(|kind| *kind != input.kind);
    if input.rest {
        resting.push(input.kind);
    }
    resting.sort_unstable();
    let text = resting.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",");
    change(vault, "restHint", input.id, vec![(kind::AT_REST, text.into())])
}

fn resting(c: &Connection, id: NoteId) -> Result<Vec<HintKind>> {
    let sql = "SELECT at_rest FROM note WHERE id = ?1";
    let text: String = c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.or_not_found()?;
    Ok(text.split(',').filter_map(HintKind::from_text).collect())
}

fn empty_blocks(canvas: &Canvas) -> Vec<SheetHint> {
    let mut counts: BTreeMap<Block, usize> = BTreeMap::new();
    for note in &canvas.notes {
        *counts.entry(note.block).or_default() += 1;
    }
    if counts.values().all(|n| *n < FULL) {
        return Vec::new();
    }
    let empty = CUSTOMER_BLOCKS.into_iter().filter(|block| !counts.contains_key(block));
    empty.map(|block| hint(HintKind::EmptyBlock, block, None)).collect()
}

fn hint(kind: HintKind, block: Block, note: Option<&Note>) -> SheetHint {
    let (text, note) = (note.map(|n| n.text.clone()).unwrap_or_default(), note.map(|n| n.id));
    SheetHint { kind, block, note, text, day: None, last: None, words: None, twin: None, at_rest: false }
}

fn hints_of(c: &Connection, note: &Note, canvas: &Canvas, now: Millis, today: &str) -> Result<Vec<SheetHint>> {
    let of = |kind| hint(kind, note.block, Some(note));
    let mut found = Vec::new();
    let review = &note.judgement.review_on;
    if !review.is_empty() && review.as_str() < today && note.judgement.result.is_empty() {
        found.push(SheetHint { day: Some(review.clone()), ..of(HintKind::Overdue) });
    }
    if note.block == Block::Segments && !matches!(note.binding, Some(Binding::Segment { .. })) {
        found.push(of(HintKind::NoRule));
    }
    if let Some(Binding::Channel { channel }) = note.binding {
        let last = last_through(c, channel)?;
        if last.is_none_or(|at| at < now - UNUSED_DAYS * DAY) {
            found.push(SheetHint { last, ..of(HintKind::UnusedChannel) });
        }
    }
    if let Some(NoteFigures::Relation { count: 0, .. }) = note.figures {
        found.push(of(HintKind::UnservedRelation));
    }
    // Of two that say the same the later one is told, so that one press mends it.
    let same = |other: &&Note| other.block == note.block && bare(&other.text) == bare(&note.text);
    if let Some(twin) = canvas.notes.iter().take_while(|other| other.id != note.id).find(same) {
        found.push(SheetHint { twin: Some(twin.id), ..of(HintKind::Duplicate) });
    }
    let words = note.text.split_whitespace().count();
    if words > MOST_WORDS {
        found.push(SheetHint { words: u32::try_from(words).ok(), ..of(HintKind::TooLong) });
    }
    Ok(found)
}

fn last_through(c: &Connection, channel: Channel) -> Result<Option<Millis>> {
    let sql = "SELECT max(at) FROM touchpoint WHERE channel = ?1";
    Ok(c.prepare_cached(sql)?.query_row([channel.as_str()], |r| r.get(0))?)
}

/// A text without case, accents, punctuation and spaces. A text of signs only stands for itself.
fn bare(text: &str) -> String {
    let letters: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.is_empty() { text.to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_whatever_their_case_accents_and_signs() {
        assert_eq!(bare("Cafés, near us!"), bare("cafes near us"));
        assert_ne!(bare("!"), bare("?"));
        assert_ne!(bare("咖啡馆"), bare("诊所"));
    }

    #[test]
    fn words_on_the_wire_and_in_the_vault_are_the_same() {
        for kind in HintKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
