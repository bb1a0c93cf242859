//! Opening connections to the encrypted file, and bringing its tables up to date.

use super::keys::DatabaseKey;
use super::kind::Kinds;
use super::text;
use crate::error::{Code, Error, Result};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The steps that build the tables, in order. A released step is never edited.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_vault.sql"),
    include_str!("../../migrations/0002_people.sql"),
    include_str!("../../migrations/0003_touchpoints.sql"),
    include_str!("../../migrations/0004_care.sql"),
    include_str!("../../migrations/0005_consent.sql"),
    include_str!("../../migrations/0006_segments.sql"),
    include_str!("../../migrations/0007_drafts.sql"),
    include_str!("../../migrations/0008_canvas.sql"),
    include_str!("../../migrations/0009_canvas_words.sql"),
    include_str!("../../migrations/0010_journeys.sql"),
    include_str!("../../migrations/0011_channel_figures.sql"),
    include_str!("../../migrations/0012_canvas_versions.sql"),
    include_str!("../../migrations/0013_purchases.sql"),
    include_str!("../../migrations/0014_segment_plans.sql"),
    include_str!("../../migrations/0015_tasks.sql"),
    include_str!("../../migrations/0016_rules.sql"),
    include_str!("../../migrations/0017_canvas_kinds.sql"),
    include_str!("../../migrations/0018_tracks.sql"),
    include_str!("../../migrations/0019_communities.sql"),
    include_str!("../../migrations/0020_journey_audit.sql"),
    include_str!("../../migrations/0021_plans.sql"),
    include_str!("../../migrations/0022_onboarding_workshop.sql"),
    include_str!("../../migrations/0023_feedback.sql"),
    include_str!("../../migrations/0024_coach.sql"),
    include_str!("../../migrations/0025_minutes.sql"),
    include_str!("../../migrations/0026_batches.sql"),
    include_str!("../../migrations/0027_expectations.sql"),
    include_str!("../../migrations/0028_gestures.sql"),
    include_str!("../../migrations/0029_templates.sql"),
];

/// The number of the newest table layout this program knows.
#[must_use]
pub fn schema_version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// A connection that may write. Makes the file when it is not there.
pub(super) fn writer(file: &Path, key: &DatabaseKey) -> Result<Connection> {
    let conn = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "secure_delete", "ON")?;
    conn.pragma_update(None, "cache_size", -65_536)?;
    Ok(conn)
}

/// A connection that cannot write.
pub(super) fn reader(file: &Path, key: &DatabaseKey) -> Result<Connection> {
    let conn = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "query_only", "ON")?;
    conn.pragma_update(None, "cache_size", -16_384)?;
    Ok(conn)
}

fn connect(file: &Path, key: &DatabaseKey, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher prints its errors on stderr unless it is told not to; our own say more and carry no data.
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    key.apply_to(&conn)?;
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("fold", 1, flags, |c| Ok(text::fold(c.get_raw(0).as_str().unwrap_or_default())))?;
    conn.create_scalar_function("sort_key", 1, flags, |c| {
        Ok(text::sort_key(c.get_raw(0).as_str().unwrap_or_default()))
    })?;
    Ok(conn)
}

/// Brings the tables up to date, each step in a transaction of its own.
///
/// # Errors
/// [`Code::NewerVault`] when a newer program wrote the file; nothing is touched then.
pub(super) fn migrate(conn: &mut Connection, kinds: Kinds) -> Result<()> {
    let found: i64 = conn.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if found > schema_version() {
        return Err(Error::new(Code::NewerVault).with("found", found).with("known", schema_version()));
    }
    for (i, step) in (1..).zip(MIGRATIONS).skip(usize::try_from(found).unwrap_or(0)) {
        let tx = conn.transaction()?;
        tx.execute_batch(step)?;
        tx.pragma_update(None, "user_version", i)?;
        tx.commit()?;
    }
    park_places(conn, kinds)
}

/// Each kind has a shadow table in which rows stand that were undone or removed: same columns, no constraints.
fn park_places(conn: &mut Connection, kinds: Kinds) -> Result<()> {
    let tx = conn.transaction()?;
    for kind in kinds {
        let table = kind.table;
        tx.execute_batch(&format!("CREATE TABLE IF NOT EXISTS parked_{table} (rid INTEGER PRIMARY KEY)"))?;
        let columns = |name: &str| -> Result<Vec<String>> {
            let mut s = tx.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
            Ok(s.query_map([name], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
        };
        let parked = columns(&format!("parked_{table}"))?;
        for column in columns(table)?.iter().filter(|c| !parked.contains(c)) {
            tx.execute_batch(&format!("ALTER TABLE parked_{table} ADD COLUMN {column}"))?;
        }
        tx.execute_batch(&format!("CREATE UNIQUE INDEX IF NOT EXISTS parked_{table}_id ON parked_{table}(id)"))?;
    }
    tx.commit()?;
    Ok(())
}
