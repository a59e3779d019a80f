//! The beginning of a run: schools are made, the network is opened, and what is to come is put down.

use super::{
    Condition, Happening, Key, Lenders, OpenTurn, Pairs, Rates, Run, RunFailed, School,
    knowing::Channel,
    lenders::Lender,
    measure::Measured,
    truth::{exponential, ticks},
};
use crate::{
    chance::{Law, Lognormal, Stream},
    kernel::FutureEvents,
    office::{IdKind, Office, id},
    policy::Policy,
    rows::{EventRow, Rows, What},
    scenario::{Capacity, Choosing, Dynamics, Joining, Parameter, Reading, Scenario},
    tick::Tick,
};
use chrono::{Datelike, NaiveDate};
use collegium_engine::opening::{Member, MemberKind};
use collegium_model::{
    calendar::SchoolCalendar,
    id::SchoolId,
    place::Place,
    quantity::Metres,
    school::{EducationPhase, SchoolReference},
};

/// The number under which the central team is enrolled; schools are numbered from 0.
const CENTRAL_TEAM: u32 = u32::MAX;

impl<'a> Run<'a> {
    /// A run at its beginning.
    ///
    /// # Errors
    /// [`RunFailed`] where the scenario does not hold or the engine refuses to open the network.
    pub fn new(scenario: &'a Scenario, policy: Box<dyn Policy + 'a>, key: Key) -> Result<Self, RunFailed> {
        scenario.check()?;
        let areas = scenario.schools.iter().map(|kind| kind.areas).max().unwrap_or(1);
        let mut run = Self {
            scenario,
            key,
            policy,
            office: Office::new(scenario.time.start, areas),
            now: Tick(0),
            end: Tick(scenario.time.length.ticks()),
            events: FutureEvents::default(),
            schools: Vec::new(),
            places: Vec::new(),
            conditions: Vec::new(),
            open: Vec::new(),
            cycles: Vec::new(),
            rates: scenario.schools.iter().map(Rates::of).collect(),
            lenders: Lenders::new(Vec::new()),
            pairs: Pairs::of(scenario, key),
            at_work: Vec::new(),
            needs: Vec::new(),
            helps: Vec::new(),
            waiting: Vec::new(),
            joining: key.stream("joining", 0),
            known_good: 0,
            taking_part: 0,
            measured: Measured::default(),
            measured_from: Tick(0),
            in_need: Vec::new(),
            channels: Channel::all(&scenario.noticing),
            changed: false,
        };
        run.open()?;
        Ok(run)
    }

    fn open(&mut self) -> Result<(), RunFailed> {
        for (kind, of) in self.scenario.schools.iter().enumerate() {
            for _ in 0..of.count {
                self.make(u32::try_from(kind).unwrap_or(u32::MAX));
            }
        }
        let mut members: Vec<_> = (0..self.school_count())
            .map(|school| self.member(school))
            .collect();
        if self.scenario.is_pooled() {
            members.push(central_team());
        }
        let calendar = self.calendar()?;
        let terms: Vec<_> = calendar.terms().iter().map(|term| term.from).collect();
        self.office.open(calendar, members)?;
        self.make_lenders();
        self.settle_capacity_of_all()?;
        self.begin_conditions()?;
        self.put_what_comes(&terms);
        if self.scenario.choosing == Choosing::EachStep {
            self.count_good(0);
            self.choose(&mut ())?;
        } else if self.scenario.choosing == Choosing::AtOnce && self.changed {
            self.choose(&mut ())?;
        }
        Ok(())
    }

    /// The school years in which the run lies, and one more.
    fn calendar(&self) -> Result<SchoolCalendar, RunFailed> {
        let start = self.scenario.time.start;
        let autumn = if start.month() < 9 {
            start.year() - 1
        } else {
            start.year()
        };
        let last = self.end.civil(start).year();
        let years = u8::try_from(last - autumn + 1).unwrap_or(u8::MAX).min(40);
        Ok(SchoolCalendar::typical_england(autumn, years)?)
    }

