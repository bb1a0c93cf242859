//! Tags: words of the user's own on people.

use super::kinds::{person, tag as tag_kind, tagging};
use crate::error::{Error, Result};
use crate::ids::{PersonId, TagId};
use crate::vault::{Vault, Writer};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TagRow {
    /// Names it.
    pub id: TagId,
    /// What it says.
    pub name: String,
    /// One of the six hues of the palette, 0 for none.
    pub hue: u8,
    /// How many living people carry it; only in the list of all tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub people: Option<u32>,
}

/// A tag for several people.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct TagMany {
    /// The people.
    pub ids: Vec<PersonId>,
    /// What the tag says; made when it does not exist.
    pub tag: String,
}

/// All tags with the number of people who carry them.
///
/// # Errors
/// When the vault cannot be read.
pub fn tags(vault: &Vault, (): ()) -> Result<Vec<TagRow>> {
    vault.read(|c| {
        let mut rows = c.prepare_cached(
            "SELECT t.id, t.name, t.hue, (SELECT count(*) FROM tagging g JOIN person_stat s ON s.person = g.person
                                          WHERE g.tag = t.rid AND s.live)
             FROM tag t ORDER BY sort_key(t.name)",
        )?;
        let rows =
            rows.query_map([], |r| Ok(TagRow { id: r.get(0)?, name: r.get(1)?, hue: r.get(2)?, people: r.get(3)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Puts a tag on people, in one step. Returns how many did not carry it yet.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the tag says nothing.
pub fn tag(vault: &Vault, many: TagMany) -> Result<u32> {
    vault.write("tagPeople", many.tag.trim(), |w| {
        let mut added = 0;
        for id in &many.ids {
            let rid = w.rid(&person::KIND, *id)?;
            added += u32::from(put(w, rid, &many.tag)?);
        }
        Ok(added)
    })
}

/// Puts a tag on one person inside a larger step. False when they carried it.
pub(super) fn put(w: &mut Writer<'_>, person: i64, name: &str) -> Result<bool> {
    let tag = tag_called(w, name)?;
    if !carried(w, person, tag)?.is_empty() {
        return Ok(false);
    }
    w.insert(&tagging::KIND, Uuid::now_v7(), &[(tagging::PERSON, person.into()), (tagging::TAG, tag.into())])?;
    Ok(true)
}

/// Takes a tag off people, in one step. Returns how many carried it.
///
/// # Errors
/// When one of the people does not exist.
pub fn untag(vault: &Vault, many: TagMany) -> Result<u32> {
    vault.write("untagPeople", many.tag.trim(), |w| {
        let Some(tag) = find(w, &many.tag)? else { return Ok(0) };
        let mut removed = 0;
        for id in &many.ids {
            let rid = w.rid(&person::KIND, *id)?;
            let carried = carried(w, rid, tag)?;
            removed += u32::from(!carried.is_empty());
            for tagging in carried {
                w.remove(&tagging::KIND, tagging)?;
            }
        }
        Ok(removed)
    })
}

/// The row of the tag that says `name`, made when there is none.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it says nothing.
pub fn tag_called(w: &mut Writer<'_>, name: &str) -> Result<i64> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("tag", "empty"));
    }
    match find(w, name)? {
        Some(rid) => Ok(rid),
        None => w.insert(&tag_kind::KIND, TagId::make(), &[(tag_kind::NAME, name.to_owned().into())]),
    }
}

fn find(w: &Writer<'_>, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT rid FROM tag WHERE fold(name) = fold(?1) ORDER BY rid LIMIT 1";
    Ok(w.conn().prepare_cached(sql)?.query_row([name.trim()], |r| r.get(0)).optional()?)
}

fn carried(w: &Writer<'_>, person: i64, tag: i64) -> Result<Vec<i64>> {
    let mut rows = w.conn().prepare_cached("SELECT rid FROM tagging WHERE person = ?1 AND tag = ?2")?;
    let rids = rows.query_map(params![person, tag], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(rids)
}
