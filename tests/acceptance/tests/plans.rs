//! Frameworks (F11) through the list of commands: sheet, journal, loop, stack, advice and the four steps.

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn plan(desk: &Desk, verb: &str, input: Value) -> Value {
    desk.call("plans", verb, input)
}

fn refused(desk: &Desk, verb: &str, input: Value) -> (Code, Value) {
    let error = desk.attempt("plans", verb, input).unwrap_err();
    (error.code, error.details.get("field").cloned().unwrap_or_default())
}

fn tasks(desk: &Desk, about: &Value) -> Vec<(String, Value)> {
    let page = desk.call("promises", "list", json!({ "about": about }));
    let items = page["items"].as_array().unwrap();
    items.iter().map(|task| (task["text"].as_str().unwrap().to_owned(), task["due"].clone())).collect()
}

/// Logs a touchpoint `days` ago at a stage of the loop.
fn touch(desk: &Desk, who: &str, days: i64, stage: &str, felt: Option<i8>) -> Value {
    let mut input =
        json!({ "people": [who], "channel": "phone", "at": NOW - days * DAY, "loopStage": stage, "title": stage });
    input["felt"] = json!(felt);
    desk.call("touchpoints", "log", input)["id"].clone()
}

#[test]
fn m065_the_strategy_sheet_has_four_headings_and_is_looked_through_every_year() {
    let desk = Desk::new();
    let blank = plan(&desk, "sheet", json!(null));
    assert_eq!((&blank["needs"], &blank["reviewOn"], &blank["stale"]), (&json!(""), &json!(null), &json!(false)));
    assert_eq!(refused(&desk, "reviewed", json!({})).0, Code::NotFound, "there is nothing to look through");
    let sheet = plan(
        &desk,
        "editSheet",
        json!({ "needs": " Quick answers ", "owner": "Mara", "task": "Go through the sheet" }),
    );
    assert_eq!(
        (&sheet["needs"], &sheet["reviewOn"]),
        (&json!("Quick answers"), &json!("2027-11-23")),
        "a year from now"
    );
    plan(&desk, "editSheet", json!({ "value": "v", "technology": "t", "trust": "f" }));
    assert_eq!(tasks(&desk, &sheet["about"]), [("Go through the sheet".to_owned(), json!("2027-11-23"))]);

    let sheet = plan(&desk, "editSheet", json!({ "reviewOn": "2026-11-01", "task": "Go through the sheet" }));
    assert_eq!(sheet["stale"], true);
    assert_eq!(tasks(&desk, &sheet["about"]).len(), 1, "moved, not doubled");
    let sheet = plan(&desk, "reviewed", json!({ "task": "Go through the sheet" }));
    assert_eq!(
        (&sheet["stale"], &sheet["reviewedAt"], &sheet["reviewOn"]),
        (&json!(false), &json!(NOW), &json!("2027-11-23"))
    );
    assert_eq!(tasks(&desk, &sheet["about"])[0].1, "2027-11-23");
    assert_eq!(refused(&desk, "editSheet", json!({ "reviewOn": "next year" })), (Code::Invalid, json!("reviewOn")));
    for name in ["reviewSheet", "editSheet", "editSheet", "editSheet"] {
        assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], name);
    }
    assert_eq!(plan(&desk, "sheet", json!(null)), blank);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn m124_m143_m157_the_journal_says_what_is_in_use_was_tried_or_dropped_and_tests_it() {
    let desk = Desk::new();
    let new = json!({ "title": "Call in the first week", "area": "keep", "loopStage": "support", "layer": "emotional",
                      "reviewOn": "2027-01-15", "task": "Does the first call help?" });
    let call = plan(&desk, "saveStrategy", new);
    assert_eq!((&call["state"], &call["passes"]), (&json!("inUse"), &json!(0)));
    let id = &call["id"];
    let about = json!(format!("strategy:{}", id.as_str().unwrap()));
    assert_eq!(tasks(&desk, &about), [("Does the first call help?".to_owned(), json!("2027-01-15"))]);
    let tested = plan(
        &desk,
        "saveStrategy",
        json!({ "id": id, "need": "Not to be left alone", "beyond": "A voice", "learning": "" }),
    );
    assert_eq!((&tested["passes"], &tested["title"]), (&json!(2), &json!("Call in the first week")));
    let dropped = plan(&desk, "saveStrategy", json!({ "id": id, "state": "dropped", "result": "Nobody picked up" }));
    assert_eq!((&dropped["state"], &dropped["loopStage"]), (&json!("dropped"), &json!("support")));
    assert_eq!(desk.call("search", "find", json!({ "text": "picked" }))["hits"][0]["kind"], "strategy");
    for (wrong, field) in [
        (json!({ "area": "keep" }), "title"),
        (json!({ "title": "x" }), "area"),
        (json!({ "title": "x", "area": "hold" }), "area"),
        (json!({ "title": "x", "area": "keep", "loopStage": "awe" }), "loopStage"),
        (json!({ "id": id, "state": "" }), "state"),
    ] {
        assert_eq!(refused(&desk, "saveStrategy", wrong), (Code::Invalid, json!(field)));
    }
    plan(&desk, "removeStrategy", json!({ "id": id }));
    assert_eq!(plan(&desk, "strategies", json!(null)), json!([]));
    let undone = desk.call("vault", "undo", json!({}));
    assert_eq!((&undone["step"]["name"], &undone["step"]["subject"]), (&json!("removeStrategy"), &call["title"]));
    assert_eq!(plan(&desk, "strategies", json!(null))[0], dropped);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn m071_three_counters_tell_who_was_won_kept_and_grew() {
    let desk = Desk::new();
    let (ana, ben, cleo) = (desk.person("Ana"), desk.person("Ben"), desk.person("Cleo"));
    desk.log(&ana, 500, 0, "long ago");
    desk.log(&ana, 20, 0, "lately");
    desk.log(&ben, 10, 0, "new");
    desk.log(&cleo, 600, 0, "gone");
    let counted = plan(&desk, "counters", json!(null));
    let of = |counted: &Value| ["acquired", "had", "kept", "expanded"].map(|key| counted[key].clone());
    assert_eq!(counted["basis"], "touchpoints");
    assert_eq!(of(&counted), [json!(1), json!(2), json!(1), json!(null)]);

    let buy = |who: &str, date: &str, amount: i64, currency: &str| {
        desk.call("purchases", "save", json!({ "person": who, "date": date, "amount": amount, "currency": currency }));
    };
    buy(&ana, "2025-06-01", 100, "EUR");
    buy(&ana, "2026-02-01", 150, "EUR");
    buy(&ben, "2025-06-01", 100, "EUR");
    buy(&ben, "2026-02-01", 900, "JPY");
    buy(&cleo, "2026-03-01", 10, "EUR");
    let counted = plan(&desk, "counters", json!({ "from": "2025-11-24", "to": "2026-11-23" }));
    assert_eq!(counted["basis"], "purchases");
    assert_eq!(of(&counted), [json!(1), json!(2), json!(2), json!(1)], "other money is not more money");
    assert_eq!(counted["boughtBefore"], 2);
    let early = plan(&desk, "counters", json!({ "from": "2025-01-01", "to": "2025-12-31" }));
    assert_eq!(of(&early), [json!(2), json!(0), json!(0), json!(0)]);
    desk.call("people", "bin", json!({ "ids": [ben] }));
    let rule = json!({ "match": "one", "of": { "on": "stage", "stage": "advocacy" } });
    let none = desk.call("segments", "save", json!({ "name": "Fans", "hue": 1, "rule": rule }));
    assert_eq!(of(&plan(&desk, "counters", json!(null))), [json!(1), json!(1), json!(1), json!(1)]);
    assert_eq!(
        of(&plan(&desk, "counters", json!({ "segment": none["id"] }))),
        [json!(0), json!(0), json!(0), json!(0)]
    );
    assert_eq!(refused(&desk, "counters", json!({ "from": "2026-12-01" })), (Code::Invalid, json!("from")));
}

#[test]
fn m144_to_m147_the_loop_shows_where_everybody_is_and_what_last_reinforced_it() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    desk.person("Nowhere");
    touch(&desk, &ana, 30, "engage", Some(1));
    let bought = touch(&desk, &ana, 20, "transact", None);
    touch(&desk, &ana, 10, "transact", Some(-2));
    touch(&desk, &ben, 5, "support", Some(2));
    let theirs = json!({ "people": [ben], "channel": "support", "direction": "inbound", "loopStage": "support", "at": NOW - 9 * DAY });
    desk.call("touchpoints", "log", theirs);
    let stages = |key: &str| {
        let counted = plan(&desk, "loyaltyLoop", json!(null));
        counted["stages"].as_array().unwrap().iter().map(|stage| stage[key].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(stages("people"), [0, 1, 1, 0, 0]);
    assert_eq!(
        (stages("touches"), stages("hurt")),
        (vec![1, 2, 2, 0, 0], vec![0, 1, 0, 0, 0]),
        "M146: one purchase was held up"
    );
    assert_eq!((stages("byUs")[2], stages("byThem")[2]), (1, 1), "M147: found by us, found by them");
    assert_eq!((stages("liked")[0], plan(&desk, "loyaltyLoop", json!(null))["outside"].clone()), (1, json!(1)));
    let people = plan(&desk, "loopPeople", json!({ "stage": "transact" }));
    assert_eq!((&people["total"], &people["items"][0]["person"]["name"]), (&json!(1), &json!("Ana Ruiz")));
    assert_eq!(people["items"][0]["touch"]["felt"], -2, "the last one says where she is");
    assert_eq!(people["items"][0]["reinforced"]["id"], bought, "the one that hurt reinforces nothing");
    let hurt = plan(&desk, "loopLog", json!({ "stage": "transact", "hurt": true }));
    assert_eq!(hurt["items"].as_array().unwrap().len(), 1);

    // It is a view of the log: what is changed, taken out, brought back or hidden there is seen here.
    let last = people["items"][0]["touch"]["id"].clone();
    desk.call("touchpoints", "edit", json!({ "id": last, "loopStage": "delight" }));
    assert_eq!(stages("people"), [0, 0, 1, 1, 0]);
    desk.call("touchpoints", "edit", json!({ "id": last, "loopStage": "" }));
    assert_eq!(stages("people"), [0, 1, 1, 0, 0]);
    desk.call("vault", "undo", json!({}));
    desk.call("touchpoints", "remove", json!({ "id": last }));
    assert_eq!(stages("people"), [0, 1, 1, 0, 0]);
    desk.call("touchpoints", "remove", json!({ "id": bought }));
    assert_eq!(stages("people"), [1, 0, 1, 0, 0]);
    desk.call("vault", "undo", json!({}));
    desk.call("vault", "undo", json!({}));
    assert_eq!(stages("people"), [0, 0, 1, 1, 0]);
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(stages("people"), [0, 0, 1, 0, 0]);
    desk.call("people", "restore", json!({ "ids": [ana] }));
    desk.call("people", "setStage", json!({ "ids": [ben], "stage": "retention" }));
    let rule = json!({ "match": "one", "of": { "on": "stage", "stage": "retention" } });
    let segment = desk.call("segments", "save", json!({ "name": "Regulars", "hue": 2, "rule": rule }));
    let of_segment = plan(&desk, "loyaltyLoop", json!(null))["segments"][0].clone();
    assert_eq!((&of_segment["people"], &of_segment["outside"]), (&json!([0, 0, 1, 0, 0]), &json!(0)));
    let theirs = plan(&desk, "loopPeople", json!({ "stage": "delight", "segment": segment["id"] }));
    assert_eq!(theirs["total"], 0);
    assert_eq!(refused(&desk, "loopPeople", json!({ "stage": "buy" })), (Code::Invalid, json!("stage")));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true, "the figures that are kept agree with the log");
}

#[test]
fn m148_surprises_have_a_cost_and_a_reaction_and_who_went_without_is_listed() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana"), desk.person("Ben"));
    desk.call("people", "setStage", json!({ "ids": [ana, ben], "stage": "retention" }));
    desk.person("Not a customer yet");
    let idea = plan(&desk, "saveIdea", json!({ "purpose": "surprise", "text": "A card by hand" }))[0]["id"].clone();
    let given = json!({ "person": ana, "text": "A card by hand", "channel": "post", "felt": 2, "feltWord": "touched",
                        "idea": idea, "cost": 450, "currency": "eur", "at": NOW - 3 * DAY });
    let touch = plan(&desk, "giveSurprise", given);
    assert_eq!(
        (&touch["loopStage"], &touch["feltWord"], &touch["purpose"]),
        (&json!("delight"), &json!("touched"), &json!("surprise"))
    );
    let all = plan(&desk, "surprises", json!(null));
    assert_eq!(
        (&all[0]["cost"], &all[0]["currency"], &all[0]["touch"]["id"]),
        (&json!(450), &json!("EUR"), &touch["id"])
    );
    assert_eq!(plan(&desk, "ideas", json!(null))[0]["given"], 1);
    let without = plan(&desk, "unsurprised", json!({ "months": 6 }));
    assert_eq!((&without["total"], &without["items"][0]["person"]["name"]), (&json!(1), &json!("Ben")));
    assert_eq!(without["items"][0]["since"], json!(null));
    desk.clock.advance(200 * DAY);
    assert_eq!(plan(&desk, "unsurprised", json!({ "months": 6 }))["total"], 2);
    assert_eq!(plan(&desk, "unsurprised", json!({ "months": 12 }))["total"], 1);
    let wrong = json!({ "person": ana, "text": "x", "channel": "post", "cost": 5 });
    assert_eq!(refused(&desk, "giveSurprise", wrong), (Code::Invalid, json!("currency")));
    assert_eq!(
        refused(&desk, "saveIdea", json!({ "purpose": "joke", "text": "x" })),
        (Code::Invalid, json!("purpose"))
    );
    plan(&desk, "removeIdea", json!({ "id": idea }));
    for name in ["removeIdea", "giveSurprise", "saveIdea"] {
        assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], name);
    }
    assert_eq!(plan(&desk, "surprises", json!(null)), json!([]));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn m149_the_loop_feeds_itself_when_the_delighted_bring_others() {
    let desk = Desk::new();
    let (ana, ben, cleo) = (desk.person("Ana"), desk.person("Ben"), desk.person("Cleo"));
    desk.log(&ana, 400, 1, "first");
    desk.log(&ben, 100, 1, "first");
    desk.log(&cleo, 50, 1, "first");
    touch(&desk, &ana, 300, "delight", Some(2));
    touch(&desk, &cleo, 10, "delight", Some(-1));
    let counts = || {
        let counted = plan(&desk, "conversion", json!(null));
        ["delighted", "advocates", "referred", "customers"].map(|key| counted[key].as_u64().unwrap())
    };
    assert_eq!(counts(), [1, 0, 0, 0], "what hurt delighted nobody");
    desk.call("people", "saveTie", json!({ "person": ben, "other": ana, "label": "was Referred by" }));
    desk.call("people", "saveTie", json!({ "person": ana, "other": cleo, "label": "sister" }));
    assert_eq!(counts(), [1, 1, 1, 0], "whichever page says so, the later one was brought");
    desk.call("purchases", "save", json!({ "person": ben, "date": "2026-10-01", "amount": 100, "currency": "EUR" }));
    assert_eq!(counts(), [1, 1, 1, 1]);
}

