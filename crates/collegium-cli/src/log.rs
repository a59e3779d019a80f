//! `collegium log check|show|replay|person|erase`.

mod show;
mod standing;

use crate::{
    arguments::{Log, LogCommand, LogErase, LogFile, LogPerson, Protocols},
    failure::{Failure, read},
    files::write_whole,
    playing::sealed,
    printing::{Progress, in_json, to_stdout},
    wording::counted,
};
use collegium::{
    cycle::people::As,
    engine::{
        check::{Check, LogFault, LogFaultKind},
        entry::Entry,
        erase::Eraser,
        network::Network,
        people::entries_of,
    },
};
use serde::{Deserialize, Serialize};
use show::Shown;
use standing::Standing;
use std::{fmt::Write, path::Path};

pub(crate) fn run(arguments: &Log) -> Result<(), Failure> {
    match &arguments.command {
        LogCommand::Check(file) => check(file),
        LogCommand::Show(file) => show(file),
        LogCommand::Replay(file) => replay(file),
        LogCommand::Person(it) => person(it),
        LogCommand::Erase(it) => erase(it),
    }
}

fn person(arguments: &LogPerson) -> Result<(), Failure> {
    let Checked { entries, network, .. } = checked(&arguments.log)?;
    let mut text = String::new();
    for (entry, roles) in entries_of(arguments.person, &entries) {
        let shown = Shown::of(entry, &network);
        if arguments.log.json {
            text.push_str(&in_json(&Spoken {
                entry: shown,
                speaks_of_them_as: roles,
            }));
        } else {
            let roles: Vec<_> = roles.iter().map(|it| it.words()).collect();
            let _ = writeln!(text, "{shown} ({})", roles.join(", "));
        }
    }
    if text.is_empty() && !arguments.log.json {
        text.push_str("no entry speaks of this person\n");
    }
    to_stdout(&text)
}

/// An entry, and as what it speaks of somebody.
#[derive(Serialize)]
struct Spoken<'a> {
    #[serde(flatten)]
    entry: Shown<'a>,
    speaks_of_them_as: Vec<As>,
}

fn erase(arguments: &LogErase) -> Result<(), Failure> {
    let log = checked(&arguments.log)?;
    let eraser = Eraser::new(&log.network);
    let mut erased = 0_usize;
    let mut lines = log.lines();
    for line in &mut lines {
        // A line that stands nowhere was erased before.
        let Ok(place) = serde_json::from_str::<Place>(line) else {
            continue;
        };
        let stream = place.stream.parse().ok();
        if let Some(left) = stream.and_then(|stream| eraser.line(stream, place.position, place.seq)) {
            in_json(&left).trim_end().clone_into(line);
            erased += 1;
        }
    }
    write_whole(&arguments.out, &sealed(lines)?)?;
    to_stdout(&if arguments.log.json {
        format!("{{\"erased\":{erased}}}\n")
    } else {
        format!("{} taken out\n", counted(erased, "entry", "entries"))
    })
}

/// Where a line stands.
#[derive(Deserialize)]
struct Place {
    position: u64,
    stream: String,
    seq: u64,
}

/// The network at the end of a log, with the log's lines, its seal left out.
pub(crate) fn gone_through(log: &Path, protocols: &Protocols) -> Result<(Network, Vec<String>), Failure> {
    let file = LogFile {
        log: log.to_owned(),
        protocols: protocols.clone(),
        json: false,
    };
    let log = checked(&file)?;
    let lines = log.lines();
    Ok((log.network, lines))
}

fn check(file: &LogFile) -> Result<(), Failure> {
    let Checked { entries, network, .. } = checked(file)?;
    let count = usize::try_from(network.position()).unwrap_or(usize::MAX);
    let erased = count.saturating_sub(entries.len());
    to_stdout(&if file.json {
        format!("{{\"entries\":{count},\"erased\":{erased},\"faults\":0}}\n")
    } else {
        let entries = counted(count, "entry", "entries");
        match erased {
            0 => format!("{entries}: every one could have happened as it is told, and none is missing\n"),
            _ => format!(
                "{entries}, {erased} of them erased with their cycle: every other could have happened as it is \
                 told, as far as it does not rest on these, and none is missing\n"
            ),
        }
    })
}

