//! Judging a command: existence and phase from the table, role and guards from the protocol, all blockers
//! at once; then what follows from it.

use crate::{
    acts::{Act, Command, Event, Kind},
    child::{Child, Machine},
    clock::ClockStatus,
    context::Context,
    cycle::{ChildEnded, Cycle, CyclePhase, NeedMoved, NeedUnitsChanged, PressureChanged},
    decision::{Decided, Outcome},
    deployment::{Declined, Deployment, DeploymentPhase, OfDeployment},
    guard::{Asked, Once},
    need::{NeedPhase, ReportedNeed},
    protocol::Leaving,
    refusal::{Blocked, Blocker, Refusal},
    rules::Rules,
    table::Misfit,
};
use chrono::NaiveDate;
use collegium_model::{
    code::{Role, Roles},
    id::{DeploymentId, NeedId, SchoolId},
    need::Need,
    quantity::Units,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A command that is allowed, as the events that record it. Nothing has changed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// The command's own event first, then what follows from it.
    pub events: Vec<Event>,
    /// What is to be done outside: the host does it, or not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
}

/// Something to be done outside the engine because a command was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", content = "data")]
#[non_exhaustive]
pub enum Effect {
    /// Tell everybody in these roles.
    #[serde(rename = "notify")]
    Notify {
        /// The roles.
        roles: Roles,
        /// What was done.
        act: Act,
        /// What it was about.
        about: Child,
    },
    /// Make a report available to those with whom it is shared.
    #[serde(rename = "publish")]
    Publish {
        /// What is shared.
        about: Child,
    },
}

