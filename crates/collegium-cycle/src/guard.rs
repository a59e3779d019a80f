//! What each named guard of a protocol asks. A guard that asks about a command's payload is silent while
//! there is only an act to judge.

mod evidence;
mod help;
mod order;
mod reversal;
mod side;
mod visit;

pub(crate) use help::covers;

use crate::{
    acts::{Act, Command},
    child::Child,
    context::Context,
    cycle::Cycle,
    protocol::{Guard, Leaving},
    refusal::Blocker,
    rules::Rules,
    standing::Standing,
};
use collegium_model::{
    code::{Role, Roles},
    short_code::ApprovalKind,
};
use std::cell::OnceCell;

/// An act that is judged: what it is about and, once there is a command, its payload.
pub(crate) struct Asked<'a> {
    pub(crate) cycle: &'a Cycle,
    pub(crate) act: Act,
    pub(crate) child: Child,
    pub(crate) command: Option<&'a Command>,
    pub(crate) context: &'a Context<'a>,
    pub(crate) rules: &'a Rules,
    /// What is worked out at most once for all that is judged together.
    pub(crate) once: &'a Once<'a>,
}

/// What several judgements of one state share, once one of them has asked.
#[derive(Default)]
pub(crate) struct Once<'a> {
    standing: OnceCell<Standing<'a>>,
    held: OnceCell<Roles>,
}

impl Once<'_> {
    /// The actor's roles as a refusal tells them.
    pub(crate) fn held(&self, roles: &[Role]) -> Roles {
        self.held.get_or_init(|| roles.into()).clone()
    }
}

impl<'a> Asked<'a> {
    /// How the protocol's tasks stand.
    pub(crate) fn standing(&self) -> &'a Standing<'a> {
        self.once
            .standing
            .get_or_init(|| Standing::of(self.cycle, self.rules))
    }

    /// The kind of the approval it is about, where it is about one and that is known.
    pub(crate) fn approval_kind(&self) -> Option<ApprovalKind> {
        match (self.command, self.child) {
            (Some(Command::RecommendApproval(it)), _) => Some(it.kind),
            (_, Child::Approval(id)) => self.cycle.approvals.get(&id).map(|it| it.kind),
            _ => None,
        }
    }

