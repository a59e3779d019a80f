//! Exact results on random matchings that the solver must reproduce, within four standard errors over
//! fixed seeds.

mod support;

use collegium_matching::{objective::Objective, problem::Problem, score::Score, solve::solve};
use support::random::Random;

/// Each pair of `takers` × `givers` has an Exp(1) cost; the least cost of matching every taker.
fn least_cost(takers: usize, givers: usize, random: &mut Random) -> f64 {
    let mut builder = Problem::builder();
    for giver in 0..givers {
        builder.giver(&format!("g{giver}"), 1);
    }
    for taker in 0..takers {
        builder.taker(&format!("t{taker}"), 1);
        for giver in 0..givers {
            let cost = -random.uniform().ln();
            #[expect(clippy::cast_possible_truncation, reason = "an Exp(1) cost is below 23")]
            let score = Score::from_micros(-(cost * 1e6).round() as i64);
            builder.pair(
                &format!("g{giver}"),
                &format!("t{taker}"),
                score.expect("a small cost"),
            );
        }
    }
    let problem = builder.build().expect("a random problem is sound");
    let value = solve(&problem, Objective::Coverage).value();
    assert_eq!(value.units, takers as u64);
    value.score.to_string().parse::<f64>().expect("a decimal").abs()
}

fn agrees(expected: f64, samples: &[f64]) {
    let count = f64::from(u32::try_from(samples.len()).expect("a few samples"));
    let mean = samples.iter().sum::<f64>() / count;
    let variance = samples.iter().map(|sample| (sample - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let z = (mean - expected) / (variance / count).sqrt();
    assert!(z.abs() < 4.0, "expected {expected}, mean {mean}, z {z}");
}

/// Parisi's formula: Σ 1/i² up to n (Linusson & Wästlund 2004, doi:10.1007/s00440-003-0308-9).
#[test]
fn random_assignment() {
    let mut random = Random(1);
    let samples: Vec<f64> = (0..60).map(|_| least_cost(100, 100, &mut random)).collect();
    agrees(1.634_983_9, &samples);
}

/// The Coppersmith–Sorkin formula for 5 × 15, all 5 matched.
#[test]
fn random_assignment_with_givers_to_spare() {
    let mut random = Random(2);
    let samples: Vec<f64> = (0..2_000).map(|_| least_cost(5, 15, &mut random)).collect();
    agrees(0.359_827_1, &samples);
}

/// Karp & Sipser (1981): the largest matching of a random bipartite graph of mean degree 2 covers
/// .78393 of each side.
#[test]
fn largest_matching_of_a_sparse_graph() {
    let nodes: u32 = 4_000;
    let mut random = Random(3);
    let samples: Vec<f64> = (0..8)
        .map(|_| {
            let mut builder = Problem::builder();
            for node in 0..nodes {
                builder
                    .giver(&format!("g{node}"), 1)
                    .taker(&format!("t{node}"), 1);
            }
            let mut pairs: Vec<(u64, u64)> = (0..2 * nodes)
                .map(|_| (random.next() % u64::from(nodes), random.next() % u64::from(nodes)))
                .collect();
            pairs.sort_unstable();
            pairs.dedup();
            for (giver, taker) in pairs {
                builder.pair(&format!("g{giver}"), &format!("t{taker}"), Score::ZERO);
            }
            let problem = builder.build().expect("a random problem is sound");
            let units = solve(&problem, Objective::Coverage).value().units;
            f64::from(u32::try_from(units).expect("few units")) / f64::from(nodes)
        })
        .collect();
    agrees(0.783_93, &samples);
}
