//! What stands in memory follows every change row by row, and is then what it would be if it were made anew.

mod support;

use proptest::prelude::*;
use rapport_core::canvas::{self, CanvasRef};
use rapport_core::consent::{self, ConsentInput, ConsentState};
use rapport_core::ids::{OrgId, PersonId, TagId, TouchId};
use rapport_core::journeys::{self, JourneyRef};
use rapport_core::people::{self, NewPerson, PeopleFilter, PostalParts, ReachKind, RoleInput};
use rapport_core::purchases::{self, PurchaseInput, PurchaseRef};
use rapport_core::search::{Find, find};
use rapport_core::segments::{self, Bound, Condition, PermissionState, SegmentRule, Side};
use rapport_core::touchpoints::{self, Channel};
use support::{Act, TestVault, act, ops, pick};

/// What somebody might type: names, words in them, slips, addresses, organisations, one letter.
const TYPED: [&str; 12] =
    ["ana", "zoe mul", "mueler", "tran", "ngcoc", "example", "a1", "org 3", "o", "oystien", "gross", "يوسف"];

#[derive(Debug, Clone)]
enum Event {
    Does(Act),
    Undoes,
    Redoes,
    /// Takes in what another device wrote.
    Merges,
    /// Buys something: who, how much, days ago.
    Buys(u8, i16, u8),
    /// Somebody's first purchase is somebody else's, or goes.
    Rebuys(u8, Option<u8>),
    /// Says yes or no to e-mail.
    Says(u8, bool),
    /// A touchpoint stands for a stage of the loyalty loop.
    Loops(u8, u8),
    /// Lives somewhere, as what.
    Lives(u8, u8),
    /// More people at once than are followed one by one.
    Import,
    /// Looks, so that following begins there.
    Looks,
    /// Looks, and compares with what is made anew.
    Compares,
}

fn an_event() -> impl Strategy<Value = Event> {
    let name = prop::sample::select(vec!["Ana Ruiz", "Zoë Müller", "Trần Thị Ngọc", "يوسف", "Øystein Groß"]);
    let acts = prop_oneof![
        3 => (name.clone(), any::<u8>()).prop_map(|(n, k)| Act::Create(n.to_owned(), k)),
        2 => (any::<u8>(), name).prop_map(|(p, n)| Act::Rename(p, n.to_owned())),
        1 => any::<u8>().prop_map(Act::Bin),
        1 => any::<u8>().prop_map(Act::Restore),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Tag(p, t)),
        1 => (any::<u8>(), "[a-c]@example.org").prop_map(|(p, v)| Act::Reach(p, v)),
        1 => any::<u8>().prop_map(Act::RemoveReach),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, o)| Act::Role(p, o)),
        2 => (any::<u8>(), any::<u8>(), -2i8..=2).prop_map(|(p, d, f)| Act::Log(p, d, f, String::new())),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, s)| Act::Stage(p, s)),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(p, t)| Act::Untag(p, t)),
        1 => (any::<u8>(), 0i64..400).prop_map(|(t, at)| Act::EditTouch(t, "later".to_owned(), at)),
        1 => any::<u8>().prop_map(Act::RemoveTouch),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Act::Several(a, b)),
    ];
    prop_oneof![
        24 => acts.prop_map(Event::Does),
        4 => (any::<u8>(), -50i16..300, 0u8..90).prop_map(|(p, a, d)| Event::Buys(p, a, d)),
        2 => (any::<u8>(), prop::option::of(any::<u8>())).prop_map(|(b, p)| Event::Rebuys(b, p)),
        2 => (any::<u8>(), any::<bool>()).prop_map(|(p, yes)| Event::Says(p, yes)),
        3 => (any::<u8>(), 0u8..5).prop_map(|(t, s)| Event::Loops(t, s)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(p, n)| Event::Lives(p, n)),
        4 => Just(Event::Undoes),
        2 => Just(Event::Redoes),
        2 => Just(Event::Merges),
        1 => Just(Event::Import),
        6 => Just(Event::Looks),
        6 => Just(Event::Compares),
    ]
}

fn seen(t: &TestVault) -> Vec<String> {
    let found = |text: &str| find(&t.vault, Find { text: text.to_owned(), limit: Some(100) }).unwrap().hits;
    let mut seen: Vec<String> = TYPED.iter().map(|text| format!("{text}: {:?}", found(text))).collect();
    for rule in rules(t) {
        let set = segments::members(&t.vault, &rule).unwrap();
        let in_it: Vec<i64> = (0..9000).filter(|rid| set.contains(*rid)).collect();
        seen.push(format!("{rule:?}: {in_it:?}"));
    }
    for sort in ["name", "lastTouch", "added"] {
        let filter = PeopleFilter { sort: Some(sort.to_owned()), limit: Some(500), ..PeopleFilter::default() };
        seen.push(format!("{sort}: {:?}", people::list(&t.vault, filter).unwrap()));
    }
    for row in canvas::list(&t.vault, ()).unwrap() {
        seen.push(format!("{:?}", canvas::answers(&t.vault, CanvasRef { id: Some(row.id) }).unwrap()));
    }
    for row in journeys::list(&t.vault, ()).unwrap() {
        seen.push(format!("{:?}", journeys::audit(&t.vault, JourneyRef { id: row.id }).unwrap()));
    }
    seen
}

