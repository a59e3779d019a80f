//! Benches of Collegium, one file a question, each with throughput and several sizes:
//!
//! * `decide_and_evolve`: what does one command to a cycle, and one through the network, cost?
//! * `beside_peers`: what do the same steps of a review cost beside `cqrs-es` and `fmodel-rust`?
//! * `replay`: how fast is a log folded, from entries and from JSON, and judged again?
//! * `a_decade`: how does the engine carry 22,000 schools over ten years?
//! * `matching`: how does solving grow with the problem, and what do verifying and explaining cost?
//! * `limits`: what do minimum loads, groups, required pairs and scarce capacity cost beside a plain problem?
//! * `questions`: what does it cost to ask why, what else, and what would have to change?
//! * `revision`: what does one change of a solved plan cost, beside solving anew?
//! * `network_measures`: how do the measures of a support network grow with it?
//! * `simulation`: how fast are allocation policies tried, and what does the engine cost beside a bare queue?
//! * `import`: how fast is a register read, and what follows from it derived?
//!
//! `cargo bench -p collegium-benches` runs all; `-- --test` only tries that each still runs. What they share
//! is here.

pub mod full_cycle;
pub mod simulated;

use collegium::{
    engine::{entry::Entry, opening::Member},
    matching::{
        objective::Objective,
        problem::{Problem, ProblemBuilder},
        score::Score,
        support_network::SupportNetworkBuilder,
    },
    model::{chrono::NaiveDate, uuid::Uuid},
    register::{
        derivation::Derivation,
        fictional::{FictionalRegister, Recipe},
        register::{ReadOptions, Register},
        source::Source,
    },
    sim::{
        ids::Ids,
        random::RandomStream,
        standin::{Extent, Played, Setting},
    },
};

/// Fictional files of so many schools.
///
/// # Panics
/// Never: the recipe is within its limits.
pub fn fictional(schools: u32) -> FictionalRegister {
    Recipe::new(schools, 1)
        .make()
        .expect("a recipe within its limits")
}

/// The files read.
///
/// # Panics
/// Never: what the recipe makes can be read.
pub fn read(files: &FictionalRegister) -> Register {
    let (gias, signals) = (
        Source::new("gias", &files.gias),
        Source::new("signals", &files.signals),
    );
    Register::read_with_signals(gias, signals, &ReadOptions::default()).expect("what the recipe makes")
}

/// A year of a fictional network, played.
///
/// # Panics
/// Never: the setting is sound.
pub fn year(schools: u32) -> Played {
    let register = read(&fictional(schools));
    let derivation = Derivation::shipped().expect("what ships is sound");
    let mut ids = Ids::new(1, "needs and offers");
    let derived = derivation
        .derive(&register, &mut || ids.next(Uuid::from))
        .expect("columns are there");
    let setting = Setting {
        seed: 1,
        start: NaiveDate::from_ymd_opt(2026, 9, 7).expect("a day"),
        members: register.schools().map(Member::from).collect(),
        needs: derived.needs,
        offers: derived.offers,
        candidates: derivation.candidates(),
        objective: Objective::Coverage,
        extent: Extent::Year,
    };
    setting.play(&mut |_, _| {}).expect("a sound setting")
}

/// The log of a year as lines of JSON.
///
/// # Panics
/// Never: every entry can be written.
pub fn lines(played: &Played) -> Vec<String> {
    let line = |entry: &Entry| entry.line().expect("an entry can be written");
    played.entries.iter().map(line).collect()
}

/// A problem of `takers` with `reach` givers each on a ring of places, a tenth more capacity than demand.
///
/// # Panics
/// Never: the problem is within its limits.
pub fn problem(takers: u32, reach: u32) -> Problem {
    builder(takers, reach, 110).build().expect("a sound problem")
}

/// The same, to be added to, with so much capacity for a hundred units of demand.
///
/// # Panics
/// Never: scores are within their limits.
pub fn builder(takers: u32, reach: u32, capacity: u32) -> ProblemBuilder {
    let mut luck = RandomStream::new(1, "problem", Uuid::nil());
    let mut builder = Problem::builder();
    let givers = takers * 3 / 4;
    let mut demand = 0;
    for taker in 0..takers {
        let units = 1 + luck.below(3);
        demand += units;
        builder.taker(&format!("t{taker:07}"), units);
    }
    let mut left = demand * capacity / 100;
    for giver in 0..givers {
        let capacity = left.div_ceil(givers - giver);
        left -= capacity;
        builder.giver(&self::giver(giver), capacity);
    }
    for taker in 0..takers {
        let home = taker * 3 / 4;
        for step in 0..reach.min(givers) {
            let giver = (home + step) % givers;
            let score = Score::from_micros(i64::from(luck.below(1_000_000))).expect("within the limit");
            builder.pair(&self::giver(giver), &format!("t{taker:07}"), score);
        }
    }
    builder
}

/// The name of a giver of such a problem.
pub fn giver(number: u32) -> String {
    format!("g{number:07}")
}

/// Help among so many schools over so many rounds: in each, every school is helped by one listed before it.
/// Nothing is returned, so that no two schools can be taken together: the hard case for reach.
pub fn help(schools: u32, rounds: u32) -> SupportNetworkBuilder {
    let mut luck = RandomStream::new(1, "help", Uuid::nil());
    let id = |school: u32| (900_000 + school).to_string();
    let mut builder = SupportNetworkBuilder::default();
    for _ in 0..rounds {
        builder.next_round();
        for taker in 1..schools {
            let (giver, units) = (luck.below(taker), 1 + luck.below(3));
            builder.help(&id(giver), &id(taker), units.into());
        }
    }
    builder
}
