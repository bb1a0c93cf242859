//! A card → its logical lines: folds joined, in each of the ways that programs fold.

use std::borrow::Cow;

/// One property of a card, unfolded but not decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLine<'a> {
    /// 1-based line in the file.
    pub line: usize,
    /// Group, name, parameters and value.
    pub bytes: Cow<'a, [u8]>,
}

/// How the value of a property may go on in the next line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Only by a fold: the next line begins with a blank.
    Folded,
    /// Also after a line that ends in `=`.
    QuotedPrintable,
    /// Also in lines of nothing but base64, until an empty one.
    Base64,
}

/// Unfolds a card. `first` is the 1-based line of its first line.
#[must_use]
pub fn unfold(card: &[u8], first: usize) -> Vec<RawLine<'_>> {
    let end = super::split::end_of_line(card);
    let mut lines: Vec<RawLine<'_>> = Vec::with_capacity(16);
    // The style of the last line, while it can still go on.
    let mut open: Option<Style> = None;
    for (at, physical) in card.split(|&byte| byte == end).enumerate() {
        let physical = trim_end_of_line(physical);
        let Some(first_byte) = physical.first() else {
            open = None;
            continue;
        };
        if let (Some(style), Some(last)) = (open, lines.last_mut())
            && let Some(more) = continuation(style, &last.bytes, physical)
        {
            join(&mut last.bytes, style, more);
            if style == Style::Folded {
                open = Some(style_of(&last.bytes));
            }
            continue;
        }
        if matches!(first_byte, b' ' | b'\t') && physical.trim_ascii().is_empty() {
            open = None;
            continue;
        }
        open = Some(style_of(physical));
        lines.push(RawLine { line: first + at, bytes: Cow::Borrowed(physical) });
    }
    lines
}

/// Unfolded lines without their places, as [`crate::exchange::text::Source`] wants them for finding the encoding.
#[must_use]
pub fn units(bytes: &[u8]) -> Vec<Cow<'_, [u8]>> {
    unfold(bytes, 1).into_iter().map(|line| line.bytes).collect()
}

/// What `physical` adds to the line before it, if it belongs to it.
fn continuation<'a>(style: Style, before: &[u8], physical: &'a [u8]) -> Option<&'a [u8]> {
    let folded = matches!(physical[0], b' ' | b'\t');
    match style {
        Style::Base64 if folded => Some(physical.trim_ascii()),
        Style::Base64 => is_base64(physical).then_some(physical),
        Style::QuotedPrintable if before.ends_with(b"=") => {
            if is_end(physical) {
                return None;
            }
            Some(if folded && !is_text_blank(before, physical) { &physical[1..] } else { physical })
        }
        _ if folded => Some(&physical[1..]),
        // Some programs cut lines of quoted-printable without the mark.
        Style::QuotedPrintable if physical[0] == b'=' => Some(physical),
        Style::Folded | Style::QuotedPrintable => None,
    }
}

/// After a soft break a blank belongs to the text, as the standard says, but for writers who fold as well: between two
/// encoded bytes, where it would tear a character apart, it is a fold.
fn is_text_blank(before: &[u8], physical: &[u8]) -> bool {
    let text = &before[..before.len() - 1];
    let encoded_before = text.len() >= 3 && text[text.len() - 3] == b'=';
    let encoded_after = matches!(physical.trim_ascii_start(), [b'=', high, ..] if high.is_ascii_hexdigit());
    !(encoded_before && encoded_after)
}

fn join(line: &mut Cow<'_, [u8]>, style: Style, more: &[u8]) {
    let line = line.to_mut();
    if style == Style::QuotedPrintable && line.last() == Some(&b'=') {
        line.pop();
    }
    line.extend_from_slice(more);
}

fn trim_end_of_line(mut line: &[u8]) -> &[u8] {
    while let [rest @ .., b'\r'] = line {
        line = rest;
    }
    line
}

fn is_end(line: &[u8]) -> bool {
    line.trim_ascii().eq_ignore_ascii_case(b"END:VCARD")
}

fn is_base64(line: &[u8]) -> bool {
    line.trim_ascii_end().iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte))
}

