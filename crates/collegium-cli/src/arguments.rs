//! The command line: what can be asked, in the words of its help.

mod simulate;

pub(crate) use simulate::{
    Calibrate, Merge, Odd, Plan, ReportStudy, RunStudy, Simulate, SimulateCommand, VerifyOracles, WarmUp,
    WholeStudy,
};

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use collegium::{
    engine::schema::{Language, Shape},
    matching::{objective::Objective, score::Score},
    model::{
        chrono::{Datelike, NaiveDate},
        id::PersonId,
        uuid::Uuid,
    },
    register::filter::{Filter, NotAFilter},
};
use std::{ops::RangeInclusive, path::PathBuf};

/// The seed where none is chosen.
pub(crate) const DEFAULT_SEED: u64 = 2026;

/// Peer review for groups of schools: who needs help, who can give it, the best plan with its proof, and
/// what became of it.
///
/// Begin with `collegium demo --out demo` and open demo/report.html.
#[derive(Debug, Parser)]
#[command(
    name = "collegium",
    version,
    max_term_width = 100,
    after_help = "Examples:\n  collegium demo --out demo\n  collegium log check demo/log.jsonl\n  \
        collegium round gias.csv --signals signals.csv --out round\n  collegium match --givers givers.csv \
        --takers takers.csv --pairs pairs.csv --out plan.json\n\nExit code 0: done. 2: something in what was \
        asked or given is wrong: every fault is told,\nand nothing is half-written. 3: part of many runs failed, the others are done."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Round(Round),
    Match(Box<Match>),
    Protocol(Protocol),
    Apply(Apply),
    Serve(Serve),
    Simulate(Simulate),
    Schema(Schema),
    Log(Log),
}

