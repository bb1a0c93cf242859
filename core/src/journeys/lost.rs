//! Words by which people say that they lost their way or were left alone, in English, German and Spanish.

use crate::vault::text::fold;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use ts_rs::TS;

/// Beginnings of words, as they stand when folded.
static WORDS: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("lost_words.json")).unwrap_or_default());

/// In which of two ways somebody is being lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LostKind {
    /// They do not know what comes next.
    Confused,
    /// Nobody is there for them.
    Abandoned,
}

impl LostKind {
    const ALL: [(Self, &'static str); 2] = [(Self::Confused, "confused"), (Self::Abandoned, "abandoned")];

    /// What a word for a feeling says; nothing when it speaks of something else, or felt good.
    pub(super) fn of(word: &str, felt: Option<i8>) -> Option<Self> {
        if word.is_empty() || felt.is_some_and(|felt| felt > 0) {
            return None;
        }
        let said = format!(" {}", fold(word).split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" "));
        let begins = |beginning: &String| said.contains(&format!(" {beginning}"));
        let known = |name: &str| WORDS.get(name).is_some_and(|words| words.iter().any(begins));
        Self::ALL.into_iter().find(|(_, name)| known(name)).map(|(kind, _)| kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_three_languages_and_only_where_they_hurt_m162() {
        let (confused, abandoned) = (Some(LostKind::Confused), Some(LostKind::Abandoned));
        let cases = [
            ("confused", Some(-1), confused),
            ("A bit CONFUSED", None, confused),
            ("überfordert", Some(-1), confused),
            ("confundida", Some(-1), confused),
            ("abandoned", Some(-2), abandoned),
            ("left alone", Some(0), abandoned),
            ("im Stich gelassen", Some(-2), abandoned),
            ("let-down", Some(-1), abandoned),
            ("no longer confused", Some(1), None),
            ("angry", Some(-2), None),
            ("glossy", Some(-1), None),
            ("", Some(-2), None),
        ];
        for (word, felt, wanted) in cases {
            assert_eq!(LostKind::of(word, felt), wanted, "{word}");
        }
        assert_eq!(WORDS.values().map(Vec::len).sum::<usize>(), 34);
        assert!(WORDS.values().flatten().all(|word| fold(word) == *word));
    }
}
