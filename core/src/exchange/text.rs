//! Bytes of a file → text: which encoding they are in, and what to do with lines that do not fit it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How many bytes of a file the guess looks at.
const LOOKED_AT: usize = 1 << 20;

/// The encoding of a file's lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEncoding {
    /// What a line is in when it is not UTF-8.
    pub legacy: &'static Encoding,
    /// Whether a line that is valid UTF-8 is taken as such. Not so in a file of an East Asian code page, where a short
    /// word can look like UTF-8 by accident.
    pub prefer_utf8: bool,
}

impl LineEncoding {
    /// Of a file that is UTF-8 throughout.
    pub const UTF8: Self = Self { legacy: WINDOWS_1252, prefer_utf8: true };

    /// The text of one line.
    #[must_use]
    pub fn decode<'a>(&self, line: &'a [u8]) -> Cow<'a, str> {
        if self.prefer_utf8 || line.is_ascii() {
            match std::str::from_utf8(line) {
                Ok(text) => return Cow::Borrowed(text),
                Err(_) if is_damaged_utf8(line) => return String::from_utf8_lossy(line),
                Err(_) => {}
            }
        }
        self.legacy.decode_without_bom_handling(line).0
    }
}

/// A file's bytes made ready for reading line by line.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The bytes without byte-order mark: UTF-8 throughout, or with lines of another encoding that contains ASCII.
    pub bytes: Cow<'a, [u8]>,
    /// How to read those lines.
    pub lines: LineEncoding,
    /// The name of what was found, to be shown: `UTF-8`, `windows-1252`, `UTF-8, windows-1252`.
    pub encoding: String,
}

impl<'a> Source<'a> {
    /// Finds out the encoding. `units` cuts the bytes into the pieces that a writer encoded as one (lines; for vCards,
    /// unfolded lines), because a fold may cut a character in two.
    #[must_use]
    pub fn new(bytes: &'a [u8], units: fn(&[u8]) -> Vec<Cow<'_, [u8]>>) -> Self {
        if let Some((encoding, length)) = Encoding::for_bom(bytes) {
            let rest = &bytes[length..];
            // A mark says UTF-8, but the lines have the last word: programs append to each other's files.
            return if encoding == UTF_8 { Self::of_lines(rest, units) } else { Self::whole(rest, encoding) };
        }
        if let Some(encoding) = utf16_without_mark(bytes) {
            return Self::whole(bytes, encoding);
        }
        Self::of_lines(bytes, units)
    }

    /// The whole text, decoded line by line.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => {
                let lines = self.bytes.split_inclusive(|&byte| byte == b'\n');
                Cow::Owned(lines.map(|line| self.lines.decode(line)).collect::<String>())
            }
        }
    }

    /// Decoded at once, because its bytes have no ASCII in them.
    fn whole(bytes: &[u8], encoding: &'static Encoding) -> Self {
        let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
        Self { bytes: Cow::Owned(text.into_bytes()), lines: LineEncoding::UTF8, encoding: encoding.name().to_owned() }
    }

    fn of_lines(bytes: &'a [u8], units: fn(&[u8]) -> Vec<Cow<'_, [u8]>>) -> Self {
        let escapes = bytes.contains(&0x1B) && bytes.is_ascii();
        if escapes && guess([bytes].into_iter()) == ISO_2022_JP {
            return Self::whole(bytes, ISO_2022_JP);
        }
        if std::str::from_utf8(bytes).is_ok() {
            return Self { bytes: Cow::Borrowed(bytes), lines: LineEncoding::UTF8, encoding: UTF_8.name().to_owned() };
        }
        let units = units(&bytes[..bytes.len().min(LOOKED_AT)]);
        let (fits, misfits): (Vec<_>, Vec<_>) = units
            .iter()
            .map(AsRef::as_ref)
            .filter(|unit: &&[u8]| !unit.is_ascii())
            .partition(|unit| std::str::from_utf8(unit).is_ok() || is_damaged_utf8(unit));
        let legacy = guess(misfits.iter().copied());
        let prefer_utf8 = legacy.is_single_byte() || fits.len() >= misfits.len();
        let encoding = match (misfits.is_empty(), fits.is_empty() || !prefer_utf8) {
            (true, _) => UTF_8.name().to_owned(),
            (false, true) => legacy.name().to_owned(),
            (false, false) => format!("{}, {}", UTF_8.name(), legacy.name()),
        };
        Self { bytes: Cow::Borrowed(bytes), lines: LineEncoding { legacy, prefer_utf8 }, encoding }
    }
}

/// The physical lines of a text file.
#[must_use]
pub fn lines(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    bytes.split(|&byte| byte == b'\n').map(Cow::Borrowed).collect()
}

