//! What explanations claim holds: "at least" is never more than the exact figure, a witness counts up.
#![allow(clippy::unwrap_used)] // Helpers of tests may stumble as tests do.

mod support;

use collegium_matching::{
    explain::Explainer,
    objective::Objective,
    plan::{Price, UnmetReason},
    problem::{GiverIndex, Problem, TakerIndex},
    solve::solve,
    what_if::{Choice, Difference, NoChoice, what_if},
    witness::{Load, witness},
};
use proptest::prelude::*;
use support::{by_brute_force, few_scores, rank, sketches};

fn indices(problem: &Problem, giver: &str, taker: &str) -> (GiverIndex, TakerIndex) {
    (
        problem.find_giver(giver).unwrap(),
        problem.find_taker(taker).unwrap(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_stated_loss_is_a_lower_bound(sketch in sketches(5, 6, 6, few_scores())) {
        let problem = sketch.build();
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            let explainer = Explainer::new(&problem, &plan).with_most_alternatives(99);
            let units = |lost: i64| if objective == Objective::Score { 0 } else { lost };
            for taker in problem.takers() {
                let explanation = explainer.taker(taker.index);
                let _ = explanation.to_string();
                let lost = |exact: Difference| Price { kept: 0, units: units(exact.units_lost), score: exact.score_lost };
                for candidate in explanation.unmet.iter().flat_map(|unmet| &unmet.candidates) {
                    let (giver, taker) = indices(&problem, &candidate.giver, taker.id);
                    let exact = what_if(&problem, &plan, giver, taker, Choice::With).unwrap();
                    prop_assert!(candidate.loss >= Price::default());
                    prop_assert!(candidate.loss <= lost(exact), "{candidate:?} {exact:?}");
                }
                for chosen in &explanation.chosen {
                    let (giver, _) = indices(&problem, &chosen.giver, taker.id);
                    let mut without = sketch.clone();
                    without.pairs.retain(|pair| (pair.0, pair.1) != (giver.at(), taker.index.at()));
                    let without = without.build();
                    for alternative in &chosen.alternatives {
                        let (giver, taker) = indices(&problem, &alternative.giver, taker.id);
                        let exact = what_if(&without, &plan, giver, taker, Choice::With).unwrap();
                        prop_assert!(alternative.loss >= Price::default());
                        prop_assert!(alternative.loss <= lost(exact), "{alternative:?} {exact:?}");
                    }
                }
            }
            for giver in problem.givers() {
                let _ = explainer.giver(giver.index).to_string();
            }
        }
    }

    #[test]
    fn what_if_agrees_with_brute_force(sketch in sketches(4, 4, 6, few_scores())) {
        let problem = sketch.build();
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            for pair in problem.pairs() {
                let mut without = sketch.clone();
                without.pairs.retain(|&(giver, taker, _)| (giver, taker) != (pair.giver.at(), pair.taker.at()));
                let found = what_if(&problem, &plan, pair.giver, pair.taker, Choice::Without).unwrap();
                prop_assert_eq!(
                    rank(objective, found.value.units.into(), found.value.score.micros()),
                    by_brute_force(&without.build(), objective)
                );
                if sketch.capacities[pair.giver.at()] == 0 || sketch.demands[pair.taker.at()] == 0 {
                    let refused = what_if(&problem, &plan, pair.giver, pair.taker, Choice::With);
                    prop_assert_eq!(refused, Err(NoChoice::NoUnit));
                    continue;
                }
                without.capacities[pair.giver.at()] -= 1;
                without.demands[pair.taker.at()] -= 1;
                let (first, second) = by_brute_force(&without.build(), objective);
                let (units, score) = rank(objective, 1, pair.score.micros().into());
                let found = what_if(&problem, &plan, pair.giver, pair.taker, Choice::With).unwrap();
                prop_assert_eq!(
                    rank(objective, found.value.units.into(), found.value.score.micros()),
                    (first + units, second + score)
                );
            }
        }
    }

    #[test]
    fn a_witness_counts_up(sketch in sketches(8, 10, 3, few_scores())) {
        let problem = sketch.build();
        let plan = solve(&problem, Objective::Coverage);
        for taker in problem.takers() {
            let lacks = plan.unmet().iter().any(|unmet| unmet.taker == taker.index);
            let witness = witness(&problem, &plan, taker.index);
            prop_assert_eq!(witness.is_some(), lacks);
            if let Some(witness) = witness {
                let wants = |taker| witness.wanted.iter().any(|share| share.of == Load::Taker(taker));
                let unmet = plan.unmet().iter().filter(|unmet| wants(unmet.taker));
                let unmet: u64 = unmet.map(|unmet| u64::from(unmet.units)).sum();
                prop_assert_eq!(witness.shortfall(), unmet);
                prop_assert!(witness.holds(&problem));
            }
        }
    }
}

