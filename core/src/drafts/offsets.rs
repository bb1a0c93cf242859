//! Places in a text: from bytes, which Rust counts, to UTF-16 units, which the editor counts.

/// How many UTF-16 units stand before byte `at` of `text`; `at` is moved back to the start of its character.
#[must_use]
pub fn utf16_at(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    text[..at].chars().map(char::len_utf16).sum()
}

/// The byte that stands at UTF-16 unit `at` of `text`, or the end of the text.
#[must_use]
pub fn byte_at(text: &str, at: usize) -> usize {
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        if units >= at {
            return byte;
        }
        units += letter.len_utf16();
    }
    text.len()
}

/// The line, counted from 1, in which byte `at` of `text` stands.
#[must_use]
pub fn line_at(text: &str, at: usize) -> usize {
    1 + text.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_utf16_units_and_back() {
        let text = "é😀x\ny";
        assert_eq!(utf16_at(text, 0), 0);
        assert_eq!(utf16_at(text, 2), 1);
        assert_eq!(utf16_at(text, 6), 3);
        assert_eq!(utf16_at(text, 4), 1, "inside the smiley counts as its start");
        assert_eq!(utf16_at(text, 99), 6);
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_at(text, utf16_at(text, byte)), byte);
        }
        assert_eq!(line_at(text, 0), 1);
        assert_eq!(line_at(text, 8), 2);
    }
}