/// A segment of everybody, a sheet and a map that tell figures of the log.
fn sheets(t: &TestVault) {
    let all = serde_json::json!({ "name": "All", "rule": { "match": "all", "of": [] } });
    segments::save(&t.vault, serde_json::from_value(all).unwrap()).unwrap();
    let sheet = serde_json::json!({ "title": "Whom we serve", "kind": "businessModel" });
    canvas::create(&t.vault, serde_json::from_value(sheet).unwrap()).unwrap();
    journeys::create(&t.vault, serde_json::from_value(serde_json::json!({ "title": "From hello on" })).unwrap())
        .unwrap();
}

/// Of each kind of condition one, at least: those that stand in memory, and those that are asked.
fn rules(t: &TestVault) -> Vec<SegmentRule> {
    let (at_least, at_most) = (Bound::AtLeast, Bound::AtMost);
    let mut conditions = vec![
        Condition::Name { text: "mul".to_owned() },
        Condition::LastTouch { side: Side::Before, days: 60 },
        Condition::NeverTouched,
        Condition::Touches { bound: at_least, count: 2, days: None },
        Condition::Touches { bound: at_most, count: 1, days: Some(90) },
        Condition::LastFelt { bound: at_least, felt: 1 },
        Condition::MeanFelt { bound: at_least, felt: 0.5, days: 200 },
        Condition::ChannelUsed { channel: Channel::Phone, days: Some(30) },
        Condition::Reach { kind: ReachKind::Email, has: true },
        Condition::Reach { kind: ReachKind::Email, has: false },
        Condition::Stage { stage: "retention".to_owned() },
        Condition::Stage { stage: String::new() },
        Condition::Added { side: Side::After, days: 3 },
        Condition::Birthday { days: 366 },
        Condition::LoopStage { stage: "delight".to_owned() },
        Condition::LoopStage { stage: String::new() },
        Condition::Permission { channel: Some(Channel::Email), state: PermissionState::OptedOut },
        Condition::Permission { channel: None, state: PermissionState::NotSaid },
        Condition::Purchases { bound: at_least, count: 2, days: None },
        Condition::Purchases { bound: at_most, count: 0, days: Some(30) },
        Condition::Spent { bound: at_least, amount: 100, currency: "EUR".to_owned(), days: None },
        Condition::Spent { bound: at_most, amount: 100, currency: "EUR".to_owned(), days: Some(60) },
        Condition::LastPurchase { side: Side::Before, days: 30 },
        Condition::NeverBought,
        Condition::Bought { text: "cup".to_owned(), days: None },
        Condition::Title { text: "buyer".to_owned() },
        Condition::Place { place: "oaxaca".to_owned() },
    ];
    let tag: Option<TagId> = pick(&t.vault, "tag", 0).ok();
    conditions.extend(tag.map(|tag| Condition::Tag { tag }));
    let organisation: Option<OrgId> = pick(&t.vault, "organisation", 1).ok();
    conditions.extend(organisation.map(|organisation| Condition::Organisation { organisation }));
    conditions.into_iter().map(SegmentRule::One).collect()
}

fn buys(t: &TestVault, who: u8, amount: i16, ago: u8) {
    let Ok(person) = pick(&t.vault, "person", who) else { return };
    let day = t.clock.today().checked_sub_days(chrono::Days::new(ago.into())).unwrap();
    let input = PurchaseInput {
        person: Some(person),
        amount: Some(amount.into()),
        currency: Some(["EUR", "USD"][usize::from(ago % 2)].to_owned()),
        item: Some(["Cups", "Boxes"][usize::from(who % 2)].to_owned()),
        date: Some(day.to_string()),
        ..PurchaseInput::default()
    };
    purchases::save(&t.vault, input).unwrap();
}

fn rebuys(t: &TestVault, which: u8, whom: Option<u8>) {
    let Ok(id) = pick(&t.vault, "purchase", which) else { return };
    match whom {
        None => purchases::remove(&t.vault, PurchaseRef { id }).unwrap(),
        Some(whom) => {
            let person = pick(&t.vault, "person", whom).ok();
            let input = PurchaseInput { id: Some(id), person, amount: Some(150), ..PurchaseInput::default() };
            purchases::save(&t.vault, input).unwrap();
        }
    }
}

fn says(t: &TestVault, who: u8, yes: bool) {
    let Ok(person) = pick(&t.vault, "person", who) else { return };
    let state = if yes { ConsentState::Agreed } else { ConsentState::OptedOut };
    consent::say(&t.vault, ConsentInput { person, channel: Some("email".to_owned()), state, how: None, at: None })
        .unwrap();
}

