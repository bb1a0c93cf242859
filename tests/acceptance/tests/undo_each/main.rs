//! Every verb that writes is taken back by its name and done again: to the last cell what it was, and what it became.
#![allow(clippy::unwrap_used, reason = "a test")]

mod giving;
mod reads;
mod sheets;
mod told;

use giving::Giving;
use rapport_acceptance::{Desk, NOW};
use rapport_core::commands;
use reads::{READS, ROOMS};
use serde_json::{Value, json};
use sheets::{Sheets, Write};
use std::collections::BTreeSet;

/// A book with one of everything that can be changed or removed.
struct Base {
    desk: Desk,
    ana: String,
    ben: String,
    touch: String,
    purchase: String,
    /// A number that Ana has.
    field: Value,
    /// What a dollar is worth.
    rate: Value,
    parts: Value,
    segment: String,
    /// What stands beside it.
    plan: Value,
    persona: Value,
    track: Value,
    rule: String,
    /// One being written, and one handed over.
    letters: [String; 2],
    template: Value,
    /// A batch with four letters (the second approved, the third put aside, the fourth stale) and two people held.
    batch: Value,
    /// What goes with a letter.
    file: Value,
    /// A check that keeps quiet.
    quiet: Value,
    /// A line and a rule of the voice sheet.
    voice: [Value; 2],
    /// What Ben said about being written to.
    word: Value,
    /// One to be done for Ana, and one that is done.
    tasks: [Value; 2],
    /// One open, and one that is cleared.
    doubts: [Value; 2],
    /// Why Ana came.
    reason: Value,
    /// What Ana asked once.
    asked: Value,
    /// An expectation, something that was told, a commitment.
    said: [Value; 3],
    /// Words that are needed again.
    snippet: Value,
    /// One open with two steps and a paper, and one that is closed.
    dossiers: [Value; 2],
    giving: Giving,
    sheets: Sheets,
}

