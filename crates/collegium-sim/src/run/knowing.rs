//! What becomes known: needs that are noticed, needs that are seen to be met, and the looks of the channels.

use super::{Happening, Need, OpenTurn, Run, RunFailed, School, opening::school_id};
use crate::{
    office::Ending,
    rows::{EventRow, Rows, What},
    scenario::{Noticing, Watching},
    tick::Tick,
    view::{NeedHandle, Waiting},
};
use collegium_model::id::{CycleId, NeedId};

/// One channel of monitoring, in ticks.
#[derive(Clone, Debug)]
pub(super) struct Channel {
    every: i64,
    sees: f64,
    false_alarm: f64,
    delay: i64,
    staggered: bool,
    /// The name of its stream.
    name: &'static str,
}

impl Channel {
    /// Those of a scenario; none where everything is known at once.
    pub(super) fn all(noticing: &Noticing) -> Vec<Self> {
        let of = |(name, it): (&'static str, &Watching)| Self {
            every: it.every.ticks().max(1),
            sees: it.sees.value,
            false_alarm: it.false_alarm.value,
            delay: it.delay.as_ref().map_or(0, crate::scenario::Parameter::ticks),
            staggered: it.staggered,
            name,
        };
        noticing.channels().map(of).collect()
    }
}

/// What becomes of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was seen to be met.
    Met,
    /// Its school waited too long.
    GivenUp,
}

/// A school's turn is closed once it had so many needs, so that no cycle grows for ever.
const NEEDS_A_TURN: u8 = 8;

