//! Dates as programs and people write them.

use super::*;

fn date(year: u16, month: u8, day: u8) -> PartialDate {
    let some = |part: u8| (part != 0).then_some(part);
    PartialDate { year: (year != 0).then_some(year), month: some(month), day: some(day) }
}

#[test]
fn vcard_dates_are_read() {
    for (text, expected) in [
        ("1985-04-12", Some(date(1985, 4, 12))),
        ("19850412", Some(date(1985, 4, 12))),
        (" --0412", Some(date(0, 4, 12))),
        ("--04-12", Some(date(0, 4, 12))),
        ("--04", Some(date(0, 4, 0))),
        ("---12", Some(date(0, 0, 12))),
        ("1985-04", Some(date(1985, 4, 0))),
        ("1985", Some(date(1985, 0, 0))),
        ("1604-02-29", Some(date(0, 2, 29))),
        ("0000-02-29", Some(date(0, 2, 29))),
        ("1985-04-12T00:00:00Z", Some(date(1985, 4, 12))),
        ("19850412T101500-0800", Some(date(1985, 4, 12))),
        ("2020-01-10 10:00", Some(date(2020, 1, 10))),
        ("1970-7-14", Some(date(1970, 7, 14))),
        ("1985-02-30", None),
        ("1985-13-01", None),
        ("70-7-14", None),
        ("circa 1800", None),
        ("2001-02-29", None),
        ("", None),
        ("é1985-04", None),
        ("--é1", None),
    ] {
        assert_eq!(PartialDate::parse_iso(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    for (year, month, day) in
        [(1985, 4, 12), (0, 4, 12), (0, 2, 29), (1985, 4, 0), (1985, 0, 0), (0, 4, 0), (0, 0, 12), (33, 1, 1)]
    {
        let date = date(year, month, day);
        assert_eq!(PartialDate::parse_iso(&date.to_vcard()), Some(date));
        assert_eq!(PartialDate::parse_iso(&date.to_table()), Some(date));
    }
}

#[test]
fn dates_of_tables_are_read() {
    use DateOrder::{DayFirst, MonthFirst};
    use Written::{Ambiguous, Day, Nothing, Unknown};
    let june = Day(date(1985, 6, 15));
    for (text, order, expected) in [
        ("1985-06-15", None, june),
        ("15/06/1985", None, june),
        ("06/15/1985", None, june),
        ("06/15/1985", Some(DayFirst), june),
        ("15-06-1985", None, june),
        ("15.6.1985", None, june),
        ("1985/06/15", None, june),
        ("15 June 1985", None, june),
        ("June 15, 1985", None, june),
        ("15th June 1985", None, june),
        ("15 Jun 1985", None, june),
        ("15. Juni 1985", None, june),
        ("15 juin 1985", None, june),
        ("6/15/1985 12:00:00 AM", None, june),
        ("7-Feb-22", None, Day(date(2022, 2, 7))),
        ("12 Mar 2024", None, Day(date(2024, 3, 12))),
        ("June 1985", None, Day(date(1985, 6, 0))),
        ("15 June", None, Day(date(0, 6, 15))),
        (" --03-12", None, Day(date(0, 3, 12))),
        ("03/04/1985", None, Ambiguous),
        ("03/04/1985", Some(DayFirst), Day(date(1985, 4, 3))),
        ("03/04/1985", Some(MonthFirst), Day(date(1985, 3, 4))),
        ("03.04.1985", None, Day(date(1985, 4, 3))),
        ("04/04/1985", None, Day(date(1985, 4, 4))),
        ("0/0/00", None, Nothing),
        ("00/00/0000", None, Nothing),
        ("0000-00-00", None, Nothing),
        ("", None, Nothing),
        ("1/1/4501", None, Nothing),
        ("30/02/1985", None, Unknown),
        ("soon", None, Unknown),
        ("jui 3 1985", None, Unknown),
        ("1 2 3 4", None, Unknown),
        ("12345", None, Unknown),
    ] {
        assert_eq!(read_written(text, order), expected, "{text:?} {order:?}");
    }
}

#[test]
fn only_some_dates_prove_an_order() {
    for (text, expected) in [
        ("15/06/1985", Some(DateOrder::DayFirst)),
        ("06/15/1985", Some(DateOrder::MonthFirst)),
        ("06/06/1985", None),
        ("03/04/1985", None),
        ("15.06.1985", None),
        ("1985-06-15", None),
        ("15 June 1985", None),
    ] {
        assert_eq!(order_proved(text), expected, "{text:?}");
    }
}
