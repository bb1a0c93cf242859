//! One property in any dialect → the same property as clean vCard 4.0 text, for `calcard` to read.
//!
//! What `calcard` 0.3 would lose is put right here: bare parameters and lists of vCard 2.1, quoted lists, quoted-printable
//! (cut at `;` before it is decoded), charsets, backslashes that escape nothing, typed values.

use super::header::{Header, Writing};
use super::property::Shape;
use crate::exchange::text::{LineEncoding, decode_declared};
use std::fmt::Write;

/// Where a property came from.
#[derive(Clone, Copy, Debug)]
pub struct Dialect {
    /// Whether the card is vCard 2.1, in which a comma separates nothing inside a name or address.
    pub v2: bool,
    /// How to read bytes whose encoding is not declared.
    pub lines: LineEncoding,
}

/// Appends the property to `clean`, under `tag` for its group, by which the answer is found again.
pub fn tidy(clean: &mut String, tag: usize, header: &Header<'_>, shape: Shape, dialect: &Dialect) {
    // Writing to a string cannot fail.
    let _ = write!(clean, "{tag}.");
    clean.push_str(header.name);
    let written = if header.params.is_empty() { Writing::default() } else { push_params(clean, header) };
    clean.push_str(if shape == Shape::Typed { ";VALUE=text:" } else { ":" });
    if written.quoted_printable {
        push_quoted_printable(clean, header.value, written.charset, shape, dialect);
    } else if written.base64 {
        let decoded = super::photo::decode_base64(header.value.as_bytes()).unwrap_or_default();
        push_value(clean, &decode_declared(&decoded, written.charset, &dialect.lines), Shape::Single, dialect);
    } else {
        push_value(clean, header.value, shape, dialect);
    }
    clean.push('\n');
}

fn push_params<'a>(clean: &mut String, header: &Header<'a>) -> Writing<'a> {
    let mut written = Writing::default();
    for param in header.params() {
        let of_type = param.name.is_none_or(|name| name.eq_ignore_ascii_case("TYPE"));
        match param.name {
            _ if written.note(&param) => {}
            _ if of_type => param.list().for_each(|word| push_type(clean, word)),
            // Android's custom labels are read on their own.
            Some(name) if !name.contains('(') => push_param(clean, name, param.value),
            _ => {}
        }
    }
    written
}

fn push_type(clean: &mut String, word: &str) {
    clean.push_str(";TYPE=");
    // A word of types has no other characters; what would end the parameter is left out.
    clean.extend(word.split([';', ':', '"', '\\', '\n', '\r']));
}

fn push_param(clean: &mut String, name: &str, value: &str) {
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    clean.push(';');
    clean.extend(name.chars().filter(|c| !";:\",\\=.".contains(*c)));
    clean.push_str("=\"");
    push_escaped(clean, inner, |c| if c == '"' { Some("'") } else { None });
    clean.push('"');
}

/// Cut at `;` first: an encoded semicolon belongs to the text.
fn push_quoted_printable(clean: &mut String, value: &str, charset: Option<&str>, shape: Shape, dialect: &Dialect) {
    let decode = |part: &str| {
        let bytes = unquote_printable(part);
        decode_declared(&bytes, charset, &dialect.lines).into_owned()
    };
    if shape != Shape::Parts {
        return push_value(clean, &decode(value), shape, dialect);
    }
    for (at, part) in parts(value).enumerate() {
        if at > 0 {
            clean.push(';');
        }
        let commas = if dialect.v2 { Some("\\,") } else { None };
        push_escaped(clean, &decode(part), |c| match c {
            ';' => Some("\\;"),
            ',' => commas,
            _ => None,
        });
    }
}

fn push_value(clean: &mut String, value: &str, shape: Shape, dialect: &Dialect) {
    let literal_comma = dialect.v2 && shape == Shape::Parts;
    if !value.contains(|c: char| matches!(c, '\\' | '\n' | '\r') || (c == ',' && literal_comma)) {
        clean.push_str(value);
    } else {
        push_escaped(clean, value, |c| if c == ',' && literal_comma { Some("\\,") } else { None });
    }
}

