//! Swaps: two schools that wait and can help each other, and schools that give up waiting.

use super::{Happening, Key, Run, RunFailed, knowing::Outcome, truth};
use crate::{
    rows::Rows,
    scenario::{Capacity, Choosing, Scenario},
    view::Waiting,
};

/// Who can swap help with whom.
#[derive(Clone, Debug)]
pub(crate) struct Pairs {
    key: Key,
    /// The chance by the kinds of two schools.
    chances: Vec<Vec<f64>>,
    /// The kind of which schools are that may ask; any may where there is none.
    asked_by: Option<u32>,
}

impl Pairs {
    /// Those of a scenario in which schools swap.
    pub(super) fn of(scenario: &Scenario, key: Key) -> Option<Self> {
        let Capacity::Pairs {
            compatible,
            between,
            asked_by,
        } = &scenario.capacity
        else {
            return None;
        };
        let number = |name: &str| scenario.schools.iter().position(|kind| kind.name == name);
        let kinds = scenario.schools.len();
        let mut chances = vec![vec![compatible.value; kinds]; kinds];
        for it in between {
            let Some((one, other)) = number(&it.one).zip(number(&it.other)) else {
                continue;
            };
            chances[one][other] = it.compatible.value;
            chances[other][one] = it.compatible.value;
        }
        let asked_by = asked_by.as_deref().and_then(number);
        Some(Self {
            key,
            chances,
            asked_by: asked_by.and_then(|kind| u32::try_from(kind).ok()),
        })
    }

    /// Whether each of two can help the other: a draw of these two, whoever asks and whenever.
    pub(crate) fn can_swap(&self, one: &Waiting, other: &Waiting) -> bool {
        if one.school == other.school || !(self.may_ask(one) || self.may_ask(other)) {
            return false;
        }
        let chances = self.chances.get(one.kind as usize);
        let chance = chances.and_then(|it| it.get(other.kind as usize)).copied();
        let (first, second) = (
            one.condition.min(other.condition),
            one.condition.max(other.condition),
        );
        let luck = self.key.stream("swap", u64::from(first));
        luck.uniform_at(u64::from(second)) < chance.unwrap_or(0.0)
    }

    /// Whether a need is of a school that may ask others to swap.
    pub(crate) fn may_ask(&self, it: &Waiting) -> bool {
        self.asked_by.is_none_or(|kind| kind == it.kind)
    }
}

impl Run<'_> {
    /// The need of a giver that is helped in return, as an index: of those that can be swapped, the one that waits
    /// longest.
    pub(super) fn in_return(&self, pairs: &Pairs, need: u32, giver: u32) -> Option<u32> {
        let school = self.lenders.get(giver)?.school?;
        let asked = self.waiting.iter().find(|it| it.need.number() == need)?;
        let mut all = self.waiting.iter();
        let found = all.find(|it| it.school == school && it.lacks > 0 && pairs.can_swap(asked, it))?;
        Some(found.need.number())
    }

    /// Deployments that a school can lend where schools swap: one for each of its needs that waits, beside those
    /// that it has promised.
    pub(super) fn can_swap_away(&self, giver: u32) -> u16 {
        let Some(lender) = self.lenders.get(giver) else {
            return 0;
        };
        let school = lender.school.and_then(|school| self.schools.get(school as usize));
        let open = school.into_iter().flat_map(truth::School::conditions);
        let waits = open.filter(|it| self.open_need(*it).is_some_and(|need| need.lacks > 0));
        lender
            .held
            .saturating_add(u16::try_from(waits.count()).unwrap_or(u16::MAX))
    }

    /// Draws how long a school that has joined waits before it gives up.
    pub(super) fn put_patience(&mut self, school: u32) {
        let joining = self.scenario.joining.as_ref();
        if let Some(gives_up) = joining.and_then(|it| it.gives_up.as_ref()) {
            let hazard = truth::exponential(self.stream("patience", school).uniform());
            let at = self.now.after(truth::ticks(hazard / gives_up.per_tick()));
            self.put(at, Happening::GivesUp(school));
        }
    }

    /// A school has waited for as long as it would: the policy may help it now, else it leaves. One that was ever
    /// helped, or needs nothing, stays.
    pub(super) fn gives_up(&mut self, school: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        if !self.waits_unhelped(school) {
            return Ok(());
        }
        for it in self.waiting.iter_mut().filter(|it| it.school == school) {
            it.is_leaving = true;
        }
        if self.scenario.choosing == Choosing::AtOnce {
            self.choose(rows)?;
        }
        if !self.waits_unhelped(school) {
            for it in self.waiting.iter_mut().filter(|it| it.school == school) {
                it.is_leaving = false;
            }
            return Ok(());
        }
        let conditions = self.schools.get(school as usize).map(truth::School::conditions);
        for condition in conditions.into_iter().flatten() {
            self.conclude(condition, Outcome::GivenUp, rows)?;
        }
        Ok(())
    }

    /// Whether a school takes part, has a need that is known, and was never helped.
    fn waits_unhelped(&self, school: u32) -> bool {
        let it = self.schools.get(school as usize);
        it.is_some_and(|it| !it.gone && it.known > 0 && it.was_helped == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{tick::Tick, view::NeedHandle};
    use collegium_model::need::Severity;

    fn waiting(number: u32, kind: u32) -> Waiting {
        Waiting {
            need: NeedHandle::new(number),
            school: number,
            kind,
            area: 0,
            severity: Severity::Low,
            known: Tick(0),
            since: Tick(0),
            lacks: 1,
            pupils: 0,
            in_need: true,
            is_leaving: false,
            condition: number,
        }
    }

    #[test]
    fn two_can_swap_whoever_asks_and_as_often_as_is_said() {
        let key = Key {
            seed: 1,
            replication: 0,
        };
        let pairs = Pairs {
            key,
            chances: vec![vec![0.0, 0.25], vec![0.25, 1.0]],
            asked_by: None,
        };
        let all: Vec<_> = (0..80).map(|number| waiting(number, number % 2)).collect();
        let mut found = [0; 3];
        for one in &all {
            for other in &all {
                assert_eq!(pairs.can_swap(one, other), pairs.can_swap(other, one));
                found[(one.kind + other.kind) as usize] += u32::from(pairs.can_swap(one, other));
            }
        }
        // Each pair is counted twice; of 1,600 between the kinds a quarter can.
        assert_eq!((found[0], found[2]), (0, 40 * 39));
        assert!((350..450).contains(&(found[1] / 2)), "{found:?}");
        let asked_by = Some(1);
        let asked = Pairs { asked_by, ..pairs };
        let of_first_kind = [waiting(0, 0), waiting(2, 0)];
        assert!(
            all.iter()
                .all(|it| it.kind == 1 || !asked.can_swap(&of_first_kind[0], it))
        );
        assert!(!asked.may_ask(&of_first_kind[1]));
    }
}