impl Run<'_> {
    /// An area in need becomes known: the engine is told.
    pub(super) fn know(&mut self, condition: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        let Some(it) = self.conditions.get_mut(condition as usize) else {
            return Ok(());
        };
        let (school, area, since) = (it.school, it.area, it.since);
        let is_first = !it.is_good && !std::mem::replace(&mut it.was_noticed, true);
        if is_first {
            self.measured.delay.0 += i128::from(self.now.since(since));
            self.measured.delay.1 += 1;
        }
        let (need, cycle) = self.report(condition)?;
        let number = u32::try_from(self.needs.len()).unwrap_or(u32::MAX);
        self.needs.push(Need {
            condition,
            id: need,
            cycle,
            known: self.now,
            since: self.now,
            lacks: self.scenario.units_of_need(),
            helps: Vec::new(),
            tried: Vec::new(),
            was_helped: false,
            greens: 0,
            is_open: true,
        });
        if let Some(open) = self.open.get_mut(condition as usize) {
            *open = Some(number);
        }
        self.measured.noticed += 1;
        self.waits(number);
        rows.event(&EventRow {
            at: self.now,
            school,
            area,
            what: What::Noticed,
        });
        let newly = self.schools.get_mut(school as usize).is_some_and(|it| {
            it.known += 1;
            it.known == 1
        });
        if newly {
            self.known_good = self.known_good.saturating_sub(1);
        }
        if newly || self.pairs.is_some() {
            self.settle_capacity_after(school, rows)?;
        }
        self.watch(condition);
        Ok(())
    }

    /// Reports a need to the engine, in the school's open cycle or a new one.
    pub(super) fn report(&mut self, condition: u32) -> Result<(NeedId, CycleId), RunFailed> {
        let severity = self.severity(condition);
        let (school, area) = self
            .conditions
            .get(condition as usize)
            .map_or((0, 0), |it| (it.school, it.area));
        let id = school_id(school);
        let mut turn = self.cycles.get(school as usize).copied().unwrap_or_default();
        let cycle = if let Some(cycle) = turn.cycle {
            cycle
        } else {
            let cycle = self.office.open_cycle(self.now, id, turn.turn + 1)?;
            turn = OpenTurn {
                cycle: Some(cycle),
                needs: 0,
                turn: turn.turn + 1,
            };
            cycle
        };
        turn.needs = turn.needs.saturating_add(1);
        if let Some(kept) = self.cycles.get_mut(school as usize) {
            *kept = turn;
        }
        let asked = (area, severity, self.scenario.units_of_need());
        Ok((self.office.report(self.now, cycle, id, asked)?, cycle))
    }

    /// A need begins to wait, or waits again.
    pub(super) fn waits(&mut self, number: u32) {
        let Some(need) = self.needs.get_mut(number as usize) else {
            return;
        };
        need.since = self.now;
        let (condition, lacks, known) = (need.condition, need.lacks, need.known);
        let Some(it) = self.conditions.get(condition as usize) else {
            return;
        };
        let (school, area, severity, in_need) = (it.school, it.area, it.severity, !it.is_good);
        let kind = self.schools.get(school as usize).map_or(0, |it| it.kind);
        self.waiting.push(Waiting {
            need: NeedHandle(number),
            school,
            kind,
            area,
            severity,
            known,
            since: self.now,
            lacks,
            pupils: self.pupils(school),
            // Where looks are not shown one by one, a need that is known is one that was seen.
            in_need: in_need || !self.channels.is_empty(),
            is_leaving: false,
            condition,
        });
        self.measured.waiting.add(self.now, 1);
        self.measured.shortage.set(self.now, 1);
        self.changed = true;
    }

    /// A need is seen to be met: its help ends, it is closed.
    pub(super) fn meet(&mut self, condition: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        self.conclude(condition, Outcome::Met, rows)
    }

    /// A need is closed. A school that gives up leaves once its last need is.
    pub(super) fn conclude(
        &mut self,
        condition: u32,
        outcome: Outcome,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let Some(number) = self.open.get_mut(condition as usize).and_then(Option::take) else {
            return Ok(());
        };
        let Some(need) = self.needs.get_mut(number as usize) else {
            return Ok(());
        };
        need.is_open = false;
        let (cycle, id, lacks) = (need.cycle, need.id, need.lacks);
        let helps = need.helps.clone();
        if lacks > 0 {
            self.waits_no_longer(number);
            self.waiting.retain(|it| it.need.0 != number);
        }
        for help in helps {
            self.end(help, Ending::Met)?;
        }
        let is_met = outcome == Outcome::Met;
        self.office.close_need(self.now, cycle, id, is_met)?;
        self.measured.met += u64::from(is_met);
        let Some(it) = self.conditions.get(condition as usize) else {
            return Ok(());
        };
        let (school, area) = (it.school, it.area);
        rows.event(&EventRow {
            at: self.now,
            school,
            area,
            what: if is_met { What::Met } else { What::GaveUp },
        });
        let no_more = self.schools.get_mut(school as usize).is_some_and(|it| {
            it.known = it.known.saturating_sub(1);
            it.known == 0
        });
        if no_more {
            self.known_good += 1;
            self.close_turn(school, outcome, rows)?;
        }
        if no_more || self.pairs.is_some() {
            self.settle_capacity_after(school, rows)?;
        }
        self.retime(condition);
        self.watch(condition);
        self.changed = true;
        Ok(())
    }

    /// Closes the turn of a school without open needs where it has had many, or where the school leaves.
    fn close_turn(&mut self, school: u32, outcome: Outcome, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        let leaves = self
            .scenario
            .joining
            .as_ref()
            .is_some_and(|it| it.leaves_once_helped);
        let leaves = outcome == Outcome::GivenUp || (leaves && self.joined(school));
        let Some(turn) = self.cycles.get_mut(school as usize) else {
            return Ok(());
        };
        if (leaves || turn.needs >= NEEDS_A_TURN)
            && let Some(cycle) = turn.cycle.take()
        {
            self.office.close_cycle(self.now, cycle)?;
        }
        if leaves {
            self.leave(school, rows);
        }
        Ok(())
    }

    /// Whether a school came while the run went on.
    fn joined(&self, school: u32) -> bool {
        let at_start: u32 = self.scenario.schools.iter().map(|kind| kind.count).sum();
        school >= at_start
    }

    fn leave(&mut self, school: u32, rows: &mut dyn Rows) {
        // What is not noticed of it by now is of no account here any more.
        let conditions = self.schools.get(school as usize).map_or(0..0, School::conditions);
        for condition in conditions {
            if self
                .conditions
                .get(condition as usize)
                .is_some_and(|it| !it.is_good)
            {
                self.enter(condition, true);
            }
        }
        let Some(it) = self.schools.get_mut(school as usize) else {
            return;
        };
        it.gone = true;
        let areas = i64::from(it.areas);
        self.known_good = self.known_good.saturating_sub(1);
        self.taking_part = self.taking_part.saturating_sub(1);
        self.measured.conditions.add(self.now, -areas);
        self.retime_all(school);
        let (at, area) = (self.now, 0);
        rows.event(&EventRow {
            at,
            school,
            area,
            what: What::Left,
        });
    }

    /// Puts down the next look at an area that will bring something: any look while a need is open, else the
    /// next that sees a need or raises a false alarm.
    pub(super) fn watch(&mut self, condition: u32) {
        let is_open = self.open.get(condition as usize).is_some_and(Option::is_some);
        let Some(it) = self.conditions.get(condition as usize) else {
            return;
        };
        if self.is_gone(it.school) {
            return;
        }
        let (is_good, stamp) = (it.is_good, it.stamp);
        let next = (0..).zip(&self.channels).filter_map(|(index, channel)| {
            let (at, look) = self.next_look(condition, channel, is_open, is_good)?;
            Some((at, index, look))
        });
        if let Some((at, channel, look)) = next.min() {
            self.put(
                at,
                Happening::Look {
                    condition,
                    channel,
                    look,
                    stamp,
                },
            );
        }
    }

    fn next_look(&self, condition: u32, channel: &Channel, any: bool, is_good: bool) -> Option<(Tick, u32)> {
        let chance = channel.chance_of_red(is_good);
        if !any && chance == 0.0 {
            return None;
        }
        let luck = self.stream(channel.name, condition);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "an offset is below the cadence"
        )]
        let offset = if channel.staggered {
            (luck.uniform_at(0) * channel.every as f64) as i64
        } else {
            0
        };
        let first = (self.now.0 - offset).div_euclid(channel.every) + 1;
        for look in first.max(1).. {
            let at = Tick(look.saturating_mul(channel.every).saturating_add(offset));
            if at >= self.end {
                return None;
            }
            if any || luck.uniform_at(u64::try_from(look).unwrap_or(0)) < chance {
                return Some((at, u32::try_from(look).unwrap_or(u32::MAX)));
            }
        }
        None
    }

    /// A channel looks at an area.
    pub(super) fn look(&mut self, condition: u32, channel: u8, look: u32, stamp: u32) {
        let (Some(it), Some(of)) = (
            self.conditions.get(condition as usize),
            self.channels.get(usize::from(channel)),
        ) else {
            return;
        };
        if it.stamp != stamp {
            return;
        }
        let luck = self.stream(of.name, condition).uniform_at(u64::from(look));
        let is_red = luck < of.chance_of_red(it.is_good);
        let at = self.now.after(of.delay);
        self.put(at, Happening::Shown { condition, is_red });
        self.watch(condition);
    }

    /// Whether a school has left.
    fn is_gone(&self, school: u32) -> bool {
        self.schools.get(school as usize).is_some_and(|it| it.gone)
    }

    /// What a look has shown becomes known.
    pub(super) fn shown(
        &mut self,
        condition: u32,
        is_red: bool,
        rows: &mut dyn Rows,
    ) -> Result<(), RunFailed> {
        let Noticing::Channels { greens_to_close, .. } = &self.scenario.noticing else {
            return Ok(());
        };
        let school = self.conditions.get(condition as usize).map(|it| it.school);
        if school.is_none_or(|school| self.is_gone(school)) {
            return Ok(());
        }
        let open = self.open.get(condition as usize).copied().flatten();
        let Some(need) = open.and_then(|number| self.needs.get_mut(number as usize)) else {
            return if is_red {
                self.know(condition, rows)
            } else {
                Ok(())
            };
        };
        if is_red {
            need.greens = 0;
            return Ok(());
        }
        need.greens = need.greens.saturating_add(1);
        if need.greens >= *greens_to_close {
            self.meet(condition, rows)?;
        }
        Ok(())
    }

    /// Whether an area is in good order after a step.
    pub(super) fn drawn_step(&self, condition: u32, step: u32, helped: bool) -> bool {
        use crate::scenario::Dynamics;
        let Some(it) = self.conditions.get(condition as usize) else {
            return true;
        };
        let kind = self
            .schools
            .get(it.school as usize)
            .and_then(|it| self.scenario.schools.get(it.kind as usize));
        let Some(Dynamics::Steps {
            need_alone,
            need_helped,
            good_alone,
            good_helped,
            ..
        }) = kind.map(|kind| &kind.dynamics)
        else {
            return it.is_good;
        };
        let chance = match (it.is_good, helped) {
            (false, false) => need_alone,
            (false, true) => need_helped,
            (true, false) => good_alone,
            (true, true) => good_helped,
        };
        self.stream("step", condition).uniform_at(u64::from(step)) < chance.value
    }
}

impl Channel {
    /// Chance that a look shows a need.
    const fn chance_of_red(&self, is_good: bool) -> f64 {
        if is_good { self.false_alarm } else { self.sees }
    }
}
