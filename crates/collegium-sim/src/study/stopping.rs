//! How many replications each point wants, where that hangs on how well its means are known.

use super::{Checked, Job};
use crate::{
    run::MEASURES,
    statistics::{Interval, LEAST, Patience, Precision, Running, Verdict},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A point is repeated until the means of all policies are known well enough there, and stay so for some more.
/// All policies of a point are repeated alike, so that each can be held against each other on the same luck.
///
/// Source: Hoad, Robinson & Davies (2010), see [`LookAhead`](crate::statistics::LookAhead). That several means
/// must be precise at once is ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stopping {
    /// No interval of fewer replications is believed.
    pub least: u32,
    /// How sure the intervals are, such as 0.95.
    pub confidence: f64,
    /// For how many more replications all means must stay as precise.
    pub look_ahead: u32,
    /// What must be known, and how well.
    pub until: Vec<Until>,
}

/// How well the mean of a measure must be known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// The name of one of [`MEASURES`].
    pub measure: String,
    /// The most that its interval may reach to each side, in the measure's unit.
    pub half_width: f64,
    /// Whether that is a share of the mean instead.
    #[serde(default)]
    pub of_the_mean: bool,
}

/// A rule by which no study can stop.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum StoppingFault {
    /// Nothing must be known.
    #[error("the rule for stopping names no measure")]
    NoMeasure,
    /// There is no such measure.
    #[error("no measure is named {measure:?}; there are {}", MEASURES.iter().map(|it| it.name).collect::<Vec<_>>().join(", "))]
    Unknown {
        /// The name as it was found.
        measure: String,
    },
    /// One measure has two widths.
    #[error("{measure} is given more than one half-width")]
    Twice {
        /// The measure.
        measure: String,
    },
    /// No interval is so narrow.
    #[error("the half-width of {measure} is {half_width} and must be above 0 and finite")]
    Width {
        /// The measure.
        measure: String,
        /// The width.
        half_width: f64,
    },
    /// No interval is so sure.
    #[error("the confidence is {confidence} and must be above 0 and below 1")]
    Confidence {
        /// The confidence.
        confidence: f64,
    },
    /// Too few replications tell nothing of chance.
    #[error("it may stop after {least} replications, fewer than {LEAST}")]
    TooFew {
        /// The least.
        least: u32,
    },
    /// The rule could never be asked.
    #[error(
        "it takes {least} replications at the very least, those to look ahead included, and there are {most} at most"
    )]
    NeverAsked {
        /// The least.
        least: u64,
        /// How many replications there may be.
        most: u32,
    },
}

impl StoppingFault {
    /// What the reader can do, as an imperative.
    pub const fn help(&self) -> &'static str {
        match self {
            Self::NoMeasure => "name at least one, as in `--until-half-width wait_mean=5%`",
            Self::Unknown { .. } => "name one of these",
            Self::Twice { .. } => "give each measure one",
            Self::Width { .. } => "give a width such as 2.5, or a share of the mean such as 5%",
            Self::Confidence { .. } => "give one such as 0.95",
            Self::TooFew { .. } => "let it be repeated more often before its intervals are believed",
            Self::NeverAsked { .. } => "let there be more replications than the least",
        }
    }
}

impl Until {
    /// As statistics has it.
    pub const fn precision(&self) -> Precision {
        if self.of_the_mean {
            Precision::Relative(self.half_width)
        } else {
            Precision::Absolute(self.half_width)
        }
    }

    /// The place of its measure in [`MEASURES`].
    fn place(&self) -> Option<usize> {
        MEASURES.iter().position(|it| it.name == self.measure)
    }
}

impl Stopping {
    /// Every fault of it in a study of so many replications at most.
    pub(super) fn faults(&self, most: u32) -> Vec<StoppingFault> {
        let mut faults = Vec::new();
        if self.until.is_empty() {
            faults.push(StoppingFault::NoMeasure);
        }
        let mut named = BTreeSet::new();
        for until in &self.until {
            let (measure, half_width) = (until.measure.clone(), until.half_width);
            if until.place().is_none() {
                faults.push(StoppingFault::Unknown { measure });
            } else if !named.insert(&until.measure) {
                faults.push(StoppingFault::Twice { measure });
            } else if !(half_width > 0.0 && half_width.is_finite()) {
                faults.push(StoppingFault::Width { measure, half_width });
            }
        }
        let confidence = self.confidence;
        if !(confidence > 0.0 && confidence < 1.0) {
            faults.push(StoppingFault::Confidence { confidence });
        }
        let least = Patience::new(self.least, self.look_ahead).takes_at_least();
        if self.least < LEAST {
            faults.push(StoppingFault::TooFew { least: self.least });
        } else if least > u64::from(most) {
            faults.push(StoppingFault::NeverAsked { least, most });
        }
        faults
    }
}

/// How often each point is repeated, as far as is known from the runs that are done.
///
/// # Determinism
/// What a point wants is decided from its first replications alone, one after another. It only grows until it is
/// decided, and by no more than is wanted in any case. So threads, shards and kills change neither which runs
/// are done in the end nor what comes of them.
#[derive(Clone, Debug)]
pub struct Replications<'a> {
    checked: &'a Checked<'a>,
    points: Vec<Point>,
}

