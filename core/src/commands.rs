//! Every request that a window, a script or a test can make, in one list.
//!
//! From the list come the dispatcher [`run`] and, through ts-rs, the TypeScript types `LockedCommands` and
//! `UnlockedCommands` with every type they reach. Names on the wire are camelCase.

#[macro_use]
mod making;

use crate::app::{self, App};
use crate::error::{Code, CommandError, Error};
use crate::ids::*;
use crate::{
    canvas, care, communities, consent, drafts, exchange, feedback, gestures, journeys, people, plans, press, promises,
    purchases, sample, search, segments, settings, touchpoints,
};
use making::{read, write};
use serde_json::Value;

commands! {
    while_locked {
        vault {
            status(()) -> app::VaultStatus = app::status;
            create(app::CreateVault) -> app::Created = app::create;
            unlock(app::UnlockVault) -> app::VaultStatus = app::unlock;
            lock(()) -> () = app::lock;
            lockIfIdle(()) -> bool = app::lock_if_idle;
            confirmRecovery(app::ConfirmRecovery) -> () = app::confirm_recovery;
            changePassphrase(app::ChangePassphrase) -> () = app::change_passphrase;
            newRecoveryCode(()) -> String = app::new_recovery_code;
            newKey(app::NewKey) -> String = app::new_key;
            addKeychain(()) -> app::VaultStatus = app::add_keychain;
            removeKeychain(()) -> app::VaultStatus = app::remove_keychain;
            restore(app::RestoreInput) -> () = app::restore_backup;
            progress(()) -> crate::progress::Progress = app::progress;
            stop(()) -> () = app::stop;
        }
    }
    while_unlocked {
        vault {
            nextSteps(()) -> app::Steps = app::steps;
            undo(app::UndoInput) -> crate::vault::Undone = app::undo;
            redo(()) -> crate::vault::Undone = app::redo;
            check(()) -> app::Health = app::check;
            backUp(()) -> crate::vault::backup::BackupInfo = app::make_backup;
            backUpIfDue(()) -> Option<crate::vault::backup::BackupInfo> = app::backup_if_due;
            backups(()) -> Vec<crate::vault::backup::BackupInfo> = app::backups;
            drill(String) -> () = app::drill;
        }
        people {
            list(people::PeopleFilter) -> people::Page<people::PersonRow> = people::list;
            count(people::PeopleFilter) -> u32 = people::count;
            get(people::PersonRef) -> people::Person = people::get;
            oneCalled(String) -> people::NamedPerson = people::one_called;
            create(people::NewPerson) -> people::Person = people::create;
            edit(people::EditPerson) -> people::Person = people::edit;
            setStage(people::SetStage) -> u32 = people::set_stage;
            bin(people::Many) -> u32 = people::bin;
            restore(people::Many) -> u32 = people::restore;
            tags(()) -> Vec<people::TagRow> = people::tags;
            tag(people::TagMany) -> u32 = people::tag;
            untag(people::TagMany) -> u32 = people::untag;
            saveReach(people::ReachInput) -> people::Person = people::save_reach;
            removeReach(people::RemoveInput<ReachId>) -> () = people::remove_reach;
            saveRole(people::RoleInput) -> people::Person = people::save_role;
            removeRole(people::RemoveInput<RoleId>) -> () = people::remove_role;
            saveTie(people::TieInput) -> people::Person = people::save_tie;
            removeTie(people::RemoveInput<TieId>) -> () = people::remove_tie;
            saveDate(people::DateInput) -> people::Person = people::save_date;
            removeDate(people::RemoveInput<DateId>) -> () = people::remove_date;
            fields(()) -> Vec<people::CustomField> = people::fields;
            saveField(people::CustomFieldInput) -> Vec<people::CustomField> = people::save_field;
            removeField(people::FieldRef) -> Vec<people::CustomField> = people::remove_field;
            fieldValues(people::PersonRef) -> Vec<people::CustomValue> = people::values;
            setField(people::SetField) -> Vec<people::CustomValue> = people::set_field;
            setPicture(people::PictureInput) -> people::Person = people::set_picture;
            removePicture(people::PersonRef) -> () = people::remove_picture;
        }
        settings {
            get(()) -> settings::Settings = settings::get;
            save(settings::Settings) -> settings::Settings = settings::save;
            typed(()) -> settings::Typed = settings::typed;
            keepTyped(settings::Typed) -> () = settings::keep_typed;
        }
        consent {
            ofPerson(people::PersonRef) -> consent::Permissions = consent::of_person;
            say(consent::ConsentInput) -> consent::Permissions = consent::say;
            takeBack(consent::ConsentRef) -> () = consent::take_back;
        }
        touchpoints {
            log(touchpoints::LogTouchpoint) -> touchpoints::Touchpoint = touchpoints::log;
            edit(touchpoints::EditTouchpoint) -> touchpoints::Touchpoint = touchpoints::edit;
            remove(touchpoints::TouchRef) -> () = touchpoints::remove;
            get(touchpoints::TouchRef) -> touchpoints::Touchpoint = touchpoints::get;
            timeline(touchpoints::TimelineFilter) -> people::Page<touchpoints::Touchpoint> = touchpoints::timeline;
            recent(u32) -> Vec<touchpoints::Touchpoint> = touchpoints::recent;
            curve(people::PersonRef) -> Vec<touchpoints::CurvePoint> = touchpoints::curve;
            channels(()) -> Vec<touchpoints::ChannelShare> = touchpoints::channels;
        }
        purchases {
            ofPerson(people::PersonRef) -> purchases::PersonPurchases = purchases::of_person;
            get(purchases::PurchaseRef) -> purchases::Purchase = purchases::get;
            save(purchases::PurchaseInput) -> purchases::Purchase = purchases::save;
            remove(purchases::PurchaseRef) -> () = purchases::remove;
            currencies(()) -> Vec<purchases::Currency> = purchases::currencies;
            rates(()) -> purchases::Rates = purchases::rates;
            setBase(String) -> purchases::Rates = purchases::set_base;
            saveRate(purchases::RateInput) -> purchases::Rates = purchases::save_rate;
            removeRate(purchases::RateRef) -> purchases::Rates = purchases::remove_rate;
        }
        promises {
            list(promises::TaskFilter) -> people::Page<promises::Task> = promises::list;
            due(promises::DueInput) -> promises::DueTasks = promises::due;
            get(promises::TaskRef) -> promises::Task = promises::get;
            add(promises::NewTask) -> promises::Task = promises::add;
            edit(promises::EditTask) -> promises::Task = promises::edit;
            finish(promises::FinishTask) -> promises::Task = promises::finish;
            reopen(promises::TaskRef) -> promises::Task = promises::reopen;
            remove(promises::TaskRef) -> () = promises::remove;
            expectations(()) -> Vec<promises::Expectation> = promises::expectations;
            saveExpectation(promises::ExpectationInput) -> promises::Expectation = promises::save_expectation;
            removeExpectation(promises::ExpectationRef) -> () = promises::remove_expectation;
            told(promises::ToldFilter) -> people::Page<promises::Told> = promises::told;
            tell(promises::TellInput) -> promises::Told = promises::tell;
            removeTold(promises::ToldRef) -> () = promises::remove_told;
            commitments(()) -> Vec<promises::Commitment> = promises::commitments;
            saveCommitment(promises::CommitmentInput) -> promises::Commitment = promises::save_commitment;
            removeCommitment(promises::CommitmentRef) -> () = promises::remove_commitment;
        }
        feedback {
            doubts(feedback::DoubtFilter) -> people::Page<feedback::Doubt> = feedback::doubts;
            saveDoubt(feedback::DoubtInput) -> feedback::Doubt = feedback::save_doubt;
            clearDoubt(feedback::ClearDoubt) -> feedback::Doubt = feedback::clear_doubt;
            reopenDoubt(feedback::DoubtRef) -> feedback::Doubt = feedback::reopen_doubt;
            removeDoubt(feedback::DoubtRef) -> () = feedback::remove_doubt;
            reasons(feedback::ReasonFilter) -> people::Page<feedback::ReasonGiven> = feedback::reasons;
            reasonWords(()) -> feedback::ReasonWords = feedback::reason_words;
            saveReason(feedback::ReasonInput) -> feedback::ReasonGiven = feedback::save_reason;
            groupReasons(feedback::GroupReasons) -> u32 = feedback::group_reasons;
            removeReason(feedback::ReasonRef) -> () = feedback::remove_reason;
            questions(feedback::QuestionFilter) -> people::Page<feedback::CustomerQuestion> = feedback::questions;
            question(feedback::QuestionRef) -> feedback::QuestionAsked = feedback::question;
            saveQuestion(feedback::QuestionInput) -> feedback::CustomerQuestion = feedback::save_question;
            removeQuestion(feedback::QuestionRef) -> () = feedback::remove_question;
            askedAgain(feedback::AskedAgain) -> feedback::QuestionAsked = feedback::asked_again;
            removeAsking(feedback::AskingRef) -> feedback::QuestionAsked = feedback::remove_asking;
            dossiers(feedback::DossierFilter) -> people::Page<feedback::Dossier> = feedback::dossiers;
            lateDossiers(()) -> Vec<feedback::Dossier> = feedback::late_dossiers;
            saveDossier(feedback::DossierInput) -> feedback::Dossier = feedback::save_dossier;
            closeDossier(feedback::CloseDossier) -> feedback::Dossier = feedback::close_dossier;
            reopenDossier(feedback::DossierRef) -> feedback::Dossier = feedback::reopen_dossier;
            removeDossier(feedback::DossierRef) -> () = feedback::remove_dossier;
            saveStep(feedback::DossierStepInput) -> feedback::Dossier = feedback::save_step;
            moveStep(feedback::MoveDossierStep) -> feedback::Dossier = feedback::move_step;
            removeStep(feedback::DossierStepRef) -> feedback::Dossier = feedback::remove_step;
            savePaper(feedback::PaperInput) -> feedback::Dossier = feedback::save_paper;
            removePaper(feedback::PaperRef) -> feedback::Dossier = feedback::remove_paper;
        }
        gestures {
            list(gestures::GestureFilter) -> people::Page<gestures::Gesture> = gestures::gestures;
            ofTouchpoint(touchpoints::TouchRef) -> Option<gestures::Gesture> = gestures::of_touchpoint;
            give(gestures::GestureInput) -> gestures::Gesture = gestures::give;
            remove(gestures::GestureRef) -> () = gestures::remove_gesture;
            mood(()) -> gestures::GivingMood = gestures::giving_mood;
            sayMood(gestures::SayMood) -> gestures::Gesture = gestures::say_mood;
            budget(gestures::BudgetAsk) -> gestures::GestureBudget = gestures::budget;
            budgets(()) -> gestures::Budgets = gestures::budgets;
            saveBudget(gestures::BudgetInput) -> gestures::Budgets = gestures::save_budget;
            removeBudget(people::PersonRef) -> gestures::Budgets = gestures::remove_budget;
            perks(()) -> Vec<gestures::Perk> = gestures::perks;
            savePerk(gestures::PerkInput) -> gestures::Perk = gestures::save_perk;
            removePerk(gestures::PerkRef) -> () = gestures::remove_perk;
            perkFit(gestures::PerkRef) -> plans::PerkFit = plans::perk_fit;
            perksFor(people::PersonRef) -> Vec<gestures::Perk> = plans::perks_for;
            givenPerks(gestures::GivenPerkFilter) -> Vec<gestures::GivenPerk> = gestures::given_perks;
            givePerk(gestures::GivePerk) -> gestures::GivenPerk = plans::give_perk;
            usePerk(gestures::UsePerk) -> gestures::GivenPerk = gestures::use_perk;
            removeGivenPerk(gestures::GivenPerkRef) -> () = gestures::remove_given_perk;
            programmes(()) -> Vec<gestures::Programme> = gestures::programmes;
            saveProgramme(gestures::ProgrammeInput) -> Vec<gestures::Programme> = gestures::save_programme;
            removeProgramme(gestures::ProgrammeRef) -> Vec<gestures::Programme> = gestures::remove_programme;
            pointsOf(people::PersonRef) -> Vec<gestures::PointsOf> = gestures::points_of;
            addPoints(gestures::PointsInput) -> Vec<gestures::PointsOf> = gestures::add_points;
            removePoints(gestures::PointsRef) -> () = gestures::remove_points;
            goesWith(()) -> Vec<gestures::GoesWith> = gestures::goes_with;
            wouldGoWith(people::PersonRef) -> Vec<gestures::WouldGoWith> = gestures::would_go_with;
            saveGoesWith(gestures::GoesWithInput) -> Vec<gestures::GoesWith> = gestures::save_goes_with;
            removeGoesWith(gestures::GoesWithRef) -> Vec<gestures::GoesWith> = gestures::remove_goes_with;
            buysAgain(people::PersonRef) -> Option<gestures::BuysAgain> = gestures::buys_again;
            followUps(gestures::FollowUps) -> Vec<gestures::BuysAgain> = gestures::follow_ups;
            putAside(gestures::PutAside) -> () = gestures::put_aside;
            roles(()) -> Vec<gestures::RoleLeeway> = gestures::roles;
            saveRole(gestures::RoleLeewayInput) -> Vec<gestures::RoleLeeway> = gestures::save_role;
            removeRole(gestures::RoleLeewayRef) -> Vec<gestures::RoleLeeway> = gestures::remove_role;
        }
        segments {
            list(()) -> Vec<segments::Segment> = segments::list;
            get(segments::SegmentRef) -> segments::Segment = segments::get;
            save(segments::SegmentInput) -> segments::Segment = segments::save;
            remove(segments::SegmentRef) -> () = segments::remove;
            serve(segments::ServeSegment) -> segments::SegmentService = segments::serve;
            preview(segments::PreviewInput) -> segments::Preview = segments::preview;
            readText(segments::RuleText) -> segments::ReadRule = segments::read_text;
            writeText(segments::RuleToWrite) -> String = segments::write_text;
            completeText(segments::TextToComplete) -> segments::RuleCompletion = segments::complete_text;
            previewText(segments::RuleText) -> segments::Preview = segments::preview_text;
            members(segments::MembersInput) -> people::Page<people::PersonRow> = segments::members_page;
            ofPerson(people::PersonRef) -> Vec<segments::SegmentName> = segments::of_person;
            uncovered(()) -> u32 = segments::uncovered;
            choices(segments::ChoicesInput) -> segments::Choices = segments::choices;
            plan(segments::SegmentRef) -> segments::SegmentPlan = segments::plan;
            savePlan(segments::PlanInput) -> segments::SegmentPlan = app::plan_segment;
            saveTalk(segments::TalkInput) -> segments::SegmentPlan = segments::save_talk;
            removeTalk(segments::TalkRef) -> () = segments::remove_talk;
            saveNeed(segments::NeedInput) -> segments::SegmentPlan = segments::save_need;
            removeNeed(segments::NeedRef) -> () = segments::remove_need;
            personas(segments::SegmentRef) -> Vec<segments::Persona> = segments::personas;
            savePersona(segments::PersonaInput) -> segments::PersonaRef = segments::save_persona;
            removePersona(segments::PersonaRef) -> () = segments::remove_persona;
            saveQuote(segments::QuoteInput) -> segments::PersonaRef = segments::save_quote;
            removeQuote(segments::QuoteRef) -> () = segments::remove_quote;
            quotable(segments::SegmentRef) -> Vec<touchpoints::Touchpoint> = segments::quotable;
            health(()) -> segments::SegmentHealth = segments::health;
            pulse(segments::SegmentRef) -> segments::SegmentPulse = segments::pulse;
            keepDay(()) -> bool = segments::keep_day;
            past(segments::PastInput) -> segments::SegmentPast = segments::past;
            trySplit(segments::TrySplit) -> segments::SplitPreview = segments::try_split;
            split(segments::SplitSegment) -> segments::SegmentRef = segments::split;
            tryJoin(segments::TryJoin) -> segments::JoinPreview = segments::try_join;
            join(segments::JoinSegments) -> segments::SegmentRef = app::join_segments;
            uses(segments::SegmentRef) -> app::SegmentUses = app::segment_uses;
            tracks(()) -> Vec<segments::tracks::Track> = segments::tracks::tracks;
            track(segments::tracks::TrackRef) -> segments::tracks::TrackView = segments::tracks::track;
            addTrack(segments::tracks::AddTrack) -> segments::tracks::TrackView = segments::tracks::add_preset;
            saveTrack(segments::tracks::TrackInput) -> segments::tracks::TrackView = segments::tracks::save_track;
            removeTrack(segments::tracks::TrackRef) -> () = segments::tracks::remove_track;
            saveTrackStep(segments::tracks::TrackStepInput) -> segments::tracks::TrackView = segments::tracks::save_track_step;
            removeTrackStep(segments::tracks::TrackStepRef) -> () = segments::tracks::remove_track_step;
            doTrackStep(segments::tracks::DoTrackStep) -> segments::tracks::TrackView = segments::tracks::do_track_step;
            skipTrackStep(segments::tracks::SkipTrackStep) -> segments::tracks::TrackView = segments::tracks::skip_track_step;
        }
        canvas {
            list(()) -> Vec<canvas::CanvasRow> = canvas::list;
            get(canvas::CanvasRef) -> canvas::Canvas = canvas::get;
            answers(canvas::CanvasRef) -> canvas::BookAnswers = canvas::answers;
            snapshots(canvas::CanvasRef) -> Vec<canvas::SnapshotRow> = canvas::snapshots;
            takeSnapshot(canvas::TakeSnapshot) -> canvas::SnapshotRow = canvas::take_snapshot;
            snapshot(canvas::SnapshotRef) -> canvas::Snapshot = canvas::snapshot;
            compareSnapshots(canvas::CompareSnapshots) -> canvas::SnapshotComparison = canvas::compare_snapshots;
            removeSnapshot(canvas::SnapshotRef) -> () = canvas::remove_snapshot;
            lint(canvas::CanvasRef) -> Vec<canvas::SheetHint> = canvas::lint;
            compareCanvases(canvas::CompareCanvases) -> canvas::CanvasComparison = canvas::compare_canvases;
            kinds(()) -> Vec<canvas::CanvasKind> = canvas::kinds_of_canvas;
            saveKind(canvas::SaveCanvasKind) -> canvas::CanvasKind = canvas::save_kind;
            removeKind(canvas::CanvasKindRef) -> () = canvas::remove_kind;
            create(canvas::NewCanvas) -> canvas::CanvasRow = canvas::create;
            matrix(canvas::CanvasRef) -> canvas::ChannelMatrix = canvas::matrix;
            planChannel(canvas::PlanChannel) -> () = canvas::plan_channel;
            members(segments::SegmentRef) -> canvas::MemberFigures = canvas::members;
            service(canvas::CanvasRef) -> Vec<canvas::ServedSegment> = canvas::service;
            reasons(canvas::CanvasRef) -> Vec<canvas::SegmentReasons> = canvas::reasons;
            linkNotes(canvas::LinkNotes) -> () = canvas::link_notes;
            unlinkNotes(canvas::LinkNotes) -> () = canvas::unlink_notes;
            proofs(canvas::NoteRef) -> Vec<canvas::NoteProof> = canvas::proofs;
            proveNote(canvas::ProveNote) -> canvas::Note = canvas::prove_note;
            restHint(canvas::RestHint) -> canvas::Note = canvas::rest_hint;
            makeVariant(canvas::MakeVariant) -> canvas::CanvasRow = canvas::make_variant;
            remove(canvas::NamedCanvas) -> () = canvas::remove;
            rename(canvas::RenameCanvas) -> () = canvas::rename;
            answer(canvas::AnswerInput) -> () = canvas::answer;
            addNote(canvas::AddNote) -> canvas::Note = canvas::add_note;
            editNote(canvas::EditNote) -> canvas::Note = canvas::edit_note;
            judgeNote(canvas::JudgeNote) -> canvas::Note = canvas::judge_note;
            moveNote(canvas::MoveNote) -> canvas::Note = canvas::move_note;
            archiveNote(canvas::NoteRef) -> canvas::Note = canvas::archive_note;
            restoreNote(canvas::NoteRef) -> canvas::Note = canvas::restore_note;
            bind(canvas::Bind) -> canvas::Note = canvas::bind;
        }
        journeys {
            list(()) -> Vec<journeys::JourneyRow> = journeys::list;
            get(journeys::JourneyRef) -> journeys::JourneyMap = journeys::get;
            audit(journeys::JourneyRef) -> journeys::JourneyAudit = journeys::audit;
            judge(journeys::JudgeTouch) -> () = journeys::judge;
            onboarding(journeys::OnboardingAsk) -> journeys::OnboardingCheck = journeys::onboarding;
            setRoles(journeys::SetJourneyRoles) -> () = journeys::set_roles;
            setOnboarding(journeys::SetOnboarding) -> () = journeys::set_onboarding;
            review(journeys::ReviewJourney) -> () = journeys::review;
            create(journeys::NewJourney) -> journeys::JourneyRef = journeys::create;
            rename(journeys::RenameJourney) -> () = journeys::rename;
            assign(journeys::AssignJourney) -> () = journeys::assign;
            remove(journeys::JourneyRef) -> () = journeys::remove;
            addStage(journeys::AddJourneyStage) -> journeys::JourneyStageRef = journeys::add_stage;
            editStage(journeys::EditJourneyStage) -> () = journeys::edit_stage;
            moveStage(journeys::MoveJourneyStage) -> () = journeys::move_stage;
            removeStage(journeys::JourneyStageRef) -> () = journeys::remove_stage;
            addStep(journeys::AddJourneyStep) -> journeys::JourneyStepRef = journeys::add_step;
            editStep(journeys::EditJourneyStep) -> () = journeys::edit_step;
            moveStep(journeys::MoveJourneyStep) -> () = journeys::move_step;
            removeStep(journeys::JourneyStepRef) -> () = journeys::remove_step;
        }
        communities {
            list(()) -> Vec<communities::CommunityRow> = communities::communities;
            get(communities::CommunityRef) -> communities::Community = communities::get;
            save(communities::CommunityInput) -> communities::CommunityRef = communities::save;
            remove(communities::CommunityRef) -> () = communities::remove;
            addMembers(communities::JoinCommunity) -> communities::Community = communities::add_members;
            leave(communities::MemberRef) -> () = communities::leave;
            meet(communities::MeetingInput) -> communities::Community = communities::meet;
            removeMeeting(communities::MeetingRef) -> () = communities::remove_meeting;
            helps(communities::HelpsInput) -> Vec<communities::HelpTopic> = communities::helps;
            saveTopic(communities::HelpInput) -> () = communities::save_topic;
            removeTopic(communities::HelpTopicRef) -> () = communities::remove_topic;
            introduce(communities::Introduce) -> () = communities::introduce;
            introductions(()) -> Vec<communities::Introduction> = communities::introductions;
        }
        plans {
            sheet(()) -> plans::StrategySheet = plans::sheet;
            editSheet(plans::EditSheet) -> plans::StrategySheet = plans::edit_sheet;
            reviewed(plans::ReviewSheet) -> plans::StrategySheet = plans::reviewed;
            strategies(()) -> Vec<plans::Strategy> = plans::strategies;
            saveStrategy(plans::StrategyInput) -> plans::Strategy = plans::save_strategy;
            removeStrategy(plans::StrategyRef) -> () = plans::remove_strategy;
            counters(plans::CountersInput) -> plans::Counters = plans::counters;
            loyaltyLoop(()) -> plans::LoyaltyLoop = plans::loyalty_loop;
            loopPeople(plans::LoopPeopleInput) -> people::Page<plans::LoopPerson> = plans::loop_people;
            loopLog(plans::LoopLogInput) -> plans::LoopLog = plans::loop_log;
            conversion(()) -> plans::LoopConversion = plans::conversion;
            surprises(()) -> Vec<plans::GivenSurprise> = plans::surprises;
            giveSurprise(plans::SurpriseInput) -> touchpoints::Touchpoint = plans::give_surprise;
            unsurprised(plans::UnsurprisedInput) -> people::Page<plans::Unsurprised> = plans::unsurprised;
            ideas(()) -> Vec<plans::PlanIdea> = plans::ideas;
            saveIdea(plans::IdeaInput) -> Vec<plans::PlanIdea> = plans::save_idea;
            removeIdea(plans::IdeaRef) -> Vec<plans::PlanIdea> = plans::remove_idea;
            stack(plans::StackRef) -> plans::Stack = plans::stack;
            stacks(plans::StackInput) -> Vec<plans::StackRow> = plans::stacks;
            saveLayer(plans::LayerInput) -> plans::Stack = plans::save_layer;
            advise(()) -> plans::Advice = plans::advise;
            steps(()) -> Vec<plans::WorkflowStep> = plans::steps;
            beginSteps(()) -> Vec<plans::WorkflowStep> = plans::begin_steps;
            saveStep(plans::WorkflowStepInput) -> Vec<plans::WorkflowStep> = plans::save_step;
            removeStep(plans::WorkflowStepRef) -> Vec<plans::WorkflowStep> = plans::remove_step;
        }
        drafts {
            list(()) -> Vec<drafts::DraftRow> = drafts::list;
            get(drafts::DraftRef) -> drafts::Draft = drafts::get;
            start(drafts::StartDraft) -> drafts::Draft = drafts::start;
            fill(drafts::FillTemplate) -> drafts::FilledTemplate = drafts::fill;
            save(drafts::SaveDraft) -> drafts::Draft = drafts::save;
            remove(drafts::DraftRef) -> () = drafts::remove;
            coach(drafts::CoachInput) -> drafts::coach::CoachReport = drafts::coach_draft;
            makeBatch(drafts::batch::MakeBatch) -> drafts::batch::Batch = drafts::batch::make_batch;
            batches(()) -> Vec<drafts::batch::Batch> = drafts::batch::batches;
            batch(drafts::batch::BatchRef) -> drafts::batch::Batch = drafts::batch::batch;
            batchLetters(drafts::batch::BatchRef) -> Vec<drafts::batch::BatchLetter> = drafts::batch::letters;
            heldPeople(drafts::batch::BatchRef) -> Vec<drafts::batch::HeldPerson> = drafts::batch::held_people;
            signs(drafts::batch::SignsOf) -> Vec<drafts::batch::LetterSigns> = drafts::batch::signs;
            renameBatch(drafts::batch::RenameBatch) -> drafts::batch::Batch = drafts::batch::rename_batch;
            removeBatch(drafts::batch::BatchRef) -> () = drafts::batch::remove_batch;
            approve(drafts::batch::ApproveLetter) -> drafts::Draft = drafts::batch::approve;
            withdraw(drafts::DraftRef) -> drafts::Draft = drafts::batch::withdraw;
            hold(drafts::batch::HoldLetter) -> drafts::Draft = drafts::batch::hold;
            takeIn(drafts::DraftRef) -> drafts::Draft = drafts::batch::take_in;
            lookAgain(drafts::DraftRef) -> drafts::Draft = drafts::batch::look_again;
            fillAgain(drafts::DraftRef) -> drafts::Draft = drafts::batch::fill_again;
            tryHeld(drafts::batch::TryHeld) -> drafts::batch::Batch = drafts::batch::try_held;
            leaveOut(drafts::batch::HeldRef) -> drafts::batch::Batch = drafts::batch::leave_out;
            answerBy(drafts::AnswerBy) -> drafts::Draft = drafts::set_answer_by;
            unanswered(()) -> Vec<drafts::UnansweredLetter> = drafts::unanswered;
            offerCall(drafts::OfferCall) -> drafts::Draft = drafts::offer_call;
            attach(drafts::Attach) -> drafts::Draft = drafts::attach;
            detach(drafts::AttachmentRef) -> drafts::Draft = drafts::detach;
            quiet(()) -> Vec<drafts::QuietCheck> = drafts::quiet;
            keepQuiet(drafts::KeepQuiet) -> Vec<drafts::QuietCheck> = drafts::keep_quiet;
            speakAgain(drafts::QuietRef) -> Vec<drafts::QuietCheck> = drafts::speak_again;
            contradictions(drafts::ContradictionInput) -> Vec<drafts::Contradiction> = drafts::contradictions;
            snippets(()) -> Vec<drafts::Snippet> = drafts::snippets;
            saveSnippet(drafts::SnippetInput) -> Vec<drafts::Snippet> = drafts::save_snippet;
            removeSnippet(drafts::SnippetRef) -> Vec<drafts::Snippet> = drafts::remove_snippet;
            voice(()) -> drafts::VoiceSheet = drafts::voice;
            saveVoiceLine(drafts::VoiceLineInput) -> drafts::VoiceSheet = drafts::save_voice_line;
            removeVoiceLine(drafts::VoiceLineRef) -> drafts::VoiceSheet = drafts::remove_voice_line;
            saveVoiceRule(drafts::VoiceRuleInput) -> drafts::SavedVoiceRule = drafts::save_voice_rule;
            removeVoiceRule(drafts::VoiceRuleRef) -> drafts::VoiceSheet = drafts::remove_voice_rule;
            handOver(drafts::HandOver) -> drafts::HandedOver = drafts::hand_over;
            went(drafts::DraftRef) -> touchpoints::Touchpoint = drafts::went;
            didNotGo(drafts::DraftRef) -> drafts::Draft = drafts::did_not_go;
            templates(()) -> Vec<drafts::TemplateRow> = drafts::templates;
            tryTemplate(drafts::TemplateTrial) -> drafts::TriedTemplate = drafts::try_template;
            saveTemplate(drafts::TemplateInput) -> drafts::SavedTemplate = drafts::save_template;
            templateVersions(drafts::TemplateRef) -> Vec<drafts::TemplateVersion> = drafts::template_versions;
            refill(drafts::RefillDraft) -> drafts::RefilledDraft = drafts::refill;
            removeTemplate(drafts::TemplateRef) -> Vec<drafts::TemplateRow> = drafts::remove_template;
        }
        care {
            today(care::TodayInput) -> care::Today = care::today;
            thanks(care::ThanksInput) -> care::Thanks = care::thanks;
            rules(()) -> Vec<care::Rule> = care::rules;
            saveRule(care::RuleInput) -> Vec<care::Rule> = care::save_rule;
            removeRule(care::RuleRef) -> Vec<care::Rule> = care::remove_rule;
            snooze(care::SnoozeInput) -> () = care::snooze;
            snoozed(()) -> Vec<care::Snoozed> = care::snoozed;
            wake(people::PersonRef) -> () = care::wake;
            spared(()) -> care::Spared = care::spared;
        }
        sample {
            seed(sample::Seed) -> u32 = sample::seed;
            demo(()) -> u32 = sample::demo;
        }
        exchange {
            preview(exchange::ImportFile) -> exchange::ImportPreview = exchange::preview;
            import(exchange::ImportFile) -> exchange::ImportReceipt = exchange::import;
            previewPurchases(exchange::OrdersFile) -> exchange::OrdersPreview = exchange::preview_purchases;
            importPurchases(exchange::OrdersFile) -> exchange::OrdersReceipt = exchange::import_purchases;
            export(exchange::ExportFile) -> exchange::Exported = exchange::export;
        }
        press {
            printLetter(press::PrintLetter) -> press::Printed = press::print_letter;
            previewLetter(press::PreviewLetter) -> press::LetterLook = press::preview_letter;
            print(press::PrintSheet) -> press::Printed = press::print;
            preview(press::PreviewSheet) -> press::SheetPreview = press::preview;
            text(press::SheetText) -> String = press::sheet_text;
            write(press::WriteSheet) -> press::WrittenSheet = press::write_sheet;
            previewNotes(press::CanvasFile) -> press::CanvasFilePreview = press::preview_canvas_file;
            takeNotes(press::CanvasFile) -> press::CanvasFilePreview = press::take_canvas_file;
            workshopText(press::WorkshopSheet) -> String = press::workshop_text;
            writeWorkshop(press::WriteWorkshop) -> press::WrittenSheet = press::write_workshop;
            takeWorkshop(press::WorkshopFile) -> journeys::JourneyRef = press::take_workshop;
            compareWorkshop(press::CompareWorkshop) -> press::WorkshopTable = press::compare_workshop;
            mergeWorkshop(press::MergeWorkshop) -> press::WorkshopMerged = press::merge_workshop;
        }
        search {
            find(search::Find) -> search::Found = search::find;
        }
    }
}
