//! From the network's state to a matching problem: which givers come into question for which needs, and
//! what speaks for each. A pure function of the state, so that an auditor can make the same problem from
//! the log alone.

use crate::{
    ledger::Ledger,
    network::{Network, Opened},
    opening::Member,
    round::Basis,
};
use collegium_cycle::{
    cycle::{Cycle, CyclePhase},
    need::NeedState,
};
use collegium_matching::{
    problem::{Problem, ProblemFaults},
    score::Score,
};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, NeedId, SchoolId},
    need::Severity,
    quantity::{Metres, Units},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// A matching problem with what its ids stand for.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// Givers by reference, takers by `reference/area`.
    pub problem: Problem,
    /// The rules by which they were brought together.
    pub rules: CandidateRules,
    /// Which need each taker id stands for.
    pub needs: BTreeMap<String, TakerNeed>,
    /// Which school each giver id stands for.
    pub givers: BTreeMap<String, SchoolId>,
}

/// The need behind a taker id, and who did not come into question for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakerNeed {
    /// Its cycle.
    pub cycle: CycleId,
    /// The need.
    pub need: NeedId,
    /// Givers that offer help but did not come into question, and why.
    pub ruled_out: RuledOut,
}

/// How many givers with free capacity did not come into question for a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuledOut {
    /// They offer no help in the area.
    pub other_area: u32,
    /// They are farther away than the rules allow.
    pub too_far: u32,
    /// The nearest of those that are too far.
    pub nearest_too_far: Option<Metres>,
    /// Their place or the taker's is not known, and distance matters.
    pub no_place: u32,
    /// They were proposed for this need before.
    pub tried: u32,
}

/// A giver with free capacity.
struct Giver<'a> {
    id: String,
    member: &'a Member,
    ledger: &'a Ledger,
}

impl Candidates {
    /// Which need each taker id stands for, as a proposed plan records it.
    pub fn need_ids(&self) -> BTreeMap<String, NeedId> {
        self.needs
            .iter()
            .map(|(taker, it)| (taker.clone(), it.need))
            .collect()
    }
}

impl Network {
    /// Brings needs and offers together under `rules`: every need that takes part, with the units
    /// it still lacks, and every giver with the units it still has free.
    ///
    /// Complexity: needs × givers.
    ///
    /// # Errors
    /// [`ProblemFaults`] where the network is beyond the limits of a matching problem.
    pub fn candidates(&self, rules: &CandidateRules, basis: Basis) -> Result<Candidates, ProblemFaults> {
        let mut builder = Problem::builder();
        let mut needs = BTreeMap::new();
        let mut givers = BTreeMap::new();
        let Some(opened) = &self.opened else {
            return Ok(Candidates {
                problem: builder.build()?,
                rules: *rules,
                needs,
                givers,
            });
        };
        let free = self.free_givers(opened);
        for (giver, units) in &free {
            builder.giver(&giver.id, u32::from(units.0));
            givers.insert(giver.id.clone(), giver.member.school);
        }
        for (cycle_id, cycle) in &self.cycles {
            let Some(taker) = cycle.school().and_then(|school| opened.members.get(&school)) else {
                continue;
            };
            for (need_id, state) in &cycle.needs {
                let units = match basis {
                    Basis::Diagnosed => cycle.open_units(*need_id),
                    Basis::Reported => cycle.lacking_units(*need_id),
                };
                if units == Units(0) || !runs(cycle) {
                    continue;
                }
                let id = taker_id(taker, state, &needs);
                builder.taker(&id, u32::from(units.0));
                let mut ruled_out = RuledOut::default();
                for (giver, _) in &free {
                    if let Some(score) = score(taker, cycle, state, giver, rules, &mut ruled_out) {
                        builder.pair(&giver.id, &id, score);
                    }
                }
                needs.insert(
                    id,
                    TakerNeed {
                        cycle: *cycle_id,
                        need: *need_id,
                        ruled_out,
                    },
                );
            }
        }
        Ok(Candidates {
            problem: builder.build()?,
            rules: *rules,
            needs,
            givers,
        })
    }

    fn free_givers<'a>(&'a self, opened: &'a Opened) -> Vec<(Giver<'a>, Units)> {
        let size = self.rules().deployment_size();
        let giver = |(school, ledger): (&SchoolId, &'a Ledger)| {
            let member = opened.members.get(school)?;
            let free = ledger.free(size);
            let giver = Giver {
                id: member.reference.to_string(),
                member,
                ledger,
            };
            (free > Units(0)).then_some((giver, free))
        };
        self.ledgers.iter().filter_map(giver).collect()
    }
}

