//! Guards of deployments: who helps, by whose leave, and what must not be left open by it.

use super::{Asked, unless};
use crate::{
    acts::{Act, Command},
    child::Child,
    decision::Outcome,
    deployment::{Deployment, Proposal, Stage, Stakeholder},
    facts::Post,
    refusal::Blocker,
    request::{RequestKind, RequestPhase},
};
use collegium_model::{
    id::{DeploymentId, NeedId},
    support::SupportKind,
};
use std::collections::BTreeSet;

impl Asked<'_> {
    fn proposal(&self) -> Option<&Proposal> {
        match self.command {
            Some(Command::ProposeDeployment(proposal)) => Some(proposal),
            _ => None,
        }
    }

    fn deployment(&self) -> Option<(DeploymentId, &Deployment)> {
        match self.child {
            Child::Deployment(id) => self.cycle.deployments.get(&id).map(|it| (id, it)),
            _ => None,
        }
    }

    pub(super) fn conflicts_clear(&self) -> Vec<Blocker> {
        let Child::Deployment(deployment) = self.child else {
            return Vec::new();
        };
        let declarations = self.cycle.requests.values().filter(|request| {
            request.deployment == Some(deployment)
                && request.kind == RequestKind::ConflictDeclaration
                && request.phase != RequestPhase::Cancelled
        });
        let (asked, clear) = declarations.fold((0, 0), |(asked, clear), request| {
            (asked + 1, clear + usize::from(request.clear == Some(true)))
        });
        unless(
            asked > 0 && asked == clear,
            Blocker::ConflictNotCleared { asked, clear },
        )
    }

    pub(super) fn consent_due(&self) -> Vec<Blocker> {
        let (Some(Command::GiveConsent(it)), Some((_, deployment))) = (self.command, self.deployment())
        else {
            return Vec::new();
        };
        let missing = self.cycle.missing_consents(deployment, self.rules.consents());
        let due = missing.contains(&it.by) && self.context.roles.contains(&it.by);
        let mut blockers = unless(due, Blocker::ConsentNotDue { role: it.by.clone() });
        let person = self.context.actor;
        let mut given = self.cycle.valid_consents(deployment);
        if self.rules.protocol().consents_by_different_people
            && given.any(|consent| self.context.stands_for(consent.person))
        {
            blockers.push(Blocker::ConsentTwice { person });
        }
        blockers
    }

    pub(super) fn consents_given(&self) -> Vec<Blocker> {
        let Some((_, deployment)) = self.deployment() else {
            return Vec::new();
        };
        let roles = self.cycle.missing_consents(deployment, self.rules.consents());
        unless(roles.is_empty(), Blocker::ConsentMissing { roles })
    }

    pub(super) fn dates_in_order(&self) -> Vec<Blocker> {
        let Some(Command::AgreeDeployment(it)) = self.command else {
            return Vec::new();
        };
        let (from, to) = (it.agreement.from, it.agreement.to);
        unless(
            from <= to && from >= self.context.at.date(),
            Blocker::DatesBackwards { from, to },
        )
    }

    pub(super) fn exit_agreed(&self) -> Vec<Blocker> {
        let Some(Command::AgreeDeployment(it)) = self.command else {
            return Vec::new();
        };
        unless(it.agreement.exit.is_some(), Blocker::ExitMissing)
    }

    pub(super) fn coordinator_named(&self) -> Vec<Blocker> {
        let Some(Command::AgreeDeployment(it)) = self.command else {
            return Vec::new();
        };
        let live = self
            .cycle
            .deployments
            .iter()
            .filter(|(id, other)| **id != it.deployment && other.is_live());
        let agreed = live.filter_map(|(_, other)| other.agreement());
        let mut others = BTreeSet::new();
        let mut is_second = false;
        for agreement in agreed {
            is_second = true;
            others.extend(agreement.coordinator);
        }
        match it.agreement.coordinator {
            None => unless(!is_second, Blocker::CoordinatorMissing),
            Some(named) => others
                .into_iter()
                .filter(|coordinator| *coordinator != named)
                .map(|coordinator| Blocker::OtherCoordinator { coordinator })
                .collect(),
        }
    }

    pub(super) fn start_has_come(&self) -> Vec<Blocker> {
        let Some(Stage::Agreed(agreement)) = self.deployment().map(|(_, it)| &it.stage) else {
            return Vec::new();
        };
        let from = agreement.from;
        unless(self.context.at.date() >= from, Blocker::BeforeStart { from })
    }

    pub(super) fn time_reconciles(&self) -> Vec<Blocker> {
        let Some((_, deployment)) = self.deployment() else {
            return Vec::new();
        };
        let off = deployment
            .reconciled()
            .into_iter()
            .filter(|it| it.agreed != it.delivered);
        off.map(|it| Blocker::TimeUnreconciled {
            activity: it.activity,
            agreed: it.agreed.0,
            delivered: it.delivered.0,
        })
        .collect()
    }

    pub(super) fn first_weeks_recorded(&self) -> Vec<Blocker> {
        let Some((_, deployment)) = self.deployment() else {
            return Vec::new();
        };
        let rule = &self.rules.protocol().first_weeks;
        let (unchecked, missing) = deployment.first_weeks_lacking(rule);
        let unchecked = unchecked.into_iter();
        let missing = missing
            .into_iter()
            .map(|with: Stakeholder| Blocker::ContactMissing {
                with: with.label().to_lowercase(),
            });
        unchecked
            .map(|expectation| Blocker::ExpectationUnchecked { expectation })
            .chain(missing)
            .collect()
    }

    /// No proposal leaves a post of leadership without anybody by it: neither that of the school, where who
    /// fills in for it would go, nor that at home of whoever would be deployed.
    pub(super) fn leadership_kept(&self) -> Vec<Blocker> {
        if let Some(proposal) = self.proposal() {
            let leaves_post = proposal.kind == SupportKind::SubstantiveHead;
            return unless(
                !leaves_post || proposal.post_covered == Some(true),
                Blocker::PostUncovered,
            );
        }
        let ends = self.would_end();
        if ends.is_empty() {
            return Vec::new();
        }
        let vacancies = &self.cycle.school_record.vacancies;
        let covered_by_others = |post: Post| {
            let running = self.cycle.deployments.iter().filter(|(id, _)| !ends.contains(id));
            running.into_iter().any(|(_, it)| covers(it, post))
        };
        let covered_by_these = |post: Post| {
            let ending = ends.iter().filter_map(|id| self.cycle.deployments.get(id));
            ending.into_iter().any(|it| covers(it, post))
        };
        let open = vacancies
            .keys()
            .copied()
            .filter(|post| covered_by_these(*post) && !covered_by_others(*post));
        open.map(|post| Blocker::LeadershipGapWouldOpen { post })
            .collect()
    }

    /// Running deployments that an act would end.
    fn would_end(&self) -> BTreeSet<DeploymentId> {
        let of_need = |need: NeedId| {
            let live = self
                .cycle
                .live_deployments(need)
                .filter(|(_, it)| it.is_running());
            live.map(|(id, _)| id).collect()
        };
        match (self.act, self.child, self.command) {
            (Act::CompleteDeployment | Act::CancelDeployment, Child::Deployment(id), _) => {
                BTreeSet::from([id])
            }
            (Act::DecideReallocation, Child::Decision(id), Some(Command::DecideReallocation(it)))
                if matches!(it.outcome, Outcome::Switch | Outcome::Close) =>
            {
                let need = self
                    .cycle
                    .decisions
                    .get(&id)
                    .map(|decision| decision.recommended.need);
                need.map_or_else(BTreeSet::new, of_need)
            }
            _ => BTreeSet::new(),
        }
    }

    pub(super) fn span_within_limit(&self) -> Vec<Blocker> {
        let (Some(proposal), Some(most)) = (self.proposal(), self.rules.protocol().executive_span) else {
            return Vec::new();
        };
        if proposal.kind != SupportKind::ExecutiveLeader {
            return Vec::new();
        }
        match proposal.leads {
            None => vec![Blocker::SpanUnknown],
            Some(leads) => unless(leads <= most, Blocker::SpanExceeded { leads, most }),
        }
    }

    pub(super) fn no_live_deployment(&self) -> Vec<Blocker> {
        let Child::Need(need) = self.child else {
            return Vec::new();
        };
        let live = self.cycle.live_deployments(need);
        let children: Vec<_> = live.map(|(id, _)| Child::Deployment(id)).collect();
        unless(children.is_empty(), Blocker::StillOpen { children })
    }

    pub(super) fn need_awaits_match(&self) -> Vec<Blocker> {
        let Some(need) = self.proposal().map(|it| it.need) else {
            return Vec::new();
        };
        match self.cycle.needs.get(&need) {
            None => vec![Blocker::Unknown {
                child: Child::Need(need),
            }],
            Some(_) if !self.cycle.awaits_match(need) => vec![Blocker::NeedNotAwaitingMatch { need }],
            Some(_) => unless(self.cycle.open_units(need).0 > 0, Blocker::UnitsMet { need }),
        }
    }

    pub(super) fn giver_is_new(&self) -> Vec<Blocker> {
        let Some(proposal) = self.proposal() else {
            return Vec::new();
        };
        let giver = proposal.giver;
        let tried = self.cycle.has_tried(proposal.need, giver);
        let mut blockers = unless(self.cycle.school() != Some(giver), Blocker::GiverIsHost);
        blockers.extend(unless(!tried, Blocker::GiverTried { giver }));
        blockers
    }

    pub(super) fn giver_not_fallen(&self) -> Vec<Blocker> {
        let (giver, this) = match (self.proposal(), self.deployment()) {
            (Some(proposal), _) => (proposal.giver, None),
            (None, Some((id, deployment))) => (deployment.proposal.giver, Some(id)),
            (None, None) => return Vec::new(),
        };
        let Some(still) = self.cycle.school_record.falls.get(&giver) else {
            return Vec::new();
        };
        let others = self
            .cycle
            .deployments
            .iter()
            .filter(|(id, it)| Some(**id) != this && it.is_live() && it.proposal.giver == giver);
        let (live, still) = (others.count(), still.0);
        unless(
            live < usize::from(still),
            Blocker::GiverFallen { giver, still, live },
        )
    }

    pub(super) fn size_fixed(&self) -> Vec<Blocker> {
        let Some(proposal) = self.proposal() else {
            return Vec::new();
        };
        let asked = proposal.half_days.0;
        match self.rules.size(proposal.kind) {
            None => vec![Blocker::KindNotDeployed {
                kind: proposal.kind.label(),
            }],
            Some(size) => unless(size.0 == asked, Blocker::WrongSize { fixed: size.0, asked }),
        }
    }

    pub(super) fn need_monitored(&self) -> Vec<Blocker> {
        let Some(Command::RecommendReallocation(it)) = self.command else {
            return Vec::new();
        };
        if !self.cycle.needs.contains_key(&it.need) {
            return vec![Blocker::Unknown {
                child: Child::Need(it.need),
            }];
        }
        unless(
            self.cycle.is_watched(it.need),
            Blocker::NotMonitored { need: it.need },
        )
    }

    pub(super) fn requests_within_limit(&self) -> Vec<Blocker> {
        let Some(most) = self.rules.protocol().workload.open_requests else {
            return Vec::new();
        };
        let waiting = self
            .cycle
            .requests
            .values()
            .filter(|it| it.phase == RequestPhase::Requested);
        let open = waiting.count();
        unless(open < usize::from(most), Blocker::TooManyRequests { open, most })
    }
}

/// Whether somebody is at work who fills in for a post.
pub(crate) fn covers(deployment: &Deployment, post: Post) -> bool {
    let kind = match post {
        Post::Head => deployment.proposal.kind.leads_school(),
        Post::ExecutiveLeader => deployment.proposal.kind == SupportKind::ExecutiveLeader,
    };
    deployment.is_running() && kind
}
