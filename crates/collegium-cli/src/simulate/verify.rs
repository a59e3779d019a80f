//! `collegium simulate verify`: the simulator held against cases that have an exact answer.

use crate::{
    arguments::VerifyOracles,
    failure::Failure,
    printing::{Progress, in_json, to_stdout},
};
use collegium::sim::oracle::{Effort, ORACLES, Oracle, Unanswered, Verdict};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// A verdict as other programs read it.
#[derive(Serialize)]
struct Told<'a> {
    oracle: &'a str,
    parameters: BTreeMap<&'a str, Given<'a>>,
    results: Vec<Result<'a>>,
    accepted: bool,
}

/// One number, or several.
#[derive(Serialize)]
#[serde(untagged)]
enum Given<'a> {
    One(f64),
    Several(&'a [f64]),
}

#[derive(Serialize)]
struct Result<'a> {
    quantity: &'a str,
    analytic: f64,
    simulated: f64,
    half_width: f64,
    z: f64,
    /// What the exact value tends to as the case grows, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<f64>,
}

impl<'a> From<&'a Verdict> for Told<'a> {
    fn from(verdict: &'a Verdict) -> Self {
        let given = |values: &'a Vec<f64>| match values.as_slice() {
            [one] => Given::One(*one),
            several => Given::Several(several),
        };
        Self {
            oracle: verdict.oracle,
            parameters: verdict
                .parameters
                .iter()
                .map(|(name, values)| (*name, given(values)))
                .collect(),
            results: verdict
                .results
                .iter()
                .map(|it| Result {
                    quantity: &it.quantity,
                    analytic: it.analytic,
                    simulated: it.simulated,
                    half_width: it.half_width,
                    z: it.z,
                    limit: it.limit,
                })
                .collect(),
            accepted: verdict.accepted,
        }
    }
}

/// How much faster help works in the control than the oracle is told.
const TAMPERED: f64 = 1.03;

pub(super) fn run(arguments: &VerifyOracles) -> std::result::Result<(), Failure> {
    if arguments.list {
        return list();
    }
    let mut effort = Effort {
        seed: arguments.seed,
        replications: arguments.replications,
        ..Effort::default()
    };
    let (parameters, is_json) = parameters(&arguments.parameters, &mut effort)?;
    let json = arguments.json || is_json;
    let Some(name) = &arguments.oracle else {
        return all(effort, json);
    };
    let Some(oracle) = Oracle::named(name) else {
        let known = ORACLES.iter().map(|it| it.name).collect::<Vec<_>>().join(", ");
        return Err(Failure::new(
            format!("no case is named {name:?}; there are {known}"),
            "name one of these",
        ));
    };
    let progress = Progress::begin("simulating");
    let verdict = oracle
        .ask(&parameters, effort)
        .map_err(|fault| unanswered(oracle, &fault))?;
    drop(progress);
    to_stdout(&if json {
        in_json(&Told::from(&verdict))
    } else {
        table(&verdict)
    })?;
    if verdict.accepted {
        Ok(())
    } else {
        Err(rejected(verdict.oracle))
    }
}

/// Every case as it is, and one that is tampered with.
fn all(effort: Effort, json: bool) -> std::result::Result<(), Failure> {
    let control = Effort {
        tampered: TAMPERED,
        ..effort
    };
    let asked: Vec<_> = ORACLES
        .iter()
        .map(|it| (it, effort))
        .chain(ORACLES.first().map(|it| (it, control)))
        .collect();
    let progress = Progress::begin("simulating");
    let (next, done) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some((oracle, effort)) = asked.get(number) else {
                break;
            };
            progress.say(format!(
                "simulating: case {} of {}, {}",
                number + 1,
                asked.len(),
                oracle.name
            ));
            let verdict = oracle
                .ask(&[], *effort)
                .map_err(|fault| unanswered(oracle, &fault));
            done.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(number, verdict);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    drop(progress);
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    let verdicts = done.into_values().collect::<std::result::Result<Vec<_>, _>>()?;
    let (control, cases) = verdicts
        .split_last()
        .ok_or_else(|| Failure::new("there is no case", "report this"))?;
    let mut text: String = if json {
        in_json(&cases.iter().map(Told::from).collect::<Vec<_>>())
    } else {
        cases.iter().map(table).collect()
    };
    let is_found_out = !control.accepted;
    if !json {
        let found = if is_found_out {
            "rejected, as it must be"
        } else {
            "NOT rejected"
        };
        let _ = writeln!(
            text,
            "control: {} with help 3 % faster than it is told: {found}",
            control.oracle
        );
    }
    to_stdout(&text)?;
    let mut failures: Vec<_> = cases
        .iter()
        .filter(|it| !it.accepted)
        .map(|it| rejected(it.oracle))
        .collect();
    if !is_found_out {
        failures.push(Failure::new("the control was accepted", "ask with more replications").partly());
    }
    failures.into_iter().reduce(Failure::and).map_or(Ok(()), Err)
}

