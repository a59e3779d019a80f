//! What a shortlist claims holds, with and without minimums, groups, teams and required pairs: the exact loss is
//! that of all subsets of the pairs with that choice among them, the bound is never more.

use collegium_matching::{
    explain::Explainer,
    objective::Objective,
    plan::{Price, Value},
    problem::{Group, Pair, Problem, TakerIndex},
    score::{Score, Total},
    score_model::{Metres, PairFacts, ScoreModel, ScoredPairs},
    shortlist::Shortlist,
    solve::solve,
    what_if::{Choice, NoChoice, what_if},
};
use proptest::prelude::*;

/// Units short, units, score.
type Achieved = (i128, i128, i128);

fn ranked(objective: Objective, (short, units, score): Achieved) -> Achieved {
    match objective {
        Objective::Score => (-short, score, units),
        _ => (-short, units, score),
    }
}

/// What those pairs achieve; none where they break a limit.
fn achieved(problem: &Problem, used: &[Pair]) -> Option<Achieved> {
    let load = |counts: &dyn Fn(&Pair) -> bool| used.iter().filter(|pair| counts(pair)).count() as u64;
    let gives = |pair: &Pair, group: &Group<'_>| {
        problem
            .groups_of_giver(pair.giver)
            .any(|of| of.index == group.index)
    };
    let takes = |pair: &Pair, group: &Group<'_>| {
        problem
            .groups_of_taker(pair.taker)
            .any(|of| of.index == group.index)
    };
    let mut loads: Vec<(u64, u32, u32)> = Vec::new();
    for giver in problem.givers() {
        let given = load(&|pair| pair.giver == giver.index);
        loads.push((given, giver.minimum, giver.capacity));
    }
    for taker in problem.takers() {
        let taken = load(&|pair| pair.taker == taker.index);
        loads.push((taken, taker.minimum, taker.demand));
    }
    for group in problem.giver_groups() {
        loads.push((load(&|pair| gives(pair, &group)), group.minimum, group.maximum));
    }
    for group in problem.taker_groups() {
        loads.push((load(&|pair| takes(pair, &group)), group.minimum, group.maximum));
        for giver in problem.givers().filter(|_| group.is_team) {
            let slots = load(&|pair| pair.giver == giver.index && takes(pair, &group));
            loads.push((slots, 0, 1));
        }
    }
    for (giver, taker) in problem.required_pairs() {
        loads.push((load(&|pair| (pair.giver, pair.taker) == (giver, taker)), 1, 1));
    }
    let within = loads.iter().all(|(load, _, most)| *load <= u64::from(*most));
    let short = loads
        .iter()
        .map(|(load, least, _)| u64::from(*least).saturating_sub(*load));
    let score = used.iter().map(|pair| i128::from(pair.score.micros())).sum();
    within.then(|| (short.sum::<u64>().into(), used.len() as i128, score))
}

/// The best of all subsets of the pairs that hold `with`, and do not hold `without`.
fn best(problem: &Problem, objective: Objective, with: &Pair, without: Option<&Pair>) -> Option<Achieved> {
    let pairs: Vec<Pair> = problem.pairs().collect();
    let subsets = (0_u32..1 << pairs.len()).map(|subset| -> Vec<Pair> {
        let chosen = pairs.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
        chosen.map(|(_, pair)| *pair).collect()
    });
    let possible = subsets
        .filter(|used| used.contains(with) && !without.is_some_and(|pair| used.contains(pair)))
        .filter_map(|used| achieved(problem, &used));
    possible.max_by_key(|it| ranked(objective, *it))
}

/// How much less that is than what a plan achieves, in the order of the objective.
fn lost(objective: Objective, plan: Value, (short, units, score): Achieved) -> Price {
    let fewer = |before: u64, then: i128| i64::try_from(i128::from(before) - then).expect("a few units");
    Price {
        kept: -fewer(plan.short, short),
        units: match objective {
            Objective::Score => 0,
            _ => fewer(plan.units, units),
        },
        score: Total::from_micros(plan.score.micros() - score),
    }
}

