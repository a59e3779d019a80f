//! What a run comes to: counts, and areas under curves in whole ticks, so that what must add up does.

use crate::{statistics::StepArea, tick::Tick};
use collegium_model::need::Severity;

/// A count over time, with the area under it since measuring began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Curve(StepArea);

impl Default for Curve {
    fn default() -> Self {
        Self(StepArea::new(0, 0))
    }
}

impl Curve {
    pub(super) fn add(&mut self, now: Tick, more: i64) {
        self.set(now, self.0.level().saturating_add_signed(more));
    }

    pub(super) fn set(&mut self, now: Tick, level: u64) {
        let set = self.0.set(now.number(), level);
        debug_assert!(set.is_ok(), "{set:?}");
    }

    pub(super) const fn level(&self) -> u64 {
        self.0.level()
    }

    /// The area up to a moment, in ticks.
    pub(super) fn area(&self, now: Tick) -> i128 {
        let area = self.0.area_until(now.number()).unwrap_or(0);
        i128::try_from(area).unwrap_or(i128::MAX)
    }

    /// Begins anew with the count that it has.
    pub(super) fn restart(&mut self, now: Tick) {
        self.0 = StepArea::new(now.number(), self.0.level());
    }
}

/// Everything that is measured of one run.
#[derive(Clone, Debug, Default)]
pub(super) struct Measured {
    /// Conditions in need, known or not.
    pub in_need: Curve,
    /// Needs that are known and lack help.
    pub waiting: Curve,
    /// Areas with help at work.
    pub helped: Curve,
    /// Pupils of schools with a need.
    pub pupils: Curve,
    /// Whether any need lacks help.
    pub shortage: Curve,
    /// What givers can have at once.
    pub capacity: Curve,
    /// What is taken of it.
    pub held: Curve,
    /// Schools that take part, by area.
    pub conditions: Curve,
    /// How long each need waited for its first help since it was known, as they were helped.
    pub waits: Vec<Wait>,
    /// Ticks that needs waited which wait no longer, since measuring began.
    pub waited: i128,
    /// From a true change to its being noticed, in ticks: sum and count.
    pub delay: (i128, u64),
    /// Onsets of need, needs noticed, helps begun, broken off, needs met.
    pub onsets: u64,
    pub noticed: u64,
    pub begun: u64,
    pub broken_off: u64,
    pub met: u64,
    /// Metres between giver and taker, over all helps begun, where distance matters.
    pub metres: u64,
    /// Reward with a discount, where there is one.
    pub discounted: f64,
}

impl Measured {
    /// Forgets what was before, and keeps how things stand.
    pub(super) fn restart(&mut self, now: Tick) {
        for curve in [
            &mut self.in_need,
            &mut self.waiting,
            &mut self.helped,
            &mut self.pupils,
            &mut self.shortage,
            &mut self.capacity,
            &mut self.held,
            &mut self.conditions,
        ] {
            curve.restart(now);
        }
        self.waits.clear();
        self.waited = 0;
        self.delay = (0, 0);
        (self.onsets, self.noticed, self.begun) = (0, 0, 0);
        (self.broken_off, self.met, self.metres) = (0, 0, 0);
    }
}

/// How long one need waited for its first help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// How serious it was found to be.
    pub severity: Severity,
    /// Since it was known, in ticks.
    pub ticks: i64,
}

/// What one run came to: a name, a unit and a number for each measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Every measure, in the order of [`MEASURES`].
    pub values: Vec<f64>,
    /// Ticks by which waiting in the mean differs from arrivals times mean wait (L = λW with what begins and
    /// ends cut off counted): always none.
    pub little: i128,
    /// How long each need waited for its first help, in the order in which they were helped.
    pub waits: Vec<Wait>,
    /// Events that the engine has applied.
    pub applied: u64,
}

/// A measure of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in tables.
    pub name: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What it is.
    pub says: &'static str,
}

/// What is measured, in order.
pub const MEASURES: &[Measure] = &[
    Measure {
        name: "in_need",
        unit: "areas",
        says: "Areas of schools truly in need, mean over time",
    },
    Measure {
        name: "waiting",
        unit: "needs",
        says: "Known needs that lack help, mean over time",
    },
    Measure {
        name: "helped",
        unit: "needs",
        says: "Needs with help at work, mean over time",
    },
    Measure {
        name: "shortage",
        unit: "share",
        says: "Share of time in which some known need lacks help",
    },
    Measure {
        name: "capacity",
        unit: "deployments",
        says: "Deployments that givers can have at once, mean over time",
    },
    Measure {
        name: "used",
        unit: "share",
        says: "Share of that capacity which is taken",
    },
    Measure {
        name: "good",
        unit: "share",
        says: "Share of areas in good order, mean over time",
    },
    Measure {
        name: "pupils",
        unit: "pupils",
        says: "Pupils at schools with an area in need, mean over time",
    },
    Measure {
        name: "wait_mean",
        unit: "days",
        says: "Mean wait from a need's being known to its first help, of those helped",
    },
    Measure {
        name: "wait_median",
        unit: "days",
        says: "Half of those helped waited no longer",
    },
    Measure {
        name: "wait_p90",
        unit: "days",
        says: "Nine of ten of those helped waited no longer",
    },
    Measure {
        name: "wait_longest",
        unit: "days",
        says: "The longest wait, needs that still wait at the end counted",
    },
    Measure {
        name: "delay",
        unit: "days",
        says: "Mean time from a school's coming into need to its being noticed",
    },
    Measure {
        name: "onsets",
        unit: "needs",
        says: "Areas that came into need",
    },
    Measure {
        name: "noticed",
        unit: "needs",
        says: "Needs that were noticed",
    },
    Measure {
        name: "begun",
        unit: "deployments",
        says: "Deployments begun",
    },
    Measure {
        name: "broken_off",
        unit: "deployments",
        says: "Deployments broken off before the need was met",
    },
    Measure {
        name: "met",
        unit: "needs",
        says: "Needs that were met",
    },
    Measure {
        name: "distance",
        unit: "kilometres",
        says: "Mean distance between giver and taker of deployments begun",
    },
    Measure {
        name: "worst_off",
        unit: "days",
        says: "The most days that one school was in need",
    },
    Measure {
        name: "gini_of_waits",
        unit: "share",
        says: "How unequal waits are among those helped: 0 all alike",
    },
    Measure {
        name: "discounted",
        unit: "steps",
        says: "Areas in good order over all steps, later ones worth less",
    },
];
