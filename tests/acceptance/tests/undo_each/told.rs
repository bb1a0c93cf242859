//! How the verbs of letters and of feedback are undone.

use super::Base;
use super::sheets::Write;
use rapport_acceptance::Desk;
use serde_json::{Value, json};

pub fn letters(b: &Base) -> Vec<Write> {
    let ana = &b.ana;
    vec![
        ("drafts", "start", "startDraft", json!({ "person": ana, "kind": "welcome" })),
        ("drafts", "save", "saveDraft", json!({ "id": b.letters[0], "subject": "Other", "text": "Other words" })),
        ("drafts", "remove", "removeDraft", json!({ "id": b.letters[0] })),
        ("drafts", "handOver", "handOverDraft", json!({ "id": b.letters[0], "way": "copy", "reason": "because" })),
        ("drafts", "went", "letterWent", json!({ "id": b.letters[1] })),
        ("drafts", "didNotGo", "letterStayed", json!({ "id": b.letters[1] })),
        (
            "drafts",
            "saveTemplate",
            "saveTemplate",
            json!({ "kind": "offer", "language": "de", "title": "Neu", "subject": "x", "body": "y" }),
        ),
        (
            "drafts",
            "saveVoiceLine",
            "saveVoiceLine",
            json!({ "id": b.voice[0], "kind": "ethics", "text": "No pressure" }),
        ),
        ("drafts", "removeVoiceLine", "removeVoiceLine", json!({ "id": b.voice[0] })),
        (
            "drafts",
            "saveVoiceRule",
            "saveVoiceRule",
            json!({ "id": b.voice[1], "rule": { "kind": "existence", "words": ["cheap", "bargain"], "message": "Ours" } }),
        ),
        ("drafts", "removeVoiceRule", "removeVoiceRule", json!({ "id": b.voice[1] })),
        ("drafts", "saveSnippet", "saveSnippet", json!({ "id": b.snippet, "text": "We mend it." })),
        ("drafts", "removeSnippet", "removeSnippet", json!({ "id": b.snippet })),
        ("drafts", "keepQuiet", "keepQuiet", json!({ "check": "MC41" })),
        ("drafts", "speakAgain", "speakAgain", json!({ "id": b.quiet })),
        ("drafts", "removeTemplate", "removeTemplate", json!({ "id": b.template })),
        ("drafts", "refill", "refillDraft", json!({ "id": b.letters[0], "reason": "another one" })),
    ]
}

pub fn batches(b: &Base) -> Vec<Write> {
    let write = |verb, name, input| ("drafts", verb, name, input);
    let batch = &b.batch;
    vec![
        write("makeBatch", "makeBatch", json!({ "people": [b.ana, b.ben], "name": "Winter", "kind": "checkIn" })),
        write("renameBatch", "renameBatch", json!({ "id": batch["id"], "name": "Autumn" })),
        write("removeBatch", "removeBatch", json!({ "id": batch["id"] })),
        write("approve", "approveLetter", json!({ "id": batch["letters"][0], "reason": "a test" })),
        write("withdraw", "withdrawLetter", json!({ "id": batch["letters"][1] })),
        write("hold", "holdLetter", json!({ "id": batch["letters"][0], "why": "after the fair" })),
        write("takeIn", "takeInLetter", json!({ "id": batch["letters"][2] })),
        write("lookAgain", "lookAgain", json!({ "id": batch["letters"][1] })),
        write("fillAgain", "fillAgain", json!({ "id": batch["letters"][3] })),
        write("tryHeld", "tryHeld", json!({ "id": batch["held"][0] })),
        write("leaveOut", "leaveOut", json!({ "id": batch["held"][1] })),
        write("attach", "attachFile", json!({ "draft": b.letters[0], "name": "list.pdf", "base64": "JVBERg==" })),
        write("answerBy", "answerBy", json!({ "id": b.letters[0], "day": "2026-12-01" })),
        write(
            "offerCall",
            "attachFile",
            json!({ "draft": b.letters[0], "at": rapport_acceptance::NOW + 86_400_000, "title": "A call" }),
        ),
        write("detach", "detachFile", json!({ "id": b.file })),
    ]
}