/// List, show, check, compare and draw protocols: the rules by which cycles run.
///
/// A protocol is a file in TOML or JSON, or the name of one that is built in. Copy one that is near to what
/// you do with `protocol show`, change it, and check it: every fault is told at once.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium protocol list")]
pub(crate) struct Protocol {
    #[command(subcommand)]
    pub(crate) command: ProtocolCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProtocolCommand {
    /// List the protocols that are built in.
    #[command(after_help = "Example:\n  collegium protocol list")]
    List(ProtocolList),
    /// Show who may do what, under which conditions and by when.
    #[command(after_help = "Example:\n  collegium protocol show default --toml > ours.toml")]
    Show(ProtocolShow),
    /// Check a protocol whole: every fault, with its line and what to do.
    #[command(after_help = "Example:\n  collegium protocol check default")]
    Check(ProtocolCheck),
    /// Draw the machines: as Mermaid, as DOT for Graphviz, or as a table in plain words.
    #[command(after_help = "Example:\n  collegium protocol diagram default --machine review --format table")]
    Diagram(ProtocolDiagram),
    /// Tell everything that differs between two protocols.
    #[command(after_help = "Example:\n  collegium protocol diff default cluster-peer-review")]
    Diff(ProtocolDiff),
}

#[derive(Debug, Args)]
pub(crate) struct ProtocolList {
    /// Print the list as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ProtocolShow {
    /// The name of a protocol that is built in, or a file in TOML or JSON.
    #[arg(value_name = "NAME|FILE")]
    pub(crate) protocol: String,
    /// Print it as JSON.
    #[arg(long, conflicts_with = "toml")]
    pub(crate) json: bool,
    /// Print the file itself, to be copied and adapted.
    #[arg(long)]
    pub(crate) toml: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ProtocolCheck {
    /// The name of a protocol that is built in, or a file in TOML or JSON.
    #[arg(value_name = "NAME|FILE")]
    pub(crate) protocol: String,
    /// Print its name, version and hash as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ProtocolDiagram {
    /// The name of a protocol that is built in, or a file in TOML or JSON.
    #[arg(value_name = "NAME|FILE")]
    pub(crate) protocol: String,
    /// One machine only, such as need, review or deployment.
    #[arg(long, value_name = "MACHINE")]
    pub(crate) machine: Option<String>,
    /// How it is drawn.
    #[arg(long, value_enum, default_value_t = DiagramFormat::Mermaid)]
    pub(crate) format: DiagramFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DiagramFormat {
    /// For Markdown pages that draw Mermaid.
    Mermaid,
    /// For Graphviz.
    Dot,
    /// For people who do not read diagrams.
    Table,
}

#[derive(Debug, Args)]
pub(crate) struct ProtocolDiff {
    /// The one protocol.
    #[arg(value_name = "BEFORE")]
    pub(crate) before: String,
    /// The other.
    #[arg(value_name = "AFTER")]
    pub(crate) after: String,
    /// Print each difference as a line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Drive the engine with lines of JSON: a command in, what came of it out.
///
/// A line in: `{"id","at","actor","roles","command":{"type","data"}}` and, where they apply, `"recorded"`,
/// `"on_behalf_of"`, `"school"`, `"reason"`, `"note"`, `"facts"`, `"urgent"` and `"expected"` (entries a
/// stream should have). The first command opens the network with its calendar and schools; a command to a
/// cycle is `{"type":"in_cycle","data":{"cycle","command":{"type","data"}}}`. A line out: `{"id","events"}`,
/// `{"id","refused"}` with every reason, or `{"id","repeated"}`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium apply commands.jsonl --protocol default --log log.jsonl")]
pub(crate) struct Apply {
    /// Commands as JSON Lines; `-` reads standard input.
    #[arg(value_name = "COMMANDS.jsonl")]
    pub(crate) commands: PathBuf,
    #[command(flatten)]
    pub(crate) protocols: Protocols,
    /// Go on with this log; it is checked first. What is written with --log then begins with its lines.
    #[arg(long, value_name = "LOG.jsonl")]
    pub(crate) from: Option<PathBuf>,
    /// Where to write the log of what was accepted. It appears whole or not at all.
    #[arg(long, value_name = "LOG.jsonl")]
    pub(crate) log: Option<PathBuf>,
}

/// The engine as a long-lived process: a request on a line in, its answer on a line out.
///
/// It holds many networks, each under an id that you give when you open it. A request is
/// `{"id","network","request":{"type","data"}}`, its answer `{"id","response":{"type","data"}}`, or
/// `{"id","fault":{"code","what","help","faults"}}` where it could not be taken. A refused command is no
/// fault. Whatever a line holds, it is answered, and the process goes on until its input ends. Nothing is
/// written to a file: the lines of the log come with the answers, and keeping them is yours.
///
/// docs/serving.md tells every request; `collegium schema request` and `collegium schema response` tell their
/// shapes, as JSON Schema or as types of TypeScript or C#.
#[derive(Debug, Args)]
#[command(after_help = SESSION)]
pub(crate) struct Serve {
    /// Read standard input and write standard output.
    #[arg(long, required = true)]
    pub(crate) stdio: bool,
    /// The longest line that is taken, in bytes; a longer one is answered with a fault.
    #[arg(long, value_name = "BYTES", default_value_t = 268_435_456, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_line: u64,
}

const SESSION: &str = "Example, with > for what is sent and < for what comes back:\n  \
    collegium serve --stdio\n  \
    > {\"id\":\"1\",\"network\":\"ours\",\"request\":{\"type\":\"open\"}}\n  \
    < {\"id\":\"1\",\"response\":{\"type\":\"open\",\"data\":{\"protocol\":{\"id\":\"default\",…},\"also\":[]}}}\n  \
    > {\"id\":\"2\",\"network\":\"ours\",\"request\":{\"type\":\"position\"}}\n  \
    < {\"id\":\"2\",\"response\":{\"type\":\"position\",\"data\":{\"position\":0,\"streams\":{}}}}\n  \
    > {\"id\":\"3\",\"network\":\"ours\",\"request\":{\"type\":\"fly\"}}\n  \
    < {\"id\":\"3\",\"fault\":{\"code\":\"unknown_request\",\"what\":\"no request \\\"fly\\\" is known\",…}}";

/// Print the shape of what crosses the boundary, as JSON Schema.
///
/// For bindings and portals in any language: generate types from it, or check what you send before you send
/// it. Without a name, the shapes are listed.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium schema commands > commands.schema.json")]
pub(crate) struct Schema {
    /// Of what.
    #[arg(value_name = "NAME", value_parser = shapes())]
    pub(crate) shape: Option<SchemaOf>,
    /// Print tables for people, in Markdown: of events what each holds, of commands who may ask them.
    #[arg(long)]
    pub(crate) table: bool,
    /// Print types of another language that say the same.
    #[arg(long, value_parser = languages(), conflicts_with = "table", requires = "shape")]
    pub(crate) language: Option<Language>,
}

/// Every language by its name.
fn languages() -> impl TypedValueParser<Value = Language> {
    let names = Language::ALL.iter().map(|it| it.code());
    PossibleValuesParser::new(names)
        .try_map(|name| Language::of_code(&name).ok_or("there is no such language"))
}

/// Of what there is a shape.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SchemaOf {
    /// What crosses the boundary of the engine.
    Engine(Shape),
    /// A scenario of the simulator.
    Scenario,
}

impl SchemaOf {
    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let of_engine = Shape::ALL.iter().map(|it| Self::Engine(*it));
        of_engine.chain([Self::Scenario])
    }

    /// Its name.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Engine(shape) => shape.code(),
            Self::Scenario => "scenario",
        }
    }
}

