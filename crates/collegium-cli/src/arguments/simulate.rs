//! `collegium simulate`: what can be asked.

use clap::{Args, Subcommand};
use collegium::sim::study::Shard;
use std::{
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
};

/// Try allocation policies in virtual time, through the engine that runs the real thing.
///
/// A study is a directory: `plan` makes it, `run` does its runs (all, or one shard of them), `merge` puts what
/// came of them into tables, `report` into one HTML file. `study` does the four in turn.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  collegium simulate policies")]
pub(crate) struct Simulate {
    #[command(subcommand)]
    pub(crate) command: SimulateCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SimulateCommand {
    /// Do a whole study: plan, run, merge and report in turn. Asked again, it goes on where it was interrupted.
    #[command(
        after_help = "Example:\n  collegium simulate study county.toml --policies first_come,optimal \
        --vary capacity.ratio=3,4 --out study\n\nThen open study/report.html. For shards on many machines use the \
        four by themselves."
    )]
    Study(WholeStudy),
    /// Check a scenario whole and lay out a study: points, policies, replications.
    #[command(
        after_help = "Examples:\n  collegium simulate plan county.toml --policies first_come,optimal \
        --vary capacity.ratio=3,4 --out study\n  collegium simulate plan county.toml --policies optimal \
        --design salib.csv --out study\n  collegium simulate plan county.toml --policies random,optimal \
        --until-half-width wait_mean=5% \\\n    --replications 10..500 --out study\n\nMeasures are the columns of \
        summary.csv: see docs/simulation.md.\n\nA design is a CSV table: its first line names fields of the scenario, such \
        as capacity.ratio\nor schools[0].count, each further line is a point."
    )]
    Plan(Plan),
    /// Make a scenario that fits the schools of a register.
    #[command(
        after_help = "Examples:\n  collegium simulate calibrate gias.csv --signals signals.csv \\\n    --where \"LA \
        (name)=Lincolnshire\" --out lincolnshire.toml\n  collegium simulate calibrate register.csv --base \
        county.toml --out ours.toml\n\nCounted are kinds of schools by stage of education, pupils, who is in need by \
        the rules and how\nseriously, and how far apart schools are. All else stays as in the base, sources and \
        assumptions\nincluded."
    )]
    Calibrate(Calibrate),
    /// Find how much of the beginning of a run to leave out.
    #[command(
        name = "warm-up",
        after_help = "Examples:\n  collegium simulate warm-up county.toml\n  collegium simulate warm-up county.toml \
        --policies first_come,optimal --replications 50\n\nMSER-5 of the mean over replications: what is left out \
        makes the standard error of the rest smallest.\nWhere that is more than half of a run, the run is too short \
        to tell."
    )]
    WarmUp(WarmUp),
    /// Do the runs of a study. What is done is not done again; stop it at any time and go on later.
    #[command(
        after_help = "Examples:\n  collegium simulate run study\n  collegium simulate run study --shard 3/64 --jobs \
        1\n\nWhere a study stops by itself, whether more runs are wanted hangs on what came of those before,\nof all \
        shards. A shard does what is wanted as far as is known and says whether to run it again."
    )]
    Run(RunStudy),
    /// Put what came of all runs into tables.
    #[command(after_help = "Example:\n  collegium simulate merge study")]
    Merge(Merge),
    /// Hold the simulator against cases that have an exact answer.
    #[command(
        after_help = "Examples:\n  collegium simulate verify\n  collegium simulate verify --list\n  collegium \
            simulate verify erlang-c --servers 4 --arrival 3.1 --service 1 --json\n\nEach case runs through the same \
            engine as any study. It is accepted where the mean over\nreplications is within four standard errors of \
            the exact value. Without a name all are\nasked, and a control that is 3 % off, which must be found out."
    )]
    Verify(VerifyOracles),
    /// Describe a scenario for other researchers: skeletons after ODD and STRESS-DES, in Markdown.
    #[command(after_help = "Example:\n  collegium simulate odd county.toml > odd.md")]
    Odd(Odd),
    /// Tell what the tables say, in one HTML file for those who decide.
    #[command(after_help = "Example:\n  collegium simulate report study      then open study/report.html")]
    Report(ReportStudy),
    /// List the policies that have a name.
    #[command(after_help = "Example:\n  collegium simulate policies")]
    Policies,
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The scenario, in TOML.
    #[arg(value_name = "SCENARIO.toml")]
    pub(crate) scenario: PathBuf,
    /// The policies that are compared: names (see `simulate policies`), or files of figures in TOML.
    #[arg(
        long,
        value_name = "NAME|FILE",
        value_delimiter = ',',
        required_unless_present = "policy_cmd"
    )]
    pub(crate) policies: Vec<String>,
    /// A program that chooses, asked over a pipe: see docs/simulation.md. May be given more than once.
    #[arg(long, value_name = "COMMAND")]
    pub(crate) policy_cmd: Vec<String>,
    /// How often each is repeated; all see the same luck in the same replication. With `--until-half-width`: from
    /// how often at the least to how often at the most, as in 10..500.
    #[arg(long, value_name = "N|LEAST..MOST", default_value = "20", value_parser = repeated)]
    pub(crate) replications: Repeated,
    /// Repeat each point until the 95 % interval of this measure's mean reaches no farther to each side, for every
    /// policy, as in `wait_mean=5%` (of the mean) or `in_need=0.5`. May be given more than once.
    #[arg(long, value_name = "MEASURE=WIDTH")]
    pub(crate) until_half_width: Vec<String>,
    /// The root seed: the same gives the same rows.
    #[arg(long, value_name = "N", default_value_t = super::DEFAULT_SEED)]
    pub(crate) seed: u64,
    /// A field of the scenario and its values, all combinations of which are tried.
    #[arg(long, value_name = "FIELD=A,B,…")]
    pub(crate) vary: Vec<String>,
    /// A field and its range, for a Latin hypercube of `--points` points.
    #[arg(
        long,
        value_name = "FIELD=LEAST..MOST",
        conflicts_with = "vary",
        requires = "points"
    )]
    pub(crate) range: Vec<String>,
    /// How many points the Latin hypercube has.
    #[arg(long, value_name = "N", requires = "range")]
    pub(crate) points: Option<u32>,
    /// A table of points made elsewhere.
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["vary", "range"])]
    pub(crate) design: Option<PathBuf>,
    /// The directory of the study. It appears whole or not at all.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct WholeStudy {
    #[command(flatten)]
    pub(crate) plan: Plan,
    /// How many runs go on at once; as many as the machine has cores where nothing is said.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    #[command(flatten)]
    pub(crate) files: super::RegisterFiles,
    /// The scenario that says what no register does, in TOML; a county that is made up where nothing is said.
    #[arg(long, value_name = "SCENARIO.toml")]
    pub(crate) base: Option<PathBuf>,
    /// Where the scenario goes.
    #[arg(long, value_name = "SCENARIO.toml")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct WarmUp {
    /// The scenario, in TOML. Its own `time.warm_up` is not left out.
    #[arg(value_name = "SCENARIO.toml")]
    pub(crate) scenario: PathBuf,
    /// The policies that are looked at: names (see `simulate policies`), or files of figures in TOML.
    #[arg(
        long,
        value_name = "NAME|FILE",
        value_delimiter = ',',
        default_value = "first_come"
    )]
    pub(crate) policies: Vec<String>,
    /// How many runs the mean is of; more make a short transient stand out.
    #[arg(long, value_name = "N", default_value = "20")]
    pub(crate) replications: NonZeroU32,
    /// The root seed.
    #[arg(long, value_name = "N", default_value_t = super::DEFAULT_SEED)]
    pub(crate) seed: u64,
    /// How many days make one value of the series; a run has at least fifty of them.
    #[arg(long, value_name = "DAYS", default_value = "7")]
    pub(crate) every: NonZeroU32,
    /// Print what was found as JSON, series included.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RunStudy {
    /// The directory of the study.
    #[arg(value_name = "DIR")]
    pub(crate) study: PathBuf,
    /// One part of the runs, as in 3/64.
    #[arg(long, value_name = "I/N", default_value = "1/1", value_parser = shard)]
    pub(crate) shard: Shard,
    /// How many runs go on at once; as many as the machine has cores where nothing is said.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Keep what happened to schools, who was chosen, and how schools stood each term, too.
    #[arg(long)]
    pub(crate) rows: bool,
    /// Keep the policy's choices after every so many of them, so that a run that is killed does not ask for them
    /// again: for programs that take long to choose.
    #[arg(long, value_name = "CHOICES")]
    pub(crate) checkpoint_every: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The directory of the study.
    #[arg(value_name = "DIR")]
    pub(crate) study: PathBuf,
    /// Write each table as Parquet, too, with types of columns, units and what they say.
    #[cfg(feature = "parquet")]
    #[arg(long)]
    pub(crate) parquet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyOracles {
    /// The case; all where none is named.
    #[arg(value_name = "CASE")]
    pub(crate) oracle: Option<String>,
    /// List the cases with their parameters.
    #[arg(long)]
    pub(crate) list: bool,
    /// Independent replications of each.
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(crate) replications: u32,
    /// The root seed.
    #[arg(long, value_name = "N", default_value_t = super::DEFAULT_SEED)]
    pub(crate) seed: u64,
    /// Print the verdict as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Parameters of the case, such as `--servers 4` or `--arrivals 0.6,0.9`.
    #[arg(
        value_name = "PARAMETERS",
        allow_hyphen_values = true,
        trailing_var_arg = true
    )]
    pub(crate) parameters: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Odd {
    /// The scenario, in TOML.
    #[arg(value_name = "SCENARIO.toml")]
    pub(crate) scenario: PathBuf,
    /// STRESS-DES instead of ODD.
    #[arg(long)]
    pub(crate) stress_des: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReportStudy {
    /// The directory of the study, with its tables put together. The page is its `report.html`.
    #[arg(value_name = "DIR")]
    pub(crate) study: PathBuf,
}

/// How often points are repeated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Repeated {
    /// The least, where that and the most are given.
    pub(crate) least: Option<u32>,
    pub(crate) most: u32,
}

fn repeated(text: &str) -> Result<Repeated, String> {
    let wrong = |_| "a number such as 20, or from the least to the most, such as 10..500".to_owned();
    Ok(match text.split_once("..") {
        None => Repeated {
            least: None,
            most: text.parse().map_err(wrong)?,
        },
        Some((least, most)) => Repeated {
            least: Some(least.parse().map_err(wrong)?),
            most: most.parse().map_err(wrong)?,
        },
    })
}

fn shard(text: &str) -> Result<Shard, String> {
    let wrong = || "a shard is written I/N, from 1/N to N/N, such as 3/64".to_owned();
    let (number, of) = text.split_once('/').ok_or_else(wrong)?;
    let (number, of) = (
        number.parse().map_err(|_| wrong())?,
        of.parse().map_err(|_| wrong())?,
    );
    if (1..=of).contains(&number) {
        Ok(Shard { number, of })
    } else {
        Err(wrong())
    }
}
