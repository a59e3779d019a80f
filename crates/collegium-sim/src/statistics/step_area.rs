//! The area under a count that changes in steps, exactly.

use crate::counts::float;
use serde::{Deserialize, Serialize};

/// A time lies before one that was told already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("tick {tick} lies before tick {last}, which was told already")]
pub struct Backwards {
    /// The time that was told.
    pub tick: u64,
    /// The latest before it.
    pub last: u64,
}

impl Backwards {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        "tell changes in order of time"
    }
}

/// A count over time, and the area under it in integers: how many days schools waited, all together.
///
/// # Units
/// Ticks of the simulator's clock; the area is in counts × ticks and cannot overflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepArea {
    begin: u64,
    last: u64,
    level: u64,
    area: u128,
}

impl StepArea {
    /// From tick `begin` on the count is `level`.
    pub const fn new(begin: u64, level: u64) -> Self {
        Self {
            begin,
            last: begin,
            level,
            area: 0,
        }
    }

    /// From `tick` on the count is `level`. Of several changes at one tick the last stays.
    pub fn set(&mut self, tick: u64, level: u64) -> Result<(), Backwards> {
        self.area = self.area_until(tick)?;
        self.last = tick;
        self.level = level;
        Ok(())
    }

    /// The count now.
    pub const fn level(&self) -> u64 {
        self.level
    }

    /// The area from the beginning up to `tick`, which is not before the latest change.
    pub fn area_until(&self, tick: u64) -> Result<u128, Backwards> {
        let Some(ticks) = tick.checked_sub(self.last) else {
            return Err(Backwards {
                tick,
                last: self.last,
            });
        };
        Ok(self.area + u128::from(ticks) * u128::from(self.level))
    }

    /// The mean count from the beginning up to `tick`; none where no time has passed.
    pub fn mean_until(&self, tick: u64) -> Result<Option<f64>, Backwards> {
        let area = self.area_until(tick)?;
        let ticks = tick - self.begin;
        Ok((ticks > 0).then(|| wide(area) / float(ticks)))
    }
}

/// An area as a floating-point number, rounded to 53 bits.
#[expect(
    clippy::cast_precision_loss,
    reason = "only for a mean, the area itself stays exact"
)]
pub(super) const fn wide(area: u128) -> f64 {
    area as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn tick_by_tick_comes_to_the_same(
            begin in 0_u64..100, changes in prop::collection::vec((0_u64..9, 0_u64..9), 0..20), rest in 0_u64..9,
        ) {
            let mut area = StepArea::new(begin, 3);
            let mut levels = Vec::new();
            let (mut now, mut level) = (begin, 3);
            for (later, next) in changes {
                levels.extend((0..later).map(|_| u128::from(level)));
                now += later;
                level = next;
                area.set(now, level).unwrap();
            }
            levels.extend((0..rest).map(|_| u128::from(level)));
            let end = now + rest;
            prop_assert_eq!(area.area_until(end).unwrap(), levels.iter().sum::<u128>());
            prop_assert_eq!(area.mean_until(end).unwrap().is_some(), end > begin);
        }
    }

    #[test]
    fn time_goes_forward_and_nothing_overflows() {
        let mut area = StepArea::new(5, u64::MAX);
        assert_eq!(area.area_until(4), Err(Backwards { tick: 4, last: 5 }));
        area.set(u64::MAX, 0).unwrap();
        assert!((area.mean_until(u64::MAX).unwrap().unwrap() / float(u64::MAX) - 1.0).abs() < 1e-12);
        assert!(area.set(3, 1).is_err());
    }
}
