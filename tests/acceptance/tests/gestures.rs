//! Gestures through the list of commands: what is given, what it costs, what may be given without asking, how it was taken.
#![allow(clippy::unwrap_used, reason = "a test")]

use rapport_acceptance::Desk;
use rapport_core::error::{Code, CommandError};
use serde_json::{Value, json};

fn call(desk: &Desk, verb: &str, input: Value) -> Value {
    desk.call("gestures", verb, input)
}

fn give(desk: &Desk, person: &str, what: &str, cost: i64) -> Value {
    call(desk, "give", json!({ "person": person, "what": what, "cost": cost, "currency": "EUR" }))
}

fn left(desk: &Desk, person: &str) -> Value {
    call(desk, "budget", json!({ "person": person }))["left"].clone()
}

fn refused(desk: &Desk, verb: &str, input: Value) -> CommandError {
    desk.attempt("gestures", verb, input).unwrap_err()
}

#[test]
fn m197_fifty_a_year_for_everybody_and_beyond_it_only_with_a_reason() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let fresh = call(&desk, "budget", json!({ "person": ana }));
    assert_eq!((&fresh["amount"], &fresh["currency"], &fresh["months"]), (&json!(5000), &json!("EUR"), &json!(12)));
    assert_eq!(
        (&fresh["from"], &fresh["since"], &fresh["left"]),
        (&json!("usual"), &json!("2025-11-24"), &json!(5000))
    );

    let cake = give(&desk, &ana, "A cake", 3000);
    assert_eq!(cake["day"], "2026-11-23");
    assert_eq!(left(&desk, &ana), 2000);
    // What cost nothing uses nothing up, and a year is over after a year.
    give(&desk, &ana, "A walk round the roastery", 0);
    call(
        &desk,
        "give",
        json!({ "person": ana, "what": "Flowers", "cost": 4000, "currency": "EUR", "day": "2025-11-23" }),
    );
    let now = call(&desk, "budget", json!({ "person": ana }));
    assert_eq!((&now["left"], &now["spent"], &now["gestures"]), (&json!(2000), &json!(3000), &json!(2)));

    let dear = json!({ "person": ana, "what": "A machine on loan", "cost": 2001, "currency": "EUR" });
    let error = refused(&desk, "give", dear.clone());
    assert_eq!(error.code, Code::Invalid);
    assert_eq!((&error.details["field"], &error.details["why"]), (&json!("overReason"), &json!("missing")));
    assert_eq!(call(&desk, "list", json!({ "person": ana }))["total"], 3, "what was refused stands nowhere");
    let mut with = dear;
    with["overReason"] = json!("Their own broke on the busiest day");
    assert_eq!(call(&desk, "give", with)["overReason"], "Their own broke on the busiest day");
    assert_eq!(left(&desk, &ana), -1);
    // Changing what has a reason already asks for none again; raising what had none does.
    let error = refused(&desk, "give", json!({ "id": cake["id"], "cost": 4000, "currency": "EUR" }));
    assert_eq!(error.details["field"], "overReason");
    call(&desk, "give", json!({ "id": cake["id"], "note": "With candles" }));
}

#[test]
fn m197_the_budget_is_edited_for_everybody_for_one_person_and_for_a_role() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    let usual = call(&desk, "saveBudget", json!({ "amount": 6000, "currency": "chf", "months": 6 }));
    assert_eq!((&usual["amount"], &usual["currency"], &usual["own"]), (&json!(6000), &json!("CHF"), &json!([])));
    let own = call(&desk, "saveBudget", json!({ "person": ana, "amount": 20000, "currency": "EUR", "months": 12 }));
    assert_eq!(own["own"][0]["person"]["name"], "Ana Ruiz");
    let roles = call(&desk, "saveRole", json!({ "role": "At the counter", "text": "A coffee, a new bag, and sorry" }));
    assert_eq!((&roles[0]["amount"], &roles[0]["months"]), (&json!(null), &json!(12)));
    let id = roles[0]["id"].clone();
    call(&desk, "saveRole", json!({ "id": id, "amount": 1000, "currency": "EUR", "months": 1 }));
    let budget = |person: &str, role: &str| {
        let found = call(&desk, "budget", json!({ "person": person, "asRole": role }));
        (found["amount"].clone(), found["from"].clone())
    };
    assert_eq!(budget(&ben, ""), (json!(6000), json!("usual")));
    assert_eq!(budget(&ben, "At the counter"), (json!(1000), json!("role")));
    assert_eq!(budget(&ana, "At the counter"), (json!(20000), json!("person")));

    let bag = json!({ "person": ben, "what": "A bag", "cost": 1100, "currency": "EUR", "asRole": "At the counter" });
    assert_eq!(refused(&desk, "give", bag.clone()).details["field"], "overReason");
    call(
        &desk,
        "give",
        json!({ "person": ben, "what": "A bag", "cost": 900, "currency": "EUR", "asRole": "At the counter" }),
    );
    assert_eq!(call(&desk, "roles", json!(null))[0]["given"], 1);
    assert_eq!(refused(&desk, "saveRole", json!({ "role": "At the counter" })).details["why"], "known");
    call(&desk, "saveRole", json!({ "id": id, "usual": true }));
    assert_eq!(budget(&ben, "At the counter"), (json!(6000), json!("usual")));
    assert_eq!(call(&desk, "removeRole", json!({ "id": id })), json!([]));
    assert_eq!(call(&desk, "removeBudget", json!({ "id": ana }))["own"], json!([]));
    assert_eq!(budget(&ana, "").0, 6000);
    let wrong = [
        ("amount", json!({ "amount": -1, "currency": "EUR", "months": 1 })),
        ("months", json!({ "amount": 1, "currency": "EUR", "months": 0 })),
    ];
    for (field, input) in wrong {
        assert_eq!(refused(&desk, "saveBudget", input).details["field"], field);
    }
    assert_eq!(
        refused(&desk, "saveBudget", json!({ "amount": 1, "currency": "QQQ", "months": 1 })).details["field"],
        "currency"
    );
}