/// Problems with limits, and often without; few scores, so that many plans are equally good.
fn problems() -> impl Strategy<Value = Problem> {
    let score = prop_oneof![3 => -2..=3_i64, 1 => Just(1_000_000_i64), 1 => Just(-1_000_000_000_000_000_i64)];
    let minimum = || prop_oneof![2 => Just(0_u32), 1 => 0..=2_u32];
    let member = move || {
        (
            0..=3_u32,
            minimum(),
            prop_oneof![Just(None), (0..2_usize).prop_map(Some)],
        )
    };
    let group = move || (0..=4_u32, minimum(), any::<bool>(), any::<bool>());
    let is_plain = prop_oneof![1 => Just(true), 2 => Just(false)];
    let sides = (
        prop::collection::vec(member(), 1..=4),
        prop::collection::vec(member(), 1..=4),
    );
    let groups = (
        prop::collection::vec(group(), 2),
        prop::collection::vec(group(), 2),
    );
    let cells = prop::collection::vec((0..10_u32, score, 0..6_u32), 16);
    (is_plain, sides, groups, cells).prop_map(
        |(is_plain, (givers, takers), (giver_groups, taker_groups), cells)| {
            let mut builder = Problem::builder();
            for (at, (units, minimum, group)) in givers.iter().enumerate() {
                let id = format!("g{at}");
                builder.giver(&id, *units);
                if !is_plain {
                    builder.giver_minimum(&id, *minimum.min(units));
                    group.map(|group| builder.giver_in(&id, &format!("G{group}")));
                }
            }
            for (at, (units, minimum, group)) in takers.iter().enumerate() {
                let id = format!("t{at}");
                builder.taker(&id, *units);
                if !is_plain {
                    builder.taker_minimum(&id, *minimum.min(units));
                    group.map(|group| builder.taker_in(&id, &format!("T{group}")));
                }
            }
            for (at, (units, minimum, nested, _)) in giver_groups.iter().enumerate().filter(|_| !is_plain) {
                let id = format!("G{at}");
                builder
                    .giver_group(&id, *units)
                    .giver_minimum(&id, *minimum.min(units));
                if *nested && at > 0 {
                    builder.giver_in(&id, "G0");
                }
            }
            for (at, (units, minimum, nested, is_team)) in
                taker_groups.iter().enumerate().filter(|_| !is_plain)
            {
                let id = format!("T{at}");
                if *is_team {
                    builder.team(&id, *units);
                } else {
                    builder.taker_group(&id, *units);
                }
                builder.taker_minimum(&id, *minimum.min(units));
                if *nested && at > 0 {
                    builder.taker_in(&id, "T0");
                }
            }
            let mut pairs = 0;
            for (at, (dice, micros, required)) in cells.into_iter().enumerate() {
                let (giver, taker) = (at / 4, at % 4);
                if dice < 7 && pairs < 9 && giver < givers.len() && taker < takers.len() {
                    pairs += 1;
                    let (giver, taker) = (format!("g{giver}"), format!("t{taker}"));
                    builder.pair(
                        &giver,
                        &taker,
                        Score::from_micros(micros).expect("within the limit"),
                    );
                    if required == 0 && !is_plain {
                        builder.require(&giver, &taker);
                    }
                }
            }
            builder.build().expect("a sound problem")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn losses_hold_against_all_subsets_of_the_pairs(problem in problems()) {
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            let explainer = Explainer::new(&problem, &plan).with_most_holders(99);
            let before = plan.value();
            for taker in problem.takers() {
                let shortlist = Shortlist::of(&explainer, taker.index, 99);
                let possible = problem.pairs_of(taker.index).filter(|pair| {
                    best(&problem, objective, pair, None).is_some()
                });
                prop_assert_eq!(shortlist.candidate_count as usize, possible.count());
                prop_assert!(shortlist.entries.is_sorted_by_key(|entry| (entry.loss, !entry.is_chosen)));
                let exact = shortlist.clone().exact(&explainer);
                prop_assert_eq!(exact.entries.len(), shortlist.entries.len());
                let mut losses = Vec::new();
                for entry in &exact.entries {
                    let giver = problem.find_giver(&entry.giver).expect("a giver");
                    let pair = Pair { taker: taker.index, giver, score: entry.score };
                    let is_chosen = plan.assignments_of(taker.index).contains(&pair);
                    prop_assert_eq!(entry.is_chosen, is_chosen);
                    let (short, units, score) = best(&problem, objective, &pair, None).expect("a possible choice");
                    let lost = entry.exact.expect("it was asked for");
                    prop_assert_eq!(
                        (lost.value.short.into(), i128::from(lost.value.units), lost.value.score.micros()),
                        (short, units, score),
                        "{:?} {:?}", objective, entry
                    );
                    prop_assert_eq!(i128::from(lost.short_more), short - i128::from(before.short));
                    prop_assert_eq!(i128::from(lost.units_lost), i128::from(before.units) - units);
                    let at_most = self::lost(objective, before, (short, units, score));
                    prop_assert!(entry.loss >= Price::default(), "{:?} {:?}", objective, entry);
                    prop_assert!(entry.loss <= at_most, "{:?} {:?}", objective, entry);
                    if is_chosen {
                        prop_assert_eq!(entry.loss, Price::default());
                        prop_assert_eq!(lost.value, before);
                        prop_assert!(!entry.must_be_moved());
                    }
                    losses.push(ranked(objective, (short, units, score)));
                }
                prop_assert!(losses.is_sorted_by(|a, b| a >= b), "{:?}", losses);
                let _ = (shortlist.to_string(), exact.to_string());
                for shortlist in [shortlist, exact] {
                    let json = serde_json::to_string(&shortlist).expect("JSON");
                    let read: Shortlist = serde_json::from_str(&json).expect("a shortlist that was written");
                    prop_assert_eq!(read, shortlist);
                }
            }
        }
    }

    #[test]
    fn an_explanation_states_no_more_than_the_exact_loss(problem in problems()) {
        for objective in [Objective::Coverage, Objective::Score] {
            let plan = solve(&problem, objective);
            let explainer = Explainer::new(&problem, &plan).with_most_alternatives(99);
            for taker in problem.takers() {
                let told = explainer.taker(taker.index);
                let _ = told.to_string();
                let pair = |giver: &str, score| {
                    let giver = problem.find_giver(giver).expect("a giver");
                    Pair { taker: taker.index, giver, score }
                };
                let unmet = told.unmet.iter().flat_map(|unmet| &unmet.candidates).map(|it| (it, None));
                let in_place = told.chosen.iter().flat_map(|chosen| {
                    let without = pair(&chosen.giver, chosen.score);
                    chosen.alternatives.iter().map(move |it| (it, Some(without)))
                });
                for (other, without) in unmet.chain(in_place) {
                    let with = pair(&other.giver, other.score);
                    let best = best(&problem, objective, &with, without.as_ref()).expect("a possible choice");
                    let lost = lost(objective, plan.value(), best);
                    prop_assert!(other.loss >= Price::default(), "{:?} {:?}", objective, other);
                    prop_assert!(other.loss <= lost, "{:?} {:?} {:?}", objective, other, lost);
                }
            }
        }
    }

    /// With any one of those gone who are in the way, there is a unit for the choice, and before there is none.
    #[test]
    fn who_is_moved_makes_room(problem in problems()) {
        let plan = solve(&problem, Objective::Coverage);
        let explainer = Explainer::new(&problem, &plan).with_most_holders(99);
        for taker in problem.takers() {
            for entry in Shortlist::of(&explainer, taker.index, 99).entries {
                let giver = problem.find_giver(&entry.giver).expect("a giver");
                let choice = Pair { taker: taker.index, giver, score: entry.score };
                let with_choice = |moved: Option<Pair>| {
                    // Nobody else of the taker's side: that side's limits are not what is asked here.
                    let kept = plan.assignments().iter().copied().filter(|pair| Some(*pair) != moved);
                    let kept: Vec<Pair> = kept.chain([choice]).collect();
                    breaks_no_limit_of_givers(&problem, &kept)
                };
                if entry.is_chosen {
                    continue;
                }
                prop_assert_eq!(with_choice(None), !entry.must_be_moved(), "{:?}", entry);
                prop_assert_eq!(entry.moved_from.len(), entry.moved_from_count as usize);
                for helped in &entry.moved_from {
                    let moved = plan.assignments().iter().find(|pair| {
                        problem.giver(pair.giver).id == helped.giver && problem.taker(pair.taker).id == helped.taker
                    });
                    prop_assert!(moved.is_some() && with_choice(moved.copied()), "{:?} {:?}", entry, helped);
                }
            }
        }
    }
}

/// Capacities, groups of givers, and nobody twice in a team.
fn breaks_no_limit_of_givers(problem: &Problem, used: &[Pair]) -> bool {
    let of_group = |group: &Group<'_>| {
        let shares = used.iter().filter(|pair| {
            problem
                .groups_of_giver(pair.giver)
                .any(|of| of.index == group.index)
        });
        shares.count()
    };
    problem.givers().all(|giver| {
        let own = used.iter().filter(|pair| pair.giver == giver.index);
        let mut teams: Vec<_> = own
            .clone()
            .filter_map(|pair| problem.team_of(pair.taker))
            .collect();
        teams.sort_unstable();
        teams.is_sorted_by(|a, b| a < b) && own.count() as u64 <= u64::from(giver.capacity)
    }) && problem
        .giver_groups()
        .all(|group| of_group(&group) as u64 <= u64::from(group.maximum))
}

