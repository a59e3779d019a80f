//! What a run tells as it goes on: rows for whoever keeps them, and none where nobody does.

use crate::tick::Tick;
use collegium_model::{need::Severity, place::Place, quantity::Metres};

/// Takes the rows of a run.
pub trait Rows {
    /// Something happened to a school's area.
    fn event(&mut self, _row: &EventRow) {}
    /// A giver was chosen.
    fn allocation(&mut self, _row: &AllocationRow) {}
    /// How a school stands at the beginning of a term.
    fn panel(&mut self, _row: &PanelRow) {}
    /// How the network stands at the beginning of a term.
    fn term(&mut self, _row: &TermRow) {}
    /// A school of the run and what became of it, at the end.
    fn school(&mut self, _row: &SchoolRow) {}
}

/// Keeps nothing.
impl Rows for () {}

/// What happened to a school's area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// When.
    pub at: Tick,
    /// The school, by number.
    pub school: u32,
    /// The area, from 0.
    pub area: u8,
    /// What.
    pub what: What,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A need became known.
    Noticed,
    /// Help was broken off.
    BrokenOff,
    /// The need was seen to be met.
    Met,
    /// The school has waited too long for help.
    GaveUp,
    /// A school has joined.
    Joined,
    /// A school has left.
    Left,
}

impl What {
    /// Its code in tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::BrokenOff => "broken_off",
            Self::Met => "met",
            Self::GaveUp => "gave_up",
            Self::Joined => "joined",
            Self::Left => "left",
        }
    }
}

/// One choice of a giver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AllocationRow {
    /// When.
    pub at: Tick,
    /// The school that is helped, by number.
    pub taker: u32,
    /// Its area, from 0.
    pub area: u8,
    /// The giver, by number.
    pub giver: u32,
    /// How serious the need was found to be.
    pub severity: Severity,
    /// Ticks since the need became known.
    pub waited: i64,
    /// How far apart they are; none where distance does not matter.
    pub distance: Option<Metres>,
}

/// How the network stands at the beginning of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// Which term, from 0.
    pub term: u32,
    /// When it begins.
    pub at: Tick,
    /// Areas of schools truly in need.
    pub in_need: u32,
    /// Known needs that lack help.
    pub waiting: u32,
    /// Needs with help at work.
    pub helped: u32,
    /// Deployments that givers can have at once.
    pub capacity: u32,
    /// Deployments that are at work.
    pub held: u32,
}

/// A school of a run and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolRow {
    /// By number.
    pub school: u32,
    /// The kind, as an index into the scenario's.
    pub kind: u32,
    /// Where it lies, where distance matters.
    pub place: Option<Place>,
    /// Pupils.
    pub pupils: u32,
    /// Ticks in which an area of it was in need, over all areas, since measuring began.
    pub in_need: i64,
    /// Deployments that it was helped with, and those that it lent, since the beginning.
    pub helped: u32,
    /// Deployments that it lent.
    pub lent: u32,
}

/// How a school stands at the beginning of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelRow {
    /// Which term, from 0.
    pub term: u32,
    /// The school, by number.
    pub school: u32,
    /// Areas truly in need.
    pub in_need: u8,
    /// Areas known to be in need.
    pub known: u8,
    /// Areas with help at work.
    pub helped: u8,
    /// Deployments that it lends.
    pub lends: u16,
}
