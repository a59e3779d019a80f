//! Chores, each also a test.
//!
//! `cargo xtask arrows` holds the arrows between the crates against what the manifests say.
//! `cargo xtask worlds` visits the small worlds of the cycle in release, and the larger ones of three kinds.
//! `cargo xtask peers` solves what other solvers solved, up to 100,000 takers, and compares.

#![allow(clippy::print_stderr, reason = "a chore tells what it found")]

use std::process::ExitCode;

mod arrows;
mod whole;

fn main() -> ExitCode {
    let chore = std::env::args().nth(1);
    let faults = match chore.as_deref() {
        Some("arrows") => arrows::faults(),
        Some("worlds") => whole::faults("collegium-cycle", "worlds", "a world is not safe"),
        Some("peers") => whole::faults("collegium-matching", "peers", "the peers found otherwise"),
        _ => vec!["chores: arrows, worlds, peers".to_owned()],
    };
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