fn style_of(line: &[u8]) -> Style {
    // Only a line with parameters can be encoded; nearly none of them is.
    let Some(semicolon) = line.iter().position(|byte| b";:".contains(byte)).filter(|&at| line[at] == b';') else {
        return Style::Folded;
    };
    let end = line.iter().position(|&byte| byte == b':').unwrap_or(line.len());
    let mut style = Style::Folded;
    for parameter in line[semicolon..end.max(semicolon)].split(|&byte| byte == b';') {
        let value = parameter.rsplit(|&byte| byte == b'=').next().unwrap_or_default().trim_ascii();
        if value.eq_ignore_ascii_case(b"QUOTED-PRINTABLE") {
            style = Style::QuotedPrintable;
        } else if is_base64_word(parameter, value) {
            style = Style::Base64;
        }
    }
    style
}

fn is_base64_word(parameter: &[u8], value: &[u8]) -> bool {
    let named = |name: &[u8]| parameter.len() > name.len() && parameter[..name.len()].eq_ignore_ascii_case(name);
    value.eq_ignore_ascii_case(b"BASE64") || (value.eq_ignore_ascii_case(b"B") && named(b"ENCODING"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(text: &str) -> Vec<String> {
        unfold(text.as_bytes(), 1).iter().map(|line| String::from_utf8_lossy(&line.bytes).into_owned()).collect()
    }

    #[test]
    fn each_way_of_folding_is_undone() {
        for (text, expected) in [
            ("NOTE:a\r\n b\r\n\tc\r\n", vec!["NOTE:abc"]),
            ("NOTE:a\n  b", vec!["NOTE:a b"]),
            ("TEL;TYPE=WO\n RK:1", vec!["TEL;TYPE=WORK:1"]),
            ("N;QUOTED-PRINTABLE:=C3=\n=A4;b\nFN:x", vec!["N;QUOTED-PRINTABLE:=C3=A4;b", "FN:x"]),
            ("N;ENCODING=QUOTED-PRINTABLE:=C3=A4=\n b", vec!["N;ENCODING=QUOTED-PRINTABLE:=C3=A4 b"]),
            ("N;ENCODING=QUOTED-PRINTABLE:=C3=\n =A4", vec!["N;ENCODING=QUOTED-PRINTABLE:=C3=A4"]),
            ("NOTE;ENCODING=quoted-printable:of=\n words", vec!["NOTE;ENCODING=quoted-printable:of words"]),
            ("NOTE;ENCODING=QUOTED-PRINTABLE:=C3\n=A4", vec!["NOTE;ENCODING=QUOTED-PRINTABLE:=C3=A4"]),
            ("NOTE;ENCODING=QUOTED-PRINTABLE:a=\nEND:VCARD", vec!["NOTE;ENCODING=QUOTED-PRINTABLE:a=", "END:VCARD"]),
            ("NOTE;ENCODING=QUOTED-PRINTABLE:a=\n\nFN:x", vec!["NOTE;ENCODING=QUOTED-PRINTABLE:a=", "FN:x"]),
            ("PHOTO;ENCODING=BASE64:\n  AAAA\n  BB==\n\nFN:x", vec!["PHOTO;ENCODING=BASE64:AAAABB==", "FN:x"]),
            ("PHOTO;BASE64;JPEG:AAAA\nBBBB\nFN:x", vec!["PHOTO;BASE64;JPEG:AAAABBBB", "FN:x"]),
            ("PHOTO;ENCODING=b:AAAA\nBBBB\n\nCCCC", vec!["PHOTO;ENCODING=b:AAAABBBB", "CCCC"]),
            ("TITLE:B\nAAAA", vec!["TITLE:B", "AAAA"]),
            ("URL:a=\nFN:b", vec!["URL:a=", "FN:b"]),
            ("X;TYPE=B:AAAA\nBBBB", vec!["X;TYPE=B:AAAA", "BBBB"]),
            ("FN:a\n \n b", vec!["FN:ab"]),
            ("FN:a\n\n b", vec!["FN:a", " b"]),
        ] {
            assert_eq!(unfolded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_fold_inside_a_character_is_undone() {
        let lines = unfold(b"FN:Zo\xC3\n \xAB\n", 7);
        assert_eq!(lines, [RawLine { line: 7, bytes: Cow::Borrowed("FN:Zoë".as_bytes()) }]);
    }
}
