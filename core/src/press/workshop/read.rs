//! Reading the file of a workshop, which may come from anybody: no more than is accepted is read, and what is odd is refused
//! before it reaches a map.

use super::WorkshopFile;
use super::document::{Document, FORMAT, FileStep, VERSION};
use crate::error::{Code, Error, Result};
use crate::people::STAGES;
use crate::touchpoints::Channel;
use serde::Deserialize;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;

/// Largest file, in bytes.
const LARGEST: u64 = 1 << 20;
/// Most stages and most steps of a map.
const MOST: (usize, usize) = (50, 500);
/// Longest name or word, and longest text, in bytes: what a map takes.
const LONGEST: (usize, usize) = (400, 16 * 1024);

/// What says which kind of file it is.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// The file of somebody who filled in a map.
pub(super) fn document(file: &WorkshopFile) -> Result<Document> {
    let text = match (&file.text, &file.path) {
        (Some(text), _) if text.len() as u64 > LARGEST => return Err(too_large("file", LARGEST)),
        (Some(text), _) => text.clone(),
        (None, Some(path)) => read(path)?,
        (None, None) => return Err(Error::invalid("path", "missing")),
    };
    parse(text.trim_start_matches('\u{feff}'))
}

/// Reads no more than is accepted, however long the file says it is.
fn read(path: &str) -> Result<String> {
    let unreadable = |_| Error::new(Code::Unreadable);
    let mut bytes = Vec::new();
    File::open(path).map_err(unreadable)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large("file", LARGEST));
    }
    String::from_utf8(bytes).map_err(|_| unknown("utf8"))
}

/// `serde_json` follows no more than 128 levels, and a map has four.
fn parse(text: &str) -> Result<Document> {
    let head: Head = serde_json::from_str(text).map_err(|_| unknown("json"))?;
    if head.format != FORMAT {
        return Err(unknown("format"));
    }
    if head.version != VERSION {
        return Err(unknown("version").with("version", head.version));
    }
    let mut document: Document =
        serde_json::from_str(text).map_err(|error| unknown("json").with("line", error.line()))?;
    settle(&mut document)?;
    Ok(document)
}

fn settle(document: &mut Document) -> Result<()> {
    let steps: usize = document.stages.iter().map(|stage| stage.steps.len()).sum();
    if document.stages.len() > MOST.0 {
        return Err(too_large("stages", MOST.0));
    }
    if steps > MOST.1 {
        return Err(too_large("steps", MOST.1));
    }
    line("by", &mut document.by, false)?;
    line("title", &mut document.title, true)?;
    let mut ids = HashSet::new();
    for stage in &mut document.stages {
        line("stage", &mut stage.name, true)?;
        for step in &mut stage.steps {
            settle_step(step)?;
            // An id that stands there twice names only the first.
            step.id = step.id.filter(|id| ids.insert(*id));
        }
    }
    Ok(())
}

fn settle_step(step: &mut FileStep) -> Result<()> {
    line("step", &mut step.name, true)?;
    line("owner", &mut step.owner, false)?;
    let FileStep { goal, doing, thinking, our_action, pain, opportunity, .. } = step;
    for text in [goal, doing, thinking, our_action, pain, opportunity] {
        if text.len() > LONGEST.1 {
            return Err(too_large("text", LONGEST.1));
        }
        text.retain(|c| c == '\n' || c == '\t' || !c.is_control());
    }
    for felt in [&mut step.feels, &mut step.should_feel].into_iter().flatten() {
        if !(-2..=2).contains(&felt.value) {
            return Err(Error::invalid("feels", "range"));
        }
        line("word", &mut felt.word, true)?;
    }
    // A newer program may know more of them: the step stays, without it.
    if !Channel::ALL.iter().any(|known| known.as_str() == step.channel) {
        step.channel.clear();
    }
    if !STAGES.contains(&step.lifecycle.as_str()) {
        step.lifecycle.clear();
    }
    Ok(())
}

/// Makes one line of a name; one that is needed may not be empty.
fn line(field: &str, text: &mut String, needed: bool) -> Result<()> {
    if text.len() > LONGEST.0 {
        return Err(too_large(field, LONGEST.0));
    }
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    *text = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if needed && text.is_empty() { Err(Error::invalid(field, "empty")) } else { Ok(()) }
}

fn unknown(why: &str) -> Error {
    Error::new(Code::UnknownFormat).with("why", why)
}

