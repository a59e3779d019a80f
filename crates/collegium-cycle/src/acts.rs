//! The catalogue: every command with the event that records it, under its stable wire code.
//!
//! One rule holds for all of them: an accepted command is recorded **whole**, its event carrying the same
//! payload; what follows from it (a need that moves on) is recorded as further events beside it. So an
//! event can always be judged again as the command that caused it, which is how a log is checked.

use crate::{
    child::{Addressed, Child, Machine},
    cycle::{NeedMoved, NeedUnitsChanged, OpenedCycle, OverCycle},
    decision::{Decided, Recommended},
    deployment::{Agreed, Consent, Declined, Impact, OfDeployment, Proposal},
    monitoring::MonitoringRecord,
    need::{AgreedDiagnosis, OfNeed, ReportedNeed},
    objective::{OfObjective, ProgressNote, SetObjectiveFor},
    request::{OfRequest, ReviewedRequest, SentRequest},
    review::{OfReview, ScheduledVisit, Team},
    self_evaluation::OfSelfEvaluation,
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

macro_rules! acts {
    (
        acts { $($(#[$doc:meta])* $machine:ident $kind:ident: $command:ident $command_code:literal
            => $event:ident $event_code:literal ($payload:ty);)* }
        consequences { $($(#[$cdoc:meta])* $cmachine:ident: $consequence:ident $consequence_code:literal ($cpayload:ty);)* }
    ) => {
        /// The name of a command without its payload: what tables, protocols and permissions speak of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum Act { $($(#[$doc])* #[serde(rename = $command_code)] $command,)* }

        impl Act {
            /// Every act, in the order of a cycle.
            pub const ALL: &[Self] = &[$(Self::$command),*];

            /// The stable wire code of the command.
            pub const fn code(self) -> &'static str { match self { $(Self::$command => $command_code),* } }

            /// The stable wire code of the event that records it.
            pub const fn event_code(self) -> &'static str { match self { $(Self::$command => $event_code),* } }

            /// The machine whose table it stands in.
            pub const fn machine(self) -> Machine { match self { $(Self::$command => Machine::$machine),* } }

            /// Wish or report of fact.
            pub const fn kind(self) -> Kind { match self { $(Self::$command => Kind::$kind),* } }
        }

        /// What somebody asks for, or reports.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(tag = "type", content = "data")]
        #[non_exhaustive]
        pub enum Command { $($(#[$doc])* #[serde(rename = $command_code)] $command($payload),)* }

        impl Command {
            /// Its name without the payload.
            pub const fn act(&self) -> Act { match self { $(Self::$command(_) => Act::$command),* } }

            /// What it is about.
            pub fn child(&self) -> Child { match self { $(Self::$command(payload) => payload.child()),* } }

            /// The event that records it once it is accepted.
            pub fn event(&self) -> Event { match self { $(Self::$command(payload) => Event::$event(payload.clone())),* } }
        }

        /// What has happened.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

            /// The machine whose state it changes.
            pub const fn machine(&self) -> Machine {
                match self {
                    $(Self::$event(_) => Machine::$machine,)*
                    $(Self::$consequence(_) => Machine::$cmachine,)*
                }
            }

            /// The version of its payload's shape.
            pub const fn version(&self) -> u16 { 1 }

            /// The command that it records; none where it only follows from another event.
            pub fn command(&self) -> Option<Command> {
                match self {
                    $(Self::$event(payload) => Some(Command::$command(payload.clone())),)*
                    $(Self::$consequence(_) => None,)*
                }
            }

            /// The payload as JSON text, without type and version.
            pub fn payload(&self) -> Result<Box<RawValue>, serde_json::Error> {
                match self {
                    $(Self::$event(payload) => serde_json::value::to_raw_value(payload),)*
                    $(Self::$consequence(payload) => serde_json::value::to_raw_value(payload),)*
                }
            }

            /// Reads a payload under its type and version; none where the type is not of this catalogue.
            pub fn read(code: &str, version: u16, data: &RawValue) -> Option<Result<Self, Unreadable>> {
                let unreadable = |why: String| Unreadable { code: code.to_owned(), version, why };
                let text = data.get();
                let parsed = match code {
                    $($event_code => serde_json::from_str(text).map(Self::$event),)*
                    $($consequence_code => serde_json::from_str(text).map(Self::$consequence),)*
                    _ => return None,
                };
                Some(if version == 1 {
                    parsed.map_err(|error| unreadable(error.to_string()))
                } else {
                    Err(unreadable("this software knows version 1 of it".to_owned()))
                })
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
        /// Close the cycle once nothing in it is open.
        Cycle Wish: CloseCycle "close_cycle" => CycleClosed "cycle_closed" (OverCycle);

        /// Report that the school needs help.
        Need Fact: ReportNeed "report_need" => NeedReported "need_reported" (ReportedNeed);
        /// Begin to find out what a need is about.
        Need Wish: BeginDiagnosis "begin_diagnosis" => DiagnosisBegun "diagnosis_begun" (OfNeed);
        /// Agree what a need is and how severe; it then waits for a match.
        Need Wish: AgreeDiagnosis "agree_diagnosis" => DiagnosisAgreed "diagnosis_agreed" (AgreedDiagnosis);
        /// Close a need that asks for no more help.
        Need Wish: CloseNeed "close_need" => NeedClosed "need_closed" (OfNeed);

        /// Begin a self-evaluation.
        SelfEvaluation Wish: DraftSelfEvaluation "draft_self_evaluation" => SelfEvaluationDrafted "self_evaluation_drafted" (OfSelfEvaluation);
        /// Record that staff, pupils and families were heard on it.
        SelfEvaluation Wish: ConsultOnSelfEvaluation "consult_on_self_evaluation" => SelfEvaluationConsulted "self_evaluation_consulted" (OfSelfEvaluation);
        /// Hand it in.
        SelfEvaluation Wish: SubmitSelfEvaluation "submit_self_evaluation" => SelfEvaluationSubmitted "self_evaluation_submitted" (OfSelfEvaluation);
        /// Share it with the review team.
        SelfEvaluation Wish: ShareSelfEvaluation "share_self_evaluation" => SelfEvaluationShared "self_evaluation_shared" (OfSelfEvaluation);

        /// Plan a review visit.
        Review Wish: PlanReview "plan_review" => ReviewPlanned "review_planned" (OfReview);
        /// Name the lead and the peers.
        Review Wish: FormTeam "form_team" => TeamFormed "team_formed" (Team);
        /// Fix the day of the visit.
        Review Wish: ScheduleReview "schedule_review" => ReviewScheduled "review_scheduled" (ScheduledVisit);
        /// Begin the visit.
        Review Wish: BeginReview "begin_review" => ReviewBegun "review_begun" (OfReview);
        /// Record that the team and the school spoke about what was seen, both ways.
        Review Wish: GiveFeedback "give_feedback" => FeedbackGiven "feedback_given" (OfReview);
        /// Put the report in draft.
        Review Wish: DraftReport "draft_report" => ReportDrafted "report_drafted" (OfReview);
        /// Give the draft to the host head for reply.
        Review Wish: OpenRightOfReply "open_right_of_reply" => RightOfReplyOpened "right_of_reply_opened" (OfReview);
        /// Agree the report: the host owns it.
        Review Wish: AgreeReport "agree_report" => ReportAgreed "report_agreed" (OfReview);
        /// Share the agreed report.
        Review Wish: ShareReport "share_report" => ReportShared "report_shared" (OfReview);
        /// Cancel the visit, with a reason code.
        Review Wish: CancelReview "cancel_review" => ReviewCancelled "review_cancelled" (OfReview);

        /// Ask somebody for a consent, a conflict declaration or a document.
        Request Wish: SendRequest "send_request" => RequestSent "request_sent" (SentRequest);
        /// Report that the answer came.
        Request Fact: RecordReceipt "record_receipt" => RequestReceived "request_received" (OfRequest);
        /// Look at the answer and say whether it is clear.
        Request Wish: ReviewRequest "review_request" => RequestReviewed "request_reviewed" (ReviewedRequest);

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

        /// Set an objective for a need.
        Objective Wish: SetObjective "set_objective" => ObjectiveSet "objective_set" (SetObjectiveFor);
        /// Note how an objective comes on.
        Objective Fact: NoteProgress "note_progress" => ProgressNoted "progress_noted" (ProgressNote);
        /// Close an objective.
        Objective Wish: CloseObjective "close_objective" => ObjectiveClosed "objective_closed" (OfObjective);

        /// Report a data check, informal visit or formal review.
        Need Fact: RecordMonitoring "record_monitoring" => MonitoringRecorded "monitoring_recorded" (MonitoringRecord);

        /// Recommend what should become of the help for a need.
        Decision Wish: RecommendReallocation "recommend_reallocation" => ReallocationRecommended "reallocation_recommended" (Recommended);
        /// Decide on a recommendation; another person than the one who recommended.
        Decision Wish: DecideReallocation "decide_reallocation" => ReallocationDecided "reallocation_decided" (Decided);
    }
    consequences {
        /// A need moved to another phase because of the event before.
        Need: NeedMoved "need_moved" (NeedMoved);
        /// A need asks for another number of deployments because of the event before.
        Need: NeedUnitsChanged "need_units_changed" (NeedUnitsChanged);
    }
}

/// An event whose payload does not have the shape of its type and version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code} (version {version}) cannot be read: {why}")]
pub struct Unreadable {
    /// The event's type.
    pub code: String,
    /// Its version.
    pub version: u16,
    /// What is wrong with it.
    pub why: String,
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
    fn codes_are_unique() {
        let codes: BTreeSet<_> = Event::CODES.iter().collect();
        assert_eq!(codes.len(), Event::CODES.len());
        let acts: BTreeSet<_> = Act::ALL.iter().map(|act| act.code()).collect();
        assert_eq!(acts.len(), Act::ALL.len());
    }
}