#[test]
fn m150_to_m152_the_stack_links_evidence_and_finds_the_weakest_layer() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let subject = format!("person:{ana}");
    let touch = touch(&desk, &ana, 3, "support", Some(1));
    let layer = |name: &str, more: Value| {
        let mut input = json!({ "subject": subject, "layer": name });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        plan(&desk, "saveLayer", input)
    };
    assert_eq!(plan(&desk, "stack", json!({ "subject": subject }))["weakest"], json!(null));
    layer("functional", json!({ "score": 4, "note": "never late", "link": touch }));
    let stack = layer("functional", json!({ "link": touch }));
    assert_eq!(stack["layers"][0]["evidence"].as_array().unwrap().len(), 1, "linked once");
    assert_eq!(stack["weakest"], json!({ "layer": "emotional", "why": "unsaid" }));
    layer("emotional", json!({ "score": 3 }));
    let stack = layer("social", json!({ "score": 2 }));
    assert_eq!(stack["weakest"], json!({ "layer": "social", "why": "lowest" }));
    let rows = plan(&desk, "stacks", json!({ "weakest": "social" }));
    assert_eq!((&rows[0]["name"], &rows[0]["scores"]), (&json!("Ana Ruiz"), &json!([4, 3, 2])));
    assert_eq!(plan(&desk, "stacks", json!({ "weakest": "functional" })), json!([]));
    desk.call("touchpoints", "remove", json!({ "id": touch }));
    let gone = plan(&desk, "stack", json!({ "subject": subject }));
    assert_eq!(gone["layers"][0]["evidence"], json!([]), "what is taken out proves nothing");
    desk.call("vault", "undo", json!({}));
    let stack = layer("functional", json!({ "unlink": touch, "score": 0 }));
    assert_eq!((&stack["layers"][0]["evidence"], &stack["layers"][0]["score"]), (&json!([]), &json!(null)));
    let undone = desk.call("vault", "undo", json!({}));
    assert_eq!((&undone["step"]["name"], &undone["step"]["subject"]), (&json!("judgeLayer"), &json!("Ana Ruiz")));
    assert_eq!(refused(&desk, "stack", json!({ "subject": "note:x" })), (Code::Invalid, json!("subject")));
    let wrong = json!({ "subject": subject, "layer": "social", "score": 6 });
    assert_eq!(refused(&desk, "saveLayer", wrong), (Code::Invalid, json!("score")));
    assert_eq!(
        plan(&desk, "saveIdea", json!({ "purpose": "social", "text": "A table for regulars" }))[0]["purpose"],
        "social"
    );
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn m153_to_m157_the_chooser_asks_three_things_and_says_why() {
    let desk = Desk::new();
    let blank = plan(&desk, "advise", json!(null));
    assert_eq!((&blank["answered"], &blank["both"]), (&json!(false), &json!(false)));
    assert_eq!(blank["frameworks"].as_array().unwrap().len(), 3);
    let asked = |business: &str, worth: &str, maturity: &str| {
        plan(&desk, "editSheet", json!({ "business": business, "lifetimeValue": worth, "maturity": maturity }));
        let advice = plan(&desk, "advise", json!(null));
        assert_eq!(advice["answered"], true);
        for fit in advice["frameworks"].as_array().unwrap() {
            let points: i64 = fit["reasons"].as_array().unwrap().iter().map(|r| r["points"].as_i64().unwrap()).sum();
            assert_eq!(fit["points"], points, "the points are those of the reasons");
        }
        (advice["frameworks"][0]["framework"].as_str().unwrap().to_owned(), advice["both"] == true)
    };
    assert_eq!(asked("repeat", "low", "starting"), ("loop".into(), false));
    assert_eq!(
        asked("longSale", "high", "regular"),
        ("stack".into(), false),
        "the loop simplifies long sales too much"
    );
    assert_eq!(asked("service", "middle", "regular"), ("stack".into(), true), "M157: both");
    assert_eq!(refused(&desk, "editSheet", json!({ "business": "magic" })), (Code::Invalid, json!("business")));
}

