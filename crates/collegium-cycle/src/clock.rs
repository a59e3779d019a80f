//! What is due. Overdue is computed from the state and the day, never stored.

use crate::{
    acts::Act,
    child::Child,
    cycle::{Cycle, Extension},
    monitoring::Channel,
    protocol::{Deadline, PauseClocks},
    rules::Rules,
    standing::Standing,
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    calendar::{Freeze, SchoolCalendar, Span},
    code::RuleId,
    id::{DeploymentId, NeedId},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A clock that runs for one machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Clock {
    /// What it is about.
    pub child: Child,
    /// What it waits for.
    pub awaits: Awaits,
    /// When it was started.
    pub started: NaiveDate,
    /// The last day on which it is done in time; none where the calendar does not reach that far, or while
    /// the clock stands still.
    pub due: Option<NaiveDate>,
    /// The last day on which it still counts as done in time.
    pub grace: Option<NaiveDate>,
    /// The last day on which it can be done at all.
    pub close: Option<NaiveDate>,
    /// The days of its reminders.
    pub remind: Vec<NaiveDate>,
    /// How it stands on the day asked about.
    pub status: ClockStatus,
}

/// What a clock waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "of")]
pub enum Awaits {
    /// A step, under a named deadline.
    #[serde(rename = "step")]
    Step {
        /// The deadline; that of a task is the task's own code.
        deadline: RuleId,
        /// The act that meets it.
        act: Act,
    },
    /// The next observation of a channel.
    #[serde(rename = "observation")]
    Observation {
        /// The channel.
        channel: Channel,
    },
    /// The baseline expectations and first contacts of a deployment.
    #[serde(rename = "first_weeks")]
    FirstWeeks,
    /// A progress review on its day.
    #[serde(rename = "progress_review")]
    ProgressReview,
    /// A planned action that is looked at again.
    #[serde(rename = "action_review")]
    ActionReview,
}

/// How a clock stands. A day counts whole: what is due today is not overdue today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClockStatus {
    /// There is time.
    #[serde(rename = "running")]
    Running,
    /// A reminder's day has come.
    #[serde(rename = "remind")]
    Remind,
    /// It is past due, within grace.
    #[serde(rename = "in_grace")]
    InGrace,
    /// It is overdue.
    #[serde(rename = "overdue")]
    Overdue,
    /// It can no longer be done, unless more time is given.
    #[serde(rename = "closed")]
    Closed,
    /// It stands still while the cycle is paused or stopped.
    #[serde(rename = "frozen")]
    Frozen,
    /// The calendar does not reach its due date.
    #[serde(rename = "beyond_calendar")]
    BeyondCalendar,
}

impl Clock {
    /// The deadline under which it runs, where it waits for a step.
    pub fn deadline(&self) -> Option<&RuleId> {
        match &self.awaits {
            Awaits::Step { deadline, .. } => Some(deadline),
            _ => None,
        }
    }

    /// Whether it waits for that act.
    pub fn awaits(&self, act: Act) -> bool {
        matches!(&self.awaits, Awaits::Step { act: awaited, .. } if *awaited == act)
    }

    /// Whether it is late: past its due date and its grace.
    pub fn is_overdue(&self) -> bool {
        matches!(self.status, ClockStatus::Overdue | ClockStatus::Closed)
    }
}

impl Cycle {
    /// Every clock that runs at `now`: deadlines of the steps that are awaited, tasks that can be done, the
    /// next category of the school, the first weeks of deployments and what is seen half-way through them,
    /// and the next observation of each channel for every need that is helped.
    pub fn clocks(&self, now: NaiveDateTime, calendar: &SchoolCalendar, rules: &Rules) -> Vec<Clock> {
        if !self.is_open() {
            return Vec::new();
        }
        let timing = Timing::new(self, now, calendar, rules);
        let mut clocks: Vec<_> = self.children().flat_map(|child| timing.steps(child)).collect();
        clocks.extend(timing.tasks());
        clocks.extend(timing.categorisation());
        clocks.extend(self.deployments.keys().filter_map(|id| timing.first_weeks(*id)));
        clocks.extend(self.deployments.keys().filter_map(|id| timing.mid_term(*id)));
        clocks.extend(self.needs.keys().flat_map(|need| timing.cadences(*need)));
        clocks.extend(timing.fixed_days());
        clocks
    }

    /// Every clock of one machine that waits for a step.
    pub fn clocks_of(
        &self,
        child: Child,
        now: NaiveDateTime,
        calendar: &SchoolCalendar,
        rules: &Rules,
    ) -> Vec<Clock> {
        Timing::new(self, now, calendar, rules).steps(child)
    }

    /// The clock of one deadline for one machine; none where it does not run.
    pub(crate) fn clock(
        &self,
        child: Child,
        deadline: &Deadline,
        now: NaiveDateTime,
        calendar: &SchoolCalendar,
        rules: &Rules,
    ) -> Option<Clock> {
        Timing::new(self, now, calendar, rules).step(child, deadline)
    }
}

/// The deadline of the next category.
const CATEGORISATION: &str = "categorisation";

