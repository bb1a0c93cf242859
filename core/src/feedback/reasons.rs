//! Reasons: why somebody chose us, stayed with us or left, in their words, and whom else they looked at (row M007).

use super::kinds::reason;
use super::listing::{Listing, Wanted};
use super::said::{SaidIn, day_said, named, said_in};
use crate::error::{Error, Result};
use crate::ids::{PersonId, ReasonId};
use crate::people::{self, NamedPerson, Page, PersonRef, kinds::person};
use crate::typed;
use crate::vault::text::fold;
use crate::vault::{Field, Vault, Writer};
use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a reason is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ReasonOutcome {
    /// They chose us.
    Chosen,
    /// They stayed with us.
    Stayed,
    /// They left.
    Left,
}

impl ReasonOutcome {
    /// All of them, in the order in which they happen.
    pub const ALL: [Self; 3] = [Self::Chosen, Self::Stayed, Self::Left];

    /// As it stands in the vault and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Stayed => "stayed",
            Self::Left => "left",
        }
    }

    /// From how it stands in the vault; what a newer program wrote is read as having stayed.
    pub(super) fn from_text(text: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.as_str() == text).unwrap_or(Self::Stayed)
    }
}

/// A reason that somebody gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ReasonGiven {
    /// Names it.
    pub id: ReasonId,
    /// Who gave it.
    pub person: NamedPerson,
    /// What for.
    pub outcome: ReasonOutcome,
    /// The reason, in their words.
    pub text: String,
    /// What the user calls reasons like this one; empty: nothing yet.
    pub theme: String,
    /// Whom else they looked at, or went to; empty: nobody was named.
    pub competitor: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Where they said so.
    pub said: Option<SaidIn>,
}

/// Which reasons.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ReasonFilter {
    /// Of this person; of everybody who is not in the bin when left out.
    pub person: Option<PersonId>,
    /// Only those for this.
    pub outcome: Option<ReasonOutcome>,
    /// Letters in the reason, its theme or the competitor.
    pub text: Option<String>,
    /// Rows to pass over.
    pub offset: Option<u32>,
    /// Rows wanted; 50 when left out, 500 at most.
    pub limit: Option<u32>,
}

/// A reason to be saved; with an `id` it changes what is given of that one. A new one needs a person, an outcome and a text.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct ReasonInput {
    /// The one to change.
    pub id: Option<ReasonId>,
    /// Who gave it.
    pub person: Option<PersonId>,
    /// What for.
    pub outcome: Option<ReasonOutcome>,
    /// The reason, in their words.
    pub text: Option<String>,
    /// What reasons like this one are called; empty: nothing.
    pub theme: Option<String>,
    /// Whom else they looked at, or went to; empty: nobody.
    pub competitor: Option<String>,
    /// The day, `YYYY-MM-DD`; that of the touchpoint or today, when left out.
    pub day: Option<String>,
    /// The touchpoint in which they said so; empty: none.
    pub touchpoint: Option<String>,
}

/// Names one reason.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ReasonRef {
    /// The reason.
    pub id: ReasonId,
}

/// Reasons that are alike, to be called by one name.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct GroupReasons {
    /// The reasons.
    pub ids: Vec<ReasonId>,
    /// What they are called; empty: each by its own words again.
    pub theme: String,
}

/// Words that were used before, the most frequent first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ReasonWords {
    /// Names of themes.
    pub themes: Vec<String>,
    /// Competitors who were named.
    pub competitors: Vec<String>,
}

const LIST: Listing = Listing {
    columns: "x.id, p.id, p.name, x.outcome, x.text, x.theme, x.competitor, x.day, x.touchpoint",
    tables: "reason x JOIN person p ON p.rid = x.person",
    order: "x.day DESC, x.rid DESC",
};

/// Reasons, the newest first.
///
/// # Errors
/// When the vault cannot be read.
pub fn reasons(vault: &Vault, filter: ReasonFilter) -> Result<Page<ReasonGiven>> {
    let wanted = Wanted::of(filter.person)
        .is("x.outcome", filter.outcome.map(|outcome| outcome.as_str().to_owned()))
        .saying(&["x.text", "x.theme", "x.competitor"], filter.text.as_deref());
    vault.read(|c| LIST.page(c, &wanted, (filter.limit, filter.offset), row, |found| reason_of(c, found)))
}

fn one(vault: &Vault, id: ReasonId) -> Result<ReasonGiven> {
    vault.read(|c| reason_of(c, LIST.one(c, id, row)?))
}

/// A reason, and the touchpoint as it stands in the row.
fn row(r: &Row<'_>) -> rusqlite::Result<(ReasonGiven, String)> {
    let given = ReasonGiven {
        id: r.get(0)?,
        person: NamedPerson { id: r.get(1)?, name: r.get(2)? },
        outcome: ReasonOutcome::from_text(&r.get::<_, String>(3)?),
        text: r.get(4)?,
        theme: r.get(5)?,
        competitor: r.get(6)?,
        day: r.get(7)?,
        said: None,
    };
    Ok((given, r.get(8)?))
}

