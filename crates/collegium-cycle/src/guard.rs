//! What each named guard of a protocol asks. A guard that asks about a command's payload is silent while
//! there is only an act to judge.

use crate::{
    acts::Command,
    child::Child,
    context::Context,
    cycle::Cycle,
    deployment::{Deployment, Proposal, Stage},
    objective::ObjectivePhase,
    protocol::Guard,
    refusal::Blocker,
    request::{RequestKind, RequestPhase},
    review::{Review, Team},
    rules::Rules,
    self_evaluation::SelfEvaluation,
};
use std::collections::BTreeSet;

/// An act that is judged: what it is about and, once there is a command, its payload.
pub(crate) struct Asked<'a> {
    pub(crate) cycle: &'a Cycle,
    pub(crate) child: Child,
    pub(crate) command: Option<&'a Command>,
    pub(crate) context: &'a Context<'a>,
    pub(crate) rules: &'a Rules,
}

impl Asked<'_> {
    /// What stands in the way of one guard.
    pub(crate) fn blockers(&self, guard: Guard) -> Vec<Blocker> {
        match guard {
            Guard::SelfEvaluationSubmitted => {
                let submitted = self
                    .cycle
                    .self_evaluations
                    .values()
                    .any(SelfEvaluation::is_submitted);
                unless(submitted, Blocker::SelfEvaluationNotSubmitted)
            }
            Guard::ReviewAgreed => unless(
                self.cycle.reviews.values().any(Review::is_agreed),
                Blocker::NoAgreedReview,
            ),
            Guard::TeamFromElsewhere => self
                .team()
                .map_or_else(Vec::new, |team| self.team_from_elsewhere(team)),
            Guard::LeadHasShadowed => self.team().map_or_else(Vec::new, |team| {
                unless(
                    team.lead.has_shadowed,
                    Blocker::LeadWithoutShadowing {
                        person: team.lead.person,
                    },
                )
            }),
            Guard::VisitOnSchoolDay => self.visit_on_school_day(),
            Guard::VisitHasCome => match self.review().and_then(|review| review.visit) {
                Some(visit) => unless(self.context.at.date() >= visit, Blocker::BeforeVisit { visit }),
                None => Vec::new(),
            },
            Guard::ConflictsClear => self.conflicts_clear(),
            Guard::ConsentDue => self.consent_due(),
            Guard::ConsentsGiven => self.consents_given(),
            Guard::DatesInOrder => self.dates_in_order(),
            Guard::StartHasCome => self.start_has_come(),
            Guard::ReasonGiven => unless(
                self.command.is_none() || self.context.reason.is_some(),
                Blocker::ReasonMissing,
            ),
            Guard::NothingOpen => {
                let children = open_children(self.cycle);
                unless(children.is_empty(), Blocker::StillOpen { children })
            }
            Guard::NoLiveDeployment => match self.child {
                Child::Need(need) => {
                    let children: Vec<_> = self
                        .cycle
                        .live_deployments(need)
                        .map(|(id, _)| Child::Deployment(id))
                        .collect();
                    unless(children.is_empty(), Blocker::StillOpen { children })
                }
                _ => Vec::new(),
            },
            Guard::NeedAwaitsMatch => self
                .proposal()
                .map_or_else(Vec::new, |it| self.need_awaits_match(it)),
            Guard::GiverIsNew => self.proposal().map_or_else(Vec::new, |it| self.giver_is_new(it)),
            Guard::SizeFixed => self.proposal().map_or_else(Vec::new, |it| {
                let (fixed, asked) = (self.rules.deployment_size().0, it.half_days.0);
                unless(fixed == asked, Blocker::WrongSize { fixed, asked })
            }),
            Guard::NeedMonitored => match self.command {
                Some(Command::RecommendReallocation(it)) if !self.cycle.needs.contains_key(&it.need) => {
                    vec![Blocker::Unknown {
                        child: Child::Need(it.need),
                    }]
                }
                Some(Command::RecommendReallocation(it)) => unless(
                    self.cycle.is_watched(it.need),
                    Blocker::NotMonitored { need: it.need },
                ),
                _ => Vec::new(),
            },
            Guard::DecidedByAnother => match self.child {
                Child::Decision(id) => {
                    let by = self
                        .cycle
                        .decisions
                        .get(&id)
                        .map(|decision| decision.recommended_by);
                    let same = by.is_some_and(|by| self.context.stands_for(by));
                    unless(!same, Blocker::SamePerson)
                }
                _ => Vec::new(),
            },
        }
    }

    fn team(&self) -> Option<&Team> {
        match self.command {
            Some(Command::FormTeam(team)) => Some(team),
            _ => None,
        }
    }

    fn proposal(&self) -> Option<&Proposal> {
        match self.command {
            Some(Command::ProposeDeployment(proposal)) => Some(proposal),
            _ => None,
        }
    }

    fn review(&self) -> Option<&Review> {
        match self.child {
            Child::Review(id) => self.cycle.reviews.get(&id),
            _ => None,
        }
    }

    fn deployment(&self) -> Option<&Deployment> {
        match self.child {
            Child::Deployment(id) => self.cycle.deployments.get(&id),
            _ => None,
        }
    }

    fn team_from_elsewhere(&self, team: &Team) -> Vec<Blocker> {
        let mut blockers = Vec::new();
        let mut seen = BTreeSet::new();
        for reviewer in std::iter::once(&team.lead).chain(&team.peers) {
            if Some(reviewer.school) == self.cycle.school() {
                blockers.push(Blocker::ReviewerFromHost {
                    person: reviewer.person,
                });
            }
            if !seen.insert(reviewer.person) {
                blockers.push(Blocker::ReviewerTwice {
                    person: reviewer.person,
                });
            }
        }
        let (peers, least) = (team.peers.len(), self.rules.least_peers());
        if peers < usize::from(least) {
            blockers.push(Blocker::TeamTooSmall { peers, least });
        }
        blockers
    }

    fn visit_on_school_day(&self) -> Vec<Blocker> {
        let Some(Command::ScheduleReview(it)) = self.command else {
            return Vec::new();
        };
        unless(
            self.context.calendar.is_school_day(it.visit),
            Blocker::NoSchoolDay { day: it.visit },
        )
    }

    fn dates_in_order(&self) -> Vec<Blocker> {
        let Some(Command::AgreeDeployment(it)) = self.command else {
            return Vec::new();
        };
        let (from, to) = (it.agreement.from, it.agreement.to);
        unless(
            from <= to && from >= self.context.at.date(),
            Blocker::DatesBackwards { from, to },
        )
    }

    fn start_has_come(&self) -> Vec<Blocker> {
        let Some(Stage::Agreed(agreement)) = self.deployment().map(|it| &it.stage) else {
            return Vec::new();
        };
        let from = agreement.from;
        unless(self.context.at.date() >= from, Blocker::BeforeStart { from })
    }

    fn conflicts_clear(&self) -> Vec<Blocker> {
        let Child::Deployment(deployment) = self.child else {
            return Vec::new();
        };
        let declarations = self.cycle.requests.values().filter(|request| {
            request.deployment == deployment && request.kind == RequestKind::ConflictDeclaration
        });
        let (asked, clear) = declarations.fold((0, 0), |(asked, clear), request| {
            (asked + 1, clear + usize::from(request.clear == Some(true)))
        });
        unless(
            asked > 0 && asked == clear,
            Blocker::ConflictNotCleared { asked, clear },
        )
    }

    fn consent_due(&self) -> Vec<Blocker> {
        let Some(Command::GiveConsent(it)) = self.command else {
            return Vec::new();
        };
        let given = match self.deployment().map(|deployment| &deployment.stage) {
            Some(Stage::ConflictCleared { consents }) => consents.contains(&it.by),
            _ => false,
        };
        let due = self.rules.consents().contains(&it.by) && self.context.roles.contains(&it.by) && !given;
        unless(due, Blocker::ConsentNotDue { role: it.by.clone() })
    }

    fn consents_given(&self) -> Vec<Blocker> {
        let Some(Stage::ConflictCleared { consents }) = self.deployment().map(|it| &it.stage) else {
            return Vec::new();
        };
        let missing = self
            .rules
            .consents()
            .iter()
            .filter(|role| !consents.contains(role));
        let roles: Vec<_> = missing.cloned().collect();
        unless(roles.is_empty(), Blocker::ConsentMissing { roles })
    }

    fn need_awaits_match(&self, proposal: &Proposal) -> Vec<Blocker> {
        let need = proposal.need;
        match self.cycle.needs.get(&need) {
            None => vec![Blocker::Unknown {
                child: Child::Need(need),
            }],
            Some(_) if !self.cycle.awaits_match(need) => vec![Blocker::NeedNotAwaitingMatch { need }],
            Some(_) => unless(self.cycle.open_units(need).0 > 0, Blocker::UnitsMet { need }),
        }
    }

    fn giver_is_new(&self, proposal: &Proposal) -> Vec<Blocker> {
        let giver = proposal.giver;
        let tried = self.cycle.has_tried(proposal.need, giver);
        let mut blockers = unless(self.cycle.school() != Some(giver), Blocker::GiverIsHost);
        blockers.extend(unless(!tried, Blocker::GiverTried { giver }));
        blockers
    }
}

