//! Text as vCard 4.0 wants it: escaped values, quoted parameters.

use std::fmt::Write;

/// The longest line, in octets without its end (RFC 6350 §3.2).
const LINE: usize = 75;

/// Appends one line, folded so that no line is longer than it may be and no character is cut.
pub fn push_folded(text: &mut String, line: &str) {
    let (mut rest, mut room) = (line, LINE);
    while rest.len() > room {
        let cut = rest.floor_char_boundary(room);
        text.push_str(&rest[..cut]);
        text.push_str("\r\n ");
        rest = &rest[cut..];
        room = LINE - 1;
    }
    text.push_str(rest);
    text.push_str("\r\n");
}

/// Texts between commas.
#[must_use]
pub fn list(words: &[String]) -> String {
    words.iter().map(|word| escape(word)).collect::<Vec<_>>().join(",")
}

/// Text as RFC 6350 §3.4 has it.
#[must_use]
pub fn escape(text: &str) -> String {
    escape_all(text, true)
}

/// Addresses on the net hold commas and semicolons of their own.
#[must_use]
pub fn escape_uri(text: &str) -> String {
    escape_all(text, false)
}

fn escape_all(text: &str, separators: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' => escaped.push_str("\\n"),
            '\\' => escaped.push_str("\\\\"),
            ',' | ';' if separators => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A parameter in quotes; what cannot stand there is written as RFC 6868 has it.
pub fn push_param(params: &mut String, name: &str, value: &str) {
    let _ = write!(params, ";{name}=\"");
    for c in value.chars() {
        match c {
            '"' => params.push_str("^'"),
            '^' => params.push_str("^^"),
            '\n' => params.push_str("^n"),
            c if c.is_control() && c != '\t' => {}
            c => params.push(c),
        }
    }
    params.push('"');
}

/// Whether a word could begin an address on the net.
#[must_use]
pub fn is_scheme(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
}

/// Whether a value begins like one.
#[must_use]
pub fn has_scheme(value: &str) -> bool {
    value.split_once(':').is_some_and(|(scheme, _)| is_scheme(scheme))
}