/// A paused cycle takes no place from others: nothing could be proposed to it.
fn runs(cycle: &Cycle) -> bool {
    cycle
        .opened
        .as_ref()
        .is_some_and(|opened| opened.phase == CyclePhase::Active)
}

/// `reference/area`; a second need of one school in one area gets a number.
fn taker_id(taker: &Member, state: &NeedState, taken: &BTreeMap<String, TakerNeed>) -> String {
    let id = format!("{}/{}", taker.reference, state.need.area);
    let mut candidates = (2..).map(|number| format!("{id}/{number}"));
    if taken.contains_key(&id) {
        candidates
            .find(|numbered| !taken.contains_key(numbered))
            .unwrap_or(id)
    } else {
        id
    }
}

/// What speaks for a giver; none where it does not come into question.
fn score(
    taker: &Member,
    cycle: &Cycle,
    state: &NeedState,
    giver: &Giver<'_>,
    rules: &CandidateRules,
    ruled_out: &mut RuledOut,
) -> Option<Score> {
    if giver.member.school == taker.school {
        return None;
    }
    if !giver
        .ledger
        .offer
        .as_ref()
        .is_some_and(|offer| offer.areas.contains(&state.need.area))
    {
        ruled_out.other_area += 1;
        return None;
    }
    if cycle.has_tried(state.need.id, giver.member.school) {
        ruled_out.tried += 1;
        return None;
    }
    match ScoreParts::of(rules, taker, giver.member, state.need.severity) {
        Ok(parts) => parts.total(),
        Err(OutOfReach::NoPlace) => {
            ruled_out.no_place += 1;
            None
        }
        Err(OutOfReach::TooFar(distance)) => {
            ruled_out.too_far += 1;
            let nearest = ruled_out
                .nearest_too_far
                .map_or(distance, |nearest| nearest.min(distance));
            ruled_out.nearest_too_far = Some(nearest);
            None
        }
    }
}

/// What speaks for a giver, part by part; the parts add up to the pair's score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreParts {
    /// For how severe the need is.
    pub severity: Score,
    /// For serving the same stage of education.
    pub same_phase: Score,
    /// For being near.
    pub nearness: Score,
    /// How far apart the two are, where both places are known.
    pub distance: Option<Metres>,
}

/// Why distance rules a giver out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfReach {
    /// A place is not known, and distance matters.
    NoPlace,
    /// They are this far apart, which is farther than the rules allow.
    TooFar(Metres),
}

impl ScoreParts {
    /// What speaks for `giver` under `rules`, exact in millionths of a point.
    ///
    /// # Errors
    /// [`OutOfReach`] where distance rules the giver out.
    pub fn of(
        rules: &CandidateRules,
        taker: &Member,
        giver: &Member,
        severity: Severity,
    ) -> Result<Self, OutOfReach> {
        let distance = taker
            .place
            .zip(giver.place)
            .map(|(taker, giver)| taker.distance(giver));
        let nearness = match (rules.farthest, distance) {
            (None, _) => 0,
            (Some(_), None) => return Err(OutOfReach::NoPlace),
            (Some(farthest), Some(distance)) if distance > farthest => {
                return Err(OutOfReach::TooFar(distance));
            }
            (Some(farthest), Some(distance)) => {
                let left = i128::from(farthest.0 - distance.0);
                let points = i128::from(rules.nearness_points) * i128::from(MICROS);
                // At most the points themselves, for what is left is at most `farthest`.
                i64::try_from(points * left / i128::from(farthest.0).max(1)).unwrap_or(0)
            }
        };
        let same_phase = giver.education_phase == taker.education_phase;
        let same_phase = if same_phase {
            i64::from(rules.same_phase_points) * MICROS
        } else {
            0
        };
        let severity = i64::from(rules.severity_points) * i64::from(severity.rank()) * MICROS;
        // At most 65,535 points a part and four ranks, far below the limit of a score.
        let score = |micros| Score::from_micros(micros).unwrap_or(Score::ZERO);
        let (severity, same_phase, nearness) = (score(severity), score(same_phase), score(nearness));
        Ok(Self {
            severity,
            same_phase,
            nearness,
            distance,
        })
    }

    /// The score of the pair.
    pub fn total(&self) -> Option<Score> {
        let parts = [self.severity, self.same_phase, self.nearness];
        Score::from_micros(parts.iter().map(|part| part.micros()).sum()).ok()
    }
}

/// A point of score in the smallest unit that scores keep exactly.
const MICROS: i64 = 1_000_000;
