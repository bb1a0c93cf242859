//! Recognising somebody who is in the book already, and what a newcomer's card adds to them. Never guesses: a name alone
//! is enough only when neither card says anything that could tell two people apart.

use super::kinds::person;
use super::{DateInput, ReachInput, RoleInput, TieInput};
use super::{NewPerson, ReachKind, get, normal_email, normal_phone, parts, reach, tags};
use crate::error::Result;
use crate::ids::PersonId;
use crate::vault::text::fold;
use crate::vault::{Field, Writer};
use rusqlite::{Connection, params};

/// What a card says beyond what is known.
#[derive(Debug, Clone, Default)]
pub struct Addition {
    fields: Vec<(Field, String)>,
    reaches: Vec<ReachInput>,
    roles: Vec<RoleInput>,
    ties: Vec<TieInput>,
    dates: Vec<DateInput>,
    tags: Vec<String>,
}

impl Addition {
    /// True when it says nothing new.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
            && self.reaches.is_empty()
            && self.roles.is_empty()
            && self.ties.is_empty()
            && self.dates.is_empty()
            && self.tags.is_empty()
    }

    /// What it adds, as words of the message catalogue: `reach`, `role`, `note` …
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        let mut names: Vec<&'static str> = self.fields.iter().map(|(field, _)| field.column).collect();
        let lists = [
            ("reach", self.reaches.is_empty()),
            ("role", self.roles.is_empty()),
            ("tie", self.ties.is_empty()),
            ("date", self.dates.is_empty()),
            ("tag", self.tags.is_empty()),
        ];
        names.extend(lists.into_iter().filter(|(_, empty)| !empty).map(|(name, _)| name));
        names
    }
}

// "Is this" and "is not empty" is said twice: an index of what is not empty serves only those who ask for that.
const BY_UID: &str = "SELECT id FROM person WHERE uid = ?1 AND uid <> '' AND binned_at IS NULL ORDER BY rid LIMIT 1";
const BY_ADDRESS: &str = "SELECT p.id, p.name FROM reach r JOIN person p ON p.rid = r.person
    WHERE r.normal = ?1 AND r.normal <> '' AND p.binned_at IS NULL ORDER BY p.rid LIMIT 20";
const BY_NAME: &str = "SELECT p.id, (SELECT count(*) FROM reach WHERE person = p.rid AND normal <> '') FROM person p
    WHERE p.name = ?1 AND p.binned_at IS NULL ORDER BY p.rid LIMIT 20";