#[test]
fn m158_the_four_steps_can_be_changed_and_have_owner_date_and_task() {
    let desk = Desk::new();
    assert_eq!(plan(&desk, "steps", json!(null)), json!([]));
    let steps = plan(&desk, "beginSteps", json!(null));
    let purposes: Vec<_> = steps.as_array().unwrap().iter().map(|step| step["purpose"].as_str().unwrap()).collect();
    assert_eq!(purposes, ["map", "goals", "rules", "feedback"]);
    let map = &steps[0]["id"];
    let due = json!({ "id": map, "owner": "Mara", "due": "2026-12-10", "task": "Map the first year", "note": "with the café owners" });
    let step = plan(&desk, "saveStep", due)[0].clone();
    assert_eq!((&step["owner"], &step["due"], &step["doneAt"]), (&json!("Mara"), &json!("2026-12-10"), &json!(null)));
    let about = json!(format!("workflow:{}", map.as_str().unwrap()));
    assert_eq!(tasks(&desk, &about), [("Map the first year".to_owned(), json!("2026-12-10"))]);
    assert_eq!(plan(&desk, "saveStep", json!({ "id": map, "done": true }))[0]["doneAt"], NOW);
    assert_eq!(plan(&desk, "saveStep", json!({ "id": map, "done": false }))[0]["doneAt"], json!(null));
    let five = plan(&desk, "saveStep", json!({ "title": "Tell the team" }));
    assert_eq!((five.as_array().unwrap().len(), &five[4]["title"]), (5, &json!("Tell the team")));
    plan(&desk, "removeStep", json!({ "id": steps[2]["id"] }));
    let again = plan(&desk, "beginSteps", json!(null));
    assert_eq!(again.as_array().unwrap().iter().filter(|step| step["purpose"] == "rules").count(), 1);
    for name in ["beginSteps", "removeStep", "addStep", "editStep", "editStep", "editStep", "beginSteps"] {
        assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], name);
    }
    assert_eq!(plan(&desk, "steps", json!(null)), json!([]));
    assert_eq!(refused(&desk, "saveStep", json!({ "title": " " })), (Code::Invalid, json!("title")));
}
