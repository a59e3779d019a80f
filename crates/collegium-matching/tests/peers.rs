//! What other solvers found for generated problems, kept as tables: `tests/peers/README.md` tells how they are
//! made. Nothing in them comes from this crate's solver.

mod support;

use collegium_matching::{
    objective::Objective, plan::Value, problem::Problem, score::Total, solve::solve, verify::verify,
};
use std::collections::BTreeMap;
use support::{
    generated::{Class, Recipe, checksum, recipes},
    generated_limits,
};

/// Up to so many takers a problem is solved in every test run; `cargo xtask peers` solves the rest.
const FEW: usize = 500;

#[derive(Debug)]
struct Agreed {
    recipe: Recipe,
    checksum: u64,
    objective: Objective,
    units: Option<u64>,
    score: Total,
}

fn objective(name: &str) -> Objective {
    match name {
        "coverage" => Objective::Coverage,
        "score" => Objective::Score,
        "least_change" => Objective::LeastChange,
        other => panic!("{other} is no objective"),
    }
}

/// The lines of a table below its header, as fields.
fn lines(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

fn agreed() -> Vec<Agreed> {
    let line = |fields: Vec<&str>| {
        let number = |at: usize| fields[at].parse::<u64>().expect("a number");
        let size = |at: usize| usize::try_from(number(at)).expect("a size");
        Agreed {
            recipe: Recipe {
                class: Class::named(fields[0]).expect("a class"),
                takers: size(1),
                slack: size(2),
                seed: number(3),
            },
            checksum: number(6),
            objective: objective(fields[7]),
            units: fields[8].parse().ok(),
            score: Total::from_micros(fields[9].parse().expect("millionths")),
        }
    };
    lines(include_str!("peers/agreed.csv")).map(line).collect()
}

/// The best plan's value, after its certificate was verified.
fn proven(problem: &Problem, objective: Objective) -> Value {
    let plan = solve(problem, objective);
    match verify(problem, &plan.to_file(problem)) {
        Ok(verified) => assert_eq!(verified.value, plan.value()),
        Err(rejections) => panic!("{rejections}"),
    }
    plan.value()
}

fn agree(agreed: impl Iterator<Item = Agreed>) {
    let mut last = None;
    for agreed in agreed {
        let Agreed {
            recipe, objective, ..
        } = agreed;
        if last.as_ref().is_none_or(|(made, _)| *made != recipe) {
            let sketch = recipe.make();
            assert_eq!(
                checksum(&sketch),
                agreed.checksum,
                "{recipe:?} is not what the peers had"
            );
            last = Some((recipe, sketch.build()));
        }
        let (_, problem) = last.as_ref().expect("made above");
        let value = proven(problem, objective);
        assert_eq!(value.score, agreed.score, "{recipe:?} {objective}");
        if let Some(units) = agreed.units {
            assert_eq!(value.units, units, "{recipe:?} {objective}");
        }
    }
}

#[test]
fn units_and_scores_are_those_of_the_peers() {
    agree(agreed().into_iter().filter(|it| it.recipe.takers <= FEW));
}

#[test]
#[ignore = "large problems: `cargo xtask peers`"]
fn units_and_scores_of_large_problems_are_those_of_the_peers() {
    agree(agreed().into_iter().filter(|it| it.recipe.takers > FEW));
}

#[test]
fn the_table_holds_every_problem() {
    let mut asked: Vec<Recipe> = agreed().iter().map(|it| it.recipe).collect();
    asked.dedup();
    assert!(
        asked == recipes(),
        "the table and the generator hold other problems"
    );
    let mut of_class: BTreeMap<Class, usize> = BTreeMap::new();
    for recipe in asked {
        *of_class.entry(recipe.class).or_default() += 1;
    }
    assert_eq!(of_class.len(), Class::ALL.len());
    assert!(of_class.values().all(|count| *count >= 36), "{of_class:?}");
}

/// Size, seed, objective; units short, units, score with what stays.
fn agreed_limits() -> Vec<(usize, u64, Objective, Value)> {
    let line = |fields: Vec<&str>| {
        let number = |at: usize| fields[at].parse::<u64>().expect("a number");
        let value = Value {
            short: number(3),
            units: number(4),
            score: Total::from_micros(i128::from(number(5))),
        };
        let size = usize::try_from(number(0)).expect("a size");
        (size, number(1), objective(fields[2]), value)
    };
    lines(include_str!("peers/agreed-limits.csv")).map(line).collect()
}

fn agree_with_limits(few: bool) {
    for (size, seed, objective, value) in agreed_limits() {
        if (size <= 150) == few {
            let problem = generated_limits::limited(size, seed)
                .to_builder()
                .build()
                .expect("a sound problem");
            assert_eq!(proven(&problem, objective), value, "{size} {seed} {objective}");
        }
    }
}

#[test]
fn problems_with_limits_are_as_the_peer_found_them() {
    agree_with_limits(true);
}

#[test]
#[ignore = "larger problems: `cargo xtask peers`"]
fn larger_problems_with_limits_are_as_the_peer_found_them() {
    agree_with_limits(false);
}

#[test]
fn the_table_of_limits_holds_every_problem() {
    let mut asked: Vec<(usize, u64)> = agreed_limits().iter().map(|it| (it.0, it.1)).collect();
    asked.dedup();
    assert!(
        asked == generated_limits::recipes(),
        "the table and the generator hold other problems"
    );
    assert!(agreed_limits().iter().filter(|it| it.3.short > 0).count() > 50);
}