fn show(file: &LogFile) -> Result<(), Failure> {
    let Checked { entries, network, .. } = checked(file)?;
    let mut text = String::new();
    for entry in &entries {
        let shown = Shown::of(entry, &network);
        if file.json {
            text.push_str(&in_json(&shown));
        } else {
            let _ = writeln!(text, "{shown}");
        }
    }
    to_stdout(&text)
}

fn replay(file: &LogFile) -> Result<(), Failure> {
    let network = checked(file)?.network;
    let standing = Standing::of(&network);
    to_stdout(&if file.json {
        in_json(&standing)
    } else {
        standing.told()
    })
}

/// A log that was read once and holds.
struct Checked {
    text: String,
    /// Those that were not erased.
    entries: Vec<Entry>,
    /// What they fold to.
    network: Network,
}

impl Checked {
    /// Its lines, the seal at its end left out.
    fn lines(&self) -> Vec<String> {
        let mut lines: Vec<_> = self.text.lines().map(str::to_owned).collect();
        lines.pop();
        lines
    }
}

/// Reads a log and judges every line of it again.
fn checked(file: &LogFile) -> Result<Checked, Failure> {
    let path = file.log.as_path();
    let network = crate::protocol::network(&file.protocols)?;
    let bytes = read(path)?;
    let text = as_text(path, &bytes)?;
    let progress = Progress::begin("judging the log");
    let mut check = Check::of(network);
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        match check.line(line) {
            Ok(entry) => entries.extend(entry),
            Err(fault) => faults.push(fault),
        }
        if entries.len() % 1000 == 0 {
            progress.say(format!("judging the log: {} entries", entries.len()));
        }
    }
    drop(progress);
    match check.finish() {
        Ok(network) if faults.is_empty() && text.ends_with('\n') => Ok(Checked {
            text: text.to_owned(),
            entries,
            network,
        }),
        Ok(_) => Err(told(path, text, &faults)),
        Err(at_the_end) => {
            faults.push(at_the_end);
            Err(told(path, text, &faults))
        }
    }
}

/// The bytes as text, where they could be a log at all.
fn as_text<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, Failure> {
    let no_log = |line: usize, what: &str| {
        let help = "pass the file log.jsonl as a demo or a round has written it";
        Failure::new(format!("{}:{line}: {what}", path.display()), help)
    };
    if bytes.is_empty() {
        return Err(no_log(1, "the file is empty"));
    }
    let line_of = |at: usize| bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(no_log(line_of(at), "the file is not text: it holds a NUL byte"));
    }
    let text = str::from_utf8(bytes)
        .map_err(|error| no_log(line_of(error.valid_up_to()), "the text is not UTF-8"))?;
    if let Some(at) = text.find("\r\n") {
        return Err(no_log(
            line_of(at),
            "the line ends with a carriage return, which no log has: a program has rewritten the file",
        ));
    }
    Ok(text)
}

/// Every fault with its line.
fn told(path: &Path, text: &str, faults: &[LogFault]) -> Failure {
    let label = path.display();
    let mut told: Vec<_> = faults
        .iter()
        .map(|fault| {
            let what = fault.kind.to_string();
            // The reader counts lines and columns within the payload, which nobody can see.
            let what = what.split(" at line 1 column").next().unwrap_or(&what);
            let help = match fault.kind {
                LogFaultKind::ProtocolNotAtHand { .. } => "pass that protocol, too, with --also",
                _ => fault.kind.help(),
            };
            Failure::new(format!("{label}:{}: {what}", fault.line), help)
        })
        .collect();
    if !text.ends_with('\n') {
        told.push(Failure::new(
            format!(
                "{label}:{}: the line is cut short: it has no line feed",
                text.lines().count()
            ),
            "restore the end of the log from a copy",
        ));
    }
    told.into_iter().reduce(Failure::and).unwrap_or_else(|| {
        Failure::new(
            format!("{label}: the log does not hold"),
            "restore it from a copy",
        )
    })
}
