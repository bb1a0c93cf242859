//! The piece of a text around the words that were looked for.

use crate::vault::text::fold;
use serde::Serialize;
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

/// Letters shown around the first word found.
const ROOM: usize = 90;

/// A place in a snippet, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Mark {
    /// First unit.
    pub from: u32,
    /// One past the last unit.
    pub to: u32,
}

/// About ninety letters of the text around the first word that begins like one of `wanted`, and where such words stand.
pub fn around(text: &str, wanted: &[&str]) -> (String, Vec<Mark>) {
    let is_hit = |word: &str| {
        let word = fold(word);
        wanted.iter().any(|w| word.starts_with(w) || (w.len() > 2 && word.contains(w)))
    };
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = flat.unicode_word_indices().find(|(_, w)| is_hit(w)).map_or(0, |(at, _)| at);
    let begin = flat[..first].char_indices().rev().nth(ROOM / 3).map_or(0, |(i, _)| i);
    let begin = if begin == 0 { 0 } else { flat[begin..].find(' ').map_or(begin, |i| begin + i + 1) };
    let end = flat[begin..].char_indices().nth(ROOM).map_or(flat.len(), |(i, _)| begin + i);
    let mut piece = String::new();
    if begin > 0 {
        piece.push('…');
    }
    let shift = piece.len();
    piece.push_str(&flat[begin..end]);
    let marks = flat[begin..end].unicode_word_indices().filter(|(_, w)| is_hit(w)).map(|(at, word)| {
        let from = units(&piece[..shift + at]);
        Mark { from, to: from + units(word) }
    });
    let marks = marks.collect();
    if end < flat.len() {
        piece.push('…');
    }
    (piece, marks)
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_middle_and_are_marked() {
        let text = "She renewed in September, but said the new invoices confuse her bookkeeper. We promised a one-page guide and sent it late.";
        let (piece, marks) = around(text, &["guide"]);
        assert!(piece.starts_with('…') && piece.contains("one-page guide"), "{piece}");
        let units: Vec<u16> = piece.encode_utf16().collect();
        let marked = &units[marks[0].from as usize..marks[0].to as usize];
        assert_eq!(String::from_utf16_lossy(marked), "guide");
    }

    #[test]
    fn accents_and_other_scripts_do_not_shift_the_marks() {
        let (piece, marks) = around("😀 Zoë köstlich", &["kostlich"]);
        let units: Vec<u16> = piece.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&units[marks[0].from as usize..marks[0].to as usize]), "köstlich");
    }

    #[test]
    fn a_text_without_the_word_begins_at_its_beginning() {
        assert_eq!(around("short", &["x"]), ("short".to_owned(), Vec::new()));
    }
}
