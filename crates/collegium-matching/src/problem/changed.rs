//! A problem with one thing changed, for questions about it: nothing is read or sorted again.

use super::{GiverIndex, Problem, TakerIndex, count, find, limits::Groups};
use crate::remedy::Change;

impl Problem {
    /// The same problem without that pair; as it is, if the two are none. Where it must be used, it still must.
    pub(crate) fn without_pair(&self, giver: GiverIndex, taker: TakerIndex) -> Self {
        let mut rest = self.clone();
        rest.retain_pairs(|it| it != (giver, taker));
        rest
    }

    /// What is left of a problem once that pair is used, and how many required pairs cannot be beside it: those
    /// of the giver with other slots of the same team. None where a limit leaves no unit for it.
    pub(crate) fn settled(&self, giver: GiverIndex, taker: TakerIndex) -> Option<(Self, u64)> {
        let team = self.team_of(taker);
        let is_left = |(other_giver, other_taker): (GiverIndex, TakerIndex)| {
            let is_slot = other_taker == taker || (team.is_some() && self.team_of(other_taker) == team);
            other_giver != giver || !is_slot
        };
        let mut rest = self.clone();
        rest.retain_pairs(is_left);
        let is_asked = |&(taker, giver): &(u32, u32)| is_left((GiverIndex(giver), TakerIndex(taker)));
        rest.limits.required.retain(is_asked);
        let settled = self.limits.required.len() - rest.limits.required.len();
        let lost = settled as u64 - u64::from(self.is_required(giver, taker));

        let limits = &mut rest.limits;
        let giver_groups = self.groups_of_giver(giver).map(|group| group.index);
        let taker_groups = self.groups_of_taker(taker).map(|group| group.index);
        take_unit(&mut rest.capacities, &mut limits.giver_minimums, giver.at())?;
        take_unit(&mut rest.demands, &mut limits.taker_minimums, taker.at())?;
        for (groups, of) in [
            (&mut limits.giver_groups, giver_groups.collect::<Vec<_>>()),
            (&mut limits.taker_groups, taker_groups.collect()),
        ] {
            for group in of {
                take_unit(&mut groups.maximums, &mut groups.minimums, group.at())?;
            }
        }
        Some((rest, lost))
    }

    /// The same problem with that change; none where it names what is not there.
    pub(crate) fn changed(&self, change: &Change) -> Option<Self> {
        let mut problem = self.clone();
        let limits = &mut problem.limits;
        let raised = |most: &mut u32, by: u32| *most = most.saturating_add(by);
        match change {
            Change::Capacity { giver, by } => {
                raised(&mut problem.capacities[self.find_giver(giver)?.at()], *by);
            }
            Change::GiverGroup { group, by } => {
                let groups = &mut limits.giver_groups;
                raised(&mut groups.maximums[find(&groups.ids, group)? as usize], *by);
            }
            Change::TakerGroup { group, by } => {
                let groups = &mut limits.taker_groups;
                raised(&mut groups.maximums[find(&groups.ids, group)? as usize], *by);
            }
            Change::NoGiverMinimum { id } => {
                let giver = self.find_giver(id).map(GiverIndex::at);
                no_minimum(&mut limits.giver_minimums, &mut limits.giver_groups, giver, id)?;
            }
            Change::NoTakerMinimum { id } => {
                let taker = self.find_taker(id).map(TakerIndex::at);
                no_minimum(&mut limits.taker_minimums, &mut limits.taker_groups, taker, id)?;
            }
            Change::NotRequired { giver, taker } => {
                let pair = (self.find_taker(taker)?.0, self.find_giver(giver)?.0);
                limits.required.remove(&pair).then_some(())?;
            }
            Change::Farther { giver, taker, .. } => {
                let pair = (self.find_taker(taker)?.0, self.find_giver(giver)?.0);
                let score = problem.ways.too_far.remove(&pair)?;
                problem.insert_pair(pair, score);
            }
            Change::Allowed { giver, taker } => {
                let pair = (self.find_taker(taker)?.0, self.find_giver(giver)?.0);
                self.ways.apart(pair).within(self.ways.limit).ok()?;
                let score = problem.forbidden.remove(&pair)?;
                problem.insert_pair(pair, score);
            }
        }
        Some(problem)
    }

    /// Sets a capacity.
    pub(crate) fn set_capacity(&mut self, giver: GiverIndex, capacity: u32) {
        self.capacities[giver.at()] = capacity;
    }

    /// Sets a demand.
    pub(crate) fn set_demand(&mut self, taker: TakerIndex, demand: u32) {
        self.demands[taker.at()] = demand;
    }

    /// Sets the score of a pair; a new pair if the two are none.
    pub(crate) fn set_score(&mut self, giver: GiverIndex, taker: TakerIndex, score: crate::score::Score) {
        let row = self.row(taker);
        match self.pair_givers[row.clone()].binary_search(&giver.0) {
            Ok(at) => self.pair_scores[row.start + at] = score,
            Err(_) => self.insert_pair((taker.0, giver.0), score),
        }
    }

    /// Adds a pair that is none yet.
    fn insert_pair(&mut self, (taker, giver): (u32, u32), score: crate::score::Score) {
        let row = self.row(TakerIndex(taker));
        let at = row.start + self.pair_givers[row].partition_point(|other| *other < giver);
        self.pair_givers.insert(at, giver);
        self.pair_scores.insert(at, score);
        for start in &mut self.row_starts[taker as usize + 1..] {
            *start += 1;
        }
    }

    fn retain_pairs(&mut self, is_left: impl Fn((GiverIndex, TakerIndex)) -> bool) {
        let stays = |(taker, giver): (u32, u32)| is_left((GiverIndex(giver), TakerIndex(taker)));
        let (mut givers, mut scores, mut starts) = (Vec::new(), Vec::new(), vec![0]);
        for (taker, row) in (0_u32..).zip(self.row_starts.windows(2)) {
            for at in row[0] as usize..row[1] as usize {
                if stays((taker, self.pair_givers[at])) {
                    givers.push(self.pair_givers[at]);
                    scores.push(self.pair_scores[at]);
                }
            }
            starts.push(count(givers.len()));
        }
        (self.pair_givers, self.pair_scores, self.row_starts) = (givers, scores, starts);
        self.present.pairs.retain(|pair| stays(*pair));
    }
}

/// One unit less of what one has at most, and of its minimum, if there is one.
fn take_unit(most: &mut [u32], minimums: &mut [u32], at: usize) -> Option<()> {
    most[at] = most[at].checked_sub(1)?;
    if let Some(minimum) = minimums.get_mut(at) {
        *minimum = minimum.saturating_sub(1);
    }
    Some(())
}

/// Sets the minimum of a member, or else of the group of that id, to nothing.
fn no_minimum(minimums: &mut [u32], groups: &mut Groups, member: Option<usize>, id: &str) -> Option<()> {
    let minimum = match member {
        Some(member) => minimums.get_mut(member)?,
        None => &mut groups.minimums[find(&groups.ids, id)? as usize],
    };
    *minimum = 0;
    Some(())
}
