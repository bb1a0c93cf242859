//! Random people and random rules, and whether a rule holds for somebody, worked out in the plainest way.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use rapport_core::clock::DAY;
use rapport_core::ids::{FieldId, OrgId, SegmentId, TagId};
use rapport_core::people::{RELATIONS, ReachKind, STAGES};
use rapport_core::segments::{Bound, Condition, FieldTest, Moment, PermissionState, SegmentRule, Side};
use rapport_core::touchpoints::{Channel, LOOP_STAGES};
use rapport_core::vault::text::fold;

pub const NAMES: [&str; 6] = ["Ana Ruiz", "Zoë Müller", "Bo", "Trần Thị Ngọc", "Øystein Groß", "ana maría"];
pub const LANGUAGES: [&str; 6] = ["", "en", "en-GB", "de", "DE-at", "eng"];
pub const SINCE: [&str; 5] = ["", "2019", "2020-05", "2020-05-17", "2021"];
pub const TITLES: [&str; 4] = ["", "Buyer", "Head büyer", "Owner"];
pub const CITIES: [&str; 3] = ["", "Oaxaca", "São Paulo"];
pub const COUNTRIES: [&str; 3] = ["", "México", "Brasil"];
pub const CURRENCIES: [&str; 3] = ["EUR", "USD", "JPY"];
pub const ITEMS: [&str; 4] = ["", "Box of cups", "Cup", "Señor's box"];
pub const SIZES: [&str; 4] = ["", "M", "XL", "2026-12-01"];
pub const LABELS: [&str; 3] = ["birthday", "Birthday", "name day"];

#[derive(Debug, Clone)]
pub struct Someone {
    pub name: usize,
    pub tags: Vec<usize>,
    pub stage: usize,
    pub relation: usize,
    pub organisation: Option<(usize, bool)>,
    pub language: usize,
    pub reaches: Vec<ReachKind>,
    pub preferred: Option<Channel>,
    pub source: usize,
    pub since: usize,
    pub born: Vec<(usize, u32, Option<i32>)>,
    /// Hours before the others were created.
    pub earlier: i64,
    pub binned: bool,
    /// Hours ago, channel, felt, stage of the loyalty loop.
    pub touches: Vec<(i64, Channel, Option<i8>, usize)>,
    /// Of the role, if there is one.
    pub title: usize,
    pub place: Option<(usize, usize)>,
    /// Hours ago, through which channel or every one, and whether they agreed.
    pub words: Vec<(i64, Option<Channel>, bool)>,
    /// Days ago, currency, minor units, item.
    pub bought: Vec<(u32, usize, i64, usize)>,
    /// What the two fields of our own hold.
    pub size: usize,
    pub count: Option<i32>,
}

pub fn word<'a>(words: &[&'a str], n: usize) -> &'a str {
    if n == 0 { "" } else { words[(n - 1) % words.len()] }
}

pub fn channel() -> impl Strategy<Value = Channel> {
    prop::sample::select(vec![Channel::Phone, Channel::Email, Channel::InPerson])
}

pub fn kind() -> impl Strategy<Value = ReachKind> {
    prop::sample::select(vec![ReachKind::Phone, ReachKind::Email, ReachKind::Address])
}

pub fn someone() -> impl Strategy<Value = Someone> {
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

pub fn tag_id(n: usize) -> TagId {
    TagId(uuid::Uuid::from_u128(1 + n as u128))
}

pub fn org_id(n: usize) -> OrgId {
    OrgId(uuid::Uuid::from_u128(1 + n as u128))
}

pub fn field_id(n: usize) -> FieldId {
    FieldId(uuid::Uuid::from_u128(1 + n as u128))
}

pub fn segment_id(n: usize) -> SegmentId {
    SegmentId(uuid::Uuid::from_u128(1 + n as u128))
}

/// The rules of the segments that others name: one that is plain, one that names it, one that names itself.
pub fn segment_rule(n: usize) -> SegmentRule {
    let other = |n| SegmentRule::One(Condition::InSegment { segment: segment_id(n) });
    match n {
        0 => SegmentRule::One(Condition::Stage { stage: STAGES[0].into() }),
        1 => SegmentRule::Any(vec![SegmentRule::Not(Box::new(other(0))), SegmentRule::One(Condition::NeverBought)]),
        _ => SegmentRule::Not(Box::new(other(2))),
    }
}

/// Conditions about purchases, permission, the loop, places, ages, fields and other segments.
pub fn newer_condition() -> impl Strategy<Value = Condition> {
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

pub fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![older_condition(), newer_condition()]
}

pub fn older_condition() -> impl Strategy<Value = Condition> {
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

pub fn rule() -> impl Strategy<Value = SegmentRule> {
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
pub fn plainly(rule: &SegmentRule) -> SegmentRule {
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
pub fn holds(rule: &SegmentRule, s: &Someone, at: Moment, now: i64) -> bool {
    match rule {
        SegmentRule::All(of) => of.iter().all(|r| holds(r, s, at, now)),
        SegmentRule::Any(of) => of.iter().any(|r| holds(r, s, at, now)),
        SegmentRule::Not(of) => !holds(of, s, at, now),
        SegmentRule::One(condition) => fits(condition, s, at, now),
    }
}

/// The same for [`newer_condition`].
pub fn fits_newer(condition: &Condition, s: &Someone, at: Moment, now: i64) -> bool {
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

pub fn fits(condition: &Condition, s: &Someone, at: Moment, now: i64) -> bool {
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

pub fn born_on(n: u32) -> (u32, u32) {
    let day = NaiveDate::from_yo_opt(2000, n + 1).unwrap();
    (day.month(), day.day())
}

pub fn kept_on(n: u32, day: NaiveDate) -> bool {
    let born = born_on(n);
    born == (day.month(), day.day()) || (born == (2, 29) && !day.leap_year() && (day.month(), day.day()) == (2, 28))
}