    /// Makes a school of a kind, with all of its areas in good order.
    fn make(&mut self, kind: u32) -> u32 {
        let number = self.school_count();
        let (areas, relapse, recovery) =
            self.scenario
                .schools
                .get(kind as usize)
                .map_or((1, 1.0, 1.0), |of| {
                    let factor = |varies: Option<&Parameter>, name| {
                        varies.map_or(1.0, |cv| lognormal(cv.value, &mut self.stream(name, number)))
                    };
                    match &of.dynamics {
                        Dynamics::Rates {
                            relapse_varies,
                            recovery_varies,
                            ..
                        } => (
                            of.areas,
                            factor(relapse_varies.as_ref(), "relapse factor"),
                            factor(recovery_varies.as_ref(), "recovery factor"),
                        ),
                        Dynamics::Steps { .. } => (of.areas, 1.0, 1.0),
                    }
                });
        let first = u32::try_from(self.conditions.len()).unwrap_or(u32::MAX);
        for area in 0..areas {
            let condition = first + u32::from(area);
            let (luck, severity) = (
                self.stream("sojourn", condition),
                self.stream("severity", condition),
            );
            self.conditions
                .push(Condition::new(number, area, self.now, luck, severity));
            self.open.push(None);
        }
        self.schools.push(School {
            kind,
            first,
            areas,
            relapse,
            recovery,
            unsettled: false,
            lent: 0,
            was_helped: 0,
            has_lent: 0,
            gone: false,
            known: 0,
        });
        self.cycles.push(OpenTurn::default());
        self.in_need.push(0);
        if self.scenario.land.is_some() {
            let place = self.drawn_place(number);
            self.places.push(place);
            self.lenders.reach_from(place, &self.places);
        }
        self.known_good += 1;
        self.taking_part += 1;
        self.measured.conditions.add(self.now, i64::from(areas));
        number
    }

    fn drawn_place(&self, school: u32) -> Place {
        let side = self
            .scenario
            .land
            .as_ref()
            .map_or(0.0, |land| land.side.value * 1_000.0);
        let mut luck = self.stream("place", school);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast of a float saturates"
        )]
        let mut along = || SOUTH_WEST + (luck.uniform() * side) as u32;
        let (east, north) = (along(), along());
        let place = Place::new(
            Metres(east.min(Place::EAST_EDGE)),
            Metres(north.min(Place::NORTH_EDGE)),
        );
        place.expect("both are within the edges")
    }

    fn member(&self, school: u32) -> Member {
        Member {
            school: school_id(school),
            reference: SchoolReference::Pseudonym(school),
            education_phase: EducationPhase::Primary,
            place: self.places.get(school as usize).copied(),
            kind: MemberKind::School,
        }
    }

    /// How many schools there are, those that have left included.
    fn school_count(&self) -> u32 {
        u32::try_from(self.schools.len()).unwrap_or(u32::MAX)
    }

    fn make_lenders(&mut self) {
        let scenario = self.scenario;
        let all: Vec<_> = if scenario.is_pooled() {
            vec![lender(school_id(CENTRAL_TEAM), None)]
        } else {
            (0..self.school_count())
                .filter(|school| self.can_lend(*school))
                .map(|school| lender(school_id(school), Some(school)))
                .collect()
        };
        self.at_work = vec![Vec::new(); all.len()];
        let lenders = Lenders::new(all);
        self.lenders = match &scenario.land {
            Some(land) if !scenario.is_pooled() => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a cast of a float saturates"
                )]
                let farthest = Metres((land.farthest.value * 1_000.0) as u32);
                lenders.within(&self.places, farthest)
            }
            _ => lenders,
        };
    }

    /// Whether a school is among those that lend while they are in good order.
    pub(super) fn can_lend(&self, school: u32) -> bool {
        match &self.scenario.capacity {
            Capacity::Schools {
                reading: Reading::OneIn,
                ratio,
                ..
            } => school.is_multiple_of(ratio.count().max(1)),
            Capacity::Schools {
                reading: Reading::Team,
                ..
            }
            | Capacity::Pairs { .. } => true,
            _ => false,
        }
    }

    /// Lets every area begin: in need by its chance, else in good order.
    fn begin_conditions(&mut self) -> Result<(), RunFailed> {
        for condition in 0..u32::try_from(self.conditions.len()).unwrap_or(u32::MAX) {
            let Some(school) = self.conditions.get(condition as usize).map(|it| it.school) else {
                continue;
            };
            let kind = self
                .schools
                .get(school as usize)
                .and_then(|it| self.scenario.schools.get(it.kind as usize));
            let chance = kind
                .and_then(|kind| kind.in_need_at_start.as_ref())
                .map_or(0.0, |it| it.value);
            let is_good = self.stream("at start", condition).uniform() >= chance;
            self.enter(condition, is_good);
            let by_steps = self.scenario.choosing == Choosing::EachStep;
            if by_steps || (!is_good && self.channels.is_empty()) {
                self.know(condition, &mut ())?;
            } else {
                self.watch(condition);
            }
        }
        Ok(())
    }

    fn put_what_comes(&mut self, terms: &[NaiveDate]) {
        let start = self.scenario.time.start;
        for (number, term) in (0..).zip(terms.iter().filter(|term| **term >= start)) {
            let at = Tick::of_date(*term, start);
            self.put(at, Happening::Census(number));
            if self.scenario.choosing == Choosing::EachTerm {
                self.put(at, Happening::Choose);
            }
        }
        if self.scenario.choosing == Choosing::EachMonth {
            self.put(first_of_month(start, start), Happening::Choose);
        }
        if let Some(warm_up) = &self.scenario.time.warm_up {
            self.put(Tick(warm_up.ticks()), Happening::WarmUp);
        }
        if let Some(every) = self
            .scenario
            .schools
            .first()
            .and_then(|kind| kind.dynamics.step())
        {
            self.put(Tick(every), Happening::Step(1));
        }
        for school in 0..self.school_count() {
            self.next_head(school);
        }
        self.next_to_join();
    }

    /// Puts down the next choice, where they are made each month.
    pub(super) fn put_next_choice(&mut self) {
        if self.scenario.choosing == Choosing::EachMonth {
            let start = self.scenario.time.start;
            let tomorrow = self.now.after(Tick::DAY).civil(start).date();
            self.put(first_of_month(tomorrow, start), Happening::Choose);
        }
    }

    /// Puts down when the head of a school leaves next.
    pub(super) fn next_head(&mut self, school: u32) {
        let Some(it) = self.schools.get(school as usize) else {
            return;
        };
        let kind = self.scenario.schools.get(it.kind as usize);
        let Some(turnover) = kind.and_then(|kind| kind.turnover.as_ref()) else {
            return;
        };
        // Each head's time is a draw of its own, found by the day on which they came.
        let luck = self.stream("head", school).uniform_at(self.now.number());
        let at = self
            .now
            .after(ticks(exponential(luck) / turnover.rate.per_tick()));
        self.put(at, Happening::HeadLeaves(school));
    }

    /// Puts down when the next school joins.
    pub(super) fn next_to_join(&mut self) {
        if let Some(joining) = &self.scenario.joining {
            let span = exponential(self.joining.uniform()) / joining.rate.per_tick();
            self.put(self.now.after(ticks(span)), Happening::Join);
        }
    }

    /// The name of the kind of which the next school is that joins.
    fn drawn_kind<'s>(&self, joining: &'s Joining) -> &'s str {
        if joining.also.is_empty() {
            return &joining.kind;
        }
        let mut left = self.stream("kind", self.school_count()).uniform();
        for it in &joining.also {
            left -= it.share.value;
            if left < 0.0 {
                return &it.kind;
            }
        }
        &joining.kind
    }

    /// A school joins, with a need in its first area.
    pub(super) fn join(&mut self, rows: &mut dyn Rows) -> Result<(), RunFailed> {
        self.next_to_join();
        let Some(joining) = &self.scenario.joining else {
            return Ok(());
        };
        let name = self.drawn_kind(joining);
        let kind = self.scenario.schools.iter().position(|kind| kind.name == name);
        let school = self.make(u32::try_from(kind.unwrap_or(0)).unwrap_or(0));
        self.office.enrol(self.now, self.member(school))?;
        if self.pairs.is_some() {
            self.lenders.join(lender(school_id(school), Some(school)));
            self.at_work.push(Vec::new());
        }
        let (at, area) = (self.now, 0);
        rows.event(&EventRow {
            at,
            school,
            area,
            what: What::Joined,
        });
        let conditions = self.schools.get(school as usize).map_or(0..0, School::conditions);
        for condition in conditions.clone() {
            self.enter(condition, condition != conditions.start);
            self.watch(condition);
        }
        self.know(conditions.start, rows)?;
        self.put_patience(school);
        // It lends nothing of its own, but counts for a pool.
        if self.scenario.is_pooled() {
            self.settle_capacity(0)
        } else {
            Ok(())
        }
    }
}

