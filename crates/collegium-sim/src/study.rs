//! A study: a scenario at several points, several policies, several replications; each a job that can be done
//! anywhere, in any order, with the same result.

mod design;
mod set;
mod stopping;

pub use design::{Design, DesignFault, Range, value};
pub use set::{SetFault, Setting};
pub use stopping::{Known, Replications, Stopping, StoppingFault, Until};

use crate::{
    policy::{Chosen, Keep, Policy, PolicyFailed, Process, Recorded, Spec},
    rows::Rows,
    run::{Key, RunFailed, Summary, run},
    scenario::{Capacity, InvalidScenario, NotAScenario, Scenario},
};
use serde::{Deserialize, Serialize};

/// A scenario with what is to be varied, compared and repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The scenario, before a point changes it.
    pub scenario: Scenario,
    /// What is varied, and to what.
    #[serde(default)]
    pub design: Design,
    /// The policies that are compared.
    pub policies: Vec<Spec>,
    /// How often each is repeated, at most where there is a rule for stopping; all see the same luck in the same
    /// replication.
    pub replications: u32,
    /// The root seed.
    pub seed: u64,
    /// When a point has been repeated often enough; each as often as is given where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopping: Option<Stopping>,
}

/// Makes a policy that is a process, for one run.
pub type BeginProcess<'a> = dyn Fn(&Process, &Scenario, Key) -> Result<Box<dyn Policy>, PolicyFailed> + 'a;

/// One run of a study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Job {
    /// Its place among all, from 0: points first, then replications, then policies.
    pub index: u64,
    /// The point, from 0.
    pub point: u32,
    /// The policy, from 0.
    pub policy: u32,
    /// The replication, from 0.
    pub replication: u32,
}

/// A part of the jobs: every n-th, from the i-th on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub number: u32,
    /// Of how many.
    pub of: u32,
}

impl Shard {
    /// All jobs.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Whether a job is among them.
    pub const fn holds(self, job: Job) -> bool {
        job.index % self.of as u64 + 1 == self.number as u64
    }
}

/// Why a study cannot be carried out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StudyFault {
    /// A point sets what the scenario has not.
    #[error("point {point}: {fault}")]
    Set {
        /// The point, from 1.
        point: usize,
        /// What is wrong.
        fault: SetFault,
    },
    /// The scenario does not hold at a point.
    #[error("point {point}: {fault}")]
    Scenario {
        /// The point, from 1.
        point: usize,
        /// Every fault.
        fault: InvalidScenario,
    },
    /// Nothing is compared.
    #[error("no policy is named")]
    NoPolicy,
    /// Nothing is run.
    #[error("there are no replications")]
    NoReplication,
    /// A policy plans rounds of matching, in which help goes one way, where schools swap it.
    #[error("point {point}: {policy} plans help that goes one way, and schools swap it here")]
    OneWay {
        /// The point, from 1.
        point: usize,
        /// What people call the policy.
        policy: String,
    },
    /// It can never be known when to stop.
    #[error(transparent)]
    Stopping(StoppingFault),
}

/// A study whose points were all made and checked.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// The study.
    pub study: &'a Study,
    /// The scenario at each point.
    pub points: Vec<Scenario>,
}

impl Study {
    /// Reads a study from TOML.
    ///
    /// # Errors
    /// [`NotAScenario`] with the line and the first fault of form.
    pub fn from_toml(text: &str) -> Result<Self, NotAScenario> {
        toml::from_str(text).map_err(|error| NotAScenario::of(text, &error))
    }

