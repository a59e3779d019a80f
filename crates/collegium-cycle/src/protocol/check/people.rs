//! Who may do what: somebody may, nobody approves themselves, and coaching is theirs who are in it.

use super::{FaultKind, Faults};
use crate::{
    acts::{Act, Kind},
    child::Machine,
    protocol::{Protocol, laws},
};

pub(super) fn check(protocol: &Protocol, faults: &mut Faults) {
    steps(protocol, faults);
    for (index, task) in protocol.tasks.iter().enumerate() {
        if task.roles.is_empty() {
            faults.add(format!("tasks[{index}].roles"), FaultKind::NobodyMay);
        }
    }
    approvals(protocol, faults);
    consents(protocol, faults);
    coaching(protocol, faults);
    let (team, visit) = (&protocol.team, &protocol.visit);
    for (place, most, least) in [
        ("team.most_peers", team.most_peers, team.least_peers),
        ("visit.most_days", visit.most_days, visit.least_days.max(1)),
    ] {
        if let Some(most) = most.filter(|most| *most < least) {
            faults.add(place, FaultKind::MostBelowLeast { most, least });
        }
    }
}

/// With what the roles of an act stand, where they do not stand with its step.
pub(super) fn roles_elsewhere(act: Act) -> Option<&'static str> {
    match act.machine() {
        Machine::Task => Some("task"),
        Machine::Approval => Some("approval"),
        _ => None,
    }
}

fn steps(protocol: &Protocol, faults: &mut Faults) {
    for (act, step) in &protocol.steps {
        let place = format!("steps.{act}.roles");
        match (act.kind(), roles_elsewhere(*act)) {
            (_, Some(of)) if !step.roles.is_empty() => {
                faults.add(place, FaultKind::RolesElsewhere { of });
            }
            (Kind::Fact, _) if !step.roles.is_empty() => faults.add(place, FaultKind::RolesOfFact),
            (Kind::Wish, None) if step.roles.is_empty() => faults.add(place, FaultKind::NobodyMay),
            _ => {}
        }
        let Some(urgent) = &step.urgent else { continue };
        if urgent.roles.is_empty() {
            faults.add(format!("steps.{act}.override.roles"), FaultKind::NobodyMay);
        }
        for (index, guard) in urgent.lifts.iter().enumerate() {
            let place = format!("steps.{act}.override.lifts[{index}]");
            if laws(*act).contains(guard) {
                let guard = guard.code();
                faults.add(place, FaultKind::LawLifted { guard });
            } else if !step.guards.contains(guard) {
                let guard = guard.code();
                faults.add(place, FaultKind::LiftsNothing { guard });
            }
        }
    }
}

fn approvals(protocol: &Protocol, faults: &mut Faults) {
    for (kind, rule) in &protocol.approvals {
        for (what, roles) in [
            ("recommended_by", &rule.recommended_by),
            ("decided_by", &rule.decided_by),
        ] {
            if roles.is_empty() {
                faults.add(format!("approvals.{kind}.{what}"), FaultKind::NobodyMay);
            }
        }
        for role in rule
            .decided_by
            .iter()
            .filter(|role| rule.recommended_by.contains(role))
        {
            let role = role.clone();
            faults.add(
                format!("approvals.{kind}.decided_by"),
                FaultKind::ApprovesItself { role },
            );
        }
    }
    let roles = |act| protocol.steps.get(&act).map_or(&[][..], |step| &step.roles);
    for role in roles(Act::DecideReallocation) {
        if roles(Act::RecommendReallocation).contains(role) {
            let role = role.clone();
            faults.add(
                "steps.decide_reallocation.roles",
                FaultKind::ApprovesItself { role },
            );
        }
    }
}

fn consents(protocol: &Protocol, faults: &mut Faults) {
    let may_consent = protocol.steps.get(&Act::GiveConsent);
    for (index, role) in protocol.consents.iter().enumerate() {
        if !may_consent.is_some_and(|step| step.roles.contains(role)) {
            let role = role.clone();
            faults.add(
                format!("consents[{index}]"),
                FaultKind::ConsentImpossible { role },
            );
        }
    }
    for (kind, size) in &protocol.sizes {
        if size.0 == 0 {
            faults.add(format!("sizes.{}", wire(kind)), FaultKind::NoSize);
        }
    }
    if protocol.steps.contains_key(&Act::ProposeDeployment) && protocol.sizes.is_empty() {
        faults.add("sizes", FaultKind::NoKindDeployed);
    }
}

/// The wire code of a plain value.
pub(super) fn wire<T: serde::Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// Roles of reviews, to which coaching is invisible.
const REVIEWING: &[Act] = &[
    Act::FormTeam,
    Act::BeginReview,
    Act::GiveFeedback,
    Act::DraftReport,
    Act::OpenRightOfReply,
];

fn coaching(protocol: &Protocol, faults: &mut Faults) {
    if !protocol.steps.contains_key(&Act::ContractCoaching) {
        return;
    }
    let seen_by = protocol.visibility.get(&Machine::Coaching);
    let reviews = |role| {
        let mut steps = REVIEWING.iter().filter_map(|act| protocol.steps.get(act));
        steps.any(|step| step.roles.contains(role))
    };
    if seen_by.is_none_or(|roles| roles.is_empty() || roles.iter().any(reviews)) {
        faults.add("visibility.coaching", FaultKind::CoachingOpen);
    }
}
