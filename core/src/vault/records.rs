//! Records as JSON, by their ids: for a file that another vault can take in.

use super::kind::{Field, Kind, Kinds, kind_of};
use super::writer::{Writer, rid_of};
use crate::error::{Code, Error, Result};
use rusqlite::Connection;
use rusqlite::types::{Value as Cell, ValueRef};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Every record: an object by table, each an array of records with `id` and their columns; references are ids, bytes
/// are `{"base64": …}`.
///
/// # Errors
/// When the vault cannot be read.
pub fn dump(c: &Connection, kinds: Kinds) -> Result<Map<String, Value>> {
    let mut all = Map::new();
    for kind in kinds {
        let columns: Vec<String> = kind
            .fields
            .iter()
            .map(|f| match f.refers_to.and_then(|n| kind_of(kinds, n)) {
                Some(to) => format!("(SELECT id FROM {} WHERE rid = t.{})", to.table, f.column),
                None => format!("t.{}", f.column),
            })
            .collect();
        let mut rows =
            c.prepare(&format!("SELECT t.id, {} FROM {} t ORDER BY t.rid", columns.join(", "), kind.table))?;
        let mut rows = rows.query([])?;
        let mut records = Vec::new();
        while let Some(r) = rows.next()? {
            let mut record = Map::new();
            record.insert("id".into(), r.get::<_, Uuid>(0)?.to_string().into());
            for (i, field) in kind.fields.iter().enumerate() {
                record.insert(field.column.into(), to_json(field, r.get_ref(i + 1)?)?);
            }
            records.push(Value::Object(record));
        }
        all.insert(kind.table.into(), Value::Array(records));
    }
    Ok(all)
}

fn to_json(field: &Field, cell: ValueRef<'_>) -> Result<Value> {
    Ok(match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => n.into(),
        ValueRef::Real(x) => x.into(),
        ValueRef::Text(t) => String::from_utf8_lossy(t).into_owned().into(),
        ValueRef::Blob(b) if field.refers_to.is_some() => {
            Uuid::from_slice(b).map_err(Error::broken)?.to_string().into()
        }
        ValueRef::Blob(b) => json!({ "base64": data_encoding::BASE64.encode(b) }),
    })
}

/// Takes one record in. False when a record of that id is here already, or was.
///
/// # Errors
/// [`Code::Invalid`] when the record is none, or refers to one that is not here.
pub fn load(w: &mut Writer<'_>, kind: &'static Kind, record: &Value) -> Result<bool> {
    let unfit = || Error::invalid(kind.table, "record");
    let id: Uuid = record["id"].as_str().and_then(|t| t.parse().ok()).ok_or_else(unfit)?;
    match rid_of(w.conn(), kind, id) {
        Ok(_) => return Ok(false),
        Err(e) if e.code == Code::NotFound => {}
        Err(e) => return Err(e),
    }
    let mut cells = Vec::with_capacity(kind.fields.len());
    for field in kind.fields {
        let cell = match (&record[field.column], field.refers_to.and_then(|n| kind_of(w.kinds, n))) {
            (Value::Null, _) => continue,
            (Value::String(t), Some(to)) => {
                Cell::Integer(rid_of(w.conn(), to, t.parse::<Uuid>().map_err(|_| unfit())?).map_err(|_| unfit())?)
            }
            (Value::String(t), None) => Cell::Text(t.clone()),
            (Value::Bool(b), None) => Cell::Integer((*b).into()),
            (Value::Number(n), None) => match n.as_i64() {
                Some(n) => Cell::Integer(n),
                None => Cell::Real(n.as_f64().ok_or_else(unfit)?),
            },
            (Value::Object(o), None) => {
                let bytes = o.get("base64").and_then(Value::as_str).ok_or_else(unfit)?;
                Cell::Blob(data_encoding::BASE64.decode(bytes.as_bytes()).map_err(|_| unfit())?)
            }
            _ => return Err(unfit()),
        };
        cells.push((*field, cell));
    }
    w.insert(kind, id, &cells)?;
    Ok(true)
}
