//! Tests of this room over its files of examples.

mod coach;
mod coach_properties;
mod engine;
mod engine_properties;
mod handover;
mod starters;
