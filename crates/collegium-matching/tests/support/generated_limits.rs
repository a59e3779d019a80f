//! Problems with minimum loads, groups within groups, teams, required pairs and a present plan, from a size
//! and a seed.

use super::random::{Random, mixed};
use collegium_matching::{
    problem::{GiverEntry, GroupEntry, PairEntry, ProblemFile, RequiredEntry, TakerEntry},
    score::Score,
};
use std::collections::BTreeSet;

/// Sizes and seeds of all of them.
pub(crate) fn recipes() -> Vec<(usize, u64)> {
    let sizes = [(20, 60), (40, 40), (80, 30), (150, 20), (300, 12), (600, 8)];
    let seeds = sizes.into_iter().enumerate();
    let of_size = |(step, (size, count))| (0..count).map(move |seed| (size, 1_000 * step as u64 + seed));
    seeds.flat_map(of_size).collect()
}

/// So many givers and as many takers, eight pairs each. Under an odd seed minimums are few and small, so that
/// they can often be kept.
pub(crate) fn limited(size: usize, seed: u64) -> ProblemFile {
    let mut luck = Random(mixed(seed));
    let are_rare = seed % 2 == 1;
    let share = if are_rare { 3 } else { 20 };
    let giver_groups = groups('G', (size / 40).max(1), (size / 5).max(1), share, &mut luck);
    let taker_groups = groups('T', (size / 40).max(1), (size / 4).max(1), share, &mut luck);
    let mut member = |groups: &[GroupEntry]| {
        let units = luck.below(4);
        let minimum = if units > 0 && luck.in_hundred(share) {
            1 + luck.below(units)
        } else {
            0
        };
        let group = &groups[luck.below(groups.len())].id;
        (
            narrow(units),
            narrow(minimum),
            luck.in_hundred(80).then(|| group.clone()),
        )
    };
    let mut givers = Vec::new();
    let mut takers = Vec::new();
    for at in 0..size {
        let (capacity, minimum, within) = member(&giver_groups);
        let id = format!("g{at:03}");
        givers.push(GiverEntry {
            id,
            capacity,
            minimum,
            within,
        });
        let (demand, minimum, within) = member(&taker_groups);
        let id = format!("t{at:03}");
        takers.push(TakerEntry {
            id,
            demand,
            minimum,
            within,
        });
    }
    let mut pairs = Vec::new();
    for taker in &takers {
        let reached: BTreeSet<usize> = (0..8).map(|_| luck.below(size)).collect();
        for giver in reached {
            let micros = 1_000 * luck.below(1_001);
            pairs.push(PairEntry {
                giver: givers[giver].id.clone(),
                taker: taker.id.clone(),
                score: Score::from_micros(i64::from(narrow(micros))).expect("below one"),
                distance_m: None,
                travel_minutes: None,
            });
        }
    }
    let mut some = |in_thousand: usize| -> Vec<RequiredEntry> {
        let chosen = pairs.iter().filter(|_| luck.below(1_000) < in_thousand);
        let named = chosen.map(|pair| RequiredEntry {
            giver: pair.giver.clone(),
            taker: pair.taker.clone(),
        });
        named.collect()
    };
    ProblemFile {
        required: some(if are_rare { 2 } else { 16 }),
        present: some(120),
        change_price: Score::from_micros(150_000).expect("below one"),
        givers,
        takers,
        pairs,
        giver_groups,
        taker_groups,
        ..ProblemFile::default()
    }
}

/// So many large groups, and small ones that mostly lie within one; of takers the small ones are often teams. So
/// many in a hundred have a minimum.
fn groups(side: char, large: usize, small: usize, share: usize, luck: &mut Random) -> Vec<GroupEntry> {
    let mut groups = Vec::new();
    let mut add = |id: String, maximum: usize, within: Option<String>, team: bool, luck: &mut Random| {
        let minimum = if luck.in_hundred(share) {
            luck.below(maximum.min(2 * share) + 1)
        } else {
            0
        };
        let (maximum, minimum) = (narrow(maximum), narrow(minimum));
        groups.push(GroupEntry {
            id,
            maximum,
            minimum,
            within,
            team,
        });
    };
    for at in 0..large {
        add(format!("{side}{at}"), 2 + luck.below(50), None, false, luck);
    }
    for at in 0..small {
        let within = luck
            .in_hundred(85)
            .then(|| format!("{side}{}", luck.below(large)));
        let is_team = side == 'T' && luck.in_hundred(50);
        add(
            format!("{side}{large}.{at}"),
            1 + luck.below(6),
            within,
            is_team,
            luck,
        );
    }
    groups
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("a small number")
}
