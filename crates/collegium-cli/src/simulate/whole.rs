//! `collegium simulate study`: laid out, run, put together and told, in one go.

use super::{merge, plan, report, run};
use crate::{
    arguments::{Merge, ReportStudy, RunStudy, WholeStudy},
    failure::Failure,
    printing::to_stdout,
};
use collegium::sim::study::Shard;

/// Where it was interrupted it goes on: each step leaves what is done.
pub(super) fn whole(arguments: &WholeStudy) -> Result<(), Failure> {
    let study = || arguments.plan.out.clone();
    let told = plan::Laid::of(&arguments.plan)?.out_once(&arguments.plan.out)?;
    to_stdout(&format!("{told}\n"))?;
    run::run(&RunStudy {
        study: study(),
        shard: Shard { number: 1, of: 1 },
        jobs: arguments.jobs,
        rows: false,
        checkpoint_every: None,
    })?;
    merge::run(&Merge {
        study: study(),
        #[cfg(feature = "parquet")]
        parquet: false,
    })?;
    report::run(&ReportStudy { study: study() })
}