/// Every shape by its name.
fn shapes() -> impl TypedValueParser<Value = SchemaOf> {
    let named = |name: String| SchemaOf::all().find(|it| it.code() == name);
    PossibleValuesParser::new(SchemaOf::all().map(SchemaOf::code))
        .try_map(move |name| named(name).ok_or("there is no such shape"))
}

/// Play a whole review round on a network of fictional schools.
///
/// Reviews, needs and offers, the best matching with its proof, deployments, monitoring, reallocation: a year
/// of one network. Schools and people are made up; the engine that judges every step is the real one.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium demo --out demo      then open demo/report.html")]
pub(crate) struct Demo {
    /// How many schools to make up.
    #[arg(long, default_value_t = 60, value_name = "N", allow_negative_numbers = true)]
    pub(crate) schools: u32,
    /// The same seed gives the same bytes, log and report alike.
    #[arg(long, default_value_t = DEFAULT_SEED, value_name = "N", allow_negative_numbers = true)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) playing: Playing,
}

#[derive(Debug, Args)]
pub(crate) struct Playing {
    /// The first day, as YYYY-MM-DD. It is fixed, so that a run does not depend on the day it is made.
    #[arg(long, default_value = "2026-09-07", value_name = "DATE", value_parser = date)]
    pub(crate) start: NaiveDate,
    /// What a plan is best at.
    #[arg(long, value_enum, default_value_t = ObjectiveName::Coverage)]
    pub(crate) objective: ObjectiveName,
    /// Where to write report.html, log.jsonl, plan.json, summary.json, givers.csv, takers.csv and
    /// pairs.csv. A directory that is new or empty; it appears whole or not at all.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Print the summary as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Plan a round on a school register: needs, offers, the best matching with its proof.
///
/// Which schools need help, and who could give it, is derived from published signals by a small rules file.
/// That is no diagnosis, and on a real register the round stops at the plan: people decide what comes next.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  collegium round gias.csv --signals signals.csv --where \"LA (name)=Lincolnshire\" --out round\n  \
        collegium round gias.csv --signals signals.csv --links links.csv --out round"
)]
pub(crate) struct Round {
    #[command(flatten)]
    pub(crate) files: RegisterFiles,
    /// Play on past the plan with made-up people. Every school is then under a pseudonym in all output:
    /// no name, URN, postcode or trust, and places moved to a grid of 5 km.
    #[arg(long)]
    pub(crate) play: bool,
    /// The same seed gives the same bytes, log and report alike. With --play it is also the key to the
    /// pseudonyms: choose a long number of your own and keep it to yourself. [default: 2026]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    #[command(flatten)]
    pub(crate) playing: Playing,
}