    /// The study as TOML.
    ///
    /// # Errors
    /// Where a value cannot be written; no study that was read has one.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(self)
    }

    /// Makes the scenario of each point and checks it.
    ///
    /// # Errors
    /// Every [`StudyFault`], of all points.
    pub fn check(&self) -> Result<Checked<'_>, Vec<StudyFault>> {
        let mut faults = Vec::new();
        if self.policies.is_empty() {
            faults.push(StudyFault::NoPolicy);
        }
        if self.replications == 0 {
            faults.push(StudyFault::NoReplication);
        }
        let stopping = self.stopping.iter();
        faults.extend(
            stopping
                .flat_map(|it| it.faults(self.replications))
                .map(StudyFault::Stopping),
        );
        let mut points = Vec::new();
        for (settings, point) in self.design.points().zip(1..) {
            match self.scenario.with(&settings) {
                Err(found) => faults.extend(found.into_iter().map(|fault| StudyFault::Set { point, fault })),
                Ok(scenario) => {
                    let fault = scenario.check().err();
                    faults.extend(fault.map(|fault| StudyFault::Scenario { point, fault }));
                    faults.extend(self.one_way(&scenario, point));
                    points.push(scenario);
                }
            }
        }
        if faults.is_empty() {
            Ok(Checked { study: self, points })
        } else {
            Err(faults)
        }
    }

    /// Policies that cannot plan where schools swap help.
    fn one_way(&self, scenario: &Scenario, point: usize) -> impl Iterator<Item = StudyFault> {
        let swaps = matches!(scenario.capacity, Capacity::Pairs { .. });
        let policies = self.policies.iter().filter(move |it| swaps && it.goes_one_way());
        policies.map(move |it| StudyFault::OneWay {
            point,
            policy: it.name().to_owned(),
        })
    }
}

impl Checked<'_> {
    /// How many jobs there are; at most where there is a rule for stopping.
    pub fn count(&self) -> u64 {
        let per_point = u64::from(self.policies()) * u64::from(self.study.replications);
        self.points.len() as u64 * per_point
    }

    /// Every job that there may be, in order.
    pub fn jobs(&self) -> impl Iterator<Item = Job> {
        let points = u32::try_from(self.points.len()).unwrap_or(u32::MAX);
        let (replications, policies) = (self.study.replications, self.policies());
        let of_point = move |point| {
            (0..replications)
                .flat_map(move |replication| (0..policies).map(move |policy| (point, replication, policy)))
        };
        let all = (0..points).flat_map(of_point);
        all.map(|(point, replication, policy)| self.job(point, replication, policy))
    }

    fn policies(&self) -> u32 {
        u32::try_from(self.study.policies.len()).unwrap_or(u32::MAX)
    }

    fn job(&self, point: u32, replication: u32, policy: u32) -> Job {
        let row = u64::from(point) * u64::from(self.study.replications) + u64::from(replication);
        Job {
            index: row * u64::from(self.policies()) + u64::from(policy),
            point,
            policy,
            replication,
        }
    }

    /// Does one job. `process` makes the policies that are processes.
    ///
    /// Determinism: what comes of it depends on the study and the job alone.
    ///
    /// # Errors
    /// As [`run`].
    ///
    /// # Panics
    /// Never for a job of this study.
    pub fn run(
        &self,
        job: Job,
        process: &BeginProcess<'_>,
        rows: &mut dyn Rows,
    ) -> Result<Summary, RunFailed> {
        self.resume(job, process, Vec::new(), Box::new(|_| ()), rows)
    }

    /// The same for a job that was broken off after these choices. Each further one goes to `keep`. With no
    /// choices it begins.
    ///
    /// Determinism: as [`Checked::run`], wherever it was broken off; see [`Recorded`].
    ///
    /// # Errors
    /// As [`run`]; and where the choices are those of another run.
    ///
    /// # Panics
    /// Never for a job of this study.
    pub fn resume(
        &self,
        job: Job,
        process: &BeginProcess<'_>,
        before: Vec<Chosen>,
        keep: Box<Keep<'_>>,
        rows: &mut dyn Rows,
    ) -> Result<Summary, RunFailed> {
        let scenario = self.points.get(job.point as usize).expect("a job of this study");
        let spec = self
            .study
            .policies
            .get(job.policy as usize)
            .expect("a job of this study");
        let key = Key {
            seed: self.study.seed,
            replication: job.replication,
        };
        let policy = match spec.make(scenario, key) {
            Ok(policy) => policy,
            Err(it) => process(it, scenario, key)?,
        };
        run(scenario, Box::new(Recorded::new(policy, before, keep)), key, rows)
    }
}
