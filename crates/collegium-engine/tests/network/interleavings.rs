//! What holds whatever is asked, in whatever order: commands of many schools, givers and rounds at random.

use crate::world::{World, area, id, offer, person, rules};
use collegium_engine::{
    acts::{Command, Event},
    becoming::{GoneSchool, NewReference},
    check::Check,
    context::Context,
    cycle::{
        acts::Command as CycleCommand,
        deployment::{Agreed, Agreement, Declined, DeploymentPhase, OfDeployment, Proposal},
    },
    entry::Entry,
    journal::{Handled, Journal, Out},
    ledger::{DeclaredCapacity, FallenCapacity, InTerm},
    network::Network,
    partnership::{AdoptedCharter, BelowRatio, FormedPartnership, OfMembership, RatioRule},
    round::{AnsweredPlacement, Basis, OfRound, OpenedRound, Placement, Side},
    stream::Stream,
    supply::{IdentifiedPerson, OfPerson},
};
use collegium_model::{
    calendar::{SchoolCalendar, SchoolTerm, Term, TermName},
    candidate::CandidateRules,
    chrono::{NaiveDate, TimeDelta},
    code::{PartnershipKind, ReasonCode, Role},
    id::{CommandId, CycleId, DeploymentId, NeedId, PartnershipId, PersonId, RoundId, SchoolId},
    offer::Limit,
    quantity::{HalfDays, Units},
    school::SchoolReference,
};
use proptest::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What somebody thinks of asking; numbers choose among what there is.
type Thought = (u8, u8, u8, u8);

const SIZE: u32 = 10;
const GIVERS: [u128; 3] = [1, 5, 6];
const TAKERS: [u128; 3] = [2, 3, 4];

fn of<const N: usize>(all: [u128; N], number: u8) -> u128 {
    all[usize::from(number) % N]
}