fn score(text: &str) -> Score {
    text.parse().expect("a score")
}

fn listed(problem: &Problem, taker: &str) -> TakerIndex {
    problem.find_taker(taker).expect("a taker")
}

/// Ash is wanted by three, Birch by two, Cedar has nothing to give, Dogwood much.
fn round() -> Problem {
    Problem::builder()
        .giver("Ash", 1)
        .giver("Birch", 2)
        .giver("Cedar", 0)
        .giver("Dogwood", 3)
        .taker("Elm", 1)
        .taker("Fir", 1)
        .taker("Gorse", 1)
        .pair("Ash", "Elm", score("0.9"))
        .pair("Ash", "Fir", score("0.8"))
        .pair("Birch", "Fir", score("0.5"))
        .pair("Birch", "Elm", score("0.4"))
        .pair("Cedar", "Fir", score("0.9"))
        .pair("Dogwood", "Fir", score("0.3"))
        .build()
        .expect("a sound round")
}

#[test]
fn a_head_reads_whom_to_choose_among() {
    let problem = round();
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let fir = listed(&problem, "Fir");
    let shortlist = Shortlist::of(&explainer, fir, 3);
    assert_eq!(
        shortlist.to_string(),
        "Fir asks for 1 unit of support and receives all of it. To choose among, by what all together would lose:\n\
         Birch, as proposed (score 0.5): nothing would be lost.\n  \
         It would have 1 unit left. One more unit of it would help nobody.\n\
         Ash (score 0.8): all together might do as well, but no better.\n  \
         It would have to be moved from Elm (0.9). One more unit of it would add up to 0.3 to the total score.\n\
         Dogwood (score 0.3): all together would score at least 0.2 less.\n  \
         It has 3 units to spare. One more unit of it would help nobody."
    );
    // Solved again: Ash with Fir leaves Birch for Elm.
    let told = shortlist.exact(&explainer).to_string();
    assert!(
        told.contains("\nAsh (score 0.8): all together would score 0.2 less.\n"),
        "{told}"
    );
    assert!(
        told.contains("\nBirch, as proposed (score 0.5): nothing would be lost.\n"),
        "{told}"
    );
    let two = Shortlist::of(&explainer, fir, 2);
    assert_eq!((two.entries.len(), two.candidate_count), (2, 3));
    assert!(two.to_string().contains("would lose, 2 of 3:\n"));
    let gorse = Shortlist::of(&explainer, listed(&problem, "Gorse"), 3);
    assert_eq!(
        gorse.to_string(),
        "Gorse asks for 1 unit of support and receives none. Nobody who offers support matches this need."
    );
}

