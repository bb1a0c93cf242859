//! What a person's page keeps, and what hides people from lists and brings them back.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

fn names(desk: &Desk, filter: Value) -> Vec<String> {
    let page = desk.call("people", "list", filter);
    page["items"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn whoever_is_in_the_bin_is_nowhere_else_and_comes_back_whole() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    desk.log(&ana, 90, 1, "renewal of the contract");
    desk.log(&ben, 1, 1, "hello");
    desk.call("people", "tag", json!({ "ids": [ana], "tag": "key" }));
    let page = desk.call("people", "get", json!({ "id": ana }));
    assert_eq!(desk.call("people", "bin", json!({ "ids": [ana] })), 1);
    assert_eq!(names(&desk, json!({})), ["Ben Okafor"]);
    assert_eq!(names(&desk, json!({ "binned": true })), ["Ana Ruiz"]);
    assert_eq!(desk.call("care", "today", json!({}))["items"], json!([]));
    assert_eq!(desk.call("search", "find", json!({ "text": "ruiz" }))["hits"], json!([]));
    assert_eq!(desk.call("people", "tags", json!(null))[0]["people"], 0);
    assert_eq!(desk.attempt("people", "oneCalled", json!("Ana Ruiz")).unwrap_err().code, Code::NotFound);
    assert_eq!(
        desk.call("people", "get", json!({ "id": ana }))["row"]["binnedAt"],
        NOW,
        "by id the page is still there"
    );
    assert_eq!(desk.call("people", "bin", json!({ "ids": [ana] })), 0, "once is enough");

    assert_eq!(desk.call("people", "restore", json!({ "ids": [ana] })), 1);
    assert_eq!(desk.call("people", "get", json!({ "id": ana })), page, "everything as it was");
    assert_eq!(desk.call("care", "today", json!({}))["items"][0]["person"]["name"], "Ana Ruiz");
    assert_eq!(desk.call("search", "find", json!({ "text": "renewal" }))["hits"][0]["kind"], "touchpoint");
    assert_eq!(desk.call("people", "restore", json!({ "ids": [ana] })), 0);
}

#[test]
fn a_tag_is_one_whatever_its_case_and_goes_with_its_people() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana"), desk.person("Ben"));
    assert_eq!(desk.call("people", "tag", json!({ "ids": [ana, ben], "tag": "Key Account" })), 2);
    assert_eq!(
        desk.call("people", "tag", json!({ "ids": [ana], "tag": " key account " })),
        0,
        "she carries it already"
    );
    let tags = desk.call("people", "tags", json!(null));
    assert_eq!(
        (tags.as_array().unwrap().len(), &tags[0]["name"], &tags[0]["people"]),
        (1, &json!("Key Account"), &json!(2))
    );
    assert_eq!(names(&desk, json!({ "tag": tags[0]["id"] })), ["Ana", "Ben"]);
    assert_eq!(names(&desk, json!({ "without": "tag" })), Vec::<String>::new());
    assert_eq!(desk.call("people", "untag", json!({ "ids": [ana, ben], "tag": "Key Account" })), 2);
    assert_eq!(names(&desk, json!({ "without": "tag" })), ["Ana", "Ben"]);
    assert_eq!(desk.attempt("people", "tag", json!({ "ids": [ana], "tag": " " })).unwrap_err().code, Code::Invalid);
}

#[test]
fn stages_are_the_six_and_many_people_move_in_one_step() {
    let desk = Desk::new();
    let all: Vec<String> = (0..3).map(|n| desk.person(&format!("Person {n}"))).collect();
    for stage in ["awareness", "acquisition", "onboarding", "engagement", "retention", "advocacy"] {
        assert_eq!(desk.call("people", "setStage", json!({ "ids": all, "stage": stage })), 3, "{stage}");
        assert_eq!(names(&desk, json!({ "stage": stage })).len(), 3);
    }
    desk.call("vault", "undo", json!({}));
    assert_eq!(names(&desk, json!({ "stage": "retention" })).len(), 3, "one step for all three");
    assert_eq!(
        desk.attempt("people", "setStage", json!({ "ids": all, "stage": "abgesprungen" })).unwrap_err().code,
        Code::Invalid
    );
    assert_eq!(desk.call("people", "setStage", json!({ "ids": all, "stage": "" })), 3, "and out of all stages");
    desk.log(&all[0], 0, 1, "x");
    desk.call("people", "setStage", json!({ "ids": all, "stage": "advocacy" }));
    desk.log(&all[0], -1, 1, "y");
    let timeline = desk.call("touchpoints", "timeline", json!({ "person": all[0] }));
    let stages: Vec<_> = timeline["items"].as_array().unwrap().iter().map(|t| t["stage"].clone()).collect();
    assert_eq!(stages, ["advocacy", ""], "a touchpoint keeps the stage of its day");
}

