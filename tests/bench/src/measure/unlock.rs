//! S10: from the right passphrase to Today's rows, without the time that the passphrase is made to cost.

use crate::book::{Book, PASSPHRASE};
use crate::cpu;
use crate::table::{Goal, Row};
use anyhow::Result;
use rapport_core::vault::keys::{KeyFile, Passphrase};
use serde_json::{Value, json};

const TURNS: usize = 5;

pub fn measure(book: &Book) -> Result<Vec<Row>> {
    let (mut whole, mut key) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        book.call("vault", "lock", Value::Null)?;
        whole.push(processor(|| {
            book.call("vault", "unlock", json!({ "passphrase": PASSPHRASE }))?;
            book.call("care", "today", json!({}))
        })?);
        key.push(processor(|| Ok(KeyFile::load(&book.dir)?.unlock_with_passphrase(&Passphrase::new(PASSPHRASE)?)?))?);
    }
    let middle = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[TURNS / 2]
    };
    let (whole, key) = (middle(&mut whole), middle(&mut key));
    Ok(vec![Row {
        id: "S10",
        what: "unlock to Today’s rows, less the key’s own time, median of 5".into(),
        figure: (whole - key).max(0.0),
        unit: "ms",
        beside: Some(("Argon2id at its floor".into(), key)),
        goal: Goal::AtMost(50.0),
    }])
}

/// Milliseconds of all threads: the passphrase is stretched on several.
fn processor<T>(f: impl FnOnce() -> Result<T>) -> Result<f64> {
    let began = cpu::process();
    f()?;
    Ok((cpu::process() - began).as_secs_f64() * 1000.0)
}
