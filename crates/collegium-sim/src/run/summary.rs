//! What a run came to, and how things stand at the beginning of a term.

use super::{MEASURES, Run, Summary};
use crate::{
    counts::length,
    rows::{PanelRow, Rows, SchoolRow, TermRow},
    statistics::{gini, longest, quantile},
    tick::Tick,
};

impl Run<'_> {
    /// Tells how the network and every school stands.
    pub(super) fn census(&self, term: u32, rows: &mut dyn Rows) {
        let count = |number: u64| u32::try_from(number).unwrap_or(0);
        let measured = &self.measured;
        rows.term(&TermRow {
            term,
            at: self.now,
            in_need: count(measured.in_need.level()),
            waiting: count(measured.waiting.level()),
            helped: count(measured.helped.level()),
            capacity: count(measured.capacity.level()),
            held: count(measured.held.level()),
        });
        for (number, school) in (0..).zip(&self.schools).filter(|(_, it)| !it.gone) {
            let conditions = school.conditions();
            let count = |is: &dyn Fn(u32) -> bool| {
                u8::try_from(conditions.clone().filter(|it| is(*it)).count()).unwrap_or(u8::MAX)
            };
            rows.panel(&PanelRow {
                term,
                school: number,
                in_need: count(&|it| self.conditions.get(it as usize).is_some_and(|it| !it.is_good)),
                known: school.known,
                helped: count(&|it| self.share_helped(it) > 0.0),
                lends: school.lent,
            });
        }
    }

    /// Tells what became of every school.
    pub(super) fn tell_schools(&self, rows: &mut dyn Rows) {
        let in_need = self.ticks_in_need();
        for ((number, school), in_need) in (0..).zip(&self.schools).zip(in_need) {
            rows.school(&SchoolRow {
                school: number,
                kind: school.kind,
                place: self.places.get(number as usize).copied(),
                pupils: self.pupils(number),
                in_need,
                helped: school.was_helped,
                lent: school.has_lent,
            });
        }
    }

    /// What the run came to so far.
    pub fn summary(&self) -> Summary {
        let (now, measured) = (self.now, &self.measured);
        let lasted = now.since(self.measured_from).max(1);
        #[expect(
            clippy::cast_precision_loss,
            reason = "what is measured needs no more than 53 bits"
        )]
        let mean = |area: i128| area as f64 / lasted as f64;
        let in_days = |ticks: f64| ticks / DAY;
        #[expect(clippy::cast_precision_loss, reason = "a wait needs no more than 53 bits")]
        let waits: Vec<_> = measured.waits.iter().map(|wait| wait.ticks as f64).collect();
        let at = |share| quantile(&waits, share, 0.95).map_or(0.0, |it| it.value);
        let unserved = self.waiting.iter().filter(|it| {
            !self
                .needs
                .get(it.need.number() as usize)
                .is_some_and(|need| need.was_helped)
        });
        let still = unserved.map(|it| now.since(it.known)).max().unwrap_or(0);
        #[expect(
            clippy::cast_precision_loss,
            reason = "counts and waits need no more than 53 bits"
        )]
        let of = |name: &str| match name {
            "in_need" => mean(measured.in_need.area(now)),
            "waiting" => mean(measured.waiting.area(now)),
            "helped" => mean(measured.helped.area(now)),
            "shortage" => mean(measured.shortage.area(now)),
            "capacity" => mean(measured.capacity.area(now)),
            "used" => ratio(measured.held.area(now) as f64, measured.capacity.area(now) as f64),
            "good" => {
                1.0 - ratio(
                    measured.in_need.area(now) as f64,
                    measured.conditions.area(now) as f64,
                )
            }
            "pupils" => mean(measured.pupils.area(now)),
            "wait_mean" => in_days(ratio(waits.iter().sum(), length(&waits))),
            "wait_median" => in_days(at(0.5)),
            "wait_p90" => in_days(at(0.9)),
            "wait_longest" => in_days(longest(&waits).unwrap_or(0.0).max(still as f64)),
            "delay" => in_days(ratio(measured.delay.0 as f64, measured.delay.1 as f64)),
            "onsets" => measured.onsets as f64,
            "noticed" => measured.noticed as f64,
            "begun" => measured.begun as f64,
            "broken_off" => measured.broken_off as f64,
            "met" => measured.met as f64,
            "distance" => ratio(measured.metres as f64, measured.begun as f64) / 1_000.0,
            "worst_off" => in_days(self.ticks_in_need().into_iter().max().unwrap_or(0) as f64),
            "gini_of_waits" => gini(&waits).unwrap_or(0.0),
            "discounted" => measured.discounted,
            _ => f64::NAN,
        };
        let still_waiting: i128 = self
            .waiting
            .iter()
            .map(|it| i128::from(now.since(it.since.max(self.measured_from))))
            .sum();
        Summary {
            values: MEASURES.iter().map(|measure| of(measure.name)).collect(),
            little: measured.waiting.area(now) - measured.waited - still_waiting,
            waits: measured.waits.clone(),
            applied: self.office.applied(),
        }
    }

    /// Ticks in which each school was in need, over its areas.
    fn ticks_in_need(&self) -> Vec<i64> {
        let mut all = self.in_need.clone();
        for condition in self.conditions.iter().filter(|it| !it.is_good) {
            if let Some(total) = all.get_mut(condition.school as usize) {
                *total += self.now.since(condition.since.max(self.measured_from));
            }
        }
        all
    }
}

#[expect(clippy::cast_precision_loss, reason = "a day has far fewer than 2⁵³ ms")]
const DAY: f64 = Tick::DAY as f64;

/// None of nothing is nothing.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}
