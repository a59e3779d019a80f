//! `collegium simulate`: studies as directories.

mod calibrate;
mod checkpoint;
mod merge;
#[cfg(feature = "parquet")]
mod parquet;
mod plan;
mod process;
mod report;
mod run;
mod tables;
mod verify;
mod warm_up;
mod whole;

use crate::{
    arguments::{Odd, Simulate, SimulateCommand},
    failure::{Failure, read},
    printing::to_stdout,
};
use collegium::sim::{
    policy::NAMED,
    scenario::Scenario,
    study::{Checked, Study, StudyFault},
};
use std::{
    fmt::Write,
    path::{Path, PathBuf},
};

pub(crate) fn run(arguments: &Simulate) -> Result<(), Failure> {
    match &arguments.command {
        SimulateCommand::Study(it) => whole::whole(it),
        SimulateCommand::Plan(it) => plan::run(it),
        SimulateCommand::Calibrate(it) => calibrate::run(it),
        SimulateCommand::WarmUp(it) => warm_up::run(it),
        SimulateCommand::Run(it) => run::run(it),
        SimulateCommand::Merge(it) => merge::run(it),
        SimulateCommand::Verify(it) => verify::run(it),
        SimulateCommand::Odd(it) => odd(it),
        SimulateCommand::Report(it) => report::run(it),
        SimulateCommand::Policies => policies(),
    }
}

fn policies() -> Result<(), Failure> {
    let mut text = String::new();
    for (spec, says) in &NAMED {
        let _ = writeln!(text, "{:12} {says}", spec.name());
    }
    text.push_str(
        "\nA file of figures in TOML is a policy, too: the need with the highest sum is helped first.\n",
    );
    to_stdout(&text)
}

/// A scenario, read and checked whole.
fn scenario(path: &Path) -> Result<Scenario, Failure> {
    let text = String::from_utf8_lossy(&read(path)?).into_owned();
    let scenario = Scenario::from_toml(&text).map_err(|fault| {
        let help = "see `collegium schema scenario`, or docs/simulation.md";
        Failure::new(format!("{}: {fault}", path.display()), help)
    })?;
    check(&scenario, &path.display().to_string())?;
    Ok(scenario)
}

/// Checks a scenario whole; every fault is told with what the scenario is called.
fn check(scenario: &Scenario, label: &str) -> Result<(), Failure> {
    scenario.check().map_err(|invalid| {
        let faults = invalid.faults.iter();
        let each = faults.map(|it| Failure::new(format!("{label}: {it}"), it.help));
        each.reduce(Failure::and)
            .unwrap_or_else(|| Failure::new(&invalid, "check it"))
    })
}

/// Prints a scenario as other researchers expect it.
fn odd(arguments: &Odd) -> Result<(), Failure> {
    let scenario = scenario(&arguments.scenario)?;
    to_stdout(&if arguments.stress_des {
        scenario.stress_des()
    } else {
        scenario.odd()
    })
}

/// The file in which a study is laid out.
const STUDY: &str = "study.toml";

/// The study of a directory.
fn study(directory: &Path) -> Result<Study, Failure> {
    let path = directory.join(STUDY);
    let text = String::from_utf8_lossy(&read(&path)?).into_owned();
    Study::from_toml(&text).map_err(|fault| {
        Failure::new(
            format!("{}: {fault}", path.display()),
            "lay the study out anew with `collegium simulate plan`",
        )
    })
}

/// The study with all of its points.
fn checked(study: &Study) -> Result<Checked<'_>, Failure> {
    study.check().map_err(|faults| told(&faults))
}

fn told(faults: &[StudyFault]) -> Failure {
    let many = faults.iter().flat_map(|fault| match fault {
        StudyFault::Scenario { point, fault } => {
            let each = fault.faults.iter();
            each.map(|it| Failure::new(format!("point {point}: {it}"), it.help))
                .collect()
        }
        StudyFault::NoPolicy => vec![Failure::new(fault, "name at least one with `--policies`")],
        StudyFault::NoReplication => vec![Failure::new(fault, "give at least one with `--replications`")],
        StudyFault::OneWay { .. } => vec![Failure::new(fault, "leave it out, or choose another")],
        StudyFault::Stopping(it) => vec![Failure::new(it, it.help())],
        _ => vec![Failure::new(
            fault,
            "name a field as the scenario has it, with a value of its kind",
        )],
    });
    many.reduce(Failure::and)
        .unwrap_or_else(|| Failure::new("the study does not hold", "check it"))
}

/// Where what came of a job is kept, by kind of table.
fn file_of(directory: &Path, job: u64, table: &str) -> PathBuf {
    directory.join("runs").join(format!("{job:07}.{table}.csv"))
}
