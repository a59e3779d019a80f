//! A run that is broken off anywhere and goes on from its kept choices ends as one that was not.

use collegium_sim::{
    policy::{Choice, Chosen, FirstCome, NAMED, Placement, Policy, PolicyFailed, Recorded, Spec},
    rows::{AllocationRow, EventRow, PanelRow, Rows, SchoolRow, TermRow},
    run::{Key, RunFailed, Summary, run},
    scenario::{Capacity, Choosing, Parameter, Scenario, Unit},
    view::{GiverHandle, View},
};
use proptest::prelude::*;
use std::{cell::Cell, rc::Rc};

/// Every row of a run, in the order in which they came.
#[derive(Debug, Default, PartialEq)]
struct All(Vec<String>);

impl Rows for All {
    fn event(&mut self, row: &EventRow) {
        self.0.push(format!("{row:?}"));
    }
    fn allocation(&mut self, row: &AllocationRow) {
        self.0.push(format!("{row:?}"));
    }
    fn term(&mut self, row: &TermRow) {
        self.0.push(format!("{row:?}"));
    }
    fn school(&mut self, row: &SchoolRow) {
        self.0.push(format!("{row:?}"));
    }
    fn panel(&mut self, row: &PanelRow) {
        self.0.push(format!("{row:?}"));
    }
}

/// A policy that counts how often it is truly asked.
#[derive(Debug)]
struct Counted {
    policy: Box<dyn Policy>,
    asked: Rc<Cell<usize>>,
}

impl Policy for Counted {
    fn name(&self) -> &str {
        self.policy.name()
    }
    fn is_clairvoyant(&self) -> bool {
        self.policy.is_clairvoyant()
    }
    fn moves_help(&self) -> bool {
        self.policy.moves_help()
    }
    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        self.asked.set(self.asked.get() + 1);
        self.policy.choose(view)
    }
    fn recall(&mut self, view: &View<'_>, choice: &Choice) -> Result<(), PolicyFailed> {
        self.policy.recall(view, choice)
    }
}

/// A policy with a memory: it helps one need more each time, and begins anew after five.
#[derive(Debug, Default)]
struct Growing {
    helped: usize,
}

impl Growing {
    fn remember(&mut self) -> usize {
        self.helped = self.helped % 5 + 1;
        self.helped
    }
}

impl Policy for Growing {
    fn name(&self) -> &'static str {
        "growing"
    }
    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        let most = self.remember();
        let Choice::Placements(mut all) = FirstCome.choose(view)? else {
            unreachable!("first come places");
        };
        all.truncate(most);
        Ok(Choice::Placements(all))
    }
    fn recall(&mut self, _: &View<'_>, _: &Choice) -> Result<(), PolicyFailed> {
        self.remember();
        Ok(())
    }
}

fn make(policy: usize, scenario: &Scenario, key: Key) -> Box<dyn Policy> {
    match NAMED.get(policy) {
        Some((spec, _)) => spec.make(scenario, key).expect("no process"),
        None if policy == NAMED.len() => {
            let bounded: Spec = "worst_first@60".parse().expect("a policy");
            bounded.make(scenario, key).expect("no process")
        }
        None => Box::<Growing>::default(),
    }
}

const POLICIES: usize = NAMED.len() + 2;

type Ran = Result<(Summary, All, Vec<Chosen>, usize), RunFailed>;

/// A run that chose these before, with what it chose further and how often its policy was asked.
fn go_on(scenario: &Scenario, policy: usize, key: Key, before: &[Chosen]) -> Ran {
    let (mut rows, mut further, asked) = (All::default(), Vec::new(), Rc::new(Cell::new(0)));
    let counted = Counted {
        policy: make(policy, scenario, key),
        asked: Rc::clone(&asked),
    };
    let keep = Box::new(|chosen| further.push(chosen));
    let recorded = Recorded::new(Box::new(counted), before.to_vec(), keep);
    let summary = run(scenario, Box::new(recorded), key, &mut rows)?;
    Ok((summary, rows, further, asked.get()))
}

/// As a file has them.
fn written_and_read(chosen: &[Chosen]) -> Vec<Chosen> {
    let text = serde_json::to_string(chosen).expect("choices can be written");
    serde_json::from_str(&text).expect("choices can be read")
}

#[track_caller]
fn is_the_same(
    scenario: &Scenario,
    policy: usize,
    key: Key,
    whole: &(Summary, All, Vec<Chosen>, usize),
    place: usize,
) {
    let before = written_and_read(&whole.2[..place]);
    let found = go_on(scenario, policy, key, &before).expect("it goes on");
    assert_eq!(found.0, whole.0, "policy {policy}, broken off after {place}");
    assert_eq!(found.1, whole.1, "policy {policy}, broken off after {place}");
    assert_eq!(found.2, whole.2[place..]);
    // What is known is not asked again.
    assert_eq!(found.3, whole.3 - place);
}

fn small() -> Scenario {
    Scenario::from_toml(include_str!("../../collegium-cli/tests/simulate/small.toml")).expect("a scenario")
}

const KEY: Key = Key {
    seed: 2026,
    replication: 1,
};

#[test]
fn wherever_it_is_broken_off_it_ends_the_same() {
    let mut places = 0;
    for policy in 0..POLICIES {
        let whole = go_on(&small(), policy, KEY, &[]).expect("a run");
        let mut rows = All::default();
        let plain = run(&small(), make(policy, &small(), KEY), KEY, &mut rows).expect("a run");
        assert_eq!((&plain, &rows), (&whole.0, &whole.1), "policy {policy}, not kept");
        for place in 0..=whole.2.len() {
            is_the_same(&small(), policy, KEY, &whole, place);
            places += 1;
        }
    }
    assert!(places >= 100, "{places}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_small_run_ends_the_same(
        (policy, seed, days) in (0..POLICIES, any::<u64>(), 90..600_u32),
        (choosing, ratio, place) in (0..3_usize, 1..4_u8, 0.0..1.0_f64),
    ) {
        let mut scenario = small();
        scenario.time.length = Parameter::assumed(f64::from(days), Unit::Days);
        scenario.time.warm_up = None;
        scenario.choosing = [Choosing::AtOnce, Choosing::EachMonth, Choosing::EachTerm][choosing];
        if let Capacity::Schools { ratio: asked, .. } = &mut scenario.capacity {
            asked.value = f64::from(ratio);
        }
        let key = Key { seed, replication: 0 };
        let whole = go_on(&scenario, policy, key, &[]).expect("a run");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (place * (whole.2.len() + 1) as f64) as usize;
        is_the_same(&scenario, policy, key, &whole, place);
    }
}

#[test]
fn choices_of_another_run_are_found_out() {
    let whole = go_on(&small(), 1, KEY, &[]).expect("a run");
    let other = Key { seed: 7, ..KEY };
    let failed = go_on(&small(), 1, other, &whole.2).expect_err("another run");
    assert!(
        failed.to_string().contains("what was kept is of another run"),
        "{failed}"
    );
    // A choice that cannot be is refused as if it were new.
    let mut forged = whole.2.clone();
    let Choice::Placements(all) = &mut forged[0].choice else {
        panic!("first come places");
    };
    let Placement { need, .. } = all[0];
    all[0].giver = GiverHandle::new(u32::MAX);
    let failed = go_on(&small(), 1, KEY, &forged).expect_err("no such giver");
    assert!(
        matches!(failed, RunFailed::Choice { need: found, .. } if found == need.number()),
        "{failed}"
    );
}