/// The command of a thought, in the role that may ask it.
#[allow(clippy::too_many_lines, reason = "one line a command")]
fn command(network: &Network, (what, a, b, c): Thought) -> (&'static str, Command) {
    let (giver, taker) = (of(GIVERS, a), of(TAKERS, b));
    let school = id(SchoolId::new, giver);
    let deployment = id(DeploymentId::new, u128::from(c % 8) + 1);
    let at = network
        .cycle_of(deployment)
        .unwrap_or_else(|| id(CycleId::new, taker));
    let in_cycle = |command| Command::in_cycle(at, command);
    let round = network.rounds.keys().next_back().copied();
    let last = round.unwrap_or_else(|| id(RoundId::new, 1));
    let of_round = OfRound { round: last };
    let one = id(PersonId::new, giver * 10 + u128::from(c % 2));
    let of_person = OfPerson {
        giver: school,
        person: one,
    };
    let membership = OfMembership {
        partnership: id(PartnershipId::new, u128::from(b % 2) + 1),
        school,
    };
    match what % 20 {
        0 => (
            "releasing_employer",
            Command::DeclareCapacity(DeclaredCapacity {
                offer: offer(giver, u16::from(c % 3) + 1),
                in_terms: (b % 3..2).map(|term| in_term(term, u16::from(c % 4))).collect(),
            }),
        ),
        1 => {
            let at_once = u16::from(c % 2);
            let fallen = FallenCapacity {
                term: (b % 3 == 0).then(|| in_term(c % 4, 0).term),
                school,
                at_once: Units(at_once),
                per_term: HalfDays(SIZE * u32::from(at_once)),
            };
            ("observer", Command::ReportCapacityFall(fallen))
        }
        2 => {
            let identified = IdentifiedPerson {
                giver: school,
                person: one,
                areas: vec![area()],
                limit: Limit {
                    at_once: Units(1),
                    per_term: HalfDays(SIZE),
                },
            };
            ("releasing_employer", Command::IdentifyPerson(identified))
        }
        3 => ("releasing_employer", Command::DevelopPerson(of_person)),
        4 => ("releasing_employer", Command::OfferPerson(of_person)),
        5 => ("observer", Command::StandPersonDown(of_person)),
        6..=8 => {
            let ledger = network.ledgers.get(&school);
            let names = ledger.is_some_and(|ledger| !ledger.people.is_empty()) && c % 4 != 0;
            let planned = network.rounds.get(&last).and_then(|round| round.planned());
            let placement = planned.and_then(|plan| plan.placements.keys().nth(usize::from(b % 3)));
            let proposal = match placement.filter(|_| what % 2 == 0) {
                Some(placement) => Proposal {
                    round,
                    person: placement.person,
                    ..proposal(deployment, placement.need().unwrap(), placement.giver)
                },
                None => Proposal {
                    person: names.then_some(one),
                    from: (c % 5 == 0).then(|| day(network, 30 * i64::from(b))),
                    to: (c % 3 == 0).then(|| day(network, 60 * i64::from(b))),
                    ..proposal(deployment, id(NeedId::new, taker), school)
                },
            };
            let cycle = id(CycleId::new, proposal.need.uuid().as_u128());
            (
                "broker",
                Command::in_cycle(cycle, CycleCommand::ProposeDeployment(proposal)),
            )
        }
        9 => {
            let by = Role::new("releasing_employer").unwrap();
            let declined = Declined { deployment, by };
            (
                "releasing_employer",
                in_cycle(CycleCommand::DeclineDeployment(declined)),
            )
        }
        10 => {
            let withdrawn = OfDeployment { deployment };
            ("broker", in_cycle(CycleCommand::WithdrawDeployment(withdrawn)))
        }
        11 => {
            let (from, days) = (20 * i64::from(a), 20 * i64::from(b));
            let agreement = Agreement {
                coordinator: Some(person("host_head")),
                ..Agreement::between(day(network, from), day(network, from + days))
            };
            let agreed = Agreed {
                deployment,
                agreement,
            };
            ("broker", in_cycle(CycleCommand::AgreeDeployment(agreed)))
        }
        12 => {
            let number = network.rounds.len() as u128 + 1;
            let opened = OpenedRound::new(
                id(RoundId::new, number),
                collegium_engine::matching::objective::Objective::Coverage,
                Basis::Diagnosed,
                CandidateRules::default(),
            );
            let consults = if c % 2 == 0 { vec![Side::Taker] } else { Vec::new() };
            let from = (b % 3 == 0).then(|| day(network, 40 * i64::from(b)));
            (
                "broker",
                Command::OpenRound(OpenedRound {
                    consults,
                    from,
                    ..opened
                }),
            )
        }
        13 => {
            let plan = network.rounds.get(&last).map(|round| {
                let candidates = network.candidates_of(round).unwrap();
                World::plan_for(last.uuid().as_u128(), &candidates, round.objective())
            });
            ("broker", plan.unwrap_or(Command::CloseRound(of_round)))
        }
        14 => {
            let planned = network.rounds.get(&last).and_then(|round| round.planned());
            let placement = planned.and_then(|plan| plan.placements.keys().nth(usize::from(a % 3)));
            let nobody = Placement::with(school, None, id(NeedId::new, taker));
            let answered = AnsweredPlacement {
                round: last,
                placement: placement.copied().unwrap_or(nobody),
                side: Side::Taker,
                accepts: b % 4 != 0,
            };
            ("host_head", Command::AnswerPlacement(answered))
        }
        15 => ("commissioner", Command::ConfirmPlan(of_round)),
        16 => ("broker", Command::CloseRound(of_round)),
        17 if b % 4 == 3 => {
            let on = network.last_recorded().unwrap().date();
            let into = (c % 2 == 0).then(|| id(SchoolId::new, 1));
            let gone = GoneSchool { school, into, on };
            ("observer", Command::ReportSchoolGone(gone))
        }
        17 if b % 4 == 2 => {
            let on = network.last_recorded().unwrap().date();
            let reference = SchoolReference::Pseudonym(100 + u32::from(c));
            let school = id(SchoolId::new, if c % 2 == 0 { giver } else { taker });
            let converted = NewReference {
                school,
                reference,
                on,
            };
            ("observer", Command::ReportNewReference(converted))
        }
        17 => {
            let formed = FormedPartnership {
                partnership: membership.partnership,
                kind: PartnershipKind::new("trust").unwrap(),
                within: (c % 2 == 0).then(|| id(PartnershipId::new, 1)),
                members: vec![id(SchoolId::new, taker)],
            };
            ("broker", Command::FormPartnership(formed))
        }
        18 => {
            let charter = AdoptedCharter {
                partnership: membership.partnership,
                version: u32::from(c % 3) + 1,
                ratio: Some(RatioRule {
                    givers: 1,
                    takers: 1,
                    below: BelowRatio::Refuse,
                }),
                after_due_diligence: false,
            };
            ("commissioner", Command::AdoptCharter(charter))
        }
        _ if c % 3 == 0 => ("commissioner", Command::ReleaseSchool(membership)),
        _ => ("commissioner", Command::AdmitSchool(membership)),
    }
}

