//! Channel by segment as the data of its template: what is planned beside what went on, each figure with what it is a part of.

use super::canvas_sheet::{fact, frame};
use super::plain::text;
use super::print::Style;
use super::words::{all, counted, grouped, licence, named, of_sheet};
use crate::canvas::{self, CanvasRef, MatrixCell};
use crate::error::Result;
use crate::ids::CanvasId;
use crate::vault::Vault;
use serde_json::{Value, json};

/// Segments of fewer people than this say nothing: their cells are grey.
const ENOUGH: u32 = 5;

/// What the template `matrix.typ` is given.
pub(super) fn data(vault: &Vault, id: Option<CanvasId>, style: Style) -> Result<Value> {
    let sheet = canvas::get(vault, CanvasRef { id })?;
    let matrix = canvas::matrix(vault, CanvasRef { id })?;
    let mut data = frame(vault, style, &sheet.title);
    let day = data["day"].as_str().unwrap_or_default().to_owned();
    data["facts"] = json!([fact("date", &day)]);
    data["attribution"] = licence(&sheet.kind).into();
    data["line"] = of_sheet("matrix").replace("{days}", &matrix.answer_days.to_string()).into();
    data["words"] = all()["matrix"].clone();
    let heads = matrix.segments.iter().zip(&matrix.counts).map(|(segment, count)| {
        let count = count.map_or_else(|| of_sheet("notCounted").to_owned(), |n| counted(n, "person", "people"));
        json!({ "name": text(&segment.name), "hue": segment.hue.min(6), "count": count })
    });
    data["segments"] = heads.collect();
    let rows = matrix.channels.iter().zip(&matrix.rows).map(|(channel, cells)| {
        let cells = cells.iter().zip(&matrix.counts).map(|(cell, count)| cell_data(cell, count.unwrap_or(0)));
        json!({ "channel": named("channels", channel.as_str()), "cells": cells.collect::<Vec<_>>() })
    });
    data["rows"] = rows.collect();
    Ok(data)
}

fn cell_data(cell: &MatrixCell, of: u32) -> Value {
    let lived = cell.people > 0;
    let mark = match (cell.planned, lived) {
        (true, true) => "both",
        (true, false) => "planned",
        (false, true) => "lived",
        (false, false) => "nothing",
    };
    json!({ "mark": mark, "few": of < ENOUGH, "lines": lines(cell, of), "reach": part(cell.reach, of) })
}

fn part(n: u32, of: u32) -> f64 {
    f64::from(n) / f64::from(of.max(1))
}

/// Figures that mean something, each with what it is a part of.
fn lines(cell: &MatrixCell, of: u32) -> Vec<String> {
    let mut lines = Vec::new();
    if cell.people > 0 {
        let touches = counted(cell.touches, "touchpoint", "touchpoints");
        lines.push(format!("{touches} with {} of {}", grouped(cell.people), grouped(of)));
    }
    if cell.asked > 0 {
        lines.push(format!("{} of {} answered", grouped(cell.answered), grouped(cell.asked)));
    }
    if cell.minutes_n > 0 {
        lines.push(format!("{} min in {} of them", grouped(cell.minutes), grouped(cell.minutes_n)));
    }
    if of > 0 {
        lines.push(format!("reaches {} of {}", grouped(cell.reach), grouped(of)));
    }
    lines
}
