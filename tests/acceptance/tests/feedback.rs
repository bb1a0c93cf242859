//! What customers tell us about us, through the list of commands: doubts, reasons, what runs by itself (rows M082, M007
//! and M087).

use rapport_acceptance::{Desk, NOW};
use rapport_core::error::Code;
use serde_json::{Value, json};

const DAY: i64 = 86_400_000;

fn texts(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect()
}

fn refused(desk: &Desk, verb: &str, input: Value) -> (Code, Value) {
    let error = desk.attempt("feedback", verb, input).unwrap_err();
    (error.code, error.details.get("field").cloned().unwrap_or_default())
}

fn segment_of(desk: &Desk, people: &[&String], tag: &str) -> Value {
    desk.call("people", "tag", json!({ "ids": people, "tag": tag }));
    let tags = desk.call("people", "tags", json!(null));
    let id = tags.as_array().unwrap().iter().find(|one| one["name"] == tag).unwrap()["id"].clone();
    let rule = json!({ "match": "one", "of": { "on": "tag", "tag": id } });
    desk.call("segments", "save", json!({ "name": tag, "rule": rule }))["id"].clone()
}

/// Rows M082 and M081: whoever has a person to talk to says every doubt, in person or from afar; it stays open until it is
/// cleared.
#[test]
fn a_doubt_stays_open_until_it_is_cleared_with_an_answer() {
    let desk = Desk::new();
    let (ana, ben) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"));
    let met = json!({ "people": [ana], "channel": "inPerson", "text": "At the bar", "at": NOW - 20 * DAY });
    let met = desk.call("touchpoints", "log", met)["id"].clone();
    let wrote = json!({ "people": [ben], "channel": "email", "text": "Asked", "at": NOW - 3 * DAY });
    let wrote = desk.call("touchpoints", "log", wrote)["id"].clone();
    let doubt = json!({ "person": ana, "text": " Does it fit under the counter? ", "touchpoint": met });
    let counter = desk.call("feedback", "saveDoubt", doubt);
    assert_eq!(counter["raisedOn"], "2026-11-03", "the day of the touchpoint");
    assert_eq!((&counter["said"]["inPerson"], &counter["said"]["channel"]), (&json!(true), &json!("inPerson")));
    let price =
        desk.call("feedback", "saveDoubt", json!({ "person": ben, "text": "Is it too dear?", "touchpoint": wrote }));
    assert_eq!(price["said"]["inPerson"], false, "a letter comes from afar");
    desk.call("feedback", "saveDoubt", json!({ "person": ana, "text": "Who repairs it?" }));

    let open = |input: Value| desk.call("feedback", "doubts", input);
    assert_eq!(texts(&open(json!(null))), ["Does it fit under the counter?", "Is it too dear?", "Who repairs it?"]);
    let cleared = desk.call("feedback", "clearDoubt", json!({ "id": counter["id"], "answer": "By two centimetres" }));
    assert_eq!((&cleared["clearedOn"], &cleared["answer"]), (&json!("2026-11-23"), &json!("By two centimetres")));
    assert_eq!(texts(&open(json!({ "person": ana }))), ["Who repairs it?", "Does it fit under the counter?"]);
    assert_eq!(texts(&open(json!({ "open": true }))), ["Is it too dear?", "Who repairs it?"]);
    assert_eq!(texts(&open(json!({ "open": false, "text": "CENTIM" }))), ["Does it fit under the counter?"]);
    // Saying it better later keeps the day.
    desk.clock.advance(DAY);
    let again = desk.call("feedback", "clearDoubt", json!({ "id": counter["id"], "answer": "By three" }));
    assert_eq!(again["clearedOn"], "2026-11-23");
    let reopened = desk.call("feedback", "reopenDoubt", json!({ "id": counter["id"] }));
    assert_eq!((&reopened["clearedOn"], &reopened["answer"]), (&json!(null), &json!("By three")));

    // A removed touchpoint is forgotten, and back with it when that is undone.
    desk.call("touchpoints", "remove", json!({ "id": met }));
    assert_eq!(open(json!({ "person": ana }))["items"][0]["said"], json!(null));
    desk.call("vault", "undo", json!({}));
    assert_eq!(open(json!({ "person": ana }))["items"][0]["said"]["touchpoint"], met);
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(texts(&open(json!(null))), ["Is it too dear?"]);
    assert_eq!(open(json!({ "person": ana }))["total"], 2, "their own page still knows them");
    desk.call("people", "restore", json!({ "ids": [ana] }));
    desk.call("feedback", "removeDoubt", json!({ "id": price["id"] }));
    assert_eq!(desk.call("vault", "undo", json!({}))["step"]["name"], "removeDoubt");
    assert_eq!(open(json!(null))["total"], 3);
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

/// Row M082: the sheet says how many doubts are open where personal assistance is planned, and for how long.
#[test]
fn the_sheet_counts_the_open_doubts_of_a_segment() {
    let desk = Desk::new();
    let (ana, ben, eve) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"), desk.person("Eve Lind"));
    let cafes = segment_of(&desk, &[&ana, &ben], "cafés");
    desk.call("segments", "serve", json!({ "id": cafes, "relation": "personal" }));
    for (who, text, day) in
        [(&ana, "Too dear?", "2026-11-20"), (&ana, "Who repairs it?", "2026-10-14"), (&eve, "Elsewhere", "2026-01-01")]
    {
        desk.call("feedback", "saveDoubt", json!({ "person": who, "text": text, "raisedOn": day }));
    }
    let served = desk.call("canvas", "service", json!({}));
    assert_eq!(served[0]["doubts"], json!({ "count": 2, "people": 1, "oldestDays": 40 }));
    for one in desk.call("feedback", "doubts", json!({ "person": ana }))["items"].as_array().unwrap() {
        desk.call("feedback", "clearDoubt", json!({ "id": one["id"] }));
    }
    let served = desk.call("canvas", "service", json!({}));
    assert_eq!(served[0]["doubts"], json!({ "count": 0, "people": 0, "oldestDays": null }));
}

/// Row M007: what makes the relationship different, counted from the reasons that people gave for coming, staying, leaving.
#[test]
fn reasons_are_counted_for_the_book_and_for_each_segment_as_the_user_groups_them() {
    let desk = Desk::new();
    let (ana, ben, eve) = (desk.person("Ana Ruiz"), desk.person("Ben Okafor"), desk.person("Eve Lind"));
    segment_of(&desk, &[&ana, &ben], "cafés");
    let said = |who: &str, outcome: &str, text: &str, competitor: &str| {
        let reason = json!({ "person": who, "outcome": outcome, "text": text, "competitor": competitor });
        desk.call("feedback", "saveReason", reason)["id"].clone()
    };
    let face = said(&ana, "stayed", "Ines knows my shelf", "");
    let same = said(&ben, "stayed", "Always the same face", "Cupworks");
    said(&eve, "left", "Too far away", "Tray & Co");
    said(&ana, "chosen", "You answer the phone", "cupworks");
    let words = desk.call("feedback", "reasonWords", json!(null));
    assert_eq!(words["competitors"], json!(["Cupworks", "Tray & Co"]), "each name once");
    assert_eq!(desk.call("feedback", "groupReasons", json!({ "ids": [face, same], "theme": "One person" })), 2);
    let told = desk.call("canvas", "reasons", json!({}));
    let group = |at: usize, i: usize| told[at]["tally"]["groups"][i].clone();
    assert_eq!(
        (&told[0]["segment"], &told[0]["count"], &told[0]["tally"]["count"]),
        (&json!(null), &json!(3), &json!(4))
    );
    assert_eq!((&told[1]["segment"]["name"], &told[1]["tally"]["people"]), (&json!("cafés"), &json!(2)));
    assert_eq!((&group(0, 0)["name"], &group(0, 0)["outcome"]), (&json!("You answer the phone"), &json!("chosen")));
    assert_eq!(
        (&group(1, 1)["name"], &group(1, 1)["count"], &group(1, 1)["named"]),
        (&json!("One person"), &json!(2), &json!(true))
    );
    assert_eq!(told[1]["tally"]["competitors"], json!([{ "name": "cupworks", "count": 2 }]));
    let listed = desk.call("feedback", "reasons", json!({ "text": "one per" }));
    assert_eq!(texts(&listed), ["Always the same face", "Ines knows my shelf"]);
    assert_eq!(texts(&desk.call("feedback", "reasons", json!({ "outcome": "left" }))), ["Too far away"]);
    assert_eq!(desk.call("feedback", "reasons", json!({ "person": ana }))["total"], 2);

    // Each by its own words again.
    desk.call("feedback", "groupReasons", json!({ "ids": [face, same], "theme": "" }));
    assert_eq!(desk.call("canvas", "reasons", json!({}))[1]["tally"]["groups"].as_array().unwrap().len(), 3);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("canvas", "reasons", json!({}))[1]["tally"]["groups"].as_array().unwrap().len(), 2);
    desk.call("people", "bin", json!({ "ids": [eve] }));
    assert_eq!(desk.call("canvas", "reasons", json!({}))[0]["tally"]["count"], 3, "nobody in the bin is counted");
}

