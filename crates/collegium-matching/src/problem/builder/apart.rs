//! Gathers how far apart the two of a pair are, and finds who is too far away.

use super::{At, FoundFault, ProblemBuilder, Rows, limits::rank};
use crate::{
    problem::{FaultKind, List, apart::Ways},
    score_model::{Apart, Beyond},
};
use std::collections::BTreeMap;

/// What was told of ways.
#[derive(Clone, Debug, Default)]
pub(super) struct GatheredWays {
    limit: Apart,
    of: Vec<WayRecord>,
}

/// Giver and taker by number, and the way between them.
#[derive(Clone, Copy, Debug)]
struct WayRecord {
    giver: u32,
    taker: u32,
    apart: Apart,
    at: At,
}

impl ProblemBuilder {
    /// How far apart the two of a pair are, as far as that is known.
    pub fn apart(&mut self, giver: &str, taker: &str, apart: Apart) -> &mut Self {
        let at = self.call(List::Ways);
        self.add_way(at, giver, taker, apart);
        self
    }

    /// Pairs that are farther apart, or take longer, are not possible, and are known as too far apart. Just at a
    /// limit a pair still is possible. Of every pair that is not forbidden something must be known then.
    ///
    /// # Example
    /// ```
    /// # use collegium_matching::{problem::Problem, score_model::{Apart, Metres}};
    /// let metres = |metres| Apart { distance: Some(Metres(metres)), ..Apart::default() };
    /// let problem = Problem::builder()
    ///     .giver("near", 1)
    ///     .giver("far", 1)
    ///     .taker("hill", 1)
    ///     .pair("near", "hill", "0.5".parse()?)
    ///     .pair("far", "hill", "0.9".parse()?)
    ///     .apart("near", "hill", metres(30_000))
    ///     .apart("far", "hill", metres(42_000))
    ///     .within(metres(30_000))
    ///     .build()?;
    /// assert_eq!((problem.pair_count(), problem.too_far_pairs().count()), (1, 1));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn within(&mut self, limit: Apart) -> &mut Self {
        self.ways.limit = limit;
        self
    }

    pub(crate) fn add_way(&mut self, at: At, giver: &str, taker: &str, apart: Apart) {
        if apart == Apart::default() {
            return;
        }
        let (giver, taker) = (self.givers.number(giver), self.takers.number(taker));
        self.ways.of.push(WayRecord {
            giver,
            taker,
            apart,
            at,
        });
    }

    /// All ways by number, and who is too far apart; what is wrong with them is told.
    pub(super) fn checked_ways(&self, rows: &mut Rows, faults: &mut Vec<FoundFault>) -> Ways {
        let mut ways = Ways {
            limit: self.ways.limit,
            ..Ways::default()
        };
        let mut first_at: BTreeMap<(u32, u32), At> = BTreeMap::new();
        for record in &self.ways.of {
            let (giver, taker) = (
                self.givers.ids.text(record.giver),
                self.takers.ids.text(record.taker),
            );
            let ranks = (rank(&rows.taker_ids, taker), rank(&rows.giver_ids, giver));
            let pair = match ranks {
                (Some(taker), Some(giver)) if rows.pair(giver, taker).is_some() => (taker, giver),
                // A pair of somebody unknown is told as that where it is listed.
                _ if self.givers.incomplete || self.takers.incomplete => continue,
                _ if is_listed(record.at) => continue,
                _ => {
                    let (giver, taker) = (giver.to_owned(), taker.to_owned());
                    faults.push(FoundFault {
                        at: record.at,
                        column: None,
                        kind: FaultKind::WayOfNoPair { giver, taker },
                    });
                    continue;
                }
            };
            ways.of.entry(pair).or_insert(record.apart);
            let first = *first_at.entry(pair).or_insert(record.at);
            // A pair that is listed twice is told as that.
            if first != record.at && !is_listed(record.at) {
                faults.push(FoundFault {
                    at: record.at,
                    column: None,
                    kind: FaultKind::DuplicateWay {
                        giver: giver.to_owned(),
                        taker: taker.to_owned(),
                        first: self.place(first, None),
                    },
                });
            }
        }
        if ways.limit != Apart::default() {
            self.find_too_far(rows, &mut ways, faults);
        }
        rows.too_far = ways.too_far.keys().copied().collect();
        ways
    }

    fn find_too_far(&self, rows: &Rows, ways: &mut Ways, faults: &mut Vec<FoundFault>) {
        for (number, record) in self.pairs.all().iter().enumerate() {
            let (giver, taker) = (
                self.givers.ids.text(record.giver),
                self.takers.ids.text(record.taker),
            );
            let ranks = rank(&rows.taker_ids, taker).zip(rank(&rows.giver_ids, giver));
            let Some(pair) = ranks.filter(|(taker, giver)| !rows.is_forbidden(*giver, *taker)) else {
                continue;
            };
            let apart = ways.of.get(&pair).copied().unwrap_or_default();
            let Err(too_far) = apart.within(ways.limit) else {
                continue;
            };
            if too_far.reasons.contains(&Beyond::NotKnown) {
                let (giver, taker) = (giver.to_owned(), taker.to_owned());
                faults.push(FoundFault {
                    at: self.pairs.at(number),
                    column: None,
                    kind: FaultKind::WayNotKnown { giver, taker },
                });
            } else {
                ways.too_far.insert(pair, record.score);
            }
        }
    }
}

/// Whether that is the place of a pair itself, in a table or on the wire.
fn is_listed(at: At) -> bool {
    at.source != List::Ways as u32
}
