//! A journey map as the data of its template: filled with what is known, or empty for a workshop.

use super::canvas_sheet::{fact, frame};
use super::curve::{Piece, pieces};
use super::plain::text;
use super::print::Style;
use super::words::{all, counted, named, of_sheet};
use crate::error::Result;
use crate::ids::JourneyId;
use crate::journeys::{self, JourneyMap, JourneyRef, JourneyStep, StepFeeling, StepFlag};
use crate::vault::Vault;
use serde_json::{Map, Value, json};

/// How many columns a blank map has at most, unless it has more stages.
const BLANK_STEPS: usize = 7;

/// What the template `journey.typ` is given for a map.
pub(super) fn data(vault: &Vault, id: JourneyId, style: Style) -> Result<Value> {
    let map = journeys::get(vault, JourneyRef { id })?;
    let mut data = frame(vault, style, &map.title);
    let day = data["day"].as_str().unwrap_or_default().to_owned();
    data["facts"] = json!([fact("whose", &whose(&map)), fact("date", &day)]);
    data["blank"] = false.into();
    data["lanes"] = lanes(style.names);
    let steps: Vec<_> =
        map.stages.iter().enumerate().flat_map(|(at, stage)| stage.steps.iter().map(move |s| (at, stage, s))).collect();
    data["lines"] = lines(steps.iter().map(|(_, _, step)| *step));
    data["steps"] = steps.iter().map(|(at, stage, step)| step_data(*at, &stage.name, step)).collect();
    Ok(with_words(data))
}

/// The same for an empty map: the stages of a map, or the usual six, with room to write.
pub(super) fn blank(vault: &Vault, id: Option<JourneyId>, style: Style) -> Result<Value> {
    let (title, stages) = match id {
        Some(id) => {
            let map = journeys::get(vault, JourneyRef { id })?;
            (map.title, map.stages.into_iter().map(|stage| stage.name).collect())
        }
        None => (of_sheet("blankJourney").to_owned(), usual_stages()),
    };
    let mut data = frame(vault, style, &title);
    data["facts"] = json!([fact("whose", ""), fact("people", ""), fact("date", "")]);
    data["blank"] = true.into();
    data["lanes"] = lanes(true);
    if let Some(lanes) = data["lanes"].as_array_mut() {
        lanes.retain(|lane| lane["key"] != "flags");
    }
    data["lines"] = lines(std::iter::empty());
    data["privacy"] = "".into();
    let each = (BLANK_STEPS / stages.len().max(1)).max(1);
    let columns = stages.iter().enumerate().flat_map(|(at, stage)| std::iter::repeat_n((at, stage), each));
    let empty = |(at, stage): (usize, &String)| {
        json!({ "stage-at": at, "stage": text(stage), "name": "", "truth": false, "way": "", "expected": null,
                "wished": null, "seen": null, "texts": {} })
    };
    data["steps"] = columns.map(empty).collect();
    Ok(with_words(data))
}

fn usual_stages() -> Vec<String> {
    let stages = all()["stages"].as_object();
    stages.into_iter().flatten().filter_map(|(_, name)| name.as_str().map(str::to_owned)).collect()
}

fn with_words(mut data: Value) -> Value {
    data["feelings"] = all()["feelings"].clone();
    data["words"] = all()["journey"].clone();
    data
}

/// "Neighbourhood cafés, 14 people".
fn whose(map: &JourneyMap) -> String {
    let people = counted(map.people, "person", "people");
    match &map.segment {
        Some(segment) => format!("{}, {people}", segment.name),
        None if map.segment_gone => of_sheet("segmentGone").to_owned(),
        None => format!("{}, {people}", of_sheet("everybody")),
    }
}

/// The lanes in order. Who answers for a step is somebody's name.
fn lanes(names: bool) -> Value {
    let said = all()["lanes"].as_object();
    let shown = said.into_iter().flatten().filter(|(key, _)| names || *key != "owner");
    shown.map(|(key, words)| json!({ "key": key, "name": words[0], "hint": words[1] })).collect()
}

fn step_data(at: usize, stage: &str, step: &JourneyStep) -> Value {
    let way = match (step.channel, step.lifecycle.as_str()) {
        (Some(channel), "") => named("channels", channel.as_str()).to_owned(),
        (Some(channel), stage) => format!("{} · {}", named("channels", channel.as_str()), named("stages", stage)),
        (None, stage) => named("stages", stage).to_owned(),
    };
    let seen = step
        .observed
        .as_ref()
        .and_then(|seen| Some(json!({ "n": seen.n, "low": seen.low?, "median": seen.median?, "high": seen.high? })));
    let texts = [
        ("goal", &step.goal),
        ("doing", &step.doing),
        ("thinking", &step.thinking),
        ("ourAction", &step.our_action),
        ("owner", &step.owner),
        ("pain", &step.pain),
        ("opportunity", &step.opportunity),
    ];
    let mut texts: Map<String, Value> =
        texts.into_iter().map(|(lane, said)| (lane.to_owned(), text(said).into())).collect();
    texts.insert("flags".to_owned(), step.flags.iter().map(flag).collect::<Vec<_>>().join("\n").into());
    json!({
        "stage-at": at,
        "stage": text(stage),
        "name": text(&step.name),
        "truth": step.moment_of_truth,
        "way": way,
        "expected": feeling(step.expected.as_ref()),
        "wished": feeling(step.wished.as_ref()),
        "seen": seen,
        "texts": texts,
    })
}

fn feeling(felt: Option<&StepFeeling>) -> Value {
    felt.map_or(Value::Null, |felt| json!({ "value": felt.value, "word": text(&felt.word) }))
}

/// The words of a flag, as the window has them.
fn flag(flag: &StepFlag) -> String {
    match flag {
        StepFlag::Drop { by } => format!("Falls by {by}"),
        StepFlag::Low => "Feels bad".to_owned(),
        StepFlag::NoTouch => "No touchpoint yet".to_owned(),
        StepFlag::Differs { by } if *by > 0.0 => "Better than we thought".to_owned(),
        StepFlag::Differs { .. } => "Worse than we thought".to_owned(),
    }
}

fn lines<'s>(steps: impl Iterator<Item = &'s JourneyStep>) -> Value {
    let steps: Vec<_> = steps.collect();
    let through = |value: fn(&JourneyStep) -> Option<f64>| -> Vec<Piece> {
        let places = (0_u32..).map(|at| f64::from(at) + 0.5);
        let points: Vec<_> = places.zip(&steps).filter_map(|(x, step)| Some((x, value(step)?))).collect();
        pieces(&points)
    };
    json!({
        "expected": through(|step| step.expected.as_ref().map(|felt| f64::from(felt.value))),
        "wished": through(|step| step.wished.as_ref().map(|felt| f64::from(felt.value))),
        "observed": through(|step| step.observed.as_ref().and_then(|seen| seen.median)),
    })
}
