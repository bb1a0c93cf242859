//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// People who have something in common.
    pub mod community = 100 in Communities "community" { NAME = 1 "name"; ABOUT = 2 "about"; SEGMENT = 3 "segment"; CREATED_AT = 4 "created_at"; }
    /// Somebody in a community.
    pub mod member = 101 in Communities "community_member" {
        COMMUNITY = 1 "community" -> 100; PERSON = 2 "person" -> 1; JOINED_AT = 3 "joined_at";
    }
    /// When a community met.
    pub mod meeting = 102 in Communities "community_meeting" {
        COMMUNITY = 1 "community" -> 100; AT = 2 "at"; TITLE = 3 "title"; HEARD = 4 "heard"; TOUCHPOINT = 5 "touchpoint";
    }
    /// What somebody can help with, or looks for.
    pub mod topic = 103 in Communities "help_topic" { PERSON = 1 "person" -> 1; TOPIC = 2 "topic"; SIDE = 3 "side"; }
    /// Two people who were brought together.
    pub mod introduction = 104 in Communities "introduction" {
        ONE = 1 "one" -> 1; OTHER = 2 "other" -> 1; TOPIC = 3 "topic"; AT = 4 "at"; TOUCHPOINT = 5 "touchpoint";
    }
}
