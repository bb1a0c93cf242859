//! The encrypted file: keys, open, lock, the write door, journal, undo, backup, check.

pub mod backup;
pub mod check;
pub mod files;
pub mod keys;
