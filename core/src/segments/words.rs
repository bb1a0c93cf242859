//! A rule in plain English, for the terminal and for scripts; the window words it from its own catalogue.

mod more;

use super::rule::{Bound, Condition, SegmentRule, Side};
use crate::error::Result;
use crate::people::ReachKind;
use crate::touchpoints::Channel;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Tags, organisations, segments and fields by id.
pub(super) type Names = BTreeMap<Uuid, String>;

/// A verb whose opposite is "has not".
const DID: &str = "has done";

/// What the tags, organisations, segments and fields that a rule speaks of are called.
pub(super) fn names_in(c: &Connection, rule: &SegmentRule) -> Result<Names> {
    let mut names = Names::new();
    gather(c, rule, &mut names)?;
    Ok(names)
}

fn gather(c: &Connection, rule: &SegmentRule, names: &mut Names) -> Result<()> {
    let (sql, id) = match rule {
        SegmentRule::All(of) | SegmentRule::Any(of) => return of.iter().try_for_each(|part| gather(c, part, names)),
        SegmentRule::Not(of) => return gather(c, of, names),
        SegmentRule::One(Condition::Tag { tag }) => ("SELECT name FROM tag WHERE id = ?1", tag.0),
        SegmentRule::One(Condition::Organisation { organisation }) => {
            ("SELECT name FROM organisation WHERE id = ?1", organisation.0)
        }
        SegmentRule::One(Condition::InSegment { segment }) => ("SELECT name FROM segment WHERE id = ?1", segment.0),
        SegmentRule::One(Condition::Field { field, .. }) => ("SELECT name FROM custom_field WHERE id = ?1", field.0),
        SegmentRule::One(_) => return Ok(()),
    };
    if let Some(name) = c.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()? {
        names.insert(id, name);
    }
    Ok(())
}

/// The whole rule as a sentence without a full stop.
pub(super) fn sentence(rule: &SegmentRule, names: &Names) -> String {
    match rule {
        SegmentRule::All(of) if of.is_empty() => "Everyone".to_owned(),
        SegmentRule::Any(of) if of.is_empty() => "Nobody".to_owned(),
        rule => format!("Everyone who {}", clause(rule, names, false)),
    }
}

/// What holds of each of them; groups inside groups stand in brackets.
fn clause(rule: &SegmentRule, names: &Names, inside: bool) -> String {
    let join = |of: &[SegmentRule], word: &str, none: &str| match of {
        [] => none.to_owned(),
        [one] => clause(one, names, inside),
        of => {
            let text = of.iter().map(|part| clause(part, names, true)).collect::<Vec<_>>().join(word);
            if inside { format!("({text})") } else { text }
        }
    };
    match rule {
        SegmentRule::All(of) => join(of, " and ", "is anyone"),
        SegmentRule::Any(of) => join(of, " or ", "is nobody"),
        SegmentRule::Not(of) => match &**of {
            SegmentRule::One(condition) => condition_words(condition, names, true),
            of => format!("not ({})", clause(of, names, false)),
        },
        SegmentRule::One(condition) => condition_words(condition, names, false),
    }
}

fn condition_words(condition: &Condition, names: &Names, not: bool) -> String {
    let called = |id: &Uuid, gone: &str| names.get(id).map_or_else(|| gone.to_owned(), |name| format!("“{name}”"));
    let (verb, rest) = match condition {
        Condition::Tag { tag } => ("has", format!("the tag {}", called(&tag.0, "that is gone"))),
        Condition::Stage { stage } if stage.is_empty() => ("has", "no stage".to_owned()),
        Condition::Stage { stage } => ("is", format!("at the stage {stage}")),
        Condition::Relation { relation } if relation.is_empty() => ("has", "no type of relationship".to_owned()),
        Condition::Relation { relation } => ("has", format!("the relationship {}", spaced(relation))),
        Condition::Organisation { organisation } => {
            ("is", format!("at {}", called(&organisation.0, "an organisation that is gone")))
        }
        Condition::Language { language } => ("is", format!("written to in {language}")),
        Condition::Reach { kind, has: true } => ("has", address(*kind).to_owned()),
        Condition::Reach { kind, has: false } => {
            ("has", address(*kind).replacen("an ", "no ", 1).replacen("a ", "no ", 1))
        }
        Condition::PreferredChannel { channel } => ("is", format!("best reached by {}", by(*channel))),
        Condition::Name { text } => ("has", format!("“{}” in the name", text.trim())),
        Condition::LastTouch { side: Side::Before, days } => {
            ("was", format!("last spoken with more than {} ago", span(*days)))
        }
        Condition::LastTouch { side: Side::After, days } => {
            ("was", format!("last spoken with in the last {}", span(*days)))
        }
        Condition::NeverTouched => ("was", "never spoken with".to_owned()),
        Condition::Touches { bound, count, days } => {
            ("has", format!("{} {count} touchpoints{}", least(*bound), within(*days)))
        }
        Condition::LastFelt { bound, felt } => {
            ("has", format!("a last touchpoint that felt {felt:+} or {}", more(*bound)))
        }
        Condition::MeanFelt { bound, felt, days } => (
            "has",
            format!("touchpoints that felt {felt:+} or {} on average in the last {}", more(*bound), span(*days)),
        ),
        Condition::ChannelUsed { channel, days } => {
            ("was", format!("spoken with by {}{}", by(*channel), within(*days)))
        }
        Condition::Source { source } => ("is", format!("from the source “{}”", source.trim())),
        Condition::CustomerSince { side: Side::Before, date } => ("is", format!("a customer since before {date}")),
        Condition::CustomerSince { side: Side::After, date } => ("is", format!("a customer since {date} or later")),
        Condition::Added { side: Side::Before, days } => ("was", format!("added more than {} ago", span(*days))),
        Condition::Added { side: Side::After, days } => ("was", format!("added in the last {}", span(*days))),
        Condition::Birthday { days: 0 } => ("has", "a birthday today".to_owned()),
        Condition::Birthday { days } => ("has", format!("a birthday in the next {}", span(*days))),
        other => more::condition_words(other, names),
    };
    match (not, verb) {
        (false, DID) => format!("has {rest}"),
        (false, verb) => format!("{verb} {rest}"),
        (true, DID) => format!("has not {rest}"),
        (true, "has") => format!("does not have {rest}"),
        (true, verb) => format!("{verb} not {rest}"),
    }
}

