//! Cuts the inside of one template tag into words, as the engine does.

use std::ops::Range;

/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name: letters of ASCII, digits, underscores.
    Name,
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// Anything else, one character each.
    Mark,
}

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub text: &'a str,
    /// Where it stands, in bytes of the template.
    pub at: Range<usize>,
}

/// The words from byte `start` up to the closing delimiter of a tag whose opening one ended in `mark`, and where that
/// closing delimiter stands.
pub(super) fn tokens(template: &str, start: usize, mark: char) -> (Vec<Token<'_>>, usize) {
    let close = if mark == '{' { "}}" } else { "%}" };
    let mut words = Vec::new();
    let mut at = start + usize::from(template[start..].starts_with(['-', '+']));
    while let Some(first) = template[at..].chars().next() {
        let rest = &template[at..];
        if rest.starts_with(close) {
            break;
        }
        let (kind, length) = match first {
            space if space.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            '-' | '+' if rest[1..].starts_with(close) => {
                at += 1;
                continue;
            }
            '\'' | '"' => (TokenKind::Text, quoted_length(rest, first)),
            digit if digit.is_ascii_digit() => (TokenKind::Number, name_length(rest)),
            letter if letter.is_ascii_alphabetic() || letter == '_' => (TokenKind::Name, name_length(rest)),
            other => (TokenKind::Mark, other.len_utf8()),
        };
        words.push(Token { kind, text: &rest[..length], at: at..at + length });
        at += length;
    }
    (words, at)
}

fn name_length(rest: &str) -> usize {
    rest.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'_').count()
}

fn quoted_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