/// A giver that has declared nothing.
const fn lender(id: SchoolId, school: Option<u32>) -> Lender {
    Lender {
        id,
        school,
        at_once: 0,
        held: 0,
    }
}

/// The id of a school, or of the central team, by its number.
pub(super) fn school_id(number: u32) -> SchoolId {
    SchoolId::new(id(IdKind::School, u64::from(number)))
}

/// Where a land begins: far enough from the edges of the grid.
const SOUTH_WEST: u32 = 50_000;

fn central_team() -> Member {
    Member {
        school: school_id(CENTRAL_TEAM),
        reference: SchoolReference::Pseudonym(CENTRAL_TEAM),
        education_phase: EducationPhase::Primary,
        place: None,
        kind: MemberKind::CentralTeam,
    }
}

/// The first first-of-a-month on or after a day.
fn first_of_month(day: NaiveDate, start: NaiveDate) -> Tick {
    let this = day.with_day(1).filter(|first| *first >= day);
    let next = || {
        let (year, month) = if day.month() == 12 {
            (day.year() + 1, 1)
        } else {
            (day.year(), day.month() + 1)
        };
        NaiveDate::from_ymd_opt(year, month, 1)
    };
    this.or_else(next)
        .map_or(Tick::NEVER, |first| Tick::of_date(first, start))
}

/// A factor with mean 1 and so large a coefficient of variation.
fn lognormal(cv: f64, luck: &mut Stream) -> f64 {
    Lognormal::new(1.0, cv).map_or(1.0, |factor| factor.sample(luck))
}
