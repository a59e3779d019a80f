//! Gathers minimum loads, groups and required pairs, and checks them against the rest.

use super::{At, FoundFault, ProblemBuilder, Rows};
use crate::problem::{
    FaultKind, GroupIndex, List,
    apart::Ways,
    count,
    limits::{Groups, Limits, Present},
};
use crate::score::Score;
use std::collections::BTreeMap;

/// Which of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sided {
    Givers,
    Takers,
}

/// What was told beyond givers, takers and pairs.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    givers: OfSide,
    takers: OfSide,
    required: Vec<(String, String, At)>,
    present: Vec<(String, String, At)>,
    change_price: Score,
}

#[derive(Clone, Debug, Default)]
struct OfSide {
    groups: Vec<GroupRecord>,
    minimums: Vec<(String, u32, At)>,
    /// A member, or a group, and the group in which it lies.
    memberships: Vec<(String, String, At)>,
    /// A group could not be read, so that an unknown id may be its.
    incomplete: bool,
}

#[derive(Clone, Debug)]
struct GroupRecord {
    id: String,
    maximum: u32,
    is_team: bool,
    at: At,
}

impl Gathered {
    pub(super) fn lost_groups(&mut self, side: Sided) {
        self.side(side).incomplete = true;
    }

    fn side(&mut self, side: Sided) -> &mut OfSide {
        match side {
            Sided::Givers => &mut self.givers,
            Sided::Takers => &mut self.takers,
        }
    }
}

/// What was gathered by calls.
impl ProblemBuilder {
    /// Units that a giver, or a group of givers, should give at least. A plan keeps as many of all minimum
    /// units as any plan can, before anything else.
    pub fn giver_minimum(&mut self, giver: &str, units: u32) -> &mut Self {
        let at = self.call(List::Minimums);
        self.add_minimum(at, Sided::Givers, giver, units);
        self
    }

    /// Units that a taker, or a group of takers, should receive at least.
    pub fn taker_minimum(&mut self, taker: &str, units: u32) -> &mut Self {
        let at = self.call(List::Minimums);
        self.add_minimum(at, Sided::Takers, taker, units);
        self
    }

    /// A group of givers that together give `capacity` units at most, such as the people of one school.
    pub fn giver_group(&mut self, id: &str, capacity: u32) -> &mut Self {
        let at = self.call(List::GiverGroups);
        self.add_group(at, Sided::Givers, id, capacity, false);
        self
    }

    /// A group of takers that together receive `demand` units at most, such as the needs of one school.
    pub fn taker_group(&mut self, id: &str, demand: u32) -> &mut Self {
        let at = self.call(List::TakerGroups);
        self.add_group(at, Sided::Takers, id, demand, false);
        self
    }

    /// A team: a group of takers, each a slot of its own kind, in which a giver serves at most once.
    pub fn team(&mut self, id: &str, demand: u32) -> &mut Self {
        let at = self.call(List::TakerGroups);
        self.add_group(at, Sided::Takers, id, demand, true);
        self
    }

    /// A giver, or a group of givers, lies in a group.
    pub fn giver_in(&mut self, giver: &str, group: &str) -> &mut Self {
        let at = self.call(List::Memberships);
        self.add_membership(at, Sided::Givers, giver, group);
        self
    }

    /// A taker, or a group of takers, lies in a group.
    pub fn taker_in(&mut self, taker: &str, group: &str) -> &mut Self {
        let at = self.call(List::Memberships);
        self.add_membership(at, Sided::Takers, taker, group);
        self
    }

    /// A pair that must be used, such as help that is running. A plan uses as many of them as any plan can,
    /// counted with the minimum units; saying so twice is no fault.
    pub fn require(&mut self, giver: &str, taker: &str) -> &mut Self {
        let at = self.call(List::Required);
        self.add_required(at, giver, taker);
        self
    }

    /// A pair of the plan that is at work now, which [`crate::objective::Objective::LeastChange`] would rather
    /// keep. It need not be possible any more.
    pub fn present(&mut self, giver: &str, taker: &str) -> &mut Self {
        let at = self.call(List::Present);
        self.add_present(at, giver, taker);
        self
    }

    /// What it counts when a pair of the present plan stays; 0 unless told. Not below zero.
    pub fn change_price(&mut self, price: Score) -> &mut Self {
        self.gathered.change_price = price;
        self
    }

    pub(crate) fn add_present(&mut self, at: At, giver: &str, taker: &str) {
        self.gathered
            .present
            .push((giver.to_owned(), taker.to_owned(), at));
    }

    pub(crate) fn add_minimum(&mut self, at: At, side: Sided, id: &str, units: u32) {
        let minimums = &mut self.gathered.side(side).minimums;
        minimums.push((id.to_owned(), units, at));
    }

    pub(crate) fn add_group(&mut self, at: At, side: Sided, id: &str, maximum: u32, is_team: bool) {
        self.check_id(at, "group", id);
        let id = id.to_owned();
        self.gathered.side(side).groups.push(GroupRecord {
            id,
            maximum,
            is_team,
            at,
        });
    }