#[test]
fn a_giver_of_a_full_school_is_moved_from_whom_its_colleague_helps() {
    let mut builder = Problem::builder();
    builder
        .giver_group("school", 1)
        .giver("school/ash", 1)
        .giver("school/elm", 1);
    builder
        .giver_in("school/ash", "school")
        .giver_in("school/elm", "school");
    builder.taker("hill", 1).taker("vale", 1);
    builder
        .pair("school/ash", "hill", score("0.9"))
        .pair("school/elm", "vale", score("0.4"));
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let shortlist = Shortlist::of(&explainer, listed(&problem, "vale"), 3).exact(&explainer);
    let told = shortlist.to_string();
    assert!(
        told.contains("school/elm (score 0.4): all together would score 0.5 less.\n  It would have to be moved from hill (0.9, helped by school/ash)."),
        "{told}"
    );
}

#[test]
fn who_serves_in_a_team_already_is_moved_within_it() {
    let mut builder = Problem::builder();
    builder
        .giver("ash", 5)
        .team("visit", 2)
        .taker("visit/lead", 1)
        .taker("visit/peer", 1);
    builder
        .taker_in("visit/lead", "visit")
        .taker_in("visit/peer", "visit");
    builder
        .pair("ash", "visit/lead", score("0.9"))
        .pair("ash", "visit/peer", score("0.8"));
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let peer = listed(&problem, "visit/peer");
    let shortlist = Shortlist::of(&explainer, peer, 3).exact(&explainer);
    let ash = &shortlist.entries[0];
    assert!(ash.must_be_moved() && ash.spare == 4);
    assert_eq!(ash.moved_from[0].taker, "visit/lead");
    assert_eq!(
        ash.exact.map(|lost| lost.score_lost.to_string()),
        Some("0.1".to_owned())
    );
    // The explanation of the same need says the same.
    let explanation = explainer.taker(peer);
    let unmet = explanation.unmet.expect("nobody is left");
    assert_eq!(unmet.candidates[0].loss, ash.loss);
}

