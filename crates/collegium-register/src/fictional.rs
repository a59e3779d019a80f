//! Registers of schools that do not exist, in the layout of the real ones.
//!
//! The recipe yields files, not values, so that whatever is tried on fictional schools went through the
//! reader that the real ones go through. Towns are of uneven size, a sixth of the schools stand in the
//! countryside, and one or two places lie farther from all others than help usually travels. More schools
//! need help than in England as a whole, so that a small demonstration has something to show. All shares
//! are assumptions.

mod land;
mod names;
mod school;

use crate::dice::Dice;
use crate::encoding::Encoding;
use collegium_model::urn::Urn;
use encoding_rs::WINDOWS_1252;
use school::{FictionalSchool, GIAS_HEADER, SIGNALS_HEADER};

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    schools: u32,
    seed: u64,
    windows: bool,
}

/// Two files about schools that do not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FictionalRegister {
    /// The register: CSV with column names of the GIAS extract, CRLF.
    pub gias: Vec<u8>,
    /// The signals, by URN: CSV, CRLF, UTF-8.
    pub signals: Vec<u8>,
    /// The encoding of [`Self::gias`].
    pub encoding: Encoding,
}

/// Why a recipe yields nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecipeFault {
    /// No school at all.
    #[error("a fictional register has at least one school")]
    NoSchools,
    /// More schools than numbers for them.
    #[error("there are {most} numbers for fictional schools, {asked} schools asked for")]
    TooMany {
        /// How many schools were asked for.
        asked: u32,
        /// How many numbers there are.
        most: u32,
    },
}

impl RecipeFault {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::NoSchools => "ask for one school or more",
            Self::TooMany { .. } => "ask for 100,000 schools or fewer",
        }
    }
}

impl Recipe {
    /// The most schools a fictional register can have.
    pub const MOST: u32 = 1_000_000 - Urn::FIRST_FICTIONAL;

    /// So many schools, from this seed.
    pub const fn new(schools: u32, seed: u64) -> Self {
        Self {
            schools,
            seed,
            windows: false,
        }
    }

    /// Writes the register in Windows-1252, as the real one comes, instead of UTF-8.
    #[must_use]
    pub const fn with_windows_encoding(mut self) -> Self {
        self.windows = true;
        self
    }

    /// Makes the files.
    ///
    /// # Errors
    /// [`RecipeFault`] for no schools, or more than [`Self::MOST`].
    ///
    /// # Determinism
    /// The same recipe gives the same bytes on every machine: integers only, `ChaCha8` from the seed.
    pub fn make(self) -> Result<FictionalRegister, RecipeFault> {
        if self.schools == 0 {
            return Err(RecipeFault::NoSchools);
        }
        if self.schools > Self::MOST {
            return Err(RecipeFault::TooMany {
                asked: self.schools,
                most: Self::MOST,
            });
        }
        let mut dice = Dice::new(self.seed);
        let schools = school::schools(self.schools, &mut dice);
        let gias = csv(&GIAS_HEADER, schools.iter().map(FictionalSchool::gias));
        let signals = csv(&SIGNALS_HEADER, schools.iter().map(FictionalSchool::signals));
        let (gias, encoding) = if self.windows {
            (WINDOWS_1252.encode(&gias).0.into_owned(), Encoding::Windows1252)
        } else {
            (gias.into_bytes(), Encoding::Utf8)
        };
        Ok(FictionalRegister {
            gias,
            signals: signals.into_bytes(),
            encoding,
        })
    }
}

fn csv<const N: usize>(header: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut text = header.join(",");
    text.push_str("\r\n");
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            if cell.contains([',', '"']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}
