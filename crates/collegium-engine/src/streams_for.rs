//! Which streams a command's judgement rests on: what a host loads, and whose sequences it can expect.

use crate::{
    acts::{Command, InCycle},
    network::Network,
    partnership::OfMembership,
    reviewers::OfReview,
    round::Taker,
    stream::{InStream, Stream},
};
use collegium_cycle::acts::Command as CycleCommand;
use collegium_model::{
    id::{CycleId, DeploymentId, PartnershipId, ReviewId, SchoolId},
    uuid::Uuid,
};
use std::collections::BTreeSet;

impl Network {
    /// The streams on which the judgement of a command, and what is recorded of it, rest. Two commands whose
    /// streams have nothing in common but [`Stream::Network`], which only openings, enrolments and erasures
    /// write, can be done in either order, unless both give the same new id to something.
    ///
    /// A command that looks at every need and every giver (a round's) names all of them.
    ///
    /// Complexity: the streams that are named, and for partnerships the members of those it is part of.
    pub fn streams_for(&self, command: &Command) -> BTreeSet<Stream> {
        let mut streams = BTreeSet::from([Stream::Network]);
        match command {
            Command::OpenNetwork(_) | Command::EnrolMember(_) | Command::ReportSchoolGone(_) => {}
            Command::ReportNewReference(it) => {
                let open = self.open_cycle(it.school);
                streams.extend(open.map(|(cycle, _)| Stream::Cycle(cycle)));
            }
            Command::FormPartnership(it) => {
                streams.insert(it.stream());
                streams.extend(it.within.map(Stream::Charter));
            }
            Command::AdoptCharter(it) => {
                streams.insert(it.stream());
            }
            Command::AdmitSchool(it) | Command::ReleaseSchool(it) | Command::ReportDeparture(it) => {
                self.of_ratio(it, &mut streams);
            }
            Command::DeclareCapacity(it) => {
                streams.insert(it.stream());
            }
            Command::ReportCapacityFall(it) => {
                streams.insert(it.stream());
            }
            Command::IdentifyPerson(it) => {
                streams.insert(it.stream());
            }
            Command::AccreditPerson(it) => {
                streams.insert(it.stream());
            }
            Command::DevelopPerson(it) | Command::OfferPerson(it) | Command::StandPersonDown(it) => {
                streams.insert(it.stream());
            }
            Command::NameReviewer(it) => {
                streams.insert(it.stream());
                streams.extend(self.reviewing.get(&it.person).copied().map(Stream::Ledger));
            }
            Command::StandReviewerDown(it) => {
                streams.insert(it.stream());
            }
            Command::OpenRound(it) => {
                streams.extend(self.rounds.keys().copied().map(Stream::Round));
                streams.insert(it.stream());
            }
            Command::AnswerPlacement(it) => {
                streams.insert(it.stream());
                streams.extend(match it.placement.taker {
                    Taker::Need(need) => self.needs.get(&need).copied().map(Stream::Cycle),
                    Taker::Review(of) => Some(Stream::Cycle(of.cycle)),
                });
            }
            Command::ProposePlan(it) => {
                streams.insert(it.stream());
                self.of_everybody(&mut streams);
            }
            Command::ConfirmPlan(it) | Command::CloseRound(it) => {
                streams.insert(it.stream());
                self.of_everybody(&mut streams);
            }
            Command::EraseCycle(it) => {
                streams.insert(Stream::Cycle(it.cycle));
            }
            Command::InCycle(it) => self.of_cycle(it, &mut streams),
        }
        streams
    }

