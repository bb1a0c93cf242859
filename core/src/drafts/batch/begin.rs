//! One person of a batch: the letter that is begun for them, or why there is none.

use super::held::{HeldDetail, HeldWhy};
use super::marks;
use crate::clock::Millis;
use crate::consent;
use crate::drafts::coach::LetterKind;
use crate::drafts::compose;
use crate::drafts::engine::TemplateProblemKind;
use crate::drafts::kinds::{draft, held as held_kind};
use crate::drafts::shared::Shared;
use crate::drafts::templates::choose_among;
use crate::drafts::writing::{NewLetter, fallbacks, filled_with, insert};
use crate::error::{Error, Result};
use crate::ids::{BatchId, DraftId, HeldId, PersonId};
use crate::people::{self, PersonRef, kinds::person};
use crate::settings::LetterHabits;
use crate::touchpoints::Channel;
use crate::vault::{Vault, Writer, rid_of};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

const DAY: Millis = 86_400_000;

/// What a batch is of.
pub(super) struct Plan<'s> {
    /// What is the same for all.
    pub shared: &'s Shared,
    /// What its letters are for.
    pub kind: LetterKind,
    /// How they go.
    pub channel: Channel,
    /// The template's key; empty: the first for the kind and each one's language.
    pub template: &'s str,
    /// The batch, where it is made already.
    pub batch: Option<BatchId>,
    /// Whom the user wants to write to all the same, although they heard much or will hear from another batch.
    pub anyway: bool,
}

/// A letter that can be begun.
pub(super) struct Begun {
    /// Its text and to whom it goes.
    pub letter: NewLetter,
    fallbacks: String,
    made_with: String,
    person_mark: String,
    template_mark: String,
}

/// What came of one person.
pub(super) enum Outcome {
    /// A letter.
    Letter(Box<Begun>),
    /// None, and why.
    Held(HeldWhy, HeldDetail),
}

/// Fills the template for somebody, unless something speaks against writing to them at all.
pub(super) fn begin(vault: &Vault, plan: &Plan<'_>, id: PersonId) -> Result<Outcome> {
    let against = vault.read(|c| {
        let rid = rid_of(c, &person::KIND, id)?;
        against(c, plan, rid, vault.clock().now())
    })?;
    if let Some((why, detail)) = against {
        return Ok(Outcome::Held(why, detail));
    }
    let person = people::get(vault, PersonRef { id })?;
    let to = vault.read(|c| compose::address(c, rid_of(c, &person::KIND, id)?, plan.channel))?;
    let key = (!plan.template.is_empty()).then_some(plan.template);
    let template = choose_among(&plan.shared.templates, plan.kind, &person.language, key)?;
    let template_mark = marks::of_template(&template);
    let template = template.on(plan.channel);
    let person_mark = marks::of_person(&person, to.as_deref());
    let context = compose::context_of(vault, person, plan.shared.sender.clone(), &template.language, "")?;
    let filled = filled_with(&context, &template);
    if let Some(problem) = &filled.problem {
        // A fault of the template is everybody's: it is mended before anything is begun.
        if problem.kind != TemplateProblemKind::MissingField {
            return Err(Error::invalid("template", "faulty"));
        }
        let detail = HeldDetail { field: problem.field.clone(), ..HeldDetail::default() };
        return Ok(Outcome::Held(HeldWhy::CannotFill, detail));
    }
    Ok(Outcome::Letter(Box::new(Begun {
        fallbacks: fallbacks(&filled),
        template_mark,
        made_with: template.key,
        person_mark,
        letter: NewLetter {
            person: id,
            kind: plan.kind,
            channel: plan.channel,
            language: template.language,
            subject: filled.subject,
            text: filled.text,
        },
    })))
}

/// What speaks against writing to somebody, the weightiest first.
fn against(c: &Connection, plan: &Plan<'_>, person: i64, now: Millis) -> Result<Option<(HeldWhy, HeldDetail)>> {
    if !consent::may(c, person, plan.channel.as_str())? {
        return Ok(Some((HeldWhy::OptedOut, HeldDetail::default())));
    }
    if needs_address(plan.channel) && compose::address(c, person, plan.channel)?.is_none() {
        return Ok(Some((HeldWhy::NoAddress, HeldDetail::default())));
    }
    if plan.anyway {
        return Ok(None);
    }
    let sql = "SELECT b.id, b.name FROM draft d JOIN batch b ON b.rid = d.batch
               WHERE d.person = ?1 AND d.status <> 'sent' AND d.held_at IS NULL AND b.id IS NOT ?2 LIMIT 1";
    let other = c.prepare_cached(sql)?.query_row(params![person, plan.batch], |r| Ok((r.get(0)?, r.get(1)?)));
    if let Some((batch, batch_name)) = other.optional()? {
        let detail = HeldDetail { batch: Some(batch), batch_name: Some(batch_name), ..HeldDetail::default() };
        return Ok(Some((HeldWhy::OtherBatch, detail)));
    }
    too_many(c, person, plan.shared.habits, now)
}

