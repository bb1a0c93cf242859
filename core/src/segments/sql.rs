//! A rule as SQL: each condition is a set of people that an index answers; groups join those sets.

mod more;

use super::rule::{Bound, Condition, SegmentRule, Side};
use crate::clock::{Clock, DAY, Millis};
use crate::vault::text::fold;
use chrono::{Datelike, Days, NaiveDate};
use rusqlite::types::Value;
use uuid::Uuid;

/// The time that a rule's days are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The beginning of this hour: within it, a rule asked twice answers the same.
    pub now: Millis,
    /// The day it is where the machine stands, for birthdays.
    pub today: NaiveDate,
}

impl Moment {
    /// This moment.
    #[must_use]
    pub fn of(clock: &Clock) -> Self {
        let now = clock.now();
        Self { now: now - now.rem_euclid(DAY / 24), today: clock.today() }
    }

    fn ago(self, days: u32) -> Value {
        (self.now - i64::from(days) * DAY).into()
    }

    /// The day so many days ago, as days stand in the vault.
    pub(super) fn day_ago(self, days: u32) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
    }

    /// The day in so many days.
    pub(super) fn day_ahead(self, days: u32) -> NaiveDate {
        self.today.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
    }
}

/// The people for whom a condition holds, or does not, be they in the bin or not.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Set {
    /// A query of one column, row numbers of people, maybe some of them twice; `?` stand for the values.
    pub sql: String,
    /// Its values, in order.
    pub values: Vec<Value>,
    /// True: the condition holds for everybody else.
    pub outside: bool,
    /// True: it asks what was said and agreed, too, not only what stands with the people.
    pub beyond: bool,
}

impl Set {
    fn of(sql: &str, values: Vec<Value>) -> Self {
        Self { sql: format!("SELECT {sql}"), values, outside: false, beyond: false }
    }

    fn others(sql: &str, values: Vec<Value>) -> Self {
        Self { outside: true, ..Self::of(sql, values) }
    }
}

/// The living people whom a rule takes in, as a query of their row numbers: to stand in `… IN (…)`. Its parameters are
/// numbered from `first` on, in the order of the values.
#[must_use]
pub fn members_sql(rule: &SegmentRule, moment: Moment, first: usize) -> (String, Vec<Value>) {
    let mut values = Vec::new();
    let holds = term(rule, moment, first, &mut values);
    (format!("SELECT s.person FROM person_stat s WHERE s.live = 1 AND {holds}"), values)
}

fn term(rule: &SegmentRule, moment: Moment, first: usize, values: &mut Vec<Value>) -> String {
    let mut join = |of: &[SegmentRule], word: &str, none: &str| match of {
        [] => none.to_owned(),
        of => {
            let terms: Vec<String> = of.iter().map(|part| term(part, moment, first, values)).collect();
            format!("({})", terms.join(word))
        }
    };
    match rule {
        SegmentRule::All(of) => join(of, " AND ", "1"),
        SegmentRule::Any(of) => join(of, " OR ", "0"),
        SegmentRule::Not(of) => format!("NOT {}", term(of, moment, first, values)),
        SegmentRule::One(condition) => {
            let set = set_of(condition, moment);
            let mut sql = String::new();
            for (i, part) in set.sql.split('?').enumerate() {
                if i > 0 {
                    sql.push_str(&format!("?{}", first + values.len() + i - 1));
                }
                sql.push_str(part);
            }
            values.extend(set.values);
            format!("s.person {}IN ({sql})", if set.outside { "NOT " } else { "" })
        }
    }
}

/// The people for whom a condition holds.
pub(super) fn set_of(condition: &Condition, moment: Moment) -> Set {
    match condition {
        Condition::Tag { tag } => {
            Set::of("g.person FROM tagging g JOIN tag t ON t.rid = g.tag WHERE t.id = ?", vec![blob(tag.0)])
        }
        Condition::Stage { stage } => facet("stage", stage),
        Condition::Relation { relation } => facet("relation", relation),
        Condition::Source { source } => facet("source", source.trim()),
        Condition::PreferredChannel { channel } => facet("preferred_channel", channel.as_str()),
        Condition::Organisation { organisation } => Set::of(
            "r.person FROM role r JOIN organisation o ON o.rid = r.organisation WHERE o.id = ? AND r.ended = ''",
            vec![blob(organisation.0)],
        ),
        Condition::Language { language } => {
            let language = language.trim().to_ascii_lowercase();
            // `.` follows `-` in ASCII: between them stands every tag that begins with this one.
            let values = vec![text(&language), text(&format!("{language}-")), text(&format!("{language}."))];
            Set::of(
                "rid FROM person WHERE language <> '' AND (lower(language) = ? OR (lower(language) > ? AND lower(language) < ?))",
                values,
            )
        }
        Condition::Reach { kind, has } => {
            let sql = "person FROM reach WHERE kind = ?";
            let values = vec![text(kind.as_str())];
            if *has { Set::of(sql, values) } else { Set::others(sql, values) }
        }
        Condition::Name { text: words } => {
            let words: Vec<Value> = words.split_whitespace().map(|w| text(&fold(w))).collect();
            Set::of(&format!("rid FROM person WHERE 1{}", " AND instr(fold(name), ?)".repeat(words.len())), words)
        }
        Condition::Added { side, days } => {
            Set::of(&format!("rid FROM person WHERE created_at {} ?", cut(*side)), vec![moment.ago(*days)])
        }
        Condition::CustomerSince { side, date } => {
            Set::of(&format!("rid FROM person WHERE since <> '' AND since {} ?", cut(*side)), vec![text(date)])
        }
        Condition::Birthday { days } => birthday(moment.today, *days),
        Condition::LastTouch { .. }
        | Condition::NeverTouched
        | Condition::Touches { .. }
        | Condition::LastFelt { .. }
        | Condition::MeanFelt { .. }
        | Condition::ChannelUsed { .. } => touches(condition, moment),
        other => more::set_of(other, moment),
    }
}

