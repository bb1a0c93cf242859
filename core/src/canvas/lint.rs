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
/// Signs between two ideas. "And" is none: too many single ideas hold one.
const TWO_IDEAS: [char; 2] = [';', '\n'];
/// From this likeness on two texts say the same, 0–1.
const ALIKE: f64 = 0.9;
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
    /// The day on which the sheet was to be looked at is over.
    SheetOverdue,
    /// The people of a segment are planned to cost more than they bring.
    CostsMore,
    /// A segment is planned to be served by what runs by itself, and nobody watches that (row M087).
    Unwatched,
    /// A customer block holds nothing while another block is full.
    EmptyBlock,
    /// A customer segment is words only: no rule says who belongs to it.
    NoRule,
    /// Nothing went through the channel for 90 days.
    UnusedChannel,
    /// Nobody is served with the type of relationship.
    UnservedRelation,
    /// A segment leads to no channel, no relationship or no value.
    LacksLinks,
    /// A channel, a relationship or a value leads to no segment.
    ServesNobody,
    /// A count of people moved by more than a fifth since the last version.
    NumbersMoved,
    /// All segments are served with the same closeness.
    OneSize,
    /// Another note of the block says the same, or nearly.
    Duplicate,
    /// It has more than 20 words.
    TooLong,
    /// It says two things at once.
    TwoIdeas,
    /// Nobody says for whom the sheet was made, or by whom.
    NoHeading,
}

stands_as!(HintKind {
    Overdue = "overdue",
    SheetOverdue = "sheetOverdue",
    CostsMore = "costsMore",
    Unwatched = "unwatched",
    EmptyBlock = "emptyBlock",
    NoRule = "noRule",
    UnusedChannel = "unusedChannel",
    UnservedRelation = "unservedRelation",
    LacksLinks = "lacksLinks",
    ServesNobody = "servesNobody",
    NumbersMoved = "numbersMoved",
    OneSize = "oneSize",
    Duplicate = "duplicate",
    TooLong = "tooLong",
    TwoIdeas = "twoIdeas",
    NoHeading = "noHeading",
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
    /// The blocks a segment does not lead to, for [`HintKind::LacksLinks`].
    pub lacks: Vec<Block>,
    /// What was counted at the last version, for [`HintKind::NumbersMoved`].
    pub from: Option<u32>,
    /// What is counted now.
    pub to: Option<u32>,
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
    found.extend(of_sheet(&canvas, &today));
    let linked = super::lint_links::hints(vault, &canvas)?;
    vault.read(|c| {
        for note in &canvas.notes {
            let at_rest = resting(c, note.id)?;
            let mut hints = hints_of(c, note, &canvas, now, &today)?;
            hints.extend(linked.iter().filter(|hint| hint.note == Some(note.id)).cloned());
            found.extend(hints.into_iter().map(|hint| SheetHint { at_rest: at_rest.contains(&hint.kind), ..hint }));
        }
        Ok(())
    })?;
    found.extend(linked.into_iter().filter(|hint| hint.note.is_none()));
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

/// What the sheet as a whole lacks; it is told at its first block.
fn of_sheet(canvas: &Canvas, today: &str) -> Vec<SheetHint> {
    let Some(block) = canvas.blocks.first().map(|plan| plan.block) else { return Vec::new() };
    let mut found = Vec::new();
    if !canvas.review_on.is_empty() && canvas.review_on.as_str() < today {
        found.push(SheetHint { day: Some(canvas.review_on.clone()), ..hint(HintKind::SheetOverdue, block, None) });
    }
    let unsaid = canvas.designed_for.is_empty() || canvas.designed_by.is_empty();
    if unsaid && canvas.notes.len() >= FULL {
        found.push(hint(HintKind::NoHeading, block, None));
    }
    found
}

fn empty_blocks(canvas: &Canvas) -> Vec<SheetHint> {
    let mut counts: BTreeMap<Block, usize> = BTreeMap::new();
    for note in &canvas.notes {
        *counts.entry(note.block).or_default() += 1;
    }
    if counts.values().all(|n| *n < FULL) {
        return Vec::new();
    }
    let has = |block: &Block| canvas.blocks.iter().any(|plan| plan.block == *block);
    let empty = CUSTOMER_BLOCKS.into_iter().filter(|block| has(block) && !counts.contains_key(block));
    empty.map(|block| hint(HintKind::EmptyBlock, block, None)).collect()
}

/// A hint without particulars.
pub(super) fn hint(kind: HintKind, block: Block, note: Option<&Note>) -> SheetHint {
    let (text, note) = (note.map(|n| n.text.clone()).unwrap_or_default(), note.map(|n| n.id));
    SheetHint {
        kind,
        block,
        note,
        text,
        day: None,
        last: None,
        words: None,
        twin: None,
        lacks: Vec::new(),
        from: None,
        to: None,
        at_rest: false,
    }
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
    let same = |other: &&Note| other.block == note.block && alike(&other.text, &note.text);
    if let Some(twin) = canvas.notes.iter().take_while(|other| other.id != note.id).find(same) {
        found.push(SheetHint { twin: Some(twin.id), ..of(HintKind::Duplicate) });
    }
    let words = note.text.split_whitespace().count();
    if words > MOST_WORDS {
        found.push(SheetHint { words: u32::try_from(words).ok(), ..of(HintKind::TooLong) });
    } else if note.text.contains(TWO_IDEAS) {
        found.push(of(HintKind::TwoIdeas));
    }
    Ok(found)
}

fn last_through(c: &Connection, channel: Channel) -> Result<Option<Millis>> {
    let sql = "SELECT max(at) FROM touchpoint WHERE channel = ?1";
    Ok(c.prepare_cached(sql)?.query_row([channel.as_str()], |r| r.get(0))?)
}

/// Whether two texts say the same, but for a letter or so.
fn alike(one: &str, other: &str) -> bool {
    strsim::normalized_levenshtein(&bare(one), &bare(other)) >= ALIKE
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
        assert!(alike("Neighbourhood cafes", "Neighborhood cafés") && !alike("Clinics", "Clients"));
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
