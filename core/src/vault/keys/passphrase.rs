//! A passphrase as it goes into the key derivation: one spelling, whatever keyboard it was typed on.

use crate::error::{Error, Result};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Longest accepted passphrase, in bytes after normalisation.
pub const LONGEST: usize = 4096;

/// A passphrase, wiped when dropped.
///
/// It is brought to the form of RFC 8265's `OpaqueString`: every kind of space becomes a plain one, then NFC. NFC and
/// not NFKC, because NFKC would take `ﬁ` for `fi` and `²` for `2`: fewer distinct passphrases for no gain at a keyboard.
/// How good it is, is for the window to say; here only what can never have been meant is refused.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Reads a passphrase as typed.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] on `passphrase`: `empty` (nothing but spaces), `control` (a line end or another
    /// control character: most often a file that was not stripped) or `long` (more than [`LONGEST`] bytes).
    pub fn new(typed: &str) -> Result<Self> {
        if typed.trim().is_empty() {
            return Err(Error::invalid("passphrase", "empty"));
        }
        if typed.len() > LONGEST {
            return Err(Error::invalid("passphrase", "long"));
        }
        if typed.chars().any(char::is_control) {
            return Err(Error::invalid("passphrase", "control"));
        }
        // NFC never takes more than three times the bytes: room for all, so that the string does not grow and leave copies.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3));
        text.extend(typed.chars().map(plain_space).nfc());
        Ok(Self(text))
    }

    /// The bytes that are hashed.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

fn plain_space(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bytes(typed: &str) -> Vec<u8> {
        Passphrase::new(typed).unwrap().bytes().to_vec()
    }

    #[test]
    fn one_spelling_for_what_looks_and_types_the_same() {
        assert_eq!(bytes("Zoe\u{308} Mu\u{308}ller"), bytes("Zoë Müller"), "decomposed, as macOS gives it");
        assert_eq!(bytes("a\u{a0}b\u{3000}c"), bytes("a b c"), "spaces of other keyboards");
        assert_ne!(bytes("ﬁn²"), bytes("fin2"), "no compatibility mapping");
        assert_ne!(bytes(" a"), bytes("a"), "spaces count");
        assert_ne!(bytes("A"), bytes("a"), "case counts");
    }

    #[test]
    fn what_can_never_have_been_meant_is_refused() {
        for (typed, why) in [("", "empty"), (" \t\u{a0} ", "empty"), ("secret\n", "control"), ("a\u{0}b", "control")] {
            let error = Passphrase::new(typed).unwrap_err();
            assert_eq!(error.details["why"], why, "{typed:?}");
        }
        assert_eq!(Passphrase::new(&"x".repeat(LONGEST + 1)).unwrap_err().details["why"], "long");
        assert!(Passphrase::new(&"x".repeat(LONGEST)).is_ok());
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing_and_never_grows_the_buffer(typed in "\\PC{1,80}") {
            if let Ok(once) = Passphrase::new(&typed) {
                prop_assert!(once.0.capacity() <= typed.len() * 3 + 8);
                let twice = Passphrase::new(&once.0).unwrap();
                prop_assert_eq!(once.bytes(), twice.bytes());
            }
        }
    }
}