/// What is due after a start.
#[derive(Clone, Copy, Default)]
struct Spans<'a> {
    due: Option<Span>,
    grace: Option<Span>,
    close: Option<Span>,
    remind: &'a [Span],
}

/// A cycle at one moment under its rules.
struct Timing<'a> {
    cycle: &'a Cycle,
    today: NaiveDate,
    calendar: &'a SchoolCalendar,
    rules: &'a Rules,
    frozen: &'a [Freeze],
}

impl<'a> Timing<'a> {
    fn new(cycle: &'a Cycle, now: NaiveDateTime, calendar: &'a SchoolCalendar, rules: &'a Rules) -> Self {
        let pauses = cycle.opened.as_ref().map_or(&[][..], |opened| &opened.pauses);
        let frozen = match rules.protocol().on_pause {
            PauseClocks::Freeze => pauses,
            PauseClocks::Run => &[],
        };
        let today = now.date();
        Self {
            cycle,
            today,
            calendar,
            rules,
            frozen,
        }
    }

    fn steps(&self, child: Child) -> Vec<Clock> {
        let deadlines = self.rules.deadlines().iter();
        deadlines
            .filter_map(|deadline| self.step(child, deadline))
            .collect()
    }

    fn step(&self, child: Child, deadline: &Deadline) -> Option<Clock> {
        if deadline.machine() != child.machine() {
            return None;
        }
        let (phase, since) = self.cycle.stands(child)?;
        if deadline.in_phase != phase || !self.is_awaited(child, deadline) {
            return None;
        }
        let spans = Spans {
            due: Some(deadline.due),
            grace: deadline.grace,
            close: deadline.close.map(|close| close.0),
            remind: &deadline.remind,
        };
        let awaits = Awaits::Step {
            deadline: deadline.id.clone(),
            act: deadline.awaits,
        };
        Some(self.clock(child, awaits, since.date(), spans))
    }

    /// Whether what meets a deadline has still to come.
    fn is_awaited(&self, child: Child, deadline: &Deadline) -> bool {
        let cycle = self.cycle;
        match (deadline.awaits, child) {
            (Act::ProposeDeployment, Child::Need(need)) => cycle.open_units(need).0 > 0,
            (Act::RecordContact, Child::Deployment(id)) => {
                let contacts = cycle.deployments.get(&id).map(|it| &it.first_weeks.contacts);
                contacts.is_some_and(BTreeMap::is_empty)
            }
            (act, Child::Request(id)) => {
                let kind = cycle.requests.get(&id).map(|it| it.kind);
                let is_meant = deadline.of_kind.is_none() || deadline.of_kind == kind;
                is_meant && cycle.begins(act, child)
            }
            (act, child) => cycle.begins(act, child),
        }
    }

    fn tasks(&self) -> Vec<Clock> {
        let standing = Standing::of(self.cycle, self.rules);
        let timed = standing.tasks().filter(|(task, _)| task.due.is_some());
        let clock = |(task, _): (&crate::protocol::Task, _)| {
            let since = standing.could_be_done_since(task)?;
            let spans = Spans {
                due: task.due,
                grace: task.grace,
                close: None,
                remind: &task.remind,
            };
            let awaits = Awaits::Step {
                deadline: RuleId::new(task.code.as_str()).ok()?,
                act: Act::CompleteTask,
            };
            Some(self.clock(Child::Task(task.code), awaits, since.date(), spans))
        };
        timed.filter_map(clock).collect()
    }

    /// The next category, counted from the last, or from the opening.
    fn categorisation(&self) -> Option<Clock> {
        let (every, opened) = (
            self.rules.protocol().categorised_every?,
            self.cycle.opened.as_ref()?,
        );
        let awaits = Awaits::Step {
            deadline: RuleId::new(CATEGORISATION).ok()?,
            act: Act::CategoriseSchool,
        };
        let spans = Spans {
            due: Some(every),
            ..Spans::default()
        };
        let last = opened.categorised.unwrap_or(opened.at);
        Some(self.clock(Child::Cycle, awaits, last.date(), spans))
    }

    /// Runs from the day half-way until the channel has seen the need on it or later.
    fn mid_term(&self, id: DeploymentId) -> Option<Clock> {
        let rule = self.rules.protocol().mid_term?;
        let deployment = self.cycle.deployments.get(&id).filter(|it| it.is_running())?;
        let half_way = deployment.agreement()?.half_way();
        let need = self.cycle.needs.get(&deployment.proposal.need)?;
        let mut seen = need.observations.iter().filter(|it| it.channel == rule.channel);
        if self.today < half_way || seen.any(|it| it.on >= half_way) {
            return None;
        }
        let spans = Spans {
            due: Some(rule.within),
            ..Spans::default()
        };
        let awaits = Awaits::Observation {
            channel: rule.channel,
        };
        Some(self.clock(Child::Deployment(id), awaits, half_way, spans))
    }

