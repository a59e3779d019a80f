//! How a register becomes needs and offers: a small file of rules that an expert can read and change.
//!
//! A rule fires for a school when all its conditions are met. A figure that is withheld meets none, so a
//! blank grade is never a good one and never a need by itself. A school has at most one need in an area:
//! of several rules that fire the most severe counts, and all are remembered.

pub mod fault;
mod read;

use crate::{
    number::Thousandths,
    pseudonym::Pseudonyms,
    register::{Record, Register, school_id},
    signals::{Signal, SignalColumn, SignalKind},
    table,
};
use collegium_model::{
    candidate::CandidateRules,
    code::{Area, RuleId},
    id::{NeedId, OfferId, SchoolId},
    inspection::InspectionGrade,
    need::{Need, NeedSource, Severity},
    offer::Offer,
    quantity::{HalfDays, Units},
    school::EducationPhase,
    uuid::Uuid,
};
use fault::{DerivationFault, DerivationFaultKind, DerivationFaults};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The rules by which a register becomes needs and offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derivation {
    label: String,
    name: String,
    version: u32,
    areas: Vec<Area>,
    deployment: HalfDays,
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
    /// Rules that could not fire for want of a column of signals, with the columns.
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

    /// The size of one unit of help.
    pub fn deployment(&self) -> HalfDays {
        self.deployment
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

    /// Needs and offers of a register's schools. `ids` yields a fresh UUID each time it is called: for
    /// each need in order, then for each offer.
    ///
    /// A rule that asks for a published column which this register's signals lack is idle, and the result
    /// says so.
    ///
    /// # Errors
    /// Rules that ask for a column nobody knows, or ask for a number where the column has text; all at
    /// once.
    ///
    /// # Determinism
    /// Same register, same derivation, same ids: same result.
    pub fn derive(
        &self,
        register: &Register,
        ids: &mut dyn FnMut() -> Uuid,
    ) -> Result<Derived, DerivationFaults> {
        let schools = register.records().iter().map(|record| (record, record.school.id));
        self.derive_for(register, schools.collect(), ids)
    }

    /// As [`Self::derive`], for a register that others will see under pseudonyms: the signals are those of
    /// `register`, the ids and the order those of [`Register::pseudonymised`] with the same key. A
    /// pseudonymised register has no signals left to derive from.
    ///
    /// # Errors
    /// As [`Self::derive`].
    pub fn derive_under(
        &self,
        register: &Register,
        pseudonyms: &Pseudonyms,
        ids: &mut dyn FnMut() -> Uuid,
    ) -> Result<Derived, DerivationFaults> {
        let mut schools: Vec<_> = register
            .records()
            .iter()
            .filter_map(|record| Some((record, pseudonyms.reference(record.school.id)?)))
            .collect();
        schools.sort_by_key(|&(_, reference)| reference);
        let schools = schools
            .into_iter()
            .map(|(record, reference)| (record, school_id(reference)));
        self.derive_for(register, schools.collect(), ids)
    }

    fn derive_for(
        &self,
        register: &Register,
        schools: Vec<(&Record, SchoolId)>,
        ids: &mut dyn FnMut() -> Uuid,
    ) -> Result<Derived, DerivationFaults> {
        let bound = self.bind(register)?;
        let mut derived = Derived {
            idle: bound.idle,
            by_rule: self.rules().map(|(id, ..)| (id.clone(), 0)).collect(),
            ..Derived::default()
        };
        let mut offers = Vec::new();
        for (record, school) in schools {
            let met = |when: &[Condition]| when.iter().all(|condition| meets(condition, record, &bound.at));
            let needs: Vec<&NeedRule> = self.needs.iter().filter(|rule| met(&rule.when)).collect();
            let able: Vec<&OfferRule> = self.offers.iter().filter(|rule| met(&rule.when)).collect();
            for id in needs
                .iter()
                .map(|rule| &rule.id)
                .chain(able.iter().map(|rule| &rule.id))
            {
                *derived.by_rule.entry(id.clone()).or_default() += 1;
            }
            let areas_in_need = self.push_needs(school, &needs, &mut derived, ids);
            derived.takers += usize::from(!areas_in_need.is_empty());
            if let Some(offer) = self.offer(&able, &areas_in_need) {
                derived.both += usize::from(!areas_in_need.is_empty());
                offers.push((school, offer));
            } else if !able.is_empty() {
                derived.withheld_offers.push(school);
            }
        }
        derived.givers = offers.len();
        for (school, offer) in offers {
            let id = OfferId::new(ids());
            derived.offers.push(Offer {
                id,
                school,
                areas: offer.areas,
                at_once: offer.decided.at_once,
                per_term: offer.decided.per_term,
                rule: Some(offer.decided.id.clone()),
            });
            derived.fired_for_offer.insert(id, offer.fired);
        }
        Ok(derived)
    }

    /// Adds a need for each area in which a rule fired; the areas.
    fn push_needs<'d>(
        &'d self,
        school: SchoolId,
        fired: &[&NeedRule],
        derived: &mut Derived,
        ids: &mut dyn FnMut() -> Uuid,
    ) -> BTreeSet<&'d Area> {
        let mut in_need = BTreeSet::new();
        for area in &self.areas {
            let mut rules: Vec<&NeedRule> = fired
                .iter()
                .copied()
                .filter(|rule| rule.areas.contains(area))
                .collect();
            // The sort is stable: of equally severe rules the first of the file decides.
            rules.sort_by_key(|rule| std::cmp::Reverse((rule.severity, rule.units)));
            let Some(decided) = rules.first() else { continue };
            let id = NeedId::new(ids());
            derived.needs.push(Need {
                id,
                school,
                area: area.clone(),
                severity: decided.severity,
                units: decided.units,
                year_group: None,
                source: NeedSource::Signals {
                    rule: decided.id.clone(),
                },
            });
            let all = rules.iter().map(|rule| rule.id.clone()).collect();
            derived.fired_for_need.insert(id, all);
            in_need.insert(area);
        }
        in_need
    }

    /// What the rules that fired let a school offer, given the areas in which it needs help.
    fn offer<'d>(&self, able: &[&'d OfferRule], in_need: &BTreeSet<&Area>) -> Option<Possible<'d>> {
        let mut holding: Vec<(&OfferRule, Vec<&Area>)> = able
            .iter()
            .map(|&rule| {
                let kept = rule.areas.iter().filter(|area| match rule.while_in_need {
                    WhileInNeed::NoOffer => in_need.is_empty(),
                    WhileInNeed::OtherAreas => !in_need.contains(area),
                    WhileInNeed::Offer => true,
                });
                (rule, kept.collect())
            })
            .filter(|(_, areas): &(_, Vec<_>)| !areas.is_empty())
            .collect();
        holding.sort_by_key(|(rule, _)| std::cmp::Reverse((rule.at_once, rule.per_term)));
        let decided = holding.first()?.0;
        let offered = |area: &&Area| holding.iter().any(|(_, areas)| areas.contains(area));
        Some(Possible {
            decided,
            areas: self.areas.iter().filter(offered).cloned().collect(),
            fired: holding.iter().map(|(rule, _)| rule.id.clone()).collect(),
        })
    }

    fn rules(&self) -> impl Iterator<Item = (&RuleId, u64, &[Condition])> {
        let needs = self
            .needs
            .iter()
            .map(|rule| (&rule.id, rule.line, &rule.when[..]));
        let offers = self
            .offers
            .iter()
            .map(|rule| (&rule.id, rule.line, &rule.when[..]));
        needs.chain(offers)
    }

    /// Finds every column the rules ask for among the register's.
    fn bind(&self, register: &Register) -> Result<Bound, DerivationFaults> {
        let mut bound = Bound::default();
        let mut faults = Vec::new();
        let columns = register.signal_columns();
        for (id, line, when) in self.rules() {
            let mut fault = |kind| {
                let (file, line) = (self.label.clone(), Some(line));
                let rule = Some(id.to_string());
                faults.push(DerivationFault {
                    file,
                    line,
                    rule,
                    kind,
                });
            };
            for condition in when {
                let Condition::Signals {
                    columns: asked,
                    test,
                    in_at_least,
                } = condition
                else {
                    continue;
                };
                let mut missing = Vec::new();
                for name in asked {
                    match columns.iter().position(|column| column.name == *name) {
                        Some(at) if test.suits(columns[at].kind) => {
                            bound.at.insert(name.clone(), at);
                        }
                        Some(_) => fault(DerivationFaultKind::TestDoesNotSuit { column: name.clone() }),
                        None if SignalColumn::known(name).is_some() => missing.push(name.clone()),
                        None => {
                            let known = columns.iter().map(|column| column.name.as_str());
                            let names = known.chain(SignalColumn::known_names().map(|name| -> &str { name }));
                            fault(DerivationFaultKind::UnknownColumn {
                                column: name.clone(),
                                similar: table::similar(name, names),
                            });
                        }
                    }
                }
                if asked.len() - missing.len() < *in_at_least {
                    bound.idle.entry(id.clone()).or_default().extend(missing);
                }
            }
        }
        match DerivationFaults::new(faults) {
            Some(faults) => Err(faults),
            None => Ok(bound),
        }
    }
}

