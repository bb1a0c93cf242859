//! The vault: one encrypted file, its keys, and the one door through which anything in it is changed.

pub mod backup;
pub mod check;
mod connect;
mod derived;
mod export_ops;
pub mod files;
pub mod harden;
pub mod keys;
mod kind;
mod merge;
mod op;
mod ordered;
mod records;
pub mod rekey;
mod settle;
mod stamps;
mod steps;
mod store;
pub mod text;
mod undo;
mod writer;

pub use connect::schema_version;
pub use derived::Touched;
pub use export_ops::ops_after;
pub use kind::{Field, Kind, Kinds, kind_of};
pub use op::{Cell, Op, What};
pub use ordered::{Ordered, Place};
pub use records::{dump, load};
pub use stamps::Seen;
pub use store::{DATABASE, Opened, Vault};
pub use undo::{Step, Undone};
pub use writer::{Writer, rid_of};
