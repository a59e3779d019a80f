//! From a register to needs and offers, school by school.

use super::{
    Condition, Derivation, Derived, NeedRule, OfferRule, Test, WhileInNeed,
    fault::{DerivationFault, DerivationFaultKind, DerivationFaults},
};
use crate::{
    gias,
    number::Thousandths,
    pseudonym::Pseudonyms,
    register::{Record, Register, school_id},
    signals::{Signal, SignalColumn, SignalKind},
    table,
};
use collegium_model::{
    code::{Area, RuleId},
    id::{NeedId, OfferId, SchoolId},
    need::{Need, NeedSource},
    offer::Offer,
    uuid::Uuid,
};
use std::collections::{BTreeMap, BTreeSet};

/// What stands in the place of a rule where it must not be told which one fired.
pub const UNTOLD_RULE: &str = "public_signals";

impl Derivation {
    /// Needs and offers of a register's schools. `ids` yields a fresh UUID each time it is called: for
    /// each need in order, then for each offer.
    ///
    /// A rule that asks for a published column which this register and its signals lack is idle, and the
    /// result says so.
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
    /// Which rule fired for which school is left out, for a list of those whom a rule meets may be public:
    /// every need names [`UNTOLD_RULE`] as its source, and only the counts by rule remain.
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
        let mut derived = self.derive_for(register, schools.collect(), ids)?;
        for need in &mut derived.needs {
            if let Ok(rule) = RuleId::new(UNTOLD_RULE) {
                need.source = NeedSource::Signals { rule };
            }
        }
        for offer in &mut derived.offers {
            offer.rule = None;
        }
        derived.fired_for_need.clear();
        derived.fired_for_offer.clear();
        Ok(derived)
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
        let ungraded = register
            .columns_absent()
            .iter()
            .any(|column| column == gias::GRADE);
        for (id, line, when) in self.rules() {
            let mut missing = Vec::new();
            for condition in when {
                match condition {
                    Condition::Grade(_) if ungraded => missing.push(gias::GRADE.to_owned()),
                    Condition::Signals {
                        columns,
                        test,
                        in_at_least,
                    } => {
                        let lacking = bound.columns(columns, test, register.signal_columns(), |kind| {
                            faults.push(DerivationFault {
                                file: self.label.clone(),
                                line: Some(line),
                                rule: Some(id.to_string()),
                                kind,
                            });
                        });
                        if columns.len() - lacking.len() < *in_at_least {
                            missing.extend(lacking);
                        }
                    }
                    Condition::Grade(_) | Condition::Phase(_) => {}
                }
            }
            if !missing.is_empty() {
                bound.idle.insert(id.clone(), missing);
            }
        }
        match DerivationFaults::new(faults) {
            Some(faults) => Err(faults),
            None => Ok(bound),
        }
    }
}

/// Where the columns that rules ask for stand, and which rules lack theirs.
#[derive(Default)]
struct Bound {
    at: BTreeMap<String, usize>,
    idle: BTreeMap<RuleId, Vec<String>>,
}

impl Bound {
    /// Notes where the columns stand; those that are published and that this register lacks.
    fn columns(
        &mut self,
        asked: &[String],
        test: &Test,
        columns: &[SignalColumn],
        mut fault: impl FnMut(DerivationFaultKind),
    ) -> Vec<String> {
        let mut missing = Vec::new();
        for name in asked {
            let column = name.clone();
            match columns.iter().position(|known| known.name == *name) {
                Some(at) if test.suits(columns[at].kind) => {
                    self.at.insert(column, at);
                }
                Some(_) => fault(DerivationFaultKind::TestDoesNotSuit { column }),
                None if SignalColumn::known(name).is_some() => missing.push(column),
                None => {
                    let present = columns.iter().map(|known| known.name.as_str());
                    let published = SignalColumn::known_names().map(|known| -> &str { known });
                    let similar = table::similar(name, present.chain(published));
                    fault(DerivationFaultKind::UnknownColumn { column, similar });
                }
            }
        }
        missing
    }
}

/// An offer before it has an id.
struct Possible<'d> {
    decided: &'d OfferRule,
    areas: Vec<Area>,
    fired: Vec<RuleId>,
}

impl Test {
    /// Whether signals of this kind can pass it at all.
    pub(super) fn suits(&self, kind: SignalKind) -> bool {
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
