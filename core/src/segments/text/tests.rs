//! Tests of typed rules: what each condition reads as and is written as, where an error points, what is offered.

use super::book::{Book, Named};
use super::parse::{RuleProblem, complete, parse};
use super::write::write;
use crate::error::Result;
use crate::segments::rule::SegmentRule;
use crate::segments::words::{Names, sentence};
use crate::vault::text::fold;
use serde_json::{Value, json};
use uuid::Uuid;

/// Tags VIP and "key account", an organisation, two segments, three fields.
const NAMES: [(Named, &str); 9] = [
    (Named::Tag, "VIP"),
    (Named::Tag, "key account"),
    (Named::Organisation, "Café Trópico"),
    (Named::Segment, "Cafés"),
    (Named::Segment, "and more"),
    (Named::Field, "Size"),
    (Named::Field, "Shoe size"),
    (Named::Field, "Renewal"),
    (Named::Field, "is"),
];

fn id(name: &str) -> Uuid {
    let at = NAMES.iter().position(|(_, known)| *known == name).unwrap();
    Uuid::from_u128(1 + at as u128)
}

fn names() -> Names {
    NAMES.iter().map(|(_, name)| (id(name), (*name).to_owned())).collect()
}

struct Known;

impl Book for Known {
    fn find(&self, what: Named, name: &str) -> Result<Vec<Uuid>> {
        let same = |(kind, known): &&(Named, &str)| *kind == what && fold(known) == fold(name);
        Ok(NAMES.iter().filter(same).map(|(_, name)| id(name)).collect())
    }

    fn like(&self, what: Named, part: &str, most: usize) -> Result<Vec<String>> {
        let has = |(kind, known): &&(Named, &str)| *kind == what && fold(known).contains(&fold(part));
        Ok(NAMES.iter().filter(has).map(|(_, name)| (*name).to_owned()).take(most).collect())
    }
}

fn read(text: &str) -> std::result::Result<SegmentRule, RuleProblem> {
    parse(text, &Known).unwrap()
}

fn rule(json: Value) -> SegmentRule {
    serde_json::from_value(json).unwrap()
}

fn one(condition: Value) -> Value {
    json!({ "match": "one", "of": condition })
}