/// Another amount in one of the first terms of the calendar.
fn in_term(number: u8, at_once: u16) -> InTerm {
    let (school_year, term) = [
        (2026, TermName::Autumn),
        (2026, TermName::Spring),
        (2026, TermName::Summer),
        (2027, TermName::Autumn),
    ][usize::from(number)];
    InTerm {
        term: SchoolTerm { school_year, term },
        at_once: Units(at_once),
        per_term: HalfDays(SIZE * u32::from(at_once)),
    }
}

/// So many days after the last entry.
fn day(network: &Network, later: i64) -> NaiveDate {
    network.last_recorded().unwrap().date() + TimeDelta::days(later)
}

fn proposal(deployment: DeploymentId, need: NeedId, giver: SchoolId) -> Proposal {
    let rules = rules();
    Proposal::new(
        deployment,
        need,
        giver,
        rules.matched_kind(),
        rules.deployment_size(),
    )
}

/// The id under which a command proposes help.
fn proposed(command: &Command) -> Option<DeploymentId> {
    match command {
        Command::InCycle(it) => match &it.command {
            CycleCommand::ProposeDeployment(proposal) => Some(proposal.deployment),
            _ => None,
        },
        _ => None,
    }
}

/// The circumstances of the `number`th thought.
fn context(world: &World, role: &str, number: usize) -> Context {
    let command = id(CommandId::new, 2_000_000 + number as u128);
    let context = Context::new(command, person(role), Role::new(role).unwrap(), world.now);
    context.with_reason(ReasonCode::new("cannot_release").unwrap())
}

/// What a giver declares and what is held of it, told from the entries alone: term by term, each looked at.
#[derive(Default)]
struct Counted {
    declared: (u16, u32),
    in_terms: BTreeMap<usize, (u16, u32)>,
    held: BTreeMap<String, Held>,
    people: BTreeMap<PersonId, (bool, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    half_days: u32,
    person: Option<PersonId>,
    from: NaiveDate,
    to: Option<NaiveDate>,
    committed: bool,
}

/// The terms of the world's calendar, and all that comes after it.
static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    let calendar = SchoolCalendar::typical_england(2026, 2).unwrap();
    let last = Term {
        name: TermName::Autumn,
        from: NaiveDate::MAX,
        to: NaiveDate::MAX,
        half_term: None,
    };
    calendar.terms().iter().copied().chain([last]).collect()
});

impl Held {
    /// Whether a day of it lies in a term or in the days before that term. Help that goes on past its last day
    /// counts in the term of today.
    fn counts_in(&self, number: usize, today: NaiveDate) -> bool {
        let (begins, ends) = (number.checked_sub(1).map(|it| TERMS[it].to), TERMS[number].to);
        let in_reach = |day: NaiveDate| begins.is_none_or(|before| before < day);
        let lasts = self.to.is_none_or(in_reach) || (in_reach(today) && today <= ends);
        self.from <= ends && lasts
    }
}

impl Counted {
    fn holds(&mut self, what: &str, held: Held, today: NaiveDate) -> Result<(), String> {
        self.held.insert(what.to_owned(), held);
        for number in 0..TERMS.len() {
            let over = TERMS[number].to < today;
            if over || !held.counts_in(number, today) {
                continue;
            }
            self.fits(what, held, number, today)?;
        }
        Ok(())
    }

    fn fits(&self, what: &str, held: Held, number: usize, today: NaiveDate) -> Result<(), String> {
        let (at_once, per_term) = self.in_terms.get(&number).copied().unwrap_or(self.declared);
        let counted = self.held.values().filter(|it| it.counts_in(number, today));
        let all: Vec<_> = counted.filter(|it| !held.committed || it.committed).collect();
        let half_days = all.iter().map(|it| it.half_days).sum::<u32>();
        if all.len() > usize::from(at_once) || half_days > per_term {
            return Err(format!(
                "{what} is held beyond {at_once} and {per_term} in term {number}: {:?}",
                self.held
            ));
        }
        let (Some(person), false) = (held.person, held.committed) else {
            return Ok(());
        };
        let of_person = all.iter().filter(|it| it.person == Some(person)).count();
        match self.people.get(&person) {
            Some((true, at_once)) if of_person <= *at_once as usize => Ok(()),
            None if self.people.is_empty() => Ok(()),
            found => Err(format!("{what} lends {person} {of_person} times: {found:?}")),
        }
    }
}

