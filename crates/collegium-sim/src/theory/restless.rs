//! How much a team is worth to one school: the Whittle index.

use crate::{
    bisection::crossing,
    parameter::{Check, Faults},
};

/// A school that is in need or in good order and changes by chance, with support and without.
///
/// A state is 0 in need, 1 in good order; a school in good order is worth 1 a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RestlessSchool {
    without: [f64; 2],
    with: [f64; 2],
}

/// What support is worth in each state, in periods in good order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhittleIndex {
    /// To a school in need, W(0).
    pub in_need: f64,
    /// To a school in good order, W(1).
    pub good: f64,
}

impl WhittleIndex {
    /// The index of a state.
    pub const fn of(&self, good: bool) -> f64 {
        if good { self.good } else { self.in_need }
    }
}

/// A subsidy is tried with at most so many steps of value iteration.
const MOST_STEPS: u32 = 100_000;

impl RestlessSchool {
    /// `without` and `with` support: the chance to be in good order in the next period, first from need,
    /// then from good order (p₀, p₁ and a₀, a₁).
    pub fn new(without: [f64; 2], with: [f64; 2]) -> Result<Self, Faults> {
        let mut check = Check::default();
        for (name, chances) in [("without", without), ("with", with)] {
            for (state, chance) in chances.into_iter().enumerate() {
                check = check.chance(format!("{name}[{state}]"), chance);
            }
        }
        check.done()?;
        Ok(Self { without, with })
    }

    /// The chance to be in good order next.
    pub fn chance(&self, good: bool, supported: bool) -> f64 {
        let chances = if supported { self.with } else { self.without };
        chances[usize::from(good)]
    }

    /// By how much support raises the chance to be in good order next.
    pub fn effect(&self, good: bool) -> f64 {
        self.chance(good, true) - self.chance(good, false)
    }

    /// The Whittle index in closed form, for a `discount` β above 0 and below 1 a period.
    ///
    /// The state where support has the larger effect has the larger index. There, being in good order
    /// counts as much as it does without support, and in the other state as much as with it: with
    /// Δ = 1/(1 − β(p₁ − p₀)) and Δ′ = 1/(1 − β(a₁ − a₀)), the indices are β·effect·Δ and β·effect·Δ′.
    ///
    /// # Source
    /// Whittle (1988), doi:10.2307/3214163; the two-state case worked out here, and held against
    /// [`RestlessSchool::whittle_by_value_iteration`].
    pub fn whittle(&self, discount: f64) -> Result<WhittleIndex, Faults> {
        Check::default().inner_chance("discount", discount).done()?;
        let worth_without = discount / (1.0 - discount * (self.without[1] - self.without[0]));
        let worth_with = discount / (1.0 - discount * (self.with[1] - self.with[0]));
        let (in_need, good) = (self.effect(false), self.effect(true));
        Ok(if in_need >= good {
            WhittleIndex {
                in_need: in_need * worth_without,
                good: good * worth_with,
            }
        } else {
            WhittleIndex {
                in_need: in_need * worth_with,
                good: good * worth_without,
            }
        })
    }

    /// The Whittle index as its definition has it: the subsidy for going without support that makes both
    /// alike, found by bisection with a value iteration for each subsidy. Slow, and the judge of
    /// [`RestlessSchool::whittle`].
    ///
    /// # Complexity
    /// Some 60 subsidies, each up to ln 10¹⁵ / ln(1/discount) steps and at most 100,000.
    pub fn whittle_by_value_iteration(&self, discount: f64) -> Result<WhittleIndex, Faults> {
        Check::default().inner_chance("discount", discount).done()?;
        let most = 1.0 / (1.0 - discount);
        let index = |good| {
            crossing(-most, most, |subsidy| {
                let worth = self.worth_of_good(discount, subsidy);
                subsidy < discount * self.effect(good) * worth
            })
        };
        Ok(WhittleIndex {
            in_need: index(false),
            good: index(true),
        })
    }

    /// By how much good order is worth more than need under the best use of support, where going without
    /// it earns `subsidy` a period.
    fn worth_of_good(&self, discount: f64, subsidy: f64) -> f64 {
        let mut values = [0.0, 0.0];
        for _ in 0..MOST_STEPS {
            let worth = |good: bool| {
                let expected = |supported| {
                    let chance = self.chance(good, supported);
                    discount * (chance * values[1] + (1.0 - chance) * values[0])
                };
                f64::from(u8::from(good)) + f64::max(subsidy + expected(false), expected(true))
            };
            let next = [worth(false), worth(true)];
            let before = values[1] - values[0];
            // Only the difference matters; taking the lower value away keeps its digits.
            values = [0.0, next[1] - next[0]];
            if (values[1] - before).abs() <= f64::EPSILON {
                break;
            }
        }
        values[1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn closed_form_and_value_iteration_agree(
            without in [0.0..1.0_f64, 0.0..1.0_f64], with in [0.0..1.0_f64, 0.0..1.0_f64], discount in 0.1..0.97_f64,
        ) {
            let school = RestlessSchool::new(without, with).unwrap();
            let closed = school.whittle(discount).unwrap();
            let iterated = school.whittle_by_value_iteration(discount).unwrap();
            prop_assert!((closed.in_need - iterated.in_need).abs() < 1e-8, "{closed:?} {iterated:?}");
            prop_assert!((closed.good - iterated.good).abs() < 1e-8, "{closed:?} {iterated:?}");
        }
    }

    #[test]
    fn support_without_effect_is_worth_nothing() {
        let school = RestlessSchool::new([0.3, 0.8], [0.3, 0.8]).unwrap();
        let index = school.whittle(0.9).unwrap();
        assert!(index.of(false).abs() < 1e-15 && index.of(true).abs() < 1e-15);
        assert!(school.whittle(1.0).is_err());
        let faults = RestlessSchool::new([-0.1, 0.5], [1.1, f64::NAN]).unwrap_err();
        assert_eq!(faults.iter().count(), 3);
    }
}
