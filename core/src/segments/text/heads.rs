//! Conditions as they are typed: each begins with a word of its own.

use super::book::Named;
use super::parse::{Parsed, Parser};
use crate::ids::{FieldId, OrgId, SegmentId, TagId};
use crate::people::ReachKind;
use crate::segments::rule::{Condition, FieldTest, PermissionState, SegmentRule, Side};

/// Stages with the word for "not said".
const STAGES: [(&str, &str); 7] = [
    ("awareness", "awareness"),
    ("acquisition", "acquisition"),
    ("onboarding", "onboarding"),
    ("engagement", "engagement"),
    ("retention", "retention"),
    ("advocacy", "advocacy"),
    ("none", ""),
];
/// Types of relationship, as they are written and as they stand in the vault.
pub(super) const RELATIONS: [(&str, &str); 7] = [
    ("personal", "personal"),
    ("dedicated", "dedicated"),
    ("self-service", "selfService"),
    ("automated", "automated"),
    ("community", "community"),
    ("co-creation", "cocreation"),
    ("none", ""),
];
const LOOP: [(&str, &str); 6] = [
    ("engage", "engage"),
    ("transact", "transact"),
    ("support", "support"),
    ("delight", "delight"),
    ("advocate", "advocate"),
    ("none", ""),
];
const KINDS: [(&str, ReachKind); 5] = [
    ("phone", ReachKind::Phone),
    ("email", ReachKind::Email),
    ("address", ReachKind::Address),
    ("chat", ReachKind::Chat),
    ("link", ReachKind::Link),
];
const SAID: [(&str, PermissionState); 3] =
    [("yes", PermissionState::Agreed), ("no", PermissionState::OptedOut), ("unknown", PermissionState::NotSaid)];

/// One condition, or its opposite.
pub(super) fn condition(p: &mut Parser<'_>) -> Parsed<SegmentRule> {
    if let Some(rule) = about_them(p)? {
        return Ok(rule);
    }
    let found = match about_time(p)? {
        None => about_purchases(p)?,
        found => found,
    };
    found.map(SegmentRule::One).ok_or_else(|| p.unexpected())
}

fn turned(not: bool, condition: Condition) -> SegmentRule {
    let one = SegmentRule::One(condition);
    if not { SegmentRule::Not(Box::new(one)) } else { one }
}

/// What stands with a person: `tag = VIP`, `stage != retention`, `no phone` …
fn about_them(p: &mut Parser<'_>) -> Parsed<Option<SegmentRule>> {
    if p.word("tag") {
        let not = p.equals()?;
        return Ok(Some(turned(not, Condition::Tag { tag: TagId(p.named(Named::Tag)?) })));
    }
    if p.word("stage") {
        let not = p.equals()?;
        let stage = p.one_of(&STAGES, "unknownStage")?.to_owned();
        return Ok(Some(turned(not, Condition::Stage { stage })));
    }
    if p.word("relationship") || p.also("relation") {
        let not = p.equals()?;
        let relation = p.one_of(&RELATIONS, "unknownRelation")?.to_owned();
        return Ok(Some(turned(not, Condition::Relation { relation })));
    }
    if p.word("loop") {
        let not = p.equals()?;
        let stage = p.one_of(&LOOP, "unknownStage")?.to_owned();
        return Ok(Some(turned(not, Condition::LoopStage { stage })));
    }
    if p.word("organisation") || p.also("organization") || p.also("company") {
        let not = p.equals()?;
        let organisation = OrgId(p.named(Named::Organisation)?);
        return Ok(Some(turned(not, Condition::Organisation { organisation })));
    }
    if p.word("segment") {
        let not = p.equals()?;
        return Ok(Some(turned(not, Condition::InSegment { segment: SegmentId(p.named(Named::Segment)?) })));
    }
    if p.word("place") || p.also("city") || p.also("country") {
        let not = p.equals()?;
        return Ok(Some(turned(not, Condition::Place { place: p.text("<place>")? })));
    }
    if p.word("language") {
        let not = p.equals()?;
        return Ok(Some(turned(not, Condition::Language { language: p.text("<language>")? })));
    }
    if p.word("source") {
        let not = p.equals()?;
        return Ok(Some(turned(not, Condition::Source { source: p.text("<text>")? })));
    }
    if p.word("name") {
        p.contains()?;
        return Ok(Some(SegmentRule::One(Condition::Name { text: p.text("<text>")? })));
    }
    if p.word("title") {
        p.contains()?;
        return Ok(Some(SegmentRule::One(Condition::Title { text: p.text("<text>")? })));
    }
    reached(p)
}