/// Appends text in which some characters may be escaped already, so that `calcard` unescapes just those: a backslash
/// before anything else is doubled, a line end becomes `\n`, and `replace` has a word on every other character.
fn push_escaped(clean: &mut String, text: &str, replace: impl Fn(char) -> Option<&'static str>) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(&next @ ('n' | 'N' | ',' | ';' | ':' | '\\'))) => {
                clean.push('\\');
                clean.push(next);
                chars.next();
            }
            // Nobody has to escape a quotation mark, but some do.
            ('\\', Some('"')) => {}
            ('\\', _) => clean.push_str("\\\\"),
            ('\r', Some('\n')) => {}
            ('\r' | '\n', _) => clean.push_str("\\n"),
            _ => match replace(c) {
                Some(escape) => clean.push_str(escape),
                None => clean.push(c),
            },
        }
    }
}

/// Pieces between semicolons that are not escaped.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let whole = rest?;
        let mut escaped = false;
        let end = whole.bytes().position(|byte| {
            let separates = byte == b';' && !escaped;
            escaped = byte == b'\\' && !escaped;
            separates
        });
        rest = end.map(|at| &whole[at + 1..]);
        Some(end.map_or(whole, |at| &whole[..at]))
    })
}

/// Decodes quoted-printable. What is not well-formed stands for itself.
pub(super) fn unquote_printable(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    let hex = |byte: Option<&u8>| {
        byte.and_then(|&byte| char::from(byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok())
    };
    while let Some(&byte) = bytes.get(at) {
        match (byte, hex(bytes.get(at + 1)), hex(bytes.get(at + 2))) {
            (b'=', Some(high), Some(low)) => {
                decoded.push(high << 4 | low);
                at += 3;
            }
            // A soft break that leads nowhere.
            (b'=', ..) if at + 1 == bytes.len() => at += 1,
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(line: &str, shape: Shape, v2: bool) -> String {
        let mut clean = String::new();
        let header = Header::parse(line).expect("a property");
        tidy(&mut clean, 3, &header, shape, &Dialect { v2, lines: LineEncoding::UTF8 });
        clean
    }

    #[test]
    fn dialects_become_clean_text() {
        use Shape::{Parts, Single, Typed};
        for (line, shape, v2, expected) in [
            ("item1.FN:Zoë, x", Single, false, "3.FN:Zoë, x\n"),
            ("TEL;CELL;FAX,WORK;type=pref:1", Single, true, "3.TEL;TYPE=CELL;TYPE=FAX;TYPE=WORK;TYPE=pref:1\n"),
            ("TEL;TYPE=\"voice,home\":1", Single, false, "3.TEL;TYPE=voice;TYPE=home:1\n"),
            ("ADR;LABEL=a\\nb:;;s", Parts, false, "3.ADR;LABEL=\"a\\nb\":;;s\n"),
            ("BDAY;VALUE=date:1985-04-12", Typed, false, "3.BDAY;VALUE=text:1985-04-12\n"),
            (
                "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=96=3B;T\\;e=2C;a,b",
                Parts,
                true,
                "3.N:Ö\\;;T\\;e\\,;a\\,b\n",
            ),
            ("N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:=D6", Parts, true, "3.N:Ö\n"),
            ("NOTE;QUOTED-PRINTABLE:a=0D=0Ab=3D=ZZ=", Single, true, "3.NOTE:a\\nb==ZZ\n"),
            ("N:Smith, PhD;Ann", Parts, true, "3.N:Smith\\, PhD;Ann\n"),
            ("N:Smith;Ann;B,C", Parts, false, "3.N:Smith;Ann;B,C\n"),
            ("NOTE:C:\\dir\\readme \\\\ \\n \\", Single, false, "3.NOTE:C:\\\\dir\\\\readme \\\\ \\n \\\\\n"),
            ("NOTE;ENCODING=b:Wm/Dqw==", Single, false, "3.NOTE:Zoë\n"),
        ] {
            assert_eq!(tidied(line, shape, v2), expected, "{line:?}");
        }
    }
}
