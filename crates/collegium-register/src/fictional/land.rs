//! Where fictional schools stand: counties, towns of uneven size, villages, and the back of beyond.

use super::names::{self, PlaceNames};
use crate::dice::Dice;

/// Ground for each school, as thin as in an English county with much countryside.
const SQUARE_METRES_A_SCHOOL: u64 = 17_000_000;
/// The middle of the grid.
const CENTRE: (i64, i64) = (350_000, 650_000);
/// The widest the land may be from the centre, so that remote places still fit on the grid.
const REACH: (i64, i64) = (280_000, 550_000);
/// How far off the land's edge the remote places lie: beyond the usual limit of 50 km.
const BEYOND: i64 = 58_000;

/// A town, a village, or a remote place.
pub(crate) struct Settlement {
    pub(crate) name: String,
    pub(crate) county: usize,
    pub(crate) schools: u32,
    pub(crate) remote: bool,
    east: i64,
    north: i64,
    /// How far from its middle its schools stand, in metres.
    radius: i64,
}

/// The whole land.
pub(crate) struct Land {
    pub(crate) counties: Vec<String>,
    pub(crate) settlements: Vec<Settlement>,
}

impl Settlement {
    /// Somewhere in it, in metres.
    pub(crate) fn spot(&self, dice: &mut Dice) -> (i64, i64) {
        (
            (self.east + dice.around(self.radius)).clamp(1, 699_999),
            (self.north + dice.around(self.radius)).clamp(1, 1_299_999),
        )
    }
}

impl Land {
    /// A land with room for `schools`.
    pub(crate) fn new(schools: u32, dice: &mut Dice) -> Self {
        let half =
            i64::try_from((SQUARE_METRES_A_SCHOOL * u64::from(schools)).isqrt() / 2).unwrap_or(i64::MAX);
        let east = half.clamp(1, REACH.0);
        let reach = (east, (half * half / east).min(REACH.1));
        let mut names = PlaceNames::new(dice);

        let remote = remote_schools(schools);
        let rural = (schools - remote) * 15 / 100;
        let urban = schools - remote - rural;
        let mut settlements = Vec::new();
        let sizes = zipf(urban, (urban / 7).max(1));
        for size in sizes {
            let (east, north) = within(reach, dice);
            let radius = 700 + i64::from((size * 16).isqrt()) * 250;
            settlements.push(Settlement {
                name: names.next(),
                county: 0,
                schools: size,
                remote: false,
                east,
                north,
                radius,
            });
        }
        for _ in 0..rural {
            let (east, north) = within(reach, dice);
            settlements.push(Settlement {
                name: names.next(),
                county: 0,
                schools: 1,
                remote: false,
                east,
                north,
                radius: 300,
            });
        }

        for (place, side) in [-1, 1]
            .into_iter()
            .take(if remote > 1 { 2 } else { 1 })
            .enumerate()
        {
            let share = if place == 0 {
                remote.div_ceil(2)
            } else {
                remote / 2
            };
            if share > 0 {
                settlements.push(Settlement {
                    name: names.next(),
                    county: 0,
                    schools: share,
                    remote: true,
                    east: CENTRE.0 + side * (reach.0 + BEYOND),
                    north: CENTRE.1 + side * reach.1,
                    radius: 1_000,
                });
            }
        }

        let count = usize::try_from(1 + u32::from(schools >= 40) + schools / 150)
            .unwrap_or(1)
            .min(150);
        let seats: Vec<(i64, i64)> = (0..count).map(|_| within(reach, dice)).collect();
        for settlement in &mut settlements {
            let distance =
                |seat: &(i64, i64)| (seat.0 - settlement.east).pow(2) + (seat.1 - settlement.north).pow(2);
            let nearest = (0..count).min_by_key(|&county| distance(&seats[county]));
            settlement.county = nearest.unwrap_or_default();
        }
        let counties = (0..count).map(|_| names::county(&names.next())).collect();
        Self {
            counties,
            settlements,
        }
    }
}

impl Land {
    /// The settlement itself where it is a town, the nearest of the larger towns otherwise: villages join its trusts.
    pub(crate) fn town_for(&self, home: usize) -> usize {
        const TOWN: u32 = 3;
        const LARGER: usize = 300;
        let from = &self.settlements[home];
        if from.schools >= TOWN {
            return home;
        }
        // Towns come first, the largest at the head.
        let towns = self
            .settlements
            .iter()
            .take(LARGER)
            .take_while(|town| town.schools >= TOWN);
        let nearest = towns
            .enumerate()
            .min_by_key(|(_, town)| (town.east - from.east).pow(2) + (town.north - from.north).pow(2));
        nearest.map_or(home, |(at, _)| at)
    }
}

/// Schools in the remote places.
fn remote_schools(schools: u32) -> u32 {
    match schools {
        0..20 => 0,
        20..40 => 1,
        40..1000 => 2,
        _ => 6,
    }
}

fn within(reach: (i64, i64), dice: &mut Dice) -> (i64, i64) {
    (
        CENTRE.0 + dice.between(-reach.0, reach.0),
        CENTRE.1 + dice.between(-reach.1, reach.1),
    )
}

/// Splits `schools` over `towns` in proportion to 1 / (rank + 2), at least one each.
fn zipf(schools: u32, towns: u32) -> Vec<u32> {
    let weights: Vec<u64> = (0..towns)
        .map(|rank| 1_000_000_000 / u64::from(rank + 3))
        .collect();
    let total: u64 = weights.iter().sum::<u64>().max(1);
    let spare = u64::from(schools.saturating_sub(towns));
    let mut sizes: Vec<u32> = weights
        .iter()
        .map(|weight| 1 + u32::try_from(spare * weight / total).unwrap_or_default())
        .collect();
    let given: u32 = sizes.iter().sum();
    if let Some(largest) = sizes.first_mut() {
        *largest = (*largest + schools).saturating_sub(given);
    }
    sizes.retain(|&size| size > 0);
    sizes
}
