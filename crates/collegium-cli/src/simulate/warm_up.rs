//! `collegium simulate warm-up`: how much of the beginning of a run to leave out.

use super::plan::policy;
use crate::{
    arguments::WarmUp,
    failure::{Failure, all},
    printing::{Progress, in_json, to_stdout},
};
use collegium::sim::{
    policy::Spec,
    run::{COURSES, Key, course},
    scenario::Scenario,
    statistics::{Running, mser_5},
    tick::Tick,
};
use serde::Serialize;
use std::fmt::Write;

/// What one measure says under one policy.
#[derive(Serialize)]
struct Found<'a> {
    policy: &'a str,
    measure: &'static str,
    /// Days to leave out.
    days: u32,
    /// The same in spans.
    #[serde(skip)]
    left_out: usize,
    /// Whether that is no more than half of the run.
    is_settled: bool,
    /// The mean of what is left out; none where nothing is.
    before: Option<f64>,
    /// The mean of the rest.
    after: Option<f64>,
    /// Means over replications, one for each span.
    series: Vec<f64>,
}

/// What all measures say under all policies.
#[derive(Serialize)]
struct Verdict<'a> {
    scenario: &'a str,
    replications: u32,
    seed: u64,
    /// Days in a span.
    every: u32,
    /// The most that any measure leaves out, in days; none where one does not settle.
    days: Option<u32>,
    /// What the scenario leaves out, in days.
    left_out: f64,
    found: Vec<Found<'a>>,
}

/// Fewer values tell nothing.
const LEAST_SPANS: i64 = 50;

pub(super) fn run(arguments: &WarmUp) -> Result<(), Failure> {
    let scenario = super::scenario(&arguments.scenario).and_then(|scenario| {
        enough(&scenario, arguments)?;
        Ok(scenario)
    });
    let policies = all(arguments.policies.iter().map(|name| policy(name)));
    let (scenario, policies) = match (scenario, policies) {
        (Ok(scenario), Ok(policies)) => (scenario, policies),
        (scenario, policies) => {
            let failures = [scenario.err(), policies.err()].into_iter().flatten();
            let failure = failures.reduce(Failure::and);
            return Err(failure.expect("one of them failed"));
        }
    };
    let progress = Progress::begin("simulating");
    let found = policies.iter().map(|spec| looked_at(&scenario, spec, arguments));
    let found: Vec<_> = all(found)?.into_iter().flatten().collect();
    drop(progress);
    let verdict = Verdict {
        scenario: &scenario.name,
        replications: arguments.replications.get(),
        seed: arguments.seed,
        every: arguments.every.get(),
        days: found
            .iter()
            .map(|it| it.is_settled.then_some(it.days))
            .try_fold(0, |most, days| days.map(|days| days.max(most))),
        left_out: scenario
            .time
            .warm_up
            .as_ref()
            .map_or(0.0, |it| Tick(it.ticks()).days()),
        found,
    };
    to_stdout(&if arguments.json {
        in_json(&verdict)
    } else {
        told(&verdict)
    })
}

fn enough(scenario: &Scenario, arguments: &WarmUp) -> Result<(), Failure> {
    let every = arguments.every;
    let length = &scenario.time.length;
    let spans = length.ticks() / (i64::from(every.get()) * Tick::DAY);
    if spans >= LEAST_SPANS {
        return Ok(());
    }
    Err(Failure::new(
        format!("{length} have {spans} spans of {every} days, and it takes {LEAST_SPANS} to tell anything"),
        "give fewer days with `--every`, or a longer `time.length`",
    ))
}

