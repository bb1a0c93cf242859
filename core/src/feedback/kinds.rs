//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A doubt or a complaint of a customer.
    pub mod doubt = 110 in Feedback "doubt" {
        PERSON = 1 "person" -> 1; TEXT = 2 "text"; RAISED_ON = 3 "raised_on"; TOUCHPOINT = 4 "touchpoint";
        ANSWER = 5 "answer"; CLEARED_ON = 6 "cleared_on"; CREATED_AT = 7 "created_at"; COMPLAINT = 8 "complaint";
    }
    /// Why somebody came, stayed or left.
    pub mod reason = 111 in Feedback "reason" {
        PERSON = 1 "person" -> 1; OUTCOME = 2 "outcome"; TEXT = 3 "text"; THEME = 4 "theme"; COMPETITOR = 5 "competitor";
        DAY = 6 "day"; TOUCHPOINT = 7 "touchpoint"; CREATED_AT = 8 "created_at";
    }
    /// A question that customers ask.
    pub mod question = 112 in Feedback "question" {
        TEXT = 1 "text"; ANSWER = 2 "answer"; FOUND_AT = 3 "found_at"; CREATED_AT = 4 "created_at";
    }
    /// One time that it was asked.
    pub mod asked = 113 in Feedback "question_asked" {
        QUESTION = 1 "question" -> 112; PERSON = 2 "person" -> 1; DAY = 3 "day"; TOUCHPOINT = 4 "touchpoint";
    }
    /// The dossier of a purchase.
    pub mod dossier = 114 in Feedback "dossier" {
        PERSON = 1 "person" -> 1; TITLE = 2 "title"; OWNER = 3 "owner"; EXPECTED_DAYS = 4 "expected_days";
        STARTED_ON = 5 "started_on"; CLOSED_ON = 6 "closed_on"; OUTCOME = 7 "outcome"; CREATED_AT = 8 "created_at";
    }
    /// A step of a dossier.
    pub mod dossier_step = 115 in Feedback "dossier_step" {
        DOSSIER = 1 "dossier" -> 114; ORDER_KEY = 2 "order_key"; TEXT = 3 "text"; DONE_ON = 4 "done_on";
    }
    /// A paper that a dossier needs.
    pub mod paper = 116 in Feedback "dossier_paper" {
        DOSSIER = 1 "dossier" -> 114; NAME = 2 "name"; STATE = 3 "state"; SINCE = 4 "since";
    }
}
