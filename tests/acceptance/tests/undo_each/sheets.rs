//! How the verbs of communities, journeys and plans are undone.

use rapport_acceptance::Desk;
use serde_json::{Value, json};

/// Room, verb, the name of its step, its input.
pub type Write = (&'static str, &'static str, &'static str, Value);

/// Rooms all of whose verbs are said here.
pub const ROOMS: [&str; 3] = ["communities", "journeys", "plans"];

/// Verbs of these rooms that change nothing.
pub const READS: [(&str, &[&str]); 3] = [
    ("communities", &["list", "get", "helps", "introductions"]),
    ("journeys", &["list", "get", "audit", "onboarding"]),
    (
        "plans",
        &[
            "sheet",
            "strategies",
            "counters",
            "loyaltyLoop",
            "loopPeople",
            "loopLog",
            "conversion",
            "surprises",
            "unsurprised",
            "ideas",
            "stack",
            "stacks",
            "advise",
            "steps",
        ],
    ),
];

/// One of everything in these rooms that can be changed or removed.
pub struct Sheets {
    ana: String,
    ben: String,
    segment: String,
    community: Value,
    member: Value,
    meeting: Value,
    /// What Ana offers.
    topic: Value,
    /// A map with two stages, the first of which has two steps.
    journey: Value,
    stages: Value,
    strategy: Value,
    idea: Value,
    step: Value,
}

impl Sheets {
    pub fn new(desk: &Desk, ana: &str, ben: &str, segment: &str) -> Self {
        for person in [ana, ben] {
            let said = json!({ "person": person, "channel": "introductions", "state": "agreed", "how": "asked" });
            desk.call("consent", "say", said);
        }
        let community = desk.call("communities", "save", json!({ "name": "Bakers" }))["id"].clone();
        let joined = desk.call("communities", "addMembers", json!({ "id": community, "people": [ana] }));
        let met = json!({ "community": community, "title": "First", "heard": "All is well", "people": [ana] });
        let met = desk.call("communities", "meet", met);
        desk.call("communities", "saveTopic", json!({ "person": ana, "topic": "Yeast", "side": "offers" }));
        let topic = desk.call("communities", "helps", json!({}))[0]["offers"][0]["id"].clone();

        let map = json!({ "title": "First year", "stages": ["Before", "After"] });
        let journey = desk.call("journeys", "create", map)["id"].clone();
        let read = || desk.call("journeys", "get", json!({ "id": journey }))["stages"].clone();
        for name in ["Call", "Offer"] {
            let step = json!({ "stage": read()[0]["id"], "content": { "name": name } });
            desk.call("journeys", "addStep", step);
        }
        let judged = json!({ "journey": journey, "channel": "phone", "lifecycle": "", "verdict": "keep" });
        desk.call("journeys", "judge", judged);

        desk.call("plans", "editSheet", json!({ "trust": "We say what went wrong" }));
        let strategy = desk.call("plans", "saveStrategy", json!({ "title": "Ring", "area": "keep" }))["id"].clone();
        let idea = desk.call("plans", "saveIdea", json!({ "purpose": "surprise", "text": "Cake" }))[0]["id"].clone();
        let step = desk.call("plans", "saveStep", json!({ "title": "Look back" }))[0]["id"].clone();
        Self {
            ana: ana.to_owned(),
            ben: ben.to_owned(),
            segment: segment.to_owned(),
            community,
            member: joined["members"][0]["id"].clone(),
            meeting: met["meetings"][0]["id"].clone(),
            topic,
            stages: read(),
            journey,
            strategy,
            idea,
            step,
        }
    }

    pub fn writes(&self) -> Vec<Write> {
        let mut all = self.communities();
        all.extend(self.journeys());
        all.extend(self.plans());
        all
    }

    fn communities(&self) -> Vec<Write> {
        let Self { ana, ben, community, .. } = self;
        let people = json!([ana, ben]);
        let met = json!({ "community": community, "title": "Second", "heard": "More", "people": people, "felt": 1 });
        let introduced = json!({ "one": ana, "other": ben, "topic": "Yeast", "channel": "phone" });
        [
            ("save", "createCommunity", json!({ "name": "Millers", "about": "Flour" })),
            ("save", "editCommunity", json!({ "id": community, "about": "Bread" })),
            ("remove", "removeCommunity", json!({ "id": community })),
            ("addMembers", "joinCommunity", json!({ "id": community, "people": [ben] })),
            ("leave", "leaveCommunity", json!({ "id": self.member })),
            ("meet", "meetCommunity", met),
            ("removeMeeting", "removeMeeting", json!({ "id": self.meeting })),
            ("saveTopic", "saveHelpTopic", json!({ "person": ben, "topic": "Yeast", "side": "looks" })),
            ("removeTopic", "removeHelpTopic", json!({ "id": self.topic })),
            ("introduce", "introducePeople", introduced),
        ]
        .map(|(verb, name, input)| ("communities", verb, name, input))
        .into()
    }

    fn journeys(&self) -> Vec<Write> {
        let Self { journey, stages, .. } = self;
        let (first, second) = (&stages[0]["id"], &stages[1]["id"]);
        let (call, offer) = (&stages[0]["steps"][0]["id"], &stages[0]["steps"][1]["id"]);
        let felt = json!({ "expected": { "value": -1, "word": "confused" }, "withinDays": 3 });
        let said = json!({ "journey": journey, "channel": "phone", "lifecycle": "" });
        let again = json!({ "id": journey, "on": "2027-01-01", "task": "Look again", "looked": true });
        [
            ("create", "createJourney", json!({ "title": "Second year", "stages": ["One"] })),
            ("rename", "renameJourney", json!({ "id": journey, "title": "Ours" })),
            ("assign", "assignJourney", json!({ "id": journey, "segment": self.segment })),
            ("remove", "removeJourney", json!({ "id": journey })),
            ("judge", "judgeTouch", said),
            ("review", "reviewJourney", again),
            ("setRoles", "setJourneyRoles", json!({ "id": journey, "leads": "Lena", "speaks": "Otto" })),
            ("setOnboarding", "setOnboarding", json!({ "id": journey, "newDays": 30, "aloneDays": 7 })),
            ("addStage", "addJourneyStage", json!({ "journey": journey, "name": "Between", "after": first })),
            ("editStage", "editJourneyStage", json!({ "id": first, "name": "Earlier" })),
            ("moveStage", "moveJourneyStage", json!({ "id": first, "after": second })),
            ("removeStage", "removeJourneyStage", json!({ "id": first })),
            ("addStep", "addJourneyStep", json!({ "stage": second, "content": { "name": "Thanks" } })),
            ("editStep", "editJourneyStep", json!({ "id": call, "content": felt })),
            ("moveStep", "moveJourneyStep", json!({ "id": call, "stage": first, "after": offer })),
            ("removeStep", "removeJourneyStep", json!({ "id": offer })),
        ]
        .map(|(verb, name, input)| ("journeys", verb, name, input))
        .into()
    }

    fn plans(&self) -> Vec<Write> {
        let person = format!("person:{}", self.ana);
        let cake = json!({
            "person": self.ana, "text": "A cake", "channel": "inPerson", "felt": 2, "idea": self.idea, "cost": 900,
            "currency": "EUR",
        });
        let look = json!({ "id": self.strategy, "state": "tried", "reviewOn": "2027-01-01", "task": "Look at it" });
        [
            ("editSheet", "editSheet", json!({ "needs": "Rest", "business": "service" })),
            ("reviewed", "reviewSheet", json!({ "task": "Look again" })),
            ("saveStrategy", "addStrategy", json!({ "title": "Write", "area": "acquire" })),
            ("saveStrategy", "editStrategy", look),
            ("removeStrategy", "removeStrategy", json!({ "id": self.strategy })),
            ("giveSurprise", "giveSurprise", cake),
            ("saveIdea", "saveIdea", json!({ "purpose": "social", "text": "A dinner" })),
            ("saveIdea", "saveIdea", json!({ "id": self.idea, "purpose": "surprise", "text": "Two cakes" })),
            ("removeIdea", "removeIdea", json!({ "id": self.idea })),
            ("saveLayer", "judgeLayer", json!({ "subject": person, "layer": "social", "score": 3, "note": "So" })),
            ("beginSteps", "beginSteps", json!(null)),
            ("saveStep", "addStep", json!({ "title": "Another" })),
            ("saveStep", "editStep", json!({ "id": self.step, "owner": "Lena", "done": true })),
            ("removeStep", "removeStep", json!({ "id": self.step })),
        ]
        .map(|(verb, name, input)| ("plans", verb, name, input))
        .into()
    }
}
