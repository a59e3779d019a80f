//! A school that is either in good order or in need, and changes at random.

use crate::parameter::{Check, Faults};

/// A Markov chain of two states, in steps of one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoStateSchool {
    decline: f64,
    recovery: f64,
}

impl TwoStateSchool {
    /// In each period a school in good order declines with chance `decline` (p₁₀) and one in need recovers
    /// with chance `recovery` (p₀₁); they are not both 0.
    pub fn new(decline: f64, recovery: f64) -> Result<Self, Faults> {
        Check::default()
            .chance("decline", decline)
            .chance("recovery", recovery)
            .that(
                decline > 0.0 || recovery != 0.0,
                "recovery",
                recovery,
                "be above 0 where decline is 0",
            )
            .done()?;
        Ok(Self { decline, recovery })
    }

    /// The long-run share of time in good order, p₀₁ / (p₀₁ + p₁₀).
    pub fn share_good(&self) -> f64 {
        self.recovery / (self.recovery + self.decline)
    }

    /// The chance to be in good order after `periods`, from a school that was (`good`) or was not.
    pub fn good_after(&self, periods: u32, good: bool) -> f64 {
        let memory = libm::pow(1.0 - self.decline - self.recovery, f64::from(periods));
        let start = f64::from(u8::from(good));
        self.share_good() + memory * (start - self.share_good())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn step_by_step_comes_to_the_same(
            decline in 0.01..1.0_f64, recovery in 0.01..1.0_f64, periods in 0_u32..30, start: bool,
        ) {
            let school = TwoStateSchool::new(decline, recovery).unwrap();
            let mut good = f64::from(u8::from(start));
            for _ in 0..periods {
                good = good * (1.0 - decline) + (1.0 - good) * recovery;
            }
            prop_assert!((school.good_after(periods, start) - good).abs() < 1e-12);
            let kept = school.share_good();
            let next = kept * (1.0 - decline) + (1.0 - kept) * recovery;
            prop_assert!((kept - next).abs() < 1e-12);
        }
    }

    #[test]
    fn a_school_that_never_changes_has_no_long_run() {
        assert!(TwoStateSchool::new(0.0, 0.0).is_err());
        assert_eq!(TwoStateSchool::new(-1.0, 2.0).unwrap_err().iter().count(), 2);
        assert!(TwoStateSchool::new(0.0, 0.5).is_ok());
    }
}
