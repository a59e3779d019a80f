//! The merged tables of a study, read back: every fault of them at once.

use crate::failure::{Failure, read};
use collegium::{
    report::{
        study::view::{Curves, MappedSchool, SchoolMap, Term},
        view::Place,
    },
    sim::study::{Checked, Job},
};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// What came of all runs.
pub(super) struct Merged {
    /// How many runs there are.
    pub(super) runs: u64,
    /// How often each point was repeated.
    pub(super) replications: Vec<u32>,
    /// By point, policy and replication: the measures asked for.
    pub(super) summaries: Vec<Vec<Vec<Vec<f64>>>>,
    /// By point and policy.
    pub(super) curves: Vec<Vec<Curves>>,
    /// The schools of the first run; none where they have no places.
    pub(super) map: Option<SchoolMap>,
}

/// What of the manifest is needed to know that the tables are those of the study.
#[derive(Deserialize)]
struct Manifest {
    study_sha256: String,
    /// How often each point was repeated, where that hung on what came of it.
    stopped_after: Option<Vec<u32>>,
}

/// How a term stood in each run, added up.
#[derive(Default)]
struct Sum {
    day: f64,
    amounts: [f64; 4],
    runs: f64,
}

const MERGE: &str = "put the tables together with `collegium simulate merge` first";
const AGAIN: &str = "put the tables together again with `collegium simulate merge`";

impl Merged {
    /// The tables of a directory.
    pub(super) fn read(
        directory: &Path,
        checked: &Checked<'_>,
        study_sha256: &str,
        measures: &[&str],
    ) -> Result<Self, Failure> {
        let path = directory.join("manifest.json");
        if !path.exists() {
            return Err(Failure::new(
                format!("{}: the study is not merged yet", directory.display()),
                MERGE,
            ));
        }
        let manifest: Manifest = serde_json::from_slice(&read(&path)?)
            .map_err(|error| Failure::new(format!("{}: {error}", path.display()), AGAIN))?;
        if manifest.study_sha256 != study_sha256 {
            return Err(Failure::new(
                format!(
                    "{}: study.toml has changed since its tables were put together",
                    directory.display()
                ),
                "lay a changed study out as a new one with `collegium simulate plan`, and run it",
            ));
        }
        let points = checked.points.len();
        let replications = manifest
            .stopped_after
            .unwrap_or_else(|| vec![checked.study.replications; points]);
        let is_done = |job: &Job| {
            let replications = replications.get(job.point as usize);
            replications.is_some_and(|count| job.replication < *count)
        };
        let jobs = Jobs(checked.jobs().filter(is_done).collect());
        let (summaries, no_summaries) = told(summaries(directory, checked, &jobs, measures));
        let (waits, no_waits) = told(waits(directory, &jobs));
        let (terms, no_terms) = told(terms(directory, &jobs));
        let (schools, no_schools) = told(schools(directory));
        let faults = [no_summaries, no_waits, no_terms, no_schools]
            .into_iter()
            .flatten();
        if let Some(failure) = faults.reduce(Failure::and) {
            return Err(failure);
        }
        let curves = (0..points).map(|point| {
            let policies = 0..checked.study.policies.len();
            let each = policies.map(|policy| Curves {
                waits: pick(&waits, (point, policy)).collect(),
                terms: pick(&terms, (point, policy)).map(|(_, sum)| sum).collect(),
            });
            each.collect()
        });
        Ok(Self {
            runs: jobs.0.len() as u64,
            replications,
            curves: curves.collect(),
            summaries,
            map: Some(schools)
                .filter(|it| !it.is_empty())
                .map(|schools| SchoolMap {
                    schools,
                    ..SchoolMap::default()
                }),
        })
    }
}

/// What was found and what is wrong with it.
fn told<T: Default>(found: Result<T, Failure>) -> (T, Option<Failure>) {
    match found {
        Ok(found) => (found, None),
        Err(failure) => (T::default(), Some(failure)),
    }
}

/// Where a run belongs: the point and the policy.
type At = (usize, usize);

/// Everything of one point and policy, in order.
fn pick<K: Copy + Ord, V: Copy>(all: &BTreeMap<(At, K), V>, at: At) -> impl Iterator<Item = (K, V)> {
    let of_it = all.iter().filter(move |((it, _), _)| *it == at);
    of_it.map(|((_, key), value)| (*key, *value))
}

/// The jobs of the study, by their number.
struct Jobs(Vec<Job>);

impl Jobs {
    fn job(&self, run: u32) -> Result<Job, String> {
        let place = self.0.binary_search_by_key(&u64::from(run), |job| job.index);
        let job = place.ok().and_then(|place| self.0.get(place)).copied();
        job.ok_or_else(|| format!("the study has no run {run}"))
    }

    fn at(&self, run: u32) -> Result<At, String> {
        self.job(run).map(|job| (job.point as usize, job.policy as usize))
    }
}

