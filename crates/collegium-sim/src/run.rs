//! One run: a scenario, a policy and a key, through the real engine in virtual time.
//!
//! A run is a list of what is due, in the order of (tick, priority, entry). Schools change by their own luck;
//! what is noticed becomes a need in the engine; the policy chooses; the engine judges; help that is at work
//! changes how fast needs are met. The same scenario, policy and key give the same rows to the last bit.

mod books;
mod course;
mod helping;
mod knowing;
mod lenders;
mod measure;
mod opening;
mod pairs;
mod replan;
mod summary;
mod truth;

pub use course::{COURSES, course};
pub use lenders::Lenders;
pub use measure::{MEASURES, Measure, Summary, Wait};
pub(crate) use pairs::Pairs;

use crate::{
    chance::{Stream, StreamKey, StreamName},
    kernel::FutureEvents,
    office::{Office, Refused, RoundFailed},
    policy::{Choice, Policy, PolicyFailed},
    rows::Rows,
    scenario::{Choosing, InvalidScenario, Noticing, Scenario},
    tick::Tick,
    view::{Asking, View, Waiting},
};
use collegium_engine::network::Network;
use collegium_model::{
    calendar::InvalidCalendar,
    id::{CycleId, DeploymentId, NeedId},
    need::Severity,
    place::Place,
};
use measure::Measured;
use serde::{Deserialize, Serialize};
pub(crate) use truth::Truth;
use truth::{Condition, Rates, School};

/// Which luck a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The root seed.
    pub seed: u64,
    /// The replication, from 0.
    pub replication: u32,
}

impl Key {
    /// The stream of an entity, for the purpose of `name`.
    pub fn stream(self, name: &str, entity: u64) -> Stream {
        let Self { seed, replication } = self;
        let name = StreamName::new(name);
        Stream::new(StreamKey {
            seed,
            replication,
            name,
            entity,
        })
    }
}

