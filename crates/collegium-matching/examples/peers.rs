//! Solves an instance in the text format of the peer solvers and prints units, score and timings:
//! `cargo run --release --example peers -- INSTANCE.mat [coverage|score] [repeats]`.
//!
//! A line is `p CAPACITY`, `r DEMAND` or `e GIVER TAKER SCORE`; the numbers of givers and takers are
//! implicit, scores are whole numbers and read as millionths.
#![allow(clippy::print_stdout, clippy::disallowed_methods)] // A command that times.

use collegium_matching::{
    objective::Objective, problem::Problem, score::Score, solve::solve, verify::verify,
};
use std::{error::Error, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which instance?")?;
    let objective = match arguments.next().as_deref() {
        None | Some("coverage") => Objective::Coverage,
        Some("score") => Objective::Score,
        Some(other) => return Err(format!("{other} is neither coverage nor score").into()),
    };
    let repeats: u32 = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let text = std::fs::read_to_string(path)?;

    let start = Instant::now();
    let problem = read(&text)?;
    let build = start.elapsed();
    let mut times = Vec::new();
    let mut plan = solve(&problem, objective);
    for _ in 0..repeats {
        let start = Instant::now();
        plan = solve(&problem, objective);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let start = Instant::now();
    let file = plan.to_file(&problem);
    let write = start.elapsed();
    let start = Instant::now();
    let verdict = verify(&problem, &file);
    println!(
        "units={} score={} build={build:?} solve={:?} ({:?}..{:?}) write={write:?} verify={:?} {}",
        plan.value().units,
        plan.value().score.micros(),
        times[times.len() / 2],
        times[0],
        times[times.len() - 1],
        start.elapsed(),
        verdict.map_or_else(|rejections| rejections.to_string(), |_| "verified".to_owned()),
    );
    Ok(())
}

fn read(text: &str) -> Result<Problem, Box<dyn Error>> {
    let mut builder = Problem::builder();
    let (mut givers, mut takers) = (0, 0);
    for line in text.lines() {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        match words.as_slice() {
            ["p", capacity, ..] => {
                builder.giver(&format!("g{givers}"), capacity.parse()?);
                givers += 1;
            }
            ["r", demand] => {
                builder.taker(&format!("t{takers}"), demand.parse()?);
                takers += 1;
            }
            ["e", giver, taker, score] => {
                let score = Score::from_micros(score.parse()?)?;
                builder.pair(&format!("g{giver}"), &format!("t{taker}"), score);
            }
            _ => {}
        }
    }
    Ok(builder.build()?)
}
