//! What one audience may see of what a network says beside its cycles. What a cycle says passes through
//! [`collegium_cycle::redact`].
//!
//! Ledgers are for those who plan over the whole network and for the school that they belong to; rounds and
//! plans only for the former. A reason that tells of either becomes `withheld`.

mod moving;

use crate::{
    acts::{BROKER, COMMISSIONER, Command, EMPLOYER, Event, InCycle},
    apply::{Answer, ToldEvent},
    network::Network,
    refusal::{Blocked, Blocker, Refusal},
    round::Placement,
    stream::Stream,
    violation::StandingViolation,
};
use collegium_cycle::{
    cycle::Cycle,
    decide::Effect,
    redact::{Audience, View},
    refusal::{Blocked as CycleBlocked, Blocker as CycleBlocker, Refusal as CycleRefusal},
};
use collegium_model::{
    code::Roles,
    id::{CycleId, SchoolId},
};
use std::sync::LazyLock;

/// Roles that plan over the whole network: those that the network's own commands take.
const PLANNERS: &[&str] = &[BROKER, COMMISSIONER];

/// What a cycle is before it is opened.
pub(super) static UNOPENED: LazyLock<Cycle> = LazyLock::new(Cycle::default);

/// A network as one audience may see it.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    network: &'a Network,
    audience: &'a Audience,
}

impl<'a> Shown<'a> {
    pub(super) const fn new(network: &'a Network, audience: &'a Audience) -> Self {
        Self { network, audience }
    }

