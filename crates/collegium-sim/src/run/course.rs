//! How a run goes on from its beginning: means over equal spans of time, one after another.

use super::{Key, Run, RunFailed, measure::Measured};
use crate::{counts::float, policy::Policy, scenario::Scenario, tick::Tick};
use std::num::NonZeroU32;

/// What a [`course`] tells of, in order: measures of [`MEASURES`](super::MEASURES) that are means over time.
pub const COURSES: [&str; 6] = ["in_need", "waiting", "helped", "shortage", "capacity", "pupils"];

/// The mean of each of [`COURSES`] in each span of so many days, from the first day on. What is left of the run
/// after the last whole span is not told of. The scenario's own warm-up is not left out.
///
/// Determinism: as [`run`](super::run).
///
/// # Errors
/// As [`run`](super::run).
pub fn course<'a>(
    scenario: &Scenario,
    policy: Box<dyn Policy + 'a>,
    key: Key,
    days: NonZeroU32,
) -> Result<[Vec<f64>; COURSES.len()], RunFailed> {
    let mut scenario = scenario.clone();
    scenario.time.warm_up = None;
    let mut run = Run::new(&scenario, policy, key)?;
    let span = i64::from(days.get()) * Tick::DAY;
    let mut course = [const { Vec::new() }; COURSES.len()];
    let mut areas = [0; COURSES.len()];
    let mut end_of_span = span;
    loop {
        let next = run.events.peek().map_or(run.end, |next| Tick::of(next.tick));
        // Nothing changes before what is due next, so areas are known up to there.
        while end_of_span <= next.min(run.end).0 {
            let until = run.measured.areas(Tick(end_of_span));
            for ((means, area), until) in course.iter_mut().zip(&mut areas).zip(until) {
                #[expect(clippy::cast_precision_loss, reason = "a mean needs no more than 53 bits")]
                means.push((until - *area) as f64 / float(span.unsigned_abs()));
                *area = until;
            }
            end_of_span += span;
        }
        if !run.step(&mut ())? {
            return Ok(course);
        }
    }
}

impl Measured {
    /// The areas under the curves of [`COURSES`] up to a moment.
    fn areas(&self, now: Tick) -> [i128; COURSES.len()] {
        [
            &self.in_need,
            &self.waiting,
            &self.helped,
            &self.shortage,
            &self.capacity,
            &self.pupils,
        ]
        .map(|curve| curve.area(now))
    }
}
