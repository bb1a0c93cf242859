//! Whether segments are good ones: how large, how much they share, whom they leave out, how they answer, and whether two
//! of them are one. Distinctness asks the five reasons that make a segment (Osterwalder and Pigneur 2010, customer
//! segments): another need, other channels, another relationship, other profitability, willingness to pay for something else.

use super::SegmentName;
use super::bits::Bits;
use super::log::Log;
use super::members::{everyone, members};
use super::plan::Intensity;
use super::pulse::SegmentPulse;
use super::rule::SegmentRule;
use crate::error::Result;
use crate::ids::SegmentId;
use crate::purchases::{self, InBase, PurchaseTotals};
use crate::vault::Vault;
use crate::vault::text::fold;
use rusqlite::Connection;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Below this number of people or touchpoints a comparison says nothing.
pub(super) const ENOUGH: u32 = 5;
/// From this difference between two channel mixes on they are different: half the sum of differences in shares.
const OTHER_MIX: f64 = 0.25;
/// From this ratio between two mean spends on they are different.
const OTHER_SPEND: f64 = 1.5;

/// How the segments stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SegmentHealth {
    /// How many people are in the book.
    pub total: u32,
    /// How many are in no segment.
    pub uncovered: u32,
    /// Each segment whose rule can be read, in the order of names.
    pub segments: Vec<HealthRow>,
    /// Each two of them, in that order.
    pub pairs: Vec<SegmentPair>,
}

/// One segment among the others.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct HealthRow {
    /// Which.
    pub segment: SegmentName,
    /// How many people.
    pub count: u32,
    /// How many of them are in no other segment.
    pub only: u32,
    /// How close one wants to be.
    pub intensity: Option<Intensity>,
    /// What the log of a year says.
    pub pulse: SegmentPulse,
    /// What they spent in all, in the base currency; nothing without purchases, a base or a rate.
    pub spent: Option<InBase>,
}

/// Two segments.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentPair {
    /// One.
    pub a: SegmentId,
    /// The other.
    pub b: SegmentId,
    /// How many people are in both.
    pub both: u32,
    /// How the reasons compare.
    pub reasons: Vec<PairReason>,
    /// How many people the smaller one has: below five nothing is said.
    pub n: u32,
    /// Whether everything that is known of them is the same: maybe one segment.
    pub maybe_one: bool,
}

/// How two segments compare by one reason.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PairReason {
    /// Which reason.
    pub reason: Distinct,
    /// True: different; false: the same; nothing: not known.
    pub different: Option<bool>,
}

/// The reasons that make a segment of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Distinct {
    /// They need something else: what is written down beside them.
    Need,
    /// They are reached otherwise: the share of each channel in a year.
    Channel,
    /// They want another relationship: how close.
    Relationship,
    /// They bring in more or less: what one of them spent.
    Revenue,
    /// They would pay for something else: nobody can know without asking.
    Willingness,
}

/// One segment with all that is compared.
struct Known {
    name: SegmentName,
    set: Bits,
    intensity: Option<Intensity>,
    needs: BTreeSet<String>,
    pulse: SegmentPulse,
    spent: Option<InBase>,
}

/// How all segments stand.
///
/// # Errors
/// When the vault cannot be read.
pub fn health(vault: &Vault, (): ()) -> Result<SegmentHealth> {
    let all = known(vault)?;
    let everyone = everyone(vault)?;
    let covered = all.iter().fold(Bits::default(), |sum, one| sum.or(&one.set));
    let mut pairs = Vec::new();
    for (i, a) in all.iter().enumerate() {
        pairs.extend(all.iter().skip(i + 1).map(|b| pair(a, b)));
    }
    let rows = all.iter().enumerate().map(|(i, one)| {
        let others = all.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, other)| &other.set);
        let only = others.fold(one.set.clone(), |left, other| left.without(other));
        HealthRow {
            segment: one.name.clone(),
            count: one.set.count(),
            only: only.count(),
            intensity: one.intensity,
            pulse: one.pulse.clone(),
            spent: one.spent.clone(),
        }
    });
    let segments = rows.collect();
    Ok(SegmentHealth {
        total: everyone.set.count(),
        uncovered: everyone.set.clone().without(&covered).count(),
        segments,
        pairs,
    })
}

