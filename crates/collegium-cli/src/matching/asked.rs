//! `collegium match explain` and `collegium match shortlist`: what people ask of a plan.

use super::Source;
use crate::{
    arguments::{Explain, Shortlisting},
    failure::{Failure, all, both},
    printing::{Progress, in_json, to_stdout},
};
use collegium::matching::{
    explain::{Explainer, ShortExplanation, TakerExplanation},
    plan::Plan,
    problem::{Problem, TakerIndex},
    remedy::{Lack, Remedy},
    shortlist::Shortlist,
    solve::solve,
    witness::WitnessEntry,
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
    let everybody = takers.is_empty() && givers.is_empty();
    let takers = if everybody {
        problem.takers().map(|taker| taker.index).collect()
    } else {
        takers
    };
    let mut parts: Vec<String> = takers
        .into_iter()
        .map(|taker| told(&TakerAnswer::of(&explainer, taker, arguments), arguments.json))
        .collect();
    parts.extend(
        givers
            .into_iter()
            .map(|giver| told(&explainer.giver(giver), arguments.json)),
    );
    if everybody {
        let short = plan.short().iter().zip(explainer.short());
        parts.extend(short.map(|(short, explanation)| {
            let changes = changes(&explainer, Lack::Short(short.of), arguments);
            told(&ShortAnswer { explanation, changes }, arguments.json)
        }));
    }
    to_stdout(&parts.join(if arguments.json { "" } else { "\n" }))
}

/// What is told of a taker.
#[derive(Serialize)]
struct TakerAnswer {
    #[serde(flatten)]
    explanation: TakerExplanation,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<WitnessEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Remedy>>,
}

impl TakerAnswer {
    fn of(explainer: &Explainer<'_>, taker: TakerIndex, arguments: &Explain) -> Self {
        let explanation = explainer.taker(taker);
        let unmet = explanation.unmet.as_ref();
        Self {
            proof: unmet
                .filter(|_| arguments.proof)
                .and_then(|_| explainer.witness(taker)),
            changes: unmet.and_then(|_| changes(explainer, Lack::Demand(taker), arguments)),
            explanation,
        }
    }
}

impl Display for TakerAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.explanation.fmt(f)?;
        if let Some(proof) = &self.proof {
            write!(f, "\n{proof}")?;
        }
        write_changes(f, self.changes.as_deref())
    }
}

/// What is told of a minimum that is not kept.
#[derive(Serialize)]
struct ShortAnswer {
    #[serde(flatten)]
    explanation: ShortExplanation,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Remedy>>,
}

impl Display for ShortAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.explanation.fmt(f)?;
        write_changes(f, self.changes.as_deref())
    }
}

/// What would have to change, where that was asked.
fn changes(explainer: &Explainer<'_>, lack: Lack, arguments: &Explain) -> Option<Vec<Remedy>> {
    let most = arguments.most_changes;
    arguments.changes.then(|| explainer.remedies(lack, most))
}

fn write_changes(f: &mut std::fmt::Formatter<'_>, changes: Option<&[Remedy]>) -> std::fmt::Result {
    match changes {
        None => Ok(()),
        Some([]) => f.write_str("\nNo one change that was tried would help."),
        Some(changes) => changes.iter().try_for_each(|change| write!(f, "\n  {change}")),
    }
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
