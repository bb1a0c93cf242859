//! Two versions of a canvas as the data of their template: each note that differs, with its marks and what it was before.

use super::canvas_sheet::{block_name, fact, frame, share_line, word_of};
use super::plain::text;
use super::print::Style;
use super::words::{all, counted, licence, of_sheet};
use crate::canvas::{
    self, Block, BlockPlan, CompareSnapshots, NoteChange, NoteDifference, NoteNumbers, NumbersOf, SnapshotComparison,
    SnapshotRef, SnapshotRow,
};
use crate::clock::to_utc;
use crate::error::Result;
use crate::ids::CanvasSnapshotId;
use crate::touchpoints::{Channel, ChannelShare};
use crate::vault::Vault;
use chrono::Local;
use serde_json::{Value, json};

/// What the template `versions.typ` is given.
pub(super) fn data(vault: &Vault, from: CanvasSnapshotId, to: Option<CanvasSnapshotId>, style: Style) -> Result<Value> {
    let compared = canvas::compare_snapshots(vault, CompareSnapshots { from, to })?;
    let title = canvas::snapshot(vault, SnapshotRef { id: from })?.title;
    let sheet = canvas::of_snapshot(vault, SnapshotRef { id: from })?;
    let mut data = frame(vault, style, &title);
    let day = data["day"].as_str().unwrap_or_default().to_owned();
    let now = || format!("{}, {day}", of_sheet("now"));
    data["facts"] =
        json!([fact("before", &kept(&compared.from)), fact("after", &compared.to.as_ref().map_or_else(now, kept))]);
    data["attribution"] = licence(&sheet.kind).into();
    data["reason"] = text(&compared.from.reason).into();
    data["summary"] = summary(&compared).into();
    data["heads"] = all()["versions"]["heads"].clone();
    let mut blocks: Vec<(Block, Vec<Value>)> = Vec::new();
    for note in &compared.notes {
        match blocks.last_mut() {
            Some((last, rows)) if *last == note.block => rows.push(row(note, &sheet.blocks)),
            _ => blocks.push((note.block, vec![row(note, &sheet.blocks)])),
        }
    }
    let named = |(block, rows)| json!({ "name": text(&called(block, &sheet.blocks)), "rows": rows });
    data["blocks"] = blocks.into_iter().map(named).collect();
    Ok(data)
}

/// "3 · Before the fair, 1 September 2026".
fn kept(row: &SnapshotRow) -> String {
    let day = to_utc(row.at).with_timezone(&Local).format("%-d %B %Y");
    format!("{} · {}, {day}", row.number, row.label)
}

/// What a block is called on its canvas; one that the canvas has no more, as everywhere.
fn called(block: Block, plans: &[BlockPlan]) -> String {
    match plans.iter().find(|plan| plan.block == block) {
        Some(plan) => block_name(plan).to_owned(),
        None => all()["blocks"][word_of(block)][0].as_str().unwrap_or(of_sheet("formerBlock")).to_owned(),
    }
}

fn change_word(change: &NoteChange) -> &'static str {
    all()["versions"][mark(change)].as_str().unwrap_or_default()
}

fn mark(change: &NoteChange) -> &'static str {
    match change {
        NoteChange::Added => "added",
        NoteChange::Removed => "removed",
        NoteChange::Reworded { .. } => "reworded",
        NoteChange::Moved { .. } => "moved",
        NoteChange::Rebound { .. } => "rebound",
        NoteChange::Judged { .. } => "judged",
        NoteChange::Numbers { .. } => "numbers",
        NoteChange::Detailed { .. } => "detailed",
        NoteChange::Recoloured { .. } => "recoloured",
    }
}

/// "5 notes differ: 2 added, 1 reworded, 2 numbers moved."
fn summary(compared: &SnapshotComparison) -> String {
    let count = u32::try_from(compared.notes.len()).unwrap_or(u32::MAX);
    if count == 0 {
        return of_sheet("nothingChanged").to_owned();
    }
    let order = ["added", "removed", "reworded", "moved", "judged", "numbers", "rebound", "detailed", "recoloured"];
    let changes: Vec<_> = compared.notes.iter().flat_map(|note| &note.changes).collect();
    let parts = order.into_iter().filter_map(|kind| {
        let of_kind: Vec<_> = changes.iter().filter(|change| mark(change) == kind).collect();
        of_kind.first().map(|first| format!("{} {}", of_kind.len(), change_word(first)))
    });
    format!("{}: {}.", counted(count, "note differs", "notes differ"), parts.collect::<Vec<_>>().join(", "))
}

fn row(note: &NoteDifference, plans: &[BlockPlan]) -> Value {
    let marks: Vec<_> =
        note.changes.iter().map(|change| json!({ "what": mark(change), "word": change_word(change) })).collect();
    let lines = note.changes.iter().filter_map(|change| before(change, note.block, plans)).map(|line| text(&line));
    let lines: Vec<_> = lines.collect();
    let gone = note.changes.iter().any(|change| matches!(change, NoteChange::Removed));
    json!({ "marks": marks, "text": text(&note.text), "gone": gone, "lines": lines })
}

/// What it was before, in a line; nothing where the mark says it all.
fn before(change: &NoteChange, block: Block, plans: &[BlockPlan]) -> Option<String> {
    Some(match change {
        NoteChange::Reworded { before } => format!("It said “{before}”"),
        NoteChange::Moved { from } if *from == block => "To another place in its block".to_owned(),
        NoteChange::Moved { from } => format!("From {}", called(*from, plans)),
        NoteChange::Numbers { before, after } => format!("{} → {}", numbers(before), numbers(after)),
        NoteChange::Judged { before, after, weighed, weighs } => {
            let say = |evidence: &str, weight: u8| {
                let word = all()["evidence"][evidence].as_str().unwrap_or(evidence).to_owned();
                if weight > 0 { format!("{word}, importance {weight} of 3") } else { word }
            };
            format!("{} → {}", say(&word_of(before), *weighed), say(&word_of(after), *weighs))
        }
        _ => return None,
    })
}

fn numbers(numbers: &NoteNumbers) -> String {
    let Some(count) = numbers.count else { return of_sheet("notCounted").to_owned() };
    if numbers.of == NumbersOf::Channel {
        let (felt, felt_n) = (numbers.felt, numbers.felt_n);
        return share_line(&ChannelShare { channel: Channel::Phone, touches: count, of: numbers.total, felt, felt_n });
    }
    counted(count, "person", "people")
}
