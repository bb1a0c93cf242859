//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// Something to be done.
    pub mod task = 80 in Promises "task" {
        TEXT = 1 "text"; DUE = 2 "due"; PERSON = 3 "person" -> 1; PROMISED = 4 "promised"; ABOUT = 5 "about";
        OWNER = 6 "owner"; DONE_AT = 7 "done_at"; OUTCOME = 8 "outcome"; CREATED_AT = 9 "created_at";
    }
}