/// Who in the book this card is about: the same identifier, or the same name with an address in common, or the same
/// name where one of the two has no address at all and the organisation does not differ.
///
/// # Errors
/// When the vault cannot be read.
pub fn same_as(c: &Connection, new: &NewPerson) -> Result<Option<PersonId>> {
    if let Some(uid) = new.uid.as_deref().filter(|u| !u.is_empty()) {
        let mut found = c.prepare_cached(BY_UID)?;
        let found = found.query_map([uid], |r| r.get(0))?.next().transpose()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let addresses = addresses(&new.reaches);
    let name = fold(new.name.trim());
    for address in &addresses {
        let mut found = c.prepare_cached(BY_ADDRESS)?;
        let mut found = found.query([address])?;
        while let Some(r) = found.next()? {
            if fold(&r.get::<_, String>(1)?) == name {
                return Ok(Some(r.get(0)?));
            }
        }
    }
    let mut found = c.prepare_cached(BY_NAME)?;
    let mut found = found.query([new.name.trim()])?;
    while let Some(r) = found.next()? {
        let id: PersonId = r.get(0)?;
        let one_is_bare = addresses.is_empty() || r.get::<_, i64>(1)? == 0;
        if one_is_bare && same_organisation(c, id, new)? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

fn addresses(reaches: &[ReachInput]) -> Vec<String> {
    let normal = |r: &ReachInput| match r.kind {
        ReachKind::Email => normal_email(&r.value),
        ReachKind::Phone => normal_phone(&r.value),
        _ => String::new(),
    };
    reaches.iter().map(normal).filter(|n| !n.is_empty()).collect()
}

fn same_organisation(c: &Connection, id: PersonId, new: &NewPerson) -> Result<bool> {
    let sql = "SELECT o.name FROM person p JOIN role r ON r.person = p.rid JOIN organisation o ON o.rid = r.organisation WHERE p.id = ?1";
    let mut known = c.prepare_cached(sql)?;
    let known = known.query_map(params![id], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let same = |role: &RoleInput| known.iter().any(|k| fold(k) == fold(role.organisation.trim()));
    Ok(new.roles.is_empty() || known.is_empty() || new.roles.iter().any(same))
}

/// What the card says beyond what is known of that person. A field that is filled stays: what the user wrote is never
/// written over by a file.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn addition(c: &Connection, id: PersonId, new: &NewPerson) -> Result<Addition> {
    let known = get::person_of(c, id)?;
    let mut more = Addition::default();
    let blanks = [
        (person::PREFIX, &known.prefix, &new.prefix),
        (person::GIVEN, &known.given, &new.given),
        (person::MIDDLE, &known.middle, &new.middle),
        (person::FAMILY, &known.family, &new.family),
        (person::SUFFIX, &known.suffix, &new.suffix),
        (person::NICKNAME, &known.nickname, &new.nickname),
        (person::SAID, &known.said, &new.said),
        (person::LANGUAGE, &known.language, &new.language),
        (person::SOURCE, &known.source, &new.source),
        (person::SINCE, &known.since, &new.since),
    ];
    for (field, has, gets) in blanks {
        if let Some(text) = gets.as_ref().filter(|t| has.is_empty() && !t.is_empty()) {
            more.fields.push((field, text.clone()));
        }
    }
    if let Some(note) = new.note.as_ref().filter(|n| !n.trim().is_empty() && !known.note.contains(n.trim())) {
        more.fields.push((person::NOTE, [known.note.trim(), note.trim()].join("\n\n").trim().to_owned()));
    }
    let fresh: Vec<&str> =
        new.extra.iter().flat_map(|e| e.lines()).filter(|l| !known.extra.iter().any(|k| k == l)).collect();
    if !fresh.is_empty() {
        let all: Vec<&str> = known.extra.iter().map(String::as_str).chain(fresh).collect();
        more.fields.push((person::EXTRA, all.join("\n")));
    }
    let has_reach = |r: &ReachInput| {
        let normal = addresses(std::slice::from_ref(r)).pop();
        known.reaches.iter().any(|k| {
            let known_normal = match k.kind {
                ReachKind::Email => normal_email(&k.value),
                ReachKind::Phone => normal_phone(&k.value),
                _ => String::new(),
            };
            k.kind == r.kind && (k.value == r.value.trim() || normal.as_ref().is_some_and(|n| *n == known_normal))
        })
    };
    more.reaches = new.reaches.iter().filter(|r| !has_reach(r)).cloned().collect();
    let has_role = |r: &RoleInput| {
        let title = r.title.clone().unwrap_or_default();
        known.roles.iter().any(|k| {
            fold(&k.organisation_name) == fold(r.organisation.trim()) && (k.title == title || title.is_empty())
        })
    };
    more.roles = new.roles.iter().filter(|r| !has_role(r)).cloned().collect();
    let has_tie = |t: &TieInput| known.ties.iter().any(|k| Some(&k.name) == t.name.as_ref() && k.label == t.label);
    more.ties = new.ties.iter().filter(|t| !has_tie(t)).cloned().collect();
    let has_date =
        |d: &DateInput| known.dates.iter().any(|k| k.label == d.label && (k.month, k.day) == (d.month, d.day));
    more.dates = new.dates.iter().filter(|d| !has_date(d)).cloned().collect();
    let has_tag = |t: &String| known.row.tags.iter().any(|k| fold(&k.name) == fold(t));
    more.tags = new.tags.iter().filter(|t| !has_tag(t)).cloned().collect();
    Ok(more)
}

/// Adds it to that person, inside a larger step.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn add(w: &mut Writer<'_>, id: PersonId, more: &Addition) -> Result<()> {
    let rid = w.rid(&person::KIND, id)?;
    for (field, text) in &more.fields {
        w.set(&person::KIND, rid, *field, text.clone())?;
    }
    for address in &more.reaches {
        reach::insert_reach(w, rid, &ReachInput { preferred: None, ..address.clone() })?;
    }
    for role in &more.roles {
        parts::insert_role(w, rid, role)?;
    }
    for tie in &more.ties {
        parts::insert_tie(w, rid, tie)?;
    }
    for date in &more.dates {
        parts::insert_date(w, rid, date)?;
    }
    for name in &more.tags {
        tags::put(w, rid, name)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_for_somebody_reads_no_table_from_end_to_end() {
        let c = Connection::open_in_memory().unwrap();
        c.execute_batch(include_str!("../../migrations/0002_people.sql")).unwrap();
        for sql in [BY_UID, BY_ADDRESS, BY_NAME] {
            let mut plan = c.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let plan = plan.query_map(["x"], |r| r.get::<_, String>(3)).unwrap().collect::<rusqlite::Result<Vec<_>>>();
            let plan = plan.unwrap();
            assert!(plan.iter().all(|step| !step.starts_with("SCAN")), "{sql}: {plan:?}");
        }
    }
}
