//! How the tasks and milestones of a protocol stand: computed from what people did and decided, never
//! stored.

use crate::{
    cycle::{Cycle, CyclePhase},
    protocol::{Branch, Milestone, Task},
    refusal::Blocker,
    rules::{Point, Rules},
    task::TaskPhase,
};
use chrono::NaiveDateTime;
use collegium_model::short_code::{ApprovalKind, MilestoneCode, OutcomeCode, TaskCode};
use serde::Serialize;
use std::collections::BTreeSet;

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TaskStatus {
    /// Something that comes before it is not done or not decided.
    #[serde(rename = "cannot_start_yet")]
    CannotStartYet,
    /// It can be done, and nobody has begun.
    #[serde(rename = "not_started")]
    NotStarted,
    /// Somebody has begun.
    #[serde(rename = "in_progress")]
    InProgress,
    /// It is done.
    #[serde(rename = "complete")]
    Complete,
    /// The cycle is paused, stopped or closed.
    #[serde(rename = "cannot_progress")]
    CannotProgress,
    /// The branch on which it is asked for was not taken.
    #[serde(rename = "not_required")]
    NotRequired,
}

impl TaskStatus {
    /// The status as people read it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CannotStartYet => "Cannot start yet",
            Self::NotStarted => "Not started",
            Self::InProgress => "In progress",
            Self::Complete => "Complete",
            Self::CannotProgress => "Cannot progress",
            Self::NotRequired => "Not required",
        }
    }

    /// Whether nothing more is to be done about it.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Complete | Self::NotRequired)
    }
}

/// How a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MilestoneStatus {
    /// Something is still to be done for it.
    #[serde(rename = "ahead")]
    Ahead,
    /// It is reached.
    #[serde(rename = "reached")]
    Reached,
    /// The branch on which it lies was not taken.
    #[serde(rename = "not_required")]
    NotRequired,
}

/// How a branch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Yes,
    No(OutcomeCode),
    Undecided,
}

/// How everything that a protocol asks for stands in a cycle, computed in one pass over its tasks and
/// milestones.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    cycle: &'a Cycle,
    rules: &'a Rules,
    tasks: Vec<TaskStatus>,
    milestones: Vec<MilestoneStatus>,
    /// Decisions that lie on a branch which was not taken.
    not_asked: BTreeSet<ApprovalKind>,
}

impl<'a> Standing<'a> {
    /// Looks at a cycle under its rules.
    ///
    /// Complexity: O(tasks + milestones + what they wait for).
    pub fn of(cycle: &'a Cycle, rules: &'a Rules) -> Self {
        let protocol = rules.protocol();
        let mut standing = Self {
            cycle,
            rules,
            tasks: vec![TaskStatus::CannotStartYet; protocol.tasks.len()],
            milestones: vec![MilestoneStatus::Ahead; protocol.milestones.len()],
            not_asked: BTreeSet::new(),
        };
        for point in rules.order() {
            match *point {
                Point::Task(index) => {
                    let status = protocol.tasks.get(index).map(|task| standing.judge_task(task));
                    if let Some((slot, status)) = standing.tasks.get_mut(index).zip(status) {
                        *slot = status;
                    }
                }
                Point::Approval(kind) => {
                    let when = rules.approval(kind).map_or(&[][..], |rule| &rule.when);
                    if when
                        .iter()
                        .any(|branch| matches!(standing.taken(branch), Taken::No(_)))
                    {
                        standing.not_asked.insert(kind);
                    }
                }
            }
        }
        for index in rules.milestone_order() {
            if let Some(milestone) = protocol.milestones.get(*index) {
                let status = standing.judge_milestone(milestone);
                if let Some(slot) = standing.milestones.get_mut(*index) {
                    *slot = status;
                }
            }
        }
        standing
    }

    /// How a task stands; none where the protocol has no such task.
    pub fn task(&self, code: TaskCode) -> Option<TaskStatus> {
        self.tasks.get(self.rules.task_index(code)?).copied()
    }

    /// Every task, in the order of the protocol, with how it stands.
    pub fn tasks(&self) -> impl Iterator<Item = (&'a Task, TaskStatus)> {
        self.rules.protocol().tasks.iter().zip(self.tasks.iter().copied())
    }

    /// Every milestone, in the order of the protocol, with how it stands.
    pub fn milestones(&self) -> impl Iterator<Item = (&'a Milestone, MilestoneStatus)> {
        self.rules
            .milestones()
            .iter()
            .zip(self.milestones.iter().copied())
    }

    fn judge_task(&self, task: &Task) -> TaskStatus {
        let runs = self
            .cycle
            .opened
            .as_ref()
            .is_some_and(|it| it.phase == CyclePhase::Active);
        let touched = self.cycle.tasks.get(&task.code).map(|state| state.phase);
        let branches = || task.when.iter().map(|branch| self.taken(branch));
        match touched {
            Some(TaskPhase::Complete) => TaskStatus::Complete,
            _ if branches().any(|taken| matches!(taken, Taken::No(_))) => TaskStatus::NotRequired,
            Some(TaskPhase::Dropped) => TaskStatus::CannotProgress,
            _ if !runs => TaskStatus::CannotProgress,
            Some(TaskPhase::InProgress) => TaskStatus::InProgress,
            None if branches().any(|taken| taken == Taken::Undecided) => TaskStatus::CannotStartYet,
            None if !task.after.iter().all(|code| self.is_settled(*code)) => TaskStatus::CannotStartYet,
            None => TaskStatus::NotStarted,
        }
    }

