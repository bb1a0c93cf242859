//! What fields of the user's own and open promises add to a letter: what may be mentioned, and what must not be.

use super::coach::HeldWords;
use super::engine::LetterContext;
use crate::consent;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::{FieldKind, FieldOrigin, GOALS, HeldField, held_fields, kinds::person};
use crate::vault::{Vault, rid_of};
use rusqlite::OptionalExtension;

/// What the fields hold for somebody, and whether they agreed that sensitive things be spoken of.
pub(super) struct OwnFields {
    held: Vec<HeldField>,
    /// They agreed that sensitive things be spoken of.
    pub may_be_sensitive: bool,
}

impl OwnFields {
    /// Of one person.
    ///
    /// # Errors
    /// [`crate::error::Code::NotFound`].
    pub fn of(vault: &Vault, person: PersonId) -> Result<Self> {
        vault.read(|c| {
            let rid = rid_of(c, &person::KIND, person)?;
            Ok(Self { held: held_fields(c, rid)?, may_be_sensitive: consent::may_speak_of_sensitive(c, rid)? })
        })
    }

    /// Puts into a letter's context what may be mentioned, and nothing else.
    pub fn add_to(&self, context: &mut LetterContext) {
        let is_said = |field: &&HeldField| {
            !field.word.is_empty() && field.origin != FieldOrigin::Bought && (self.may_be_sensitive || !field.sensitive)
        };
        for field in self.held.iter().filter(is_said) {
            match (field.kind, field.value.parse()) {
                (FieldKind::Date, Ok(day)) => drop(context.custom_days.insert(field.word.clone(), day)),
                _ if field.word == GOALS => context.goals = field.value.lines().map(str::to_owned).collect(),
                _ => drop(context.custom.insert(field.word.clone(), field.value.clone())),
            }
        }
    }

    /// What sensitive fields hold of which they have not agreed that it be spoken.
    pub fn unspoken(&self) -> Vec<HeldWords> {
        self.words(|field| field.sensitive && !self.may_be_sensitive)
    }

    /// What others told or sold us of them.
    pub fn bought(&self) -> Vec<HeldWords> {
        self.words(|field| field.origin == FieldOrigin::Bought)
    }

    fn words(&self, wanted: impl Fn(&HeldField) -> bool) -> Vec<HeldWords> {
        let written = |field: &&HeldField| matches!(field.kind, FieldKind::Text | FieldKind::Choice);
        let all = self.held.iter().filter(written).filter(|field| wanted(field));
        all.flat_map(|field| {
            let lines = field.value.lines().filter(|line| !line.trim().is_empty());
            lines.map(|line| HeldWords { field: field.name.clone(), value: line.trim().to_owned() })
        })
        .collect()
    }
}

/// What they were promised and wait for longest.
pub(super) fn owed(vault: &Vault, person: PersonId) -> Result<Option<String>> {
    let sql = "SELECT t.text FROM task t JOIN person p ON p.rid = t.person
               WHERE p.id = ?1 AND t.promised = 1 AND t.done_at IS NULL ORDER BY t.due = '', t.due, t.rid LIMIT 1";
    vault.read(|c| Ok(c.prepare_cached(sql)?.query_row([person], |r| r.get(0)).optional()?))
}
