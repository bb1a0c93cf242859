//! S6: twenty segments with their counts, and one while its rule is being written.

use super::people;
use crate::book::{Book, NOW};
use crate::cpu::Times;
use crate::table::{Goal, Row};
use anyhow::Result;
use rapport_core::clock::DAY;
use rapport_core::segments::{Moment, SegmentRule, members_sql};
use rusqlite::params_from_iter;
use serde_json::{Value, json};

/// How often everything is counted anew.
const TURNS: usize = 7;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let rules = rules(book)?;
    made(book, &rules)?;
    let count = |_| book.call("segments", "list", Value::Null);
    let person = people(book, 1)?.remove(0)["id"].clone();
    let after = |change: &dyn Fn(usize) -> Result<Value>| -> Result<f64> {
        let mut times = Vec::new();
        for turn in 0..TURNS {
            change(turn)?;
            times.push(Times::of([0], count)?.median());
        }
        times.sort_by(f64::total_cmp);
        Ok(times[TURNS / 2])
    };
    book.call("vault", "lock", Value::Null)?;
    book.call("vault", "unlock", json!({ "passphrase": crate::book::PASSPHRASE }))?;
    let first = Times::of([0], count)?.median();
    let logged = after(&|_| book.call("touchpoints", "log", json!({ "people": [person], "channel": "phone" })))?;
    let edited = after(&|turn| book.call("people", "edit", json!({ "id": person, "nickname": format!("s{turn}") })))?;
    let (sql, scan) = (by_sql(book, &rules)?, by_scan(book)?);
    let row = |what: &str, figure, beside, goal| {
        let what = what.to_owned();
        Row { id: "S6", what, figure, unit: "ms", beside: Some(beside), goal }
    };
    let by_sql = || ("a statement for each".to_owned(), sql);
    let by_scan = || ("scan of columns in RAM".to_owned(), scan);
    let mut rows = vec![
        row("20 segments counted, nothing known", first, by_sql(), Goal::AtMost(30.0)),
        row("the same after a touchpoint, median of 7", logged, by_scan(), Goal::AtMost(30.0)),
        row("the same after a person was changed", edited, by_scan(), Goal::AtMost(30.0)),
    ];
    rows.extend(newer(book)?);
    let typed = typed(book)?;
    for (percent, goal) in [(50, Goal::Told), (99, Goal::AtMost(16.0))] {
        let what = format!("one segment with each key while its rule is written, p{percent}");
        rows.push(Row { id: "S6", what, figure: typed.percentile(percent), unit: "ms", beside: None, goal });
    }
    Ok(rows)
}

fn one(condition: Value) -> Value {
    json!({ "match": "one", "of": condition })
}

/// Rules as people write them: half ask people, half ask what was said with them.
fn rules(book: &Book) -> Result<Vec<Value>> {
    let all = |of: Vec<Value>| json!({ "match": "all", "of": of });
    let stage = |stage: &str| one(json!({ "on": "stage", "stage": stage }));
    let quiet = |days: u32| one(json!({ "on": "lastTouch", "side": "before", "days": days }));
    let felt = |felt: i8| one(json!({ "on": "lastFelt", "bound": "atMost", "felt": felt }));
    let reach = |kind: &str, has: bool| one(json!({ "on": "reach", "kind": kind, "has": has }));
    let mut rules = vec![
        stage("retention"),
        all(vec![stage("advocacy"), quiet(90)]),
        all(vec![stage("onboarding"), one(json!({ "on": "added", "side": "after", "days": 30 }))]),
        quiet(60),
        quiet(180),
        one(json!({ "on": "neverTouched" })),
        felt(-1),
        all(vec![felt(-2), quiet(30)]),
        reach("phone", false),
        all(vec![reach("email", true), reach("phone", true)]),
        one(json!({ "on": "language", "language": "de" })),
        one(json!({ "on": "language", "language": "en" })),
        one(json!({ "on": "touches", "bound": "atLeast", "count": 12 })),
        one(json!({ "on": "touches", "bound": "atLeast", "count": 3, "days": 90 })),
        one(json!({ "on": "meanFelt", "bound": "atMost", "felt": -0.5, "days": 180 })),
        one(json!({ "on": "channelUsed", "channel": "post", "days": 365 })),
        one(json!({ "on": "name", "text": "an" })),
        json!({ "match": "not", "of": stage("awareness") }),
    ];
    let tags = book.call("people", "tags", Value::Null)?;
    for tag in tags.as_array().into_iter().flatten().take(2) {
        rules.push(all(vec![one(json!({ "on": "tag", "tag": tag["id"] })), quiet(45)]));
    }
    rules.resize(20, stage("engagement"));
    Ok(rules)
}

