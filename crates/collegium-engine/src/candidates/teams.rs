//! Who comes into question for the teams of reviews: leads first, each a person who has shadowed; then peers.
//!
//! Two rounds and not one: where no two of a team may come from one school, a team with slots of different kind is
//! no network flow any more. With the lead known, peers are one again, for a school then sends at most one to each
//! team, and which of its people that is makes no difference to the plan.

use super::{Before, Candidates, ScoreParts, Supply};
use crate::{
    ledger::When,
    network::{Network, Opened},
    opening::Member,
    reviewers::OfReview,
    round::{Basis, Placement, Taker},
};
use collegium_matching::problem::{ProblemBuilder, ProblemFaults};
use collegium_model::{
    candidate::CandidateRules,
    id::{PersonId, SchoolId},
};
use std::collections::BTreeMap;

/// Somebody, or one of a school's people, who can be asked.
struct Asked<'a> {
    id: String,
    member: &'a Member,
    supply: Supply,
    visits: u32,
}

/// A review that lacks somebody.
struct Lacking {
    of: OfReview,
    school: SchoolId,
    places: u16,
    /// Who is in view for it already.
    in_view: Vec<(SchoolId, PersonId)>,
}

impl Network {
    /// Brings reviewers and reviews together: for `Leads` every planned review without a lead in view, for `Peers`
    /// every one with a lead and too few peers.
    ///
    /// Complexity: reviews × reviewers.
    pub(super) fn candidates_for_teams(
        &self,
        rules: &CandidateRules,
        basis: Basis,
        when: When,
        before: Before<'_>,
        opened: &Opened,
        mut builder: ProblemBuilder,
    ) -> Result<Candidates, ProblemFaults> {
        let asked = self.reviewers_to_ask(basis, when, opened);
        for giver in &asked {
            builder.giver(&giver.id, giver.visits);
        }
        let mut reviews = BTreeMap::new();
        for lacking in self.lacking(basis) {
            let Some(host) = opened.members.get(&lacking.school) else {
                continue;
            };
            let id = review_id(host, &reviews);
            builder.taker(&id, u32::from(lacking.places));
            for giver in asked.iter().filter(|it| self.may_join(it.supply, &lacking)) {
                let Supply { school, person } = giver.supply;
                let placement = Placement {
                    giver: school,
                    person,
                    taker: Taker::Review(lacking.of),
                };
                let parts = ScoreParts::between(rules, host, giver.member).ok();
                let Some(score) = parts
                    .and_then(|parts| parts.total())
                    .filter(|_| !before.is_declined(&placement))
                else {
                    continue;
                };
                builder.pair(&giver.id, &id, score);
                if before.stands_in_last(&placement) {
                    builder.present(&giver.id, &id);
                }
            }
            reviews.insert(id, lacking.of);
        }
        Ok(Candidates {
            problem: builder.build()?,
            rules: *rules,
            needs: BTreeMap::new(),
            reviews,
            givers: asked.into_iter().map(|giver| (giver.id, giver.supply)).collect(),
        })
    }

    /// Reviewers one by one, or all of a school together where no two of a team may come from it.
    fn reviewers_to_ask<'a>(&self, basis: Basis, when: When, opened: &'a Opened) -> Vec<Asked<'a>> {
        let by_school = basis == Basis::Peers && self.rules().protocol().team.different_schools;
        let mut asked: Vec<Asked<'a>> = Vec::new();
        for (school, ledger) in self.ledgers.iter() {
            let Some(member) = opened.present(*school) else {
                continue;
            };
            let (school, reference) = (*school, member.reference.to_string());
            let free = ledger.reviewers.iter().filter_map(|(person, it)| {
                let visits = u32::from(it.free_in(when.terms.from, None));
                (visits > 0 && (basis == Basis::Peers || it.has_shadowed)).then_some((*person, visits))
            });
            if by_school {
                let visits = free.map(|(_, visits)| visits).sum();
                let (id, supply) = (reference, Supply { school, person: None });
                asked.extend((visits > 0).then_some(Asked {
                    id,
                    member,
                    supply,
                    visits,
                }));
            } else {
                asked.extend(free.map(|(person, visits)| {
                    let person_of = Some(person);
                    Asked {
                        id: format!("{reference}/{person}"),
                        member,
                        supply: Supply {
                            school,
                            person: person_of,
                        },
                        visits,
                    }
                }));
            }
        }
        asked
    }

    fn lacking(&self, basis: Basis) -> impl Iterator<Item = Lacking> {
        let least_peers = self.rules().protocol().team.least_peers;
        self.without_team().filter_map(move |(school, of)| {
            let in_view: Vec<_> = self
                .booked_for(of)
                .map(|(school, person, _)| (school, person))
                .collect();
            let leads = self
                .booked_for(of)
                .any(|(_, _, it)| it.booked.get(&of).is_some_and(|it| it.leads));
            let peers = u16::try_from(in_view.len())
                .unwrap_or(u16::MAX)
                .saturating_sub(u16::from(leads));
            let places = match basis {
                Basis::Leads => u16::from(!leads),
                _ if leads => least_peers.saturating_sub(peers),
                _ => 0,
            };
            (places > 0).then_some(Lacking {
                of,
                school,
                places,
                in_view,
            })
        })
    }

    /// Nobody reviews their own school, nor stands twice in a team, nor beside somebody of their school where the
    /// protocol says so.
    fn may_join(&self, supply: Supply, lacking: &Lacking) -> bool {
        let apart = self.rules().protocol().team.different_schools;
        supply.school != lacking.school
            && !lacking
                .in_view
                .iter()
                .any(|(school, person)| Some(*person) == supply.person || (apart && *school == supply.school))
    }
}

/// `reference/review`; a second review of one school gets a number.
fn review_id(host: &Member, taken: &BTreeMap<String, OfReview>) -> String {
    let id = format!("{}/review", host.reference);
    let numbered = (2..).map(|number| format!("{id}/{number}"));
    let mut free = std::iter::once(id.clone())
        .chain(numbered)
        .filter(|it| !taken.contains_key(it));
    free.next().unwrap_or(id)
}
