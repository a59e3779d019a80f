//! Matching once, with random costs or wishes: what the best plan and simple rules come to on average.

use crate::parameter::{Check, Faults};

const MOST: u32 = 10_000_000;
/// The sum over pairs below takes a moment at this size.
const MOST_PAIRED: u32 = 20_000;

/// The mean cost of the cheapest assignment of `size` to `size` with independent exponential costs of mean 1:
/// Σ 1/i². It tends to π²/6.
///
/// # Source
/// Conjectured by Parisi (1998), proved by Linusson & Wästlund (2004), doi:10.1007/s00440-003-0308-9.
pub fn random_assignment_cost(size: u32) -> Result<f64, Faults> {
    Check::default().at_most(MOST, "size", size).done()?;
    Ok((1..=size).rev().map(|it| 1.0 / f64::from(it).powi(2)).sum())
}

/// The mean cost of the cheapest `pairs` pairs among `rows` × `columns` with independent exponential costs of
/// mean 1, no row or column twice: Σ 1/((m − i)(n − j)) over i, j ≥ 0 with i + j < `pairs`.
///
/// # Complexity
/// Quadratic in `pairs`.
///
/// # Source
/// Conjectured by Coppersmith & Sorkin (1999), proved by Linusson & Wästlund (2004).
pub fn partial_assignment_cost(pairs: u32, rows: u32, columns: u32) -> Result<f64, Faults> {
    Check::default()
        .at_most(rows.min(columns).min(MOST_PAIRED), "pairs", pairs)
        .done()?;
    let mut cost = 0.0;
    for i in 0..pairs {
        for j in 0..pairs - i {
            cost += 1.0 / (f64::from(rows - i) * f64::from(columns - j));
        }
    }
    Ok(cost)
}

/// How many proposals Gale and Shapley's procedure makes on average at most, with `size` on each side and
/// uniformly random wishes: below n·Hₙ.
///
/// # Source
/// Wilson (1972), An analysis of the stable marriage assignment algorithm, BIT 12.
pub fn stable_proposals_bound(size: u32) -> Result<f64, Faults> {
    Check::default().at_most(MOST, "size", size).done()?;
    Ok(f64::from(size) * harmonic(size))
}

/// The mean rank, 1 for a first wish, of what one gets where `size` choose one after another in random order
/// among as many, with uniformly random wishes: (n + 1)/n · (Hₙ₊₁ − 1).
///
/// # Source
/// The k-th to choose finds n − k + 1 of n left, the best of which ranks (n + 1)/(n − k + 2) on average.
pub fn serial_dictatorship_rank(size: u32) -> Result<f64, Faults> {
    Check::default()
        .at_least(1, "size", size)
        .at_most(MOST, "size", size)
        .done()?;
    let count = f64::from(size);
    Ok((count + 1.0) / count * (harmonic(size + 1) - 1.0))
}

fn harmonic(size: u32) -> f64 {
    (1..=size).rev().map(|it| 1.0 / f64::from(it)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{Exponential, Law, Stream, StreamKey, StreamName};

    fn stream(entity: u64) -> Stream {
        Stream::new(StreamKey {
            seed: 1,
            replication: 0,
            name: StreamName::new("assignment"),
            entity,
        })
    }

    /// The cheapest `pairs` pairs by trying all.
    fn cheapest(costs: &[Vec<f64>], row: usize, pairs: u32, used: u32) -> f64 {
        if pairs == 0 {
            return 0.0;
        }
        let Some(of_row) = costs.get(row) else {
            return f64::INFINITY;
        };
        let mut best = cheapest(costs, row + 1, pairs, used);
        for (column, cost) in of_row.iter().enumerate() {
            if used >> column & 1 == 0 {
                best = best.min(cost + cheapest(costs, row + 1, pairs - 1, used | 1 << column));
            }
        }
        best
    }

    #[test]
    fn trying_all_comes_to_the_same_mean() {
        for (pairs, rows, columns) in [(3, 3, 3), (2, 3, 4), (1, 2, 5), (3, 3, 5)] {
            let mut stream = stream(u64::from(pairs * 100 + rows * 10 + columns));
            let law = Exponential::new(1.0).unwrap();
            let (mut sum, mut squares) = (0.0, 0.0);
            let tries = 4000;
            for _ in 0..tries {
                let costs: Vec<Vec<f64>> = (0..rows)
                    .map(|_| (0..columns).map(|_| law.sample(&mut stream)).collect())
                    .collect();
                let cost = cheapest(&costs, 0, pairs, 0);
                sum += cost;
                squares += cost * cost;
            }
            let mean = sum / f64::from(tries);
            let error = ((squares / f64::from(tries) - mean * mean) / f64::from(tries)).sqrt();
            let exact = partial_assignment_cost(pairs, rows, columns).unwrap();
            assert!((mean - exact).abs() < 4.0 * error, "{mean} {exact} {error}");
        }
    }

    #[test]
    fn a_whole_assignment_is_the_same_by_both_formulas() {
        for size in 1..60 {
            let whole = random_assignment_cost(size).unwrap();
            let partial = partial_assignment_cost(size, size, size).unwrap();
            assert!((whole - partial).abs() < 1e-12, "{size}");
        }
        assert!(partial_assignment_cost(3, 2, 5).is_err());
        assert!(partial_assignment_cost(0, 0, 0).unwrap().abs() < 1e-15);
    }

    /// Numbers 0 to `size` − 1 in random order.
    fn shuffled(size: u32, stream: &mut Stream) -> Vec<usize> {
        let mut order: Vec<usize> = (0..size as usize).collect();
        for place in (1..order.len()).rev() {
            let other = stream.below(place as u64 + 1).unwrap();
            order.swap(place, usize::try_from(other).unwrap());
        }
        order
    }

    #[test]
    fn choosing_in_turn_and_proposing_come_to_it() {
        const SIZE: u32 = 6;
        let mut stream = stream(9);
        let tries = 4000;
        let (mut ranks, mut proposals) = (0_u32, 0_u32);
        for _ in 0..tries {
            let wishes: Vec<_> = (0..SIZE).map(|_| shuffled(SIZE, &mut stream)).collect();
            let mut taken = [false; SIZE as usize];
            for wish in &wishes {
                let rank = wish.iter().position(|&it| !taken[it]).unwrap();
                taken[wish[rank]] = true;
                ranks += u32::try_from(rank).unwrap() + 1;
            }
            let likings: Vec<_> = (0..SIZE).map(|_| shuffled(SIZE, &mut stream)).collect();
            let mut held: [Option<usize>; SIZE as usize] = [None; SIZE as usize];
            let mut asked = [0; SIZE as usize];
            let mut free: Vec<usize> = (0..SIZE as usize).collect();
            while let Some(asker) = free.pop() {
                let to = wishes[asker][asked[asker]];
                asked[asker] += 1;
                proposals += 1;
                let refused = match held[to] {
                    Some(other) if likings[to][other] < likings[to][asker] => Some(asker),
                    other => {
                        held[to] = Some(asker);
                        other
                    }
                };
                free.extend(refused);
            }
        }
        let rank = f64::from(ranks) / f64::from(tries) / f64::from(SIZE);
        let exact = serial_dictatorship_rank(SIZE).unwrap();
        assert!((rank - exact).abs() < 0.03, "{rank} {exact}");
        let proposals = f64::from(proposals) / f64::from(tries);
        let bound = stable_proposals_bound(SIZE).unwrap();
        assert!(
            proposals < bound && proposals > 0.7 * bound,
            "{proposals} {bound}"
        );
        assert!(serial_dictatorship_rank(0).is_err());
    }
}
