//! Remedies in plain English.

use super::{Change, Remedy};
use crate::{explain::units, score::Total};
use std::fmt;

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Capacity { giver, by } => write!(f, "{giver} could give {} more", units(*by)),
            Self::GiverGroup { group, by } => write!(f, "all of {group} could give {} more", units(*by)),
            Self::TakerGroup { group, by } => write!(f, "all of {group} could receive {} more", units(*by)),
            Self::NoGiverMinimum { id } => write!(f, "{id} did not have to give a minimum"),
            Self::NoTakerMinimum { id } => write!(f, "{id} did not have to receive a minimum"),
            Self::NotRequired { giver, taker } => write!(f, "{giver} did not have to help {taker}"),
            Self::Farther {
                giver,
                taker,
                too_far,
            } => write!(f, "{giver} could help {taker}, {too_far}"),
            Self::Allowed { giver, taker } => write!(f, "{giver} were not ruled out for {taker}"),
        }
    }
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more_here = units(self.here);
        write!(f, "If {}: {more_here} more here. All together: ", self.change)?;
        let mut gains = Vec::new();
        match self.short_fewer {
            0 => {}
            1.. => gains.push(format!("{} fewer short of minimums", whole(self.short_fewer))),
            _ => gains.push(format!("{} more short of minimums", whole(self.short_fewer))),
        }
        match self.units_more {
            0 => {}
            1 => gains.push("1 unit more is given".to_owned()),
            2.. => gains.push(format!("{} more are given", whole(self.units_more))),
            -1 => gains.push("1 unit less is given".to_owned()),
            _ => gains.push(format!("{} fewer are given", whole(self.units_more))),
        }
        let score = Total::from_micros(self.score_more.micros().saturating_abs());
        match self.score_more.micros() {
            0 => {}
            1.. => gains.push(format!("score {score} more")),
            _ => gains.push(format!("score {score} less")),
        }
        if gains.is_empty() {
            gains.push("nothing lost and nothing gained".to_owned());
        }
        write!(f, "{}.", gains.join(", "))
    }
}

fn whole(count: i64) -> String {
    units(u32::try_from(count.unsigned_abs()).unwrap_or(u32::MAX))
}