/// How they are reached, and what they said about it: `has email`, `no phone`, `permission email = no` …
fn reached(p: &mut Parser<'_>) -> Parsed<Option<SegmentRule>> {
    if p.word("has") {
        let kind = p.one_of(&KINDS, "unknownAddress")?;
        return Ok(Some(SegmentRule::One(Condition::Reach { kind, has: true })));
    }
    if p.word("no") {
        let kind = p.one_of(&KINDS, "unknownAddress")?;
        return Ok(Some(SegmentRule::One(Condition::Reach { kind, has: false })));
    }
    if p.word("prefers") {
        return Ok(Some(SegmentRule::One(Condition::PreferredChannel { channel: p.channel()? })));
    }
    if p.word("permission") {
        let channel = p.maybe_channel();
        let not = p.equals()?;
        let state = p.one_of(&SAID, "unknownWord")?;
        return Ok(Some(turned(not, Condition::Permission { channel, state })));
    }
    if p.word("field") { field(p).map(Some) } else { Ok(None) }
}

/// `field Size = M`, `field Age >= 30`, `field Renewal in next 30 days`, `field Size is empty`
fn field(p: &mut Parser<'_>) -> Parsed<SegmentRule> {
    let field = FieldId(p.named_alone(Named::Field)?);
    let asked = |test, value: String| SegmentRule::One(Condition::Field { field, test, value });
    if p.word("contains") || p.mark("~") {
        return Ok(asked(FieldTest::Contains, p.text("<text>")?));
    }
    if p.mark(">=") {
        return Ok(asked(FieldTest::AtLeast, p.number()?));
    }
    if p.mark("<=") {
        return Ok(asked(FieldTest::AtMost, p.number()?));
    }
    if p.word("before") {
        return Ok(asked(FieldTest::Before, p.date(false)?));
    }
    if p.word("since") || p.also("after") {
        return Ok(asked(FieldTest::After, p.date(false)?));
    }
    if p.word("in") {
        p.also("the");
        if p.word("next") {
            return Ok(asked(FieldTest::InNext, p.days()?.to_string()));
        }
        return if p.word("last") { Ok(asked(FieldTest::InLast, p.days()?.to_string())) } else { Err(p.unexpected()) };
    }
    if p.word("is") {
        if p.word("filled") {
            return Ok(asked(FieldTest::Filled, String::new()));
        }
        if p.word("empty") {
            return Ok(SegmentRule::Not(Box::new(asked(FieldTest::Filled, String::new()))));
        }
        return Ok(asked(FieldTest::Is, p.text("<text>")?));
    }
    let not = p.equals()?;
    let is = asked(FieldTest::Is, p.text("<text>")?);
    Ok(if not { SegmentRule::Not(Box::new(is)) } else { is })
}

