//! What purchases, permissions, the loyalty loop, places, ages and fields of the user's own are asked.

use super::{Moment, Set, cut, sign, text, yearly};
use crate::segments::rule::{Bound, Condition, FieldTest, PermissionState, Side};
use crate::vault::text::fold;
use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use uuid::Uuid;

/// The people for whom one of these conditions holds.
pub(super) fn set_of(condition: &Condition, moment: Moment) -> Set {
    let beyond = matches!(condition, Condition::LoopStage { .. } | Condition::Permission { .. });
    Set { beyond, ..asked(condition, moment) }
}

fn asked(condition: &Condition, moment: Moment) -> Set {
    match condition {
        Condition::LoopStage { stage } if stage.is_empty() => {
            Set::others("person FROM person_stat WHERE live = 1 AND loop_stage <> ''", vec![])
        }
        Condition::LoopStage { stage } => {
            Set::of("person FROM person_stat WHERE live = 1 AND loop_stage <> '' AND loop_stage = ?", vec![text(stage)])
        }
        Condition::Title { text: words } => {
            let words: Vec<Value> = words.split_whitespace().map(|w| text(&fold(w))).collect();
            let has = " AND instr(fold(title), ?)".repeat(words.len());
            Set::of(&format!("person FROM role WHERE ended = ''{has}"), words)
        }
        Condition::Place { place } => {
            let part = |name: &str| format!("fold(trim(parts ->> '$.{name}')) = ?");
            let any = ["city", "region", "country"].map(part).join(" OR ");
            let sql = format!("person FROM reach WHERE kind = 'address' AND parts <> '' AND ({any})");
            Set::of(&sql, vec![text(&fold(place.trim())); 3])
        }
        Condition::Permission { channel, state } => permission(channel.map_or("", |c| c.as_str()), *state),
        Condition::Yearly { label, side, days } => {
            let (from, to) = match side {
                Side::After => (moment.today, moment.day_ahead(*days)),
                Side::Before => (moment.day_ago(*days), moment.today),
            };
            match label.trim() {
                "" => yearly("person FROM important_date WHERE 1", vec![], from, to),
                label => yearly("person FROM important_date WHERE fold(label) = ?", vec![text(&fold(label))], from, to),
            }
        }
        Condition::Age { bound, years } => age(moment.today, *bound, *years),
        Condition::Field { field, test, value } => custom(field.0, *test, value, moment),
        // Those who do not follow what another segment says take nobody in: it is put in its place before anything is asked.
        Condition::InSegment { .. } => Set::of("NULL WHERE 0", vec![]),
        other => purchases(other, moment),
    }
}

/// The newest word about the channel, or about every one, counts: as `consent::may` has it.
fn permission(channel: &str, state: PermissionState) -> Set {
    let about = |of: &str| format!("{of}.channel IN ('', ?)");
    let word = match state {
        PermissionState::NotSaid => {
            return Set::others(&format!("a.person FROM consent a WHERE {}", about("a")), vec![text(channel)]);
        }
        PermissionState::Agreed => "agreed",
        PermissionState::OptedOut => "optedOut",
    };
    let sql = format!(
        "a.person FROM consent a WHERE a.state = ? AND {} AND NOT EXISTS (SELECT 1 FROM consent b \
         WHERE b.person = a.person AND {} AND (b.at, b.id) > (a.at, a.id))",
        about("a"),
        about("b")
    );
    Set::of(&sql, vec![text(word), text(channel), text(channel)])
}

/// So many whole years old today. Somebody born on 29 February is a year older on 1 March where there is no such day.
fn age(today: NaiveDate, bound: Bound, years: u32) -> Set {
    let years = i64::from(years) + i64::from(bound == Bound::AtMost);
    let side = if bound == Bound::AtLeast { "<=" } else { ">" };
    let sql = format!(
        "person FROM important_date WHERE fold(label) = 'birthday' AND year IS NOT NULL AND (year, month, day) {side} (?, ?, ?)"
    );
    let day = [i64::from(today.year()) - years, today.month().into(), today.day().into()];
    Set::of(&sql, day.into_iter().map(Value::from).collect())
}

