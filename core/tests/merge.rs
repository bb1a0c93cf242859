//! Two to four devices edit offline and exchange what they wrote in any order, twice, late: all end with the same book,
//! and every value is shown, kept beside it, or was replaced by somebody who had seen it.

mod support;

use proptest::prelude::*;
use rapport_core::vault::{Op, What};
use std::collections::BTreeSet;
use support::{Act, TestVault, act, ops, shared};

fn an_act() -> impl Strategy<Value = Act> {
    let name = prop::sample::select(vec!["Ana", "Bo", "Cy", "Dagný"]);
    prop_oneof![
        2 => (name.clone(), any::<u8>()).prop_map(|(n, k)| Act::Create(n.to_owned(), k)),
        3 => (any::<u8>(), name).prop_map(|(p, n)| Act::Rename(p, n.to_owned())),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(p, s)| Act::Stage(p, s)),
        1 => any::<u8>().prop_map(Act::Bin),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Tag(p, t)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Untag(p, t)),
        1 => any::<u8>().prop_map(Act::RemoveReach),
        2 => (any::<u8>(), any::<u8>(), -2i8..=2).prop_map(|(p, d, f)| Act::Log(p, d, f, "said".to_owned())),
        1 => any::<u8>().prop_map(Act::RemoveTouch),
    ]
}

#[derive(Debug, Clone)]
enum Event {
    Does(usize, Act),
    Undoes(usize),
    /// `to` merges what `from` has written so far, starting at a random place, some of it twice.
    Hears(usize, usize, usize),
}

fn an_event(devices: usize) -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0..devices, an_act()).prop_map(|(d, a)| Event::Does(d, a)),
        1 => (0..devices).prop_map(Event::Undoes),
        1 => (0..devices, 0..devices, any::<usize>()).prop_map(|(from, to, n)| Event::Hears(from, to, n)),
    ]
}

fn devices_and_events() -> impl Strategy<Value = (usize, Vec<Event>, u64)> {
    (2usize..=4).prop_flat_map(|n| (Just(n), prop::collection::vec(an_event(n), 1..40), any::<u64>()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn devices_converge((n, events, seed) in devices_and_events()) {
        let devices: Vec<TestVault> = (0..n).map(|_| TestVault::new()).collect();
        let mut written: Vec<(usize, Op)> = Vec::new();
        for event in &events {
            match event {
                Event::Does(d, a) => act(&devices[*d].vault, a).unwrap(),
                Event::Undoes(d) => drop(devices[*d].vault.undo(None)),
                Event::Hears(from, to, at) => {
                    let mut heard = ops(&devices[*from]);
                    written.extend(heard.iter().cloned().map(|o| (*from, o)));
                    if !heard.is_empty() {
                        let at = at % heard.len();
                        heard.rotate_left(at);
                        heard.extend(heard.clone().into_iter().take(at));
                        devices[*to].vault.merge(&heard).unwrap();
                    }
                }
            }
        }
        let all: Vec<Op> = devices.iter().flat_map(ops).collect();
        written.extend(all.iter().cloned().map(|o| (0, o)));
        for (i, device) in devices.iter().enumerate() {
            let mut order = all.clone();
            shuffle(&mut order, seed ^ i as u64);
            for part in order.chunks(7) {
                device.vault.merge(part).unwrap();
                device.vault.merge(part).unwrap();
            }
            let waiting: i64 = device.vault.read(|c| Ok(c.query_row("SELECT count(*) FROM waiting", [], |r| r.get(0))?)).unwrap();
            prop_assert_eq!(waiting, 0, "nothing waits once everything has arrived");
            let broken: i64 = device.vault.read(|c| Ok(c.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0))?)).unwrap();
            prop_assert_eq!(broken, 0);
        }
        let book = shared(&devices[0].vault);
        for device in &devices[1..] {
            prop_assert_eq!(shared(&device.vault), book.clone(), "every device ends with the same book");
        }
        nothing_lost(&devices[0], &written)?;
    }
}

/// Every cell that was ever sent is shown, kept as a sibling, or was covered by a version that had seen it.
fn nothing_lost(t: &TestVault, written: &[(usize, Op)]) -> Result<(), TestCaseError> {
    let (heads, totals) = t
        .vault
        .read(|c| {
            let mut heads = BTreeSet::new();
            let sql = "SELECT v.dev, d.id, v.seq FROM cell_ver v JOIN device d ON d.dev = v.dev
                   UNION SELECT s.dev, d.id, s.seq FROM sibling s JOIN device d ON d.dev = s.dev";
            let mut rows = c.prepare(sql)?;
            let mut rows = rows.query([])?;
            while let Some(r) = rows.next()? {
                heads.insert((r.get::<_, uuid::Uuid>(1)?, r.get::<_, i64>(2)?));
            }
            let mut seen: BTreeSet<(uuid::Uuid, i64)> = BTreeSet::new();
            let mut rows = c.prepare("SELECT ctx FROM cell_ver UNION ALL SELECT ctx FROM sibling")?;
            let mut rows = rows.query([])?;
            while let Some(r) = rows.next()? {
                for (dev, seq) in rapport_core::vault::Seen::from_bytes(r.get_ref(0)?.as_blob().unwrap()).0 {
                    let id = c.query_row("SELECT id FROM device WHERE dev = ?1", [dev], |r| r.get(0))?;
                    seen.insert((id, seq));
                }
            }
            Ok((heads, seen))
        })
        .unwrap();
    for (_, op) in written {
        if matches!(op.what, What::Cell(..)) {
            let covered = totals.iter().any(|(dev, seq)| *dev == op.dev && *seq >= op.seq);
            prop_assert!(heads.contains(&(op.dev, op.seq)) || covered, "a value was lost: {:?}", op);
        }
    }
    Ok(())
}

fn shuffle(ops: &mut [Op], mut seed: u64) {
    for i in (1..ops.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ops.swap(i, (seed >> 33) as usize % (i + 1));
    }
}

/// What another device took out stands as long as something here needs it, goes with the last of that, and comes back with it.
#[test]
fn a_row_left_standing_goes_with_what_needed_it_and_comes_back_by_undo() {
    let (one, two) = (TestVault::new(), TestVault::new());
    let hear = |to: &TestVault, from: &TestVault| to.vault.merge(&ops(from)).unwrap();
    act(&two.vault, &Act::Create("Ana".to_owned(), 0)).unwrap();
    hear(&one, &two);
    two.vault.undo(None).unwrap();
    act(&one.vault, &Act::Log(0, 0, 0, "said".to_owned())).unwrap();
    hear(&one, &two);
    let with_ana = shared(&one.vault);
    assert!(with_ana.iter().any(|row| row.contains("Ana")), "the touchpoint needs her");
    act(&one.vault, &Act::RemoveTouch(0)).unwrap();
    assert!(!shared(&one.vault).iter().any(|row| row.contains("Ana")), "nothing needs her any more");
    hear(&two, &one);
    assert_eq!(shared(&one.vault), shared(&two.vault));
    one.vault.undo(None).unwrap();
    assert_eq!(shared(&one.vault), with_ana);
    hear(&two, &one);
    assert_eq!(shared(&two.vault), with_ana);
    one.vault.redo().unwrap();
    hear(&two, &one);
    assert_eq!(shared(&one.vault), shared(&two.vault));
    assert!(!shared(&two.vault).iter().any(|row| row.contains("Ana")));
}
