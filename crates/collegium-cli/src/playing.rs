//! From needs and offers to the files of a finished round.

use crate::{
    arguments::Playing,
    failure::Failure,
    files::OutDirectory,
    printing::{Progress, to_stdout},
    report::report,
    summary::Summary,
};
use collegium::{
    engine::{
        entry::{Entry, Writer},
        opening::Member,
        seal::Sealer,
    },
    matching::{plan::file::PlanFile, problem::Problem, verify::verify},
    register::{
        derivation::{Derivation, Derived},
        register::Register,
    },
    sim::standin::{Extent, Played, Setting, StandInError},
};
use serde::Serialize;
use std::fmt::Write;

/// What the schools of a round are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Nature {
    /// Made up, and played to the end.
    #[serde(rename = "fictional")]
    Fictional,
    /// Real: the round stops at the plan.
    #[serde(rename = "public_register")]
    Public,
    /// Real ones under pseudonyms; everything after the plan is made up.
    #[serde(rename = "invented")]
    Invented,
}

/// A register with what was derived from it.
pub(crate) struct Prepared {
    pub(crate) nature: Nature,
    pub(crate) register: Register,
    pub(crate) derivation: Derivation,
    pub(crate) derived: Derived,
    /// The seed under which ids and pseudonyms were made, and the rest is played.
    pub(crate) seed: u64,
}

impl Prepared {
    /// Plays the round as far as it goes, writes its files and prints its summary.
    pub(crate) fn play(self, playing: &Playing) -> Result<(), Failure> {
        let progress = Progress::begin("playing the round");
        let setting = self.setting(playing);
        let played = setting
            .play(&mut |entries, left| {
                if entries % 64 == 0 {
                    progress.say(format!("playing the round: {entries} entries, {left} tasks left"));
                }
            })
            .map_err(cannot_play)?;
        let (plan, problem) = first_plan(&played)?;
        verify(problem, plan).map_err(|rejections| {
            Failure::new(
                rejections,
                "report this: a plan that was just solved should verify",
            )
        })?;
        let summary = Summary::of(&self, playing.start, &played, plan);
        if let Some(out) = &playing.out {
            progress.say("writing".to_owned());
            let [givers, takers, pairs] = tables(problem);
            let files = [
                ("report.html", report(&self, playing, &played)),
                ("log.jsonl", log(&played.entries)?),
                ("plan.json", plan.to_json()),
                ("summary.json", summary.json()),
                ("givers.csv", givers),
                ("takers.csv", takers),
                ("pairs.csv", pairs),
            ];
            // Only now: who stops the work half-way finds nothing left over.
            let directory = OutDirectory::begin(out)?;
            for (name, text) in &files {
                directory.file(name, text)?;
            }
            directory.finish()?;
        }
        drop(progress);
        if playing.json {
            return to_stdout(&summary.json());
        }
        let next = match &playing.out {
            Some(out) => format!("\nnext: open {}\n", out.join("report.html").display()),
            None => "\nnext: add --out DIR for the report, the log and the plan with its proof\n".to_owned(),
        };
        to_stdout(&(summary.told() + &next))
    }

    fn setting(&self, playing: &Playing) -> Setting {
        let extent = match self.nature {
            Nature::Public => Extent::Plan,
            Nature::Fictional | Nature::Invented => Extent::Year,
        };
        Setting {
            seed: self.seed,
            start: playing.start,
            members: self.register.schools().map(Member::from).collect(),
            needs: self.derived.needs.clone(),
            offers: self.derived.offers.clone(),
            candidates: self.derivation.candidates(),
            objective: playing.objective.into(),
            extent,
        }
    }
}

fn cannot_play(error: StandInError) -> Failure {
    let help = match &error {
        StandInError::Calendar(_) | StandInError::OutsideCalendar(_) => "choose another --start",
        StandInError::Problem(_) => "keep fewer schools with --where, or a shorter distance in the rules",
        _ => "report this: the stand-in asked for something that it should not",
    };
    Failure::new(error, help)
}

/// The plan of the first round, with the problem it solves.
fn first_plan(played: &Played) -> Result<(&PlanFile, &Problem), Failure> {
    let first = played.rounds.first().and_then(|solved| {
        let plan = played.network.rounds.get(&solved.round)?.plan()?;
        Some((plan, &solved.candidates.problem))
    });
    first.ok_or_else(|| Failure::new("the round has no plan", "report this: every round has one"))
}

/// The log as JSON Lines, sealed.
pub(crate) fn log(entries: &[Entry]) -> Result<String, Failure> {
    sealed(lines(entries)?)
}

/// Entries as lines of a log.
pub(crate) fn lines(entries: &[Entry]) -> Result<Vec<String>, Failure> {
    let mut writer = Writer::default();
    let line = |entry| writer.line(entry).map_err(unwritable);
    entries.iter().map(line).collect()
}

/// Lines of a log with their seal below.
pub(crate) fn sealed(lines: Vec<String>) -> Result<String, Failure> {
    let mut text = String::new();
    let mut sealer = Sealer::default();
    for line in lines {
        sealer.line(&line);
        text.push_str(&line);
        text.push('\n');
    }
    text.push_str(&serde_json::to_string(&sealer.seal()).map_err(unwritable)?);
    text.push('\n');
    Ok(text)
}

fn unwritable(error: serde_json::Error) -> Failure {
    Failure::new(error, "report this: every entry should be writable")
}

/// The problem as the three tables that `collegium match` reads. Ids are URNs or pseudonyms and area
/// codes, which need no quotes.
fn tables(problem: &Problem) -> [String; 3] {
    let mut givers = String::from("giver,capacity\n");
    for giver in problem.givers() {
        let _ = writeln!(givers, "{},{}", giver.id, giver.capacity);
    }
    let mut takers = String::from("taker,demand\n");
    for taker in problem.takers() {
        let _ = writeln!(takers, "{},{}", taker.id, taker.demand);
    }
    let mut pairs = String::from("giver,taker,score\n");
    for pair in problem.pairs() {
        let (giver, taker) = (problem.giver(pair.giver).id, problem.taker(pair.taker).id);
        let _ = writeln!(pairs, "{giver},{taker},{}", pair.score);
    }
    [givers, takers, pairs]
}
