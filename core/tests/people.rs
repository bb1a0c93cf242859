//! What holds for people whatever is typed: texts come back as they were written, and each verb undoes its counterpart.
#![allow(clippy::unwrap_used, reason = "a test")]

mod support;

use proptest::prelude::*;
use rapport_core::app;
use rapport_core::people::{
    self, EditPerson, Many, NewPerson, PeopleFilter, PersonRef, ReachInput, ReachKind, TagMany,
};
use std::collections::BTreeMap;
use support::{Act, TestVault, act, visible};

/// What people type: letters of many scripts, marks, emoji, quotes, SQL, what moves a cursor.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,40}",
        "[\\p{L}\\p{M} '.-]{1,30}",
        "['\"%_;*\\\\(){}\u{200b}-\u{202e}\u{1f600}-\u{1f64f}]{1,20}",
        Just("'; DROP TABLE person; --".to_owned()),
        Just("=HYPERLINK(\"x\")".to_owned()),
    ]
}

fn email(value: &str, preferred: bool) -> ReachInput {
    let (kind, value) = (ReachKind::Email, value.to_owned());
    ReachInput { id: None, person: None, kind, label: None, value, parts: None, preferred: Some(preferred) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_typed_comes_back(name in typed(), note in typed(), tag in typed(), source in typed()) {
        let v = TestVault::new();
        let new = NewPerson {
            name: name.clone(), note: Some(note.clone()), source: Some(source.clone()), tags: vec![tag.clone()], ..NewPerson::default()
        };
        // A name or tag of nothing but blanks is refused, and then nothing is kept.
        let Ok(made) = people::create(&v.vault, new) else {
            prop_assert!(name.trim().is_empty() || tag.trim().is_empty(), "{name:?} {tag:?}");
            prop_assert_eq!(people::count(&v.vault, PeopleFilter::default()).unwrap(), 0);
            return Ok(());
        };
        let page = people::get(&v.vault, PersonRef { id: made.row.id }).unwrap();
        prop_assert_eq!(page.row.name.as_str(), name.trim());
        prop_assert_eq!(page.note.trim(), note.trim());
        prop_assert_eq!(page.source.trim(), source.trim());
        prop_assert_eq!(page.row.tags[0].name.as_str(), tag.trim());
        prop_assert_eq!(people::one_called(&v.vault, page.row.name.as_str()).unwrap().id, page.row.id);
        prop_assert!(app::check(&v.vault, ()).unwrap().ok);
    }

    #[test]
    fn bin_and_restore_tag_and_untag_cancel_out(names in prop::collection::vec("[A-Za-z]{1,8}", 1..6), tag in "[a-z]{1,8}") {
        let v = TestVault::new();
        let ids: Vec<_> = names.iter().map(|name| {
            people::create(&v.vault, NewPerson { name: name.clone(), ..NewPerson::default() }).unwrap().row.id
        }).collect();
        let pages = || ids.iter().map(|id| people::get(&v.vault, PersonRef { id: *id }).unwrap()).collect::<Vec<_>>();
        let before = pages();
        let many = Many { ids: ids.clone() };
        prop_assert_eq!(people::bin(&v.vault, many.clone()).unwrap() as usize, ids.len());
        prop_assert_eq!(people::count(&v.vault, PeopleFilter::default()).unwrap(), 0);
        prop_assert_eq!(people::restore(&v.vault, many).unwrap() as usize, ids.len());
        prop_assert_eq!(pages(), before.clone());
        let tagged = TagMany { ids: ids.clone(), tag };
        prop_assert_eq!(people::tag(&v.vault, tagged.clone()).unwrap() as usize, ids.len());
        prop_assert_eq!(people::tag(&v.vault, tagged.clone()).unwrap(), 0);
        prop_assert_eq!(people::untag(&v.vault, tagged).unwrap() as usize, ids.len());
        prop_assert_eq!(pages(), before);
    }

    #[test]
    fn one_address_of_a_kind_is_preferred_at_most(preferred in prop::collection::vec(any::<bool>(), 1..8)) {
        let v = TestVault::new();
        let reaches = preferred.iter().enumerate().map(|(n, p)| email(&format!("a{n}@example.org"), *p)).collect();
        let page = people::create(&v.vault, NewPerson { name: "Ana".into(), reaches, ..NewPerson::default() }).unwrap();
        let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
        for reach in page.reaches.iter().filter(|reach| reach.preferred) {
            *kinds.entry(reach.kind.as_str()).or_default() += 1;
        }
        prop_assert!(kinds.values().all(|n| *n == 1), "{kinds:?}");
        prop_assert_eq!(kinds.is_empty(), !preferred.contains(&true));
    }

    #[test]
    fn an_edit_to_what_is_there_is_no_step(name in "[A-Za-z]{1,12}", note in typed()) {
        let v = TestVault::new();
        let made = people::create(&v.vault, NewPerson { name: name.clone(), note: Some(note), ..NewPerson::default() }).unwrap();
        act(&v.vault, &Act::Tag(0, 0)).unwrap();
        let (before, steps) = (visible(&v.vault), v.vault.next_steps().unwrap());
        let same = EditPerson { id: Some(made.row.id), name: Some(name), note: Some(made.note), ..EditPerson::default() };
        people::edit(&v.vault, same).unwrap();
        prop_assert_eq!(visible(&v.vault), before);
        prop_assert_eq!(v.vault.next_steps().unwrap(), steps);
    }
}