#[test]
fn m197_any_currency_counts_by_the_rates_of_the_book() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    desk.call("purchases", "setBase", json!("EUR"));
    call(&desk, "give", json!({ "person": ana, "what": "A book", "cost": 2000, "currency": "USD" }));
    let before = call(&desk, "budget", json!({ "person": ana }));
    assert_eq!((&before["left"], &before["uncounted"]), (&json!(5000), &json!(1)), "no rate: told, not guessed");
    desk.call("purchases", "saveRate", json!({ "currency": "USD", "rate": "0.5" }));
    let after = call(&desk, "budget", json!({ "person": ana }));
    assert_eq!((&after["left"], &after["uncounted"]), (&json!(4000), &json!(0)));
}

#[test]
fn m198_a_gesture_is_a_touchpoint_with_its_reaction_and_ours() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let given = call(
        &desk,
        "give",
        json!({
            "person": ana, "what": " A card by hand ", "sort": "card", "decidedBy": "Mara", "note": "For the patience", "felt": 2,
            "feltWord": "moved", "day": "2026-11-20",
        }),
    );
    let touch = desk.call("touchpoints", "get", json!({ "id": given["touchpoint"] }));
    assert_eq!(
        (&touch["title"], &touch["channel"], &touch["felt"]),
        (&json!("A card by hand"), &json!("post"), &json!(2))
    );
    assert_eq!((&touch["loopStage"], &touch["purpose"]), (&json!("delight"), &json!("handwritten")));
    assert_eq!((&given["felt"], &given["feltWord"], &given["decidedBy"]), (&json!(2), &json!("moved"), &json!("Mara")));
    assert_eq!(call(&desk, "ofTouchpoint", json!({ "id": given["touchpoint"] }))["id"], given["id"]);
    let changed = call(&desk, "give", json!({ "id": given["id"], "felt": 1, "feltWord": "glad", "what": "A card" }));
    assert_eq!((&changed["felt"], &changed["what"]), (&json!(1), &json!("A card")));
    assert_eq!(desk.call("touchpoints", "get", json!({ "id": given["touchpoint"] }))["title"], "A card");

    assert_eq!(call(&desk, "sayMood", json!({ "id": given["id"], "mood": 2 }))["ourMood"], 2);
    let second = give(&desk, &ana, "A cake", 100);
    call(&desk, "sayMood", json!({ "id": second["id"], "mood": 0 }));
    let mood = call(&desk, "mood", json!(null));
    assert_eq!((&mood["said"], &mood["mean"]), (&json!(2), &json!(1.0)));
    assert_eq!(mood["days"][0], json!({ "day": "2026-11-20", "ours": 2, "theirs": 1 }));
    assert_eq!(refused(&desk, "sayMood", json!({ "id": given["id"], "mood": 3 })).details["field"], "mood");

    call(&desk, "remove", json!({ "id": given["id"] }));
    assert_eq!(desk.call("touchpoints", "timeline", json!({ "person": ana }))["total"], 1);
    desk.call("vault", "undo", json!({}));
    assert_eq!(call(&desk, "list", json!(null))["items"][1]["felt"], 1);
}

#[test]
fn m148_a_surprise_stands_in_the_same_ledger() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let surprise = json!({ "person": ana, "text": "A book on bread", "channel": "post", "cost": 4900, "currency": "EUR", "felt": 2 });
    desk.call("plans", "giveSurprise", surprise.clone());
    let all = call(&desk, "list", json!(null));
    assert_eq!((&all["items"][0]["what"], &all["items"][0]["sort"]), (&json!("A book on bread"), &json!("surprise")));
    assert_eq!(left(&desk, &ana), 100);
    assert_eq!(desk.call("plans", "surprises", json!(null))[0]["cost"], 4900);
    let error = desk.attempt("plans", "giveSurprise", surprise).unwrap_err();
    assert_eq!(error.details["field"], "overReason");
}