fn reason_of(c: &Connection, (given, touchpoint): (ReasonGiven, String)) -> Result<ReasonGiven> {
    Ok(ReasonGiven { said: said_in(c, &touchpoint)?, ..given })
}

/// Words that were used before, to be offered again.
///
/// # Errors
/// When the vault cannot be read.
pub fn reason_words(vault: &Vault, (): ()) -> Result<ReasonWords> {
    let used = |c: &Connection, column: &str| -> Result<Vec<String>> {
        // Of several spellings the one that is used most is offered.
        let sql = format!(
            "SELECT {column} FROM reason WHERE {column} <> '' GROUP BY {column} ORDER BY count(*) DESC, {column}"
        );
        let mut rows = c.prepare_cached(&sql)?;
        let mut seen = std::collections::BTreeSet::new();
        let all = rows.query_map([], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(all.into_iter().filter(|word| seen.insert(fold(word))).collect())
    };
    vault.read(|c| Ok(ReasonWords { themes: used(c, "theme")?, competitors: used(c, "competitor")? }))
}

/// Saves a reason.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is nobody's, for nothing, says nothing or its day is none;
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn save_reason(vault: &Vault, input: ReasonInput) -> Result<ReasonGiven> {
    let id = match input.id {
        Some(id) => {
            let name = one(vault, id)?.person.name;
            vault.write("editReason", &name, |w| {
                let rid = w.rid(&reason::KIND, id)?;
                let cells = cells(w, &input)?;
                w.set_all(&reason::KIND, rid, cells).map(drop)
            })?;
            id
        }
        None => {
            let whose = input.person.ok_or_else(|| Error::invalid("person", "missing"))?;
            let name = people::named(vault, PersonRef { id: whose })?.name;
            let id = ReasonId::make();
            let today = vault.clock().today();
            vault.write("addReason", &name, |w| insert_reason(w, id, &input, today))?;
            id
        }
    };
    one(vault, id)
}

/// Adds a reason inside a larger step.
///
/// # Errors
/// As [`save_reason`].
pub fn insert_reason(w: &mut Writer<'_>, id: ReasonId, input: &ReasonInput, today: NaiveDate) -> Result<i64> {
    for (field, missing) in [("person", input.person.is_none()), ("outcome", input.outcome.is_none())] {
        if missing {
            return Err(Error::invalid(field, "missing"));
        }
    }
    let day = match &input.day {
        Some(day) => day.clone(),
        None => day_said(w.conn(), input.touchpoint.as_deref(), today)?,
    };
    let text = input.text.clone().unwrap_or_default();
    let input = ReasonInput { text: Some(text), day: Some(day), ..input.clone() };
    let mut cells = cells(w, &input)?;
    cells.push((reason::CREATED_AT, w.now().into()));
    w.insert(&reason::KIND, id, &cells)
}

fn cells(w: &Writer<'_>, input: &ReasonInput) -> Result<Vec<(Field, Value)>> {
    let mut cells: Vec<(Field, Value)> = Vec::new();
    if let Some(id) = input.person {
        cells.push((reason::PERSON, w.rid(&person::KIND, id)?.into()));
    }
    if let Some(outcome) = input.outcome {
        cells.push((reason::OUTCOME, outcome.as_str().to_owned().into()));
    }
    if let Some(text) = &input.text {
        cells.push((reason::TEXT, typed::needed("text", text)?.into()));
    }
    for (name, field, text) in
        [("theme", reason::THEME, &input.theme), ("competitor", reason::COMPETITOR, &input.competitor)]
    {
        if let Some(text) = text {
            cells.push((field, typed::limited(name, text)?.into()));
        }
    }
    if let Some(on) = &input.day {
        cells.push((reason::DAY, typed::day("day", on)?.into()));
    }
    if let Some(touchpoint) = &input.touchpoint {
        cells.push((reason::TOUCHPOINT, named(w, touchpoint)?));
    }
    Ok(cells)
}

/// Calls reasons by one name, or each by its own words again. Returns how many.
///
/// # Errors
/// [`crate::error::Code::NotFound`]; [`crate::error::Code::TooLarge`].
pub fn group_reasons(vault: &Vault, input: GroupReasons) -> Result<u32> {
    let theme = typed::limited("theme", &input.theme)?;
    vault.write("groupReasons", input.theme.trim(), |w| {
        for id in &input.ids {
            let rid = w.rid(&reason::KIND, *id)?;
            w.set(&reason::KIND, rid, reason::THEME, theme.clone())?;
        }
        Ok(u32::try_from(input.ids.len()).unwrap_or(u32::MAX))
    })
}

/// Takes a reason out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_reason(vault: &Vault, input: ReasonRef) -> Result<()> {
    let name = one(vault, input.id)?.person.name;
    vault.write("removeReason", &name, |w| {
        let rid = w.rid(&reason::KIND, input.id)?;
        w.remove(&reason::KIND, rid)
    })
}
