//! Channel by segment: what is planned on the sheet beside what went on in the book in the last year, and who could be
//! reached at all. Answers "which is the most efficient for each segment" (seed fbf2) with the numbers it is made of.

use super::blocks::Block;
use super::links::{LinkNotes, insert_link, unlink_rows};
use super::read::get;
use super::tally::{DAYS, SheetYear, YearOf};
use super::{AddNote, Binding, BlockAbout, Canvas, CanvasRef, insert_note};
use crate::error::{Error, Result};
use crate::ids::{CanvasId, NoteId, SegmentId};
use crate::people::ReachKind;
use crate::segments::{self, ANSWER_DAYS, Bits, Condition, SegmentName, SegmentRef, SegmentRule};
use crate::topics::Topic;
use crate::touchpoints::Channel;
use crate::vault::Vault;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Channel by segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ChannelMatrix {
    /// How many days of the log it counts.
    pub days: u32,
    /// An answer is what comes from them in so many days.
    pub answer_days: u32,
    /// The segments of the sheet, in its order; all of the book when none is on the sheet.
    pub segments: Vec<SegmentName>,
    /// How many people are in each of them; nothing when that cannot be counted.
    pub counts: Vec<Option<u32>>,
    /// The channels that are planned or were used.
    pub channels: Vec<Channel>,
    /// One row a channel, one cell a segment.
    pub rows: Vec<Vec<MatrixCell>>,
}

/// What is planned and what went on with a segment through a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct MatrixCell {
    /// A note of the channel and one of the segment are linked.
    pub planned: bool,
    /// How many of its people have an address for it and did not ask to be left.
    pub reach: u32,
    /// With how many of them we spoke through it.
    pub people: u32,
    /// Touchpoints with them.
    pub touches: u32,
    /// Those that we began, that wait for an answer (a letter does, a call does not), and that are old enough to have had it.
    pub asked: u32,
    /// Those of them that were answered.
    pub answered: u32,
    /// Minutes they took, where it was said.
    pub minutes: u32,
    /// How many said so.
    pub minutes_n: u32,
    /// How they felt on average, −2 … +2; nothing when nobody said.
    pub felt: Option<f64>,
    /// How many said so.
    pub felt_n: u32,
}

/// A segment that is to be served through a channel, or not any more.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct PlanChannel {
    /// The canvas; the first one when left out.
    #[serde(default)]
    pub canvas: Option<CanvasId>,
    /// The segment.
    pub segment: SegmentId,
    /// The channel.
    pub channel: Channel,
    /// True to plan it.
    pub planned: bool,
    /// What a note for the channel says when there is none yet; the channel's own word when left out.
    #[serde(default)]
    pub text: Option<String>,
}

/// Channel by segment, as it is planned on a canvas and as it was.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn matrix(vault: &Vault, input: CanvasRef) -> Result<ChannelMatrix> {
    matrix_of(vault, &SheetYear::of(vault, input)?)
}

pub(super) fn matrix_of(vault: &Vault, sheet: &SheetYear) -> Result<ChannelMatrix> {
    let planned = planned(&sheet.canvas);
    let reaches = Reaches::of(vault)?;
    let used = sheet.segments.iter().flat_map(|(_, _, lived)| lived.used());
    let wanted: BTreeSet<&str> = planned_channels(&sheet.canvas).map(Channel::as_str).chain(used).collect();
    let channels: Vec<Channel> = Channel::ALL.into_iter().filter(|c| wanted.contains(c.as_str())).collect();
    let cell = |channel: Channel, segment: &SegmentName, people: Option<&Bits>, lived: &YearOf| {
        let planned = planned.contains_key(&(segment.id, channel.as_str()));
        let Some(people) = people else { return MatrixCell { planned, ..MatrixCell::default() } };
        let of = lived.through(channel);
        MatrixCell {
            planned,
            reach: reaches.through(channel, people),
            people: of.people,
            touches: of.touches,
            asked: of.asked,
            answered: of.answered,
            minutes: of.whole_minutes(),
            minutes_n: of.minutes_n,
            felt: of.mean_felt(),
            felt_n: of.felt_n,
        }
    };
    Ok(ChannelMatrix {
        days: DAYS,
        answer_days: u32::try_from(ANSWER_DAYS).unwrap_or_default(),
        counts: sheet.segments.iter().map(|(_, people, _)| people.as_ref().map(Bits::count)).collect(),
        rows: channels
            .iter()
            .map(|channel| {
                let row = sheet.segments.iter();
                row.map(|(segment, people, lived)| cell(*channel, segment, people.as_ref(), lived)).collect()
            })
            .collect(),
        segments: sheet.segments.iter().map(|(segment, _, _)| segment.clone()).collect(),
        channels,
    })
}

/// The segments that notes of a sheet are bound to, each with its people; all of the book when there are none.
pub(super) fn segments_of(vault: &Vault, canvas: &Canvas) -> Result<Vec<(SegmentName, Option<Bits>)>> {
    let mut on_sheet: Vec<SegmentId> = Vec::new();
    for note in &canvas.notes {
        if let Some(Binding::Segment { segment }) = note.binding
            && !on_sheet.contains(&segment)
        {
            on_sheet.push(segment);
        }
    }
    let all = segments::list(vault, ())?;
    let named = |id: &SegmentId| all.iter().find(|s| s.id == *id);
    let wanted: Vec<_> =
        if on_sheet.is_empty() { all.iter().collect() } else { on_sheet.iter().filter_map(named).collect() };
    wanted
        .into_iter()
        .map(|s| {
            let people = s.rule.as_ref().map(|rule| segments::members(vault, rule)).transpose()?;
            Ok((SegmentName { id: s.id, name: s.name.clone(), hue: s.hue }, people))
        })
        .collect()
}

