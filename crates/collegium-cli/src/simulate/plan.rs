//! `collegium simulate plan`: a scenario is checked, and a study laid out.

use super::{STUDY, checked};
use crate::{
    arguments::Plan,
    failure::{Failure, all, both, read},
    files::{OutDirectory, check_free},
    printing::to_stdout,
};
use collegium::sim::{
    policy::{Figures, Index, Process, Spec},
    study::{Checked, Design, Range, Stopping, Study, Until, value},
};
use std::path::Path;

pub(super) fn run(arguments: &Plan) -> Result<(), Failure> {
    let told = Laid::of(arguments)?.out(&arguments.out)?;
    to_stdout(&format!(
        "{told}\nnext: collegium simulate run {}\n",
        arguments.out.display()
    ))
}

/// A study before it is written.
pub(super) struct Laid {
    /// It as its directory has it.
    text: String,
    /// How much it is, in words.
    told: String,
}

impl Laid {
    /// The study that is asked for, checked whole.
    pub(super) fn of(arguments: &Plan) -> Result<Self, Failure> {
        let scenario = super::scenario(&arguments.scenario);
        let named = arguments.policies.iter().map(|name| policy(name));
        let processes = arguments
            .policy_cmd
            .iter()
            .map(|command| Ok(Spec::Process(process(command))));
        let policies = named.chain(processes);
        let ((scenario, policies), (design, stopping)) = both(
            both(scenario, all(policies)),
            both(design(arguments), stopping(arguments)),
        )?;
        let study = Study {
            scenario,
            design,
            policies,
            replications: arguments.replications.most,
            seed: arguments.seed,
            stopping,
        };
        let text = study
            .to_toml()
            .map_err(|error| Failure::new(error, "report this: a study can be written"))?;
        let told = told(&study, &checked(&study)?);
        Ok(Self { text, told })
    }

    /// Writes it to a directory, which appears whole or not at all; tells how much it is.
    pub(super) fn out(self, directory: &Path) -> Result<String, Failure> {
        check_free(directory)?;
        let out = OutDirectory::begin(directory)?;
        out.file(STUDY, &self.text)?;
        out.finish()?;
        Ok(self.told)
    }

    /// The same where the directory holds this very study already: then nothing is written.
    pub(super) fn out_once(self, directory: &Path) -> Result<String, Failure> {
        match read(&directory.join(STUDY)) {
            Ok(found) if found == self.text.as_bytes() => Ok(self.told),
            _ => self.out(directory),
        }
    }
}

fn told(study: &Study, checked: &Checked<'_>) -> String {
    let (points, runs) = (checked.points.len(), checked.count());
    let (repeated, at_most) = match &study.stopping {
        Some(it) => (format!("{} to {}", it.least, study.replications), " at most"),
        None => (study.replications.to_string(), ""),
    };
    let assumed = study.scenario.assumptions();
    let numbers = study.scenario.numbers().len();
    format!(
        "{}: {points} point{}, {} polic{}, {repeated} replication{}: {runs} runs{at_most}\n{assumed} of its {numbers} numbers are \
         assumptions",
        study.scenario.name,
        if points == 1 { "" } else { "s" },
        study.policies.len(),
        if study.policies.len() == 1 { "y" } else { "ies" },
        if study.replications == 1 { "" } else { "s" },
    )
}

/// How sure the intervals are that a study stops by.
const CONFIDENCE: f64 = 0.95;
/// For how many more replications they stay as narrow: enough, as Hoad, Robinson & Davies (2010) found.
const LOOK_AHEAD: u32 = 5;

/// The rule by which the study stops, where one is given.
fn stopping(arguments: &Plan) -> Result<Option<Stopping>, Failure> {
    let until = arguments.until_half_width.iter().map(|text| until(text));
    let until = all(until);
    match (arguments.replications.least, until) {
        (None, Ok(until)) if until.is_empty() => Ok(None),
        (Some(_), Ok(until)) if until.is_empty() => Err(Failure::new(
            "--replications: a least and a most are given, and nothing says when to stop between them",
            "add `--until-half-width`, or give one number",
        )),
        (Some(least), Ok(until)) => Ok(Some(Stopping {
            least,
            confidence: CONFIDENCE,
            look_ahead: LOOK_AHEAD,
            until,
        })),
        (Some(_), Err(failure)) => Err(failure),
        (None, until) => {
            let failure = Failure::new(
                "--until-half-width: nothing says how often to repeat at the least and at the most",
                "add both, as in `--replications 10..500`",
            );
            Err(until.err().into_iter().fold(failure, Failure::and))
        }
    }
}

fn until(text: &str) -> Result<Until, Failure> {
    let wrong = || {
        Failure::new(
            format!("--until-half-width {text}: no measure with a width"),
            "write it as in wait_mean=5%, or in_need=0.5",
        )
    };
    let (measure, width) = text.split_once('=').ok_or_else(wrong)?;
    let share = width.trim().strip_suffix('%');
    let number: f64 = share.unwrap_or(width).trim().parse().map_err(|_| wrong())?;
    Ok(Until {
        measure: measure.trim().to_owned(),
        half_width: if share.is_some() { number / 100.0 } else { number },
        of_the_mean: share.is_some(),
    })
}

/// A policy by its name, or from a file of figures.
pub(super) fn policy(name: &str) -> Result<Spec, Failure> {
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
        let ranges = all(arguments.range.iter().map(|text| range(text)))?;
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
    Ok(Design::grid(&all(axes)?))
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
