//! Any sequence of writes, undone, gives the same visible state; redo gives it back; a restart in between changes nothing.

mod support;

use proptest::prelude::*;
use rapport_core::error::Code;
use rapport_core::people;
use support::{Act, TestVault, act, visible};

fn an_act() -> impl Strategy<Value = Act> {
    let name = prop::sample::select(vec!["Ana Ruiz", "Zoë Müller", "Trần Thị Ngọc", "يوسف", "Øystein", "Groß"]);
    let words = prop::sample::select(vec!["felt let down", "köstlich, danke", "renewal in March", "", "second visit"]);
    prop_oneof![
        3 => (name.clone(), any::<u8>()).prop_map(|(n, k)| Act::Create(n.to_owned(), k)),
        1 => (any::<u8>(), name).prop_map(|(p, n)| Act::Rename(p, n.to_owned())),
        1 => (any::<u8>(), words.clone()).prop_map(|(p, t)| Act::Note(p, t.to_owned())),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, s)| Act::Stage(p, s)),
        1 => any::<u8>().prop_map(Act::Bin),
        1 => any::<u8>().prop_map(Act::Restore),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Tag(p, t)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Untag(p, t)),
        1 => (any::<u8>(), "[a-c]@example.org").prop_map(|(p, v)| Act::Reach(p, v)),
        1 => any::<u8>().prop_map(Act::RemoveReach),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, o)| Act::Role(p, o)),
        3 => (any::<u8>(), any::<u8>(), -2i8..=2, words.clone()).prop_map(|(p, d, f, t)| Act::Log(p, d, f, t.to_owned())),
        1 => (any::<u8>(), words, 0i64..400).prop_map(|(t, w, at)| Act::EditTouch(t, w.to_owned(), at)),
        1 => any::<u8>().prop_map(Act::RemoveTouch),
        1 => any::<u8>().prop_map(Act::Snooze),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Several(a, b)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undone_is_as_before_and_redone_as_after(acts in prop::collection::vec(an_act(), 1..30)) {
        let t = TestVault::new();
        let mut states = vec![visible(&t.vault)];
        for a in &acts {
            act(&t.vault, a).unwrap();
            let state = visible(&t.vault);
            if t.vault.next_steps().unwrap().0.is_some() && states.last() != Some(&state) {
                states.push(state);
            }
        }
        for before in states.iter().rev().skip(1) {
            t.vault.undo(None).unwrap();
            prop_assert_eq!(&visible(&t.vault), before, "undo must give what was seen before");
        }
        prop_assert_eq!(t.vault.undo(None).unwrap_err().code, Code::NothingToUndo);
        for after in states.iter().skip(1) {
            t.vault.redo().unwrap();
            prop_assert_eq!(&visible(&t.vault), after, "redo must give what was seen after");
        }
        prop_assert_eq!(t.vault.redo().unwrap_err().code, Code::NothingToUndo);
    }
}

#[test]
fn a_step_in_the_middle_can_be_undone_and_leaves_what_was_used_since() {
    let t = TestVault::new();
    let v = &t.vault;
    let step = v
        .write("import", "3", |w| {
            for name in ["Ana", "Bo", "Cy"] {
                let new = people::NewPerson {
                    name: name.into(),
                    roles: vec![people::RoleInput { organisation: "Same & Co".into(), ..Default::default() }],
                    ..Default::default()
                };
                people::insert(w, rapport_core::ids::PersonId::make(), &new)?;
            }
            Ok(w.step_id())
        })
        .unwrap();
    act(v, &Act::Log(1, 0, 1, "used".into())).unwrap();
    let undone = v.undo(Some(step)).unwrap();
    assert_eq!(undone.kept, 1, "Bo was spoken with since and stays");
    let left = people::list(v, people::PeopleFilter::default()).unwrap();
    assert_eq!(
        left.items.iter().map(|p| (p.name.as_str(), p.organisation.as_str())).collect::<Vec<_>>(),
        [("Bo", "Same & Co")]
    );
    v.redo().unwrap();
    assert_eq!(people::list(v, people::PeopleFilter::default()).unwrap().total, 3);
}

#[test]
fn a_new_write_ends_redo_but_not_history() {
    let t = TestVault::new();
    act(&t.vault, &Act::Create("Ana".into(), 0)).unwrap();
    t.vault.undo(None).unwrap();
    act(&t.vault, &Act::Create("Bo".into(), 0)).unwrap();
    assert_eq!(t.vault.redo().unwrap_err().code, Code::NothingToUndo);
    let steps: i64 = t.vault.read(|c| Ok(c.query_row("SELECT count(*) FROM step", [], |r| r.get(0))?)).unwrap();
    assert_eq!(steps, 2);
}
