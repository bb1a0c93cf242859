//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// The strategy sheet.
    pub mod sheet = 90 in Plans "strategy_sheet" {
        NEEDS = 1 "needs"; VALUE = 2 "value"; TECHNOLOGY = 3 "technology"; TRUST = 4 "trust"; OWNER = 5 "owner";
        REVIEW_ON = 6 "review_on"; REVIEWED_AT = 7 "reviewed_at"; BUSINESS = 8 "business";
        LIFETIME_VALUE = 9 "lifetime_value"; MATURITY = 10 "maturity"; CREATED_AT = 11 "created_at";
    }
    /// A strategy of the journal.
    pub mod strategy = 91 in Plans "strategy" {
        TITLE = 1 "title"; AREA = 2 "area"; STATE = 3 "state"; RESULT = 4 "result"; NEED = 5 "need"; BEYOND = 6 "beyond";
        LEARNING = 7 "learning"; OWNER = 8 "owner"; LOOP_STAGE = 9 "loop_stage"; LAYER = 10 "layer";
        STARTED_ON = 11 "started_on"; REVIEW_ON = 12 "review_on"; CREATED_AT = 13 "created_at";
    }
    /// One layer of value for a person or a segment.
    pub mod layer = 92 in Plans "value_layer" {
        SUBJECT = 1 "subject"; LAYER = 2 "layer"; SCORE = 3 "score"; NOTE = 4 "note"; CREATED_AT = 5 "created_at";
    }
    /// A touchpoint that speaks for it.
    pub mod evidence = 93 in Plans "layer_evidence" { VALUE_LAYER = 1 "value_layer" -> 92; TOUCHPOINT = 2 "touchpoint"; }
    /// An idea that was kept.
    pub mod idea = 94 in Plans "plan_idea" { PURPOSE = 1 "purpose"; TEXT = 2 "text"; CREATED_AT = 3 "created_at"; }
    /// What a surprise cost.
    pub mod surprise = 95 in Plans "surprise" {
        TOUCHPOINT = 1 "touchpoint"; IDEA = 2 "idea"; COST = 3 "cost"; CURRENCY = 4 "currency";
    }
    /// A step of the work.
    pub mod step = 96 in Plans "workflow_step" {
        PURPOSE = 1 "purpose"; TITLE = 2 "title"; NOTE = 3 "note"; OWNER = 4 "owner"; DUE = 5 "due"; DONE_AT = 6 "done_at";
        CREATED_AT = 7 "created_at";
    }
}
