//! Policies that give each need a figure and help the highest first.

use super::{Choice, Policy, PolicyFailed, nearest_in_order};
use crate::{
    scenario::NotAScenario,
    view::{View, Waiting},
};
use serde::{Deserialize, Serialize};

/// A figure of a need that waits; the highest is helped first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Index {
    /// What people call the policy.
    pub name: String,
    /// Points for each rank of severity, 1 low to 4 urgent.
    pub severity: f64,
    /// Points for each day that it has waited.
    pub day_waited: f64,
    /// Points for each hundred pupils of the school.
    pub hundred_pupils: f64,
    /// Points for being in need when last looked at.
    pub in_need: f64,
    /// Points by kind of school, in need and in good order; kinds that are not named have none.
    pub kinds: Vec<KindPoints>,
    /// A need that has waited so many days goes before all others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_longer_than_days: Option<f64>,
}

/// Points of one kind of school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KindPoints {
    /// While it is in need.
    pub in_need: f64,
    /// While it is in good order.
    pub good: f64,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            name: "index".to_owned(),
            severity: 0.0,
            day_waited: 0.0,
            hundred_pupils: 0.0,
            in_need: 0.0,
            kinds: Vec::new(),
            no_longer_than_days: None,
        }
    }
}

impl Index {
    /// The most severe first; of those alike, who has waited longest, or comes first by number where schools
    /// change by steps.
    pub fn worst_first() -> Self {
        Self {
            name: "worst_first".to_owned(),
            severity: 1.0,
            in_need: 10.0,
            ..Self::default()
        }
    }

    /// Reads figures from TOML.
    ///
    /// # Errors
    /// [`NotAScenario`] with the line and the first fault of form.
    pub fn from_toml(text: &str) -> Result<Self, NotAScenario> {
        toml::from_str(text).map_err(|error| NotAScenario::of(text, &error))
    }

    /// The figure of one need.
    pub fn of(&self, view: &View<'_>, waiting: &Waiting) -> f64 {
        let days = (view.now().days() - waiting.since.days()).max(0.0);
        if self.no_longer_than_days.is_some_and(|most| days >= most) {
            return f64::INFINITY;
        }
        let kind = self.kinds.get(waiting.kind as usize).copied().unwrap_or_default();
        let of_kind = if waiting.in_need { kind.in_need } else { kind.good };
        let in_need = if waiting.in_need { self.in_need } else { 0.0 };
        self.severity * f64::from(waiting.severity.rank())
            + self.day_waited * days
            + self.hundred_pupils * f64::from(waiting.pupils) / 100.0
            + in_need
            + of_kind
    }
}

/// Helps the need with the highest figure first; of those alike, who has waited longest.
#[derive(Clone, Debug)]
pub struct IndexPolicy(pub Index);

impl Policy for IndexPolicy {
    fn name(&self) -> &str {
        &self.0.name
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let waiting = view.waiting().iter();
        let mut order: Vec<_> = waiting.map(|it| self.0.of(view, it)).zip(0..).collect();
        order.sort_by(|one, other| other.0.total_cmp(&one.0));
        Ok(nearest_in_order(view, order.into_iter().map(|(_, index)| index)))
    }
}
