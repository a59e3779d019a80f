//! What is believed of a kind of school: its chances of being in good order at the next choice.

use super::{Index, index::KindPoints};
use crate::scenario::{Choosing, Dynamics, Scenario, SchoolKind};

/// Chances of being in good order at the next choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances {
    /// From need and from good order, without help.
    pub alone: [f64; 2],
    /// From need and from good order, with help.
    pub helped: [f64; 2],
}

impl Chances {
    /// Those of a kind of school, from one choice to the next. Where schools change by rates it is the two-state
    /// chain with the kind's mean rates; help has no effect on schools in good order there.
    pub fn of(kind: &SchoolKind, choosing: Choosing) -> Self {
        match &kind.dynamics {
            Dynamics::Steps {
                need_alone,
                need_helped,
                good_alone,
                good_helped,
                ..
            } => Self {
                alone: [need_alone.value, good_alone.value],
                helped: [need_helped.value, good_helped.value],
            },
            Dynamics::Rates {
                relapse,
                alone,
                helped,
                ..
            } => {
                let days = choosing.days();
                let after = |recovery: f64| two_states(relapse.per_day(), recovery, days);
                let (without, with) = (after(alone.per_day()), after(helped.per_day()));
                Self {
                    alone: without,
                    helped: [with[0], without[1]],
                }
            }
        }
    }

    /// What help gains at once: by how much it raises the chance of good order, from need and from good order.
    pub fn gain(&self) -> [f64; 2] {
        [self.helped[0] - self.alone[0], self.helped[1] - self.alone[1]]
    }

    /// The Whittle index from need and from good order: the subsidy for leaving a school alone at which it makes
    /// no difference whether it is helped. A school in good order is worth 1 a step, later steps `discount` as
    /// much.
    ///
    /// # Units
    /// Steps in good order. `discount` is in 0..1.
    ///
    /// # Source
    /// Whittle (1988), doi:10.2307/3214163. Found by bisection over the subsidy, each time with the best of the
    /// four stationary policies, which for two states is exact.
    pub fn whittle(&self, discount: f64) -> [f64; 2] {
        [0, 1].map(|state| {
            let most = 2.0 / (1.0 - discount);
            let (mut low, mut high) = (-most, most);
            for _ in 0..200 {
                let middle = f64::midpoint(low, high);
                if self.prefers_rest(state, middle, discount) {
                    high = middle
                } else {
                    low = middle
                }
            }
            f64::midpoint(low, high)
        })
    }

    /// Whether leaving a school alone for a subsidy is at least as good as helping it, if all goes on in the best
    /// way.
    fn prefers_rest(&self, state: usize, subsidy: f64, discount: f64) -> bool {
        let policies = [[false, false], [false, true], [true, false], [true, true]];
        let values = policies.map(|helps| self.values(helps, subsidy, discount));
        let best = [0, 1].map(|state: usize| values.iter().map(|it| it[state]).fold(f64::MIN, f64::max));
        let after = |good: f64| discount * (good * best[1] + (1.0 - good) * best[0]);
        subsidy + after(self.alone[state]) >= after(self.helped[state])
    }

    /// What need and good order are worth under a stationary policy: two equations, solved.
    fn values(&self, helps: [bool; 2], subsidy: f64, discount: f64) -> [f64; 2] {
        let of = |state: usize| {
            if helps[state] {
                (self.helped[state], 0.0)
            } else {
                (self.alone[state], subsidy)
            }
        };
        let ((need, rest_in_need), (good, rest_in_good)) = (of(0), of(1));
        // v0 = s0 + β((1 − p0) v0 + p0 v1), v1 = 1 + s1 + β((1 − p1) v0 + p1 v1)
        let (a, b) = (1.0 - discount * (1.0 - need), -discount * need);
        let (c, d) = (-discount * (1.0 - good), 1.0 - discount * good);
        let (x, y) = (rest_in_need, 1.0 + rest_in_good);
        let determinant = a * d - b * c;
        [(x * d - b * y) / determinant, (a * y - c * x) / determinant]
    }
}

