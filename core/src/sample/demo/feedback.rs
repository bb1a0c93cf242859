//! What the customers of the demonstration book say of it: doubts, reasons, questions, dossiers; how its segments are meant
//! to be served, and which notes of its canvas belong together.

use super::Calendar;
use crate::canvas::{self, LinkNotes};
use crate::error::{Error, Result};
use crate::feedback::{
    self, AskedAgain, DossierInput, DossierStepInput, DoubtInput, PaperInput, PaperState, QuestionInput, ReasonInput,
    ReasonOutcome,
};
use crate::ids::{DossierId, DoubtId, NoteId, PersonId, QuestionId, ReasonId, SegmentId};
use crate::segments::{self, ServeSegment};
use crate::vault::Writer;
use rusqlite::OptionalExtension;
use serde::Deserialize;
use std::collections::HashMap;
use uuid::Uuid;

const FEEDBACK: &str = include_str!("feedback.json");

/// What, our answer, where it is found, and who asked how many days ago.
type Questioned = (String, String, String, Vec<(String, i64)>);

/// The file as it stands. Days are counted back from today; a day on which somebody was spoken with names that touchpoint.
#[derive(Debug, Deserialize)]
struct Told {
    /// Who, days ago, what, when it was cleared, our answer.
    doubts: Vec<(String, i64, String, Option<i64>, String)>,
    /// The same of complaints.
    complaints: Vec<(String, i64, String, Option<i64>, String)>,
    /// Who, what for, days ago, the reason, its theme, the competitor.
    reasons: Vec<(String, ReasonOutcome, i64, String, String, String)>,
    questions: Vec<Questioned>,
    dossiers: Vec<Led>,
    served: Vec<Served>,
    links: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
struct Led {
    who: String,
    title: String,
    owner: String,
    expected: u32,
    started: i64,
    /// What, and how many days ago it was done; 0: not yet.
    steps: Vec<(String, i64)>,
    papers: Vec<(String, PaperState, i64)>,
}

#[derive(Debug, Deserialize)]
struct Served {
    segment: String,
    relation: String,
    minutes: u32,
    perks: String,
}

/// Sets it all down.
pub fn write(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let told: Told = serde_json::from_str(FEEDBACK)?;
    voices(w, &told, ids, days)?;
    for led in told.dossiers {
        dossier(w, led, ids, days)?;
    }
    for Served { segment, relation, minutes, perks } in told.served {
        let id = SegmentId(named(w, "SELECT id FROM segment WHERE name = ?1", &segment)?);
        let serve = ServeSegment {
            relation: Some(relation),
            minutes: Some(minutes),
            perks: Some(perks),
            ..ServeSegment::of(id)
        };
        segments::set_service(w, &serve)?;
    }
    for (a, b) in told.links {
        let [a, b] = [a, b].map(|text| named(w, "SELECT id FROM note WHERE text = ?1", &text).map(NoteId));
        canvas::insert_link(w, LinkNotes { a: a?, b: b? })?;
    }
    Ok(())
}

fn voices(w: &mut Writer<'_>, told: &Told, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let doubts = told.doubts.iter().map(|doubt| (doubt, false));
    for ((who, ago, text, cleared, answer), complaint) in doubts.chain(told.complaints.iter().map(|one| (one, true))) {
        let person = known(ids, who)?;
        let doubt = DoubtInput {
            person: Some(person),
            text: Some(text.clone()),
            touchpoint: Some(touch(w, person, *ago, days)?),
            raised_on: Some(days.day(*ago).to_string()),
            answer: Some(answer.clone()),
            complaint: Some(complaint),
            ..DoubtInput::default()
        };
        let cleared = cleared.map(|ago| days.day(ago).to_string());
        feedback::insert_doubt(w, DoubtId::make(), &doubt, cleared.as_deref(), days.today)?;
    }
    for (who, outcome, ago, text, theme, competitor) in &told.reasons {
        let person = known(ids, who)?;
        let reason = ReasonInput {
            person: Some(person),
            outcome: Some(*outcome),
            text: Some(text.clone()),
            theme: Some(theme.clone()),
            competitor: Some(competitor.clone()),
            day: Some(days.day(*ago).to_string()),
            touchpoint: Some(touch(w, person, *ago, days)?),
            id: None,
        };
        feedback::insert_reason(w, ReasonId::make(), &reason, days.today)?;
    }
    for (text, answer, found_at, asked) in &told.questions {
        let id = QuestionId::make();
        let [text, answer, found_at] = [text, answer, found_at].map(|text| Some(text.clone()));
        feedback::insert_question(w, id, &QuestionInput { id: None, text, answer, found_at })?;
        for (who, ago) in asked {
            let person = known(ids, who)?;
            let again = AskedAgain {
                question: Some(id),
                person: Some(person),
                touchpoint: Some(touch(w, person, *ago, days)?),
                day: Some(days.day(*ago).to_string()),
            };
            feedback::insert_asking(w, &again, days.today)?;
        }
    }
    Ok(())
}

fn dossier(w: &mut Writer<'_>, led: Led, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let id = DossierId::make();
    let input = DossierInput {
        person: Some(known(ids, &led.who)?),
        title: Some(led.title),
        owner: Some(led.owner),
        expected_days: Some(led.expected),
        started_on: Some(days.day(led.started).to_string()),
        ..DossierInput::default()
    };
    feedback::insert_dossier(w, id, &input, days.today)?;
    for (text, ago) in led.steps {
        let done_on = (ago > 0).then(|| days.day(ago).to_string());
        feedback::insert_step(w, id, &DossierStepInput { text: Some(text), done_on, ..DossierStepInput::default() })?;
    }
    for (name, state, ago) in led.papers {
        let since = Some(days.day(ago).to_string());
        let paper = PaperInput { name: Some(name), state: Some(state), since, ..PaperInput::default() };
        feedback::insert_paper(w, id, &paper, &days.today.to_string())?;
    }
    Ok(())
}

/// The touchpoint with somebody nearest to a day of their story; empty when they have none.
fn touch(w: &Writer<'_>, person: PersonId, ago: i64, days: &Calendar) -> Result<String> {
    let sql =
        "SELECT t.id FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid JOIN person p ON p.rid = x.person
               WHERE p.id = ?1 ORDER BY abs(t.at - ?2) LIMIT 1";
    let at = days.now - ago * crate::clock::DAY;
    let found: Option<Uuid> = w.conn().prepare_cached(sql)?.query_row((person, at), |r| r.get(0)).optional()?;
    Ok(found.map(|id| id.to_string()).unwrap_or_default())
}

fn named(w: &Writer<'_>, sql: &str, text: &str) -> Result<Uuid> {
    let found = w.conn().prepare_cached(sql)?.query_row([text], |r| r.get(0)).optional()?;
    found.ok_or_else(|| Error::broken("a name of the sample book"))
}

fn known(ids: &HashMap<&str, PersonId>, key: &str) -> Result<PersonId> {
    ids.get(key).copied().ok_or_else(|| Error::broken("somebody of the sample book"))
}
