//! Who helped whom, and what of each school's capacity that took.

use super::{Index, Material};
use crate::view::{Capacity, Deployment, DeploymentState};
use collegium_engine::{
    cycle::deployment::{Deployment as CycleDeployment, DeploymentPhase, Stage},
    model::{code::Area, id::SchoolId},
    round::Basis,
};
use std::collections::BTreeMap;

pub(super) fn deployments(material: &Material<'_>, index: &Index) -> Vec<Deployment> {
    let network = material.network;
    let mut deployments: Vec<Deployment> = planned(material, index);
    for cycle in network.cycles.values() {
        for deployment in cycle.deployments.values() {
            let Some(state) = cycle.needs.get(&deployment.proposal.need) else {
                continue;
            };
            let (first, last) = match &deployment.stage {
                Stage::Agreed(it) => (Some(it.from), Some(it.to)),
                Stage::Active { agreement, started } | Stage::Tapering { agreement, started } => {
                    (Some(started.date()), Some(agreement.to))
                }
                _ => {
                    let (started, ended) = deployment.worked();
                    (started.map(|it| it.date()), ended.map(|it| it.date()))
                }
            };
            let giver = deployment.proposal.giver;
            deployments.push(Deployment {
                offering: index.school(giver),
                receiving: index.school(state.need.school),
                need: index.need(state.need.id),
                area: state.need.area.label(),
                kind: "Specialist support".to_owned(),
                first,
                last,
                state: state_of(deployment),
                half_days: deployment.proposal.half_days.0,
                distance_metres: distance(material, giver, state.need.school),
                declined_reason: declined(&deployment.stage),
            });
        }
    }
    deployments.sort_by_key(|it| (it.need, it.first.is_none(), it.first, it.offering));
    deployments
}

/// The pairs of an indicative plan, which nobody has proposed to anybody.
fn planned(material: &Material<'_>, index: &Index) -> Vec<Deployment> {
    let network = material.network;
    let indicative = network
        .rounds
        .values()
        .any(|round| round.opened.basis == Basis::Reported);
    let Some((candidates, plan)) = material.rounds.first().filter(|_| indicative) else {
        return Vec::new();
    };
    let pair = |pair: &collegium_engine::matching::problem::Pair| {
        let giver = candidates
            .givers
            .get(candidates.problem.giver(pair.giver).id)?
            .school;
        let taker = candidates.needs.get(candidates.problem.taker(pair.taker).id)?;
        let need = &network.cycles.get(&taker.cycle)?.needs.get(&taker.need)?.need;
        Some(Deployment {
            offering: index.school(giver),
            receiving: index.school(need.school),
            need: index.need(need.id),
            area: need.area.label(),
            kind: "Support as the plan has it".to_owned(),
            first: None,
            last: None,
            state: DeploymentState::Proposed,
            half_days: network.rules().deployment_size().0,
            distance_metres: distance(material, giver, need.school),
            declined_reason: None,
        })
    };
    plan.assignments().iter().filter_map(pair).collect()
}

fn state_of(deployment: &CycleDeployment) -> DeploymentState {
    match deployment.phase() {
        DeploymentPhase::ConflictCleared => DeploymentState::ConflictCleared,
        DeploymentPhase::Agreed => DeploymentState::Agreed,
        DeploymentPhase::Active => DeploymentState::Active,
        DeploymentPhase::Tapering => DeploymentState::Tapering,
        DeploymentPhase::Completed | DeploymentPhase::ImpactReviewed => DeploymentState::Completed,
        DeploymentPhase::Declined => DeploymentState::Declined,
        DeploymentPhase::Withdrawn => DeploymentState::Withdrawn,
        DeploymentPhase::Cancelled => DeploymentState::Cancelled,
        _ => DeploymentState::Proposed,
    }
}

fn declined(stage: &Stage) -> Option<String> {
    match stage {
        Stage::Declined { by, reason } => {
            let why = reason
                .as_ref()
                .map_or_else(|| "no reason given".to_owned(), |it| it.label().to_lowercase());
            Some(format!("{}: {why}", by.label()))
        }
        _ => None,
    }
}

fn distance(material: &Material<'_>, giver: SchoolId, taker: SchoolId) -> Option<u32> {
    let place = |school| material.network.member(school)?.place;
    Some(place(giver)?.distance(place(taker)?).0)
}

pub(super) fn capacity(material: &Material<'_>, index: &Index) -> Vec<Capacity> {
    let mut planned_for: BTreeMap<_, u32> = BTreeMap::new();
    for deployment in planned(material, index) {
        *planned_for.entry(deployment.offering).or_default() += 1;
    }
    let size = material.network.rules().deployment_size().0;
    let mut capacity: Vec<_> = material
        .network
        .ledgers
        .iter()
        .filter_map(|(school, ledger)| {
            let offer = ledger.offer.as_ref()?;
            let at = index.school(*school);
            let planned = planned_for.get(&at).copied().unwrap_or(0);
            let peak = u32::from(ledger.peak.0).max(planned);
            let committed = u32::from(ledger.peak_committed.0).max(planned);
            Some(Capacity {
                school: at,
                areas: offer.areas.iter().map(Area::label).collect(),
                at_once_declared: u32::from(offer.at_once.0),
                at_once_at_end: u32::from(ledger.taken().units.0),
                at_once_peak: peak,
                half_days_declared: offer.per_term.0,
                half_days_committed: committed.saturating_mul(size),
            })
        })
        .collect();
    capacity.sort_by_key(|it| it.school);
    capacity
}
