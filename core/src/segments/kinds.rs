//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A segment.
    pub mod segment = 30 in Segments "segment" {
        NAME = 1 "name"; HUE = 2 "hue"; RULE = 3 "rule"; CREATED_AT = 4 "created_at"; INTENSITY = 5 "intensity";
        INTENSITY_WHY = 6 "intensity_why"; EXPECTED = 7 "expected"; LOOKED_ON = 8 "looked_on"; REVIEW_ON = 9 "review_on"; RELATION = 20 "relation"; MINUTES = 21 "minutes"; COST = 22 "cost"; CURRENCY = 23 "currency";
        PERKS = 24 "perks"; WATCHED_BY = 25 "watched_by"; TAKES_OVER = 26 "takes_over";
    }
    /// Somebody made up who stands for a segment.
    pub mod persona = 31 in Segments "persona" {
        SEGMENT = 1 "segment" -> 30; NAME = 2 "name"; LIFE = 3 "life"; NEEDS = 4 "needs"; PREFERENCES = 5 "preferences";
        GOALS = 6 "goals"; WORRIES = 7 "worries"; CREATED_AT = 8 "created_at";
    }
    /// What somebody really said, kept with a persona.
    pub mod quote = 32 in Segments "persona_quote" {
        PERSONA = 1 "persona" -> 31; TEXT = 2 "text"; TOUCHPOINT = 3 "touchpoint";
    }
    /// What a segment needs.
    pub mod need = 33 in Segments "segment_need" { SEGMENT = 1 "segment" -> 30; NEED = 2 "need"; ACTION = 3 "action"; }
    /// How often a segment hears from us, through what and about what.
    pub mod talk = 34 in Segments "segment_talk" {
        SEGMENT = 1 "segment" -> 30; CHANNEL = 2 "channel"; EVERY_DAYS = 3 "every_days"; ABOUT = 4 "about";
    }
    /// What people of a kind hear from us, step by step.
    pub mod track = 35 in Segments "track" {
        NAME = 1 "name"; PRESET = 2 "preset"; SEGMENT = 3 "segment"; ENTRY = 4 "entry"; LEAVE = 5 "leave";
        STARTS = 6 "starts"; AGAIN_DAYS = 7 "again_days"; ACTIVE = 8 "active"; CREATED_AT = 9 "created_at";
    }
    /// A step of a track.
    pub mod track_step = 36 in Segments "track_step" {
        TRACK = 1 "track" -> 35; AFTER_DAYS = 2 "after_days"; CHANNEL = 3 "channel"; WHAT = 4 "what";
    }
    /// A step that somebody has behind them.
    pub mod track_mark = 37 in Segments "track_mark" {
        TRACK = 1 "track" -> 35; PERSON = 2 "person" -> 1; STEP = 3 "step" -> 36; SKIPPED = 4 "skipped"; AT = 5 "at";
        TOUCHPOINT = 6 "touchpoint";
    }
}
