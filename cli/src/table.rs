//! Columns that stand under each other, also where letters are two cells wide or none.

use unicode_width::UnicodeWidthStr;

/// Cells between two columns.
const GAP: usize = 2;

/// Rows with as many cells each; the last column is not padded. `most` is the widest a column grows, in cells of the terminal.
pub fn columns(rows: &[Vec<String>], most: usize) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cut(cell, most)).collect()).collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|i| rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width + GAP - cell.width()));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A text in one line without control characters, which could move the cursor or colour the screen, `most` cells wide at most.
pub fn cut(text: &str, most: usize) -> String {
    let clean: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_control(*c)).collect();
    if clean.width() <= most {
        return clean;
    }
    let mut kept = String::new();
    for c in clean.chars() {
        if kept.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) > most.saturating_sub(1) {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

/// Control characters, and those that turn the direction of what follows.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn wide_letters_and_marks_keep_the_columns_straight() {
        let text = columns(&[row(&["王芳", "Beijing"]), row(&["Zoe\u{308}", "Köln"]), row(&["", "Lima"])], 40);
        assert_eq!(text, "王芳  Beijing\nZoe\u{308}   Köln\n      Lima\n");
    }

    #[test]
    fn nothing_moves_the_cursor_or_breaks_the_line() {
        assert_eq!(cut("a\u{1b}[31mb\r\nc\u{202e}d", 40), "a[31mb  cd");
        assert_eq!(cut("abcdef", 4), "abc…");
        assert_eq!(cut("王芳王芳", 4), "王…");
    }
}
