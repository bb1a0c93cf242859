//! What sheets and text files say in words of ours: blocks, questions, channels. The page has the same ones in its catalogue.

use serde_json::Value;
use std::sync::LazyLock;

static WORDS: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("words.json")).unwrap_or_default());

/// Everything there is to say.
pub(super) fn all() -> &'static Value {
    &WORDS
}

/// The word for a thing of a list; a name that a newer Rapport wrote is shown as it stands rather than hidden.
pub(super) fn named<'n>(list: &str, name: &'n str) -> &'n str
where
    'static: 'n,
{
    WORDS[list][name].as_str().unwrap_or(name)
}

/// A word of the sheets themselves.
pub(super) fn of_sheet(name: &str) -> &'static str {
    WORDS["sheet"][name].as_str().unwrap_or_default()
}

/// Whose layout a kind of canvas has, as its owners ask; nothing for those of our own and of the user's.
pub(super) fn licence(kind: &str) -> &'static str {
    WORDS["licences"][kind].as_str().unwrap_or_default()
}

/// "1 person", "214 people".
pub(super) fn counted(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

/// Digits in groups of three, with a thin space that does not break.
pub(super) fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_at_a_glance() {
        assert_eq!([0, 999, 1000, 2_418_000].map(grouped), ["0", "999", "1\u{202F}000", "2\u{202F}418\u{202F}000"]);
        assert_eq!(counted(1, "person", "people"), "1 person");
    }

    #[test]
    fn there_are_words_for_everything_and_strangers_are_shown_as_they_are() {
        assert_eq!(named("channels", "inPerson"), "Visits");
        assert_eq!(named("channels", "pigeon"), "pigeon");
        assert!(licence("lean").contains("Ash Maurya") && licence("businessModel").contains("Strategyzer"));
        assert_eq!(licence("relationshipsSheet"), "", "a layout that is nobody else's");
        assert_eq!(all()["questions"].as_object().map(serde_json::Map::len), Some(11));
    }
}