/// What was said and felt, and when: `last touch before 60 days ago`, `birthday in next 14 days` …
fn about_time(p: &mut Parser<'_>) -> Parsed<Option<Condition>> {
    if p.word("last") {
        return last(p).map(Some);
    }
    if p.word("never") {
        if p.word("touched") {
            return Ok(Some(Condition::NeverTouched));
        }
        return if p.word("bought") { Ok(Some(Condition::NeverBought)) } else { Err(p.unexpected()) };
    }
    if p.word("touches") {
        let (bound, more) = p.bound()?;
        let count = p.count(more)?;
        return Ok(Some(Condition::Touches { bound, count, days: p.maybe_last()? }));
    }
    if p.word("mean") || p.also("average") {
        if !p.word("felt") {
            return Err(p.unexpected());
        }
        let bound = p.broad_bound()?;
        let felt = p.number()?.parse().unwrap_or_default();
        let Some(days) = p.maybe_last()? else { return Err(p.unexpected()) };
        return Ok(Some(Condition::MeanFelt { bound, felt, days }));
    }
    if p.word("used") {
        let channel = p.channel()?;
        return Ok(Some(Condition::ChannelUsed { channel, days: p.maybe_last()? }));
    }
    if p.word("customer") {
        let side = if p.word("before") {
            Side::Before
        } else if p.word("since") {
            Side::After
        } else {
            return Err(p.unexpected());
        };
        return Ok(Some(Condition::CustomerSince { side, date: p.date(true)? }));
    }
    if p.word("added") {
        let (side, days) = p.past()?;
        return Ok(Some(Condition::Added { side, days }));
    }
    yearly(p)
}

fn last(p: &mut Parser<'_>) -> Parsed<Condition> {
    if p.word("touch") {
        let (side, days) = p.past()?;
        return Ok(Condition::LastTouch { side, days });
    }
    if p.word("purchase") {
        let (side, days) = p.past()?;
        return Ok(Condition::LastPurchase { side, days });
    }
    if !p.word("felt") {
        return Err(p.unexpected());
    }
    let bound = p.broad_bound()?;
    let start = p.at;
    match p.number()?.parse() {
        Ok(felt) => Ok(Condition::LastFelt { bound, felt }),
        Err(_) => Err(p.wrong("number", start)),
    }
}

/// `birthday in next 14 days`, `date "name day" in last 7 days`, `any date today`, `age >= 30`
fn yearly(p: &mut Parser<'_>) -> Parsed<Option<Condition>> {
    if p.word("birthday") {
        let (side, days) = p.around()?;
        return Ok(Some(match side {
            Side::After => Condition::Birthday { days },
            Side::Before => Condition::Yearly { label: "birthday".to_owned(), side, days },
        }));
    }
    if p.word("date") {
        let label = p.text("<date name>")?;
        let (side, days) = p.around()?;
        return Ok(Some(Condition::Yearly { label, side, days }));
    }
    if p.word("any") {
        if !p.word("date") {
            return Err(p.unexpected());
        }
        let (side, days) = p.around()?;
        return Ok(Some(Condition::Yearly { label: String::new(), side, days }));
    }
    if p.word("age") {
        let (bound, more) = p.bound()?;
        return Ok(Some(Condition::Age { bound, years: p.count(more)? }));
    }
    Ok(None)
}

/// `purchases >= 2 in last 90 days`, `spent >= 500 EUR`, `bought cups`
fn about_purchases(p: &mut Parser<'_>) -> Parsed<Option<Condition>> {
    if p.word("purchases") {
        let (bound, more) = p.bound()?;
        let count = p.count(more)?;
        return Ok(Some(Condition::Purchases { bound, count, days: p.maybe_last()? }));
    }
    if p.word("spent") {
        let (bound, more) = p.bound()?;
        let (amount, currency) = p.amount(more)?;
        return Ok(Some(Condition::Spent { bound, amount, currency, days: p.maybe_last()? }));
    }
    if p.word("bought") {
        let text = p.text("<text>")?;
        return Ok(Some(Condition::Bought { text, days: p.maybe_last()? }));
    }
    Ok(None)
}

impl Parser<'_> {
    /// A name that is one word or stands in quotes: other words follow it.
    fn named_alone(&mut self, what: Named) -> Parsed<uuid::Uuid> {
        let start = self.at;
        let name = self.single(what.wanted())?;
        self.called(what, &name, start)
    }
}