#[test]
fn what_is_nobodys_or_says_nothing_is_refused() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let wrong = [
        ("person", json!({ "what": "A cake" })),
        ("what", json!({ "person": ana, "what": " " })),
        ("day", json!({ "person": ana, "what": "A cake", "day": "tomorrow" })),
        ("currency", json!({ "person": ana, "what": "A cake", "cost": 5 })),
        ("cost", json!({ "person": ana, "what": "A cake", "cost": -5, "currency": "EUR" })),
    ];
    for (field, input) in wrong {
        assert_eq!(refused(&desk, "give", input.clone()).details["field"], field, "{input}");
    }
    assert_eq!(call(&desk, "list", json!(null))["total"], 0);
    assert_eq!(desk.call("touchpoints", "recent", json!(5)), json!([]));
}

/// Whom to thank and for what: names, reasons, details.
fn thanks(desk: &Desk) -> Vec<(String, String, String)> {
    let all = desk.call("care", "thanks", json!({}));
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    let row =
        |one: &Value| (one["person"]["name"].as_str().unwrap().to_owned(), text(one, "reason"), text(one, "detail"));
    all["items"].as_array().unwrap().iter().map(row).collect()
}

fn prompt(name: &str, reason: &str, detail: &str) -> (String, String, String) {
    (name.to_owned(), reason.to_owned(), detail.to_owned())
}

#[test]
fn m188_the_book_says_whom_to_thank_and_for_what() {
    let desk = Desk::new();
    let day = 86_400_000;
    let log = |who: &str, ago: i64, more: Value| {
        let mut touch = json!({ "people": [who], "channel": "phone", "at": rapport_acceptance::NOW - ago * day });
        touch.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.call("touchpoints", "log", touch);
    };
    let buy = |who: &str, date: &str, item: &str| {
        desk.call(
            "purchases",
            "save",
            json!({ "person": who, "date": date, "amount": 100, "currency": "EUR", "item": item }),
        );
    };
    let [ana, ben, cleo, dan, eve, fay, guy] =
        ["Ana", "Ben", "Cleo", "Dan", "Eve", "Fay", "Guy"].map(|name| desk.person(name));
    buy(&ana, "2026-11-20", "a box of cups");
    buy(&ben, "2023-11-18", "the first grinder");
    log(&cleo, 20, json!({ "felt": -2, "title": "The wrong beans" }));
    log(&cleo, 10, json!({ "felt": 2, "title": "It is right now" }));
    log(&dan, 5, json!({ "channel": "event", "title": "Open tasting" }));
    log(&eve, 9, json!({ "loopStage": "advocate", "title": "Wrote about us" }));
    desk.call(
        "feedback",
        "saveReason",
        json!({ "person": fay, "outcome": "stayed", "text": "You pick up", "day": "2026-11-01" }),
    );
    // Guy was known before; whom he brought came today.
    log(&guy, 400, json!({ "felt": 1 }));
    let hal = desk.person("Hal");
    desk.call("people", "saveTie", json!({ "person": hal, "other": guy, "label": "referred by" }));
    assert_eq!(
        thanks(&desk),
        [
            prompt("Guy", "referral", "Hal"),
            prompt("Ana", "firstPurchase", "a box of cups"),
            prompt("Dan", "visit", "Open tasting"),
            prompt("Ben", "anniversary", "3"),
            prompt("Eve", "spoke", "Wrote about us"),
            prompt("Cleo", "patience", "The wrong beans"),
            prompt("Fay", "feedback", "You pick up"),
        ]
    );
    let all = desk.call("care", "thanks", json!({ "limit": 1 }));
    assert_eq!((all["items"].as_array().unwrap().len(), &all["total"]), (1, &json!(7)));

    // Put aside, thanked by hand, a letter that went, somebody hurt, somebody left in peace, and the bin.
    call(&desk, "putAside", json!({ "person": guy, "forWhat": format!("referral:{hal}") }));
    call(&desk, "give", json!({ "person": ana, "what": "A card", "sort": "card" }));
    let letter = desk.call("drafts", "start", json!({ "person": eve, "kind": "thankYou" }));
    let shown = desk.call("care", "thanks", json!({}));
    let eves = shown["items"].as_array().unwrap().iter().find(|one| one["person"]["name"] == "Eve").unwrap();
    assert_eq!(eves["draft"], letter["row"]["id"], "one that is being written is gone on with");
    desk.call("drafts", "handOver", json!({ "id": letter["row"]["id"], "way": "copy", "reason": "a test" }));
    desk.call("drafts", "went", json!({ "id": letter["row"]["id"] }));
    log(&cleo, 1, json!({ "felt": -1 }));
    desk.call("care", "snooze", json!({ "person": dan, "until": rapport_acceptance::NOW + day }));
    desk.call("people", "bin", json!({ "ids": [fay] }));
    assert_eq!(thanks(&desk), [prompt("Ben", "anniversary", "3")]);
    desk.call("people", "restore", json!({ "ids": [fay] }));
    assert_eq!(thanks(&desk).len(), 2);
    desk.call("feedback", "saveDoubt", json!({ "person": fay, "text": "Half of it was missing", "complaint": true }));
    assert_eq!(thanks(&desk).len(), 1, "whoever complains is heard first");
    let error = refused(&desk, "putAside", json!({ "person": guy, "forWhat": "nothing" }));
    assert_eq!(error.details["field"], "forWhat");
}
