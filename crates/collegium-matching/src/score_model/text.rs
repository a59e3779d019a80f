//! Scores and what rules a pair out, in plain English.

use super::{Part, Scored, TakerScores, Term, Why, nearness::Exactly};
use std::fmt;

impl fmt::Display for Scored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts().len() {
            0 => write!(f, "score {}: nothing is weighed", self.total())?,
            _ => write!(f, "score {}:", self.total())?,
        }
        for part in self.parts() {
            write!(f, "\n  {part}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            term,
            amount,
            most,
            why,
        } = self;
        write!(f, "{amount} of {most} for ")?;
        let (term, fact) = match term {
            Term::Area => ("the area", "areas asked for"),
            Term::Phase => ("the stage of education", ""),
            Term::Distance => ("distance", ""),
            Term::TravelTime => ("travel time", ""),
            Term::Severity => ("how severe the need is", "on its scale"),
            Term::Continuity => ("continuity", ""),
            Term::Teachers => ("teachers reached", "of the school's teachers"),
            Term::Pupils => ("pupils reached", "of the school's pupils"),
        };
        write!(f, "{term}: ")?;
        match why {
            Why::NotKnown => f.write_str("not known, so it counts neither for nor against"),
            Why::Share(portion) => write!(f, "{portion} {fact}"),
            Why::SamePhase(true) => f.write_str("both serve the same one"),
            Why::SamePhase(false) => f.write_str("they serve different ones"),
            Why::Distance { found, limit } => {
                let (found, limit) = (Exactly(*found), Exactly(*limit));
                write!(f, "{found} apart, where {limit} is the limit")
            }
            Why::TravelTime { found, limit } => write!(f, "{found} away, where {limit} is the limit"),
            Why::Together { found, .. } if found.0 == 0 => f.write_str("they have not worked together yet"),
            Why::Together { found, full_after } if found < full_after => {
                write!(f, "{found} together, where {full_after} counts in full")
            }
            Why::Together { found, .. } => write!(f, "{found} together, which counts in full"),
            Why::Reached {
                people, effect: None, ..
            } => write!(f, "{people} {fact}, but no evidence of an effect is known"),
            Why::Reached {
                people,
                effect: Some(effect),
                full_effect,
            } => write!(
                f,
                "{people} {fact}, expected effect {effect} of progress, where {full_effect} counts in full"
            ),
        }
    }
}

impl fmt::Display for TakerScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            taker,
            scored,
            too_far,
        } = self;
        write!(f, "{taker}: ")?;
        match scored.len() {
            0 => f.write_str("nobody comes into question.")?,
            1 => f.write_str("1 giver comes into question.")?,
            more => write!(f, "{more} givers come into question.")?,
        }
        for (giver, scored) in scored {
            write!(f, "\n{giver}, {scored}")?;
        }
        for (giver, too_far) in too_far {
            write!(f, "\n{giver} is no candidate: {too_far}.")?;
        }
        Ok(())
    }
}
