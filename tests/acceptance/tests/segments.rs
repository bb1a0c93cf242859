//! Segments: rules over people that stay true, through the list of commands.

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

fn one(condition: Value) -> Value {
    json!({ "match": "one", "of": condition })
}

fn names(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|p| p["name"].as_str().unwrap()).collect()
}

#[test]
fn a_segment_is_previewed_saved_counted_and_follows_the_book() {
    let desk = Desk::new();
    let people: Vec<String> = ["Zoë", "Ana", "Bo", "Chi"].iter().map(|n| desk.person(n)).collect();
    desk.call("people", "tag", json!({ "ids": people[..3], "tag": "cafés" }));
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    desk.log(&people[0], 40, -1, "late again");
    desk.log(&people[1], 3, 1, "fine");
    let quiet = one(json!({ "on": "lastTouch", "side": "before", "days": 30 }));
    let rule =
        json!({ "match": "all", "of": [one(json!({ "on": "tag", "tag": tag })), { "match": "not", "of": quiet }] });

    let preview = desk.call("segments", "preview", json!({ "rule": rule }));
    assert_eq!((&preview["count"], &preview["total"]), (&json!(2), &json!(4)));
    assert_eq!(preview["first"][0]["name"], "Ana");
    assert_eq!(
        preview["sentence"],
        "Everyone who has the tag “cafés” and was not last spoken with more than 30 days ago"
    );

    let saved = desk.call("segments", "save", json!({ "name": " Lively cafés ", "hue": 2, "rule": rule }));
    assert_eq!((saved["name"].as_str(), saved["count"].as_u64()), (Some("Lively cafés"), Some(2)));
    let id = saved["id"].clone();
    assert_eq!(names(&desk.call("segments", "members", json!({ "id": id }))), ["Ana", "Bo"]);
    let second = desk.call("segments", "members", json!({ "id": id, "offset": 1, "limit": 1 }));
    assert_eq!((names(&second), &second["total"]), (vec!["Bo"], &json!(2)));
    let part = |among: Value| {
        let page = desk.call("segments", "members", json!({ "id": id, "among": among, "limit": 1 }));
        (names(&page).iter().map(|n| (*n).to_owned()).collect::<Vec<_>>(), page["total"].clone())
    };
    assert_eq!(part(json!({ "sort": "added" })), (vec!["Bo".to_owned()], json!(2)), "in the order asked for");
    assert_eq!(
        part(json!({ "text": "an", "limit": 0, "offset": 9 })),
        (vec!["Ana".to_owned()], json!(1)),
        "cut by the name"
    );
    assert_eq!(part(json!({ "without": "touchpoint" })), (vec!["Bo".to_owned()], json!(1)), "cut by what is missing");
    assert_eq!(part(json!({ "text": "Zoë" })), (vec![], json!(0)), "nobody from outside");
    assert_eq!(desk.call("segments", "uncovered", json!(null)), 2);
    assert_eq!(names(&desk.call("segments", "members", json!({ "uncovered": true }))), ["Chi", "Zoë"]);
    assert_eq!(desk.call("segments", "ofPerson", json!({ "id": people[1] }))[0]["name"], "Lively cafés");
    assert_eq!(desk.call("segments", "ofPerson", json!({ "id": people[0] })), json!([]));

    desk.log(&people[0], 0, 1, "we spoke");
    assert_eq!(desk.call("segments", "get", json!({ "id": id }))["count"], 3, "a touchpoint moves people");
    desk.call("people", "bin", json!({ "ids": [people[1]] }));
    assert_eq!(desk.call("segments", "list", json!(null))[0]["count"], 2, "the bin holds nobody's members");
    desk.clock.advance(31 * 86_400_000);
    assert_eq!(desk.call("segments", "get", json!({ "id": id }))["count"], 1, "time moves people too");
}

