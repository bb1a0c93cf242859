//! What may be expected, who was told, what our firm commits itself to, and letters and notes that say something else.

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn price(desk: &Desk, text: &str, since: &str) -> Value {
    let new = json!({ "topic": "price", "name": "Care plan", "text": text, "since": since });
    desk.call("promises", "saveExpectation", new)
}

fn letter(desk: &Desk, person: &str, text: &str) -> Vec<String> {
    let id = desk.call("drafts", "start", json!({ "person": person, "kind": "other" }))["row"]["id"].clone();
    let report = desk.call("drafts", "coach", json!({ "id": id, "subject": "The plan", "text": text }));
    let found = report["findings"].as_array().unwrap().iter();
    found.map(|one| format!("{}.{}", one["id"].as_str().unwrap(), one["variant"].as_str().unwrap())).collect()
}

fn wrote(desk: &Desk, person: &str, days: i64, text: &str) {
    let touch = json!({ "people": [person], "channel": "email", "direction": "outbound", "title": "The plan", "text": text,
        "at": NOW - days * DAY });
    desk.call("touchpoints", "log", touch);
}

/// Row M048: the sheet keeps every wording with its day, and knows who was told which.
#[test]
fn an_expectation_keeps_its_wordings_and_who_was_told_which() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    let plan = price(&desk, "40 € a month", "2026-03-02");
    for who in [&ana, &ben] {
        desk.call("promises", "tell", json!({ "person": who, "expectation": plan["id"], "day": "2026-03-10" }));
    }
    let change = json!({ "id": plan["id"], "text": "45 € a month", "since": "2026-11-01" });
    let changed = desk.call("promises", "saveExpectation", change);
    assert_eq!((changed["text"].as_str(), changed["since"].as_str()), (Some("45 € a month"), Some("2026-11-01")));
    assert_eq!(changed["wordings"].as_array().unwrap().len(), 2);
    assert_eq!((&changed["told"], &changed["toldBefore"]), (&json!(0), &json!(2)));
    desk.call("promises", "tell", json!({ "person": ben, "expectation": plan["id"] }));
    let now = &desk.call("promises", "expectations", json!(null))[0];
    assert_eq!((&now["told"], &now["toldBefore"]), (&json!(1), &json!(1)), "of each what they were told last");
    let told = desk.call("promises", "told", json!({ "person": ana }))["items"][0].clone();
    assert_eq!((told["text"].as_str(), &told["holds"]), (Some("40 € a month"), &json!(false)));

    let same_day = json!({ "id": plan["id"], "text": "45 € a month, post included", "since": "2026-11-01" });
    let fixed = desk.call("promises", "saveExpectation", same_day);
    assert_eq!(fixed["wordings"].as_array().unwrap().len(), 2, "a slip that is mended is no new wording");
    let later = json!({ "id": plan["id"], "text": "50 €", "since": "2027-01-01" });
    let later = desk.call("promises", "saveExpectation", later);
    assert_eq!(later["text"], "45 € a month, post included", "what holds from next year on does not hold yet");
    let ended = desk.call("promises", "saveExpectation", json!({ "id": plan["id"], "endedOn": "2026-11-20" }));
    assert_eq!(ended["endedOn"], "2026-11-20");

    desk.call("promises", "removeExpectation", json!({ "id": plan["id"] }));
    let told = desk.call("promises", "told", json!({ "person": ana }));
    assert_eq!(told["items"][0]["text"], "40 € a month", "what was told was told");
    assert_eq!(told["items"][0]["expectation"], Value::Null);
}

/// Row M033: what was said is a record with its day: a price, a limit, bad news.
#[test]
fn bad_news_is_kept_with_its_day() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let news = json!({ "person": ana, "topic": "badNews", "text": "No grinder this year", "day": "2026-11-02" });
    let told = desk.call("promises", "tell", news);
    assert_eq!(
        (told["topic"].as_str(), told["day"].as_str(), &told["holds"]),
        (Some("badNews"), Some("2026-11-02"), &json!(true))
    );
    for (wrong, field) in [
        (json!({ "person": ana, "text": " " }), "text"),
        (json!({ "text": "x" }), "person"),
        (json!({ "person": ana, "text": "x", "day": "2.11.2026" }), "day"),
    ] {
        let error = desk.attempt("promises", "tell", wrong).unwrap_err();
        assert_eq!((error.code, error.details["field"].as_str()), (Code::Invalid, Some(field)));
    }
    desk.call("promises", "removeTold", json!({ "id": told["id"] }));
    assert_eq!(desk.call("promises", "told", json!({ "person": ana }))["total"], 0);
}

