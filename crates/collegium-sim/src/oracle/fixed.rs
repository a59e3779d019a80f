//! Matching without time: random problems of which the best value is known in the mean, by the real solver.

use super::{Asked, Compared, Oracle, Parameter, Unanswered};
use crate::{
    chance::Stream,
    counts::{float, length, whole},
    parameter::Faults,
    run::Key,
    theory::{partial_assignment_cost, random_assignment_cost, sparse_matching_share},
};
use collegium_engine::matching::{objective::Objective, problem::Problem, score::Score, solve::solve};

const TAKERS: Parameter = Parameter {
    name: "takers",
    default: &[100.0],
    says: "schools that need help",
};

pub(super) const ASSIGNMENT: Oracle = Oracle {
    name: "random-assignment",
    says: "As many givers as takers, costs exponential with mean 1: the least total cost",
    parameters: &[TAKERS],
    reckon: assignment,
};

pub(super) const PARTIAL_ASSIGNMENT: Oracle = Oracle {
    name: "partial-assignment",
    says: "More givers than takers, costs exponential with mean 1: the least total cost",
    parameters: &[
        Parameter {
            default: &[5.0],
            ..TAKERS
        },
        Parameter {
            name: "givers",
            default: &[15.0],
            says: "schools that can help one each",
        },
    ],
    reckon: partial_assignment,
};

pub(super) const SPARSE_MATCHING: Oracle = Oracle {
    name: "sparse-matching",
    says: "Each taker knows few givers, at random: the most that can be matched",
    parameters: &[
        Parameter {
            default: &[4_000.0],
            ..TAKERS
        },
        Parameter {
            name: "degree",
            default: &[2.0],
            says: "givers that a taker knows in the mean",
        },
    ],
    reckon: sparse_matching,
};

/// No cost is higher: beyond it lie two numbers in a thousand million.
const DEAREST: f64 = 20.0;

fn assignment(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let takers = asked.count("takers");
    let exact = random_assignment_cost(takers)?;
    Ok(vec![least_cost(asked, takers, takers, exact)?])
}

fn partial_assignment(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (takers, givers) = (asked.count("takers"), asked.count("givers"));
    let exact = partial_assignment_cost(takers, takers, givers)?;
    Ok(vec![least_cost(asked, takers, givers, exact)?])
}

fn least_cost(asked: &Asked, takers: u32, givers: u32, exact: f64) -> Result<Compared, Faults> {
    let found = replicate(asked, "assignment", |luck| {
        let mut builder = Problem::builder();
        let names = |side: &str, count: u32| {
            (0..count)
                .map(|number| format!("{side}{number}"))
                .collect::<Vec<_>>()
        };
        let (takers, givers) = (names("t", takers), names("g", givers));
        for (taker, giver) in takers.iter().zip(&givers) {
            builder.taker(taker, 1).giver(giver, 1);
        }
        for giver in givers.iter().skip(takers.len()) {
            builder.giver(giver, 1);
        }
        for taker in &takers {
            for giver in &givers {
                let cost = (-libm::log1p(-luck.uniform()) * asked.effort.tampered).min(DEAREST);
                builder.pair(giver, taker, points(DEAREST - cost));
            }
        }
        let count = float(takers.len() as u64);
        builder.build().map_or(f64::NAN, |problem| {
            let plan = solve(&problem, Objective::Coverage);
            DEAREST * count - in_points(plan.score().micros())
        })
    });
    Compared::new("least total cost", exact, &found)
}

fn sparse_matching(asked: &Asked) -> Result<Vec<Compared>, Unanswered> {
    let (takers, degree) = (asked.count("takers"), asked.one("degree"));
    let exact = sparse_matching_share(degree)?;
    let pairs = whole(f64::from(takers) * degree * asked.effort.tampered);
    let found = replicate(asked, "sparse matching", |luck| {
        let mut builder = Problem::builder();
        for number in 0..takers {
            builder.taker(&format!("t{number}"), 1);
            builder.giver(&format!("g{number}"), 1);
        }
        let mut known = std::collections::BTreeSet::new();
        for _ in 0..pairs {
            let mut anybody = || luck.below(u64::from(takers)).unwrap_or(0);
            known.insert((anybody(), anybody()));
        }
        for (giver, taker) in known {
            builder.pair(&format!("g{giver}"), &format!("t{taker}"), Score::ZERO);
        }
        builder.build().map_or(f64::NAN, |problem| {
            let plan = solve(&problem, Objective::Coverage);
            length(plan.assignments()) / f64::from(takers)
        })
    });
    Ok(vec![Compared::new("share that can be matched", exact, &found)?])
}

fn replicate(asked: &Asked, name: &str, mut one: impl FnMut(&mut Stream) -> f64) -> Vec<f64> {
    let stream = |replication| {
        let seed = asked.effort.seed;
        Key { seed, replication }.stream(name, 0)
    };
    (0..asked.effort.replications)
        .map(|replication| one(&mut stream(replication)))
        .collect()
}

/// Millionths as points.
#[expect(
    clippy::cast_precision_loss,
    reason = "a total of costs is far below 2⁵³ millionths"
)]
fn in_points(micros: i128) -> f64 {
    micros as f64 / 1e6
}

/// A number of points, to the millionth.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cost is far below the limit of a score"
)]
fn points(number: f64) -> Score {
    Score::from_micros((number * 1e6) as i64).unwrap_or(Score::ZERO)
}