impl Base {
    fn new() -> Self {
        let desk = Desk::new();
        let ana = desk.call("people", "create", json!({
            "name": "Ana Ruiz", "stage": "engagement",
            "reaches": [{ "kind": "email", "value": "ana@example.org", "preferred": true }, { "kind": "email", "value": "ruiz@example.org" }],
            "roles": [{ "organisation": "Acme", "title": "Buyer" }],
        }));
        let ana = ana["row"]["id"].as_str().unwrap().to_owned();
        let (ben, gone) = (desk.person("Ben Okafor"), desk.person("In The Bin"));
        desk.call("people", "tag", json!({ "ids": [ana], "tag": "key" }));
        desk.call("people", "saveTie", json!({ "person": ana, "other": ben, "label": "brother" }));
        desk.call("people", "saveDate", json!({ "person": ana, "label": "birthday", "month": 2, "day": 29 }));
        desk.call("people", "setPicture", json!({ "person": ana, "base64": PICTURE }));
        desk.call("people", "bin", json!({ "ids": [gone] }));
        desk.log(&ana, 3, 1, "lunch");
        let touch = desk.call("touchpoints", "recent", json!(1))[0]["id"].as_str().unwrap().to_owned();
        let field = desk.call("people", "saveField", json!({ "name": "Shoes", "kind": "number" }))[0]["id"].clone();
        desk.call("people", "setField", json!({ "person": ana, "field": field, "value": "42" }));
        let bought =
            json!({ "person": ana, "amount": 1250, "currency": "EUR", "item": "cups", "organisation": "Acme" });
        let purchase = desk.call("purchases", "save", bought)["id"].as_str().unwrap().to_owned();
        desk.call("purchases", "setBase", json!("EUR"));
        let rate =
            desk.call("purchases", "saveRate", json!({ "currency": "USD", "rate": "0.92" }))["rates"][0]["id"].clone();
        let rule = json!({ "match": "one", "of": { "on": "stage", "stage": "engagement" } });
        let segment = desk.call("segments", "save", json!({ "name": "Engaged", "hue": 1, "rule": rule }))["id"]
            .as_str()
            .unwrap()
            .to_owned();
        desk.call(
            "segments",
            "saveTalk",
            json!({ "segment": segment, "channel": "phone", "everyDays": 30, "about": "" }),
        );
        let plan = desk.call("segments", "saveNeed", json!({ "segment": segment, "need": "Rest", "action": "" }));
        let persona =
            desk.call("segments", "savePersona", json!({ "segment": segment, "name": "Petra" }))["id"].clone();
        desk.call("segments", "saveQuote", json!({ "persona": persona, "text": "Ring me", "touchpoint": touch }));
        let persona = desk.call("segments", "personas", json!({ "id": segment }))[0].clone();
        let track =
            desk.call("segments", "addTrack", json!({ "preset": "power", "segment": segment }))["track"].clone();
        desk.call("segments", "skipTrackStep", json!({ "step": track["steps"][0]["id"], "person": ana }));
        let second = json!({ "match": "all", "of": [] });
        desk.call("segments", "save", json!({ "name": "Anybody", "rule": second }));
        desk.call("care", "snooze", json!({ "person": ben, "until": NOW + 1000 }));
        let rule = desk.call("care", "rules", json!(null))[0]["id"].as_str().unwrap().to_owned();
        let letter = |kind: &str| {
            let made = desk.call("drafts", "start", json!({ "person": ana, "kind": kind }));
            made["row"]["id"].as_str().unwrap().to_owned()
        };
        let letters = [letter("checkIn"), letter("thankYou")];
        desk.call("drafts", "handOver", json!({ "id": letters[1], "way": "copy", "reason": "a test" }));
        let ours =
            json!({ "kind": "offer", "language": "en", "title": "Ours", "subject": "Hello", "body": "Dear you," });
        desk.call("drafts", "saveTemplate", ours);
        let templates = desk.call("drafts", "templates", json!(null));
        let template = templates.as_array().unwrap().iter().find(|t| t["title"] == "Ours").unwrap()["key"].clone();
        let (batch, file) = told::batch(&desk, &letters[1]);
        let quiet = desk.call("drafts", "keepQuiet", json!({ "check": "MC39", "kind": "offer" }))[0]["id"].clone();
        let line = desk.call("drafts", "saveVoiceLine", json!({ "kind": "value", "text": "Plain words" }));
        let voiced = json!({ "kind": "existence", "words": ["cheap"], "message": "Say what it is worth." });
        let rules = desk.call("drafts", "saveVoiceRule", json!({ "rule": voiced }));
        let voice = [line["lines"][0]["id"].clone(), rules["sheet"]["rules"][0]["id"].clone()];
        let parts = desk.call("people", "get", json!({ "id": ana }));
        let said = desk.call("consent", "say", json!({ "person": ben, "channel": "phone", "state": "optedOut" }));
        let word = said["words"][0]["id"].clone();
        let open = json!({ "text": "Call back", "due": "2026-11-24", "person": ana, "promised": true });
        let tasks = [open, json!({ "text": "Send the catalogue" })];
        let tasks = tasks.map(|task| desk.call("promises", "add", task)["id"].clone());
        desk.call("promises", "finish", json!({ "id": tasks[1], "outcome": "sent" }));
        let expectation = json!({ "topic": "price", "name": "Box", "text": "38 € a month", "since": "2026-03-01" });
        let expectation = desk.call("promises", "saveExpectation", expectation)["id"].clone();
        let told = desk.call("promises", "tell", json!({ "person": ana, "expectation": expectation }))["id"].clone();
        let commitment = json!({ "area": "environment", "text": "We take every box back" });
        let said = [expectation, told, desk.call("promises", "saveCommitment", commitment)["id"].clone()];
        let snippet = json!({ "title": "Ours", "text": "That is ours to mend." });
        let snippet = desk.call("drafts", "saveSnippet", snippet)[0]["id"].clone();
        let doubt = |text: &str| {
            desk.call("feedback", "saveDoubt", json!({ "person": ana, "text": text, "touchpoint": touch }))["id"]
                .clone()
        };
        let doubts = [doubt("Is it delivered on Sundays?"), doubt("Too dear?")];
        desk.call("feedback", "clearDoubt", json!({ "id": doubts[1], "answer": "One box a month less" }));
        let reason =
            json!({ "person": ana, "outcome": "chosen", "text": "You answer the phone", "competitor": "Cupworks" });
        let reason = desk.call("feedback", "saveReason", reason)["id"].clone();
        let question = desk.call("feedback", "saveQuestion", json!({ "text": "When do you deliver?" }))["id"].clone();
        let asked =
            desk.call("feedback", "askedAgain", json!({ "question": question, "touchpoint": touch, "person": ana }));
        let dossier = |title: &str| {
            desk.call("feedback", "saveDossier", json!({ "person": ana, "title": title, "expectedDays": 90 }))["id"]
                .clone()
        };
        let dossiers = [dossier("The new bar"), dossier("The old bar")];
        for step in ["Measure", "Offer"] {
            desk.call("feedback", "saveStep", json!({ "dossier": dossiers[0], "text": step }));
        }
        let whole = desk.call("feedback", "savePaper", json!({ "dossier": dossiers[0], "name": "Floor plan" }));
        let dossiers = [whole, desk.call("feedback", "closeDossier", json!({ "id": dossiers[1], "outcome": "sold" }))];
        let giving = Giving::new(&desk, &ana);
        let sheets = Sheets::new(&desk, &ana, &ben, &segment);
        Self {
            desk,
            ana,
            ben,
            touch,
            field,
            purchase,
            rate,
            parts,
            segment,
            plan,
            persona,
            track,
            rule,
            letters,
            template,
            batch,
            file,
            quiet,
            voice,
            word,
            tasks,
            doubts,
            reason,
            asked,
            said,
            snippet,
            dossiers,
            giving,
            sheets,
        }
    }

