//! The rules that make a day of a stretch of time: its last day that still counts.

use super::days::Reader;
use super::read::{Piece, Unit};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

impl Reader<'_> {
    /// “in two weeks”, “within 24 hours”, “three days from now”.
    pub(super) fn span(&self, at: usize) -> Option<(usize, NaiveDate)> {
        let (is_within, number_at) = match self.piece(at)? {
            Piece::Within => match self.next(at + 1)? {
                // “in the next two weeks”
                (next, Piece::Next) => (true, self.next(next + 1)?.0),
                (next, _) => (true, next),
            },
            Piece::Number(..) => (false, at),
            _ => return None,
        };
        let Piece::Number(number, _) = self.piece(number_at)? else { return None };
        let (unit_at, Piece::Unit(unit)) = self.next(number_at + 1)? else { return None };
        let mut end = unit_at + 1;
        match self.next(end) {
            Some((from_now, Piece::FromNow)) => end = from_now + 1,
            _ if !is_within => return None,
            _ => {}
        }
        Some((end - at, self.later(number, unit)?))
    }

    fn later(&self, number: u32, unit: Unit) -> Option<NaiveDate> {
        let number = number.min(10_000);
        let days = |days: u32| self.today.checked_add_days(Days::new(u64::from(days)));
        match unit {
            Unit::Hour => days(number.div_ceil(24)),
            Unit::Day => days(number),
            Unit::Week => days(number * 7),
            Unit::Weekend => None,
            Unit::Month => self.today.checked_add_months(Months::new(number)),
            Unit::Quarter => self.today.checked_add_months(Months::new(number * 3)),
            Unit::Year => self.today.checked_add_months(Months::new(number * 12)),
            Unit::Workday => (1..=number * 2 + 7)
                .filter_map(days)
                .filter(|day| day.weekday().num_days_from_monday() < 5)
                .nth(number.checked_sub(1)? as usize),
        }
    }

    /// “end of the month”, “early next week”, “Mitte März”.
    pub(super) fn part(&self, at: usize, lead: Option<Piece>) -> Option<(usize, NaiveDate)> {
        if let Some(Piece::EndOf(unit)) = self.piece(at) {
            return Some((1, self.end_of(unit, false)?));
        }
        let part = self.piece(at).filter(|piece| matches!(piece, Piece::Start | Piece::Middle | Piece::End))?;
        let (whole, piece) = self.next(at + 1)?;
        let (length, last) = match piece {
            Piece::Month(month) => (1, self.end_of_month(month)?),
            _ => self.period(whole, lead).or_else(|| self.weekday(whole))?,
        };
        let unit = (whole..whole + length).find_map(|inside| match self.piece(inside) {
            Some(Piece::Unit(unit)) => Some(unit),
            Some(Piece::Month(_)) => Some(Unit::Month),
            _ => None,
        });
        Some((whole + length - at, part_of(part, unit?, last)?))
    }

    /// “next week”, “this month”, “la semana que viene”, “in March”.
    pub(super) fn period(&self, at: usize, lead: Option<Piece>) -> Option<(usize, NaiveDate)> {
        let (which, unit_at) = match self.piece(at)? {
            which @ (Piece::Next | Piece::This) => (Some(which), self.next(at + 1)?.0),
            Piece::Within => return self.month_period(self.next(at + 1)?.0, false).map(|(end, day)| (end - at, day)),
            Piece::Month(_) => {
                let is_start = matches!(lead, Some(Piece::Before | Piece::By));
                return if is_start { self.month_period(at, true).map(|(end, day)| (end - at, day)) } else { None };
            }
            _ => (None, at),
        };
        let Piece::Unit(unit) = self.piece(unit_at)? else { return None };
        let mut end = unit_at + 1;
        let mut is_next = which == Some(Piece::Next);
        if let Some((after, Piece::Next)) = self.next(end) {
            is_next = true;
            end = after + 1;
        }
        let is_part = self.follows_part(at);
        let is_led = matches!(lead, Some(Piece::By | Piece::Before)) || unit == Unit::Weekend;
        // “the week” alone is no day; “by the end of the week” and “this week” are.
        if which.is_none() && !is_next && !is_part && !is_led {
            return None;
        }
        let is_by_weekend = unit == Unit::Weekend && matches!(lead, Some(Piece::By | Piece::Before));
        let last = self.end_of(unit, is_next && lead != Some(Piece::Before))?;
        let last = if is_by_weekend { last.checked_sub_days(Days::new(2))? } else { last };
        Some((end - at, last))
    }

    /// Whether “end of” or the like stands before `at`.
    fn follows_part(&self, at: usize) -> bool {
        (0..at)
            .rev()
            .map(|before| self.items[before].piece)
            .find(|piece| *piece != Piece::Filler)
            .is_some_and(|piece| matches!(piece, Piece::Start | Piece::Middle | Piece::End))
    }

    fn month_period(&self, at: usize, is_start: bool) -> Option<(usize, NaiveDate)> {
        let Piece::Month(month) = self.piece(at)? else { return None };
        let last = self.end_of_month(month)?;
        let day = if is_start { self.coming(month, 1)? } else { last };
        Some((at + 1, day))
    }

    /// The last day of the month that comes next, or of this one.
    fn end_of_month(&self, month: u32) -> Option<NaiveDate> {
        let year = self.today.year() + i32::from(month < self.today.month0());
        last_of_month(NaiveDate::from_ymd_opt(year, month + 1, 1)?)
    }

    /// The last day that still counts of this unit or of the next one: weeks end on Friday unless it is past.
    pub(super) fn end_of(&self, unit: Unit, is_next: bool) -> Option<NaiveDate> {
        let ahead = u32::from(is_next);
        let monday =
            self.today.week(Weekday::Mon).checked_first_day()?.checked_add_days(Days::new(u64::from(ahead) * 7))?;
        match unit {
            Unit::Hour => None,
            Unit::Day | Unit::Workday => self.today.checked_add_days(Days::new(u64::from(ahead))),
            Unit::Week => {
                let friday = monday.checked_add_days(Days::new(4))?;
                if friday < self.today { monday.checked_add_days(Days::new(6)) } else { Some(friday) }
            }
            Unit::Weekend => monday.checked_add_days(Days::new(6)),
            Unit::Month => last_of_month(self.today.with_day(1)?.checked_add_months(Months::new(ahead))?),
            Unit::Quarter => {
                let first = self.today.with_day(1)?.with_month0(self.today.month0() / 3 * 3)?;
                last_of_month(first.checked_add_months(Months::new(2 + ahead * 3))?)
            }
            Unit::Year => NaiveDate::from_ymd_opt(self.today.year() + i32::from(is_next), 12, 31),
        }
    }
}

/// The last day that still counts of a part of a period that ends on `last`.
fn part_of(part: Piece, unit: Unit, last: NaiveDate) -> Option<NaiveDate> {
    let month = |day: u32| last.with_day(day);
    let weekday = |day: u64| last.week(Weekday::Mon).checked_first_day()?.checked_add_days(Days::new(day));
    match (part, unit) {
        (Piece::End, _) => Some(last),
        (Piece::Start, Unit::Month) => month(10),
        (Piece::Middle, Unit::Month) => month(20),
        (Piece::Start, Unit::Week) => weekday(1),
        (Piece::Middle, Unit::Week) => weekday(3),
        (Piece::Start, Unit::Year) => NaiveDate::from_ymd_opt(last.year(), 1, 31),
        (Piece::Middle, Unit::Year) => NaiveDate::from_ymd_opt(last.year(), 7, 31),
        _ => None,
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}
