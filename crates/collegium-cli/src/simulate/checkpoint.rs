//! What is kept of a run that is not done: the choices of its policy, from which it goes on.

use super::{STUDY, merge::sealed};
use crate::{
    failure::{Failure, read},
    files::write_whole,
};
use collegium::sim::{policy::Chosen, study::Job};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

/// Choices of one run, in a file of their own.
#[derive(Debug)]
pub(super) struct Checkpoint {
    path: PathBuf,
    kept: Kept,
    /// After how many choices the file is written; never where nothing is said.
    every: Option<NonZeroUsize>,
    failed: Option<Failure>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    study_sha256: String,
    run: u64,
    choices: Vec<Chosen>,
}

impl Checkpoint {
    /// What is kept of a job; nothing where it was never begun.
    pub(super) fn open(directory: &Path, job: Job, every: Option<NonZeroUsize>) -> Result<Self, Failure> {
        let path = directory
            .join("runs")
            .join(format!("{:07}.choices.json", job.index));
        let study_sha256 = sealed(&read(&directory.join(STUDY))?);
        let kept = match fs::read(&path) {
            Ok(bytes) => of(&bytes, &study_sha256, job).ok_or_else(|| {
                Failure::new(
                    format!(
                        "{}: no choices of run {} of this study",
                        path.display(),
                        job.index
                    ),
                    "remove it; the run then begins anew",
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Kept {
                study_sha256,
                run: job.index,
                choices: Vec::new(),
            },
            Err(error) => return Err(Failure::file("read", &path, &error)),
        };
        Ok(Self {
            path,
            kept,
            every,
            failed: None,
        })
    }

    /// The choices that were made before.
    pub(super) fn before(&self) -> Vec<Chosen> {
        self.kept.choices.clone()
    }

    /// Takes a new choice, and writes all where it is time to.
    pub(super) fn keep(&mut self, chosen: Chosen) {
        let Some(every) = self.every else { return };
        self.kept.choices.push(chosen);
        if self.kept.choices.len() % every == 0 && self.failed.is_none() {
            let text = serde_json::to_string(&self.kept).expect("choices are numbers and words");
            self.failed = write_whole(&self.path, &text).err();
        }
    }

    /// Forgets what was kept: the run is done.
    pub(super) fn close(self) -> Result<(), Failure> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Failure::file("remove", &self.path, &error))
            }
            _ => self.failed.map_or(Ok(()), Err),
        }
    }
}

fn of(bytes: &[u8], study_sha256: &str, job: Job) -> Option<Kept> {
    let kept: Kept = serde_json::from_slice(bytes).ok()?;
    (kept.study_sha256 == study_sha256 && kept.run == job.index).then_some(kept)
}
