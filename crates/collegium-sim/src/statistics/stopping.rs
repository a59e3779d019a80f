//! When there are enough replications.

use super::{Interval, Running};
use crate::parameter::{Check, Faults};

/// How well the mean must be known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// The half-width is at most this share of the mean. Never reached by a mean of 0.
    Relative(f64),
    /// The half-width is at most this, in the unit of the values.
    Absolute(f64),
}

/// What the rule says after a replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Another replication is wanted.
    GoOn,
    /// The first `replications` were enough, and those after them did not change it.
    Enough {
        /// How many it took; those made to look ahead are not among them.
        replications: u64,
    },
}

/// Replications go on until the mean is known well enough, and stays so for some more: an interval that is
/// narrow once may be so by chance.
///
/// # Source
/// Hoad, Robinson & Davies (2010), Automated selection of the number of replications for a discrete-event
/// simulation, doi:10.1057/jors.2009.121. At least three replications; the look ahead is `look_ahead` of
/// them, or as many in a hundred beyond a hundred. They found 5 to be enough.
#[derive(Clone, Debug, PartialEq)]
pub struct LookAhead {
    confidence: f64,
    precision: Precision,
    ahead: u32,
    values: Running,
    reached_at: Option<u64>,
}

const LEAST: u64 = 3;

impl LookAhead {
    /// With a `confidence` such as 0.95, a `precision` above 0, and a `look_ahead` such as 5.
    pub fn new(confidence: f64, precision: Precision, look_ahead: u32) -> Result<Self, Faults> {
        let (Precision::Relative(width) | Precision::Absolute(width)) = precision;
        Check::default()
            .inner_chance("confidence", confidence)
            .positive("precision", width)
            .done()?;
        Ok(Self {
            confidence,
            precision,
            ahead: look_ahead,
            values: Running::default(),
            reached_at: None,
        })
    }

    /// Takes the value of the next replication.
    pub fn push(&mut self, value: f64) -> Verdict {
        self.values.push(value);
        let count = self.values.count();
        if count < LEAST || !self.is_precise() {
            self.reached_at = None;
            return Verdict::GoOn;
        }
        let replications = *self.reached_at.get_or_insert(count);
        if count - replications >= self.ahead_of(replications) {
            Verdict::Enough { replications }
        } else {
            Verdict::GoOn
        }
    }

    /// All values so far, those made to look ahead included.
    pub const fn values(&self) -> &Running {
        &self.values
    }

    fn is_precise(&self) -> bool {
        Interval::of(&self.values, self.confidence).is_ok_and(|interval| match self.precision {
            Precision::Relative(share) => interval.relative_half_width() <= share,
            Precision::Absolute(width) => interval.half_width() <= width,
        })
    }

    fn ahead_of(&self, replications: u64) -> u64 {
        let ahead = u128::from(self.ahead) * u128::from(replications.max(100)) / 100;
        u64::try_from(ahead).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enough(rule: &mut LookAhead, values: impl IntoIterator<Item = f64>) -> Option<(u64, u64)> {
        for value in values {
            if let Verdict::Enough { replications } = rule.push(value) {
                return Some((replications, rule.values().count()));
            }
        }
        None
    }

    #[test]
    fn equal_values_are_enough_at_once_and_looked_at_further() {
        let mut rule = LookAhead::new(0.95, Precision::Relative(0.05), 5).unwrap();
        assert_eq!(enough(&mut rule, [7.0; 100]), Some((3, 8)));
        let mut hasty = LookAhead::new(0.95, Precision::Absolute(0.05), 0).unwrap();
        assert_eq!(enough(&mut hasty, [0.0; 100]), Some((3, 3)));
    }

    #[test]
    fn a_narrow_interval_by_chance_is_seen_through() {
        let values = [10.0, 10.01, 9.99, 10.0, 14.0, 6.0, 13.0];
        let mut hasty = LookAhead::new(0.95, Precision::Relative(0.05), 0).unwrap();
        assert_eq!(enough(&mut hasty, values), Some((3, 3)));
        let mut rule = LookAhead::new(0.95, Precision::Relative(0.05), 5).unwrap();
        assert_eq!(enough(&mut rule, values), None);
    }

    #[test]
    fn what_was_precise_too_early_does_not_count_later() {
        // Precise at 3, no more at 5; equal values make it so again, and only that place is told.
        let values = [10.0, 10.0, 10.0, 10.0, 14.0].into_iter().chain([10.0; 200]);
        let mut rule = LookAhead::new(0.95, Precision::Relative(0.05), 5).unwrap();
        let (replications, made) = enough(&mut rule, values).unwrap();
        assert!(
            replications > 5 && made == replications + 5,
            "{replications} {made}"
        );
    }

    #[test]
    fn the_look_ahead_grows_with_the_replications() {
        // Alternating 0 and 2 around 1: the half-width is near 1.97/√n, at most 0.1 from n ≈ 390 on.
        let values = (0..1000).map(|it| f64::from(it % 2) * 2.0);
        let mut rule = LookAhead::new(0.95, Precision::Relative(0.1), 5).unwrap();
        let (replications, made) = enough(&mut rule, values).unwrap();
        assert!((380..400).contains(&replications), "{replications}");
        assert_eq!(made - replications, replications * 5 / 100);
    }

    #[test]
    fn a_mean_of_zero_wants_an_absolute_precision() {
        let values = || (0..4000).map(|it| f64::from(it % 2) * 2.0 - 1.0);
        let mut relative = LookAhead::new(0.95, Precision::Relative(0.05), 5).unwrap();
        assert_eq!(enough(&mut relative, values()), None);
        let mut absolute = LookAhead::new(0.95, Precision::Absolute(0.05), 5).unwrap();
        assert!(enough(&mut absolute, values()).is_some());
        assert_eq!(
            LookAhead::new(0.0, Precision::Relative(0.0), 5)
                .unwrap_err()
                .iter()
                .count(),
            2
        );
    }
}
