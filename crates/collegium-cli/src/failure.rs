//! What went wrong, told whole: every fault with what to do, then the exit code: 2, or 3 where part is done.

use std::{
    fmt::{Display, Write},
    io,
    path::Path,
    process::ExitCode,
};

/// Faults in what was asked or given. Nothing was written, but for what is said to be done.
#[derive(Debug)]
pub(crate) struct Failure {
    faults: Vec<Fault>,
    /// Whether part of what was asked is done all the same.
    is_partial: bool,
}

#[derive(Debug)]
struct Fault {
    what: String,
    help: Option<String>,
}

impl Failure {
    /// One fault, with what to do.
    pub(crate) fn new(what: impl Display, help: &str) -> Self {
        Self {
            faults: vec![Fault {
                what: what.to_string(),
                help: Some(help.to_owned()),
            }],
            is_partial: false,
        }
    }

    /// Many faults, each with what to do.
    pub(crate) fn all<F: Display>(faults: &[F], help: impl Fn(&F) -> &str) -> Self {
        let fault = |fault: &F| Fault {
            what: fault.to_string(),
            help: Some(help(fault).to_owned()),
        };
        Self {
            faults: faults.iter().map(fault).collect(),
            is_partial: false,
        }
    }

    /// A file that cannot be read or written.
    pub(crate) fn file(doing: &str, path: &Path, error: &io::Error) -> Self {
        let help = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "check who may read or write there",
            io::ErrorKind::IsADirectory => "name a file, not a directory",
            _ => "see what the system says above",
        };
        let told = error.to_string();
        // The number is the system's own and helps nobody.
        let told = told.split(" (os error").next().unwrap_or(&told);
        Self::new(format!("cannot {doing} {}: {told}", path.display()), help)
    }

    /// Both failures as one.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.faults.extend(other.faults);
        self.is_partial |= other.is_partial;
        self
    }

    /// The same where all else is done.
    pub(crate) fn partly(self) -> Self {
        Self {
            is_partial: true,
            ..self
        }
    }

    /// Prints every fault to standard error and says how the process ends.
    pub(crate) fn report(&self) -> ExitCode {
        let mut text = String::new();
        let mut last_help = None;
        for (index, fault) in self.faults.iter().enumerate() {
            text.push_str("error: ");
            text.push_str(&fault.what);
            text.push('\n');
            // A hint that many faults share is printed once, below the last of them.
            let next = self.faults.get(index + 1).and_then(|fault| fault.help.as_ref());
            last_help.clone_from(&fault.help);
            if let Some(help) = &last_help
                && next != Some(help)
            {
                text.push_str("  help: ");
                text.push_str(help);
                text.push('\n');
            }
        }
        let count = self.faults.len();
        if count > 1 {
            let _ = writeln!(text, "{count} faults");
        }
        crate::printing::to_stderr(&text);
        ExitCode::from(if self.is_partial { 3 } else { 2 })
    }
}

/// Reads a whole file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::file("read", path, &error))
}

/// All of many, or every failure.
pub(crate) fn all<T>(found: impl IntoIterator<Item = Result<T, Failure>>) -> Result<Vec<T>, Failure> {
    let (found, failures): (Vec<_>, Vec<_>) = found.into_iter().partition(Result::is_ok);
    match failures.into_iter().filter_map(Result::err).reduce(Failure::and) {
        Some(failure) => Err(failure),
        None => Ok(found.into_iter().filter_map(Result::ok).collect()),
    }
}

/// Both of two, or the failures of each.
pub(crate) fn both<A, B>(one: Result<A, Failure>, other: Result<B, Failure>) -> Result<(A, B), Failure> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(one), Err(other)) => Err(one.and(other)),
        (Err(failure), _) | (_, Err(failure)) => Err(failure),
    }
}