fn unless(holds: bool, blocker: Blocker) -> Vec<Blocker> {
    if holds { Vec::new() } else { vec![blocker] }
}

fn open_children(cycle: &Cycle) -> Vec<Child> {
    let needs = cycle
        .needs
        .iter()
        .filter(|(_, it)| it.is_open())
        .map(|(id, _)| Child::Need(*id));
    let reviews = cycle
        .reviews
        .iter()
        .filter(|(_, it)| it.is_open())
        .map(|(id, _)| Child::Review(*id));
    let deployments = cycle.deployments.iter().filter(|(_, it)| it.is_live());
    let decisions = cycle.decisions.iter().filter(|(_, it)| it.decided.is_none());
    let requests = cycle
        .requests
        .iter()
        .filter(|(_, it)| it.phase != RequestPhase::Reviewed);
    let objectives = cycle
        .objectives
        .iter()
        .filter(|(_, it)| it.phase == ObjectivePhase::Open);
    needs
        .chain(reviews)
        .chain(deployments.map(|(id, _)| Child::Deployment(*id)))
        .chain(decisions.map(|(id, _)| Child::Decision(*id)))
        .chain(requests.map(|(id, _)| Child::Request(*id)))
        .chain(objectives.map(|(id, _)| Child::Objective(*id)))
        .collect()
}
