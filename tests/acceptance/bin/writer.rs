//! Works in a vault without end, to be killed: says before each step which records it will change and how, and after it that
//! it is confirmed. Only for the kill test; never shipped.
//!
//! `rapport-writer DIR CODE SEED`, one JSON value a line on stdout: `"ready"`, `{"try":[[["touch",ID],STATE],…]}`,
//! `{"new":COUNT}` before records whose ids nobody knows yet, `{"done":[…]}`, `{"backup":NAME}`.
//! With `RAPPORT_WRITER=early` it lies: it confirms before it writes. The test must catch that.
#![allow(clippy::print_stdout, reason = "it answers on stdout")]

use rapport_acceptance::witness::{Dice, Fact, GONE, Key, everything, note_and_bin, open, person_state, state, text};
use rapport_core::app::App;
use rapport_core::commands;
use rapport_core::error::CommandError;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

/// Most steps that are remembered for undo.
const MEMORY: usize = 20;
/// People in a file that is imported.
const BATCH: usize = 12;

struct Writer {
    app: App,
    code: String,
    /// Where files to import are written; in the folder above the vault.
    file: PathBuf,
    dice: Dice,
    seed: u64,
    count: u32,
    early: bool,
    known: BTreeMap<Key, String>,
    /// Steps that can be taken back: each record before and after.
    steps: Vec<Vec<(Key, String, String)>>,
    undone: Vec<Vec<(Key, String, String)>>,
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, dir, code, seed] = args.as_slice() else { panic!("rapport-writer DIR CODE SEED") };
    let seed: u64 = seed.parse().expect("a number");
    let app = open(&PathBuf::from(dir), code).expect("a vault that opens");
    let known = everything(&app).expect("what is there").into_iter().collect();
    let early = std::env::var("RAPPORT_WRITER").is_ok_and(|how| how == "early");
    say(&json!("ready"));
    let (steps, undone) = (Vec::new(), Vec::new());
    let file = PathBuf::from(dir).with_file_name("batch.vcf");
    let mut writer =
        Writer { app, code: code.clone(), file, dice: Dice(seed), seed, count: 0, early, known, steps, undone };
    loop {
        writer.step().expect("a step that succeeds");
    }
}

/// One line, in one write: a kill leaves it whole or away.
fn say(line: &Value) {
    std::io::stdout().write_all(format!("{line}\n").as_bytes()).expect("somebody who listens");
}

impl Writer {
    fn call(&self, room: &str, verb: &str, input: Value) -> Result<Value, CommandError> {
        commands::run(&self.app, room, verb, input)
    }

    fn step(&mut self) -> Result<(), CommandError> {
        self.count += 1;
        let mark = format!("mark {} {}", self.seed, self.count);
        match self.dice.throw(100) {
            0..30 => self.log(&mark),
            30..42 => self.edit_touch(&mark),
            42..48 => self.remove_touch(),
            48..56 => self.create_person(&mark),
            56..66 => self.edit_person(&mark),
            66..74 => self.bin_or_restore(),
            74..78 => self.import(&mark),
            78..84 => self.undo(),
            84..91 => self.redo(),
            91..95 => self.back_up(),
            95..98 => self.lock_and_unlock(),
            _ => self.several(&mark),
        }
    }

    /// Announces, does, confirms, remembers: a step whose records are known beforehand.
    fn change(&mut self, facts: Vec<Fact>, room: &str, verb: &str, input: Value) -> Result<(), CommandError> {
        say(&json!({ "try": facts }));
        self.confirmed(&facts, |writer| writer.call(room, verb, input))?;
        let step = facts.into_iter().map(|(key, new)| {
            let old = self.known.insert(key.clone(), new.clone()).unwrap_or_else(|| GONE.to_owned());
            (key, old, new)
        });
        let step = step.collect();
        self.remember(step);
        Ok(())
    }

    fn confirmed(
        &self,
        facts: &[Fact],
        write: impl FnOnce(&Self) -> Result<Value, CommandError>,
    ) -> Result<(), CommandError> {
        if self.early {
            say(&json!({ "done": facts }));
        }
        write(self)?;
        if !self.early {
            say(&json!({ "done": facts }));
        }
        Ok(())
    }

    fn remember(&mut self, step: Vec<(Key, String, String)>) {
        self.undone.clear();
        self.steps.push(step);
        if self.steps.len() > MEMORY {
            self.steps.remove(0);
        }
    }

    /// A record of this kind that is there, chosen by the dice.
    fn any(&mut self, kind: &str, binned: bool) -> Option<Key> {
        let fits = |(key, state): &(&Key, &String)| key.0 == kind && *state != GONE && note_and_bin(state).1 == binned;
        let keys: Vec<Key> = self.known.iter().filter(fits).map(|(key, _)| key.clone()).collect();
        let at = self.dice.throw(keys.len());
        keys.into_iter().nth(at)
    }

    fn created(&mut self, facts: Vec<Fact>) {
        say(&json!({ "done": facts }));
        let step = facts.iter().map(|(key, new)| (key.clone(), GONE.to_owned(), new.clone())).collect();
        self.known.extend(facts);
        self.remember(step);
    }

