//! How many can be matched at all where possible pairs are few and random.

use crate::{
    bisection::crossing,
    parameter::{Check, Faults},
};

/// The size of a largest matching in a large random bipartite graph, as a share of n: n on each side, each
/// pair possible with chance `degree` / n.
///
/// # Units
/// `degree` is the mean number of possible partners, above 0. The limit for n → ∞.
///
/// # Source
/// Karp & Sipser (1981), doi:10.1109/SFCS.1981.21: with γ the smallest root of x = c·exp(−c·e^{−x}) and
/// γ′ = c·e^{−γ}, the share is 2 − (γ + γ′ + γγ′)/c.
pub fn sparse_matching_share(degree: f64) -> Result<f64, Faults> {
    Check::default().positive("degree", degree).done()?;
    let reached = |x: f64| degree * libm::exp(-x);
    // Up to x = c·e^{−x} the equation has one root: that place itself up to c = e, a smaller one beyond.
    let symmetric = crossing(0.0, degree, |x| reached(x) > x);
    let smallest = crossing(0.0, symmetric, |x| reached(reached(x)) > x);
    let other = reached(smallest);
    Ok(2.0 - (smallest + other + smallest * other) / degree)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chance::{Stream, StreamKey, StreamName},
        counts::{float, whole},
    };

    /// Looks for a free partner, moving others on the way (Kuhn).
    fn augments(
        left: usize,
        partners: &[Vec<usize>],
        seen: &mut [bool],
        held_by: &mut [Option<usize>],
    ) -> bool {
        for &right in &partners[left] {
            if !seen[right] {
                seen[right] = true;
                if held_by[right].is_none_or(|other| augments(other, partners, seen, held_by)) {
                    held_by[right] = Some(left);
                    return true;
                }
            }
        }
        false
    }

    #[test]
    fn random_graphs_come_near() {
        const SIZE: u64 = 4000;
        for degree in [0.5, 2.0, std::f64::consts::E, 3.5, 6.0] {
            let mut stream = Stream::new(StreamKey {
                seed: 1,
                replication: 0,
                name: StreamName::new("sparse"),
                entity: degree.to_bits(),
            });
            // As many pairs as expected, spread at random: their number's own chance would only blur.
            let mut partners = vec![Vec::new(); usize::try_from(SIZE).unwrap()];
            let mut any = || usize::try_from(stream.below(SIZE).unwrap()).unwrap();
            for _ in 0..whole(degree * float(SIZE)) {
                partners[any()].push(any());
            }
            let mut held_by = vec![None; partners.len()];
            let mut matched = 0_u32;
            for left in 0..partners.len() {
                let mut seen = vec![false; partners.len()];
                matched += u32::from(augments(left, &partners, &mut seen, &mut held_by));
            }
            let share = f64::from(matched) / float(SIZE);
            let exact = sparse_matching_share(degree).unwrap();
            assert!((share - exact).abs() < 0.01, "{degree}: {share} {exact}");
        }
    }

    #[test]
    fn the_ends() {
        assert!(sparse_matching_share(1e-9).unwrap() < 1e-8);
        assert!((sparse_matching_share(40.0).unwrap() - 1.0).abs() < 1e-12);
        assert!(sparse_matching_share(0.0).is_err());
    }
}
