//! How does the engine carry 22,000 schools over ten years? Folding, judging, asking, and memory, in one run.
//!
//! `cargo bench -p collegium-benches --bench a_decade` prints a table; `-- --schools N --years N` for other sizes.
//! Each year is made with a journal, which judges every command, and its entries are folded into a second network
//! beside it: the rates are of all the years together, and nothing but the entries of one year is kept.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench reads the clock and prints what it found"
)]

use collegium::{
    cycle::{
        acts::Command as CycleCommand,
        protocol::{Protocol, Workload},
        rules::Rules,
        serde_json::json,
    },
    engine::{
        acts::Command,
        context::Context,
        entry::Entry,
        journal::Journal,
        network::Network,
        opening::{Member, MemberKind, OpenedNetwork},
    },
    model::{
        calendar::SchoolCalendar,
        chrono::{Datelike, NaiveDate, NaiveDateTime},
        code::{ReasonCode, Role},
        id::{CommandId, CycleId, NetworkId, PersonId, SchoolId},
        school::{EducationPhase, SchoolReference},
        uuid::Uuid,
    },
};
use std::{
    error::Error,
    hint::black_box,
    time::{Duration, Instant},
};

type Failed = Box<dyn Error>;

fn main() -> Result<(), Failed> {
    let asked: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: u32| {
        let at = asked.iter().position(|it| it == name)?;
        Some(asked.get(at + 1)?.parse().unwrap_or(otherwise))
    };
    let is_trial = asked.iter().any(|it| it == "--test");
    let (schools, years) = if is_trial { (20, 2) } else { (22_000, 10) };
    let (schools, years) = (
        number("--schools", schools).unwrap_or(schools),
        number("--years", years).unwrap_or(years),
    );
    let before = resident();
    let mut decade = Decade::open(schools, years)?;
    for year in 0..years {
        decade.play(year)?;
    }
    decade.tell(before)
}

/// A network that is played, and one that is folded from the other's entries.
struct Decade {
    schools: u32,
    years: u32,
    journal: Journal,
    folded: Network,
    commands: u64,
    next: u128,
    /// Time in the journal, and in the fold.
    judged_in: Duration,
    folded_in: Duration,
}

fn school(number: u32) -> SchoolId {
    SchoolId::new(Uuid::from_u128(u128::from(number) + 1))
}

fn cycle(number: u32, year: u32) -> CycleId {
    CycleId::new(Uuid::from_u128((u128::from(year) << 32) + u128::from(number) + 1))
}

/// A morning in September on which schools are open.
fn start(year: u32) -> Result<NaiveDateTime, Failed> {
    let seventh = NaiveDate::from_ymd_opt(i32::try_from(2026 + year)?, 9, 7).ok_or("no such day")?;
    let mut days = seventh
        .iter_days()
        .filter(|day| day.weekday().number_from_monday() < 6);
    let morning = days.next().and_then(|day| day.and_hms_opt(9, 0, 0));
    morning.ok_or_else(|| "no such day".into())
}

