//! A register as it is given to a command: with signals, links, filters and the rules that derive needs.

use crate::{
    arguments::RegisterFiles,
    failure::{Failure, read},
    printing::to_stderr,
    wording::counted,
};
use collegium::register::{
    derivation::{Derivation, fault::DerivationFaults},
    fault::RegisterFaults,
    filter::Filter,
    links::Links,
    register::{ReadOptions, Register},
    signals::Signals,
    source::Source,
};
use std::{fmt::Write, path::Path};

impl RegisterFiles {
    /// Reads all of them; every failure is told.
    pub(crate) fn read(&self) -> Result<(Register, Derivation), Failure> {
        match (read_register(self), read_rules(self.rules.as_deref())) {
            (Ok(register), Ok(derivation)) => Ok((register, derivation)),
            (Err(one), Err(other)) => Err(one.and(other)),
            (Err(failure), _) | (_, Err(failure)) => Err(failure),
        }
    }
}

fn read_register(arguments: &RegisterFiles) -> Result<Register, Failure> {
    let options = arguments
        .filters
        .iter()
        .cloned()
        .fold(ReadOptions::default(), ReadOptions::with_filter);
    let register = read(&arguments.register);
    let optional = |path: Option<&Path>| path.map(read).transpose();
    let signals = optional(arguments.signals.as_deref());
    let links = optional(arguments.links.as_deref());
    let (register, signals, links) = match (register, signals, links) {
        (Ok(register), Ok(signals), Ok(links)) => (register, signals, links),
        (register, signals, links) => {
            let failed = [register.err(), signals.err(), links.err()].into_iter().flatten();
            return Err(failed.reduce(Failure::and).expect("one of them failed"));
        }
    };
    let register_label = label(&arguments.register);
    let register = Register::read(Source::new(&register_label, &register), &options);
    let signals = arguments.signals.as_deref().zip(signals);
    let signals = signals.map(|(path, bytes)| Signals::read(Source::new(&label(path), &bytes)));
    let links = arguments.links.as_deref().zip(links);
    let links = links.map(|(path, bytes)| Links::read(Source::new(&label(path), &bytes)));
    match (register, signals.transpose(), links.transpose()) {
        (Ok(register), Ok(None), Ok(_)) => Ok(register),
        (Ok(register), Ok(Some(signals)), Ok(None)) => Ok(register.with_signals(signals)),
        (Ok(register), Ok(Some(signals)), Ok(Some(links))) => {
            Ok(register.with_signals_carried(signals, &links))
        }
        (register, signals, links) => {
            let failed = [register.err(), signals.err(), links.err()].into_iter().flatten();
            let faults: RegisterFaults = failed.reduce(RegisterFaults::and).expect("one of them failed");
            Err(Failure::all(faults.faults(), |fault| fault.help()))
        }
    }
    .inspect(tell_of_idle_filters)
    .inspect(tell_of_carried)
}

/// What links did, and what people may want to look up. No URN is named: the output may be under pseudonyms.
fn tell_of_carried(register: &Register) {
    let Some(carried) = register.carried() else { return };
    let rows = |count: usize| counted(count, "row", "rows");
    let mut text = format!(
        "note: links carried {} of signals to the present school\n",
        rows(carried.to.len())
    );
    for (reason, schools) in &carried.not {
        let _ = writeln!(text, "  not carried: {}: {reason}", rows(schools.len()));
    }
    if carried.links.contradictory > 0 {
        let pairs = counted(carried.links.contradictory, "pair", "pairs");
        let _ = writeln!(text, "  the links contradict themselves about {pairs} of schools");
    }
    to_stderr(&text);
}

/// A filter that keeps nothing is no fault, and most often a slip of the pen.
fn tell_of_idle_filters(register: &Register) {
    for idle in register.filters().iter().filter(|outcome| outcome.rows == 0) {
        let Filter { column, value } = &idle.filter;
        to_stderr(&format!(
            "note: no row has {value:?} under {column:?}\n  help: write the value as the register does, letter \
             case included\n"
        ));
    }
}

fn read_rules(path: Option<&Path>) -> Result<Derivation, Failure> {
    let Some(path) = path else {
        return Derivation::shipped().map_err(|faults| in_rules(&faults));
    };
    let bytes = read(path)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::new(
            format!("{} is not UTF-8 text", path.display()),
            "save it as UTF-8",
        )
    })?;
    Derivation::read(&label(path), &text).map_err(|faults| in_rules(&faults))
}

/// Faults of rules, as they are told.
pub(crate) fn in_rules(faults: &DerivationFaults) -> Failure {
    Failure::all(faults.faults(), |fault| fault.help())
}

/// What messages call a file: its path as it was given.
fn label(path: &Path) -> String {
    path.display().to_string()
}
