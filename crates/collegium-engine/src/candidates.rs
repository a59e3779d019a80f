//! From the network's state to a matching problem: which givers come into question for which needs, and
//! what speaks for each. A pure function of the state, so that an auditor can make the same problem from
//! the log alone.

mod giver;
mod made;
mod reach;
mod teams;

use crate::{
    ledger::When,
    network::{Network, Opened},
    opening::Member,
    reviewers::OfReview,
    round::{Basis, Placement, Planned, ProposedPlan, Round},
};
use collegium_cycle::{
    cycle::{Cycle, CyclePhase},
    need::NeedState,
};
use collegium_matching::{
    plan::file::PlanFile,
    problem::{Problem, ProblemBuilder, ProblemFaults},
    score::Score,
};
use collegium_model::{
    candidate::CandidateRules,
    id::{CycleId, NeedId, PersonId, RoundId, SchoolId},
    need::Need,
    quantity::{Metres, Units},
};
use reach::Reach;
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

pub(crate) use giver::Giver;
pub(crate) use made::Made;

/// A matching problem with what its ids stand for.
#[derive(Clone, Debug)]
pub struct Candidates {
    /// Givers by reference, or by `reference/person` where a giver's people are known; takers by
    /// `reference/area`.
    pub problem: Problem,
    /// The rules by which they were brought together.
    pub rules: CandidateRules,
    /// Which need each taker id stands for.
    pub needs: BTreeMap<String, TakerNeed>,
    /// Which review each taker id stands for, where teams are sought.
    pub reviews: BTreeMap<String, OfReview>,
    /// Which supply each giver id stands for.
    pub givers: BTreeMap<String, Supply>,
}

/// What a giver id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Supply {
    /// The school, or central team.
    pub school: SchoolId,
    /// Which of its people, where they are known.
    pub person: Option<PersonId>,
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
    /// The nearest of those that are too far, where nobody is within reach.
    pub nearest_too_far: Option<Metres>,
    /// Their place or the taker's is not known, and distance matters.
    pub no_place: u32,
    /// They were proposed for this need before.
    pub tried: u32,
    /// They, or the school in need, declined in this round.
    #[serde(default)]
    pub declined: u32,
}

/// What earlier plans of the same round leave to the next.
#[derive(Clone, Copy, Default)]
struct Before<'a> {
    declined: Option<&'a BTreeSet<Placement>>,
    last: Option<&'a Planned>,
    change_price: Score,
}

impl Before<'_> {
    fn is_declined(&self, placement: &Placement) -> bool {
        self.declined.is_some_and(|declined| declined.contains(placement))
    }

    fn stands_in_last(&self, placement: &Placement) -> bool {
        self.last
            .is_some_and(|last| last.placements.contains_key(placement))
    }
}

impl Candidates {
    /// Which need each taker id stands for, as a proposed plan records it.
    pub fn need_ids(&self) -> BTreeMap<String, NeedId> {
        self.needs
            .iter()
            .map(|(taker, it)| (taker.clone(), it.need))
            .collect()
    }

    /// Which person each giver id stands for, as a proposed plan records it.
    pub fn people_ids(&self) -> BTreeMap<String, PersonId> {
        let people = self.givers.iter();
        people
            .filter_map(|(giver, it)| Some((giver.clone(), it.person?)))
            .collect()
    }

    /// A plan as it is put forward in a round.
    pub fn proposal(&self, round: RoundId, plan: PlanFile) -> ProposedPlan {
        ProposedPlan {
            round,
            plan: Box::new(plan),
            needs: self.need_ids(),
            reviews: self.reviews.clone(),
            people: self.people_ids(),
        }
    }
}

