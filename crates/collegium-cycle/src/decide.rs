//! Judging a command: existence and phase from the table, role and guards from the protocol, all blockers
//! at once; then what follows from it.

use crate::{
    acts::{Act, Command, Event, Kind},
    child::Child,
    context::Context,
    cycle::{Cycle, CyclePhase, NeedMoved, NeedUnitsChanged},
    decision::{Decided, Outcome},
    deployment::{Declined, Deployment, DeploymentPhase, OfDeployment},
    guard::Asked,
    need::NeedPhase,
    refusal::{Blocked, Blocker, Refusal},
    rules::Rules,
    table::Misfit,
};
use chrono::NaiveDate;
use collegium_model::{
    code::Role,
    id::{DeploymentId, NeedId, SchoolId},
    quantity::Units,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A command that is allowed, as the events that record it. Nothing has changed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Accepted {
    /// The command's own event first, then what follows from it.
    pub events: Vec<Event>,
}

impl Cycle {
    /// Judges a command and changes nothing.
    ///
    /// # Errors
    /// [`Refusal`] with every blocker. A report of fact is refused only where it is malformed: about
    /// something unknown, or a repetition of what exists.
    pub fn decide(
        &self,
        command: &Command,
        context: &Context<'_>,
        rules: &Rules,
    ) -> Result<Accepted, Refusal> {
        let act = command.act();
        let child = command.child();
        let asked = Asked {
            cycle: self,
            child,
            command: Some(command),
            context,
            rules,
        };
        let mut blockers = asked.judge(act);
        blockers.extend(self.malformed(command, context));
        if blockers.is_empty() {
            let mut events = vec![command.event()];
            self.add_consequences(command, &mut events);
            Ok(Accepted { events })
        } else {
            Err(refusal(blockers, rules))
        }
    }

    /// Why a command would be refused, without the events it would bring; empty where it is allowed.
    pub fn explain(&self, command: &Command, context: &Context<'_>, rules: &Rules) -> Vec<Blocked> {
        self.decide(command, context, rules)
            .err()
            .map_or_else(Vec::new, |refusal| refusal.blockers)
    }

    /// Whether this giver was proposed for this need before, or helps with it now.
    pub fn has_tried(&self, need: NeedId, giver: SchoolId) -> bool {
        self.deployments
            .values()
            .any(|it| it.proposal.need == need && it.proposal.giver == giver)
    }

    fn malformed(&self, command: &Command, context: &Context<'_>) -> Option<Blocker> {
        match command {
            Command::ReportNeed(it) if self.school().is_some_and(|school| school != it.need.school) => {
                Some(Blocker::OtherSchool {
                    school: it.need.school,
                })
            }
            Command::ReportNeed(it) if it.need.units == Units(0) => Some(Blocker::NoUnits),
            Command::AgreeDiagnosis(it) if it.units == Units(0) => Some(Blocker::NoUnits),
            Command::RecordMonitoring(it) if it.on > context.at.date() => {
                Some(Blocker::InTheFuture { day: it.on })
            }
            Command::DeclineDeployment(it) if !context.roles.contains(&it.by) => {
                Some(Blocker::RoleNotHeld { role: it.by.clone() })
            }
            Command::SendRequest(it) => self.unless_known(Child::Deployment(it.deployment)),
            Command::SetObjective(it) => self.unless_known(Child::Need(it.need)),
            _ => None,
        }
    }

    fn unless_known(&self, child: Child) -> Option<Blocker> {
        self.stands(child).is_none().then_some(Blocker::Unknown { child })
    }

    fn add_consequences(&self, command: &Command, events: &mut Vec<Event>) {
        match command {
            Command::AgreeDeployment(it) => {
                if let Some(deployment) = self.deployments.get(&it.deployment) {
                    let need = deployment.proposal.need;
                    self.move_need_from(&[NeedPhase::Matching], need, NeedPhase::Deployment, events);
                }
            }
            Command::CompleteDeployment(it) => {
                self.move_need_left_by(
                    it.deployment,
                    &[NeedPhase::Deployment],
                    NeedPhase::Monitoring,
                    events,
                );
            }
            Command::CancelDeployment(OfDeployment { deployment })
            | Command::WithdrawDeployment(OfDeployment { deployment })
            | Command::DeclineDeployment(Declined { deployment, .. }) => {
                let from = [NeedPhase::Deployment, NeedPhase::Monitoring];
                self.move_need_left_by(*deployment, &from, NeedPhase::Matching, events);
            }
            Command::RecordMonitoring(it) if self.is_helped(it.need, it.on) => {
                self.move_need_from(&[NeedPhase::Deployment], it.need, NeedPhase::Monitoring, events);
            }
            Command::RecommendReallocation(it) => {
                let from = [NeedPhase::Monitoring, NeedPhase::Matching];
                self.move_need_from(&from, it.need, NeedPhase::Reallocation, events);
            }
            Command::DecideReallocation(it) => self.add_what_was_decided(it, events),
            _ => {}
        }
    }

    /// Whether somebody was at work for a need on a day, and still is.
    fn is_helped(&self, need: NeedId, on: NaiveDate) -> bool {
        let since =
            |deployment: &Deployment| deployment.worked().0.is_some_and(|started| started.date() <= on);
        self.live_deployments(need)
            .any(|(_, deployment)| deployment.is_running() && since(deployment))
    }

    /// Whether a need is watched: in monitoring, or helped while it waits for one giver more.
    pub fn is_watched(&self, need: NeedId) -> bool {
        let running = || {
            self.live_deployments(need)
                .any(|(_, deployment)| deployment.is_running())
        };
        self.needs.get(&need).is_some_and(|state| match state.phase {
            NeedPhase::Monitoring => true,
            NeedPhase::Matching => running(),
            _ => false,
        })
    }

    /// Moves the need of a deployment that ends, if nothing else is live for it.
    fn move_need_left_by(
        &self,
        deployment: DeploymentId,
        from: &[NeedPhase],
        to: NeedPhase,
        events: &mut Vec<Event>,
    ) {
        let Some(need) = self.deployments.get(&deployment).map(|it| it.proposal.need) else {
            return;
        };
        if self.live_deployments(need).all(|(id, _)| id == deployment) {
            self.move_need_from(from, need, to, events);
        }
    }

    fn add_what_was_decided(&self, decided: &Decided, events: &mut Vec<Event>) {
        let Some(decision) = self.decisions.get(&decided.decision) else {
            return;
        };
        let need = decision.recommended.need;
        for (id, deployment) in self.live_deployments(need) {
            let of = OfDeployment { deployment: id };
            match (decided.outcome, deployment.is_running()) {
                (Outcome::Taper, true) if deployment.phase() == DeploymentPhase::Active => {
                    events.push(Event::DeploymentTapered(of));
                }
                (Outcome::Switch | Outcome::Close, true) => events.push(Event::DeploymentCompleted(of)),
                (Outcome::Switch | Outcome::Close, false) => {
                    let cancelled = deployment.phase() == DeploymentPhase::Agreed;
                    events.push(if cancelled {
                        Event::DeploymentCancelled(of)
                    } else {
                        Event::DeploymentWithdrawn(of)
                    });
                }
                _ => {}
            }
        }
        let to = match decided.outcome {
            Outcome::Intensify | Outcome::Switch => NeedPhase::Matching,
            Outcome::Close => NeedPhase::Closed,
            Outcome::Continue | Outcome::Taper | Outcome::StepDown | Outcome::Escalate => {
                NeedPhase::Monitoring
            }
        };
        self.move_need_from(&[NeedPhase::Reallocation], need, to, events);
        if decided.outcome == Outcome::Intensify
            && let Some(state) = self.needs.get(&need)
        {
            let units = Units(state.need.units.0.saturating_add(1));
            events.push(Event::NeedUnitsChanged(NeedUnitsChanged { need, units }));
        }
    }

    fn move_need_from(&self, from: &[NeedPhase], need: NeedId, to: NeedPhase, events: &mut Vec<Event>) {
        if self
            .needs
            .get(&need)
            .is_some_and(|state| from.contains(&state.phase))
        {
            events.push(Event::NeedMoved(NeedMoved { need, to }));
        }
    }
}

impl Asked<'_> {
    /// Every blocker of an act, whatever its payload.
    pub(crate) fn judge(&self, act: Act) -> Vec<Blocker> {
        let mut blockers = Vec::new();
        let opened = self.cycle.opened.as_ref().map(|opened| opened.phase);
        let about_cycle = self.child == Child::Cycle;
        let is_fact = act.kind() == Kind::Fact;
        let fit = self.cycle.fit(act, self.child);
        let attaches = is_fact && fit.is_ok() && self.cycle.stands(self.child).is_some();
        match opened {
            None if !about_cycle => blockers.push(Blocker::CycleNotOpen),
            // What is known late about a closed turn is recorded with it; nothing new begins there.
            Some(CyclePhase::Closed) if !about_cycle && !attaches => {
                blockers.push(Blocker::CycleNotOpen);
            }
            Some(CyclePhase::Paused) if !about_cycle && !is_fact => blockers.push(Blocker::CyclePaused),
            _ => {}
        }
        let since = self.cycle.stands(self.child).map(|(_, since)| since);
        if let Some(since) = since.filter(|since| !is_fact && self.context.at < *since) {
            blockers.push(Blocker::BeforeItsTime { since });
        }
        match fit {
            Ok(()) => {}
            Err(Misfit::Unknown) => blockers.push(Blocker::Unknown { child: self.child }),
            Err(Misfit::Exists) => blockers.push(Blocker::ExistsAlready { child: self.child }),
            Err(Misfit::WrongPhase { now, needed }) => {
                blockers.push(Blocker::WrongPhase {
                    child: self.child,
                    now,
                    needed,
                });
            }
        }
        if act.kind() == Kind::Wish {
            let needed = self.rules.roles(act);
            if acting_role(self.context.roles, needed).is_none() {
                let (held, needed) = (self.context.roles.to_vec(), needed.to_vec());
                blockers.push(Blocker::RoleMissing { held, needed });
            }
            blockers.extend(
                self.rules
                    .guards(act)
                    .iter()
                    .flat_map(|guard| self.blockers(*guard)),
            );
        }
        blockers
    }
}

