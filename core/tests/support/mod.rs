//! Vaults for tests, random things that people do in them, and all that can be seen of them afterwards.
#![allow(dead_code)]

use rapport_core::clock::{Clock, DAY};
use rapport_core::error::{Code, Result};
use rapport_core::ids::{PersonId, TouchId, VaultId};
use rapport_core::progress::Job;
use rapport_core::vault::files::VaultLock;
use rapport_core::vault::keys::DatabaseKey;
use rapport_core::vault::{Op, Opened, Vault, ops_after};
use rapport_core::{app, care, people, touchpoints};
use rusqlite::types::Value;
use tempfile::TempDir;

/// 2026-11-23T09:00:00Z.
pub const NOW: i64 = 1_795_424_400_000;

/// A vault in a folder of its own, with a clock that stands still.
pub struct TestVault {
    pub vault: Vault,
    pub dir: TempDir,
    pub clock: Clock,
}

impl TestVault {
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let clock = Clock::fixed(NOW);
        let vault = open(&dir, DatabaseKey::make().unwrap(), &clock);
        Self { vault, dir, clock }
    }
}

pub fn open(dir: &TempDir, key: DatabaseKey, clock: &Clock) -> Vault {
    Vault::open(Opened {
        id: VaultId::make(),
        dir: dir.path().to_owned(),
        key,
        kinds: &app::KINDS,
        clock: clock.clone(),
        job: Job::default(),
        news: Box::new(|_| {}),
        lock: VaultLock::take(dir.path()).unwrap(),
    })
    .unwrap()
}

/// Something a person does; numbers choose among what is there.
#[derive(Debug, Clone)]
pub enum Act {
    Create(String, u8),
    Rename(u8, String),
    Note(u8, String),
    Stage(u8, u8),
    Bin(u8),
    Restore(u8),
    Tag(u8, u8),
    Untag(u8, u8),
    Reach(u8, String),
    RemoveReach(u8),
    Role(u8, u8),
    Log(u8, u8, i8, String),
    EditTouch(u8, String, i64),
    RemoveTouch(u8),
    Snooze(u8),
    Several(u8, u8),
}

/// Does it; what the rules refuse is no failure.
pub fn act(v: &Vault, act: &Act) -> Result<()> {
    let person = |n: u8| pick::<PersonId>(v, "person", n);
    let touch = |n: u8| pick::<TouchId>(v, "touchpoint", n);
    let done: Result<()> = match act {
        Act::Create(name, n) => people::create(
            v,
            people::NewPerson {
                name: name.clone(),
                note: (n % 2 == 0).then(|| format!("note {n} of {name}")),
                reaches: (0..n % 3).map(|i| reach(&format!("a{i}{n}@example.org"))).collect(),
                tags: (0..n % 2).map(|i| format!("tag {i}")).collect(),
                roles: vec![people::RoleInput { organisation: format!("Org {}", n % 4), ..Default::default() }],
                ..Default::default()
            },
        )
        .map(drop),
        Act::Rename(p, name) => person(*p).and_then(|id| {
            edit(v, people::EditPerson { id: Some(id), name: Some(name.clone()), ..Default::default() })
        }),
        Act::Note(p, note) => person(*p).and_then(|id| {
            edit(v, people::EditPerson { id: Some(id), note: Some(note.clone()), ..Default::default() })
        }),
        Act::Stage(p, s) => {
            let stage = people::STAGES[usize::from(*s) % 6].to_owned();
            person(*p).and_then(|id| people::set_stage(v, people::SetStage { ids: vec![id], stage })).map(drop)
        }
        Act::Bin(p) => person(*p).and_then(|id| people::bin(v, people::Many { ids: vec![id] })).map(drop),
        Act::Restore(p) => person(*p).and_then(|id| people::restore(v, people::Many { ids: vec![id] })).map(drop),
        Act::Tag(p, t) => person(*p)
            .and_then(|id| people::tag(v, people::TagMany { ids: vec![id], tag: format!("tag {}", t % 3) }))
            .map(drop),
        Act::Untag(p, t) => person(*p)
            .and_then(|id| people::untag(v, people::TagMany { ids: vec![id], tag: format!("tag {}", t % 3) }))
            .map(drop),
        Act::Reach(p, value) => person(*p)
            .and_then(|id| {
                people::save_reach(v, people::ReachInput { person: Some(id), preferred: Some(true), ..reach(value) })
            })
            .map(drop),
        Act::RemoveReach(n) => pick(v, "reach", *n).and_then(|id| people::remove_reach(v, people::RemoveInput { id })),
        Act::Role(p, o) => person(*p)
            .and_then(|id| {
                people::save_role(
                    v,
                    people::RoleInput {
                        person: Some(id),
                        organisation: format!("Org {}", o % 5),
                        ..Default::default()
                    },
                )
            })
            .map(drop),
        Act::Log(p, days, felt, text) => person(*p)
            .and_then(|id| touchpoints::log(v, log(vec![id], NOW - i64::from(*days) * DAY, *felt, text)))
            .map(drop),
        Act::EditTouch(t, text, at) => touch(*t)
            .and_then(|id| {
                touchpoints::edit(
                    v,
                    touchpoints::EditTouchpoint {
                        id,
                        at: Some(NOW - at * DAY),
                        text: Some(text.clone()),
                        channel: None,
                        direction: None,
                        title: None,
                        felt: None,
                        felt_word: None,
                        not_felt: None,
                        stage: None,
                        loop_stage: None,
                        minutes: None,
                    },
                )
            })
            .map(drop),
        Act::RemoveTouch(t) => touch(*t).and_then(|id| touchpoints::remove(v, touchpoints::TouchRef { id })),
        Act::Snooze(p) => {
            person(*p).and_then(|id| care::snooze(v, care::SnoozeInput { person: id, until: NOW + DAY, reason: None }))
        }
        Act::Several(a, b) => person(*a).and_then(|a| {
            let b = person(*b)?;
            touchpoints::log(v, log(vec![a, b], NOW, 1, "together")).map(drop)
        }),
    };
    match done {
        Err(e) if matches!(e.code, Code::NotFound | Code::Invalid) => Ok(()),
        other => other,
    }
}

