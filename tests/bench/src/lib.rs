//! Large books and what the core costs on them: `cargo xtask seed` and `cargo xtask bench` run this.

pub mod book;
pub mod cpu;
pub mod measure;
pub mod table;
