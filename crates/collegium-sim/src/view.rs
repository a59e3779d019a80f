//! What a policy sees: what was reported and declared, never how schools truly fare.

use crate::{
    run::{Lenders, Need, Pairs, Truth},
    tick::Tick,
};
use collegium_model::{need::Severity, quantity::Metres};
use serde::{Deserialize, Serialize};

/// A need, as a policy names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NeedHandle(pub(crate) u32);

/// A giver, as a policy names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GiverHandle(pub(crate) u32);

impl NeedHandle {
    /// The need of a number, as a policy outside names it.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number: the same for the same need throughout a run.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl GiverHandle {
    /// The giver of a number, as a policy outside names it.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number: the same for the same giver throughout a run.
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// A need that waits for help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// The need.
    pub need: NeedHandle,
    /// Its school, as a number.
    pub school: u32,
    /// The kind of school, as an index into the scenario's.
    pub kind: u32,
    /// The area of the school.
    pub area: u8,
    /// How serious it was found to be.
    pub severity: Severity,
    /// When it became known.
    pub known: Tick,
    /// Since when it waits; later than `known` where help was broken off.
    pub since: Tick,
    /// Deployments that it still lacks.
    pub lacks: u16,
    /// Pupils of the school.
    pub pupils: u32,
    /// Whether the school was seen in need when last looked at. Where schools change by steps, one in good
    /// order can be helped, too.
    pub in_need: bool,
    /// Whether its school gives up now, unless it is helped at once.
    pub is_leaving: bool,
    pub(crate) condition: u32,
}

/// A giver with room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    /// The giver.
    pub giver: GiverHandle,
    /// Deployments that it has room for.
    pub room: u16,
    /// How far it is from the need that was asked about; none where distance does not matter.
    pub distance: Option<Metres>,
}

/// For whom help is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// For all that wait.
    #[default]
    Anybody,
    /// Only for those that became known this moment.
    WhoComes,
    /// Only for those whose school gives up now.
    WhoLeaves,
}

/// What is known at one moment.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub(crate) now: Tick,
    pub(crate) waiting: &'a [Waiting],
    pub(crate) lenders: &'a Lenders,
    pub(crate) needs: &'a [Need],
    pub(crate) pairs: Option<&'a Pairs>,
    pub(crate) asking: Asking,
    pub(crate) truth: Option<Truth<'a>>,
}

impl<'a> View<'a> {
    /// The moment.
    pub const fn now(&self) -> Tick {
        self.now
    }

    /// Needs that wait, the one that waits longest first.
    pub const fn waiting(&self) -> &'a [Waiting] {
        self.waiting
    }

    /// Deployments for which there is room, in all.
    pub fn room(&self) -> u32 {
        self.lenders.room()
    }

    /// The same moment, where help is asked only for some.
    #[must_use]
    pub const fn asking(self, asking: Asking) -> Self {
        Self { asking, ..self }
    }

    /// Givers with room for a need, the nearest first, then by number. Where schools swap help, those whose needs
    /// can be swapped with it, the one that waits longest first.
    pub fn givers_for(&self, waiting: &Waiting) -> impl Iterator<Item = Free> + use<'a> {
        let (view, waiting) = (*self, *waiting);
        let tried = self
            .needs
            .get(waiting.need.0 as usize)
            .map_or(&[][..], |need| &need.tried);
        let lends = self.pairs.is_none() && self.may_ask(&waiting);
        let lenders = lends.then(|| self.lenders.free_for(&waiting, tried));
        let others = self.pairs.map_or(&[][..], |_| self.waiting).iter();
        let swaps = others.filter(move |other| view.can_swap(&waiting, other));
        let swaps = swaps.map(|other| Free {
            giver: GiverHandle(other.school),
            room: 1,
            distance: None,
        });
        lenders.into_iter().flatten().chain(swaps)
    }

    /// Whether schools swap help, so that each placement brings another in return.
    pub const fn is_swapped(&self) -> bool {
        self.pairs.is_some()
    }

    /// Whether each of two needs can be helped by the school of the other, and one of them may ask.
    pub fn can_swap(&self, one: &Waiting, other: &Waiting) -> bool {
        let may_ask = self.may_ask(one) || self.may_ask(other);
        may_ask && self.pairs.is_some_and(|pairs| pairs.can_swap(one, other))
    }

    fn may_ask(&self, it: &Waiting) -> bool {
        let asks = match self.asking {
            Asking::Anybody => true,
            Asking::WhoComes => it.known == self.now,
            Asking::WhoLeaves => it.is_leaving,
        };
        asks && self.pairs.is_none_or(|pairs| pairs.may_ask(it))
    }

    /// For a clairvoyant policy: hazard that is left until the need is met, in mean times to recovery; none
    /// where the need is not truly there, and none for any other policy.
    pub fn foreseen(&self, waiting: &Waiting) -> Option<f64> {
        self.truth?.hazard_left(waiting.condition, self.now)
    }
}
