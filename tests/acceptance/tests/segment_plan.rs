//! What stands beside a segment: how close one wants to be and whom reminders spare (M141), what they hear (M192), what
//! they need (M096), and personas with what was really said (M017).
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::Desk;
use rapport_core::error::Code;
use serde_json::{Value, json};

fn tagged(desk: &Desk, tag: &str, people: &[&str]) -> Value {
    desk.call("people", "tag", json!({ "ids": people, "tag": tag }));
    let tags = desk.call("people", "tags", json!(null));
    let id = tags.as_array().unwrap().iter().find(|t| t["name"] == tag).unwrap()["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": id } });
    desk.call("segments", "save", json!({ "name": tag, "rule": rule }))["id"].clone()
}

fn waiting(desk: &Desk) -> Vec<String> {
    let today = desk.call("care", "today", json!({}));
    today["items"].as_array().unwrap().iter().map(|i| i["person"]["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn m141_reminders_spare_who_is_only_in_transactional_segments() {
    let desk = Desk::new();
    let [ana, bo, cy]: [String; 3] = ["Ana", "Bo", "Cy"].map(|name| desk.person(name));
    for who in [&ana, &bo, &cy] {
        desk.log(who, 100, 0, "long ago");
    }
    let counter = tagged(&desk, "counter", &[&ana, &bo]);
    let regulars = tagged(&desk, "regulars", &[&bo]);
    assert_eq!(waiting(&desk).len(), 3);
    let plan = desk.call("segments", "plan", json!({ "id": counter }));
    assert_eq!((&plan["intensity"], &plan["reviewOn"]), (&Value::Null, &json!("")));

    let quick =
        json!({ "id": counter, "intensity": "transactional", "why": "Paper rolls: speed counts", "expected": "light" });
    let plan = desk.call("segments", "savePlan", quick);
    assert_eq!((&plan["intensity"], &plan["expected"]), (&json!("transactional"), &json!("light")));
    let mut left = waiting(&desk);
    left.sort();
    assert_eq!(left, ["Bo", "Cy"], "Bo is in another segment, too");
    let spared = desk.call("care", "spared", json!(null));
    assert_eq!((&spared["count"], &spared["people"][0]["name"]), (&json!(1), &json!("Ana")));
    assert_eq!(spared["segments"][0]["why"], "Paper rolls: speed counts", "the reason is there to be read");

    desk.call("segments", "savePlan", json!({ "id": regulars, "intensity": "transactional" }));
    assert_eq!(waiting(&desk), ["Cy"]);
    desk.call("segments", "savePlan", json!({ "id": counter, "intensity": "" }));
    assert_eq!(desk.call("care", "spared", json!(null))["count"], 0, "nothing said spares nobody");
    for wrong in [json!({ "id": counter, "intensity": "cosy" }), json!({ "id": counter, "reviewOn": "2026-02-30" })] {
        assert_eq!(desk.attempt("segments", "savePlan", wrong).unwrap_err().code, Code::Invalid);
    }
}

#[test]
fn m192_m096_a_segment_says_what_it_hears_and_what_it_needs_and_when_it_was_looked_at() {
    let desk = Desk::new();
    let ana = desk.person("Ana");
    let id = tagged(&desk, "clinics", &[&ana]);
    let call = |verb: &str, input: Value| desk.call("segments", verb, input);
    let line = json!({ "segment": id, "channel": "email", "everyDays": 30, "about": " What changed in the rules " });
    let plan = call("saveTalk", line);
    assert_eq!(plan["talks"][0]["about"], "What changed in the rules");
    let talk = plan["talks"][0]["id"].clone();
    call("saveTalk", json!({ "id": talk, "segment": id, "channel": "post", "everyDays": 0, "about": "A card" }));
    let plan = call("saveNeed", json!({ "segment": id, "need": "To know who rings", "action": "" }));
    assert_eq!((&plan["talks"][0]["channel"], &plan["talks"][0]["everyDays"]), (&json!("post"), &json!(0)));
    let need = plan["needs"][0]["id"].clone();
    let plan =
        call("saveNeed", json!({ "id": need, "segment": id, "need": "To know who rings", "action": "One desk" }));
    assert_eq!(plan["needs"][0]["action"], "One desk");
    assert_eq!(plan["needs"].as_array().unwrap().len(), 1);
    assert_eq!(plan["lookedOn"].as_str().unwrap().len(), 10, "the day it was made");
    let plan = call("savePlan", json!({ "id": id, "lookedOn": "2026-11-01", "reviewOn": "2027-05-01" }));
    assert_eq!((&plan["lookedOn"], &plan["reviewOn"]), (&json!("2026-11-01"), &json!("2027-05-01")));
    for (verb, wrong) in [
        ("saveTalk", json!({ "segment": id, "channel": "pigeon", "everyDays": 1, "about": "" })),
        ("saveTalk", json!({ "segment": id, "channel": "post", "everyDays": 5000, "about": "" })),
        ("saveNeed", json!({ "segment": id, "need": "  ", "action": "x" })),
    ] {
        assert_eq!(desk.attempt("segments", verb, wrong).unwrap_err().code, Code::Invalid, "{verb}");
    }
    call("removeTalk", json!({ "id": talk }));
    call("removeNeed", json!({ "id": need }));
    let plan = call("plan", json!({ "id": id }));
    assert_eq!((&plan["talks"], &plan["needs"]), (&json!([]), &json!([])));
}

#[test]
fn m017_a_persona_stands_for_a_segment_with_what_was_really_said() {
    let desk = Desk::new();
    let (ana, bo) = (desk.person("Ana"), desk.person("Bo"));
    let id = tagged(&desk, "cafés", &[&ana]);
    desk.log(&ana, 5, -1, "The box came during the rush");
    desk.log(&bo, 4, 1, "Nothing to do with cafés");
    let call = |verb: &str, input: Value| desk.call("segments", verb, input);
    let said = call("quotable", json!({ "id": id }));
    assert_eq!(said.as_array().unwrap().len(), 1, "only what members said");
    let persona = call("savePersona", json!({ "segment": id, "name": "Pilar", "life": "Owns one café" }))["id"].clone();
    call("savePersona", json!({ "id": persona, "worries": " An empty shelf " }));
    let quote = json!({ "persona": persona, "text": "The box came during the rush", "touchpoint": said[0]["id"] });
    call("saveQuote", quote);
    call("saveQuote", json!({ "persona": persona, "text": "Heard at the fair" }));
    let all = call("personas", json!({ "id": id }));
    let one = &all[0];
    assert_eq!(
        (&one["name"], &one["life"], &one["worries"]),
        (&json!("Pilar"), &json!("Owns one café"), &json!("An empty shelf"))
    );
    assert_eq!(one["quotes"][0]["source"]["people"][0]["name"], "Ana");
    assert_eq!((&one["quotes"][1]["source"], &one["quotes"][1]["lost"]), (&Value::Null, &json!(false)));
    desk.call("touchpoints", "remove", json!({ "id": said[0]["id"] }));
    let quotes = call("personas", json!({ "id": id }))[0]["quotes"].clone();
    assert_eq!(
        (&quotes[0]["source"], &quotes[0]["lost"]),
        (&Value::Null, &json!(true)),
        "and says that its source is gone"
    );
    desk.call("vault", "undo", json!({}));
    assert_eq!(call("personas", json!({ "id": id }))[0]["quotes"][0]["lost"], false);

    desk.call("segments", "remove", json!({ "id": id }));
    assert_eq!(desk.attempt("segments", "personas", json!({ "id": id })).unwrap_err().code, Code::NotFound);
    desk.call("vault", "undo", json!({}));
    assert_eq!(
        call("personas", json!({ "id": id }))[0]["quotes"].as_array().unwrap().len(),
        2,
        "one undo brings all back"
    );
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}
