//! Words of notes and touchpoints, by the full-text index.

use crate::error::Result;
use rusqlite::{Connection, params};

/// Documents that hold every word, the last one perhaps unfinished; newest first. `rowid = rid * 8 + source`.
pub fn matching(c: &Connection, wanted: &[&str], limit: usize) -> Result<Vec<i64>> {
    let Some(question) = question(wanted) else { return Ok(Vec::new()) };
    let mut rows = c.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?2")?;
    let rows = rows.query_map(params![question, i64::try_from(limit).unwrap_or(i64::MAX)], |r| r.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The words as FTS5 understands them: each in quotes, so that nothing in them is an operator. A single letter is left
/// out: it would match half the book, and names have been searched for it already.
fn question(wanted: &[&str]) -> Option<String> {
    let (last, firsts) = wanted.split_last()?;
    let quoted = |w: &str| format!("\"{}\"", w.replace('"', "\"\""));
    let mut question: Vec<String> = firsts.iter().filter(|w| has_word(w)).map(|w| quoted(w)).collect();
    if has_word(last) && (last.chars().count() > 1 || !last.is_ascii()) {
        question.push(format!("{} *", quoted(last)));
    }
    if question.is_empty() { None } else { Some(question.join(" ")) }
}

/// FTS5 refuses a phrase without a single letter or digit.
fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_typed_is_an_operator() {
        for (typed, question_of) in [
            (&["invo"][..], Some("\"invo\" *")),
            (&["renewal", "call"], Some("\"renewal\" \"call\" *")),
            (&["near(", "x\"y"], Some("\"near(\" \"x\"\"y\" *")),
            (&["a"], None),
            (&["*"], None),
            (&["tea", "b"], Some("\"tea\"")),
        ] {
            assert_eq!(question(typed).as_deref(), question_of, "{typed:?}");
        }
    }
}
