//! The rooms of this test, and which of their verbs change nothing.

/// Rooms all of whose verbs are in [`READS`] or among those that write: whoever adds a verb says here how it is undone.
pub const ROOMS: [&str; 10] =
    ["people", "touchpoints", "purchases", "segments", "care", "consent", "drafts", "promises", "feedback", "gestures"];

/// Verbs of these rooms that change nothing.
pub const READS: [(&str, &[&str]); 10] = [
    ("people", &["list", "count", "get", "oneCalled", "tags", "fields", "fieldValues"]),
    ("touchpoints", &["get", "timeline", "recent", "curve", "channels"]),
    // The base currency is a setting of this computer, as others are: no step.
    ("purchases", &["ofPerson", "get", "currencies", "rates", "setBase"]),
    (
        "segments",
        &[
            "list",
            "get",
            "preview",
            "members",
            "ofPerson",
            "uncovered",
            "choices",
            "plan",
            "personas",
            "quotable",
            "readText",
            "writeText",
            "completeText",
            "previewText",
            // Looking once a day is kept on this computer, as settings are: no step.
            "keepDay",
            "past",
            "health",
            "pulse",
            "trySplit",
            "tryJoin",
            "uses",
            "tracks",
            "track",
        ],
    ),
    ("care", &["today", "rules", "snoozed", "spared", "thanks"]),
    ("consent", &["ofPerson"]),
    (
        "drafts",
        &[
            "contradictions",
            "snippets",
            "list",
            "get",
            "fill",
            "coach",
            "templates",
            "tryTemplate",
            "templateVersions",
            "quiet",
            "voice",
            "batches",
            "batch",
            "batchLetters",
            "heldPeople",
            "signs",
            "unanswered",
        ],
    ),
    ("promises", &["list", "due", "get", "expectations", "told", "commitments"]),
    ("feedback", &["doubts", "reasons", "reasonWords", "questions", "question", "dossiers", "lateDossiers"]),
    (
        "gestures",
        &[
            "list",
            "ofTouchpoint",
            "mood",
            "budget",
            "budgets",
            "roles",
            "perks",
            "perkFit",
            "perksFor",
            "givenPerks",
            "programmes",
            "pointsOf",
            "goesWith",
            "wouldGoWith",
            "buysAgain",
            "followUps",
        ],
    ),
];
