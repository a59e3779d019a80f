//! `collegium simulate run`: the runs of a study, as many at once as there are cores.

use super::{
    checked,
    checkpoint::Checkpoint,
    file_of,
    process::ProcessPolicy,
    study,
    tables::{Kept, summary_row, values, waits},
};
use crate::{
    arguments::RunStudy,
    failure::Failure,
    files::write_whole,
    printing::{Progress, to_stdout},
};
use collegium::sim::{
    policy::{Policy, PolicyFailed, Process},
    scenario::Scenario,
    study::{Checked, Job},
};
use std::{
    fs,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

pub(super) fn run(arguments: &RunStudy) -> Result<(), Failure> {
    let directory = &arguments.study;
    let study = study(directory)?;
    let checked = checked(&study)?;
    let runs = directory.join("runs");
    fs::create_dir_all(&runs).map_err(|error| Failure::file("make", &runs, &error))?;
    let is_mine = |job: &Job| arguments.shard.holds(*job);
    let is_done = |job: &Job| file_of(directory, job.index, "summary").exists();
    let mut replications = checked.replications();
    let mut done = 0;
    // What comes of runs says whether more are wanted, so they are done in waves. Without a rule there is one.
    loop {
        replications.take(&mut |job| values(directory, job))?;
        let mine = replications.jobs().filter(is_mine);
        let left: Vec<_> = mine.filter(|job| !is_done(job)).collect();
        if left.is_empty() {
            break;
        }
        wave(&checked, &left, arguments)?;
        done += left.len();
    }
    let before = match replications.jobs().filter(is_mine).count() - done {
        0 => String::new(),
        skipped => format!(", {skipped} were done before"),
    };
    let waits = study.stopping.is_some() && replications.jobs().any(|job| !is_done(&job));
    let further = if waits {
        "\nwhether more are wanted hangs on other shards: run this one again when they are done\n"
    } else {
        "\n"
    };
    to_stdout(&format!("{done} runs done{before}{further}"))
}

/// Does these runs, as many at once as are asked for.
fn wave(checked: &Checked<'_>, left: &[Job], arguments: &RunStudy) -> Result<(), Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let at_once = arguments.jobs.unwrap_or(cores).clamp(1, left.len().max(1));
    let progress = Progress::begin("simulating");
    let (next, done, failures) = (AtomicUsize::new(0), AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(job) = left.get(next.fetch_add(1, Ordering::Relaxed)) {
            match one(checked, *job, arguments) {
                Ok(()) => {
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    progress.say(format!("simulating: {done} of {} runs", left.len()));
                }
                Err(failure) => {
                    // A poisoned lock means that another run has panicked; its failures are still told.
                    let mut all = failures.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    all.push(failure);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(work);
        }
    });
    drop(progress);
    let failures = failures
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    failures
        .into_iter()
        .reduce(Failure::and)
        .map_or(Ok(()), |failure| Err(failure.partly()))
}

/// Does one run, from where it was broken off, and keeps what came of it. Its summary appears last, whole, and
/// marks it as done.
fn one(checked: &Checked<'_>, job: Job, arguments: &RunStudy) -> Result<(), Failure> {
    let directory = &arguments.study;
    let mut kept = Kept::begin(job, arguments.rows);
    let mut checkpoint = Checkpoint::open(directory, job, arguments.checkpoint_every)?;
    let begin = |process: &Process, scenario: &Scenario, key| -> Result<Box<dyn Policy>, PolicyFailed> {
        Ok(Box::new(ProcessPolicy::begin(process, scenario, key)?))
    };
    let before = checkpoint.before();
    let keep = Box::new(|chosen| checkpoint.keep(chosen));
    let summary = checked
        .resume(job, &begin, before, keep, &mut kept)
        .map_err(|failed| {
            let point = job.point + 1;
            let help = "see what the policy chose, or what the scenario asks";
            Failure::new(
                format!(
                    "run {} (point {point}, replication {}): {failed}",
                    job.index, job.replication
                ),
                help,
            )
        })?;
    for (table, text) in kept.tables() {
        write_whole(&file_of(directory, job.index, table), text)?;
    }
    write_whole(&file_of(directory, job.index, "waits"), &waits(job, &summary))?;
    write_whole(
        &file_of(directory, job.index, "summary"),
        &summary_row(checked, job, &summary),
    )?;
    checkpoint.close()
}
