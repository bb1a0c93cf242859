//! Fields of the user's own: what they are called, what they hold, and whether letters may speak of it.

use super::kinds::{custom_field, custom_value};
use crate::error::{Error, Result};
use crate::ids::FieldId;
use crate::vault::{Vault, text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a field holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FieldKind {
    /// Words.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of several words.
    Choice,
}

impl FieldKind {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }

    pub(super) fn from_text(text: &str) -> Self {
        let all = [Self::Number, Self::Date, Self::Choice];
        all.into_iter().find(|kind| kind.as_str() == text).unwrap_or_default()
    }
}

/// How one knows what a field holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum FieldOrigin {
    /// They told us.
    Told,
    /// They say it in public.
    Public,
    /// We noticed it.
    #[default]
    Noted,
    /// Somebody else sold or gave it to us: no letter speaks of it (64de step 3).
    Bought,
}

impl FieldOrigin {
    /// As it stands in the vault.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Public => "public",
            Self::Noted => "noted",
            Self::Bought => "bought",
        }
    }

    pub(super) fn from_text(text: &str) -> Self {
        let all = [Self::Told, Self::Public, Self::Bought];
        all.into_iter().find(|origin| origin.as_str() == text).unwrap_or_default()
    }
}

/// The word of the field that holds what people want to reach: templates have a place of their own for it.
pub(crate) const GOALS: &str = "goals";

/// A field of the user's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CustomField {
    /// Names it.
    pub id: FieldId,
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// What can be chosen.
    pub choices: Vec<String>,
    /// Letters may mention it.
    pub mention: bool,
    /// The word by which templates ask for it: `custom.WORD`, or `goals`; empty while no letter ever mentioned it.
    pub word: String,
    /// Nobody's business unless they agreed that it be spoken of.
    pub sensitive: bool,
    /// How one knows it.
    pub origin: FieldOrigin,
}

/// A field to be saved; with an `id` it changes what is given of that one. What a field holds is never changed.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct CustomFieldInput {
    /// The one to change.
    pub id: Option<FieldId>,
    /// What it is called; another than every other field.
    pub name: Option<String>,
    /// What it holds; words, when left out.
    pub kind: Option<FieldKind>,
    /// What can be chosen.
    pub choices: Option<Vec<String>>,
    /// Letters may mention it; never what was bought.
    pub mention: Option<bool>,
    /// Nobody's business unless they agreed that it be spoken of.
    pub sensitive: Option<bool>,
    /// How one knows it.
    pub origin: Option<FieldOrigin>,
    /// It holds what they want to reach, one thing a line.
    pub goals: Option<bool>,
}

/// Names one field.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct FieldRef {
    /// The field.
    pub id: FieldId,
}

