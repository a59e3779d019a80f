//! Dynamic matching with two sides of which only one may ask.

use super::{
    BirthDeath,
    pair_market::{check, most_waiting},
};
use crate::{counts::float, parameter::Faults};

/// As [`PairMarket`](super::PairMarket), but with two sides to each of which `arrivals` come. Only two of
/// different sides can be compatible, and only those of one side ask.
///
/// Whoever may ask does so once: as it comes, or as it is about to leave. Both ways lose the same share. Those
/// who ask as they come ask at the moments of a Poisson stream. So do those who ask as they leave, for they all
/// stay their time whatever comes of it, and what leaves such a pool is a Poisson stream again. And of two that
/// meet nothing was known before. So those who are asked fare alike, exactly, in a market of any size.
#[derive(Clone, Debug, PartialEq)]
pub struct OneSideAsks {
    arrivals: f64,
    asked: BirthDeath,
}

impl OneSideAsks {
    /// With `arrivals` to each side in a mean stay, and `degree`, no more than that: how many of these are
    /// compatible with one of the other side, on average.
    ///
    /// # Source
    /// The statement: Kakimura & Zhu (2024), doi:10.1287/moor.2023.0333, on algorithms of one side. The chain is ours; that what leaves such a pool is Poisson: Mirasol (1963).
    pub fn new(arrivals: f64, degree: f64) -> Result<Self, Faults> {
        check(arrivals, degree)?;
        let most = most_waiting(arrivals);
        let nobody = |waiting: u64| libm::pow(1.0 - degree / arrivals, float(waiting));
        let births = vec![arrivals; usize::try_from(most).unwrap_or(0)];
        let deaths: Vec<_> = (1..=most)
            .map(|waiting| float(waiting) + arrivals * (1.0 - nobody(waiting)))
            .collect();
        let asked = BirthDeath::new(&births, &deaths)?;
        Ok(Self { arrivals, asked })
    }

    /// The share of agents that leave unhelped: of either side, and in either way.
    pub fn loss(&self) -> f64 {
        self.asked.mean() / self.arrivals
    }

    /// How many wait on average, both sides together, where those who may ask do so as they come.
    ///
    /// Those who were not helped then are never helped, and stay as long as those who were never asked.
    pub fn waiting_if_on_arrival(&self) -> f64 {
        2.0 * self.asked.mean()
    }

    /// How many wait on average, both sides together, where those who may ask do so as they are about to leave.
    pub fn waiting_if_on_leaving(&self) -> f64 {
        self.arrivals + self.asked.mean()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn either_side_loses_as_many(arrivals in 0.5..300.0_f64, part in 0.001..1.0_f64) {
            let market = OneSideAsks::new(arrivals, arrivals * part).unwrap();
            let alone = market.asked.mean_of(|waiting| libm::pow(1.0 - part, float(waiting)));
            prop_assert!((alone - market.loss()).abs() < 1e-9);
            prop_assert!(market.waiting_if_on_arrival() <= market.waiting_if_on_leaving());
        }
    }

    #[test]
    fn every_fault_at_once() {
        assert_eq!(OneSideAsks::new(-1.0, 0.0).unwrap_err().iter().count(), 3);
        assert!(OneSideAsks::new(f64::INFINITY, 1.0).is_err());
    }
}
