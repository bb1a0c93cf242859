//! Canvases and journeys as JSON for programs, and a canvas as a board of cards (JSON Canvas 1.0).

use crate::canvas::{Canvas, Note};
use crate::error::Result;
use crate::journeys::JourneyMap;
use crate::press::canvas_sheet::{block_name, word_of};
use serde::Serialize;
use serde_json::{Value, json};

/// A card's size and the space between cards, in pixels.
const CARD: (i64, i64, i64) = (300, 120, 20);
/// Room for the name of a block above its cards.
const HEAD: i64 = 60;
/// The colours of the six hues.
const HUES: [&str; 7] = ["", "#1d6b59", "#8a4f9e", "#b0622a", "#3765ad", "#8a7a1c", "#a33f5c"];

/// A whole canvas. Without names there is nobody in it: who stands out, and who looks after a note, are left out.
pub(super) fn canvas(canvas: &Canvas, names: bool) -> Result<String> {
    let mut value = serde_json::to_value(canvas)?;
    if !names {
        for list in ["notes", "archived"] {
            for note in value[list].as_array_mut().into_iter().flatten() {
                remove(&mut note["judgement"], "owner");
            }
        }
        remove(&mut value["facts"], "longest");
        remove(&mut value["facts"], "mostTouched");
    }
    told("rapport.canvas", names, value)
}

/// A whole journey.
pub(super) fn journey(map: &JourneyMap, names: bool) -> Result<String> {
    let mut value = serde_json::to_value(map)?;
    if !names {
        remove(&mut value, "roles");
        for stage in value["stages"].as_array_mut().into_iter().flatten() {
            for step in stage["steps"].as_array_mut().into_iter().flatten() {
                remove(step, "owner");
            }
        }
    }
    told("rapport.journey", names, value)
}

fn remove(value: &mut Value, key: &str) {
    if let Some(map) = value.as_object_mut() {
        map.remove(key);
    }
}

/// A document that says what it is.
fn told(format: &str, names: bool, content: impl Serialize) -> Result<String> {
    let told = json!({ "format": format, "version": 1, "names": names, "content": content });
    Ok(serde_json::to_string_pretty(&told)? + "\n")
}

/// A canvas as groups and cards where the sheet has its blocks and notes.
pub(super) fn board(canvas: &Canvas) -> Result<String> {
    let (wide, high, gap) = CARD;
    // A block is as many cards wide as it has columns beside the usual two; the tallest one makes its row.
    let across = |columns: u8| (i64::from(columns) / 2).max(1);
    let notes_of = |block: &str| canvas.notes.iter().filter(|note| word_of(note.block) == block).collect::<Vec<_>>();
    let rows = canvas.blocks.iter().map(|b| b.area.row + b.area.rows - 1).max().unwrap_or(1);
    let mut row_height = vec![HEAD + high + gap; usize::from(rows)];
    for plan in &canvas.blocks {
        let count = i64::try_from(notes_of(&word_of(plan.block)).len()).unwrap_or(i64::MAX);
        let lines = (count + across(plan.area.columns) - 1) / across(plan.area.columns);
        let share = (HEAD + lines * (high + gap) + gap) / i64::from(plan.area.rows);
        for row in plan.area.row..plan.area.row + plan.area.rows {
            let at = usize::from(row) - 1;
            row_height[at] = row_height[at].max(share);
        }
    }
    let column = (wide + 2 * gap) / 2;
    let mut nodes = Vec::new();
    for plan in &canvas.blocks {
        let block = word_of(plan.block);
        let top = usize::from(plan.area.row) - 1;
        let (x, y) = (
            i64::from(plan.area.column - 1) * (column + gap),
            row_height[..top].iter().sum::<i64>() + gap * top as i64,
        );
        let (columns, rows) = (i64::from(plan.area.columns), usize::from(plan.area.rows));
        let height = row_height[top..top + rows].iter().sum::<i64>() + gap * (rows as i64 - 1);
        nodes.push(json!({
            "id": block, "type": "group", "x": x, "y": y, "width": columns * (column + gap) - gap, "height": height,
            "label": block_name(plan),
        }));
        for (at, note) in (0_i64..).zip(notes_of(&block)) {
            let (over, down) = (at % across(plan.area.columns), at / across(plan.area.columns));
            nodes.push(card(note, x + gap + over * (wide + gap), y + HEAD + down * (high + gap)));
        }
    }
    Ok(serde_json::to_string_pretty(&json!({ "nodes": nodes, "edges": [] }))? + "\n")
}

fn card(note: &Note, x: i64, y: i64) -> Value {
    let (wide, high, _) = CARD;
    let text = if note.detail.is_empty() { note.text.clone() } else { format!("{}\n\n{}", note.text, note.detail) };
    let mut card =
        json!({ "id": note.id, "type": "text", "x": x, "y": y, "width": wide, "height": high, "text": text });
    if let Some(colour) = HUES.get(usize::from(note.hue)).filter(|colour| !colour.is_empty()) {
        card["color"] = (*colour).into();
    }
    card
}