fn custom(field: Uuid, test: FieldTest, value: &str, moment: Moment) -> Set {
    let (holds, mut values): (&str, Vec<Value>) = match test {
        FieldTest::Is => ("folded = ?", vec![text(&fold(value.trim()))]),
        FieldTest::Contains => ("instr(folded, ?)", vec![text(&fold(value.trim()))]),
        FieldTest::AtLeast | FieldTest::AtMost => {
            let number = value.parse().unwrap_or_default();
            (if test == FieldTest::AtLeast { "number >= ?" } else { "number <= ?" }, vec![Value::Real(number)])
        }
        FieldTest::Before => ("folded < ?", vec![text(value)]),
        FieldTest::After => ("folded >= ?", vec![text(value)]),
        FieldTest::InNext | FieldTest::InLast => {
            let days = value.parse().unwrap_or_default();
            let (from, to) = match test {
                FieldTest::InNext => (moment.today, moment.day_ahead(days)),
                _ => (moment.day_ago(days), moment.today),
            };
            ("folded BETWEEN ? AND ?", vec![text(&from.to_string()), text(&to.to_string())])
        }
        FieldTest::Filled => ("1", vec![]),
    };
    values.insert(0, Value::Blob(field.as_bytes().to_vec()));
    Set::of(
        &format!("person FROM custom_value WHERE field = (SELECT rid FROM custom_field WHERE id = ?) AND {holds}"),
        values,
    )
}

fn purchases(condition: &Condition, moment: Moment) -> Set {
    let since = |days: &Option<u32>| text(&days.map_or_else(String::new, |d| moment.day_ago(d).to_string()));
    match condition {
        Condition::Purchases { bound: Bound::AtLeast, count: 0, .. } => Set::others("NULL WHERE 0", vec![]),
        Condition::Purchases { bound, count, days } => {
            // At most so many: everybody but those with one more.
            let count = i64::from(*count) + i64::from(*bound == Bound::AtMost);
            let sql = "person FROM purchase WHERE date >= ? AND amount >= 0 GROUP BY person HAVING count(*) >= ?";
            Set { outside: *bound == Bound::AtMost, ..Set::of(sql, vec![since(days), count.into()]) }
        }
        Condition::Spent { bound, amount, currency, days } => {
            // Who bought nothing spent nothing.
            let nothing = match bound {
                Bound::AtLeast => *amount <= 0,
                Bound::AtMost => *amount >= 0,
            };
            let (outside, fits) = if nothing { (true, sign_not(*bound)) } else { (false, sign(*bound)) };
            let sql = format!(
                "person FROM purchase WHERE currency = ? AND date >= ? GROUP BY person HAVING sum(amount) {fits} ?"
            );
            Set { outside, ..Set::of(&sql, vec![text(currency), since(days), (*amount).into()]) }
        }
        Condition::LastPurchase { side, days } => {
            let sql = format!(
                "person FROM purchase_stat WHERE last IS NOT NULL GROUP BY person HAVING max(last) {} ?",
                cut(*side)
            );
            Set::of(&sql, vec![text(&moment.day_ago(*days).to_string())])
        }
        Condition::Bought { text: words, days } => {
            let words: Vec<Value> = words.split_whitespace().map(|w| text(&fold(w))).collect();
            let has = " AND instr(fold(item), ?)".repeat(words.len());
            let values = std::iter::once(since(days)).chain(words).collect();
            Set::of(&format!("person FROM purchase WHERE date >= ? AND amount >= 0{has}"), values)
        }
        // All that is left is "there is no purchase yet".
        _ => Set::others("person FROM purchase_stat WHERE purchases > 0", vec![]),
    }
}

/// What does not fit a bound.
fn sign_not(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "<",
        Bound::AtMost => ">",
    }
}
