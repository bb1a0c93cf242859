//! The hook of panics holds for the whole process, so it is tried in a process of its own: this file has one test.

use rapport_core::vault::harden::quiet_panics;
use std::sync::{Arc, Mutex};

#[test]
fn a_panic_tells_its_place_and_nothing_of_what_it_stumbled_over() {
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let ears = Arc::clone(&told);
    quiet_panics(move |line| ears.lock().unwrap().push(line.to_owned()));
    let card = "FN:Marisol Reyes Ibarra";
    std::panic::catch_unwind(|| panic!("cannot read {card}")).unwrap_err();
    std::panic::catch_unwind(|| card.parse::<u32>().unwrap()).unwrap_err();
    std::panic::catch_unwind(|| assert_eq!(card, "")).unwrap_err();
    let told = told.lock().unwrap();
    assert_eq!(told.len(), 3, "one line a panic");
    for line in told.iter() {
        assert!(line.starts_with("rapport: a fault of Rapport's own at core/tests/panics.rs:"), "{line}");
        assert!(!line.contains("Marisol") && !line.contains('\n'), "{line}");
    }
}