    pub(crate) fn add_membership(&mut self, at: At, side: Sided, member: &str, group: &str) {
        let memberships = &mut self.gathered.side(side).memberships;
        memberships.push((member.to_owned(), group.to_owned(), at));
    }

    pub(crate) fn add_required(&mut self, at: At, giver: &str, taker: &str) {
        self.gathered
            .required
            .push((giver.to_owned(), taker.to_owned(), at));
    }

    /// The present plan, by number; what is wrong with its price is told.
    pub(super) fn present_plan(&self, rows: &Rows, faults: &mut Vec<FoundFault>) -> Present {
        let mut present = Present {
            price: self.gathered.change_price,
            ..Present::default()
        };
        for (giver, taker, at) in &self.gathered.present {
            let (Some(giver), Some(taker)) = (rank(&rows.giver_ids, giver), rank(&rows.taker_ids, taker))
            else {
                continue;
            };
            let Some(score) = rows
                .pair(giver, taker)
                .filter(|_| !rows.is_forbidden(giver, taker) && !rows.is_too_far(giver, taker))
            else {
                continue;
            };
            let counted = score.micros().checked_add(present.price.micros());
            if present.price < Score::ZERO || counted.is_none_or(|micros| Score::from_micros(micros).is_err())
            {
                let (column, kind) = (None, FaultKind::ChangePrice { price: present.price });
                faults.push(FoundFault {
                    at: *at,
                    column,
                    kind,
                });
                break;
            }
            present.pairs.insert((taker, giver));
        }
        if present.pairs.is_empty() {
            present.price = Score::ZERO;
        }
        present
    }

    /// All limits, by number; what is wrong with them is told.
    pub(super) fn limits(&self, rows: &Rows, ways: &Ways, faults: &mut Vec<FoundFault>) -> Limits {
        let givers = self.gathered.givers.checked(self, Sided::Givers, rows, faults);
        let takers = self.gathered.takers.checked(self, Sided::Takers, rows, faults);
        let mut limits = Limits {
            giver_minimums: givers.minimums,
            giver_groups: givers.groups,
            taker_minimums: takers.minimums,
            taker_groups: takers.groups,
            ..Limits::default()
        };
        for (giver, taker, at) in &self.gathered.required {
            let known = (rank(&rows.giver_ids, giver), rank(&rows.taker_ids, taker));
            let column = |name: &str| Some(name.to_owned());
            if known.0.is_none() && !self.givers.incomplete {
                let id = giver.clone();
                faults.push(FoundFault {
                    at: *at,
                    column: column("giver"),
                    kind: FaultKind::UnknownGiver { id },
                });
            }
            if known.1.is_none() && !self.takers.incomplete {
                let id = taker.clone();
                faults.push(FoundFault {
                    at: *at,
                    column: column("taker"),
                    kind: FaultKind::UnknownTaker { id },
                });
            }
            let (Some(giver_rank), Some(taker_rank)) = known else {
                continue;
            };
            let (giver, taker) = (giver.clone(), taker.clone());
            if rows.is_forbidden(giver_rank, taker_rank) {
                let kind = FaultKind::RequiredForbidden { giver, taker };
                faults.push(FoundFault {
                    at: *at,
                    column: None,
                    kind,
                });
            } else if let Some(too_far) = ways.too_far((taker_rank, giver_rank)) {
                faults.push(FoundFault {
                    at: *at,
                    column: None,
                    kind: FaultKind::RequiredTooFar {
                        giver,
                        taker,
                        too_far,
                    },
                });
            } else if rows.pair(giver_rank, taker_rank).is_none() {
                let kind = FaultKind::RequiredNotAPair { giver, taker };
                faults.push(FoundFault {
                    at: *at,
                    column: None,
                    kind,
                });
            } else {
                limits.required.insert((taker_rank, giver_rank));
            }
        }
        limits
    }
}

/// The limits of one side, by number.
struct Checked {
    minimums: Vec<u32>,
    groups: Groups,
}

/// What an id of one side names.
#[derive(Clone, Copy)]
enum Named {
    Member(u32),
    Group(GroupIndex),
}

/// One side as it was declared, with its groups, while limits are checked against it.
struct Checking<'a> {
    builder: &'a ProblemBuilder,
    side: Sided,
    ids: &'a [Box<str>],
    /// Capacities or demands.
    most: &'a [u32],
    groups: Groups,
    /// Whether an unknown id may be that of a group that could not be read.
    groups_incomplete: bool,
    faults: &'a mut Vec<FoundFault>,
}

impl OfSide {
    fn checked(
        &self,
        builder: &ProblemBuilder,
        side: Sided,
        rows: &Rows,
        faults: &mut Vec<FoundFault>,
    ) -> Checked {
        let (ids, most) = match side {
            Sided::Givers => (&rows.giver_ids, &rows.capacities),
            Sided::Takers => (&rows.taker_ids, &rows.demands),
        };
        let groups = Groups::default();
        let mut checking = Checking {
            builder,
            side,
            ids,
            most,
            groups,
            groups_incomplete: self.incomplete,
            faults,
        };
        checking.list(&self.groups);
        let minimums = checking.minimums(&self.minimums);
        checking.memberships(&self.memberships);
        let groups = checking.groups;
        Checked { minimums, groups }
    }
}

