//! A round of matching: opened, planned, confirmed, and proposed to the schools.

use super::{Extent, SolvedRound, StandIn, StandInError, Task, habits};
use collegium_engine::{
    acts::Command,
    cycle::{
        acts::Command as CycleCommand,
        deployment::Proposal,
        request::{RequestKind, SentRequest},
    },
    matching::solve::solve,
    round::{Basis, OfRound, OpenedRound, Placement, Stage},
};
use collegium_model::id::{CycleId, DeploymentId, NeedId, RequestId, RoundId};
use std::collections::BTreeMap;

impl StandIn<'_> {
    /// Opens a round while there is something to match; the first is held in any case.
    pub(super) fn open_round(&mut self) -> Result<(), StandInError> {
        let basis = match self.setting.extent {
            Extent::Plan => Basis::Reported,
            Extent::Year => Basis::Diagnosed,
        };
        if self
            .network()
            .rounds
            .values()
            .any(|round| !matches!(round.stage, Stage::Closed { .. }))
        {
            return self.in_school_days(3, 10, Task::OpenRound);
        }
        let (rules, objective) = (self.setting.candidates, self.setting.objective);
        let candidates = self.network().candidates(&rules, basis)?;
        if !self.rounds.is_empty() && candidates.problem.pair_count() == 0 {
            return Ok(());
        }
        let broker = self.serving("broker");
        let round = self.ids.next(RoundId::new);
        let opened = OpenedRound::new(round, objective, basis, rules);
        self.send(&broker, &Command::OpenRound(opened), None)?;
        let plan = solve(&candidates.problem, objective);
        let proposal = candidates.proposal(round, plan.to_file(&candidates.problem));
        self.send(&broker, &Command::ProposePlan(proposal), None)?;
        self.rounds.push(SolvedRound {
            round,
            candidates,
            plan,
        });
        match self.setting.extent {
            Extent::Plan => self.send(&broker, &Command::CloseRound(OfRound { round }), None),
            Extent::Year => self.in_working_days(1, 14, Task::ConfirmPlan(round)),
        }
    }

    pub(super) fn confirm_plan(&mut self, round: RoundId) -> Result<(), StandInError> {
        let commissioner = self.serving("commissioner");
        self.send(&commissioner, &Command::ConfirmPlan(OfRound { round }), None)?;
        self.in_working_days(1, 9, Task::ProposeDeployments(round))
    }

    pub(super) fn propose_deployments(&mut self, round: RoundId) -> Result<(), StandInError> {
        let broker = self.serving("broker");
        for (cycle, proposal) in self.proposals(round) {
            let deployment = proposal.deployment;
            self.ask(&broker, cycle, CycleCommand::ProposeDeployment(proposal))?;
            let request = self.ids.next(RequestId::new);
            let (kind, of) = (
                RequestKind::ConflictDeclaration,
                self.serving("releasing_employer").role,
            );
            let sent = SentRequest {
                request,
                kind,
                deployment: Some(deployment),
                of,
            };
            self.ask(&broker, cycle, CycleCommand::SendRequest(sent))?;
            let days = 1 + self.luck("answer", deployment.uuid()).below(4);
            self.in_working_days(days, 11, Task::AnswerRequest(cycle, deployment, request))?;
        }
        self.send(&broker, &Command::CloseRound(OfRound { round }), None)?;
        // Whatever is declined, and whatever a decision puts back, waits for the next round.
        if self.rounds.len() < 2 {
            self.in_school_days(habits::NEXT_ROUND, 10, Task::OpenRound)?;
        }
        Ok(())
    }

    fn proposals(&mut self, round: RoundId) -> Vec<(CycleId, Proposal)> {
        let rules = self.network().rules();
        let (kind, half_days) = (rules.matched_kind(), rules.deployment_size());
        let Some(round_now) = self.network().rounds.get(&round) else {
            return Vec::new();
        };
        let Stage::Confirmed { plan } = &round_now.stage else {
            return Vec::new();
        };
        let Some(SolvedRound { candidates, .. }) = self.rounds.iter().find(|it| it.round == round) else {
            return Vec::new();
        };
        let cycles: BTreeMap<_, _> = candidates.needs.values().map(|it| (it.need, it.cycle)).collect();
        let pairs: Vec<_> = plan
            .placements
            .keys()
            .filter_map(|placement| {
                let need = placement.need()?;
                Some((*cycles.get(&need)?, need, *placement))
            })
            .collect();
        let ids = &mut self.ids;
        let proposal = |(cycle, need, placement): (CycleId, NeedId, Placement)| {
            let deployment = ids.next(DeploymentId::new);
            let proposal = Proposal {
                round: Some(round),
                person: placement.person,
                ..Proposal::new(deployment, need, placement.giver, kind, half_days)
            };
            (cycle, proposal)
        };
        pairs.into_iter().map(proposal).collect()
    }
}
