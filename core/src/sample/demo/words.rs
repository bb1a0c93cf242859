//! Names of months and weekdays in the stories' texts, so that they are true on every day the book is made.

use chrono::{Days, NaiveDate};

/// Fills in `{month 63}` (the month of 63 days ago) and `{weekday 3}` (the weekday in 3 days); leaves the rest alone.
pub fn filled(text: &str, today: NaiveDate) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        whole.push_str(before);
        let Some((inside, after)) = from.split_once('}') else {
            whole.push('{');
            rest = from;
            continue;
        };
        match named(inside, today) {
            Some(name) => whole.push_str(&name),
            None => whole.extend(["{", inside, "}"]),
        }
        rest = after;
    }
    whole + rest
}

fn named(inside: &str, today: NaiveDate) -> Option<String> {
    let (what, days) = inside.split_once(' ')?;
    let days = Days::new(days.parse().ok()?);
    match what {
        "month" => Some(today.checked_sub_days(days)?.format("%B").to_string()),
        "weekday" => Some(today.checked_add_days(days)?.format("%A").to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_words_and_nothing_else_does() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (text, wanted) in [
            ("renewed in {month 63}", "renewed in September"),
            ("five years on {weekday 3}.", "five years on Thursday."),
            ("a {brace} stays, and {so does this", "a {brace} stays, and {so does this"),
            ("", ""),
        ] {
            assert_eq!(filled(text, today), wanted);
        }
    }
}
