//! `collegium apply`: commands in, what came of them out.

use crate::{
    arguments::Apply,
    failure::{Failure, read},
    files::write_whole,
    log::gone_through,
    playing::sealed,
    printing::{in_json, to_stdout},
};
use collegium::engine::{
    apply::{NotSent, Sent},
    journal::Journal,
};
use std::{io::Read, path::Path};

pub(crate) fn run(arguments: &Apply) -> Result<(), Failure> {
    let (network, mut lines) = match &arguments.from {
        Some(log) => gone_through(log, &arguments.protocols)?,
        None => (crate::protocol::network(&arguments.protocols)?, Vec::new()),
    };
    let path = arguments.commands.as_path();
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::file("read", Path::new("standard input"), &error))?;
        bytes
    } else {
        read(path)?
    };
    let sent = commands(path, &bytes)?;
    let mut journal = Journal::new(network);
    let (mut told, mut entries) = (String::new(), Vec::new());
    for command in &sent {
        let (answer, written) = command.apply(&mut journal);
        told.push_str(&in_json(&answer));
        entries.extend(written);
    }
    if let Some(path) = &arguments.log {
        lines.extend(crate::playing::lines(&entries)?);
        write_whole(path, &sealed(lines)?)?;
    }
    to_stdout(&told)
}

/// Every line that is not blank, as a command; every line that is none is told at once.
fn commands(path: &Path, bytes: &[u8]) -> Result<Vec<Sent>, Failure> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let line = bytes
            .iter()
            .take(error.valid_up_to())
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        let what = format!("{}:{line}: the text is not UTF-8", path.display());
        Failure::new(what, "write the commands as UTF-8")
    })?;
    let (mut sent, mut failure): (Vec<Sent>, Option<Failure>) = (Vec::new(), None);
    for (index, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        match Sent::read(line) {
            Ok(command) => sent.push(command),
            Err(fault) => {
                let found = at_line(path, index + 1, &fault);
                failure = Some(match failure {
                    Some(before) => before.and(found),
                    None => found,
                });
            }
        }
    }
    match failure {
        Some(failure) => Err(failure),
        None => Ok(sent),
    }
}

fn at_line(path: &Path, line: usize, fault: &NotSent) -> Failure {
    Failure::new(format!("{}:{line}: {fault}", path.display()), fault.help())
}
