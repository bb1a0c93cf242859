//! Weak spots between notes: segments that nothing leads to, notes that serve nobody, what costs more than it brings,
//! one size for all, and numbers that moved. Links are asked only on a sheet that has some.

use super::blocks::Block;
use super::lint::{HintKind, SheetHint, hint};
use super::snapshots::{Frozen, NoteNumbers, NumbersOf, frozen_of, latest};
use super::tally::DAYS;
use super::{Binding, Canvas, Note};
use crate::error::Result;
use crate::ids::{NoteId, SegmentId};
use crate::purchases;
use crate::segments;
use crate::vault::Vault;
use rusqlite::Connection;

/// By how much a number has to move to be told: a fifth.
const MOVED: f64 = 0.2;
/// Numbers below this jump about.
const ENOUGH: u32 = 10;
const MONTHS: i64 = 12;
/// The type of relationship that runs by itself.
const AUTOMATED: &str = "automated";
/// What a segment should lead to.
const NEEDED: [&[Block]; 3] =
    [&[Block::Channels], &[Block::Relationships], &[Block::Value, Block::UniqueValue, Block::Solution]];

pub(super) fn hints(vault: &Vault, canvas: &Canvas) -> Result<Vec<SheetHint>> {
    let mut found = unlinked(canvas);
    found.extend(costs(vault, canvas)?);
    found.extend(vault.read(|c| unwatched(c, canvas))?);
    found.extend(vault.read(|c| one_size(c, canvas))?);
    found.extend(moved(vault, canvas)?);
    Ok(found)
}

fn unlinked(canvas: &Canvas) -> Vec<SheetHint> {
    let mut found = Vec::new();
    if canvas.links.is_empty() {
        return found;
    }
    let blocks_beside = |id: NoteId| -> Vec<Block> {
        let others = canvas.links.iter().filter_map(|l| (l.a == id).then_some(l.b).or((l.b == id).then_some(l.a)));
        others.filter_map(|id| canvas.notes.iter().find(|n| n.id == id)).map(|n| n.block).collect()
    };
    let has_block = |blocks: &[Block]| canvas.blocks.iter().any(|plan| blocks.contains(&plan.block));
    for note in &canvas.notes {
        let beside = blocks_beside(note.id);
        if note.block == Block::Segments {
            let lacks = NEEDED.iter().filter(|wanted| has_block(wanted) && !beside.iter().any(|b| wanted.contains(b)));
            let lacks: Vec<Block> = lacks.filter_map(|wanted| wanted.first().copied()).collect();
            if !lacks.is_empty() {
                found.push(SheetHint { lacks, ..hint(HintKind::LacksLinks, note.block, Some(note)) });
            }
        } else if NEEDED.iter().any(|wanted| wanted.contains(&note.block)) && beside.is_empty() {
            found.push(hint(HintKind::ServesNobody, note.block, Some(note)));
        }
    }
    found
}

fn bound_segments(canvas: &Canvas) -> impl Iterator<Item = (&Note, SegmentId, u32)> {
    canvas.notes.iter().filter_map(|note| match (&note.binding, &note.figures) {
        (Some(Binding::Segment { segment }), Some(super::NoteFigures::Segment { count: Some(count), .. })) => {
            Some((note, *segment, *count))
        }
        _ => None,
    })
}

/// What its people are planned to cost in a year beside what they bought, where both are told in one currency.
fn costs(vault: &Vault, canvas: &Canvas) -> Result<Vec<SheetHint>> {
    let today = vault.clock().today();
    let since = today - chrono::Days::new(DAYS.into());
    let mut planned = Vec::new();
    let mut groups = Vec::new();
    for (note, segment, count) in bound_segments(canvas) {
        let service = vault.read(|c| segments::service_of(c, segment))?;
        let Some(cost) = service.cost else { continue };
        let people = segments::members(vault, &vault.read(|c| segments::rule_of(c, segment))?)?;
        planned.push((note, count, cost, service.currency));
        groups.push(move |rid| people.contains(rid));
    }
    let bought = vault.read(|c| purchases::totals_of(c, today, &groups, Some(since)))?;
    let mut found = Vec::new();
    for ((note, count, cost, currency), bought) in planned.into_iter().zip(bought) {
        let brings = bought.currencies.iter().find(|t| t.currency == currency).map(|t| t.sum);
        let brings = brings.or_else(|| bought.in_base.filter(|b| b.currency == currency).map(|b| b.sum));
        let year = cost.saturating_mul(MONTHS).saturating_mul(count.into());
        if brings.is_some_and(|sum| sum < year) {
            found.push(hint(HintKind::CostsMore, note.block, Some(note)));
        }
    }
    Ok(found)
}

/// Segments that are meant to be served by what runs by itself, with nobody who watches it.
fn unwatched(c: &Connection, canvas: &Canvas) -> Result<Vec<SheetHint>> {
    let mut found = Vec::new();
    for (note, segment, _) in bound_segments(canvas) {
        let service = segments::service_of(c, segment)?;
        if service.relation == AUTOMATED && service.watched_by.is_empty() {
            found.push(hint(HintKind::Unwatched, note.block, Some(note)));
        }
    }
    Ok(found)
}

/// Two segments or more, all said to be served with the same closeness.
fn one_size(c: &Connection, canvas: &Canvas) -> Result<Option<SheetHint>> {
    let mut said = Vec::new();
    for (_, segment, _) in bound_segments(canvas) {
        let sql = "SELECT intensity FROM segment WHERE id = ?1";
        said.push(c.prepare_cached(sql)?.query_row([segment], |r| r.get::<_, String>(0))?);
    }
    let alike = said.len() > 1 && !said[0].is_empty() && said.iter().all(|one| *one == said[0]);
    Ok(alike.then(|| hint(HintKind::OneSize, Block::Segments, None)))
}

/// Counts of people that moved by a fifth since the last version.
fn moved(vault: &Vault, canvas: &Canvas) -> Result<Vec<SheetHint>> {
    let Some(last) = vault.read(|c| latest(c, canvas.id))? else { return Ok(Vec::new()) };
    let Frozen { notes: before, .. } = frozen_of(vault, last)?.1;
    let mut found = Vec::new();
    for note in &canvas.notes {
        let was = before.iter().find(|n| n.id == note.id).and_then(|n| n.numbers.as_ref());
        let is = note.figures.clone().map(NoteNumbers::from);
        if let (Some(was), Some(is)) = (was, is)
            && let (Some(from), Some(to)) = (was.count, is.count)
            && was.of == is.of
            && was.of != NumbersOf::Channel
            && from.max(to) >= ENOUGH
            && f64::from(from.abs_diff(to)) > MOVED * f64::from(from.max(1))
        {
            found.push(SheetHint {
                from: Some(from),
                to: Some(to),
                ..hint(HintKind::NumbersMoved, note.block, Some(note))
            });
        }
    }
    Ok(found)
}