/// Chances of good order after so many days, from need and from good order, at constant rates a day.
fn two_states(relapse: f64, recovery: f64, days: f64) -> [f64; 2] {
    let sum = relapse + recovery;
    if sum == 0.0 {
        return [0.0, 1.0];
    }
    let moved = -libm::expm1(-sum * days);
    [recovery / sum * moved, 1.0 - relapse / sum * moved]
}

impl Choosing {
    /// Days from one choice to the next; where they are made at once, one.
    fn days(self) -> f64 {
        match self {
            Self::AtOnce | Self::EachStep => 1.0,
            Self::EachMonth => crate::scenario::DAYS_IN_YEAR / 12.0,
            Self::EachTerm => crate::scenario::DAYS_IN_YEAR / 3.0,
        }
    }
}

impl Index {
    /// Helps first where help gains most at once.
    pub fn myopic(scenario: &Scenario) -> Self {
        Self::by_kind("myopic", scenario, |chances| chances.gain())
    }

    /// Helps first where the Whittle index is highest.
    pub fn whittle(scenario: &Scenario) -> Self {
        let discount = scenario.discount_a_choice();
        Self::by_kind("whittle", scenario, |chances| chances.whittle(discount))
    }

    fn by_kind(name: &str, scenario: &Scenario, figures: impl Fn(Chances) -> [f64; 2]) -> Self {
        let points = |kind: &SchoolKind| {
            let [in_need, good] = figures(Chances::of(kind, scenario.choosing));
            KindPoints { in_need, good }
        };
        Self {
            name: name.to_owned(),
            kinds: scenario.schools.iter().map(points).collect(),
            ..Self::default()
        }
    }
}

impl Scenario {
    /// What good is worth at the next choice that is worth 1 now: the scenario's own discount where schools change
    /// by steps, else 0.95 a year, an assumption.
    fn discount_a_choice(&self) -> f64 {
        const A_YEAR: f64 = 0.95;
        match (&self.time.discount, self.choosing) {
            (Some(discount), _) => discount.value.min(0.999_999),
            (None, Choosing::EachStep) => A_YEAR,
            (None, choosing) => libm::pow(A_YEAR, choosing.days() / crate::scenario::DAYS_IN_YEAR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_index_of_a_two_state_school() {
        let chances = Chances {
            alone: [0.25, 0.75],
            helped: [0.75, 0.95],
        };
        let [in_need, good] = chances.whittle(0.9);
        assert!(
            (in_need - 0.818_181_82).abs() < 5e-9 && (good - 0.219_512_20).abs() < 5e-9,
            "{in_need} {good}"
        );
    }

    proptest! {
        /// W(0) = β(a0−p0)/(1−β(p1−p0)) and W(1) = β(a1−p1)/(1−β(a1−a0)) where W(0) ≥ W(1).
        #[test]
        fn it_is_the_closed_form_where_need_comes_first(
            p0 in 0.0..0.5_f64, p1 in 0.5..0.9_f64, more0 in 0.0..0.4_f64, more1 in 0.0..0.1_f64, beta in 0.5..0.99_f64,
        ) {
            let (a0, a1) = (p0 + more0, p1 + more1);
            let closed = [
                beta * (a0 - p0) / (1.0 - beta * (p1 - p0)),
                beta * (a1 - p1) / (1.0 - beta * (a1 - a0)),
            ];
            prop_assume!(closed[0] >= closed[1]);
            let found = Chances { alone: [p0, p1], helped: [a0, a1] }.whittle(beta);
            prop_assert!((found[0] - closed[0]).abs() < 1e-8 && (found[1] - closed[1]).abs() < 1e-8, "{:?} {:?}", found, closed);
        }
    }
}