/// Every measure under one policy.
fn looked_at<'a>(scenario: &Scenario, spec: &'a Spec, arguments: &WarmUp) -> Result<Vec<Found<'a>>, Failure> {
    let failed = |why: &dyn std::fmt::Display| {
        let what = format!("{}: {why}", spec.name());
        Failure::new(what, "see what the policy chose, or what the scenario asks")
    };
    let mut means: [Vec<Running>; COURSES.len()] = Default::default();
    for replication in 0..arguments.replications.get() {
        let key = Key {
            seed: arguments.seed,
            replication,
        };
        let policy = spec
            .make(scenario, key)
            .map_err(|_| failed(&"a program cannot be asked here"))?;
        let courses = course(scenario, policy, key, arguments.every).map_err(|error| failed(&error))?;
        for (means, course) in means.iter_mut().zip(courses) {
            means.resize(course.len(), Running::default());
            means
                .iter_mut()
                .zip(course)
                .for_each(|(mean, value)| mean.push(value));
        }
    }
    let measures = COURSES.into_iter().zip(means);
    measures
        .map(|(measure, means)| {
            let series: Vec<_> = means.iter().filter_map(Running::mean).collect();
            let warm_up = mser_5(&series).map_err(|fault| failed(&fault))?;
            let (before, after) = series.split_at(warm_up.left_out);
            let mean = |values: &[f64]| values.iter().copied().collect::<Running>().mean();
            Ok(Found {
                policy: spec.name(),
                measure,
                days: u32::try_from(warm_up.left_out)
                    .unwrap_or(u32::MAX)
                    .saturating_mul(arguments.every.get()),
                left_out: warm_up.left_out,
                is_settled: warm_up.is_settled,
                before: mean(before),
                after: mean(after),
                series,
            })
        })
        .collect()
}

fn told(verdict: &Verdict<'_>) -> String {
    let mut text = format!(
        "{}: means over {} replications of {} days each, by MSER-5\n",
        verdict.scenario, verdict.replications, verdict.every
    );
    let mut policy = "";
    for it in &verdict.found {
        if it.policy != policy {
            policy = it.policy;
            let _ = writeln!(text, "\n{policy:36}leave out     before      after");
        }
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.2}"));
        let _ = writeln!(
            text,
            "  {:9} {} {:>6} days {:>10} {:>10}{}",
            it.measure,
            picture(&it.series, it.left_out),
            it.days,
            number(it.before),
            number(it.after),
            if it.is_settled { "" } else { "  does not settle" },
        );
    }
    let left_out = verdict.left_out;
    let _ = match verdict.days {
        None => writeln!(
            text,
            "\nwhat does not settle may go on changing after the end: let the run be longer (`time.length`)"
        ),
        Some(days) => writeln!(
            text,
            "\nleave out {days} days: warm_up = {{ value = {days}, unit = \"days\", source = \"MSER-5\" }}\nthe \
             scenario leaves out {left_out}, which is {}",
            if f64::from(days) <= left_out {
                "enough"
            } else {
                "too little"
            }
        ),
    };
    text
}

/// Columns of a picture, the line at the cut not counted.
const WIDTH: usize = 24;

/// A series as bars from its least to its most, with a line where it is cut.
fn picture(series: &[f64], left_out: usize) -> String {
    let least = series.iter().copied().fold(f64::INFINITY, f64::min);
    let most = series.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let bar = |mean: f64| {
        let bars = "▁▂▃▄▅▆▇█".chars().zip(0_u8..);
        let reached = bars.filter(|(_, step)| mean >= least + (most - least) * f64::from(*step) / 8.0);
        reached
            .last()
            .filter(|_| most > least)
            .map_or('▁', |(bar, _)| bar)
    };
    let place = |column: usize| column * series.len() / WIDTH;
    let cut = (0..WIDTH)
        .find(|column| place(*column) >= left_out)
        .unwrap_or(WIDTH);
    let mut drawn = String::new();
    for column in 0..WIDTH {
        if column == cut {
            drawn.push('│');
        }
        let values = series.get(place(column)..place(column + 1)).unwrap_or_default();
        let values: Running = values.iter().copied().collect();
        drawn.extend(values.mean().map(bar));
    }
    drawn
}
