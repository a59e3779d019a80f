//! What is wrong with a scenario: every fault at once, each with its place.

mod joining;

use super::{
    Capacity, Choosing, Dynamics, Noticing, Reading, Scenario, SchoolKind,
    numbers::Placed,
    parameter::{DAYS_IN_YEAR, Dimension},
};
use crate::tick::Tick;
use std::{collections::BTreeSet, fmt};

/// A scenario that cannot be run, with every fault.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a scenario that can be run: {}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct InvalidScenario {
    /// Every fault.
    pub faults: Vec<ScenarioFault>,
}

/// Something in a scenario that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioFault {
    /// Where: the path of a field, such as `schools[0].dynamics.relapse`.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: &'static str,
}

impl fmt::Display for ScenarioFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// No run has more schools.
pub const MOST_SCHOOLS: u64 = 100_000;
/// No run is longer, for no school calendar is.
pub const MOST_YEARS: i64 = 39;

impl Scenario {
    /// Checks it whole.
    ///
    /// # Errors
    /// [`InvalidScenario`] with every fault and its place.
    pub fn check(&self) -> Result<(), InvalidScenario> {
        let mut found = Faults(Vec::new());
        for number in self.numbers() {
            found.number(&number);
        }
        found.time(self);
        found.schools(self);
        found.severities(self);
        found.noticing(&self.noticing);
        found.capacity(self);
        found.choosing(self);
        match found.0 {
            faults if faults.is_empty() => Ok(()),
            faults => Err(InvalidScenario { faults }),
        }
    }
}

struct Faults(Vec<ScenarioFault>);

impl Faults {
    fn put(&mut self, place: impl Into<String>, what: impl Into<String>, help: &'static str) {
        let (place, what) = (place.into(), what.into());
        self.0.push(ScenarioFault { place, what, help });
    }

    /// Unit, sign and bounds of one number, and that it says where it comes from.
    fn number(&mut self, it: &Placed<'_>) {
        let (value, unit) = (it.parameter.value, it.parameter.unit);
        if unit.dimension() != it.dimension {
            let what = format!("is given in {unit}, which does not fit here");
            self.put(&it.place, what, it.dimension.give_it_in());
            return;
        }
        if it.parameter.source.trim().is_empty() {
            self.put(
                &it.place,
                "says no source",
                "name its source, or write `assumption`",
            );
        }
        let (least, most) = it.dimension.bounds();
        if !(least..=most).contains(&value) {
            let what = if most.is_finite() {
                format!("is {value}, which is not between {least} and {most}")
            } else {
                format!("is {value}, which is no number from {least} on")
            };
            self.put(&it.place, what, "give a number within these bounds");
        } else if it.dimension == Dimension::Duration && it.parameter.ticks() < 1 && !it.may_be_nothing() {
            self.put(&it.place, "is no time at all", "give a duration above zero");
        }
    }

    fn time(&mut self, scenario: &Scenario) {
        let length = &scenario.time.length;
        #[expect(clippy::cast_possible_truncation, reason = "a year has 365 days")]
        let most = MOST_YEARS * DAYS_IN_YEAR as i64 * Tick::DAY;
        if length.ticks() > most {
            let what = format!("is {length}, longer than {MOST_YEARS} years");
            self.put(
                "time.length",
                what,
                "run several replications rather than a long one",
            );
        }
        if let Some(warm_up) = scenario
            .time
            .warm_up
            .as_ref()
            .filter(|it| it.ticks() >= length.ticks())
        {
            let what = format!("is {warm_up}, and the whole run only {length}: nothing would be measured");
            self.put("time.warm_up", what, "shorten it, or run for longer");
        }
        if Tick(length.ticks()).civil(scenario.time.start) == chrono::NaiveDateTime::MAX {
            self.put("time.start", "lies too near the end of time", "begin earlier");
        }
    }