fn number_of(term: SchoolTerm) -> usize {
    TERMS.iter().position(|it| it.named() == term).unwrap()
}

/// Reads the ledgers' entries again, with a count of its own.
fn count(ledgers: &mut BTreeMap<SchoolId, Counted>, entry: &Entry) -> Result<(), String> {
    let Stream::Ledger(giver) = entry.event.stream() else {
        return Ok(());
    };
    let (ledger, today) = (ledgers.entry(giver).or_default(), entry.recorded.date());
    match &entry.event {
        Event::CapacityDeclared(it) => {
            ledger.declared = (it.offer.at_once.0, it.offer.per_term.0);
            let in_terms = it.in_terms.iter();
            ledger.in_terms = in_terms
                .map(|it| (number_of(it.term), (it.at_once.0, it.per_term.0)))
                .collect();
        }
        Event::CapacityFell(it) => {
            if let Some(term) = it.term {
                ledger
                    .in_terms
                    .insert(number_of(term), (it.at_once.0, it.per_term.0));
            } else {
                ledger.declared = (it.at_once.0, it.per_term.0);
                for (at_once, per_term) in ledger.in_terms.values_mut() {
                    *at_once = it.at_once.0.min(*at_once);
                    *per_term = it.per_term.0.min(*per_term);
                }
            }
        }
        Event::PersonIdentified(it) => {
            ledger
                .people
                .insert(it.person, (false, u32::from(it.limit.at_once.0)));
        }
        Event::PersonOffered(it) => ledger.people.get_mut(&it.person).unwrap().0 = true,
        Event::PersonStoodDown(it) => ledger.people.get_mut(&it.person).unwrap().0 = false,
        Event::CapacityPromised(it) => {
            let held = Held {
                half_days: it.half_days.0,
                person: it.promise.person,
                from: it.from.unwrap_or(today),
                to: None,
                committed: false,
            };
            ledger.holds(&format!("{:?}", it.promise), held, today)?;
        }
        Event::PromiseLapsed(it) => {
            ledger.held.remove(&format!("{:?}", it.promise));
        }
        Event::CapacityReserved(it) => {
            if let Some(kept) = it.keeps {
                ledger.held.remove(&format!("{kept:?}"));
            }
            let held = Held {
                half_days: it.half_days.0,
                person: it.person,
                from: it.from.unwrap_or(today),
                to: it.to,
                committed: false,
            };
            ledger.holds(&it.deployment.to_string(), held, today)?;
        }
        Event::CapacityCommitted(it) => {
            let reserved = ledger.held[&it.deployment.to_string()];
            let held = Held {
                from: it.from.unwrap(),
                to: it.to,
                committed: true,
                ..reserved
            };
            ledger.holds(&it.deployment.to_string(), held, today)?;
        }
        Event::CapacityReleased(it) => {
            ledger.held.remove(&it.deployment.to_string());
        }
        _ => {}
    }
    Ok(())
}

/// What the state says of everything but its own numbering.
fn state(network: &Network) -> String {
    let Network {
        ledgers,
        cycles,
        rounds,
        partnerships,
        ..
    } = network;
    format!("{ledgers:#?}{cycles:#?}{rounds:#?}{partnerships:#?}")
}

/// Some thoughts are of several steps, so that what takes many of them comes about often enough.
fn in_steps((what, a, b, c): Thought) -> Vec<Thought> {
    match what % 28 {
        20..22 => vec![
            (12, a, b, 1),
            (13, a, b, c),
            (15, a, b, c),
            (6, a, b, c),
            (8, a, b + 1, c + 1),
        ],
        22..24 => vec![
            (0, a, b, 1),
            (2, a, b, c),
            (3, a, b, c),
            (4, a, b, c),
            (7, a, b, c | 1),
        ],
        24 => vec![(7, a, b, c | 1), (7, a, b + 1, (c + 2) | 1)],
        26 => vec![(26, 5 * a, b, c)],
        27 => vec![(27, a, b, c), (11, a, b, c), (11, a, b, c + 1), (11, a, b, c + 2)],
        25 => vec![(12, a, b, 0), (13, a, b, c), (14, a, 0, c), (13, a, b, c)],
        what => vec![(what, a, b, c)],
    }
}

fn thoughts(most: usize) -> impl Strategy<Value = Vec<Thought>> {
    let thought = (0..28_u8, 0..3_u8, 0..12_u8, 0..24_u8);
    prop::collection::vec(thought, 0..most)
}

