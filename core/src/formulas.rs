//! Cells of tables that a spreadsheet would run: written so that nothing in them does, and read back as they were.

use std::borrow::Cow;

/// A cell without the apostrophe that keeps spreadsheets from running it.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    if is_guarded(cell) { &cell[1..] } else { cell }
}

/// A cell with an apostrophe in front where a spreadsheet would run it. An apostrophe that stands there already gets
/// another one, so that reading gives back what was written.
#[must_use]
pub fn guard(cell: &str) -> Cow<'_, str> {
    let runs = cell.starts_with(is_formula_start) || is_guarded(cell);
    if runs { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn is_guarded(cell: &str) -> bool {
    cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(is_formula_start)
}

/// Characters with which a spreadsheet begins to calculate (OWASP, CSV injection), full-width twins included.
#[must_use]
pub fn is_formula_start(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_are_put_on_and_taken_off() {
        for (cell, plain) in
            [("'=1", "=1"), ("'+49", "+49"), ("'Ana'", "'Ana'"), ("'＝x", "＝x"), ("'", "'"), ("''-1", "'-1")]
        {
            assert_eq!(unguard(cell), plain);
            assert_eq!(guard(plain), cell);
        }
    }
}
