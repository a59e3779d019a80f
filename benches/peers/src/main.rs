//! One queue (M/M/c) in our simulator, in its bare kernel, in NeXosim and in SimPy, on the same customers: all
//! must come to the same waits, to the tick. Several turns, one after another in each turn; what is told is
//! medians and their ratios. See README.md.

mod nexosim_queue;

use collegium::sim::kernel::{Customer, waits_by_events};
use collegium_benches::simulated::{customers, first_come, queue};
use std::{env, error::Error, fmt::Write, fs, process::Command, time::Instant};

/// Seconds, and the sum of all waits in ticks.
type Ran = (f64, u64);

fn timed(once: impl FnOnce() -> u64) -> Ran {
    let begun = Instant::now();
    let waited = once();
    (begun.elapsed().as_secs_f64(), waited)
}

fn simpy(python: &str, file: &str, teams: u32) -> Result<Ran, Box<dyn Error>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/queue.py");
    let ran = Command::new(python)
        .args([script, file, &teams.to_string()])
        .output()?;
    let told = String::from_utf8(ran.stdout)?;
    let (seconds, waited) = told
        .trim()
        .split_once(' ')
        .ok_or_else(|| String::from_utf8_lossy(&ran.stderr).into_owned())?;
    Ok((seconds.parse()?, waited.parse()?))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// All simulators in turn, so many times.
fn compare(
    teams: u32,
    arrivals: f64,
    days: f64,
    turns: u32,
    python: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    let scenario = queue(days, teams, arrivals);
    let found = first_come(&scenario);
    let count = found.waits.len();
    let customers: Vec<Customer> = customers(arrivals, count);
    let file = env::temp_dir().join(format!("customers-{}.txt", std::process::id()));
    let lines = customers.iter().fold(String::new(), |mut lines, it| {
        let _ = writeln!(lines, "{} {}", it.arrives, it.service);
        lines
    });
    fs::write(&file, lines)?;
    let path = file.to_string_lossy().into_owned();
    let names = ["engine", "bare kernel", "NeXosim", "SimPy"];
    let mut all: [Vec<Ran>; 4] = Default::default();
    for _ in 0..turns {
        let engine = timed(|| {
            first_come(&scenario)
                .waits
                .iter()
                .map(|it| it.ticks.unsigned_abs())
                .sum()
        });
        let bare = timed(|| waits_by_events(teams, &customers).into_iter().flatten().sum());
        let nexosim = timed(|| nexosim_queue::waits(teams, &customers).into_iter().sum());
        let python = python.map(|python| simpy(python, &path, teams)).transpose()?;
        for (ran, of) in [Some(engine), Some(bare), Some(nexosim), python]
            .into_iter()
            .zip(&mut all)
        {
            of.extend(ran);
        }
    }
    fs::remove_file(&file)?;
    let waited = all
        .iter()
        .flatten()
        .map(|(_, waited)| *waited)
        .next()
        .unwrap_or(0);
    assert!(
        all.iter().flatten().all(|(_, found)| *found == waited),
        "the waits differ: {all:?}"
    );
    let mean = waited as f64 / count as f64 / 86_400_000.0;
    println!(
        "\n{teams} teams, {arrivals} a day: {count} customers, mean wait {mean:.7} days in all, {turns} turns"
    );
    let engine = median(all[0].iter().map(|(seconds, _)| *seconds).collect());
    println!(
        "the engine applied {} events, {:.2} million a second",
        found.applied,
        found.applied as f64 / engine / 1e6
    );
    println!(
        "{:12} {:>10} {:>16} {:>14}",
        "", "seconds", "customers/s", "beside engine"
    );
    for (name, runs) in names.iter().zip(all) {
        if !runs.is_empty() {
            let seconds = median(runs.into_iter().map(|(seconds, _)| seconds).collect());
            let rate = count as f64 / seconds;
            println!(
                "{name:12} {seconds:>10.4} {rate:>16.0} {:>14.2}",
                engine / seconds
            );
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let python = env::args().nth(1);
    if python.is_none() {
        println!(
            "SimPy is left out: name a Python that has it, as in `cargo run --release -- venv/bin/python`"
        );
    }
    compare(3, 2.4, 12_000.0, 7, python.as_deref())?;
    compare(10, 9.0, 4_000.0, 7, python.as_deref())
}
