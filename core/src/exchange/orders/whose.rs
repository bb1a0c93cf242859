//! Whose a purchase is: by the e-mail address, else by the name (and the organisation, where the line names one). Of
//! several who could be meant, none is taken.

use super::reading::Line;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::{NamedPerson, kinds::person, normal_email};
use crate::vault::rid_of;
use crate::vault::text::fold;
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// This one.
    Them(PersonId),
    /// Somebody who comes into the book with this line.
    New,
    /// Nobody who is there.
    Nobody,
    /// More than one could be.
    Several,
}

impl Whose {
    /// By name.
    pub fn named(self, c: &Connection) -> Result<Option<NamedPerson>> {
        let Self::Them(id) = self else { return Ok(None) };
        let mut name = c.prepare_cached("SELECT name FROM person WHERE id = ?1")?;
        let mut found = name.query_map([id], |r| Ok(NamedPerson { id, name: r.get(0)? }))?;
        Ok(found.next().transpose()?)
    }
}

/// The people of the book by their names, and those who come with the file.
pub(super) struct Whom {
    by_name: HashMap<String, Vec<PersonId>>,
    came: HashMap<String, Option<PersonId>>,
    makes: bool,
}

impl Whom {
    /// `makes`: lines of nobody bring new people.
    pub fn of(c: &Connection, makes: bool) -> Result<Self> {
        let mut by_name: HashMap<String, Vec<PersonId>> = HashMap::new();
        let mut rows = c.prepare("SELECT id, name FROM person WHERE binned_at IS NULL ORDER BY rid")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            by_name.entry(plain(r.get_ref(1)?.as_str().unwrap_or_default())).or_default().push(r.get(0)?);
        }
        Ok(Self { by_name, came: HashMap::new(), makes })
    }

    /// Whose this line is.
    pub fn is(&mut self, c: &Connection, line: &Line) -> Result<Whose> {
        if let Some(Some(id)) = self.came.get(&key(line)) {
            return Ok(Whose::Them(*id));
        }
        let found = self.found(c, line)?;
        let nameless = line.name.is_empty() && normal_email(&line.email).is_empty();
        if found != Whose::Nobody || !self.makes || nameless {
            return Ok(found);
        }
        self.came.entry(key(line)).or_insert(None);
        Ok(Whose::New)
    }

    fn found(&self, c: &Connection, line: &Line) -> Result<Whose> {
        let email = normal_email(&line.email);
        if !email.is_empty() {
            let sql = "SELECT DISTINCT p.id, p.name FROM reach r JOIN person p ON p.rid = r.person
                       WHERE r.normal = ?1 AND r.normal <> '' AND r.kind = 'email' AND p.binned_at IS NULL LIMIT 20";
            let mut rows = c.prepare_cached(sql)?;
            let rows = rows.query_map([email], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
            let found = rows.collect::<rusqlite::Result<Vec<(PersonId, String)>>>()?;
            match &found[..] {
                [] => {}
                [(id, _)] => return Ok(Whose::Them(*id)),
                // An address that several share: the name may tell.
                several => {
                    let named: Vec<_> = several.iter().filter(|(_, name)| plain(name) == plain(&line.name)).collect();
                    return Ok(if let [(id, _)] = named[..] { Whose::Them(*id) } else { Whose::Several });
                }
            }
        }
        let named = self.by_name.get(&plain(&line.name)).map_or(&[][..], Vec::as_slice);
        if line.name.is_empty() || named.is_empty() {
            return Ok(Whose::Nobody);
        }
        let fitting = if line.organisation.is_empty() { named.to_vec() } else { at(c, named, &line.organisation)? };
        Ok(match fitting[..] {
            [one] => Whose::Them(one),
            [] => Whose::Nobody,
            _ => Whose::Several,
        })
    }

    /// Somebody came into the book with this line.
    pub fn came(&mut self, line: &Line, id: PersonId) {
        self.came.insert(key(line), Some(id));
    }

    /// How many came, or would.
    pub fn made(&self) -> u32 {
        u32::try_from(self.came.len()).unwrap_or(u32::MAX)
    }

    /// The row of a person.
    pub fn rid(&self, c: &Connection, id: PersonId) -> Result<i64> {
        rid_of(c, &person::KIND, id)
    }
}

/// Those of these people who have, or had, a role in that organisation; and those who have none at all.
fn at(c: &Connection, people: &[PersonId], organisation: &str) -> Result<Vec<PersonId>> {
    let sql = "SELECT count(*), coalesce(sum(fold(o.name) = ?2), 0) FROM person p JOIN role r ON r.person = p.rid
               JOIN organisation o ON o.rid = r.organisation WHERE p.id = ?1";
    let mut fitting = Vec::new();
    for id in people {
        let roles = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)?, r.get::<_, i64>(1)?));
        let (all, there) = c.prepare_cached(sql)?.query_row(params![id, plain(organisation)], roles)?;
        if all == 0 || there > 0 {
            fitting.push(*id);
        }
    }
    Ok(fitting)
}

fn plain(name: &str) -> String {
    fold(name.trim())
}

/// What tells two newcomers apart.
fn key(line: &Line) -> String {
    match normal_email(&line.email) {
        email if email.is_empty() => format!("{}\n{}", plain(&line.name), plain(&line.organisation)),
        email => email,
    }
}
