//! The voice sheet: what the firm stands for, how its letters end, what it never does, and rules the coach reads by.

use super::coach::{Voice, VoiceRule, VoiceRuleKind, failed_examples};
use super::kinds::{voice_line, voice_rule};
use crate::error::{Error, Result};
use crate::ids::{VoiceLineId, VoiceRuleId};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest text of a line or a phrase, in bytes.
const LONGEST: usize = 1_000;

/// What a line of the sheet says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum VoiceLineKind {
    /// What the firm stands for.
    Value,
    /// How its letters end.
    SignOff,
    /// What it never does.
    Ethics,
}

/// A line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct VoiceLine {
    /// Names it.
    pub id: VoiceLineId,
    /// What it says.
    pub kind: VoiceLineKind,
    /// In words.
    pub text: String,
}

/// A rule of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct KeptVoiceRule {
    /// Names it.
    pub id: VoiceRuleId,
    /// What it looks for.
    pub rule: VoiceRule,
}

/// The sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct VoiceSheet {
    /// Values, sign-offs and ethics, in the order in which they were written.
    pub lines: Vec<VoiceLine>,
    /// The rules.
    pub rules: Vec<KeptVoiceRule>,
}

/// A line to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct VoiceLineInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<VoiceLineId>,
    /// What it says.
    pub kind: VoiceLineKind,
    /// In words.
    pub text: String,
}

/// A rule to be saved; with an `id` it changes that one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export, optional_fields)]
pub struct VoiceRuleInput {
    /// The one to change.
    #[serde(default)]
    pub id: Option<VoiceRuleId>,
    /// What it looks for.
    pub rule: VoiceRule,
}

/// Names a line.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct VoiceLineRef {
    /// It.
    pub id: VoiceLineId,
}

/// Names a rule.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[ts(export)]
pub struct VoiceRuleRef {
    /// It.
    pub id: VoiceRuleId,
}

/// What came of saving a rule.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct SavedVoiceRule {
    /// The sheet.
    pub sheet: VoiceSheet,
    /// Its examples in which it does not do what they say; it was not saved, where there are any.
    pub failed: Vec<String>,
}

/// The sheet.
///
/// # Errors
/// When the vault cannot be read.
pub fn voice(vault: &Vault, (): ()) -> Result<VoiceSheet> {
    vault.read(|c| {
        let mut rows = c.prepare_cached("SELECT id, kind, text FROM voice_line ORDER BY rid")?;
        let rows = rows.query_map([], |r| Ok((r.get(0)?, r.get::<_, String>(1)?, r.get(2)?)))?;
        let mut sheet = VoiceSheet::default();
        for row in rows {
            let (id, kind, text) = row?;
            if let Ok(kind) = serde_json::from_value(kind.into()) {
                sheet.lines.push(VoiceLine { id, kind, text });
            }
        }
        let mut rows = c.prepare_cached("SELECT id, content FROM voice_rule ORDER BY rid")?;
        let rows = rows.query_map([], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
        for row in rows {
            let (id, content) = row?;
            // A rule of a newer program is none of ours: it stays where it is.
            if let Ok(rule) = serde_json::from_str(&content) {
                sheet.rules.push(KeptVoiceRule { id, rule });
            }
        }
        Ok(sheet)
    })
}

/// What the coach needs of the sheet.
pub(super) fn of(vault: &Vault) -> Result<Voice> {
    let sheet = voice(vault, ())?;
    let sign_offs = sheet.lines.into_iter().filter(|line| line.kind == VoiceLineKind::SignOff).map(|line| line.text);
    Ok(Voice { rules: sheet.rules.into_iter().map(|kept| kept.rule).collect(), sign_offs: sign_offs.collect() })
}

/// Saves a line.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when it is empty or too long.
pub fn save_voice_line(vault: &Vault, input: VoiceLineInput) -> Result<VoiceSheet> {
    let text = input.text.trim().to_owned();
    if text.is_empty() || text.len() > LONGEST {
        return Err(Error::invalid("text", if text.is_empty() { "empty" } else { "tooLong" }));
    }
    let kind = serde_json::to_value(input.kind)?.as_str().unwrap_or_default().to_owned();
    vault.write("saveVoiceLine", "", |w| {
        let Some(id) = input.id else {
            let now = w.now();
            let cells = [
                (voice_line::KIND_OF, kind.clone().into()),
                (voice_line::TEXT, text.clone().into()),
                (voice_line::CREATED_AT, now.into()),
            ];
            return w.insert(&voice_line::KIND, VoiceLineId::make(), &cells).map(drop);
        };
        let rid = w.rid(&voice_line::KIND, id)?;
        w.set(&voice_line::KIND, rid, voice_line::KIND_OF, kind.clone())?;
        w.set(&voice_line::KIND, rid, voice_line::TEXT, text.clone()).map(drop)
    })?;
    voice(vault, ())
}

/// Takes a line out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_voice_line(vault: &Vault, input: VoiceLineRef) -> Result<VoiceSheet> {
    vault.write("removeVoiceLine", "", |w| {
        let rid = w.rid(&voice_line::KIND, input.id)?;
        w.remove(&voice_line::KIND, rid)
    })?;
    voice(vault, ())
}