#[test]
fn each_condition_is_written_read_and_said() {
    for (condition, text, said) in [
        (json!({ "on": "tag", "tag": id("key account") }), "tag = \"key account\"", "has the tag “key account”"),
        (json!({ "on": "stage", "stage": "retention" }), "stage = retention", "is at the stage retention"),
        (json!({ "on": "stage", "stage": "" }), "stage = none", "has no stage"),
        (
            json!({ "on": "relation", "relation": "selfService" }),
            "relationship = self-service",
            "has the relationship self-service",
        ),
        (json!({ "on": "loopStage", "stage": "delight" }), "loop = delight", "is at “delight” in the loyalty loop"),
        (json!({ "on": "loopStage", "stage": "" }), "loop = none", "has no stage of the loyalty loop"),
        (
            json!({ "on": "organisation", "organisation": id("Café Trópico") }),
            "organisation = \"Café Trópico\"",
            "is at “Café Trópico”",
        ),
        (json!({ "on": "title", "text": "buyer" }), "title contains buyer", "has “buyer” in the title of a role"),
        (json!({ "on": "place", "place": "São Paulo" }), "place = \"São Paulo\"", "has an address in “São Paulo”"),
        (json!({ "on": "language", "language": "pt-BR" }), "language = pt-BR", "is written to in pt-BR"),
        (json!({ "on": "reach", "kind": "email", "has": true }), "has email", "has an e-mail address"),
        (json!({ "on": "reach", "kind": "phone", "has": false }), "no phone", "has no phone number"),
        (
            json!({ "on": "preferredChannel", "channel": "inPerson" }),
            "prefers in-person",
            "is best reached by meeting in person",
        ),
        (
            json!({ "on": "permission", "channel": "email", "state": "optedOut" }),
            "permission email = no",
            "has asked us not to write by e-mail",
        ),
        (
            json!({ "on": "permission", "state": "agreed" }),
            "permission = yes",
            "has agreed to hear from us in every way",
        ),
        (
            json!({ "on": "permission", "channel": "post", "state": "notSaid" }),
            "permission post = unknown",
            "has said nothing about hearing from us by post",
        ),
        (json!({ "on": "name", "text": "ana r" }), "name contains \"ana r\"", "has “ana r” in the name"),
        (
            json!({ "on": "lastTouch", "side": "before", "days": 60 }),
            "last touch before 60 days ago",
            "was last spoken with more than 60 days ago",
        ),
        (
            json!({ "on": "lastTouch", "side": "after", "days": 60 }),
            "last touch in last 60 days",
            "was last spoken with in the last 60 days",
        ),
        (json!({ "on": "neverTouched" }), "never touched", "was never spoken with"),
        (json!({ "on": "touches", "bound": "atLeast", "count": 3 }), "touches >= 3", "has at least 3 touchpoints"),
        (
            json!({ "on": "touches", "bound": "atMost", "count": 0, "days": 90 }),
            "touches <= 0 in last 90 days",
            "has at most 0 touchpoints in the last 90 days",
        ),
        (
            json!({ "on": "lastFelt", "bound": "atMost", "felt": -1 }),
            "last felt <= -1",
            "has a last touchpoint that felt -1 or worse",
        ),
        (
            json!({ "on": "meanFelt", "bound": "atLeast", "felt": 0.5, "days": 365 }),
            "mean felt >= 0.5 in last 365 days",
            "has touchpoints that felt +0.5 or better on average in the last 365 days",
        ),
        (json!({ "on": "channelUsed", "channel": "phone" }), "used phone", "was spoken with by phone"),
        (
            json!({ "on": "channelUsed", "channel": "video", "days": 7 }),
            "used video in last 7 days",
            "was spoken with by video call in the last 7 days",
        ),
        (
            json!({ "on": "purchases", "bound": "atLeast", "count": 2, "days": 30 }),
            "purchases >= 2 in last 30 days",
            "has at least 2 purchases in the last 30 days",
        ),
        (
            json!({ "on": "spent", "bound": "atLeast", "amount": 50_000, "currency": "EUR" }),
            "spent >= 500.00 EUR",
            "has spent at least 500.00 EUR",
        ),
        (
            json!({ "on": "spent", "bound": "atMost", "amount": 1500, "currency": "JPY", "days": 365 }),
            "spent <= 1500 JPY in last 365 days",
            "has spent at most 1500 JPY in the last 365 days",
        ),
        (
            json!({ "on": "lastPurchase", "side": "before", "days": 180 }),
            "last purchase before 180 days ago",
            "has a last purchase more than 180 days ago",
        ),
        (
            json!({ "on": "lastPurchase", "side": "after", "days": 1 }),
            "last purchase in last 1 days",
            "has bought something in the last day",
        ),
        (json!({ "on": "neverBought" }), "never bought", "has no purchase yet"),
        (
            json!({ "on": "bought", "text": "box of cups", "days": 90 }),
            "bought \"box of cups\" in last 90 days",
            "has bought “box of cups” in the last 90 days",
        ),
        (json!({ "on": "source", "source": "fair" }), "source = fair", "is from the source “fair”"),
        (
            json!({ "on": "customerSince", "side": "before", "date": "2020-05" }),
            "customer before 2020-05",
            "is a customer since before 2020-05",
        ),
        (
            json!({ "on": "customerSince", "side": "after", "date": "2020" }),
            "customer since 2020",
            "is a customer since 2020 or later",
        ),
        (
            json!({ "on": "added", "side": "after", "days": 30 }),
            "added in last 30 days",
            "was added in the last 30 days",
        ),
        (json!({ "on": "birthday", "days": 14 }), "birthday in next 14 days", "has a birthday in the next 14 days"),
        (json!({ "on": "birthday", "days": 0 }), "birthday today", "has a birthday today"),
        (
            json!({ "on": "yearly", "label": "name day", "side": "before", "days": 7 }),
            "date \"name day\" in last 7 days",
            "has the date “name day” in the last 7 days",
        ),
        (
            json!({ "on": "yearly", "label": "", "side": "after", "days": 30 }),
            "any date in next 30 days",
            "has a date of every year in the next 30 days",
        ),
        (json!({ "on": "age", "bound": "atLeast", "years": 18 }), "age >= 18", "is at least 18 years old"),
        (
            json!({ "on": "field", "field": id("Size"), "test": "is", "value": "M" }),
            "field Size = M",
            "has “Size” that is “M”",
        ),
        (
            json!({ "on": "field", "field": id("Shoe size"), "test": "atLeast", "value": "42.5" }),
            "field \"Shoe size\" >= 42.5",
            "has “Shoe size” of at least 42.5",
        ),
        (
            json!({ "on": "field", "field": id("Size"), "test": "atMost", "value": "-3" }),
            "field Size <= -3",
            "has “Size” of at most -3",
        ),
        (
            json!({ "on": "field", "field": id("is"), "test": "contains", "value": "is" }),
            "field \"is\" contains \"is\"",
            "has “is” with “is” in it",
        ),
        (
            json!({ "on": "field", "field": id("Renewal"), "test": "before", "value": "2026-01-31" }),
            "field Renewal before 2026-01-31",
            "has “Renewal” before 2026-01-31",
        ),
        (
            json!({ "on": "field", "field": id("Renewal"), "test": "after", "value": "2026-01-31" }),
            "field Renewal since 2026-01-31",
            "has “Renewal” on 2026-01-31 or later",
        ),
        (
            json!({ "on": "field", "field": id("Renewal"), "test": "inNext", "value": "30" }),
            "field Renewal in next 30 days",
            "has “Renewal” in the next 30 days",
        ),
        (
            json!({ "on": "field", "field": id("Renewal"), "test": "inLast", "value": "1" }),
            "field Renewal in last 1 days",
            "has “Renewal” in the last day",
        ),
        (
            json!({ "on": "field", "field": id("Size"), "test": "filled", "value": "" }),
            "field Size is filled",
            "has something in “Size”",
        ),
        (json!({ "on": "inSegment", "segment": id("Cafés") }), "segment = Cafés", "is in the segment “Cafés”"),
        (
            json!({ "on": "inSegment", "segment": id("and more") }),
            "segment = \"and more\"",
            "is in the segment “and more”",
        ),
    ] {
        let tree = rule(one(condition.clone()));
        assert_eq!(tree.check().map_err(|e| e.details), Ok(()), "{condition}");
        assert_eq!(write(&tree, &names(), &Known).unwrap(), text, "{condition}");
        assert_eq!(read(text), Ok(tree.clone()), "{text}");
        assert!(read(&text.to_uppercase().replace("IN-PERSON", "in-person")).is_ok(), "{text}");
        assert_eq!(sentence(&tree, &names()), format!("Everyone who {said}"), "{condition}");
    }
}

