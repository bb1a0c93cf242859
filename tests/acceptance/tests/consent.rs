//! What a person agreed to counts until they say otherwise.

use rapport_acceptance::Desk;
use serde_json::json;

#[test]
fn the_newest_word_counts() {
    let desk = Desk::new();
    let ana = desk.person("Ana Ruiz");
    desk.call(
        "consent",
        "say",
        json!({ "person": ana, "channel": "email", "state": "agreed", "how": "asked at the fair" }),
    );
    let said = desk.call("consent", "say", json!({ "person": ana, "state": "optedOut" }));
    assert_eq!(said["doNotContact"], true);
    assert_eq!(said["words"].as_array().unwrap().len(), 2);
    desk.clock.advance(1000);
    let said = desk.call("consent", "say", json!({ "person": ana, "state": "agreed" }));
    assert_eq!(said["doNotContact"], false);
    desk.call("vault", "undo", json!({}));
    assert_eq!(desk.call("consent", "ofPerson", json!({ "id": ana }))["doNotContact"], true);
    assert!(desk.attempt("consent", "say", json!({ "person": ana, "channel": "pigeon", "state": "agreed" })).is_err());
}
