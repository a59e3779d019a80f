//! Guards of what goes on beside: progress reviews, concerns and challenges.

use super::{Asked, unless};
use crate::{
    acts::{Act, Command},
    challenge::ChallengePhase,
    child::Child,
    clock::ClockStatus,
    refusal::Blocker,
};

impl Asked<'_> {
    pub(super) fn next_after_this(&self) -> Vec<Blocker> {
        let (Child::ProgressReview(id), Some(Command::RecordProgressReview(it))) = (self.child, self.command)
        else {
            return Vec::new();
        };
        let on = self.cycle.progress_reviews.get(&id).map(|review| review.on);
        match on.zip(it.next) {
            Some((on, next)) => unless(next > on, Blocker::NextBeforeThis { on }),
            None => Vec::new(),
        }
    }

    pub(super) fn steps_taken(&self) -> Vec<Blocker> {
        let Some(Command::EscalateConcern(it)) = self.command else {
            return Vec::new();
        };
        unless(it.steps_taken, Blocker::StepsNotTaken)
    }

    /// The internal challenge comes before an escalation to the outside, unless an inspection intervenes.
    /// What must not wait for it at all, a concern for a child, is no concern of this kind.
    pub(super) fn challenge_first(&self) -> Vec<Blocker> {
        let mut inspections = self.cycle.school_record.inspections.iter();
        let intervention = inspections.any(|inspection| inspection.intervention);
        let need = match self.child {
            Child::Concern(id) => self.cycle.concerns.get(&id).and_then(|concern| concern.need),
            _ => None,
        };
        let of_this = self
            .cycle
            .challenges
            .values()
            .filter(|it| need.is_none() || it.need == need);
        let challenged = of_this.into_iter().any(|it| it.phase != ChallengePhase::Raised);
        unless(intervention || challenged, Blocker::ChallengeFirst)
    }

    pub(super) fn answer_overdue_or_given(&self) -> Vec<Blocker> {
        let Child::Challenge(id) = self.child else {
            return Vec::new();
        };
        let phase = self.cycle.challenges.get(&id).map(|challenge| challenge.phase);
        if phase != Some(ChallengePhase::Raised) {
            return Vec::new();
        }
        let (now, calendar) = (self.context.at, self.context.calendar);
        let clocks = self.cycle.clocks_of(self.child, now, calendar, self.rules);
        let answer = clocks.iter().find(|clock| clock.awaits(Act::AnswerChallenge));
        let Some(clock) = answer else {
            return Vec::new();
        };
        let until = clock.grace.or(clock.due).unwrap_or(clock.started);
        unless(
            matches!(clock.status, ClockStatus::Overdue | ClockStatus::Closed),
            Blocker::AnswerNotOverdue { until },
        )
    }
}
