//! From a finished letter to a touchpoint: coached, handed over, and confirmed by its writer. Nothing is sent here.

use super::answers;
use super::attachments;
use super::batch;
use super::coach::{CoachLevel, CoachReport, coach as read};
use super::compose;
use super::handover::{self, Handover};
use super::kinds::draft;
use super::letters::{Draft, DraftRef, DraftStatus, get};
use super::templates;
use crate::error::{Code, Error, Result};
use crate::ids::{DraftId, TouchId};
use crate::settings;
use crate::touchpoints::{self, Channel, LogTouchpoint, TouchRef, Touchpoint};
use crate::vault::Vault;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A letter as it stands in the editor, to be read by the coach.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export)]
pub struct CoachInput {
    /// The letter.
    pub id: DraftId,
    /// The subject as it stands.
    pub subject: String,
    /// The text as it stands.
    pub text: String,
}

/// How a letter leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum HandingWay {
    /// The mail program opens with it.
    Mailto,
    /// A file that mail programs open as a draft.
    Eml,
    /// Through the clipboard.
    Copy,
    /// On paper, by post.
    Print,
}

/// A letter to be handed over.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(export, optional_fields)]
pub struct HandOver {
    /// The letter.
    pub id: DraftId,
    /// How.
    pub way: HandingWay,
    /// Why, although the coach says stop. Kept with the letter.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What the host does with it: opens the address, writes the file, fills the clipboard.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export)]
pub struct HandedOver {
    /// The letter, waiting to hear whether it went.
    pub draft: Draft,
    /// For a mail program; nothing when the letter is too long for an address or files go with it.
    pub mailto: Option<String>,
    /// The file's bytes in base64.
    pub eml: Option<String>,
    /// The plain text.
    pub text: String,
}

/// What the coach says about the letter as it stands in the editor.
///
/// # Errors
/// [`Code::NotFound`].
pub fn coach(vault: &Vault, input: CoachInput) -> Result<CoachReport> {
    let draft = get(vault, DraftRef { id: input.id })?;
    Ok(read(&compose::letter(vault, &draft, input.subject, input.text)?))
}

/// Hands a letter over. It is not sent by this: its writer says later whether it went.
///
/// # Errors
/// [`Code::OptedOut`] when the person asked not to be written to, [`Code::Invalid`] with `field: "letter"` and the `checks` that
/// say stop, both unless a reason is given; [`Code::Invalid`] with `field: "to"` when there is no address.
pub fn hand_over(vault: &Vault, input: HandOver) -> Result<HandedOver> {
    let mut draft = get(vault, DraftRef { id: input.id })?;
    if input.way == HandingWay::Print {
        // Whoever wants no post gets no card either.
        draft.row.channel = Channel::Post;
    }
    batch::fitness(vault, &draft)?;
    let report = read(&compose::letter(vault, &draft, draft.row.subject.clone(), draft.text.clone())?);
    let reason = kept_reason(input.reason.as_deref());
    check_stops(&draft, &report, reason)?;
    let sender = settings::get(vault, ())?.sender;
    let letter = Handover {
        to_name: draft.row.person.name.clone(),
        to: draft.to.clone().unwrap_or_default(),
        from_name: sender.name,
        from: sender.email,
        subject: draft.row.subject.clone(),
        text: draft.text.clone(),
        files: if input.way == HandingWay::Eml { attachments::handed(vault, &draft)? } else { Vec::new() },
    };
    let carries = draft.attachments.is_empty();
    let mut handed = HandedOver { text: handover::plain_text(&letter), mailto: None, eml: None, draft };
    match input.way {
        HandingWay::Mailto => {
            handed.mailto = Some(handover::mailto(&letter)?).filter(|m| m.fits && carries).map(|m| m.url)
        }
        HandingWay::Eml => handed.eml = Some(data_encoding::BASE64.encode(&handover::eml(&letter)?)),
        HandingWay::Copy | HandingWay::Print => {}
    }
    if input.way == HandingWay::Mailto && handed.mailto.is_none() {
        return Ok(handed);
    }
    vault.write("handOverDraft", &letter.to_name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        let now = w.now();
        w.set(&draft::KIND, rid, draft::STATUS, DraftStatus::HandedOver.as_str().to_owned())?;
        w.set(&draft::KIND, rid, draft::CHANGED_AT, now)?;
        if input.way == HandingWay::Print {
            w.set(&draft::KIND, rid, draft::CHANNEL, Channel::Post.as_str().to_owned())?;
        }
        w.set(&draft::KIND, rid, draft::OVERRIDE_REASON, reason.unwrap_or_default().to_owned()).map(drop)
    })?;
    handed.draft = get(vault, DraftRef { id: input.id })?;
    Ok(handed)
}

