//! The people who review other schools: who they are, whom they may be asked to visit, and how often.
//!
//! A reviewer belongs to a school and stands in its ledger. A visit is **booked** for them: promised by the plan of
//! a round, then by the team that is formed, in the term of its day once that is fixed. Visits of all cycles count
//! together, so that nobody is asked for more than was agreed. People whom nobody has named may review, too; the
//! network then counts nothing of them.

use crate::{
    acts::Event,
    candidates::runs,
    ledger::Ledger,
    network::{Network, Opened},
    refusal::Blocker,
    stream::on_ledger,
};
use chrono::NaiveDate;
use collegium_cycle::{
    acts::Event as CycleEvent,
    child::Child,
    cycle::Cycle,
    review::{Review, ReviewPhase, Reviewer as Member, ScheduledVisit, Team},
};
use collegium_model::id::{CycleId, PersonId, ReviewId, RoundId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Somebody who reviews other schools, under a pseudonym.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    /// Whether they have shadowed a review, and so may lead one.
    pub has_shadowed: bool,
    /// Visits in a term for which they may be asked; none once they were stood down.
    pub visits_in_term: u16,
    /// Visits that are booked for them.
    #[serde(with = "collegium_cycle::pairs")]
    pub booked: BTreeMap<OfReview, Booking>,
}

/// A visit that is booked for a reviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// The round whose plan promises it, until the team is formed.
    pub promised_by: Option<RoundId>,
    /// Whether they lead it.
    pub leads: bool,
    /// The term in which it counts, by its index in the calendar.
    pub term: usize,
}

/// A review of a cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "ReviewOfCycle")
)]
#[serde(deny_unknown_fields)]
pub struct OfReview {
    /// The cycle.
    pub cycle: CycleId,
    /// The review.
    pub review: ReviewId,
}

impl Reviewer {
    /// Visits for which they can still be asked in a term, beside one that is booked already.
    pub fn free_in(&self, term: usize, beside: Option<OfReview>) -> u16 {
        let booked = u16::try_from(self.booked_in(term, beside)).unwrap_or(u16::MAX);
        self.visits_in_term.saturating_sub(booked)
    }

    /// Whether more is booked in a term, this one or a later one, than was agreed.
    pub(crate) fn is_overbooked(&self, now: usize) -> bool {
        let mut to_come = self.booked.values().filter(|it| it.term >= now);
        to_come.any(|it| self.booked_in(it.term, None) > usize::from(self.visits_in_term))
    }

    fn booked_in(&self, term: usize, beside: Option<OfReview>) -> usize {
        let booked = self.booked.iter();
        booked
            .filter(|(of, it)| it.term == term && Some(**of) != beside)
            .count()
    }
}

/// A reviewer as they are named; a later naming takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedReviewer {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The person.
    pub person: PersonId,
    /// Whether they have shadowed a review, and so may lead one.
    pub has_shadowed: bool,
    /// Visits in a term for which they may be asked.
    pub visits_in_term: u16,
}

/// Names a reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfReviewer {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The person.
    pub person: PersonId,
}

/// A visit that is booked for a reviewer, or booked for another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BookedVisit {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The reviewer.
    pub person: PersonId,
    /// The review.
    pub of: OfReview,
    /// Whether they lead it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leads: bool,
    /// The day of the visit, or one of the term in which it is to be; today where nothing is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The round whose plan promises it, until the team is formed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_by: Option<RoundId>,
}

/// A visit that is booked no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FreedVisit {
    /// The school or central team they work for.
    pub giver: SchoolId,
    /// The reviewer.
    pub person: PersonId,
    /// The review.
    pub of: OfReview,
}

on_ledger!(NamedReviewer, OfReviewer, BookedVisit, FreedVisit);

impl Ledger {
    pub(crate) fn name_reviewer(&mut self, it: &NamedReviewer) {
        let named = self.reviewers.entry(it.person).or_insert_with(|| Reviewer {
            has_shadowed: false,
            visits_in_term: 0,
            booked: BTreeMap::new(),
        });
        (named.has_shadowed, named.visits_in_term) = (it.has_shadowed, it.visits_in_term);
    }

