//! Help: who lends whom what, when it has an effect, and how it ends.

use super::{Happening, Help, Run, RunFailed, Wait};
use crate::{
    office::{Ending, Lent},
    policy::Placement,
    rows::{AllocationRow, EventRow, Rows, What},
    scenario::{Capacity, Reading},
    view::{GiverHandle, NeedHandle},
};
use collegium_engine::matching::objective::Objective;
use collegium_model::{candidate::CandidateRules, id::RoundId, quantity::Metres};
use std::collections::BTreeMap;

impl Run<'_> {
    /// The share of the help it asked for that is at work for an area.
    pub(super) fn share_helped(&self, condition: u32) -> f64 {
        let open = self.open.get(condition as usize).copied().flatten();
        let Some(need) = open.and_then(|number| self.needs.get(number as usize)) else {
            return 0.0;
        };
        let is_effective = |help: &&u32| self.helps.get(**help as usize).is_some_and(|it| it.is_effective);
        let effective = need.helps.iter().filter(is_effective).count();
        let asked = f64::from(self.scenario.units_of_need());
        #[expect(clippy::cast_precision_loss, reason = "a need has few helps")]
        let share = effective as f64 / asked;
        share.min(1.0)
    }

    /// Holds a round of matching and does what its plan says.
    pub(super) fn hold_round(
        &mut self,
        candidates: CandidateRules,
        objective: Objective,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let (round, lent) = self.office.hold_round(self.now, candidates, objective)?;
        let waiting = self.waiting.iter().map(|it| it.need);
        let by_id = |need: NeedHandle| Some((self.needs.get(need.number() as usize)?.id, need));
        let needs: BTreeMap<_, _> = waiting.filter_map(by_id).collect();
        let givers: BTreeMap<_, _> = self.lenders.ids().zip(0..).collect();
        for it in lent {
            let found = needs.get(&it.need).zip(givers.get(&it.giver));
            if let Some((need, giver)) = found {
                let giver = GiverHandle(*giver);
                self.place(Placement { need: *need, giver }, Some(round), rows)?;
            }
        }
        self.office.close_round(self.now, round)?;
        Ok(())
    }

    /// Does what a policy chose.
    pub(super) fn place(
        &mut self,
        it: Placement,
        round: Option<RoundId>,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let (number, giver) = (it.need.number(), it.giver.number());
        let wrong = |why, run: &Self| RunFailed::Choice {
            at: run.now,
            policy: run.policy.name().to_owned(),
            giver,
            need: number,
            why,
        };
        if self.lenders.get(giver).is_none() {
            return Err(wrong("and there is no such giver", self));
        }
        let Some(need) = self.needs.get(number as usize).filter(|need| need.is_open) else {
            return Err(wrong("and no such need is open", self));
        };
        let mut waiting = self.waiting.iter();
        let Some(waiting) = waiting.find(|it| it.need.number() == number && it.lacks > 0) else {
            return Err(wrong("which lacks no help", self));
        };
        if let Some(pairs) = &self.pairs {
            let Some(other) = self.in_return(pairs, number, giver) else {
                return Err(wrong("and the two cannot swap help", self));
            };
            let own = self.lenders.of_school(waiting.school);
            self.lend(number, giver, None, None, rows)?;
            return own.map_or(Ok(()), |own| self.lend(other, own, None, None, rows));
        }
        let distance = {
            let mut free = self.lenders.free_for(waiting, &need.tried);
            free.find(|free| free.giver.number() == giver)
                .map(|free| free.distance)
        };
        let Some(distance) = distance else {
            return Err(wrong(
                "for which it has no room, is too far away or was tried before",
                self,
            ));
        };
        self.lend(number, giver, distance, round, rows)
    }

    /// A giver that has room lends to a need that lacks help.
    fn lend(
        &mut self,
        number: u32,
        giver: u32,
        distance: Option<Metres>,
        round: Option<RoundId>,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let found = self.lenders.get(giver).zip(self.needs.get(number as usize));
        let Some((lender, need)) = found else {
            return Ok(());
        };
        let (giver_id, lender_school, cycle, id, condition) =
            (lender.id, lender.school, need.cycle, need.id, need.condition);
        let lent = Lent {
            need: id,
            giver: giver_id,
            round,
        };
        let deployment = self.office.place(self.now, cycle, lent)?;
        let help = u32::try_from(self.helps.len()).unwrap_or(u32::MAX);
        let support = &self.scenario.support;
        let set_up = support
            .set_up
            .as_ref()
            .map_or(0, crate::scenario::Parameter::ticks);
        let at_most = support.at_most.as_ref().map(crate::scenario::Parameter::ticks);
        self.helps.push(Help {
            need: number,
            giver,
            deployment,
            cycle,
            is_effective: set_up == 0,
            is_over: false,
        });
        self.lenders.hold(giver, true);
        self.measured.held.add(self.now, 1);
        self.measured.begun += 1;
        self.measured.metres += distance.map_or(0, |it| u64::from(it.0));
        if let Some(at_work) = self.at_work.get_mut(giver as usize) {
            at_work.push(help);
        }
        self.lends(lender_school, true);
        let taker = self
            .conditions
            .get(condition as usize)
            .map(|it| it.school as usize);
        if let Some(taker) = taker.and_then(|taker| self.schools.get_mut(taker)) {
            taker.was_helped += 1;
        }
        self.takes(number, giver, help);
        let mut waiting = self.waiting.iter_mut();
        if let Some(it) = waiting.find(|it| it.need.number() == number && it.lacks > 0) {
            it.lacks -= 1;
            rows.allocation(&AllocationRow {
                at: self.now,
                taker: it.school,
                area: it.area,
                giver,
                severity: it.severity,
                waited: self.now.since(it.known),
                distance,
            });
        }
        if set_up == 0 {
            self.retime(condition);
        } else {
            self.put(self.now.after(set_up), Happening::Begins(help));
        }
        if let Some(at_most) = at_most {
            self.put(self.now.after(at_most), Happening::TimeUp(help));
        }
        Ok(())
    }

    /// A need takes one unit of help.
    fn takes(&mut self, number: u32, giver: u32, help: u32) {
        let now = self.now;
        let Some(need) = self.needs.get_mut(number as usize) else {
            return;
        };
        need.helps.push(help);
        need.tried.push(giver);
        need.lacks = need.lacks.saturating_sub(1);
        let (lacks, first, ticks) = (need.lacks, !need.was_helped, now.since(need.known));
        let condition = need.condition;
        need.was_helped = true;
        if need.helps.len() == 1 {
            self.measured.helped.add(now, 1);
        }
        if first {
            let severity = self.severity(condition);
            self.measured.waits.push(Wait { severity, ticks });
        }
        if lacks == 0 {
            self.waits_no_longer(number);
        }
    }

    /// A need that waited does so no longer.
    pub(super) fn waits_no_longer(&mut self, number: u32) {
        let Some(need) = self.needs.get(number as usize) else {
            return;
        };
        let since = need.since.max(self.measured_from);
        self.measured.waited += i128::from(self.now.since(since));
        self.measured.waiting.add(self.now, -1);
        if self.measured.waiting.level() == 0 {
            self.measured.shortage.set(self.now, 0);
        }
    }

    /// A school lends one more, or one less.
    fn lends(&mut self, school: Option<u32>, more: bool) {
        let Some(school) = school else { return };
        if let Some(it) = self.schools.get_mut(school as usize) {
            it.lent = if more {
                it.lent + 1
            } else {
                it.lent.saturating_sub(1)
            };
            it.has_lent += u32::from(more);
        }
        self.retime_all(school);
    }

    /// Help begins to have an effect.
    pub(super) fn begins(&mut self, help: u32) {
        let Some(it) = self.helps.get_mut(help as usize).filter(|it| !it.is_over) else {
            return;
        };
        it.is_effective = true;
        let need = it.need as usize;
        if let Some(condition) = self.needs.get(need).map(|need| need.condition) {
            self.retime(condition);
        }
    }

    /// Help has gone on for as long as it may.
    pub(super) fn time_up(&mut self, help: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        if self.helps.get(help as usize).is_some_and(|it| !it.is_over) {
            self.break_off(help, rows)?;
        }
        Ok(())
    }

    /// Ends help, in the engine and in the giver's book.
    pub(super) fn end(&mut self, help: u32, ending: Ending) -> Result<(), RunFailed> {
        let Some(it) = self.helps.get_mut(help as usize).filter(|it| !it.is_over) else {
            return Ok(());
        };
        it.is_over = true;
        it.is_effective = false;
        let (giver, cycle, deployment, need) = (it.giver, it.cycle, it.deployment, it.need);
        self.office.end(self.now, cycle, deployment, ending)?;
        self.lenders.hold(giver, false);
        self.measured.held.add(self.now, -1);
        if let Some(at_work) = self.at_work.get_mut(giver as usize) {
            at_work.retain(|it| *it != help);
        }
        if let Some(need) = self.needs.get_mut(need as usize) {
            need.helps.retain(|it| *it != help);
            if need.helps.is_empty() {
                self.measured.helped.add(self.now, -1);
            }
        }
        let school = self.lenders.get(giver).and_then(|it| it.school);
        self.lends(school, false);
        self.settle_capacity(giver)?;
        self.changed = true;
        Ok(())
    }

    /// Help is broken off: the need waits again. Where nobody is left, it is reported anew, so that whoever was
    /// tried can help again.
    pub(super) fn break_off(&mut self, help: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        let Some(number) = self.helps.get(help as usize).map(|it| it.need) else {
            return Ok(());
        };
        self.end(help, Ending::BrokenOff)?;
        self.measured.broken_off += 1;
        let Some(need) = self.needs.get_mut(number as usize) else {
            return Ok(());
        };
        let waited_before = need.lacks > 0;
        need.lacks += 1;
        let (condition, cycle, id, is_alone) = (need.condition, need.cycle, need.id, need.helps.is_empty());
        if is_alone {
            self.office.close_need(self.now, cycle, id, true)?;
            let (id, cycle) = self.report(condition)?;
            if let Some(need) = self.needs.get_mut(number as usize) {
                (need.id, need.cycle) = (id, cycle);
                need.tried.clear();
            }
        }
        if waited_before {
            for it in self.waiting.iter_mut().filter(|it| it.need.number() == number) {
                it.lacks += 1;
            }
        } else {
            self.waits(number);
        }
        self.retime(condition);
        if let Some(school) = self.conditions.get(condition as usize).map(|it| it.school)
            && self.pairs.is_some()
        {
            self.settle_capacity_after(school, rows)?;
        }
        if let Some(it) = self.conditions.get(condition as usize) {
            rows.event(&EventRow {
                at: self.now,
                school: it.school,
                area: it.area,
                what: What::BrokenOff,
            });
        }
        Ok(())
    }

    /// What a giver could have at once now, as its state and the reading of the ratio say.
    fn due(&self, giver: u32) -> u16 {
        let count = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
        match &self.scenario.capacity {
            Capacity::CentralTeam { at_once } => count(at_once.count()),
            Capacity::Schools { reading, ratio, .. } => {
                let ratio = ratio.count().max(1);
                match reading {
                    Reading::Pooled => count(self.known_good / ratio),
                    Reading::Membership => count(self.taking_part / (ratio + 1)),
                    Reading::Team | Reading::OneIn => {
                        let school = self.lenders.get(giver).and_then(|it| it.school);
                        let school = school.and_then(|school| self.schools.get(school as usize));
                        u16::from(school.is_some_and(|it| it.known == 0 && !it.gone))
                    }
                }
            }
            Capacity::Pairs { .. } => self.can_swap_away(giver),
        }
    }

    pub(super) fn settle_capacity_of_all(&mut self) -> Result<(), RunFailed> {
        (0..self.lenders.len()).try_for_each(|giver| self.settle_capacity(giver))
    }

    /// Capacity follows what is known of a school: its own, or the pool's.
    pub(super) fn settle_capacity_after(
        &mut self,
        school: u32,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let giver = if self.scenario.is_pooled() {
            Some(0)
        } else {
            self.lenders.of_school(school)
        };
        let Some(giver) = giver else { return Ok(()) };
        self.settle_capacity(giver)?;
        let is_called_home = matches!(
            self.scenario.capacity,
            Capacity::Schools {
                called_home: true,
                ..
            }
        );
        while is_called_home && self.lenders.get(giver).is_some_and(|it| it.held > it.at_once) {
            let Some(latest) = self.at_work.get(giver as usize).and_then(|it| it.last()).copied() else {
                break;
            };
            self.break_off(latest, rows)?;
        }
        Ok(())
    }

    /// Tells the engine what a giver can have at once, where that has changed. What is more than before waits
    /// until no more is held than that.
    pub(super) fn settle_capacity(&mut self, giver: u32) -> Result<(), RunFailed> {
        let due = self.due(giver);
        let Some(lender) = self.lenders.get(giver) else {
            return Ok(());
        };
        let (id, was, held) = (lender.id, lender.at_once, lender.held);
        if due < was {
            self.office.fall(self.now, id, due)?;
        } else if due > was && held <= due {
            self.office.declare(self.now, id, due)?;
        } else {
            return Ok(());
        }
        self.lenders.set(giver, due);
        self.measured
            .capacity
            .add(self.now, i64::from(due) - i64::from(was));
        self.changed = true;
        Ok(())
    }
}
