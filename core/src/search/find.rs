//! One question, all kinds of answers: people first, then what was written about them.

use super::names::Names;
use super::snippet::{Mark, around};
use super::words;
use crate::error::Result;
use crate::people::NamedPerson;
use crate::vault::Vault;
use crate::vault::text::fold;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What to look for.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct Find {
    /// Letters of a name, an address or a note.
    pub text: String,
    /// Hits wanted of people, and as many of everything else; 20 when left out, 100 at most.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Found {
    /// People first, then texts, newest first.
    pub hits: Vec<Hit>,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HitKind {
    /// A person, by name or address.
    Person,
    /// What is to be remembered of a person.
    Remember,
    /// A touchpoint.
    Touchpoint,
    /// A note on a canvas.
    Note,
    /// A draft.
    Draft,
    /// A task.
    Task,
    /// A strategy of the journal.
    Strategy,
    /// A doubt of a customer.
    Doubt,
    /// Why somebody came, stayed or left.
    Reason,
    /// A question that customers ask.
    Question,
    /// The dossier of a purchase.
    Dossier,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Names the record.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The person it is about, if it is about one.
    pub person: Option<NamedPerson>,
    /// A name or a few words.
    pub title: String,
    /// The place in the text, or where the person belongs.
    pub snippet: String,
    /// Where in the snippet the words stand.
    pub marks: Vec<Mark>,
}

/// Finds people and texts. Every word must be there, the last one may be unfinished; accents and case do not matter.
///
/// # Errors
/// When the vault cannot be read.
pub fn find(vault: &Vault, input: Find) -> Result<Found> {
    let limit = input.limit.unwrap_or(20).min(100) as usize;
    let folded = fold(input.text.trim());
    let wanted: Vec<&str> = folded.split_whitespace().take(8).collect();
    if wanted.is_empty() {
        return Ok(Found { hits: Vec::new() });
    }
    let names = vault.followed(Names::load, Names::follow)?;
    let people = names.find(&wanted, limit);
    vault.read(|c| {
        let mut hits = Vec::with_capacity(people.len());
        for rid in people {
            hits.extend(person(c, rid, &wanted)?);
        }
        for doc in words::matching(c, &wanted, limit)? {
            hits.extend(text(c, doc, &wanted)?);
        }
        Ok(Found { hits })
    })
}

fn person(c: &Connection, rid: i64, wanted: &[&str]) -> Result<Option<Hit>> {
    let sql = "SELECT p.id, p.name,
                 (SELECT trim(r.title || ' · ' || o.name, ' ·') FROM role r JOIN organisation o ON o.rid = r.organisation
                  WHERE r.person = p.rid ORDER BY r.ended <> '', r.started DESC, r.rid LIMIT 1)
               FROM person p WHERE p.rid = ?1";
    let found = c.prepare_cached(sql)?.query_row([rid], |r| Ok((r.get(0)?, r.get(1)?, r.get::<_, Option<String>>(2)?)));
    let Some((id, name, place)): Option<(crate::ids::PersonId, String, _)> = found.optional()? else { return Ok(None) };
    // An address explains a hit that the name does not.
    let by_name = wanted.iter().all(|w| fold(&name).contains(w));
    let address = if by_name { None } else { address_with(c, rid, wanted)? };
    let (snippet, marks) = around(&address.or(place).unwrap_or_default(), wanted);
    let person = Some(NamedPerson { id, name: name.clone() });
    Ok(Some(Hit { kind: HitKind::Person, id: id.0, person, title: name, snippet, marks }))
}

fn address_with(c: &Connection, rid: i64, wanted: &[&str]) -> Result<Option<String>> {
    let mut rows = c.prepare_cached("SELECT value, normal FROM reach WHERE person = ?1")?;
    let mut rows = rows.query([rid])?;
    while let Some(r) = rows.next()? {
        let (value, normal): (String, String) = (r.get(0)?, r.get(1)?);
        let folded = fold(&value);
        if wanted.iter().any(|w| folded.contains(w) || (!normal.is_empty() && normal.contains(w))) {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// Which table a text stands in, and what to read of it: names, title, body, whom it is about.
fn place_of(doc: i64) -> Option<(HitKind, &'static str)> {
    Some(match doc % 8 {
        1 => (HitKind::Remember, "SELECT id, name, note, id, name FROM person WHERE rid = ?1 AND binned_at IS NULL"),
        2 => (
            HitKind::Touchpoint,
            "SELECT t.id, t.title, t.text, p.id, p.name FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid
             JOIN person p ON p.rid = x.person WHERE t.rid = ?1 ORDER BY x.rid LIMIT 1",
        ),
        3 => (HitKind::Note, "SELECT id, text, detail, NULL, NULL FROM note WHERE rid = ?1 AND archived_at IS NULL"),
        4 => (
            HitKind::Draft,
            "SELECT d.id, d.subject, d.text, p.id, p.name FROM draft d JOIN person p ON p.rid = d.person WHERE d.rid = ?1",
        ),
        6 => (
            HitKind::Task,
            "SELECT t.id, t.text, t.outcome, p.id, p.name FROM task t LEFT JOIN person p ON p.rid = t.person
             WHERE t.rid = ?1 AND p.binned_at IS NULL",
        ),
        7 => (HitKind::Strategy, "SELECT id, title, result, NULL, NULL FROM strategy WHERE rid = ?1"),
        // Two tables share each of these sources.
        5 if doc % 16 == 5 => (
            HitKind::Doubt,
            "SELECT d.id, d.text, d.answer, p.id, p.name FROM doubt d JOIN person p ON p.rid = d.person
             WHERE d.rid = ?1 / 2 AND p.binned_at IS NULL",
        ),
        5 => (
            HitKind::Reason,
            "SELECT x.id, x.text, x.competitor, p.id, p.name FROM reason x JOIN person p ON p.rid = x.person
             WHERE x.rid = ?1 / 2 AND p.binned_at IS NULL",
        ),
        0 if doc % 16 == 0 => {
            (HitKind::Question, "SELECT id, text, answer, NULL, NULL FROM question WHERE rid = ?1 / 2")
        }
        0 => (
            HitKind::Dossier,
            "SELECT d.id, d.title, d.outcome, p.id, p.name FROM dossier d JOIN person p ON p.rid = d.person
             WHERE d.rid = ?1 / 2 AND p.binned_at IS NULL",
        ),
        _ => return None,
    })
}

fn text(c: &Connection, doc: i64, wanted: &[&str]) -> Result<Option<Hit>> {
    let Some((kind, sql)) = place_of(doc) else { return Ok(None) };
    let row = c.prepare_cached(sql)?.query_row([doc / 8], |r| {
        let person = match r.get::<_, Option<_>>(3)? {
            Some(id) => Some(NamedPerson { id, name: r.get(4)? }),
            None => None,
        };
        Ok((r.get::<_, Uuid>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?, person))
    });
    Ok(row.optional()?.map(|(id, title, body, person)| {
        let whole = if body.is_empty() { &title } else { &body };
        let (snippet, marks) = around(whole, wanted);
        let title = match &person {
            Some(person) if title.is_empty() => person.name.clone(),
            _ => title,
        };
        Hit { kind, id, person, title, snippet, marks }
    }))
}
