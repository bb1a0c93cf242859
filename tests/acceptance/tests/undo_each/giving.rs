//! How the verbs of gestures are undone.

use super::sheets::Write;
use rapport_acceptance::Desk;
use serde_json::{Value, json};

/// One of everything that can be given.
pub struct Giving {
    ana: String,
    gesture: Value,
    role: Value,
    perk: Value,
    given_perk: Value,
    programme: Value,
    points: Value,
    pair: Value,
}

impl Giving {
    pub fn new(desk: &Desk, ana: &str) -> Self {
        let call = |verb: &str, input: Value| desk.call("gestures", verb, input);
        let given = json!({ "person": ana, "what": "A cake", "cost": 1200, "currency": "EUR", "felt": 1 });
        let gesture = call("give", given)["id"].clone();
        let role = call("saveRole", json!({ "role": "At the counter", "text": "A coffee" }))[0]["id"].clone();
        call("saveBudget", json!({ "person": ana, "amount": 9000, "currency": "EUR", "months": 12 }));
        let perk = call("savePerk", json!({ "name": "Early look" }))["id"].clone();
        let given_perk = call("givePerk", json!({ "perk": perk, "person": ana }))["id"].clone();
        let programme = call("saveProgramme", json!({ "name": "Stamps" }))[0]["id"].clone();
        let points = call("addPoints", json!({ "programme": programme, "person": ana, "count": 5 }));
        let points = points[0]["entries"][0]["id"].clone();
        let pair = call("saveGoesWith", json!({ "item": "cups", "other": "saucers" }))[0]["id"].clone();
        Self { ana: ana.to_owned(), gesture, role, perk, given_perk, programme, points, pair }
    }

    pub fn writes(&self, ben: &str) -> Vec<Write> {
        let write = |verb, name, input| ("gestures", verb, name, input);
        let Self { ana, gesture, role, perk, given_perk, programme, points, pair } = self;
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
            write("savePerk", "addPerk", json!({ "name": "A tasting", "cost": 500, "currency": "EUR" })),
            write("savePerk", "editPerk", json!({ "id": perk, "who": "Whoever stayed", "most": 5 })),
            write("removePerk", "removePerk", json!({ "id": perk })),
            write("givePerk", "givePerk", json!({ "perk": perk, "person": ben })),
            write("usePerk", "usePerk", json!({ "id": given_perk })),
            write("removeGivenPerk", "removeGivenPerk", json!({ "id": given_perk })),
            write("saveProgramme", "saveProgramme", json!({ "id": programme, "unit": "stamps" })),
            write("removeProgramme", "removeProgramme", json!({ "id": programme })),
            write("addPoints", "addPoints", json!({ "programme": programme, "person": ben, "count": 3 })),
            write("removePoints", "removePoints", json!({ "id": points })),
            write("saveGoesWith", "saveGoesWith", json!({ "id": pair, "reason": "They match" })),
            write("removeGoesWith", "removeGoesWith", json!({ "id": pair })),
            write("putAside", "putThanksAside", json!({ "person": ben, "forWhat": "anniversary:x:3" })),
            write("removeRole", "removeLeeway", json!({ "id": role })),
        ]
    }
}