fn summaries(
    directory: &Path,
    checked: &Checked<'_>,
    jobs: &Jobs,
    measures: &[&str],
) -> Result<Vec<Vec<Vec<Vec<f64>>>>, Failure> {
    let columns: Vec<_> = ["run"].into_iter().chain(measures.iter().copied()).collect();
    let mut by_run = BTreeMap::new();
    let table = Table {
        directory,
        name: "summary",
    };
    table.each_row(&columns, |row| {
        let run = row.whole(0)?;
        jobs.job(run)?;
        let values = (1..columns.len()).map(|column| row.number(column));
        match by_run.insert(run, values.collect::<Result<Vec<_>, _>>()?) {
            None => Ok(()),
            Some(_) => Err(format!("run {run} is told of twice")),
        }
    })?;
    if by_run.len() != jobs.0.len() {
        return Err(Failure::new(
            format!(
                "{}: {} of {} runs are missing",
                table.path().display(),
                jobs.0.len() - by_run.len(),
                jobs.0.len()
            ),
            AGAIN,
        ));
    }
    let policies = vec![Vec::new(); checked.study.policies.len()];
    let mut summaries = vec![policies; checked.points.len()];
    // Jobs of a point and policy come in the order of their replications.
    for (job, values) in jobs.0.iter().zip(by_run.into_values()) {
        let policies = summaries.get_mut(job.point as usize);
        if let Some(runs) = policies.and_then(|it| it.get_mut(job.policy as usize)) {
            runs.push(values);
        }
    }
    Ok(summaries)
}

/// Needs by point, policy and whole weeks of waiting.
fn waits(directory: &Path, jobs: &Jobs) -> Result<BTreeMap<(At, u32), u64>, Failure> {
    let mut all = BTreeMap::new();
    let table = Table {
        directory,
        name: "waits",
    };
    table.each_row(&["run", "weeks", "needs"], |row| {
        let at = jobs.at(row.whole(0)?)?;
        *all.entry((at, row.whole(1)?)).or_default() += u64::from(row.whole(2)?);
        Ok(())
    })?;
    Ok(all)
}

/// Means over runs by point, policy and term.
fn terms(directory: &Path, jobs: &Jobs) -> Result<BTreeMap<(At, u32), Term>, Failure> {
    let mut all = BTreeMap::<(At, u32), Sum>::new();
    let table = Table {
        directory,
        name: "terms",
    };
    let columns = ["run", "term", "day", "capacity", "held", "waiting", "in_need"];
    table.each_row(&columns, |row| {
        let at = jobs.at(row.whole(0)?)?;
        let sum = all.entry((at, row.whole(1)?)).or_default();
        sum.day = row.number(2)?;
        for (amount, column) in sum.amounts.iter_mut().zip(3..) {
            *amount += row.number(column)?;
        }
        sum.runs += 1.0;
        Ok(())
    })?;
    let term = |(key, sum): (_, Sum)| {
        let [capacity, at_work, waiting, in_need] = sum.amounts.map(|it| it / sum.runs);
        let day = whole(sum.day);
        let term = Term {
            day,
            capacity,
            at_work,
            waiting,
            in_need,
        };
        (key, term)
    };
    Ok(all.into_iter().map(term).collect())
}

/// The schools of the first run that have a place.
fn schools(directory: &Path) -> Result<Vec<MappedSchool>, Failure> {
    let mut schools = Vec::new();
    let table = Table {
        directory,
        name: "schools",
    };
    let columns = ["run", "easting", "northing", "in_need", "helped", "lent"];
    table.each_row(&columns, |row| {
        if row.whole(0)? == 0 && !row.is_empty(1) {
            schools.push(MappedSchool {
                place: Place {
                    easting: row.whole(1)?,
                    northing: row.whole(2)?,
                },
                days_in_need: row.whole(3)?,
                helped: row.whole(4)?,
                lent: row.whole(5)?,
            });
        }
        Ok(())
    })?;
    Ok(schools)
}

/// A table of the study's directory.
struct Table<'a> {
    directory: &'a Path,
    name: &'static str,
}

/// The cells of a row that were asked for, with their columns.
struct Row<'a> {
    columns: &'a [&'a str],
    cells: Vec<&'a str>,
}

impl Table<'_> {
    fn path(&self) -> std::path::PathBuf {
        self.directory.join(format!("{}.csv", self.name))
    }

    /// Takes every row; the faults of all rows come together.
    fn each_row(
        &self,
        columns: &[&str],
        mut take: impl FnMut(&Row<'_>) -> Result<(), String>,
    ) -> Result<(), Failure> {
        let path = self.path();
        let bytes = read(&path)?;
        let told = |what: String| Failure::new(format!("{}: {what}", path.display()), AGAIN);
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let headers = reader.headers().map_err(|error| told(error.to_string()))?.clone();
        let mut places = Vec::new();
        let mut faults = Vec::new();
        for column in columns {
            match headers.iter().position(|header| header == *column) {
                Some(place) => places.push(place),
                None => faults.push(format!("there is no column {column:?}")),
            }
        }
        if faults.is_empty() {
            for (record, line) in reader.records().zip(2..) {
                let taken = record.map_err(|error| error.to_string()).and_then(|record| {
                    let cells = places.iter().map(|place| record.get(*place).unwrap_or_default());
                    let row = Row {
                        columns,
                        cells: cells.collect(),
                    };
                    take(&row)
                });
                if let Err(fault) = taken {
                    faults.push(format!("line {line}: {fault}"));
                }
            }
        }
        faults
            .into_iter()
            .map(told)
            .reduce(Failure::and)
            .map_or(Ok(()), Err)
    }
}

impl Row<'_> {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    fn is_empty(&self, column: usize) -> bool {
        self.cell(column).is_empty()
    }

    fn number(&self, column: usize) -> Result<f64, String> {
        let cell = self.cell(column);
        let number = cell.parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| {
            let name = self.columns.get(column).copied().unwrap_or_default();
            format!("{name} is {cell:?}, which is no number")
        })
    }

    fn whole(&self, column: usize) -> Result<u32, String> {
        self.number(column).map(whole)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of a float saturates"
)]
const fn whole(number: f64) -> u32 {
    number as u32
}