fn edit(v: &Vault, change: people::EditPerson) -> Result<()> {
    people::edit(v, change).map(drop)
}

fn reach(value: &str) -> people::ReachInput {
    people::ReachInput {
        id: None,
        person: None,
        kind: people::ReachKind::Email,
        label: None,
        value: value.to_owned(),
        parts: None,
        preferred: None,
    }
}

fn log(people: Vec<PersonId>, at: i64, felt: i8, text: &str) -> touchpoints::LogTouchpoint {
    touchpoints::LogTouchpoint {
        people,
        at: Some(at),
        felt: Some(felt),
        text: Some(text.to_owned()),
        channel: touchpoints::Channel::Phone,
        direction: None,
        title: None,
        felt_word: None,
        stage: None,
        loop_stage: None,
        purpose: None,
        minutes: None,
    }
}

/// The `n`th record of a table by creation, counted round.
pub fn pick<T: rusqlite::types::FromSql>(v: &Vault, table: &str, n: u8) -> Result<T> {
    v.read(|c| {
        let sql =
            format!("SELECT id FROM {table} ORDER BY id LIMIT 1 OFFSET ?1 % max(1, (SELECT count(*) FROM {table}))");
        Ok(c.query_row(&sql, [n], |r| r.get(0))?)
    })
}

/// All that can be seen: every record, every derived figure, every word of the search index.
pub fn visible(v: &Vault) -> Vec<String> {
    let mut seen = Vec::new();
    let mut tables: Vec<&str> = v.kinds().iter().map(|k| k.table).collect();
    tables.push("person_stat");
    counted(v);
    v.read(|c| {
        for table in tables {
            dump(c, &format!("SELECT * FROM {table} ORDER BY 1"), table, &mut seen)?;
        }
        // Only the temporary table needs this; it is gone with the connection.
        c.execute_batch("PRAGMA query_only = OFF; CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab('main', 'words', 'instance'); PRAGMA query_only = ON")?;
        dump(c, "SELECT term, doc, col, offset FROM temp.word_places ORDER BY doc, col, offset, term", "words", &mut seen)
    })
    .unwrap();
    seen
}

/// What is counted as the log grows is what counting it anew gives.
fn counted(v: &Vault) {
    let stat = "SELECT channel, touches, felt, felt_n FROM channel_stat WHERE touches <> 0 ORDER BY 1";
    let anew = "SELECT channel, count(*), coalesce(sum(felt), 0), count(felt) FROM touchpoint GROUP BY 1 ORDER BY 1";
    let [kept, anew] = [stat, anew].map(|sql| {
        let mut seen = Vec::new();
        v.read(|c| dump(c, sql, "channel", &mut seen)).unwrap();
        seen
    });
    assert_eq!(kept, anew);
}

/// What devices agree on: records by id, with references by id.
pub fn shared(v: &Vault) -> Vec<String> {
    let mut seen = Vec::new();
    v.read(|c| {
        for kind in v.kinds() {
            let columns: Vec<String> = kind
                .fields
                .iter()
                .map(|f| match f.refers_to.and_then(|n| rapport_core::vault::kind_of(v.kinds(), n)) {
                    Some(to) => format!("(SELECT hex(id) FROM {} WHERE rid = t.{})", to.table, f.column),
                    None => format!("t.{}", f.column),
                })
                .collect();
            let sql = format!("SELECT hex(t.id), {} FROM {} t ORDER BY t.id", columns.join(", "), kind.table);
            dump(c, &sql, kind.table, &mut seen)?;
        }
        Ok(())
    })
    .unwrap();
    seen
}

fn dump(c: &rusqlite::Connection, sql: &str, name: &str, seen: &mut Vec<String>) -> Result<()> {
    let mut rows = c.prepare(sql)?;
    let n = rows.column_count();
    let mut rows = rows.query([])?;
    while let Some(r) = rows.next()? {
        let cells: Vec<String> = (0..n).map(|i| format!("{:?}", r.get::<_, Value>(i).unwrap())).collect();
        seen.push(format!("{name}: {}", cells.join(" | ")));
    }
    Ok(())
}

/// Everything that this device wrote, as others would hear it.
pub fn ops(t: &TestVault) -> Vec<Op> {
    t.vault
        .read(|c| {
            let dev: i64 = c.query_row("SELECT value FROM meta WHERE key = 'device'", [], |r| r.get(0))?;
            ops_after(c, t.vault.kinds(), dev, 0)
        })
        .unwrap()
}
