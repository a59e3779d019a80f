//! A witness adds up from the problem alone, and no subset of the pairs does better than it says.

use collegium_matching::{
    objective::Objective,
    plan::ShortOf,
    problem::{GroupIndex, Pair, Problem},
    solve::solve,
    witness::{Load, Share, Witness, witness, witness_of_short},
};
use proptest::prelude::*;
use support::limited::{plans, sketches};

mod support;

/// What a set of pairs lacks of what a witness says is wanted.
fn lacking(problem: &Problem, witness: &Witness, used: &[Pair]) -> u64 {
    let giver_in = |pair: &Pair, group: GroupIndex| {
        let mut groups = problem.groups_of_giver(pair.giver);
        groups.any(|it| it.index == group)
    };
    let taker_in = |pair: &Pair, group: GroupIndex| {
        let mut groups = problem.groups_of_taker(pair.taker);
        groups.any(|it| it.index == group)
    };
    let counts = |load: Load, pair: &Pair| match load {
        Load::Giver(giver) => pair.giver == giver,
        Load::GiverGroup(group) => giver_in(pair, group),
        Load::GiverInTeam(giver, team) => pair.giver == giver && taker_in(pair, team),
        Load::Pair(giver, taker) => (pair.giver, pair.taker) == (giver, taker),
        Load::Taker(taker) => pair.taker == taker,
        Load::TakerGroup(group) => taker_in(pair, group),
    };
    let lacks = |share: &Share| {
        let found = used.iter().filter(|pair| counts(share.of, pair)).count() as u64;
        u64::from(share.units).saturating_sub(found)
    };
    witness.wanted.iter().map(lacks).sum()
}

/// It adds up, the plan lacks just as much, and no plan lacks less.
fn proves(problem: &Problem, used: &[Pair], witness: &Witness) -> Result<(), TestCaseError> {
    prop_assert!(witness.holds(problem), "{witness:?}");
    prop_assert_eq!(lacking(problem, witness, used), witness.shortfall());
    let least = plans(problem).map(|used| lacking(problem, witness, &used)).min();
    prop_assert_eq!(least, Some(witness.shortfall()), "{:?}", witness);
    let told = witness.told(problem);
    prop_assert!(told.to_string().contains("lacking"));
    let json = serde_json::to_string(&told).expect("ids and numbers");
    prop_assert_eq!(
        serde_json::from_str::<collegium_matching::witness::WitnessEntry>(&json).expect("as it was"),
        told
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_lacking_under_limits_has_a_witness(sketch in sketches()) {
        let problem = sketch.build();
        for objective in [Objective::Coverage, Objective::Score, Objective::LeastChange] {
            let plan = solve(&problem, objective);
            for taker in problem.takers() {
                let found = witness(&problem, &plan, taker.index);
                let lacks = plan.unmet().iter().any(|unmet| unmet.taker == taker.index);
                prop_assert!(lacks || found.is_none());
                prop_assert!(!lacks || found.is_some() || objective == Objective::Score);
                if let Some(found) = found {
                    let own = Share { of: Load::Taker(taker.index), units: taker.demand };
                    prop_assert!(found.wanted.contains(&own));
                    proves(&problem, plan.assignments(), &found)?;
                }
            }
            for short in plan.short() {
                let found = witness_of_short(&problem, &plan, short.of);
                let found = found.expect("no plan keeps more");
                proves(&problem, plan.assignments(), &found)?;
            }
            for giver in problem.givers() {
                let of = ShortOf::Giver(giver.index);
                let is_short = plan.short().iter().any(|short| short.of == of);
                prop_assert_eq!(witness_of_short(&problem, &plan, of).is_some(), is_short);
            }
        }
    }

    #[test]
    fn what_holds_is_true_of_every_plan(sketch in sketches(), at in any::<prop::sample::Index>()) {
        let problem = sketch.build();
        let plan = solve(&problem, Objective::Coverage);
        let found = plan.unmet().iter().filter_map(|unmet| witness(&problem, &plan, unmet.taker));
        for sound in found {
            let doubled = sound.wanted[at.index(sound.wanted.len())];
            let mut changed = vec![sound.clone(), sound.clone()];
            changed[0].wanted[at.index(sound.wanted.len())].units += 1;
            changed[1].wanted.push(doubled);
            if !sound.most.is_empty() {
                let at = at.index(sound.most.len());
                changed.extend([sound.clone(), sound.clone()]);
                changed[2].most[at].units = sound.most[at].units.saturating_sub(1);
                changed[3].most.remove(at);
            }
            for claim in changed.iter().filter(|claim| claim.holds(&problem)) {
                prop_assert!(plans(&problem).all(|used| lacking(&problem, claim, &used) >= claim.shortfall()));
            }
            prop_assert!(!changed[1].holds(&problem));
        }
    }
}

/// A group, a team and a pair that must be used, each of which keeps something from being met.
fn held() -> Problem {
    let score = "0.5".parse().expect("a score");
    let mut builder = Problem::builder();
    builder
        .giver_group("Ash", 1)
        .giver("Ash/one", 1)
        .giver("Ash/two", 1)
        .giver_in("Ash/one", "Ash")
        .giver_in("Ash/two", "Ash");
    builder.giver("Birch", 1).giver("Cedar", 2);
    builder
        .taker("Elm", 1)
        .taker("Fir", 1)
        .pair("Ash/one", "Elm", score)
        .pair("Ash/two", "Fir", score);
    builder
        .taker("Gorse", 1)
        .taker("Hazel", 1)
        .pair("Birch", "Gorse", score)
        .pair("Birch", "Hazel", score)
        .require("Birch", "Gorse");
    builder
        .team("Ivy", 2)
        .taker("Ivy/lead", 1)
        .taker("Ivy/peer", 1)
        .taker_in("Ivy/lead", "Ivy")
        .taker_in("Ivy/peer", "Ivy")
        .pair("Cedar", "Ivy/lead", score)
        .pair("Cedar", "Ivy/peer", score);
    builder.build().expect("it names only what it has")
}

#[test]
fn a_witness_is_told_in_plain_english() {
    let problem = held();
    let plan = solve(&problem, Objective::Coverage);
    let told: Vec<String> = (plan.unmet().iter())
        .filter_map(|unmet| witness(&problem, &plan, unmet.taker))
        .map(|witness| witness.told(&problem).to_string())
        .collect();
    assert_eq!(
        told,
        [
            "In every plan at least 1 unit is lacking here. Wanted: 1 for Elm, 1 for Fir; together 2. \
             To be had for it, at most: 1 from all of Ash.",
            "In every plan at least 1 unit is lacking here. Wanted: 1 from Birch for Gorse, 1 for Hazel; together \
             2. To be had for it, at most: 1 from Birch.",
            "In every plan at least 1 unit is lacking here. Wanted: 1 for Ivy/lead, 1 for Ivy/peer; together 2. \
             To be had for it, at most: 1 from Cedar for the team Ivy.",
        ]
    );
}
