//! How giving and receiving add up for each school.

use super::SupportNetwork;
use serde::Serialize;

/// What a school gave and what it received.
///
/// Has no order of its own: a school that receives more than it gives is what a support network is for.
///
/// # Units
/// Those of the ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Balance<'a> {
    /// The school.
    pub school: &'a str,
    /// Units it gave.
    pub given: u64,
    /// Units it received.
    pub received: u64,
    /// Units given less units received.
    pub balance: i64,
}

/// Giving and receiving of every school, by id. All balances together are zero.
///
/// # Complexity
/// O(schools + ties).
///
/// # Source
/// Outdegree and indegree of a valued graph: Wasserman & Faust (1994), doi:10.1017/CBO9780511815478,
/// chapter 4. The difference is ours.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, balances};
/// let network = SupportNetwork::builder()
///     .help("hill", "north", 1)
///     .help("north", "hill", 3)
///     .build()?;
/// let balances = balances(&network);
/// assert_eq!((balances[0].school, balances[0].balance), ("hill", -2));
/// assert_eq!((balances[1].given, balances[1].received), (3, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn balances(network: &SupportNetwork) -> Vec<Balance<'_>> {
    let mut balances: Vec<Balance<'_>> = network
        .schools()
        .map(|school| Balance {
            school,
            given: 0,
            received: 0,
            balance: 0,
        })
        .collect();
    for tie in &network.ties {
        balances[tie.giver].given += tie.support.units;
        balances[tie.taker].received += tie.support.units;
    }
    for one in &mut balances {
        // All units of a network together are within i64.
        one.balance = one.given.cast_signed() - one.received.cast_signed();
    }
    balances
}
