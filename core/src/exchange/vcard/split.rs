//! A vCard file → its cards, one after another, without reading them.

/// A piece of a vCard file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// 1-based line of its first line.
    pub line: usize,
    /// All its lines, `BEGIN` and `END` included.
    pub bytes: &'a [u8],
    /// What it is.
    pub shape: Shape,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A card from `BEGIN` to `END`.
    Whole,
    /// A card whose `END` is missing: the next one begins, or the file ends.
    Cut,
    /// Lines outside any card.
    Stray,
}

/// Iterates over the pieces of a file. Lines end in LF, CR LF, or CR in a file without any LF.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    rest: &'a [u8],
    line: usize,
    end_of_line: u8,
}

impl<'a> Pieces<'a> {
    /// The pieces of these bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, line: 1, end_of_line: end_of_line(bytes) }
    }

    /// Bytes not yet handed out: how far reading has come.
    #[must_use]
    pub fn bytes_left(&self) -> usize {
        self.rest.len()
    }

    fn take(&mut self, length: usize, lines: usize, shape: Shape) -> Piece<'a> {
        let (bytes, rest) = self.rest.split_at(length);
        let piece = Piece { line: self.line, bytes, shape };
        self.rest = rest;
        self.line += lines;
        piece
    }

    /// Where the card at the start of `rest` ends: length, lines, shape.
    fn card_end(&self) -> (usize, usize, Shape) {
        let mut depth = 0;
        let (mut at, mut count) = (0, 0);
        let mut before: &[u8] = b"";
        for line in self.rest.split_inclusive(|&byte| byte == self.end_of_line) {
            match mark(line) {
                Some(Mark::Begin) if depth == 0 || opens_agent(before) => depth += 1,
                Some(Mark::Begin) => return (at, count, Shape::Cut),
                Some(Mark::End) => depth -= 1,
                None => {}
            }
            at += line.len();
            count += 1;
            if depth == 0 {
                return (at, count, Shape::Whole);
            }
            if !line.trim_ascii().is_empty() {
                before = line;
            }
        }
        (at, count, Shape::Cut)
    }

    /// Length and lines until the next `BEGIN`, and whether anything stands there.
    fn stray_end(&self) -> (usize, usize, bool) {
        let (mut at, mut count, mut anything) = (0, 0, false);
        for line in self.rest.split_inclusive(|&byte| byte == self.end_of_line) {
            let mark = mark(line);
            if mark == Some(Mark::Begin) {
                break;
            }
            at += line.len();
            count += 1;
            // A second END after a card says nothing.
            anything |= mark.is_none() && !line.trim_ascii().is_empty();
        }
        (at, count, anything)
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let (length, lines, anything) = self.stray_end();
        if anything {
            // Blank lines before it are not its start.
            let blank = self.rest.split_inclusive(|&byte| byte == self.end_of_line);
            let (skip, skipped) = blank
                .take_while(|line| line.trim_ascii().is_empty())
                .fold((0, 0), |(bytes, lines), line| (bytes + line.len(), lines + 1));
            self.take(skip, skipped, Shape::Stray);
            return Some(self.take(length - skip, lines - skipped, Shape::Stray));
        }
        self.take(length, lines, Shape::Stray);
        if self.rest.is_empty() {
            return None;
        }
        let (length, lines, shape) = self.card_end();
        Some(self.take(length, lines, shape))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Begin,
    End,
}

/// Old Macintosh files end their lines with CR alone.
pub fn end_of_line(bytes: &[u8]) -> u8 {
    if !bytes.contains(&b'\n') && bytes.contains(&b'\r') { b'\r' } else { b'\n' }
}

fn mark(line: &[u8]) -> Option<Mark> {
    // Nearly all lines are told by their first byte. A line that begins with a blank continues the one before.
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let mark = match line.first()? {
        b'B' | b'b' => Mark::Begin,
        b'E' | b'e' => Mark::End,
        _ => return None,
    };
    let colon = line.iter().position(|&byte| byte == b':')?;
    let (name, value) = (line[..colon].trim_ascii(), line[colon + 1..].trim_ascii());
    let word: &[u8] = if mark == Mark::Begin { b"BEGIN" } else { b"END" };
    (name.eq_ignore_ascii_case(word) && value.eq_ignore_ascii_case(b"VCARD")).then_some(mark)
}

/// A vCard 2.1 may hold another one, as the value of its `AGENT`.
fn opens_agent(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let name = line.split(|byte| b":;".contains(byte)).next().unwrap_or_default();
    let name = name.rsplit(|&byte| byte == b'.').next().unwrap_or_default();
    name.eq_ignore_ascii_case(b"AGENT") && line.ends_with(b":")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(usize, usize, Shape)> {
        Pieces::new(text.as_bytes()).map(|piece| (piece.line, piece.bytes.len(), piece.shape)).collect()
    }

    #[test]
    fn cards_are_cut_out() {
        use Shape::{Cut, Stray, Whole};
        for (text, expected) in [
            ("", vec![]),
            ("\n\r\n", vec![]),
            ("BEGIN:VCARD\nEND:VCARD\n", vec![(1, 22, Whole)]),
            ("\u{FEFF}begin:vcard\r\nend : vCard", vec![(1, 27, Whole)]),
            ("BEGIN:VCARD\rFN:A\rEND:VCARD\rBEGIN:VCARD\rEND:VCARD\r", vec![(1, 27, Whole), (4, 22, Whole)]),
            ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nEND:VCARD\n", vec![(1, 17, Cut), (3, 22, Whole)]),
            ("BEGIN:VCARD\nFN:A\n", vec![(1, 17, Cut)]),
            ("BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n", vec![(1, 51, Whole)]),
            ("BEGIN:VCARD\nEND:VCARD\nEND:VCARD\n\n", vec![(1, 22, Whole)]),
            ("\nhello\n\nBEGIN:VCARD\nEND:VCARD", vec![(2, 7, Stray), (4, 21, Whole)]),
            ("BEGIN:VCARD\nNOTE:x\n BEGIN:VCARD\nEND:VCARD\n", vec![(1, 42, Whole)]),
            ("BEGINNING:VCARD\n", vec![(1, 16, Stray)]),
        ] {
            assert_eq!(pieces(text), expected, "{text:?}");
        }
    }
}