/// Why a run could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RunFailed {
    /// The scenario does not hold.
    #[error(transparent)]
    Scenario(#[from] InvalidScenario),
    /// No calendar can be made for it.
    #[error("no school calendar can be made from the first day on: {0}")]
    Calendar(#[from] InvalidCalendar),
    /// The engine refused what was asked of it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A round of matching could not be held.
    #[error(transparent)]
    Round(#[from] RoundFailed),
    /// The policy could not choose.
    #[error(transparent)]
    Policy(#[from] PolicyFailed),
    /// The policy chose what cannot be.
    #[error("at {at} the policy {policy} chose giver {giver} for need {need}, {why}")]
    Choice {
        /// When.
        at: Tick,
        /// Which policy.
        policy: String,
        /// The giver's number.
        giver: u32,
        /// The need's number.
        need: u32,
        /// Why it cannot be.
        why: &'static str,
    },
}

/// A need as it is known.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    condition: u32,
    id: NeedId,
    cycle: CycleId,
    /// When it became known.
    known: Tick,
    /// Since when it waits, while it does.
    since: Tick,
    lacks: u16,
    /// Help that is there, as indexes.
    helps: Vec<u32>,
    /// Givers that were proposed under its present id.
    pub(crate) tried: Vec<u32>,
    was_helped: bool,
    /// How often in turn it was seen in good order.
    greens: u8,
    is_open: bool,
}

/// One deployment.
#[derive(Clone, Debug)]
struct Help {
    need: u32,
    giver: u32,
    deployment: DeploymentId,
    cycle: CycleId,
    is_effective: bool,
    is_over: bool,
}

/// What is due.
#[derive(Clone, Copy, Debug)]
enum Happening {
    /// An area's budget is used up.
    Change { condition: u32, stamp: u32 },
    /// A school joins.
    Join,
    /// All areas take a step.
    Step(u32),
    /// A head leaves.
    HeadLeaves(u32),
    /// A school is settled again.
    Settles(u32),
    /// A channel looks at an area; its result comes later.
    Look {
        condition: u32,
        channel: u8,
        look: u32,
        stamp: u32,
    },
    /// What a look has shown becomes known.
    Shown { condition: u32, is_red: bool },
    /// Help begins to have an effect.
    Begins(u32),
    /// Help has gone on for as long as it may.
    TimeUp(u32),
    /// A school has waited for as long as it would.
    GivesUp(u32),
    /// The policy chooses.
    Choose,
    /// A term begins: how things stand is written down.
    Census(u32),
    /// What is measured begins.
    WarmUp,
}

impl Happening {
    /// What of one moment comes first.
    const fn priority(self) -> u8 {
        match self {
            Self::Change { .. } | Self::Join | Self::Step(_) => 0,
            Self::HeadLeaves(_) | Self::Settles(_) => 1,
            Self::Look { .. } => 2,
            Self::Shown { .. } => 3,
            Self::Begins(_) => 4,
            Self::TimeUp(_) | Self::GivesUp(_) => 5,
            Self::WarmUp => 6,
            Self::Choose => 7,
            Self::Census(_) => 8,
        }
    }
}

/// A run that goes on.
#[derive(Debug)]
pub struct Run<'a> {
    scenario: &'a Scenario,
    key: Key,
    policy: Box<dyn Policy + 'a>,
    office: Office,
    now: Tick,
    end: Tick,
    events: FutureEvents<Happening>,
    schools: Vec<School>,
    places: Vec<Place>,
    conditions: Vec<Condition>,
    /// The open need of each condition, as an index.
    open: Vec<Option<u32>>,
    /// The open cycle of each school, how many needs it has had, and its turn.
    cycles: Vec<OpenTurn>,
    /// Rates by kind of school.
    rates: Vec<Option<Rates>>,
    lenders: Lenders,
    /// Who can swap with whom, where schools do.
    pairs: Option<Pairs>,
    /// Help that each giver has at work, the latest last.
    at_work: Vec<Vec<u32>>,
    needs: Vec<Need>,
    helps: Vec<Help>,
    waiting: Vec<Waiting>,
    joining: Stream,
    /// Schools in good order as far as is known, and all that take part.
    known_good: u32,
    taking_part: u32,
    measured: Measured,
    measured_from: Tick,
    /// Ticks in which each school was in need.
    in_need: Vec<i64>,
    channels: Vec<knowing::Channel>,
    /// Whether something has changed for the policy.
    changed: bool,
}

/// The turn of a school's cycle.
#[derive(Clone, Copy, Debug, Default)]
struct OpenTurn {
    cycle: Option<CycleId>,
    needs: u8,
    turn: u32,
}

/// Runs a scenario to its end.
///
/// Determinism: the same scenario, policy and key give the same rows and summary to the last bit on every
/// machine. Memory grows with schools and with needs that were known, never with the rows.
///
/// # Errors
/// [`RunFailed`] where the scenario does not hold, the policy cannot choose or chooses what cannot be, or the
/// engine refuses.
pub fn run<'a>(
    scenario: &'a Scenario,
    policy: Box<dyn Policy + 'a>,
    key: Key,
    rows: &mut dyn Rows,
) -> Result<Summary, RunFailed> {
    let mut run = Run::new(scenario, policy, key)?;
    while run.step(rows)? {}
    Ok(run.summary())
}

