//! Several schools, one team: the best that can be done, and what simple rules make of it.

use super::RestlessSchool;
use crate::{
    counts::{float, length},
    parameter::{Check, Faults},
};

/// How the team's next school is chosen. Ties fall to the school that is listed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamPolicy {
    /// The largest Whittle index.
    Whittle,
    /// The largest effect in the next period.
    Myopic,
    /// A school in need before one in good order.
    WorstFirst,
    /// Each school with the same chance, in need or not.
    Random,
}

/// One team that supports one of several schools in each period; what counts is the discounted number of
/// schools in good order.
#[derive(Clone, Debug, PartialEq)]
pub struct OneTeam {
    schools: Vec<RestlessSchool>,
    discount: f64,
}

/// The joint states double with each school.
const MOST_SCHOOLS: u8 = 8;
/// Closer to 1 the sweeps would hardly end.
const LARGEST_DISCOUNT: f64 = 0.9999;
/// Values are known to about this.
const TOLERANCE: f64 = 1e-12;

impl OneTeam {
    /// With one to eight schools, and a `discount` above 0, up to 0.9999, for each period.
    pub fn new(schools: Vec<RestlessSchool>, discount: f64) -> Result<Self, Faults> {
        let count = length(&schools);
        Check::default()
            .that(
                (1.0..=f64::from(MOST_SCHOOLS)).contains(&count),
                "the number of schools",
                count,
                format!("be from 1 to {MOST_SCHOOLS}"),
            )
            .that(
                discount > 0.0 && discount <= LARGEST_DISCOUNT,
                "discount",
                discount,
                format!("be above 0, up to {LARGEST_DISCOUNT}"),
            )
            .done()?;
        Ok(Self { schools, discount })
    }

    /// The most that any rule can reach from `start` (in good order or not, school by school), by the exact
    /// dynamic programme. The team may also rest.
    ///
    /// # Units
    /// Periods in good order, the present one counted in full and each later one discounted once more.
    ///
    /// # Complexity
    /// 4ⁿ·n for each of ln 10¹² / ln(1/discount) sweeps, for n schools.
    pub fn optimum(&self, start: &[bool]) -> Result<f64, Faults> {
        self.swept(start, |values, state| {
            (0..self.schools.len()).fold(self.expected(values, state, None), |best, school| {
                best.max(self.expected(values, state, Some(school)))
            })
        })
    }

    /// What a rule reaches from `start`, in the same programme; units and complexity as there.
    pub fn value(&self, policy: TeamPolicy, start: &[bool]) -> Result<f64, Faults> {
        let indices = self
            .schools
            .iter()
            .map(|school| school.whittle(self.discount))
            .collect::<Result<Vec<_>, _>>()?;
        let first_by = |urgency: &dyn Fn(usize) -> f64| {
            (0..self.schools.len()).fold(0, |first, school| {
                if urgency(school) > urgency(first) {
                    school
                } else {
                    first
                }
            })
        };
        self.swept(start, |values, state| {
            let good = |school: usize| state >> school & 1 == 1;
            let chosen = match policy {
                TeamPolicy::Whittle => first_by(&|it| indices[it].of(good(it))),
                TeamPolicy::Myopic => first_by(&|it| self.schools[it].effect(good(it))),
                TeamPolicy::WorstFirst => first_by(&|it| f64::from(u8::from(!good(it)))),
                TeamPolicy::Random => {
                    let sum: f64 = (0..self.schools.len())
                        .map(|school| self.expected(values, state, Some(school)))
                        .sum();
                    return sum / length(&self.schools);
                }
            };
            self.expected(values, state, Some(chosen))
        })
    }

    /// Sweeps over all states until the values stand; a state holds one bit a school, 1 for good order.
    fn swept(&self, start: &[bool], next: impl Fn(&[f64], usize) -> f64) -> Result<f64, Faults> {
        Check::default()
            .that(
                start.len() == self.schools.len(),
                "the number of schools at the start",
                length(start),
                format!("be {}, as many as schools", self.schools.len()),
            )
            .done()?;
        let mut values = vec![0.0; 1 << self.schools.len()];
        loop {
            let swept: Vec<f64> = (0..values.len())
                .map(|state| float(u64::from(state.count_ones())) + self.discount * next(&values, state))
                .collect();
            let change = values
                .iter()
                .zip(&swept)
                .map(|(before, after)| (after - before).abs())
                .fold(0.0, f64::max);
            let largest = swept.iter().copied().fold(0.0, f64::max);
            values = swept;
            // What is still to come is at most change / (1 − discount); below the last digits nothing moves.
            if change <= (TOLERANCE * (1.0 - self.discount)).max(4.0 * f64::EPSILON * largest) {
                break;
            }
        }
        let state = start
            .iter()
            .rev()
            .fold(0, |state, &good| state << 1 | usize::from(good));
        Ok(values[state])
    }

    /// The expected value of the next joint state. Schools change independently, so one school after
    /// another is averaged out.
    fn expected(&self, values: &[f64], state: usize, supported: Option<usize>) -> f64 {
        let mut left = values.to_vec();
        for (place, school) in self.schools.iter().enumerate() {
            let chance = school.chance(state >> place & 1 == 1, supported == Some(place));
            left = left
                .chunks_exact(2)
                .map(|pair| pair[0] + chance * (pair[1] - pair[0]))
                .collect();
        }
        left[0]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const POLICIES: [TeamPolicy; 4] = [
        TeamPolicy::Whittle,
        TeamPolicy::Myopic,
        TeamPolicy::WorstFirst,
        TeamPolicy::Random,
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn nothing_beats_the_optimum(
            rows in prop::collection::vec(([0.0..1.0_f64, 0.0..1.0_f64], [0.0..1.0_f64, 0.0..1.0_f64]), 1..4),
            discount in 0.3..0.95_f64,
        ) {
            let schools: Vec<_> =
                rows.iter().map(|&(without, with)| RestlessSchool::new(without, with).unwrap()).collect();
            let start = vec![false; schools.len()];
            let team = OneTeam::new(schools, discount).unwrap();
            let optimum = team.optimum(&start).unwrap();
            for policy in POLICIES {
                prop_assert!(team.value(policy, &start).unwrap() <= optimum + 1e-9);
            }
        }

        /// One school that is always supported is a chain of two states: V = good + βP·V, solved by hand.
        #[test]
        fn one_school_is_solved_by_hand(poor in 0.0..1.0_f64, good in 0.0..1.0_f64, discount in 0.1..0.95_f64) {
            let school = RestlessSchool::new([0.5, 0.5], [poor, good]).unwrap();
            let team = OneTeam::new(vec![school], discount).unwrap();
            let worth = 1.0 / (1.0 - discount * (good - poor));
            let from_need = discount * poor * worth / (1.0 - discount);
            for policy in POLICIES {
                let value = team.value(policy, &[false]).unwrap();
                prop_assert!((value - from_need).abs() < 1e-9);
                let value = team.value(policy, &[true]).unwrap();
                prop_assert!((value - from_need - worth).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn faults_are_told() {
        assert_eq!(OneTeam::new(vec![], 1.0).unwrap_err().iter().count(), 2);
        let school = RestlessSchool::new([0.1, 0.2], [0.3, 0.4]).unwrap();
        assert!(OneTeam::new(vec![school; 9], 0.9).is_err());
        let team = OneTeam::new(vec![school; 2], 0.9).unwrap();
        assert!(team.optimum(&[true]).is_err());
    }
}