    fn first_weeks(&self, id: DeploymentId) -> Option<Clock> {
        let rule = &self.rules.protocol().first_weeks;
        let deployment = self.cycle.deployments.get(&id).filter(|it| it.is_running())?;
        let (unchecked, missing) = deployment.first_weeks_lacking(rule);
        if unchecked.is_empty() && missing.is_empty() {
            return None;
        }
        let spans = Spans {
            due: Some(rule.within?),
            ..Spans::default()
        };
        let started = deployment.worked().0?.date();
        Some(self.clock(Child::Deployment(id), Awaits::FirstWeeks, started, spans))
    }

    fn cadences(&self, need: NeedId) -> Vec<Clock> {
        let Some(state) = self.cycle.needs.get(&need) else {
            return Vec::new();
        };
        let live = self.cycle.live_deployments(need);
        let Some(started) = live.filter_map(|(_, it)| it.worked().0).min() else {
            return Vec::new();
        };
        let category = self.cycle.opened.as_ref().and_then(|opened| opened.category);
        let clock = |(channel, span): (&Channel, &Span)| {
            let observed = state.observations.iter().filter(|it| it.channel == *channel);
            let last = observed.map(|it| it.on).max().unwrap_or(started.date());
            let spans = Spans {
                due: Some(*span),
                ..Spans::default()
            };
            let awaits = Awaits::Observation { channel: *channel };
            self.clock(Child::Need(need), awaits, last.max(started.date()), spans)
        };
        self.rules.cadences(category).iter().map(clock).collect()
    }

    /// Days that people fixed themselves: progress reviews, and actions of adopted plans.
    fn fixed_days(&self) -> Vec<Clock> {
        let reviews = self.cycle.progress_reviews.iter().filter(|(_, it)| it.is_open());
        let reviews = reviews.map(|(id, it)| {
            let (child, awaits) = (Child::ProgressReview(*id), Awaits::ProgressReview);
            self.on_day(child, awaits, it.since.date(), it.on)
        });
        let workshops = self.cycle.workshops.iter();
        let adopted = workshops.filter(|(_, it)| it.phase == crate::workshop::WorkshopPhase::Adopted);
        let actions = adopted.flat_map(|(id, workshop)| {
            let days = workshop.actions.iter().map(|action| action.review_on);
            days.map(|day| {
                let (child, awaits) = (Child::Workshop(*id), Awaits::ActionReview);
                self.on_day(child, awaits, workshop.since.date(), day)
            })
        });
        reviews.chain(actions).collect()
    }

    fn on_day(&self, child: Child, awaits: Awaits, started: NaiveDate, day: NaiveDate) -> Clock {
        let due = Some(day);
        let late = self.today > day;
        Clock {
            child,
            awaits,
            started,
            due,
            grace: None,
            close: None,
            remind: Vec::new(),
            status: if late {
                ClockStatus::Overdue
            } else {
                ClockStatus::Running
            },
        }
    }

    fn clock(&self, child: Child, awaits: Awaits, started: NaiveDate, spans: Spans<'_>) -> Clock {
        let reach = |from: NaiveDate, span: Span| self.calendar.after_frozen(from, span, self.frozen);
        let by_rule = spans.due.map(|due| reach(started, due));
        let given = match &awaits {
            Awaits::Step { deadline, .. } => self.extension(child, deadline),
            _ => None,
        };
        let given = given.map(|it| {
            // Days that are frozen do not count for time that was given either.
            let days = it.until.signed_duration_since(it.given).num_days();
            u16::try_from(days).map_or(Ok(Some(it.until)), |days| reach(it.given, Span::Days(days)))
        });
        let frozen = [&by_rule, &given].iter().any(|due| matches!(due, Some(Ok(None))));
        let day = |due: Option<Result<_, _>>| due.and_then(|due| due.ok().flatten());
        let due = if frozen {
            None
        } else {
            day(by_rule).max(day(given))
        };
        let grace = due
            .zip(spans.grace)
            .and_then(|(due, grace)| reach(due, grace).ok().flatten());
        let close = spans.close.and_then(|close| reach(started, close).ok().flatten());
        // Whoever is given more time can use it: nothing closes before it is due, with its grace.
        let close = close.map(|close| close.max(grace.or(due).unwrap_or(close)));
        let remind = spans
            .remind
            .iter()
            .filter_map(|span| reach(started, *span).ok().flatten());
        let remind: Vec<_> = remind.collect();
        let today = self.today;
        let status = match due {
            None if frozen => ClockStatus::Frozen,
            None => ClockStatus::BeyondCalendar,
            Some(_) if close.is_some_and(|close| today > close) => ClockStatus::Closed,
            Some(due) if today > grace.unwrap_or(due) => ClockStatus::Overdue,
            Some(due) if today > due => ClockStatus::InGrace,
            Some(_) if remind.iter().any(|day| today >= *day) => ClockStatus::Remind,
            Some(_) => ClockStatus::Running,
        };
        Clock {
            child,
            awaits,
            started,
            due,
            grace,
            close,
            remind,
            status,
        }
    }

    fn extension(&self, child: Child, deadline: &RuleId) -> Option<Extension> {
        let opened = self.cycle.opened.as_ref()?;
        let given = opened
            .extensions
            .iter()
            .find(|((of, id), _)| *of == child && id == deadline);
        given.map(|(_, extension)| *extension)
    }
}
