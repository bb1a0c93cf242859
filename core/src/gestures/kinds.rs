//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// Something that was given to somebody.
    pub mod gesture = 120 in Gestures "gesture" {
        PERSON = 1 "person" -> 1; WHAT = 2 "what"; SORT = 3 "sort"; COST = 4 "cost"; CURRENCY = 5 "currency"; DAY = 6 "day";
        DECIDED_BY = 7 "decided_by"; IDEA = 8 "idea"; NOTE = 9 "note"; OVER_REASON = 10 "over_reason";
        TOUCHPOINT = 11 "touchpoint"; OUR_MOOD = 12 "our_mood"; CREATED_AT = 13 "created_at"; AS_ROLE = 14 "as_role";
    }
    /// What some people may have.
    pub mod perk = 121 in Gestures "perk" {
        NAME = 1 "name"; WHAT = 2 "what"; COST = 3 "cost"; CURRENCY = 4 "currency"; WHO = 5 "who"; SEGMENT = 6 "segment";
        VALID_FROM = 7 "valid_from"; VALID_UNTIL = 8 "valid_until"; MOST = 9 "most"; CREATED_AT = 10 "created_at";
    }
    /// A perk that somebody was given.
    pub mod perk_given = 122 in Gestures "perk_given" {
        PERK = 1 "perk" -> 121; PERSON = 2 "person" -> 1; DAY = 3 "day"; USED_ON = 4 "used_on"; NOTE = 5 "note";
    }
    /// A loyalty programme.
    pub mod programme = 123 in Gestures "programme" {
        NAME = 1 "name"; UNIT = 2 "unit"; STEPS = 3 "steps"; CREATED_AT = 4 "created_at";
    }
    /// Points of somebody, earned or spent.
    pub mod points = 124 in Gestures "points" {
        PROGRAMME = 1 "programme" -> 123; PERSON = 2 "person" -> 1; COUNT = 3 "count"; DAY = 4 "day"; REASON = 5 "reason";
        GESTURE = 6 "gesture";
    }
    /// Whoever has the one may want the other.
    pub mod goes_with = 125 in Gestures "goes_with" {
        ITEM = 1 "item"; OTHER = 2 "other"; REASON = 3 "reason"; CREATED_AT = 4 "created_at";
    }
    /// What may be given without asking.
    pub mod leeway = 126 in Gestures "leeway" {
        SCOPE = 1 "scope"; PERSON = 2 "person" -> 1; ROLE = 3 "role"; TEXT = 4 "text"; AMOUNT = 5 "amount";
        CURRENCY = 6 "currency"; MONTHS = 7 "months"; CREATED_AT = 8 "created_at";
    }
    /// A prompt to thank that was put aside.
    pub mod thanks = 127 in Gestures "thanks" { PERSON = 1 "person" -> 1; FOR_WHAT = 2 "for_what"; DAY = 3 "day"; }
}
