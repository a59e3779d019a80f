//! A number with its unit and where it comes from: there is no other kind in a scenario.

use crate::tick::Tick;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// The number.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// Where it comes from, or `assumption`.
    pub source: String,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Unit {
    /// Times a day.
    #[serde(rename = "per_day")]
    PerDay,
    /// Times a week of seven days.
    #[serde(rename = "per_week")]
    PerWeek,
    /// Times a year of 365.25 days.
    #[serde(rename = "per_year")]
    PerYear,
    /// Days.
    #[serde(rename = "days")]
    Days,
    /// Weeks of seven days.
    #[serde(rename = "weeks")]
    Weeks,
    /// Years of 365.25 days.
    #[serde(rename = "years")]
    Years,
    /// A share or a chance, from 0 to 1.
    #[serde(rename = "share")]
    Share,
    /// How many times as much.
    #[serde(rename = "times")]
    Times,
    /// Pupils.
    #[serde(rename = "pupils")]
    Pupils,
    /// Kilometres.
    #[serde(rename = "kilometres")]
    Kilometres,
    /// Deployments at once.
    #[serde(rename = "deployments")]
    Deployments,
    /// Schools in good order for each that is helped.
    #[serde(rename = "schools_per_school")]
    Ratio,
}

/// A dimension, which several units share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    Rate,
    Duration,
    Share,
    Times,
    Pupils,
    Length,
    Deployments,
    Ratio,
}

/// Days in a year.
pub(crate) const DAYS_IN_YEAR: f64 = 365.25;

impl Unit {
    /// The unit as it is written.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PerDay => "per_day",
            Self::PerWeek => "per_week",
            Self::PerYear => "per_year",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Years => "years",
            Self::Share => "share",
            Self::Times => "times",
            Self::Pupils => "pupils",
            Self::Kilometres => "kilometres",
            Self::Deployments => "deployments",
            Self::Ratio => "schools_per_school",
        }
    }

    /// The unit in words, after a number.
    const fn words(self) -> &'static str {
        match self {
            Self::PerDay => " a day",
            Self::PerWeek => " a week",
            Self::PerYear => " a year",
            Self::Days => " days",
            Self::Weeks => " weeks",
            Self::Years => " years",
            Self::Share => "",
            Self::Times => " times",
            Self::Pupils => " pupils",
            Self::Kilometres => " km",
            Self::Deployments => " deployments",
            Self::Ratio => " schools for each",
        }
    }

    pub(crate) const fn dimension(self) -> Dimension {
        match self {
            Self::PerDay | Self::PerWeek | Self::PerYear => Dimension::Rate,
            Self::Days | Self::Weeks | Self::Years => Dimension::Duration,
            Self::Share => Dimension::Share,
            Self::Times => Dimension::Times,
            Self::Pupils => Dimension::Pupils,
            Self::Kilometres => Dimension::Length,
            Self::Deployments => Dimension::Deployments,
            Self::Ratio => Dimension::Ratio,
        }
    }

    /// Days of which it is made, for durations and rates; 1 for others.
    const fn days(self) -> f64 {
        match self {
            Self::PerWeek | Self::Weeks => 7.0,
            Self::PerYear | Self::Years => DAYS_IN_YEAR,
            _ => 1.0,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Dimension {
    /// What to do about another unit.
    pub(crate) const fn give_it_in(self) -> &'static str {
        match self {
            Self::Rate => "give it per_day, per_week or per_year",
            Self::Duration => "give it in days, weeks or years",
            Self::Share => "give it as a share",
            Self::Times => "give it in times",
            Self::Pupils => "give it in pupils",
            Self::Length => "give it in kilometres",
            Self::Deployments => "give it in deployments",
            Self::Ratio => "give it in schools_per_school",
        }
    }

    /// The least and the most that a number can be.
    pub(crate) const fn bounds(self) -> (f64, f64) {
        match self {
            Self::Share => (0.0, 1.0),
            Self::Times | Self::Ratio => (0.0, 1_000.0),
            Self::Deployments => (0.0, 65_535.0),
            Self::Length => (0.0, 10_000.0),
            // Rates above that, or durations longer, concern no school.
            Self::Pupils | Self::Rate | Self::Duration => (0.0, 1e6),
        }
    }
}

impl Parameter {
    /// A number that is assumed.
    pub fn assumed(value: f64, unit: Unit) -> Self {
        let source = Self::ASSUMPTION.to_owned();
        Self { value, unit, source }
    }

    /// The source of what is assumed.
    pub const ASSUMPTION: &str = "assumption";

    /// Whether it has no other source than that somebody assumed it.
    pub fn is_assumption(&self) -> bool {
        self.source == Self::ASSUMPTION
    }

    /// A rate, for each tick.
    #[expect(clippy::cast_precision_loss, reason = "a day has far fewer than 2⁵³ ms")]
    pub fn per_tick(&self) -> f64 {
        self.value / self.unit.days() / Tick::DAY as f64
    }

    /// A rate, for each day.
    pub fn per_day(&self) -> f64 {
        self.value / self.unit.days()
    }

    /// A duration, in whole ticks.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a cast of a float saturates"
    )]
    pub fn ticks(&self) -> i64 {
        (self.value * self.unit.days() * Tick::DAY as f64).round() as i64
    }

    /// A count, rounded down.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float saturates"
    )]
    pub fn count(&self) -> u32 {
        self.value as u32
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.value, self.unit.words())
    }
}