#[test]
fn a_choice_that_costs_another_minimum_is_told_with_what_it_costs() {
    // Ash must help hill and should help vale: the one unit goes to the required pair, whatever is asked.
    let mut builder = Problem::builder();
    builder.giver("ash", 1).taker("hill", 1).taker("vale", 1);
    builder
        .pair("ash", "hill", score("0.9"))
        .pair("ash", "vale", score("0.4"))
        .require("ash", "hill");
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let (ash, vale) = (
        problem.find_giver("ash").expect("a giver"),
        listed(&problem, "vale"),
    );
    let lost = what_if(&problem, &plan, ash, vale, Choice::With).expect("a possible pair");
    assert_eq!(
        (lost.short_more, lost.units_lost, lost.score_lost.to_string()),
        (1, 0, "0.5".to_owned())
    );
    let explainer = Explainer::new(&problem, &plan);
    let told = Shortlist::of(&explainer, vale, 3).exact(&explainer).to_string();
    let lost = "1 minimum more would not be kept, all together would score 0.5 less.";
    assert!(told.contains(lost), "{told}");
}

#[test]
fn minimums_and_shared_limits_are_told_in_words() {
    // Ash should give at least one unit, though the only need it matches would rather have none of it.
    let mut builder = Problem::builder();
    builder
        .giver("ash", 1)
        .taker("hill", 1)
        .pair("ash", "hill", score("-1"))
        .giver_minimum("ash", 1);
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Score);
    let ash = problem.find_giver("ash").expect("a giver");
    let told = Explainer::new(&problem, &plan).giver(ash).to_string();
    assert!(
        told.contains("It is used because a minimum asks for it."),
        "{told}"
    );

    // Two pairs must be used, and there is one unit.
    let mut builder = Problem::builder();
    builder.giver("ash", 1).taker("hill", 1).taker("vale", 1);
    builder
        .pair("ash", "hill", score("0.9"))
        .pair("ash", "vale", score("0.4"));
    builder.require("ash", "hill").require("ash", "vale");
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let ash = problem.find_giver("ash").expect("a giver");
    let told = Explainer::new(&problem, &plan).giver(ash).to_string();
    assert!(
        told.contains("One more unit of it could let one more minimum be kept."),
        "{told}"
    );

    // Elm has units of its own, but its school has lent all that it can.
    let mut builder = Problem::builder();
    builder
        .giver_group("school", 1)
        .giver("ash", 1)
        .giver("elm", 1)
        .taker("hill", 1)
        .taker("vale", 1);
    builder.giver_in("ash", "school").giver_in("elm", "school");
    builder
        .pair("ash", "hill", score("0.9"))
        .pair("elm", "vale", score("0.4"));
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let told = Explainer::new(&problem, &plan)
        .taker(listed(&problem, "vale"))
        .to_string();
    assert_eq!(
        told,
        "vale asks for 1 unit of support and receives none.\n\
         1 unit stays unmet: those who could still offer it have no more to give within what they share with \
         others.\n  \
         elm (score 0.4) can give no more within school. Were it moved here, all together might do as well, but no \
         better."
    );
    let elm = problem.find_giver("elm").expect("a giver");
    let told = Explainer::new(&problem, &plan).giver(elm).to_string();
    assert_eq!(
        told,
        "elm can offer 1 unit of support; 1 of it unused. One more unit of it could let one more need be met.\n  \
         school has the 1 unit that it can have together. One more unit of it could let one more need be met."
    );
}

