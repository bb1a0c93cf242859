//! Reading communities: the list, and one with its people and meetings.

use super::groups::CommunityRef;
use super::kinds::community;
use super::{Community, CommunityMember, CommunityRow, Meeting};
use crate::consent;
use crate::error::{Code, Result};
use crate::ids::{CommunityMemberId, MeetingId, SegmentId};
use crate::people::{self, NamedPerson};
use crate::segments::{self, Bits, SegmentName, SegmentRef};
use crate::touchpoints::touchpoint_of;
use crate::vault::{Vault, rid_of};
use rusqlite::{Connection, OptionalExtension, Row};
use std::collections::HashMap;
use uuid::Uuid;

/// How many people who could join are named.
const COULD: usize = 10;

const COLUMNS: &str = "SELECT g.id, g.name, g.about, g.segment,
    (SELECT count(*) FROM community_member m JOIN person_stat s ON s.person = m.person AND s.live = 1 WHERE m.community = g.rid),
    (SELECT count(*) FROM community_meeting m WHERE m.community = g.rid),
    (SELECT max(at) FROM community_meeting m WHERE m.community = g.rid) FROM community g";

fn plain(r: &Row<'_>) -> rusqlite::Result<(CommunityRow, String)> {
    let row = CommunityRow {
        id: r.get(0)?,
        name: r.get(1)?,
        about: r.get(2)?,
        segment: None,
        members: r.get(4)?,
        meetings: r.get(5)?,
        last_met: r.get(6)?,
    };
    Ok((row, r.get(3)?))
}

/// All communities in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn communities(vault: &Vault, (): ()) -> Result<Vec<CommunityRow>> {
    let found = vault.read(|c| {
        let mut rows = c.prepare_cached(&format!("{COLUMNS} ORDER BY sort_key(g.name), g.rid"))?;
        Ok(rows.query_map([], plain)?.collect::<rusqlite::Result<Vec<_>>>()?)
    })?;
    found.into_iter().map(|(row, segment)| Ok(CommunityRow { segment: whose(vault, &segment)?, ..row })).collect()
}

fn whose(vault: &Vault, text: &str) -> Result<Option<SegmentName>> {
    let Ok(id) = text.parse::<Uuid>() else { return Ok(None) };
    match segments::named(vault, SegmentRef { id: SegmentId(id) }) {
        Ok(name) => Ok(Some(name)),
        Err(error) if error.code == Code::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// One community with its people and meetings.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(vault: &Vault, input: CommunityRef) -> Result<Community> {
    let (rid, (row, segment)) = vault.read(|c| {
        let rid = rid_of(c, &community::KIND, input.id)?;
        Ok((rid, c.prepare_cached(&format!("{COLUMNS} WHERE g.rid = ?1"))?.query_row([rid], plain)?))
    })?;
    let segment = whose(vault, &segment)?;
    let within = segment.as_ref().and_then(|one| members_of(vault, one.id).transpose()).transpose()?;
    let order = people::by_name(vault)?;
    vault.read(|c| {
        let meetings = meetings(c, rid)?;
        let (members, known) = members(c, rid, &order, &meetings)?;
        let could = within.map(|set| {
            let free = order.iter().filter(|person| set.contains(**person) && !known.contains_key(*person));
            free.take(COULD).map(|person| named(c, *person)).collect::<Result<Vec<_>>>()
        });
        Ok(Community {
            row: CommunityRow { segment, ..row },
            members,
            meetings,
            could_join: could.transpose()?.unwrap_or_default(),
        })
    })
}

fn members_of(vault: &Vault, id: SegmentId) -> Result<Option<Bits>> {
    match vault.read(|c| segments::rule_of(c, id)) {
        Ok(rule) => Ok(Some(segments::members(vault, &rule)?)),
        Err(error) if matches!(error.code, Code::NotFound | Code::NewerVault) => Ok(None),
        Err(error) => Err(error),
    }
}

fn named(c: &Connection, rid: i64) -> Result<NamedPerson> {
    let sql = "SELECT id, name FROM person WHERE rid = ?1";
    Ok(c.prepare_cached(sql)?.query_row([rid], |r| Ok(NamedPerson { id: r.get(0)?, name: r.get(1)? }))?)
}

type Known = HashMap<i64, (CommunityMemberId, i64)>;

/// The living members in the order of names, and the same by row.
fn members(c: &Connection, rid: i64, order: &[i64], meetings: &[Meeting]) -> Result<(Vec<CommunityMember>, Known)> {
    let sql = "SELECT m.person, m.id, m.joined_at FROM community_member m
               JOIN person_stat s ON s.person = m.person AND s.live = 1 WHERE m.community = ?1 ORDER BY m.rid DESC";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?;
    let known: Known = rows.collect::<rusqlite::Result<_>>()?;
    let sorted = order.iter().filter(|person| known.contains_key(*person));
    let found = sorted.map(|person| {
        let (id, joined_at) = known[person];
        let row = people::row_of(c, *person)?;
        let came = meetings.iter().filter(|meeting| meeting.people.iter().any(|one| one.id == row.id)).count();
        Ok(CommunityMember {
            id,
            joined_at,
            came: u32::try_from(came).unwrap_or(u32::MAX),
            may_introduce: consent::may_introduce(c, *person)?,
            person: row,
        })
    });
    Ok((found.collect::<Result<_>>()?, known))
}

fn meetings(c: &Connection, rid: i64) -> Result<Vec<Meeting>> {
    type Kept = (MeetingId, i64, String, String, String);
    let sql = "SELECT id, at, title, heard, touchpoint FROM community_meeting WHERE community = ?1 ORDER BY at DESC, rid DESC";
    let mut rows = c.prepare_cached(sql)?;
    let rows = rows.query_map([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?)))?;
    let whole =
        |(id, at, title, heard, touch): Kept| Ok(Meeting { id, at, title, heard, people: who_came(c, &touch)? });
    rows.collect::<rusqlite::Result<Vec<Kept>>>()?.into_iter().map(whole).collect()
}

/// Who took part in a touchpoint; nobody when it is gone.
fn who_came(c: &Connection, touch: &str) -> Result<Vec<NamedPerson>> {
    let Ok(id) = touch.parse::<Uuid>() else { return Ok(Vec::new()) };
    let rid = c.prepare_cached("SELECT rid FROM touchpoint WHERE id = ?1")?.query_row([id], |r| r.get(0)).optional()?;
    Ok(rid.map(|rid| touchpoint_of(c, rid)).transpose()?.map(|touch| touch.people).unwrap_or_default())
}
