//! Gathers a problem record by record, then checks it as a whole and names every fault.

use super::{
    Fault, FaultKind, List, Place, Problem, ProblemFaults,
    apart::Ways,
    count,
    ids::Ids,
    limits::{Limits, Present},
};
use crate::score::Score;
use pairs::{PairRecord, PairRecords};
use rows::Rows;

mod apart;
pub(crate) mod limits;
mod pairs;
mod rows;

/// Gathers givers, takers, pairs and forbidden pairs in any order; [`ProblemBuilder::build`] checks.
///
/// # Example
/// ```
/// # use collegium_matching::problem::Problem;
/// let faults = Problem::builder()
///     .giver("901234", 2)
///     .giver("901234", 3)
///     .pair("901234", "900017", "0.8".parse()?)
///     .build()
///     .unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "giver 2: giver \"901234\" is listed already, at giver 1\n\
///      pair 1: no taker \"900017\" is listed"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ProblemBuilder {
    tables: Vec<String>,
    givers: Side,
    takers: Side,
    pairs: PairRecords,
    forbidden: PairRecords,
    /// How many records came by calls, per list.
    called: [u32; LISTS.len()],
    faults: Vec<FoundFault>,
    gathered: limits::Gathered,
    ways: apart::GatheredWays,
}

/// The lists in the order in which their faults are told.
const LISTS: [List; 11] = [
    List::Givers,
    List::Takers,
    List::Pairs,
    List::Forbidden,
    List::GiverGroups,
    List::TakerGroups,
    List::Minimums,
    List::Memberships,
    List::Required,
    List::Present,
    List::Ways,
];

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// Below the number of [`LISTS`] that list, handed over by calls; above it a table.
    source: u32,
    number: u32,
}

impl At {
    /// The same table, another line.
    pub(crate) fn line(self, line: u32) -> Self {
        Self { number: line, ..self }
    }
}

#[derive(Clone, Debug)]
struct FoundFault {
    at: At,
    column: Option<String>,
    kind: FaultKind,
}

/// Givers or takers: their ids, numbered as they come, and what was declared of them.
#[derive(Clone, Debug, Default)]
struct Side {
    ids: Ids,
    declared: Vec<Option<(u32, At)>>,
    /// A record of this side could not be read, so that an unknown id may be its.
    incomplete: bool,
}

impl Side {
    fn number(&mut self, id: &str) -> u32 {
        let number = self.ids.number(id);
        self.declared.resize(self.ids.len(), None);
        number
    }

    /// Where an id was declared.
    fn declared_at(&self, id: &str) -> Option<At> {
        let number = self.ids.find(id)?;
        self.declared
            .get(number as usize)
            .copied()
            .flatten()
            .map(|(_, at)| at)
    }

    fn is_unknown(&self, number: u32) -> bool {
        !self.incomplete && self.declared[number as usize].is_none()
    }

    /// Declares an id, or says where it was declared before.
    fn declare(&mut self, id: &str, units: u32, at: At) -> Option<At> {
        let number = self.number(id);
        let declared = &mut self.declared[number as usize];
        let first = declared.map(|(_, first)| first);
        declared.get_or_insert((units, at));
        first
    }

    /// Ids and units by id, and each number's rank.
    fn ranked(&self) -> (Vec<Box<str>>, Vec<u32>, Vec<u32>) {
        let mut ranks = vec![u32::MAX; self.ids.len()];
        let (mut ids, mut units) = (Vec::new(), Vec::new());
        for number in self.ids.sorted() {
            if let Some((declared, _)) = self.declared[number as usize] {
                ranks[number as usize] = count(ids.len());
                ids.push(self.ids.text(number).into());
                units.push(declared);
            }
        }
        (ids, units, ranks)
    }
}

impl ProblemBuilder {
    /// A giver that can give `capacity` units at once; 0 is allowed.
    pub fn giver(&mut self, id: &str, capacity: u32) -> &mut Self {
        let at = self.call(List::Givers);
        self.add_giver(at, id, capacity);
        self
    }

    /// A taker that asks for `demand` units, each from a different giver; 0 is allowed.
    pub fn taker(&mut self, id: &str, demand: u32) -> &mut Self {
        let at = self.call(List::Takers);
        self.add_taker(at, id, demand);
        self
    }

    /// A pair that is possible, with at most one unit. The score may be negative.
    pub fn pair(&mut self, giver: &str, taker: &str, score: Score) -> &mut Self {
        let at = self.call(List::Pairs);
        self.add_pair(at, giver, taker, score);
        self
    }

    /// A pair that must not be used, whether or not it is among the pairs; saying so twice is no fault.
    pub fn forbid(&mut self, giver: &str, taker: &str) -> &mut Self {
        let at = self.call(List::Forbidden);
        self.add_forbidden(at, giver, taker);
        self
    }

