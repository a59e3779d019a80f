//! Who can help, with how much, and how much of it is taken.

use crate::{
    scenario::{Capacity, Reading, Scenario},
    view::{Free, GiverHandle, Waiting},
};
use collegium_model::{id::SchoolId, neighbourhood::Neighbourhood, place::Place, quantity::Metres};

/// Givers of a run.
#[derive(Clone, Debug)]
pub struct Lenders {
    all: Vec<Lender>,
    /// Room of all together.
    room: u32,
    reach: Reach,
}

/// One giver.
#[derive(Clone, Debug)]
pub(crate) struct Lender {
    pub id: SchoolId,
    /// Its school, as an index; none for a central team.
    pub school: Option<u32>,
    /// What it can have at once.
    pub at_once: u16,
    /// What is taken of it.
    pub held: u16,
}

impl Lender {
    const fn room(&self) -> u16 {
        self.at_once.saturating_sub(self.held)
    }
}

/// Who is near whom.
#[derive(Clone, Debug)]
enum Reach {
    /// Distance does not matter.
    Everywhere,
    /// Givers within reach of each school, the nearest first.
    Near {
        farthest: Metres,
        of: Vec<Vec<(u32, Metres)>>,
    },
}

impl Lenders {
    /// Givers of which nobody has declared anything.
    pub(super) fn new(all: Vec<Lender>) -> Self {
        Self {
            all,
            room: 0,
            reach: Reach::Everywhere,
        }
    }

    /// Takes one in that comes later. Givers stay in the order of their schools.
    pub(super) fn join(&mut self, lender: Lender) {
        self.all.push(lender);
    }

    /// The same where help goes no farther than so.
    ///
    /// Complexity: for each school, the givers near it.
    pub(super) fn within(mut self, places: &[Place], farthest: Metres) -> Self {
        let place = |giver: &Lender| places.get(giver.school? as usize).copied();
        let givers = (0..)
            .zip(&self.all)
            .filter_map(|(number, it)| Some((number, place(it)?)));
        let neighbourhood = Neighbourhood::new(farthest, givers);
        let near = |from: &Place| by_distance(neighbourhood.near(*from).collect());
        let of = places.iter().map(near).collect();
        self.reach = Reach::Near { farthest, of };
        self
    }

    /// Finds who is near one school more; nothing where distance does not matter.
    pub(super) fn reach_from(&mut self, place: Place, places: &[Place]) {
        let Reach::Near { farthest, of } = &mut self.reach else {
            return;
        };
        let givers = (0..).zip(&self.all);
        let near = givers.filter_map(|(giver, lender)| {
            let distance = place.distance(*places.get(lender.school? as usize)?);
            (distance <= *farthest).then_some((giver, distance))
        });
        of.push(by_distance(near.collect()));
    }

    pub(super) fn get(&self, giver: u32) -> Option<&Lender> {
        self.all.get(giver as usize)
    }

    /// Their ids, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = SchoolId> {
        self.all.iter().map(|it| it.id)
    }

    /// The giver that a school is.
    pub(super) fn of_school(&self, school: u32) -> Option<u32> {
        let found = self
            .all
            .binary_search_by_key(&Some(school), |it| it.school)
            .ok()?;
        u32::try_from(found).ok()
    }

    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.all.len()).unwrap_or(u32::MAX)
    }

    pub(crate) const fn room(&self) -> u32 {
        self.room
    }

    /// Sets what a giver can have at once; what it was.
    pub(super) fn set(&mut self, giver: u32, at_once: u16) -> u16 {
        let Some(lender) = self.all.get_mut(giver as usize) else {
            return 0;
        };
        let (before, was) = (lender.room(), lender.at_once);
        lender.at_once = at_once;
        self.room = self.room - u32::from(before) + u32::from(lender.room());
        was
    }

    /// Takes a place of a giver, or gives one back.
    pub(super) fn hold(&mut self, giver: u32, taken: bool) {
        let Some(lender) = self.all.get_mut(giver as usize) else {
            return;
        };
        let before = lender.room();
        lender.held = if taken {
            lender.held + 1
        } else {
            lender.held.saturating_sub(1)
        };
        self.room = self.room - u32::from(before) + u32::from(lender.room());
    }

    /// Whether help of a giver goes to a school, whatever it has taken.
    pub(super) fn reaches(&self, giver: u32, school: u32) -> bool {
        let is_near = match &self.reach {
            Reach::Everywhere => true,
            Reach::Near { of, .. } => of
                .get(school as usize)
                .is_some_and(|near| near.iter().any(|(it, _)| *it == giver)),
        };
        is_near && self.get(giver).is_some_and(|it| it.school != Some(school))
    }

    /// Givers with room for a need that were not tried, the nearest first, then by number.
    pub(crate) fn free_for<'a>(
        &'a self,
        waiting: &Waiting,
        tried: &'a [u32],
    ) -> impl Iterator<Item = Free> + use<'a> {
        let school = waiting.school;
        let (everywhere, near) = match &self.reach {
            Reach::Everywhere => (0..self.len(), &[][..]),
            Reach::Near { of, .. } => (0..0, of.get(school as usize).map_or(&[][..], Vec::as_slice)),
        };
        let near = near.iter().map(|(giver, metres)| (*giver, Some(*metres)));
        let all = everywhere.map(|giver| (giver, None)).chain(near);
        all.filter_map(move |(giver, distance)| {
            let lender = self.get(giver)?;
            let room = lender.room();
            let may = room > 0 && lender.school != Some(school) && !tried.contains(&giver);
            may.then_some(Free {
                giver: GiverHandle(giver),
                room,
                distance,
            })
        })
    }
}

/// The nearest first, then by number.
fn by_distance(mut near: Vec<(u32, Metres)>) -> Vec<(u32, Metres)> {
    near.sort_unstable_by_key(|(giver, distance)| (*distance, *giver));
    near
}

impl Scenario {
    /// Whether one pool holds all capacity.
    pub(crate) const fn is_pooled(&self) -> bool {
        match &self.capacity {
            Capacity::CentralTeam { .. } => true,
            Capacity::Schools { reading, .. } => matches!(reading, Reading::Pooled | Reading::Membership),
            Capacity::Pairs { .. } => false,
        }
    }

    /// Deployments that each need asks for.
    pub(super) fn units_of_need(&self) -> u16 {
        match &self.capacity {
            Capacity::Schools {
                reading: Reading::Team,
                ratio,
                ..
            } => u16::try_from(ratio.count()).unwrap_or(u16::MAX),
            _ => 1,
        }
    }
}
