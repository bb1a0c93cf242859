//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A template of the user's own.
    pub mod template = 40 in Drafts "template" {
        KIND_OF = 1 "kind"; LANGUAGE = 2 "language"; TITLE = 3 "title"; SUBJECT = 4 "subject"; BODY = 5 "body";
        VERSION = 6 "version"; VARIANTS = 7 "variants";
    }
    /// A letter to one person.
    pub mod draft = 41 in Drafts "draft" {
        PERSON = 1 "person" -> 1; KIND_OF = 2 "kind"; CHANNEL = 3 "channel"; LANGUAGE = 4 "language"; SUBJECT = 5 "subject";
        TEXT = 6 "text"; STATUS = 7 "status"; TOUCHPOINT = 8 "touchpoint" -> 20; IGNORED = 9 "ignored";
        OVERRIDE_REASON = 10 "override_reason"; CREATED_AT = 11 "created_at"; CHANGED_AT = 12 "changed_at";
        FALLBACKS = 13 "fallbacks"; BATCH = 20 "batch" -> 46; MADE_WITH = 21 "made_with"; APPROVED_AT = 22 "approved_at";
        HELD_AT = 23 "held_at"; HELD_WHY = 24 "held_why"; LOOKED_AT = 25 "looked_at"; PERSON_MARK = 26 "person_mark";
        TEMPLATE_MARK = 27 "template_mark"; ANSWER_BY = 28 "answer_by"; FOLLOWS = 29 "follows";
        MADE_TEXT = 30 "made_text";
        TEMPLATE_VERSION = 15 "template_version"; MADE_SUBJECT = 16 "made_subject"; REASON = 18 "reason";
    }
    /// What a template said before it was changed.
    pub mod template_version = 49 in Drafts "template_version" {
        TEMPLATE = 1 "template" -> 40; VERSION = 2 "version"; SUBJECT = 3 "subject"; BODY = 4 "body"; VARIANTS = 5 "variants";
        ENDED_AT = 6 "ended_at";
    }
    /// A few words that are needed again and again.
    pub mod snippet = 45 in Drafts "snippet" { LANGUAGE = 1 "language"; TITLE = 2 "title"; TEXT = 3 "text"; CREATED_AT = 4 "created_at"; }
    /// A check that keeps quiet about letters of a kind, or about all.
    pub mod quiet = 42 in Drafts "quiet" { CHECK = 1 "check_id"; KIND_OF = 2 "kind"; CREATED_AT = 3 "created_at"; }
    /// A line of the voice sheet.
    pub mod voice_line = 43 in Drafts "voice_line" { KIND_OF = 1 "kind"; TEXT = 2 "text"; CREATED_AT = 3 "created_at"; }
    /// A rule of the voice sheet.
    pub mod voice_rule = 44 in Drafts "voice_rule" {
        KIND_OF = 1 "kind"; LEVEL = 2 "level"; MESSAGE = 3 "message"; CONTENT = 4 "content"; CREATED_AT = 5 "created_at";
    }
    /// Letters to many, one by one.
    pub mod batch = 46 in Drafts "batch" {
        NAME = 1 "name"; SEGMENT = 2 "segment"; KIND_OF = 3 "kind"; CHANNEL = 4 "channel"; TEMPLATE = 5 "template";
        CREATED_AT = 6 "created_at";
    }
    /// Somebody of a batch for whom no letter was begun.
    pub mod held = 47 in Drafts "held" { BATCH = 1 "batch" -> 46; PERSON = 2 "person" -> 1; WHY = 3 "why"; DETAIL = 4 "detail"; }
    /// A file that goes with a letter.
    pub mod attachment = 48 in Drafts "attachment" {
        DRAFT = 1 "draft" -> 41; NAME = 2 "name"; MIME = 3 "mime"; SIZE = 4 "size"; DATA = 5 "data";
    }
}
