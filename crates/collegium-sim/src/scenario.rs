//! A scenario: schools, how they fare, what is noticed, who can help. All that a run is told, beside its
//! policy and its key.
//!
//! It is a file in TOML. Every number has a unit and a source, or the label `assumption`.

mod calibration;
mod check;
mod numbers;
mod parameter;
mod text;

pub use calibration::{Census, CountedKind};
pub use check::{InvalidScenario, MOST_SCHOOLS, MOST_YEARS, ScenarioFault};
pub use numbers::Placed;
pub(crate) use parameter::DAYS_IN_YEAR;
pub use parameter::{Parameter, Unit};
pub use text::NotAScenario;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// All that a run is told, beside its policy and its key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What people call it.
    pub name: String,
    /// The question that it is there to answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// When it begins, and how long it goes on.
    pub time: Time,
    /// The schools, by kind.
    pub schools: Vec<SchoolKind>,
    /// Schools that come while it runs, each with a need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joining: Option<Joining>,
    /// How serious needs are: shares of low, moderate, high and urgent ones. All moderate where nothing is
    /// said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severities: Option<Severities>,
    /// How it becomes known how schools fare.
    pub noticing: Noticing,
    /// Who can help.
    pub capacity: Capacity,
    /// What help is like.
    #[serde(default)]
    pub support: Support,
    /// How far apart schools are, and how far help goes. Distance does not matter where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Land>,
    /// When givers are chosen.
    pub choosing: Choosing,
}

/// When a run begins, and how long it goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// The first day.
    pub start: NaiveDate,
    /// How long it goes on.
    pub length: Parameter,
    /// How much of that is left out of what is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warm_up: Option<Parameter>,
    /// What the good of a later step is worth now, for each step; only where schools change by steps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Parameter>,
}

/// Schools that fare alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchoolKind {
    /// What people call them.
    pub name: String,
    /// How many there are at the start.
    pub count: u32,
    /// Areas in each of which a school can be in need.
    #[serde(default = "one")]
    pub areas: u8,
    /// Pupils of each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pupils: Option<Parameter>,
    /// Chance that an area is in need at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_need_at_start: Option<Parameter>,
    /// How they fare.
    pub dynamics: Dynamics,
    /// How often the head leaves, and what follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnover: Option<Turnover>,
}

const fn one() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref)] // Serde asks by reference.
const fn is_one(number: &u8) -> bool {
    *number == 1
}

/// How an area of a school comes into need and out of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "by", deny_unknown_fields)]
pub enum Dynamics {
    /// At any time, with rates: the time to each change is exponential.
    #[serde(rename = "rates")]
    Rates {
        /// How often an area in good order comes into need.
        relapse: Parameter,
        /// How often an area in need recovers without help.
        alone: Parameter,
        /// How often it recovers with the help it asked for.
        helped: Parameter,
        /// How different schools are: the coefficient of variation of each school's own factor on
        /// `relapse`, lognormal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        relapse_varies: Option<Parameter>,
        /// The same for `alone` and `helped` together.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recovery_varies: Option<Parameter>,
        /// How many stages a recovery has, one after another, each as long as the others in the mean: more make
        /// its length less variable. One where nothing is said.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        recovery_stages: u8,
        /// What helping others does to how often the giver comes into need.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        strain: Option<Parameter>,
    },
    /// Once in each step, with chances of being in good order at the next.
    #[serde(rename = "steps")]
    Steps {
        /// How long a step is.
        every: Parameter,
        /// From need, without help.
        need_alone: Parameter,
        /// From need, with help.
        need_helped: Parameter,
        /// From good order, without help.
        good_alone: Parameter,
        /// From good order, with help.
        good_helped: Parameter,
    },
}

/// What the leaving of a head brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Turnover {
    /// How often a head leaves.
    pub rate: Parameter,
    /// For how long the school is unsettled.
    pub unsettled: Parameter,
    /// How many times as often it then comes into need.
    pub relapse: Parameter,
}

/// Schools that come, each with a need in its first area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Joining {
    /// How often one comes.
    pub rate: Parameter,
    /// The name of the kind of which they are.
    pub kind: String,
    /// Other kinds of which some of them are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoJoins>,
    /// Whether they leave once they are in good order.
    #[serde(default)]
    pub leaves_once_helped: bool,
    /// How often one that nobody has helped yet gives up and leaves; never where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gives_up: Option<Parameter>,
}

/// Another kind of which some of the schools are that come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AlsoJoins {
    /// The name of the kind.
    pub kind: String,
    /// The share of all that come.
    pub share: Parameter,
}