    pub(crate) fn book(&mut self, it: &BookedVisit, today: NaiveDate, opened: &Opened) {
        let term = opened.term_of(it.on.map_or(today, |on| on.max(today)));
        if let Some(reviewer) = self.reviewers.get_mut(&it.person) {
            let (promised_by, leads) = (it.promised_by, it.leads);
            let booking = Booking {
                promised_by,
                leads,
                term,
            };
            reviewer.booked.insert(it.of, booking);
        }
    }

    pub(crate) fn free_visit(&mut self, it: &FreedVisit) {
        if let Some(reviewer) = self.reviewers.get_mut(&it.person) {
            reviewer.booked.remove(&it.of);
        }
    }
}

impl Network {
    /// A reviewer who was named, and the school they work for.
    pub fn reviewer(&self, person: PersonId) -> Option<(SchoolId, &Reviewer)> {
        let school = *self.reviewing.get(&person)?;
        Some((school, self.ledgers.get(&school)?.reviewers.get(&person)?))
    }

    /// Whom confirmed plans promise for a review, the lead first: fills in `form_team`.
    ///
    /// Complexity: who is booked for it.
    pub fn promised_team(&self, of: OfReview) -> Vec<(SchoolId, PersonId, &Reviewer)> {
        let promised = self.booked_for(of).filter_map(|(school, person, reviewer)| {
            let booking = reviewer.booked.get(&of)?;
            booking.promised_by?;
            Some((booking.leads, school, person, reviewer))
        });
        let mut team: Vec<_> = promised.collect();
        team.sort_by_key(|(leads, _, person, _)| (!leads, *person));
        team.into_iter()
            .map(|(_, school, person, it)| (school, person, it))
            .collect()
    }

    /// Reviewers for whom a review is booked.
    pub(crate) fn booked_for(&self, of: OfReview) -> impl Iterator<Item = (SchoolId, PersonId, &Reviewer)> {
        let people = self.visits.get(&of).into_iter().flatten();
        people.filter_map(|person| {
            let (school, reviewer) = self.reviewer(*person)?;
            Some((school, *person, reviewer))
        })
    }

    pub(crate) fn judge_naming(&self, it: &NamedReviewer, opened: &Opened, blockers: &mut Vec<Blocker>) {
        if !opened.members.contains_key(&it.giver) {
            blockers.push(Blocker::NotAMember { school: it.giver });
        }
        self.judge_presence(it.giver, blockers);
        if it.visits_in_term == 0 {
            blockers.push(Blocker::EmptyOffer);
        }
        let elsewhere = self
            .reviewing
            .get(&it.person)
            .filter(|school| **school != it.giver);
        if elsewhere.is_some() {
            blockers.push(Blocker::PersonKnownAlready { person: it.person });
        }
    }

    /// A report about somebody nobody has named is malformed.
    pub(crate) fn judge_reviewer_standing_down(&self, it: &OfReviewer, blockers: &mut Vec<Blocker>) {
        if self.reviewing.get(&it.person) != Some(&it.giver) {
            blockers.push(Blocker::UnknownPerson { person: it.person });
        }
    }

    /// Nobody of a team is asked for more visits in a term than was agreed, and nobody leads before shadowing.
    pub(crate) fn judge_team(&self, cycle: CycleId, team: &Team, term: usize, blockers: &mut Vec<Blocker>) {
        let of = OfReview {
            cycle,
            review: team.review,
        };
        let term = self.promised_term(of).map_or(term, |promised| promised.max(term));
        for Member { person, .. } in members(team) {
            self.judge_visit(*person, of, term, blockers);
        }
        let lead = team.lead.person;
        if self.reviewer(lead).is_some_and(|(_, it)| !it.has_shadowed) {
            blockers.push(Blocker::NotShadowed { person: lead });
        }
    }

    /// The term for which a round has promised a visit: it counts there until its day is fixed.
    fn promised_term(&self, of: OfReview) -> Option<usize> {
        let booked = self.booked_for(of);
        booked
            .filter_map(|(_, _, it)| Some(it.booked.get(&of)?.term))
            .max()
    }