    /// The view of a cycle; of one that was never opened where there is none.
    pub(super) fn view(&self, id: CycleId) -> View<'a> {
        let cycle = self.network.cycles.get(&id).unwrap_or(&UNOPENED);
        self.audience.view(cycle, self.network.rules_of(id))
    }

    fn holds(&self, role: &str) -> bool {
        self.audience.roles.iter().any(|held| held.as_str() == role)
    }

    /// Whether they hold any role of the network's protocol.
    pub(super) fn has_role(&self) -> bool {
        let known = &self.network.rules().protocol().roles;
        self.audience.roles.iter().any(|role| known.contains_key(role))
    }

    /// Whether they plan over the whole network.
    pub(super) fn plans(&self) -> bool {
        PLANNERS.iter().any(|role| self.holds(role))
    }

    pub(super) fn sees_ledger(&self, giver: SchoolId) -> bool {
        self.plans() || (self.holds(EMPLOYER) && self.is_theirs(giver))
    }

    pub(super) fn is_theirs(&self, school: SchoolId) -> bool {
        self.audience.school == Some(school)
    }

    /// Whether they may know that something stands.
    pub(super) fn sees_violation(&self, violation: &StandingViolation) -> bool {
        match violation {
            StandingViolation::CapacityBelowCommitments { giver, .. }
            | StandingViolation::GoneSchoolLends { giver }
            | StandingViolation::PersonOverdrawn { giver, .. }
            | StandingViolation::ReviewerOverbooked { giver, .. } => self.sees_ledger(*giver),
            StandingViolation::GoneSchoolInCycle { school, .. } => self.plans() || self.is_theirs(*school),
            StandingViolation::BelowRatio { .. } => self.plans(),
        }
    }

    /// What came of a command, without what they may not see. A refusal stays a refusal.
    pub(super) fn answer(&self, command: &Command, mut answer: Answer) -> Answer {
        if let Some(events) = &mut answer.events {
            events.retain(|event| self.sees_event(event));
        }
        if let Command::InCycle(it) = command {
            let view = self.view(it.cycle);
            answer.effects.retain(|effect| match effect {
                Effect::Notify { about, .. } | Effect::Publish { about } => view.sees(*about),
                _ => false,
            });
        }
        answer.refused = answer.refused.map(|refusal| self.refusal(command, refusal));
        answer
    }

    fn sees_event(&self, told: &ToldEvent) -> bool {
        let stream: Result<Stream, _> = told.stream.parse();
        let event = stream.ok().and_then(|stream| {
            let event = Event::read(stream, told.code, told.version, &told.data).ok()?;
            Some((event, stream))
        });
        let Some((event, stream)) = event else {
            return false;
        };
        match (event, stream) {
            (Event::CycleErased(_), _) => self.plans(),
            (Event::PlacementAnswered(it), _) => self.plans() || self.answers(&it.placement),
            (_, Stream::Network) => true,
            (_, Stream::Charter(_)) => self.has_role(),
            (_, Stream::Ledger(giver)) => self.sees_ledger(giver),
            (_, Stream::Round(_)) => self.plans(),
            (Event::InCycle(cycle, event), Stream::Cycle(_)) => self.view(cycle).sees(event.child()),
            (_, Stream::Cycle(_)) => false,
        }
    }

    /// Whether it is a placement for which they are asked.
    fn answers(&self, placement: &Placement) -> bool {
        let taker = self.network.school_of(placement.taker);
        self.is_theirs(placement.giver) || taker.is_some_and(|taker| self.is_theirs(taker))
    }

    /// A refusal with reasons that tell no more than they may know.
    pub(super) fn refusal(&self, command: &Command, refusal: Refusal) -> Refusal {
        let Command::InCycle(InCycle { cycle, command }) = command else {
            let blockers = self.blockers(refusal.blockers);
            return Refusal { blockers };
        };
        let (view, asked) = (self.view(*cycle), command.child());
        if !view.sees(asked) {
            let blockers = vec![withheld()];
            return Refusal { blockers };
        }
        let (mut in_cycle, mut beside) = (Vec::new(), Vec::new());
        for Blocked { blocker, liftable_by } in refusal.blockers {
            match blocker {
                Blocker::InCycle(blocker) => in_cycle.push(CycleBlocked { blocker, liftable_by }),
                blocker => beside.push(Blocked { blocker, liftable_by }),
            }
        }
        let blockers = in_cycle;
        let shown = view.refusal(asked, CycleRefusal { blockers });
        let mut refusal = shown.map(Blocker::InCycle);
        refusal.blockers.extend(beside);
        let blockers = self.blockers(refusal.blockers);
        Refusal { blockers }
    }

    /// Reasons of the network that tell no more than they may know. Those of a cycle pass.
    pub(super) fn blockers(&self, blockers: Vec<Blocked>) -> Vec<Blocked> {
        let mut shown: Vec<Blocked> = Vec::new();
        for blocked in blockers {
            let blocked = if self.sees_reason(&blocked.blocker) {
                blocked
            } else {
                withheld()
            };
            // Two would tell how much is hidden.
            if blocked != withheld() || !shown.contains(&blocked) {
                shown.push(blocked);
            }
        }
        shown
    }

    fn sees_reason(&self, blocker: &Blocker) -> bool {
        match blocker {
            // About what was sent, and about nothing that happened.
            Blocker::InCycle(_)
            | Blocker::NetworkNotOpen
            | Blocker::NetworkOpenAlready
            | Blocker::MemberTwice { .. }
            | Blocker::ReferenceTwice { .. }
            | Blocker::NotAMember { .. }
            | Blocker::EmptyOffer
            | Blocker::SchoolGone { .. }
            | Blocker::UnknownTerm { .. }
            | Blocker::TermTwice { .. }
            | Blocker::CentralTeam { .. }
            | Blocker::RatioOfNobody
            | Blocker::NoReason
            | Blocker::OfAnotherSchool { .. }
            | Blocker::UnknownAccreditation { .. }
            | Blocker::RoleMissing { .. }
            | Blocker::NotYetEffective => true,
            // Who belongs to a partnership is known to all of the network.
            Blocker::UnknownPartnership { .. }
            | Blocker::PartnershipExistsAlready { .. }
            | Blocker::AdmittedAlready { .. }
            | Blocker::NotInPartnership { .. }
            | Blocker::NotTheNextCharter { .. } => self.has_role(),
            Blocker::NothingDeclared { school }
            | Blocker::NotAFall { school }
            | Blocker::DeclaredBelowHeld { school, .. }
            | Blocker::CapacityExceeded { giver: school, .. }
            | Blocker::BeyondProposal { giver: school, .. }
            | Blocker::AreaNotOffered { giver: school, .. } => self.sees_ledger(*school),
            Blocker::CycleOpenAlready { school, .. } => self.plans() || self.is_theirs(*school),
            // A person is known to those who lend them.
            Blocker::PersonKnownAlready { .. }
            | Blocker::UnknownPerson { .. }
            | Blocker::WrongPersonStage { .. }
            | Blocker::NotAccredited { .. }
            | Blocker::PersonBusy { .. }
            | Blocker::ReviewerBusy { .. }
            | Blocker::NotShadowed { .. }
            | Blocker::LeadsMore { .. }
            | Blocker::NotOnboarded { .. }
            | Blocker::BelowRatio { .. }
            | Blocker::NotConsulted { .. }
            | Blocker::AnsweredAlready { .. }
            | Blocker::AnswersAwaited { .. }
            | Blocker::PlacementsDeclined { .. }
            | Blocker::PlacementOutdated { .. }
            | Blocker::IdInUse { .. }
            | Blocker::RecordedBackwards { .. }
            | Blocker::UnknownRound { .. }
            | Blocker::RoundExistsAlready { .. }
            | Blocker::RoundStillOpen { .. }
            | Blocker::WrongStage { .. }
            | Blocker::PlanNotProven { .. }
            | Blocker::OnlyIndicative { .. }
            | Blocker::SamePerson
            | Blocker::NotInPlan { .. }
            | Blocker::CycleErased { .. }
            | Blocker::CycleNotClosed { .. }
            | Blocker::UnknownCycle { .. }
            | Blocker::Retained { .. }
            | Blocker::NoRetentionSet => self.plans(),
            // How much happened in a cycle tells of what is hidden there.
            Blocker::StreamMovedOn { stream, .. } => self.plans() && !stream.starts_with("cycle/"),
        }
    }
}

fn withheld() -> Blocked {
    Blocked {
        blocker: Blocker::InCycle(CycleBlocker::Withheld),
        liftable_by: Roles::default(),
    }
}
