//! The few filters a letter may use. Each lets an absent field pass, so that a fall-back can follow it.

use crate::drafts::words::{Words, words};
use chrono::{Datelike, NaiveDate};
use minijinja::value::{Enumerator, Object, ObjectRepr};
use minijinja::{Environment, Value};
use std::fmt;
use std::sync::Arc;

/// The filters, by the names a template uses.
pub(super) const FILTERS: &[&str] =
    &["upper", "lower", "title", "default", "join", "list_and", "date", "day_month", "month", "weekday"];

/// The tests, by the names a template uses after `is`.
pub(super) const TESTS: &[&str] = &["defined", "undefined"];

/// Adds the filters and tests for letters in this language.
pub(super) fn add_filters(env: &mut Environment<'_>, language: &str) {
    let words = words(language);
    env.add_filter("default", default);
    env.add_filter("upper", |value: Value| map_text(&value, |text| text.to_uppercase()));
    env.add_filter("lower", |value: Value| map_text(&value, |text| text.to_lowercase()));
    env.add_filter("title", |value: Value| map_text(&value, title));
    env.add_filter("join", |value: Value, between: Option<String>| {
        map_list(&value, |items| items.join(between.as_deref().unwrap_or(", ")))
    });
    env.add_filter("list_and", move |value: Value| map_list(&value, |items| list_and(items, words)));
    env.add_filter("date", move |value: Value| map_day(&value, |day| words.write_date(day.day)));
    env.add_filter("day_month", move |value: Value| map_day(&value, Day::write_day_month));
    env.add_filter("month", move |value: Value| map_day(&value, Day::write_month));
    env.add_filter("weekday", move |value: Value| {
        map_day(&value, |day| words.weekday(day.day.weekday().num_days_from_monday()))
    });
    env.add_test("defined", |value: Value| !value.is_undefined());
    env.add_test("undefined", |value: Value| value.is_undefined());
}

/// A day in a template: written out in the letter's language, and understood by the filters for days.
#[derive(Debug)]
pub(super) struct Day {
    /// The day itself.
    pub day: NaiveDate,
    /// The day of writing: from far away, a month or a day needs its year.
    pub today: Option<NaiveDate>,
    /// How it is written.
    pub words: &'static Words,
}

/// From how many days away the year is said.
const FAR: i64 = 330;

impl Day {
    fn is_far(&self) -> bool {
        self.today.is_some_and(|today| (today - self.day).num_days().abs() > FAR)
    }

    fn write_day_month(&self) -> String {
        if self.is_far() { self.words.write_date(self.day) } else { self.words.write_day_month(self.day) }
    }

    fn write_month(&self) -> String {
        if self.is_far() { self.words.write_month_year(self.day) } else { self.words.month(self.day.month0()) }
    }
}

impl Object for Day {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.write_date(self.day))
    }
}

/// Several texts in a template: written as people write a list.
#[derive(Debug)]
pub(super) struct Listed {
    /// The texts.
    pub items: Vec<String>,
    /// How they are joined.
    pub words: &'static Words,
}

impl Object for Listed {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(Value::from(self.items.get(key.as_usize()?)?.as_str()))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.items.len())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&list_and(&self.items, self.words))
    }
}

fn default(value: Value, otherwise: Option<Value>, _blank_too: Option<bool>) -> Value {
    let is_absent =
        value.is_undefined() || value.is_none() || value.as_str().is_some_and(|text| text.trim().is_empty());
    if is_absent { otherwise.unwrap_or_else(|| Value::from("")) } else { value }
}

fn map_text(value: &Value, change: impl Fn(&str) -> String) -> Value {
    if value.is_undefined() { value.clone() } else { Value::from(change(&value.to_string())) }
}

fn map_day(value: &Value, write: impl Fn(&Day) -> String) -> Value {
    match value.downcast_object_ref::<Day>() {
        Some(day) => Value::from(write(day)),
        None => value.clone(),
    }
}

fn map_list(value: &Value, write: impl Fn(&[String]) -> String) -> Value {
    match value.downcast_object_ref::<Listed>() {
        Some(list) => Value::from(write(&list.items)),
        None => value.clone(),
    }
}

/// Every word with a capital: for names that were typed in capitals or in small letters.
fn title(text: &str) -> String {
    let mut starts = true;
    let mut done = String::with_capacity(text.len());
    for letter in text.chars() {
        if starts {
            done.extend(letter.to_uppercase());
        } else {
            done.extend(letter.to_lowercase());
        }
        starts = letter.is_whitespace() || letter == '-';
    }
    done
}

/// “a, b and c”.
fn list_and(items: &[String], words: &Words) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} {} {last}", before.join(", "), words.and_before(last)),
    }
}
