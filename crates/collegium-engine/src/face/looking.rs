//! What can be asked of a network that is only looked at: actions, clocks, tasks, violations, views.

mod moving;

use super::{
    Fault, Handle,
    redact::UNOPENED,
    request::{AskedActions, AskedOverview, AskedTasks, AskedTimes, AskedView},
    response::{
        ActionTold, BookedView, Checked, Clocks, CycleActions, CycleClocks, CycleSummary, CycleTasks,
        CycleView, CycleViolations, LedgerView, NetworkView, ReviewerView, RoundView, Tasks, ToldViolation,
    },
};
use crate::{
    acts::Command,
    context::Context,
    ledger::Ledger,
    network::Opened,
    refusal::{Blocked, Blocker},
    reviewers::Reviewer,
};
use collegium_cycle::{
    acts::Command as CycleCommand,
    child::Child,
    cycle::{Cycle, OverCycle},
    redact::{Audience, View},
    refusal::Blocked as CycleBlocked,
    violation::Violation,
};
use collegium_model::{
    calendar::Term,
    id::{CycleId, PersonId},
};
use std::{collections::BTreeMap, ops::Bound};

impl Handle {
    /// What a caller may do in a cycle now, and what not and why.
    ///
    /// What is blocked here is refused by [`Handle::decide`] for the same reasons, whatever the payload. What
    /// is allowed here may yet be refused for its payload.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn actions(&self, asked: &AskedActions) -> Result<CycleActions, Fault> {
        let opened = self.opened()?;
        let (id, context) = (asked.cycle, asked.caller.context());
        let cycle = self.cycle(id);
        let mut actions = cycle.actions(
            &context.in_cycle(&opened.calendar, None),
            self.network().rules_of(id),
        );
        let mut beside = self.beside(id, &context);
        if let Some(shown) = self.shown(asked.shown_to.as_ref()) {
            actions = shown.view(id).actions(actions);
            beside = shown.blockers(beside);
        }
        let told = actions.into_iter().map(|action| {
            let mut blockers: Vec<_> = action.blockers.into_iter().map(of_network).collect();
            // Both may be withheld; two would tell how much is hidden.
            let others = beside.iter().filter(|it| !blockers.contains(it)).cloned();
            let others: Vec<_> = others.collect();
            blockers.extend(others);
            ActionTold {
                act: action.act,
                child: action.child,
                allowed: blockers.is_empty(),
                blockers,
            }
        });
        let actions = told.collect();
        Ok(CycleActions { actions })
    }

    /// What the network has against every command to a cycle, whichever it is: asked by one that has no
    /// payload of its own.
    fn beside(&self, cycle: CycleId, context: &Context) -> Vec<Blocked> {
        let any = Command::in_cycle(cycle, CycleCommand::PauseCycle(OverCycle {}));
        let refused = self.network().decide(&any, context).err();
        let mut blockers = refused.map_or_else(Vec::new, |refusal| refusal.blockers);
        blockers.retain(|it| !matches!(it.blocker, Blocker::InCycle(_)));
        blockers
    }

    /// What is due.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn clocks(&self, asked: &AskedTimes) -> Result<Clocks, Fault> {
        let calendar = &self.opened()?.calendar;
        let clocks = |(cycle, state): (CycleId, &Cycle)| {
            let mut clocks = state.clocks(asked.at, calendar, self.network().rules_of(cycle));
            if let Some(view) = self.view_for(asked.shown_to.as_ref(), cycle) {
                clocks = view.clocks(clocks);
            }
            (!clocks.is_empty()).then_some(CycleClocks { cycle, clocks })
        };
        let cycles = self.cycles(asked.cycle).filter_map(clocks).collect();
        Ok(Clocks { cycles })
    }

    /// What waits for a person.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn tasks(&self, asked: &AskedTasks) -> Result<Tasks, Fault> {
        let opened = self.opened()?;
        let context = asked.caller.context();
        let context = context.in_cycle(&opened.calendar, None);
        let tasks = |(cycle, state): (CycleId, &Cycle)| {
            let mut tasks = state.todos(&context, self.network().rules_of(cycle));
            if let Some(view) = self.view_for(asked.shown_to.as_ref(), cycle) {
                tasks = view.todos(tasks);
            }
            (!tasks.is_empty()).then_some(CycleTasks { cycle, tasks })
        };
        let cycles = self.cycles(asked.cycle).filter_map(tasks).collect();
        Ok(Tasks { cycles })
    }

    /// What stands although it should not.
    pub fn check(&self, asked: &AskedTimes) -> Checked {
        let shown = self.shown(asked.shown_to.as_ref());
        let violations = |(cycle, state): (CycleId, &Cycle)| {
            let mut violations = state.check(asked.at.date(), self.network().rules_of(cycle));
            if let Some(view) = self.view_for(asked.shown_to.as_ref(), cycle) {
                violations = view.violations(violations);
            }
            let violations: Vec<_> = violations.into_iter().map(told).collect();
            (!violations.is_empty()).then_some(CycleViolations { cycle, violations })
        };
        let standing = self.network().violations().into_iter();
        let network = standing.filter(|it| shown.is_none_or(|shown| shown.sees_violation(it)));
        Checked {
            network: network.collect(),
            cycles: self.cycles(asked.cycle).filter_map(violations).collect(),
        }
    }

    /// A cycle as it stands.
    pub fn view(&self, asked: &AskedView) -> CycleView {
        let id = asked.cycle;
        let view = self.view_for(asked.shown_to.as_ref(), id);
        // Under which protocol a cycle runs tells that it is there.
        let is_seen = view.is_none_or(|view| view.sees(Child::Cycle));
        let rules = if is_seen {
            self.network().rules_of(id)
        } else {
            self.network().rules()
        };
        CycleView {
            protocol: rules.pin().clone(),
            state: view.map_or_else(|| self.cycle(id).clone(), |view| view.cycle()),
        }
    }

    /// The network beside its cycles.
    ///
    /// # Errors
    /// [`Fault::NetworkNotOpen`].
    pub fn overview(&self, asked: &AskedOverview) -> Result<NetworkView, Fault> {
        let (network, opened) = (self.network(), self.opened()?);
        let shown = self.shown(asked.shown_to.as_ref());
        let cycles = network.cycles.iter().filter_map(|(cycle, state)| {
            let it = state.opened.as_ref()?;
            let is_seen = shown.is_none_or(|shown| {
                (shown.plans() || shown.is_theirs(it.school)) && shown.view(*cycle).sees(Child::Cycle)
            });
            is_seen.then(|| CycleSummary {
                cycle: *cycle,
                school: it.school,
                turn: it.turn,
                phase: state.stands(Child::Cycle).map_or("", |it| it.0).to_owned(),
            })
        });
        let members = opened.members.values();
        let members = members.filter(|_| shown.is_none_or(|shown| shown.has_role()));
        let now = network.from_now_on().now;
        let ledgers = network.ledgers.iter();
        let ledgers = ledgers.filter(|(giver, _)| shown.is_none_or(|shown| shown.sees_ledger(**giver)));
        let rounds = network
            .rounds
            .values()
            .filter(|_| shown.is_none_or(|shown| shown.plans()));
        Ok(NetworkView {
            network: opened.network,
            members: members.cloned().collect(),
            cycles: cycles.collect(),
            ledgers: ledgers
                .map(|(giver, ledger)| LedgerView {
                    giver: *giver,
                    offer: ledger.offer.clone(),
                    holds: ledger.holds.clone().into_iter().collect(),
                    people: ledger.people.clone(),
                    in_terms: opened.named(&ledger.in_terms),
                    reviewers: reviewers_of(ledger, opened),
                    running: ledger.taken_in(now, now).units,
                    lent: ledger.taken_in(now, now).half_days,
                    overdrawn: ledger.overdrawn_in(now).is_some(),
                })
                .collect(),
            rounds: rounds
                .map(|round| RoundView {
                    opened: round.opened.clone(),
                    stage: round.code().to_owned(),
                    declined: round.declined.clone(),
                    plan: round.planned().map(|plan| plan.proposed.clone()),
                })
                .collect(),
        })
    }

    fn opened(&self) -> Result<&Opened, Fault> {
        self.network().opened.as_ref().ok_or(Fault::NetworkNotOpen)
    }

    fn cycle(&self, id: CycleId) -> &Cycle {
        self.network().cycles.get(&id).unwrap_or(&UNOPENED)
    }

    /// One cycle, or all.
    fn cycles(&self, asked: Option<CycleId>) -> impl Iterator<Item = (CycleId, &Cycle)> {
        let all = (Bound::Unbounded, Bound::Unbounded);
        let bounds = asked.map_or(all, |id| (Bound::Included(id), Bound::Included(id)));
        let cycles = self.network().cycles.range(bounds);
        cycles.map(|(id, cycle)| (*id, cycle))
    }

    fn view_for<'a>(&'a self, audience: Option<&'a Audience>, cycle: CycleId) -> Option<View<'a>> {
        self.shown(audience).map(|shown| shown.view(cycle))
    }
}

fn of_network(blocked: CycleBlocked) -> Blocked {
    Blocked {
        blocker: Blocker::InCycle(blocked.blocker),
        liftable_by: blocked.liftable_by,
    }
}

fn told(violation: Violation) -> ToldViolation {
    ToldViolation {
        standing: violation.is_standing(),
        help: violation.help().to_owned(),
        violation,
    }
}

fn reviewers_of(ledger: &Ledger, opened: &Opened) -> BTreeMap<PersonId, ReviewerView> {
    let terms = opened.calendar.terms();
    let reviewer = |it: &Reviewer| ReviewerView {
        has_shadowed: it.has_shadowed,
        visits_in_term: it.visits_in_term,
        booked: it
            .booked
            .iter()
            .map(|(of, booking)| BookedView {
                of: *of,
                leads: booking.leads,
                term: terms.get(booking.term).map(Term::named),
                promised_by: booking.promised_by,
            })
            .collect(),
    };
    let reviewers = ledger.reviewers.iter();
    reviewers.map(|(person, it)| (*person, reviewer(it))).collect()
}
