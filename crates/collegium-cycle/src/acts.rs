//! The catalogue: every command with the event that records it, under its stable wire code.
//!
//! One rule holds for all of them: an accepted command is recorded **whole**, its event carrying the same
//! payload; what follows from it (a need that moves on) is recorded as further events beside it. So an
//! event can always be judged again as the command that caused it, which is how a log is checked.

use crate::{
    approval::{DecidedApproval, OfApproval, RecommendedApproval},
    challenge::{OfChallenge, RaisedChallenge},
    child::{Addressed, Child, Machine},
    coaching::{ContractedCoaching, HeldSession, OfCoaching},
    concern::{EscalatedConcern, OfConcern, RaisedConcern, UsedPower},
    cycle::{
        Categorised, ChildEnded, Extended, Migrated, NeedMoved, NeedUnitsChanged, OpenedCycle, OverCycle,
        PressureChanged,
    },
    decision::{Decided, Recommended},
    deployment::{
        Agreed, CheckedExpectation, Consent, Declined, Impact, LoggedTime, OfDeployment, Proposal,
        RecordedContact,
    },
    due_diligence::{CompletedPart, OfDueDiligence},
    enquiry::{AnsweredEnquiry, OfEnquiry, OpenedEnquiry, RecordedEvidence},
    facts::{
        Appointment, CapacityFall, Closure, Conversion, HandedOver, Inspection, Interest, Merger, Strike,
        Vacancy,
    },
    log::upcast::{self, Unreadable},
    monitoring::MonitoringRecord,
    need::{AgreedDiagnosis, OfNeed, ReportedNeed},
    objective::{OfObjective, ProgressNote, SetObjectiveFor},
    progress_review::{PlannedProgressReview, RecordedProgressReview},
    request::{OfRequest, ReviewedRequest, SentRequest},
    review::{GivenFeedback, OfReview, ScheduledVisit, Team},
    self_evaluation::OfSelfEvaluation,
    task::{CompletedTask, OfTask},
    workshop::{CalledWorkshop, DraftedPlan, OfWorkshop},
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;

/// Whether a command proposes something or tells of something that has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A wish: judged, and refused with every blocker.
    Wish,
    /// A report of fact: refused only if it is malformed.
    Fact,
}

/// What an event says, without its type and version.
#[derive(Clone, Copy, Debug)]
pub struct Payload<'a>(pub &'a Event);