/// The first of the actor's roles that is among those needed.
pub fn acting_role<'a>(held: &'a [Role], needed: &[Role]) -> Option<&'a Role> {
    held.iter().find(|role| needed.contains(role))
}

/// All blockers with who could lift each.
pub(crate) fn refusal(blockers: Vec<Blocker>, rules: &Rules) -> Refusal {
    let blocked = |blocker: Blocker| Blocked {
        liftable_by: liftable_by(&blocker, rules),
        blocker,
    };
    Refusal {
        blockers: blockers.into_iter().map(blocked).collect(),
    }
}

fn liftable_by(blocker: &Blocker, rules: &Rules) -> Vec<Role> {
    match blocker {
        Blocker::RoleMissing { needed, .. } => needed.clone(),
        Blocker::ConsentMissing { roles } => roles.clone(),
        Blocker::WrongPhase { child, needed, .. } => {
            let tables = Rules::tables();
            let rows = tables.iter().filter(|(machine, _)| *machine == child.machine());
            let leading = rows.flat_map(|(_, rows)| rows).filter(|row| {
                row.to
                    .is_some_and(|to| needed.contains(&to) && !row.from.contains(&to))
            });
            let roles: BTreeSet<_> = leading.flat_map(|row| rules.roles(row.act)).collect();
            roles.into_iter().cloned().collect()
        }
        blocker => blocker
            .lifted_by()
            .map_or_else(Vec::new, |act| rules.roles(act).to_vec()),
    }
}