    fn of_cycle(&self, it: &InCycle, streams: &mut BTreeSet<Stream>) {
        streams.insert(Stream::Cycle(it.cycle));
        match &it.command {
            CycleCommand::OpenCycle(opened) => {
                let open = self.open_cycle(opened.school);
                streams.extend(open.map(|(cycle, _)| Stream::Cycle(cycle)));
            }
            CycleCommand::ReportNeed(reported) => {
                streams.extend(self.needs.get(&reported.need.id).copied().map(Stream::Cycle));
            }
            CycleCommand::ProposeDeployment(proposal) => {
                streams.insert(Stream::Ledger(proposal.giver));
                streams.extend(proposal.round.map(Stream::Round));
                streams.extend(self.cycle_of(proposal.deployment).map(Stream::Cycle));
                // The other schools that an executive leader leads.
                let ledger = self.ledgers.get(&proposal.giver);
                let lent = ledger.into_iter().flat_map(|ledger| ledger.holds.keys());
                streams.extend(lent.filter_map(|it| self.cycle_of(*it)).map(Stream::Cycle));
            }
            CycleCommand::AgreeDeployment(agreed) => {
                streams.extend(self.ledger_of(it.cycle, agreed.deployment));
            }
            CycleCommand::FormTeam(team) => {
                let named = std::iter::once(&team.lead).chain(&team.peers).map(|it| it.person);
                let of = OfReview {
                    cycle: it.cycle,
                    review: team.review,
                };
                let booked = self.booked_for(of).map(|(_, person, _)| person);
                let schools = named.chain(booked).filter_map(|it| self.reviewing.get(&it));
                streams.extend(schools.copied().map(Stream::Ledger));
            }
            CycleCommand::ScheduleReview(visit) => {
                let of = OfReview {
                    cycle: it.cycle,
                    review: visit.review,
                };
                let team = self.team_of(of).into_iter();
                let schools = team.filter_map(|person| self.reviewing.get(&person).copied());
                streams.extend(schools.map(Stream::Ledger));
            }
            // Whatever ends help, or a visit, frees what it holds.
            _ => {
                let every = OfReview {
                    cycle: it.cycle,
                    review: ReviewId::new(Uuid::nil()),
                };
                let visits = self
                    .visits
                    .range(every..)
                    .take_while(|(of, _)| of.cycle == it.cycle);
                let schools = visits
                    .flat_map(|(_, people)| people)
                    .filter_map(|it| self.reviewing.get(it));
                streams.extend(schools.copied().map(Stream::Ledger));
                let cycle = self.cycles.get(&it.cycle).into_iter();
                let live = cycle
                    .flat_map(|cycle| cycle.deployments.values())
                    .filter(|it| it.is_live());
                streams.extend(live.map(|deployment| Stream::Ledger(deployment.proposal.giver)));
            }
        }
    }

    fn ledger_of(&self, cycle: CycleId, deployment: DeploymentId) -> Option<Stream> {
        let found = self.cycles.get(&cycle)?.deployments.get(&deployment)?;
        Some(Stream::Ledger(found.proposal.giver))
    }

    fn of_ratio(&self, it: &OfMembership, streams: &mut BTreeSet<Stream>) {
        let outer: Vec<PartnershipId> = self.with_outer(it.partnership).collect();
        streams.extend(outer.iter().copied().map(Stream::Charter));
        let within = self.partnerships.keys().copied();
        let within = within.filter(|id| self.with_outer(*id).any(|it| outer.contains(&it)));
        streams.extend(within.map(Stream::Charter));
        let members: BTreeSet<SchoolId> = outer.iter().flat_map(|it| self.members_of(*it)).collect();
        for school in members.into_iter().chain([it.school]) {
            streams.insert(Stream::Ledger(school));
            streams.extend(self.cycles_of(school).map(Stream::Cycle));
        }
    }

    fn of_everybody(&self, streams: &mut BTreeSet<Stream>) {
        // Whoever declares something for the first time begins a ledger.
        let members = self.opened.iter().flat_map(|opened| opened.members.keys());
        streams.extend(members.copied().map(Stream::Ledger));
        streams.extend(self.open_cycles.values().copied().map(Stream::Cycle));
    }
}
