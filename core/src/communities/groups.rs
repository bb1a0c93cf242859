//! Making, changing and removing communities, and who is in one.

use super::Community;
use super::kinds::{community, meeting, member};
use super::read::get;
use crate::error::{Error, OrNotFound, Result};
use crate::ids::{CommunityId, CommunityMemberId, PersonId};
use crate::people::kinds::person;
use crate::segments::kinds::segment;
use crate::typed;
use crate::vault::{Kind, Vault, Writer};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What is to be changed of a community, or a new one. What is left out stays; a new one needs a name.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CommunityInput {
    /// The one to change.
    pub id: Option<CommunityId>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is about.
    pub about: Option<String>,
    /// The segment it is within; empty: none.
    pub segment: Option<String>,
}

/// Names one community.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CommunityRef {
    /// The community.
    pub id: CommunityId,
}

/// People who come into a community.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct JoinCommunity {
    /// The community.
    pub id: CommunityId,
    /// Who.
    pub people: Vec<PersonId>,
}

/// Names one membership.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct MemberRef {
    /// The membership.
    pub id: CommunityMemberId,
}

/// Saves a community.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is called nothing; [`crate::error::Code::NotFound`];
/// [`crate::error::Code::TooLarge`].
pub fn save(vault: &Vault, input: CommunityInput) -> Result<CommunityRef> {
    let name = match (&input.name, input.id) {
        (Some(name), _) => name.trim().to_owned(),
        (None, Some(id)) => called(vault, id)?,
        (None, None) => return Err(Error::invalid("name", "empty")),
    };
    let step = if input.id.is_some() { "editCommunity" } else { "createCommunity" };
    let id = input.id.unwrap_or_else(CommunityId::make);
    vault.write(step, &name, |w| insert_community(w, id, &input))?;
    Ok(CommunityRef { id })
}

/// Saves it as part of a larger step; makes the one with that id unless `input` names one to change.
///
/// # Errors
/// As [`save`].
pub fn insert_community(w: &mut Writer<'_>, id: CommunityId, input: &CommunityInput) -> Result<i64> {
    let mut cells = Vec::new();
    if let Some(name) = &input.name {
        cells.push((community::NAME, typed::needed("name", name)?.into()));
    }
    if let Some(about) = &input.about {
        cells.push((community::ABOUT, typed::limited("about", about)?.into()));
    }
    if let Some(text) = input.segment.as_deref().map(str::trim) {
        if !text.is_empty() {
            let id: Uuid = text.parse().map_err(|_| Error::invalid("segment", "unreadable"))?;
            w.rid(&segment::KIND, id)?;
        }
        cells.push((community::SEGMENT, text.to_owned().into()));
    }
    let Some(known) = input.id else {
        cells.push((community::CREATED_AT, w.now().into()));
        return w.insert(&community::KIND, id, &cells);
    };
    let rid = w.rid(&community::KIND, known)?;
    w.set_all(&community::KIND, rid, cells)?;
    Ok(rid)
}

/// Takes a community out with its memberships and meetings; the touchpoints of the meetings stay. Undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove(vault: &Vault, input: CommunityRef) -> Result<()> {
    let name = called(vault, input.id)?;
    vault.write("removeCommunity", &name, |w| {
        let rid = w.rid(&community::KIND, input.id)?;
        let hung: [(&'static Kind, &str); 2] = [
            (&member::KIND, "SELECT rid FROM community_member WHERE community = ?1"),
            (&meeting::KIND, "SELECT rid FROM community_meeting WHERE community = ?1"),
        ];
        for (kind, sql) in hung {
            let mut rows = w.conn().prepare_cached(sql)?;
            for one in rows.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
                w.remove(kind, one)?;
            }
        }
        w.remove(&community::KIND, rid)
    })
}

/// Takes people into a community; those who are in it already stay as they are.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn add_members(vault: &Vault, input: JoinCommunity) -> Result<Community> {
    let name = called(vault, input.id)?;
    vault.write("joinCommunity", &name, |w| insert_members(w, &input))?;
    get(vault, CommunityRef { id: input.id })
}

/// Takes them in as part of a larger step.
///
/// # Errors
/// As [`add_members`].
pub fn insert_members(w: &mut Writer<'_>, input: &JoinCommunity) -> Result<()> {
    let community = w.rid(&community::KIND, input.id)?;
    for id in &input.people {
        let person = w.rid(&person::KIND, *id)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM community_member WHERE community = ?1 AND person = ?2)";
        if w.conn().prepare_cached(sql)?.query_row([community, person], |r| r.get(0))? {
            continue;
        }
        let cells = [
            (member::COMMUNITY, community.into()),
            (member::PERSON, person.into()),
            (member::JOINED_AT, w.now().into()),
        ];
        w.insert(&member::KIND, CommunityMemberId::make(), &cells)?;
    }
    Ok(())
}

/// Takes somebody out of a community.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn leave(vault: &Vault, input: MemberRef) -> Result<()> {
    let name = vault.read(|c| {
        let sql = "SELECT p.name FROM community_member m JOIN person p ON p.rid = m.person WHERE m.id = ?1";
        c.prepare_cached(sql)?.query_row([input.id], |r| r.get::<_, String>(0)).optional()?.or_not_found()
    })?;
    vault.write("leaveCommunity", &name, |w| {
        let rid = w.rid(&member::KIND, input.id)?;
        w.remove(&member::KIND, rid)
    })
}

/// What a community is called.
pub(super) fn called(vault: &Vault, id: CommunityId) -> Result<String> {
    vault.read(|c| {
        let sql = "SELECT name FROM community WHERE id = ?1";
        c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.or_not_found()
    })
}
