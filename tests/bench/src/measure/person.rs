//! S4: everything on one person's page.

use super::people;
use crate::book::Book;
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use rapport_core::ids::PersonId;
use rusqlite::Connection;
use serde_json::json;

const PAGES: usize = 300;

/// One look-up for each part of the page, by the person's row number.
const LOOK_UPS: [&str; 9] = [
    "SELECT * FROM person WHERE rid = ?1",
    "SELECT * FROM person_stat WHERE person = ?1",
    "SELECT * FROM reach WHERE person = ?1",
    "SELECT * FROM role r JOIN organisation o ON o.rid = r.organisation WHERE r.person = ?1",
    "SELECT * FROM tie WHERE person = ?1 OR other = ?1",
    "SELECT * FROM tagging g JOIN tag t ON t.rid = g.tag WHERE g.person = ?1",
    "SELECT * FROM important_date WHERE person = ?1",
    "SELECT * FROM consent WHERE person = ?1",
    "SELECT * FROM participant p JOIN touchpoint t ON t.rid = p.touchpoint WHERE p.person = ?1 ORDER BY p.at DESC LIMIT 50",
];

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let ids: Vec<_> = people(book, PAGES)?.into_iter().map(|row| row["id"].clone()).collect();
    let page = |id: &serde_json::Value| {
        book.call("people", "get", json!({ "id": id }))?;
        book.call("touchpoints", "timeline", json!({ "person": id }))?;
        book.call("touchpoints", "curve", json!({ "id": id }))?;
        book.call("consent", "ofPerson", json!({ "id": id }))
    };
    let vault = book.vault()?;
    let parsed: Vec<PersonId> = ids.iter().map(|id| Ok(serde_json::from_value(id.clone())?)).collect::<Result<_>>()?;
    // Both warm: what is compared is the work, not who came first.
    Times::of(&ids, page)?;
    let pages = Times::of(&ids, page)?;
    let parts = Times::of(parsed, |id| Ok(vault.read(|c| Ok(look_up(c, id)?))?))?;
    Ok(vec![Row {
        id: "S4",
        what: "one person’s page: person, 50 touchpoints, curve, consent, median".into(),
        figure: pages.median(),
        unit: "ms",
        beside: Some(("its nine look-ups".into(), parts.median())),
        goal: Goal::Times(2.0),
    }])
}

fn look_up(c: &Connection, id: PersonId) -> rusqlite::Result<usize> {
    let rid: i64 = c.prepare_cached("SELECT rid FROM person WHERE id = ?1")?.query_row([id], |r| r.get(0))?;
    let mut found = 0;
    for sql in LOOK_UPS {
        let mut rows = c.prepare_cached(sql)?;
        let columns = rows.column_count();
        let mut rows = rows.query([rid])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                found += usize::from(matches!(
                    row.get::<_, rusqlite::types::Value>(column)?,
                    rusqlite::types::Value::Text(_)
                ));
            }
        }
    }
    Ok(found)
}