#[test]
fn what_says_nothing_or_is_nobodys_is_refused() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let nobody = "018f0000-0000-7000-8000-000000000000";
    for (verb, input, field) in [
        ("saveDoubt", json!({ "text": "x" }), "person"),
        ("saveDoubt", json!({ "person": ana, "text": "  " }), "text"),
        ("saveDoubt", json!({ "person": ana, "text": "x", "raisedOn": "2026-02-30" }), "raisedOn"),
        ("saveDoubt", json!({ "person": ana, "text": "x", "touchpoint": "the call" }), "touchpoint"),
        ("saveReason", json!({ "person": ana, "text": "x" }), "outcome"),
        ("saveReason", json!({ "person": ana, "outcome": "left" }), "text"),
        ("saveReason", json!({ "person": ana, "outcome": "left", "text": "x", "day": "soon" }), "day"),
    ] {
        assert_eq!(refused(&desk, verb, input.clone()), (Code::Invalid, json!(field)), "{verb} {input}");
    }
    for (verb, input) in [
        ("saveDoubt", json!({ "person": nobody, "text": "x" })),
        ("saveDoubt", json!({ "person": ana, "text": "x", "touchpoint": nobody })),
        ("clearDoubt", json!({ "id": nobody })),
        ("groupReasons", json!({ "ids": [nobody], "theme": "x" })),
    ] {
        assert_eq!(refused(&desk, verb, input.clone()).0, Code::NotFound, "{verb} {input}");
    }
    assert_eq!(refused(&desk, "saveDoubt", json!({ "person": ana, "text": "x".repeat(17_000) })).0, Code::TooLarge);
    assert_eq!(desk.call("feedback", "doubts", json!(null))["total"], 0, "nothing of it was kept");
}

