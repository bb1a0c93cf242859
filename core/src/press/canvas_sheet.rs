//! A canvas as the data of its template.

use super::plain::text;
use super::print::{Paper, Style, Tones};
use super::words::{all, counted, grouped, licence, named, of_sheet};
use crate::canvas::{self, BlockPlan, Canvas, CanvasRef, Note, NoteFigures};
use crate::error::Result;
use crate::ids::CanvasId;
use crate::touchpoints::ChannelShare;
use crate::vault::Vault;
use serde::Serialize;
use serde_json::{Value, json};

/// A mean of fewer feelings than this says nothing.
const ENOUGH_FELT: u32 = 3;
/// How high a row of wide, low blocks is beside a row of others.
const LOW_ROW: f64 = 0.4;

/// What the template `canvas.typ` is given.
pub(super) fn data(vault: &Vault, id: Option<CanvasId>, style: Style, blank: bool) -> Result<Value> {
    let mut canvas = canvas::get(vault, CanvasRef { id })?;
    // What stands beside the sheet has no place on it; whoever holds the paper is told that there is more.
    let beside = beside(&canvas);
    canvas.blocks.retain(|plan| !plan.aside);
    let kept = canvas::snapshots(vault, CanvasRef { id })?;
    let version = kept.first().map(|last| format!("{} · {}", last.number, last.label)).unwrap_or_default();
    let letters = Letters::of(&canvas);
    let mut data = frame(vault, style, &canvas.title);
    data["attribution"] = licence(&canvas.kind).into();
    data["blank"] = blank.into();
    if blank {
        data["privacy"] = "".into();
    } else {
        data["beside"] = beside.into();
    }
    data["facts"] = if blank {
        json!([fact("designedFor", ""), fact("designedBy", ""), fact("date", ""), fact("version", "")])
    } else {
        let day = data["day"].as_str().unwrap_or_default().to_owned();
        json!([
            fact("designedFor", &canvas.designed_for),
            fact("designedBy", &canvas.designed_by),
            fact("date", &day),
            fact("version", &version)
        ])
    };
    data["legend"] = if blank { json!([]) } else { letters.legend(&canvas) };
    data["columns"] = canvas.blocks.iter().map(|b| b.area.column + b.area.columns - 1).max().unwrap_or(1).into();
    data["rows"] = row_weights(&canvas.blocks).into();
    let blocks = canvas.blocks.iter().map(|plan| block(plan, &canvas.notes, &letters, blank));
    data["blocks"] = blocks.collect();
    Ok(data)
}

/// "Not on this sheet: 3 parked notes, 2 put away."
fn beside(canvas: &Canvas) -> String {
    let aside = |note: &&Note| canvas.blocks.iter().any(|plan| plan.aside && plan.block == note.block);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let parked = count(canvas.notes.iter().filter(aside).count());
    let away = count(canvas.archived.len());
    let parts = [(parked, "parked note", "parked notes"), (away, "note put away", "notes put away")];
    let said = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(*n, one, many));
    let list = said.collect::<Vec<_>>().join(", ");
    if list.is_empty() { list } else { of_sheet("beside").replace("{list}", &list) }
}

/// What every sheet is given: paper, inks, words and the line that says whether people are named.
pub(super) fn frame(vault: &Vault, style: Style, title: &str) -> Value {
    let privacy = of_sheet(if style.names { "withNames" } else { "anonymous" });
    json!({
        "lang": "en",
        "paper": if style.paper == Paper::A3 { "a3" } else { "a4" },
        "tones": if style.tones == Tones::Plain { "plain" } else { "colour" },
        "title": text(title),
        "day": vault.clock().today().format("%-d %B %Y").to_string(),
        "privacy": privacy,
        "attribution": "",
        "beside": "",
        "missing": "",
        "words": all()["sheet"],
    })
}

/// A line of the header: what it is, and what is said.
pub(super) fn fact(label: &str, said: &str) -> Value {
    json!({ "label": of_sheet(label), "text": text(said) })
}

