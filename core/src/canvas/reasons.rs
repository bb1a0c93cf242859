//! What makes the relationship different: the reasons that people gave, counted for the book and for each segment of a sheet
//! (row M007).

use super::CanvasRef;
use super::matrix::segments_of;
use super::read::get;
use crate::error::Result;
use crate::feedback::{self, ReasonTally};
use crate::segments::{Bits, SegmentName};
use crate::vault::Vault;
use serde::Serialize;
use ts_rs::TS;

/// The reasons of the people of a segment, or of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SegmentReasons {
    /// The segment; nothing: everybody in the book.
    pub segment: Option<SegmentName>,
    /// How many people are in it; nothing when that cannot be counted.
    pub count: Option<u32>,
    /// What they said.
    pub tally: ReasonTally,
}

/// The reasons of everybody, then those of each segment of a canvas.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn reasons(vault: &Vault, input: CanvasRef) -> Result<Vec<SegmentReasons>> {
    let canvas = get(vault, input)?;
    let everybody = vault.read(|c| feedback::tally_reasons(c, |_| true))?;
    let mut found = vec![SegmentReasons { segment: None, count: Some(canvas.facts.people), tally: everybody }];
    for (segment, people) in segments_of(vault, &canvas)? {
        let among = |rid| people.as_ref().is_some_and(|people: &Bits| people.contains(rid));
        let tally = vault.read(|c| feedback::tally_reasons(c, among))?;
        found.push(SegmentReasons { segment: Some(segment), count: people.as_ref().map(Bits::count), tally });
    }
    Ok(found)
}