/// Moves of a machine that follow from acts of another: act, machine, from, to. The checks of protocols read
/// it. The search of small worlds shows that each of them happens, and that nothing else moves but what ends
/// with what it belongs to.
pub const CONSEQUENT_MOVES: &[(Act, Machine, &str, &str)] = &[
    (Act::AgreeDeployment, Machine::Need, "matching", "deployment"),
    (Act::CompleteDeployment, Machine::Need, "deployment", "monitoring"),
    (Act::CancelDeployment, Machine::Need, "deployment", "matching"),
    (Act::CancelDeployment, Machine::Need, "monitoring", "matching"),
    (Act::WithdrawDeployment, Machine::Need, "monitoring", "matching"),
    (Act::WithdrawDeployment, Machine::Need, "deployment", "matching"),
    (Act::DeclineDeployment, Machine::Need, "monitoring", "matching"),
    (Act::DeclineDeployment, Machine::Need, "deployment", "matching"),
    (Act::RecordMonitoring, Machine::Need, "deployment", "monitoring"),
    (
        Act::RecommendReallocation,
        Machine::Need,
        "monitoring",
        "reallocation",
    ),
    (
        Act::RecommendReallocation,
        Machine::Need,
        "matching",
        "reallocation",
    ),
    (Act::DecideReallocation, Machine::Need, "reallocation", "matching"),
    (
        Act::DecideReallocation,
        Machine::Need,
        "reallocation",
        "monitoring",
    ),
    (Act::DecideReallocation, Machine::Need, "reallocation", "closed"),
    (Act::DecideReallocation, Machine::Deployment, "active", "tapering"),
    (
        Act::DecideReallocation,
        Machine::Deployment,
        "active",
        "completed",
    ),
    (
        Act::DecideReallocation,
        Machine::Deployment,
        "tapering",
        "completed",
    ),
    (
        Act::DecideReallocation,
        Machine::Deployment,
        "agreed",
        "cancelled",
    ),
    (
        Act::DecideReallocation,
        Machine::Deployment,
        "proposed",
        "withdrawn",
    ),
    (
        Act::DecideReallocation,
        Machine::Deployment,
        "conflict_cleared",
        "withdrawn",
    ),
];

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
        let blockers = self.explain(command, context, rules);
        if !blockers.is_empty() {
            return Err(Refusal { blockers });
        }
        let mut events = Vec::with_capacity(2);
        self.record(command, rules, &mut |event| events.push(event));
        let mut effects = Vec::new();
        Self::add_effects(command, rules, &mut effects);
        Ok(Accepted { events, effects })
    }

    /// Why a command would be refused: every blocker; none where it is allowed.
    pub fn explain(&self, command: &Command, context: &Context<'_>, rules: &Rules) -> Vec<Blocked> {
        let once = Once::default();
        let asked = Asked {
            cycle: self,
            act: command.act(),
            child: command.child(),
            command: Some(command),
            context,
            rules,
            once: &once,
        };
        let mut blockers = asked.judge(Fit::Asked);
        if let Some(blocker) = self.malformed(command, context, rules) {
            blockers.push(blocked(blocker, rules));
        }
        blockers
    }

    /// Hands on the events that record a command which is allowed: its own first, then what follows from it.
    pub fn record(&self, command: &Command, rules: &Rules, record: &mut impl FnMut(Event)) {
        record(command.event());
        self.record_consequences(command, rules, record);
    }

    /// The role in which a command is recorded: the one it claims, or the first of the actor's that may do
    /// it. None for a report of fact by somebody in no role for it.
    pub fn recorded_role<'a>(
        &self,
        command: &Command,
        context: &Context<'a>,
        rules: &Rules,
    ) -> Option<&'a Role> {
        let claimed = match command {
            Command::GiveConsent(it) => Some(&it.by),
            Command::DeclineDeployment(it) => Some(&it.by),
            _ => None,
        };
        let held = |role: &Role| context.roles.iter().find(|held| *held == role);
        let approval = match (command, command.child()) {
            (Command::RecommendApproval(it), _) => Some(it.kind),
            (_, Child::Approval(id)) => self.approvals.get(&id).map(|it| it.kind),
            _ => None,
        };
        let needed = rules.roles_for(command.act(), command.child(), approval);
        let urgent = context.urgent.then(|| rules.urgent(command.act())).flatten();
        let overriding = urgent.map_or(&[][..], |it| &it.roles);
        claimed
            .and_then(held)
            .or_else(|| acting_role(context.roles, overriding))
            .or_else(|| acting_role(context.roles, needed))
    }

    /// Whether the actor, or whoever they act for, recommended what is to be decided.
    pub fn was_recommended_by(&self, child: Child, context: &Context<'_>) -> bool {
        let recommended = match child {
            Child::Decision(id) => {
                let decision = self.decisions.get(&id);
                decision.map(|it| (it.recommended_by, it.recommended_for))
            }
            Child::Approval(id) => {
                let approval = self.approvals.get(&id);
                approval.map(|it| (it.recommended_by, it.recommended_for))
            }
            _ => None,
        };
        recommended.is_some_and(|(by, on_behalf_of)| {
            context.stands_for(by) || on_behalf_of.is_some_and(|it| context.stands_for(it))
        })
    }

    /// Whether this giver was proposed for this need before, or helps with it now.
    pub fn has_tried(&self, need: NeedId, giver: SchoolId) -> bool {
        self.deployments
            .values()
            .any(|it| it.proposal.need == need && it.proposal.giver == giver)
    }

    /// Givers that were proposed for this need before, or help with it now, each once.
    pub fn tried_for(&self, need: NeedId) -> Vec<SchoolId> {
        let of_need = self.deployments.values().filter(|it| it.proposal.need == need);
        let mut tried: Vec<_> = of_need.map(|it| it.proposal.giver).collect();
        tried.sort_unstable();
        tried.dedup();
        tried
    }

    fn malformed(&self, command: &Command, context: &Context<'_>, rules: &Rules) -> Option<Blocker> {
        let happened = happened_on(command).filter(|day| *day > context.at.date());
        if let Some(day) = happened {
            return Some(Blocker::InTheFuture { day });
        }
        match command {
            Command::ReportNeed(it) if self.school().is_some_and(|school| school != it.need.school) => {
                Some(Blocker::OtherSchool {
                    school: it.need.school,
                })
            }
            Command::ReportNeed(it) if it.need.units == Units(0) => Some(Blocker::NoUnits),
            Command::AgreeDiagnosis(it) if it.units == Units(0) => Some(Blocker::NoUnits),
            Command::ProposeDeployment(it) => {
                let backwards = it.from.zip(it.to).filter(|(from, to)| from > to);
                backwards.map(|(from, to)| Blocker::DatesBackwards { from, to })
            }
            Command::DeclineDeployment(it) if !context.roles.contains(&it.by) => {
                Some(Blocker::RoleNotHeld { role: it.by.clone() })
            }
            Command::SendRequest(it) => self.unless_known(Child::Deployment(it.deployment?)),
            Command::SetObjective(it) => self.unless_known(Child::Need(it.need)),
            Command::OpenEnquiry(it) => {
                let need = it.need.and_then(|need| self.unless_known(Child::Need(need)));
                need.or_else(|| self.unless_known(Child::Review(it.review?)))
            }
            Command::RaiseChallenge(it) => self.unless_known(Child::Need(it.need?)),
            Command::RaiseConcern(it) => self.unless_known(Child::Need(it.need?)),
            Command::RecordEvidence(it) if !rules.protocol().evidence.kinds.contains_key(&it.kind) => {
                Some(Blocker::NotAskedFor {
                    what: it.kind.to_string(),
                })
            }
            Command::CompletePart(it) => {
                let other = it
                    .needs
                    .iter()
                    .find(|need| self.school().is_some_and(|school| school != need.school));
                let other = other.map(|need| Blocker::OtherSchool { school: need.school });
                other.or_else(|| self.needs_of_part(&it.needs))
            }
            _ => None,
        }
    }

    /// Needs that a part of due diligence found are new, each named once, and ask for help.
    fn needs_of_part(&self, needs: &[Need]) -> Option<Blocker> {
        let mut seen = BTreeSet::new();
        needs.iter().find_map(|need| {
            let child = Child::Need(need.id);
            if need.units == Units(0) {
                Some(Blocker::NoUnits)
            } else if !seen.insert(need.id) || self.stands(child).is_some() {
                Some(Blocker::ExistsAlready { child })
            } else {
                None
            }
        })
    }

    fn unless_known(&self, child: Child) -> Option<Blocker> {
        self.stands(child).is_none().then_some(Blocker::Unknown { child })
    }

    fn record_consequences(&self, command: &Command, rules: &Rules, record: &mut impl FnMut(Event)) {
        match command {
            Command::ReportNeed(it) => pass_over(it.need.id, NeedPhase::Scoping, rules, record),
            Command::BeginDiagnosis(it) | Command::WithdrawDiagnosis(it) => {
                pass_over(it.need, NeedPhase::Diagnosis, rules, record);
            }
            Command::AgreeDiagnosis(it) => pass_over(it.need, NeedPhase::Matching, rules, record),
            Command::ReopenNeed(it) => pass_over(it.need, NeedPhase::Scoping, rules, record),
            Command::CompletePart(it) => {
                for need in &it.needs {
                    record(Event::NeedReported(ReportedNeed { need: need.clone() }));
                    pass_over(need.id, NeedPhase::Scoping, rules, record);
                }
            }
            Command::CloseNeed(it) => {
                let open = self.open_about(it.need).collect();
                end(open, Act::CloseNeed, rules, record);
            }
            Command::CloseCycle(_) => {
                end(self.open_children().collect(), Act::CloseCycle, rules, record);
            }
            Command::StopCycle(_) => end(self.open_children().collect(), Act::StopCycle, rules, record),
            Command::AgreeDeployment(it) => {
                if let Some(deployment) = self.deployments.get(&it.deployment) {
                    let need = deployment.proposal.need;
                    self.move_need_from(&[NeedPhase::Matching], need, NeedPhase::Deployment, rules, record);
                }
            }
            Command::CompleteDeployment(it) => {
                self.move_need_left_by(
                    it.deployment,
                    &[NeedPhase::Deployment],
                    NeedPhase::Monitoring,
                    rules,
                    record,
                );
            }
            Command::CancelDeployment(OfDeployment { deployment })
            | Command::WithdrawDeployment(OfDeployment { deployment })
            | Command::DeclineDeployment(Declined { deployment, .. }) => {
                let from = [NeedPhase::Deployment, NeedPhase::Monitoring];
                self.move_need_left_by(*deployment, &from, NeedPhase::Matching, rules, record);
            }
            Command::RecordMonitoring(it) if self.is_helped(it.need, it.on) => {
                self.move_need_from(
                    &[NeedPhase::Deployment],
                    it.need,
                    NeedPhase::Monitoring,
                    rules,
                    record,
                );
            }
            Command::RecommendReallocation(it) => {
                let from = [NeedPhase::Monitoring, NeedPhase::Matching];
                self.move_need_from(&from, it.need, NeedPhase::Reallocation, rules, record);
            }
            Command::DecideReallocation(it) => self.record_what_was_decided(it, rules, record),
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
        rules: &Rules,
        record: &mut impl FnMut(Event),
    ) {
        let Some(need) = self.deployments.get(&deployment).map(|it| it.proposal.need) else {
            return;
        };
        if self.live_deployments(need).all(|(id, _)| id == deployment) {
            self.move_need_from(from, need, to, rules, record);
        }
    }

    fn record_what_was_decided(&self, decided: &Decided, rules: &Rules, record: &mut impl FnMut(Event)) {
        let Some(decision) = self.decisions.get(&decided.decision) else {
            return;
        };
        let need = decision.recommended.need;
        for (id, deployment) in self.live_deployments(need) {
            let of = OfDeployment { deployment: id };
            match (decided.outcome, deployment.is_running()) {
                (Outcome::Taper, true) if deployment.phase() == DeploymentPhase::Active => {
                    record(Event::DeploymentTapered(of));
                }
                (Outcome::Switch | Outcome::Close, true) => record(Event::DeploymentCompleted(of)),
                (Outcome::Switch | Outcome::Close, false) => {
                    let cancelled = deployment.phase() == DeploymentPhase::Agreed;
                    record(if cancelled {
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
        self.move_need_from(&[NeedPhase::Reallocation], need, to, rules, record);
        if decided.outcome == Outcome::Intensify
            && let Some(state) = self.needs.get(&need)
        {
            let units = Units(state.need.units.0.saturating_add(1));
            record(Event::NeedUnitsChanged(NeedUnitsChanged { need, units }));
        }
        let pressure = self.pressure_change(need, decided.outcome, rules);
        if let Some(changed) = pressure {
            record(Event::PressureChanged(changed));
        }
        if decided.outcome == Outcome::Close {
            // What is decided here does not lapse by it.
            let this = Child::Decision(decided.decision);
            let open = self.open_about(need).filter(|child| *child != this);
            end(open.collect(), Act::CloseNeed, rules, record);
        }
    }

    /// What a decision would do to the pressure on a school about a need; none where it stays as it is.
    ///
    /// Escalating raises it by one level of the protocol, with its entitlement to support; stepping down
    /// lowers it; closing ends it.
    pub fn pressure_change(&self, need: NeedId, outcome: Outcome, rules: &Rules) -> Option<PressureChanged> {
        let levels = &rules.protocol().pressure;
        let now = self.needs.get(&need)?.pressure;
        let at = now.and_then(|code| levels.iter().position(|level| level.code == code));
        let to = match (outcome, at) {
            (Outcome::Escalate, None) => levels.first(),
            (Outcome::Escalate, Some(at)) => levels.get(at + 1).or(levels.get(at)),
            (Outcome::StepDown, Some(at)) => at.checked_sub(1).and_then(|below| levels.get(below)),
            (Outcome::Close, _) => None,
            _ => return None,
        };
        let level = to.map(|level| level.code);
        (level != now).then_some(PressureChanged { need, level })
    }

    /// Adds what is to be done outside once a command is accepted.
    pub fn add_effects(command: &Command, rules: &Rules, effects: &mut Vec<Effect>) {
        let (act, about) = (command.act(), command.child());
        let roles = rules.notified(act);
        if !roles.is_empty() {
            let roles = roles.clone();
            effects.push(Effect::Notify { roles, act, about });
        }
        if act == Act::ShareReport {
            effects.push(Effect::Publish { about });
        }
    }

    fn move_need_from(
        &self,
        from: &[NeedPhase],
        need: NeedId,
        to: NeedPhase,
        rules: &Rules,
        record: &mut impl FnMut(Event),
    ) {
        let to = rules.stands_in(to);
        if self
            .needs
            .get(&need)
            .is_some_and(|state| from.contains(&state.phase))
        {
            record(Event::NeedMoved(NeedMoved { need, to }));
        }
    }
}

impl Asked<'_> {
    /// Every blocker of an act, whatever its payload.
    pub(crate) fn judge(&self, fit: Fit) -> Vec<Blocked> {
        let mut found = Found {
            rules: self.rules,
            blockers: Vec::new(),
        };
        let is_wish = self.act.kind() == Kind::Wish;
        self.overlay(&mut found);
        if is_wish {
            self.in_order(&mut found);
        }
        if fit == Fit::Asked {
            self.fits(&mut found);
        }
        if is_wish {
            self.permitted(&mut found);
            self.in_time(&mut found);
        }
        found.blockers
    }

    /// Whether the cycle as a whole lets the act through. Nothing stands in the way of a report of fact,
    /// but that it would begin something new in a turn that is over.
    fn overlay(&self, found: &mut Found<'_>) {
        let opened = self.cycle.opened.as_ref();
        let is_fact = self.act.kind() == Kind::Fact;
        // What happens to the school is the same under every protocol, and some of it must not wait.
        if is_fact && self.child == Child::Cycle {
            return;
        }
        let pinned = opened.and_then(|opened| opened.migrated.as_ref());
        if let Some(pinned) = pinned.filter(|pinned| *pinned != self.rules.pin()) {
            found.push(Blocker::OtherProtocol {
                pinned: pinned.clone(),
                offered: self.rules.pin().clone(),
            });
        }
        if self.child == Child::Cycle {
            return;
        }
        let begins = || self.cycle.begins(self.act, self.child);
        let attaches = || is_fact && self.cycle.stands(self.child).is_some() && begins();
        match opened.map(|opened| opened.phase) {
            None if !is_fact => found.push(Blocker::CycleNotOpen),
            // What is known late about a closed turn is recorded with it; nothing new begins there.
            Some(CyclePhase::Closed) if !attaches() => found.push(Blocker::CycleNotOpen),
            Some(CyclePhase::Paused) if !is_fact => found.push(Blocker::CyclePaused),
            Some(CyclePhase::Stopped) if !is_fact => found.push(Blocker::CycleStopped),
            _ => {}
        }
    }

    /// Whether what the act rests on came about before it would take effect.
    fn in_order(&self, found: &mut Found<'_>) {
        let since = self.cycle.stands(self.child).map(|(_, since)| since);
        if let Some(since) = since.filter(|since| self.context.at < *since) {
            found.push(Blocker::BeforeItsTime { since });
        }
    }

    /// Whether the act has a row in its table that begins where its machine stands.
    fn fits(&self, found: &mut Found<'_>) {
        match self.cycle.fit(self.act, self.child) {
            Ok(()) => {}
            Err(Misfit::Unknown) => found.push(Blocker::Unknown { child: self.child }),
            Err(Misfit::Exists) => found.push(Blocker::ExistsAlready { child: self.child }),
            Err(Misfit::WrongPhase { now, needed }) => found.push(Blocker::WrongPhase {
                child: self.child,
                now,
                needed,
            }),
        }
    }

    /// Roles and guards; an urgent override lifts what the protocol lets it lift, for those who may.
    fn permitted(&self, found: &mut Found<'_>) {
        let urgent = self.context.urgent.then(|| self.rules.urgent(self.act)).flatten();
        let overrides = urgent.is_some_and(|it| acting_role(self.context.roles, &it.roles).is_some());
        let needed = self.rules.roles_for(self.act, self.child, self.approval_kind());
        let about_any_kind = self.child.machine() == Machine::Approval && self.approval_kind().is_none();
        if !overrides && !about_any_kind && acting_role(self.context.roles, needed).is_none() {
            let (held, needed) = (self.once.held(self.context.roles), needed.clone());
            found.push(Blocker::RoleMissing { held, needed });
        }
        if let Some(reason) = self.context.reason {
            let reasons = &self.rules.protocol().reasons;
            let listed = self.rules.step(self.act).map_or(&[][..], |step| &step.reasons);
            if !reasons.is_empty() && !reasons.contains_key(reason) {
                let reason = reason.clone();
                found.push(Blocker::UnknownReason { reason });
            } else if !listed.is_empty() && !listed.contains(reason) {
                let (reason, listed) = (reason.clone(), listed.to_vec());
                found.push(Blocker::OtherReasonNeeded { reason, listed });
            }
        }
        if overrides && self.context.reason.is_none() && self.command.is_some() {
            found.push(Blocker::ReasonMissing);
        }
        let lifted = urgent.filter(|_| overrides).map_or(&[][..], |it| &it.lifts);
        let of_task = match (self.act, self.child) {
            (Act::CompleteTask, Child::Task(code)) => self.rules.task(code),
            _ => None,
        };
        let of_task = of_task.map_or(&[][..], |task| &task.guards);
        let guards = self.rules.guards(self.act).iter().chain(of_task);
        for guard in guards.filter(|guard| !lifted.contains(guard)) {
            for blocker in self.blockers(*guard) {
                if !found.holds(&blocker) {
                    found.push(blocker);
                }
            }
        }
    }

    /// Whether a deadline that the act would meet has closed.
    fn in_time(&self, found: &mut Found<'_>) {
        for deadline in self.rules.deadlines_of(self.act).filter(|it| it.close.is_some()) {
            let clock = self.cycle.clock(
                self.child,
                deadline,
                self.context.at,
                self.context.calendar,
                self.rules,
            );
            if let Some(clock) = clock.filter(|clock| clock.status == ClockStatus::Closed) {
                found.push(Blocker::DeadlineClosed {
                    deadline: deadline.id.clone(),
                    closed: clock.close.unwrap_or(clock.started),
                });
            }
        }
    }
}

/// Ends what the protocol lets end with what it belongs to.
fn end(open: Vec<Child>, by: Act, rules: &Rules, record: &mut impl FnMut(Event)) {
    let moving_on = &rules.protocol().moving_on;
    let ends = open
        .into_iter()
        .filter(|child| moving_on.leaving(by, child.machine()) == Leaving::End);
    ends.for_each(|child| record(Event::ChildEnded(ChildEnded { child })));
}

/// A need that would enter a phase which the protocol leaves out goes on to the next.
fn pass_over(need: NeedId, entered: NeedPhase, rules: &Rules, record: &mut impl FnMut(Event)) {
    let to = rules.stands_in(entered);
    if to != entered {
        record(Event::NeedMoved(NeedMoved { need, to }));
    }
}

/// The day of what a report says was done; none where it says none, or tells of what is to come.
fn happened_on(command: &Command) -> Option<NaiveDate> {
    match command {
        Command::RecordMonitoring(it) => Some(it.on),
        Command::RecordSession(it) => Some(it.on),
        Command::RecordContact(it) => Some(it.on),
        Command::LogTime(it) => Some(it.on),
        Command::RecordEvidence(it) => Some(it.on),
        _ => None,
    }
}

/// The first of the actor's roles that is among those needed.
pub fn acting_role<'a>(held: &'a [Role], needed: &[Role]) -> Option<&'a Role> {
    held.iter().find(|role| needed.contains(role))
}

/// Whether an act is still to be looked up in the table of its machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    Asked,
    /// It is known to begin where its machine stands.
    Known,
}

/// Blockers as they are found, each with who could lift it.
struct Found<'a> {
    rules: &'a Rules,
    blockers: Vec<Blocked>,
}

