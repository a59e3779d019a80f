//! How long several stages take, one after another.

use super::Law;
use crate::parameter::{Check, Faults};

/// The Erlang law: the sum of several exponential stages of one rate (a gamma law of whole shape).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Erlang {
    stages: u32,
    rate: f64,
}

/// Beyond it e⁻ˣ underflows where samples lie.
const MOST_STAGES: u32 = 400;

impl Erlang {
    /// With `stages` from 1 to 400, each ending at `rate` above 0.
    pub fn new(stages: u32, rate: f64) -> Result<Self, Faults> {
        Check::default()
            .at_least(1, "stages", stages)
            .at_most(MOST_STAGES, "stages", stages)
            .positive("rate", rate)
            .done()?;
        Ok(Self { stages, rate })
    }

    /// Whether a standard sample (of rate 1) at `time` lies below the quantile of `share`.
    ///
    /// A Poisson count tells it: the stages are over when as many events have happened. Each side sums
    /// terms above 0 only, so that neither tail loses digits.
    fn lies_below(self, time: f64, share: f64) -> bool {
        let stages = f64::from(self.stages);
        let mut term = libm::exp(-time);
        if time >= stages {
            let mut unfinished = term;
            for event in 1..self.stages {
                term *= time / f64::from(event);
                unfinished += term;
            }
            return unfinished > 1.0 - share;
        }
        for event in 1..=self.stages {
            term *= time / f64::from(event);
        }
        let mut finished = 0.0;
        let mut event = stages;
        while term > finished * f64::EPSILON / 4.0 {
            finished += term;
            event += 1.0;
            term *= time / event;
        }
        finished < share
    }
}

impl Law for Erlang {
    type Sample = f64;

    /// By bisection down to neighbouring floating-point numbers: some 60 · `stages` steps.
    fn quantile(&self, share: f64) -> f64 {
        let mut low = 0.0;
        let mut high = f64::from(self.stages);
        // No share below 1 lies beyond: 2⁻⁵³ remain at 37 for one stage, sooner beside the mean for more.
        let limit = 40.0 * high;
        while high < limit && self.lies_below(high, share) {
            low = high;
            high *= 2.0;
        }
        loop {
            let middle = low + (high - low) / 2.0;
            if middle <= low || middle >= high {
                return high / self.rate;
            }
            if self.lies_below(middle, share) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    fn mean(&self) -> f64 {
        f64::from(self.stages) / self.rate
    }

    fn variance(&self) -> f64 {
        f64::from(self.stages) / (self.rate * self.rate)
    }
}
