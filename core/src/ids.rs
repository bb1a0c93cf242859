//! Identifiers: a UUID (version 7) in a type of its own for each kind of record, so that one cannot stand for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares one identifier type a line.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identifier; sorts by the time it was made.
            #[must_use]
            pub fn make() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                Uuid::column_result(value).map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

ids! {
    /// Names a vault, for as long as it lives.
    VaultId,
    /// Names one device that writes into a vault.
    DeviceId,
    /// Names one step that can be undone.
    StepId,
    /// Names a person.
    PersonId,
    /// Names an organisation.
    OrgId,
    /// Names one address of a person: an e-mail, a phone number, a postal address or a link.
    ReachId,
    /// Names a role that a person has or had in an organisation.
    RoleId,
    /// Names a tie between two people.
    TieId,
    /// Names a tag.
    TagId,
    /// Names an important date.
    DateId,
    /// Names a field of the user's own.
    FieldId,
    /// Names a touchpoint.
    TouchId,
    /// Names a purchase.
    PurchaseId,
    /// Names an exchange rate.
    RateId,
    /// Names a segment.
    SegmentId,
    /// Names a persona.
    PersonaId,
    /// Names what somebody said, kept with a persona.
    QuoteId,
    /// Names what a segment needs.
    NeedId,
    /// Names a line of what a segment hears from us.
    TalkId,
    /// Names a track.
    TrackId,
    /// Names a step of a track.
    TrackStepId,
    /// Names a step of a track that somebody has behind them.
    TrackMarkId,
    /// Names a community.
    CommunityId,
    /// Names that somebody is in a community.
    CommunityMemberId,
    /// Names a meeting of a community.
    MeetingId,
    /// Names what somebody offers or looks for.
    HelpTopicId,
    /// Names an introduction of two people.
    IntroductionId,
    /// Names a rule of Today.
    CadenceId,
    /// Names a canvas.
    CanvasId,
    /// Names a kind of canvas that a team made itself.
    CanvasKindId,
    /// Names a note on a canvas.
    NoteId,
    /// Names a journey map.
    JourneyId,
    /// Names a stage of a journey map.
    JourneyStageId,
    /// Names a step of a journey map.
    JourneyStepId,
    /// Names what was decided about a kind of touchpoint of a journey.
    JourneyVerdictId,
    /// Names a frozen version of a canvas.
    CanvasSnapshotId,
    /// Names a template of a letter.
    TemplateId,
    /// Names a draft.
    DraftId,
    /// Names a snippet of one's own.
    SnippetId,
    /// Names a batch of letters.
    BatchId,
    /// Names somebody of a batch for whom no letter was begun.
    HeldId,
    /// Names a file that goes with a letter.
    AttachmentId,
    /// Names a check that keeps quiet.
    QuietId,
    /// Names a line of the voice sheet.
    VoiceLineId,
    /// Names a rule of the voice sheet.
    VoiceRuleId,
    /// Names a strategy.
    StrategyId,
    /// Names an idea that was kept.
    IdeaId,
    /// Names a step of the work on relationships.
    WorkflowStepId,
    /// Names a task.
    TaskId,
    /// Names something that people may expect.
    ExpectationId,
    /// Names the words that hold of it from a day on.
    WordingId,
    /// Names something that somebody was told.
    ToldId,
    /// Names what our firm commits itself to.
    CommitmentId,
    /// Names a doubt of a customer.
    DoubtId,
    /// Names a reason why somebody came, stayed or left.
    ReasonId,
    /// Names a question that customers ask.
    QuestionId,
    /// Names one time that a question was asked.
    AskingId,
    /// Names the dossier of a purchase.
    DossierId,
    /// Names a step of a dossier.
    DossierStepId,
    /// Names a paper that a dossier needs.
    PaperId,
    /// Names something that was given.
    GestureId,
    /// Names a perk.
    PerkId,
    /// Names a perk that somebody was given.
    GivenPerkId,
    /// Names a loyalty programme.
    ProgrammeId,
    /// Names points of somebody.
    PointsId,
    /// Names that one thing goes with another.
    GoesWithId,
    /// Names what may be given without asking.
    LeewayId,
    /// Names a prompt to thank that was put aside.
    ThanksId,
    /// Names a consent or an opt-out.
    ConsentId,
}
