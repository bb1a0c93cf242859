//! A rule as text that reads back as the same rule.

use super::book::{Book, Named};
use super::heads::RELATIONS;
use super::tokens::quote;
use super::values::channel_word;
use crate::error::Result;
use crate::purchases::currency;
use crate::segments::rule::{Bound, Condition, FieldTest, PermissionState, SegmentRule, Side};
use crate::segments::words::Names;
use uuid::Uuid;

/// Writes a rule. A record whose name is gone, or is another's too, is named by its id.
///
/// # Errors
/// When names cannot be looked up.
pub(super) fn write(rule: &SegmentRule, names: &Names, book: &dyn Book) -> Result<String> {
    Writing { names, book }.rule(rule, false)
}

struct Writing<'a> {
    names: &'a Names,
    book: &'a dyn Book,
}

impl Writing<'_> {
    fn rule(&self, rule: &SegmentRule, inside: bool) -> Result<String> {
        match rule {
            SegmentRule::All(of) => self.joined(of, " and ", "everyone", inside),
            SegmentRule::Any(of) => self.joined(of, " or ", "nobody", inside),
            SegmentRule::Not(of) => match &**of {
                SegmentRule::Any(of) if of.len() > 1 => {
                    let parts: Vec<String> = of.iter().map(|part| self.rule(part, true)).collect::<Result<_>>()?;
                    Ok(format!("none of ({})", parts.join(", ")))
                }
                of => Ok(format!("not {}", self.rule(of, true)?)),
            },
            SegmentRule::One(condition) => self.condition(condition),
        }
    }

    fn joined(&self, of: &[SegmentRule], word: &str, none: &str, inside: bool) -> Result<String> {
        match of {
            [] => Ok(none.to_owned()),
            [one] => self.rule(one, inside),
            of => {
                let parts: Vec<String> = of.iter().map(|part| self.rule(part, true)).collect::<Result<_>>()?;
                let text = parts.join(word);
                Ok(if inside { format!("({text})") } else { text })
            }
        }
    }

    fn called(&self, what: Named, id: Uuid) -> Result<String> {
        let by_id = || quote(&format!("#{id}"));
        let Some(name) = self.names.get(&id) else { return Ok(by_id()) };
        let first = self.book.find(what, name)?.first().copied();
        Ok(if first == Some(id) && !name.starts_with('#') { quote(name) } else { by_id() })
    }

    fn condition(&self, condition: &Condition) -> Result<String> {
        Ok(match condition {
            Condition::Tag { tag } => format!("tag = {}", self.called(Named::Tag, tag.0)?),
            Condition::Organisation { organisation } => {
                format!("organisation = {}", self.called(Named::Organisation, organisation.0)?)
            }
            Condition::InSegment { segment } => format!("segment = {}", self.called(Named::Segment, segment.0)?),
            Condition::Field { field, test, value } => {
                format!("field {} {}", self.called(Named::Field, field.0)?, held(*test, value))
            }
            other => plain(other),
        })
    }
}

/// Conditions that name no record.
fn plain(condition: &Condition) -> String {
    match condition {
        Condition::Stage { stage } => format!("stage = {}", or_none(stage)),
        Condition::Relation { relation } => {
            let word = RELATIONS.iter().find(|(_, kept)| kept == relation).map_or(relation.as_str(), |(word, _)| word);
            format!("relationship = {word}")
        }
        Condition::LoopStage { stage } => format!("loop = {}", or_none(stage)),
        Condition::Title { text } => format!("title contains {}", quote(text.trim())),
        Condition::Place { place } => format!("place = {}", quote(place.trim())),
        Condition::Language { language } => format!("language = {}", quote(language.trim())),
        Condition::Reach { kind, has } => format!("{} {}", if *has { "has" } else { "no" }, kind.as_str()),
        Condition::PreferredChannel { channel } => format!("prefers {}", channel_word(*channel)),
        Condition::Permission { channel, state } => {
            let said = match state {
                PermissionState::Agreed => "yes",
                PermissionState::OptedOut => "no",
                PermissionState::NotSaid => "unknown",
            };
            let channel = channel.map(|c| format!("{} ", channel_word(c))).unwrap_or_default();
            format!("permission {channel}= {said}")
        }
        Condition::Name { text } => format!("name contains {}", quote(text.trim())),
        Condition::LastTouch { side, days } => format!("last touch {}", past(*side, *days)),
        Condition::NeverTouched => "never touched".to_owned(),
        Condition::Touches { bound, count, days } => format!("touches {} {count}{}", sign(*bound), last(*days)),
        Condition::LastFelt { bound, felt } => format!("last felt {} {felt}", sign(*bound)),
        Condition::MeanFelt { bound, felt, days } => {
            format!("mean felt {} {felt}{}", sign(*bound), last(Some(*days)))
        }
        Condition::ChannelUsed { channel, days } => format!("used {}{}", channel_word(*channel), last(*days)),
        Condition::Purchases { bound, count, days } => format!("purchases {} {count}{}", sign(*bound), last(*days)),
        Condition::Spent { bound, amount, currency: code, days } => {
            format!("spent {} {} {code}{}", sign(*bound), currency::plain(*amount, code), last(*days))
        }
        Condition::LastPurchase { side, days } => format!("last purchase {}", past(*side, *days)),
        Condition::NeverBought => "never bought".to_owned(),
        Condition::Bought { text, days } => format!("bought {}{}", quote(text.trim()), last(*days)),
        Condition::Source { source } => format!("source = {}", quote(source.trim())),
        Condition::CustomerSince { side: Side::Before, date } => format!("customer before {date}"),
        Condition::CustomerSince { side: Side::After, date } => format!("customer since {date}"),
        Condition::Added { side, days } => format!("added {}", past(*side, *days)),
        Condition::Birthday { days } => format!("birthday {}", around(Side::After, *days)),
        Condition::Yearly { label, side, days } => {
            let which =
                if label.trim().is_empty() { "any date".to_owned() } else { format!("date {}", quote(label.trim())) };
            format!("{which} {}", around(*side, *days))
        }
        Condition::Age { bound, years } => format!("age {} {years}", sign(*bound)),
        // Those that name a record were written before.
        Condition::Tag { .. }
        | Condition::Organisation { .. }
        | Condition::InSegment { .. }
        | Condition::Field { .. } => String::new(),
    }
}

fn held(test: FieldTest, value: &str) -> String {
    match test {
        FieldTest::Is => format!("= {}", quote(value.trim())),
        FieldTest::Contains => format!("contains {}", quote(value.trim())),
        FieldTest::AtLeast => format!(">= {value}"),
        FieldTest::AtMost => format!("<= {value}"),
        FieldTest::Before => format!("before {value}"),
        FieldTest::After => format!("since {value}"),
        FieldTest::InNext => format!("in next {value} days"),
        FieldTest::InLast => format!("in last {value} days"),
        FieldTest::Filled => "is filled".to_owned(),
    }
}

fn or_none(word: &str) -> &str {
    if word.is_empty() { "none" } else { word }
}

fn sign(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => ">=",
        Bound::AtMost => "<=",
    }
}

fn past(side: Side, days: u32) -> String {
    match side {
        Side::Before => format!("before {days} days ago"),
        Side::After => format!("in last {days} days"),
    }
}

fn last(days: Option<u32>) -> String {
    days.map(|days| format!(" in last {days} days")).unwrap_or_default()
}

fn around(side: Side, days: u32) -> String {
    match (side, days) {
        (Side::After, 0) => "today".to_owned(),
        (Side::After, days) => format!("in next {days} days"),
        (Side::Before, days) => format!("in last {days} days"),
    }
}
