//! The words, marks and quoted texts that a typed rule is made of, each with its place.

/// A part of the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub from: usize,
    pub to: usize,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A word without quotes.
    Word(String),
    /// A text in quotes, without them.
    Quoted(String),
    /// `=`, `>=`, `(`, `,` …
    Mark(&'static str),
    /// A quote that does not end.
    Open,
    /// Behind everything.
    End,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub what: What,
    pub at: Span,
}

/// Longer marks first.
const MARKS: [&str; 11] = [">=", "<=", "!=", "≥", "≤", "=", ">", "<", "~", "(", ")"];
/// Quotes, as keyboards of several languages make them: what opens, and what closes it.
const QUOTES: [(char, &str); 4] = [('"', "\""), ('“', "”\""), ('„', "“”\""), ('«', "»")];

/// Takes a text apart; the last token is its end.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (what, length) = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if let Some((_, closes)) = QUOTES.iter().find(|(opens, _)| *opens == first) {
            quoted(rest, first.len_utf8(), closes)
        } else if first == ',' {
            (What::Mark(","), 1)
        } else if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            let plain = match *mark {
                "≥" => ">=",
                "≤" => "<=",
                mark => mark,
            };
            (What::Mark(plain), mark.len())
        } else {
            let length =
                rest.find(|c: char| c.is_whitespace() || is_special(c)).unwrap_or(rest.len()).max(first.len_utf8());
            (What::Word(rest[..length].to_owned()), length)
        };
        all.push(Token { what, at: Span { from: at, to: at + length } });
        at += length;
    }
    all.push(Token { what: What::End, at: Span { from: text.len(), to: text.len() } });
    all
}

/// Whether a character ends a word.
pub(super) fn is_special(c: char) -> bool {
    matches!(c, ',' | '(' | ')' | '=' | '<' | '>' | '!' | '~' | '≥' | '≤')
        || QUOTES.iter().any(|(opens, _)| *opens == c)
}

fn quoted(rest: &str, opens: usize, closes: &str) -> (What, usize) {
    let mut inside = String::new();
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip_while(|(i, _)| *i < opens) {
        if escaped {
            inside.push(c);
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if closes.contains(c) {
            return (What::Quoted(inside), i + c.len_utf8());
        } else {
            inside.push(c);
        }
    }
    (What::Open, rest.len())
}

/// A text as it stands in a rule: in quotes, unless it is one plain word that means nothing else.
pub(super) fn quote(text: &str) -> String {
    let plain = !text.is_empty()
        && !text.starts_with(['#', '<'])
        && !text.chars().any(|c| c.is_whitespace() || is_special(c) || matches!(c, '\\' | '”' | '»'))
        && !RESERVED.contains(&text.to_lowercase().as_str());
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Words that end a text without quotes, or begin something.
pub(super) const RESERVED: [&str; 22] = [
    "and", "or", "not", "none", "all", "any", "in", "is", "at", "has", "no", "contains", "before", "after", "since",
    "everyone", "nobody", "empty", "filled", "today", "least", "most",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(text: &str) -> Vec<What> {
        tokens(text).into_iter().map(|t| t.what).collect()
    }

    #[test]
    fn a_text_comes_apart() {
        let (word, mark) = (|w: &str| What::Word(w.into()), What::Mark);
        assert_eq!(
            whats("stage=retention and(touches>=3,name ≥ „Ana \\\"R“)"),
            [
                word("stage"),
                mark("="),
                word("retention"),
                word("and"),
                mark("("),
                word("touches"),
                mark(">="),
                word("3"),
                mark(","),
                word("name"),
                mark(">="),
                What::Quoted("Ana \"R".into()),
                mark(")"),
                What::End
            ]
        );
        assert_eq!(whats("a \"b"), [word("a"), What::Open, What::End]);
        assert_eq!(tokens("x  »é").last().map(|t| t.at), Some(Span { from: 7, to: 7 }));
        for text in ["VIP", "key account", "", "and", "a\"b\\c", "#1", "Café", "o'clock", "x=y", "“x”"] {
            assert_eq!(
                whats(&quote(text))[..1]
                    .iter()
                    .map(|w| match w {
                        What::Word(w) | What::Quoted(w) => w.as_str(),
                        _ => "?",
                    })
                    .collect::<String>(),
                text
            );
        }
    }
}