/// A small round in which everything happens that an explanation has words for.
fn round() -> Problem {
    let score = |text: &str| text.parse().unwrap();
    Problem::builder()
        .giver("Ash", 1)
        .giver("Birch", 2)
        .giver("Cedar", 0)
        .giver("Dogwood", 3)
        .taker("Elm", 2)
        .taker("Fir", 1)
        .taker("Gorse", 1)
        .taker("Hazel", 1)
        .taker("Ivy", 1)
        .pair("Ash", "Elm", score("0.9"))
        .pair("Birch", "Elm", score("0.6"))
        .pair("Ash", "Fir", score("0.8"))
        .pair("Birch", "Fir", score("0.5"))
        .pair("Ash", "Gorse", score("0.7"))
        .pair("Cedar", "Hazel", score("0.7"))
        .pair("Dogwood", "Ivy", score("0.7"))
        .forbid("Dogwood", "Ivy")
        .build()
        .unwrap()
}

fn explained(taker: &str) -> String {
    let problem = round();
    let plan = solve(&problem, Objective::Coverage);
    Explainer::new(&problem, &plan)
        .taker(problem.find_taker(taker).unwrap())
        .to_string()
}

#[test]
fn a_taker_learns_who_and_why() {
    assert_eq!(
        explained("Fir"),
        "Fir asks for 1 unit of support and receives all of it.\n\
         Birch offers support (score 0.5). One more unit of it would help nobody.\n  \
         Ash (score 0.8) in its place: at least one need fewer would be met. It supports Elm (0.9)."
    );
    assert_eq!(
        explained("Gorse"),
        "Gorse asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: those who could still offer it are fully taken up by needs that gain \
         more from them.\n  \
         Ash (score 0.7) supports Elm (0.9). Were it moved here, all together might do as well, but \
         no better."
    );
}

#[test]
fn each_reason_for_unmet_demand_has_its_code() {
    let problem = round();
    let plan = solve(&problem, Objective::Coverage);
    let code = |taker: &str| {
        let unmet = plan
            .unmet()
            .iter()
            .find(|unmet| problem.taker(unmet.taker).id == taker);
        serde_json::to_value(unmet.unwrap().reason).unwrap()
    };
    assert_eq!(code("Gorse"), "capacity_taken");
    assert_eq!(code("Hazel"), "no_capacity");
    assert_eq!(code("Ivy"), "forbidden");
    let problem = Problem::builder()
        .giver("Ash", 9)
        .taker("Elm", 2)
        .taker("Fir", 1)
        .taker("Gorse", 1)
        .pair("Ash", "Elm", "1".parse().unwrap())
        .pair("Ash", "Gorse", "-1".parse().unwrap())
        .build()
        .unwrap();
    let plan = solve(&problem, Objective::Score);
    let reasons: Vec<UnmetReason> = plan.unmet().iter().map(|unmet| unmet.reason).collect();
    assert_eq!(
        reasons,
        [
            UnmetReason::TooFewCandidates,
            UnmetReason::NoCandidate,
            UnmetReason::NoGain
        ]
    );
}

#[test]
fn a_giver_learns_what_it_does() {
    let problem = round();
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let explained = |giver: &str| explainer.giver(problem.find_giver(giver).unwrap()).to_string();
    assert_eq!(
        explained("Birch"),
        "Birch can offer 2 units of support, all in use. One more unit of it would help nobody.\n  \
         It supports Elm (score 0.6).\n  It supports Fir (score 0.5)."
    );
    assert_eq!(
        explained("Dogwood"),
        "Dogwood can offer 3 units of support; 3 of it unused. It matches no need."
    );
}

