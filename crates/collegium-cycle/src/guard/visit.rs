//! Guards of reviews and workshops: who comes, when, and what was said.

use super::{Asked, unless};
use crate::{
    acts::Command,
    child::Child,
    refusal::Blocker,
    review::{Feedback, Review, ReviewPhase, ScheduledVisit, Team},
    self_evaluation::SelfEvaluation,
};
use chrono::{Datelike, NaiveDate};
use collegium_model::id::{PersonId, ReviewId};
use std::collections::BTreeSet;

impl Asked<'_> {
    pub(super) fn self_evaluation_submitted(&self) -> Vec<Blocker> {
        let mut all = self.cycle.self_evaluations.values();
        unless(
            all.any(SelfEvaluation::is_submitted),
            Blocker::SelfEvaluationNotSubmitted,
        )
    }

    pub(super) fn review_agreed(&self) -> Vec<Blocker> {
        let mut all = self.cycle.reviews.values();
        unless(all.any(Review::is_agreed), Blocker::NoAgreedReview)
    }

    fn team(&self) -> Option<&Team> {
        match self.command {
            Some(Command::FormTeam(team)) => Some(team),
            _ => None,
        }
    }

    fn review(&self) -> Option<(ReviewId, &Review)> {
        match self.child {
            Child::Review(id) => self.cycle.reviews.get(&id).map(|review| (id, review)),
            _ => None,
        }
    }

    pub(super) fn team_from_elsewhere(&self) -> Vec<Blocker> {
        let Some(team) = self.team() else {
            return Vec::new();
        };
        let mut blockers = Vec::new();
        let (mut people, mut schools) = (BTreeSet::new(), BTreeSet::new());
        let rule = &self.rules.protocol().team;
        for reviewer in std::iter::once(&team.lead).chain(&team.peers) {
            let (person, school) = (reviewer.person, reviewer.school);
            if Some(school) == self.cycle.school() {
                blockers.push(Blocker::ReviewerFromHost { person });
            }
            if !people.insert(person) {
                blockers.push(Blocker::ReviewerTwice { person });
            }
            if rule.different_schools && !schools.insert(school) {
                blockers.push(Blocker::SchoolTwice { school });
            }
        }
        let (peers, least) = (team.peers.len(), rule.least_peers);
        if peers < usize::from(least) {
            blockers.push(Blocker::TeamTooSmall { peers, least });
        }
        if let Some(most) = rule.most_peers.filter(|most| peers > usize::from(*most)) {
            blockers.push(Blocker::TeamTooLarge { peers, most });
        }
        blockers
    }

    pub(super) fn lead_has_shadowed(&self) -> Vec<Blocker> {
        let Some(lead) = self.team().map(|team| &team.lead) else {
            return Vec::new();
        };
        let person = lead.person;
        unless(lead.has_shadowed, Blocker::LeadWithoutShadowing { person })
    }

    fn scheduled(&self) -> Option<&ScheduledVisit> {
        match self.command {
            Some(Command::ScheduleReview(it)) => Some(it),
            _ => None,
        }
    }

    fn visit_asked(&self) -> Option<NaiveDate> {
        self.scheduled().map(|it| it.visit)
    }

    pub(super) fn visit_on_school_day(&self) -> Vec<Blocker> {
        let Some(visit) = self.scheduled() else {
            return Vec::new();
        };
        let ends = std::iter::once(visit.visit).chain(visit.until.filter(|day| *day != visit.visit));
        let closed = ends.filter(|day| !self.context.calendar.is_school_day(*day));
        closed.map(|day| Blocker::NoSchoolDay { day }).collect()
    }

    pub(super) fn visit_length(&self) -> Vec<Blocker> {
        let Some(visit) = self.scheduled() else {
            return Vec::new();
        };
        let school_day = |day| u16::from(self.context.calendar.is_school_day(day));
        let days = match visit.until {
            Some(last) if last < visit.visit => 0,
            Some(last) => {
                let after = self.context.calendar.school_days_between(visit.visit, last);
                after.saturating_add(school_day(visit.visit))
            }
            None => 1,
        };
        let rule = &self.rules.protocol().visit;
        let (least, most) = (rule.least_days.max(1), rule.most_days);
        unless(
            days >= least && most.is_none_or(|most| days <= most),
            Blocker::VisitLength { days, least, most },
        )
    }

    pub(super) fn visit_outside_protected(&self) -> Vec<Blocker> {
        let Some(visit) = self.scheduled() else {
            return Vec::new();
        };
        let (first, day) = (visit.visit, visit.until.unwrap_or(visit.visit));
        let (calendar, workload) = (self.context.calendar, &self.rules.protocol().workload);
        let windows = calendar.windows().iter().filter(|window| {
            workload.protected.contains(&window.name) && window.from <= day && window.to >= first
        });
        let mut blockers: Vec<_> = windows
            .map(|window| Blocker::ProtectedDay {
                day: first.max(window.from),
                window: window.name.label(),
            })
            .collect();
        let left = calendar.school_days_to_term_end(day);
        if left.is_some_and(|left| left <= workload.end_of_term) {
            let window = "End of term".to_owned();
            blockers.push(Blocker::ProtectedDay { day, window });
        }
        blockers
    }

    pub(super) fn notice(&self) -> Vec<Blocker> {
        let (Some(visit), Some(span)) = (self.visit_asked(), self.rules.protocol().workload.notice) else {
            return Vec::new();
        };
        let today = self.context.at.date();
        match self.context.calendar.after(today, span) {
            Ok(earliest) => unless(visit >= earliest, Blocker::TooShortNotice { earliest }),
            Err(_) => vec![Blocker::BeyondCalendar { day: today }],
        }
    }

    /// Visits of other reviews that are fixed in the same term.
    fn visits_in_term(&self, day: NaiveDate) -> impl Iterator<Item = &Review> {
        let calendar = self.context.calendar;
        let term = calendar.term_index_at(day);
        let in_term = move |visit| calendar.term_index_at(visit) == term;
        self.other_visits()
            .filter(move |review| review.visit.is_some_and(in_term))
    }

    /// How many visits of other reviews are fixed in the same school year.
    fn visits_in_year(&self, day: NaiveDate) -> usize {
        let in_year = |visit| school_year(visit) == school_year(day);
        let others = self.other_visits();
        others.filter(|review| review.visit.is_some_and(in_year)).count()
    }

    /// Reviews with a fixed visit, those in progress and past ones included.
    fn other_visits(&self) -> impl Iterator<Item = &Review> {
        let this = self.review().map(|(id, _)| id);
        let others = self
            .cycle
            .reviews
            .iter()
            .filter(move |(id, _)| Some(**id) != this);
        others
            .map(|(_, review)| review)
            .filter(|review| review.visit.is_some() && review.phase != ReviewPhase::Cancelled)
    }

    pub(super) fn visits_within_limit(&self) -> Vec<Blocker> {
        let Some(day) = self.visit_asked() else {
            return Vec::new();
        };
        let workload = &self.rules.protocol().workload;
        let mut blockers = Vec::new();
        let made = self.visits_in_term(day).count();
        if let Some(most) = workload.visits_in_term.filter(|most| made >= usize::from(*most)) {
            blockers.push(Blocker::TooManyVisits { made, most });
        }
        let made = self.visits_in_year(day);
        if let Some(most) = workload.visits_in_year.filter(|most| made >= usize::from(*most)) {
            blockers.push(Blocker::TooManyVisitsInYear { made, most });
        }
        let team = self
            .review()
            .map(|(_, review)| review.lead.iter().chain(&review.peers));
        for person in team.into_iter().flatten().copied() {
            let made = self
                .visits_in_term(day)
                .filter(|review| review.has(person))
                .count();
            if let Some(most) = workload
                .visits_in_term_each
                .filter(|most| made >= usize::from(*most))
            {
                blockers.push(Blocker::TooManyVisitsEach { person, made, most });
            }
        }
        blockers
    }

    pub(super) fn visit_has_come(&self) -> Vec<Blocker> {
        match self.review().and_then(|(_, review)| review.visit) {
            Some(visit) => unless(self.context.at.date() >= visit, Blocker::BeforeVisit { visit }),
            None => Vec::new(),
        }
    }

    pub(super) fn visit_over(&self) -> Vec<Blocker> {
        match self.review().and_then(|(_, review)| review.last_day()) {
            Some(visit) => unless(self.context.at.date() >= visit, Blocker::BeforeVisit { visit }),
            None => Vec::new(),
        }
    }

    pub(super) fn feedback_both_ways(&self) -> Vec<Blocker> {
        let Some((_, review)) = self.review() else {
            return Vec::new();
        };
        let missing = Feedback::ALL
            .into_iter()
            .filter(|way| !review.feedback.contains(way));
        let missing: Vec<_> = missing.collect();
        unless(missing.is_empty(), Blocker::FeedbackMissing { missing })
    }

    /// Whoever is named for something about this school, and from which school they come.
    fn named(&self) -> Vec<PersonId> {
        match self.command {
            Some(Command::FormTeam(team)) => {
                let all = std::iter::once(&team.lead).chain(&team.peers);
                all.map(|reviewer| reviewer.person).collect()
            }
            Some(Command::ProposeDeployment(it)) => it.person.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn no_interest(&self) -> Vec<Blocker> {
        let conflicts = self
            .named()
            .into_iter()
            .flat_map(|person| self.cycle.conflicts_of(person));
        let blocker = |(person, school)| Blocker::Interested { person, school };
        conflicts.map(blocker).collect()
    }

    pub(super) fn champion_from_elsewhere(&self) -> Vec<Blocker> {
        let Some(Command::CallWorkshop(it)) = self.command else {
            return Vec::new();
        };
        unless(
            self.cycle.school() != Some(it.champion_from),
            Blocker::ChampionFromHost,
        )
    }

    pub(super) fn actions_whole(&self) -> Vec<Blocker> {
        let Child::Workshop(id) = self.child else {
            return Vec::new();
        };
        let Some(workshop) = self.cycle.workshops.get(&id) else {
            return Vec::new();
        };
        let actions = workshop
            .actions
            .iter()
            .filter(|action| !action.success_measure)
            .count();
        let mut blockers = unless(!workshop.actions.is_empty(), Blocker::NoActions);
        blockers.extend(unless(actions == 0, Blocker::ActionWithoutMeasure { actions }));
        blockers
    }
}

/// The school year of a day, by the calendar year in which it began.
fn school_year(day: NaiveDate) -> i32 {
    const FIRST_MONTH: u32 = 8;
    day.year() - i32::from(day.month() < FIRST_MONTH)
}
