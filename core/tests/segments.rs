//! Rules asked three ways of random people (sets by condition, one query, plain evaluation) answer the same.

mod support;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use rapport_core::clock::DAY;
use rapport_core::ids::{OrgId, PersonId, TagId};
use rapport_core::people::{self, DateInput, NewPerson, RELATIONS, ReachInput, ReachKind, RoleInput, STAGES};
use rapport_core::segments::{self, Bound, Condition, Moment, SegmentRule, Side};
use rapport_core::touchpoints::{self, Channel, LogTouchpoint};
use rapport_core::vault::{Vault, text::fold};
use rusqlite::params_from_iter;
use support::TestVault;

const NAMES: [&str; 6] = ["Ana Ruiz", "Zoë Müller", "Bo", "Trần Thị Ngọc", "Øystein Groß", "ana maría"];
const LANGUAGES: [&str; 6] = ["", "en", "en-GB", "de", "DE-at", "eng"];
const SINCE: [&str; 5] = ["", "2019", "2020-05", "2020-05-17", "2021"];
const LABELS: [&str; 3] = ["birthday", "Birthday", "name day"];

#[derive(Debug, Clone)]
struct Someone {
    name: usize,
    tags: Vec<usize>,
    stage: usize,
    relation: usize,
    organisation: Option<(usize, bool)>,
    language: usize,
    reaches: Vec<ReachKind>,
    preferred: Option<Channel>,
    source: usize,
    since: usize,
    born: Vec<(usize, u32)>,
    /// Hours before the others were created.
    earlier: i64,
    binned: bool,
    /// Hours ago, channel, felt.
    touches: Vec<(i64, Channel, Option<i8>)>,
}

fn word<'a>(words: &[&'a str], n: usize) -> &'a str {
    if n == 0 { "" } else { words[(n - 1) % words.len()] }
}

fn channel() -> impl Strategy<Value = Channel> {
    prop::sample::select(vec![Channel::Phone, Channel::Email, Channel::InPerson])
}

fn kind() -> impl Strategy<Value = ReachKind> {
    prop::sample::select(vec![ReachKind::Phone, ReachKind::Email, ReachKind::Address])
}

fn someone() -> impl Strategy<Value = Someone> {
    let touch = (0i64..2400, channel(), prop::option::weighted(0.7, -2i8..=2));
    (
        (
            0usize..6,
            prop::collection::vec(0usize..3, 0..3),
            0usize..4,
            0usize..3,
            prop::option::of((0usize..2, any::<bool>())),
        ),
        (0usize..6, prop::collection::vec(kind(), 0..3), prop::option::of(channel()), 0usize..3, 0usize..5),
        (
            prop::collection::vec((0usize..3, 0u32..366), 0..2),
            0i64..2400,
            prop::bool::weighted(0.15),
            prop::collection::vec(touch, 0..5),
        ),
    )
        .prop_map(
            |(
                (name, tags, stage, relation, organisation),
                (language, reaches, preferred, source, since),
                (born, earlier, binned, touches),
            )| {
                Someone {
                    name,
                    tags,
                    stage,
                    relation,
                    organisation,
                    language,
                    reaches,
                    preferred,
                    source,
                    since,
                    born,
                    earlier,
                    binned,
                    touches,
                }
            },
        )
}

fn tag_id(n: usize) -> TagId {
    TagId(uuid::Uuid::from_u128(1 + n as u128))
}

fn org_id(n: usize) -> OrgId {
    OrgId(uuid::Uuid::from_u128(1 + n as u128))
}

fn condition() -> impl Strategy<Value = Condition> {
    let bound = || prop::sample::select(vec![Bound::AtLeast, Bound::AtMost]);
    let side = || prop::sample::select(vec![Side::Before, Side::After]);
    let days = || 1u32..100;
    prop_oneof![
        (0usize..4).prop_map(|n| Condition::Tag { tag: tag_id(n) }),
        (0usize..4).prop_map(|n| Condition::Stage { stage: word(&STAGES, n).into() }),
        (0usize..3).prop_map(|n| Condition::Relation { relation: word(&RELATIONS, n).into() }),
        (0usize..3).prop_map(|n| Condition::Organisation { organisation: org_id(n) }),
        prop::sample::select(vec!["en", "EN ", "de", "en-gb"]).prop_map(|l| Condition::Language { language: l.into() }),
        (kind(), any::<bool>()).prop_map(|(kind, has)| Condition::Reach { kind, has }),
        channel().prop_map(|channel| Condition::PreferredChannel { channel }),
        prop::sample::select(vec!["ana", "MULLER zoe", "o", "tran", "x"])
            .prop_map(|t| Condition::Name { text: t.into() }),
        (side(), days()).prop_map(|(side, days)| Condition::LastTouch { side, days }),
        Just(Condition::NeverTouched),
        (bound(), 0u32..4, prop::option::of(days())).prop_map(|(bound, count, days)| Condition::Touches {
            bound,
            count,
            days
        }),
        (bound(), -2i8..=2).prop_map(|(bound, felt)| Condition::LastFelt { bound, felt }),
        (bound(), -4i32..=4, days()).prop_map(|(bound, f, days)| Condition::MeanFelt {
            bound,
            felt: f64::from(f) / 2.0,
            days
        }),
        (channel(), prop::option::of(days())).prop_map(|(channel, days)| Condition::ChannelUsed { channel, days }),
        (1usize..3).prop_map(|n| Condition::Source { source: word(&["fair", "friend"], n).into() }),
        (side(), 1usize..5).prop_map(|(side, n)| Condition::CustomerSince { side, date: SINCE[n].into() }),
        (side(), days()).prop_map(|(side, days)| Condition::Added { side, days }),
        prop_oneof![0u32..60, 300u32..=366].prop_map(|days| Condition::Birthday { days }),
    ]
}

