//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A touchpoint.
    pub mod touchpoint = 20 in Touchpoints "touchpoint" {
        AT = 1 "at"; CHANNEL = 2 "channel"; DIRECTION = 3 "direction"; TITLE = 4 "title"; TEXT = 5 "text"; FELT = 6 "felt";
        FELT_WORD = 7 "felt_word"; STAGE = 8 "stage"; LOOP_STAGE = 9 "loop_stage"; PURPOSE = 10 "purpose";
        CREATED_AT = 11 "created_at"; MINUTES = 12 "minutes";
    }
    /// Somebody who took part in a touchpoint.
    pub mod participant = 21 in Touchpoints "participant" {
        TOUCHPOINT = 1 "touchpoint" -> 20; PERSON = 2 "person" -> 1;
    }
}
