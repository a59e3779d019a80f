//! Problems of many classes from a size, a slack and a seed, the same on every machine: so what other solvers
//! made of them can be kept as a table.

use super::{
    Sketch,
    random::{Random, mixed},
};
use std::collections::BTreeSet;

/// What a problem is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// Pairs with givers that are near, every score its own.
    Near,
    /// Pairs with any givers.
    Anywhere,
    /// Three scores only.
    Ties,
    /// One score.
    Equal,
    /// Every score is zero.
    Zero,
    /// A third of each side is in no pair.
    Isolated,
    /// Two givers of three have nothing to give, some takers want nothing.
    NoCapacity,
    /// One unit each.
    OneEach,
    /// Too little in one half, enough in the other.
    Regions,
    /// Far more units than pairs.
    Ample,
    /// All pairs.
    Dense,
    /// A chain in which one change moves everybody.
    Chain,
    /// A few givers that nearly everybody could have.
    Hubs,
    /// Scores below zero, too.
    Negative,
}

impl Class {
    pub(crate) const ALL: [(Self, &str); 14] = [
        (Self::Near, "near"),
        (Self::Anywhere, "anywhere"),
        (Self::Ties, "ties"),
        (Self::Equal, "equal"),
        (Self::Zero, "zero"),
        (Self::Isolated, "isolated"),
        (Self::NoCapacity, "no_capacity"),
        (Self::OneEach, "one_each"),
        (Self::Regions, "regions"),
        (Self::Ample, "ample"),
        (Self::Dense, "dense"),
        (Self::Chain, "chain"),
        (Self::Hubs, "hubs"),
        (Self::Negative, "negative"),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name);
        found.map(|(class, _)| *class)
    }
}

/// One problem: `slack` is the capacity in hundredths of the demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Recipe {
    pub(crate) class: Class,
    pub(crate) takers: usize,
    pub(crate) slack: usize,
    pub(crate) seed: u64,
}

const SLACKS: [usize; 9] = [50, 70, 90, 95, 100, 102, 110, 150, 200];

/// Every problem that is put to the peers.
pub(crate) fn recipes() -> Vec<Recipe> {
    let mut recipes = Vec::new();
    let mut seed = 0;
    let mut add = |class, takers, slack| {
        seed += 1;
        recipes.push(Recipe {
            class,
            takers,
            slack,
            seed,
        });
    };
    for (turn, (class, _)) in Class::ALL.into_iter().enumerate() {
        for (step, takers) in [1, 2, 3, 5, 8, 13, 30, 60, 120, 250, 500, 1_000]
            .into_iter()
            .enumerate()
        {
            for slack in 0..3 {
                let takers = if class == Class::Dense {
                    takers.min(120)
                } else {
                    takers
                };
                add(class, takers, SLACKS[(turn + step + 3 * slack) % SLACKS.len()]);
            }
        }
    }
    for (class, _) in Class::ALL.into_iter().filter(|(class, _)| *class != Class::Dense) {
        for slack in [95, 100, 110] {
            add(class, 5_000, slack);
        }
    }
    for class in [
        Class::Near,
        Class::Anywhere,
        Class::Ties,
        Class::Regions,
        Class::OneEach,
    ] {
        for slack in [90, 100, 110] {
            add(class, 20_000, slack);
        }
    }
    add(Class::Near, 100_000, 110);
    recipes
}

impl Recipe {
    pub(crate) fn make(self) -> Sketch {
        let mut luck = Random(mixed(self.seed));
        let takers = self.takers;
        let demands = self.demands(&mut luck);
        let units: usize = demands.iter().map(|&units| units as usize).sum();
        let givers = match self.class {
            Class::OneEach => (takers * self.slack / 100).max(1),
            Class::Chain => takers,
            Class::Hubs => takers.div_ceil(20) + takers / 2,
            _ => (takers * 3 / 4).max(1),
        };
        let capacities = self.capacities(givers, units * self.slack / 100, &mut luck);
        let pairs = self.pairs(givers, &mut luck);
        Sketch {
            capacities,
            demands,
            pairs,
        }
    }

