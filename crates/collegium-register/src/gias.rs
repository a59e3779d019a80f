//! England's register of schools (GIAS, "Get information about schools"), as its extract comes.

use crate::{
    cell,
    fault::{Collected, FaultKind, RegisterFaults},
    register::{FilterOutcome, ReadOptions, Record, Register, SkipReason, school_id},
    signals::unique_urn,
    source::Source,
    succession::Standing,
    table::{Header, Row, Rows, text_of},
};
use collegium_model::{
    chrono::NaiveDate,
    inspection::InspectionGrade,
    place::Place,
    quantity::{Metres, PerMille},
    school::{EducationPhase, ResponsibleBody, School, SchoolReference},
    urn::Urn,
};
use std::collections::BTreeMap;

const URN: &str = "URN";
const NAME: &str = "EstablishmentName";
const STATUS: &str = "EstablishmentStatus (name)";
const PHASE: &str = "PhaseOfEducation (name)";
const AUTHORITY: &str = "LA (name)";
const ESTABLISHMENT: &str = "TypeOfEstablishment (name)";
const PUPILS: &str = "NumberOfPupils";
const FREE_MEALS: &str = "PercentageFSM";
const TRUST_CODE: &str = "Trusts (code)";
const TRUST_NAME: &str = "Trusts (name)";
const TRUST_FLAG: &str = "TrustSchoolFlag (name)";
const EASTING: &str = "Easting";
const NORTHING: &str = "Northing";
/// The column of overall grades; newer extracts come without it.
pub(crate) const GRADE: &str = "OfstedRating (name)";
const INSPECTED: &str = "OfstedLastInsp";

const STATUSES: [(&str, Option<SkipReason>); 4] = [
    ("Open", None),
    ("Open, but proposed to close", None),
    ("Closed", Some(SkipReason::Closed)),
    ("Proposed to open", Some(SkipReason::NotYetOpen)),
];

const PHASES: [(&str, EducationPhase); 10] = [
    ("Nursery", EducationPhase::Nursery),
    ("Primary", EducationPhase::Primary),
    ("Middle deemed primary", EducationPhase::Primary),
    ("Secondary", EducationPhase::Secondary),
    ("Middle deemed secondary", EducationPhase::Secondary),
    ("All-through", EducationPhase::AllThrough),
    ("All through", EducationPhase::AllThrough),
    ("16 plus", EducationPhase::SixteenPlus),
    ("Not applicable", EducationPhase::NotApplicable),
    ("", EducationPhase::NotApplicable),
];

/// The grades as registers print them; letter case does not matter.
pub(crate) const GRADES: [(&str, InspectionGrade); 6] = [
    ("Outstanding", InspectionGrade::Outstanding),
    ("Good", InspectionGrade::Good),
    ("Requires improvement", InspectionGrade::RequiresImprovement),
    ("Inadequate", InspectionGrade::Inadequate),
    ("Serious Weaknesses", InspectionGrade::SeriousWeaknesses),
    ("Special Measures", InspectionGrade::SpecialMeasures),
];

/// Types of establishment that a local authority maintains.
const MAINTAINED: [&str; 8] = [
    "Community school",
    "Voluntary aided school",
    "Voluntary controlled school",
    "Foundation school",
    "Community special school",
    "Foundation special school",
    "Pupil referral unit",
    "Local authority nursery school",
];

/// The flag of a school that a charitable trust supports while a local authority maintains it.
const FOUNDATION_TRUST: &str = "Supported by a trust";

pub(crate) fn read(source: Source<'_>, options: &ReadOptions) -> Result<Register, RegisterFaults> {
    let mut faults = Collected::new(source.label);
    let register = read_rows(source, options, &mut faults);
    faults.finish(register)
}

fn read_rows(source: Source<'_>, options: &ReadOptions, faults: &mut Collected<'_>) -> Option<Register> {
    let decoded = text_of(source, faults)?;
    let mut table = Rows::new(&decoded.text);
    let first = table.next(faults)?;
    let header = Header::new(&first, faults)?;
    let columns = Columns::bind(&header, options, faults)?;
    let mut register = Register {
        label: source.label.to_owned(),
        encoding: decoded.encoding,
        characters_repaired: decoded.repaired,
        columns_absent: columns.absent.iter().map(|&name| name.to_owned()).collect(),
        filters: options
            .filters()
            .iter()
            .map(|filter| FilterOutcome {
                filter: filter.clone(),
                rows: 0,
            })
            .collect(),
        rows: 0,
        skipped: BTreeMap::new(),
        skipped_without_place: 0,
        signal_columns: Vec::new(),
        signal_count: None,
        carried: None,
        others: BTreeMap::new(),
        records: Vec::new(),
    };
    let mut lines = BTreeMap::new();
    while let Some(row) = table.next(faults) {
        register.rows += 1;
        match columns.row(&row, &header, &mut register.filters, &mut lines, faults) {
            Some(Reading::School(record)) => register.records.push(*record),
            Some(Reading::Skipped(reason, school)) => {
                register.others.extend(school);
                *register.skipped.entry(reason).or_default() += 1;
                if reason != SkipReason::Footer && columns.lacks_place(&row) {
                    register.skipped_without_place += 1;
                }
            }
            None => {}
        }
    }
    if register.rows == 0 {
        faults.push(None, None, FaultKind::HeaderOnly);
    }
    register.records.sort_by_key(|record| record.school.reference);
    Some(register)
}