fn known(vault: &Vault) -> Result<Vec<Known>> {
    let found = vault.read(|c| {
        let sql = "SELECT id, name, hue, rule, intensity, rid FROM segment ORDER BY sort_key(name), rid";
        let mut rows = c.prepare_cached(sql)?;
        let rows = rows.query_map([], |r| {
            let name = SegmentName { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)? };
            let rule = SegmentRule::from_text(r.get_ref(3)?.as_str()?);
            Ok((name, rule, Intensity::from_text(r.get_ref(4)?.as_str()?), r.get::<_, i64>(5)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    let (log, now) = (Log::of(vault)?, vault.clock().now());
    let mut all = Vec::new();
    for (name, rule, intensity, rid) in found {
        let Some(rule) = rule else { continue };
        let set = members(vault, &rule)?;
        let pulse = log.pulse(&set, now);
        let needs = vault.read(|c| needs_of(c, rid))?;
        all.push(Known { name, set, intensity, needs, pulse, spent: None });
    }
    let groups: Vec<_> = all.iter().map(|one| |rid| one.set.contains(rid)).collect();
    let sums = vault.read(|c| purchases::totals_of(c, vault.clock().today(), &groups, None))?;
    let sums: Vec<_> = sums.into_iter().map(spent_of).collect();
    for (one, spent) in all.iter_mut().zip(sums) {
        one.spent = spent;
    }
    Ok(all)
}

fn needs_of(c: &Connection, segment: i64) -> Result<BTreeSet<String>> {
    let mut rows = c.prepare_cached("SELECT need FROM segment_need WHERE segment = ?1")?;
    Ok(rows.query_map([segment], |r| Ok(fold(r.get_ref(0)?.as_str()?)))?.collect::<rusqlite::Result<_>>()?)
}

/// What these people spent in all.
pub(super) fn spent(c: &Connection, vault: &Vault, set: &Bits) -> Result<Option<InBase>> {
    let totals = purchases::totals(c, vault.clock().today(), |rid| set.contains(rid), None)?;
    Ok(spent_of(totals))
}

fn spent_of(totals: PurchaseTotals) -> Option<InBase> {
    totals.in_base.filter(|_| totals.count > 0)
}

fn pair(a: &Known, b: &Known) -> SegmentPair {
    let n = a.set.count().min(b.set.count());
    let reasons = [
        (Distinct::Need, needs_differ(a, b)),
        (Distinct::Channel, channels_differ(&a.pulse, &b.pulse)),
        (Distinct::Relationship, a.intensity.zip(b.intensity).map(|(a, b)| a != b)),
        (Distinct::Revenue, spends_differ(a, b)),
        (Distinct::Willingness, None),
    ];
    let said = || reasons.iter().filter_map(|(_, different)| *different);
    SegmentPair {
        a: a.name.id,
        b: b.name.id,
        both: a.set.common(&b.set),
        maybe_one: n >= ENOUGH && said().count() >= 2 && said().all(|different| !different),
        reasons: reasons.into_iter().map(|(reason, different)| PairReason { reason, different }).collect(),
        n,
    }
}

/// Whether half of what either needs is not needed by the other.
fn needs_differ(a: &Known, b: &Known) -> Option<bool> {
    if a.needs.is_empty() || b.needs.is_empty() {
        return None;
    }
    Some(a.needs.intersection(&b.needs).count() * 2 < a.needs.union(&b.needs).count())
}

fn channels_differ(a: &SegmentPulse, b: &SegmentPulse) -> Option<bool> {
    if a.touches.min(b.touches) < ENOUGH {
        return None;
    }
    let share = |pulse: &SegmentPulse, channel| {
        let found = pulse.channels.iter().find(|one| one.channel == channel).map_or(0, |one| one.touches);
        f64::from(found) / f64::from(pulse.touches)
    };
    let channels: BTreeSet<_> = a.channels.iter().chain(&b.channels).map(|one| one.channel).collect();
    let apart: f64 = channels.into_iter().map(|channel| (share(a, channel) - share(b, channel)).abs()).sum();
    Some(apart / 2.0 >= OTHER_MIX)
}

fn spends_differ(a: &Known, b: &Known) -> Option<bool> {
    #[expect(clippy::cast_precision_loss, reason = "money in minor units is far below 2^52")]
    let mean = |one: &Known| one.spent.as_ref().map(|spent| spent.sum as f64 / f64::from(one.set.count().max(1)));
    let (low, high) = mean(a).zip(mean(b)).map(|(a, b)| (a.min(b), a.max(b)))?;
    Some(high > 0.0 && high >= low.max(0.0) * OTHER_SPEND)
}