#[test]
fn doubts_and_reasons_are_found_by_their_words() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let hits = |words: &str| desk.call("search", "find", json!({ "text": words }))["hits"].clone();
    let doubt = desk.call("feedback", "saveDoubt", json!({ "person": ana, "text": "Is the Ångström lamp safe?" }));
    let reason = json!({ "person": ana, "outcome": "left", "text": "The lamp flickered", "competitor": "Lumière" });
    let reason = desk.call("feedback", "saveReason", reason);
    assert_eq!((&hits("angstrom")[0]["kind"], &hits("angstrom")[0]["id"]), (&json!("doubt"), &doubt["id"]));
    assert_eq!(
        (&hits("lumiere")[0]["kind"], &hits("lumiere")[0]["person"]["name"]),
        (&json!("reason"), &json!("Ana Ruiz"))
    );
    desk.call("feedback", "clearDoubt", json!({ "id": doubt["id"], "answer": "Certified in Uppsala" }));
    assert_eq!(hits("uppsala")[0]["title"], "Is the Ångström lamp safe?");
    desk.call("feedback", "removeReason", json!({ "id": reason["id"] }));
    assert_eq!(hits("flickered"), json!([]));
    desk.call("vault", "undo", json!({}));
    assert_eq!(hits("flickered")[0]["id"], reason["id"]);
    desk.call("people", "bin", json!({ "ids": [ana] }));
    assert_eq!(hits("uppsala"), json!([]));
    assert_eq!(desk.call("vault", "check", json!(null))["ok"], true);
}

/// Row M087: what runs by itself has somebody who watches it, and says when a person takes over.
#[test]
fn an_automation_that_nobody_watches_is_worth_a_look() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    let cafes = segment_of(&desk, &[&ana], "cafés");
    let binding = json!({ "to": "segment", "segment": cafes });
    desk.call("canvas", "addNote", json!({ "block": "segments", "text": "cafés", "binding": binding }));
    let unwatched = || {
        let hints = desk.call("canvas", "lint", json!({}));
        hints.as_array().unwrap().iter().filter(|hint| hint["kind"] == "unwatched").count()
    };
    assert_eq!(unwatched(), 0, "nothing runs by itself yet");
    desk.call("segments", "serve", json!({ "id": cafes, "relation": "automated" }));
    assert_eq!(unwatched(), 1);
    let rule = "Two wrong answers, or the word “lawyer”";
    let served = desk.call("segments", "serve", json!({ "id": cafes, "watchedBy": " Mara ", "takesOver": rule }));
    assert_eq!((&served["watchedBy"], &served["takesOver"]), (&json!("Mara"), &json!(rule)));
    assert_eq!(unwatched(), 0);
    assert_eq!(desk.call("canvas", "service", json!({}))[0]["planned"]["watchedBy"], "Mara");
    desk.call("segments", "serve", json!({ "id": cafes, "watchedBy": "" }));
    assert_eq!(unwatched(), 1);
    desk.call("segments", "remove", json!({ "id": cafes }));
    assert_eq!(unwatched(), 0, "a note whose segment is gone has other troubles");
}