fn planned_channels(canvas: &Canvas) -> impl Iterator<Item = Channel> {
    canvas.notes.iter().filter_map(|note| match note.binding {
        Some(Binding::Channel { channel }) => Some(channel),
        _ => None,
    })
}

/// The pairs of a segment and a channel whose notes are linked, with the links that say so.
fn planned(canvas: &Canvas) -> BTreeMap<(SegmentId, &'static str), Vec<LinkNotes>> {
    let binding = |id: NoteId| canvas.notes.iter().find(|n| n.id == id).and_then(|n| n.binding.as_ref());
    let mut found: BTreeMap<_, Vec<LinkNotes>> = BTreeMap::new();
    for link in &canvas.links {
        let pair = match (binding(link.a), binding(link.b)) {
            (Some(Binding::Segment { segment }), Some(Binding::Channel { channel }))
            | (Some(Binding::Channel { channel }), Some(Binding::Segment { segment })) => (*segment, channel.as_str()),
            _ => continue,
        };
        found.entry(pair).or_default().push(LinkNotes { a: link.a, b: link.b });
    }
    found
}

/// Plans a channel for a segment, or takes the plan back: links their notes, and writes those that are not there yet.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] on a sheet that has no block for channels or segments.
pub fn plan_channel(vault: &Vault, input: PlanChannel) -> Result<()> {
    let canvas = get(vault, CanvasRef { id: input.canvas })?;
    let segment = segments::named(vault, SegmentRef { id: input.segment })?;
    let links = planned(&canvas).remove(&(input.segment, input.channel.as_str())).unwrap_or_default();
    let name = if input.planned { "planChannel" } else { "unplanChannel" };
    vault.write(name, &segment.name, |w| {
        if !input.planned {
            return links.iter().try_for_each(|link| unlink_rows(w, *link));
        }
        if !links.is_empty() {
            return Ok(());
        }
        let bound = |binding: Binding| canvas.notes.iter().find(|n| n.binding.as_ref() == Some(&binding)).map(|n| n.id);
        let mut note = |binding: Binding, about: BlockAbout, text: &str| -> Result<NoteId> {
            if let Some(id) = bound(binding.clone()) {
                return Ok(id);
            }
            let block: Block = canvas
                .blocks
                .iter()
                .find(|b| b.about == Some(about))
                .map(|b| b.block)
                .ok_or_else(|| Error::invalid("canvas", "noBlock"))?;
            let id = NoteId::make();
            let new = AddNote {
                id: Some(id),
                canvas: Some(canvas.id),
                block,
                text: text.to_owned(),
                detail: None,
                hue: None,
                binding: Some(binding),
                after: None,
                evidence: None,
            };
            insert_note(w, id, &new)?;
            Ok(id)
        };
        let a = note(Binding::Segment { segment: input.segment }, BlockAbout::Segment, &segment.name)?;
        let b = note(
            Binding::Channel { channel: input.channel },
            BlockAbout::Channel,
            input.text.as_deref().unwrap_or(input.channel.as_str()),
        )?;
        insert_link(w, LinkNotes { a, b })
    })
}

/// Who has which address, and who asked to be left.
struct Reaches {
    addresses: Vec<(ReachKind, Bits)>,
    everybody: Bits,
    refused: std::sync::Arc<Refusals>,
}

/// The people who do not want to be spoken with through a channel.
struct Refusals(BTreeMap<&'static str, Bits>);

impl Reaches {
    fn of(vault: &Vault) -> Result<Self> {
        let having = |kind| segments::members(vault, &SegmentRule::One(Condition::Reach { kind, has: true }));
        let kinds = [ReachKind::Phone, ReachKind::Email, ReachKind::Address, ReachKind::Chat, ReachKind::Link];
        let addresses = kinds.into_iter().map(|kind| Ok((kind, having(kind)?))).collect::<Result<_>>()?;
        let everybody = segments::members(vault, &SegmentRule::All(Vec::new()))?;
        Ok(Self { addresses, everybody, refused: vault.cached(&[Topic::Consent, Topic::People], Refusals::read)? })
    }

    fn through(&self, channel: Channel, people: &Bits) -> u32 {
        let kinds: &[ReachKind] = match channel {
            Channel::Phone => &[ReachKind::Phone],
            Channel::Email | Channel::Support => &[ReachKind::Email],
            Channel::Post => &[ReachKind::Address],
            Channel::Chat => &[ReachKind::Chat, ReachKind::Phone],
            Channel::Social => &[ReachKind::Link],
            Channel::Video => &[ReachKind::Email, ReachKind::Phone],
            Channel::InPerson | Channel::Event => &[],
        };
        let mut with = if kinds.is_empty() { self.everybody.clone() } else { Bits::default() };
        for (_, bits) in self.addresses.iter().filter(|(kind, _)| kinds.contains(kind)) {
            with = with.or(bits);
        }
        let with = with.and(people);
        self.refused
            .0
            .get(channel.as_str())
            .map_or_else(|| with.clone(), |refused| with.clone().without(refused))
            .count()
    }
}

impl Refusals {
    /// Only those who ever said a word about it are asked one by one.
    fn read(c: &Connection) -> Result<Self> {
        let mut found: BTreeMap<&'static str, Bits> = BTreeMap::new();
        let mut rows = c.prepare("SELECT DISTINCT person FROM consent WHERE state <> 'agreed'")?;
        let people = rows.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        for person in people {
            for channel in Channel::ALL {
                if !crate::consent::may(c, person, channel.as_str())? {
                    found.entry(channel.as_str()).or_default().insert(person);
                }
            }
        }
        Ok(Self(found))
    }
}
