//! What the book answers to the guiding questions that take a year of it to answer: who matters most, which channel works
//! best for each segment, who is served how and at what cost, and whether relationships belong to the rest of the sheet
//! (seed fbf2). What people answered stands beside it.

use super::blocks::Block;
use super::figures::Standing;
use super::matrix::matrix_of;
use super::service::service_of;
use super::tally::{DAYS, SheetYear};
use super::{Canvas, CanvasRef, ChannelMatrix};
use crate::error::Result;
use crate::people::NamedPerson;
use crate::purchases::{PurchaseTotals, currency};
use crate::segments::{SegmentName, SegmentService};
use crate::touchpoints::Channel;
use crate::vault::Vault;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use std::cmp::Reverse;
use ts_rs::TS;

/// How many people are named.
const NAMED: u32 = 3;
/// So many questions have to have gone out before a share of answers says something.
const ENOUGH: u32 = 5;
const MONTHS: u32 = 12;
/// What a relationship has to belong to.
const MODEL: [Block; 6] =
    [Block::Value, Block::UniqueValue, Block::Solution, Block::Resources, Block::Costs, Block::Revenue];

/// What the book answers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct BookAnswers {
    /// Who spent most in the last year, in the currency that most people pay in; three at most.
    pub spent: Vec<Spender>,
    /// Who bought most often in the last year, from twice on; `by` is how often.
    pub returned: Vec<Standing>,
    /// Each segment of the sheet, all of the book when none is on it.
    pub segments: Vec<SegmentAnswer>,
    /// From which channel conversations went on in which other one within two weeks, the most frequent three.
    pub crossed: Vec<Crossing>,
    /// What they wrote to us in the last year.
    pub written: u32,
    /// What of it no word of ours followed within two weeks.
    pub left: u32,
    /// How many notes about relationships there are.
    pub relationships: u32,
    /// How many of them are linked to what the business is made of: value, resources, costs, revenue.
    pub integrated: u32,
}

/// Somebody with what they spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Spender {
    /// Who.
    pub person: NamedPerson,
    /// How much, in minor units.
    pub sum: i64,
    /// A code of ISO 4217.
    pub currency: String,
    /// How many digits of the sum stand after the point.
    pub digits: u8,
}

/// What the book answers for one segment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SegmentAnswer {
    /// The segment.
    pub segment: SegmentName,
    /// How many people are in it; nothing when that cannot be counted.
    pub count: Option<u32>,
    /// The channel that works best; nothing when nobody was spoken with.
    pub channel: Option<BestChannel>,
    /// How it is meant to be served.
    pub planned: SegmentService,
    /// The type of relationship that the last year looks like.
    pub lived: Option<String>,
    /// The type of relationship that most of its people are noted to have; nothing when none is noted.
    pub said: Option<String>,
    /// Minutes a month that were logged with its people in the last year, all together.
    pub minutes: u32,
    /// What its people bought in the last year.
    pub bought: PurchaseTotals,
}

/// The channel that works best for a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BestChannel {
    /// Which.
    pub channel: Channel,
    /// Touchpoints through it.
    pub touches: u32,
    /// Those that waited for an answer; below five the channel is only the one used most.
    pub asked: u32,
    /// Those of them that were answered.
    pub answered: u32,
}

/// Conversations that went from one channel to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Crossing {
    /// Where one was.
    pub from: Channel,
    /// Where it went on.
    pub to: Channel,
    /// How often.
    pub count: u32,
}

/// What the book answers to the questions of a canvas.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn answers(vault: &Vault, input: CanvasRef) -> Result<BookAnswers> {
    let sheet = SheetYear::of(vault, input)?;
    let matrix = matrix_of(vault, &sheet)?;
    let segments = service_of(vault, &sheet)?.into_iter().map(|served| {
        let said = served.said.iter().max_by_key(|said| said.count);
        SegmentAnswer {
            channel: best(&matrix, &served.segment),
            said: said.map(|said| said.relation.clone()),
            count: served.count,
            planned: served.planned,
            lived: served.lived.relation,
            minutes: served.lived.minutes / MONTHS,
            bought: served.bought,
            segment: served.segment,
        }
    });
    let since = (vault.clock().today() - chrono::Days::new(DAYS.into())).to_string();
    let (relationships, integrated) = integrated(&sheet.canvas);
    let talk = sheet.year.conversations();
    let mut crossed: Vec<Crossing> =
        talk.crossed.into_iter().map(|((from, to), count)| Crossing { from, to, count }).collect();
    crossed.sort_by_key(|c| Reverse(c.count));
    crossed.truncate(NAMED as usize);
    Ok(BookAnswers {
        segments: segments.collect(),
        spent: vault.read(|c| Ok(spent(c, &since)?))?,
        returned: vault.read(|c| Ok(returned(c, &since)?))?,
        crossed,
        written: talk.written,
        left: talk.left,
        relationships,
        integrated,
    })
}

