//! Tests of rules as SQL: what each condition asks.

use super::*;
use serde_json::json;

const MOMENT: Moment = Moment { now: 1_000 * DAY, today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() };

fn asked(condition: serde_json::Value) -> (String, Vec<Value>, bool) {
    let set = set_of(&serde_json::from_value(condition).unwrap(), MOMENT);
    (set.sql.split_whitespace().collect::<Vec<_>>().join(" "), set.values, set.outside)
}

fn t(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn each_condition_asks_this() {
    let ago = |days: i64| Value::Integer((1_000 - days) * DAY);
    let id = Uuid::from_u128(7);
    let touches = "SELECT person FROM participant WHERE at >= ? GROUP BY person HAVING count(*) >= ?";
    let table: Vec<(serde_json::Value, &str, Vec<Value>, bool)> = vec![
        (
            json!({ "on": "tag", "tag": id }),
            "SELECT g.person FROM tagging g JOIN tag t ON t.rid = g.tag WHERE t.id = ?",
            vec![blob(id)],
            false,
        ),
        (
            json!({ "on": "stage", "stage": "retention" }),
            "SELECT rid FROM person WHERE stage <> '' AND stage = ?",
            vec![t("retention")],
            false,
        ),
        (json!({ "on": "stage", "stage": "" }), "SELECT rid FROM person WHERE stage <> ''", vec![], true),
        (
            json!({ "on": "relation", "relation": "community" }),
            "SELECT rid FROM person WHERE relation <> '' AND relation = ?",
            vec![t("community")],
            false,
        ),
        (
            json!({ "on": "organisation", "organisation": id }),
            "SELECT r.person FROM role r JOIN organisation o ON o.rid = r.organisation WHERE o.id = ? AND r.ended = ''",
            vec![blob(id)],
            false,
        ),
        (
            json!({ "on": "language", "language": " DE" }),
            "SELECT rid FROM person WHERE language <> '' AND (lower(language) = ? OR (lower(language) > ? AND lower(language) < ?))",
            vec![t("de"), t("de-"), t("de.")],
            false,
        ),
        (
            json!({ "on": "reach", "kind": "phone", "has": true }),
            "SELECT person FROM reach WHERE kind = ?",
            vec![t("phone")],
            false,
        ),
        (
            json!({ "on": "reach", "kind": "email", "has": false }),
            "SELECT person FROM reach WHERE kind = ?",
            vec![t("email")],
            true,
        ),
        (
            json!({ "on": "preferredChannel", "channel": "inPerson" }),
            "SELECT rid FROM person WHERE preferred_channel <> '' AND preferred_channel = ?",
            vec![t("inPerson")],
            false,
        ),
        (
            json!({ "on": "name", "text": " Zoë  M " }),
            "SELECT rid FROM person WHERE 1 AND instr(fold(name), ?) AND instr(fold(name), ?)",
            vec![t("zoe"), t("m")],
            false,
        ),
        (
            json!({ "on": "lastTouch", "side": "before", "days": 30 }),
            "SELECT person FROM person_stat WHERE live = 1 AND last_at < ?",
            vec![ago(30)],
            false,
        ),
        (
            json!({ "on": "neverTouched" }),
            "SELECT person FROM person_stat WHERE live = 1 AND touches = 0",
            vec![],
            false,
        ),
        (
            json!({ "on": "touches", "bound": "atMost", "count": 3 }),
            "SELECT person FROM person_stat WHERE live = 1 AND touches <= ?",
            vec![3.into()],
            false,
        ),
        (
            json!({ "on": "touches", "bound": "atLeast", "count": 3, "days": 90 }),
            touches,
            vec![ago(90), 3.into()],
            false,
        ),
        (json!({ "on": "touches", "bound": "atMost", "count": 3, "days": 90 }), touches, vec![ago(90), 4.into()], true),
        (json!({ "on": "touches", "bound": "atLeast", "count": 0, "days": 90 }), "SELECT 0", vec![], true),
        (
            json!({ "on": "lastFelt", "bound": "atMost", "felt": -1 }),
            "SELECT person FROM person_stat WHERE live = 1 AND last_felt <= ?",
            vec![Value::Integer(-1)],
            false,
        ),
        (
            json!({ "on": "meanFelt", "bound": "atLeast", "felt": 0.5, "days": 365 }),
            "SELECT x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid WHERE t.at >= ? AND t.felt IS NOT NULL \
             GROUP BY x.person HAVING avg(t.felt) >= ?",
            vec![ago(365), 0.5.into()],
            false,
        ),
        (
            json!({ "on": "channelUsed", "channel": "post" }),
            "SELECT x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid WHERE t.channel = ? AND t.at >= ?",
            vec![t("post"), i64::MIN.into()],
            false,
        ),
        (
            json!({ "on": "source", "source": "fair " }),
            "SELECT rid FROM person WHERE source <> '' AND source = ?",
            vec![t("fair")],
            false,
        ),
        (
            json!({ "on": "customerSince", "side": "after", "date": "2020" }),
            "SELECT rid FROM person WHERE since <> '' AND since >= ?",
            vec![t("2020")],
            false,
        ),
        (
            json!({ "on": "added", "side": "before", "days": 7 }),
            "SELECT rid FROM person WHERE created_at < ?",
            vec![ago(7)],
            false,
        ),
        (
            json!({ "on": "birthday", "days": 7 }),
            "SELECT person FROM important_date WHERE fold(label) = 'birthday' AND ((month, day) >= (?, ?) AND (month, day) <= (?, ?))",
            vec![11.into(), 23.into(), 11.into(), 30.into()],
            false,
        ),
        (
            json!({ "on": "birthday", "days": 60 }),
            "SELECT person FROM important_date WHERE fold(label) = 'birthday' AND ((month, day) >= (?, ?) OR (month, day) <= (?, ?))",
            vec![11.into(), 23.into(), 1.into(), 22.into()],
            false,
        ),
    ];
    for (condition, sql, values, outside) in table {
        assert_eq!(asked(condition.clone()), (sql.to_owned(), values, outside), "{condition}");
    }
}

#[test]
fn groups_join_conditions_and_number_their_values() {
    let one = |c: serde_json::Value| json!({ "match": "one", "of": c });
    let (name, phone) =
        (one(json!({ "on": "name", "text": "a b" })), one(json!({ "on": "reach", "kind": "phone", "has": false })));
    let rule = json!({ "match": "all", "of": [
        name, { "match": "any", "of": [phone, { "match": "not", "of": phone }] }, { "match": "any", "of": [] }, { "match": "all", "of": [] },
    ] });
    let (sql, values) = members_sql(&serde_json::from_value(rule).unwrap(), MOMENT, 5);
    assert_eq!(
        sql,
        "SELECT s.person FROM person_stat s WHERE s.live = 1 AND (s.person IN (SELECT rid FROM person WHERE 1 \
         AND instr(fold(name), ?5) AND instr(fold(name), ?6)) AND (s.person NOT IN (SELECT person FROM reach WHERE kind = ?7) \
         OR NOT s.person NOT IN (SELECT person FROM reach WHERE kind = ?8)) AND 0 AND 1)"
    );
    assert_eq!(values, [t("a"), t("b"), t("phone"), t("phone")]);
}

#[test]
fn a_birthday_on_the_29th_of_february_is_kept_every_year() {
    let on = |year: i32, month: u32, day: u32, days: u32| {
        let set = birthday(NaiveDate::from_ymd_opt(year, month, day).unwrap(), days);
        set.values.iter().map(|v| if let Value::Integer(n) = v { *n } else { 0 }).collect::<Vec<_>>()
    };
    assert_eq!(on(2027, 2, 28, 0), [2, 28, 2, 29], "no such day this year");
    assert_eq!(on(2028, 2, 28, 0), [2, 28, 2, 28]);
    assert_eq!(on(2028, 2, 29, 364), [2, 29, 2, 27]);
    assert_eq!(on(2026, 11, 23, 365), [0; 0], "everybody with a birthday");
}