fn rule() -> impl Strategy<Value = SegmentRule> {
    let leaf = condition().prop_map(SegmentRule::One);
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(SegmentRule::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(SegmentRule::Any),
            inner.prop_map(|r| SegmentRule::Not(Box::new(r))),
        ]
    })
}

/// Whether a rule holds for somebody, said as plainly as can be. `now` is the last moment at which people were created.
fn holds(rule: &SegmentRule, s: &Someone, at: Moment, now: i64) -> bool {
    match rule {
        SegmentRule::All(of) => of.iter().all(|r| holds(r, s, at, now)),
        SegmentRule::Any(of) => of.iter().any(|r| holds(r, s, at, now)),
        SegmentRule::Not(of) => !holds(of, s, at, now),
        SegmentRule::One(condition) => fits(condition, s, at, now),
    }
}

fn fits(condition: &Condition, s: &Someone, at: Moment, now: i64) -> bool {
    let ago = |days: u32| at.now - i64::from(days) * DAY;
    let bounded = |bound: Bound, found: f64, limit: f64| match bound {
        Bound::AtLeast => found >= limit,
        Bound::AtMost => found <= limit,
    };
    let when = |hours: i64| now - hours * DAY / 24;
    let since = |days: Option<u32>| s.touches.iter().filter(move |t| days.is_none_or(|d| when(t.0) >= ago(d)));
    // The newest; of those at the same time the one that was logged last.
    let last = s.touches.iter().enumerate().min_by_key(|(i, t)| (t.0, usize::MAX - i)).map(|(_, t)| t);
    match condition {
        Condition::Tag { tag } => s.tags.iter().any(|n| tag_id(*n) == *tag),
        Condition::Stage { stage } => word(&STAGES, s.stage) == stage,
        Condition::Relation { relation } => word(&RELATIONS, s.relation) == relation,
        Condition::Organisation { organisation } => {
            s.organisation.is_some_and(|(n, now)| now && org_id(n) == *organisation)
        }
        Condition::Language { language } => {
            let (own, asked) = (LANGUAGES[s.language].to_lowercase(), language.trim().to_lowercase());
            own == asked || own.starts_with(&format!("{asked}-"))
        }
        Condition::Reach { kind, has } => s.reaches.contains(kind) == *has,
        Condition::PreferredChannel { channel } => s.preferred == Some(*channel),
        Condition::Name { text } => text.split_whitespace().all(|w| fold(NAMES[s.name]).contains(&fold(w))),
        Condition::LastTouch { side, days } => {
            last.is_some_and(|t| (when(t.0) < ago(*days)) == (*side == Side::Before))
        }
        Condition::NeverTouched => s.touches.is_empty(),
        Condition::Touches { bound, count, days } => bounded(*bound, since(*days).count() as f64, f64::from(*count)),
        Condition::LastFelt { bound, felt } => {
            last.and_then(|t| t.2).is_some_and(|f| bounded(*bound, f.into(), (*felt).into()))
        }
        Condition::MeanFelt { bound, felt, days } => {
            let said: Vec<f64> = since(Some(*days)).filter_map(|t| t.2).map(f64::from).collect();
            !said.is_empty() && bounded(*bound, said.iter().sum::<f64>() / said.len() as f64, *felt)
        }
        Condition::ChannelUsed { channel, days } => since(*days).any(|t| t.1 == *channel),
        Condition::Source { source } => word(&["fair", "friend"], s.source) == source,
        Condition::CustomerSince { side, date } => {
            !SINCE[s.since].is_empty() && (SINCE[s.since] < &date[..]) == (*side == Side::Before)
        }
        Condition::Added { side, days } => (when(s.earlier) < ago(*days)) == (*side == Side::Before),
        Condition::Birthday { days } => (0..=*days).any(|ahead| {
            let day = at.today.checked_add_days(Days::new(ahead.into())).unwrap();
            s.born.iter().filter(|(label, _)| *label < 2).any(|(_, n)| kept_on(*n, day))
        }),
    }
}

fn born_on(n: u32) -> (u32, u32) {
    let day = NaiveDate::from_yo_opt(2000, n + 1).unwrap();
    (day.month(), day.day())
}

