//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A template of the user's own.
    pub mod template = 40 in Drafts "template" {
        KIND_OF = 1 "kind"; LANGUAGE = 2 "language"; TITLE = 3 "title"; SUBJECT = 4 "subject"; BODY = 5 "body";
    }
    /// A letter to one person.
    pub mod draft = 41 in Drafts "draft" {
        PERSON = 1 "person" -> 1; KIND_OF = 2 "kind"; CHANNEL = 3 "channel"; LANGUAGE = 4 "language"; SUBJECT = 5 "subject";
        TEXT = 6 "text"; STATUS = 7 "status"; TOUCHPOINT = 8 "touchpoint" -> 20; IGNORED = 9 "ignored";
        OVERRIDE_REASON = 10 "override_reason"; CREATED_AT = 11 "created_at"; CHANGED_AT = 12 "changed_at";
        FALLBACKS = 13 "fallbacks";
    }
    /// A check that keeps quiet about letters of a kind, or about all.
    pub mod quiet = 42 in Drafts "quiet" { CHECK = 1 "check_id"; KIND_OF = 2 "kind"; CREATED_AT = 3 "created_at"; }
    /// A line of the voice sheet.
    pub mod voice_line = 43 in Drafts "voice_line" { KIND_OF = 1 "kind"; TEXT = 2 "text"; CREATED_AT = 3 "created_at"; }
    /// A rule of the voice sheet.
    pub mod voice_rule = 44 in Drafts "voice_rule" {
        KIND_OF = 1 "kind"; LEVEL = 2 "level"; MESSAGE = 3 "message"; CONTENT = 4 "content"; CREATED_AT = 5 "created_at";
    }
}