    fn demands(self, luck: &mut Random) -> Vec<u32> {
        let mut demand = || match self.class {
            Class::OneEach | Class::Chain => 1,
            Class::Ample => 1 + u32::try_from(luck.below(1_000_000)).expect("a million"),
            Class::NoCapacity if luck.in_hundred(20) => 0,
            _ => [1, 1, 1, 1, 2, 2, 3, 3][luck.below(8)],
        };
        (0..self.takers).map(|_| demand()).collect()
    }

    /// So many units, dropped on the givers one by one.
    fn capacities(self, givers: usize, units: usize, luck: &mut Random) -> Vec<u32> {
        let mut capacities = vec![0_u32; givers];
        match self.class {
            Class::OneEach | Class::Chain => return vec![1; givers],
            Class::Ample => {
                let mut ample = || 1 + u32::try_from(luck.below(1_000_000)).expect("a million");
                return (0..givers).map(|_| ample()).collect();
            }
            _ => {}
        }
        for _ in 0..units {
            let giver = match self.class {
                Class::NoCapacity => luck.below(givers) / 3 * 3,
                // The hubs come first and have half of all there is.
                Class::Hubs if luck.in_hundred(50) => luck.below(self.takers.div_ceil(20)),
                // Three eighths of all in the first half.
                Class::Regions if luck.in_hundred(25) => givers / 2 + luck.below(givers - givers / 2),
                _ => luck.below(givers),
            };
            capacities[giver] += 1;
        }
        capacities
    }

    fn pairs(self, givers: usize, luck: &mut Random) -> Vec<(usize, usize, i64)> {
        let most = if self.takers > 1_000 {
            30
        } else {
            2 + luck.below(14)
        };
        let mut pairs = Vec::new();
        for taker in 0..self.takers {
            if self.class == Class::Isolated && luck.in_hundred(33) {
                continue;
            }
            let mut reached: BTreeSet<usize> = BTreeSet::new();
            let home = taker * givers / self.takers;
            match self.class {
                Class::Dense => reached.extend(0..givers),
                Class::Chain => reached.extend([taker, (taker + 1).min(givers - 1)]),
                _ => {
                    for _ in 0..most {
                        reached.insert(self.reached(home, most, givers, luck));
                    }
                }
            }
            for giver in reached {
                pairs.push((giver, taker, self.score(luck)));
            }
        }
        pairs
    }

    fn reached(self, home: usize, most: usize, givers: usize, luck: &mut Random) -> usize {
        match self.class {
            Class::Near | Class::Equal | Class::Regions => {
                let step = luck.below(3 * most);
                (home + step).saturating_sub(most).min(givers - 1)
            }
            Class::Isolated => luck.below(givers * 2 / 3 + 1),
            Class::Hubs if luck.in_hundred(60) => luck.below(self.takers.div_ceil(20)),
            _ => luck.below(givers),
        }
    }

    /// In millionths, up to one.
    fn score(self, luck: &mut Random) -> i64 {
        let mut below = |bound| i64::try_from(luck.below(bound)).expect("a small bound");
        match self.class {
            Class::Zero => 0,
            Class::Equal => 500_000,
            Class::Ties | Class::Chain => 250_000 * below(3),
            Class::Negative => below(2_000_001) - 1_000_000,
            _ => below(1_000_001),
        }
    }
}

/// Tells whether a problem is still the one that the peers had.
pub(crate) fn checksum(sketch: &Sketch) -> u64 {
    let mut sum = 0;
    let mut add = |number: u64| sum = mixed(sum ^ number).wrapping_add(1);
    for units in [&sketch.capacities, &sketch.demands] {
        add(units.len() as u64);
        for units in units {
            add(u64::from(*units));
        }
    }
    for &(giver, taker, score) in &sketch.pairs {
        for number in [giver as u64, taker as u64, score.cast_unsigned()] {
            add(number);
        }
    }
    sum
}