/// A register with what belongs to it, and how it is read.
#[derive(Debug, Args)]
pub(crate) struct RegisterFiles {
    /// The register: England's GIAS extract as CSV.
    #[arg(value_name = "REGISTER.csv")]
    pub(crate) register: PathBuf,
    /// Signals by URN as CSV: attendance, progress, who is named for support.
    #[arg(long, value_name = "FILE")]
    pub(crate) signals: Option<PathBuf>,
    /// The register's links between schools as CSV. Signals under an old URN then go to the school that took
    /// its place; where it merged, split, or its links contradict each other, they go nowhere and are counted.
    #[arg(long, value_name = "FILE", requires = "signals")]
    pub(crate) links: Option<PathBuf>,
    /// Keep only rows whose column reads this value. May be repeated: of one column any, of several all.
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = filter)]
    pub(crate) filters: Vec<Filter>,
    /// The rules by which a register becomes needs and offers, as TOML; a default is built in.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
}

/// Find the best plan for a matching problem, or check one.
///
/// The problem is three CSV files, or one of JSON; the plan comes with a certificate that proves it. Headers:
/// givers `giver,capacity[,minimum][,within]`; takers `taker,demand[,minimum][,within]`; pairs
/// `giver,taker,score[,distance_m][,travel_minutes]`; forbid and keep `giver,taker`; groups
/// `group,maximum[,minimum][,within][,team]`. Ids are any text. Scores are decimals with up to six places and are
/// kept exact.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Example:\n  collegium match --givers givers.csv --takers takers.csv --pairs pairs.csv --out plan.json"
)]
pub(crate) struct Match {
    #[command(subcommand)]
    pub(crate) command: Option<MatchCommand>,
    #[command(flatten)]
    pub(crate) problem: Option<ProblemFiles>,
    #[command(flatten)]
    pub(crate) solving: Solving,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MatchCommand {
    Verify(Verify),
    Explain(Explain),
    Shortlist(Shortlisting),
}

/// Tell why the best plan is as it is: who helps a taker, who could instead and what that would cost all, what
/// stays unmet and why; or what a giver does in it.
///
/// Costs follow from the plan's prices and are told as "at least"; `match shortlist --exact` solves again. Where
/// every taker is told of, so is every minimum and every required pair that is not kept.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  collegium match explain --givers givers.csv --takers takers.csv --pairs pairs.csv --taker 900017"
)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) problem: ProblemFiles,
    /// What the plan is best at.
    #[arg(long, value_enum, default_value_t = ObjectiveName::Coverage)]
    pub(crate) objective: ObjectiveName,
    /// A taker to tell of. May be given more than once; without --taker and --giver, every taker is told of.
    #[arg(long, value_name = "ID")]
    pub(crate) taker: Vec<String>,
    /// A giver to tell of. May be given more than once.
    #[arg(long, value_name = "ID")]
    pub(crate) giver: Vec<String>,
    /// Prove by counting that what a taker lacks no plan meets.
    #[arg(long)]
    pub(crate) proof: bool,
    /// Tell what would have to change for a taker to receive what it lacks; each change is tried by solving again.
    #[arg(long)]
    pub(crate) changes: bool,
    /// How many changes to try for each taker at most.
    #[arg(long, value_name = "N", default_value_t = 12, requires = "changes")]
    pub(crate) most_changes: usize,
    /// Print each explanation as a line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// List the few givers that somebody could choose among for one taker, each with what all together would lose.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  collegium match shortlist --givers givers.csv --takers takers.csv --pairs pairs.csv --taker 900017"
)]
pub(crate) struct Shortlisting {
    #[command(flatten)]
    pub(crate) problem: ProblemFiles,
    /// What the plan is best at.
    #[arg(long, value_enum, default_value_t = ObjectiveName::Coverage)]
    pub(crate) objective: ObjectiveName,
    /// The taker.
    #[arg(long, value_name = "ID")]
    pub(crate) taker: String,
    /// How many to list at most.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) most: usize,
    /// Solve again for each that is listed, so that its cost is exact.
    #[arg(long)]
    pub(crate) exact: bool,
    /// Print the list as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Solving {
    /// What a plan is best at.
    #[arg(long, value_enum, default_value_t = ObjectiveName::Coverage)]
    pub(crate) objective: ObjectiveName,
    /// Where to write the plan; without it the plan is printed.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Print how long reading, building, solving and writing took, as one JSON line on standard error.
    #[arg(long)]
    pub(crate) timings: bool,
    /// Print what the plan achieves as JSON; needs --out.
    #[arg(long, requires = "out")]
    pub(crate) json: bool,
}

