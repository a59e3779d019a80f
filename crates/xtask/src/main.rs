//! Chores, each also a test.
//!
//! `cargo xtask arrows` holds the arrows between the crates against what the manifests say.

#![allow(clippy::print_stderr, reason = "a chore tells what it found")]

use std::process::ExitCode;

mod arrows;

fn main() -> ExitCode {
    let chore = std::env::args().nth(1);
    let faults = match chore.as_deref() {
        Some("arrows") => arrows::faults(),
        _ => vec!["chores: arrows".to_owned()],
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
