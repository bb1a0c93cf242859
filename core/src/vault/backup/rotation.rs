//! Which backups stay: the newest of each of the last 7 days, 4 weeks and 6 months.

use crate::clock::{Millis, to_utc};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::collections::BTreeSet;

const DAYS: u64 = 7;
const WEEKS: u64 = 4;
const MONTHS: u32 = 6;
/// So many of the newest stay however old they are: a vault that was not opened for a year keeps its backups.
const NEWEST: usize = 2;

/// For each backup, in the order given, whether it stays. Days are those of UTC, weeks begin on Monday.
///
/// Of two made at one moment the one given first counts as the newer.
/// Backups of the future (a clock that was wrong) stay, and stand in for no other. What is older than six months goes as soon
/// as two newer ones are there: that is the time after which an erased person is in no backup any more.
#[must_use]
pub fn which_stay(made_at: &[Millis], now: Millis) -> Vec<bool> {
    let today = to_utc(now).date_naive();
    let day = |at: Millis| to_utc(at).date_naive();
    let mut newest_first: Vec<usize> = (0..made_at.len()).collect();
    newest_first.sort_by_key(|i| std::cmp::Reverse(made_at[*i]));
    let mut stay = vec![false; made_at.len()];
    let mut taken = BTreeSet::new();
    let mut past = 0;
    for index in newest_first {
        let date = day(made_at[index]);
        if made_at[index] > now {
            stay[index] = true;
            continue;
        }
        past += 1;
        // Each slot is taken by the newest that fits it; all three are taken at once.
        let slots = [
            (date > back_days(today, DAYS)).then_some(('d', date)),
            (monday(date) > back_days(monday(today), 7 * WEEKS)).then_some(('w', monday(date))),
            (first(date) > back_months(first(today), MONTHS)).then_some(('m', first(date))),
        ];
        let fresh = slots.into_iter().flatten().filter(|slot| taken.insert(*slot)).count() > 0;
        stay[index] = fresh || past <= NEWEST;
    }
    stay
}

fn monday(date: NaiveDate) -> NaiveDate {
    back_days(date, u64::from(date.weekday().num_days_from_monday()))
}

fn first(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

fn back_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

fn back_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::DAY;
    use proptest::prelude::*;

    fn at(text: &str) -> Millis {
        chrono::DateTime::parse_from_rfc3339(&format!("{text}:00Z")).unwrap().timestamp_millis()
    }

    /// Those that stay, of the ones given.
    fn stay<'a>(now: &str, backups: &[&'a str]) -> Vec<&'a str> {
        let times: Vec<Millis> = backups.iter().map(|b| at(b)).collect();
        let kept = which_stay(&times, at(now));
        backups.iter().zip(kept).filter(|(_, stays)| *stays).map(|(b, _)| *b).collect()
    }

    #[test]
    fn the_table() {
        // Wednesday, 10 June 2026
        let now = "2026-06-10T12:00";
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("nothing", &[], &[]),
            ("one", &["2026-06-10T11:00"], &["2026-06-10T11:00"]),
            (
                "the two newest, however old",
                &["2019-01-01T00:00", "2018-01-01T00:00", "2017-01-01T00:00"],
                &["2019-01-01T00:00", "2018-01-01T00:00"],
            ),
            (
                "only the newest of a day, but for the two newest of all",
                &["2026-06-10T11:00", "2026-06-10T10:00", "2026-06-10T09:00", "2026-06-09T23:59", "2026-06-09T00:01"],
                &["2026-06-10T11:00", "2026-06-10T10:00", "2026-06-09T23:59"],
            ),
            (
                "the seventh day counts, the eighth stays only for its week",
                &["2026-06-10T11:00", "2026-06-09T11:00", "2026-06-04T11:00", "2026-06-03T11:00", "2026-06-02T11:00"],
                &["2026-06-10T11:00", "2026-06-09T11:00", "2026-06-04T11:00"],
            ),
            (
                "the newest of each of four weeks, then of each of six months",
                &[
                    "2026-06-10T01:00",
                    "2026-06-10T00:00",
                    "2026-05-31T11:00",
                    "2026-05-25T11:00",
                    "2026-05-24T11:00",
                    "2026-05-17T11:00",
                    "2026-05-11T11:00",
                    "2026-04-30T11:00",
                    "2026-04-01T11:00",
                    "2026-01-01T00:00",
                    "2025-12-31T23:59",
                ],
                &[
                    "2026-06-10T01:00",
                    "2026-06-10T00:00",
                    "2026-05-31T11:00",
                    "2026-05-24T11:00",
                    "2026-04-30T11:00",
                    "2026-01-01T00:00",
                ],
            ),
            (
                "the future stays",
                &["2027-01-01T00:00", "2026-06-10T11:00", "2026-06-10T10:00", "2026-06-10T09:00"],
                &["2027-01-01T00:00", "2026-06-10T11:00", "2026-06-10T10:00"],
            ),
        ];
        for (name, backups, expected) in cases {
            assert_eq!(stay(now, backups), *expected, "{name}");
        }
    }

    #[test]
    fn the_order_given_does_not_matter() {
        let (a, b, c) = (at("2026-06-10T11:00"), at("2020-06-09T11:00"), at("2019-01-01T11:00"));
        assert_eq!(which_stay(&[c, a, b], at("2026-06-10T12:00")), [false, true, true]);
    }

    #[test]
    fn a_year_of_hourly_backups_leaves_a_handful() {
        let mut kept: Vec<Millis> = Vec::new();
        let begin = at("2025-01-01T00:00");
        for hour in 0..365 * 24 {
            let now = begin + hour * DAY / 24;
            kept.push(now);
            let stay = which_stay(&kept, now);
            let mut stay = stay.into_iter();
            kept.retain(|_| stay.next().unwrap_or(true));
            assert!(kept.len() <= 7 + 4 + 6 + 1, "{}", kept.len());
        }
        let days: BTreeSet<NaiveDate> = kept.iter().map(|t| to_utc(*t).date_naive()).collect();
        assert!(days.len() >= 14, "{days:?}");
        assert!(*kept.iter().min().unwrap() < begin + 215 * DAY, "one of half a year ago: {days:?}");
    }

    proptest! {
        #[test]
        fn rotating_twice_changes_nothing(offsets in proptest::collection::vec(-400_i64..5, 0..60)) {
            let now = at("2026-06-10T12:00");
            let times: Vec<Millis> = offsets.iter().map(|d| now + d * DAY + 7).collect();
            let stay = which_stay(&times, now);
            let kept: Vec<Millis> = times.iter().zip(&stay).filter(|(_, s)| **s).map(|(t, _)| *t).collect();
            prop_assert!(which_stay(&kept, now).into_iter().all(|s| s));
            prop_assert!(times.is_empty() || kept.contains(times.iter().max().unwrap()));
        }

        #[test]
        fn no_time_is_too_odd(times: Vec<i64>, now: i64) {
            prop_assert_eq!(which_stay(&times, now).len(), times.len());
        }
    }
}
