//! A school register read whole: schools, what was skipped and why, every fault at once; then needs and
//! offers derived from published signals, under rules that are data.

#![allow(clippy::print_stdout, reason = "an example prints")]

use collegium::{
    model::uuid::Uuid,
    register::{
        derivation::Derivation,
        fictional::Recipe,
        register::{ReadOptions, Register},
        source::Source,
    },
    sim::ids::Ids,
};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    // Fictional schools in the layout of the real register; `std::fs::read` would bring a real one.
    let files = Recipe::new(200, 7).make()?;
    let register = Register::read_with_signals(
        Source::new("schools.csv", &files.gias),
        Source::new("signals.csv", &files.signals),
        &ReadOptions::default(),
    )?;
    println!("{} rows, {} schools", register.rows(), register.records().len());
    for (reason, rows) in register.skipped() {
        println!("  skipped: {rows} {reason}");
    }

    let derivation = Derivation::shipped()?;
    let mut ids = Ids::new(7, "needs and offers");
    let derived = derivation.derive(&register, &mut || ids.next(Uuid::from))?;
    println!(
        "\n{} schools with {} needs, {} offer support",
        derived.takers,
        derived.needs.len(),
        derived.givers
    );
    for (rule, count) in &derived.by_rule {
        println!(
            "  {count:>3}  {rule}: {}",
            derivation.meaning(rule).unwrap_or_default()
        );
    }

    // Bad input is told whole: what, where, why, and what to do.
    let broken = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),NumberOfPupils\n\
                  900001,Larkmere Primary School,Open,Primary,many\n\
                  900001,Larkmere Primary School,Open,Elementary,210\n";
    let faults = Register::read(
        Source::new("broken.csv", broken.as_bytes()),
        &ReadOptions::default(),
    )
    .expect_err("three things are wrong with it");
    println!("\n{} faults in broken.csv:", faults.faults().len());
    for fault in faults.faults() {
        println!("  {fault}\n    to do: {}", fault.help());
    }
    Ok(())
}