fn too_large(field: &str, limit: impl Into<serde_json::Value>) -> Error {
    Error::new(Code::TooLarge).with("field", field).with("limit", limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn whole(stages: Value) -> Value {
        let map = "018f0000-0000-7000-8000-000000000001";
        json!({ "format": FORMAT, "version": 1, "map": map, "title": "Ours", "stages": stages })
    }

    fn refused(value: &Value) -> (Code, Value) {
        let error = parse(&value.to_string()).unwrap_err();
        let details = &error.details;
        (error.code, details.get("field").or(details.get("why")).cloned().unwrap_or_default())
    }

    #[test]
    fn what_is_odd_is_refused_by_name_m238() {
        let step = |more: Value| {
            let mut step = json!({ "name": "Call" });
            step.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            whole(json!([{ "name": "Before", "steps": [step] }]))
        };
        let mut newer = whole(json!([]));
        newer["version"] = json!(2);
        let mut other = whole(json!([]));
        other["format"] = json!("rapport.journey");
        let many = |count: usize| vec![json!({ "name": "x" }); count];
        let feels = |value: i64, word: &str| step(json!({ "feels": { "value": value, "word": word } }));
        let cases = [
            (newer, Code::UnknownFormat, "version"),
            (other, Code::UnknownFormat, "format"),
            (json!([1]), Code::UnknownFormat, "json"),
            (whole(json!("none")), Code::UnknownFormat, "json"),
            (feels(900, "sure"), Code::UnknownFormat, "json"),
            (feels(3, "sure"), Code::Invalid, "feels"),
            (feels(1, " \u{7} "), Code::Invalid, "word"),
            (step(json!({ "name": "" })), Code::Invalid, "step"),
            (whole(json!([{ "name": "" }])), Code::Invalid, "stage"),
            (step(json!({ "name": "x".repeat(401) })), Code::TooLarge, "step"),
            (step(json!({ "pain": "x".repeat(17_000) })), Code::TooLarge, "text"),
            (whole(json!(many(51))), Code::TooLarge, "stages"),
            (whole(json!([{ "name": "x", "steps": many(501) }])), Code::TooLarge, "steps"),
        ];
        for (value, code, why) in cases {
            assert_eq!(refused(&value), (code, json!(why)), "{}", &value.to_string()[..80]);
        }
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(parse(&deep).unwrap_err().code, Code::UnknownFormat);
        let long = WorkshopFile { path: None, text: Some(" ".repeat(1 << 21)) };
        assert_eq!(document(&long).unwrap_err().code, Code::TooLarge);
    }

    #[test]
    fn files_are_read_whole_or_not_at_all_m238() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str, bytes: &[u8]| {
            let path = dir.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            WorkshopFile { path: Some(path.to_str().unwrap().to_owned()), text: None }
        };
        let good = format!("\u{feff}{}", whole(json!([])));
        assert_eq!(document(&at("good", good.as_bytes())).unwrap().title, "Ours");
        assert_eq!(document(&at("latin", b"{\"format\": \"\xe9\"}")).unwrap_err().code, Code::UnknownFormat);
        assert_eq!(document(&at("large", &vec![b' '; (1 << 20) + 1])).unwrap_err().code, Code::TooLarge);
        assert_eq!(document(&at("empty", b"")).unwrap_err().code, Code::UnknownFormat);
        let none = WorkshopFile { path: Some("/nowhere/at/all".to_owned()), text: None };
        assert_eq!(document(&none).unwrap_err().code, Code::Unreadable);
        assert_eq!(document(&WorkshopFile::default()).unwrap_err().code, Code::Invalid);
    }

    #[test]
    fn what_a_newer_program_may_know_is_passed_over_m238() {
        let id = "018f0000-0000-7000-8000-000000000002";
        let step = json!({ "id": id, "name": "Call\n me", "channel": "hologram", "lifecycle": "orbit", "smell": 3 });
        let read = parse(&whole(json!([{ "name": "Before", "steps": [step, step] }])).to_string()).unwrap();
        let [first, second] = &read.stages[0].steps[..] else { panic!("two steps") };
        assert_eq!((first.name.as_str(), first.channel.as_str(), first.lifecycle.as_str()), ("Call me", "", ""));
        assert_eq!((first.id.is_some(), second.id), (true, None));
    }
}