impl Network {
    /// Brings needs and offers together under `rules`: every need that takes part, with the units
    /// it still lacks, and every giver with the units it still has free.
    ///
    /// A giver whose people are known gives through them: each deployable person is a giver of their own, and
    /// all together give no more than the school does.
    ///
    /// Complexity: needs × givers within reach of each, and needs × givers where distance does not matter.
    ///
    /// # Errors
    /// [`ProblemFaults`] where the network is beyond the limits of a matching problem.
    pub fn candidates(&self, rules: &CandidateRules, basis: Basis) -> Result<Candidates, ProblemFaults> {
        self.candidates_after(rules, basis, self.from_now_on(), Before::default())
    }

    /// The same for the next plan of a round: without what was declined in it, and with its last plan as the
    /// one that is at work. Solve it for [`Round::objective`]. Asked for again before anything happens, it is
    /// the same one, and is not made anew.
    ///
    /// # Errors
    /// As [`Network::candidates`].
    pub fn candidates_of(&self, round: &Round) -> Result<Arc<Candidates>, ProblemFaults> {
        let is_own = self
            .rounds
            .get(&round.opened.round)
            .is_some_and(|own| std::ptr::eq(own, round));
        if is_own {
            self.made.of(round, || self.make_candidates_of(round))
        } else {
            self.make_candidates_of(round).map(Arc::new)
        }
    }

    fn make_candidates_of(&self, round: &Round) -> Result<Candidates, ProblemFaults> {
        let is_first = round.declined.is_empty();
        let before = Before {
            declined: Some(&round.declined),
            last: round.planned().filter(|_| !is_first),
            change_price: if is_first {
                Score::ZERO
            } else {
                round.opened.change_price
            },
        };
        let now = self.from_now_on();
        let when = self.opened.as_ref().map_or(now, |opened| When {
            terms: opened.terms(round.from, None).no_earlier_than(now.now),
            ..now
        });
        self.candidates_after(&round.opened.candidates, round.opened.basis, when, before)
    }

    fn candidates_after(
        &self,
        rules: &CandidateRules,
        basis: Basis,
        when: When,
        before: Before<'_>,
    ) -> Result<Candidates, ProblemFaults> {
        let mut builder = Problem::builder();
        let mut needs = BTreeMap::new();
        let Some(opened) = &self.opened else {
            return Ok(Candidates {
                problem: builder.build()?,
                rules: *rules,
                needs,
                reviews: BTreeMap::new(),
                givers: BTreeMap::new(),
            });
        };
        if before.change_price != Score::ZERO {
            builder.change_price(before.change_price);
        }
        if basis.is_of_reviews() {
            return self.candidates_for_teams(rules, basis, when, before, opened, builder);
        }
        let free = self.free_givers(opened, when, &mut builder);
        let reach = Reach::new(&free, rules);
        for (school, cycle_id) in &self.open_cycles {
            let running = self.cycles.get(cycle_id).filter(|cycle| runs(cycle));
            let Some((cycle, taker)) = running.zip(opened.present(*school)) else {
                continue;
            };
            for (need_id, state) in &cycle.needs {
                let units = if basis == Basis::Reported {
                    cycle.lacking_units(*need_id)
                } else {
                    cycle.open_units(*need_id)
                };
                if units == Units(0) {
                    continue;
                }
                let id = taker_id(taker, state, &needs);
                builder.taker(&id, u32::from(units.0));
                let area = &state.need.area;
                let (within, mut ruled_out) = reach.of(taker, area, &cycle.tried_for(*need_id));
                for giver in within {
                    let placement = giver.supply.to(*need_id);
                    if before.is_declined(&placement) {
                        ruled_out.declined += 1;
                        continue;
                    }
                    let parts = ScoreParts::of(rules, taker, giver.member, &state.need);
                    let Some(score) = parts.ok().and_then(|parts| parts.total()) else {
                        continue;
                    };
                    builder.pair(&giver.id, &id, score);
                    if before.stands_in_last(&placement) {
                        builder.present(&giver.id, &id);
                    }
                }
                let (cycle, need) = (*cycle_id, *need_id);
                needs.insert(
                    id,
                    TakerNeed {
                        cycle,
                        need,
                        ruled_out,
                    },
                );
            }
        }
        Ok(Candidates {
            problem: builder.build()?,
            rules: *rules,
            needs,
            reviews: BTreeMap::new(),
            givers: free.into_iter().map(|giver| (giver.id, giver.supply)).collect(),
        })
    }