/// Rules of which nothing stands in memory beforehand: what people bought, agreed to, are called and where they live.
fn newer(book: &Book) -> Result<Vec<Row>> {
    let rules = [
        ("bought three times", json!({ "on": "purchases", "bound": "atLeast", "count": 3 })),
        (
            "spent 500 euros in a year",
            json!({ "on": "spent", "bound": "atLeast", "amount": 50_000, "currency": "EUR", "days": 365 }),
        ),
        ("last bought half a year ago", json!({ "on": "lastPurchase", "side": "before", "days": 180 })),
        ("bought something called training", json!({ "on": "bought", "text": "training" })),
        ("never bought", json!({ "on": "neverBought" })),
        ("agreed to e-mail", json!({ "on": "permission", "channel": "email", "state": "agreed" })),
        ("did not refuse anything", json!({ "on": "permission", "state": "notSaid" })),
        ("whose title says director", json!({ "on": "title", "text": "director" })),
        (
            "in another segment",
            json!({ "on": "inSegment", "segment": book.call("segments", "list", Value::Null)?[0]["id"] }),
        ),
    ];
    let mut rows = Vec::new();
    for (what, condition) in rules {
        let rule = one(condition);
        let first = Times::of(0..1, |_| book.call("segments", "preview", json!({ "rule": rule })))?.median();
        let again = Times::of(0..TURNS, |_| book.call("segments", "preview", json!({ "rule": rule })))?.median();
        let row = |what, figure, goal| Row { id: "S6", what, figure, unit: "ms", beside: None, goal };
        rows.push(row(format!("who {what}: first asked"), first, Goal::AtMost(100.0)));
        rows.push(row(format!("who {what}: asked again"), again, Goal::AtMost(16.0)));
    }
    Ok(rows)
}

/// Saves them, unless an earlier run has.
fn made(book: &Book, rules: &[Value]) -> Result<()> {
    let known = book.call("segments", "list", Value::Null)?.as_array().map_or(0, Vec::len);
    for (i, rule) in rules.iter().enumerate().skip(known) {
        book.call("segments", "save", json!({ "name": format!("Measured {i:02}"), "rule": rule }))?;
    }
    Ok(())
}

/// A rule as it grows under the fingers.
fn typed(book: &Book) -> Result<Times> {
    let mut rules = Vec::new();
    for end in 1..="marisol".len() {
        rules.push(one(json!({ "on": "name", "text": &"marisol"[..end] })));
    }
    for days in (1..=9).chain(30..=120).step_by(3) {
        let quiet = one(json!({ "on": "lastTouch", "side": "before", "days": days }));
        let often = one(json!({ "on": "touches", "bound": "atLeast", "count": 3, "days": days }));
        let felt = one(json!({ "on": "meanFelt", "bound": "atMost", "felt": -0.5, "days": days }));
        rules.extend([quiet.clone(), json!({ "match": "all", "of": [quiet, often, felt] })]);
    }
    Times::of(rules, |rule| book.call("segments", "preview", json!({ "rule": rule })))
}

/// The same rules, each as one statement that the indexes answer, on a connection that has seen them before.
fn by_sql(book: &Book, rules: &[Value]) -> Result<f64> {
    let vault = book.vault()?;
    let moment = Moment::of(vault.clock());
    let rules: Vec<SegmentRule> =
        rules.iter().map(|r| Ok(serde_json::from_value(r.clone())?)).collect::<Result<_>>()?;
    let all = |_| {
        Ok(vault.read(|c| {
            let mut found = 0;
            for rule in &rules {
                let (sql, values) = members_sql(rule, moment, 1);
                let mut count = c.prepare_cached(&format!("SELECT count(*) FROM ({sql})"))?;
                found += count.query_row(params_from_iter(values), |r| r.get::<_, i64>(0))?;
            }
            Ok(found)
        })?)
    };
    Ok(Times::of(0..3, all)?.median())
}

/// Twenty questions to columns that stand in memory already, one after another.
fn by_scan(book: &Book) -> Result<f64> {
    let columns: Vec<(i64, i64, i64, u32)> = book.vault()?.read(|c| {
        let sql = "SELECT coalesce(last_at, 0), touches, coalesce(last_felt, 0), length(p.stage) FROM person_stat s
                   JOIN person p ON p.rid = s.person WHERE s.live = 1";
        let mut rows = c.prepare(sql)?;
        let rows = rows.query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })?;
    let all = |_| {
        Ok((0..20_i64)
            .map(|rule| {
                let holds = |&&(at, touches, felt, stage): &&(i64, i64, i64, u32)| match rule % 4 {
                    0 => at < NOW - rule * 10 * DAY,
                    1 => touches >= rule,
                    2 => felt <= rule - 10 && at > 0,
                    _ => i64::from(stage) == rule,
                };
                columns.iter().filter(holds).count()
            })
            .sum::<usize>())
    };
    Ok(Times::of(0..5, all)?.median())
}
