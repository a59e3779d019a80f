//! Which limits hold somebody in a plan: those whose price says that the plan would be better without them.

use super::Explainer;
use crate::{
    plan::Price,
    problem::{GiverIndex, Group, Pair, TakerIndex},
};
use serde::{Deserialize, Serialize};

/// A limit that holds somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
#[non_exhaustive]
pub enum HeldBy {
    /// A group that has all that it can have together.
    #[serde(rename = "group")]
    Group {
        /// The group's id.
        id: String,
        /// Units that it has at most.
        maximum: u32,
        /// What one more unit for it would add, at most.
        price: Price,
    },
    /// A minimum, of its own or of a group about it, without which units would be of more use elsewhere.
    #[serde(rename = "minimum")]
    Minimum {
        /// Whose it is.
        id: String,
        /// Units that there should be at least.
        minimum: u32,
        /// What one unit less of it would add, at most.
        price: Price,
    },
    /// A pair that is used because it must be, and would not be for what it is worth.
    #[serde(rename = "required")]
    Required {
        /// The giver's id.
        giver: String,
        /// The taker's id.
        taker: String,
    },
}

/// What keeps a giver from a taker, beside needs that gain more from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", deny_unknown_fields)]
#[non_exhaustive]
pub enum Barred {
    /// It serves another slot of the same team.
    #[serde(rename = "in_team")]
    InTeam {
        /// The slot's id.
        slot: String,
    },
    /// It has capacity left, and none within this group.
    #[serde(rename = "giver_group")]
    GiverGroup {
        /// The group's id.
        group: String,
    },
    /// All that it gives goes to those whom it must help.
    #[serde(rename = "required")]
    Required {
        /// Their ids.
        takers: Vec<String>,
    },
}

impl Explainer<'_> {
    pub(super) fn taker_held_by(&self, taker: TakerIndex) -> Vec<HeldBy> {
        let own = self.problem.taker(taker);
        let mut held = minimum(own.id, own.minimum, self.plan.taker_price(taker));
        let groups = self.problem.groups_of_taker(taker);
        held.extend(groups.filter_map(|group| of_group(&group, self.plan.taker_group_price(group.index))));
        held.extend(self.required(self.plan.assignments_of(taker)));
        held
    }

    pub(super) fn giver_held_by(&self, giver: GiverIndex) -> Vec<HeldBy> {
        let own = self.problem.giver(giver);
        let mut held = minimum(own.id, own.minimum, self.plan.giver_price(giver));
        let groups = self.problem.groups_of_giver(giver);
        held.extend(groups.filter_map(|group| of_group(&group, self.plan.giver_group_price(group.index))));
        held.extend(self.required(self.held(giver)));
        held
    }

    /// Which of these pairs are used only because they must be.
    fn required<'b>(&'b self, pairs: &'b [Pair]) -> impl Iterator<Item = HeldBy> + 'b {
        let bonus = Price {
            kept: 1,
            ..Price::default()
        };
        let pairs = pairs.iter();
        let pairs = pairs.filter(|pair| self.problem.is_required(pair.giver, pair.taker));
        let pairs = pairs.filter(move |pair| self.excess(pair).minus(bonus) < Price::default());
        pairs.map(|pair| HeldBy::Required {
            giver: self.problem.giver(pair.giver).id.to_owned(),
            taker: self.problem.taker(pair.taker).id.to_owned(),
        })
    }

    /// What keeps a giver from that pair, where it is a limit.
    pub(super) fn barred(&self, pair: &Pair) -> Option<Barred> {
        let problem = self.problem;
        if let Some(team) = problem.team_of(pair.taker) {
            let mut held = self.held(pair.giver).iter();
            if let Some(other) = held.find(|other| problem.team_of(other.taker) == Some(team)) {
                let slot = problem.taker(other.taker).id.to_owned();
                return Some(Barred::InTeam { slot });
            }
        }
        if self.spare(pair.giver) == 0 {
            let held = self.held(pair.giver);
            let is_required = |other: &Pair| problem.is_required(other.giver, other.taker);
            let takers = held.iter().map(|other| problem.taker(other.taker).id.to_owned());
            return held.iter().all(is_required).then(|| Barred::Required {
                takers: takers.collect(),
            });
        }
        let mut groups = problem.groups_of_giver(pair.giver);
        let full = groups.find(|group| self.group_loads[group.index.at()] >= group.maximum);
        full.map(|group| Barred::GiverGroup {
            group: group.id.to_owned(),
        })
    }
}

fn of_group(group: &Group<'_>, price: Price) -> Option<HeldBy> {
    if price > Price::default() {
        return Some(HeldBy::Group {
            id: group.id.to_owned(),
            maximum: group.maximum,
            price,
        });
    }
    minimum(group.id, group.minimum, price).pop()
}

/// That minimum, where its price says that it holds units which would be of more use elsewhere.
fn minimum(id: &str, minimum: u32, price: Price) -> Vec<HeldBy> {
    if price >= Price::default() {
        return Vec::new();
    }
    vec![HeldBy::Minimum {
        id: id.to_owned(),
        minimum,
        price: Price::default().minus(price),
    }]
}
