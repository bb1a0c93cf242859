//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A person's word about a channel.
    pub mod consent = 25 in Consent "consent" {
        PERSON = 1 "person" -> 1; CHANNEL = 2 "channel"; STATE = 3 "state"; HOW = 4 "how"; AT = 5 "at";
    }
}
