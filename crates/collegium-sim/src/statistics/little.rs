//! Little's law in its exact form: two ways of keeping the same books.

use super::step_area::{Backwards, StepArea, wide};
use crate::counts::float;
use serde::{Deserialize, Serialize};

/// What cannot be entered in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LittleError {
    /// Entries are made in order of time.
    #[error(transparent)]
    Backwards(#[from] Backwards),
    /// Nobody is there who could leave.
    #[error("somebody leaves at tick {tick}, but nobody is there")]
    NobodyThere {
        /// When.
        tick: u64,
    },
    /// One comes before one goes.
    #[error("somebody is said to have come at tick {arrived}, after tick {tick}")]
    NotYetCome {
        /// When they are said to have come.
        arrived: u64,
        /// The tick of the entry.
        tick: u64,
    },
    /// Those who say that they are there are not as many as were counted.
    #[error("{told} say that they are there, but {counted} were counted")]
    OtherNumber {
        /// How many say so.
        told: u64,
        /// How many came and did not leave.
        counted: u64,
    },
}

impl LittleError {
    /// What the reader can do, as an imperative.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Backwards(error) => error.help(),
            Self::NobodyThere { .. } => "tell of everybody who comes, also of those there at the beginning",
            Self::NotYetCome { .. } => "give the tick at which each one came",
            Self::OtherNumber { .. } => "tell every coming and leaving, and everybody who is there",
        }
    }
}

/// Counts how many are there, tick by tick, and adds up how long each stayed, from what each one's own record
/// says. [`Little::holds`] tells whether the two agree to the tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LittleCheck {
    begin: u64,
    area: StepArea,
    arrived: u64,
    departed: u64,
    finished: i128,
    before: i128,
}

impl LittleCheck {
    /// Opens the books at tick `begin`, with nobody there.
    pub const fn new(begin: u64) -> Self {
        Self {
            begin,
            area: StepArea::new(begin, 0),
            arrived: 0,
            departed: 0,
            finished: 0,
            before: 0,
        }
    }

    /// Somebody was there at the beginning, having come at `arrived`. Told before anything else.
    pub fn already_there(&mut self, arrived: u64) -> Result<(), LittleError> {
        let tick = self.begin;
        let Some(waited) = tick.checked_sub(arrived) else {
            return Err(LittleError::NotYetCome { arrived, tick });
        };
        self.area.set(tick, self.area.level() + 1)?;
        self.before += i128::from(waited);
        Ok(())
    }

    /// Somebody comes at `tick`.
    pub fn arrive(&mut self, tick: u64) -> Result<(), LittleError> {
        self.area.set(tick, self.area.level() + 1)?;
        self.arrived += 1;
        Ok(())
    }

    /// Somebody leaves at `tick`, who says to have come at `arrived`.
    pub fn depart(&mut self, arrived: u64, tick: u64) -> Result<(), LittleError> {
        let Some(stayed) = tick.checked_sub(arrived) else {
            return Err(LittleError::NotYetCome { arrived, tick });
        };
        let Some(left) = self.area.level().checked_sub(1) else {
            return Err(LittleError::NobodyThere { tick });
        };
        self.area.set(tick, left)?;
        self.departed += 1;
        self.finished += i128::from(stayed);
        Ok(())
    }

    /// The balance at tick `end`, where those still there say to have come at `present`. The books stay open.
    ///
    /// # Complexity
    /// Linear in those present; every entry before takes constant time and nobody is kept.
    pub fn balance(&self, end: u64, present: impl IntoIterator<Item = u64>) -> Result<Little, LittleError> {
        let area = self.area.area_until(end)?;
        let (mut unfinished, mut told) = (0, 0);
        for arrived in present {
            let Some(stayed) = end.checked_sub(arrived) else {
                return Err(LittleError::NotYetCome { arrived, tick: end });
            };
            unfinished += i128::from(stayed);
            told += 1;
        }
        let counted = self.area.level();
        if told != counted {
            return Err(LittleError::OtherNumber { told, counted });
        }
        Ok(Little {
            ticks: end - self.begin,
            arrived: self.arrived,
            departed: self.departed,
            present: counted,
            area,
            finished: self.finished,
            unfinished,
            before: self.before,
        })
    }
}

