//! What somebody typed, before it is kept: how long it may be, whether it says something, whether it is a day.

use crate::error::{Code, Error, Result};
use chrono::NaiveDate;

/// Longest text that is told about something, in bytes.
pub const LONG: usize = 16 * 1024;

/// A text without the space around it, of at most [`LONG`] bytes.
///
/// # Errors
/// [`Code::TooLarge`].
pub fn limited(field: &str, text: &str) -> Result<String> {
    limited_to(LONG, field, text)
}

/// A text without the space around it, of at most `most` bytes.
///
/// # Errors
/// [`Code::TooLarge`].
pub fn limited_to(most: usize, field: &str, text: &str) -> Result<String> {
    if text.len() > most {
        return Err(Error::new(Code::TooLarge).with("field", field).with("limit", most));
    }
    Ok(text.trim().to_owned())
}

/// A text that has to say something, without the space around it, of at most [`LONG`] bytes.
///
/// # Errors
/// [`Code::TooLarge`]; [`Code::Invalid`] when it is empty.
pub fn needed(field: &str, text: &str) -> Result<String> {
    needed_to(LONG, field, text)
}

/// A text that has to say something, without the space around it, of at most `most` bytes.
///
/// # Errors
/// As [`needed`].
pub fn needed_to(most: usize, field: &str, text: &str) -> Result<String> {
    let text = limited_to(most, field, text)?;
    if text.is_empty() { Err(Error::invalid(field, "empty")) } else { Ok(text) }
}

/// The day that `text` writes as `YYYY-MM-DD`. Days are written one way only, so that they sort as texts.
#[must_use]
pub fn day_of_text(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day: &NaiveDate| day.to_string() == text)
}

/// A day as it is kept.
///
/// # Errors
/// [`Code::Invalid`] when it is none.
pub fn day(field: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if day_of_text(text).is_some() { Ok(text.to_owned()) } else { Err(Error::invalid(field, "unreadable")) }
}

/// A day as it is kept; empty: none.
///
/// # Errors
/// As [`day`].
pub fn day_or_none(field: &str, text: &str) -> Result<String> {
    if text.trim().is_empty() { Ok(String::new()) } else { day(field, text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_one_way() {
        assert_eq!(day_of_text("2026-11-30"), NaiveDate::from_ymd_opt(2026, 11, 30));
        let others = ["2026-11-31", "2026-1-3", "30.11.2026", "2026-11-30x", " 2026-11-3", ""];
        assert!(others.iter().all(|text| day_of_text(text).is_none()));
        assert_eq!(day("on", " 2026-11-30 ").unwrap(), "2026-11-30");
        assert_eq!((day_or_none("on", " ").unwrap(), day("on", " ").is_err()), (String::new(), true));
    }

    #[test]
    fn texts_are_trimmed_and_bounded() {
        assert_eq!(limited_to(3, "text", " a ").unwrap(), "a");
        assert_eq!(limited_to(3, "text", " a  ").unwrap_err().code, Code::TooLarge, "as it was typed");
        assert_eq!(needed("text", "  ").unwrap_err().code, Code::Invalid);
    }
}