/// Saves a rule, if its examples say that it does what it should.
///
/// # Errors
/// [`crate::error::Code::Invalid`] when something is missing; a failed example is an answer, not an error.
pub fn save_voice_rule(vault: &Vault, input: VoiceRuleInput) -> Result<SavedVoiceRule> {
    let rule = tidy(input.rule);
    check(&rule)?;
    let failed = failed_examples(&rule);
    if !failed.is_empty() {
        return Ok(SavedVoiceRule { sheet: voice(vault, ())?, failed });
    }
    let kind = serde_json::to_value(rule.kind)?.as_str().unwrap_or_default().to_owned();
    let level = if rule.warns { "warn" } else { "hint" }.to_owned();
    let content = serde_json::to_string(&rule)?;
    vault.write("saveVoiceRule", "", |w| {
        let now = w.now();
        let cells = [
            (voice_rule::KIND_OF, kind.clone().into()),
            (voice_rule::LEVEL, level.clone().into()),
            (voice_rule::MESSAGE, rule.message.clone().into()),
            (voice_rule::CONTENT, content.clone().into()),
            (voice_rule::CREATED_AT, now.into()),
        ];
        let Some(id) = input.id else { return w.insert(&voice_rule::KIND, VoiceRuleId::make(), &cells).map(drop) };
        let rid = w.rid(&voice_rule::KIND, id)?;
        w.set_all(&voice_rule::KIND, rid, cells.into_iter().take(4)).map(drop)
    })?;
    Ok(SavedVoiceRule { sheet: voice(vault, ())?, failed })
}

/// Takes a rule out; undo brings it back.
///
/// # Errors
/// [`crate::error::Code::NotFound`].
pub fn remove_voice_rule(vault: &Vault, input: VoiceRuleRef) -> Result<VoiceSheet> {
    vault.write("removeVoiceRule", "", |w| {
        let rid = w.rid(&voice_rule::KIND, input.id)?;
        w.remove(&voice_rule::KIND, rid)
    })?;
    voice(vault, ())
}

/// Without blanks around and empty lines.
fn tidy(mut rule: VoiceRule) -> VoiceRule {
    for list in [&mut rule.words, &mut rule.exceptions, &mut rule.bad, &mut rule.good] {
        *list = list.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    }
    rule.wanted = rule.wanted.trim().to_owned();
    rule.message = rule.message.trim().to_owned();
    rule
}

fn check(rule: &VoiceRule) -> Result<()> {
    let needed = match rule.kind {
        VoiceRuleKind::Repetition => 0,
        VoiceRuleKind::Consistency => 2,
        _ => 1,
    };
    let all = [&rule.words, &rule.exceptions, &rule.bad, &rule.good].into_iter().flatten();
    if all.chain([&rule.message, &rule.wanted]).any(|text| text.len() > LONGEST) {
        return Err(Error::invalid("rule", "tooLong"));
    }
    if rule.words.len() < needed {
        return Err(Error::invalid("words", "empty"));
    }
    let wants = matches!(rule.kind, VoiceRuleKind::Substitution | VoiceRuleKind::Conditional);
    if wants && rule.wanted.is_empty() {
        return Err(Error::invalid("wanted", "empty"));
    }
    if rule.message.is_empty() {
        return Err(Error::invalid("message", "empty"));
    }
    Ok(())
}
