//! How a register becomes needs and offers: a small file of rules that an expert can read and change.
//!
//! A rule fires for a school when all its conditions are met. A figure that is withheld meets none, so a
//! blank grade is never a good one and never a need by itself. A school has at most one need in an area:
//! of several rules that fire the most severe counts, and all are remembered.

mod derive;
pub mod fault;
mod read;

use crate::number::Thousandths;
use collegium_model::{
    candidate::CandidateRules,
    code::{Area, RuleId},
    id::{NeedId, OfferId, SchoolId},
    inspection::InspectionGrade,
    need::{Need, Severity},
    offer::Offer,
    quantity::{HalfDays, Units},
    school::EducationPhase,
};
pub use derive::UNTOLD_RULE;

use fault::DerivationFaults;
use serde::Serialize;
use std::collections::BTreeMap;

/// The rules by which a register becomes needs and offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derivation {
    label: String,
    name: String,
    version: u32,
    areas: Vec<Area>,
    candidates: CandidateRules,
    needs: Vec<NeedRule>,
    offers: Vec<OfferRule>,
}

/// What makes a school one that needs help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NeedRule {
    /// Its id, unique among all rules.
    pub id: RuleId,
    /// What it says, in plain English.
    pub meaning: String,
    /// Where it comes from, or that it is an assumption.
    pub source: String,
    /// What must all be so.
    pub when: Vec<Condition>,
    /// In which areas it makes a need; at least one.
    pub areas: Vec<Area>,
    /// How serious the need is.
    pub severity: Severity,
    /// How many deployments it asks for; at least one.
    pub units: Units,
    #[serde(skip)]
    line: u64,
}

/// What makes a school one that can lend help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OfferRule {
    /// Its id, unique among all rules.
    pub id: RuleId,
    /// What it says, in plain English.
    pub meaning: String,
    /// Where it comes from, or that it is an assumption.
    pub source: String,
    /// What must all be so.
    pub when: Vec<Condition>,
    /// In which areas it offers help; at least one.
    pub areas: Vec<Area>,
    /// How many deployments at once; at least one.
    pub at_once: Units,
    /// How much working time in a term; at least one half-day.
    pub per_term: HalfDays,
    /// What becomes of the offer where the school needs help itself.
    pub while_in_need: WhileInNeed,
    #[serde(skip)]
    line: u64,
}

/// What becomes of an offer where the school needs help itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WhileInNeed {
    /// It is withheld.
    #[serde(rename = "no_offer")]
    NoOffer,
    /// It holds in areas where the school has no need.
    #[serde(rename = "other_areas")]
    OtherAreas,
    /// It holds.
    #[serde(rename = "offer")]
    Offer,
}

/// One thing that must be so for a rule to fire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "of")]
#[non_exhaustive]
pub enum Condition {
    /// The school's overall grade is one of these.
    #[serde(rename = "grade")]
    Grade(Vec<InspectionGrade>),
    /// The school serves one of these phases.
    #[serde(rename = "phase")]
    Phase(Vec<EducationPhase>),
    /// Enough of these columns of signals pass the test.
    #[serde(rename = "signals")]
    Signals {
        /// The columns.
        columns: Vec<String>,
        /// The test for each.
        test: Test,
        /// How many must pass; at least one.
        in_at_least: usize,
    },
}

/// What is asked of one signal. A withheld one passes no test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "of")]
#[non_exhaustive]
pub enum Test {
    /// It is one of these words; letter case does not matter. A flag that is set reads `1`.
    #[serde(rename = "is")]
    Is(Vec<String>),
    /// It is this number or more; shares count in percent.
    #[serde(rename = "at_least")]
    AtLeast(Thousandths),
    /// It is this number or less; shares count in percent.
    #[serde(rename = "at_most")]
    AtMost(Thousandths),
}

/// What a register became.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Derived {
    /// The needs, by school reference, then in the order of the derivation's areas.
    pub needs: Vec<Need>,
    /// The offers, by school reference; at most one for a school.
    pub offers: Vec<Offer>,
    /// For each rule, the schools for which it fired. A rule that never fired stands at none.
    pub by_rule: BTreeMap<RuleId, usize>,
    /// For each need, every rule that fired for it, the one that decided first.
    pub fired_for_need: BTreeMap<NeedId, Vec<RuleId>>,
    /// For each offer, every rule that fired for it, the one that decided first.
    pub fired_for_offer: BTreeMap<OfferId, Vec<RuleId>>,
    /// Rules that could not fire for want of a column in the register or its signals, with the columns.
    pub idle: BTreeMap<RuleId, Vec<String>>,
    /// Schools whose offer was withheld because they need help themselves.
    pub withheld_offers: Vec<SchoolId>,
    /// Schools with at least one need.
    pub takers: usize,
    /// Schools with an offer.
    pub givers: usize,
    /// Schools that are both, in different areas.
    pub both: usize,
}

impl Derived {
    /// Deployments asked for in all.
    pub fn units_needed(&self) -> u64 {
        self.needs.iter().map(|need| u64::from(need.units.0)).sum()
    }

    /// Deployments offered at once in all, for deployments of `size`.
    pub fn units_offered(&self, size: HalfDays) -> u64 {
        let room = |offer: &Offer| offer.room(Units(0), HalfDays(0), size).0;
        self.offers.iter().map(|offer| u64::from(room(offer))).sum()
    }

    /// Givers for each taker; none where nobody needs help.
    pub fn capacity_ratio(&self) -> Option<Thousandths> {
        let (givers, takers) = (i64::try_from(self.givers).ok()?, i64::try_from(self.takers).ok()?);
        givers.checked_mul(1000)?.checked_div(takers).map(Thousandths)
    }
}

/// The derivation that ships with the crate, as the file it is.
pub const DEFAULT_DERIVATION: &str = include_str!("../default-derivation.toml");

impl Derivation {
    /// Reads a derivation from TOML; `label` is what faults call the file.
    ///
    /// # Errors
    /// All faults of the file at once.
    pub fn read(label: &str, toml: &str) -> Result<Self, DerivationFaults> {
        read::read(label, toml)
    }

    /// The derivation that ships with the crate. All its thresholds are assumptions.
    ///
    /// # Errors
    /// None in a released version: a test reads the file.
    pub fn shipped() -> Result<Self, DerivationFaults> {
        Self::read("default-derivation.toml", DEFAULT_DERIVATION)
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version, counted by whoever writes it.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The areas it knows, in order.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// How needs and offers are brought together.
    pub fn candidates(&self) -> CandidateRules {
        self.candidates
    }

    /// The rules that make needs, in the order of the file.
    pub fn needs(&self) -> &[NeedRule] {
        &self.needs
    }

    /// The rules that make offers, in the order of the file.
    pub fn offers(&self) -> &[OfferRule] {
        &self.offers
    }

    /// What a rule says, by its id.
    pub fn meaning(&self, id: &RuleId) -> Option<&str> {
        let need = self
            .needs
            .iter()
            .find(|rule| rule.id == *id)
            .map(|rule| &rule.meaning);
        let offer = || {
            self.offers
                .iter()
                .find(|rule| rule.id == *id)
                .map(|rule| &rule.meaning)
        };
        need.or_else(offer).map(String::as_str)
    }
}