/// Refuses a letter that was never handed over: what the coach stops leaves by no other way.
///
/// # Errors
/// [`Code::Invalid`] with `field: "letter"`; [`Code::NotFound`].
pub fn refuse_unhanded(vault: &Vault, id: DraftId) -> Result<()> {
    match get(vault, DraftRef { id })?.row.status {
        DraftStatus::Writing => Err(Error::invalid("letter", "notHandedOver")),
        DraftStatus::HandedOver | DraftStatus::Sent => Ok(()),
    }
}

/// A reason that says something.
pub(super) fn kept_reason(reason: Option<&str>) -> Option<&str> {
    reason.map(str::trim).filter(|reason| !reason.is_empty())
}

/// Refuses a letter that the coach stops, unless there is a reason.
pub(super) fn check_stops(draft: &Draft, report: &CoachReport, reason: Option<&str>) -> Result<()> {
    let stops: Vec<String> =
        report.findings.iter().filter(|f| f.level == CoachLevel::Stop).filter_map(|f| name(f.id)).collect();
    if reason.is_some() || stops.is_empty() {
        return Ok(());
    }
    let opted_out = stops.iter().any(|s| s == "MC24");
    Err(if opted_out {
        Error::new(Code::OptedOut).with("channel", draft.row.channel.as_str()).with("checks", stops)
    } else {
        Error::invalid("letter", "stopped").with("checks", stops)
    })
}

/// A check as it is written on the wire and in the vault.
pub(super) fn name(id: super::coach::CheckId) -> Option<String> {
    serde_json::to_value(id).ok().and_then(|v| v.as_str().map(str::to_owned))
}

/// Its writer says that it went: it becomes a touchpoint.
///
/// # Errors
/// [`Code::Invalid`] when it has gone already.
pub fn went(vault: &Vault, input: DraftRef) -> Result<Touchpoint> {
    let letter = get(vault, input)?;
    if letter.row.status == DraftStatus::Sent {
        return Err(Error::invalid("status", "sent"));
    }
    let id = TouchId::make();
    let purpose = templates::kind_text(letter.row.kind);
    let new = LogTouchpoint {
        people: vec![letter.row.person.id],
        channel: letter.row.channel,
        direction: None,
        at: None,
        title: Some(letter.row.subject.clone()),
        text: Some(letter.text.clone()),
        felt: None,
        felt_word: None,
        stage: None,
        loop_stage: None,
        purpose: Some(purpose),
        minutes: None,
    };
    let habits = settings::get(vault, ())?.letters;
    let by = letter.row.answer_by.clone().or_else(|| {
        answers::usual(letter.row.kind, vault.clock().today(), habits.answer_days).map(|day| day.to_string())
    });
    vault.write("letterWent", &letter.row.person.name, |w| {
        let touch = touchpoints::insert(w, id, &new)?;
        let rid = w.rid(&draft::KIND, input.id)?;
        let now = w.now();
        w.set(&draft::KIND, rid, draft::STATUS, DraftStatus::Sent.as_str().to_owned())?;
        w.set(&draft::KIND, rid, draft::TOUCHPOINT, Value::Integer(touch))?;
        w.set(&draft::KIND, rid, draft::ANSWER_BY, by.unwrap_or_default())?;
        w.set(&draft::KIND, rid, draft::CHANGED_AT, now).map(drop)
    })?;
    touchpoints::get(vault, TouchRef { id })
}

/// Its writer says that it did not go: it is being written again.
///
/// # Errors
/// [`Code::Invalid`] when it has gone already.
pub fn did_not_go(vault: &Vault, input: DraftRef) -> Result<Draft> {
    let letter = get(vault, input)?;
    if letter.row.status == DraftStatus::Sent {
        return Err(Error::invalid("status", "sent"));
    }
    vault.write("letterStayed", &letter.row.person.name, |w| {
        let rid = w.rid(&draft::KIND, input.id)?;
        w.set(&draft::KIND, rid, draft::STATUS, DraftStatus::Writing.as_str().to_owned()).map(drop)
    })?;
    get(vault, input)
}
