//! Canvases and journeys as tables: a note or a step a row, written so that nothing in it runs in a spreadsheet.

use super::journey::{feeling_value, lane_texts, seen_of};
use crate::canvas::{Canvas, NoteFigures};
use crate::error::{Error, Result};
use crate::formulas::guard;
use crate::journeys::JourneyMap;
use crate::press::canvas_sheet::{block_name, figures_line, word_of};
use crate::press::words::{all, named};
use ::csv::{Terminator, WriterBuilder};

/// The notes of a canvas. Who looks after a note stands in it only when names are wanted.
pub(super) fn canvas(canvas: &Canvas, names: bool) -> Result<String> {
    let mut head = vec!["Block", "Note", "Detail", "Colour", "Figures", "People", "Evidence", "Importance"];
    if names {
        head.push("Owner");
    }
    let rows = canvas.notes.iter().map(|note| {
        let plan = canvas.blocks.iter().find(|plan| plan.block == note.block);
        let people = match &note.figures {
            Some(NoteFigures::Segment { count: Some(count), .. } | NoteFigures::Relation { count, .. }) => {
                count.to_string()
            }
            _ => String::new(),
        };
        let judged = &note.judgement;
        let mut row = vec![
            plan.map(block_name).unwrap_or_default().to_owned(),
            note.text.clone(),
            note.detail.clone(),
            all()["hues"][usize::from(note.hue)].as_str().filter(|_| note.hue > 0).unwrap_or_default().to_owned(),
            note.figures.as_ref().map(|figures| figures_line(figures, &note.text)).unwrap_or_default(),
            people,
            named("evidence", &word_of(judged.evidence)).to_owned(),
            if judged.importance > 0 { judged.importance.to_string() } else { String::new() },
        ];
        if names {
            row.push(judged.owner.clone());
        }
        row
    });
    table(&head, rows)
}

/// The steps of a journey.
pub(super) fn journey(map: &JourneyMap, names: bool) -> Result<String> {
    let lanes = lane_texts(names);
    let mut head = vec!["Stage", "Step", "Channel", "Moment of truth"];
    head.extend(["Expected", "Expected word", "Wished", "Wished word", "n", "Median", "Low", "High"]);
    head.extend(lanes.iter().map(|(name, _)| *name));
    let rows =
        map.stages.iter().flat_map(|stage| stage.steps.iter().map(move |step| (stage, step))).map(|(stage, step)| {
            let mut row = vec![
                stage.name.clone(),
                step.name.clone(),
                step.channel.map(|channel| named("channels", channel.as_str()).to_owned()).unwrap_or_default(),
                if step.moment_of_truth { "yes".to_owned() } else { String::new() },
            ];
            for felt in [&step.expected, &step.wished] {
                row.push(feeling_value(felt.as_ref()));
                row.push(felt.as_ref().map(|felt| felt.word.clone()).unwrap_or_default());
            }
            row.extend(seen_of(step));
            row.extend(lanes.iter().map(|(_, text)| text(step).to_owned()));
            row
        });
    table(&head, rows)
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String> {
    // Without this mark a spreadsheet takes UTF-8 for an old code page.
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(head).map_err(Error::broken)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell))).map_err(Error::broken)?;
    }
    writer.flush()?;
    drop(writer);
    String::from_utf8(bytes).map_err(Error::broken)
}

/// A number runs nothing, below zero neither.
fn safe(cell: &str) -> String {
    let is_number = !cell.is_empty() && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
    if is_number { cell.to_owned() } else { guard(cell).into_owned() }
}