#[test]
fn who_cannot_be_had_at_any_price_is_not_offered() {
    let mut builder = Problem::builder();
    builder
        .giver("ash", 1)
        .taker("hill", 1)
        .taker_group("both", 0)
        .taker_in("hill", "both");
    builder.pair("ash", "hill", score("0.9"));
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let hill = listed(&problem, "hill");
    assert_eq!(Shortlist::of(&explainer, hill, 3).candidate_count, 0);
    assert_eq!(explainer.taker(hill).unmet.expect("none is met").candidates, []);
    let ash = problem.find_giver("ash").expect("a giver");
    assert_eq!(
        what_if(&problem, &plan, ash, hill, Choice::With),
        Err(NoChoice::NoUnit)
    );
}

#[test]
fn parts_and_who_is_too_far_are_told() {
    let mut builder = Problem::builder();
    builder
        .giver("Ash", 1)
        .giver("Birch", 1)
        .giver("Cedar", 1)
        .taker("Elm", 1);
    let mut pairs = ScoredPairs::new(ScoreModel::default());
    for (giver, metres) in [("Ash", 10_000), ("Birch", 60_000)] {
        let facts = PairFacts {
            distance: Some(Metres(metres)),
            ..PairFacts::default()
        };
        assert_eq!(
            pairs.put(&mut builder, giver, "Elm", facts).is_ok(),
            giver == "Ash"
        );
    }
    builder.pair("Cedar", "Elm", score("7"));
    let problem = builder.build().expect("a sound problem");
    let plan = solve(&problem, Objective::Coverage);
    let explainer = Explainer::new(&problem, &plan);
    let shortlist = Shortlist::of(&explainer, listed(&problem, "Elm"), 3).with_scores(&pairs);
    assert_eq!(shortlist.entries[0].parts, pairs.scored("Ash", "Elm"));
    assert_eq!(shortlist.entries[1].parts, None);
    let told = shortlist.to_string();
    assert!(told.contains("\n    32 of 40 for distance: 10 km apart, where 50 km is the limit\n"));
    assert!(told.ends_with("\nBirch is no candidate: 60 km apart, farther than 50 km."));
}