/// A visiting team, a school that lends one at a time, schools that share a limit, and a minimum and a pair that
/// hold somebody.
fn limited() -> Problem {
    let score = |text: &str| text.parse().unwrap();
    let mut builder = Problem::builder();
    builder
        .team("Ivy", 2)
        .taker("Ivy/lead", 1)
        .taker_in("Ivy/lead", "Ivy")
        .taker("Ivy/peer", 1)
        .taker_in("Ivy/peer", "Ivy")
        .giver("Cedar", 2)
        .pair("Cedar", "Ivy/lead", score("0.9"))
        .pair("Cedar", "Ivy/peer", score("0.8"));
    builder
        .taker_group("valley", 1)
        .taker("Elm", 1)
        .taker_in("Elm", "valley")
        .taker("Fir", 1)
        .taker_in("Fir", "valley")
        .giver("Birch", 2)
        .pair("Birch", "Elm", score("0.6"))
        .pair("Birch", "Fir", score("0.5"));
    builder
        .giver("Ash", 1)
        .giver_minimum("Ash", 1)
        .taker("Gorse", 1)
        .pair("Ash", "Gorse", score("0.1"))
        .pair("Birch", "Gorse", score("0.7"));
    builder
        .giver("Oak", 1)
        .taker("Hazel", 1)
        .taker("Sorrel", 1)
        .pair("Oak", "Hazel", score("0.2"))
        .pair("Oak", "Sorrel", score("0.4"))
        .require("Oak", "Hazel");
    builder.build().unwrap()
}

#[test]
fn what_holds_a_taker_or_a_giver_under_limits_is_told() {
    let problem = limited();
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let taker = |id: &str| explainer.taker(problem.find_taker(id).unwrap()).to_string();
    let giver = |id: &str| explainer.giver(problem.find_giver(id).unwrap()).to_string();
    assert_eq!(
        taker("Ivy/peer"),
        "Ivy/peer asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: everybody who could still offer it serves the same team already, and nobody serves \
         twice.\n  \
         Cedar (score 0.8) serves Ivy/lead of the same team. Were it moved here, all together might do as well, \
         but no better."
    );
    assert_eq!(
        taker("Fir"),
        "Fir asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: the group in which it lies receives all that it can together.\n\
         valley has the 1 unit that it can have together. One more unit of it could let one more need be met."
    );
    assert_eq!(
        taker("Sorrel"),
        "Sorrel asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: those who could still offer it are fully taken up by needs that gain more from them.\n  \
         Oak (score 0.4) must help Hazel. Were it moved here, all together might do as well, but no better."
    );
    assert_eq!(
        giver("Ash"),
        "Ash can offer 1 unit of support, all in use. It is used because a minimum asks for it.\n  \
         It supports Gorse (score 0.1).\n  \
         Ash is to have 1 unit at least; without that, units here would be of more use elsewhere."
    );
    assert_eq!(
        giver("Oak"),
        "Oak can offer 1 unit of support, all in use. One more unit of it could let one more need be met.\n  \
         It supports Hazel (score 0.2).\n  \
         Oak helps Hazel because it must; for what it is worth it would not."
    );
    let witness = explainer.witness(problem.find_taker("Fir").unwrap()).unwrap();
    assert_eq!(
        witness.to_string(),
        "In every plan at least 1 unit is lacking here. Wanted: 1 for Elm, 1 for Fir; together 2. To be had for \
         it, at most: 1 for all of valley."
    );
    let reason = |id: &str| {
        let explained = explainer.taker(problem.find_taker(id).unwrap());
        explained.unmet.map(|unmet| unmet.reason)
    };
    assert_eq!(reason("Ivy/peer"), Some(UnmetReason::InTeamAlready));
    assert_eq!(reason("Fir"), Some(UnmetReason::GroupFull));
    assert!(explainer.short().is_empty());
}
