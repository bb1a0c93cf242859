//! Tests of rules: their shape on the wire, and their limits.

use super::*;
use serde_json::json;

fn rule(json: serde_json::Value) -> SegmentRule {
    serde_json::from_value(json).unwrap()
}

#[test]
fn the_shape_on_the_wire_stays_as_it_is() {
    let json = json!({ "match": "all", "of": [
        { "match": "one", "of": { "on": "stage", "stage": "retention" } },
        { "match": "not", "of": { "match": "one", "of": { "on": "reach", "kind": "phone", "has": true } } },
        { "match": "any", "of": [
            { "match": "one", "of": { "on": "neverTouched" } },
            { "match": "one", "of": { "on": "touches", "bound": "atMost", "count": 2, "days": 90 } },
            { "match": "one", "of": { "on": "lastTouch", "side": "before", "days": 30 } },
            { "match": "one", "of": { "on": "customerSince", "side": "after", "date": "2020-05" } },
        ] },
    ] });
    assert_eq!(serde_json::to_value(rule(json.clone())).unwrap(), json);
    assert!(serde_json::from_value::<Condition>(json!({ "on": "stage", "stage": "x", "stgae": "y" })).is_err());
    assert_eq!(SegmentRule::from_text(r#"{"match":"one","of":{"on":"horoscope"}}"#), None, "a newer program's rule");
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_place() {
    for (condition, why) in [
        (json!({ "on": "stage", "stage": "limbo" }), "noSuchStage"),
        (json!({ "on": "relation", "relation": "friend" }), "noSuchRelation"),
        (json!({ "on": "name", "text": "  " }), "empty"),
        (json!({ "on": "lastTouch", "side": "before", "days": 0 }), "days"),
        (json!({ "on": "touches", "bound": "atLeast", "count": 1, "days": 40_000 }), "days"),
        (json!({ "on": "birthday", "days": 367 }), "days"),
        (json!({ "on": "lastFelt", "bound": "atMost", "felt": 3 }), "felt"),
        (json!({ "on": "meanFelt", "bound": "atMost", "felt": -2.5, "days": 30 }), "felt"),
        (json!({ "on": "customerSince", "side": "before", "date": "2020-13" }), "date"),
        (json!({ "on": "customerSince", "side": "before", "date": "20" }), "date"),
    ] {
        let fine = json!({ "match": "one", "of": { "on": "neverTouched" } });
        let nested =
            json!({ "match": "all", "of": [fine, { "match": "not", "of": { "match": "one", "of": condition } }] });
        let error = rule(nested).check().unwrap_err();
        assert_eq!((&error.details["why"], &error.details["at"]), (&json!(why), &json!("1.0")), "{condition}");
    }
}

#[test]
fn depth_and_size_have_limits() {
    let leaf = || SegmentRule::One(Condition::NeverTouched);
    let nest = |n: usize| (0..n).fold(leaf(), |inner, _| SegmentRule::Not(Box::new(inner)));
    assert!(nest(MAX_DEPTH - 1).check().is_ok());
    assert_eq!(nest(MAX_DEPTH).check().unwrap_err().details["why"], "tooDeep");
    assert!(SegmentRule::Any(vec![leaf(); MAX_CONDITIONS]).check().is_ok());
    assert_eq!(SegmentRule::Any(vec![leaf(); MAX_CONDITIONS + 1]).check().unwrap_err().details["why"], "tooLong");
    assert!(SegmentRule::All(vec![]).check().is_ok());
}