impl Run<'_> {
    /// The moment that it has reached.
    pub const fn now(&self) -> Tick {
        self.now
    }

    /// The network as the engine has it: what was reported, declared and decided.
    pub const fn network(&self) -> &Network {
        self.office.network()
    }

    /// Whether nothing more is due at this moment.
    pub fn is_settled(&self) -> bool {
        self.events
            .peek()
            .is_none_or(|next| Tick::of(next.tick) > self.now)
    }

    /// Does what is due next; whether anything was.
    ///
    /// # Errors
    /// As [`run`].
    pub fn step(&mut self, rows: &mut dyn Rows) -> Result<bool, RunFailed> {
        let Some(next) = self.events.take().filter(|next| Tick::of(next.tick) < self.end) else {
            if self.now < self.end {
                self.now = self.end;
                self.tell_schools(rows);
            }
            return Ok(false);
        };
        self.now = Tick::of(next.tick);
        self.happens(next.event, rows)?;
        if self.is_settled() && self.changed && self.scenario.choosing == Choosing::AtOnce {
            self.choose(rows)?;
        }
        Ok(true)
    }

    fn happens(&mut self, happening: Happening, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        match happening {
            Happening::Change { condition, stamp } => {
                if self
                    .conditions
                    .get(condition as usize)
                    .is_some_and(|it| it.stamp == stamp)
                {
                    self.change(condition, rows)?;
                }
            }
            Happening::Join => self.join(rows)?,
            Happening::Step(step) => self.take_step(step, rows)?,
            Happening::HeadLeaves(school) => self.head_leaves(school),
            Happening::Settles(school) => self.settle(school),
            Happening::Look {
                condition,
                channel,
                look,
                stamp,
            } => self.look(condition, channel, look, stamp),
            Happening::Shown { condition, is_red } => self.shown(condition, is_red, rows)?,
            Happening::Begins(help) => self.begins(help),
            Happening::TimeUp(help) => self.time_up(help, rows)?,
            Happening::GivesUp(school) => self.gives_up(school, rows)?,
            Happening::Choose => self.choose(rows)?,
            Happening::Census(term) => self.census(term, rows),
            Happening::WarmUp => {
                self.measured.restart(self.now);
                self.measured_from = self.now;
                self.in_need.fill(0);
            }
        }
        Ok(())
    }

    /// Puts down what happens at a moment that is not past; what lies beyond the end never happens.
    fn put(&mut self, at: Tick, happening: Happening) {
        if at < self.end {
            let put = self.events.schedule(at.number(), happening.priority(), happening);
            debug_assert!(put.is_ok(), "{put:?}");
        }
    }

    fn stream(&self, name: &str, entity: u32) -> Stream {
        self.key.stream(name, u64::from(entity))
    }

    /// An area's budget is used up: it comes into need, or out of it.
    fn change(&mut self, condition: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        let Some(it) = self.conditions.get(condition as usize) else {
            return Ok(());
        };
        let is_good = !it.is_good;
        self.enter(condition, is_good);
        let at_once = matches!(self.scenario.noticing, Noticing::AtOnce {});
        match (at_once, is_good) {
            (true, false) => self.know(condition, rows)?,
            (true, true) => self.meet(condition, rows)?,
            (false, _) => self.watch(condition),
        }
        Ok(())
    }

    /// Puts an area into a state and draws how long it lasts.
    fn enter(&mut self, condition: u32, is_good: bool) {
        let now = self.now;
        let Some(it) = self.conditions.get_mut(condition as usize) else {
            return;
        };
        let (school, since, was_good) = (it.school, it.since, it.is_good);
        let kind = self.schools.get(school as usize).map_or(0, |it| it.kind as usize);
        let stages = self
            .rates
            .get(kind)
            .copied()
            .flatten()
            .map_or(1, |rates| rates.stages);
        it.enter(now, is_good, stages, self.scenario.severities.as_ref());
        if was_good && !is_good {
            self.measured.onsets += 1;
            self.turns(school, true);
        } else if !was_good && is_good {
            if let Some(total) = self.in_need.get_mut(school as usize) {
                *total += now.since(since.max(self.measured_from));
            }
            self.turns(school, false);
        }
        self.retime(condition);
    }

    /// Counts an area that comes into need, or out of it.
    fn turns(&mut self, school: u32, into_need: bool) {
        let change = if into_need { 1 } else { -1 };
        self.measured.in_need.add(self.now, change);
        let in_need = self.conditions_of(school).filter(|it| !it.is_good).count();
        let pupils = i64::from(self.pupils(school));
        if into_need && in_need == 1 {
            self.measured.pupils.add(self.now, pupils);
        } else if !into_need && in_need == 0 {
            self.measured.pupils.add(self.now, -pupils);
        }
    }

    fn conditions_of(&self, school: u32) -> impl Iterator<Item = &Condition> {
        let range = self.schools.get(school as usize).map_or(0..0, School::conditions);
        let range = range.start as usize..range.end as usize;
        self.conditions.get(range).unwrap_or_default().iter()
    }

    fn pupils(&self, school: u32) -> u32 {
        let kind = self.schools.get(school as usize).map_or(0, |it| it.kind as usize);
        let pupils = self
            .scenario
            .schools
            .get(kind)
            .and_then(|kind| kind.pupils.as_ref());
        pupils.map_or(0, crate::scenario::Parameter::count)
    }

    /// Takes the rate that holds now for an area, and puts down when it will change.
    fn retime(&mut self, condition: u32) {
        let Some(it) = self.conditions.get(condition as usize) else {
            return;
        };
        let Some(school) = self.schools.get(it.school as usize) else {
            return;
        };
        let Some(Some(rates)) = self.rates.get(school.kind as usize) else {
            return;
        };
        let rate = if school.gone {
            0.0
        } else {
            rates.hazard(school, it.is_good, self.share_helped(condition))
        };
        let now = self.now;
        let changed = self
            .conditions
            .get_mut(condition as usize)
            .map(|it| (it.retime(now, rate), it.stamp));
        if let Some((Some(at), stamp)) = changed {
            self.put(at, Happening::Change { condition, stamp });
        }
    }

    fn retime_all(&mut self, school: u32) {
        let conditions = self.schools.get(school as usize).map_or(0..0, School::conditions);
        conditions.for_each(|condition| self.retime(condition));
    }

    fn head_leaves(&mut self, school: u32) {
        let Some(it) = self.schools.get_mut(school as usize).filter(|it| !it.gone) else {
            return;
        };
        it.unsettled = true;
        let kind = it.kind as usize;
        self.retime_all(school);
        let turnover = self
            .scenario
            .schools
            .get(kind)
            .and_then(|kind| kind.turnover.as_ref());
        if let Some(turnover) = turnover {
            self.put(
                self.now.after(turnover.unsettled.ticks()),
                Happening::Settles(school),
            );
        }
    }

    fn settle(&mut self, school: u32) {
        if let Some(it) = self.schools.get_mut(school as usize) {
            it.unsettled = false;
        }
        self.retime_all(school);
        self.next_head(school);
    }

    /// All areas take a step, each by a draw of its own, and help is chosen anew.
    fn take_step(&mut self, step: u32, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        for condition in 0..self.conditions.len() {
            let condition = u32::try_from(condition).unwrap_or(u32::MAX);
            let helped = self.share_helped(condition) > 0.0;
            let good = self.drawn_step(condition, step, helped);
            self.enter(condition, good);
        }
        let helps: Vec<_> = self.at_work.iter().flatten().copied().collect();
        for help in helps {
            self.break_off(help, rows)?;
        }
        // Each step is a choice anew: nobody has waited longer than others.
        self.waiting.sort_unstable_by_key(|it| it.condition);
        for waiting in &mut self.waiting {
            let condition = self.conditions.get(waiting.condition as usize);
            waiting.in_need = condition.is_some_and(|it| !it.is_good);
        }
        self.count_good(step);
        self.choose(rows)?;
        if let Some(every) = self
            .scenario
            .schools
            .first()
            .and_then(|kind| kind.dynamics.step())
        {
            self.put(self.now.after(every), Happening::Step(step + 1));
        }
        Ok(())
    }

    /// Adds what is good after so many steps to the discounted sum.
    fn count_good(&mut self, step: u32) {
        let discount = self.scenario.time.discount.as_ref().map_or(1.0, |it| it.value);
        let good = self.conditions.iter().filter(|it| it.is_good).count();
        let worth = libm::pow(discount, f64::from(step));
        #[expect(clippy::cast_precision_loss, reason = "far fewer than 2⁵³ areas")]
        let good = good as f64;
        self.measured.discounted += worth * good;
    }

    fn choose(&mut self, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        self.changed = false;
        let could_place = !self.waiting.is_empty() && self.lenders.room() > 0;
        let could_move = self.policy.moves_help() && self.measured.held.level() > 0;
        if could_place || could_move {
            let is_clairvoyant = self.policy.is_clairvoyant();
            let truth = is_clairvoyant.then_some(Truth(&self.conditions));
            let view = View {
                now: self.now,
                waiting: &self.waiting,
                lenders: &self.lenders,
                needs: &self.needs,
                pairs: self.pairs.as_ref(),
                asking: Asking::Anybody,
                truth,
            };
            match self.policy.choose(&view)? {
                Choice::Placements(all) => {
                    for placement in all {
                        self.place(placement, None, rows)?;
                    }
                }
                Choice::Round {
                    candidates,
                    objective,
                } => self.hold_round(candidates, objective, rows)?,
                Choice::Anew { candidates, price } => self.plan_anew(&candidates, price, rows)?,
            }
            self.waiting.retain(|it| it.lacks > 0);
        }
        self.put_next_choice();
        Ok(())
    }

    /// The open need of an area.
    fn open_need(&self, condition: u32) -> Option<&Need> {
        let number = self.open.get(condition as usize).copied().flatten()?;
        self.needs.get(number as usize)
    }

    /// The severity that a need was found to have.
    fn severity(&self, condition: u32) -> Severity {
        self.conditions
            .get(condition as usize)
            .map_or(Severity::Moderate, |it| it.severity)
    }
}
