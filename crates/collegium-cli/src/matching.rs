//! `collegium match` and `collegium match verify`.

use crate::{
    arguments::{Match, MatchCommand, ProblemFiles, Solving, Verify},
    failure::{Failure, read},
    files::write_whole,
    printing::{Progress, in_json, to_stderr, to_stdout},
    wording::counted,
};
use collegium::matching::{
    objective::Objective,
    plan::{Value, file::PlanFile},
    problem::{Problem, ProblemFaults},
    solve::solve,
    table::Table,
    verify::verify,
};
use serde::Serialize;
use std::{path::Path, time::Instant};

pub(crate) fn run(arguments: &Match) -> Result<(), Failure> {
    match (&arguments.command, &arguments.problem) {
        (Some(MatchCommand::Verify(it)), _) => run_verify(it),
        (None, Some(problem)) => run_solve(problem, &arguments.solving),
        (None, None) => Err(Failure::new(
            "no problem was given",
            "name --givers, --takers and --pairs",
        )),
    }
}

/// Milliseconds each part took.
#[derive(Serialize)]
struct Timings {
    #[serde(rename = "read_ms")]
    read: f64,
    #[serde(rename = "build_ms")]
    build: f64,
    #[serde(rename = "solve_ms")]
    solve: f64,
    #[serde(rename = "write_ms")]
    write: f64,
}

fn run_solve(files: &ProblemFiles, arguments: &Solving) -> Result<(), Failure> {
    let progress = Progress::begin("reading");
    let mut watch = Watch::start();
    let tables = Tables::read(files)?;
    let read = watch.lap();
    progress.say("building the problem".to_owned());
    let problem = tables.problem()?;
    let build = watch.lap();
    progress.say(format!("solving {} pairs", problem.pair_count()));
    let plan = solve(&problem, arguments.objective.into());
    let solving = watch.lap();
    let file = plan.to_file(&problem);
    let json = file.to_json();
    if let Some(out) = &arguments.out {
        write_whole(out, &json)?;
    }
    let write = watch.lap();
    drop(progress);
    match &arguments.out {
        None => to_stdout(&json)?,
        Some(_) if arguments.json => to_stdout(&in_json(&Achieved::of(&file)))?,
        Some(out) => to_stdout(&told(&file, &problem, out))?,
    }
    if arguments.timings {
        to_stderr(&in_json(&Timings {
            read,
            build,
            solve: solving,
            write,
        }));
    }
    Ok(())
}

fn told(plan: &PlanFile, problem: &Problem, out: &Path) -> String {
    let unmet: u64 = plan.unmet.iter().map(|unmet| u64::from(unmet.units)).sum();
    let lacking = match plan.unmet.len() {
        0 => "nobody goes without".to_owned(),
        takers => format!(
            "{} unmet, at {}",
            counted(unmet, "unit", "units"),
            counted(takers, "taker", "takers")
        ),
    };
    format!(
        "{} of {} of demand met, score {}; {lacking}\nno plan does better: the certificate in it proves it\n\
         plan written to {}\n",
        plan.units,
        counted(problem.demand(), "unit", "units"),
        plan.score,
        out.display()
    )
}

#[derive(Serialize)]
struct Achieved {
    objective: Objective,
    #[serde(rename = "objective_value")]
    value: Value,
    unmet: u64,
    optimal: bool,
}

impl Achieved {
    fn of(plan: &PlanFile) -> Self {
        let unmet = plan.unmet.iter().map(|unmet| u64::from(unmet.units)).sum();
        Self {
            objective: plan.objective,
            value: plan.objective_value,
            unmet,
            optimal: plan.optimal,
        }
    }
}

fn run_verify(arguments: &Verify) -> Result<(), Failure> {
    let progress = Progress::begin("verifying");
    let tables = Tables::read(&arguments.problem);
    let plan = read(&arguments.plan);
    let (tables, plan) = match (tables, plan) {
        (Ok(tables), Ok(plan)) => (tables, plan),
        (Err(one), Err(other)) => return Err(one.and(other)),
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    };
    let problem = tables.problem()?;
    let label = arguments.plan.display();
    let plan = PlanFile::from_json(&plan)
        .map_err(|fault| Failure::new(format!("{label}: {fault}"), fault.help()))?;
    let verified = verify(&problem, &plan).map_err(|rejections| {
        let told: Vec<_> = rejections
            .reasons()
            .iter()
            .map(|it| Told(format!("{label}: {it}"), it.help()))
            .collect();
        Failure::all(&told, |it| it.1)
    })?;
    drop(progress);
    if arguments.json {
        to_stdout(&in_json(&Achieved::of(&plan)))
    } else {
        let Value { units, score } = verified.value;
        to_stdout(&format!(
            "the plan is feasible, as stated, and optimal: {}, score {score}; objective {}\n",
            counted(units, "unit", "units"),
            verified.objective
        ))
    }
}

struct Told<'a>(String, &'a str);

impl std::fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The files of a problem, read whole.
struct Tables {
    givers: (String, Vec<u8>),
    takers: (String, Vec<u8>),
    pairs: (String, Vec<u8>),
    forbid: Option<(String, Vec<u8>)>,
}

impl Tables {
    /// Reads every file; tells of every one that cannot be read.
    fn read(files: &ProblemFiles) -> Result<Self, Failure> {
        let one = |path: &Path| read(path).map(|bytes| (path.display().to_string(), bytes));
        let (givers, takers, pairs) = (one(&files.givers), one(&files.takers), one(&files.pairs));
        let forbid = files.forbid.as_deref().map(one).transpose();
        match (givers, takers, pairs, forbid) {
            (Ok(givers), Ok(takers), Ok(pairs), Ok(forbid)) => Ok(Self {
                givers,
                takers,
                pairs,
                forbid,
            }),
            (givers, takers, pairs, forbid) => {
                let failures = [givers.err(), takers.err(), pairs.err(), forbid.err()];
                let all = failures.into_iter().flatten().reduce(Failure::and);
                Err(all.unwrap_or_else(|| Failure::new("nothing could be read", "check the files")))
            }
        }
    }

    fn problem(&self) -> Result<Problem, Failure> {
        let mut builder = Problem::builder();
        builder.read_givers(table(&self.givers));
        builder.read_takers(table(&self.takers));
        builder.read_pairs(table(&self.pairs));
        if let Some(forbid) = &self.forbid {
            builder.read_forbidden(table(forbid));
        }
        builder
            .build()
            .map_err(|faults: ProblemFaults| Failure::all(faults.faults(), |fault| fault.kind.help()))
    }
}

fn table((label, bytes): &(String, Vec<u8>)) -> Table<'_> {
    Table { label, bytes }
}

struct Watch(Instant);

#[allow(
    clippy::disallowed_methods,
    reason = "the command line is where time is taken"
)]
impl Watch {
    fn start() -> Self {
        Self(Instant::now())
    }

    /// Milliseconds since the last lap.
    fn lap(&mut self) -> f64 {
        let now = Instant::now();
        let lap = now.duration_since(self.0).as_secs_f64() * 1000.0;
        self.0 = now;
        (lap * 1000.0).round() / 1000.0
    }
}