#[test]
fn groups_bind_as_they_are_read_aloud() {
    let c = |n: u32| one(json!({ "on": "age", "bound": "atLeast", "years": n }));
    let (all, any) = (|of: Value| json!({ "match": "all", "of": of }), |of: Value| json!({ "match": "any", "of": of }));
    let not = |of: Value| json!({ "match": "not", "of": of });
    let (a, b, d) = (c(1), c(2), c(3));
    for (tree, text) in [
        (all(json!([])), "everyone"),
        (any(json!([])), "nobody"),
        (all(json!([a, b])), "age >= 1 and age >= 2"),
        (any(json!([a, all(json!([b, d]))])), "age >= 1 or (age >= 2 and age >= 3)"),
        (all(json!([any(json!([a, b])), not(d.clone())])), "(age >= 1 or age >= 2) and not age >= 3"),
        (not(any(json!([a, b]))), "none of (age >= 1, age >= 2)"),
        (not(all(json!([a, not(b.clone())]))), "not (age >= 1 and not age >= 2)"),
        (not(not(any(json!([])))), "not not nobody"),
        (all(json!([a, all(json!([b, d])), any(json!([]))])), "age >= 1 and (age >= 2 and age >= 3) and nobody"),
    ] {
        let tree = rule(tree);
        assert_eq!(write(&tree, &names(), &Known).unwrap(), text);
        assert_eq!(read(text), Ok(tree), "{text}");
    }
    // What is understood, and written otherwise.
    for (typed, written) in [
        ("age >= 1 or age >= 2 and age >= 3", "age >= 1 or (age >= 2 and age >= 3)"),
        ("NOT age at least 1", "not age >= 1"),
        ("all of (age > 1, age < 3)", "age >= 2 and age <= 2"),
        ("any of (has mail or no phone)", ""),
        ("any of (has email or no phone)", "has email or no phone"),
        ("stage != retention", "not stage = retention"),
        ("tag is not vip", "not tag = VIP"),
        ("tag = key account and language = de", "tag = \"key account\" and language = de"),
        ("last touch after 2 weeks ago", "last touch in last 14 days"),
        ("last purchase in the last 3 months", "last purchase in last 90 days"),
        ("spent > EUR 10", "spent >= 10.01 EUR"),
        (
            "(tag = VIP or spent >= 500 EUR) and not permission mail = no",
            "(tag = VIP or spent >= 500.00 EUR) and not permission email = no",
        ),
        ("field Size is empty", "not field Size is filled"),
        ("name contains ana ruiz or no phone", "name contains \"ana ruiz\" or no phone"),
        ("touches≥3", "touches >= 3"),
    ] {
        match read(typed) {
            Ok(tree) => assert_eq!(write(&tree, &names(), &Known).unwrap(), written, "{typed}"),
            Err(problem) => assert!(written.is_empty(), "{typed}: {problem:?}"),
        }
    }
}

