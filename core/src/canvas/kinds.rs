//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A canvas.
    pub mod canvas = 50 in Canvas "canvas" {
        TITLE = 1 "title"; DESIGNED_FOR = 2 "designed_for"; DESIGNED_BY = 3 "designed_by"; KIND_OF = 4 "kind";
        VARIANT_OF = 5 "variant_of"; REVIEW_ON = 6 "review_on";
    }
    /// A note on a canvas.
    pub mod note = 51 in Canvas "note" {
        CANVAS = 1 "canvas" -> 50; BLOCK = 2 "block"; ORDER_KEY = 3 "order_key"; TEXT = 4 "text"; DETAIL = 5 "detail";
        HUE = 6 "hue"; BINDING = 7 "binding"; ARCHIVED_AT = 8 "archived_at"; CREATED_AT = 9 "created_at";
        EVIDENCE = 10 "evidence"; IMPORTANCE = 11 "importance"; OWNER = 12 "owner"; MEASURE = 13 "measure";
        PASS_MARK = 14 "pass_mark"; REVIEW_ON = 15 "review_on"; RESULT = 16 "result"; AT_REST = 17 "at_rest"; COPY_OF = 18 "copy_of";
    }
    /// The answer to a guiding question.
    pub mod answer = 52 in Canvas "answer" { CANVAS = 1 "canvas" -> 50; QUESTION = 2 "question"; TEXT = 3 "text"; }
    /// A frozen version of a canvas.
    pub mod snapshot = 53 in Canvas "canvas_snapshot" {
        CANVAS = 1 "canvas" -> 50; LABEL = 2 "label"; REASON = 3 "reason"; AT = 4 "at"; FROZEN = 5 "frozen";
    }
    /// A kind of canvas that a team made itself.
    pub mod own_kind = 54 in Canvas "canvas_kind" { NAME = 1 "name"; PLAN = 2 "plan"; CREATED_AT = 3 "created_at"; }
    /// Two notes that belong together.
    pub mod link = 55 in Canvas "note_link" { A = 1 "a" -> 51; B = 2 "b" -> 51; }
    /// A touchpoint that speaks for a note, or against it.
    pub mod proof = 56 in Canvas "note_proof" { NOTE = 1 "note" -> 51; TOUCHPOINT = 2 "touchpoint"; SAYS = 3 "says"; }
}