/// Whether they had as many letters lately as is enough.
fn too_many(c: &Connection, person: i64, habits: LetterHabits, now: Millis) -> Result<Option<(HeldWhy, HeldDetail)>> {
    let sql = "SELECT count(*) FILTER (WHERE x.at >= ?2), count(*) FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
               WHERE x.person = ?1 AND x.at >= ?3 AND t.direction = 'outbound' AND t.channel IN ('email', 'post', 'chat', 'social')";
    let (week, month): (u32, u32) = c
        .prepare_cached(sql)?
        .query_row(params![person, now - 7 * DAY, now - 30 * DAY], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let detail = |count, days| HeldDetail { count: Some(count), days: Some(days), ..HeldDetail::default() };
    Ok(if week >= habits.cap_week {
        Some((HeldWhy::TooMany, detail(week, 7)))
    } else if month >= habits.cap_month {
        Some((HeldWhy::TooMany, detail(month, 30)))
    } else {
        None
    })
}

/// Whether a letter on that channel cannot leave without an address.
fn needs_address(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Post | Channel::Chat | Channel::Social | Channel::Phone)
}

impl Begun {
    /// Writes it down as a letter of the batch in that row.
    pub fn insert(&self, w: &mut Writer<'_>, batch: i64) -> Result<i64> {
        let rid = insert(w, DraftId::make(), &self.letter)?;
        let now = w.now();
        let cells: [(_, Value); 7] = [
            (draft::BATCH, batch.into()),
            (draft::MADE_WITH, self.made_with.clone().into()),
            (draft::MADE_TEXT, self.letter.text.clone().into()),
            (draft::FALLBACKS, self.fallbacks.clone().into()),
            (draft::PERSON_MARK, self.person_mark.clone().into()),
            (draft::TEMPLATE_MARK, self.template_mark.clone().into()),
            (draft::LOOKED_AT, now.into()),
        ];
        for (field, value) in cells {
            w.set(&draft::KIND, rid, field, value)?;
        }
        Ok(rid)
    }

    /// Puts it in the place of a letter that was begun before, with that text.
    pub fn replace(&self, w: &mut Writer<'_>, rid: i64, text: &str) -> Result<()> {
        let now = w.now();
        let cells: [(_, Value); 11] = [
            (draft::SUBJECT, self.letter.subject.clone().into()),
            (draft::TEXT, text.to_owned().into()),
            (draft::LANGUAGE, self.letter.language.clone().into()),
            (draft::MADE_WITH, self.made_with.clone().into()),
            (draft::MADE_TEXT, self.letter.text.clone().into()),
            (draft::FALLBACKS, self.fallbacks.clone().into()),
            (draft::PERSON_MARK, self.person_mark.clone().into()),
            (draft::TEMPLATE_MARK, self.template_mark.clone().into()),
            (draft::LOOKED_AT, now.into()),
            (draft::CHANGED_AT, now.into()),
            (draft::APPROVED_AT, Value::Null),
        ];
        for (field, value) in cells {
            w.set(&draft::KIND, rid, field, value)?;
        }
        Ok(())
    }
}

/// Writes down that there is no letter for somebody.
pub(super) fn insert_held(
    w: &mut Writer<'_>,
    batch: i64,
    who: PersonId,
    why: HeldWhy,
    detail: &HeldDetail,
) -> Result<()> {
    let person = w.rid(&person::KIND, who)?;
    let cells = [
        (held_kind::BATCH, batch.into()),
        (held_kind::PERSON, person.into()),
        (held_kind::WHY, why.as_str().to_owned().into()),
        (held_kind::DETAIL, serde_json::to_string(detail)?.into()),
    ];
    w.insert(&held_kind::KIND, HeldId::make(), &cells).map(drop)
}