    /// What stands in the way of one guard.
    pub(crate) fn blockers(&self, guard: Guard) -> Vec<Blocker> {
        match guard {
            Guard::SelfEvaluationSubmitted => self.self_evaluation_submitted(),
            Guard::ReviewAgreed => self.review_agreed(),
            Guard::TeamFromElsewhere => self.team_from_elsewhere(),
            Guard::LeadHasShadowed => self.lead_has_shadowed(),
            Guard::NoInterest => self.no_interest(),
            Guard::VisitOnSchoolDay => self.visit_on_school_day(),
            Guard::VisitOutsideProtected => self.visit_outside_protected(),
            Guard::Notice => self.notice(),
            Guard::VisitsWithinLimit => self.visits_within_limit(),
            Guard::RequestsWithinLimit => self.requests_within_limit(),
            Guard::VisitLength => self.visit_length(),
            Guard::VisitHasCome => self.visit_has_come(),
            Guard::VisitOver => self.visit_over(),
            Guard::FeedbackBothWays => self.feedback_both_ways(),
            Guard::EnquiriesAnswered => self.enquiries_answered(),
            Guard::EvidenceSuffices => self.evidence_suffices(),
            Guard::Triangulated => self.triangulated(),
            Guard::ChampionFromElsewhere => self.champion_from_elsewhere(),
            Guard::ActionsWhole => self.actions_whole(),
            Guard::ConflictsClear => self.conflicts_clear(),
            Guard::ConsentDue => self.consent_due(),
            Guard::ConsentsGiven => self.consents_given(),
            Guard::DatesInOrder => self.dates_in_order(),
            Guard::ExitAgreed => self.exit_agreed(),
            Guard::CoordinatorNamed => self.coordinator_named(),
            Guard::StartHasCome => self.start_has_come(),
            Guard::TimeReconciles => self.time_reconciles(),
            Guard::FirstWeeksRecorded => self.first_weeks_recorded(),
            Guard::LeadershipKept => self.leadership_kept(),
            Guard::SpanWithinLimit => self.span_within_limit(),
            Guard::ReasonGiven => unless(
                self.command.is_none() || self.context.reason.is_some(),
                Blocker::ReasonMissing,
            ),
            Guard::NothingOpen => self.nothing_open(),
            Guard::NoLiveDeployment => self.no_live_deployment(),
            Guard::NothingRestsOnIt => self.nothing_rests_on_it(),
            Guard::NeedAwaitsMatch => self.need_awaits_match(),
            Guard::GiverIsNew => self.giver_is_new(),
            Guard::GiverNotFallen => self.giver_not_fallen(),
            Guard::SizeFixed => self.size_fixed(),
            Guard::NeedMonitored => self.need_monitored(),
            Guard::DecidedByAnother => self.decided_by_another(),
            Guard::OutcomeListed => self.outcome_listed(),
            Guard::AskedFor => self.asked_for(),
            Guard::NextAfterThis => self.next_after_this(),
            Guard::StepsTaken => self.steps_taken(),
            Guard::ChallengeFirst => self.challenge_first(),
            Guard::AnswerOverdueOrGiven => self.answer_overdue_or_given(),
            Guard::ExtensionForward => self.extension_forward(),
            Guard::Listed => self.listed(),
            Guard::MigrationFits => self.migration_fits(),
            Guard::OwnSchool => match self.belongs() {
                Some(belongs) => unless(belongs, Blocker::NotOwnSchool),
                None => vec![Blocker::SchoolUnknown],
            },
            Guard::NotOwnSchool => match self.belongs() {
                Some(belongs) => unless(!belongs, Blocker::OwnSchool),
                None => vec![Blocker::SchoolUnknown],
            },
            Guard::PartComplete(part) => self.part_complete(part),
            Guard::TaskComplete(task) => self.task_complete(task),
            Guard::Approved(it) => unless(
                self.cycle.came_to(it.approval) == Some(it.is),
                Blocker::ApprovalMissing {
                    approval: it.approval,
                    needed: it.is,
                },
            ),
            Guard::Fact(fact) => unless(self.context.facts.contains(&fact), Blocker::FactMissing { fact }),
            Guard::NotBefore(span) => self.not_before(span),
        }
    }

    /// Whether the actor belongs to the school of the cycle; none where that is not known.
    fn belongs(&self) -> Option<bool> {
        let school = self.context.school?;
        Some(self.cycle.school() == Some(school))
    }

    fn not_before(&self, span: collegium_model::calendar::Span) -> Vec<Blocker> {
        let Some((_, since)) = self.cycle.stands(self.child) else {
            return Vec::new();
        };
        match self.context.calendar.after(since.date(), span) {
            Ok(from) => unless(self.context.at.date() >= from, Blocker::TooEarly { from }),
            Err(_) => vec![Blocker::BeyondCalendar { day: since.date() }],
        }
    }

    /// What is open and keeps from being closed what it belongs to.
    fn nothing_open(&self) -> Vec<Blocker> {
        let refuses = |child: &Child| {
            let moving_on = &self.rules.protocol().moving_on;
            moving_on.leaving(self.act, child.machine()) == Leaving::Refuse
        };
        let mut children = Vec::new();
        match self.child {
            Child::Cycle => self
                .cycle
                .open_children()
                .filter(refuses)
                .for_each(|it| children.push(it)),
            Child::Need(need) => self
                .cycle
                .open_about(need)
                .filter(refuses)
                .for_each(|it| children.push(it)),
            _ => {}
        }
        unless(children.is_empty(), Blocker::StillOpen { children })
    }
}

pub(crate) fn unless(holds: bool, blocker: Blocker) -> Vec<Blocker> {
    if holds { Vec::new() } else { vec![blocker] }
}
