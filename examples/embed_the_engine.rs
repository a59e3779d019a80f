//! A management information system embeds the engine: it hands in commands, stores the entries that come
//! out, asks what may be done now and what is due, and starts again from its log.

#![allow(clippy::print_stdout, reason = "an example prints")]

use collegium::{
    cycle::{
        acts::Command as CycleCommand, cycle::OpenedCycle, envelope::Envelope, need::ReportedNeed,
        protocol::Protocol, rules::Rules, self_evaluation::OfSelfEvaluation,
    },
    engine::{
        acts::Command,
        context::Context,
        entry::Entry,
        journal::Journal,
        network::Network,
        opening::{Member, MemberKind, OpenedNetwork},
    },
    model::{
        calendar::SchoolCalendar,
        chrono::NaiveDate,
        code::{Area, Role},
        id::{CommandId, CycleId, NeedId, NetworkId, PersonId, SchoolId, SelfEvaluationId},
        need::{Need, NeedSource, Severity},
        quantity::Units,
        school::{EducationPhase, SchoolReference},
        urn::Urn,
        uuid::Uuid,
    },
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // Ids and the time come from the host; here they are counted and fixed.
    let mut number = 0;
    let mut uuid = move || {
        number += 1;
        Uuid::from_u128(number)
    };
    let now = NaiveDate::from_ymd_opt(2026, 9, 7)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .ok_or("no such time")?;
    let (school, cycle) = (SchoolId::new(uuid()), CycleId::new(uuid()));
    let (broker, head) = (PersonId::new(uuid()), PersonId::new(uuid()));

    let commands = [
        (
            "broker",
            Command::OpenNetwork(OpenedNetwork {
                network: NetworkId::new(uuid()),
                calendar: SchoolCalendar::typical_england(2026, 1)?,
                members: vec![Member {
                    school,
                    reference: SchoolReference::Urn(Urn::new(900_017)?),
                    education_phase: EducationPhase::Primary,
                    place: None,
                    kind: MemberKind::School,
                }],
            }),
        ),
        (
            "broker",
            Command::in_cycle(cycle, CycleCommand::OpenCycle(OpenedCycle { school, turn: 1 })),
        ),
        (
            "host_head",
            Command::in_cycle(
                cycle,
                CycleCommand::ReportNeed(ReportedNeed {
                    need: Need {
                        id: NeedId::new(uuid()),
                        school,
                        area: Area::new("attendance")?,
                        severity: Severity::Moderate,
                        units: Units(1),
                        year_group: None,
                        source: NeedSource::Reported,
                    },
                }),
            ),
        ),
        (
            "host_head",
            Command::in_cycle(
                cycle,
                CycleCommand::DraftSelfEvaluation(OfSelfEvaluation {
                    self_evaluation: SelfEvaluationId::new(uuid()),
                }),
            ),
        ),
    ];

    // Every command goes in; what comes out is stored, a line of JSON each.
    let mut journal = Journal::new(Network::new(Rules::compile(Protocol::standard())?));
    let mut stored: Vec<String> = Vec::new();
    for (role, command) in &commands {
        let actor = if *role == "broker" { broker } else { head };
        let context = Context::new(CommandId::new(uuid()), actor, Role::new(role)?, now);
        for entry in journal.handle(command, &context)?.entries() {
            stored.push(entry.line()?);
        }
    }
    println!(
        "stored {} entries; the last:\n{}\n",
        stored.len(),
        stored.last().ok_or("nothing stored")?
    );

    // What may the head do now, and what not and why? Pages ask; they hold no rules.
    let network = journal.network();
    let calendar = &network.opened().ok_or("the network is open")?.calendar;
    let context = Context::new(CommandId::new(uuid()), head, Role::new("host_head")?, now);
    let state = network.cycles.get(&cycle).ok_or("the cycle is open")?;
    println!("the head may:");
    for action in state.actions(&context.in_cycle(calendar, None), network.rules()) {
        match action.blockers.first() {
            None => println!("  yes  {}", action.act),
            Some(blocked) => println!("  no   {}: {}", action.act, blocked.blocker),
        }
    }

    // Starting again is a fold over what was stored.
    let mut again = Network::new(Rules::compile(Protocol::standard())?);
    for line in &stored {
        let envelope: Envelope = collegium::cycle::serde_json::from_str(line)?;
        again.evolve(&Entry::read(envelope)?);
    }
    assert_eq!(again.cycles, network.cycles);
    println!("\nreplayed {} entries to the same state", again.position());
    Ok(())
}