macro_rules! acts {
    (
        acts { $($(#[doc = $doc:literal])* $machine:ident $kind:ident: $command:ident $command_code:literal
            => $event:ident $event_code:literal ($payload:ty);)* }
        consequences { $($(#[$cdoc:meta])* $consequence:ident $consequence_code:literal ($cpayload:ty);)* }
    ) => {
        /// The name of a command without its payload: what tables, protocols and permissions speak of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Act { $($(#[doc = $doc])* #[serde(rename = $command_code)] $command,)* }

        impl Act {
            /// Every act, in the order of a cycle.
            pub const ALL: &[Self] = &[$(Self::$command),*];

            /// The stable wire code of the command.
            pub const fn code(self) -> &'static str { match self { $(Self::$command => $command_code),* } }

            /// The act of that wire code.
            pub fn of_code(code: &str) -> Option<Self> { match code { $($command_code => Some(Self::$command),)* _ => None } }

            /// What it does, in one sentence.
            pub const fn says(self) -> &'static str { match self { $(Self::$command => first_line(&[$($doc),*])),* } }

            /// The stable wire code of the event that records it.
            pub const fn event_code(self) -> &'static str { match self { $(Self::$command => $event_code),* } }

            /// The machine whose table it stands in.
            pub const fn machine(self) -> Machine { match self { $(Self::$command => Machine::$machine),* } }

            /// Wish or report of fact.
            pub const fn kind(self) -> Kind { match self { $(Self::$command => Kind::$kind),* } }
        }

        /// What somebody asks for, or reports.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "type", content = "data")]
        #[non_exhaustive]
        pub enum Command { $($(#[doc = $doc])* #[serde(rename = $command_code)] $command($payload),)* }

        impl Command {
            /// Its name without the payload.
            pub const fn act(&self) -> Act { match self { $(Self::$command(_) => Act::$command),* } }

            /// What it is about.
            pub fn child(&self) -> Child { match self { $(Self::$command(payload) => payload.child()),* } }

            /// Reads a command from its wire code and payload.
            ///
            /// # Errors
            /// [`NotACommand`]: an unknown code, a payload that has not the shape of the code, or every field
            /// that the code does not know.
            pub fn read(code: &str, data: &serde_json::Value) -> Result<Self, NotACommand> {
                match code {
                    $($command_code => payload(code, data).map(Self::$command),)*
                    _ => Err(NotACommand::UnknownType { code: code.to_owned() }),
                }
            }

            /// The event that records it once it is accepted.
            pub fn event(&self) -> Event { match self { $(Self::$command(payload) => Event::$event(payload.clone())),* } }
        }

        /// What has happened.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(tag = "type", content = "data")]
        #[non_exhaustive]
        pub enum Event {
            $(#[doc = concat!("Records [`Command::", stringify!($command), "`].")]
              #[serde(rename = $event_code)] $event($payload),)*
            $($(#[$cdoc])* #[serde(rename = $consequence_code)] $consequence($cpayload),)*
        }

        impl Event {
            /// The stable wire codes of all events.
            pub const CODES: &[&str] = &[$($event_code,)* $($consequence_code,)*];

            /// Its stable wire code.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$event(_) => $event_code,)* $(Self::$consequence(_) => $consequence_code,)* }
            }

            /// What it is about.
            pub fn child(&self) -> Child {
                match self {
                    $(Self::$event(payload) => payload.child(),)*
                    $(Self::$consequence(payload) => payload.child(),)*
                }
            }

            /// The act of the command that brings it; none where it only ever follows from another event.
            pub const fn act(&self) -> Option<Act> {
                match self {
                    $(Self::$event(_) => Some(Act::$command),)*
                    $(Self::$consequence(_) => None,)*
                }
            }

            /// The version of its payload's shape.
            pub fn version(&self) -> u16 { upcast::newest(self.code()) }

            /// The command that it records; none where it only follows from another event.
            pub fn command(&self) -> Option<Command> {
                match self {
                    $(Self::$event(payload) => Some(Command::$command(payload.clone())),)*
                    $(Self::$consequence(_) => None,)*
                }
            }

            /// The payload as JSON text, without type and version.
            pub fn payload(&self) -> Result<Box<RawValue>, serde_json::Error> {
                serde_json::value::to_raw_value(&Payload(self))
            }

            /// Reads a payload under its type and version; none where the type is not of this catalogue. A
            /// payload of an older version is brought to the newest shape on the way.
            pub fn read(code: &str, version: u16, data: &RawValue) -> Option<Result<Self, Unreadable>> {
                Some(match code {
                    $($event_code => upcast::read(code, version, data).map(Self::$event),)*
                    $($consequence_code => upcast::read(code, version, data).map(Self::$consequence),)*
                    _ => return None,
                })
            }
        }

        impl Serialize for Payload<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.0 {
                    $(Event::$event(payload) => payload.serialize(serializer),)*
                    $(Event::$consequence(payload) => payload.serialize(serializer),)*
                }
            }
        }
    };
}

acts! {
    acts {
        /// Open a cycle for a school.
        Cycle Wish: OpenCycle "open_cycle" => CycleOpened "cycle_opened" (OpenedCycle);
        /// Pause the cycle, with a reason code; facts are still recorded.
        Cycle Wish: PauseCycle "pause_cycle" => CyclePaused "cycle_paused" (OverCycle);
        /// Go on with a paused cycle.
        Cycle Wish: ResumeCycle "resume_cycle" => CycleResumed "cycle_resumed" (OverCycle);
        /// Stop the cycle, with a reason code; facts are still recorded.
        Cycle Wish: StopCycle "stop_cycle" => CycleStopped "cycle_stopped" (OverCycle);
        /// Take a stopped cycle up again, with a reason code.
        Cycle Wish: ReopenCycle "reopen_cycle" => CycleReopened "cycle_reopened" (OverCycle);
        /// Close the cycle once nothing in it is open.
        Cycle Wish: CloseCycle "close_cycle" => CycleClosed "cycle_closed" (OverCycle);
        /// Move the running cycle to another protocol.
        Cycle Wish: MigrateCycle "migrate_cycle" => CycleMigrated "cycle_migrated" (Migrated);
        /// Give more time for something that is due, with a reason code.
        Cycle Wish: ExtendDeadline "extend_deadline" => DeadlineExtended "deadline_extended" (Extended);
        /// Put the school into a category of monitoring.
        Cycle Wish: CategoriseSchool "categorise_school" => SchoolCategorised "school_categorised" (Categorised);

        /// Report that a concern for a child went to the designated safeguarding lead.
        Cycle Fact: HandOverSafeguarding "hand_over_safeguarding" => SafeguardingHandedOver "safeguarding_handed_over" (HandedOver);
        /// Report that a post of leadership is vacant.
        Cycle Fact: ReportVacancy "report_vacancy" => VacancyReported "vacancy_reported" (Vacancy);
        /// Report that the responsible body has appointed somebody.
        Cycle Fact: RecordAppointment "record_appointment" => AppointmentRecorded "appointment_recorded" (Appointment);
        /// Report that the school converted or moved to another responsible body.
        Cycle Fact: ReportConversion "report_conversion" => ConversionReported "conversion_reported" (Conversion);
        /// Report that the school merged into another.
        Cycle Fact: ReportMerger "report_merger" => MergerReported "merger_reported" (Merger);
        /// Report that the school closed.
        Cycle Fact: ReportClosure "report_closure" => ClosureReported "closure_reported" (Closure);
        /// Report an inspection.
        Cycle Fact: ReportInspection "report_inspection" => InspectionReported "inspection_reported" (Inspection);
        /// Report a strike.
        Cycle Fact: ReportStrike "report_strike" => StrikeReported "strike_reported" (Strike);
        /// Report that a giver can lend less here than it did.
        Cycle Fact: ReportCapacityFall "report_capacity_fall" => CapacityFallReported "capacity_fall_reported" (CapacityFall);
        /// Report that a person has a tie to a school.
        Cycle Fact: DeclareInterest "declare_interest" => InterestDeclared "interest_declared" (Interest);

        /// Report that the school needs help.
        Need Fact: ReportNeed "report_need" => NeedReported "need_reported" (ReportedNeed);
        /// Begin to find out what a need is about.
        Need Wish: BeginDiagnosis "begin_diagnosis" => DiagnosisBegun "diagnosis_begun" (OfNeed);
        /// Agree what a need is and how severe; it then waits for a match.
        Need Wish: AgreeDiagnosis "agree_diagnosis" => DiagnosisAgreed "diagnosis_agreed" (AgreedDiagnosis);
        /// Take an agreed diagnosis back, with a reason code, while nothing rests on it.
        Need Wish: WithdrawDiagnosis "withdraw_diagnosis" => DiagnosisWithdrawn "diagnosis_withdrawn" (OfNeed);
        /// Close a need that asks for no more help.
        Need Wish: CloseNeed "close_need" => NeedClosed "need_closed" (OfNeed);
        /// Take up a closed need again, with a reason code.
        Need Wish: ReopenNeed "reopen_need" => NeedReopened "need_reopened" (OfNeed);

        /// Begin a self-evaluation.
        SelfEvaluation Wish: DraftSelfEvaluation "draft_self_evaluation" => SelfEvaluationDrafted "self_evaluation_drafted" (OfSelfEvaluation);
        /// Record that staff, pupils and families were heard on it.
        SelfEvaluation Wish: ConsultOnSelfEvaluation "consult_on_self_evaluation" => SelfEvaluationConsulted "self_evaluation_consulted" (OfSelfEvaluation);
        /// Hand it in.
        SelfEvaluation Wish: SubmitSelfEvaluation "submit_self_evaluation" => SelfEvaluationSubmitted "self_evaluation_submitted" (OfSelfEvaluation);
        /// Share it with the review team.
        SelfEvaluation Wish: ShareSelfEvaluation "share_self_evaluation" => SelfEvaluationShared "self_evaluation_shared" (OfSelfEvaluation);
        /// Take it back into draft, with a reason code, while nothing rests on it.
        SelfEvaluation Wish: WithdrawSelfEvaluation "withdraw_self_evaluation" => SelfEvaluationWithdrawn "self_evaluation_withdrawn" (OfSelfEvaluation);

        /// Plan a review visit.
        Review Wish: PlanReview "plan_review" => ReviewPlanned "review_planned" (OfReview);
        /// Name the lead and the peers.
        Review Wish: FormTeam "form_team" => TeamFormed "team_formed" (Team);
        /// Fix the day of the visit.
        Review Wish: ScheduleReview "schedule_review" => ReviewScheduled "review_scheduled" (ScheduledVisit);
        /// Begin the visit.
        Review Wish: BeginReview "begin_review" => ReviewBegun "review_begun" (OfReview);
        /// Record that the team and the school spoke about what was seen, and in which directions.
        Review Wish: GiveFeedback "give_feedback" => FeedbackGiven "feedback_given" (GivenFeedback);
        /// Put the report in draft.
        Review Wish: DraftReport "draft_report" => ReportDrafted "report_drafted" (OfReview);
        /// Give the draft to the host head for reply.
        Review Wish: OpenRightOfReply "open_right_of_reply" => RightOfReplyOpened "right_of_reply_opened" (OfReview);
        /// Agree the report: the host owns it.
        Review Wish: AgreeReport "agree_report" => ReportAgreed "report_agreed" (OfReview);
        /// Share the agreed report.
        Review Wish: ShareReport "share_report" => ReportShared "report_shared" (OfReview);
        /// Take the agreement to a report back, with a reason code, while nothing rests on it.
        Review Wish: ReopenReport "reopen_report" => ReportReopened "report_reopened" (OfReview);
        /// Cancel the visit, with a reason code.
        Review Wish: CancelReview "cancel_review" => ReviewCancelled "review_cancelled" (OfReview);

        /// Ask a question that evidence is to answer.
        Enquiry Wish: OpenEnquiry "open_enquiry" => EnquiryOpened "enquiry_opened" (OpenedEnquiry);
        /// Report a piece of evidence.
        Enquiry Fact: RecordEvidence "record_evidence" => EvidenceRecorded "evidence_recorded" (RecordedEvidence);
        /// Answer the question by a finding, with the evidence that it rests on.
        Enquiry Wish: AnswerEnquiry "answer_enquiry" => EnquiryAnswered "enquiry_answered" (AnsweredEnquiry);
        /// Take a finding back, with a reason code, while nothing rests on it.
        Enquiry Wish: ReopenEnquiry "reopen_enquiry" => EnquiryReopened "enquiry_reopened" (OfEnquiry);

        /// Call a workshop.
        Workshop Wish: CallWorkshop "call_workshop" => WorkshopCalled "workshop_called" (CalledWorkshop);
        /// Record that it took place.
        Workshop Wish: HoldWorkshop "hold_workshop" => WorkshopHeld "workshop_held" (OfWorkshop);
        /// Put its plan of actions in draft.
        Workshop Wish: DraftPlan "draft_plan" => PlanDrafted "plan_drafted" (DraftedPlan);
        /// Adopt the plan.
        Workshop Wish: AdoptPlan "adopt_plan" => PlanAdopted "plan_adopted" (OfWorkshop);
        /// Cancel the workshop, with a reason code.
        Workshop Wish: CancelWorkshop "cancel_workshop" => WorkshopCancelled "workshop_cancelled" (OfWorkshop);

        /// Ask somebody for a consent, a conflict declaration or a document.
        Request Wish: SendRequest "send_request" => RequestSent "request_sent" (SentRequest);
        /// Report that the answer came.
        Request Fact: RecordReceipt "record_receipt" => RequestReceived "request_received" (OfRequest);
        /// Look at the answer and say whether it is clear.
        Request Wish: ReviewRequest "review_request" => RequestReviewed "request_reviewed" (ReviewedRequest);
        /// Ask no longer, with a reason code.
        Request Wish: CancelRequest "cancel_request" => RequestCancelled "request_cancelled" (OfRequest);

        /// Propose that a giver helps with a need.
        Deployment Wish: ProposeDeployment "propose_deployment" => DeploymentProposed "deployment_proposed" (Proposal);
        /// Record that no conflict of interest stands in the way.
        Deployment Wish: ClearConflict "clear_conflict" => ConflictCleared "conflict_cleared" (OfDeployment);
        /// Consent to it in a role that the protocol names.
        Deployment Wish: GiveConsent "give_consent" => ConsentGiven "consent_given" (Consent);
        /// Agree purpose, time, dates and exit.
        Deployment Wish: AgreeDeployment "agree_deployment" => DeploymentAgreed "deployment_agreed" (Agreed);
        /// Start the work.
        Deployment Wish: StartDeployment "start_deployment" => DeploymentStarted "deployment_started" (OfDeployment);
        /// Let the help fade.
        Deployment Wish: TaperDeployment "taper_deployment" => DeploymentTapered "deployment_tapered" (OfDeployment);
        /// End the work as agreed.
        Deployment Wish: CompleteDeployment "complete_deployment" => DeploymentCompleted "deployment_completed" (OfDeployment);
        /// Say what it brought.
        Deployment Wish: ReviewImpact "review_impact" => ImpactReviewed "impact_reviewed" (Impact);
        /// Turn the proposal down, with a reason code.
        Deployment Wish: DeclineDeployment "decline_deployment" => DeploymentDeclined "deployment_declined" (Declined);
        /// Take the proposal back before it was agreed, with a reason code.
        Deployment Wish: WithdrawDeployment "withdraw_deployment" => DeploymentWithdrawn "deployment_withdrawn" (OfDeployment);
        /// Break off an agreed deployment, with a reason code.
        Deployment Wish: CancelDeployment "cancel_deployment" => DeploymentCancelled "deployment_cancelled" (OfDeployment);
        /// Report a first contact with staff, parents or pupils.
        Deployment Fact: RecordContact "record_contact" => ContactRecorded "contact_recorded" (RecordedContact);
        /// Report whether a baseline expectation is met.
        Deployment Fact: CheckExpectation "check_expectation" => ExpectationChecked "expectation_checked" (CheckedExpectation);
        /// Report working time that was delivered.
        Deployment Fact: LogTime "log_time" => TimeLogged "time_logged" (LoggedTime);

        /// Set an objective for a need.
        Objective Wish: SetObjective "set_objective" => ObjectiveSet "objective_set" (SetObjectiveFor);
        /// Report how an objective comes on.
        Objective Fact: NoteProgress "note_progress" => ProgressNoted "progress_noted" (ProgressNote);
        /// Close an objective.
        Objective Wish: CloseObjective "close_objective" => ObjectiveClosed "objective_closed" (OfObjective);
        /// Take up a closed objective again, with a reason code.
        Objective Wish: ReopenObjective "reopen_objective" => ObjectiveReopened "objective_reopened" (OfObjective);

        /// Report a data check, informal visit or formal review.
        Need Fact: RecordMonitoring "record_monitoring" => MonitoringRecorded "monitoring_recorded" (MonitoringRecord);

        /// Plan a review of progress.
        ProgressReview Wish: PlanProgressReview "plan_progress_review" => ProgressReviewPlanned "progress_review_planned" (PlannedProgressReview);
        /// Record how progress was found, and when it is looked at next.
        ProgressReview Wish: RecordProgressReview "record_progress_review" => ProgressReviewRecorded "progress_review_recorded" (RecordedProgressReview);

        /// Raise a concern.
        Concern Wish: RaiseConcern "raise_concern" => ConcernRaised "concern_raised" (RaisedConcern);
        /// Record that a concern is resolved.
        Concern Wish: ResolveConcern "resolve_concern" => ConcernResolved "concern_resolved" (OfConcern);
        /// Escalate a concern, with a reason code.
        Concern Wish: EscalateConcern "escalate_concern" => ConcernEscalated "concern_escalated" (EscalatedConcern);
        /// Use a power of the protocol after an escalation.
        Concern Wish: UsePower "use_power" => PowerUsed "power_used" (UsedPower);
        /// Close an escalated concern.
        Concern Wish: CloseConcern "close_concern" => ConcernClosed "concern_closed" (OfConcern);
        /// Take up a concern again, with a reason code.
        Concern Wish: ReopenConcern "reopen_concern" => ConcernReopened "concern_reopened" (OfConcern);

        /// Ask a question that must be answered.
        Challenge Wish: RaiseChallenge "raise_challenge" => ChallengeRaised "challenge_raised" (RaisedChallenge);
        /// Answer it.
        Challenge Wish: AnswerChallenge "answer_challenge" => ChallengeAnswered "challenge_answered" (OfChallenge);
        /// Accept the answer.
        Challenge Wish: SettleChallenge "settle_challenge" => ChallengeSettled "challenge_settled" (OfChallenge);
        /// Take it to the next level: the answer is overdue, or does not do.
        Challenge Wish: EscalateChallenge "escalate_challenge" => ChallengeEscalated "challenge_escalated" (OfChallenge);

        /// Recommend what should become of the help for a need.
        Decision Wish: RecommendReallocation "recommend_reallocation" => ReallocationRecommended "reallocation_recommended" (Recommended);
        /// Decide on a recommendation; another person than the one who recommended.
        Decision Wish: DecideReallocation "decide_reallocation" => ReallocationDecided "reallocation_decided" (Decided);

        /// Recommend an outcome of a decision that the protocol asks for.
        Approval Wish: RecommendApproval "recommend_approval" => ApprovalRecommended "approval_recommended" (RecommendedApproval);
        /// Decide; another person than the one who recommended.
        Approval Wish: DecideApproval "decide_approval" => ApprovalDecided "approval_decided" (DecidedApproval);
        /// Take a decision back, with a reason code, while nothing rests on it.
        Approval Wish: RevokeApproval "revoke_approval" => ApprovalRevoked "approval_revoked" (OfApproval);

        /// Agree that one person coaches another.
        Coaching Wish: ContractCoaching "contract_coaching" => CoachingContracted "coaching_contracted" (ContractedCoaching);
        /// Report that a session was held.
        Coaching Fact: RecordSession "record_session" => SessionRecorded "session_recorded" (HeldSession);
        /// End the coaching.
        Coaching Wish: CloseCoaching "close_coaching" => CoachingClosed "coaching_closed" (OfCoaching);

        /// Record that a school is interested in joining.
        DueDiligence Wish: RegisterInterest "register_interest" => InterestRegistered "interest_registered" (OfDueDiligence);
        /// Begin the first look at what is known of it.
        DueDiligence Wish: BeginTriage "begin_triage" => TriageBegun "triage_begun" (OfDueDiligence);
        /// Begin the whole look.
        DueDiligence Wish: BeginDetailedDiligence "begin_detailed_diligence" => DetailedDiligenceBegun "detailed_diligence_begun" (OfDueDiligence);
        /// Record that a part of it is done, with the needs it found.
        DueDiligence Wish: CompletePart "complete_part" => PartCompleted "part_completed" (CompletedPart);
        /// Accept the school.
        DueDiligence Wish: AcceptJoiner "accept_joiner" => JoinerAccepted "joiner_accepted" (OfDueDiligence);
        /// Put it off.
        DueDiligence Wish: DeferJoiner "defer_joiner" => JoinerDeferred "joiner_deferred" (OfDueDiligence);
        /// Decline it.
        DueDiligence Wish: DeclineJoiner "decline_joiner" => JoinerDeclined "joiner_declined" (OfDueDiligence);
        /// Take the school in, with a first map of support.
        DueDiligence Wish: OnboardJoiner "onboard_joiner" => JoinerOnboarded "joiner_onboarded" (OfDueDiligence);

        /// Begin a task of the protocol.
        Task Wish: StartTask "start_task" => TaskStarted "task_started" (OfTask);
        /// Record that a task of the protocol is done.
        Task Wish: CompleteTask "complete_task" => TaskCompleted "task_completed" (CompletedTask);
        /// Take up a task again, with a reason code, while nothing rests on it.
        Task Wish: ReopenTask "reopen_task" => TaskReopened "task_reopened" (OfTask);
    }
    consequences {
        /// A need moved to another phase because of the event before.
        NeedMoved "need_moved" (NeedMoved);
        /// A need asks for another number of deployments because of the event before.
        NeedUnitsChanged "need_units_changed" (NeedUnitsChanged);
        /// The level of pressure about a need changed because of the event before.
        PressureChanged "pressure_changed" (PressureChanged);
        /// Something ended because what it belongs to was closed by the event before.
        ChildEnded "child_ended" (ChildEnded);
    }
}

/// Something that is no command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotACommand {
    /// The code is not in the catalogue.
    #[error("no command {code:?} is known")]
    UnknownType {
        /// The code.
        code: String,
    },
    /// The payload has not the shape of its code.
    #[error("{code}: {why}")]
    Malformed {
        /// The code.
        code: String,
        /// What is wrong with it.
        why: String,
    },
    /// The payload has fields that the code does not know.
    #[error("{code} has no field {}", .fields.join(", "))]
    UnknownFields {
        /// The code.
        code: String,
        /// Every such field, with its path.
        fields: Vec<String>,
    },
}

/// Reads a payload of a command and refuses fields it does not know: what is written to be done must not be
/// lost in reading.
///
/// # Errors
/// [`NotACommand`] with what is wrong, or every unknown field.
pub fn payload<T: serde::de::DeserializeOwned>(
    code: &str,
    data: &serde_json::Value,
) -> Result<T, NotACommand> {
    let mut fields = Vec::new();
    let read = serde_ignored::deserialize(data, |path| fields.push(path.to_string()));
    let code = code.to_owned();
    match read {
        Err(error) => Err(NotACommand::Malformed {
            code,
            why: error.to_string(),
        }),
        Ok(_) if !fields.is_empty() => Err(NotACommand::UnknownFields { code, fields }),
        Ok(payload) => Ok(payload),
    }
}

impl<'de> Deserialize<'de> for Command {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Wire {
            #[serde(rename = "type")]
            code: String,
            #[serde(default = "nothing")]
            data: serde_json::Value,
        }
        let wire = Wire::deserialize(deserializer)?;
        Self::read(&wire.code, &wire.data).map_err(serde::de::Error::custom)
    }
}

fn nothing() -> serde_json::Value {
    serde_json::Value::Object(serde_json::Map::new())
}

/// The first line of a doc comment, without the blank before it.
const fn first_line(lines: &[&'static str]) -> &'static str {
    match lines.first() {
        Some(line) => line.trim_ascii_start(),
        None => "",
    }
}

impl Act {
    /// Its code in words, the first with a capital: what a button says.
    pub fn label(self) -> String {
        let mut label = self.code().replace('_', " ");
        if let Some(first) = label.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        label
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_command_that_says_nothing_more_needs_no_data_and_takes_none_it_does_not_know() {
        let read = |json| serde_json::from_str::<Command>(json).map_err(|error| error.to_string());
        let pause = Command::PauseCycle(crate::cycle::OverCycle {});
        assert_eq!(read(r#"{"type":"pause_cycle"}"#), Ok(pause.clone()));
        assert_eq!(read(r#"{"type":"pause_cycle","data":{}}"#), Ok(pause));
        let unknown = read(r#"{"type":"pause_cycle","data":{"why":"illness"}}"#);
        assert_eq!(unknown.unwrap_err(), "pause_cycle has no field why");
        assert!(read(r#"{"type":"pause_cycle","why":"illness"}"#).is_err());
        let none = read(r#"{"type":"applaud"}"#);
        assert_eq!(none.unwrap_err(), r#"no command "applaud" is known"#);
    }

    #[test]
    fn an_act_reads_as_a_button_does() {
        assert_eq!(Act::AgreeDiagnosis.label(), "Agree diagnosis");
        assert_eq!(Act::AgreeDiagnosis.to_string(), "agree_diagnosis");
        assert_eq!(
            Act::AgreeDiagnosis.says(),
            "Agree what a need is and how severe; it then waits for a match."
        );
    }

    #[test]
    fn codes_are_unique() {
        let codes: BTreeSet<_> = Event::CODES.iter().collect();
        assert_eq!(codes.len(), Event::CODES.len());
        let acts: BTreeSet<_> = Act::ALL.iter().map(|act| act.code()).collect();
        assert_eq!(acts.len(), Act::ALL.len());
    }
}
