//! What its reader decides about one letter of a batch: good, put aside, read again, filled again.

use super::begin::{Outcome, Plan, begin};
use super::marks::{self, StaleWhy, stale_of};
use super::read::{BatchRef, batch};
use crate::drafts::coach::coach;
use crate::drafts::compose;
use crate::drafts::handing::{check_stops, kept_reason};
use crate::drafts::kinds::draft;
use crate::drafts::letters::{Draft, DraftRef, DraftStatus, get};
use crate::drafts::merging::merge;
use crate::drafts::shared::Shared;
use crate::error::{Error, Result};
use crate::ids::DraftId;
use crate::people::{self, PersonRef};
use crate::vault::{Vault, Writer};
use rusqlite::types::Value;
use serde::Deserialize;
use ts_rs::TS;

/// The longest note on why a letter is put aside, in characters.
const LONGEST: usize = 300;

/// A letter of a batch that was read and found good.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ApproveLetter {
    /// The letter.
    pub id: DraftId,
    /// Why, although the coach says stop. Kept with the letter.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A letter of a batch to be put aside.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct HoldLetter {
    /// The letter.
    pub id: DraftId,
    /// Why, for oneself.
    #[serde(default)]
    pub why: Option<String>,
}

/// Its reader found it good: it may be handed over. There is no verb that says so of many.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field: "letter"` and why: `noBatch`, `stale`, `stopped` (with the `checks`);
/// [`crate::error::Code::OptedOut`]. The last two not when a reason is given.
pub fn approve(vault: &Vault, input: ApproveLetter) -> Result<Draft> {
    let letter = of_batch(vault, input.id)?;
    if !stale_of(vault, &letter)?.is_empty() {
        return Err(Error::invalid("letter", "stale"));
    }
    let report = coach(&compose::letter(vault, &letter, letter.row.subject.clone(), letter.text.clone())?);
    let reason = kept_reason(input.reason.as_deref());
    check_stops(&letter, &report, reason)?;
    change(vault, "approveLetter", &letter, |w, rid| {
        let now = w.now();
        w.set(&draft::KIND, rid, draft::HELD_AT, Value::Null)?;
        w.set(&draft::KIND, rid, draft::HELD_WHY, String::new())?;
        w.set(&draft::KIND, rid, draft::OVERRIDE_REASON, reason.unwrap_or_default().to_owned())?;
        w.set(&draft::KIND, rid, draft::APPROVED_AT, now).map(drop)
    })
}

/// It is not found good any more, and read again.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is in no batch or has gone.
pub fn withdraw(vault: &Vault, input: DraftRef) -> Result<Draft> {
    let letter = of_batch(vault, input.id)?;
    change(vault, "withdrawLetter", &letter, |w, rid| {
        w.set(&draft::KIND, rid, draft::APPROVED_AT, Value::Null).map(drop)
    })
}

/// Puts a letter aside: it stands with those that are held until it is taken in again.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is in no batch or has gone, or the note is too long.
pub fn hold(vault: &Vault, input: HoldLetter) -> Result<Draft> {
    let why = input.why.unwrap_or_default().trim().to_owned();
    if why.chars().count() > LONGEST {
        return Err(Error::invalid("why", "tooLong"));
    }
    let letter = of_batch(vault, input.id)?;
    change(vault, "holdLetter", &letter, |w, rid| {
        let now = w.now();
        w.set(&draft::KIND, rid, draft::APPROVED_AT, Value::Null)?;
        w.set(&draft::KIND, rid, draft::HELD_WHY, why)?;
        w.set(&draft::KIND, rid, draft::HELD_AT, now).map(drop)
    })
}

/// Takes a letter that was put aside in again.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is in no batch or has gone.
pub fn take_in(vault: &Vault, input: DraftRef) -> Result<Draft> {
    let letter = of_batch(vault, input.id)?;
    change(vault, "takeInLetter", &letter, |w, rid| {
        w.set(&draft::KIND, rid, draft::HELD_WHY, String::new())?;
        w.set(&draft::KIND, rid, draft::HELD_AT, Value::Null).map(drop)
    })
}