/// What one school does in a year: role, command. Every school evaluates itself; one in two is reviewed, and asks
/// for help with what was found.
fn steps(number: u32, year: u32) -> Result<Vec<(&'static str, CycleCommand)>, Failed> {
    let id = |kind: u128| Uuid::from_u128((kind << 96) + (u128::from(year) << 32) + u128::from(number) + 1);
    let from = school(number + 1).uuid();
    let reviewer = |person: u128| json!({"person": id(person), "school": from, "has_shadowed": true});
    let (evaluation, review, need) = (
        json!({"self_evaluation": id(1)}),
        json!({"review": id(2)}),
        json!({"need": id(3)}),
    );
    let visit = start(year)?.date();
    let mut steps = vec![
        (
            "broker",
            "open_cycle",
            json!({"school": school(number), "turn": year + 1}),
        ),
        ("host_head", "draft_self_evaluation", evaluation.clone()),
        ("host_head", "consult_on_self_evaluation", evaluation.clone()),
        ("host_head", "submit_self_evaluation", evaluation.clone()),
        ("host_head", "share_self_evaluation", evaluation),
    ];
    if (number + year).is_multiple_of(2) {
        let found = json!({"id": id(3), "school": school(number), "area": "leadership", "severity": "moderate", "units": 1,
            "source": {"kind": "reported"}});
        let team = json!({"review": id(2), "lead": reviewer(4), "peers": [reviewer(5), reviewer(6)]});
        steps.extend([
            ("broker", "plan_review", review.clone()),
            ("broker", "form_team", team),
            (
                "broker",
                "schedule_review",
                json!({"review": id(2), "visit": visit}),
            ),
            ("lead_reviewer", "begin_review", review.clone()),
            (
                "lead_reviewer",
                "give_feedback",
                json!({"review": id(2), "ways": ["to_school", "to_team"]}),
            ),
            ("lead_reviewer", "draft_report", review.clone()),
            ("lead_reviewer", "open_right_of_reply", review.clone()),
            ("host_head", "agree_report", review),
            ("host_head", "report_need", json!({"need": found})),
            ("adviser", "begin_diagnosis", need.clone()),
            (
                "adviser",
                "agree_diagnosis",
                json!({"need": id(3), "severity": "moderate", "units": 1}),
            ),
            ("broker", "close_need", need),
        ]);
    }
    steps.push(("broker", "close_cycle", json!({})));
    let read = |(role, code, data)| Ok((role, CycleCommand::read(code, &data)?));
    steps.into_iter().map(read).collect()
}

impl Decade {
    fn open(schools: u32, years: u32) -> Result<Self, Failed> {
        // Without limits on workload a visit can be told and made in one day.
        let protocol = Protocol {
            workload: Workload::default(),
            ..Protocol::standard()
        };
        let rules = Rules::compile(protocol)?;
        let network = Network::new(rules);
        let mut decade = Self {
            schools,
            years,
            folded: network.clone(),
            journal: Journal::new(network),
            commands: 0,
            next: 1,
            judged_in: Duration::ZERO,
            folded_in: Duration::ZERO,
        };
        let member = |number| Member {
            school: school(number),
            reference: SchoolReference::Pseudonym(number),
            education_phase: EducationPhase::Primary,
            place: None,
            kind: MemberKind::School,
        };
        let open = Command::OpenNetwork(OpenedNetwork {
            network: NetworkId::new(Uuid::from_u128(9)),
            calendar: SchoolCalendar::typical_england(2026, u8::try_from(years + 1)?)?,
            members: (0..=schools).map(member).collect(),
        });
        let context = decade.context("broker", 0)?;
        let opened = decade
            .journal
            .handle(&open, &context)
            .map_err(|it| it.to_string())?;
        for entry in opened.entries() {
            decade.folded.evolve(&entry);
        }
        Ok(decade)
    }