fn loops(t: &TestVault, which: u8, stage: u8) {
    let Ok(id) = pick::<TouchId>(&t.vault, "touchpoint", which) else { return };
    let stage = ["", "engage", "delight", "support", "delight"][usize::from(stage)];
    let change = serde_json::from_value(serde_json::json!({ "id": id, "loopStage": stage })).unwrap();
    touchpoints::edit(&t.vault, change).unwrap();
}

fn lives(t: &TestVault, who: u8, n: u8) {
    let Ok(person) = pick::<PersonId>(&t.vault, "person", who) else { return };
    let parts = PostalParts { city: ["Oaxaca", "Porto"][usize::from(n % 2)].to_owned(), ..PostalParts::default() };
    let reach = serde_json::json!({ "person": person, "kind": "address", "value": "x", "parts": parts });
    people::save_reach(&t.vault, serde_json::from_value(reach).unwrap()).unwrap();
    let title = ["Buyer", "Owner"][usize::from(n / 2 % 2)];
    let role = serde_json::json!({ "person": person, "organisation": "Acme", "title": title });
    people::save_role(&t.vault, serde_json::from_value(role).unwrap()).unwrap();
}

fn import(t: &TestVault, many: usize) {
    let one = |n: usize| NewPerson { name: format!("Ana {n}"), ..NewPerson::default() };
    let insert = |w: &mut rapport_core::vault::Writer<'_>| {
        (0..many).try_for_each(|n| people::insert(w, PersonId::make(), &one(n)).map(drop))
    };
    t.vault.write("importFile", "", insert).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_followed_is_what_would_be_made_anew(events in prop::collection::vec(an_event(), 1..40)) {
        let (t, other) = (TestVault::new(), TestVault::new());
        sheets(&t);
        for name in ["Zoë Müller", "Ana Ruiz"] {
            act(&other.vault, &Act::Create(name.to_owned(), 5)).unwrap();
        }
        for event in &events {
            match event {
                Event::Does(a) => act(&t.vault, a).unwrap(),
                Event::Undoes => drop(t.vault.undo(None)),
                Event::Redoes => drop(t.vault.redo()),
                Event::Merges => {
                    act(&other.vault, &Act::Rename(0, "Ana Müller".to_owned())).unwrap();
                    act(&other.vault, &Act::Role(1, 3)).unwrap();
                    t.vault.merge(&ops(&other)).unwrap();
                }
                Event::Buys(who, amount, ago) => buys(&t, *who, *amount, *ago),
                Event::Rebuys(which, whom) => rebuys(&t, *which, *whom),
                Event::Says(who, yes) => says(&t, *who, *yes),
                Event::Loops(which, stage) => loops(&t, *which, *stage),
                Event::Lives(who, n) => lives(&t, *who, *n),
                Event::Import => import(&t, 600),
                Event::Looks => drop(seen(&t)),
                Event::Compares => {
                    let followed = seen(&t);
                    t.vault.forget_derived();
                    prop_assert_eq!(followed, seen(&t));
                }
            }
        }
        let followed = seen(&t);
        t.vault.forget_derived();
        prop_assert_eq!(followed, seen(&t));
    }
}

#[test]
fn everybody_of_an_organisation_is_found_by_its_new_name() {
    let t = TestVault::new();
    for n in 0..3 {
        let roles = vec![RoleInput { organisation: "Harbour Café".to_owned(), ..RoleInput::default() }];
        people::create(&t.vault, NewPerson { name: format!("Bo {n}"), roles, ..NewPerson::default() }).unwrap();
    }
    let found = |text: &str| find(&t.vault, Find { text: text.to_owned(), limit: None }).unwrap().hits.len();
    assert_eq!((found("harbour"), found("lighthouse")), (3, 0));
    let organisation = &people::kinds::organisation::KIND;
    let id: OrgId = pick(&t.vault, "organisation", 0).unwrap();
    t.vault
        .write("renameOrganisation", "", |w| {
            let rid = w.rid(organisation, id)?;
            w.set(organisation, rid, people::kinds::organisation::NAME, "Lighthouse".to_owned())
        })
        .unwrap();
    assert_eq!((found("harbour"), found("lighthouse")), (0, 3));
    t.vault.undo(None).unwrap();
    assert_eq!((found("harbour"), found("lighthouse")), (3, 0));
}

#[test]
fn after_very_many_changes_the_two_parts_are_joined_and_nobody_is_lost() {
    let t = TestVault::new();
    import(&t, 300);
    let found = |text: &str| find(&t.vault, Find { text: text.to_owned(), limit: Some(100) }).unwrap().hits.len();
    assert_eq!(found("ana"), 100);
    for round in 0..5 {
        import(&t, 300);
        assert_eq!(found("ana 299"), round + 2);
    }
    act(&t.vault, &Act::Rename(0, "Xaver Quist".to_owned())).unwrap();
    assert_eq!((found("xaver quist"), found("quits")), (1, 1), "and with a slip");
}
