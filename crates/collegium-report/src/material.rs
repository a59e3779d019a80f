//! From an engine's state to what a page shows.
//!
//! [`Material`] is what the host has at hand at the end of a round: the network, its entries, the problems
//! that were solved, and the names, which live outside the log. [`Material::view`] puts it into the words of
//! the page. It shows what it is given: whoever may not see a school's name hands in schools without one.

mod calendar;
mod decisions;
mod deployments;
mod needs;
mod plan;

use crate::view::{
    DerivationRule, Figure, Nature, Origin, Place, Protocol, Role, RoundView, School, SchoolIndex,
    SkippedRows,
};
use chrono::NaiveDate;
use collegium_engine::{
    candidates::Candidates,
    entry::Entry,
    matching::plan::Plan,
    model::{
        id::{NeedId, SchoolId},
        school::School as ModelSchool,
    },
    network::Network,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a host has at hand at the end of a round.
#[derive(Debug)]
pub struct Material<'a> {
    /// What the page is called.
    pub title: String,
    /// One line below the title.
    pub subtitle: String,
    /// How true the round is.
    pub nature: Nature,
    /// The seed of everything drawn by lot; none where the page must not tell it.
    pub seed: Option<u64>,
    /// The first day.
    pub start: NaiveDate,
    /// What the schools come from.
    pub register: String,
    /// The rules that turned the register into needs and offers, by name and version.
    pub rules: String,
    /// The name and version of the software.
    pub software: String,
    /// The schools, with their names where the page may show them.
    pub schools: &'a [ModelSchool],
    /// The network at the end.
    pub network: &'a Network,
    /// The log.
    pub entries: &'a [Entry],
    /// Every round in order, with the problem that was solved and its best plan.
    pub rounds: Vec<(&'a Candidates, &'a Plan)>,
    /// Which rules each need was derived by, in plain words.
    pub derived_by: BTreeMap<NeedId, String>,
    /// The rules, with what each gave.
    pub derivation: Vec<DerivationRule>,
    /// Rows of the register that were not used.
    pub skipped: Vec<SkippedRows>,
    /// Figures of the register and the derivation.
    pub figures: Vec<Figure>,
    /// What was assumed.
    pub assumptions: Vec<String>,
}

impl Material<'_> {
    /// The round as a page shows it.
    ///
    /// Complexity: linear in the entries and the pairs of the first round, but for lookups.
    pub fn view(&self) -> RoundView {
        let index = Index::of(self);
        let needs = needs::needs(self, &index);
        let deployments = deployments::deployments(self, &index);
        RoundView {
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            nature: self.nature,
            origin: self.origin(),
            calendar: calendar::calendar(self),
            schools: self.view_schools(&index),
            capacity: deployments::capacity(self, &index),
            reallocations: decisions::reallocations(self, &index),
            attention: decisions::attention(self, &index),
            needs,
            deployments,
            figures: self.figures.clone(),
            skipped: self.skipped.clone(),
            derivation: self.derivation.clone(),
            assumptions: self.assumptions.clone(),
            proof: plan::proof(self),
        }
    }

    /// The last day the log tells of.
    fn end(&self) -> NaiveDate {
        self.entries
            .last()
            .map_or(self.start, |entry| entry.recorded.date())
    }

    fn origin(&self) -> Origin {
        let pin = self.network.rules().pin();
        let (id, version, hash) = (pin.id.to_string(), pin.version.to_string(), pin.hash.clone());
        Origin {
            seed: self.seed,
            start: self.start,
            end: self.end(),
            register: self.register.clone(),
            rules: self.rules.clone(),
            protocol: Protocol { id, version, hash },
            software: self.software.clone(),
        }
    }

    fn view_schools(&self, index: &Index) -> Vec<School> {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let school = |school: &ModelSchool| School {
            key: school.reference.to_string(),
            name: text(&school.name),
            education_phase: Some(school.education_phase.label().to_owned()),
            local_authority: text(&school.local_authority),
            place: school.place.map(|place| Place {
                easting: place.easting().0,
                northing: place.northing().0,
            }),
            role: index.role(school.id),
        };
        self.schools.iter().map(school).collect()
    }
}

/// Where schools and needs stand in the view, and what they are called.
struct Index {
    schools: BTreeMap<SchoolId, SchoolIndex>,
    titles: BTreeMap<SchoolId, String>,
    takers: BTreeSet<SchoolId>,
    givers: BTreeSet<SchoolId>,
    needs: BTreeMap<NeedId, crate::view::NeedIndex>,
}

impl Index {
    fn of(material: &Material<'_>) -> Self {
        let schools = material
            .schools
            .iter()
            .zip(0..)
            .map(|(it, at)| (it.id, SchoolIndex(at)));
        let states = || {
            material
                .network
                .cycles
                .values()
                .flat_map(|cycle| cycle.needs.values())
        };
        let mut ordered: Vec<_> = states().collect();
        let schools: BTreeMap<_, _> = schools.collect();
        // The most severe first, then in the order of the schools.
        ordered.sort_by_key(|state| {
            let need = &state.need;
            (
                std::cmp::Reverse(need.severity),
                schools.get(&need.school).copied(),
                need.area.clone(),
            )
        });
        Self {
            titles: material.schools.iter().map(|it| (it.id, it.title())).collect(),
            takers: states().map(|state| state.need.school).collect(),
            givers: material.network.ledgers.keys().copied().collect(),
            needs: ordered
                .iter()
                .zip(0..)
                .map(|(it, at)| (it.need.id, crate::view::NeedIndex(at)))
                .collect(),
            schools,
        }
    }

    /// Where a school stands; past the end for one that is not in the round.
    fn school(&self, school: SchoolId) -> SchoolIndex {
        self.schools
            .get(&school)
            .copied()
            .unwrap_or(SchoolIndex(u32::MAX))
    }

    fn title(&self, school: SchoolId) -> String {
        self.titles
            .get(&school)
            .cloned()
            .unwrap_or_else(|| "another school".to_owned())
    }

    fn need(&self, need: NeedId) -> crate::view::NeedIndex {
        self.needs
            .get(&need)
            .copied()
            .unwrap_or(crate::view::NeedIndex(u32::MAX))
    }

    fn role(&self, school: SchoolId) -> Role {
        match (self.givers.contains(&school), self.takers.contains(&school)) {
            (true, true) => Role::Both,
            (true, false) => Role::Offering,
            (false, true) => Role::Receiving,
            (false, false) => Role::Neither,
        }
    }
}
