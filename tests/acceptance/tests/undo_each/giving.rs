//! How the verbs of gestures are undone.

use super::sheets::Write;
use rapport_acceptance::Desk;
use serde_json::{Value, json};

/// One of everything that can be given.
pub struct Giving {
    ana: String,
    gesture: Value,
    role: Value,
}

impl Giving {
    pub fn new(desk: &Desk, ana: &str) -> Self {
        let call = |verb: &str, input: Value| desk.call("gestures", verb, input);
        let given = json!({ "person": ana, "what": "A cake", "cost": 1200, "currency": "EUR", "felt": 1 });
        let gesture = call("give", given)["id"].clone();
        let role = call("saveRole", json!({ "role": "At the counter", "text": "A coffee" }))[0]["id"].clone();
        call("saveBudget", json!({ "person": ana, "amount": 9000, "currency": "EUR", "months": 12 }));
        Self { ana: ana.to_owned(), gesture, role }
    }

    pub fn writes(&self, ben: &str) -> Vec<Write> {
        let write = |verb, name, input| ("gestures", verb, name, input);
        let Self { ana, gesture, role } = self;
        vec![
            write(
                "give",
                "giveGesture",
                json!({ "person": ben, "what": "A card", "sort": "card", "day": "2026-10-01" }),
            ),
            write(
                "give",
                "editGesture",
                json!({ "id": gesture, "what": "Two cakes", "day": "2026-11-01", "felt": -1 }),
            ),
            write("remove", "removeGesture", json!({ "id": gesture })),
            write("sayMood", "sayMood", json!({ "id": gesture, "mood": 2 })),
            write("saveBudget", "saveBudget", json!({ "amount": 7000, "currency": "EUR", "months": 12 })),
            write("saveBudget", "saveBudget", json!({ "person": ana, "amount": 100, "currency": "USD", "months": 1 })),
            write("removeBudget", "removeBudget", json!({ "id": ana })),
            write("saveRole", "saveLeeway", json!({ "role": "On the road", "amount": 10, "currency": "JPY" })),
            write("saveRole", "saveLeeway", json!({ "id": role, "text": "Two coffees" })),
            write("putAside", "putThanksAside", json!({ "person": ben, "forWhat": "anniversary:x:3" })),
            write("removeRole", "removeLeeway", json!({ "id": role })),
        ]
    }
}