/// How often a point is repeated.
#[derive(Clone, Debug)]
struct Point {
    wanted: u32,
    /// How it is decided; none where the number is given.
    rule: Option<Rule>,
    is_precise: bool,
}

#[derive(Clone, Debug)]
struct Rule {
    patience: Patience,
    /// The replications that were taken in.
    taken: u32,
    /// The values of each policy and, within it, each measure that must be known.
    values: Vec<Vec<Running>>,
}

/// How well one mean of a point is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Known<'a> {
    /// The point, from 0.
    pub point: u32,
    /// The policy, from 0.
    pub policy: u32,
    /// What must be known.
    pub until: &'a Until,
    /// How often it was repeated.
    pub replications: u64,
    /// The mean with its interval; none of fewer than two replications.
    pub interval: Option<Interval>,
    /// Whether that is precise enough.
    pub is_precise: bool,
}

impl Checked<'_> {
    /// How often each point is repeated, before anything is known of its runs.
    pub fn replications(&self) -> Replications<'_> {
        let most = self.study.replications;
        let point = match &self.study.stopping {
            None => Point {
                wanted: most,
                rule: None,
                is_precise: false,
            },
            Some(stopping) => {
                let patience = Patience::new(stopping.least, stopping.look_ahead);
                let values = vec![Running::default(); stopping.until.len()];
                Point {
                    wanted: at_most(most, patience.takes_at_least()),
                    rule: Some(Rule {
                        patience,
                        taken: 0,
                        values: vec![values; self.study.policies.len()],
                    }),
                    is_precise: false,
                }
            }
        };
        Replications {
            checked: self,
            points: vec![point; self.points.len()],
        }
    }
}

impl Replications<'_> {
    /// Takes in what has come of runs. `values` gives all measures of a run that is done, in the order of
    /// [`MEASURES`]; each is asked for until it is there, and no more once it was taken in.
    ///
    /// # Errors
    /// Those of `values`.
    pub fn take<E>(&mut self, values: &mut dyn FnMut(Job) -> Result<Option<Vec<f64>>, E>) -> Result<(), E> {
        let Some(stopping) = &self.checked.study.stopping else {
            return Ok(());
        };
        for (number, point) in (0..).zip(&mut self.points) {
            let Some(rule) = &mut point.rule else { continue };
            while !point.is_precise && rule.taken < point.wanted {
                let policies = 0..self.checked.policies();
                let jobs = policies.map(|policy| self.checked.job(number, rule.taken, policy));
                let done = jobs.map(&mut *values).collect::<Result<Option<Vec<_>>, E>>()?;
                let Some(done) = done else { break };
                rule.take(stopping, &done);
                let is_precise = rule.is_precise(stopping);
                point.is_precise = rule.patience.push(is_precise) != Verdict::GoOn;
                if !point.is_precise {
                    point.wanted = at_most(self.checked.study.replications, rule.patience.takes_at_least());
                }
            }
        }
        Ok(())
    }

    /// The runs that are wanted as far as is known, in order. Once all are done and taken in, no more are.
    pub fn jobs(&self) -> impl Iterator<Item = Job> {
        let is_wanted = |job: &Job| {
            let point = self.points.get(job.point as usize);
            point.is_some_and(|point| job.replication < point.wanted)
        };
        self.checked.jobs().filter(is_wanted)
    }

    /// How often each point is repeated as far as is known.
    pub fn of_points(&self) -> Vec<u32> {
        self.points.iter().map(|point| point.wanted).collect()
    }

    /// How well every mean is known that must be, by point, policy and measure.
    pub fn known(&self) -> Vec<Known<'_>> {
        let Some(stopping) = &self.checked.study.stopping else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for (number, point) in (0..).zip(&self.points) {
            let policies = point.rule.iter().flat_map(|rule| &rule.values);
            for (policy, values) in (0..).zip(policies) {
                all.extend(stopping.until.iter().zip(values).map(|(until, values)| Known {
                    point: number,
                    policy,
                    until,
                    replications: values.count(),
                    interval: Interval::of(values, stopping.confidence).ok(),
                    is_precise: until.precision().is_met(values, stopping.confidence),
                }));
            }
        }
        all
    }

    /// How many points have reached the most replications before all their means were known well enough.
    pub fn imprecise(&self) -> usize {
        let imprecise = |point: &&Point| point.rule.is_some() && !point.is_precise;
        self.points.iter().filter(imprecise).count()
    }
}

impl Rule {
    /// Takes in the next replication: of each policy, all measures.
    fn take(&mut self, stopping: &Stopping, done: &[Vec<f64>]) {
        for (values, done) in self.values.iter_mut().zip(done) {
            for (values, until) in values.iter_mut().zip(&stopping.until) {
                let value = until.place().and_then(|place| done.get(place));
                values.push(value.copied().unwrap_or(f64::NAN));
            }
        }
        self.taken += 1;
    }

    fn is_precise(&self, stopping: &Stopping) -> bool {
        let precise =
            |(until, values): (&Until, &Running)| until.precision().is_met(values, stopping.confidence);
        let mut policies = self.values.iter();
        policies.all(|values| stopping.until.iter().zip(values).all(precise))
    }
}

fn at_most(most: u32, wanted: u64) -> u32 {
    u32::try_from(wanted).map_or(most, |wanted| wanted.min(most))
}