/// Conditions about what was said and felt.
fn touches(condition: &Condition, moment: Moment) -> Set {
    match condition {
        Condition::LastTouch { side, days } => Set::of(
            &format!("person FROM person_stat WHERE live = 1 AND last_at {} ?", cut(*side)),
            vec![moment.ago(*days)],
        ),
        Condition::Touches { bound: Bound::AtLeast, count: 0, .. } => Set::others("0", vec![]),
        Condition::Touches { bound, count, days: None } => Set::of(
            &format!("person FROM person_stat WHERE live = 1 AND touches {} ?", sign(*bound)),
            vec![i64::from(*count).into()],
        ),
        Condition::Touches { bound, count, days: Some(days) } => {
            let (count, outside) = match bound {
                Bound::AtLeast => (i64::from(*count), false),
                Bound::AtMost => (i64::from(*count) + 1, true),
            };
            let sql = "person FROM participant WHERE at >= ? GROUP BY person HAVING count(*) >= ?";
            Set { outside, ..Set::of(sql, vec![moment.ago(*days), count.into()]) }
        }
        Condition::LastFelt { bound, felt } => Set::of(
            &format!("person FROM person_stat WHERE live = 1 AND last_felt {} ?", sign(*bound)),
            vec![i64::from(*felt).into()],
        ),
        Condition::MeanFelt { bound, felt, days } => {
            let sql = "x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid
                       WHERE t.at >= ? AND t.felt IS NOT NULL GROUP BY x.person HAVING avg(t.felt)";
            Set::of(&format!("{sql} {} ?", sign(*bound)), vec![moment.ago(*days), (*felt).into()])
        }
        Condition::ChannelUsed { channel, days } => {
            let since = days.map_or(Value::Integer(i64::MIN), |d| moment.ago(d));
            let sql = "x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid WHERE t.channel = ? AND t.at >= ?";
            Set::of(sql, vec![text(channel.as_str()), since])
        }
        // All that is left is "there is no touchpoint yet".
        _ => Set::of("person FROM person_stat WHERE live = 1 AND touches = 0", vec![]),
    }
}

/// A column of a person that holds one word, or nothing.
fn facet(column: &'static str, word: &str) -> Set {
    match word {
        "" => Set::others(&format!("rid FROM person WHERE {column} <> ''"), vec![]),
        // Said twice, because an index of what is not empty serves only those who ask for that.
        word => Set::of(&format!("rid FROM person WHERE {column} <> '' AND {column} = ?"), vec![text(word)]),
    }
}

/// Birthdays in the days from `today` on.
fn birthday(today: NaiveDate, days: u32) -> Set {
    let last = today.checked_add_days(Days::new(days.into())).unwrap_or(today);
    yearly("person FROM important_date WHERE fold(label) = 'birthday'", vec![], today, last)
}

/// Dates of every year that lie between two days, a year apart at most. In a year without 29 February, those are kept on
/// the 28th.
fn yearly(born: &str, mut values: Vec<Value>, today: NaiveDate, last: NaiveDate) -> Set {
    if (last - today).num_days() >= 365 {
        return Set::of(born, values);
    }
    let key = |d: NaiveDate| (i64::from(d.month()), i64::from(d.day()));
    let end = if key(last) == (2, 28) && !last.leap_year() { (2, 29) } else { key(last) };
    let both = if last.year() == today.year() { "AND" } else { "OR" };
    let sql = format!("{born} AND ((month, day) >= (?, ?) {both} (month, day) <= (?, ?))");
    values.extend([key(today), end].into_iter().flat_map(|(m, d)| [Value::from(m), d.into()]));
    Set::of(&sql, values)
}

fn sign(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => ">=",
        Bound::AtMost => "<=",
    }
}

fn cut(side: Side) -> &'static str {
    match side {
        Side::Before => "<",
        Side::After => ">=",
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn blob(id: Uuid) -> Value {
    Value::Blob(id.as_bytes().to_vec())
}

#[cfg(test)]
mod tests;
