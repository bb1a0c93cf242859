//! Names that a typed rule can speak of: tags, organisations, segments, fields.

use crate::error::Result;
use crate::vault::text::fold;
use rusqlite::Connection;
use uuid::Uuid;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Tag,
    Organisation,
    Segment,
    Field,
}

impl Named {
    /// As it stands among what is wanted.
    pub fn wanted(self) -> &'static str {
        match self {
            Self::Tag => "<tag>",
            Self::Organisation => "<organisation>",
            Self::Segment => "<segment>",
            Self::Field => "<field>",
        }
    }

    /// Why a name that names nothing is refused.
    pub fn unknown(self) -> &'static str {
        match self {
            Self::Tag => "unknownTag",
            Self::Organisation => "unknownOrganisation",
            Self::Segment => "unknownSegment",
            Self::Field => "unknownField",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Organisation => "organisation",
            Self::Segment => "segment",
            Self::Field => "custom_field",
        }
    }

    fn here(self) -> &'static str {
        if self == Self::Organisation { " AND binned_at IS NULL" } else { "" }
    }
}

/// Where names are looked up.
pub(super) trait Book {
    /// All that are called so, whatever their case and accents; the oldest first.
    fn find(&self, what: Named, name: &str) -> Result<Vec<Uuid>>;
    /// Names with this in them, those that begin with it first.
    fn like(&self, what: Named, part: &str, most: usize) -> Result<Vec<String>>;
}

/// The names in the vault.
pub(super) struct Vaulted<'c>(pub &'c Connection);

impl Book for Vaulted<'_> {
    fn find(&self, what: Named, name: &str) -> Result<Vec<Uuid>> {
        let (table, here) = (what.table(), what.here());
        let exact = format!("SELECT id FROM {table} WHERE name = ?1{here} ORDER BY rid LIMIT 20");
        let folded = format!("SELECT id FROM {table} WHERE fold(name) = ?1{here} ORDER BY rid LIMIT 20");
        for (sql, name) in [(exact, name.to_owned()), (folded, fold(name))] {
            let mut rows = self.0.prepare_cached(&sql)?;
            let found = rows.query_map([name], |r| r.get(0))?.collect::<rusqlite::Result<Vec<Uuid>>>()?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    fn like(&self, what: Named, part: &str, most: usize) -> Result<Vec<String>> {
        let (table, here) = (what.table(), what.here());
        let sql = format!(
            "SELECT DISTINCT name FROM {table} WHERE (?1 = '' OR instr(fold(name), ?1)){here}
             ORDER BY instr(fold(name), ?1) > 1, sort_key(name) LIMIT ?2"
        );
        let mut rows = self.0.prepare_cached(&sql)?;
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        Ok(rows.query_map(rusqlite::params![fold(part), limit], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}
