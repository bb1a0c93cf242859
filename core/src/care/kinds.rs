//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A rule of Today.
    pub mod cadence = 60 in Care "cadence" { SCOPE = 1 "scope"; TARGET = 2 "target"; DAYS = 3 "days"; ACTIVE = 4 "active"; }
    /// Peace until a date.
    pub mod snooze = 61 in Care "snooze" { PERSON = 1 "person" -> 1; UNTIL = 2 "until"; REASON = 3 "reason"; }
}