/// MC38: a letter whose figures are not those of the sheet, or not those that this customer was told.
#[test]
fn a_letter_with_another_price_is_noticed() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    price(&desk, "40 € a month", "2026-03-02");
    let says =
        |text: &str| letter(&desk, &ana, &format!("Dear Ana,\n\n{text} Does that suit you?\n\nWarmly,\nAna Vidal"));
    assert!(says("the care plan costs 45 € a month.").contains(&"MC38.sheet".to_owned()));
    assert!(!says("the care plan costs 40 € a month.").iter().any(|one| one.starts_with("MC38")));
    wrote(&desk, &ana, 20, "We deliver within 10 days.");
    assert!(says("we deliver within three weeks.").contains(&"MC38.told".to_owned()), "she was written something else");
}

/// Row M061 and MC40: a green claim is asked for its proof until our firm has one, and again when it is over.
#[test]
fn a_green_claim_wants_a_proof_that_is_good() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let flagged = || {
        let text = "Dear Ana,\n\nour boxes are climate neutral. Does Friday suit you?\n\nWarmly,\nAna Vidal";
        letter(&desk, &ana, text).contains(&"MC40.claim".to_owned())
    };
    let commitment =
        desk.call("promises", "saveCommitment", json!({ "area": "environment", "text": "Boxes are used again" }));
    assert!(flagged() && commitment["isProven"] == json!(false));
    let proof = json!({ "id": commitment["id"], "proof": "Report 2025, page 4", "provenUntil": "2026-12-31" });
    assert_eq!(desk.call("promises", "saveCommitment", proof)["isProven"], json!(true));
    assert!(!flagged());
    desk.call("promises", "saveCommitment", json!({ "id": commitment["id"], "provenUntil": "2026-10-31" }));
    assert!(flagged(), "what was good until October proves nothing in November");
    assert_eq!(
        desk.attempt("promises", "saveCommitment", json!({ "area": "people" })).unwrap_err().code,
        Code::Invalid
    );
}

/// Row M200: one customer, two prices, two channels: shown side by side for somebody to look at.
#[test]
fn what_one_customer_was_told_in_two_ways_is_listed() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    wrote(&desk, &ana, 90, "The machine costs 900 €. We deliver within 10 days.");
    let call = json!({ "people": [ana], "channel": "phone", "text": "Told her that the machine costs 950 EUR.", "at": NOW - 30 * DAY });
    desk.call("touchpoints", "log", call);
    wrote(&desk, &ben, 60, "The machine costs 900 €.");
    desk.call(
        "promises",
        "tell",
        json!({ "person": ben, "topic": "delivery", "text": "10 days", "day": "2026-11-01" }),
    );
    let found = desk.call("drafts", "contradictions", json!({}));
    let shown: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let side = |key: &str| {
                format!("{} {}", one[key]["channel"].as_str().unwrap_or("told"), one[key]["written"].as_str().unwrap())
            };
            format!(
                "{} {}: {} / {}",
                one["person"]["name"].as_str().unwrap(),
                one["topic"].as_str().unwrap(),
                side("first"),
                side("then")
            )
        })
        .collect();
    assert_eq!(
        shown,
        ["Ana Ruiz price: email 900 € / phone 950 EUR"],
        "the same price to Ben, and another delivery to nobody"
    );
    desk.call(
        "promises",
        "tell",
        json!({ "person": ben, "topic": "delivery", "text": "3 weeks", "day": "2026-11-20" }),
    );
    assert_eq!(desk.call("drafts", "contradictions", json!({ "person": ben })).as_array().unwrap().len(), 1);
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(
        desk.call("drafts", "contradictions", json!({})).as_array().unwrap().len(),
        1,
        "who lies in the bin waits for nothing"
    );
}

/// MC31: while a complaint is open no offer goes, without a reason that is kept.
#[test]
fn no_offer_goes_while_a_complaint_is_open() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let complaint = json!({ "person": ana, "text": "The crate stood in the rain", "complaint": true });
    let complaint = desk.call("feedback", "saveDoubt", complaint);
    let offer = || {
        let id = desk.call("drafts", "start", json!({ "person": ana, "kind": "offer" }))["row"]["id"].clone();
        let report = desk.call(
            "drafts",
            "coach",
            json!({ "id": id, "subject": "A grinder", "text": "Dear Ana,\n\na grinder?\n\nAna" }),
        );
        let found = report["findings"].as_array().unwrap().clone();
        found.iter().any(|one| one["variant"] == "openComplaint" && one["level"] == "stop")
    };
    assert!(offer());
    let only = |wanted: bool| desk.call("feedback", "doubts", json!({ "complaint": wanted }))["total"].clone();
    assert_eq!((only(true), only(false)), (json!(1), json!(0)));
    desk.call("feedback", "clearDoubt", json!({ "id": complaint["id"], "answer": "A new crate went out" }));
    assert!(!offer());
}
