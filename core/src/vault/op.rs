//! A change as it travels between devices.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One change as it travels: a row with all it was created with, or one cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Op {
    /// The kind's number.
    pub kind: u16,
    /// The record.
    pub id: Uuid,
    /// The device that wrote it.
    pub dev: Uuid,
    /// That device's running number.
    pub seq: i64,
    /// That device's hybrid clock.
    pub hlc: i64,
    /// What it wrote.
    pub what: What,
}

/// What an [`Op`] writes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// A new row: field number and value.
    Row(Vec<(u16, Cell)>),
    /// One cell, and the versions of it that the author had seen.
    Cell(u16, Cell, Vec<(Uuid, i64)>),
}

/// A value as it travels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A fraction.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// Another record.
    Ref(Uuid),
}
