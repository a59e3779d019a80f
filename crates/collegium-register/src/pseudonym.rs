//! A register under pseudonyms: schools keep what matching needs and lose what names them.
//!
//! Pseudonymous is not anonymous. Whoever holds the public register can still guess which school has this
//! phase in this square of five kilometres, and role and school together identify a head. The seed is the
//! key: whoever has it and the register can undo everything.

use crate::{
    dice::Dice,
    register::{Record, Register, school_id},
};
use collegium_model::{
    id::SchoolId,
    quantity::{Metres, PerMille},
    school::{ResponsibleBody, School, SchoolReference},
};
use std::{collections::BTreeMap, fmt};

/// How far apart the points are to which places move.
pub const PLACE_GRAIN: Metres = Metres(5_000);
/// Pupils are told in steps of so many, from one step to ten.
const PUPILS_GRAIN: u32 = 100;
/// Free school meals are told in steps of so many per mille, up to half.
const FREE_MEALS_GRAIN: u16 = 100;

/// Which pseudonym each school of a register has. To be kept as safe as the names themselves.
#[derive(Clone, PartialEq, Eq)]
pub struct Pseudonyms(BTreeMap<SchoolId, u32>);

impl Pseudonyms {
    /// The pseudonym of a school, by its id in the register that was not pseudonymised.
    pub fn reference(&self, school: SchoolId) -> Option<SchoolReference> {
        self.0.get(&school).copied().map(SchoolReference::Pseudonym)
    }
}

impl fmt::Debug for Pseudonyms {
    /// How many there are, never which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pseudonyms({} schools)", self.0.len())
    }
}

impl Register {
    /// The pseudonyms of its schools, numbered from 1 in an order shuffled by `seed`.
    ///
    /// # Determinism
    /// Same schools, same seed: same pseudonyms, in whatever order the file had them.
    pub fn pseudonyms(&self, seed: u64) -> Pseudonyms {
        let mut schools: Vec<SchoolId> = self.schools().map(|school| school.id).collect();
        Dice::new(seed).shuffle(&mut schools);
        Pseudonyms(schools.into_iter().zip(1..).collect())
    }

    /// The same schools under pseudonyms: without names, authorities, responsible bodies, types, dates and
    /// signals; places moved to the nearest point of a grid of [`PLACE_GRAIN`]; pupils and free school
    /// meals in coarse steps; ids made from the pseudonyms. The account of the file keeps its counts and
    /// loses its label and filters.
    ///
    /// Signals go because a row of published figures names its school as surely as a URN. Derive needs and
    /// offers with [`Derivation::derive_under`](crate::derivation::Derivation::derive_under).
    #[must_use]
    pub fn pseudonymised(&self, seed: u64) -> Self {
        let pseudonyms = self.pseudonyms(seed);
        let mut records: Vec<Record> = self
            .records
            .iter()
            .filter_map(|record| Some(veiled(record, pseudonyms.reference(record.school.id)?)))
            .collect();
        records.sort_by_key(|record| record.school.reference);
        Self {
            label: "register under pseudonyms".to_owned(),
            encoding: self.encoding,
            characters_repaired: 0,
            columns_absent: Vec::new(),
            filters: Vec::new(),
            rows: self.rows,
            skipped: self.skipped.clone(),
            skipped_without_place: self.skipped_without_place,
            signal_columns: Vec::new(),
            signal_count: None,
            carried: None,
            others: BTreeMap::new(),
            records,
        }
    }
}

/// Every field is named, so that a new one does not pass unseen.
fn veiled(record: &Record, reference: SchoolReference) -> Record {
    let Record {
        school,
        grade,
        inspected: _,
        establishment: _,
        signals: _,
    } = record;
    let School {
        id: _,
        reference: _,
        name: _,
        education_phase,
        place,
        local_authority: _,
        responsible_body: _,
        pupils,
        free_school_meals,
    } = school;
    Record {
        school: School {
            id: school_id(reference),
            reference,
            name: String::new(),
            education_phase: *education_phase,
            place: place.map(|place| place.snapped(PLACE_GRAIN)),
            local_authority: String::new(),
            responsible_body: ResponsibleBody::Unknown,
            pupils: pupils.map(coarse_pupils),
            free_school_meals: free_school_meals.and_then(coarse_share),
        },
        grade: *grade,
        inspected: None,
        establishment: String::new(),
        signals: None,
    }
}

fn coarse_pupils(pupils: u32) -> u32 {
    let steps = (pupils.saturating_add(PUPILS_GRAIN / 2) / PUPILS_GRAIN).clamp(1, 10);
    steps * PUPILS_GRAIN
}

fn coarse_share(share: PerMille) -> Option<PerMille> {
    let steps = ((share.get() + FREE_MEALS_GRAIN / 2) / FREE_MEALS_GRAIN).min(5);
    PerMille::new(steps * FREE_MEALS_GRAIN).ok()
}