/// What became of a row without faults.
enum Reading {
    School(Box<Record>),
    Skipped(SkipReason, Option<(Urn, Standing)>),
}

/// Where each column that is read stands in the file.
struct Columns {
    urn: usize,
    name: usize,
    status: usize,
    phase: usize,
    authority: Option<usize>,
    establishment: Option<usize>,
    pupils: Option<usize>,
    free_meals: Option<usize>,
    trust_code: Option<usize>,
    trust_name: Option<usize>,
    trust_flag: Option<usize>,
    place: Option<(usize, usize)>,
    grade: Option<usize>,
    inspected: Option<usize>,
    filters: Vec<usize>,
    absent: Vec<&'static str>,
}

impl Columns {
    fn bind(header: &Header, options: &ReadOptions, faults: &mut Collected<'_>) -> Option<Self> {
        let required = [URN, NAME, STATUS, PHASE].map(|name| header.require(name, faults));
        let filters: Vec<_> = options
            .filters()
            .iter()
            .map(|filter| header.require_for_filter(&filter.column, faults))
            .collect();
        let mut absent = Vec::new();
        let mut optional = |name| {
            let found = header.find(name, faults);
            if found.is_none() {
                absent.push(name);
            }
            found
        };
        let [authority, establishment, pupils, free_meals] =
            [AUTHORITY, ESTABLISHMENT, PUPILS, FREE_MEALS].map(&mut optional);
        let [trust_code, trust_name, trust_flag] = [TRUST_CODE, TRUST_NAME, TRUST_FLAG].map(&mut optional);
        let [grade, inspected, easting, northing] = [GRADE, INSPECTED, EASTING, NORTHING].map(&mut optional);
        match (easting, northing) {
            (Some(_), None) => _ = header.require(NORTHING, faults),
            (None, Some(_)) => _ = header.require(EASTING, faults),
            _ => {}
        }
        let [urn, name, status, phase] = required;
        Some(Self {
            urn: urn?,
            name: name?,
            status: status?,
            phase: phase?,
            authority,
            establishment,
            pupils,
            free_meals,
            trust_code,
            trust_name,
            trust_flag,
            place: easting.zip(northing),
            grade,
            inspected,
            filters: filters.into_iter().collect::<Option<_>>()?,
            absent,
        })
    }

    /// The row as a school or a reason to skip it; none where something is wrong with it.
    fn row(
        &self,
        row: &Row<'_>,
        header: &Header,
        filters: &mut [FilterOutcome],
        lines: &mut BTreeMap<Urn, u64>,
        faults: &mut Collected<'_>,
    ) -> Option<Reading> {
        let urn = row.cell(self.urn);
        if urn.eq_ignore_ascii_case("NAT") || row.is_blank() {
            return Some(Reading::Skipped(SkipReason::Footer, None));
        }
        if !row.is_whole(header, faults) {
            return None;
        }
        if urn.is_empty() {
            let school = row.cell(self.name);
            if school.is_empty() {
                return Some(Reading::Skipped(SkipReason::Footer, None));
            }
            let school = school.to_owned();
            faults.push(Some(row.line), Some(URN), FaultKind::NoUrn { school });
            return None;
        }
        let urn = unique_urn(urn, row, lines, faults);
        if !self.passes(row, filters) {
            let skipped = |urn| Reading::Skipped(SkipReason::FilteredOut, Some((urn, self.standing(row))));
            return urn.map(skipped);
        }
        match judged(row, STATUS, cell::word(row.cell(self.status), &STATUSES), faults) {
            Some(Some(reason)) => {
                let skipped = |urn| Reading::Skipped(reason, Some((urn, self.standing(row))));
                return urn.map(skipped);
            }
            Some(None) => {}
            None => return None,
        }
        self.record(row, urn, faults)
            .map(|record| Reading::School(Box::new(record)))
    }

    /// What the status says; a row of no interest is not judged by it.
    fn standing(&self, row: &Row<'_>) -> Standing {
        match cell::word(row.cell(self.status), &STATUSES) {
            Ok(None) => Standing::Open,
            Ok(Some(SkipReason::Closed)) => Standing::Closed,
            _ => Standing::Unlisted,
        }
    }

    fn passes(&self, row: &Row<'_>, filters: &mut [FilterOutcome]) -> bool {
        // For each column that is filtered on: whether one of its values was met.
        let mut met: BTreeMap<usize, bool> = BTreeMap::new();
        for (&column, outcome) in self.filters.iter().zip(filters) {
            let meets = row.cell(column) == outcome.filter.value;
            outcome.rows += usize::from(meets);
            *met.entry(column).or_default() |= meets;
        }
        met.into_values().all(|met| met)
    }

