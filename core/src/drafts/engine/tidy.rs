//! Closes the gaps that an `if` leaves in a letter, and moves the marks of the fields along.

use super::{FieldSpan, Rendered};
use crate::drafts::offsets::utf16_at;
use std::ops::Range;

/// The letter without lines that hold nothing but spaces, without more than one empty line at a time, and without
/// empty lines around it. `chips` are in bytes of `text`, in order.
pub(super) fn tidy(text: &str, chips: Vec<(Range<usize>, String, bool)>) -> Rendered {
    let kept = kept_ranges(text);
    let mut tidied = String::with_capacity(text.len());
    for range in &kept {
        tidied.push_str(&text[range.clone()]);
    }
    let moved = |at: usize| -> usize {
        kept.iter().take_while(|range| range.start < at).map(|range| at.min(range.end) - range.start).sum()
    };
    let spans = chips
        .into_iter()
        .filter_map(|(range, field, fallback)| {
            let (from, to) = (moved(range.start), moved(range.end));
            (from < to).then(|| FieldSpan { from: utf16_at(&tidied, from), to: utf16_at(&tidied, to), field, fallback })
        })
        .collect();
    Rendered { text: tidied, spans }
}

/// What is kept of `text`: its lines without the spaces at their ends, with their line ends.
fn kept_ranges(text: &str) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut is_after_gap = true;
    for line in text.split_inclusive('\n') {
        let written = line.trim_end();
        let is_blank = written.is_empty();
        if !is_blank {
            kept.push(start..start + written.len());
        }
        // The line end: kept after a written line and after the first empty one.
        if line.ends_with('\n') && !(is_blank && is_after_gap) {
            kept.push(start + line.len() - 1..start + line.len());
        }
        is_after_gap = is_blank;
        start += line.len();
    }
    while kept.last().is_some_and(|range| text[range.clone()].trim().is_empty()) {
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_gaps_and_moves_the_marks() {
        let text = "\n\nDear Ana,  \n\n  \n\n\nHello\nthere\n \n";
        let chip = text.find("Ana").expect("there");
        let hello = text.find("Hello").expect("there");
        let done = tidy(text, vec![(chip..chip + 3, "a".into(), false), (hello..hello + 11, "b".into(), true)]);
        assert_eq!(done.text, "Dear Ana,\n\nHello\nthere");
        assert_eq!((done.spans[0].from, done.spans[0].to), (5, 8));
        assert_eq!(&done.text[done.spans[1].from..done.spans[1].to], "Hello\nthere");
    }

    #[test]
    fn a_windows_line_end_becomes_a_plain_one() {
        assert_eq!(tidy("a\r\n\r\n\r\nb\r\n", Vec::new()).text, "a\n\nb");
    }
}
