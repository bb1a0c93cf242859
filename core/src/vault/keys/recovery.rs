//! The recovery code: 160 random bits on paper, in groups that each notice their own typing mistake.
//!
//! Eight groups of five characters of Crockford's base 32. Four carry 20 bits; the fifth is a check over GF(32), weighted by
//! the place in the group and shifted by the number of the group: any one wrong character, any two exchanged ones and any two
//! exchanged groups are found, and the window can say which group to look at. All before anything is derived from it.

use super::kdf::SALT_LEN;
use super::key::{Secret, fill_random};
use crate::error::{Error, Result};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

const GROUPS: usize = 8;
const DATA_PER_GROUP: usize = 4;
const CHARS: usize = GROUPS * (DATA_PER_GROUP + 1);
const BYTES: usize = GROUPS * DATA_PER_GROUP * 5 / 8;

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A recovery code; wiped when dropped.
pub struct RecoveryCode(Box<[u8; BYTES]>);

impl RecoveryCode {
    /// A new code.
    ///
    /// # Errors
    /// [`crate::error::Code::Broken`] when the system has no randomness to give.
    pub fn make() -> Result<Self> {
        let mut code = Self(Box::new([0; BYTES]));
        fill_random(code.0.as_mut_slice())?;
        Ok(code)
    }

    /// Reads a code as typed: small or large letters, with or without spaces and dashes, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`crate::error::Code::Invalid`] on `recoveryCode`: `character` (one that no code contains; `position` counts from 1
    /// without spaces and dashes), `length` (`characters` typed, 40 expected) or `typo` (`group`, 1 to 8, does not add up).
    pub fn read(typed: &str) -> Result<Self> {
        let mut values = Zeroizing::new(Vec::with_capacity(CHARS + 1));
        for c in typed.chars().filter(|c| !is_separator(*c)) {
            let value = value_of(c)
                .ok_or_else(|| Error::invalid("recoveryCode", "character").with("position", values.len() + 1))?;
            // A pasted novel is not kept: one more than needed is enough to say that it is too long.
            if values.len() <= CHARS {
                values.push(value);
            }
        }
        if values.len() != CHARS {
            return Err(Error::invalid("recoveryCode", "length").with("characters", values.len()));
        }
        let mut code = Self(Box::new([0; BYTES]));
        for (number, group) in values.chunks_exact(DATA_PER_GROUP + 1).enumerate() {
            if check_of(number, &group[..DATA_PER_GROUP]) != group[DATA_PER_GROUP] {
                return Err(Error::invalid("recoveryCode", "typo").with("group", number + 1));
            }
            for (place, value) in group[..DATA_PER_GROUP].iter().enumerate() {
                code.put(number * DATA_PER_GROUP + place, *value);
            }
        }
        Ok(code)
    }

    /// The code as it is shown, once: `XXXXX-XXXXX-…`, eight groups of five.
    #[must_use]
    pub fn expose_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(CHARS + GROUPS - 1));
        for number in 0..GROUPS {
            if number > 0 {
                text.push('-');
            }
            let mut data = [0; DATA_PER_GROUP];
            for (place, value) in data.iter_mut().enumerate() {
                *value = self.take(number * DATA_PER_GROUP + place);
            }
            let check = check_of(number, &data);
            for value in data.iter().chain([&check]) {
                text.push(char::from(ALPHABET[usize::from(*value)]));
            }
            data.zeroize();
        }
        text
    }

    /// Is it the same code? For the check that it was written down.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    /// The key that wraps a slot: HKDF-SHA256, because 160 random bits need no slow derivation.
    pub(super) fn derive(&self, salt: &[u8; SALT_LEN]) -> Secret {
        let mut key = Secret::empty();
        // 32 bytes are far below what HKDF can give.
        let _ = Hkdf::<Sha256>::new(Some(salt), self.0.as_slice()).expand(b"rapport recovery slot v1", key.bytes_mut());
        key
    }

    /// The `index`th five bits, most significant first.
    fn take(&self, index: usize) -> u8 {
        (0..5).fold(0, |value, bit| {
            let at = index * 5 + bit;
            value << 1 | (self.0[at / 8] >> (7 - at % 8) & 1)
        })
    }

    fn put(&mut self, index: usize, value: u8) {
        for bit in 0..5 {
            let at = index * 5 + bit;
            self.0[at / 8] |= (value >> (4 - bit) & 1) << (7 - at % 8);
        }
    }
}

impl Drop for RecoveryCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{feff}' | '\u{200b}')
}

fn value_of(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|a| char::from(*a) == c).and_then(|at| u8::try_from(at).ok())
}

/// The check of a group: the sum over GF(32) of value × 2^place, plus the group's number.
fn check_of(number: usize, data: &[u8]) -> u8 {
    // Adding in this field is exclusive or; eight numbers fit into five bits.
    data.iter()
        .enumerate()
        .fold(number as u8 + 1, |sum, (place, value)| sum ^ (0..=place).fold(*value, |v, _| double(v)))
}

