//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A segment.
    pub mod segment = 30 in Segments "segment" { NAME = 1 "name"; HUE = 2 "hue"; RULE = 3 "rule"; CREATED_AT = 4 "created_at"; }
}
