//! A seeded book is believable, healthy, and the same every time but for the ids.

mod support;

use rapport_core::{app, people, sample};
use support::TestVault;

#[test]
fn a_seeded_book_is_whole_and_the_same_every_time() {
    let books: Vec<Vec<String>> = (0..2)
        .map(|_| {
            let t = TestVault::new();
            sample::seed(&t.vault, sample::Seed { people: 60, touches: None, start: None }).unwrap();
            let health = app::check(&t.vault, ()).unwrap();
            assert!(health.ok, "{health:?}");
            let page = people::list(&t.vault, people::PeopleFilter { limit: Some(100), ..Default::default() }).unwrap();
            assert_eq!(page.total, 60);
            page.items.iter().map(|p| format!("{} {} {} {:?}", p.name, p.organisation, p.touches, p.last_at)).collect()
        })
        .collect();
    assert_eq!(books[0], books[1]);
    assert!(books[0].iter().any(|p| !p.is_ascii()), "many naming cultures");
}