    fn record(&self, row: &Row<'_>, urn: Option<Urn>, faults: &mut Collected<'_>) -> Option<Record> {
        let name = row.cell(self.name);
        if name.is_empty() {
            faults.push(Some(row.line), Some(NAME), FaultKind::NoName);
        }
        let phase = judged(row, PHASE, cell::word(row.cell(self.phase), &PHASES), faults);
        let pupils = judged(row, PUPILS, cell::whole(row.optional(self.pupils)), faults);
        let free_meals = cell::percentage(row.optional(self.free_meals)).map(Result::ok);
        let free_school_meals: Option<Option<PerMille>> = judged(row, FREE_MEALS, free_meals, faults);
        let grade = match row.optional(self.grade) {
            "" => Some(None),
            text => judged(row, GRADE, cell::word(text, &GRADES), faults).map(Some),
        };
        let inspected: Option<Option<NaiveDate>> =
            judged(row, INSPECTED, cell::date(row.optional(self.inspected)), faults);
        let place = self.place(row, faults);
        let reference = SchoolReference::Urn(urn?);
        let local_authority = row.optional(self.authority).to_owned();
        Some(Record {
            school: School {
                id: school_id(reference),
                reference,
                name: Some(name).filter(|name| !name.is_empty())?.to_owned(),
                education_phase: phase?,
                place: place?,
                responsible_body: self.responsible_body(row, &local_authority),
                local_authority,
                pupils: pupils?,
                free_school_meals: free_school_meals?,
            },
            grade: grade?,
            inspected: inspected?,
            establishment: row.optional(self.establishment).to_owned(),
            signals: None,
        })
    }

    fn lacks_place(&self, row: &Row<'_>) -> bool {
        self.place
            .is_none_or(|(easting, northing)| is_nowhere(row.cell(easting), row.cell(northing)))
    }

    /// Where the school stands; some none where the register does not say, none where it says nonsense.
    #[expect(clippy::option_option, reason = "unknown and wrong are two answers")]
    fn place(&self, row: &Row<'_>, faults: &mut Collected<'_>) -> Option<Option<Place>> {
        if self.lacks_place(row) {
            return Some(None);
        }
        let (easting_at, northing_at) = self.place?;
        let mut coordinate = |column, name: &str| match cell::whole(row.cell(column)) {
            Ok(Some(metres)) => Some(metres),
            Ok(None) => {
                faults.push(Some(row.line), Some(name), FaultKind::HalfAPlace);
                None
            }
            Err(kind) => {
                faults.push(Some(row.line), Some(name), kind);
                None
            }
        };
        let (easting, northing) = (coordinate(easting_at, EASTING), coordinate(northing_at, NORTHING));
        let (easting, northing) = (easting?, northing?);
        if let Ok(place) = Place::new(Metres(easting), Metres(northing)) {
            return Some(Some(place));
        }
        let kind = FaultKind::OffTheGrid { easting, northing };
        faults.push(Some(row.line), Some(EASTING), kind);
        None
    }

    /// A trust where one is named, the local authority where the type says that it maintains the school.
    fn responsible_body(&self, row: &Row<'_>, local_authority: &str) -> ResponsibleBody {
        let (code, name) = (row.optional(self.trust_code), row.optional(self.trust_name));
        let foundation = row
            .optional(self.trust_flag)
            .eq_ignore_ascii_case(FOUNDATION_TRUST);
        let named = !(code.is_empty() && name.is_empty());
        if named && !foundation {
            // Without a code the name has to tell trusts apart.
            let code = if code.is_empty() { name } else { code };
            return ResponsibleBody::Trust {
                code: code.to_owned(),
                name: name.to_owned(),
            };
        }
        let establishment = row.optional(self.establishment);
        let maintained = MAINTAINED
            .iter()
            .any(|kind| kind.eq_ignore_ascii_case(establishment));
        if (maintained || foundation) && !local_authority.is_empty() {
            return ResponsibleBody::LocalAuthority {
                name: local_authority.to_owned(),
            };
        }
        ResponsibleBody::Unknown
    }
}

/// The value, or none and a fault.
fn judged<T>(
    row: &Row<'_>,
    column: &str,
    read: Result<T, FaultKind>,
    faults: &mut Collected<'_>,
) -> Option<T> {
    read.map_err(|kind| faults.push(Some(row.line), Some(column), kind))
        .ok()
}

/// Both coordinates withheld, or both zero: the grid's false origin lies in the sea, and exports write it
/// where they know nothing.
fn is_nowhere(easting: &str, northing: &str) -> bool {
    let withheld = |text| matches!(cell::whole(text), Ok(None));
    (withheld(easting) && withheld(northing)) || (easting == "0" && northing == "0")
}
