//! `collegium match` and what can be asked of a plan.

mod asked;

use crate::{
    arguments::{Match, MatchCommand, ProblemFiles, Solving, Verify},
    failure::{Failure, read},
    files::write_by,
    printing::{Progress, in_json, to_stderr, to_stdout},
    wording::counted,
};
use collegium::matching::{
    objective::Objective,
    plan::{Value, file::PlanFile},
    problem::{Problem, ProblemBuilder, ProblemFaults, ProblemFile},
    score::Score,
    score_model::{Apart, Metres, Minutes},
    solve::solve,
    table::Table,
    verify::verify,
};
use serde::Serialize;
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

pub(crate) fn run(arguments: &Match) -> Result<(), Failure> {
    match (&arguments.command, &arguments.problem) {
        (Some(MatchCommand::Verify(it)), _) => run_verify(it),
        (Some(MatchCommand::Explain(it)), _) => asked::explain(it),
        (Some(MatchCommand::Shortlist(it)), _) => asked::shortlist(it),
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
    let source = Source::read(files)?;
    let read = watch.lap();
    progress.say("building the problem".to_owned());
    let problem = source.problem(arguments.objective.into())?;
    let build = watch.lap();
    progress.say(format!("solving {} pairs", problem.pair_count()));
    let plan = solve(&problem, arguments.objective.into());
    let solving = watch.lap();
    let file = plan.to_file(&problem);
    drop(plan);
    if let Some(out) = &arguments.out {
        write_by(out, |json| file.write_json(json))?;
    }
    let write = watch.lap();
    drop(progress);
    match &arguments.out {
        None => to_stdout(&file.to_json())?,
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
    let short = match plan.objective_value.short {
        0 => String::new(),
        short => {
            format!("{short} short of minimums and pairs that must be made: no plan keeps more of them\n")
        }
    };
    format!(
        "{} of {} of demand met, score {}; {lacking}\n{short}no plan does better: the certificate in it proves it\n\
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
    let source = Source::read(&arguments.problem);
    let plan = read(&arguments.plan);
    let (source, plan) = match (source, plan) {
        (Ok(source), Ok(plan)) => (source, plan),
        (Err(one), Err(other)) => return Err(one.and(other)),
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    };
    let label = arguments.plan.display();
    let plan = PlanFile::from_json(&plan)
        .map_err(|fault| Failure::new(format!("{label}: {fault}"), fault.help()))?;
    let problem = source.problem(plan.objective)?;
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
        let Value { short, units, score } = verified.value;
        let short = match short {
            0 => String::new(),
            short => format!("{short} short of minimums, "),
        };
        to_stdout(&format!(
            "the plan is feasible, as stated, and optimal: {short}{}, score {score}; objective {}\n",
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
enum Source {
    Json(Read),
    Tables(Box<Tables>),
}

/// A label and what was read.
type Read = (String, Vec<u8>);

/// The tables of a problem, and what is said beside them.
struct Tables {
    givers: Read,
    takers: Read,
    pairs: Read,
    giver_groups: Option<Read>,
    taker_groups: Option<Read>,
    forbid: Option<Read>,
    keep: Option<Read>,
    change_price: Score,
    within: Apart,
}

impl Source {
    /// Reads every file; tells of every one that cannot be read.
    fn read(files: &ProblemFiles) -> Result<Self, Failure> {
        if let Some(path) = &files.problem {
            return Ok(Self::Json((path.display().to_string(), read(path)?)));
        }
        let one = |path: &Option<PathBuf>| {
            let read = path
                .as_deref()
                .map(|path| read(path).map(|bytes| (path.display().to_string(), bytes)));
            read.transpose()
        };
        let read = [
            &files.givers,
            &files.takers,
            &files.pairs,
            &files.giver_groups,
            &files.taker_groups,
            &files.forbid,
            &files.keep,
        ]
        .map(one);
        let (read, failures): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
        if let Some(all) = failures.into_iter().filter_map(Result::err).reduce(Failure::and) {
            return Err(all);
        }
        let read: Vec<_> = read.into_iter().filter_map(Result::ok).collect();
        match <[Option<_>; 7]>::try_from(read) {
            Ok(
                [
                    Some(givers),
                    Some(takers),
                    Some(pairs),
                    giver_groups,
                    taker_groups,
                    forbid,
                    keep,
                ],
            ) => Ok(Self::Tables(Box::new(Tables {
                givers,
                takers,
                pairs,
                giver_groups,
                taker_groups,
                forbid,
                keep,
                change_price: files.change_price,
                within: Apart {
                    distance: files.within.map(Metres),
                    travel_time: files.within_minutes.map(Minutes),
                },
            }))),
            _ => Err(Failure::new(
                "no problem is named",
                "pass --problem, or --givers, --takers and --pairs",
            )),
        }
    }

    /// The problem; pairs to keep must be made, or under least change are the present plan.
    fn problem(self, objective: Objective) -> Result<Problem, Failure> {
        let (builder, label) = match self {
            Self::Json((label, bytes)) => {
                let file = ProblemFile::from_json(&bytes)
                    .map_err(|fault| Failure::new(format!("{label}: {fault}"), fault.help()))?;
                (file.to_builder(), format!("{label}: "))
            }
            Self::Tables(tables) => (tables.to_builder(objective)?, String::new()),
        };
        builder.build().map_err(|faults: ProblemFaults| {
            let told = faults.faults().iter();
            let told: Vec<_> = told
                .map(|fault| Told(format!("{label}{fault}"), fault.help()))
                .collect();
            Failure::all(&told, |it| it.1)
        })
    }
}

impl Tables {
    fn to_builder(&self, objective: Objective) -> Result<ProblemBuilder, Failure> {
        if self.change_price != Score::ZERO && objective != Objective::LeastChange {
            return Err(Failure::new(
                format!("--change-price says nothing under {objective}"),
                "leave it out, or ask for --objective least-change",
            ));
        }
        let mut builder = Problem::builder();
        builder
            .read_givers(table(&self.givers))
            .read_takers(table(&self.takers))
            .read_pairs(table(&self.pairs))
            .within(self.within);
        if let Some(groups) = &self.giver_groups {
            builder.read_giver_groups(table(groups));
        }
        if let Some(groups) = &self.taker_groups {
            builder.read_taker_groups(table(groups));
        }
        if let Some(forbid) = &self.forbid {
            builder.read_forbidden(table(forbid));
        }
        match &self.keep {
            Some(keep) if objective == Objective::LeastChange => {
                builder.change_price(self.change_price).read_present(table(keep));
            }
            Some(keep) => {
                builder.read_required(table(keep));
            }
            None => {}
        }
        Ok(builder)
    }
}

fn table((label, bytes): &Read) -> Table<'_> {
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
