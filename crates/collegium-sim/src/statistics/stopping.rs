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
    values: Running,
    patience: Patience,
}

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
            values: Running::default(),
            patience: Patience::new(0, look_ahead),
        })
    }

    /// Takes the value of the next replication.
    pub fn push(&mut self, value: f64) -> Verdict {
        self.values.push(value);
        let is_precise = self.precision.is_met(&self.values, self.confidence);
        self.patience.push(is_precise)
    }

    /// All values so far, those made to look ahead included.
    pub const fn values(&self) -> &Running {
        &self.values
    }
}

impl Precision {
    /// Whether the mean of these values is known as well.
    pub fn is_met(self, values: &Running, confidence: f64) -> bool {
        Interval::of(values, confidence).is_ok_and(|interval| match self {
            Self::Relative(share) => interval.relative_half_width() <= share,
            Self::Absolute(width) => interval.half_width() <= width,
        })
    }
}

/// The rule of [`LookAhead`] for whoever says itself what is precise, such as several means at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patience {
    least: u64,
    look_ahead: u32,
    count: u64,
    reached_at: Option<u64>,
}

impl Patience {
    /// Of few skewed values an interval is often too narrow: none is believed before `least` replications, nor
    /// before three.
    pub fn new(least: u32, look_ahead: u32) -> Self {
        Self {
            least: u64::from(least.max(LEAST)),
            look_ahead,
            count: 0,
            reached_at: None,
        }
    }

    /// Takes in whether all is known precisely enough after the next replication.
    pub fn push(&mut self, is_precise: bool) -> Verdict {
        self.count += 1;
        if self.count < self.least || !is_precise {
            self.reached_at = None;
            return Verdict::GoOn;
        }
        let replications = *self.reached_at.get_or_insert(self.count);
        if self.count >= self.with_look_ahead(replications) {
            Verdict::Enough { replications }
        } else {
            Verdict::GoOn
        }
    }

    /// How many replications it takes at the very least, those made to look ahead included. So many are wanted
    /// whatever the next ones come to: they can be made at once, in any order, and none in vain.
    pub fn takes_at_least(&self) -> u64 {
        let next = (self.count + 1).max(self.least);
        self.with_look_ahead(self.reached_at.unwrap_or(next))
    }

    fn with_look_ahead(&self, replications: u64) -> u64 {
        let ahead = u128::from(self.look_ahead) * u128::from(replications.max(100)) / 100;
        u64::try_from(ahead).map_or(u64::MAX, |ahead| replications.saturating_add(ahead))
    }
}

/// No interval of fewer replications is believed.
pub(crate) const LEAST: u32 = 3;

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
    fn what_is_wanted_at_least_is_never_more_than_it_takes() {
        let mut rule = Patience::new(12, 5);
        assert_eq!(rule.takes_at_least(), 17);
        let mut wanted = Vec::new();
        // Precise from 12 to 15, and from 150 on: 7 are looked ahead then.
        for count in 1.. {
            if rule.push((12..=15).contains(&count) || count >= 150) != Verdict::GoOn {
                break;
            }
            wanted.push(rule.takes_at_least());
        }
        let mut counts = wanted.iter().zip(1..);
        assert!(wanted.is_sorted());
        assert!(counts.all(|(wanted, count)| count < *wanted && *wanted <= 157));
        assert_eq!((wanted.len(), rule.takes_at_least()), (156, 157));
        assert_eq!(Patience::new(0, 0).takes_at_least(), 3);
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