#[derive(Default)]
struct Bound {
    at: BTreeMap<String, usize>,
    idle: BTreeMap<RuleId, Vec<String>>,
}

/// An offer before it has an id.
struct Possible<'d> {
    decided: &'d OfferRule,
    areas: Vec<Area>,
    fired: Vec<RuleId>,
}

impl Test {
    /// Whether signals of this kind can pass it at all.
    fn suits(&self, kind: SignalKind) -> bool {
        let numeric = matches!(kind, SignalKind::Number | SignalKind::Share);
        numeric != matches!(self, Self::Is(_))
    }

    fn passes(&self, signal: &Signal) -> bool {
        let number = match signal {
            Signal::Number(number) => Some(*number),
            // Per mille in thousandths of a percent.
            Signal::Share(share) => Some(Thousandths(i64::from(share.get()) * 100)),
            _ => None,
        };
        let word = match signal {
            Signal::Flag(flag) => Some(if *flag { "1" } else { "0" }),
            Signal::Band(band) => Some(band.label()),
            Signal::Grade(grade) => Some(grade.label()),
            Signal::Text(text) => Some(&**text),
            _ => None,
        };
        match self {
            Self::Is(words) => word.is_some_and(|found| words.iter().any(|w| w.eq_ignore_ascii_case(found))),
            Self::AtLeast(least) => number.is_some_and(|number| number >= *least),
            Self::AtMost(most) => number.is_some_and(|number| number <= *most),
        }
    }
}

fn meets(condition: &Condition, record: &Record, at: &BTreeMap<String, usize>) -> bool {
    match condition {
        Condition::Grade(grades) => record.grade.is_some_and(|grade| grades.contains(&grade)),
        Condition::Phase(phases) => phases.contains(&record.school.education_phase),
        Condition::Signals {
            columns,
            test,
            in_at_least,
        } => {
            let Some(signals) = &record.signals else {
                return false;
            };
            let found = columns.iter().filter_map(|name| signals.get(*at.get(name)?));
            found.filter(|signal| test.passes(signal)).count() >= *in_at_least
        }
    }
}
