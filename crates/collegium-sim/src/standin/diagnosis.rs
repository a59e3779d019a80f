//! From a reported need to an agreed diagnosis: self-evaluation, visit, report, reply.

use super::{StandIn, StandInError, Task, habits, hour};
use chrono::NaiveDate;
use collegium_engine::cycle::{
    acts::Command,
    cycle::Cycle,
    need::{AgreedDiagnosis, NeedPhase, OfNeed},
    review::{Feedback, GivenFeedback, OfReview, Reviewer, ScheduledVisit, Team},
    self_evaluation::OfSelfEvaluation,
};
use collegium_model::{
    calendar::Span,
    id::{CycleId, NeedId, ReviewId, SchoolId, SelfEvaluationId},
    need::Severity,
    quantity::Units,
    uuid::Uuid,
};

impl StandIn<'_> {
    pub(super) fn begin_diagnosis(&mut self, cycle: CycleId) -> Result<(), StandInError> {
        let (head, adviser) = (self.host(cycle), self.serving("adviser"));
        for need in self.needs_in(cycle, NeedPhase::Scoping) {
            self.ask(&adviser, cycle, Command::BeginDiagnosis(OfNeed { need }))?;
        }
        let self_evaluation = self.ids.next(SelfEvaluationId::new);
        self.ask(
            &head,
            cycle,
            Command::DraftSelfEvaluation(OfSelfEvaluation { self_evaluation }),
        )?;
        let days = 3 + self.luck("self-evaluation", cycle.uuid()).below(3);
        self.in_school_days(days, 11, Task::Consult(cycle))
    }

    pub(super) fn consult(&mut self, cycle: CycleId) -> Result<(), StandInError> {
        let head = self.host(cycle);
        for it in self.self_evaluations(cycle) {
            self.ask(&head, cycle, Command::ConsultOnSelfEvaluation(it))?;
        }
        self.in_school_days(2, 15, Task::Submit(cycle))
    }

    pub(super) fn submit(&mut self, cycle: CycleId) -> Result<(), StandInError> {
        let head = self.host(cycle);
        for it in self.self_evaluations(cycle) {
            self.ask(&head, cycle, Command::SubmitSelfEvaluation(it.clone()))?;
            self.ask(&head, cycle, Command::ShareSelfEvaluation(it))?;
        }
        self.in_school_days(1, 10, Task::PlanReview(cycle))
    }

    pub(super) fn plan_review(&mut self, cycle: CycleId) -> Result<(), StandInError> {
        let broker = self.serving("broker");
        let review = self.ids.next(ReviewId::new);
        self.ask(&broker, cycle, Command::PlanReview(OfReview { review }))?;
        let team = self.team(cycle, review);
        self.ask(&broker, cycle, Command::FormTeam(team))?;
        let visit = self.visit_day(cycle)?;
        self.ask(
            &broker,
            cycle,
            Command::ScheduleReview(ScheduledVisit {
                review,
                visit,
                until: None,
            }),
        )?;
        self.agenda
            .put(visit.and_time(hour(9)), Task::Visit(cycle, review));
        Ok(())
    }

    /// A day that leaves the school the notice it is due, outside the last days of a term.
    fn visit_day(&self, cycle: CycleId) -> Result<NaiveDate, StandInError> {
        let workload = &self.network().rules().protocol().workload;
        let after = |day, span| self.calendar.after(day, span);
        let earliest = workload
            .notice
            .map_or(Ok(self.now.date()), |notice| after(self.now.date(), notice))?;
        let days = u16::try_from(self.luck("visit", cycle.uuid()).below(3)).unwrap_or(0);
        let mut day = after(earliest, Span::SchoolDays(days))?;
        while self
            .calendar
            .school_days_to_term_end(day)
            .is_none_or(|left| left <= workload.end_of_term)
        {
            day = after(day, Span::SchoolDays(1))?;
        }
        Ok(day)
    }

    pub(super) fn visit(&mut self, cycle: CycleId, review: ReviewId) -> Result<(), StandInError> {
        let lead = self.serving("lead_reviewer");
        self.ask(&lead, cycle, Command::BeginReview(OfReview { review }))?;
        self.in_school_days(1, 16, Task::Draft(cycle, review))
    }

    pub(super) fn draft(&mut self, cycle: CycleId, review: ReviewId) -> Result<(), StandInError> {
        let lead = self.serving("lead_reviewer");
        self.ask(
            &lead,
            cycle,
            Command::GiveFeedback(GivenFeedback {
                review,
                ways: Feedback::ALL.to_vec(),
            }),
        )?;
        self.ask(&lead, cycle, Command::DraftReport(OfReview { review }))?;
        self.ask(&lead, cycle, Command::OpenRightOfReply(OfReview { review }))?;
        let days = 2 + self.luck("reply", cycle.uuid()).below(4);
        self.in_school_days(days, 12, Task::AgreeReport(cycle, review))
    }

    pub(super) fn agree_report(&mut self, cycle: CycleId, review: ReviewId) -> Result<(), StandInError> {
        let (head, adviser) = (self.host(cycle), self.serving("adviser"));
        self.ask(&head, cycle, Command::AgreeReport(OfReview { review }))?;
        self.ask(&head, cycle, Command::ShareReport(OfReview { review }))?;
        for need in self.needs_in(cycle, NeedPhase::Diagnosis) {
            let found = self.found(cycle, need);
            self.ask(&adviser, cycle, Command::AgreeDiagnosis(found))?;
        }
        Ok(())
    }

    /// A lead for the network, and two peers, each from another school; from outside the network where it
    /// has too few.
    fn team(&self, cycle: CycleId, review: ReviewId) -> Team {
        let host = self.cycle(cycle).and_then(Cycle::school);
        let mut others: Vec<SchoolId> = self
            .setting
            .members
            .iter()
            .map(|member| member.school)
            .filter(|it| Some(*it) != host)
            .collect();
        let mut luck = self.luck("team", cycle.uuid());
        let mut outside = 0;
        let mut from = || {
            let count = u32::try_from(others.len()).unwrap_or(u32::MAX);
            let at = usize::try_from(luck.below(count)).unwrap_or(0);
            if others.is_empty() {
                outside += 1;
                SchoolId::new(Uuid::from_u128(review.uuid().as_u128() ^ (outside - 1)))
            } else {
                others.swap_remove(at)
            }
        };
        let lead = Reviewer {
            person: self.serving("lead_reviewer").person,
            school: from(),
            has_shadowed: true,
        };
        let peer = |school| Reviewer {
            person: self.at(school, "peer_reviewer").person,
            school,
            has_shadowed: false,
        };
        let peers = vec![peer(from()), peer(from())];
        Team { review, lead, peers }
    }

    /// What the visit found: mostly what the signals said.
    fn found(&self, cycle: CycleId, need: NeedId) -> AgreedDiagnosis {
        let mut luck = self.luck("found", need.uuid());
        let reported = self
            .cycle(cycle)
            .and_then(|cycle| cycle.needs.get(&need))
            .map(|state| &state.need);
        let (severity, units) = reported.map_or((Severity::Low, Units::default()), |need| {
            (need.severity, need.units)
        });
        let rank = usize::from(severity.rank()) - 1;
        let drawn = luck.below(1000);
        let rank = match drawn {
            _ if drawn < habits::MILDER => rank.saturating_sub(1),
            _ if drawn < habits::MILDER + habits::GRAVER => rank + 1,
            _ => rank,
        };
        let severity = Severity::ALL.get(rank).copied().unwrap_or(Severity::Urgent);
        AgreedDiagnosis {
            need,
            severity,
            units,
        }
    }

    fn needs_in(&self, cycle: CycleId, phase: NeedPhase) -> Vec<NeedId> {
        let Some(cycle) = self.cycle(cycle) else {
            return Vec::new();
        };
        cycle
            .needs
            .iter()
            .filter(|(_, state)| state.phase == phase)
            .map(|(need, _)| *need)
            .collect()
    }

    fn self_evaluations(&self, cycle: CycleId) -> Vec<OfSelfEvaluation> {
        let Some(cycle) = self.cycle(cycle) else {
            return Vec::new();
        };
        cycle
            .self_evaluations
            .keys()
            .map(|id| OfSelfEvaluation { self_evaluation: *id })
            .collect()
    }
}
