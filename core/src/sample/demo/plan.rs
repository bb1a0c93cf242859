//! The plan of the demonstration book: its segments, its filled canvas, and the letters that lie open.

use super::{Calendar, groups, journey};
use crate::canvas::{self, AddNote, AnswerInput, Binding, Block, Question, RenameCanvas};
use crate::drafts::coach::LetterKind;
use crate::drafts::{self, NewLetter};
use crate::error::{Code, Error, Result};
use crate::ids::{DraftId, NoteId, PersonId, SegmentId, TagId};
use crate::segments::{self, Condition, SegmentInput, SegmentRule};
use crate::settings::{self, Sender, Settings};
use crate::touchpoints::Channel;
use crate::vault::{Vault, Writer};
use serde::Deserialize;
use std::collections::HashMap;

const PLAN: &str = include_str!("plan.json");

/// The file as it stands.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Plan {
    sender: Sender,
    title: String,
    designed_for: String,
    designed_by: String,
    segments: Vec<PlannedSegment>,
    notes: Vec<PlannedNote>,
    answers: HashMap<Question, String>,
    drafts: Vec<OpenLetter>,
}

/// Everybody with a tag.
#[derive(Debug, Deserialize)]
struct PlannedSegment {
    name: String,
    hue: u8,
    tag: String,
}

/// A note, bound to one thing of the book at most.
#[derive(Debug, Deserialize)]
struct PlannedNote {
    block: Block,
    text: String,
    #[serde(default)]
    detail: Option<String>,
    #[serde(default)]
    hue: Option<u8>,
    #[serde(default)]
    segment: Option<String>,
    #[serde(default)]
    channel: Option<Channel>,
    #[serde(default)]
    relation: Option<String>,
}

/// A letter that somebody began.
#[derive(Debug, Deserialize)]
struct OpenLetter {
    to: String,
    kind: LetterKind,
    channel: Channel,
    language: String,
    subject: String,
    text: String,
}

/// Who writes from this book; kept beside it, as settings are.
pub fn sign(vault: &Vault) -> Result<()> {
    let plan: Plan = serde_json::from_str(PLAN)?;
    settings::save(vault, Settings { sender: plan.sender, ..settings::get(vault, ())? })?;
    Ok(())
}

/// Sets the plan down. `people` finds the people of the stories by their key.
pub fn write(w: &mut Writer<'_>, people: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let plan: Plan = serde_json::from_str(PLAN)?;
    let mut segments: HashMap<String, SegmentId> = HashMap::new();
    for PlannedSegment { name, hue, tag } in plan.segments {
        let tag: TagId = w.conn().query_row("SELECT id FROM tag WHERE name = ?1", [tag], |r| r.get(0))?;
        let id = SegmentId::make();
        let rule = Some(SegmentRule::One(Condition::Tag { tag }));
        segments::insert(w, id, &SegmentInput { id: None, name: Some(name.clone()), hue: Some(hue), rule })?;
        segments.insert(name, id);
    }
    let heading = RenameCanvas {
        id: None,
        title: Some(plan.title),
        designed_for: Some(plan.designed_for),
        designed_by: Some(plan.designed_by),
        review_on: None,
        task: None,
    };
    canvas::set_heading(w, &heading)?;
    for note in plan.notes {
        note_down(w, note, &segments)?;
    }
    for (question, text) in plan.answers {
        canvas::set_answer(w, &AnswerInput { canvas: None, question, text })?;
    }
    journey::write(w, &segments)?;
    groups::write(w, &segments, people, days)?;
    for letter in plan.drafts {
        let person = *people.get(letter.to.as_str()).ok_or_else(|| Error::new(Code::NotFound))?;
        let OpenLetter { kind, channel, language, subject, text, .. } = letter;
        drafts::insert(w, DraftId::make(), &NewLetter { person, kind, channel, language, subject, text })?;
    }
    Ok(())
}

fn note_down(w: &mut Writer<'_>, note: PlannedNote, segments: &HashMap<String, SegmentId>) -> Result<i64> {
    let PlannedNote { block, text, detail, hue, segment, channel, relation } = note;
    let segment = segment.and_then(|name| segments.get(&name)).map(|segment| Binding::Segment { segment: *segment });
    let channel = channel.map(|channel| Binding::Channel { channel });
    let relation = relation.map(|relation| Binding::Relation { relation });
    let binding = segment.or(channel).or(relation);
    let note = AddNote { id: None, canvas: None, block, text, detail, hue, binding, after: None, evidence: None };
    canvas::insert_note(w, NoteId::make(), &note)
}
