//! Solves an instance in the text format of the peer solvers and prints units, score and timings:
//! `cargo run --release --example peers -- INSTANCE.mat [coverage|score] [repeats]`. In the place of the
//! instance may stand a directory of `givers.csv`, `takers.csv` and `pairs.csv`; another, as a fourth
//! argument, is where these are written to.
//!
//! A line is `p CAPACITY`, `r DEMAND` or `e GIVER TAKER SCORE`; the numbers of givers and takers are
//! implicit, scores are whole numbers and read as millionths.
#![allow(clippy::print_stdout, clippy::disallowed_methods)] // A command that times.

use collegium_matching::{
    objective::Objective, problem::Problem, score::Score, solve::solve, table::Table, verify::verify,
};
use std::{error::Error, fmt::Write, fs, path::Path, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which instance?")?;
    let objective = match arguments.next().as_deref() {
        None | Some("coverage") => Objective::Coverage,
        Some("score") => Objective::Score,
        Some(other) => return Err(format!("{other} is neither coverage nor score").into()),
    };
    let repeats: u32 = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let path = Path::new(&path);

    let start = Instant::now();
    let problem = if path.is_dir() {
        tables(path)?
    } else {
        instance(&fs::read_to_string(path)?)?
    };
    if let Some(directory) = arguments.next() {
        write_tables(&problem, Path::new(&directory))?;
    }
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

fn tables(directory: &Path) -> Result<Problem, Box<dyn Error>> {
    let mut builder = Problem::builder();
    for name in ["givers", "takers", "pairs"] {
        let label = format!("{name}.csv");
        let bytes = fs::read(directory.join(&label))?;
        let table = Table {
            label: &label,
            bytes: &bytes,
        };
        match name {
            "givers" => builder.read_givers(table),
            "takers" => builder.read_takers(table),
            _ => builder.read_pairs(table),
        };
    }
    Ok(builder.build()?)
}

fn write_tables(problem: &Problem, directory: &Path) -> Result<(), Box<dyn Error>> {
    let (mut givers, mut takers, mut pairs) = (
        "giver,capacity\n".to_owned(),
        "taker,demand\n".to_owned(),
        "giver,taker,score\n".to_owned(),
    );
    for giver in problem.givers() {
        writeln!(givers, "{},{}", giver.id, giver.capacity)?;
    }
    for taker in problem.takers() {
        writeln!(takers, "{},{}", taker.id, taker.demand)?;
        for pair in problem.pairs_of(taker.index) {
            writeln!(
                pairs,
                "{},{},{}",
                problem.giver(pair.giver).id,
                taker.id,
                pair.score
            )?;
        }
    }
    fs::create_dir_all(directory)?;
    for (name, text) in [
        ("givers.csv", givers),
        ("takers.csv", takers),
        ("pairs.csv", pairs),
    ] {
        fs::write(directory.join(name), text)?;
    }
    Ok(())
}

fn instance(text: &str) -> Result<Problem, Box<dyn Error>> {
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
