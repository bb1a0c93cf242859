//! Notes stand where they were put: against a plain list, after undo, and on two devices that moved them offline.

mod support;

use proptest::prelude::*;
use rapport_core::canvas::{self, AddNote, Block, CanvasRef, MoveNote, NoteRef};
use rapport_core::error::Code;
use rapport_core::ids::NoteId;
use rapport_core::vault::Vault;
use support::{TestVault, ops};

const BLOCKS: [Block; 2] = [Block::Channels, Block::Value];

#[derive(Debug, Clone)]
enum Step {
    Add(usize, prop::sample::Index),
    Move(prop::sample::Index, usize, prop::sample::Index, bool),
    Away(prop::sample::Index),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        3 => (0usize..2, index()).prop_map(|(b, at)| Step::Add(b, at)),
        4 => (index(), 0usize..2, index(), any::<bool>()).prop_map(|(n, b, at, before)| Step::Move(n, b, at, before)),
        1 => index().prop_map(Step::Away),
        1 => Just(Step::Undo),
    ]
}

fn new_vault() -> TestVault {
    let t = TestVault::new();
    t.vault.set_up(canvas::set_up).unwrap();
    t
}

fn seen(v: &Vault) -> Vec<Vec<NoteId>> {
    let canvas = canvas::get(v, CanvasRef::default()).unwrap();
    BLOCKS.iter().map(|b| canvas.notes.iter().filter(|n| n.block == *b).map(|n| n.id).collect()).collect()
}

fn add(v: &Vault, block: usize, after: Option<NoteId>) -> NoteId {
    let new = AddNote {
        id: None,
        canvas: None,
        block: BLOCKS[block],
        text: "x".into(),
        detail: None,
        hue: None,
        binding: None,
        after,
        evidence: None,
    };
    canvas::add_note(v, new).unwrap().id
}

#[test]
fn a_note_may_bring_its_id_but_only_once_and_not_that_of_one_taken_back() {
    let t = new_vault();
    let id = NoteId::make();
    let new = AddNote {
        id: Some(id),
        canvas: None,
        block: Block::Value,
        text: "x".into(),
        detail: None,
        hue: None,
        binding: None,
        after: None,
        evidence: None,
    };
    assert_eq!(canvas::add_note(&t.vault, new.clone()).unwrap().id, id);
    assert_eq!(canvas::add_note(&t.vault, new.clone()).unwrap_err().code, Code::Invalid);
    t.vault.undo(None).unwrap();
    assert_eq!(canvas::add_note(&t.vault, new).unwrap_err().code, Code::Invalid);
    t.vault.redo().unwrap();
    assert_eq!(seen(&t.vault)[1], [id]);
}

#[test]
fn a_move_that_nobody_sees_is_no_step() {
    let t = new_vault();
    let (first, second) = (add(&t.vault, 1, None), add(&t.vault, 1, None));
    canvas::archive_note(&t.vault, NoteRef { id: second }).unwrap();
    put(&t.vault, first, 1, None, None);
    t.vault.undo(None).unwrap();
    assert_eq!(seen(&t.vault)[1], [first, second], "what was undone is that one was put away");
}

fn put(v: &Vault, id: NoteId, block: usize, after: Option<NoteId>, before: Option<NoteId>) {
    canvas::move_note(v, MoveNote { id, block: BLOCKS[block], after, before }).unwrap();
}

/// Does a step to the vault and to the list of lists.
fn act(v: &Vault, model: &mut Vec<Vec<Vec<NoteId>>>, step: &Step) {
    let mut now = model.last().unwrap().clone();
    let all: Vec<NoteId> = now.concat();
    match step {
        Step::Undo if model.len() > 1 => {
            v.undo(None).unwrap();
            model.pop();
            return;
        }
        Step::Add(b, at) => {
            let at = at.index(now[*b].len() + 1);
            // Without a neighbour a note goes to the end.
            let (after, at) = if at == 0 { (None, now[*b].len()) } else { (Some(now[*b][at - 1]), at) };
            let id = add(v, *b, after);
            now[*b].insert(at, id);
        }
        Step::Move(n, b, at, before) if !all.is_empty() => {
            let id = all[n.index(all.len())];
            now.iter_mut().for_each(|block| block.retain(|n| *n != id));
            if now[*b].is_empty() {
                put(v, id, *b, None, None);
                now[*b].push(id);
            } else {
                let at = at.index(now[*b].len());
                let neighbour = Some(now[*b][at]);
                if *before {
                    put(v, id, *b, None, neighbour)
                } else {
                    put(v, id, *b, neighbour, None)
                }
                now[*b].insert(if *before { at } else { at + 1 }, id);
            }
        }
        Step::Away(n) if !all.is_empty() => {
            let id = all[n.index(all.len())];
            canvas::archive_note(v, NoteRef { id }).unwrap();
            now.iter_mut().for_each(|block| block.retain(|n| *n != id));
        }
        _ => return,
    }
    model.push(now);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn notes_stand_where_they_were_put(steps in prop::collection::vec(step(), 1..40)) {
        let t = new_vault();
        let mut model = vec![vec![Vec::new(); BLOCKS.len()]];
        for step in &steps {
            act(&t.vault, &mut model, step);
            // A move to where it stood is no step, so undo would take back another one.
            model.dedup();
            prop_assert_eq!(&seen(&t.vault), model.last().unwrap(), "after {:?}", step);
        }
    }
}