    fn context(&mut self, role: &str, year: u32) -> Result<Context, Failed> {
        self.next += 1;
        let command = CommandId::new(Uuid::from_u128(
            self.next.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835),
        ));
        let actor = PersonId::new(Uuid::from_u128(7));
        Ok(Context::new(command, actor, Role::new(role)?, start(year)?)
            .with_reason(ReasonCode::new("no_longer_needed")?))
    }

    /// A year, a step of every school at a time.
    fn play(&mut self, year: u32) -> Result<(), Failed> {
        let of_schools: Vec<_> = (0..self.schools)
            .map(|it| steps(it, year))
            .collect::<Result<_, _>>()?;
        let longest = of_schools.iter().map(Vec::len).max().unwrap_or(0);
        let mut told = Vec::new();
        for step in 0..longest {
            for (number, steps) in (0..).zip(&of_schools) {
                if let Some((role, command)) = steps.get(step) {
                    let command = Command::in_cycle(cycle(number, year), command.clone());
                    told.push((command, self.context(role, year)?));
                }
            }
        }
        let mut entries: Vec<Entry> = Vec::with_capacity(told.len() * 3 / 2);
        let began = Instant::now();
        for (command, context) in &told {
            let handled = self.journal.handle(command, context);
            entries.extend(handled.map_err(|it| format!("{command:?}: {it}"))?.entries());
        }
        self.judged_in += began.elapsed();
        self.commands += told.len() as u64;
        let began = Instant::now();
        for entry in &entries {
            self.folded.evolve(entry);
        }
        self.folded_in += began.elapsed();
        Ok(())
    }

    fn tell(mut self, before: Option<u64>) -> Result<(), Failed> {
        let after = resident();
        let entries = self.folded.position();
        println!(
            "{} schools, {} years: {} commands, {entries} entries",
            self.schools, self.years, self.commands
        );
        #[allow(clippy::cast_precision_loss, reason = "rates are told with three digits")]
        let rate = |count: u64, time: Duration| count as f64 / time.as_secs_f64();
        println!(
            "fold: {:.2} million entries a second",
            rate(entries, self.folded_in) / 1e6
        );
        let journal = rate(self.commands, self.judged_in);
        println!("handle, entries made and kept: {:.0} ns a command", 1e9 / journal);
        self.ask()?;
        self.keep()?;
        if let Some((before, after)) = before.zip(after) {
            // Both networks are alike.
            let one = after.saturating_sub(before) / 2;
            println!(
                "memory of one network: {} MiB, {} bytes an entry",
                one >> 20,
                one / entries.max(1)
            );
        }
        Ok(())
    }

    /// The state kept as a snapshot, and restored from it.
    fn keep(&self) -> Result<(), Failed> {
        let network = self.journal.network();
        let began = Instant::now();
        let kept = network.snapshot()?;
        let kept_in = began.elapsed();
        let began = Instant::now();
        let restored = Network::restore(network.rules().clone(), [], &kept)?;
        let restored_in = began.elapsed();
        assert_eq!(restored.position(), network.position(), "all of it is there");
        println!(
            "snapshot: kept in {kept_in:.1?}, {} MiB in {} lines, restored in {restored_in:.1?}",
            kept.iter().map(String::len).sum::<usize>() >> 20,
            kept.len()
        );
        Ok(())
    }

    /// What a page asks: actions of a cycle, why a command is blocked, and one step more without its entry.
    fn ask(&mut self) -> Result<(), Failed> {
        let last = self.years - 1;
        let contexts = [self.context("host_head", last)?, self.context("broker", last)?];
        let network = self.journal.network();
        let calendar = &network.opened().ok_or("not open")?.calendar;
        let (mut actions, mut explain, mut decide) = (Vec::new(), Vec::new(), Vec::new());
        // Schools in no order, so that nothing of theirs is near at hand.
        for at in 0..self.schools.min(20_000) {
            let number = u32::try_from(u64::from(at) * 7919 % u64::from(self.schools))?;
            let id = cycle(number, last);
            let of_school = network.cycles.get(&id).ok_or("no such cycle")?;
            for context in &contexts {
                let in_cycle = context.in_cycle(calendar, None);
                actions.push(timed(|| of_school.actions(&in_cycle, network.rules_of(id)).len()));
                let reopened = Command::in_cycle(
                    id,
                    CycleCommand::read("plan_review", &json!({"review": Uuid::from_u128(1)}))?,
                );
                explain.push(timed(|| {
                    network
                        .decide(&reopened, context)
                        .err()
                        .map(|it| it.blockers.len())
                }));
            }
            let next = cycle(number, self.years);
            let opened = Command::in_cycle(
                next,
                CycleCommand::read("open_cycle", &json!({"school": school(number), "turn": 99}))?,
            );
            decide.push(timed(|| network.decide(&opened, &contexts[1]).is_ok()));
        }
        for (name, mut times) in [("actions", actions), ("explain", explain), ("decide", decide)] {
            times.sort_unstable();
            let at = |share: usize| times.get(times.len() * share / 1000).copied().unwrap_or_default();
            println!(
                "{name}: half within {:?}, 99 of 100 within {:?}",
                at(500),
                at(990)
            );
        }
        Ok(())
    }
}

fn timed<T>(asked: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    black_box(asked());
    began.elapsed()
}

/// Memory of the process in bytes, where the system tells it.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}
