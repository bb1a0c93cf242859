//! Texts as paper takes them: no control characters, and words that can be broken when they are too long for a line.

/// From how many letters on a word without a place to break is given some.
const LONGEST: usize = 24;

/// A text that can be set: what cannot be seen goes, lines stay.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.trim().chars() {
        match c {
            '\n' => run = 0,
            '\r' => continue,
            '\t' => {
                run = 0;
                out.push(' ');
                continue;
            }
            c if c.is_control() => continue,
            c if c.is_alphanumeric() || matches!(c, '_' | '.' | '/' | ':' | '%' | '=' | '&' | '@') => run += 1,
            _ => run = 0,
        }
        if run > LONGEST && joins_by_letters(c) {
            // A place to break that shows nothing.
            out.push('\u{200B}');
            run = 1;
        }
        out.push(c);
    }
    out
}

/// Whether a script can be broken anywhere at need: letters of joined scripts are left together.
fn joins_by_letters(c: char) -> bool {
    c.is_ascii() || matches!(u32::from(c), 0xC0..=0x24F | 0x370..=0x52F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_goes_and_long_words_can_be_broken() {
        assert_eq!(text(" a\0b\u{7}\r\nc\td "), "ab\nc d");
        assert_eq!(text("Donaudampfschifffahrt"), "Donaudampfschifffahrt");
        let long = "x".repeat(60);
        assert_eq!(text(&long).replace('\u{200B}', ""), long);
        assert_eq!(text(&long).matches('\u{200B}').count(), 2);
    }
}
