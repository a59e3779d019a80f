//! The named conditions that a protocol can put on a step. The list is closed; what each asks is told in
//! one place, and a protocol gives it parameters.

use crate::acts::Act;
use collegium_model::{
    calendar::Span,
    short_code::{ApprovalKind, FactName, OutcomeCode, PartCode, TaskCode},
};
use serde::{Deserialize, Serialize};

macro_rules! guards {
    ($($(#[doc = $doc:literal])* $name:ident $code:literal $(($parameter:ty))? [$($rests_on:ident),*];)*) => {
        /// A named condition, with its parameter where it takes one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Guard { $($(#[doc = $doc])* #[serde(rename = $code)] $name$(($parameter))?,)* }

        impl Guard {
            /// The stable codes of all guards, each with what it asks.
            pub const ALL: &[(&'static str, &'static str)] = &[$(($code, guards!(@first $($doc)*))),*];

            /// Its stable code.
            pub const fn code(self) -> &'static str {
                match self { $(guards!(@pattern $name $($parameter)?) => $code),* }
            }

            /// What it asks, in one sentence.
            pub const fn says(self) -> &'static str {
                match self { $(guards!(@pattern $name $($parameter)?) => guards!(@first $($doc)*)),* }
            }

            /// Acts of which one must be possible for the guard ever to hold; none where it rests on none.
            pub const fn rests_on(self) -> &'static [Act] {
                match self { $(guards!(@pattern $name $($parameter)?) => &[$(Act::$rests_on),*]),* }
            }
        }
    };
    (@pattern $name:ident) => { Self::$name };
    (@pattern $name:ident $parameter:ty) => { Self::$name(_) };
    (@first $first:literal $($rest:literal)*) => { $first.trim_ascii() };
}