fn rejected(oracle: &str) -> Failure {
    Failure::new(
        format!("{oracle}: more than four standard errors off"),
        "ask again with another --seed; report it if it stays off",
    )
    .partly()
}

fn unanswered(oracle: &Oracle, fault: &Unanswered) -> Failure {
    let help = "see `collegium simulate verify --list` for the parameters of each case";
    Failure::new(format!("{}: {fault}", oracle.name), help)
}

/// A parameter with its numbers.
type Parameter = (String, Vec<f64>);

/// `--name value` as often as it is given. Options of the command itself may stand among them.
fn parameters(rest: &[String], effort: &mut Effort) -> std::result::Result<(Vec<Parameter>, bool), Failure> {
    let help = "write parameters as in `--servers 4 --arrival 3.1`";
    let mut found = Vec::new();
    let mut json = false;
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        if word == "--json" {
            json = true;
            continue;
        }
        let Some(name) = word.strip_prefix("--") else {
            return Err(Failure::new(format!("{word:?} is no parameter"), help));
        };
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (name, words.next().map(String::as_str)),
        };
        let numbers = value.map(|it| {
            it.split(',')
                .map(str::parse)
                .collect::<std::result::Result<Vec<f64>, _>>()
        });
        match numbers {
            Some(Ok(numbers)) if name == "seed" || name == "replications" => {
                let whole = numbers.first().and_then(|it| it.to_string().parse().ok());
                let Some(whole) = whole else {
                    return Err(Failure::new(format!("--{name} is no whole number"), help));
                };
                if name == "seed" {
                    effort.seed = u64::from(whole);
                } else {
                    effort.replications = whole;
                }
            }
            Some(Ok(numbers)) => found.push((name.to_owned(), numbers)),
            _ => return Err(Failure::new(format!("--{name} is given no number"), help)),
        }
    }
    Ok((found, json))
}

fn table(verdict: &Verdict) -> String {
    let parameters = verdict.parameters.iter().map(|(name, values)| {
        let values = values
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(",");
        format!("{name} {values}")
    });
    let word = if verdict.accepted { "accepted" } else { "REJECTED" };
    let mut text = format!(
        "{} ({}): {word}\n",
        verdict.oracle,
        parameters.collect::<Vec<_>>().join(", ")
    );
    for it in &verdict.results {
        let _ = writeln!(
            text,
            "  {:36} exact {:>12.6}   simulated {:>12.6} ± {:<10.6} z {:>5.2}",
            it.quantity, it.analytic, it.simulated, it.half_width, it.z
        );
        if let Some(limit) = it.limit {
            let _ = writeln!(text, "  {:36} limit {limit:>12.6}", "  as the case grows");
        }
    }
    text
}

fn list() -> std::result::Result<(), Failure> {
    let mut text = String::new();
    for oracle in ORACLES {
        let _ = writeln!(text, "{}: {}", oracle.name, oracle.says);
        for it in oracle.parameters {
            let default = it
                .default
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(",");
            let _ = writeln!(text, "  --{:12} {} (default {default})", it.name, it.says);
        }
    }
    to_stdout(&text)
}
