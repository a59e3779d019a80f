//! A policy that is another program: asked over a pipe, one line of JSON a choice.
//!
//! Each run starts the program once. It is first told what it is in for, `{"begin":{…}}`, to which it says
//! nothing. Then it is asked, `{"choose":{…}}`, and answers with one line `{"placements":[[need,giver],…]}`. Where
//! the run was broken off before, it is first told what it was asked and answered then,
//! `{"chose":{…,"placements":[…]}}`, to which it says nothing either.

use collegium::sim::{
    policy::{Choice, Placement, Policy, PolicyFailed, Process},
    run::Key,
    scenario::Scenario,
    view::{GiverHandle, NeedHandle, View},
};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    thread,
    time::Duration,
};

/// A program that chooses.
#[derive(Debug)]
pub(super) struct ProcessPolicy {
    name: String,
    child: Child,
    asks: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Begin(Begin<'a>),
    Choose(Asked),
    Chose(Answered),
}

#[derive(Serialize)]
struct Begin<'a> {
    scenario: &'a str,
    kinds: Vec<&'a str>,
    seed: u64,
    replication: u32,
}

#[derive(Serialize)]
struct Asked {
    /// Days since the beginning.
    day: f64,
    /// Deployments for which there is room, in all.
    room: u32,
    waiting: Vec<AskedNeed>,
}

/// What it was asked before the run was broken off, and what it answered.
#[derive(Serialize)]
struct Answered {
    #[serde(flatten)]
    asked: Asked,
    placements: Vec<(u32, u32)>,
}

#[derive(Serialize)]
struct AskedNeed {
    need: u32,
    school: u32,
    kind: u32,
    area: u8,
    severity: u8,
    days_known: f64,
    days_waited: f64,
    lacks: u16,
    pupils: u32,
    in_need: bool,
    /// Whether its school gives up now, unless it is helped at once.
    is_leaving: bool,
    /// Givers with room, the nearest first: number, room, metres where distance matters.
    givers: Vec<(u32, u16, Option<u32>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    placements: Vec<(u32, u32)>,
}

impl ProcessPolicy {
    /// Starts the program for one run.
    pub(super) fn begin(of: &Process, scenario: &Scenario, key: Key) -> Result<Self, PolicyFailed> {
        let failed = |why: String| PolicyFailed {
            policy: of.name.clone(),
            why,
        };
        let (program, arguments) = of
            .command
            .split_first()
            .ok_or_else(|| failed("its command is empty".to_owned()))?;
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(format!("{program} cannot be started: {error}")))?;
        let (Some(asks), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed("there is no pipe to it".to_owned()));
        };
        let mut policy = Self {
            name: of.name.clone(),
            child,
            asks: Some(asks),
            answers: BufReader::new(answers),
        };
        policy.say(&Line::Begin(Begin {
            scenario: &scenario.name,
            kinds: scenario.schools.iter().map(|kind| kind.name.as_str()).collect(),
            seed: key.seed,
            replication: key.replication,
        }))?;
        Ok(policy)
    }

    fn say(&mut self, line: &Line<'_>) -> Result<(), PolicyFailed> {
        let text = serde_json::to_string(line).map_err(|error| self.failed(error.to_string()))?;
        let said = self
            .asks
            .as_mut()
            .map(|asks| writeln!(asks, "{text}").and_then(|()| asks.flush()));
        match said {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(self.failed(format!("it does not listen: {error}"))),
            None => Err(self.failed("the pipe to it is closed".to_owned())),
        }
    }

    fn failed(&self, why: String) -> PolicyFailed {
        PolicyFailed {
            policy: self.name.clone(),
            why,
        }
    }
}

impl Policy for ProcessPolicy {
    fn name(&self) -> &str {
        &self.name
    }

    fn choose(&mut self, view: &View<'_>) -> Result<Choice, PolicyFailed> {
        self.say(&Line::Choose(asked(view)))?;
        let mut line = String::new();
        let read = self
            .answers
            .read_line(&mut line)
            .map_err(|error| self.failed(error.to_string()))?;
        if read == 0 {
            return Err(self.failed("it ended without an answer".to_owned()));
        }
        let answer: Answer = serde_json::from_str(&line)
            .map_err(|error| self.failed(format!("it answered {:?}: {error}", line.trim_end())))?;
        let placement = |(need, giver)| Placement {
            need: NeedHandle::new(need),
            giver: GiverHandle::new(giver),
        };
        Ok(Choice::Placements(
            answer.placements.into_iter().map(placement).collect(),
        ))
    }

    fn recall(&mut self, view: &View<'_>, choice: &Choice) -> Result<(), PolicyFailed> {
        let Choice::Placements(chosen) = choice else {
            return Err(self.failed("what was kept is no answer of a program".to_owned()));
        };
        let placements = chosen.iter().map(|it| (it.need.number(), it.giver.number()));
        self.say(&Line::Chose(Answered {
            asked: asked(view),
            placements: placements.collect(),
        }))
    }
}

fn asked(view: &View<'_>) -> Asked {
    let now = view.now().days();
    let need = |it: &collegium::sim::view::Waiting| AskedNeed {
        need: it.need.number(),
        school: it.school,
        kind: it.kind,
        area: it.area,
        severity: it.severity.rank(),
        days_known: now - it.known.days(),
        days_waited: now - it.since.days(),
        lacks: it.lacks,
        pupils: it.pupils,
        in_need: it.in_need,
        is_leaving: it.is_leaving,
        givers: view
            .givers_for(it)
            .map(|free| (free.giver.number(), free.room, free.distance.map(|it| it.0)))
            .collect(),
    };
    Asked {
        day: now,
        room: view.room(),
        waiting: view.waiting().iter().map(need).collect(),
    }
}

/// How often it is looked whether a program has ended once its pipe is closed, and how long apart: five seconds.
const LOOKS: u32 = 1_000;
const BETWEEN: Duration = Duration::from_millis(5);

impl Drop for ProcessPolicy {
    /// Closes the pipe, so that the program ends by itself; one that does not is ended.
    fn drop(&mut self) {
        self.asks = None;
        for _ in 0..LOOKS {
            match self.child.try_wait() {
                Ok(None) => thread::sleep(BETWEEN),
                _ => return,
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
