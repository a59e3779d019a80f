//! Gathers who helped whom, record by record, plan by plan, and names every fault.

use super::{NumberedTie, Support, SupportFault, SupportFaults, SupportNetwork};
use crate::{plan::Plan, problem::Problem};
use std::collections::BTreeMap;

/// Gathers schools and help in any order; [`SupportNetworkBuilder::build`] checks.
///
/// The same id is the same school, as giver and as taker. What is said more than once about two schools
/// adds up.
///
/// # Example
/// ```
/// # use collegium_matching::support_network::{SupportNetwork, SupportFault};
/// let network = SupportNetwork::builder()
///     .school("900021") // a member, whether or not it takes part
///     .help("901234", "900017", 1)
///     .next_round()
///     .help("901234", "900017", 2)
///     .build()?;
/// let support = network.support("901234", "900017").ok_or("no tie")?;
/// assert_eq!(support.to_string(), "3 units in 2 rounds");
///
/// let faults = SupportNetwork::builder().help("901234", "901234", 1).build().unwrap_err();
/// assert_eq!(faults.to_string(), "\"901234\" is giver and taker of the same help");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct SupportNetworkBuilder {
    /// The schools, numbered as they came.
    numbers: BTreeMap<Box<str>, usize>,
    records: Vec<Record>,
    round: u64,
    faults: Vec<SupportFault>,
}

#[derive(Clone, Copy, Debug)]
struct Record {
    giver: usize,
    taker: usize,
    /// Nothing where the support is that of several rounds, none of which is told elsewhere.
    round: Option<u64>,
    support: Support,
}

impl SupportNetworkBuilder {
    /// A member of the network, with or without a tie.
    pub fn school(&mut self, id: &str) -> &mut Self {
        self.number(id);
        self
    }

    /// From here on help is of another round than before.
    pub fn next_round(&mut self) -> &mut Self {
        self.round += 1;
        self
    }

    /// `giver` helped `taker` with so many units in this round.
    pub fn help(&mut self, giver: &str, taker: &str, units: u64) -> &mut Self {
        self.record(giver, taker, Some(self.round), Support { units, rounds: 1 });
        self
    }

    /// What went from `giver` to `taker` over several rounds, none of which is told otherwise.
    pub fn tie(&mut self, giver: &str, taker: &str, support: Support) -> &mut Self {
        self.record(giver, taker, None, support);
        self
    }

    /// A plan as a round of its own: every giver and taker of its problem is a member, every assignment one
    /// unit of help. `problem` must be the one that was solved.
    ///
    /// `school_of` names the school behind an id, and is asked once for each giver and taker: an id may be
    /// a need, `900017/attendance`, or a person. A stored plan is verified first, by
    /// [`PlanFile::to_plan`](crate::plan::file::PlanFile::to_plan).
    pub fn plan(&mut self, problem: &Problem, plan: &Plan, school_of: impl Fn(&str) -> String) -> &mut Self {
        let givers: Vec<String> = problem.givers().map(|giver| school_of(giver.id)).collect();
        let takers: Vec<String> = problem.takers().map(|taker| school_of(taker.id)).collect();
        for school in givers.iter().chain(&takers) {
            self.school(school);
        }
        self.next_round();
        for pair in plan.assignments() {
            match (givers.get(pair.giver.at()), takers.get(pair.taker.at())) {
                (Some(giver), Some(taker)) if problem.score(pair.giver, pair.taker) == Some(pair.score) => {
                    self.help(giver, taker, 1);
                }
                _ => {
                    self.faults.push(SupportFault::AnotherProblem);
                    break;
                }
            }
        }
        self.next_round()
    }

    /// Checks everything that came.
    ///
    /// # Complexity
    /// O(records · log records).
    pub fn build(&self) -> Result<SupportNetwork, SupportFaults> {
        if !self.faults.is_empty() {
            return Err(SupportFaults(self.faults.clone()));
        }
        let too_many = || SupportFaults(vec![SupportFault::TooMany]);
        let units: u128 = self
            .records
            .iter()
            .map(|record| u128::from(record.support.units))
            .sum();
        i64::try_from(units).map_err(|_| too_many())?;

        let ties = self.merged_ties();
        // The number below 2³² that is left out says "none" in petgraph.
        if u32::try_from(self.numbers.len().max(ties.len())).map_or(true, |count| count == u32::MAX) {
            return Err(too_many());
        }
        Ok(SupportNetwork {
            schools: self.numbers.keys().cloned().collect(),
            ties,
        })
    }

    /// One tie for each giver and taker, by rank. The units of all records together are within `i64`.
    fn merged_ties(&self) -> Vec<NumberedTie> {
        let mut ranks = vec![0; self.numbers.len()];
        for (rank, &number) in self.numbers.values().enumerate() {
            ranks[number] = rank;
        }
        let mut records = self.records.clone();
        for record in &mut records {
            (record.giver, record.taker) = (ranks[record.giver], ranks[record.taker]);
        }
        records.sort_unstable_by_key(|record| (record.giver, record.taker, record.round));
        records
            .chunk_by(|a, b| (a.giver, a.taker) == (b.giver, b.taker))
            .map(|of_two| NumberedTie {
                giver: of_two[0].giver,
                taker: of_two[0].taker,
                support: Support {
                    units: of_two.iter().map(|record| record.support.units).sum(),
                    rounds: of_two
                        .chunk_by(|a, b| a.round.is_some() && a.round == b.round)
                        .map(|of_round| of_round[0].support.rounds)
                        .sum(),
                },
            })
            .collect()
    }

    fn record(&mut self, giver: &str, taker: &str, round: Option<u64>, support: Support) {
        let ends = (self.number(giver), self.number(taker));
        let (Some(giver_number), Some(taker_number)) = ends else {
            return;
        };
        if giver_number == taker_number {
            self.faults.push(SupportFault::HelpsItself {
                school: giver.to_owned(),
            });
        }
        if support.rounds == 0 || support.units < support.rounds {
            self.faults.push(SupportFault::NotCounted {
                giver: giver.to_owned(),
                taker: taker.to_owned(),
                support,
            });
        }
        self.records.push(Record {
            giver: giver_number,
            taker: taker_number,
            round,
            support,
        });
    }

    /// The school's number; nothing, and a fault, where the id is empty.
    fn number(&mut self, id: &str) -> Option<usize> {
        if id.is_empty() {
            self.faults.push(SupportFault::EmptyId);
            return None;
        }
        if let Some(&number) = self.numbers.get(id) {
            return Some(number);
        }
        let number = self.numbers.len();
        self.numbers.insert(id.into(), number);
        Some(number)
    }
}
