//! Tests of this room over its files of examples.

mod engine;
