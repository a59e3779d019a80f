//! Dynamic matching in a market of finite size, exactly.

use super::BirthDeath;
use crate::{
    counts::{float, whole},
    parameter::{Check, Faults},
};

/// Agents come, wait to be paired with a compatible one, and leave unhelped once they have waited too long.
///
/// They come at rate m, `arrivals` in the mean length of a stay, which is exponential with mean 1. Any two are
/// compatible with chance p = `degree` / m, whatever others are. The limit as m grows is
/// [`DynamicMatching`](super::DynamicMatching).
///
/// # Why the number that wait is all that matters
/// *Greedy*: whoever comes is paired at once if it can be, so no two that wait are compatible, and nobody has
/// yet asked whether the next one is. *Patient*: somebody is paired only when about to leave. Whether two are
/// compatible is asked only when one of them leaves for good, so of those that stay nothing is known, as long as
/// the partner is not chosen by what is known of it. Nor does anybody's having stayed say how long it still
/// stays.
#[derive(Clone, Debug, PartialEq)]
pub struct PairMarket {
    arrivals: f64,
    /// The chance that two are not compatible.
    strangers: f64,
    greedy: BirthDeath,
    patient: Vec<f64>,
}

/// No market has more arrivals in a stay.
const MOST_ARRIVALS: f64 = 100_000.0;

/// Whether there is such a market.
pub(super) fn check(arrivals: f64, degree: f64) -> Result<(), Faults> {
    Check::default()
        .that(
            arrivals > 0.0 && arrivals <= MOST_ARRIVALS,
            "arrivals",
            arrivals,
            format!("be above 0, and {MOST_ARRIVALS} or less"),
        )
        .positive("degree", degree)
        .that(
            degree.is_nan() || arrivals.is_nan() || degree <= arrivals,
            "degree",
            degree,
            "be no more than arrivals",
        )
        .done()
}

/// Never more wait than if nobody were paired, and then their number is Poisson with mean `arrivals`.
pub(super) fn most_waiting(arrivals: f64) -> u64 {
    whole(arrivals + 12.0 * libm::sqrt(arrivals) + 40.0)
}

impl PairMarket {
    /// With `arrivals` in a mean stay, above 0, and `degree`, above 0 and no more than `arrivals`: how many of
    /// these are compatible with one, on average.
    ///
    /// # Complexity
    /// Linear in arrivals.
    ///
    /// # Source
    /// The model: Akbarpour, Li & Oveis Gharan (2020), doi:10.1086/704761. The chains follow from it as told
    /// above; their stationary laws are solved exactly, up to states that are less likely than 10⁻¹⁵.
    pub fn new(arrivals: f64, degree: f64) -> Result<Self, Faults> {
        check(arrivals, degree)?;
        let strangers = 1.0 - degree / arrivals;
        let most = most_waiting(arrivals);
        let nobody = |waiting: u64| nobody_of(strangers, waiting);
        let births: Vec<_> = (0..most).map(|waiting| arrivals * nobody(waiting)).collect();
        let deaths: Vec<_> = (1..=most)
            .map(|waiting| float(waiting) + arrivals * (1.0 - nobody(waiting)))
            .collect();
        Ok(Self {
            arrivals,
            strangers,
            greedy: BirthDeath::new(&births, &deaths)?,
            patient: up_one_down_two(
                arrivals,
                most,
                |waiting| float(waiting) * nobody(waiting.saturating_sub(1)),
                |waiting| float(waiting) * (1.0 - nobody(waiting.saturating_sub(1))),
            ),
        })
    }

    /// How many wait on average where each is paired as it comes, if it can be.
    pub fn greedy_waiting(&self) -> f64 {
        self.greedy.mean()
    }

    /// The share of agents that leave unhelped where each is paired as it comes, if it can be.
    ///
    /// All that wait leave at rate 1, and none of them helped: it is the number waiting, divided by `arrivals`.
    pub fn greedy_loss(&self) -> f64 {
        self.greedy_waiting() / self.arrivals
    }

    /// How many wait on average where each is paired only as it is about to leave, if it can be.
    pub fn patient_waiting(&self) -> f64 {
        self.patient_mean(float)
    }

    /// The share of agents that leave unhelped where each is paired only as it is about to leave, if it can be.
    pub fn patient_loss(&self) -> f64 {
        let leave = |waiting: u64| float(waiting) * nobody_of(self.strangers, waiting.saturating_sub(1));
        self.patient_mean(leave) / self.arrivals
    }

    fn patient_mean(&self, worth: impl Fn(u64) -> f64) -> f64 {
        (0..)
            .zip(&self.patient)
            .map(|(waiting, share)| worth(waiting) * share)
            .sum()
    }
}

/// The chance that none of so many is compatible with one.
fn nobody_of(strangers: f64, waiting: u64) -> f64 {
    libm::pow(strangers, float(waiting))
}