fn address(kind: ReachKind) -> &'static str {
    match kind {
        ReachKind::Email => "an e-mail address",
        ReachKind::Phone => "a phone number",
        ReachKind::Address => "a postal address",
        ReachKind::Link => "a link",
        ReachKind::Chat => "a chat address",
    }
}

fn by(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "phone",
        Channel::Email => "e-mail",
        Channel::InPerson => "meeting in person",
        Channel::Video => "video call",
        Channel::Chat => "chat",
        Channel::Social => "social networks",
        Channel::Post => "post",
        Channel::Event => "events",
        Channel::Support => "support requests",
    }
}

/// `selfService` is two words.
fn spaced(word: &str) -> String {
    let mut spaced = String::new();
    for c in word.chars() {
        if c.is_uppercase() {
            spaced.push('-');
        }
        spaced.extend(c.to_lowercase());
    }
    spaced
}

fn span(days: u32) -> String {
    if days == 1 { "day".to_owned() } else { format!("{days} days") }
}

fn within(days: Option<u32>) -> String {
    days.map(|d| format!(" in the last {}", span(d))).unwrap_or_default()
}

fn least(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "at least",
        Bound::AtMost => "at most",
    }
}

fn more(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "better",
        Bound::AtMost => "worse",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(json: serde_json::Value) -> String {
        sentence(&serde_json::from_value(json).unwrap(), &Names::from([(Uuid::nil(), "cafés".to_owned())]))
    }

    fn one(condition: serde_json::Value) -> serde_json::Value {
        json!({ "match": "one", "of": condition })
    }

    #[test]
    fn rules_read_as_sentences() {
        let tag = one(json!({ "on": "tag", "tag": Uuid::nil() }));
        let quiet = one(json!({ "on": "lastTouch", "side": "before", "days": 30 }));
        let new = one(json!({ "on": "added", "side": "after", "days": 1 }));
        for (rule, text) in [
            (json!({ "match": "all", "of": [] }), "Everyone"),
            (json!({ "match": "any", "of": [] }), "Nobody"),
            (tag.clone(), "Everyone who has the tag “cafés”"),
            (json!({ "match": "not", "of": tag }), "Everyone who does not have the tag “cafés”"),
            (json!({ "match": "not", "of": quiet }), "Everyone who was not last spoken with more than 30 days ago"),
            (
                json!({ "match": "all", "of": [tag, { "match": "any", "of": [quiet, new] }, { "match": "not", "of": { "match": "all", "of": [quiet, new] } }] }),
                "Everyone who has the tag “cafés” and (was last spoken with more than 30 days ago or was added in the last day) \
                 and not (was last spoken with more than 30 days ago and was added in the last day)",
            ),
            (json!({ "match": "any", "of": [{ "match": "all", "of": [tag] }] }), "Everyone who has the tag “cafés”"),
            (one(json!({ "on": "tag", "tag": Uuid::max() })), "Everyone who has the tag that is gone"),
            (one(json!({ "on": "reach", "kind": "email", "has": false })), "Everyone who has no e-mail address"),
            (one(json!({ "on": "reach", "kind": "phone", "has": false })), "Everyone who has no phone number"),
            (
                one(json!({ "on": "relation", "relation": "selfService" })),
                "Everyone who has the relationship self-service",
            ),
            (
                one(json!({ "on": "lastFelt", "bound": "atMost", "felt": -1 })),
                "Everyone who has a last touchpoint that felt -1 or worse",
            ),
        ] {
            assert_eq!(said(rule), text);
        }
    }
}
