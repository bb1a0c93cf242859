//! What the customers of the demonstration book may expect, who was told so, and what the firm commits itself to.

use super::Calendar;
use crate::error::{Error, Result};
use crate::ids::{CommitmentId, ExpectationId, PersonId, ToldId};
use crate::promises::{self, CommitmentArea, CommitmentInput, ExpectationInput, TellInput, ToldTopic};
use crate::vault::Writer;
use serde::Deserialize;
use std::collections::HashMap;

const SAID: &str = include_str!("said.json");

/// Since how many days ago, and what.
type Wordings = Vec<(i64, String)>;

/// The file as it stands. Days are counted back from today.
#[derive(Debug, Deserialize)]
struct Said {
    /// About what, its name, its wordings with their days, the first one first.
    expectations: Vec<(ToldTopic, String, Wordings)>,
    /// Who, days ago, which expectation.
    told: Vec<(String, i64, String)>,
    /// Who, days ago, about what, in which words.
    own: Vec<(String, i64, ToldTopic, String)>,
    /// For what, to what, its proof, for how many days that is good; 0: without an end.
    commitments: Vec<(CommitmentArea, String, String, i64)>,
}

/// Sets it all down.
pub fn write(w: &mut Writer<'_>, ids: &HashMap<&str, PersonId>, days: &Calendar) -> Result<()> {
    let said: Said = serde_json::from_str(SAID)?;
    let today = days.today.to_string();
    let mut named: HashMap<String, (ExpectationId, Wordings)> = HashMap::new();
    for (topic, name, wordings) in said.expectations {
        let id = ExpectationId::make();
        for (at, (ago, text)) in wordings.iter().enumerate() {
            let since = Some(days.day(*ago).to_string());
            let input = ExpectationInput { text: Some(text.clone()), since, ..ExpectationInput::default() };
            if at == 0 {
                let new = ExpectationInput { topic: Some(topic), name: Some(name.clone()), ..input };
                promises::insert_expectation(w, id, &new, &today)?;
            } else {
                promises::reword(w, id, &input, &today)?;
            }
        }
        named.insert(name, (id, wordings));
    }
    let whom = |key: &str| ids.get(key).copied().ok_or_else(|| Error::broken("somebody of the sample book"));
    for (who, ago, name) in said.told {
        let (id, wordings) = named.get(&name).ok_or_else(|| Error::broken("a name of the sample book"))?;
        let held = wordings.iter().rfind(|(since, _)| *since >= ago).map(|(_, text)| text.clone());
        tell(w, TellInput { expectation: Some(*id), text: held, ..to(whom(&who)?, ago, days) }, &today)?;
    }
    for (who, ago, topic, text) in said.own {
        tell(w, TellInput { topic: Some(topic), text: Some(text), ..to(whom(&who)?, ago, days) }, &today)?;
    }
    for (area, text, proof, good) in said.commitments {
        let until = (good > 0).then(|| days.day(-good).to_string());
        let input = CommitmentInput {
            area: Some(area),
            text: Some(text),
            proof: Some(proof),
            proven_until: until,
            ..CommitmentInput::default()
        };
        promises::insert_commitment(w, CommitmentId::make(), &input)?;
    }
    Ok(())
}

fn to(person: PersonId, ago: i64, days: &Calendar) -> TellInput {
    TellInput { person: Some(person), day: Some(days.day(ago).to_string()), ..TellInput::default() }
}

fn tell(w: &mut Writer<'_>, input: TellInput, today: &str) -> Result<()> {
    promises::insert_told(w, ToldId::make(), &input, today).map(drop)
}
