//! Every planted fault is found, and named for what it is.
#![allow(clippy::unwrap_used)] // Helpers of tests may stumble as tests do.

use collegium_matching::{
    objective::Objective,
    plan::{
        Price,
        file::{Assignment, FilePrice, PlanFile, UnmetDemand},
    },
    problem::Problem,
    score::{Score, Total},
    solve::solve,
    verify::{Rejection, verify},
};

fn score(text: &str) -> Score {
    text.parse().unwrap()
}

/// Three schools in need, two that give; `mill` goes without.
fn problem() -> Problem {
    Problem::builder()
        .giver("east", 1)
        .giver("north", 1)
        .giver("south", 0)
        .taker("hill", 1)
        .taker("mill", 1)
        .taker("vale", 1)
        .pair("north", "hill", score("0.9"))
        .pair("east", "hill", score("0.5"))
        .pair("north", "vale", score("0.8"))
        .pair("east", "mill", score("0.1"))
        .pair("south", "mill", score("0.7"))
        .pair("east", "vale", score("0.3"))
        .forbid("east", "vale")
        .build()
        .unwrap()
}

fn plan(objective: Objective) -> PlanFile {
    let problem = problem();
    solve(&problem, objective).to_file(&problem)
}

fn rejections(change: impl FnOnce(&mut PlanFile)) -> Vec<Rejection> {
    let mut plan = plan(Objective::Coverage);
    change(&mut plan);
    match verify(&problem(), &plan) {
        Ok(_) => Vec::new(),
        Err(rejections) => rejections.reasons().to_vec(),
    }
}

macro_rules! rejected {
    ($pattern:pat, $change:expr) => {
        let found = rejections($change);
        assert!(
            found.iter().any(|rejection| matches!(rejection, $pattern)),
            "{found:?}"
        );
        assert!(found.iter().all(|rejection| !rejection.help().is_empty()));
    };
}

#[test]
fn an_untouched_plan_passes() {
    for objective in [Objective::Coverage, Objective::Score] {
        let verified = verify(&problem(), &plan(objective)).unwrap();
        assert_eq!(verified.value.units, 2);
        assert_eq!(verified.value.score.to_string(), "1.3");
    }
}

#[test]
fn a_changed_assignment_is_rejected() {
    rejected!(Rejection::NoSuchPair { forbidden: false, .. }, |plan| {
        plan.assignments[0].taker = "mill".into();
        plan.assignments[0].giver = "north".into();
    });
    rejected!(Rejection::NoSuchPair { forbidden: true, .. }, |plan| {
        plan.assignments[0].taker = "vale".into();
        plan.assignments[0].giver = "east".into();
    });
    rejected!(Rejection::UnknownId { .. }, |plan| plan.assignments[0].giver =
        "west".into());
    // Another possible pair that takes the same unit: all adds up, but it is not best.
    rejected!(Rejection::BoundNotReached { .. }, |plan| {
        plan.assignments[0] = Assignment {
            giver: "east".into(),
            taker: "mill".into(),
            score: score("0.1"),
        };
        plan.unmet[0].taker = "hill".into();
        let total = Total::from(score("0.9"));
        (plan.score, plan.objective_value.score, plan.bound.score) = (total, total, total);
    });
}

#[test]
fn a_changed_figure_is_rejected() {
    rejected!(Rejection::OtherScore { .. }, |plan| plan.assignments[0].score =
        score("0.51"));
    rejected!(Rejection::OtherTotal { field: "score", .. }, |plan| plan.score =
        Total::ZERO);
    rejected!(
        Rejection::OtherTotal {
            field: "objective_value",
            ..
        },
        |plan| {
            plan.objective_value.score = Total::ZERO;
        }
    );
    rejected!(Rejection::OtherUnits { field: "units", .. }, |plan| plan.units =
        3);
    rejected!(
        Rejection::OtherUnits {
            field: "objective_value",
            ..
        },
        |plan| {
            plan.objective_value.units = 3;
        }
    );
    rejected!(Rejection::OtherBound { .. }, |plan| plan.bound.score =
        Total::ZERO);
    rejected!(Rejection::OtherBound { .. }, |plan| plan.bound.units = 3);
    rejected!(Rejection::NotOptimal, |plan| plan.optimal = false);
}