impl Checking<'_> {
    fn tell(&mut self, at: At, kind: FaultKind) {
        let column = None;
        self.faults.push(FoundFault { at, column, kind });
    }

    fn declared(&self) -> &super::Side {
        match self.side {
            Sided::Givers => &self.builder.givers,
            Sided::Takers => &self.builder.takers,
        }
    }

    /// What `id` names; where it is unknown, that is told.
    fn named(&mut self, id: &str, at: At) -> Option<Named> {
        let group = rank(&self.groups.ids, id).map(|group| Named::Group(GroupIndex(group)));
        let named = group.or_else(|| rank(self.ids, id).map(Named::Member));
        if named.is_none() && !self.declared().incomplete && !self.groups_incomplete {
            let id = id.to_owned();
            let kind = match self.side {
                Sided::Givers => FaultKind::UnknownGiver { id },
                Sided::Takers => FaultKind::UnknownTaker { id },
            };
            self.tell(at, kind);
        }
        named
    }

    /// Every group once, by id.
    fn list(&mut self, records: &[GroupRecord]) {
        let mut listed: BTreeMap<&str, &GroupRecord> = BTreeMap::new();
        for group in records {
            let same = listed.get(group.id.as_str()).map(|first| first.at);
            if let Some(first) = same.or_else(|| self.declared().declared_at(&group.id)) {
                let (id, first) = (group.id.clone(), self.builder.place(first, None));
                self.tell(group.at, FaultKind::DuplicateGroup { id, first });
            } else {
                listed.insert(&group.id, group);
            }
        }
        self.groups = Groups {
            ids: listed.keys().map(|id| (*id).into()).collect(),
            minimums: vec![0; listed.len()],
            maximums: listed.values().map(|group| group.maximum).collect(),
            within: vec![None; listed.len()],
            is_team: listed.values().map(|group| group.is_team).collect(),
            of: vec![None; if listed.is_empty() { 0 } else { self.ids.len() }],
        };
    }

    /// The minimum of each member; those of groups are noted with them.
    fn minimums(&mut self, records: &[(String, u32, At)]) -> Vec<u32> {
        let mut minimums = vec![0; self.ids.len()];
        let mut first_at: BTreeMap<&str, At> = BTreeMap::new();
        for (id, minimum, at) in records {
            let Some(named) = self.named(id, *at) else {
                continue;
            };
            if let Some(first) = first_at.insert(id, *at) {
                let (id, first) = (id.clone(), self.builder.place(first, None));
                self.tell(*at, FaultKind::DuplicateMinimum { id, first });
                continue;
            }
            let (kept, most) = match named {
                Named::Member(member) => (&mut minimums[member as usize], self.most[member as usize]),
                Named::Group(group) => (
                    &mut self.groups.minimums[group.at()],
                    self.groups.maximums[group.at()],
                ),
            };
            *kept = *minimum;
            if *minimum > most {
                let (id, minimum) = (id.clone(), *minimum);
                self.tell(*at, FaultKind::MinimumAbove { id, minimum, most });
            }
        }
        if minimums.iter().all(|minimum| *minimum == 0) {
            minimums.clear();
        }
        minimums
    }

    /// Who lies in which group, and that no group lies within itself.
    fn memberships(&mut self, records: &[(String, String, At)]) {
        let mut first_at: BTreeMap<&str, At> = BTreeMap::new();
        for (member, group, at) in records {
            let Some(within) = rank(&self.groups.ids, group).map(GroupIndex) else {
                if !self.groups_incomplete {
                    let id = group.clone();
                    self.tell(*at, FaultKind::UnknownGroup { id });
                }
                continue;
            };
            let Some(named) = self.named(member, *at) else {
                continue;
            };
            if let Some(first) = first_at.insert(member, *at) {
                let (id, first) = (member.clone(), self.builder.place(first, None));
                self.tell(*at, FaultKind::InTwoGroups { id, first });
                continue;
            }
            match named {
                Named::Member(member) => self.groups.of[member as usize] = Some(within),
                Named::Group(inner) => self.groups.within[inner.at()] = Some(within),
            }
        }
        for (group, at) in first_at {
            let Some(start) = rank(&self.groups.ids, group) else {
                continue;
            };
            let next = |group: &u32| self.groups.within[*group as usize].map(|within| within.0);
            let mut way = std::iter::successors(next(&start), next).take(self.groups.ids.len());
            if way.any(|group| group == start) {
                let id = group.to_owned();
                self.tell(at, FaultKind::GroupInItself { id });
            }
        }
    }
}

pub(super) fn rank(ids: &[Box<str>], id: &str) -> Option<u32> {
    ids.binary_search_by(|probe| (**probe).cmp(id)).ok().map(count)
}