/// The text of bytes whose encoding a file declares. UTF-8 wins over a declared code page of single bytes, in which it
/// would be gibberish; a declaration that does not fit is not followed.
#[must_use]
pub fn decode_declared<'a>(bytes: &'a [u8], charset: Option<&str>, lines: &LineEncoding) -> Cow<'a, str> {
    let Some(encoding) = charset.and_then(|label| Encoding::for_label(label.trim_matches('"').as_bytes())) else {
        return lines.decode(bytes);
    };
    match std::str::from_utf8(bytes) {
        Ok(text) if encoding == UTF_8 || encoding.is_single_byte() => Cow::Borrowed(text),
        _ if encoding == UTF_8 => lines.decode(bytes),
        _ => match encoding.decode_without_bom_handling(bytes) {
            (_, true) => lines.decode(bytes),
            (text, false) => text,
        },
    }
}

/// Whether bytes that are not UTF-8 were so before somebody cut them: far more characters fit than bytes do not.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut fit, mut misfit) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        fit += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        misfit += usize::from(!chunk.invalid().is_empty());
    }
    fit > misfit * 2
}

fn guess<'b>(pieces: impl Iterator<Item = &'b [u8]>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let mut left = LOOKED_AT;
    for piece in pieces {
        let piece = &piece[..piece.len().min(left)];
        left -= piece.len();
        detector.feed(piece, false);
        detector.feed(b"\n", false);
        if left == 0 {
            break;
        }
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Text that is mostly Latin has a zero in every second byte when it is UTF-16.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 2 * 7 / 10;
    if sample.len() < 4 || even.max(odd) < many.max(2) {
        None
    } else if odd > even * 4 {
        Some(UTF_16LE)
    } else {
        (even > odd * 4).then_some(UTF_16BE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    fn read(bytes: &[u8]) -> (String, String) {
        let source = Source::new(bytes, lines);
        (source.text().into_owned(), source.encoding)
    }

    #[test]
    fn encodings_are_found_and_named() {
        let with_mark = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        let cyrillic = encoding_rs::WINDOWS_1251.encode("Привет, это обычное русское письмо.\n").0.into_owned();
        let kana = encoding_rs::SHIFT_JIS.encode("山田太郎は東京都に住んでいます。\n").0.into_owned();
        let jis = ISO_2022_JP.encode("山田太郎は東京都に住んでいます。\n").0.into_owned();
        for (bytes, text, name) in [
            ("Zoë".as_bytes().to_vec(), "Zoë", "UTF-8"),
            (with_mark(b"\xEF\xBB\xBF", "Zoë".into()), "Zoë", "UTF-8"),
            (with_mark(b"\xFF\xFE", utf16("Zoë", true)), "Zoë", "UTF-16LE"),
            (with_mark(b"\xFE\xFF", utf16("Zoë", false)), "Zoë", "UTF-16BE"),
            (utf16("BEGIN:VCARD Zoë", true), "BEGIN:VCARD Zoë", "UTF-16LE"),
            (utf16("BEGIN:VCARD Zoë", false), "BEGIN:VCARD Zoë", "UTF-16BE"),
            (b"Zo\xEB M\xFCller, Caf\xE9 \x96 d\xE9j\xE0 vu".to_vec(), "Zoë Müller, Café – déjà vu", "windows-1252"),
            (cyrillic, "Привет, это обычное русское письмо.\n", "windows-1251"),
            (kana, "山田太郎は東京都に住んでいます。\n", "Shift_JIS"),
            (jis, "山田太郎は東京都に住んでいます。\n", "ISO-2022-JP"),
            (
                "Zoë\nZo\u{EB}\n".bytes().chain(*b"M\xFCller Caf\xE9").collect(),
                "Zoë\nZoë\nMüller Café",
                "UTF-8, windows-1252",
            ),
            (b"a\0b\n".to_vec(), "a\0b\n", "UTF-8"),
            (Vec::new(), "", "UTF-8"),
        ] {
            assert_eq!(read(&bytes), (text.to_owned(), name.to_owned()));
        }
    }

    #[test]
    fn a_declared_encoding_counts_unless_it_does_not_fit() {
        let utf8 = LineEncoding::UTF8;
        assert_eq!(decode_declared(b"Zo\xEB", Some("ISO-8859-1"), &utf8), "Zoë");
        assert_eq!(decode_declared("Zoë".as_bytes(), Some("utf-8"), &utf8), "Zoë");
        assert_eq!(decode_declared("Zoë".as_bytes(), Some("us-ascii-extended"), &utf8), "Zoë");
        assert_eq!(decode_declared(b"Zo\xEB", Some("UTF-8"), &utf8), "Zoë");
        assert_eq!(decode_declared(b"\xC3\x91\xC3\x91\xC3\x91\xC3", Some("UTF-8"), &utf8), "ÑÑÑ\u{FFFD}");
        assert_eq!(decode_declared("Zoë".as_bytes(), Some("ISO-8859-1"), &utf8), "Zoë");
        assert_eq!(decode_declared(b"\x8ER\x93c", Some("Shift_JIS"), &utf8), "山田");
    }
}
