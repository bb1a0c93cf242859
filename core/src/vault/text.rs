//! Folding text so that words are found however they are typed, and keys that sort names as a language does.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::sync::RwLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, with letters that decompose to nothing written out (ß → ss, ø → o, ı and İ → i).
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd() {
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ı' | 'İ' => folded.push('i'),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'þ' | 'Þ' => folded.push_str("th"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c if is_combining_mark(c) => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

static COLLATOR: RwLock<Option<CollatorBorrowed<'static>>> = RwLock::new(None);

/// Sorts names from now on as readers of `language` (a BCP 47 tag) expect. Keys made before must be made again.
pub fn sort_as(language: &str) {
    let locale = Locale::try_from_str(language).ok().map(Into::into);
    let found = locale.and_then(|l: CollatorPreferences| Collator::try_new(l, CollatorOptions::default()).ok());
    if let (Some(collator), Ok(mut place)) = (found, COLLATOR.write()) {
        *place = Some(collator);
    }
}

/// Bytes that compare as `text` sorts.
#[must_use]
pub fn sort_key(text: &str) -> Vec<u8> {
    if COLLATOR.read().is_ok_and(|c| c.is_none()) {
        sort_as("en");
    }
    let mut key = Vec::with_capacity(text.len() + 8);
    if let Ok(Some(collator)) = COLLATOR.read().as_deref() {
        let Ok(()) = collator.write_sort_key_to(text, &mut key);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_meets_what_people_type() {
        for (written, typed) in [
            ("Zoë Müller", "zoe muller"),
            ("Groß", "gross"),
            ("İstanbul ışık", "istanbul isik"),
            ("Łódź", "lodz"),
            ("Þórður Æsir", "thordur aesir"),
            ("Trần Thị Ngọc", "tran thi ngoc"),
            ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(fold(written), typed, "{written} must be found as {typed}");
        }
    }

    #[test]
    fn keys_sort_as_the_language_does() {
        let sorted = |names: &[&str]| {
            let mut names: Vec<String> = names.iter().map(ToString::to_string).collect();
            names.sort_by_key(|n| sort_key(n));
            names.join(" ")
        };
        assert_eq!(sorted(&["Zed", "Ödön", "Olga", "anna", "Anna"]), "anna Anna Ödön Olga Zed");
    }
}