/// A thing of a closed list as it stands on the wire.
pub(super) fn word_of(thing: impl Serialize) -> String {
    serde_json::to_value(thing).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What a block is called: by the kind of canvas, else as everywhere.
pub(super) fn block_name(plan: &BlockPlan) -> &str {
    match &plan.name {
        Some(name) => name,
        None => all()["blocks"][word_of(plan.block)][0].as_str().unwrap_or("–"),
    }
}

/// What belongs into a block.
pub(super) fn block_hint(plan: &BlockPlan) -> &str {
    plan.hint.as_deref().or(all()["blocks"][word_of(plan.block)][1].as_str()).unwrap_or_default()
}

fn block(plan: &BlockPlan, notes: &[Note], letters: &Letters, blank: bool) -> Value {
    let notes = notes.iter().filter(|note| !blank && note.block == plan.block);
    let questions: Vec<_> =
        plan.questions.iter().map(|question| named("questions", &word_of(question)).to_owned()).collect();
    json!({
        "name": text(block_name(plan)),
        "hint": text(block_hint(plan)),
        "questions": questions,
        "column": plan.area.column,
        "row": plan.area.row,
        "columns": plan.area.columns,
        "rows": plan.area.rows,
        "notes": notes.map(|note| note_data(note, letters)).collect::<Vec<_>>(),
    })
}

fn note_data(note: &Note, letters: &Letters) -> Value {
    json!({
        "text": text(&note.text),
        "line": note.figures.as_ref().map(|figures| text(&figures_line(figures, &note.text))).unwrap_or_default(),
        "hue": note.hue.min(6),
        "letter": letters.of_hue(note.hue),
    })
}

/// What the book says about a note in one line: the words of the page.
pub(super) fn figures_line(figures: &NoteFigures, said: &str) -> String {
    let people = |n: u32| counted(n, "person", "people");
    match figures {
        NoteFigures::Segment { segment: None, .. } => "its segment was removed".to_owned(),
        NoteFigures::Segment { count: None, .. } => "a newer Rapport wrote its rule".to_owned(),
        NoteFigures::Segment { segment: Some(segment), count: Some(count), .. } => {
            unsaid(&segment.name, said, &people(*count))
        }
        NoteFigures::Channel { share } => unsaid(named("channels", share.channel.as_str()), said, &share_line(share)),
        NoteFigures::Relation { relation, count, .. } => unsaid(named("relations", relation), said, &people(*count)),
    }
}

/// What a note says by itself is not said again below it.
fn unsaid(name: &str, said: &str, line: &str) -> String {
    if name.to_lowercase() == said.trim().to_lowercase() { line.to_owned() } else { format!("{name} · {line}") }
}

/// "62 % of touchpoints · feels ▲ 1.4".
pub(super) fn share_line(share: &ChannelShare) -> String {
    if share.touches == 0 {
        return "nothing logged yet".to_owned();
    }
    let percent = (f64::from(share.touches) * 100.0 / f64::from(share.of.max(1))).round();
    let line = format!("{percent}\u{202F}% of touchpoints");
    match share.felt {
        Some(felt) if share.felt_n >= ENOUGH_FELT => {
            let mark = if felt >= 0.05 {
                "▲"
            } else if felt <= -0.05 {
                "▼"
            } else {
                "–"
            };
            format!("{line} · feels {mark} {}", (felt.abs() * 10.0).round() / 10.0)
        }
        _ => line,
    }
}

/// The letters that stand for hues, in the order in which notes bring them up, the segments first.
struct Letters(Vec<u8>);

impl Letters {
    fn of(canvas: &Canvas) -> Self {
        let mut hues = Vec::new();
        let first = canvas.notes.iter().filter(|note| word_of(note.block) == "segments");
        for note in first.chain(&canvas.notes) {
            if (1..=6).contains(&note.hue) && !hues.contains(&note.hue) {
                hues.push(note.hue);
            }
        }
        Self(hues)
    }

    fn of_hue(&self, hue: u8) -> String {
        let at = self.0.iter().position(|one| *one == hue).and_then(|at| u8::try_from(at).ok());
        at.map(|at| char::from(b'A' + at).to_string()).unwrap_or_default()
    }

    /// What each hue stands for: the segments that have it, else the colour's own name.
    fn legend(&self, canvas: &Canvas) -> Value {
        let entry = |hue: &u8| {
            let with_it = |note: &&Note| note.hue == *hue && word_of(note.block) == "segments";
            let mut names: Vec<String> = canvas.notes.iter().filter(with_it).map(|note| one_line(&note.text)).collect();
            let more = names.len().saturating_sub(2);
            names.truncate(2);
            if more > 0 {
                names.push(format!("{} more", grouped(u32::try_from(more).unwrap_or(u32::MAX))));
            }
            let own = all()["hues"][usize::from(*hue)].as_str().unwrap_or_default();
            let name = if names.is_empty() { own.to_owned() } else { names.join(", ") };
            json!({ "hue": hue, "letter": self.of_hue(*hue), "name": name })
        };
        self.0.iter().map(entry).collect()
    }
}

/// The beginning of a text in one short line.
fn one_line(said: &str) -> String {
    const LONGEST: usize = 32;
    let line: String = text(said).split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}

/// How high the rows are beside each other: a row of blocks that are wide and one row high is low.
fn row_weights(blocks: &[BlockPlan]) -> Vec<f64> {
    let columns = blocks.iter().map(|b| b.area.column + b.area.columns - 1).max().unwrap_or(1);
    let rows = blocks.iter().map(|b| b.area.row + b.area.rows - 1).max().unwrap_or(1);
    let crosses = |b: &&BlockPlan, row: u8| (b.area.row..b.area.row + b.area.rows).contains(&row);
    let weight = |row: u8| {
        let low = rows > 1
            && blocks.iter().filter(|b| crosses(b, row)).all(|b| b.area.rows == 1 && b.area.columns * 3 > columns);
        if low { LOW_ROW } else { 1.0 }
    };
    (1..=rows).map(weight).collect()
}
