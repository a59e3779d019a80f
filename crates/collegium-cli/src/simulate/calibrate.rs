//! `collegium simulate calibrate`: a scenario that fits the schools of a register.

use super::check;
use crate::{
    arguments::{Calibrate, RegisterFiles},
    failure::{Failure, read},
    files::write_whole,
    printing::to_stdout,
    register_files::in_rules,
    wording::counted,
};
use collegium::{
    model::{id::SchoolId, need::Severity, school::EducationPhase, uuid::Uuid},
    register::{
        derivation::{Condition, Derivation, Derived},
        register::{Record, Register},
        signals::Signal,
    },
    sim::{
        ids::Ids,
        scenario::{Census, CountedKind, Scenario},
    },
};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt::Write, path::Path};

/// What is taken where a base is not given: the example, so that its numbers stand in one place.
const BASE: &str = include_str!("../../../../examples/study/county.toml");

pub(super) fn run(arguments: &Calibrate) -> Result<(), Failure> {
    let base = match &arguments.base {
        Some(path) => super::scenario(path)?,
        None => Scenario::from_toml(BASE).expect("the example is a scenario"),
    };
    let (register, derivation) = arguments.files.read()?;
    // Needs are counted and forgotten, so whatever their ids are will do.
    let mut ids = Ids::new(0, "needs and offers");
    let derived = derivation
        .derive(&register, &mut || ids.next(Uuid::from))
        .map_err(|faults| in_rules(&faults))?;
    let census = census(&register, &derived, &arguments.files, &derivation)?;
    let schools = register.records().len();
    let scenario = Scenario {
        name: format!("Schools of {}", title(&arguments.files)),
        ..census.fit(&base)
    };
    let label = arguments.out.display();
    check(
        &scenario,
        &format!("the scenario for {}", arguments.files.register.display()),
    )?;
    let text = scenario
        .to_toml()
        .map_err(|error| Failure::new(error, "report this: a scenario can be written"))?;
    let head = format!(
        "# Made by `collegium simulate calibrate`. Schools were counted in {}.\n# They are in need by {}.\n# What \
         neither tells stays as it was{}.\n\n",
        census.register,
        census.needs,
        arguments.base.as_ref().map_or_else(
            || " in the example of a county".to_owned(),
            |base| format!(" in {}", base.display())
        ),
    );
    write_whole(&arguments.out, &(head + &text))?;
    let mut told = format!("{label}: {}", counted(schools, "school", "schools"));
    for kind in &scenario.schools {
        let _ = write!(told, ", {} {}", kind.count, kind.name);
    }
    let _ = writeln!(
        told,
        "\n{} in need by the rules; {} could help, which no scenario takes from a register: its ratio is the \
         question\n{} of its {} numbers are assumptions\nnext: collegium simulate plan {label} --policies \
         first_come,worst_first --out study",
        derived.takers,
        derived.givers,
        scenario.assumptions(),
        scenario.numbers().len(),
    );
    to_stdout(&told)
}

/// What a register and what was derived from it tell of schools.
fn census(
    register: &Register,
    derived: &Derived,
    files: &RegisterFiles,
    derivation: &Derivation,
) -> Result<Census, Failure> {
    let mut worst = BTreeMap::<SchoolId, Severity>::new();
    for need in &derived.needs {
        let found = worst.entry(need.school).or_insert(need.severity);
        *found = need.severity.max(*found);
    }
    let of = |phase: EducationPhase| {
        register
            .records()
            .iter()
            .filter(move |it| it.school.education_phase == phase)
    };
    let kinds = EducationPhase::ALL.into_iter().map(|phase| {
        let mut counted = kind(phase, of(phase), &worst);
        let known = |it: &&Record| worst.contains_key(&it.school.id) || is_judged(register, derivation, it);
        counted.judged = number(of(phase).filter(known).count());
        counted
    });
    let filters = files
        .filters
        .iter()
        .map(|it| format!(", {} = {}", it.column, it.value));
    let source = files.register.as_path();
    let register_told = named(source)? + &filters.collect::<String>();
    let signals = files.signals.iter().chain(&files.links).map(|path| named(path));
    let further = signals.collect::<Result<Vec<_>, _>>()?;
    let rules = match &files.rules {
        Some(path) => named(path)?,
        None => format!("{}, version {}", derivation.name(), derivation.version()),
    };
    let needs = std::iter::once(register_told.clone())
        .chain(further)
        .collect::<Vec<_>>()
        .join(" and ");
    Ok(Census {
        kinds: kinds.collect(),
        places: register.schools().filter_map(|it| it.place).collect(),
        needs: format!("the rules {rules}, from {needs}"),
        register: register_told,
    })
}

fn kind<'a>(
    phase: EducationPhase,
    records: impl Iterator<Item = &'a Record>,
    worst: &BTreeMap<SchoolId, Severity>,
) -> CountedKind {
    let mut counted = CountedKind {
        name: code(phase).to_owned(),
        ..CountedKind::default()
    };
    for record in records {
        counted.schools += 1;
        counted.pupils += u64::from(record.school.pupils.unwrap_or(0));
        counted.with_pupils += u32::from(record.school.pupils.is_some());
        let found = worst.get(&record.school.id);
        for (severity, schools) in Severity::ALL.iter().zip(&mut counted.in_need) {
            *schools += u32::from(found == Some(severity));
        }
    }
    counted
}

/// Whether anything is told of a school by which a rule could find it in need. That it stands on no list is
/// nothing that is told.
fn is_judged(register: &Register, derivation: &Derivation, record: &Record) -> bool {
    let is_told = |column: &String| {
        let signal = register.signal(record, column);
        signal.is_some_and(|it| !matches!(it, Signal::Withheld(_) | Signal::Flag(_)))
    };
    let mut conditions = derivation.needs().iter().flat_map(|rule| &rule.when);
    conditions.any(|condition| match condition {
        Condition::Grade(_) => record.grade.is_some(),
        Condition::Signals { columns, .. } => columns.iter().any(is_told),
        _ => false,
    })
}

/// What a kind of schools is called, so that kinds of a base are found by name.
const fn code(phase: EducationPhase) -> &'static str {
    match phase {
        EducationPhase::Nursery => "nursery",
        EducationPhase::Primary => "primary",
        EducationPhase::Secondary => "secondary",
        EducationPhase::AllThrough => "all_through",
        EducationPhase::SixteenPlus => "sixteen_plus",
        _ => "special_or_other",
    }
}

/// A file's name with the hash of its bytes, as `sha256sum` prints it.
fn named(path: &Path) -> Result<String, Failure> {
    let digest = Sha256::digest(read(path)?);
    let mut told = format!("{} (SHA-256 ", name(path));
    for byte in digest {
        let _ = write!(told, "{byte:02x}");
    }
    told.push(')');
    Ok(told)
}

/// A file's name: where it lies on a machine is nobody's business.
fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    // A line break would end the comment in which it is named.
    name.replace(char::is_control, " ")
}

fn title(files: &RegisterFiles) -> String {
    let values: Vec<_> = files.filters.iter().map(|it| it.value.as_str()).collect();
    if values.is_empty() {
        name(&files.register)
    } else {
        values.join(", ")
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
