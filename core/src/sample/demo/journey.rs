//! The journey map of the demonstration book.

use crate::error::Result;
use crate::ids::{JourneyId, JourneyStepId, SegmentId};
use crate::journeys::{self, NewJourney, StepContent};
use crate::vault::Writer;
use serde::Deserialize;
use std::collections::HashMap;

const JOURNEY: &str = include_str!("journey.json");

/// The file as it stands.
#[derive(Debug, Deserialize)]
struct PlannedJourney {
    title: String,
    segment: String,
    stages: Vec<PlannedStage>,
}

#[derive(Debug, Deserialize)]
struct PlannedStage {
    name: String,
    steps: Vec<StepContent>,
}

/// Sets the map down for one of the `segments`.
pub fn write(w: &mut Writer<'_>, segments: &HashMap<String, SegmentId>) -> Result<()> {
    let PlannedJourney { title, segment, stages } = serde_json::from_str(JOURNEY)?;
    let names = stages.iter().map(|stage| stage.name.clone()).collect();
    let new = NewJourney { title, segment: segments.get(&segment).copied(), stages: Some(names) };
    let rows = journeys::insert(w, JourneyId::make(), &new)?;
    for (row, stage) in rows.into_iter().zip(stages) {
        for step in stage.steps {
            journeys::insert_step(w, row, JourneyStepId::make(), &step)?;
        }
    }
    Ok(())
}