#[test]
fn of_several_addresses_of_a_kind_one_at_most_is_preferred() {
    let desk = Desk::new();
    let mail = |value: &str, preferred: bool| json!({ "kind": "email", "value": value, "label": "work", "preferred": preferred });
    let made = desk.call(
        "people",
        "create",
        json!({ "name": "Ana", "reaches": [mail("a@example.org", false), mail("b@example.org", true)] }),
    );
    let ana = made["row"]["id"].clone();
    let preferred = |page: &Value| -> Vec<String> {
        let reaches = page["reaches"].as_array().unwrap().iter().filter(|reach| reach["preferred"] == json!(true));
        reaches.map(|reach| reach["value"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(preferred(&made), ["b@example.org"]);
    let mut third = mail("c@example.org", true);
    third["person"] = ana.clone();
    assert_eq!(preferred(&desk.call("people", "saveReach", third)), ["c@example.org"], "the new one takes the place");
    let phone = json!({ "person": ana, "kind": "phone", "value": "+49 30 1234", "preferred": true });
    assert_eq!(preferred(&desk.call("people", "saveReach", phone)).len(), 2, "a phone is of another kind");
    let first = desk.call("people", "get", json!({ "id": ana }))["reaches"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["value"] == "a@example.org")
        .unwrap()
        .clone();
    let page = desk.call(
        "people",
        "saveReach",
        json!({ "id": first["id"], "person": ana, "kind": "email", "value": "a@example.org", "preferred": true }),
    );
    assert_eq!(preferred(&page), ["a@example.org", "+49 30 1234"]);
    desk.call("vault", "undo", json!({}));
    assert_eq!(
        preferred(&desk.call("people", "get", json!({ "id": ana }))),
        ["c@example.org", "+49 30 1234"],
        "undo gives it back"
    );
    for by in ["a@example.org", "A@Example.ORG", "c@example.org"] {
        assert_eq!(desk.call("people", "oneCalled", json!(by))["name"], "Ana", "{by}");
    }
}

#[test]
fn a_date_needs_no_year_and_must_exist() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    let save = |year: Value, month: u8, day: u8| {
        desk.attempt(
            "people",
            "saveDate",
            json!({ "person": ana, "label": "birthday", "year": year, "month": month, "day": day }),
        )
    };
    for (year, month, day) in [(json!(null), 2, 29), (json!(2024), 2, 29), (json!(1931), 12, 31), (json!(null), 1, 1)] {
        let page = save(year.clone(), month, day).unwrap();
        let kept = page["dates"]
            .as_array()
            .unwrap()
            .iter()
            .find(|d| d["month"] == month && d["day"] == day && d["year"] == year);
        assert!(kept.is_some(), "{year}-{month}-{day}: {page}");
    }
    for (year, month, day) in [
        (json!(2023), 2, 29),
        (json!(null), 2, 30),
        (json!(null), 4, 31),
        (json!(null), 13, 1),
        (json!(null), 0, 1),
        (json!(null), 1, 0),
    ] {
        assert_eq!(save(year.clone(), month, day).unwrap_err().code, Code::Invalid, "{year}-{month}-{day}");
    }
    assert_eq!(desk.call("people", "get", json!({ "id": ana }))["dates"].as_array().unwrap().len(), 4);
}

#[test]
fn a_name_means_one_person_or_is_rejected_with_the_candidates() {
    let desk = Desk::new();
    let (first, second, third) = (desk.person("Ana Ruiz"), desk.person("ana ruiz"), desk.person("Ana Maria Ruiz"));
    assert_eq!(
        desk.call("people", "oneCalled", json!("Ana Ruiz"))["id"],
        first.as_str(),
        "exactly as written comes first"
    );
    assert_eq!(desk.call("people", "oneCalled", json!("maria"))["id"], third.as_str(), "the beginning of any word");
    let error = desk.attempt("people", "oneCalled", json!("ANA RUIZ")).unwrap_err();
    let mut candidates: Vec<_> =
        error.details["candidates"].as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()).collect();
    candidates.sort_unstable();
    assert_eq!((error.code, candidates), (Code::Ambiguous, vec![first.as_str(), second.as_str()]));
    assert_eq!(desk.call("people", "oneCalled", json!(second))["name"], "ana ruiz", "an id is never ambiguous");
    assert_eq!(desk.attempt("people", "oneCalled", json!("%")).unwrap_err().code, Code::NotFound);
    assert_eq!(
        desk.attempt("people", "oneCalled", json!("")).unwrap_err().code,
        Code::NotFound,
        "nothing names nobody"
    );
}
