//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A canvas.
    pub mod canvas = 50 in Canvas "canvas" {
        TITLE = 1 "title"; DESIGNED_FOR = 2 "designed_for"; DESIGNED_BY = 3 "designed_by"; KIND_OF = 4 "kind";
    }
    /// A note on a canvas.
    pub mod note = 51 in Canvas "note" {
        CANVAS = 1 "canvas" -> 50; BLOCK = 2 "block"; ORDER_KEY = 3 "order_key"; TEXT = 4 "text"; DETAIL = 5 "detail";
        HUE = 6 "hue"; BINDING = 7 "binding"; ARCHIVED_AT = 8 "archived_at"; CREATED_AT = 9 "created_at";
    }
    /// The answer to a guiding question.
    pub mod answer = 52 in Canvas "answer" { CANVAS = 1 "canvas" -> 50; QUESTION = 2 "question"; TEXT = 3 "text"; }
}