    /// Every giver with room, told to the builder.
    fn free_givers<'a>(
        &'a self,
        opened: &'a Opened,
        when: When,
        builder: &mut ProblemBuilder,
    ) -> Vec<Giver<'a>> {
        let size = self.rules().deployment_size();
        let mut all = Vec::new();
        for (school, ledger) in self.ledgers.iter() {
            let Some(member) = opened.present(*school) else {
                continue;
            };
            let free = ledger.free(size, when);
            let supplies = Giver::of(member, ledger, size, when).into_iter();
            let with_room: Vec<_> = supplies.filter(|it| it.units > Units(0)).collect();
            if free == Units(0) || with_room.is_empty() {
                continue;
            }
            if !ledger.people.is_empty() {
                let group = member.reference.to_string();
                for giver in &with_room {
                    builder.giver_in(&giver.id, &group);
                }
                builder.giver_group(&group, u32::from(free.0));
            }
            all.extend(with_room);
        }
        for giver in &all {
            builder.giver(&giver.id, u32::from(giver.units.0));
        }
        all
    }
}

impl Supply {
    /// It for a need.
    pub const fn to(self, need: NeedId) -> Placement {
        Placement::with(self.school, self.person, need)
    }
}

/// A paused cycle takes no place from others: nothing could be proposed to it.
pub(crate) fn runs(cycle: &Cycle) -> bool {
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

/// What speaks for a giver, part by part; the parts add up to the pair's score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreParts {
    /// For how severe the need is.
    pub severity: Score,
    /// For serving the same stage of education.
    pub same_phase: Score,
    /// For being near.
    pub nearness: Score,
    /// A millionth of a point for a year group that comes first among equals.
    pub key_year: Score,
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
    /// A need of a key year group ([`KEY_YEARS`]) comes first among equals: it counts a millionth more, which
    /// decides between pairs that are worth the same, and outweighs no point of anything else.
    ///
    /// # Errors
    /// [`OutOfReach`] where distance rules the giver out.
    pub fn of(
        rules: &CandidateRules,
        taker: &Member,
        giver: &Member,
        need: &Need,
    ) -> Result<Self, OutOfReach> {
        let severity = i64::from(rules.severity_points) * i64::from(need.severity.rank()) * MICROS;
        let is_key = need.year_group.is_some_and(|year| KEY_YEARS.contains(&year));
        Ok(Self {
            severity: score(severity),
            key_year: score(i64::from(is_key)),
            ..Self::between(rules, taker, giver)?
        })
    }

    /// The same for two schools alone, where there is no need: a team for a review.
    ///
    /// # Errors
    /// As [`ScoreParts::of`].
    pub fn between(rules: &CandidateRules, taker: &Member, giver: &Member) -> Result<Self, OutOfReach> {
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
        Ok(Self {
            severity: Score::ZERO,
            same_phase: score(same_phase),
            nearness: score(nearness),
            key_year: Score::ZERO,
            distance,
        })
    }

    /// The score of the pair.
    pub fn total(&self) -> Option<Score> {
        let parts = [self.severity, self.same_phase, self.nearness, self.key_year];
        Score::from_micros(parts.iter().map(|part| part.micros()).sum()).ok()
    }
}

/// At most 65,535 points a part and four ranks, far below the limit of a score.
fn score(micros: i64) -> Score {
    Score::from_micros(micros).unwrap_or(Score::ZERO)
}

/// Year groups that come first among equals: the last of primary and of secondary school. Source: the fourth
/// of the five fundamentals, effective practice.
pub const KEY_YEARS: [u8; 2] = [6, 11];

/// A point of score in the smallest unit that scores keep exactly.
const MICROS: i64 = 1_000_000;
