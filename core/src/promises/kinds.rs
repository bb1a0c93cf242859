//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// Something to be done.
    pub mod task = 80 in Promises "task" {
        TEXT = 1 "text"; DUE = 2 "due"; PERSON = 3 "person" -> 1; PROMISED = 4 "promised"; ABOUT = 5 "about";
        OWNER = 6 "owner"; DONE_AT = 7 "done_at"; OUTCOME = 8 "outcome"; CREATED_AT = 9 "created_at";
    }
    /// Something that people may expect.
    pub mod expectation = 81 in Promises "expectation" {
        TOPIC = 1 "topic"; NAME = 2 "name"; ENDED_ON = 3 "ended_on"; CREATED_AT = 4 "created_at";
    }
    /// What holds of it from a day on.
    pub mod wording = 82 in Promises "wording" {
        EXPECTATION = 1 "expectation" -> 81; TEXT = 2 "text"; SINCE = 3 "since";
    }
    /// What somebody was told.
    pub mod told = 83 in Promises "told" {
        PERSON = 1 "person" -> 1; TOPIC = 2 "topic"; TEXT = 3 "text"; DAY = 4 "day"; EXPECTATION = 5 "expectation";
        TOUCHPOINT = 6 "touchpoint"; CREATED_AT = 7 "created_at";
    }
    /// What our firm commits itself to.
    pub mod commitment = 84 in Promises "commitment" {
        AREA = 1 "area"; TEXT = 2 "text"; PROOF = 3 "proof"; SINCE = 4 "since"; PROVEN_UNTIL = 5 "proven_until";
        CREATED_AT = 6 "created_at";
    }
}