/// A network after some thoughts, refused ones included.
fn after(thoughts: &[Thought]) -> World {
    let mut world = World::diagnosed();
    for (number, thought) in thoughts.iter().flat_map(|it| in_steps(*it)).enumerate() {
        if let (26, weeks, ..) = thought {
            world.pass_days(7 * i64::from(weeks) + 1);
            continue;
        }
        if let (27, ..) = thought {
            for (deployment, taker) in proposed_now(world.journal.network()) {
                world.consented(deployment, taker);
            }
            continue;
        }
        let (role, command) = command(world.journal.network(), thought);
        let context = context(&world, role, number);
        let _ = world.handle(&command, &context);
    }
    world
}

/// Deployments that wait for conflicts to be cleared and for consents, with their cycles.
fn proposed_now(network: &Network) -> Vec<(u128, u128)> {
    let all = network.cycles.iter().flat_map(|(cycle, it)| {
        let proposed = it.deployments.iter();
        let proposed = proposed.filter(|(_, it)| it.phase() == DeploymentPhase::Proposed);
        proposed.map(|(deployment, _)| (deployment.uuid().as_u128(), cycle.uuid().as_u128()))
    });
    all.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_wish_takes_a_giver_or_a_person_beyond_what_is_declared(thoughts in thoughts(120)) {
        let world = after(&thoughts);
        let mut ledgers = BTreeMap::new();
        for entry in &world.entries {
            let counted = count(&mut ledgers, entry);
            prop_assert!(counted.is_ok(), "{}", counted.unwrap_err());
        }
        for (giver, ledger) in world.journal.network().ledgers.iter() {
            let counted = ledgers.get(giver).map_or(0, |it| it.held.len());
            prop_assert_eq!(usize::from(ledger.taken().units.0), counted);
        }
    }

    #[test]
    fn a_log_folds_to_the_state_and_its_check_finds_nothing(thoughts in thoughts(80)) {
        let world = after(&thoughts);
        let (mut folded, mut check) = (Network::new(rules()), Check::new(rules()));
        for (entry, line) in world.entries.iter().zip(world.log()) {
            folded.evolve(entry);
            let judged = check.line(&line);
            prop_assert!(judged.is_ok(), "{}", judged.unwrap_err());
        }
        let told = format!("{:?}", world.journal.network());
        prop_assert_eq!(format!("{folded:?}"), told);
    }

    #[test]
    fn a_snapshot_holds_all_that_the_log_came_to(thoughts in thoughts(80)) {
        let world = after(&thoughts);
        let network = world.journal.network();
        let kept = network.snapshot().unwrap();
        let restored = Network::restore(rules(), [], &kept).unwrap();
        prop_assert_eq!(format!("{restored:?}"), format!("{network:?}"));
        prop_assert_eq!(restored.snapshot().unwrap(), kept);
    }

    #[test]
    fn what_comes_of_commands_is_the_same_in_one_list(thoughts in thoughts(60)) {
        let world = World::diagnosed();
        let (mut one, mut other) = (world.journal.clone(), world.journal.clone());
        let (mut entries, mut effects, mut out) = (Vec::new(), Vec::new(), Out::default());
        for (number, thought) in thoughts.iter().flat_map(|it| in_steps(*it)).enumerate() {
            let (role, command) = command(one.network(), thought);
            let context = context(&world, role, number % 50);
            let (by_one, by_other) = (one.handle(&command, &context), other.handle_into(&command, &context, &mut out));
            match by_one {
                Ok(Handled::Accepted { entries: more, effects: done }) => {
                    prop_assert_eq!(by_other, Ok(None));
                    entries.extend(more);
                    effects.extend(done);
                }
                Ok(Handled::Repeated(range)) => prop_assert_eq!(by_other, Ok(Some(range))),
                Err(refusal) => prop_assert_eq!(by_other, Err(refusal)),
            }
        }
        prop_assert_eq!(out, Out { entries, effects });
        prop_assert_eq!(format!("{:?}", other.network()), format!("{:?}", one.network()));
    }

    #[test]
    fn a_refused_command_changes_nothing(thoughts in thoughts(60), last in any::<Thought>()) {
        let mut world = after(&thoughts);
        let before = format!("{:?}", world.journal.network());
        let (role, command) = command(world.journal.network(), last);
        let context = context(&world, role, thoughts.len());
        if world.handle(&command, &context).is_err() {
            prop_assert_eq!(format!("{:?}", world.journal.network()), before);
        }
    }

    #[test]
    fn commands_whose_streams_have_nothing_in_common_can_be_done_in_either_order(
        thoughts in thoughts(60), one in any::<Thought>(), other in any::<Thought>()
    ) {
        let world = after(&thoughts);
        let network = world.journal.network();
        let ((as_one, one), (as_other, other)) = (command(network, one), command(network, other));
        let shared: BTreeSet<_> = network.streams_for(&one).intersection(&network.streams_for(&other)).copied().collect();
        prop_assume!(shared == BTreeSet::from([Stream::Network]));
        // All rests on what is recorded of the network itself.
        prop_assume!([&one, &other].into_iter().all(|it| it.event().stream() != Stream::Network));
        prop_assume!(proposed(&one).is_none() || proposed(&one) != proposed(&other));
        let (first, second) = (context(&world, as_one, 900), context(&world, as_other, 901));
        let in_order = |commands: [(&Command, &Context); 2]| {
            let mut journal = Journal::new(network.clone());
            let told = commands.map(|(command, context)| {
                journal.handle(command, context).map(|it| it.entries().into_iter().map(|it| it.event).collect::<Vec<_>>())
            });
            (told, state(journal.network()))
        };
        let ([one_first, other_second], left) = in_order([(&one, &first), (&other, &second)]);
        let ([other_first, one_second], right) = in_order([(&other, &second), (&one, &first)]);
        prop_assert_eq!(one_first, one_second);
        prop_assert_eq!(other_second, other_first);
        prop_assert_eq!(left, right);
    }

    #[test]
    fn what_is_recorded_stands_on_the_streams_that_were_named(thoughts in thoughts(60), last in any::<Thought>()) {
        let world = after(&thoughts);
        let network = world.journal.network();
        let (role, command) = command(network, last);
        let named = network.streams_for(&command);
        if let Ok(accepted) = network.decide(&command, &context(&world, role, 900)) {
            for event in accepted.events {
                prop_assert!(named.contains(&event.stream()), "{} of {:?}", event.stream(), command);
            }
        }
    }

    #[test]
    fn a_confirmed_plan_is_never_refused_by_a_ledger_that_did_not_fall(thoughts in thoughts(100)) {
        let world = after(&thoughts);
        let network = world.journal.network();
        for (round, found) in network.rounds.iter() {
            let Some(plan) = found.planned().filter(|_| found.code() == "confirmed") else {
                continue;
            };
            for placement in plan.placements.keys() {
                let ledger = &network.ledgers[&placement.giver];
                let now = network.from_now_on().now;
                let overdrawn = ledger.overdrawn_in(now).is_some() || ledger.overdrawn_people(now).next().is_some();
                if overdrawn || !ledger.promises.contains_key(&placement.promise(*round).unwrap()) {
                    continue;
                }
                let proposal = Proposal {
                    round: Some(*round),
                    person: placement.person,
                    ..proposal(id(DeploymentId::new, 99), placement.need().unwrap(), placement.giver)
                };
                let cycle = id(CycleId::new, placement.need().unwrap().uuid().as_u128());
                let command = Command::in_cycle(cycle, CycleCommand::ProposeDeployment(proposal));
                let told = network.decide(&command, &context(&world, "broker", 900));
                let codes = told.err().map(|refusal| serde_json::to_value(refusal).unwrap().to_string());
                let by_ledger = ["capacity_exceeded", "person_busy", "wrong_person_stage", "unknown_person"];
                for code in by_ledger {
                    prop_assert!(!codes.as_ref().is_some_and(|codes| codes.contains(code)), "{codes:?}");
                }
            }
        }
    }
}

#[test]
fn thoughts_reach_what_they_are_there_for() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut reached = BTreeSet::new();
    for _ in 0..60 {
        let tree = thoughts(120).new_tree(&mut runner).unwrap();
        let world = after(&proptest::strategy::ValueTree::current(&tree));
        reached.extend(world.entries.iter().map(|entry| entry.event.code()));
    }
    for code in [
        "capacity_fell",
        "person_offered",
        "person_stood_down",
        "deployment_proposed",
        "deployment_declined",
        "capacity_committed",
        "capacity_released",
        "plan_proposed",
        "placement_answered",
        "plan_confirmed",
        "capacity_promised",
        "promise_lapsed",
        "school_admitted",
        "school_released",
        "school_gone_reported",
        "new_reference_reported",
    ] {
        assert!(reached.contains(code), "no thought came to {code}");
    }
}
