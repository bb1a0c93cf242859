//! Letters to one person: templates that know when a field is missing, a coach that reads the result, and the ways
//! to hand it over. Nothing here sends anything.

mod alike;
mod answers;
mod attachments;
pub mod batch;
mod calls;
pub mod coach;
mod compose;
mod contradictions;
pub mod engine;
mod handing;
pub mod handover;
pub mod kinds;
mod known;
mod known_names;
mod letters;
mod merging;
pub mod offsets;
mod own_fields;
mod quieting;
mod refilling;
mod shared;
pub mod snippets;
mod starters;
mod templates;
mod trial;
mod variants;
mod versions;
mod voice;
mod words;
mod writing;

pub use answers::{AnswerBy, UnansweredLetter, set_answer_by, unanswered};
pub use attachments::{Attach, Attachment, AttachmentRef, attach, detach};
pub use calls::{OfferCall, offer_call};
pub use contradictions::{Contradiction, ContradictionInput, Said, contradictions};
pub use handing::{
    CoachInput, HandOver, HandedOver, HandingWay, coach as coach_draft, did_not_go, hand_over, refuse_unhanded, went,
};
pub use letters::{Draft, DraftRef, DraftRow, DraftStatus, get, list};
pub use quieting::{KeepQuiet, QuietCheck, QuietRef, keep_quiet, quiet, speak_again};
pub use refilling::{LetterMake, RefillDraft, RefilledDraft, refill};
pub use snippets::{Snippet, SnippetInput, SnippetRef, remove_snippet, save_snippet, snippets};
pub use templates::{
    SavedTemplate, TemplateInput, TemplateRef, TemplateRow, list as templates, remove as remove_template,
    save as save_template,
};
pub use trial::{TemplateFault, TemplatePart, TemplateTrial, TriedTemplate, try_template};
pub use variants::TemplateVariant;
pub use versions::{TemplateVersion, versions as template_versions};
pub use voice::{
    KeptVoiceRule, SavedVoiceRule, VoiceLine, VoiceLineInput, VoiceLineKind, VoiceLineRef, VoiceRuleInput,
    VoiceRuleRef, VoiceSheet, remove_voice_line, remove_voice_rule, save_voice_line, save_voice_rule, voice,
};
pub use writing::{FillTemplate, FilledTemplate, NewLetter, SaveDraft, StartDraft, fill, insert, remove, save, start};

use crate::vault::Kind;

/// Every kind of record of this room.
pub static KINDS: &[&Kind] = &[
    &kinds::template::KIND,
    &kinds::draft::KIND,
    &kinds::template_version::KIND,
    &kinds::snippet::KIND,
    &kinds::quiet::KIND,
    &kinds::voice_line::KIND,
    &kinds::voice_rule::KIND,
    &kinds::batch::KIND,
    &kinds::held::KIND,
    &kinds::attachment::KIND,
];

#[cfg(test)]
mod tests;