    /// Checks everything that was gathered.
    ///
    /// # Errors
    /// All faults at once, by list or table, then record.
    ///
    /// # Complexity
    /// O(pairs · log(longest row)); the builder is left as it was.
    pub fn build(&self) -> Result<Problem, ProblemFaults> {
        let mut faults = self.faults.clone();
        let mut rows = self.rows();
        self.unknown_ids(&mut faults);
        self.repeated_pairs(&rows, &mut faults);
        let ways = self.checked_ways(&mut rows, &mut faults);
        let limits = self.limits(&rows, &ways, &mut faults);
        let present = self.present_plan(&rows, &mut faults);
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.at);
            return Err(ProblemFaults(
                faults.into_iter().map(|fault| self.fault(fault)).collect(),
            ));
        }
        Ok(Self::assemble(rows, limits, present, ways))
    }

    fn unknown_ids(&self, faults: &mut Vec<FoundFault>) {
        for list in [&self.pairs, &self.forbidden] {
            for (number, pair) in list.all().iter().enumerate() {
                if self.givers.is_unknown(pair.giver) {
                    let id = self.givers.ids.text(pair.giver).to_owned();
                    faults.push(FoundFault {
                        at: list.at(number),
                        column: Some("giver".to_owned()),
                        kind: FaultKind::UnknownGiver { id },
                    });
                }
                if self.takers.is_unknown(pair.taker) {
                    let id = self.takers.ids.text(pair.taker).to_owned();
                    faults.push(FoundFault {
                        at: list.at(number),
                        column: Some("taker".to_owned()),
                        kind: FaultKind::UnknownTaker { id },
                    });
                }
            }
        }
    }

    fn repeated_pairs(&self, rows: &Rows, faults: &mut Vec<FoundFault>) {
        for repeated in &rows.repeated {
            let again = self.pairs.all()[repeated.again as usize];
            faults.push(FoundFault {
                at: self.pairs.at(repeated.again as usize),
                column: None,
                kind: FaultKind::DuplicatePair {
                    giver: self.givers.ids.text(again.giver).to_owned(),
                    taker: self.takers.ids.text(again.taker).to_owned(),
                    first: self.place(self.pairs.at(repeated.first as usize), None),
                },
            });
        }
    }

    /// The problem, once nothing was found wrong with it.
    fn assemble(mut rows: Rows, limits: Limits, present: Present, ways: Ways) -> Problem {
        let forbidden = rows.without_impossible();
        Problem {
            giver_ids: rows.giver_ids,
            capacities: rows.capacities,
            taker_ids: rows.taker_ids,
            demands: rows.demands,
            row_starts: rows.starts,
            pair_givers: rows.pair_givers,
            pair_scores: rows.pair_scores,
            forbidden,
            limits,
            present,
            ways,
        }
    }

    fn fault(&self, found: FoundFault) -> Fault {
        Fault {
            place: self.place(found.at, found.column),
            kind: found.kind,
        }
    }

    fn place(&self, at: At, column: Option<String>) -> Place {
        match LISTS.get(at.source as usize) {
            Some(&list) => Place::Record {
                list,
                number: at.number,
            },
            None => Place::Line {
                table: self.tables[at.source as usize - LISTS.len()].clone(),
                line: at.number,
                column,
            },
        }
    }

    pub(crate) fn call(&mut self, list: List) -> At {
        let number = &mut self.called[list as usize];
        *number = number.saturating_add(1);
        At {
            source: list as u32,
            number: *number,
        }
    }
}

/// What the tables' readers add.
impl ProblemBuilder {
    /// A new table, of which the first line is at hand.
    pub(crate) fn table(&mut self, label: &str) -> At {
        self.tables.push(label.to_owned());
        At {
            source: count(LISTS.len() + self.tables.len() - 1),
            number: 1,
        }
    }

    pub(crate) fn add_giver(&mut self, at: At, id: &str, capacity: u32) {
        if self.givers.ids.len() >= MOST_RECORDS {
            self.add_fault(at, None, FaultKind::TooManyRecords);
            return;
        }
        if let Some(first) = self.givers.declare(id, capacity, at) {
            let first = self.place(first, None);
            let id = id.to_owned();
            self.add_fault(at, Some("giver"), FaultKind::DuplicateGiver { id, first });
        }
        self.check_id(at, "giver", id);
    }

    pub(crate) fn add_taker(&mut self, at: At, id: &str, demand: u32) {
        if self.takers.ids.len() >= MOST_RECORDS {
            self.add_fault(at, None, FaultKind::TooManyRecords);
            return;
        }
        if let Some(first) = self.takers.declare(id, demand, at) {
            let first = self.place(first, None);
            let id = id.to_owned();
            self.add_fault(at, Some("taker"), FaultKind::DuplicateTaker { id, first });
        }
        self.check_id(at, "taker", id);
    }

    pub(crate) fn add_pair(&mut self, at: At, giver: &str, taker: &str, score: Score) {
        if giver == taker {
            let id = giver.to_owned();
            self.add_fault(at, None, FaultKind::SameSchool { id });
        }
        if self.pairs.len() >= MOST_RECORDS {
            self.add_fault(at, None, FaultKind::TooManyRecords);
            return;
        }
        let (giver, taker) = (self.givers.number(giver), self.takers.number(taker));
        let record = PairRecord { giver, taker, score };
        self.pairs.push(record, at);
    }

    pub(crate) fn add_forbidden(&mut self, at: At, giver: &str, taker: &str) {
        let (giver, taker) = (self.givers.number(giver), self.takers.number(taker));
        let record = PairRecord {
            giver,
            taker,
            score: Score::ZERO,
        };
        self.forbidden.push(record, at);
    }

    pub(crate) fn add_fault(&mut self, at: At, column: Option<&str>, kind: FaultKind) {
        self.faults.push(FoundFault {
            at,
            column: column.map(str::to_owned),
            kind,
        });
    }

    /// Some record of that list is lost: an id that seems unknown may have stood there.
    pub(crate) fn lost(&mut self, list: List) {
        match list {
            List::Givers => self.givers.incomplete = true,
            List::Takers => self.takers.incomplete = true,
            List::GiverGroups => self.gathered.lost_groups(limits::Sided::Givers),
            List::TakerGroups => self.gathered.lost_groups(limits::Sided::Takers),
            _ => {}
        }
    }

    fn check_id(&mut self, at: At, column: &str, id: &str) {
        if id.is_empty() {
            self.add_fault(at, Some(column), FaultKind::EmptyId);
        }
    }
}

/// The most records of one list: so that pairs and takers together still have numbers of 32 bits.
const MOST_RECORDS: usize = 1 << 31;
