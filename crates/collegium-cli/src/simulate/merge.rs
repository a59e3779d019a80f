//! `collegium simulate merge`: what came of all runs, in tables.

use super::{
    STUDY, checked, file_of, study,
    tables::{COLUMNS, STOPPING, header, stopping, summary_header, values},
};
use crate::{
    arguments::Merge,
    failure::{Failure, read},
    files::write_whole,
    printing::{in_json, to_stdout},
};
use collegium::{
    engine::seal::Sealer,
    sim::{policy::Spec, run::MEASURES, study::Job},
};
use serde::Serialize;
use std::{fmt::Write, path::Path};

/// What a study is and how it was made, beside its tables.
#[derive(Serialize)]
struct Manifest<'a> {
    collegium: &'static str,
    study_sha256: String,
    seed: u64,
    points: usize,
    policies: Vec<&'a str>,
    clairvoyant: Vec<&'a str>,
    replications: u32,
    /// How often each point was repeated, where that hung on what came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_after: Option<Vec<u32>>,
    runs: usize,
    tables: Vec<&'static str>,
}

pub(super) fn run(arguments: &Merge) -> Result<(), Failure> {
    let directory = &arguments.study;
    let study = study(directory)?;
    let checked = checked(&study)?;
    let mut replications = checked.replications();
    replications.take(&mut |job| values(directory, job))?;
    let jobs: Vec<_> = replications.jobs().collect();
    let missing = |job: &&Job| !file_of(directory, job.index, "summary").exists();
    if let Some(first) = jobs.iter().find(missing) {
        return Err(Failure::new(
            format!(
                "{} of {} runs are not done, the first is run {}",
                jobs.iter().filter(missing).count(),
                jobs.len(),
                first.index
            ),
            "do them with `collegium simulate run`, then merge",
        ));
    }
    let mut tables = vec!["summary"];
    write_whole(
        &directory.join("summary.csv"),
        &table(&jobs, directory, "summary", summary_header(&checked))?,
    )?;
    for (name, columns) in COLUMNS {
        let is_there = |job: &Job| file_of(directory, job.index, name).exists();
        if jobs.iter().all(is_there) {
            write_whole(
                &directory.join(format!("{name}.csv")),
                &table(&jobs, directory, name, header(columns))?,
            )?;
            tables.push(name);
        }
    }
    if study.stopping.is_some() {
        write_whole(&directory.join("stopping.csv"), &stopping(&replications, &study))?;
        tables.push("stopping");
    }
    write_whole(&directory.join("columns.csv"), &columns())?;
    let policies = || study.policies.iter();
    let manifest = Manifest {
        collegium: env!("CARGO_PKG_VERSION"),
        study_sha256: sealed(&read(&directory.join(STUDY))?),
        seed: study.seed,
        points: checked.points.len(),
        policies: policies().map(Spec::name).collect(),
        clairvoyant: policies()
            .filter(|it| it.is_clairvoyant())
            .map(Spec::name)
            .collect(),
        replications: study.replications,
        stopped_after: study.stopping.as_ref().map(|_| replications.of_points()),
        runs: jobs.len(),
        tables: tables.clone(),
    };
    write_whole(&directory.join("manifest.json"), &in_json(&manifest))?;
    #[cfg(feature = "parquet")]
    if arguments.parquet {
        let of_study = [
            ("collegium", manifest.collegium),
            ("study_sha256", &manifest.study_sha256),
            ("seed", &study.seed.to_string()),
        ];
        for table in &tables {
            super::parquet::write(directory, table, &of_study, &columns())?;
        }
    }
    let imprecise = match replications.imprecise() {
        0 => String::new(),
        points => format!(
            "{points} of {} points reached {} replications before their means were known as well as asked: see \
             stopping.csv\n",
            checked.points.len(),
            study.replications
        ),
    };
    to_stdout(&format!(
        "{} runs in {}\n{imprecise}",
        jobs.len(),
        tables
            .iter()
            .map(|it| format!("{it}.csv"))
            .collect::<Vec<_>>()
            .join(", ")
    ))
}

/// SHA-256 of a text of whole lines.
pub(super) fn sealed(text: &[u8]) -> String {
    let mut sealer = Sealer::default();
    String::from_utf8_lossy(text)
        .lines()
        .for_each(|line| sealer.line(line));
    sealer.seal().seal.sha256
}

/// All rows of one table, in the order of the runs.
fn table(jobs: &[Job], directory: &Path, name: &str, header: String) -> Result<String, Failure> {
    let mut whole = header;
    for job in jobs {
        whole.push_str(&String::from_utf8_lossy(&read(&file_of(
            directory, job.index, name,
        ))?));
    }
    Ok(whole)
}

/// What every column of every table is.
fn columns() -> String {
    let mut text = String::from("table,column,unit,says\n");
    for measure in MEASURES {
        let _ = writeln!(
            text,
            "summary,{},{},\"{}\"",
            measure.name, measure.unit, measure.says
        );
    }
    text.push_str("summary,applied,events,\"Events that the engine has applied\"\n");
    for (table, columns) in COLUMNS.iter().chain(&[("stopping", STOPPING)]) {
        for (column, unit, says) in *columns {
            let _ = writeln!(text, "{table},{column},{unit},\"{says}\"");
        }
    }
    text
}