/// Both hear what the other wrote.
fn meet(one: &TestVault, two: &TestVault) {
    let (from_one, from_two) = (ops(one), ops(two));
    one.vault.merge(&from_two).unwrap();
    two.vault.merge(&from_one).unwrap();
}

#[test]
fn two_devices_end_with_the_same_sheet() {
    let (one, two) = (new_vault(), new_vault());
    let meet = || meet(&one, &two);
    let a = add(&one.vault, 0, None);
    let z = add(&one.vault, 0, None);
    meet();
    // Both put notes between the same two, and both answer the same question.
    let b = add(&one.vault, 0, Some(a));
    let c = add(&two.vault, 0, Some(a));
    let answer =
        |text: &str| canvas::AnswerInput { canvas: None, question: canvas::Question::ForWhom, text: text.into() };
    canvas::answer(&one.vault, answer("cafés")).unwrap();
    canvas::answer(&two.vault, answer("clinics")).unwrap();
    meet();
    assert_eq!(seen(&one.vault), seen(&two.vault));
    let order = seen(&one.vault)[0].clone();
    assert_eq!((order[0], order[3]), (a, z));
    assert!(order[1..3].contains(&b) && order[1..3].contains(&c));
    let siblings = |t: &TestVault| -> i64 {
        t.vault.read(|c| Ok(c.query_row("SELECT count(*) FROM sibling", [], |r| r.get(0))?)).unwrap()
    };
    assert_eq!((siblings(&one), siblings(&two)), (1, 1), "neither answer is lost");
}

#[test]
fn notes_with_the_same_key_make_room() {
    let t = new_vault();
    let ids: Vec<NoteId> = (0..4).map(|_| add(&t.vault, 0, None)).collect();
    let kind = &canvas::kinds::note::KIND;
    t.vault
        .write("x", "", |w| {
            for id in &ids[0..3] {
                let rid = w.rid(kind, *id)?;
                w.set(kind, rid, canvas::kinds::note::ORDER_KEY, "V01".to_owned())?;
            }
            Ok(())
        })
        .unwrap();
    let order = seen(&t.vault)[0].clone();
    let new = add(&t.vault, 0, Some(order[0]));
    assert_eq!(seen(&t.vault)[0], [order[0], new, order[1], order[2], order[3]]);
    put(&t.vault, new, 0, None, Some(order[2]));
    assert_eq!(seen(&t.vault)[0], [order[0], order[1], new, order[2], order[3]]);
}

#[test]
fn versions_kept_on_two_devices_meet_and_read_alike() {
    let (one, two) = (new_vault(), new_vault());
    let meet = || meet(&one, &two);
    let a = add(&one.vault, 0, None);
    meet();
    let keep = |t: &TestVault, label: &str| {
        let input = canvas::TakeSnapshot { canvas: None, label: label.into(), reason: None };
        canvas::take_snapshot(&t.vault, input).unwrap()
    };
    let first = keep(&one, "one's");
    two.clock.advance(1);
    put(&two.vault, a, 1, None, None);
    keep(&two, "two's");
    meet();
    let of = |t: &TestVault| canvas::snapshots(&t.vault, CanvasRef::default()).unwrap();
    assert_eq!(of(&one), of(&two));
    assert_eq!(of(&one).iter().map(|s| (s.number, &*s.label)).collect::<Vec<_>>(), [(2, "two's"), (1, "one's")]);
    let told = |t: &TestVault| {
        canvas::compare_snapshots(&t.vault, canvas::CompareSnapshots { from: first.id, to: None }).unwrap()
    };
    assert_eq!(told(&one), told(&two));
    assert_eq!(told(&two).notes[0].changes, [canvas::NoteChange::Moved { from: BLOCKS[0] }]);
}
