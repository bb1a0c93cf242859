//! What stands beside the segments of the demonstration book: plans, a persona with what was said, a track, communities.

use super::Calendar;
use crate::communities::{self, CommunityInput, HelpInput, JoinCommunity, MeetingInput};
use crate::consent::{self, ConsentInput, ConsentState};
use crate::error::{Code, Error, Result};
use crate::ids::{CommunityId, PersonId, PersonaId, SegmentId, TouchId, TrackId};
use crate::segments::tracks::{self, TrackPreset};
use crate::segments::{self, NeedInput, PersonaInput, PlanInput, QuoteInput, TalkInput};
use crate::vault::Writer;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use std::collections::HashMap;

const GROUPS: &str = include_str!("groups.json");

/// The file as it stands.
#[derive(Debug, Deserialize)]
struct Groups {
    plans: Vec<PlannedPlan>,
    personas: Vec<PlannedPersona>,
    communities: Vec<PlannedCommunity>,
    /// Who agreed to be brought together with others, and how we know.
    agreed: Vec<(String, String)>,
    /// Who, about what, which side.
    topics: Vec<(String, String, String)>,
}

#[derive(Debug, Deserialize)]
struct PlannedPlan {
    segment: String,
    intensity: String,
    why: String,
    expected: String,
    /// Channel, days, about what.
    talks: Vec<(String, u32, String)>,
    /// What they need, and what is done about it.
    needs: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct PlannedPersona {
    segment: String,
    name: String,
    life: String,
    needs: String,
    preferences: String,
    goals: String,
    worries: String,
    /// Whose last words are its evidence.
    from: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct PlannedCommunity {
    name: String,
    segment: String,
    about: String,
    people: Vec<String>,
    meetings: Vec<PlannedMeeting>,
}

#[derive(Debug, Deserialize)]
struct PlannedMeeting {
    days: i64,
    title: String,
    heard: String,
    felt: i8,
    people: Vec<String>,
}

/// Sets it down for the `segments` and `people` that are there already.
pub fn write(
    w: &mut Writer<'_>,
    segments: &HashMap<String, SegmentId>,
    people: &HashMap<&str, PersonId>,
    days: &Calendar,
) -> Result<()> {
    let Groups { plans, personas, communities, agreed, topics } = serde_json::from_str(GROUPS)?;
    let segment = |name: &str| segments.get(name).copied().ok_or_else(|| Error::new(Code::NotFound));
    let person = |key: &str| people.get(key).copied().ok_or_else(|| Error::new(Code::NotFound));
    for one in plans {
        plan(w, segment(&one.segment)?, one)?;
    }
    for one in personas {
        let from = one.from.iter().map(|key| person(key)).collect::<Result<Vec<_>>>()?;
        persona(w, segment(&one.segment)?, one, &from)?;
    }
    tracks::insert_preset(w, TrackId::make(), TrackPreset::New, None)?;
    for (key, how) in agreed {
        let said = ConsentInput {
            person: person(&key)?,
            channel: Some(consent::INTRODUCTIONS.to_owned()),
            state: ConsentState::Agreed,
            how: Some(how),
            at: None,
        };
        consent::insert(w, &said, days.at(30, 0))?;
    }
    for (key, topic, side) in topics {
        communities::insert_topic(w, &HelpInput { person: person(&key)?, topic, side })?;
    }
    for one in communities {
        let within = segment(&one.segment)?;
        community(w, within, one, &person, days)?;
    }
    Ok(())
}

fn plan(w: &mut Writer<'_>, segment: SegmentId, one: PlannedPlan) -> Result<()> {
    let input = PlanInput {
        id: Some(segment),
        intensity: Some(one.intensity),
        why: Some(one.why),
        expected: Some(one.expected),
        ..PlanInput::default()
    };
    segments::set_plan(w, segment, &input)?;
    for (channel, every_days, about) in one.talks {
        segments::insert_talk(w, &TalkInput { id: None, segment, channel, every_days, about })?;
    }
    for (need, action) in one.needs {
        segments::insert_need(w, &NeedInput { id: None, segment, need, action })?;
    }
    Ok(())
}

/// A persona, with the last words of some people as its evidence.
fn persona(w: &mut Writer<'_>, segment: SegmentId, one: PlannedPersona, from: &[PersonId]) -> Result<()> {
    let id = PersonaId::make();
    let input = PersonaInput {
        id: None,
        segment: Some(segment),
        name: Some(one.name),
        life: Some(one.life),
        needs: Some(one.needs),
        preferences: Some(one.preferences),
        goals: Some(one.goals),
        worries: Some(one.worries),
    };
    segments::insert_persona(w, id, &input)?;
    for person in from {
        let sql = "SELECT t.id, t.text FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid
                   JOIN person p ON p.rid = x.person WHERE p.id = ?1 AND t.text <> '' ORDER BY t.at DESC LIMIT 1";
        let said: Option<(TouchId, String)> =
            w.conn().query_row(sql, [person], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        if let Some((touchpoint, text)) = said {
            segments::insert_quote(w, &QuoteInput { id: None, persona: id, text, touchpoint: Some(touchpoint) })?;
        }
    }
    Ok(())
}

fn community(
    w: &mut Writer<'_>,
    segment: SegmentId,
    one: PlannedCommunity,
    person: &dyn Fn(&str) -> Result<PersonId>,
    days: &Calendar,
) -> Result<()> {
    let id = CommunityId::make();
    let input =
        CommunityInput { id: None, name: Some(one.name), about: Some(one.about), segment: Some(segment.to_string()) };
    communities::insert_community(w, id, &input)?;
    let people = one.people.iter().map(|key| person(key)).collect::<Result<_>>()?;
    communities::insert_members(w, &JoinCommunity { id, people })?;
    for meeting in one.meetings {
        let people = meeting.people.iter().map(|key| person(key)).collect::<Result<_>>()?;
        let at = Some(days.at(meeting.days, 0));
        let (title, heard, felt) = (meeting.title, meeting.heard, Some(meeting.felt));
        communities::insert_meeting(w, &MeetingInput { community: id, at, title, heard, people, felt })?;
    }
    Ok(())
}
