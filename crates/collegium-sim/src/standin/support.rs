//! From a proposal to running support: conflicts, consents, agreement, work, and what is seen of it.

use super::{StandIn, StandInError, Task, habits, hour};
use chrono::NaiveDate;
use collegium_engine::cycle::{
    acts::Command,
    cycle::{Cycle, OverCycle},
    deployment::{
        Agreed, Agreement, CheckedExpectation, Consent, Declined, Deployment, DeploymentPhase, Impact,
        OfDeployment, RecordedContact, Stakeholder,
    },
    monitoring::{Channel, Direction, MonitoringRecord, Rating},
    objective::{ObjectivePhase, OfObjective, ProgressNote, SetObjectiveFor},
    request::{OfRequest, ReviewedRequest},
};
use collegium_model::{
    calendar::Span,
    code::Role,
    id::{CycleId, DeploymentId, NeedId, ObjectiveId, RequestId},
};

impl StandIn<'_> {
    pub(super) fn answer_request(
        &mut self,
        cycle: CycleId,
        deployment: DeploymentId,
        request: RequestId,
    ) -> Result<(), StandInError> {
        let broker = self.serving("broker");
        self.ask(&broker, cycle, Command::RecordReceipt(OfRequest { request }))?;
        self.in_working_days(1, 10, Task::LookAtAnswer(cycle, deployment, request))
    }

    pub(super) fn look_at_answer(
        &mut self,
        cycle: CycleId,
        deployment: DeploymentId,
        request: RequestId,
    ) -> Result<(), StandInError> {
        let broker = self.serving("broker");
        let clear = !self
            .luck("conflict", deployment.uuid())
            .chance(habits::CONFLICT_FOUND);
        self.ask(
            &broker,
            cycle,
            Command::ReviewRequest(ReviewedRequest { request, clear }),
        )?;
        let of = OfDeployment { deployment };
        if !clear {
            return self.ask_because(
                &broker,
                cycle,
                Command::WithdrawDeployment(of),
                "conflict_of_interest",
            );
        }
        self.ask(&broker, cycle, Command::ClearConflict(of))?;
        let roles = self.network().rules().consents().to_vec();
        let mut luck = self.luck("consent", deployment.uuid());
        for role in roles {
            self.in_working_days(1 + luck.below(4), 12, Task::Consent(cycle, deployment, role))?;
        }
        Ok(())
    }

    pub(super) fn consent(
        &mut self,
        cycle: CycleId,
        deployment: DeploymentId,
        by: Role,
    ) -> Result<(), StandInError> {
        let Some(proposed) = self.deployment(cycle, deployment) else {
            return Ok(());
        };
        if proposed.phase() != DeploymentPhase::ConflictCleared {
            return Ok(());
        }
        let giver = proposed.proposal.giver;
        let (player, declines) = match by.as_str() {
            "host_head" => (
                self.host(cycle),
                Some((habits::HEAD_DECLINES, "other_help_preferred")),
            ),
            "releasing_employer" => (
                self.people.at(giver, &by),
                Some((habits::EMPLOYER_DECLINES, "cannot_release")),
            ),
            "commissioner" => (self.people.serving(&by), None),
            _ => (self.people.at(giver, &by), None),
        };
        let mut luck = self.luck(by.as_str(), deployment.uuid());
        if let Some((_, reason)) = declines.filter(|(chance, _)| luck.chance(*chance)) {
            return self.ask_because(
                &player,
                cycle,
                Command::DeclineDeployment(Declined { deployment, by }),
                reason,
            );
        }
        self.ask(&player, cycle, Command::GiveConsent(Consent { deployment, by }))?;
        let given = self
            .deployment(cycle, deployment)
            .map_or(0, |it| it.consents.len());
        if given == self.network().rules().consents().len() {
            self.in_working_days(1, 10, Task::Agree(cycle, deployment))?;
        }
        Ok(())
    }

    pub(super) fn agree(&mut self, cycle: CycleId, deployment: DeploymentId) -> Result<(), StandInError> {
        let is_cleared = |it: &Deployment| it.phase() == DeploymentPhase::ConflictCleared;
        if !self.deployment(cycle, deployment).is_some_and(is_cleared) {
            return Ok(());
        }
        let today = self.now.date();
        let from = self.calendar.after(today, Span::SchoolDays(4))?;
        let to = self
            .support_ends()
            .filter(|end| *end > from)
            .unwrap_or(self.calendar.last_day());
        let half_days = u64::from(self.network().rules().deployment_size().0);
        let cover_cost_pence = half_days * habits::COVER_PENCE_PER_HALF_DAY;
        let coordinator = self.host(cycle).person;
        let agreement = Agreement {
            coordinator: Some(coordinator),
            cover_cost_pence,
            ..Agreement::between(from, to)
        };
        let broker = self.serving("broker");
        self.ask(
            &broker,
            cycle,
            Command::AgreeDeployment(Agreed {
                deployment,
                agreement,
            }),
        )?;
        self.agenda
            .put(from.and_time(hour(9)), Task::Start(cycle, deployment));
        self.agenda
            .put(to.and_time(hour(15)), Task::End(cycle, deployment));
        Ok(())
    }

    pub(super) fn start(&mut self, cycle: CycleId, deployment: DeploymentId) -> Result<(), StandInError> {
        let Some(agreed) = self.deployment(cycle, deployment) else {
            return Ok(());
        };
        if agreed.phase() != DeploymentPhase::Agreed {
            return Ok(());
        }
        let need = agreed.proposal.need;
        let (broker, head) = (self.serving("broker"), self.host(cycle));
        self.ask(
            &broker,
            cycle,
            Command::StartDeployment(OfDeployment { deployment }),
        )?;
        let on = self.now.date();
        for with in Stakeholder::ALL {
            let contact = RecordedContact { deployment, with, on };
            self.ask(&broker, cycle, Command::RecordContact(contact))?;
        }
        let expectations = &self.network().rules().protocol().first_weeks.expectations;
        let expectations: Vec<_> = expectations.keys().copied().collect();
        for expectation in expectations {
            let met = true;
            let checked = CheckedExpectation {
                deployment,
                expectation,
                met,
            };
            self.ask(&broker, cycle, Command::CheckExpectation(checked))?;
        }
        let works_out = self
            .luck("works-out", deployment.uuid())
            .chance(habits::WORKS_OUT);
        self.works_out.insert(deployment, works_out);
        if self.watched.insert(need) {
            let objective = self.ids.next(ObjectiveId::new);
            self.ask(
                &head,
                cycle,
                Command::SetObjective(SetObjectiveFor {
                    objective,
                    need,
                    area: None,
                }),
            )?;
            self.plan_observations(cycle, need);
        }
        Ok(())
    }

    pub(super) fn observe(
        &mut self,
        cycle: CycleId,
        need: NeedId,
        channel: Channel,
    ) -> Result<(), StandInError> {
        let entity = need.uuid();
        let mut luck = self.luck(&format!("{} {}", channel.label(), self.now.date()), entity);
        let Some(works_out) = self.works_out_now(cycle, need) else {
            return Ok(());
        };
        if luck.chance(habits::OBSERVATION_MISSED) {
            return Ok(());
        }
        let (green, amber) = if works_out {
            habits::WORKING
        } else {
            habits::NOT_WORKING
        };
        let rating = match luck.below(1000) {
            drawn if drawn < green => Rating::Green,
            drawn if drawn < green + amber => Rating::Amber,
            _ => Rating::Red,
        };
        let adviser = self.serving("adviser");
        let record = MonitoringRecord {
            need,
            channel,
            on: self.now.date(),
            rating,
        };
        self.ask(&adviser, cycle, Command::RecordMonitoring(record))?;
        if channel == Channel::InformalVisit {
            self.note_progress(cycle, need, rating)?;
        }
        Ok(())
    }

    pub(super) fn end(&mut self, cycle: CycleId, deployment: DeploymentId) -> Result<(), StandInError> {
        let broker = self.serving("broker");
        let of = OfDeployment { deployment };
        match self.deployment(cycle, deployment).map(Deployment::phase) {
            Some(DeploymentPhase::Active | DeploymentPhase::Tapering) => {
                self.ask(&broker, cycle, Command::CompleteDeployment(of))?;
            }
            Some(DeploymentPhase::Completed) => {}
            _ => return Ok(()),
        }
        let rating = match self.works_out.get(&deployment) {
            Some(true) => Rating::Green,
            Some(false) => Rating::Red,
            None => Rating::Amber,
        };
        let head = self.host(cycle);
        self.ask(&head, cycle, Command::ReviewImpact(Impact { deployment, rating }))
    }

    pub(super) fn close_cycle(&mut self, cycle: CycleId) -> Result<(), StandInError> {
        let head = self.host(cycle);
        let open: Vec<_> = self.cycle(cycle).map_or_else(Vec::new, |cycle| {
            let objectives = cycle
                .objectives
                .iter()
                .filter(|(_, it)| it.phase == ObjectivePhase::Open);
            objectives.map(|(id, _)| *id).collect()
        });
        let is_done = |cycle: &Cycle| cycle.is_open() && cycle.phase().is_none();
        if !self.cycle(cycle).is_some_and(is_done) {
            return Ok(());
        }
        for objective in open {
            self.ask(&head, cycle, Command::CloseObjective(OfObjective { objective }))?;
        }
        let broker = self.serving("broker");
        self.ask(&broker, cycle, Command::CloseCycle(OverCycle::default()))
    }

    /// The day support ends: the third term end from the start on, a day short of it.
    pub(super) fn support_ends(&self) -> Option<NaiveDate> {
        let end = self.term_ends.get(2).or(self.term_ends.last())?;
        self.school_days_before(*end, 1)
    }

    fn deployment(&self, cycle: CycleId, deployment: DeploymentId) -> Option<&Deployment> {
        self.cycle(cycle)?.deployments.get(&deployment)
    }

    /// Whether the help that runs now works out; none where no help runs.
    fn works_out_now(&self, cycle: CycleId, need: NeedId) -> Option<bool> {
        let running = self
            .cycle(cycle)?
            .live_deployments(need)
            .filter(|(_, it)| it.is_running());
        running
            .map(|(id, _)| self.works_out.get(&id).copied().unwrap_or(false))
            .reduce(|a, b| a || b)
    }

    /// A data check and an informal visit towards each half term's end, a formal review towards each term's.
    fn plan_observations(&mut self, cycle: CycleId, need: NeedId) {
        let today = self.now.date();
        let Some(until) = self.support_ends() else { return };
        let mut luck = self.luck("observations", need.uuid());
        let mut planned = Vec::new();
        for end in self.calendar.half_term_ends() {
            planned.push((end, 9 + luck.below(3), Channel::DataCheck));
            planned.push((end, 6 + luck.below(3), Channel::InformalVisit));
        }
        for end in self.calendar.term_ends() {
            planned.push((end, 4 + luck.below(2), Channel::FormalReview));
        }
        for (end, days, channel) in planned {
            let day = self.school_days_before(end, days);
            if let Some(day) = day.filter(|day| *day > today && *day < until) {
                self.agenda
                    .put(day.and_time(hour(13)), Task::Observe(cycle, need, channel));
            }
        }
        let reviewed: Vec<_> = self.term_ends.iter().copied().skip(1).take(2).collect();
        for end in reviewed {
            if let Some(day) = self.school_days_before(end, 3).filter(|day| *day > today) {
                self.agenda
                    .put(day.and_time(hour(10)), Task::Recommend(cycle, need));
            }
        }
        self.agenda.put(until.and_time(hour(17)), Task::CloseCycle(cycle));
    }

    pub(super) fn school_days_before(&self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        let days = self.calendar.school_days();
        let at = days.partition_point(|school_day| *school_day < day);
        days.get(at.checked_sub(usize::try_from(count).ok()?)?).copied()
    }

    fn note_progress(&mut self, cycle: CycleId, need: NeedId, rating: Rating) -> Result<(), StandInError> {
        let of_need = |cycle: &Cycle| {
            let mut objectives = cycle.objectives.iter().filter(|(_, it)| it.need == need);
            objectives
                .next()
                .map(|(id, it)| (*id, it.notes.last().map(|(_, rating, _)| *rating)))
        };
        let Some((objective, before)) = self.cycle(cycle).and_then(of_need) else {
            return Ok(());
        };
        let direction = match before.map(|before| rating.cmp(&before)) {
            Some(std::cmp::Ordering::Greater) => Direction::Improving,
            Some(std::cmp::Ordering::Less) => Direction::Declining,
            _ => Direction::Steady,
        };
        let head = self.host(cycle);
        self.ask(
            &head,
            cycle,
            Command::NoteProgress(ProgressNote {
                objective,
                rating,
                direction,
            }),
        )
    }
}
