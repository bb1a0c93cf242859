//! Declaring a kind of record once: its table, its fields with numbers that never change, what refers to what.

use crate::error::{Error, Result};
use crate::topics::Topic;
use rusqlite::Connection;
use uuid::Uuid;

/// A kind of record. Numbers are part of the exchange format: only ever added, never used again.
#[derive(Debug)]
pub struct Kind {
    /// Names the kind in stamps, the journal and team files.
    pub number: u16,
    /// Its table; every such table has `rid INTEGER PRIMARY KEY AUTOINCREMENT` and `id BLOB UNIQUE`.
    pub table: &'static str,
    /// Whose lists a change of it makes stale.
    pub topic: Topic,
    /// Its fields. Columns that are not named here are derived by triggers and never merged.
    pub fields: &'static [Field],
}

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Names the field in stamps, the journal and team files; from 1.
    pub number: u16,
    /// Its column.
    pub column: &'static str,
    /// The number of the kind it points at, when it holds the `rid` of another record.
    pub refers_to: Option<u16>,
}

impl Kind {
    /// The field with that number.
    #[must_use]
    pub fn field(&self, number: u16) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.number == number)
    }

    /// Refuses an id that a record of this kind has, or one that was taken out.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`].
    pub fn demand_free(&self, conn: &Connection, id: impl Into<Uuid>) -> Result<()> {
        let table = self.table;
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1) OR EXISTS (SELECT 1 FROM parked_{table} WHERE id = ?1)"
        );
        let taken: bool = conn.prepare_cached(&sql)?.query_row([id.into()], |r| r.get(0))?;
        if taken { Err(Error::invalid("id", "taken")) } else { Ok(()) }
    }
}

/// Every kind of record that a vault holds, in an order in which parents come before children.
pub type Kinds = &'static [&'static Kind];

/// The kind with that number.
#[must_use]
pub fn kind_of(kinds: Kinds, number: u16) -> Option<&'static Kind> {
    kinds.iter().copied().find(|k| k.number == number)
}

/// Declares kinds of records: `pub mod person = 1 in People "person" { NAME = 1 "name"; ORG = 2 "org" -> 3; }`.
#[macro_export]
macro_rules! kinds {
    ($($(#[$doc:meta])* pub mod $module:ident = $number:literal in $topic:ident $table:literal {
        $($name:ident = $field:literal $column:literal $(-> $to:literal)?;)+
    })+) => {$(
        $(#[$doc])*
        pub mod $module {
            use $crate::vault::{Field, Kind};
            $(#[doc = concat!("Column `", $column, "`.")]
            pub const $name: Field = Field { number: $field, column: $column, refers_to: $crate::kinds!(@to $($to)?) };)+
            /// The declaration of this kind.
            pub static KIND: Kind = Kind {
                number: $number,
                table: $table,
                topic: $crate::topics::Topic::$topic,
                fields: &[$($name),+],
            };
        }
    )+};
    (@to) => { None };
    (@to $to:literal) => { Some($to) };
}