#[test]
fn an_error_points_to_its_place() {
    // The text, with the place between carets; why, and what is among the expected or the meant.
    for (marked, why, hint) in [
        ("^tga^ = VIP", "expected", "tag"),
        ("stage = ^retnetion^", "unknownStage", "retention"),
        ("tag = ^VPI^", "unknownTag", "VIP"),
        ("tag = ^kéy acount^ and no phone", "unknownTag", "\"key account\""),
        ("segment = ^Cafes 2^", "unknownSegment", "Cafés"),
        ("touches >= ^many^", "number", ""),
        ("touches >= ^-1^", "number", ""),
        ("touches ^3^", "expected", ">="),
        ("last touch before 60 ^ago^", "expected", "days"),
        ("last touch before 60 days^^", "expected", "ago"),
        ("stage = retention ^last^ touch before 60 days ago", "expected", "and"),
        ("(stage = retention^^", "expected", ")"),
        ("stage = retention^)^", "expected", "and"),
        ("spent >= ^500 EUO^", "unknownCurrency", "EUR"),
        ("spent >= ^5.001 EUR^", "amount", ""),
        ("spent >= 500^^", "expected", "<currency>"),
        ("customer since ^yesterday^", "date", ""),
        ("tag = ^\"VIP^", "openQuote", ""),
        ("^^", "expected", "tag"),
        ("not^^", "expected", "stage"),
        ("none ^stage^ = retention", "expected", "of"),
        ("“☕” ^", "expected", ""),
        ("name contains \"☕\" and ^tgg^ = x", "expected", "tag"),
        ("^last touch before 99999999 days ago^", "days", ""),
    ] {
        let (text, place) = (marked.replace('^', ""), marked);
        let parts: Vec<&str> = place.split('^').collect();
        let problem = read(&text).unwrap_err();
        let hinted = hint.is_empty() || problem.expected.iter().chain(&problem.meant).any(|word| word == hint);
        assert_eq!(problem.why, why, "{marked}: {problem:?}");
        assert!(hinted, "{marked}: {problem:?}");
        if parts.len() == 3 {
            let from = parts[0].encode_utf16().count();
            assert_eq!(
                (problem.from, problem.to),
                (from, from + parts[1].encode_utf16().count()),
                "{marked}: {problem:?}"
            );
        }
    }
    for deep in [5000, 40] {
        assert_eq!(read(&format!("{}no phone{}", "(".repeat(deep), ")".repeat(deep))).unwrap_err().why, "tooDeep");
        assert_eq!(read(&format!("{}no phone", "not ".repeat(deep))).unwrap_err().why, "tooDeep");
    }
    assert_eq!(read(&vec!["no phone"; 101].join(" or ")).unwrap_err().why, "tooLong");
}

#[test]
fn what_could_follow_is_offered() {
    let offered = |marked: &str| {
        let at = marked.find('|').unwrap();
        let found = complete(&marked.replace('|', ""), marked[..at].encode_utf16().count(), 40, &Known).unwrap();
        (found.words, found.wanted, found.from)
    };
    let (words, _, from) = offered("sta|");
    assert_eq!((words, from), (vec!["stage".to_owned()], 0));
    assert!(offered("|").0.contains(&"last".to_owned()) && offered("no phone and |").0.contains(&"not".to_owned()));
    assert_eq!(offered("stage = re|").0, ["retention"]);
    assert_eq!(offered("tag = |").0, ["VIP", "\"key account\""]);
    assert_eq!(offered("tag = \"key|").0, ["\"key account\""]);
    assert_eq!(offered("tag = ke| and no phone").0, ["\"key account\""]);
    assert_eq!(offered("last |").0, ["touch", "purchase", "felt"]);
    assert_eq!(offered("last touch before |").1, ["<days>"]);
    assert_eq!(offered("last touch before 60 |").0, ["days"]);
    assert_eq!(offered("segment = |").0, ["Cafés", "\"and more\""]);
    assert_eq!(offered("field Size |").0, ["contains", "~", ">=", "<=", "before", "since", "in", "is", "=", "!="]);
    assert_eq!(offered("tag = VIP |").0, ["and", "or"]);
    assert_eq!(offered("(tag = VIP |").0, ["and", "or", ")"]);
    assert!(offered("touches >= 3 i|").0.contains(&"in".to_owned()));
    assert_eq!(offered("nonsense |").0, Vec::<String>::new(), "an error stands before");
}
