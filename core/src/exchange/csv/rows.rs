//! The rows of a table, with their lines, and a way on after a quotation mark that nobody closed.

use crate::exchange::{MAX_CARD, Why};
use ::csv::{Reader, ReaderBuilder, StringRecord};

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// 1-based line of its start.
    pub line: usize,
    /// Its cells, as written, without zero bytes.
    pub cells: Vec<String>,
    /// Why its cells cannot be trusted.
    pub broken: Option<Why>,
    /// Whether zero bytes were left out.
    pub had_zeros: bool,
    /// Where the next row begins, in bytes from the start of the text.
    pub end: usize,
}

/// Iterates over the rows that hold anything.
pub struct Rows<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    delimiter: u8,
    /// Where `reader` began in `text`.
    base: usize,
    /// How far lines have been counted: byte and 1-based line.
    counted: (usize, usize),
    /// How many cells a row should have, once that is known.
    width: Option<usize>,
}

impl<'a> Rows<'a> {
    /// The rows from byte `start` on. `width` is the number of columns, where it is known: by it a row is told that
    /// swallowed others.
    #[must_use]
    pub fn new(text: &'a str, start: usize, delimiter: u8, width: Option<usize>) -> Self {
        let reader = reader(&text.as_bytes()[start..], delimiter);
        Self { text, reader, delimiter, base: start, counted: (0, 1), width }
    }

    fn line_at(&mut self, byte: usize) -> usize {
        let (from, line) = self.counted;
        self.counted = (byte, line + line_ends(&self.text.as_bytes()[from..byte]));
        self.counted.1
    }

    /// Whether the row from `start` to `end` is one whose quotation mark was never closed.
    fn swallowed(&self, start: usize, end: usize, cells: usize) -> bool {
        let raw = &self.text[start..end];
        let Some(next) = next_line(raw).filter(|&next| !raw[next..].trim().is_empty()) else {
            // One line at the end of the file: closed or not, nothing else is lost.
            return false;
        };
        let open_to_the_end = end == self.text.len() && raw.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        let Some(width) = self.width.filter(|&width| width > 1) else { return open_to_the_end };
        if !open_to_the_end && cells == width && closes_well(raw.as_bytes(), self.delimiter) {
            return false;
        }
        let mut after = StringRecord::new();
        let read = reader(&self.text.as_bytes()[start + next..end], self.delimiter).read_record(&mut after);
        open_to_the_end || (matches!(read, Ok(true)) && after.len() == width)
    }

    /// Some write `Ana, "Mill, The"`: with the blank, the quotation mark means nothing, and the row has a cell too many.
    fn without_blanks_before_quotes(&self, raw: &str) -> Option<StringRecord> {
        let delimiter = char::from(self.delimiter);
        let tidy = raw.replace(&format!("{delimiter} \""), &format!("{delimiter}\""));
        let mut record = StringRecord::new();
        let read = tidy.len() < raw.len() && reader(tidy.as_bytes(), self.delimiter).read_record(&mut record).ok()?;
        (read && Some(record.len()) == self.width).then_some(record)
    }

    fn restart(&mut self, at: usize) {
        self.reader = reader(&self.text.as_bytes()[at..], self.delimiter);
        self.base = at;
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let mut record = StringRecord::new();
        loop {
            let before = self.base + byte(&self.reader);
            // The text is UTF-8 and rows may have any length: there is nothing that reading could refuse.
            if !self.reader.read_record(&mut record).ok()? {
                return None;
            }
            let mut end = self.base + byte(&self.reader);
            let blank = self.text[before..end].bytes().take_while(|byte| b"\r\n".contains(byte)).count();
            let start = before + blank;
            let line = self.line_at(start);
            let mut broken = None;
            if self.swallowed(start, end, record.len()) {
                end = start + next_line(&self.text[start..end]).unwrap_or(end - start);
                self.restart(end);
                broken = Some(Why::QuoteNotClosed);
            } else if end - start > MAX_CARD {
                broken = Some(Why::RowTooLarge);
            }
            let raw = &self.text[start..end];
            if broken.is_none() && self.width.is_some_and(|width| record.len() > width) {
                record = self.without_blanks_before_quotes(raw).unwrap_or(record);
            }
            let cells = match broken {
                Some(_) => vec![raw.lines().next().unwrap_or_default().chars().take(200).collect()],
                None => record.iter().map(without_zeros).collect::<Vec<_>>(),
            };
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Row { line, cells, broken, had_zeros: raw.contains('\0'), end });
            }
        }
    }
}

fn reader(bytes: &[u8], delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes)
}

fn byte(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

fn without_zeros(cell: &str) -> String {
    if cell.contains('\0') { cell.replace('\0', "") } else { cell.to_owned() }
}

/// Where the second line begins.
fn next_line(text: &str) -> Option<usize> {
    let end = text.find(['\n', '\r'])?;
    let rest = &text[end..];
    Some(end + if rest.starts_with("\r\n") { 2 } else { 1 })
}

/// Whether each quotation mark that closes a cell stands at its end. Where one does not, it was meant to open another.
fn closes_well(raw: &[u8], delimiter: u8) -> bool {
    let (mut quoted, mut at) = (false, 0);
    while let Some(&byte) = raw.get(at) {
        let next = raw.get(at + 1).copied();
        if !quoted {
            let starts = at == 0 || raw[at - 1] == delimiter;
            quoted = byte == b'"' && starts;
        } else if byte == b'"' {
            if next == Some(b'"') {
                at += 1;
            } else if next.is_some_and(|next| next != delimiter && !b"\r\n".contains(&next)) {
                return false;
            } else {
                quoted = false;
            }
        }
        at += 1;
    }
    true
}

fn line_ends(bytes: &[u8]) -> usize {
    let mut count = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        count += usize::from(byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: Option<usize>) -> Vec<(usize, String, Option<Why>)> {
        Rows::new(text, 0, b',', width).map(|row| (row.line, row.cells.join("|"), row.broken)).collect()
    }

    #[test]
    fn rows_know_their_lines() {
        let row = |line, cells: &str| (line, cells.to_owned(), None);
        for (text, expected) in [
            ("a,b\nc,d\n", vec![row(1, "a|b"), row(2, "c|d")]),
            ("\n\r\n,,\na,\"b\nc\"\r\n\nd,e", vec![row(4, "a|b\nc"), row(7, "d|e")]),
            ("a,b\rc,d\r", vec![row(1, "a|b"), row(2, "c|d")]),
            ("a,\"b\"\"c\"\nd,5\" pipe\n", vec![row(1, "a|b\"c"), row(2, "d|5\" pipe")]),
            ("a,b,c\nd\n", vec![row(1, "a|b|c"), row(2, "d")]),
            ("a,\u{0}b\u{0}", vec![row(1, "a|b")]),
            ("a, \"b, c\"", vec![row(1, "a|b, c")]),
        ] {
            assert_eq!(rows(text, Some(2)), expected, "{text:?}");
        }
    }

    #[test]
    fn an_open_quote_costs_one_row() {
        let text = "a,b\n1,\"two\n3,4\n5,\"six\"\n7,8\n";
        let broken = (2, "1,\"two".to_owned(), Some(Why::QuoteNotClosed));
        let found = rows(text, Some(2));
        assert_eq!((found.len(), &found[1]), (5, &broken));
        assert_eq!(found[2], (3, "3|4".to_owned(), None));
        assert_eq!(found[4], (5, "7|8".to_owned(), None));
        let last = rows("a,b\n1,\"two\n", Some(2));
        assert_eq!(last[1], (2, "1|two\n".to_owned(), None), "nothing is lost behind it");
    }
}
