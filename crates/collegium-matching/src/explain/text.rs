//! The explanations in plain English, for readers who are no mathematicians.

use super::{
    Alternative, Barred, Chosen, GiverExplanation, HeldBy, Holder, TakerExplanation, UnmetExplanation,
};
use crate::plan::{Price, UnmetReason};
use std::fmt;

impl fmt::Display for TakerExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let received = match self.chosen.len() {
            0 => "none".to_owned(),
            all if all as u64 == u64::from(self.demand) => "all of it".to_owned(),
            some => some.to_string(),
        };
        let asked = units(self.demand);
        write!(
            f,
            "{} asks for {asked} of support and receives {received}.",
            self.taker
        )?;
        for chosen in &self.chosen {
            write!(f, "\n{chosen}")?;
        }
        if let Some(unmet) = &self.unmet {
            write!(f, "\n{unmet}")?;
        }
        for held_by in &self.held_by {
            write!(f, "\n{held_by}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} offers support (score {}). ", self.giver, self.score)?;
        write_worth_of_one_more(f, self.price)?;
        if self.alternatives.is_empty() {
            f.write_str("\n  Nobody else could take its place.")?;
        }
        for alternative in &self.alternatives {
            let Alternative { giver, score, .. } = alternative;
            write!(f, "\n  {giver} (score {score}) in its place: ")?;
            write_loss(f, alternative.loss)?;
            write_holders(f, alternative, " It ")?;
        }
        Ok(())
    }
}

impl fmt::Display for UnmetExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stays = if self.units == 1 { "stays" } else { "stay" };
        write!(f, "{} {stays} unmet: ", units(self.units))?;
        match (self.reason, &self.nearest_too_far) {
            (UnmetReason::TooFar, Some(far)) => write!(
                f,
                "no candidate within {}; the nearest, {}, is {} away.",
                far.limits(),
                far.giver,
                far.found()
            )?,
            (reason, None) => write!(f, "{reason}")?,
            (reason, Some(far)) => write!(
                f,
                "{reason} Beyond {}, the nearest would be {}, {} away.",
                far.limits(),
                far.giver,
                far.found()
            )?,
        }
        match (self.reason, self.forbidden.len()) {
            (UnmetReason::Forbidden, _) | (_, 0) => {}
            (_, 1) => f.write_str(" One more giver is ruled out for it.")?,
            (_, more) => write!(f, " {more} more givers are ruled out for it.")?,
        }
        if !matches!(
            self.reason,
            UnmetReason::CapacityTaken | UnmetReason::InTeamAlready | UnmetReason::SharedCapacityTaken
        ) {
            return Ok(());
        }
        for candidate in &self.candidates {
            write!(f, "\n  {} (score {})", candidate.giver, candidate.score)?;
            write_holders(f, candidate, " ")?;
            f.write_str(" Were it moved here, ")?;
            write_loss(f, candidate.loss)?;
        }
        Ok(())
    }
}

impl fmt::Display for UnmetReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoCandidate => "nobody who offers support matches this need.",
            Self::Forbidden => "everybody else who could offer support is ruled out for it.",
            Self::TooFar => "everybody else who could offer support is too far away.",
            Self::TooFewCandidates => {
                "everybody who matches this need supports it already, each with one unit."
            }
            Self::NoCapacity => "those who could still offer support have no capacity.",
            Self::GroupFull => "the group in which it lies receives all that it can together.",
            Self::InTeamAlready => {
                "everybody who could still offer it serves the same team already, and nobody serves twice."
            }
            Self::SharedCapacityTaken => {
                "those who could still offer it have no more to give within what they share with others."
            }
            Self::CapacityTaken => {
                "those who could still offer it are fully taken up by needs that gain more from them."
            }
            Self::NoGain => "the matches left would lower the total score.",
        })
    }
}

impl fmt::Display for GiverExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            giver,
            capacity,
            spare,
            ..
        } = self;
        write!(f, "{giver} can offer {} of support", units(*capacity))?;
        match (*capacity, *spare) {
            (0, _) => f.write_str(".")?,
            (_, 0) => f.write_str(", all in use.")?,
            (_, spare) => write!(f, "; {spare} of it unused.")?,
        }
        if self.candidate_count == 0 {
            f.write_str(" It matches no need.")?;
        } else {
            f.write_str(" ")?;
            write_worth_of_one_more(f, self.price)?;
        }
        for Holder { taker, score } in &self.holders {
            write!(f, "\n  It supports {taker} (score {score}).")?;
        }
        for held_by in &self.held_by {
            write!(f, "\n  {held_by}")?;
        }
        Ok(())
    }
}

impl fmt::Display for HeldBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group { id, maximum, price } => {
                write!(f, "{id} has the {} that it can have together. ", units(*maximum))?;
                write_worth_of_one_more(f, *price)
            }
            Self::Minimum { id, minimum, .. } => write!(
                f,
                "{id} is to have {} at least; without that, units here would be of more use elsewhere.",
                units(*minimum)
            ),
            Self::Required { giver, taker } => write!(
                f,
                "{giver} helps {taker} because it must; for what it is worth it would not."
            ),
        }
    }
}

pub(crate) fn write_worth_of_one_more(f: &mut fmt::Formatter<'_>, price: Price) -> fmt::Result {
    if price == Price::default() {
        f.write_str("One more unit of it would help nobody.")
    } else if price.kept > 0 {
        f.write_str("One more unit of it could let one more minimum be kept.")
    } else if price < Price::default() {
        f.write_str("It is used because a minimum asks for it.")
    } else if price.units > 0 {
        f.write_str("One more unit of it could let one more need be met.")
    } else {
        write!(
            f,
            "One more unit of it would add up to {} to the total score.",
            price.score
        )
    }
}

/// What all together would lose at least, after "in its place", "were it moved here" or as a choice of its own.
pub(crate) fn write_loss(f: &mut fmt::Formatter<'_>, loss: Price) -> fmt::Result {
    if loss.kept > 0 {
        f.write_str("at least one minimum more would not be kept.")
    } else if loss.units > 0 {
        f.write_str("at least one need fewer would be met.")
    } else if loss == Price::default() {
        f.write_str("all together might do as well, but no better.")
    } else {
        write!(f, "all together would score at least {} less.", loss.score)
    }
}

fn write_holders(f: &mut fmt::Formatter<'_>, giver: &Alternative, before: &str) -> fmt::Result {
    match &giver.barred {
        Some(Barred::InTeam { slot }) => return write!(f, "{before}serves {slot} of the same team."),
        Some(Barred::GiverGroup { group }) => return write!(f, "{before}can give no more within {group}."),
        Some(Barred::Required { takers }) => return write!(f, "{before}must help {}.", takers.join(", ")),
        None => {}
    }
    if giver.spare > 0 {
        return write!(f, "{before}has {} to spare.", units(giver.spare));
    }
    for (at, Holder { taker, score }) in giver.holders.iter().enumerate() {
        let before = if at == 0 {
            format!("{before}supports ")
        } else {
            ", ".to_owned()
        };
        write!(f, "{before}{taker} ({score})")?;
    }
    let named = u32::try_from(giver.holders.len()).unwrap_or(u32::MAX);
    match giver.holder_count - named {
        0 => f.write_str("."),
        more if named == 0 => write!(f, "{before}supports {more} others."),
        more => write!(f, " and {more} more."),
    }
}

pub(crate) fn units(count: u32) -> String {
    if count == 1 {
        "1 unit".to_owned()
    } else {
        format!("{count} units")
    }
}