#[test]
fn segments_are_renamed_removed_and_brought_back() {
    let desk = Desk::new();
    desk.person("Ana");
    let rule = one(json!({ "on": "neverTouched" }));
    let saved = desk.call("segments", "save", json!({ "name": "New", "rule": rule }));
    let id = saved["id"].clone();
    let renamed = desk.call("segments", "save", json!({ "id": id, "name": "Not met yet" }));
    assert_eq!((&renamed["name"], &renamed["rule"]), (&json!("Not met yet"), &rule));
    desk.call("segments", "remove", json!({ "id": id }));
    assert_eq!(desk.call("segments", "list", json!(null)), json!([]));
    assert_eq!(desk.attempt("segments", "members", json!({ "id": id })).unwrap_err().code, Code::NotFound);
    let undone = desk.call("vault", "undo", json!({}));
    assert_eq!(
        (undone["step"]["name"].as_str(), undone["step"]["subject"].as_str()),
        (Some("removeSegment"), Some("Not met yet"))
    );
    desk.call("vault", "undo", json!({}));
    let back = desk.call("segments", "list", json!(null));
    assert_eq!((&back[0]["name"], &back[0]["count"]), (&json!("New"), &json!(1)));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let desk = Desk::new();
    let never = one(json!({ "on": "neverTouched" }));
    for (input, field) in [
        (json!({ "rule": never }), "name"),
        (json!({ "name": " ", "rule": never }), "name"),
        (json!({ "name": "x" }), "rule"),
        (json!({ "name": "x", "rule": never, "hue": 7 }), "hue"),
        (json!({ "name": "x", "rule": one(json!({ "on": "stage", "stage": "limbo" })) }), "rule"),
    ] {
        let error = desk.attempt("segments", "save", input.clone()).unwrap_err();
        assert_eq!((error.code, error.details["field"].as_str()), (Code::Invalid, Some(field)), "{input}");
    }
    let unknown = json!({ "name": "x", "rule": one(json!({ "on": "horoscope" })) });
    assert_eq!(desk.attempt("segments", "save", unknown).unwrap_err().code, Code::Invalid);
    for input in [json!({}), json!({ "rule": never, "uncovered": true }), json!({ "uncovered": false })] {
        assert_eq!(desk.attempt("segments", "members", input).unwrap_err().code, Code::Invalid);
    }
}

#[test]
fn what_a_condition_can_be_about_stands_in_the_book() {
    let desk = Desk::new();
    for (name, organisation) in [("Ana", "Ōkami Café"), ("Bo", "Ōkami Café"), ("Chi", "Zweig & Sohn")] {
        desk.call("people", "create", json!({
            "name": name, "language": "de-AT", "source": "trade fair", "tags": ["key"], "roles": [{ "organisation": organisation }],
        }));
    }
    let choices = desk.call("segments", "choices", json!({}));
    assert_eq!((&choices["languages"], &choices["sources"]), (&json!(["de-at"]), &json!(["trade fair"])));
    assert_eq!((&choices["tags"][0]["people"], &choices["organisations"][0]["people"]), (&json!(3), &json!(2)));
    let found = desk.call("segments", "choices", json!({ "organisation": "okami" }))["organisations"].clone();
    assert_eq!((found.as_array().unwrap().len(), &found[0]["name"]), (1, &json!("Ōkami Café")));
    let rule = one(json!({ "on": "organisation", "organisation": found[0]["id"] }));
    let preview = desk.call("segments", "preview", json!({ "rule": rule }));
    assert_eq!((&preview["count"], &preview["sentence"]), (&json!(2), &json!("Everyone who is at “Ōkami Café”")));
    let german = one(json!({ "on": "language", "language": "de" }));
    assert_eq!(desk.call("segments", "preview", json!({ "rule": german }))["count"], 3);
}

#[test]
fn a_rule_of_today_can_be_for_a_segment() {
    let desk = Desk::new();
    let (key, other, patient) = (desk.person("Key"), desk.person("Other"), desk.person("Patient"));
    for (person, relation) in [(&key, "dedicated"), (&patient, "selfService")] {
        desk.call("people", "edit", json!({ "id": person, "relation": relation }));
    }
    for person in [&key, &other, &patient] {
        desk.log(person, 70, 0, "x");
    }
    let rule_for = |relation: &str, days: u32| {
        let rule = one(json!({ "on": "relation", "relation": relation }));
        let segment = desk.call("segments", "save", json!({ "name": relation, "rule": rule }))["id"].clone();
        desk.call(
            "care",
            "saveRule",
            json!({ "scope": { "for": "segment", "id": segment }, "days": days, "active": true }),
        );
        segment
    };
    rule_for("dedicated", 14);
    let patient_ones = rule_for("selfService", 180);
    let waiting = || {
        let today = desk.call("care", "today", json!({}));
        today["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| (i["person"]["name"].as_str().unwrap().to_owned(), i["why"]["rule"]["days"].as_u64()))
            .collect::<Vec<_>>()
    };
    let named = |name: &str, days: u64| (name.to_owned(), Some(days));
    assert_eq!(waiting(), [named("Key", 14), named("Other", 60)], "a narrower rule speaks for those it covers");
    desk.call("segments", "remove", json!({ "id": patient_ones }));
    assert_eq!(
        waiting(),
        [named("Key", 14), named("Other", 60), named("Patient", 60)],
        "a segment that is gone covers nobody"
    );
    desk.call("people", "edit", json!({ "id": key, "relation": "" }));
    assert_eq!(waiting()[0].1, Some(60), "who leaves the segment leaves its rule");
    desk.call("care", "snooze", json!({ "person": key, "until": NOW + 86_400_000 }));
    assert_eq!(waiting().len(), 2);
}
