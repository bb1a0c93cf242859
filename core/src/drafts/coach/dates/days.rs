//! The rules that make a single day of pieces. Those for stretches of time are beside them.

use super::super::words_in::Word;
use super::DateWords;
use super::read::{Item, Piece, Unit};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The day that begins at item `at` and how many items it takes, the longest reading first.
pub(super) fn day_at(
    items: &[Item],
    at: usize,
    words: &[Word],
    lists: &DateWords,
    today: NaiveDate,
) -> Option<(usize, NaiveDate)> {
    let reader = Reader { items, words, lists, today };
    reader.day_at(at).filter(|(length, _)| !reader.is_past(at, at + length))
}

/// The pieces of a sentence, seen from the day of writing.
pub(super) struct Reader<'a> {
    pub(super) items: &'a [Item],
    words: &'a [Word],
    lists: &'a DateWords,
    pub(super) today: NaiveDate,
}

impl Reader<'_> {
    fn day_at(&self, at: usize) -> Option<(usize, NaiveDate)> {
        let (lead, start) = self.lead(at);
        let single = self
            .calendar_day(start)
            .or_else(|| self.near_day(start))
            .or_else(|| self.weekday(start))
            .or_else(|| self.day_of_month(start, lead));
        let (length, day) = match single {
            // Before a day is the day before; before a stretch of time is worked out with the stretch.
            Some((length, day)) if lead == Some(Piece::Before) => (length, day.pred_opt()?),
            Some(found) => found,
            None => self.span(start).or_else(|| self.part(start, lead)).or_else(|| self.period(start, lead))?,
        };
        Some((start + length - at, day))
    }

    pub(super) fn piece(&self, at: usize) -> Option<Piece> {
        self.items.get(at).map(|item| item.piece)
    }

    /// The piece at or after `at`, over fillers, and where it is. A comma ends the reach.
    pub(super) fn next(&self, mut at: usize) -> Option<(usize, Piece)> {
        loop {
            let item = self.items.get(at)?;
            if item.is_apart {
                return None;
            }
            if item.piece != Piece::Filler {
                return Some((at, item.piece));
            }
            at += 1;
        }
    }

    /// A “by” or “before” with its fillers at `at`, and where the day itself begins.
    fn lead(&self, at: usize) -> (Option<Piece>, usize) {
        match self.piece(at) {
            Some(lead @ (Piece::Before | Piece::By)) => match self.next(at + 1) {
                Some((start, _)) => (Some(lead), start),
                None => (None, at),
            },
            Some(Piece::Filler) => match self.next(at + 1) {
                Some((start, _)) => (Some(Piece::Filler), start),
                None => (None, at),
            },
            _ => (None, at),
        }
    }

    /// Whether the pieces around it say that it is over: “last Friday”, “two weeks ago”.
    fn is_past(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.piece(before));
        let after = self.next(end).map(|(_, piece)| piece);
        let has_last = (at..end).any(|inside| self.piece(inside) == Some(Piece::Last));
        has_last || matches!(before, Some(Piece::Last | Piece::Ago)) || matches!(after, Some(Piece::Last | Piece::Ago))
    }

    /// “12.03.2026”, “3 March”, “March 3rd 2026”, “Friday, 3 March”.
    fn calendar_day(&self, at: usize) -> Option<(usize, NaiveDate)> {
        if let Some(Piece::Weekday(_)) = self.piece(at) {
            let next = (at + 1..self.items.len()).find(|&next| self.piece(next) != Some(Piece::Filler))?;
            if let Some(Piece::Weekday(_)) = self.piece(next) {
                return None;
            }
            // “Wednesday the 9th” names its day as well.
            let lead = (next > at + 1).then_some(Piece::Filler);
            let (length, day) = self.calendar_day(next).or_else(|| self.day_of_month(next, lead))?;
            return Some((next + length - at, day));
        }
        match self.piece(at)? {
            Piece::Full(day) => Some((1, day)),
            Piece::DayOfMonth(day, month) => Some((1, self.coming(month, day)?)),
            Piece::Number(day, true) | Piece::Ordinal(day) => {
                let (month_at, month) = self.next(at + 1)?;
                let Piece::Month(month) = month else { return None };
                self.with_year(at, month_at, day, month)
            }
            Piece::Month(month) => {
                let (day_at, day) = self.next(at + 1)?;
                let (Piece::Number(day, true) | Piece::Ordinal(day)) = day else { return None };
                self.with_year(at, day_at, day, month).filter(|_| day <= 31)
            }
            _ => None,
        }
    }

    /// The day of a month, with the year that may follow it.
    fn with_year(&self, at: usize, last: usize, day: u32, month: u32) -> Option<(usize, NaiveDate)> {
        // A year may stand behind a comma: “March 3, 2026”.
        let year_at = (last + 1..self.items.len()).find(|&next| self.piece(next) != Some(Piece::Filler));
        if let Some(year_at) = year_at
            && let Some(Piece::Number(year @ 1900..=2999, true) | Piece::Ordinal(year @ 1900..=2999)) =
                self.piece(year_at)
        {
            return Some((year_at + 1 - at, NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month + 1, day)?));
        }
        Some((last + 1 - at, self.coming(month, day)?))
    }

    /// The next time that day comes.
    pub(super) fn coming(&self, month: u32, day: u32) -> Option<NaiveDate> {
        (0..9)
            .filter_map(|years| NaiveDate::from_ymd_opt(self.today.year() + years, month + 1, day))
            .find(|day| *day >= self.today)
    }

    /// “today”, “tomorrow”, “the day after tomorrow”.
    fn near_day(&self, at: usize) -> Option<(usize, NaiveDate)> {
        let days = match self.piece(at)? {
            Piece::Today => 0,
            Piece::Tomorrow => 1,
            Piece::DayAfter => 2,
            _ => return None,
        };
        Some((1, self.today.checked_add_days(Days::new(days))?))
    }

    /// “Friday”, “next Friday”, “el viernes que viene”.
    pub(super) fn weekday(&self, at: usize) -> Option<(usize, NaiveDate)> {
        let (mut is_next, weekday_at) = match self.piece(at)? {
            Piece::Next => (true, self.next(at + 1)?.0),
            Piece::This => (false, self.next(at + 1)?.0),
            _ => (false, at),
        };
        let Piece::Weekday(weekday) = self.piece(weekday_at)? else { return None };
        let mut end = weekday_at + 1;
        if let Some((after, Piece::Next)) = self.next(end) {
            // “Friday next week”: the week is taken with it.
            end = match self.next(after + 1) {
                Some((week, Piece::Unit(Unit::Week))) => {
                    is_next = true;
                    week + 1
                }
                _ => after + 1,
            };
        }
        let ahead = (7 + weekday - self.today.weekday().num_days_from_monday()) % 7;
        let coming = self.today.checked_add_days(Days::new(if ahead == 0 { 7 } else { u64::from(ahead) }))?;
        let is_this_week = coming.iso_week() == self.today.iso_week();
        let day = if is_next && is_this_week { coming.checked_add_days(Days::new(7))? } else { coming };
        Some((end - at, day))
    }

    /// “the 12th”, “bis zum 12.”, “antes del 12”: only where a day can be meant.
    fn day_of_month(&self, at: usize, lead: Option<Piece>) -> Option<(usize, NaiveDate)> {
        let day = match self.piece(at)? {
            Piece::Ordinal(day) => day,
            Piece::Number(day, true) if self.lists.bare_days => day,
            _ => return None,
        };
        lead?;
        let goes_on = match self.items.get(at + 1) {
            None => true,
            Some(next) if next.is_apart => true,
            Some(next) => {
                next.piece != Piece::Other && !matches!(next.piece, Piece::Unit(_) | Piece::FromNow)
                    || self.lists.goes_on.length_at(self.words, next.words.start) > 0
            }
        };
        if !goes_on || !(1..=31).contains(&day) {
            return None;
        }
        (0..12)
            .filter_map(|months| self.today.with_day(1)?.checked_add_months(Months::new(months))?.with_day(day))
            .find(|found| *found >= self.today)
            .map(|found| (1, found))
    }
}
