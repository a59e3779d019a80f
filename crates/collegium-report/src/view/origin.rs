//! Where a round came from and how its figures came about.

use chrono::NaiveDate;
use serde::Serialize;

/// How true a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Schools, people and events are made up: a demonstration.
    Fictional,
    /// Real schools from a public register; the round stops at the plan.
    PublicRegister,
    /// Real schools under pseudonyms; everything after the plan is made up.
    Invented,
}

/// Where a round came from: what it takes to run it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The seed of everything that was drawn by lot, if anything was.
    pub seed: Option<u64>,
    /// The first day of the round.
    pub start: NaiveDate,
    /// The last day the page knows about.
    pub end: NaiveDate,
    /// What the schools come from, such as the name and date of a register.
    pub register: String,
    /// The name of the rules that turned the register into needs and offers.
    pub rules: String,
    /// The protocol the cycles ran under.
    pub protocol: Protocol,
    /// The name and version of the software.
    pub software: String,
}

/// A protocol, pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Protocol {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The hash of its content, in hexadecimal.
    pub hash: String,
}

/// A figure of the round, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// Its value with its unit, as it is to be read.
    pub value: String,
    /// How it came about, in plain words.
    pub how: String,
}

/// Rows of the register that were not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SkippedRows {
    /// Why they were not used.
    pub reason: String,
    /// How many.
    pub rows: u64,
}

/// A rule that turned rows of the register into needs or offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DerivationRule {
    /// Its id in the rules.
    pub id: String,
    /// What it says, in plain words.
    pub meaning: String,
    /// Needs it gave.
    pub needs: u64,
    /// Offers it gave.
    pub offers: u64,
    /// Its source, or that it is an assumption.
    pub source: String,
}

/// How good a plan is, and how that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// What the plan was asked to do, such as *meet as many needs as possible, then the best fit*.
    pub objective: String,
    /// What it reached, with its unit.
    pub value: String,
    /// What no plan can exceed, with its unit.
    pub bound: String,
    /// What is certified, such as *No other plan could meet more needs.*
    pub statement: String,
    /// Whether the verifier, which shares no code with the solver, accepted the certificate.
    pub checked: bool,
}