/// Check a plan against its problem: feasible, as stated, and the best there is.
///
/// The verifier calls nothing of the solver, and nobody has to trust either: the certificate in the plan
/// proves that no plan does better.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  collegium match verify --givers givers.csv --takers takers.csv --pairs pairs.csv --plan plan.json"
)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) problem: ProblemFiles,
    /// The plan to check.
    #[arg(long, value_name = "FILE")]
    pub(crate) plan: PathBuf,
    /// Print the result as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ProblemFiles {
    /// The whole problem as JSON, with all that it can say (`collegium schema problem`).
    #[arg(long, value_name = "FILE", conflicts_with_all = ["givers", "takers", "pairs", "forbid", "keep", "change_price", "giver_groups", "taker_groups", "within", "within_minutes"])]
    pub(crate) problem: Option<PathBuf>,
    /// Who can help: `giver,capacity`, and `minimum` and `within`, a group of --giver-groups, where there are some.
    #[arg(long, value_name = "FILE", required_unless_present = "problem")]
    pub(crate) givers: Option<PathBuf>,
    /// Who needs help: `taker,demand`, and `minimum` and `within`, a group of --taker-groups, where there are some.
    #[arg(long, value_name = "FILE", required_unless_present = "problem")]
    pub(crate) takers: Option<PathBuf>,
    /// Who could help whom, and how good that would be: `giver,taker,score`, and `distance_m` and
    /// `travel_minutes` where they are known.
    #[arg(long, value_name = "FILE", required_unless_present = "problem")]
    pub(crate) pairs: Option<PathBuf>,
    /// Givers that share a limit, such as the people of one school: `group,maximum`, and `minimum` and `within`,
    /// the group in which it lies, where there are some.
    #[arg(long, value_name = "FILE")]
    pub(crate) giver_groups: Option<PathBuf>,
    /// Takers that share a limit: `group,maximum`, and `minimum`, `within` and `team`, yes or no, where there are
    /// some. Nobody serves twice in a team.
    #[arg(long, value_name = "FILE")]
    pub(crate) taker_groups: Option<PathBuf>,
    /// Pairs farther apart than so many metres are not made.
    #[arg(long, value_name = "METRES")]
    pub(crate) within: Option<u32>,
    /// Pairs with a way longer than so many minutes are not made.
    #[arg(long, value_name = "MINUTES")]
    pub(crate) within_minutes: Option<u32>,
    /// Pairs that must not be made: `giver,taker`.
    #[arg(long, value_name = "FILE")]
    pub(crate) forbid: Option<PathBuf>,
    /// Pairs that must be made, such as help that is running: `giver,taker`. Under least-change they are the
    /// present plan, and may be given up.
    #[arg(long, value_name = "FILE")]
    pub(crate) keep: Option<PathBuf>,
    /// What it counts, under least-change, when a pair of --keep stays.
    #[arg(
        long,
        value_name = "SCORE",
        default_value = "0",
        allow_negative_numbers = true
    )]
    pub(crate) change_price: Score,
}

