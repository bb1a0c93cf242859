//! Which character separates the cells of a table, and which row is its heading.

use super::heading::is_known;
use super::rows::{Row, Rows};

/// How many rows are looked at.
const LOOKED_AT: usize = 40;

/// How a table is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What separates cells.
    pub delimiter: u8,
    /// The cells of the heading; empty when there is none.
    pub heading: Vec<String>,
    /// Where the first row of data begins, in bytes.
    pub data: usize,
    /// 1-based line of the heading; 0 when there is none.
    pub line: usize,
}

/// Finds out how a table is written. None when the text has no rows.
#[must_use]
pub fn detect(text: &str) -> Option<Dialect> {
    let (start, told) = told_delimiter(text);
    let candidates: &[u8] = if let Some(told) = &told { std::slice::from_ref(told) } else { b",;\t|" };
    let looks = candidates.iter().map(|&delimiter| {
        let rows: Vec<Row> = Rows::new(text, start, delimiter, None).take(LOOKED_AT).collect();
        let heading = heading(&rows);
        let known = heading.map_or(0, |at| known_words(&rows[at]));
        // What is known counts most, then how many rows agree on how many columns.
        let score = known * 1000 + regularity(&rows);
        (score, delimiter, rows, heading)
    });
    // The first of equals wins: a comma.
    let (_, delimiter, rows, heading) = looks.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let first = rows.first()?;
    Some(match heading.or_else(|| looks_like_heading(&rows).then_some(0)) {
        Some(at) => {
            let cells = rows[at].cells.iter().map(|cell| cell.trim().to_owned()).collect();
            Dialect { delimiter, heading: cells, data: rows[at].end, line: rows[at].line }
        }
        None => Dialect { delimiter, heading: Vec::new(), data: text.len() - after(text, first), line: 0 },
    })
}

/// The bytes from the start of that row on.
fn after(text: &str, row: &Row) -> usize {
    let mut lines = text.split_inclusive('\n');
    text.len() - lines.by_ref().take(row.line - 1).map(str::len).sum::<usize>()
}

/// Spreadsheets can say it in the first line: `sep=;`.
fn told_delimiter(text: &str) -> (usize, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim().strip_prefix("sep=").or_else(|| line.trim().strip_prefix("\"sep=")).map(str::as_bytes) {
        Some([delimiter, ..]) => ((line.len() + 1).min(text.len()), Some(*delimiter)),
        _ => (0, None),
    }
}

/// The row that names the most columns: titles and notes may stand above it. A known word in a row of data (a town called
/// `Mobile`) must not win over the row on top.
fn heading(rows: &[Row]) -> Option<usize> {
    let known: Vec<usize> = rows.iter().map(known_words).collect();
    let best = known.iter().copied().max().filter(|&best| best > 0)?;
    let first = known.iter().position(|&count| count == best)?;
    // One known word far down says nothing.
    (best > 1 || first == 0).then_some(first)
}

fn known_words(row: &Row) -> usize {
    row.cells.iter().filter(|cell| cell.len() < 80 && is_known(cell)).count()
}

fn regularity(rows: &[Row]) -> usize {
    let widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    let same = |width: usize| widths.iter().filter(|&&other| other == width).count();
    let most = widths.iter().copied().filter(|&width| width > 1).max_by_key(|&width| (same(width), width));
    most.map_or(0, |width| same(width) * 10 + width.min(9))
}

/// Without a known word: names are short, unlike each other, and neither numbers nor addresses.
fn looks_like_heading(rows: &[Row]) -> bool {
    let Some(first) = rows.first() else { return false };
    let name = |cell: &String| {
        let cell = cell.trim();
        cell.chars().count() <= 60 && !cell.contains('@') && !cell.starts_with(|c: char| c.is_ascii_digit() || c == '+')
    };
    let named: Vec<&String> = first.cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let unlike = named.iter().enumerate().all(|(at, cell)| !named[..at].contains(cell));
    !named.is_empty() && unlike && first.cells.iter().all(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_recognised() {
        for (text, delimiter, heading, line) in [
            ("Name,Email\nA,a@b.example\n", b',', "Name|Email", 1),
            ("Vorname;Nachname;E-Mail\nA, B;C;d@e.example\n", b';', "Vorname|Nachname|E-Mail", 1),
            ("Name\tEmail\nA, B\tc\n", b'\t', "Name|Email", 1),
            ("sep=;\nName;Email\n", b';', "Name|Email", 2),
            ("Notes:\n\"When, and\nwhy\"\n\nFirst Name,Last Name,URL\nA,B,c\n", b',', "First Name|Last Name|URL", 5),
            ("Members 2024;;\n;;\n Name ;Telefon;Ort\nA;1;Mobile\n", b';', "Name|Telefon|Ort", 3),
            ("a@b.example,Ana\nc@d.example,Bo\n", b',', "", 0),
            ("Email\na@b.example\n", b',', "Email", 1),
            ("foo,bar\n1,2\n", b',', "foo|bar", 1),
        ] {
            let dialect = detect(text).expect("rows");
            assert_eq!(
                (dialect.delimiter, dialect.heading.join("|").as_str(), dialect.line),
                (delimiter, heading, line),
                "{text:?}"
            );
        }
        assert_eq!(detect("\n \n"), None);
        assert_eq!(detect("a@b.example,Ana\n").map(|dialect| dialect.data), Some(0));
    }
}