/// Its reader has seen what happened since, and leaves the letter as it is. It is to be approved anew.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is in no batch or has gone.
pub fn look_again(vault: &Vault, input: DraftRef) -> Result<Draft> {
    let letter = of_batch(vault, input.id)?;
    let shared = Shared::of(vault)?;
    let person = people::get(vault, PersonRef { id: letter.row.person.id })?;
    let person_mark = marks::of_person(&person, letter.to.as_deref());
    change(vault, "lookAgain", &letter, |w, rid| {
        let now = w.now();
        let made_with: String =
            w.conn().prepare_cached("SELECT made_with FROM draft WHERE rid = ?1")?.query_row([rid], |r| r.get(0))?;
        if let Some(template) = shared.templates.iter().find(|one| one.key == made_with) {
            w.set(&draft::KIND, rid, draft::TEMPLATE_MARK, marks::of_template(template))?;
        }
        w.set(&draft::KIND, rid, draft::PERSON_MARK, person_mark)?;
        w.set(&draft::KIND, rid, draft::APPROVED_AT, Value::Null)?;
        w.set(&draft::KIND, rid, draft::LOOKED_AT, now).map(drop)
    })
}

/// Fills its template again with what is known now, and keeps what was written into the letter since, paragraph by
/// paragraph.
///
/// # Errors
/// [`crate::error::Code::Invalid`] with `field: "letter"`: `noBatch`, or why it cannot be begun now: `cannotFill`, `optedOut`, `noAddress`.
pub fn fill_again(vault: &Vault, input: DraftRef) -> Result<Draft> {
    let letter = of_batch(vault, input.id)?;
    let Some(of) = letter.batch.as_ref().map(|batch| batch.id) else { return Err(Error::invalid("letter", "noBatch")) };
    let shared = Shared::of(vault)?;
    let template = batch(vault, BatchRef { id: of })?.template;
    let plan = Plan {
        shared: &shared,
        kind: letter.row.kind,
        channel: letter.row.channel,
        template: &template,
        batch: Some(of),
        anyway: true,
    };
    let begun = match begin(vault, &plan, letter.row.person.id)? {
        Outcome::Letter(begun) => begun,
        Outcome::Held(why, _) => return Err(Error::invalid("letter", why.as_str())),
    };
    let sql = "SELECT made_text FROM draft WHERE id = ?1";
    let base: String = vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([input.id], |r| r.get(0))?))?;
    let text = merge(&base, &letter.text, &begun.letter.text);
    change(vault, "fillAgain", &letter, |w, rid| begun.replace(w, rid, &text))
}

/// The letter, if it is one of a batch and has not gone.
fn of_batch(vault: &Vault, id: DraftId) -> Result<Draft> {
    let letter = get(vault, DraftRef { id })?;
    if letter.batch.is_none() {
        return Err(Error::invalid("letter", "noBatch"));
    }
    if letter.row.status != DraftStatus::Writing {
        return Err(Error::invalid("status", letter.row.status.as_str()));
    }
    Ok(letter)
}

fn change(
    vault: &Vault,
    step: &'static str,
    letter: &Draft,
    f: impl FnOnce(&mut Writer<'_>, i64) -> Result<()>,
) -> Result<Draft> {
    vault.write(step, &letter.row.person.name, |w| {
        let rid = w.rid(&draft::KIND, letter.row.id)?;
        f(w, rid)
    })?;
    get(vault, DraftRef { id: letter.row.id })
}

/// Why a letter is stale, as the list of its signs shows it.
pub(super) fn stale(vault: &Vault, letter: &Draft) -> Result<Vec<StaleWhy>> {
    stale_of(vault, letter)
}
