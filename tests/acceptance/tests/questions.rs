//! Questions that customers ask again and again, through the list of commands (row M086; the answers serve letters, M184).

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn texts(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
}

fn ask(desk: &Desk, text: &str) -> Value {
    desk.call("feedback", "saveQuestion", json!({ "text": text }))["id"].clone()
}

fn touch(desk: &Desk, who: &str, days: i64) -> Value {
    let new = json!({ "people": [who], "channel": "support", "text": "Asked", "at": NOW - days * DAY });
    desk.call("touchpoints", "log", new)["id"].clone()
}

/// Row M086: a question asked three times that customers find nowhere themselves is a gap of self-service.
#[test]
fn a_question_asked_three_times_and_found_nowhere_is_a_gap() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    let deliver = ask(&desk, "When do you deliver?");
    let rare = ask(&desk, "Do you take back boxes?");
    let (first, second) = (touch(&desk, &ana, 20), touch(&desk, &ana, 4));
    for said in [&first, &second] {
        desk.call("feedback", "askedAgain", json!({ "question": deliver, "touchpoint": said }));
    }
    desk.call("feedback", "askedAgain", json!({ "question": rare, "person": ben }));
    let gaps = || texts(&desk.call("feedback", "questions", json!({ "gaps": true }))).join("; ");
    assert_eq!(gaps(), "", "twice is not often");
    let asked = desk.call("feedback", "askedAgain", json!({ "question": deliver, "person": ben, "day": "2026-11-02" }));
    assert_eq!(gaps(), "When do you deliver?");
    let days: Vec<_> = asked["askings"].as_array().unwrap().iter().map(|one| one["day"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-11-19", "2026-11-03", "2026-11-02"], "the last one first");
    assert_eq!(asked["askings"][0]["person"]["name"], "Ana Ruiz", "whoever took part in the touchpoint");
    assert_eq!(asked["askings"][0]["said"]["channel"], "support");
    assert_eq!((&asked["question"]["asked"], &asked["question"]["lastAsked"]), (&json!(3), &json!("2026-11-19")));

    let all = desk.call("feedback", "questions", json!(null));
    assert_eq!(texts(&all), ["When do you deliver?", "Do you take back boxes?"], "the most asked first");
    assert_eq!(texts(&desk.call("feedback", "questions", json!({ "person": ben }))).len(), 2);
    assert_eq!(texts(&desk.call("feedback", "questions", json!({ "person": ana }))), ["When do you deliver?"]);
    desk.call("feedback", "saveQuestion", json!({ "id": deliver, "foundAt": "on the box" }));
    assert_eq!(gaps(), "", "they find it now");
    desk.call("vault", "undo", json!({}));
    desk.call("feedback", "removeAsking", json!({ "id": asked["askings"][0]["id"] }));
    assert_eq!(gaps(), "");
    desk.call("vault", "undo", json!({}));
    assert_eq!(gaps(), "When do you deliver?");
    desk.call("feedback", "removeQuestion", json!({ "id": deliver }));
    assert_eq!(desk.call("feedback", "questions", json!(null))["total"], 1);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("feedback", "question", json!({ "id": deliver }))["askings"].as_array().unwrap().len(), 3);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

/// Row M086: the relationship sheet tells the gaps of the segment whose people asked.
#[test]
fn the_sheet_tells_what_the_people_of_a_segment_ask_again_and_again() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    desk.call("people", "tag", json!({ "ids": [ana], "tag": "cafés" }));
    let tag = desk.call("people", "tags", json!(null))[0]["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": tag } });
    let cafes = desk.call("segments", "save", json!({ "name": "cafés", "rule": rule }))["id"].clone();
    desk.call("segments", "serve", json!({ "id": cafes, "relation": "selfService" }));
    let (deliver, other) = (ask(&desk, "When do you deliver?"), ask(&desk, "Who are you?"));
    for (question, who) in
        [(&deliver, &ana), (&deliver, &ana), (&deliver, &ben), (&other, &ben), (&other, &ben), (&other, &ben)]
    {
        desk.call("feedback", "askedAgain", json!({ "question": question, "person": who }));
    }
    let gaps = desk.call("canvas", "service", json!({}))[0]["gaps"].clone();
    assert_eq!(gaps.as_array().unwrap().len(), 1, "only what its own people asked");
    assert_eq!((&gaps[0]["id"], &gaps[0]["asked"]), (&deliver, &json!(2)));
}

/// Rows M086 and M184: answers in plain language are found by their words, to be put into a letter.
#[test]
fn answers_are_found_by_any_of_their_words() {
    let desk = Desk::new();
    let fees = ask(&desk, "What do you charge for Émaux?");
    ask(&desk, "Who repairs it?");
    desk.call("feedback", "saveQuestion", json!({ "id": fees, "answer": "Nothing. The first year is ours." }));
    let found = |filter: Value| texts(&desk.call("feedback", "questions", filter)).join("; ");
    assert_eq!(found(json!({ "text": "emaux YEAR" })), "What do you charge for Émaux?");
    assert_eq!(found(json!({ "text": "repairs", "answered": true })), "");
    assert_eq!(found(json!({ "answered": false })), "Who repairs it?");
    let hits = |words: &str| desk.call("search", "find", json!({ "text": words }))["hits"].clone();
    assert_eq!((&hits("first year")[0]["kind"], &hits("first year")[0]["id"]), (&json!("question"), &fees));
    desk.call("feedback", "removeQuestion", json!({ "id": fees }));
    assert_eq!(hits("first year"), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(hits("first year")[0]["title"], "What do you charge for Émaux?");
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_question_without_words_or_a_day_that_is_none_is_refused() {
    let desk = Desk::new();
    let question = ask(&desk, "Who repairs it?");
    for (verb, input, code) in [
        ("saveQuestion", json!({ "text": " " }), Code::Invalid),
        ("saveQuestion", json!({ "answer": "x" }), Code::Invalid),
        ("askedAgain", json!({}), Code::Invalid),
        ("askedAgain", json!({ "question": question, "day": "Friday" }), Code::Invalid),
        ("askedAgain", json!({ "question": "018f0000-0000-7000-8000-000000000000" }), Code::NotFound),
    ] {
        assert_eq!(desk.attempt("feedback", verb, input.clone()).unwrap_err().code, code, "{verb} {input}");
    }
}