    fn schools(&mut self, scenario: &Scenario) {
        let total: u64 = scenario.schools.iter().map(|kind| u64::from(kind.count)).sum();
        if scenario.schools.is_empty() || (total == 0 && scenario.joining.is_none()) {
            self.put(
                "schools",
                "has no school",
                "give at least one kind with a count, or let schools join",
            );
        }
        if total > MOST_SCHOOLS {
            let what = format!("has {total} schools, more than {MOST_SCHOOLS}");
            self.put("schools", what, "divide it into several scenarios");
        }
        let mut names = BTreeSet::new();
        for (index, kind) in scenario.schools.iter().enumerate() {
            let place = format!("schools[{index}]");
            if !names.insert(kind.name.as_str()) {
                let what = format!("is named {:?}, as another kind is", kind.name);
                self.put(format!("{place}.name"), what, "give each kind a name of its own");
            }
            if let Dynamics::Rates { recovery_stages, .. } = &kind.dynamics
                && !(1..=100).contains(recovery_stages)
            {
                let what = format!("is {recovery_stages}, not 1 to 100");
                self.put(
                    format!("{place}.dynamics.recovery_stages"),
                    what,
                    "give at least one stage, and few",
                );
            }
            if kind.areas == 0 || kind.areas > SchoolKind::MOST_AREAS {
                let what = format!("is {}, not 1 to {}", kind.areas, SchoolKind::MOST_AREAS);
                self.put(format!("{place}.areas"), what, "give at least one area, and few");
            }
        }
        let by_steps = |kind: &SchoolKind| matches!(kind.dynamics, Dynamics::Steps { .. });
        let every: BTreeSet<_> = scenario.schools.iter().map(|kind| kind.dynamics.step()).collect();
        if every.len() > 1 {
            self.put(
                "schools",
                "change some by rates and some by steps, or by steps of different length",
                "let all kinds change alike",
            );
        }
        if scenario.schools.iter().any(by_steps) && scenario.choosing != Choosing::EachStep {
            self.put(
                "choosing",
                "is not `each_step`, although schools change by steps",
                "choose in each step",
            );
        }
        self.joining(scenario);
        self.pairs(scenario);
    }

    fn severities(&mut self, scenario: &Scenario) {
        let Some(severities) = &scenario.severities else {
            return;
        };
        let sum: f64 = severities.all().iter().map(|(_, it)| it.value).sum();
        if (sum - 1.0).abs() > 1e-9 {
            self.put(
                "severities",
                format!("add up to {sum}, not 1"),
                "let the four shares add up to 1",
            );
        }
    }

    fn noticing(&mut self, noticing: &Noticing) {
        let Noticing::Channels { greens_to_close, .. } = noticing else {
            return;
        };
        if noticing.channels().next().is_none() {
            self.put(
                "noticing",
                "has no channel, so nothing is ever known",
                "give at least one channel",
            );
        }
        if *greens_to_close == 0 {
            self.put("noticing.greens_to_close", "is 0", "give at least 1");
        }
        for (name, it) in noticing.channels() {
            if it.sees.value <= it.false_alarm.value {
                let what = "sees needs no more often than it raises false alarms: it tells nothing";
                self.put(
                    format!("noticing.{name}"),
                    what,
                    "let `sees` be above `false_alarm`",
                );
            }
        }
    }

    fn capacity(&mut self, scenario: &Scenario) {
        let Capacity::Schools { reading, ratio, .. } = &scenario.capacity else {
            return;
        };
        if ratio.value < 1.0 {
            self.put(
                "capacity.ratio",
                format!("is {ratio}, below one"),
                "give at least one school for each",
            );
        }
        let total: u64 = scenario.schools.iter().map(|kind| u64::from(kind.count)).sum();
        let needed = match reading {
            Reading::Membership | Reading::Team => u64::from(ratio.count()) + 1,
            Reading::Pooled | Reading::OneIn => u64::from(ratio.count()),
        };
        if total < needed {
            let what =
                format!("asks for {needed} schools, and there are {total}: nobody could ever be helped");
            self.put("capacity.ratio", what, "give a lower ratio, or more schools");
        }
    }

    fn choosing(&mut self, scenario: &Scenario) {
        let by_steps = scenario.schools.iter().any(|kind| kind.dynamics.step().is_some());
        if scenario.choosing == Choosing::EachStep && !by_steps {
            self.put(
                "choosing",
                "is `each_step`, and schools do not change by steps",
                "choose at once, each month or each term",
            );
        }
        if scenario.time.discount.is_some() && !by_steps {
            self.put(
                "time.discount",
                "is given, and schools do not change by steps",
                "leave it out",
            );
        }
        if let Some(land) = &scenario.land
            && land.farthest.value > 0.0
            && land.side.value > 600.0
        {
            self.put(
                "land.side",
                format!("is {}, more than 600 kilometres", land.side),
                "give a smaller land",
            );
        }
    }
}

impl SchoolKind {
    /// No school has more areas.
    pub const MOST_AREAS: u8 = 12;
}

impl Dynamics {
    /// Ticks in a step, where it changes by steps.
    pub(crate) fn step(&self) -> Option<i64> {
        match self {
            Self::Rates { .. } => None,
            Self::Steps { every, .. } => Some(every.ticks()),
        }
    }
}