/// Twice a value in GF(32) with x⁵ + x² + 1.
fn double(value: u8) -> u8 {
    let twice = value << 1;
    if twice & 0b10_0000 == 0 { twice } else { (twice ^ 0b10_0101) & 0b1_1111 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use proptest::prelude::*;

    fn code(bytes: [u8; BYTES]) -> RecoveryCode {
        RecoveryCode(Box::new(bytes))
    }

    fn why(typed: &str) -> String {
        let error = RecoveryCode::read(typed).unwrap_err();
        assert_eq!((error.code, &error.details["field"]), (Code::Invalid, &"recoveryCode".into()));
        error.details["why"].as_str().unwrap().to_owned()
    }

    #[test]
    fn shown_as_eight_groups_of_five() {
        let text = code([0; BYTES]).expose_text();
        assert_eq!(text.as_str(), "00001-00002-00003-00004-00005-00006-00007-00008");
        assert_eq!(text.capacity(), text.len());
    }

    #[test]
    fn forgiving_where_nothing_can_be_confused() {
        let mut bytes = [0; BYTES];
        bytes[0] = 0b0000_1000;
        let code = code(bytes);
        let text = code.expose_text();
        assert!(text.starts_with("10"), "both of them occur: {}", text.as_str());
        for typed in [
            text.to_lowercase(),
            text.replace('-', ""),
            text.replace('-', " – "),
            text.replace('0', "o").replace('1', "l"),
            text.replace('0', "O").replace('1', "I"),
            format!("  {}\r\n", text.replace('-', "\n")),
        ] {
            assert!(RecoveryCode::read(&typed).unwrap().is_same(&code), "{typed}");
        }
    }

    #[test]
    fn mistakes_are_named() {
        let text = code([0x5a; BYTES]).expose_text();
        assert_eq!(why(""), "length");
        assert_eq!(why(&text[..text.len() - 1]), "length");
        assert_eq!(why(&format!("{}0", text.as_str())), "length");
        assert_eq!(why(&"0".repeat(1_000_000)), "length");
        assert_eq!(why(&format!("U{}", &text[1..])), "character");
        assert_eq!(why("ä"), "character");
        let error =
            RecoveryCode::read(&format!("{}{}", &text[..46], if text.ends_with('0') { '1' } else { '0' })).unwrap_err();
        assert_eq!(error.details["group"], 8);
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", code([1; BYTES])), "RecoveryCode(…)");
    }

    /// RFC 5869 has no vector of this length; the point is that the salt and the code both matter and the result is stable.
    #[test]
    fn key_depends_on_code_and_salt() {
        let key = |c: u8, salt: u8| code([c; BYTES]).derive(&[salt; SALT_LEN]).bytes().to_vec();
        assert_eq!(key(1, 1), key(1, 1));
        assert_ne!(key(1, 1), key(1, 2));
        assert_ne!(key(1, 1), key(2, 1));
    }

    proptest! {
        #[test]
        fn every_code_comes_back(bytes: [u8; BYTES]) {
            let code = code(bytes);
            prop_assert!(RecoveryCode::read(&code.expose_text()).unwrap().is_same(&code));
        }

        #[test]
        fn one_wrong_character_is_always_found(bytes: [u8; BYTES], at in 0..CHARS, by in 1_usize..32) {
            let mut chars: Vec<u8> = code(bytes).expose_text().bytes().filter(|b| *b != b'-').collect();
            let old = ALPHABET.iter().position(|a| *a == chars[at]).unwrap();
            chars[at] = ALPHABET[(old + by) % 32];
            let error = RecoveryCode::read(std::str::from_utf8(&chars).unwrap()).unwrap_err();
            prop_assert_eq!(&error.details["group"], &serde_json::Value::from(at / 5 + 1));
        }

        #[test]
        fn exchanged_characters_are_always_found(bytes: [u8; BYTES], group in 0..GROUPS, a in 0_usize..5, b in 0_usize..5) {
            let mut chars: Vec<u8> = code(bytes).expose_text().bytes().filter(|b| *b != b'-').collect();
            let (a, b) = (group * 5 + a, group * 5 + b);
            prop_assume!(chars[a] != chars[b]);
            chars.swap(a, b);
            prop_assert_eq!(why(std::str::from_utf8(&chars).unwrap()), "typo");
        }

        #[test]
        fn exchanged_groups_are_always_found(bytes: [u8; BYTES], a in 0..GROUPS, b in 0..GROUPS) {
            let text = code(bytes).expose_text();
            let mut groups: Vec<&str> = text.split('-').collect();
            prop_assume!(a != b);
            groups.swap(a, b);
            prop_assert_eq!(why(&groups.join("-")), "typo");
        }

        #[test]
        fn reading_never_panics(typed in "\\PC{0,60}") {
            let _ = RecoveryCode::read(&typed);
        }
    }
}
