//! A shortlist in plain English, for the head who chooses.

use super::{Entry, Helped, Shortlist};
use crate::{
    explain::{units, write_loss, write_worth_of_one_more},
    score_model::Scored,
    what_if::Difference,
};
use std::fmt;

impl fmt::Display for Shortlist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (taker, asked) = (&self.taker, units(self.demand));
        write!(f, "{taker} asks for {asked} of support and receives ")?;
        match self.received {
            0 => f.write_str("none.")?,
            all if all == self.demand => f.write_str("all of it.")?,
            some => write!(f, "{some}.")?,
        }
        let shown = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        match (shown, self.candidate_count) {
            (_, 0) => f.write_str(" Nobody who offers support matches this need.")?,
            (all, count) if all >= count => write!(f, " To choose among, by what all together would lose:")?,
            (some, count) => write!(
                f,
                " To choose among, by what all together would lose, {some} of {count}:"
            )?,
        }
        for entry in &self.entries {
            write!(f, "\n{entry}")?;
        }
        for (giver, too_far) in &self.too_far {
            write!(f, "\n{giver} is no candidate: {too_far}.")?;
        }
        Ok(())
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let chosen = if self.is_chosen { ", as proposed" } else { "" };
        write!(f, "{}{chosen} (score {}): ", self.giver, self.score)?;
        match &self.exact {
            Some(exact) => write_lost(f, exact)?,
            None if self.is_chosen => f.write_str("nothing would be lost.")?,
            None => write_loss(f, self.loss)?,
        }
        f.write_str("\n  ")?;
        if self.is_chosen {
            write!(f, "It would have {} left.", units(self.spare))?;
        } else if self.must_be_moved() {
            f.write_str("It would have to be moved from ")?;
            write_moved_from(f, self)?;
        } else {
            write!(f, "It has {} to spare.", units(self.spare))?;
        }
        f.write_str(" ")?;
        write_worth_of_one_more(f, self.price)?;
        for part in self.parts.iter().flat_map(Scored::parts) {
            write!(f, "\n    {part}")?;
        }
        Ok(())
    }
}

fn write_lost(f: &mut fmt::Formatter<'_>, exact: &Difference) -> fmt::Result {
    let Difference {
        short_more,
        units_lost,
        score_lost,
        ..
    } = exact;
    let mut lost = Vec::new();
    match short_more {
        0 => {}
        1 => lost.push("1 minimum more would not be kept".to_owned()),
        more => lost.push(format!("{more} minimums more would not be kept")),
    }
    match units_lost {
        0 => {}
        1 => lost.push("1 unit fewer would be given".to_owned()),
        2.. => lost.push(format!("{units_lost} units fewer would be given")),
        -1 => lost.push("1 unit more would be given".to_owned()),
        _ => lost.push(format!("{} units more would be given", units_lost.unsigned_abs())),
    }
    let score = crate::score::Total::from_micros(score_lost.micros().saturating_abs());
    match score_lost.micros() {
        0 => {}
        1.. => lost.push(format!("all together would score {score} less")),
        _ => lost.push(format!("all together would score {score} more")),
    }
    if lost.is_empty() {
        f.write_str("nothing would be lost.")
    } else {
        write!(f, "{}.", lost.join(", "))
    }
}

fn write_moved_from(f: &mut fmt::Formatter<'_>, entry: &Entry) -> fmt::Result {
    for (at, Helped { giver, taker, score }) in entry.moved_from.iter().enumerate() {
        f.write_str(if at == 0 { "" } else { " or " })?;
        write!(f, "{taker} ({score}")?;
        if *giver != entry.giver {
            write!(f, ", helped by {giver}")?;
        }
        f.write_str(")")?;
    }
    let named = u32::try_from(entry.moved_from.len()).unwrap_or(u32::MAX);
    match entry.moved_from_count.saturating_sub(named) {
        0 => f.write_str("."),
        more if named == 0 => write!(f, "one of {more} whom it supports."),
        more => write!(f, " or {more} more."),
    }
}