/// All fields of the user's own, in the order of their names.
///
/// # Errors
/// When the vault cannot be read.
pub fn fields(vault: &Vault, (): ()) -> Result<Vec<CustomField>> {
    vault.read(|c| {
        let mut rows =
            c.prepare_cached("SELECT id, name, kind, choices, mention, word, sensitive, origin FROM custom_field ORDER BY sort_key(name), rid")?;
        let rows = rows.query_map([], |r| {
            let choices: String = r.get(3)?;
            let choices = choices.lines().map(str::to_owned).collect();
            Ok(CustomField {
                id: r.get(0)?,
                name: r.get(1)?,
                kind: FieldKind::from_text(r.get_ref(2)?.as_str()?),
                choices,
                mention: r.get(4)?,
                word: r.get(5)?,
                sensitive: r.get(6)?,
                origin: FieldOrigin::from_text(r.get_ref(7)?.as_str()?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Saves a field.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when the name is empty or taken, or a choice is among nothing.
pub fn save_field(vault: &Vault, input: CustomFieldInput) -> Result<Vec<CustomField>> {
    let name = input.name.as_deref().map(str::trim);
    if name.is_some_and(str::is_empty) || (name.is_none() && input.id.is_none()) {
        return Err(Error::invalid("name", "empty"));
    }
    let known = fields(vault, ())?;
    let taken =
        |name: &str| known.iter().any(|f| Some(f.id) != input.id && f.name.to_lowercase() == name.to_lowercase());
    if name.is_some_and(taken) {
        return Err(Error::invalid("name", "taken"));
    }
    let choices = input.choices.as_ref().map(|all| {
        let all: Vec<&str> = all.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        all.join("\n")
    });
    let before = input.id.and_then(|id| known.iter().find(|f| f.id == id));
    let kind = before.map_or(input.kind.unwrap_or_default(), |f| f.kind);
    if kind == FieldKind::Choice && choices.as_ref().map_or(before.is_none(), String::is_empty) {
        return Err(Error::invalid("choices", "empty"));
    }
    let mention = input.mention.or(before.map(|f| f.mention)).unwrap_or_default();
    let origin = input.origin.or(before.map(|f| f.origin)).unwrap_or_default();
    if mention && origin == FieldOrigin::Bought {
        return Err(Error::invalid("mention", "bought"));
    }
    let word = word(&input, &known, name.unwrap_or_default());
    let subject = name.or(before.map(|f| f.name.as_str())).unwrap_or_default().to_owned();
    vault.write("saveField", &subject, |w| {
        let texts = [
            (custom_field::NAME, name.map(str::to_owned)),
            (custom_field::CHOICES, choices),
            (custom_field::WORD, word),
            (custom_field::ORIGIN, input.origin.map(|origin| origin.as_str().to_owned())),
        ];
        let ticks = [(custom_field::MENTION, input.mention), (custom_field::SENSITIVE, input.sensitive)];
        let texts = texts.into_iter().filter_map(|(field, text)| text.map(|text| (field, text.into())));
        let ticks = ticks.into_iter().filter_map(|(field, tick)| tick.map(|tick| (field, i64::from(tick).into())));
        let mut cells: Vec<_> = texts.chain(ticks).collect();
        match input.id {
            Some(id) => {
                let rid = w.rid(&custom_field::KIND, id)?;
                w.set_all(&custom_field::KIND, rid, cells)?;
            }
            None => {
                cells.push((custom_field::KIND_OF, kind.as_str().to_owned().into()));
                cells.push((custom_field::CREATED_AT, w.now().into()));
                w.insert(&custom_field::KIND, FieldId::make(), &cells)?;
            }
        }
        Ok(())
    })?;
    fields(vault, ())
}

/// The word by which templates ask for the field, when it needs another than it has: letters and digits of its name.
fn word(input: &CustomFieldInput, known: &[CustomField], name: &str) -> Option<String> {
    let before = input.id.and_then(|id| known.iter().find(|f| f.id == id));
    let had = before.map_or("", |f| f.word.as_str());
    let others = || known.iter().filter(|f| Some(f.id) != input.id).map(|f| f.word.as_str());
    let goals = input.goals.unwrap_or(had == GOALS);
    if goals {
        return (had != GOALS && others().all(|word| word != GOALS)).then(|| GOALS.to_owned());
    }
    if (had != GOALS && !had.is_empty()) || !input.mention.unwrap_or(!had.is_empty()) {
        return None;
    }
    let name = if name.is_empty() { before.map_or("", |f| f.name.as_str()) } else { name };
    let plain: String =
        text::fold(name).chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join("_");
    let begins = plain.starts_with(|first: char| first.is_ascii_alphabetic());
    let stem = if begins { plain } else { format!("field_{plain}").trim_end_matches('_').to_owned() };
    let tried = std::iter::once(stem.clone()).chain((2..).map(|at| format!("{stem}_{at}")));
    tried.into_iter().find(|word| word != GOALS && others().all(|other| other != word))
}

/// Removes a field and what it holds for everybody; undo brings both back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_field(vault: &Vault, input: FieldRef) -> Result<Vec<CustomField>> {
    let name = fields(vault, ())?.into_iter().find(|f| f.id == input.id).map(|f| f.name).unwrap_or_default();
    vault.write("removeField", &name, |w| {
        let rid = w.rid(&custom_field::KIND, input.id)?;
        let mut held = w.conn().prepare_cached("SELECT rid FROM custom_value WHERE field = ?1")?;
        for value in held.query_map([rid], |r| r.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()? {
            w.remove(&custom_value::KIND, value)?;
        }
        w.remove(&custom_field::KIND, rid)
    })?;
    fields(vault, ())
}
