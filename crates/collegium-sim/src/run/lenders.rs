//! Who can help, with how much, and how much of it is taken.

use crate::{
    scenario::{Capacity, Reading, Scenario},
    view::{Free, GiverHandle, Waiting},
};
use collegium_model::{id::SchoolId, place::Place, quantity::Metres};

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

    /// The same where help goes no farther than so.
    ///
    /// Complexity: schools × those within three cells of a grid as wide as `farthest`.
    pub(super) fn within(mut self, places: &[Place], farthest: Metres) -> Self {
        let givers: Vec<_> = self.all.iter().filter_map(|it| it.school).zip(0_u32..).collect();
        let grid = Grid::new(places, &givers, farthest);
        let of = places.iter().map(|place| grid.near(*place)).collect();
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
        let mut near: Vec<_> = near.collect();
        near.sort_unstable_by_key(|(giver, distance)| (*distance, *giver));
        of.push(near);
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

impl Scenario {
    /// Whether one pool holds all capacity.
    pub(crate) const fn is_pooled(&self) -> bool {
        match &self.capacity {
            Capacity::CentralTeam { .. } => true,
            Capacity::Schools { reading, .. } => matches!(reading, Reading::Pooled | Reading::Membership),
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

/// Givers by cells as wide as help goes, so that all within reach lie in nine of them.
struct Grid<'a> {
    places: &'a [Place],
    farthest: Metres,
    across: usize,
    cells: Vec<Vec<(u32, u32)>>,
}

impl<'a> Grid<'a> {
    fn new(places: &'a [Place], givers: &[(u32, u32)], farthest: Metres) -> Self {
        let widest = Place::NORTH_EDGE.max(Place::EAST_EDGE);
        let width = farthest.0.max(widest / 1_000 + 1);
        let across = (widest / width + 1) as usize;
        let mut grid = Self {
            places,
            farthest: Metres(farthest.0),
            across,
            cells: vec![Vec::new(); across * across],
        };
        for (school, giver) in givers {
            if let Some(place) = places.get(*school as usize) {
                let (east, north) = grid.cell(*place);
                if let Some(cell) = grid.cells.get_mut(north * across + east) {
                    cell.push((*giver, *school));
                }
            }
        }
        grid
    }

    fn cell(&self, place: Place) -> (usize, usize) {
        let widest = Place::NORTH_EDGE.max(Place::EAST_EDGE);
        let width = self.farthest.0.max(widest / 1_000 + 1);
        (
            (place.easting().0 / width) as usize,
            (place.northing().0 / width) as usize,
        )
    }

    fn near(&self, from: Place) -> Vec<(u32, Metres)> {
        let (east, north) = self.cell(from);
        let around = |at: usize| at.saturating_sub(1)..=(at + 1).min(self.across - 1);
        let cells = around(north).flat_map(|north| around(east).map(move |east| (north, east)));
        let mut found: Vec<_> = cells
            .filter_map(|(north, east)| self.cells.get(north * self.across + east))
            .flatten()
            .filter_map(|(giver, school)| {
                let distance = from.distance(*self.places.get(*school as usize)?);
                (distance <= self.farthest).then_some((*giver, distance))
            })
            .collect();
        found.sort_unstable_by_key(|(giver, distance)| (*distance, *giver));
        found
    }
}
