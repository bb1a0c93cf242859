//! Lists of what was heard from people: which rows are wanted, how many there are, and one page of them.

use super::{MOST, USUAL};
use crate::error::{OrNotFound, Result};
use crate::ids::PersonId;
use crate::people::Page;
use crate::vault::text::fold;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use uuid::Uuid;

/// A list as SQL. Its tables name people `p` and what is listed `x`.
pub(super) struct Listing {
    /// What is read of a row.
    pub columns: &'static str,
    /// The tables.
    pub tables: &'static str,
    /// In which order.
    pub order: &'static str,
}

/// Which rows of a list are wanted, and what is bound.
pub(super) struct Wanted {
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Wanted {
    /// The rows of one person, who may be in the bin; or of everybody who is not.
    pub fn of(person: Option<PersonId>) -> Self {
        match person {
            Some(id) => {
                Self { conditions: vec!["p.id = ?".to_owned()], values: vec![Value::Blob(id.0.as_bytes().to_vec())] }
            }
            None => Self { conditions: vec!["p.binned_at IS NULL".to_owned()], values: Vec::new() },
        }
    }

    /// Only rows whose `column` holds a value, or only those where it is empty.
    pub fn filled(mut self, column: &str, filled: Option<bool>) -> Self {
        if let Some(filled) = filled {
            self.conditions.push(format!("{column} {} ''", if filled { "<>" } else { "=" }));
        }
        self
    }

    /// Only rows whose `column` is that.
    pub fn is<V: Into<Value>>(mut self, column: &str, value: Option<V>) -> Self {
        if let Some(value) = value {
            self.conditions.push(format!("{column} = ?"));
            self.values.push(value.into());
        }
        self
    }

    /// Only rows that say `text` in one of the columns, whatever its case and accents.
    pub fn saying(mut self, columns: &[&str], text: Option<&str>) -> Self {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            self.conditions.push(format!("instr(fold({}), ?)", columns.join(" || ' ' || ")));
            self.values.push(fold(text).into());
        }
        self
    }
}

impl Listing {
    /// One page of the wanted rows, made whole by `whole`.
    pub fn page<R, T>(
        &self,
        c: &Connection,
        wanted: &Wanted,
        (limit, offset): (Option<u32>, Option<u32>),
        row: fn(&Row<'_>) -> rusqlite::Result<R>,
        whole: impl Fn(R) -> Result<T>,
    ) -> Result<Page<T>> {
        let Self { columns, tables, order } = self;
        let (limit, offset) = (limit.unwrap_or(USUAL).min(MOST), offset.unwrap_or(0));
        let conditions = wanted.conditions.join(" AND ");
        let count = format!("SELECT count(*) FROM {tables} WHERE {conditions}");
        let total = c.prepare_cached(&count)?.query_row(params_from_iter(&wanted.values), |r| r.get(0))?;
        let sql =
            format!("SELECT {columns} FROM {tables} WHERE {conditions} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        let mut rows = c.prepare(&sql)?;
        let rows = rows.query_map(params_from_iter(&wanted.values), row)?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(Page { items: rows.into_iter().map(whole).collect::<Result<_>>()?, total })
    }

    /// The row with that id.
    pub fn one<R>(&self, c: &Connection, id: impl Into<Uuid>, row: fn(&Row<'_>) -> rusqlite::Result<R>) -> Result<R> {
        let sql = format!("SELECT {} FROM {} WHERE x.id = ?1", self.columns, self.tables);
        c.prepare_cached(&sql)?.query_row([id.into()], row).optional()?.or_not_found()
    }
}