pub fn feedback(b: &Base) -> Vec<Write> {
    let write = |verb, name, input| ("feedback", verb, name, input);
    vec![
        write("saveDoubt", "addDoubt", json!({ "person": b.ben, "text": "Will it fit?", "raisedOn": "2026-11-01" })),
        write("saveDoubt", "editDoubt", json!({ "id": b.doubts[0], "person": b.ben, "text": "On Sundays?" })),
        write("clearDoubt", "clearDoubt", json!({ "id": b.doubts[0], "answer": "Yes, until noon" })),
        write("reopenDoubt", "reopenDoubt", json!({ "id": b.doubts[1] })),
        write("removeDoubt", "removeDoubt", json!({ "id": b.doubts[0] })),
        write("saveReason", "addReason", json!({ "person": b.ben, "outcome": "left", "text": "Moved away" })),
        write("saveReason", "editReason", json!({ "id": b.reason, "outcome": "stayed", "competitor": "" })),
        write("groupReasons", "groupReasons", json!({ "ids": [b.reason], "theme": "Somebody answers" })),
        write("removeReason", "removeReason", json!({ "id": b.reason })),
        write("saveQuestion", "addQuestion", json!({ "text": "Who repairs it?", "answer": "We do." })),
        write("saveQuestion", "editQuestion", json!({ "id": b.asked["question"]["id"], "foundAt": "the website" })),
        write("removeQuestion", "removeQuestion", json!({ "id": b.asked["question"]["id"] })),
        write("askedAgain", "askQuestion", json!({ "question": b.asked["question"]["id"], "person": b.ben })),
        write("removeAsking", "removeAsking", json!({ "id": b.asked["askings"][0]["id"] })),
    ]
    .into_iter()
    .chain(dossiers(b))
    .collect()
}

fn dossiers(b: &Base) -> Vec<Write> {
    let write = |verb, name, input| ("feedback", verb, name, input);
    let [open, closed] = &b.dossiers;
    let (id, steps, paper) = (&open["id"], &open["steps"], &open["papers"][0]["id"]);
    vec![
        write("saveDossier", "addDossier", json!({ "person": b.ben, "title": "A mortgage" })),
        write("saveDossier", "editDossier", json!({ "id": id, "owner": "Mara", "expectedDays": 0 })),
        write("closeDossier", "closeDossier", json!({ "id": id, "outcome": "they signed" })),
        write("reopenDossier", "reopenDossier", json!({ "id": closed["id"] })),
        write("removeDossier", "removeDossier", json!({ "id": id })),
        write("saveStep", "addDossierStep", json!({ "dossier": id, "text": "Sign" })),
        write("saveStep", "editDossierStep", json!({ "id": steps[0]["id"], "doneOn": "2026-11-20" })),
        write("moveStep", "moveDossierStep", json!({ "id": steps[1]["id"], "before": steps[0]["id"] })),
        write("removeStep", "removeDossierStep", json!({ "id": steps[0]["id"] })),
        write("savePaper", "addPaper", json!({ "dossier": id, "name": "Lease", "state": "asked" })),
        write("savePaper", "editPaper", json!({ "id": paper, "state": "received", "since": "2026-11-20" })),
        write("removePaper", "removePaper", json!({ "id": paper })),
    ]
}

/// A batch with something for each verb, and a file beside the letter `other`.
pub fn batch(desk: &Desk, other: &str) -> (Value, Value) {
    let body = "Dear {{ person.given }},\n\nhow is {{ organisation }}?";
    let template =
        json!({ "kind": "checkIn", "language": "en", "title": "For many", "subject": "Hello", "body": body });
    let templates = desk.call("drafts", "saveTemplate", template.clone())["templates"].clone();
    let key = templates.as_array().unwrap().iter().find(|t| t["title"] == "For many").unwrap()["key"].clone();
    let person = |name: &str, firm: Value| {
        let reaches = json!([{ "kind": "email", "value": format!("{name}@example.org") }]);
        let new = json!({ "name": format!("{name} Batch"), "given": name, "reaches": reaches, "roles": firm });
        desk.call("people", "create", new)["row"]["id"].clone()
    };
    let firm = |name: &str| json!([{ "organisation": name }]);
    let some: Vec<Value> = ["A", "B", "C", "D"].iter().map(|name| person(name, firm(name))).collect();
    let held = [person("E", json!([])), person("F", json!([]))];
    let people: Vec<&Value> = some.iter().chain(&held).collect();
    let made = desk.call(
        "drafts",
        "makeBatch",
        json!({ "people": people, "name": "Spring", "kind": "checkIn", "template": key }),
    );
    let id = json!({ "id": made["id"] });
    let ids = |verb: &str| -> Vec<Value> {
        desk.call("drafts", verb, id.clone()).as_array().unwrap().iter().map(|one| one["id"].clone()).collect()
    };
    let (letters, held) = (ids("batchLetters"), ids("heldPeople"));
    desk.call("drafts", "approve", json!({ "id": letters[1], "reason": "a test" }));
    desk.call("drafts", "hold", json!({ "id": letters[2], "why": "" }));
    desk.call("people", "edit", json!({ "id": some[3], "given": "Dee" }));
    desk.call("people", "saveRole", json!({ "person": people[4], "organisation": "E and sons" }));
    let file = desk.call("drafts", "attach", json!({ "draft": other, "name": "offer.pdf", "base64": "JVBERi0xLjc=" }));
    (json!({ "id": made["id"], "letters": letters, "held": held }), file["attachments"][0]["id"].clone())
}
