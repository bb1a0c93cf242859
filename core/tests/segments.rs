//! Rules asked three ways of random people (sets by condition, one query, plain evaluation) answer the same.

mod support;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use rapport_core::clock::DAY;
use rapport_core::consent::{self, ConsentInput, ConsentState};
use rapport_core::ids::{FieldId, OrgId, PersonId, SegmentId, TagId};
use rapport_core::people::kinds::custom_field;
use rapport_core::people::{
    self, DateInput, NewPerson, PostalParts, RELATIONS, ReachInput, ReachKind, RoleInput, STAGES, SetField,
};
use rapport_core::purchases::{self, PurchaseInput};
use rapport_core::segments::{
    self, Bound, Condition, FieldTest, Moment, PermissionState, RuleText, RuleToWrite, SegmentInput, SegmentRule, Side,
};
use rapport_core::touchpoints::{self, Channel, LOOP_STAGES, LogTouchpoint};
use rapport_core::vault::{Vault, text::fold};
use rusqlite::params_from_iter;
use support::TestVault;

const NAMES: [&str; 6] = ["Ana Ruiz", "Zoë Müller", "Bo", "Trần Thị Ngọc", "Øystein Groß", "ana maría"];
const LANGUAGES: [&str; 6] = ["", "en", "en-GB", "de", "DE-at", "eng"];
const SINCE: [&str; 5] = ["", "2019", "2020-05", "2020-05-17", "2021"];
const TITLES: [&str; 4] = ["", "Buyer", "Head büyer", "Owner"];
const CITIES: [&str; 3] = ["", "Oaxaca", "São Paulo"];
const COUNTRIES: [&str; 3] = ["", "México", "Brasil"];
const CURRENCIES: [&str; 3] = ["EUR", "USD", "JPY"];
const ITEMS: [&str; 4] = ["", "Box of cups", "Cup", "Señor's box"];
const SIZES: [&str; 4] = ["", "M", "XL", "2026-12-01"];
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
    born: Vec<(usize, u32, Option<i32>)>,
    /// Hours before the others were created.
    earlier: i64,
    binned: bool,
    /// Hours ago, channel, felt, stage of the loyalty loop.
    touches: Vec<(i64, Channel, Option<i8>, usize)>,
    /// Of the role, if there is one.
    title: usize,
    place: Option<(usize, usize)>,
    /// Hours ago, through which channel or every one, and whether they agreed.
    words: Vec<(i64, Option<Channel>, bool)>,
    /// Days ago, currency, minor units, item.
    bought: Vec<(u32, usize, i64, usize)>,
    /// What the two fields of our own hold.
    size: usize,
    count: Option<i32>,
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
    let touch = (0i64..2400, channel(), prop::option::weighted(0.7, -2i8..=2), 0usize..6);
    let word = (0i64..2400, prop::option::weighted(0.7, channel()), any::<bool>());
    let purchase = (0u32..100, 0usize..3, -300i64..2000, 0usize..4);
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
            prop::collection::vec((0usize..3, 0u32..366, prop::option::of(1950i32..2020)), 0..2),
            0i64..2400,
            prop::bool::weighted(0.15),
            prop::collection::vec(touch, 0..5),
        ),
        (
            0usize..4,
            prop::option::of((0usize..3, 0usize..3)),
            prop::collection::vec(word, 0..4),
            prop::collection::vec(purchase, 0..5),
            0usize..4,
            prop::option::of(-3i32..9),
        ),
    )
        .prop_map(
            |(
                (name, tags, stage, relation, organisation),
                (language, reaches, preferred, source, since),
                (born, earlier, binned, touches),
                (title, place, words, bought, size, count),
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
                    title,
                    place,
                    words,
                    bought,
                    size,
                    count,
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

fn field_id(n: usize) -> FieldId {
    FieldId(uuid::Uuid::from_u128(1 + n as u128))
}

fn segment_id(n: usize) -> SegmentId {
    SegmentId(uuid::Uuid::from_u128(1 + n as u128))
}

/// The rules of the segments that others name: one that is plain, one that names it, one that names itself.
fn segment_rule(n: usize) -> SegmentRule {
    let other = |n| SegmentRule::One(Condition::InSegment { segment: segment_id(n) });
    match n {
        0 => SegmentRule::One(Condition::Stage { stage: STAGES[0].into() }),
        1 => SegmentRule::Any(vec![SegmentRule::Not(Box::new(other(0))), SegmentRule::One(Condition::NeverBought)]),
        _ => SegmentRule::Not(Box::new(other(2))),
    }
}

/// Conditions about purchases, permission, the loop, places, ages, fields and other segments.
fn newer_condition() -> impl Strategy<Value = Condition> {
    let bound = || prop::sample::select(vec![Bound::AtLeast, Bound::AtMost]);
    let side = || prop::sample::select(vec![Side::Before, Side::After]);
    let days = || prop::option::of(1u32..100);
    let state =
        prop::sample::select(vec![PermissionState::Agreed, PermissionState::OptedOut, PermissionState::NotSaid]);
    let test = |tests: Vec<FieldTest>, values: Vec<&'static str>| {
        (0usize..2, prop::sample::select(tests), prop::sample::select(values))
            .prop_map(|(n, test, value)| Condition::Field { field: field_id(n), test, value: value.into() })
    };
    prop_oneof![
        (0usize..6).prop_map(|n| Condition::LoopStage { stage: word(&LOOP_STAGES, n).into() }),
        prop::sample::select(vec!["buyer", "HEAD buy", "own", "x"]).prop_map(|t| Condition::Title { text: t.into() }),
        prop::sample::select(vec!["oaxaca", " Sao paulo", "paulo", "mexico", "Brasil"])
            .prop_map(|p| Condition::Place { place: p.into() }),
        (prop::option::of(channel()), state).prop_map(|(channel, state)| Condition::Permission { channel, state }),
        (bound(), 0u32..4, days()).prop_map(|(bound, count, days)| Condition::Purchases { bound, count, days }),
        (bound(), -200i64..2500, 0usize..3, days()).prop_map(|(bound, amount, n, days)| Condition::Spent {
            bound,
            amount,
            currency: CURRENCIES[n].into(),
            days
        }),
        (side(), 1u32..100).prop_map(|(side, days)| Condition::LastPurchase { side, days }),
        Just(Condition::NeverBought),
        (prop::sample::select(vec!["cup", "box CUP", "senor", "x"]), days())
            .prop_map(|(t, days)| Condition::Bought { text: t.into(), days }),
        (prop::sample::select(vec!["", "birthday", "Name Day", "x"]), side(), prop_oneof![0u32..60, 300u32..=366])
            .prop_map(|(l, side, days)| Condition::Yearly { label: l.into(), side, days }),
        (bound(), 5u32..80).prop_map(|(bound, years)| Condition::Age { bound, years }),
        test(vec![FieldTest::Is, FieldTest::Contains], vec!["m", "XL", "l", "3", "2026"]),
        test(vec![FieldTest::AtLeast, FieldTest::AtMost], vec!["3", "-1", "2.5"]).prop_map(|c| match c {
            Condition::Field { test, value, .. } => Condition::Field { field: field_id(1), test, value },
            other => other,
        }),
        test(vec![FieldTest::Filled], vec![""]),
        test(vec![FieldTest::InNext, FieldTest::InLast], vec!["0", "30", "8"]).prop_map(|c| match c {
            Condition::Field { test, value, .. } => Condition::Field { field: field_id(0), test, value },
            other => other,
        }),
        (0usize..4).prop_map(|n| Condition::InSegment { segment: segment_id(n) }),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![older_condition(), newer_condition()]
}

fn older_condition() -> impl Strategy<Value = Condition> {
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

/// The rule as a text says it: a group of one is that one, texts have no spaces around them.
fn plainly(rule: &SegmentRule) -> SegmentRule {
    match rule {
        SegmentRule::All(of) | SegmentRule::Any(of) if of.len() == 1 => plainly(&of[0]),
        SegmentRule::All(of) => SegmentRule::All(of.iter().map(plainly).collect()),
        SegmentRule::Any(of) => SegmentRule::Any(of.iter().map(plainly).collect()),
        SegmentRule::Not(of) => SegmentRule::Not(Box::new(plainly(of))),
        SegmentRule::One(condition) => SegmentRule::One(match condition.clone() {
            Condition::Language { language } => Condition::Language { language: language.trim().into() },
            Condition::Place { place } => Condition::Place { place: place.trim().into() },
            other => other,
        }),
    }
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

/// The same for [`newer_condition`].
fn fits_newer(condition: &Condition, s: &Someone, at: Moment, now: i64) -> bool {
    let least =
        |bound: Bound, found: i64, limit: i64| if bound == Bound::AtLeast { found >= limit } else { found <= limit };
    let lately = |ago: u32, days: Option<u32>| days.is_none_or(|d| ago <= d);
    let bought = |days| s.bought.iter().filter(move |b| b.2 >= 0 && lately(b.0, days));
    let held = |n: usize| match n {
        0 => SIZES[s.size].to_owned(),
        _ => s.count.map(|n| n.to_string()).unwrap_or_default(),
    };
    match condition {
        Condition::LoopStage { stage } => {
            let named = s.touches.iter().enumerate().filter(|(_, t)| t.3 > 0);
            let newest = named.min_by_key(|(i, t)| (t.0, usize::MAX - i)).map_or(0, |(_, t)| t.3);
            word(&LOOP_STAGES, newest) == stage
        }
        Condition::Title { text } => {
            let title = fold(TITLES[s.title]);
            s.organisation.is_some_and(|(_, now)| now) && text.split_whitespace().all(|w| title.contains(&fold(w)))
        }
        Condition::Place { place } => s.place.is_some_and(|(city, country)| {
            [CITIES[city], COUNTRIES[country]].iter().any(|p| fold(p) == fold(place.trim()))
        }),
        Condition::Permission { channel, state } => {
            let about = s.words.iter().enumerate().filter(|(_, w)| w.1.is_none() || w.1 == *channel);
            let newest = about.min_by_key(|(i, w)| (w.0, usize::MAX - i)).map(|(_, w)| w.2);
            newest
                == match state {
                    PermissionState::Agreed => Some(true),
                    PermissionState::OptedOut => Some(false),
                    PermissionState::NotSaid => None,
                }
        }
        Condition::Purchases { bound, count, days } => least(*bound, bought(*days).count() as i64, (*count).into()),
        Condition::Spent { bound, amount, currency, days } => {
            let lines = s.bought.iter().filter(|b| CURRENCIES[b.1] == currency && lately(b.0, *days));
            least(*bound, lines.map(|b| b.2).sum(), *amount)
        }
        Condition::LastPurchase { side, days } => {
            bought(None).map(|b| b.0).min().is_some_and(|ago| (ago > *days) == (*side == Side::Before))
        }
        Condition::NeverBought => bought(None).count() == 0,
        Condition::Bought { text, days } => {
            bought(*days).any(|b| text.split_whitespace().all(|w| fold(ITEMS[b.3]).contains(&fold(w))))
        }
        Condition::Yearly { label, side, days } => (0..=*days).any(|away| {
            let day = match side {
                Side::After => at.today.checked_add_days(Days::new(away.into())).unwrap(),
                Side::Before => at.today.checked_sub_days(Days::new(away.into())).unwrap(),
            };
            s.born.iter().any(|b| (label.is_empty() || fold(LABELS[b.0]) == fold(label)) && kept_on(b.1, day))
        }),
        Condition::Age { bound, years } => s.born.iter().filter(|b| b.0 < 2).any(|b| {
            let (month, day) = born_on(b.1);
            b.2.is_some_and(|year| {
                let year = if (month, day) == (2, 29) { year / 4 * 4 } else { year };
                let whole = at.today.year() - year - i32::from((at.today.month(), at.today.day()) < (month, day));
                least(*bound, whole.into(), (*years).into())
            })
        }),
        Condition::Field { field, test, value } => {
            let found = held(usize::from(*field == field_id(1)));
            let day = |text: &str| text.parse::<NaiveDate>().ok();
            !found.is_empty()
                && match test {
                    FieldTest::Is => fold(&found) == fold(value),
                    FieldTest::Contains => fold(&found).contains(&fold(value)),
                    FieldTest::AtLeast => found.parse::<f64>().unwrap() >= value.parse().unwrap(),
                    FieldTest::AtMost => found.parse::<f64>().unwrap() <= value.parse().unwrap(),
                    FieldTest::InNext => {
                        day(&found).is_some_and(|d| (0..=value.parse().unwrap()).contains(&(d - at.today).num_days()))
                    }
                    FieldTest::InLast => {
                        day(&found).is_some_and(|d| (0..=value.parse().unwrap()).contains(&(at.today - d).num_days()))
                    }
                    _ => true,
                }
        }
        Condition::InSegment { segment } => match (0..3).find(|n| segment_id(*n) == *segment) {
            // What names itself takes nobody in, there where it does.
            Some(2) => true,
            Some(n) => holds(&segment_rule(n), s, at, now),
            None => false,
        },
        other => unreachable!("{other:?} is older"),
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
        Condition::Reach { kind, has } => {
            (s.reaches.contains(kind) || (*kind == ReachKind::Address && s.place.is_some())) == *has
        }
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
            s.born.iter().filter(|b| b.0 < 2).any(|b| kept_on(b.1, day))
        }),
        newer => fits_newer(newer, s, at, now),
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
