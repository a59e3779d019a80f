//! How schools truly fare. Nobody in a run sees it but the luck that makes it and a clairvoyant policy.
//!
//! Each area of a school is in good order or in need. How long it stays so is drawn as a *budget* of hazard,
//! exponential with mean 1, from the area's own stream; time uses it up at the rate that holds. So what a
//! policy does changes how fast a budget is used, and never which one is drawn: two policies see the same
//! luck, visit for visit.

use crate::{
    chance::Stream,
    scenario::{Dynamics, SchoolKind, Severities},
    tick::Tick,
};
use collegium_model::need::Severity;
use std::ops::Range;

/// One school as it truly is.
#[derive(Clone, Debug)]
pub(super) struct School {
    /// Which kind it is of, as an index.
    pub kind: u32,
    /// Its first condition, as an index; the others follow.
    pub first: u32,
    /// How many areas it has.
    pub areas: u8,
    /// Its own factor on how often it comes into need.
    pub relapse: f64,
    /// Its own factor on how fast it recovers.
    pub recovery: f64,
    /// Whether a head left not long ago.
    pub unsettled: bool,
    /// How many it helps now.
    pub lent: u16,
    /// Deployments that it was helped with, and that it lent, so far.
    pub was_helped: u32,
    pub has_lent: u32,
    /// Whether it has left.
    pub gone: bool,
    /// Areas in which a need is known.
    pub known: u8,
}

impl School {
    /// Its areas, as indexes.
    pub(super) fn conditions(&self) -> Range<u32> {
        self.first..self.first + u32::from(self.areas)
    }
}

/// One area of one school as it truly is.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub school: u32,
    pub area: u8,
    pub is_good: bool,
    /// Since when it is so.
    pub since: Tick,
    /// Whether its present need was noticed before.
    pub was_noticed: bool,
    /// How serious its need is, or was.
    pub severity: Severity,
    /// Hazard that is left until it changes.
    budget: f64,
    /// How fast the budget is used up, for each tick.
    rate: f64,
    /// Until when it is used up.
    updated: Tick,
    /// Counts what was scheduled; what bears an older number does not happen.
    pub stamp: u32,
    luck: Stream,
    severity_luck: Stream,
}

/// Rates of a kind, for each tick.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rates {
    pub relapse: f64,
    pub alone: f64,
    pub helped: f64,
    pub strain: f64,
    pub unsettled: f64,
    /// Stages of a recovery.
    pub stages: u8,
}

impl Rates {
    /// Those of a kind that changes by rates.
    pub(super) fn of(kind: &SchoolKind) -> Option<Self> {
        let Dynamics::Rates {
            relapse,
            alone,
            helped,
            strain,
            recovery_stages,
            ..
        } = &kind.dynamics
        else {
            return None;
        };
        Some(Self {
            relapse: relapse.per_tick(),
            alone: alone.per_tick(),
            helped: helped.per_tick(),
            strain: strain.as_ref().map_or(1.0, |it| it.value),
            unsettled: kind.turnover.as_ref().map_or(1.0, |it| it.relapse.value),
            stages: *recovery_stages,
        })
    }

    /// How fast an area's budget is used up; `helped` is the share of the help it asked for that it has.
    pub(super) fn hazard(&self, school: &School, is_good: bool, helped: f64) -> f64 {
        if is_good {
            let strain = if school.lent > 0 { self.strain } else { 1.0 };
            let unsettled = if school.unsettled { self.unsettled } else { 1.0 };
            self.relapse * school.relapse * strain * unsettled
        } else {
            (self.alone + (self.helped - self.alone) * helped) * school.recovery
        }
    }
}

impl Condition {
    /// One in good order at the beginning, before any luck is drawn.
    pub(super) fn new(school: u32, area: u8, now: Tick, luck: Stream, severity_luck: Stream) -> Self {
        Self {
            school,
            area,
            is_good: true,
            since: now,
            was_noticed: false,
            severity: Severity::Moderate,
            budget: 0.0,
            rate: 0.0,
            updated: now,
            stamp: 0,
            luck,
            severity_luck,
        }
    }

    /// Enters a state and draws how much hazard it lasts: of a recovery, the mean of so many stages.
    pub(super) fn enter(&mut self, now: Tick, is_good: bool, stages: u8, severities: Option<&Severities>) {
        self.is_good = is_good;
        self.since = now;
        self.was_noticed = false;
        let stages = if is_good { 1 } else { stages };
        let lasts: f64 = (0..stages).map(|_| exponential(self.luck.uniform())).sum();
        self.budget = lasts / f64::from(stages);
        self.rate = 0.0;
        self.updated = now;
        self.stamp += 1;
        if !is_good {
            self.severity = drawn(severities, &mut self.severity_luck);
        }
    }

    /// Takes a new rate from now on; when the state then ends, where the rate changed.
    pub(super) fn retime(&mut self, now: Tick, rate: f64) -> Option<Tick> {
        #[expect(clippy::float_cmp, reason = "the same rate is the same number")]
        if rate == self.rate {
            return None;
        }
        self.budget = self.left(now);
        self.rate = rate;
        self.updated = now;
        self.stamp += 1;
        Some(if rate > 0.0 {
            now.after(ticks(self.budget / rate))
        } else {
            Tick::NEVER
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "a run is far shorter than 2⁵³ ms")]
    fn left(&self, now: Tick) -> f64 {
        let used = self.rate * now.since(self.updated) as f64;
        (self.budget - used).max(0.0)
    }
}

/// What only a clairvoyant policy asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Truth<'a>(pub(super) &'a [Condition]);

impl Truth<'_> {
    /// Hazard that is left until a need is met; none where there is no need.
    pub(crate) fn hazard_left(&self, condition: u32, now: Tick) -> Option<f64> {
        let found = self.0.get(condition as usize).filter(|it| !it.is_good)?;
        Some(found.left(now))
    }
}

/// The hazard after which what comes at a rate has come: exponential, with mean 1.
pub(super) fn exponential(share: f64) -> f64 {
    -libm::log1p(-share)
}

/// Whole ticks, rounded up.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates")]
pub(super) fn ticks(span: f64) -> i64 {
    libm::ceil(span) as i64
}

fn drawn(severities: Option<&Severities>, luck: &mut Stream) -> Severity {
    let Some(severities) = severities else {
        return Severity::Moderate;
    };
    let mut left = luck.uniform();
    for ((_, share), severity) in severities.all().into_iter().zip(Severity::ALL) {
        left -= share.value;
        if left < 0.0 {
            return severity;
        }
    }
    Severity::Urgent
}
