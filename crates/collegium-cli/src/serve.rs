//! `collegium serve --stdio`: the engine as a long-lived process, a line in and a line out.

use crate::{arguments::Serve, failure::Failure};
use collegium::engine::face::{Answered, Fault, Networks};
use std::{
    io::{self, BufRead, Read, Write},
    path::Path,
};

/// Answers every line of standard input until it ends. A reader that has gone away ends it, too.
pub(crate) fn run(arguments: &Serve) -> Result<(), Failure> {
    match answer_all(
        &mut io::stdin().lock(),
        &mut io::stdout().lock(),
        arguments.max_line,
    ) {
        Ok(()) => Ok(()),
        Err(Broken::Written(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(Broken::Written(error)) => Err(Failure::file("write to", Path::new("standard output"), &error)),
        Err(Broken::Read(error)) => Err(Failure::file("read", Path::new("standard input"), &error)),
    }
}

enum Broken {
    Read(io::Error),
    Written(io::Error),
}

fn answer_all(from: &mut impl BufRead, to: &mut impl Write, most: u64) -> Result<(), Broken> {
    let mut networks = Networks::default();
    let mut line = Vec::new();
    while let Some(read) = next_line(from, &mut line, most).map_err(Broken::Read)? {
        let answer = match read {
            Heard::TooLong => Answered::fault(None, Fault::TooLong { most }).line(),
            Heard::Line if line.iter().all(u8::is_ascii_whitespace) => continue,
            Heard::Line => networks.answer(&line),
        };
        let written = to.write_all(answer.as_bytes()).and_then(|()| to.write_all(b"\n"));
        written.and_then(|()| to.flush()).map_err(Broken::Written)?;
    }
    Ok(())
}

enum Heard {
    Line,
    TooLong,
}

/// Reads a line without its line feed, or passes by one that is too long; none at the end.
fn next_line(from: &mut impl BufRead, line: &mut Vec<u8>, most: u64) -> io::Result<Option<Heard>> {
    line.clear();
    from.by_ref()
        .take(most.saturating_add(1))
        .read_until(b'\n', line)?;
    if line.pop_if(|last| *last == b'\n').is_some() {
        return Ok(Some(Heard::Line));
    }
    if u64::try_from(line.len()).is_ok_and(|length| length <= most) {
        // The last line may go without a line feed.
        return Ok((!line.is_empty()).then_some(Heard::Line));
    }
    line.clear();
    from.skip_until(b'\n')?;
    Ok(Some(Heard::TooLong))
}
