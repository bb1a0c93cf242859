//! Consent: through which channels a person agreed to hear from us, or asked us not to write.

mod kinds;
mod words;

pub use words::{
    ConsentInput, ConsentRef, ConsentState, INTRODUCTIONS, Permission, Permissions, SENSITIVE, insert, may,
    may_introduce, may_speak_of_sensitive, of_person, say, take_back,
};

use crate::vault::Kind;

/// Every kind of record of this room.
pub static KINDS: &[&Kind] = &[&kinds::consent::KIND];