guards! {
    /// A self-evaluation was handed in.
    SelfEvaluationSubmitted "self_evaluation_submitted" [SubmitSelfEvaluation];
    /// A review's report was agreed.
    ReviewAgreed "review_agreed" [AgreeReport];
    /// Nobody in the team comes from the host school, nobody is named twice, and its size is the protocol's.
    TeamFromElsewhere "team_from_elsewhere" [];
    /// The lead has shadowed a review.
    LeadHasShadowed "lead_has_shadowed" [];
    /// Nobody who is named has a declared interest in the school.
    NoInterest "no_interest" [];
    /// The visit is on a school day.
    VisitOnSchoolDay "visit_on_school_day" [];
    /// The visit is in no protected window and not at the very end of a term.
    VisitOutsideProtected "visit_outside_protected" [];
    /// The visit is told long enough before.
    Notice "notice" [];
    /// The school, and everybody in the team, has no more visits in the term, and the school no more in the
    /// year, than the protocol allows.
    VisitsWithinLimit "visits_within_limit" [];
    /// The school has no more open requests than the protocol allows.
    RequestsWithinLimit "requests_within_limit" [];
    /// The visit ends no sooner than it begins, and takes as many school days as the protocol says.
    VisitLength "visit_length" [];
    /// The day of the visit has come.
    VisitHasCome "visit_has_come" [];
    /// The last day of the visit has come.
    VisitOver "visit_over" [];
    /// Feedback went both ways.
    FeedbackBothWays "feedback_both_ways" [GiveFeedback];
    /// Every enquiry about it is answered, and there is one.
    EnquiriesAnswered "enquiries_answered" [AnswerEnquiry];
    /// The answer rests on evidence of the enquiry, of as many kinds as the protocol asks for, and a causal
    /// claim on a kind that can carry it.
    EvidenceSuffices "evidence_suffices" [RecordEvidence];
    /// What is recommended rests on more than one kind of evidence.
    Triangulated "triangulated" [RecordMonitoring];
    /// The champion comes from another school.
    ChampionFromElsewhere "champion_from_elsewhere" [];
    /// The plan has an action, and each says how success will be seen.
    ActionsWhole "actions_whole" [];
    /// Conflict declarations were asked for, and all are clear.
    ConflictsClear "conflicts_clear" [ReviewRequest];
    /// The actor consents in a role that they hold, that is asked for, and that has not consented yet.
    ConsentDue "consent_due" [];
    /// Every consent the protocol names was given.
    ConsentsGiven "consents_given" [GiveConsent];
    /// The agreed dates are in order.
    DatesInOrder "dates_in_order" [];
    /// The agreement says how the help comes to its end.
    ExitAgreed "exit_agreed" [];
    /// Support for the school is coordinated by one leader there: a second deployment names the same one.
    CoordinatorNamed "coordinator_named" [];
    /// The agreed first day has come.
    StartHasCome "start_has_come" [];
    /// The working time delivered is what was agreed, activity by activity.
    TimeReconciles "time_reconciles" [LogTime];
    /// The baseline expectations and the contacts of the first weeks are recorded.
    FirstWeeksRecorded "first_weeks_recorded" [CheckExpectation, RecordContact];
    /// No post of leadership is left without anybody by it.
    LeadershipKept "leadership_kept" [];
    /// An executive leader leads no more schools than the protocol allows.
    SpanWithinLimit "span_within_limit" [];
    /// A reason code is given.
    ReasonGiven "reason_given" [];
    /// Nothing is open that keeps it from being closed.
    NothingOpen "nothing_open" [];
    /// No deployment for the need is live.
    NoLiveDeployment "no_live_deployment" [];
    /// Nothing rests on it that came later.
    NothingRestsOnIt "nothing_rests_on_it" [];
    /// The need waits for a giver and has not all the deployments it asks for.
    NeedAwaitsMatch "need_awaits_match" [];
    /// The giver is another school, and was not proposed for this need before.
    GiverIsNew "giver_is_new" [];
    /// The giver has not reported that it can lend no more.
    GiverNotFallen "giver_not_fallen" [];
    /// The size is the protocol's for that kind of help.
    SizeFixed "size_fixed" [];
    /// The need is being monitored.
    NeedMonitored "need_monitored" [];
    /// The actor is another person than the one who recommended.
    DecidedByAnother "decided_by_another" [];
    /// What is recommended or decided is an outcome of the protocol.
    OutcomeListed "outcome_listed" [];
    /// The protocol asks for it now: what comes before is done, and the branch is taken.
    AskedFor "asked_for" [];
    /// The next progress review is after this one.
    NextAfterThis "next_after_this" [];
    /// The steps that come before an escalation were taken.
    StepsTaken "steps_taken" [];
    /// A challenge was raised and answered or escalated first, unless an inspection intervenes.
    ChallengeFirst "challenge_first" [RaiseChallenge];
    /// The answer is there, or overdue.
    AnswerOverdueOrGiven "answer_overdue_or_given" [];
    /// The deadline is one that runs, and the day is later than before.
    ExtensionForward "extension_forward" [];
    /// The category, the power, the part, the area or the exit is one of the protocol.
    Listed "listed" [];
    /// The other protocol fits the cycle as it stands.
    MigrationFits "migration_fits" [];
    /// The actor belongs to the school of the cycle.
    OwnSchool "own_school" [];
    /// The actor does not belong to the school of the cycle.
    NotOwnSchool "not_own_school" [];
    /// A part of the due diligence is done.
    PartComplete "part_complete" (PartCode) [CompletePart];
    /// A task of the protocol is done.
    TaskComplete "task_complete" (TaskCode) [CompleteTask];
    /// A decision of the protocol came to an outcome.
    Approved "approved" (ApprovalIs) [DecideApproval];
    /// A fact of the embedder's own rules holds.
    Fact "fact" (FactName) [];
    /// At least that long has passed since the machine entered its phase.
    NotBefore "not_before" (Span) [];
}

/// A decision and what it must have come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApprovalIs {
    /// The decision.
    pub approval: ApprovalKind,
    /// The outcome.
    pub is: OutcomeCode,
}