impl Found<'_> {
    fn push(&mut self, blocker: Blocker) {
        if self.blockers.is_empty() {
            // Most refusals have one reason, and of actions there are many at once.
            self.blockers.reserve_exact(1);
        }
        self.blockers.push(blocked(blocker, self.rules));
    }

    fn holds(&self, blocker: &Blocker) -> bool {
        self.blockers.iter().any(|it| it.blocker == *blocker)
    }
}

fn blocked(blocker: Blocker, rules: &Rules) -> Blocked {
    Blocked {
        liftable_by: liftable_by(&blocker, rules),
        blocker,
    }
}

fn liftable_by(blocker: &Blocker, rules: &Rules) -> Roles {
    match blocker {
        Blocker::RoleMissing { needed, .. } => needed.clone(),
        Blocker::TaskNotComplete { task } => rules
            .task(*task)
            .map_or_else(Roles::default, |task| task.roles.clone()),
        Blocker::ApprovalMissing { approval, .. } => {
            let rule = rules.approval(*approval);
            rule.map_or_else(Roles::default, |rule| rule.decided_by.clone())
        }
        Blocker::ConsentMissing { roles } => roles.clone(),
        Blocker::WrongPhase { child, needed, .. } => {
            let leading = Rules::table(child.machine()).iter().filter(|row| {
                row.to
                    .is_some_and(|to| needed.contains(&to) && !row.from.contains(&to))
            });
            let roles: BTreeSet<_> = leading.flat_map(|row| rules.roles(row.act)).collect();
            roles.into_iter().cloned().collect()
        }
        blocker => blocker
            .lifted_by()
            .map_or_else(Roles::default, |act| rules.roles(act).clone()),
    }
}
