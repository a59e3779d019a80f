//! `collegium log check|show|replay`.

use crate::{
    arguments::{Log, LogCommand, LogFile},
    failure::{Failure, read},
    printing::{Progress, to_stdout},
};
use collegium::{
    cycle::{need::NeedPhase, protocol::Protocol, rules::Rules},
    engine::{
        check::{Check, LogFault},
        entry::Entry,
        network::Network,
    },
};
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write, path::Path};

pub(crate) fn run(arguments: &Log) -> Result<(), Failure> {
    match &arguments.command {
        LogCommand::Check(file) => check(file),
        LogCommand::Show(file) => show(file),
        LogCommand::Replay(file) => replay(file),
    }
}

fn check(file: &LogFile) -> Result<(), Failure> {
    let (entries, _) = checked(&file.log)?;
    let count = entries.len();
    to_stdout(&if file.json {
        format!("{{\"entries\":{count},\"faults\":0}}\n")
    } else {
        format!("{count} entries: every one could have happened as it is told, none is missing\n")
    });
    Ok(())
}

fn show(file: &LogFile) -> Result<(), Failure> {
    let (entries, _) = checked(&file.log)?;
    let mut text = String::new();
    for entry in &entries {
        if file.json {
            let _ = writeln!(text, "{}", shown_as_json(entry));
        } else {
            let role = entry
                .role
                .as_ref()
                .map_or(String::new(), |role| format!(" by {role}"));
            let reason = entry
                .reason
                .as_ref()
                .map_or(String::new(), |reason| format!(", because {reason}"));
            let _ = writeln!(
                text,
                "{:>6}  {}  {:<28}  {}{role}{reason}",
                entry.position,
                entry.at.format("%Y-%m-%d %H:%M"),
                entry.event.code(),
                entry.event.stream(),
            );
        }
    }
    to_stdout(&text);
    Ok(())
}

fn shown_as_json(entry: &Entry) -> String {
    #[derive(Serialize)]
    struct Shown<'a> {
        position: u64,
        at: String,
        event: &'a str,
        stream: String,
        seq: u64,
        role: Option<&'a str>,
        reason: Option<&'a str>,
    }
    let shown = Shown {
        position: entry.position,
        at: entry.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        event: entry.event.code(),
        stream: entry.event.stream().to_string(),
        seq: entry.seq,
        role: entry.role.as_ref().map(|role| role.as_str()),
        reason: entry.reason.as_ref().map(|reason| reason.as_str()),
    };
    serde_json::to_string(&shown).unwrap_or_default()
}

/// Where everything stands at the end of a log.
#[derive(Default, Serialize)]
struct Standing {
    entries: u64,
    schools: usize,
    cycles: BTreeMap<&'static str, usize>,
    needs: BTreeMap<&'static str, usize>,
    deployments: BTreeMap<&'static str, usize>,
    decisions: BTreeMap<&'static str, usize>,
    rounds: BTreeMap<&'static str, usize>,
    givers: usize,
    capacity_held: usize,
    standing_violations: usize,
}

impl Standing {
    fn of(network: &Network) -> Self {
        let mut standing = Self {
            entries: network.position(),
            schools: network.opened.as_ref().map_or(0, |opened| opened.members.len()),
            givers: network.ledgers.len(),
            capacity_held: network.ledgers.values().map(|ledger| ledger.holds.len()).sum(),
            standing_violations: network.violations().len(),
            ..Self::default()
        };
        for cycle in network.cycles.values() {
            let phase = cycle
                .opened
                .as_ref()
                .map_or("Not opened", |opened| opened.phase.label());
            *standing.cycles.entry(phase).or_default() += 1;
            for state in cycle.needs.values() {
                *standing.needs.entry(NeedPhase::label(state.phase)).or_default() += 1;
            }
            for deployment in cycle.deployments.values() {
                *standing
                    .deployments
                    .entry(deployment.phase().label())
                    .or_default() += 1;
            }
            for decision in cycle.decisions.values() {
                let outcome = decision
                    .decided
                    .as_ref()
                    .map_or("Not decided", |it| it.outcome.label());
                *standing.decisions.entry(outcome).or_default() += 1;
            }
        }
        for round in network.rounds.values() {
            *standing.rounds.entry(round.code()).or_default() += 1;
        }
        standing
    }

    fn told(&self) -> String {
        let mut text = format!(
            "{} entries, {} schools, {} givers\n",
            self.entries, self.schools, self.givers
        );
        let groups = [
            ("cycles", &self.cycles),
            ("needs", &self.needs),
            ("deployments", &self.deployments),
            ("decisions", &self.decisions),
            ("rounds", &self.rounds),
        ];
        for (name, counts) in groups {
            let counts: Vec<_> = counts
                .iter()
                .map(|(phase, count)| format!("{} {count}", phase.to_lowercase()))
                .collect();
            let counts = if counts.is_empty() {
                "none".to_owned()
            } else {
                counts.join(", ")
            };
            let _ = writeln!(text, "{name:<12} {counts}");
        }
        let _ = writeln!(text, "{} deployments hold capacity", self.capacity_held);
        let _ = writeln!(text, "{} standing violations", self.standing_violations);
        text
    }
}

fn replay(file: &LogFile) -> Result<(), Failure> {
    let (_, network) = checked(&file.log)?;
    let standing = Standing::of(&network);
    to_stdout(&if file.json {
        serde_json::to_string(&standing).map_or_else(|error| error.to_string(), |json| json + "\n")
    } else {
        standing.told()
    });
    Ok(())
}

/// Reads a log and judges every line of it again.
fn checked(path: &Path) -> Result<(Vec<Entry>, Network), Failure> {
    let bytes = read(path)?;
    let progress = Progress::begin("judging the log");
    let rules = Rules::compile(Protocol::standard())
        .map_err(|fault| Failure::new(fault, "report this: the built-in protocol should hold"))?;
    let mut check = Check::new(rules);
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    let lines = bytes
        .strip_suffix(b"\n")
        .unwrap_or(&bytes)
        .split(|byte| *byte == b'\n');
    for line in lines.take_while(|_| !bytes.is_empty()) {
        match check.line(&String::from_utf8_lossy(line)) {
            Ok(entry) => entries.extend(entry),
            Err(fault) => faults.push(fault),
        }
        if entries.len() % 1000 == 0 {
            progress.say(format!("judging the log: {} entries", entries.len()));
        }
    }
    drop(progress);
    match check.finish() {
        Ok(network) if faults.is_empty() => Ok((entries, network)),
        Ok(_) => Err(told(path, &faults)),
        Err(at_the_end) => {
            faults.extend(at_the_end);
            Err(told(path, &faults))
        }
    }
}

fn told(path: &Path, faults: &[LogFault]) -> Failure {
    let label = path.display();
    let told: Vec<_> = faults
        .iter()
        .map(|fault| {
            (
                format!("{label}:{}: {}", fault.line, fault.kind),
                fault.kind.help(),
            )
        })
        .map(|(what, help)| Failure::new(what, help))
        .collect();
    told.into_iter()
        .reduce(Failure::and)
        .unwrap_or_else(|| Failure::new("the log does not hold", "check it"))
}