    fn second(&self) -> Value {
        self.desk.call("segments", "list", json!(null))[0]["id"].clone()
    }

    fn part(&self, list: &str) -> Value {
        json!({ "id": self.parts[list][0]["id"] })
    }

    /// Every record and every kept figure, cell by cell.
    fn everything(&self) -> Vec<String> {
        let vault = self.desk.app.vault().unwrap();
        let tables = vault.kinds().iter().map(|kind| kind.table).chain(["person_stat", "purchase_stat"]);
        let mut seen = Vec::new();
        for table in tables {
            let cells = |c: &rusqlite::Connection| {
                let mut rows = c.prepare(&format!("SELECT * FROM {table} ORDER BY 1"))?;
                let count = rows.column_count();
                let mut rows = rows.query([])?;
                while let Some(row) = rows.next()? {
                    let cells: Vec<_> = (0..count).map(|i| format!("{:?}", row.get_ref(i).unwrap())).collect();
                    seen.push(format!("{table}: {}", cells.join(" ")));
                }
                Ok(())
            };
            vault.read(cells).unwrap();
        }
        seen
    }
}

/// A GIF of one pixel, and one of another.
const PICTURE: &str = "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";
const OTHER_PICTURE: &str = "R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";

fn writes(b: &Base) -> Vec<Write> {
    let ana = &b.ana;
    let gone = b.desk.call("people", "list", json!({ "binned": true }))["items"][0]["id"].clone();
    vec![
        (
            "people",
            "create",
            "createPerson",
            json!({ "name": "Newcomer", "tags": ["key", "fresh"], "reaches": [{ "kind": "phone", "value": "+49 30 1" }] }),
        ),
        ("people", "edit", "editPerson", json!({ "id": ana, "name": "Ana R.", "note": "moved house" })),
        ("people", "setStage", "setStage", json!({ "ids": [ana, b.ben], "stage": "advocacy" })),
        ("people", "bin", "binPeople", json!({ "ids": [ana, b.ben] })),
        ("people", "restore", "restorePeople", json!({ "ids": [gone] })),
        ("people", "tag", "tagPeople", json!({ "ids": [ana, b.ben], "tag": "new tag" })),
        ("people", "untag", "untagPeople", json!({ "ids": [ana], "tag": "key" })),
        (
            "people",
            "saveReach",
            "saveReach",
            json!({ "person": ana, "kind": "email", "value": "third@example.org", "preferred": true }),
        ),
        ("people", "removeReach", "removeReach", b.part("reaches")),
        (
            "people",
            "saveRole",
            "saveRole",
            json!({ "person": b.ben, "organisation": "Brand New Ltd", "title": "Owner" }),
        ),
        ("people", "removeRole", "removeRole", b.part("roles")),
        (
            "people",
            "saveTie",
            "saveTie",
            json!({ "person": ana, "name": "Carla, not in the book", "label": "bookkeeper" }),
        ),
        ("people", "removeTie", "removeTie", b.part("ties")),
        (
            "people",
            "saveDate",
            "saveDate",
            json!({ "person": b.ben, "label": "customer since", "year": 2019, "month": 12, "day": 31 }),
        ),
        ("people", "removeDate", "removeDate", b.part("dates")),
        ("people", "saveField", "saveField", json!({ "name": "Hat", "kind": "choice", "choices": ["S", "M"] })),
        ("people", "saveField", "saveField", json!({ "id": b.field, "name": "Shoe size" })),
        ("people", "removeField", "removeField", json!({ "id": b.field })),
        ("people", "setField", "setField", json!({ "person": b.ben, "field": b.field, "value": "43" })),
        ("people", "setField", "setField", json!({ "person": ana, "field": b.field, "value": "44.5" })),
        ("people", "setField", "setField", json!({ "person": ana, "field": b.field, "value": "" })),
        ("people", "setPicture", "setPicture", json!({ "person": ana, "base64": OTHER_PICTURE })),
        ("people", "removePicture", "removePicture", json!({ "id": ana })),
        (
            "touchpoints",
            "log",
            "logTouchpoint",
            json!({ "people": [ana, b.ben], "channel": "video", "felt": 2, "text": "agreed" }),
        ),
        (
            "touchpoints",
            "edit",
            "editTouchpoint",
            json!({ "id": b.touch, "felt": -2, "text": "not what it seemed", "at": NOW - 5000 }),
        ),
        ("touchpoints", "remove", "removeTouchpoint", json!({ "id": b.touch })),
        (
            "purchases",
            "save",
            "addPurchase",
            json!({ "person": b.ben, "date": "2026-10-01", "amount": 990, "currency": "usd", "organisation": "Maker Ltd" }),
        ),
        (
            "purchases",
            "save",
            "editPurchase",
            json!({ "id": b.purchase, "person": b.ben, "amount": -500, "currency": "JPY", "organisation": "" }),
        ),
        ("purchases", "remove", "removePurchase", json!({ "id": b.purchase })),
        ("purchases", "saveRate", "saveRate", json!({ "currency": "JPY", "rate": "0.0061", "day": "2026-11-01" })),
        ("purchases", "saveRate", "saveRate", json!({ "id": b.rate, "currency": "USD", "rate": "0.95" })),
        ("purchases", "removeRate", "removeRate", json!({ "id": b.rate })),
        (
            "segments",
            "save",
            "createSegment",
            json!({ "name": "Everyone", "hue": 2, "rule": { "match": "all", "of": [] } }),
        ),
        ("segments", "save", "editSegment", json!({ "id": b.segment, "name": "Renamed" })),
        ("segments", "serve", "serveSegment", json!({ "id": b.segment, "minutes": 20 })),
        ("segments", "remove", "removeSegment", json!({ "id": b.segment })),
        (
            "segments",
            "savePlan",
            "planSegment",
            json!({ "id": b.segment, "intensity": "close", "reviewOn": "2027-01-01" }),
        ),
        (
            "segments",
            "saveTalk",
            "saveSegmentTalk",
            json!({ "segment": b.segment, "channel": "post", "everyDays": 90, "about": "A card" }),
        ),
        ("segments", "removeTalk", "removeSegmentTalk", json!({ "id": b.plan["talks"][0]["id"] })),
        (
            "segments",
            "saveNeed",
            "saveSegmentNeed",
            json!({ "id": b.plan["needs"][0]["id"], "segment": b.segment, "need": "Rest", "action": "Ring later" }),
        ),
        ("segments", "removeNeed", "removeSegmentNeed", json!({ "id": b.plan["needs"][0]["id"] })),
        ("segments", "savePersona", "createPersona", json!({ "segment": b.segment, "name": "Anton" })),
        ("segments", "savePersona", "editPersona", json!({ "id": b.persona["id"], "worries": "The rent" })),
        ("segments", "removePersona", "removePersona", json!({ "id": b.persona["id"] })),
        ("segments", "saveQuote", "savePersonaQuote", json!({ "persona": b.persona["id"], "text": "Later, please" })),
        (
            "segments",
            "split",
            "splitSegment",
            json!({
                "id": b.segment, "by": { "match": "one", "of": { "on": "neverTouched" } }, "inside": "New", "outside": "Known",
                "insideStays": false,
            }),
        ),
        (
            "segments",
            "join",
            "joinSegments",
            json!({ "a": b.second(), "b": b.segment, "name": "All", "repoint": true }),
        ),
        ("segments", "addTrack", "createTrack", json!({ "preset": "lapsed" })),
        (
            "segments",
            "saveTrack",
            "editTrack",
            json!({ "id": b.track["id"], "name": "Ours", "neverLeave": true, "active": false }),
        ),
        ("segments", "removeTrack", "removeTrack", json!({ "id": b.track["id"] })),
        (
            "segments",
            "saveTrackStep",
            "saveTrackStep",
            json!({ "track": b.track["id"], "afterDays": 3, "channel": "email", "what": "One more thing" }),
        ),
        ("segments", "removeTrackStep", "removeTrackStep", json!({ "id": b.track["steps"][0]["id"] })),
        (
            "segments",
            "doTrackStep",
            "doTrackStep",
            json!({ "step": b.track["steps"][1]["id"], "touchpoint": { "people": [ana], "channel": "phone", "felt": 1 } }),
        ),
        ("segments", "skipTrackStep", "skipTrackStep", json!({ "step": b.track["steps"][1]["id"], "person": ana })),
        ("segments", "removeQuote", "removePersonaQuote", json!({ "id": b.persona["quotes"][0]["id"] })),
        ("care", "saveRule", "saveRule", json!({ "scope": { "for": "everyone" }, "days": 14, "active": true })),
        (
            "care",
            "saveRule",
            "saveRule",
            json!({ "id": b.rule, "scope": { "for": "everyone" }, "days": 90, "active": false }),
        ),
        ("care", "removeRule", "removeRule", json!({ "id": b.rule })),
        ("care", "snooze", "snooze", json!({ "person": ana, "until": NOW + 86_400_000 })),
        ("care", "wake", "wake", json!({ "id": b.ben })),
        (
            "consent",
            "say",
            "saveConsent",
            json!({ "person": ana, "channel": "email", "state": "agreed", "how": "asked" }),
        ),
        ("consent", "takeBack", "takeBackConsent", json!({ "id": b.word })),
        ("promises", "add", "addTask", json!({ "text": "Ask about the move", "due": "2026-12-01", "person": b.ben })),
        (
            "promises",
            "edit",
            "editTask",
            json!({ "id": b.tasks[0], "text": "Call Ana back", "due": "", "nobody": true, "owner": "Mara" }),
        ),
        ("promises", "finish", "finishTask", json!({ "id": b.tasks[0], "outcome": "she was glad" })),
        ("promises", "reopen", "reopenTask", json!({ "id": b.tasks[1] })),
        ("promises", "remove", "removeTask", json!({ "id": b.tasks[0] })),
        ("promises", "saveExpectation", "addExpectation", json!({ "name": "Delivery", "text": "within 3 days" })),
        ("promises", "saveExpectation", "editExpectation", json!({ "id": b.said[0], "topic": "other", "text": "42 €" })),
        ("promises", "removeExpectation", "removeExpectation", json!({ "id": b.said[0] })),
        ("promises", "tell", "tell", json!({ "person": b.ben, "topic": "badNews", "text": "No grinder this year" })),
        ("promises", "removeTold", "removeTold", json!({ "id": b.said[1] })),
        ("promises", "saveCommitment", "addCommitment", json!({ "text": "Everybody is paid alike" })),
        ("promises", "saveCommitment", "editCommitment", json!({ "id": b.said[2], "proof": "Report, page 4" })),
        ("promises", "removeCommitment", "removeCommitment", json!({ "id": b.said[2] })),
    ]
    .into_iter()
    .chain(told::letters(b))
    .chain(told::batches(b))
    .chain(told::feedback(b))
    .chain(b.giving.writes(&b.ben))
    .collect()
}

