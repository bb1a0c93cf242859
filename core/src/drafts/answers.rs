//! Answers that are hoped for: by which day, which letters had none by then, and the letter that follows one up. Whatever
//! its reader says after a letter went is an answer: nobody has to cross anything off.

use super::coach::LetterKind;
use super::kinds::draft;
use super::letters::{ANSWERED, Draft, DraftRef, get};
use super::templates::kind_from;
use crate::clock::Millis;
use crate::error::Result;
use crate::ids::DraftId;
use crate::people::NamedPerson;
use crate::typed;
use crate::vault::Vault;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most letters without an answer that are told at once.
const MOST: i64 = 100;

/// By which day an answer to a letter is hoped for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct AnswerBy {
    /// The letter.
    pub id: DraftId,
    /// The day, `YYYY-MM-DD`; by none when left out.
    #[serde(default)]
    pub day: Option<String>,
}

/// A letter that went and had no answer by the day one hoped for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct UnansweredLetter {
    /// Names it.
    pub id: DraftId,
    /// To whom.
    pub person: NamedPerson,
    /// What it was for.
    pub kind: LetterKind,
    /// Its subject.
    pub subject: String,
    /// When it went, in milliseconds since 1970.
    pub went_at: Millis,
    /// By which day an answer was hoped for, `YYYY-MM-DD`.
    pub answer_by: String,
}

/// Letters without an answer by the day one hoped for, the longest waiting first. Not those that were followed up.
///
/// # Errors
/// When the vault cannot be read.
pub fn unanswered(vault: &Vault, (): ()) -> Result<Vec<UnansweredLetter>> {
    let sql = format!(
        "SELECT d.id, p.id, p.name, d.kind, d.subject, t.at, d.answer_by
         FROM draft d JOIN person p ON p.rid = d.person JOIN touchpoint t ON t.rid = d.touchpoint
         WHERE d.answer_by <> '' AND d.answer_by <= ?1 AND d.status = 'sent' AND p.binned_at IS NULL AND {ANSWERED} IS NULL
           AND NOT EXISTS (SELECT 1 FROM draft f WHERE f.person = d.person AND f.follows <> '' AND unhex(replace(f.follows, '-', '')) = d.id)
         ORDER BY d.answer_by, d.rid LIMIT ?2"
    );
    let today = vault.clock().today().to_string();
    vault.read(|c| {
        let mut rows = c.prepare_cached(&sql)?;
        let rows = rows.query_map(params![today, MOST], |r| {
            Ok(UnansweredLetter {
                id: r.get(0)?,
                person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
                kind: kind_from(r.get_ref(3)?.as_str()?),
                subject: r.get(4)?,
                went_at: r.get(5)?,
                answer_by: r.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Says by which day an answer is hoped for, or that none is.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::Invalid`] when the day is none.
pub fn set_answer_by(vault: &Vault, input: AnswerBy) -> Result<Draft> {
    let day = input.day.as_deref().map(|day| typed::day("day", day)).transpose()?.unwrap_or_default();
    let letter = get(vault, DraftRef { id: input.id })?;
    vault.write("answerBy", &letter.row.person.name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        w.set(&draft::KIND, rid, draft::ANSWER_BY, day)
    })?;
    get(vault, DraftRef { id: input.id })
}

/// By which day an answer to such a letter is hoped for, if nobody says otherwise; nothing where none is.
pub(super) fn usual(kind: LetterKind, today: NaiveDate, working_days: u32) -> Option<NaiveDate> {
    let asks = !matches!(
        kind,
        LetterKind::ThankYou
            | LetterKind::Birthday
            | LetterKind::Goodbye
            | LetterKind::PublicReply
            | LetterKind::Apology
    );
    if !asks || working_days == 0 {
        return None;
    }
    let mut day = today;
    for _ in 0..working_days {
        day = next_working_day(day)?;
    }
    Some(day)
}

fn next_working_day(day: NaiveDate) -> Option<NaiveDate> {
    let mut next = day.checked_add_days(Days::new(1))?;
    while matches!(next.weekday(), Weekday::Sat | Weekday::Sun) {
        next = next.checked_add_days(Days::new(1))?;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_working_days_count() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // 2026-11-23 is a Monday.
        for (from, days, to) in
            [("2026-11-23", 5, "2026-11-30"), ("2026-11-27", 1, "2026-11-30"), ("2026-11-28", 1, "2026-11-30")]
        {
            assert_eq!(usual(LetterKind::CheckIn, day(from), days), Some(day(to)), "{from} and {days}");
        }
        assert_eq!(usual(LetterKind::CheckIn, day("2026-11-23"), 0), None);
        assert_eq!(usual(LetterKind::ThankYou, day("2026-11-23"), 5), None, "thanks ask for nothing");
    }
}
