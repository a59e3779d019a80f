//! What the page of a study is drawn from: plain data, with every figure reckoned beforehand.
//!
//! Policies, points and measures are named by their places in the lists of [`StudyView`]. A place that no list
//! has is left out of the page.

use crate::{view::Place, wording};

/// A simulation study: some ways of choosing, tried at some points, as often as it was repeated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudyView {
    /// What people call the scenario.
    pub name: String,
    /// The question that the study is there to answer; may be empty.
    pub question: String,
    /// Where the figures come from.
    pub origin: StudyOrigin,
    /// What was compared.
    pub policies: Vec<Policy>,
    /// What was measured, in the order in which the page shows it.
    pub measures: Vec<Measure>,
    /// The measure of waiting that the answer rests on, as a place in `measures`.
    pub waiting: usize,
    /// The measure of need that the answer rests on, as a place in `measures`.
    pub need: usize,
    /// Every measure over all points together, in the order of `measures`.
    pub overall: Vec<Comparison>,
    /// The points.
    pub points: Vec<Point>,
    /// What changing one field does while all else stays.
    pub effects: Vec<Effect>,
    /// What became of each school in one run; none where distance does not matter.
    pub map: Option<SchoolMap>,
    /// What the fields that are varied mean, in sentences.
    pub varied: Vec<String>,
    /// Every number of the scenario.
    pub numbers: Vec<Number>,
    /// What the scenario says beside its numbers, in sentences.
    pub readings: Vec<String>,
}

/// How the figures were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StudyOrigin {
    /// The root seed.
    pub seed: u64,
    /// How often each policy was repeated at each point, at the least.
    pub replications: u32,
    /// How often it was at the most.
    pub most_replications: u32,
    /// How many runs there are.
    pub runs: u64,
    /// How long each run is, in days from its beginning.
    pub days: u32,
    /// How many days at the beginning are left out of what is measured.
    pub warm_up_days: u32,
    /// The name and version of the program.
    pub software: String,
    /// SHA-256 of the study's file.
    pub study_sha256: String,
    /// Commands that make the same page again.
    pub commands: Vec<String>,
}

impl StudyOrigin {
    /// How often points were repeated: *10*, or *10 to 45*.
    pub(super) fn repeated(&self) -> String {
        let [least, most] =
            [self.replications, self.most_replications].map(|it| wording::number(u64::from(it)));
        if most == least {
            least
        } else {
            format!("{least} to {most}")
        }
    }
}

/// A way of choosing who helps whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What people call it.
    pub name: String,
    /// What it does, in a few words.
    pub says: String,
    /// Whether it sees what nobody at work could see.
    pub clairvoyant: bool,
}

/// A measure of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the tables of the study.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// The unit that follows a figure: `days`, `%`.
    pub unit: String,
    /// What it is, in a sentence.
    pub says: String,
    /// Whether less of it is better; where not, no policy is called best by it.
    pub less_is_better: bool,
}

/// A mean over replications.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Half the width of its 95 % interval; none where too few replications tell of chance.
    pub half_width: Option<f64>,
}

/// One measure of every policy at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The policy that the others are held against; none where there is no policy for real use.
    pub against: Option<usize>,
    /// In the order of the policies.
    pub policies: Vec<Compared>,
}

/// A policy by one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// What it came to.
    pub value: Estimate,
    /// How much more that is than what the policy came to that it is held against, in the same replications.
    pub difference: Option<Estimate>,
}

/// One point: the scenario with some fields set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// Fields with their values.
    pub settings: Vec<Setting>,
    /// Every measure, in the order of the study's.
    pub measures: Vec<Comparison>,
    /// What is drawn of each policy, in the order of the study's.
    pub curves: Vec<Curves>,
}

/// A field and what it is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What people call the field.
    pub field: String,
    /// The value in words.
    pub value: String,
}

/// What is drawn of one policy at one point, over all replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curves {
    /// Whole weeks of waiting with the needs that waited so long for their first help, in rising order.
    pub waits: Vec<(u32, u64)>,
    /// How the network stood at the beginning of each term, in the mean.
    pub terms: Vec<Term>,
}

/// How the network stands at the beginning of a term, in the mean.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Term {
    /// The day on which it begins.
    pub day: u32,
    /// Deployments that there can be at once.
    pub capacity: f64,
    /// Deployments at work.
    pub at_work: f64,
    /// Known needs that lack help.
    pub waiting: f64,
    /// What is truly in need.
    pub in_need: f64,
}

/// What changing one field does to every measure, while all else stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What people call the field.
    pub field: String,
    /// The value before.
    pub from: String,
    /// The value after.
    pub to: String,
    /// How much more each measure then comes to, in the mean over all policies for real use and all points
    /// that differ in nothing else; in the order of the study's measures.
    pub measures: Vec<Estimate>,
}

/// What became of each school in one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchoolMap {
    /// The policy of the run.
    pub policy: usize,
    /// The point of the run.
    pub point: usize,
    /// The replication, from 0.
    pub replication: u32,
    /// The schools.
    pub schools: Vec<MappedSchool>,
}

/// A school of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MappedSchool {
    /// Where it lies.
    pub place: Place,
    /// Days in need since measuring began, over all its areas.
    pub days_in_need: u32,
    /// How often it was helped.
    pub helped: u32,
    /// How often it helped others.
    pub lent: u32,
}

/// A number of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands.
    pub place: String,
    /// The number.
    pub value: String,
    /// What it counts.
    pub unit: String,
    /// Where it comes from.
    pub source: String,
    /// Whether somebody only assumed it.
    pub is_assumption: bool,
}

impl Estimate {
    /// Whether its interval leaves out 0: such a difference is more than chance explains, as a rule.
    ///
    /// Where too few replications tell of chance, no difference is.
    pub fn is_beyond_chance(self) -> bool {
        self.half_width
            .is_some_and(|half_width| self.mean.abs() > half_width)
    }
}

impl Estimate {
    /// Whether every run came to nothing: no chance is at work.
    pub(crate) fn is_none_in_every_run(self) -> bool {
        self.mean == 0.0 && self.half_width == Some(0.0)
    }
}

impl Point {
    /// Its settings in one line; empty where nothing is varied.
    pub fn label(&self) -> String {
        let settings = self.settings.iter();
        let told: Vec<_> = settings.map(|it| format!("{} {}", it.field, it.value)).collect();
        told.join(", ")
    }
}
