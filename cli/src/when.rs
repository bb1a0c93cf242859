//! Times as they are typed and read: RFC 3339 or a date, in the machine's time zone.

use crate::failure::Failure;
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};

/// Milliseconds since 1970 of what was typed: RFC 3339, `YYYY-MM-DD HH:MM`, or a date, which means its noon.
pub fn read(text: &str) -> Result<i64, Failure> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.timestamp_millis());
    }
    let minute = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let typed = minute.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let typed = typed.or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(|date| date.and_time(noon)));
    let local = typed.and_then(|typed| Local.from_local_datetime(&typed).earliest());
    local.map(|at| at.timestamp_millis()).ok_or_else(|| Failure::invalid("at", "not a time"))
}

/// The day of a stored time, where the machine stands.
pub fn day(at: Option<i64>) -> String {
    shown(at, "%Y-%m-%d")
}

/// The minute of a stored time, where the machine stands.
pub fn minute(at: Option<i64>) -> String {
    shown(at, "%Y-%m-%d %H:%M")
}

fn shown(at: Option<i64>, form: &str) -> String {
    let utc = at.and_then(DateTime::from_timestamp_millis);
    utc.map(|at| at.with_timezone(&Local).format(form).to_string()).unwrap_or_default()
}