/// The balance of a [`LittleCheck`]: `area + before = finished + unfinished`, in ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Little {
    /// How long the books were open.
    pub ticks: u64,
    /// How many came.
    pub arrived: u64,
    /// How many left.
    pub departed: u64,
    /// How many are there at the end.
    pub present: u64,
    /// The number there, summed over all ticks.
    pub area: u128,
    /// The stays of all who left, each from its own beginning.
    pub finished: i128,
    /// The stays, so far, of all who are there at the end.
    pub unfinished: i128,
    /// What those there at the beginning had stayed before it.
    pub before: i128,
}

impl Little {
    /// Whether both ways come to the same: L = λW with its boundary terms.
    pub fn holds(&self) -> bool {
        i128::try_from(self.area).is_ok_and(|area| area + self.before == self.finished + self.unfinished)
    }

    /// L: how many were there on average; none where no time has passed.
    pub fn mean_present(&self) -> Option<f64> {
        (self.ticks > 0).then(|| wide(self.area) / float(self.ticks))
    }

    /// λ: how many came in a tick on average; none where no time has passed.
    pub fn arrival_rate(&self) -> Option<f64> {
        (self.ticks > 0).then(|| float(self.arrived) / float(self.ticks))
    }

    /// W: how long each stayed on average of those who left, in ticks; none where nobody did.
    ///
    /// λW is L up to the boundary: those who were there at the beginning and at the end.
    pub fn mean_stay(&self) -> Option<f64> {
        let finished = u128::try_from(self.finished).unwrap_or(0);
        (self.departed > 0).then(|| wide(finished) / float(self.departed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn honest_books_balance_and_a_wrong_stamp_shows(
            there in prop::collection::vec(1_u64..50, 0..4),
            moves in prop::collection::vec((0_u64..9, any::<bool>(), any::<prop::sample::Index>()), 1..40),
        ) {
            let mut books = LittleCheck::new(50);
            let mut present = there.clone();
            for arrived in there {
                books.already_there(arrived).unwrap();
            }
            let mut now = 50;
            for (later, leaves, whom) in moves {
                now += later;
                if leaves && !present.is_empty() {
                    let arrived = present.swap_remove(whom.index(present.len()));
                    books.depart(arrived, now).unwrap();
                } else {
                    present.push(now);
                    books.arrive(now).unwrap();
                }
                prop_assert!(books.balance(now + 3, present.iter().copied()).unwrap().holds());
            }
            // Somebody's own record is wrong by one tick.
            if let Some(stamp) = present.first_mut() {
                *stamp -= 1;
                prop_assert!(!books.balance(now + 3, present.iter().copied()).unwrap().holds());
                let arrived = present.swap_remove(0);
                books.depart(arrived, now).unwrap();
                prop_assert!(!books.balance(now, present.iter().copied()).unwrap().holds());
            }
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let mut books = LittleCheck::new(10);
        assert_eq!(books.depart(3, 12), Err(LittleError::NobodyThere { tick: 12 }));
        assert_eq!(
            books.already_there(11),
            Err(LittleError::NotYetCome {
                arrived: 11,
                tick: 10
            })
        );
        books.arrive(12).unwrap();
        assert!(matches!(books.arrive(11), Err(LittleError::Backwards(_))));
        assert!(matches!(
            books.depart(13, 12),
            Err(LittleError::NotYetCome { .. })
        ));
        books.depart(12, 15).unwrap();
        assert_eq!(
            books.balance(20, [13]),
            Err(LittleError::OtherNumber { told: 1, counted: 0 })
        );
        let little = books.balance(20, []).unwrap();
        assert_eq!((little.area, little.finished, little.ticks), (3, 3, 10));
        assert_eq!(
            (little.arrival_rate(), little.mean_stay()),
            (Some(0.1), Some(3.0))
        );
    }
}
