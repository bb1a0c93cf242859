//! The records of this room: fields and their numbers, which never change.

crate::kinds! {
    /// A person.
    pub mod person = 1 in People "person" {
        NAME = 1 "name"; PREFIX = 2 "prefix"; GIVEN = 3 "given"; MIDDLE = 4 "middle"; FAMILY = 5 "family";
        SUFFIX = 6 "suffix"; NICKNAME = 7 "nickname"; SAID = 8 "said"; ADDRESS_AS = 9 "address_as";
        FORM_OF_ADDRESS = 10 "form_of_address"; LANGUAGE = 11 "language"; STAGE = 12 "stage"; RELATION = 13 "relation";
        PREFERRED_CHANNEL = 14 "preferred_channel"; NOTE = 15 "note"; SOURCE = 16 "source"; UID = 17 "uid";
        EXTRA = 18 "extra"; SINCE = 19 "since"; CREATED_AT = 20 "created_at"; BINNED_AT = 21 "binned_at";
    }
    /// An organisation.
    pub mod organisation = 2 in People "organisation" {
        NAME = 1 "name"; NOTE = 2 "note"; CREATED_AT = 3 "created_at"; BINNED_AT = 4 "binned_at";
    }
    /// An address of a person.
    pub mod reach = 3 in People "reach" {
        PERSON = 1 "person" -> 1; KIND_OF = 2 "kind"; LABEL = 3 "label"; VALUE = 4 "value"; NORMAL = 5 "normal";
        PARTS = 6 "parts"; PREFERRED = 7 "preferred";
    }
    /// A role of a person in an organisation.
    pub mod role = 4 in People "role" {
        PERSON = 1 "person" -> 1; ORGANISATION = 2 "organisation" -> 2; TITLE = 3 "title"; DEPARTMENT = 4 "department";
        STARTED = 5 "started"; ENDED = 6 "ended";
    }
    /// A tie between two people.
    pub mod tie = 5 in People "tie" {
        PERSON = 1 "person" -> 1; OTHER = 2 "other" -> 1; OTHER_NAME = 3 "other_name"; LABEL = 4 "label";
    }
    /// A tag.
    pub mod tag = 6 in People "tag" { NAME = 1 "name"; HUE = 2 "hue"; }
    /// A tag on a person.
    pub mod tagging = 7 in People "tagging" { PERSON = 1 "person" -> 1; TAG = 2 "tag" -> 6; }
    /// An important date.
    pub mod important_date = 8 in People "important_date" {
        PERSON = 1 "person" -> 1; LABEL = 2 "label"; YEAR = 3 "year"; MONTH = 4 "month"; DAY = 5 "day";
    }
    /// A field of the user's own.
    pub mod custom_field = 10 in People "custom_field" {
        NAME = 1 "name"; KIND_OF = 2 "kind"; CHOICES = 3 "choices"; CREATED_AT = 4 "created_at"; WORD = 5 "word";
        MENTION = 6 "mention"; SENSITIVE = 7 "sensitive"; ORIGIN = 8 "origin";
    }
    /// What such a field holds for a person.
    pub mod custom_value = 11 in People "custom_value" { PERSON = 1 "person" -> 1; FIELD = 2 "field" -> 10; VALUE = 3 "value"; }
    /// A picture.
    pub mod picture = 9 in People "picture" { PERSON = 1 "person" -> 1; MIME = 2 "mime"; DATA = 3 "data"; }
}