    fn log(&mut self, mark: &str) -> Result<(), CommandError> {
        let Some(person) = self.any("person", false) else { return self.create_person(mark) };
        say(&json!({ "new": 1 }));
        let felt = i64::try_from(self.dice.throw(5)).unwrap_or(0) - 2;
        let input = json!({ "people": [person.1], "channel": "phone", "felt": felt, "text": mark });
        let made = self.call("touchpoints", "log", input)?;
        self.created(vec![(("touch".to_owned(), text(&made, "/id").to_owned()), mark.to_owned())]);
        Ok(())
    }

    fn create_person(&mut self, mark: &str) -> Result<(), CommandError> {
        say(&json!({ "new": 1 }));
        let reach = json!([{ "kind": "email", "value": format!("{}@example.org", mark.replace(' ', ".")) }]);
        let made =
            self.call("people", "create", json!({ "name": format!("Person {mark}"), "note": mark, "reaches": reach }))?;
        self.created(vec![(("person".to_owned(), text(&made, "/row/id").to_owned()), mark.to_owned())]);
        Ok(())
    }

    fn edit_touch(&mut self, mark: &str) -> Result<(), CommandError> {
        let Some(touch) = self.any("touch", false) else { return self.log(mark) };
        let input = json!({ "id": touch.1, "text": mark });
        self.change(vec![(touch, mark.to_owned())], "touchpoints", "edit", input)
    }

    fn remove_touch(&mut self) -> Result<(), CommandError> {
        let Some(touch) = self.any("touch", false) else { return Ok(()) };
        let input = json!({ "id": touch.1 });
        self.change(vec![(touch, GONE.to_owned())], "touchpoints", "remove", input)
    }

    fn edit_person(&mut self, mark: &str) -> Result<(), CommandError> {
        let Some(person) = self.any("person", false) else { return Ok(()) };
        let input = json!({ "id": person.1, "note": mark });
        self.change(vec![(person, mark.to_owned())], "people", "edit", input)
    }

    fn bin_or_restore(&mut self) -> Result<(), CommandError> {
        let to_bin = self.dice.throw(2) == 0;
        let Some(person) = self.any("person", !to_bin) else { return Ok(()) };
        let state = person_state(note_and_bin(&self.known[&person]).0, to_bin);
        let input = json!({ "ids": [person.1] });
        self.change(vec![(person, state)], "people", if to_bin { "bin" } else { "restore" }, input)
    }

    /// A file of several people in one step: all of them or none.
    fn import(&mut self, mark: &str) -> Result<(), CommandError> {
        // One word, so that looking for it finds no other batch.
        let batch = format!("batch-{}-{}-", self.seed, self.count);
        let cards: String = (0..BATCH)
            .map(|n| format!("BEGIN:VCARD\nVERSION:3.0\nFN:{batch} {n}\nNOTE:{mark} of {n}\nEND:VCARD\n"))
            .collect();
        std::fs::write(&self.file, cards).expect("a file to import");
        say(&json!({ "new": BATCH }));
        let receipt = self.call("exchange", "import", json!({ "path": self.file }))?;
        assert_eq!(receipt["created"], BATCH, "{receipt}");
        let found = self.call("people", "list", json!({ "text": batch, "limit": 500 }))?;
        let rows = found["items"].as_array().map(Vec::as_slice).unwrap_or_default();
        let keys = rows.iter().map(|row| ("person".to_owned(), text(row, "/id").to_owned()));
        let facts =
            keys.map(|key| state(&self.app, &key).map(|state| (key, state))).collect::<Result<Vec<Fact>, _>>()?;
        assert_eq!(facts.len(), BATCH);
        self.created(facts);
        Ok(())
    }

    /// Several people into the bin in one step: all of them or none.
    fn several(&mut self, mark: &str) -> Result<(), CommandError> {
        let mut chosen = BTreeMap::new();
        for _ in 0..5 {
            let Some(person) = self.any("person", false) else { return self.create_person(mark) };
            let state = person_state(&self.known[&person], true);
            chosen.insert(person, state);
        }
        let ids: Vec<_> = chosen.keys().map(|key| key.1.clone()).collect();
        self.change(chosen.into_iter().collect(), "people", "bin", json!({ "ids": ids }))
    }

    fn undo(&mut self) -> Result<(), CommandError> {
        let Some(step) = self.steps.pop() else { return Ok(()) };
        self.replay(&step, "undo", |(key, before, _)| (key.clone(), before.clone()))?;
        self.undone.push(step);
        Ok(())
    }

    fn redo(&mut self) -> Result<(), CommandError> {
        let Some(step) = self.undone.pop() else { return Ok(()) };
        self.replay(&step, "redo", |(key, _, after)| (key.clone(), after.clone()))?;
        self.steps.push(step);
        Ok(())
    }

    fn replay(
        &mut self,
        step: &[(Key, String, String)],
        verb: &str,
        to: fn(&(Key, String, String)) -> Fact,
    ) -> Result<(), CommandError> {
        let facts: Vec<Fact> = step.iter().map(to).collect();
        say(&json!({ "try": facts }));
        self.confirmed(&facts, |writer| writer.call("vault", verb, Value::Null))?;
        self.known.extend(facts);
        Ok(())
    }

    fn back_up(&self) -> Result<(), CommandError> {
        let made = self.call("vault", "backUp", Value::Null)?;
        say(&json!({ "backup": made["name"] }));
        Ok(())
    }

    fn lock_and_unlock(&self) -> Result<(), CommandError> {
        self.call("vault", "lock", Value::Null)?;
        self.call("vault", "unlock", json!({ "recoveryCode": self.code })).map(drop)
    }
}
