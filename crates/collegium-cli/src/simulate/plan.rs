//! `collegium simulate plan`: a scenario is checked, and a study laid out.

use super::{STUDY, checked};
use crate::{
    arguments::Plan,
    failure::{Failure, read},
    files::{OutDirectory, check_free},
    printing::to_stdout,
};
use collegium::sim::{
    policy::{Figures, Index, Process, Spec},
    study::{Design, Range, Study, value},
};
use std::path::Path;

pub(super) fn run(arguments: &Plan) -> Result<(), Failure> {
    check_free(&arguments.out)?;
    let scenario = super::scenario(&arguments.scenario)?;
    let named = arguments.policies.iter().map(|name| policy(name));
    let processes = arguments
        .policy_cmd
        .iter()
        .map(|command| Ok(Spec::Process(process(command))));
    let policies = named.chain(processes).collect::<Vec<_>>();
    let study = Study {
        scenario,
        design: design(arguments)?,
        policies: all(policies)?,
        replications: arguments.replications,
        seed: arguments.seed,
    };
    let checked = checked(&study)?;
    let (points, runs) = (checked.points.len(), checked.count());
    let text = study
        .to_toml()
        .map_err(|error| Failure::new(error, "report this: a study can be written"))?;
    let directory = OutDirectory::begin(&arguments.out)?;
    directory.file(STUDY, &text)?;
    directory.finish()?;
    let assumed = study.scenario.assumptions();
    let numbers = study.scenario.numbers().len();
    to_stdout(&format!(
        "{}: {points} point{}, {} polic{}, {} replication{}: {runs} runs\n{assumed} of its {numbers} numbers are \
         assumptions\nnext: collegium simulate run {}\n",
        study.scenario.name,
        if points == 1 { "" } else { "s" },
        study.policies.len(),
        if study.policies.len() == 1 { "y" } else { "ies" },
        study.replications,
        if study.replications == 1 { "" } else { "s" },
        arguments.out.display(),
    ))
}

/// All of many, or every failure.
fn all<T>(found: Vec<Result<T, Failure>>) -> Result<Vec<T>, Failure> {
    let mut failures = Vec::new();
    let mut all = Vec::new();
    for it in found {
        match it {
            Ok(it) => all.push(it),
            Err(failure) => failures.push(failure),
        }
    }
    failures.into_iter().reduce(Failure::and).map_or(Ok(all), Err)
}

/// A policy by its name, or from a file of figures.
fn policy(name: &str) -> Result<Spec, Failure> {
    let unknown = match name.parse::<Spec>() {
        Ok(spec) => return Ok(spec),
        Err(unknown) => unknown,
    };
    let is_file = Path::new(name).extension().is_some_and(|it| it == "toml");
    if !is_file {
        return Err(Failure::new(
            unknown,
            "name one of these, or a file of figures that ends in .toml",
        ));
    }
    let text = String::from_utf8_lossy(&read(Path::new(name))?).into_owned();
    let index = Index::from_toml(&text).map_err(|fault| {
        Failure::new(
            format!("{name}: {fault}"),
            "see docs/simulation.md for what it can say",
        )
    })?;
    Ok(Spec::Figures(Figures::Table(index)))
}

/// A program with its arguments, named by what it runs.
fn process(command: &str) -> Process {
    let command: Vec<_> = command.split_whitespace().map(str::to_owned).collect();
    let name = command
        .last()
        .and_then(|it| Path::new(it).file_stem())
        .map(|it| it.to_string_lossy().into_owned());
    Process {
        name: name.unwrap_or_else(|| "process".to_owned()),
        command,
    }
}

fn design(arguments: &Plan) -> Result<Design, Failure> {
    if let Some(path) = &arguments.design {
        let text = String::from_utf8_lossy(&read(path)?).into_owned();
        let cells = |line: &str| line.split(',').map(|cell| cell.trim().to_owned()).collect();
        let table: Vec<_> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(cells)
            .collect();
        return Design::from_cells(&table).map_err(|faults| {
            let told = faults
                .iter()
                .map(|fault| format!("{}: {fault}", path.display()))
                .collect::<Vec<_>>();
            Failure::all(
                &told,
                |_| "give each line one cell for each field of the first line",
            )
        });
    }
    if !arguments.range.is_empty() {
        let ranges = all(arguments.range.iter().map(|text| range(text)).collect())?;
        return Ok(Design::latin_hypercube(
            &ranges,
            arguments.points.unwrap_or(0),
            arguments.seed,
        ));
    }
    let axes = arguments.vary.iter().map(|text| {
        let wrong = || {
            Failure::new(
                format!("--vary {text}: no field with values"),
                "write it as in capacity.ratio=3,4",
            )
        };
        let (field, values) = text.split_once('=').ok_or_else(wrong)?;
        Ok((field.trim().to_owned(), values.split(',').map(value).collect()))
    });
    Ok(Design::grid(&all(axes.collect())?))
}

fn range(text: &str) -> Result<Range, Failure> {
    let wrong = || {
        Failure::new(
            format!("--range {text}: no field with a range"),
            "write it as in capacity.ratio=2..5",
        )
    };
    let (field, ends) = text.split_once('=').ok_or_else(wrong)?;
    let (from, to) = ends.split_once("..").ok_or_else(wrong)?;
    let end = |text: &str| {
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|it| it.is_finite())
            .ok_or_else(wrong)
    };
    Ok(Range {
        field: field.trim().to_owned(),
        from: end(from)?,
        to: end(to)?,
    })
}