/// The stationary law of a chain on 0 to `most` that goes up by one at rate `up`, and down by one or by two at
/// rates that hang on the state.
///
/// # Source
/// Balance across the cut between n and n + 1: up · p(n) = (one(n+1) + two(n+1)) · p(n+1) + two(n+2) · p(n+2).
/// From the top down no term is negative, so nothing is lost by differences.
fn up_one_down_two(up: f64, most: u64, one: impl Fn(u64) -> f64, two: impl Fn(u64) -> f64) -> Vec<f64> {
    let mut downwards = vec![1.0];
    let (mut above, mut two_above) = (1.0, 0.0);
    for state in (0..most).rev() {
        let down = (one(state + 1) + two(state + 1)) * above + two(state + 2) * two_above;
        (two_above, above) = (above, down / up);
        downwards.push(above);
        if above > LARGE {
            for share in downwards.iter_mut().chain([&mut above, &mut two_above]) {
                *share /= LARGE;
            }
        }
    }
    let total: f64 = downwards.iter().sum();
    downwards.into_iter().rev().map(|share| share / total).collect()
}

/// Beyond it, numbers are made smaller so that they do not overflow.
const LARGE: f64 = 1e200;

#[cfg(test)]
#[expect(clippy::cast_precision_loss, reason = "there are few states")]
mod tests {
    use super::*;
    use crate::theory::DynamicMatching;
    use proptest::prelude::*;

    /// Lets a chain of one- and two-step moves run in tiny steps until it no longer changes: slow and obvious.
    fn by_iteration(states: usize, moves: impl Fn(usize) -> Vec<(usize, f64)>) -> Vec<f64> {
        let mut shares = vec![1.0 / states as f64; states];
        let most = (0..states)
            .map(|from| moves(from).iter().map(|(_, rate)| rate).sum::<f64>())
            .fold(0.0, f64::max);
        for _ in 0..60_000 {
            let mut next = shares.clone();
            for (from, share) in shares.iter().enumerate() {
                for (to, rate) in moves(from) {
                    next[from] -= share * rate / most;
                    next[to] += share * rate / most;
                }
            }
            shares = next;
        }
        shares
    }

    #[test]
    fn the_chains_are_those_of_the_rules() {
        let (arrivals, degree, states) = (3.0, 1.5, 40);
        let chance: f64 = degree / arrivals;
        let market = PairMarket::new(arrivals, degree).unwrap();
        let somebody = |of: usize| 1.0 - (1.0 - chance).powi(i32::try_from(of).unwrap());
        let greedy = by_iteration(states, |waiting| {
            let mut moves = Vec::new();
            if waiting + 1 < states {
                moves.push((waiting + 1, arrivals * (1.0 - somebody(waiting))));
            }
            if waiting > 0 {
                moves.push((waiting - 1, arrivals * somebody(waiting) + waiting as f64));
            }
            moves
        });
        let patient = by_iteration(states, |waiting| {
            let mut moves = Vec::new();
            if waiting + 1 < states {
                moves.push((waiting + 1, arrivals));
            }
            if waiting > 0 {
                let found = somebody(waiting - 1);
                moves.push((waiting - 1, waiting as f64 * (1.0 - found)));
                moves.push((waiting.saturating_sub(2), waiting as f64 * found));
            }
            moves
        });
        let mean = |shares: &[f64]| {
            (0..)
                .zip(shares)
                .map(|(it, share)| f64::from(it) * share)
                .sum::<f64>()
        };
        assert!((market.greedy_waiting() - mean(&greedy)).abs() < 1e-9);
        assert!((market.patient_waiting() - mean(&patient)).abs() < 1e-9);
        let lost: f64 = (0..)
            .zip(&patient)
            .map(|(waiting, share)| f64::from(waiting) * (1.0 - chance).powi(waiting - 1) * share)
            .sum();
        assert!((market.patient_loss() - lost / arrivals).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn who_comes_is_paired_or_leaves(arrivals in 0.5..300.0_f64, part in 0.001..1.0_f64) {
            let market = PairMarket::new(arrivals, arrivals * part).unwrap();
            // Of a pair one has come before: each match takes two of those that come.
            let matched = market.greedy.mean_of(|waiting| 1.0 - nobody_of(market.strangers, waiting));
            prop_assert!((1.0 - market.greedy_loss() - 2.0 * matched).abs() < 1e-9);
            // Whoever leaves unhelped has left at rate 1; so has one of each pair.
            let leaving = market.patient_waiting() / arrivals;
            prop_assert!((leaving - market.patient_loss() - (1.0 - market.patient_loss()) / 2.0).abs() < 1e-9);
            prop_assert!(market.patient_loss() <= market.greedy_loss() + 1e-12);
        }

        #[test]
        fn a_large_market_comes_near_its_limit(degree in 0.5..8.0_f64) {
            let (market, limit) = (PairMarket::new(20_000.0, degree).unwrap(), DynamicMatching::new(degree).unwrap());
            prop_assert!((market.greedy_loss() - limit.greedy_loss()).abs() < 1e-3);
            prop_assert!((market.patient_loss() - limit.patient_loss()).abs() < 1e-3);
            prop_assert!((market.patient_waiting() / 20_000.0 - limit.patient_pool()).abs() < 1e-3);
        }
    }

    #[test]
    fn every_fault_at_once() {
        assert_eq!(PairMarket::new(0.0, -1.0).unwrap_err().iter().count(), 2);
        assert!(
            PairMarket::new(4.0, 5.0)
                .unwrap_err()
                .to_string()
                .contains("no more than arrivals")
        );
        assert!(PairMarket::new(f64::NAN, 1.0).is_err() && PairMarket::new(1.0, f64::NAN).is_err());
    }
}