#[test]
fn each_verb_is_undone_by_its_name_and_done_again() {
    let b = Base::new();
    let before = b.everything();
    for (room, verb, name, input) in writes(&b).into_iter().chain(b.sheets.writes()) {
        let what = format!("{room} {verb} {input}");
        b.desk.call(room, verb, input);
        let after = b.everything();
        assert_ne!(before, after, "{what} changed nothing");
        let next = b.desk.call("vault", "nextSteps", json!(null));
        assert_eq!(next["undo"]["name"], name, "{what}");
        let undone = b.desk.call("vault", "undo", json!({}));
        assert_eq!((&undone["step"]["name"], &undone["kept"]), (&json!(name), &json!(0)), "{what}");
        assert_eq!(b.everything(), before, "{what}, taken back");
        assert_eq!(b.desk.call("vault", "redo", json!(null))["step"]["name"], name, "{what}");
        assert_eq!(b.everything(), after, "{what}, done again");
        b.desk.call("vault", "undo", json!({ "step": undone["step"]["id"] }));
        assert_eq!(b.everything(), before, "{what}, taken back by its id");
    }
    assert_eq!(b.desk.call("vault", "check", json!(null))["ok"], true);
}

#[test]
fn a_verb_that_is_refused_leaves_no_step() {
    let b = Base::new();
    let (before, steps) = (b.everything(), b.desk.call("vault", "nextSteps", json!(null)));
    let nobody = "00000000-0000-7000-8000-000000000000";
    let refused: [(&str, &str, Value); 9] = [
        ("people", "create", json!({ "name": " " })),
        ("people", "edit", json!({ "id": nobody, "name": "x" })),
        ("people", "setStage", json!({ "ids": [b.ana, nobody], "stage": "advocacy" })),
        ("people", "bin", json!({ "ids": [b.ana, nobody] })),
        ("people", "tag", json!({ "ids": [b.ana, nobody], "tag": "another" })),
        ("people", "saveDate", json!({ "person": b.ana, "label": "never", "month": 2, "day": 30 })),
        ("touchpoints", "log", json!({ "people": [b.ana, nobody], "channel": "phone" })),
        ("touchpoints", "edit", json!({ "id": b.touch, "text": "changed", "felt": 3 })),
        ("segments", "save", json!({ "name": "", "rule": { "match": "all", "of": [] } })),
    ];
    for (room, verb, input) in refused {
        assert!(b.desk.attempt(room, verb, input.clone()).is_err(), "{room} {verb} {input}");
        assert_eq!(b.everything(), before, "{room} {verb} {input}");
    }
    assert_eq!(b.desk.call("vault", "nextSteps", json!(null)), steps);
}

#[test]
fn no_verb_of_these_rooms_is_forgotten() {
    let b = Base::new();
    let all = writes(&b).into_iter().chain(b.sheets.writes());
    let mut known: BTreeSet<(&str, &str)> = all.map(|write| (write.0, write.1)).collect();
    known.extend(READS.iter().chain(&sheets::READS).flat_map(|(room, verbs)| verbs.iter().map(|verb| (*room, *verb))));
    let is_told = |(room, _): &(&str, &str)| ROOMS.contains(room) || sheets::ROOMS.contains(room);
    let all: BTreeSet<(&str, &str)> = commands::LIST.iter().copied().filter(is_told).collect();
    assert_eq!(all.difference(&known).collect::<Vec<_>>(), Vec::<&(&str, &str)>::new(), "say how these are undone");
    assert_eq!(known.difference(&all).collect::<Vec<_>>(), Vec::<&(&str, &str)>::new(), "these are gone");
}
