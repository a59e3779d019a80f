//! Guards of what a protocol asks for itself: tasks, decisions, categories, parts, and its own change.

use super::{Asked, unless};
use crate::{acts::Command, child::Child, protocol::diff::unfit, refusal::Blocker, task::TaskPhase};
use collegium_model::short_code::{OutcomeCode, PartCode, TaskCode};
use std::collections::BTreeMap;

impl Asked<'_> {
    pub(super) fn asked_for(&self) -> Vec<Blocker> {
        match (self.child, self.approval_kind()) {
            (Child::Task(code), _) => match self.rules.task(code) {
                Some(task) => self.standing().not_asked_for(&task.after, &task.when),
                None => vec![not_asked_for(&code)],
            },
            (_, Some(kind)) => match self.rules.approval(kind) {
                Some(rule) => self.standing().not_asked_for(&rule.after, &rule.when),
                None => vec![not_asked_for(&kind)],
            },
            _ => Vec::new(),
        }
    }

    pub(super) fn outcome_listed(&self) -> Vec<Blocker> {
        match self.command {
            Some(Command::CompleteTask(it)) => {
                let outcomes = self.rules.task(it.task).map(|task| &task.outcomes);
                match (it.outcome, outcomes) {
                    (_, None) | (None, Some(_)) if outcomes.is_none_or(BTreeMap::is_empty) => Vec::new(),
                    (Some(_), Some(outcomes)) if outcomes.is_empty() => vec![Blocker::NoOutcome],
                    (outcome, Some(outcomes)) => listed(outcome, outcomes),
                    (_, None) => Vec::new(),
                }
            }
            Some(Command::RecommendApproval(it)) => self.listed_for_approval(it.outcome),
            Some(Command::DecideApproval(it)) => {
                let mut blockers = self.listed_for_approval(it.outcome);
                let rule = self.approval_kind().and_then(|kind| self.rules.approval(kind));
                let allowed = it.conditions.is_empty() || rule.is_some_and(|rule| rule.with_conditions);
                blockers.extend(unless(allowed, Blocker::ConditionsNotAllowed));
                let reasons = &self.rules.protocol().reasons;
                let unknown = it
                    .conditions
                    .iter()
                    .filter(|it| !reasons.is_empty() && !reasons.contains_key(*it));
                blockers.extend(unknown.map(|reason| Blocker::UnknownReason {
                    reason: reason.clone(),
                }));
                blockers
            }
            Some(Command::RecordProgressReview(it)) => {
                let protocol = self.rules.protocol();
                let mut blockers = listed(Some(it.overall), &protocol.progress);
                if let Some(when) = protocol.progress_when.get(&it.overall) {
                    blockers.extend(self.standing().not_asked_for(&[], when));
                }
                blockers
            }
            _ => Vec::new(),
        }
    }

    fn listed_for_approval(&self, outcome: OutcomeCode) -> Vec<Blocker> {
        let rule = self.approval_kind().and_then(|kind| self.rules.approval(kind));
        rule.map_or_else(Vec::new, |rule| listed(Some(outcome), &rule.outcomes))
    }

    pub(super) fn task_complete(&self, task: TaskCode) -> Vec<Blocker> {
        let state = self.cycle.tasks.get(&task).map(|it| it.phase);
        unless(
            state == Some(TaskPhase::Complete),
            Blocker::TaskNotComplete { task },
        )
    }

    /// A part of the due diligence that the act is about, or of any where it is about none.
    pub(super) fn part_complete(&self, part: PartCode) -> Vec<Blocker> {
        let about = |id| match self.child {
            Child::DueDiligence(this) => id == this,
            _ => true,
        };
        let all = self.cycle.due_diligences.iter().filter(|(id, _)| about(**id));
        let done = all.into_iter().any(|(_, it)| it.parts.contains_key(&part));
        unless(done, Blocker::PartMissing { part })
    }

    pub(super) fn listed(&self) -> Vec<Blocker> {
        let protocol = self.rules.protocol();
        match self.command {
            Some(Command::CategoriseSchool(it)) => unless(
                protocol
                    .categories
                    .iter()
                    .any(|category| category.code == it.category),
                not_asked_for(&it.category),
            ),
            Some(Command::UsePower(it)) => {
                unless(protocol.powers.contains_key(&it.power), not_asked_for(&it.power))
            }
            Some(Command::CompletePart(it)) => {
                unless(protocol.parts.contains_key(&it.part), not_asked_for(&it.part))
            }
            Some(Command::AgreeDeployment(it)) => {
                let unlisted = it
                    .agreement
                    .exit
                    .filter(|exit| !protocol.exits.contains_key(exit));
                unlisted.iter().map(not_asked_for).collect()
            }
            Some(Command::SetObjective(it)) if !protocol.areas.is_empty() => {
                let of_need = self.cycle.needs.get(&it.need).map(|state| &state.need.area);
                let area = it.area.as_ref().or(of_need);
                let unlisted = area.filter(|area| !protocol.areas.contains_key(*area));
                unlisted.into_iter().map(not_asked_for).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn extension_forward(&self) -> Vec<Blocker> {
        let Some(Command::ExtendDeadline(it)) = self.command else {
            return Vec::new();
        };
        let (now, calendar) = (self.context.at, self.context.calendar);
        let clocks = self.cycle.clocks(now, calendar, self.rules);
        let mut running = clocks.iter().filter(|clock| {
            clock.child == it.of && clock.deadline().is_some_and(|deadline| *deadline == it.deadline)
        });
        match running.next() {
            None => vec![Blocker::DeadlineUnknown {
                deadline: it.deadline.clone(),
                child: it.of,
            }],
            Some(clock) => match clock.due {
                Some(due) if it.until <= due => vec![Blocker::NotLater { due }],
                _ => Vec::new(),
            },
        }
    }

    pub(super) fn migration_fits(&self) -> Vec<Blocker> {
        let Some(Command::MigrateCycle(it)) = self.command else {
            return Vec::new();
        };
        match self.context.moving_to.filter(|rules| *rules.pin() == it.to) {
            None => vec![Blocker::OtherProtocolUnknown { id: it.to.id.clone() }],
            Some(rules) => {
                let unfit = unfit(self.cycle, rules);
                unless(unfit.is_empty(), Blocker::MigrationUnfit { unfit })
            }
        }
    }

    pub(super) fn decided_by_another(&self) -> Vec<Blocker> {
        unless(
            !self.cycle.was_recommended_by(self.child, self.context),
            Blocker::SamePerson,
        )
    }
}

fn not_asked_for(what: &impl ToString) -> Blocker {
    Blocker::NotAskedFor {
        what: what.to_string(),
    }
}

fn listed(outcome: Option<OutcomeCode>, outcomes: &BTreeMap<OutcomeCode, String>) -> Vec<Blocker> {
    let known = outcome.is_some_and(|outcome| outcomes.contains_key(&outcome));
    let listed = outcomes.keys().copied().collect();
    unless(known, Blocker::WrongOutcome { listed })
}
