//! The `collegium` command.
//!
//! The command owns what the library must not touch: files, the terminal, exit codes. It holds no rule of
//! the domain. Exit 0: done. Exit 2: bad input, with every fault told and nothing half-written.
//! Exit 3: part of many runs failed; the others are done.

mod apply;
mod arguments;
mod demo;
mod failure;
mod files;
mod log;
mod matching;
mod playing;
mod printing;
mod protocol;
mod register_files;
mod report;
mod round;
mod schema;
mod serve;
mod simulate;
mod summary;
mod wording;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Command::Demo(it) => demo::run(&it),
        Command::Round(it) => round::run(&it),
        Command::Match(it) => matching::run(&it),
        Command::Protocol(it) => protocol::run(&it),
        Command::Apply(it) => apply::run(&it),
        Command::Serve(it) => serve::run(&it),
        Command::Simulate(it) => simulate::run(&it),
        Command::Schema(it) => schema::run(&it),
        Command::Log(it) => log::run(&it),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