#[test]
fn more_than_there_is_is_rejected() {
    rejected!(Rejection::PairTwice { .. }, |plan| {
        let again = plan.assignments[0].clone();
        plan.assignments.push(again);
    });
    rejected!(Rejection::TooManyUnits { limit: 0, .. }, |plan| {
        plan.assignments.push(Assignment {
            giver: "south".into(),
            taker: "mill".into(),
            score: score("0.7"),
        });
    });
}

#[test]
fn wrong_unmet_demand_is_rejected() {
    rejected!(
        Rejection::OtherUnmet {
            expected: 1,
            found: 0,
            ..
        },
        |plan| plan.unmet.clear()
    );
    rejected!(
        Rejection::OtherUnmet {
            expected: 1,
            found: 2,
            ..
        },
        |plan| plan.unmet[0].units = 2
    );
    rejected!(Rejection::UnknownId { .. }, |plan| {
        let reason = plan.unmet[0].reason;
        plan.unmet.push(UnmetDemand {
            taker: "moor".into(),
            units: 1,
            reason,
        });
    });
}

#[test]
fn another_problem_is_rejected() {
    let other = Problem::builder().giver("north", 1).build().unwrap();
    rejected!(Rejection::OtherProblem { .. }, |plan| plan.problem_hash =
        other.hash());
}

#[test]
fn prices_that_prove_something_else_are_rejected() {
    let price = |units, micros| {
        FilePrice::Coverage(Price {
            kept: 0,
            units,
            score: Total::from_micros(micros),
        })
    };
    let ids = plan(Objective::Coverage).certificate.takers.len();
    for at in 0..ids {
        for dearer in [price(0, 999_999_999), price(1, 0), price(7, -3)] {
            rejected!(
                Rejection::BoundNotReached { .. } | Rejection::OtherBound { .. },
                |plan| {
                    plan.certificate.takers[at].price = dearer;
                }
            );
        }
        rejected!(Rejection::PriceBelowZero { .. }, |plan| {
            plan.certificate.takers[at].price = price(0, -1);
        });
        rejected!(Rejection::PriceMissing { .. }, |plan| {
            plan.certificate.takers.remove(at);
        });
        rejected!(Rejection::PriceTwice { .. }, |plan| {
            let again = plan.certificate.takers[at].clone();
            plan.certificate.takers.push(again);
        });
        rejected!(Rejection::PriceOfOtherKind { .. }, |plan| {
            plan.certificate.takers[at].price = FilePrice::Score(Total::ZERO);
        });
        rejected!(Rejection::PricesTooLarge, |plan| {
            plan.certificate.takers[at].price = price(i64::MAX, i128::MAX);
            plan.certificate.givers[0].price = price(i64::MAX, i128::MAX);
        });
        rejected!(Rejection::UnknownId { .. }, |plan| plan.certificate.takers[at]
            .id = "moor".into());
    }
    // Free capacity at north proves nothing: the bound then exceeds what is achieved.
    rejected!(Rejection::BoundNotReached { .. }, |plan| {
        for entry in &mut plan.certificate.givers {
            entry.price = price(0, 0);
        }
    });
}

#[test]
fn the_wire_form_is_as_documented() {
    let json: serde_json::Value = serde_json::from_str(&plan(Objective::Coverage).to_json()).unwrap();
    assert_eq!(json["objective"], "coverage");
    assert_eq!(json["bound"], serde_json::json!({"units": 2, "score": 1.3}));
    assert_eq!(json["certificate"]["kind"], "duals");
    assert!(json["certificate"]["givers"][0]["price"]["units"].is_i64());
    assert_eq!(
        json["unmet"],
        serde_json::json!([{"taker": "mill", "units": 1, "reason": "capacity_taken"}])
    );
    let json: serde_json::Value = serde_json::from_str(&plan(Objective::Score).to_json()).unwrap();
    assert!(json["certificate"]["givers"][0]["price"].is_number());
}

#[test]
fn reading_gives_back_what_was_written_and_refuses_the_rest() {
    for objective in [Objective::Coverage, Objective::Score] {
        let written = plan(objective);
        let json = written.to_json();
        let read = PlanFile::from_json(json.as_bytes()).unwrap();
        assert_eq!(read, written);
        assert_eq!(read.to_plan(&problem()).unwrap(), solve(&problem(), objective));
        let unknown = json.replacen('{', "{\"extra\": 1,", 1);
        assert!(PlanFile::from_json(unknown.as_bytes()).is_err());
        let error = PlanFile::from_json(&json.as_bytes()[..json.len() / 2]).unwrap_err();
        assert!(error.line > 1 && !error.help().is_empty());
    }
}
