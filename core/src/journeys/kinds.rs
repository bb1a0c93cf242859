//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A journey map.
    pub mod journey = 70 in Journeys "journey" {
        TITLE = 1 "title"; SEGMENT = 2 "segment"; CREATED_AT = 3 "created_at"; REVIEW_ON = 4 "review_on";
        LOOKED_AT = 5 "looked_at"; NEW_DAYS = 6 "new_days"; ALONE_DAYS = 7 "alone_days"; LEADS = 8 "leads";
        WRITES = 9 "writes"; SPEAKS = 10 "speaks"; ORIGIN = 11 "origin";
    }
    /// A stage of a map.
    pub mod stage = 71 in Journeys "journey_stage" {
        JOURNEY = 1 "journey" -> 70; ORDER_KEY = 2 "order_key"; NAME = 3 "name";
    }
    /// A step in a stage.
    pub mod step = 72 in Journeys "journey_step" {
        STAGE = 1 "stage" -> 71; ORDER_KEY = 2 "order_key"; NAME = 3 "name"; GOAL = 4 "goal"; DOING = 5 "doing";
        THINKING = 6 "thinking"; CHANNEL = 7 "channel"; LIFECYCLE = 8 "lifecycle"; OUR_ACTION = 9 "our_action";
        OWNER = 10 "owner"; MOMENT_OF_TRUTH = 11 "moment_of_truth"; PAIN = 12 "pain"; OPPORTUNITY = 13 "opportunity";
        FELT = 14 "felt"; FELT_WORD = 15 "felt_word"; WISHED = 16 "wished"; WISHED_WORD = 17 "wished_word";
        WITHIN_DAYS = 18 "within_days"; ORIGIN = 19 "origin";
    }
    /// What was decided about a kind of touchpoint of a map.
    pub mod verdict = 73 in Journeys "journey_verdict" {
        JOURNEY = 1 "journey" -> 70; CHANNEL = 2 "channel"; LIFECYCLE = 3 "lifecycle"; VERDICT = 4 "verdict";
        REASON = 5 "reason"; AT = 6 "at";
    }
}