/// Check, show or replay a log.
///
/// A log is the file log.jsonl that a demo or a round writes: everything that happened, a line for each
/// entry, and a seal at its end.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium log check demo/log.jsonl")]
pub(crate) struct Log {
    #[command(subcommand)]
    pub(crate) command: LogCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LogCommand {
    /// Judge every line again: nothing missing, doubled, swapped, cut, or impossible.
    #[command(after_help = "Example:\n  collegium log check demo/log.jsonl")]
    Check(LogFile),
    /// Print the log in words, a line for each entry.
    #[command(after_help = "Example:\n  collegium log show demo/log.jsonl | grep declined")]
    Show(LogFile),
    /// Print where everything stands at the end of the log.
    #[command(after_help = "Example:\n  collegium log replay demo/log.jsonl")]
    Replay(LogFile),
    /// List every entry that speaks of one person, and as what.
    #[command(
        after_help = "Example:\n  collegium log person demo/log.jsonl 7d0f7a4e-0000-4000-8000-000000000001"
    )]
    Person(LogPerson),
    /// Take the entries of erased cycles out of the log; their places stay.
    #[command(after_help = "Example:\n  collegium log erase log.jsonl --out log.erased.jsonl")]
    Erase(LogErase),
}

#[derive(Debug, Args)]
pub(crate) struct LogPerson {
    #[command(flatten)]
    pub(crate) log: LogFile,
    /// The person's id.
    #[arg(value_name = "PERSON", value_parser = person)]
    pub(crate) person: PersonId,
}

#[derive(Debug, Args)]
pub(crate) struct LogErase {
    #[command(flatten)]
    pub(crate) log: LogFile,
    /// Where to write the log without them. It appears whole or not at all.
    #[arg(long, value_name = "LOG.jsonl")]
    pub(crate) out: PathBuf,
}

fn person(text: &str) -> Result<PersonId, String> {
    let uuid: Uuid = text
        .parse()
        .map_err(|_| "a person is named by an id (a UUID), never by a name".to_owned())?;
    Ok(PersonId::new(uuid))
}

#[derive(Debug, Args)]
pub(crate) struct LogFile {
    /// The log, as JSON Lines.
    #[arg(value_name = "LOG.jsonl")]
    pub(crate) log: PathBuf,
    #[command(flatten)]
    pub(crate) protocols: Protocols,
    /// Print the result as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// The protocols at hand. Each is a name that is built in, or a file in TOML or JSON.
#[derive(Clone, Debug, Args)]
pub(crate) struct Protocols {
    /// The protocol under which the network runs: a name that is built in, or a file in TOML or JSON.
    #[arg(long = "protocol", value_name = "NAME|FILE", default_value = "default")]
    pub(crate) own: String,
    /// One more protocol at hand, to which cycles are moved. May be given more than once.
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) also: Vec<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ObjectiveName {
    /// Meet the most needs; among those plans the best score.
    Coverage,
    /// The best score, whatever the number of needs met.
    Score,
    /// Meet the most needs; among those plans the best score, where each pair of --keep that stays counts
    /// --change-price more.
    LeastChange,
}

impl From<ObjectiveName> for Objective {
    fn from(name: ObjectiveName) -> Self {
        match name {
            ObjectiveName::Coverage => Self::Coverage,
            ObjectiveName::Score => Self::Score,
            ObjectiveName::LeastChange => Self::LeastChange,
        }
    }
}

/// Years for which a school calendar can be made, with room for the years that are played.
const YEARS: RangeInclusive<i32> = 1600..=4000;

fn date(text: &str) -> Result<NaiveDate, String> {
    let date: NaiveDate = text
        .parse()
        .map_err(|_| "a date is written YYYY-MM-DD, such as 2026-09-07".to_owned())?;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        let (first, last) = (YEARS.start(), YEARS.end());
        Err(format!("choose a year from {first} to {last}"))
    }
}

fn filter(text: &str) -> Result<Filter, String> {
    text.parse()
        .map_err(|fault: NotAFilter| format!("{fault}; {}", fault.help()))
}