fn kept_on(n: u32, day: NaiveDate) -> bool {
    let born = born_on(n);
    born == (day.month(), day.day()) || (born == (2, 29) && !day.leap_year() && (day.month(), day.day()) == (2, 28))
}

fn fill(t: &TestVault, people: &[Someone]) -> Vec<PersonId> {
    let v = &t.vault;
    // From the longest ago on, the clock runs up to now.
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by_key(|i| -people[*i].earlier);
    let mut ids = vec![PersonId::make(); people.len()];
    let now = t.clock.now();
    t.clock.advance(-3000 * DAY / 24);
    for i in order {
        let created = now - people[i].earlier * DAY / 24;
        t.clock.advance(created - t.clock.now());
        ids[i] = create(v, &people[i]);
    }
    t.clock.advance(now - t.clock.now());
    for (id, s) in ids.iter().zip(people) {
        for (hours, channel, felt) in &s.touches {
            let touch = LogTouchpoint {
                people: vec![*id],
                at: Some(now - hours * DAY / 24),
                channel: *channel,
                felt: *felt,
                text: Some("x".into()),
                direction: None,
                title: None,
                felt_word: None,
                stage: None,
                loop_stage: None,
                purpose: None,
            };
            touchpoints::log(v, touch).unwrap();
        }
        if s.binned {
            people::bin(v, people::Many { ids: vec![*id] }).unwrap();
        }
    }
    ids
}

fn create(v: &Vault, s: &Someone) -> PersonId {
    let reach = |kind: &ReachKind| ReachInput {
        id: None,
        person: None,
        kind: *kind,
        label: None,
        value: "a@b.example".into(),
        parts: None,
        preferred: None,
    };
    let date = |(label, n): &(usize, u32)| {
        let (month, day) = born_on(*n);
        DateInput { label: LABELS[*label].into(), month: month as u8, day: day as u8, ..Default::default() }
    };
    let role = |(n, now): &(usize, bool)| RoleInput {
        organisation: format!("Org {n}"),
        ended: (!now).then(|| "2020".to_owned()),
        ..Default::default()
    };
    let new = NewPerson {
        name: NAMES[s.name].into(),
        stage: Some(word(&STAGES, s.stage).into()),
        relation: Some(word(&RELATIONS, s.relation).into()),
        language: Some(LANGUAGES[s.language].into()),
        source: Some(word(&["fair", "friend"], s.source).into()),
        since: Some(SINCE[s.since].into()),
        preferred_channel: s.preferred.map(|c| c.as_str().to_owned()),
        reaches: s.reaches.iter().map(reach).collect(),
        roles: s.organisation.iter().map(role).collect(),
        dates: s.born.iter().map(date).collect(),
        tags: s.tags.iter().map(|n| format!("tag {n}")).collect(),
        ..Default::default()
    };
    people::create(v, new).unwrap().row.id
}

/// Gives tags and organisations the ids that the random conditions name.
fn settle_ids(v: &Vault) {
    for (table, n) in [("tag", 3), ("organisation", 2)] {
        for i in 0..n {
            let name = if table == "tag" { format!("tag {i}") } else { format!("Org {i}") };
            let kind = *v.kinds().iter().find(|k| k.table == table).unwrap();
            let name_field = kind.fields[0];
            v.write("x", "", |w| {
                let mut cells = vec![(name_field, name.clone().into())];
                if table == "organisation" {
                    cells.push((people::kinds::organisation::CREATED_AT, 0.into()));
                }
                w.insert(kind, uuid::Uuid::from_u128(1 + i), &cells)
            })
            .unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sets_sql_and_plain_evaluation_agree(people in prop::collection::vec(someone(), 1..14), rules in prop::collection::vec(rule(), 40)) {
        let t = TestVault::new();
        settle_ids(&t.vault);
        let ids = fill(&t, &people);
        let now = t.clock.now();
        let at = Moment::of(&t.clock);
        let rids: Vec<i64> = t.vault.read(|c| {
            ids.iter().map(|id| Ok(c.query_row("SELECT rid FROM person WHERE id = ?1", [id], |r| r.get(0))?)).collect()
        }).unwrap();
        for rule in &rules {
            let mut wanted: Vec<i64> = people.iter().zip(&rids).filter(|(s, _)| !s.binned && holds(rule, s, at, now)).map(|(_, r)| *r).collect();
            wanted.sort_unstable();
            let set = segments::members(&t.vault, rule).unwrap();
            let found: Vec<i64> = (0..=*rids.iter().max().unwrap()).filter(|r| set.contains(*r)).collect();
            prop_assert_eq!(&found, &wanted, "sets of {:?}", rule);
            let (sql, values) = segments::members_sql(rule, at, 1);
            let mut found: Vec<i64> = t.vault.read(|c| {
                let mut rows = c.prepare(&sql)?;
                Ok(rows.query_map(params_from_iter(&values), |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
            }).unwrap();
            found.sort_unstable();
            prop_assert_eq!(&found, &wanted, "query of {:?}", rule);
        }
    }
}
