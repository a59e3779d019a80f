//! What is due. Overdue is computed from the state and the day, never stored.

use crate::{acts::Act, child::Child, cycle::Cycle, monitoring::Channel, rules::Rules};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    calendar::{SchoolCalendar, Span},
    code::RuleId,
    id::NeedId,
};
use serde::Serialize;

/// A clock that runs for one machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// What it is about.
    pub child: Child,
    /// What it waits for.
    pub awaits: Awaits,
    /// When it was started.
    pub started: NaiveDate,
    /// The last day on which it is done in time; none where the calendar does not reach that far.
    pub due: Option<NaiveDate>,
    /// The last day on which it still counts as done in time.
    pub grace: Option<NaiveDate>,
    /// The day of a reminder.
    pub remind: Option<NaiveDate>,
    /// How it stands on the day asked about.
    pub status: ClockStatus,
}

/// What a clock waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "of")]
pub enum Awaits {
    /// A step, under a named deadline.
    #[serde(rename = "step")]
    Step {
        /// The deadline.
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
}

/// How a clock stands. A day counts whole: what is due today is not overdue today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum ClockStatus {
    /// There is time.
    #[serde(rename = "running")]
    Running,
    /// The reminder's day has come.
    #[serde(rename = "remind")]
    Remind,
    /// It is past due, within grace.
    #[serde(rename = "in_grace")]
    InGrace,
    /// It is overdue.
    #[serde(rename = "overdue")]
    Overdue,
    /// The calendar does not reach its due date.
    #[serde(rename = "beyond_calendar")]
    BeyondCalendar,
}

impl Cycle {
    /// Every clock that runs at `now`: deadlines of the steps that are awaited, and the next observation of
    /// each channel for every need that is being helped.
    pub fn clocks(&self, now: NaiveDateTime, calendar: &SchoolCalendar, rules: &Rules) -> Vec<Clock> {
        if !self.is_open() {
            return Vec::new();
        }
        let today = now.date();
        let mut clocks = Vec::new();
        for child in self.children() {
            let Some((phase, since)) = self.stands(child) else {
                continue;
            };
            let running = rules
                .deadlines()
                .iter()
                .filter(|deadline| deadline.in_phase == phase && self.fit(deadline.awaits, child).is_ok());
            for deadline in running {
                let awaits = Awaits::Step {
                    deadline: deadline.id.clone(),
                    act: deadline.awaits,
                };
                let timing = Timing {
                    due: deadline.due,
                    grace: deadline.grace,
                    remind: deadline.remind,
                };
                clocks.push(timing.clock(child, awaits, since.date(), today, calendar));
            }
        }
        for need in self.needs.keys() {
            clocks.extend(self.cadences(*need, today, calendar, rules));
        }
        clocks
    }

    fn cadences(
        &self,
        need: NeedId,
        today: NaiveDate,
        calendar: &SchoolCalendar,
        rules: &Rules,
    ) -> Vec<Clock> {
        let Some(state) = self.needs.get(&need) else {
            return Vec::new();
        };
        let started = self
            .live_deployments(need)
            .filter_map(|(_, it)| it.worked().0)
            .min();
        let Some(started) = started else {
            return Vec::new();
        };
        let clock = |(channel, span): (&Channel, &Span)| {
            let seen = state
                .observations
                .iter()
                .filter(|it| it.channel == *channel)
                .map(|it| it.on)
                .max();
            let from = seen.unwrap_or(started.date()).max(started.date());
            let timing = Timing {
                due: *span,
                grace: None,
                remind: None,
            };
            timing.clock(
                Child::Need(need),
                Awaits::Observation { channel: *channel },
                from,
                today,
                calendar,
            )
        };
        rules.cadences().iter().map(clock).collect()
    }
}

struct Timing {
    due: Span,
    grace: Option<Span>,
    remind: Option<Span>,
}

impl Timing {
    fn clock(
        &self,
        child: Child,
        awaits: Awaits,
        started: NaiveDate,
        today: NaiveDate,
        calendar: &SchoolCalendar,
    ) -> Clock {
        let due = calendar.after(started, self.due).ok();
        let grace = due
            .zip(self.grace)
            .and_then(|(due, grace)| calendar.after(due, grace).ok());
        let remind = self
            .remind
            .and_then(|remind| calendar.after(started, remind).ok());
        let status = match due {
            None => ClockStatus::BeyondCalendar,
            Some(due) if today > grace.unwrap_or(due) => ClockStatus::Overdue,
            Some(due) if today > due => ClockStatus::InGrace,
            Some(_) if remind.is_some_and(|day| today >= day) => ClockStatus::Remind,
            Some(_) => ClockStatus::Running,
        };
        Clock {
            child,
            awaits,
            started,
            due,
            grace,
            remind,
            status,
        }
    }
}
