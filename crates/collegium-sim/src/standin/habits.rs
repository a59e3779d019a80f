//! The stand-in's habits, all of them assumptions: chances are per mille, times in days of the unit named.

/// School days from the first day to the first round.
pub(super) const FIRST_ROUND: u16 = 26;
/// School days from a round to the next that takes up what was declined.
pub(super) const NEXT_ROUND: u32 = 14;
/// School days before support ends from which on nobody new is looked for.
pub(super) const TOO_LATE: u32 = 35;
/// A releasing employer declines.
pub(super) const EMPLOYER_DECLINES: u32 = 130;
/// A receiving head declines.
pub(super) const HEAD_DECLINES: u32 = 30;
/// A conflict declaration turns out not to be clear.
pub(super) const CONFLICT_FOUND: u32 = 30;
/// A diagnosis finds a need less, or more, severe than the signals said.
pub(super) const MILDER: u32 = 120;
pub(super) const GRAVER: u32 = 150;
/// A deployment works out. Public: 58 to 71 % of schools that required improvement were better at their
/// next inspection; that help caused it is an assumption.
pub(super) const WORKS_OUT: u32 = 640;
/// A planned observation does not take place.
pub(super) const OBSERVATION_MISSED: u32 = 60;
/// The decision departs from the recommendation, and goes on as before.
pub(super) const DECIDES_OTHERWISE: u32 = 60;
/// Ratings while help works: green, amber; the rest is red.
pub(super) const WORKING: (u32, u32) = (740, 220);
/// Ratings while it does not.
pub(super) const NOT_WORKING: (u32, u32) = (90, 300);
/// Cover for a half-day lent, in pence. Public: £350 to £357 a day for a specialist leader.
pub(super) const COVER_PENCE_PER_HALF_DAY: u64 = 17_500;
