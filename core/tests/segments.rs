//! Rules asked three ways of random people (sets by condition, one query, plain evaluation) answer the same.

#[path = "support/plain_rules.rs"]
mod plain_rules;
mod support;

use chrono::Days;
use plain_rules::*;
use proptest::prelude::*;
use rapport_core::clock::DAY;
use rapport_core::consent::{self, ConsentInput, ConsentState};
use rapport_core::ids::PersonId;
use rapport_core::people::kinds::custom_field;
use rapport_core::people::{
    self, DateInput, NewPerson, PostalParts, RELATIONS, ReachInput, ReachKind, RoleInput, STAGES, SetField,
};
use rapport_core::purchases::{self, PurchaseInput};
use rapport_core::segments::{self, Moment, RuleText, RuleToWrite, SegmentInput};
use rapport_core::touchpoints::{self, LOOP_STAGES, LogTouchpoint};
use rapport_core::vault::Vault;
use rusqlite::params_from_iter;
use support::TestVault;

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
        for (hours, channel, felt, stage) in &s.touches {
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
                loop_stage: Some(word(&LOOP_STAGES, *stage).into()),
                purpose: None,
                minutes: None,
            };
            touchpoints::log(v, touch).unwrap();
        }
        for (hours, channel, agreed) in &s.words {
            let state = if *agreed { ConsentState::Agreed } else { ConsentState::OptedOut };
            let channel = channel.map(|c| c.as_str().to_owned());
            consent::say(v, ConsentInput { person: *id, channel, state, how: None, at: Some(now - hours * DAY / 24) })
                .unwrap();
        }
        for (ago, currency, amount, item) in &s.bought {
            let date = t.clock.today().checked_sub_days(Days::new((*ago).into())).unwrap();
            let input = PurchaseInput {
                person: Some(*id),
                date: Some(date.to_string()),
                amount: Some(*amount),
                currency: Some(CURRENCIES[*currency].into()),
                item: Some(ITEMS[*item].into()),
                ..PurchaseInput::default()
            };
            purchases::save(v, input).unwrap();
        }
        for (n, value) in [(0, SIZES[s.size].to_owned()), (1, s.count.map(|n| n.to_string()).unwrap_or_default())] {
            if !value.is_empty() {
                people::set_field(v, SetField { person: *id, field: field_id(n), value }).unwrap();
            }
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
    let date = |(label, n, year): &(usize, u32, Option<i32>)| {
        let (month, day) = born_on(*n);
        // 29 February is kept to years that have one.
        let year = year.map(|y| if (month, day) == (2, 29) { y / 4 * 4 } else { y });
        DateInput { label: LABELS[*label].into(), year, month: month as u8, day: day as u8, ..Default::default() }
    };
    let address = s.place.map(|(city, country)| ReachInput {
        parts: Some(PostalParts {
            city: CITIES[city].into(),
            country: COUNTRIES[country].into(),
            ..Default::default()
        }),
        value: "Somewhere".into(),
        ..reach(&ReachKind::Address)
    });
    let role = |(n, now): &(usize, bool)| RoleInput {
        organisation: format!("Org {n}"),
        title: Some(TITLES[s.title].into()),
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
        reaches: s.reaches.iter().map(reach).chain(address).collect(),
        roles: s.organisation.iter().map(role).collect(),
        dates: s.born.iter().map(date).collect(),
        tags: s.tags.iter().map(|n| format!("tag {n}")).collect(),
        ..Default::default()
    };
    people::create(v, new).unwrap().row.id
}

/// Gives tags and organisations the ids that the random conditions name.
fn settle_ids(v: &Vault) {
    for (n, (name, kind)) in [("Size", "text"), ("Count", "number")].into_iter().enumerate() {
        let cells = [
            (custom_field::NAME, name.to_owned().into()),
            (custom_field::KIND_OF, kind.to_owned().into()),
            (custom_field::CREATED_AT, 0.into()),
        ];
        v.write("x", "", |w| w.insert(&custom_field::KIND, field_id(n), &cells)).unwrap();
    }
    for n in 0..3 {
        let name = Some(format!("Segment {n}"));
        let input = SegmentInput { name, rule: Some(segment_rule(n)), ..SegmentInput::default() };
        v.write("x", "", |w| segments::insert(w, segment_id(n), &input)).unwrap();
    }
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
            let expanded = t.vault.read(|c| segments::expanded(c, rule)).unwrap();
            let (sql, values) = segments::members_sql(&expanded, at, 1);
            let mut found: Vec<i64> = t.vault.read(|c| {
                let mut rows = c.prepare(&sql)?;
                Ok(rows.query_map(params_from_iter(&values), |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
            }).unwrap();
            found.sort_unstable();
            prop_assert_eq!(&found, &wanted, "query of {:?}", rule);
            let text = segments::write_text(&t.vault, RuleToWrite { rule: Some(rule.clone()), segment: None }).unwrap();
            let read = segments::read_text(&t.vault, RuleText { text: text.clone() }).unwrap();
            prop_assert_eq!(read.rule, Some(plainly(rule)), "{}: {:?}", text, read.problem);
        }
    }
}