    /// The same for a visit whose day is fixed, in the term of that day.
    pub(crate) fn judge_day(
        &self,
        cycle: CycleId,
        it: &ScheduledVisit,
        opened: &Opened,
        blockers: &mut Vec<Blocker>,
    ) {
        let of = OfReview {
            cycle,
            review: it.review,
        };
        let term = opened.term_of(it.visit);
        for person in self.team_of(of) {
            self.judge_visit(person, of, term, blockers);
        }
    }

    fn judge_visit(&self, person: PersonId, of: OfReview, term: usize, blockers: &mut Vec<Blocker>) {
        let found = self.reviewer(person);
        if let Some((_, reviewer)) = found.filter(|(_, it)| it.free_in(term, Some(of)) == 0) {
            let most = reviewer.visits_in_term;
            blockers.push(Blocker::ReviewerBusy { person, most });
        }
    }

    /// Who is in the team of a review.
    pub(crate) fn team_of(&self, of: OfReview) -> Vec<PersonId> {
        let review = self
            .cycles
            .get(&of.cycle)
            .and_then(|it| it.reviews.get(&of.review));
        review.into_iter().flat_map(team_members).collect()
    }

    /// What an event of a cycle books for reviewers, and frees.
    pub(crate) fn visits_after(&self, id: CycleId, cycle: &Cycle, event: &CycleEvent) -> Vec<Event> {
        let of = |review| OfReview { cycle: id, review };
        let book = |person, of, on, leads| {
            let (giver, _) = self.reviewer(person)?;
            Some(Event::VisitBooked(BookedVisit {
                giver,
                person,
                of,
                leads,
                on,
                promised_by: None,
            }))
        };
        let free = |of: OfReview, but: &[PersonId]| -> Vec<Event> {
            let booked = self.booked_for(of).filter(|(_, person, _)| !but.contains(person));
            let freed = |(giver, person, _)| Event::VisitFreed(FreedVisit { giver, person, of });
            booked.map(freed).collect()
        };
        match event {
            CycleEvent::TeamFormed(team) => {
                let (of, people) = (
                    of(team.review),
                    members(team).map(|it| it.person).collect::<Vec<_>>(),
                );
                let terms = self.opened.as_ref().map(|opened| opened.calendar.terms());
                let promised = terms.zip(self.promised_term(of));
                let on = promised.and_then(|(terms, promised)| Some(terms.get(promised)?.from));
                let mut events = free(of, &people);
                events.extend(
                    people
                        .into_iter()
                        .filter_map(|person| book(person, of, on, person == team.lead.person)),
                );
                events
            }
            CycleEvent::ReviewScheduled(it) => {
                let review = cycle.reviews.get(&it.review);
                let lead = review.and_then(|it| it.lead);
                let team = review.into_iter().flat_map(team_members);
                team.filter_map(|person| book(person, of(it.review), Some(it.visit), Some(person) == lead))
                    .collect()
            }
            CycleEvent::ReviewCancelled(it) => free(of(it.review), &[]),
            CycleEvent::ChildEnded(it) => match it.child {
                Child::Review(review) => free(of(review), &[]),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Reviews that are planned and have no team.
    pub(crate) fn without_team(&self) -> impl Iterator<Item = (SchoolId, OfReview)> {
        let running = self.cycles.iter().filter(|(_, it)| runs(it));
        running.flat_map(move |(id, cycle)| {
            let (id, school) = (*id, cycle.school());
            let planned = cycle
                .reviews
                .iter()
                .filter(|(_, it)| it.phase == ReviewPhase::Planned);
            planned.filter_map(move |(review, _)| {
                let (cycle, review) = (id, *review);
                let school = school.filter(|school| !self.is_gone(*school))?;
                Some((school, OfReview { cycle, review }))
            })
        })
    }
}

fn members(team: &Team) -> impl Iterator<Item = &Member> {
    std::iter::once(&team.lead).chain(&team.peers)
}

fn team_members(review: &Review) -> impl Iterator<Item = PersonId> {
    review.lead.into_iter().chain(review.peers.iter().copied())
}
