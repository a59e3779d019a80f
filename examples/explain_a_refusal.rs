//! Why is this blocked, all reasons at once, and who could lift each?

#![allow(clippy::print_stdout, reason = "an example prints")]

use collegium::{
    cycle::{
        acts::{Act, Command},
        context::{Context, Recorded},
        cycle::{Cycle, OpenedCycle},
        protocol::Protocol,
        review::OfReview,
        rules::Rules,
    },
    model::{
        calendar::SchoolCalendar,
        chrono::NaiveDate,
        code::Role,
        id::{PersonId, ReviewId, SchoolId},
        uuid::Uuid,
    },
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let rules = Rules::compile(Protocol::standard())?;
    let calendar = SchoolCalendar::typical_england(2026, 1)?;
    let now = NaiveDate::from_ymd_opt(2026, 9, 7)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .ok_or("no such time")?;
    let broker = PersonId::new(Uuid::from_u128(1));
    let review = ReviewId::new(Uuid::from_u128(2));

    // A cycle with a review that was planned this morning.
    let mut cycle = Cycle::default();
    let school = SchoolId::new(Uuid::from_u128(3));
    let roles = [Role::new("broker")?];
    let context = Context::new(broker, &roles, now, &calendar);
    for command in [
        Command::OpenCycle(OpenedCycle { school, turn: 1 }),
        Command::PlanReview(OfReview { review }),
    ] {
        for event in &cycle.decide(&command, &context, &rules)?.events {
            cycle.evolve(&Recorded {
                event,
                at: now,
                actor: broker,
                on_behalf_of: None,
                reason: None,
            });
        }
    }

    // A governor would like the visit to begin. Nothing is judged twice: the same tables and guards answer
    // here, on the buttons of a page, and when the command is sent.
    let governor = [Role::new("governor")?];
    let context = Context::new(PersonId::new(Uuid::from_u128(4)), &governor, now, &calendar);
    let begin = Command::BeginReview(OfReview { review });
    println!("{} is blocked:", Act::BeginReview);
    for blocked in cycle.explain(&begin, &context, &rules) {
        let by: Vec<_> = blocked.liftable_by.iter().map(Role::as_str).collect();
        let by = if by.is_empty() {
            "another step".to_owned()
        } else {
            by.join(" or ")
        };
        println!(
            "  {}\n    to do: {}\n    by: {by}",
            blocked.blocker,
            blocked.blocker.help()
        );
    }

    // The same for a program in any language.
    let refusal = cycle.decide(&begin, &context, &rules).expect_err("it is blocked");
    println!(
        "\nas JSON:\n{}",
        collegium::cycle::serde_json::to_string_pretty(&refusal)?
    );
    Ok(())
}
