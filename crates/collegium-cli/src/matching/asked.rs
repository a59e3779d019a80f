//! `collegium match explain` and `collegium match shortlist`: what people ask of a plan.

use super::Source;
use crate::{
    arguments::{Explain, Shortlisting},
    failure::Failure,
    printing::{Progress, in_json, to_stdout},
};
use collegium::matching::{
    explain::Explainer, plan::Plan, problem::Problem, shortlist::Shortlist, solve::solve,
};
use serde::Serialize;
use std::fmt::Display;

pub(super) fn explain(arguments: &Explain) -> Result<(), Failure> {
    let objective = arguments.objective.into();
    let problem = Source::read(&arguments.problem)?.problem(objective)?;
    let takers = arguments
        .taker
        .iter()
        .map(|id| problem.find_taker(id).ok_or_else(|| unknown("taker", id)));
    let givers = arguments
        .giver
        .iter()
        .map(|id| problem.find_giver(id).ok_or_else(|| unknown("giver", id)));
    let (takers, givers) = both(all(takers), all(givers))?;
    let plan = solved(&problem, |problem| solve(problem, objective));
    let explainer = Explainer::new(&problem, &plan);
    let takers = if takers.is_empty() && givers.is_empty() {
        problem.takers().map(|taker| taker.index).collect()
    } else {
        takers
    };
    let takers = takers
        .into_iter()
        .map(|taker| told(&explainer.taker(taker), arguments.json));
    let givers = givers
        .into_iter()
        .map(|giver| told(&explainer.giver(giver), arguments.json));
    let parts: Vec<_> = takers.chain(givers).collect();
    to_stdout(&parts.join(if arguments.json { "" } else { "\n" }))
}

pub(super) fn shortlist(arguments: &Shortlisting) -> Result<(), Failure> {
    let objective = arguments.objective.into();
    let problem = Source::read(&arguments.problem)?.problem(objective)?;
    let id = &arguments.taker;
    let taker = problem.find_taker(id).ok_or_else(|| unknown("taker", id))?;
    let plan = solved(&problem, |problem| solve(problem, objective));
    let explainer = Explainer::new(&problem, &plan);
    let mut list = Shortlist::of(&explainer, taker, arguments.most);
    if arguments.exact {
        let progress = Progress::begin("solving again for each on the list");
        list = list.exact(&explainer);
        drop(progress);
    }
    to_stdout(&told(&list, arguments.json))
}

fn solved(problem: &Problem, solve: impl FnOnce(&Problem) -> Plan) -> Plan {
    let progress = Progress::begin("solving");
    let plan = solve(problem);
    drop(progress);
    plan
}

fn told<T: Display + Serialize>(told: &T, json: bool) -> String {
    if json { in_json(told) } else { format!("{told}\n") }
}

fn unknown(side: &str, id: &str) -> Failure {
    Failure::new(
        format!("the problem has no {side} {id:?}"),
        "name one of those listed",
    )
}

/// Every value, or every failure.
fn all<T>(found: impl Iterator<Item = Result<T, Failure>>) -> Result<Vec<T>, Failure> {
    let (found, failures): (Vec<_>, Vec<_>) = found.partition(Result::is_ok);
    match failures.into_iter().filter_map(Result::err).reduce(Failure::and) {
        Some(failure) => Err(failure),
        None => Ok(found.into_iter().filter_map(Result::ok).collect()),
    }
}

fn both<A, B>(one: Result<A, Failure>, other: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) => Err(one.and(other)),
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}