    /// Reached once every task and decision that belongs to it is done or not required, and so are the
    /// milestones before it, and what it needs came about.
    fn judge_milestone(&self, milestone: &Milestone) -> MilestoneStatus {
        let branches = || milestone.when.iter().map(|branch| self.taken(branch));
        if branches().any(|taken| matches!(taken, Taken::No(_))) {
            return MilestoneStatus::NotRequired;
        }
        let of = Some(milestone.code);
        let mut tasks = self
            .tasks()
            .filter(|(task, _)| task.milestone == of && !task.optional);
        let approvals = &self.rules.protocol().approvals;
        let mut approvals = approvals.iter().filter(|(_, rule)| rule.milestone == of);
        let behind = |code: &MilestoneCode| {
            let mut of_code = self.milestones().filter(|(it, _)| it.code == *code);
            of_code.all(|(_, status)| status != MilestoneStatus::Ahead)
        };
        let needed = |branch: &Branch| self.taken(branch) == Taken::Yes;
        let reached = branches().all(|taken| taken == Taken::Yes)
            && milestone.needs.iter().all(needed)
            && tasks.all(|(_, status)| status.is_settled())
            && approvals
                .all(|(kind, _)| self.not_asked.contains(kind) || self.cycle.came_to(*kind).is_some())
            && milestone.after.iter().all(behind);
        if reached {
            MilestoneStatus::Reached
        } else {
            MilestoneStatus::Ahead
        }
    }

    /// When a task could first be done: the last day on which something that comes before it was settled,
    /// or the day on which the cycle was opened. None while it cannot be done, and once it is done.
    pub(crate) fn could_be_done_since(&self, task: &Task) -> Option<NaiveDateTime> {
        let status = self.task(task.code)?;
        if !matches!(status, TaskStatus::NotStarted | TaskStatus::InProgress) {
            return None;
        }
        let opened = self.cycle.opened.as_ref()?.at;
        let before = task.after.iter().filter_map(|code| self.cycle.tasks.get(code));
        let branches = task.when.iter().filter_map(|branch| self.settled_at(branch));
        Some(
            before
                .map(|it| it.since)
                .chain(branches)
                .fold(opened, NaiveDateTime::max),
        )
    }

    fn settled_at(&self, branch: &Branch) -> Option<NaiveDateTime> {
        let of_approval = branch.approval.and_then(|kind| {
            let approvals = self.cycle.approvals.values();
            let decided = approvals.filter(|it| it.kind == kind && it.outcome.is_some());
            decided.map(|it| it.since).max()
        });
        of_approval.or_else(|| Some(self.cycle.tasks.get(&branch.task?)?.since))
    }

    fn is_settled(&self, code: TaskCode) -> bool {
        self.task(code).is_none_or(TaskStatus::is_settled)
    }

    fn taken(&self, branch: &Branch) -> Taken {
        let outcome = match (branch.approval, branch.task) {
            // What is not asked for leads nowhere: what hangs on it is not asked for either.
            (Some(kind), _) if self.not_asked.contains(&kind) => return nowhere(branch),
            (Some(kind), _) => self.cycle.came_to(kind),
            (None, Some(code)) => {
                let state = self.cycle.tasks.get(&code);
                let complete = state.filter(|it| it.phase == TaskPhase::Complete);
                if complete.is_none() && self.task(code) == Some(TaskStatus::NotRequired) {
                    return nowhere(branch);
                }
                complete.and_then(|it| it.outcome)
            }
            (None, None) => None,
        };
        match outcome {
            None => Taken::Undecided,
            Some(outcome) if branch.is.contains(&outcome) => Taken::Yes,
            Some(outcome) => Taken::No(outcome),
        }
    }

    /// Why something that hangs on tasks and branches is not asked for now.
    pub(crate) fn not_asked_for(&self, after: &[TaskCode], when: &[Branch]) -> Vec<Blocker> {
        let mut blockers = Vec::new();
        for branch in when {
            let of = branch.approval.map(|it| it.to_string());
            let of = of
                .or_else(|| branch.task.map(|it| it.to_string()))
                .unwrap_or_default();
            match self.taken(branch) {
                Taken::Yes => {}
                Taken::No(outcome) => blockers.push(Blocker::BranchNotTaken { of, outcome }),
                Taken::Undecided => blockers.push(Blocker::BranchUndecided { of }),
            }
        }
        let open = after.iter().filter(|code| !self.is_settled(**code));
        blockers.extend(open.map(|task| Blocker::TaskNotComplete { task: *task }));
        blockers
    }
}

/// A branch that hangs on something that is not asked for.
fn nowhere(branch: &Branch) -> Taken {
    branch
        .is
        .first()
        .map_or(Taken::Undecided, |outcome| Taken::No(*outcome))
}

impl Cycle {
    /// What a decision of the protocol came to: of several of one kind, the last that was decided.
    pub fn came_to(&self, kind: ApprovalKind) -> Option<OutcomeCode> {
        let of_kind = self.approvals.values().filter(|it| it.kind == kind);
        let decided = of_kind.filter_map(|it| it.outcome.map(|outcome| (it.since, outcome)));
        decided
            .max_by_key(|(since, _)| *since)
            .map(|(_, outcome)| outcome)
    }
}
