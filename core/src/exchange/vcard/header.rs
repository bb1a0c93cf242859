//! What stands before the colon of a property: group, name, parameters.

use std::borrow::Cow;

/// A property cut into its four parts; nothing decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// `item1` in `item1.TEL:…`; empty when there is none.
    pub group: &'a str,
    /// The name, as written.
    pub name: &'a str,
    /// Everything between name and colon, without the first semicolon.
    pub params: &'a str,
    /// Everything after the colon.
    pub value: &'a str,
}

/// One parameter: `TYPE=home,work`, or the bare `HOME` of vCard 2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param<'a> {
    /// Its name; none when it is bare.
    pub name: Option<&'a str>,
    /// Its value, quotes included.
    pub value: &'a str,
}

/// How the value of a property is written, as its parameters say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Writing<'a> {
    /// As quoted-printable.
    pub quoted_printable: bool,
    /// As base64.
    pub base64: bool,
    /// In this encoding.
    pub charset: Option<&'a str>,
}

impl<'a> Header<'a> {
    /// Cuts a line; none when it is no property.
    #[must_use]
    pub fn parse(line: &'a str) -> Option<Self> {
        let name_end = line.find([';', ':'])?;
        let colon = if line.as_bytes()[name_end] == b':' { name_end } else { colon(line, name_end)? };
        let whole = line[..name_end].trim();
        let (group, name) = whole.rsplit_once('.').unwrap_or(("", whole));
        // Some programs write blanks into their own names (`X-GOOGLE TALK`); other lines with blanks are text.
        let own = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("X-"));
        if name.is_empty() || name.contains(|c: char| c.is_control() || (c.is_whitespace() && !(own && c == ' '))) {
            return None;
        }
        let params = line.get(name_end + 1..colon).unwrap_or_default();
        Some(Self { group: group.trim(), name, params, value: &line[colon + 1..] })
    }

    /// The parameters, one by one.
    pub fn params(&self) -> impl Iterator<Item = Param<'a>> + use<'a> {
        unquoted(self.params, b';').filter(|text| !text.trim().is_empty()).map(|text| match text.split_once('=') {
            Some((name, value)) => Param { name: Some(name.trim()), value: value.trim() },
            None => Param { name: None, value: text.trim() },
        })
    }

    /// The value of the parameter of that name, without quotes.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'a str> {
        let mut params = self.params();
        params
            .find(|param| param.name.is_some_and(|found| found.eq_ignore_ascii_case(name)))
            .map(|p| p.value.trim_matches('"'))
    }

    /// Whether every reader of vCards can cut it in the same way.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let empty = unquoted(self.params, b';').any(|param| param.trim().is_empty());
        plain(self.group) && plain(self.name) && (self.params.is_empty() || !empty)
    }

    /// How the value is written.
    #[must_use]
    pub fn writing(&self) -> Writing<'a> {
        let mut writing = Writing::default();
        for param in self.params() {
            writing.note(&param);
        }
        writing
    }
}

impl<'a> Writing<'a> {
    /// Notes what a parameter tells about the writing. False when it is about the meaning instead.
    pub fn note(&mut self, param: &Param<'a>) -> bool {
        let value = param.value.trim_matches('"');
        let is = |word: &str| value.eq_ignore_ascii_case(word);
        let named = |word: &str| param.name.is_some_and(|name| name.eq_ignore_ascii_case(word));
        let encoding = named("ENCODING");
        if named("CHARSET") {
            self.charset = Some(value);
        } else if is("QUOTED-PRINTABLE") || (encoding && is("Q")) {
            self.quoted_printable = true;
        } else if is("BASE64") || (encoding && is("B")) {
            self.base64 = true;
        } else {
            return encoding || named("VALUE") || (param.name.is_none() && (is("8BIT") || is("7BIT")));
        }
        true
    }
}

impl<'a> Param<'a> {
    /// Its values: what stands between commas outside quotes, and inside quotes too, as RFC 6350's own examples have it
    /// (`TYPE="voice,home"`).
    pub fn list(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.value
            .split(',')
            .map(|value| value.trim_matches(|c: char| c == '"' || c.is_whitespace()))
            .filter(|value| !value.is_empty())
    }
}

/// Undoes RFC 6868, by which a parameter can hold quotes and line ends.
#[must_use]
pub fn uncaret(text: &str) -> Cow<'_, str> {
    if !text.contains('^') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let meant = match (c, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                plain.push(c);
                continue;
            }
        };
        plain.push(meant);
        chars.next();
    }
    Cow::Owned(plain)
}

/// Pieces between separators that stand outside quotes.
fn unquoted(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let mut quoted = false;
        let end = whole.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == separator && !quoted
        });
        // A quote that never closes quotes nothing.
        let end = if quoted && end.is_none() { whole.find(char::from(separator)) } else { end };
        rest = end.map(|at| &whole[at + 1..]);
        Some(end.map_or(whole, |at| &whole[..at]))
    })
}

/// The colon that ends the parameters: the first one outside quotes, else the first.
fn colon(line: &str, from: usize) -> Option<usize> {
    let mut quoted = false;
    let outside = line.bytes().enumerate().skip(from).position(|(_, byte)| {
        quoted ^= byte == b'"';
        byte == b':' && !quoted
    });
    outside.map(|at| at + from).or_else(|| line[from..].find(':').map(|at| at + from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_cut_into_its_parts() {
        for (line, group, name, params, value) in [
            ("FN:A: b", "", "FN", "", "A: b"),
            ("item1.TEL;type=pref:1", "item1", "TEL", "type=pref", "1"),
            ("a.b.X-C : d", "a.b", "X-C", "", " d"),
            ("ADR;LABEL=\"a:b;c\";TYPE=x:;;s", "", "ADR", "LABEL=\"a:b;c\";TYPE=x", ";;s"),
            ("ADR;LABEL=\"a:b", "", "ADR", "LABEL=\"a", "b"),
        ] {
            assert_eq!(Header::parse(line), Some(Header { group, name, params, value }), "{line:?}");
        }
        for line in ["", "FN", "FN;TYPE=x", ":x", "Dear all: hello", ".:x"] {
            assert_eq!(Header::parse(line), None, "{line:?}");
        }
    }

    #[test]
    fn parameters_are_told_apart() {
        let header = Header::parse("X;HOME;type=a,b;C=\"d;e\";;F=:v").expect("a property");
        let found: Vec<_> = header.params().map(|param| (param.name, param.value)).collect();
        assert_eq!(found, [(None, "HOME"), (Some("type"), "a,b"), (Some("C"), "\"d;e\""), (Some("F"), "")]);
        assert_eq!(header.param("c"), Some("d;e"));
        let unclosed = Header::parse("X;A=\"b;C=d:v").expect("a property");
        assert_eq!(unclosed.param("C"), Some("d"));
    }

    #[test]
    fn the_writing_is_told() {
        for (line, quoted_printable, base64, charset) in [
            ("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:", true, false, Some("UTF-8")),
            ("N;quoted-printable:", true, false, None),
            ("PHOTO;JPEG;BASE64:", false, true, None),
            ("PHOTO;ENCODING=b;TYPE=JPEG:", false, true, None),
            ("TEL;TYPE=b:", false, false, None),
        ] {
            let writing = Header::parse(line).expect("a property").writing();
            assert_eq!(writing, Writing { quoted_printable, base64, charset }, "{line}");
        }
    }

    #[test]
    fn carets_are_undone() {
        assert_eq!(uncaret("a^nb^'c^^d^e^"), "a\nb\"c^d^e^");
    }
}