/// Shares of needs by severity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Severities {
    /// Help would be welcome.
    pub low: Parameter,
    /// Help is needed this year.
    pub moderate: Parameter,
    /// Help is needed this term.
    pub high: Parameter,
    /// Help is needed now.
    pub urgent: Parameter,
}

impl Severities {
    pub(crate) const fn all(&self) -> [(&'static str, &Parameter); 4] {
        [
            ("low", &self.low),
            ("moderate", &self.moderate),
            ("high", &self.high),
            ("urgent", &self.urgent),
        ]
    }
}

/// How it becomes known how schools fare.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "by", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "a scenario has one")]
pub enum Noticing {
    /// Everything is known when it happens.
    #[serde(rename = "at_once")]
    AtOnce {},
    /// Only what a channel shows is known.
    #[serde(rename = "channels")]
    Channels {
        /// Assessment data.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        data_check: Option<Watching>,
        /// Informal visits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        informal_visit: Option<Watching>,
        /// Formal reviews.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        formal_review: Option<Watching>,
        /// How often in turn a need that was helped is seen in good order before it is closed.
        #[serde(default = "one")]
        greens_to_close: u8,
    },
}

/// One channel of monitoring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Watching {
    /// From one look to the next.
    pub every: Parameter,
    /// Chance that a need is seen.
    pub sees: Parameter,
    /// Chance that a need is seen where there is none.
    pub false_alarm: Parameter,
    /// From the look until its result is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Parameter>,
    /// Whether schools are looked at on days of their own, and not all on the same.
    #[serde(default)]
    pub staggered: bool,
}

/// Who can help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "held_by", deny_unknown_fields)]
pub enum Capacity {
    /// A central team, whatever becomes of schools.
    #[serde(rename = "central_team")]
    CentralTeam {
        /// How many needs it helps with at once.
        at_once: Parameter,
    },
    /// Schools in good order, under a reading of the ratio rule.
    #[serde(rename = "schools")]
    Schools {
        /// What the ratio is taken to mean.
        reading: Reading,
        /// Schools in good order for each that is helped, as in 3 : 1.
        ratio: Parameter,
        /// Whether help is called home where the giver comes into need itself, or where the ratio no longer
        /// holds; else it ends as agreed and is not given anew.
        #[serde(default)]
        called_home: bool,
    },
    /// Two schools that wait and can each help the other: they swap help, and nobody else lends any.
    #[serde(rename = "pairs")]
    Pairs {
        /// Chance that two needs of different schools can be swapped.
        compatible: Parameter,
        /// Kinds of schools between which that chance is another.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        between: Vec<Between>,
        /// The name of the only kind of schools that may ask others to swap; any may where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asked_by: Option<String>,
    },
}

/// The chance that needs of two kinds of schools can be swapped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// The name of a kind.
    pub one: String,
    /// The name of the other kind, or of the same.
    pub other: String,
    /// The chance.
    pub compatible: Parameter,
}

/// What a ratio of givers to takers is taken to mean. The rule of thumb does not say; each is an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Reading {
    /// As many needs are helped at once as there are schools in good order, divided by the ratio. Who sends
    /// whom is not asked.
    #[serde(rename = "pooled")]
    Pooled,
    /// As many as all schools together, divided by one more than the ratio, whatever their state.
    #[serde(rename = "membership")]
    Membership,
    /// Each need asks for as many schools as the ratio says, and each school in good order helps one.
    #[serde(rename = "team")]
    Team,
    /// One in so many schools can help, with one deployment, while it is in good order itself.
    #[serde(rename = "one_in")]
    OneIn,
}

/// What help is like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// From the choice of a giver until help has an effect; none where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_up: Option<Parameter>,
    /// How long help goes on at most, before the need waits again; until it is met where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Parameter>,
}

/// How far apart schools are, and how far help goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Land {
    /// The side of the square in which schools lie, drawn evenly.
    pub side: Parameter,
    /// The farthest that help goes.
    pub farthest: Parameter,
}

/// When givers are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Choosing {
    /// As soon as somebody waits and somebody is free.
    #[serde(rename = "at_once")]
    AtOnce,
    /// On the first day of each month.
    #[serde(rename = "each_month")]
    EachMonth,
    /// On the first day of each term.
    #[serde(rename = "each_term")]
    EachTerm,
    /// In each step of the schools; only where they change by steps.
    #[serde(rename = "each_step")]
    EachStep,
}
