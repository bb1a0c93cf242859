//! How segments are meant to be served beside how they are: type of relationship, minutes and money a month, perks.
//! Answers three of the questions about relationships (seed fbf2): the same with all, which with each, what do they cost.

use super::CanvasRef;
use super::figures::RelationShare;
use super::tally::{DAYS, SheetYear, Tally};
use crate::error::Result;
use crate::feedback::{self, CustomerQuestion, OpenDoubts};
use crate::people::RELATIONS;
use crate::purchases::{self, PurchaseTotals};
use crate::segments::{self, Bits, Condition, SegmentName, SegmentRule, SegmentService};
use crate::vault::Vault;
use serde::Serialize;
use ts_rs::TS;

/// From so many touchpoints a year with each person on, somebody is looked after by a person of their own.
const OFTEN: f64 = 12.0;
/// The share of people whom nobody spoke with from which on a segment serves itself.
const ALONE: f64 = 0.8;
/// Fewer people than this say nothing about a segment.
const ENOUGH: u32 = 5;

/// A segment with how it is meant to be served and how it is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ServedSegment {
    /// The segment.
    pub segment: SegmentName,
    /// How many people are in it; nothing when that cannot be counted.
    pub count: Option<u32>,
    /// How it is meant to be served.
    pub planned: SegmentService,
    /// With which types its people are said to be served, one by one; types that nobody has are left out.
    pub said: Vec<RelationShare>,
    /// What the last year looks like.
    pub lived: LivedService,
    /// What its people bought in the last year.
    pub bought: PurchaseTotals,
    /// Which doubts of theirs are open (row M082).
    pub doubts: OpenDoubts,
    /// What its people ask often and find nowhere by themselves; `asked` says how often they did (row M086).
    pub gaps: Vec<CustomerQuestion>,
}

/// What the log of a year looks like.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct LivedService {
    /// How many days of the log it counts.
    pub days: u32,
    /// With how many people we spoke.
    pub people: u32,
    /// Touchpoints with them; one with three of them counts three times.
    pub touches: u32,
    /// Those with three people or more.
    pub in_groups: u32,
    /// Minutes they took, where it was said.
    pub minutes: u32,
    /// How many said so.
    pub minutes_n: u32,
    /// The type of relationship it looks like; nothing with fewer than five people.
    pub relation: Option<String>,
}

/// The segments of a canvas with how they are meant to be served and how they are.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn service(vault: &Vault, input: CanvasRef) -> Result<Vec<ServedSegment>> {
    service_of(vault, &SheetYear::of(vault, input)?)
}

pub(super) fn service_of(vault: &Vault, sheet: &SheetYear) -> Result<Vec<ServedSegment>> {
    let today = vault.clock().today();
    let mut types = Vec::new();
    for relation in RELATIONS {
        let served = SegmentRule::One(Condition::Relation { relation: relation.to_owned() });
        types.push((relation, segments::members(vault, &served)?));
    }
    let groups: Vec<_> =
        sheet.segments.iter().map(|(_, people, _)| |rid| people.as_ref().is_some_and(|m| m.contains(rid))).collect();
    let since = today - chrono::Days::new(DAYS.into());
    let bought = vault.read(|c| purchases::totals_of(c, today, &groups, Some(since)))?;
    let mut found = Vec::new();
    for (((segment, people, of), among), bought) in sheet.segments.iter().zip(&groups).zip(bought) {
        let planned = vault.read(|c| segments::service_of(c, segment.id))?;
        let members = people.as_ref();
        let said = types.iter().filter_map(|(relation, served)| {
            let count = members.map_or(0, |m| m.clone().and(served).count());
            (count > 0).then(|| RelationShare { relation: (*relation).to_owned(), count })
        });
        let said = said.collect();
        let count = members.map(Bits::count);
        let doubts = vault.read(|c| feedback::open_doubts(c, today, among))?;
        let gaps = vault.read(|c| feedback::question_gaps(c, among))?;
        found.push(ServedSegment {
            planned,
            said,
            lived: lived(count.unwrap_or(0), &of.all),
            bought,
            doubts,
            gaps,
            count,
            segment: segment.clone(),
        });
    }
    Ok(found)
}

fn lived(count: u32, of: &Tally) -> LivedService {
    LivedService {
        days: DAYS,
        people: of.people,
        touches: of.touches,
        in_groups: of.in_groups,
        minutes: of.whole_minutes(),
        minutes_n: of.minutes_n,
        relation: looks_like(count, of).map(str::to_owned),
    }
}

/// The type that a year looks like: alone when nobody speaks with four of five, a community when half of it goes on in
/// groups, somebody of their own from one touchpoint a month on, and help by people otherwise. What a log cannot show
/// (machines that answer, products made together) it does not say.
fn looks_like(count: u32, of: &Tally) -> Option<&'static str> {
    if count < ENOUGH {
        return None;
    }
    if f64::from(count - of.people.min(count)) >= ALONE * f64::from(count) {
        return Some("selfService");
    }
    if of.in_groups * 2 >= of.touches {
        return Some("community");
    }
    if f64::from(of.touches) >= OFTEN * f64::from(count) {
        return Some("dedicated");
    }
    Some("personal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_looks_like_the_type_it_was() {
        let of = |people, touches, in_groups| Tally { people, touches, in_groups, ..Tally::default() };
        assert_eq!(looks_like(4, &of(4, 100, 0)), None, "four people say nothing");
        assert_eq!(looks_like(10, &of(2, 9, 0)), Some("selfService"));
        assert_eq!(looks_like(10, &of(10, 20, 10)), Some("community"));
        assert_eq!(looks_like(10, &of(9, 120, 0)), Some("dedicated"));
        assert_eq!(looks_like(10, &of(9, 119, 3)), Some("personal"));
    }
}