/// The one with the largest share of answers; the one used most, where too few wait for one.
fn best(matrix: &ChannelMatrix, segment: &SegmentName) -> Option<BestChannel> {
    let at = matrix.segments.iter().position(|s| s.id == segment.id)?;
    let cells = matrix.channels.iter().zip(&matrix.rows).filter_map(|(channel, row)| {
        let cell = row.get(at)?;
        let best = BestChannel { channel: *channel, touches: cell.touches, asked: cell.asked, answered: cell.answered };
        (cell.touches > 0).then_some(best)
    });
    let cells: Vec<BestChannel> = cells.collect();
    let answered = |c: &BestChannel| f64::from(c.answered) / f64::from(c.asked);
    let heard = cells.iter().filter(|c| c.asked >= ENOUGH && c.answered > 0);
    let heard = heard.max_by(|a, b| answered(a).total_cmp(&answered(b)).then(a.asked.cmp(&b.asked)));
    heard.or_else(|| cells.iter().max_by_key(|c| c.touches)).copied()
}

fn spent(c: &Connection, since: &str) -> rusqlite::Result<Vec<Spender>> {
    let usual =
        "SELECT currency FROM purchase WHERE date >= ?1 GROUP BY currency ORDER BY count(DISTINCT person) DESC, 1";
    let usual: Option<String> = c.prepare_cached(usual)?.query_row([since], |r| r.get(0)).optional()?;
    let Some(code) = usual else { return Ok(Vec::new()) };
    let sql = "SELECT p.id, p.name, b.sum FROM (SELECT person, sum(amount) AS sum FROM purchase
                 WHERE date >= ?1 AND currency = ?2 GROUP BY person) b
               JOIN person p ON p.rid = b.person WHERE b.sum > 0 ORDER BY b.sum DESC, b.person LIMIT ?3";
    let digits = currency::digits(&code);
    let spender = |r: &Row<'_>| Ok(Spender { person: named(r)?, sum: r.get(2)?, currency: code.clone(), digits });
    c.prepare_cached(sql)?.query_map((since, &code, NAMED), spender)?.collect()
}

fn returned(c: &Connection, since: &str) -> rusqlite::Result<Vec<Standing>> {
    let sql = "SELECT p.id, p.name, b.n FROM (SELECT person, count(*) AS n FROM purchase
                 WHERE date >= ?1 AND amount >= 0 GROUP BY person HAVING n > 1) b
               JOIN person p ON p.rid = b.person ORDER BY b.n DESC, b.person LIMIT ?2";
    let standing = |r: &Row<'_>| Ok(Standing { person: named(r)?, by: r.get::<_, u32>(2)?.to_string() });
    c.prepare_cached(sql)?.query_map((since, NAMED), standing)?.collect()
}

fn named(r: &Row<'_>) -> rusqlite::Result<NamedPerson> {
    Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? })
}

/// How many notes speak of relationships, and how many of them are linked to the rest of the sheet.
fn integrated(canvas: &Canvas) -> (u32, u32) {
    let block = |id| canvas.notes.iter().find(|n| n.id == id).map(|n| n.block);
    let (mut notes, mut linked) = (0, 0);
    for note in canvas.notes.iter().filter(|n| n.block == Block::Relationships) {
        notes += 1;
        let beside =
            canvas.links.iter().filter_map(|l| (l.a == note.id).then_some(l.b).or((l.b == note.id).then_some(l.a)));
        linked += u32::from(beside.filter_map(block).any(|b| MODEL.contains(&b)));
    }
    (notes, linked)
}
