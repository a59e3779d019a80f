//! A kit for testing what is built on the engine: given a protocol and a calendar, when somebody asks for
//! something, then it is accepted or refused, and something is due.
//!
//! The assertions panic where they do not hold, as a test should. Nothing else in this crate does.
//!
//! ```
//! use collegium_cycle::{acts::Command, cycle::OpenedCycle, kit::{Story, Who}, protocol::Protocol, rules::Rules};
//! use collegium_model::{calendar::SchoolCalendar, chrono::NaiveDate, id::SchoolId, uuid::Uuid};
//!
//! let rules = Rules::compile(Protocol::standard())?;
//! let day = NaiveDate::from_ymd_opt(2026, 9, 7).ok_or("no such day")?;
//! let mut story = Story::under(rules, SchoolCalendar::typical_england(2026, 2)?, day);
//! let open = Command::OpenCycle(OpenedCycle { school: SchoolId::new(Uuid::from_u128(9)), turn: 1 });
//!
//! story.when(&Who::in_role("host_head"), open.clone()).then_refused(&["role_missing"]);
//! story.when(&Who::in_role("broker"), open).then_events(&["cycle_opened"]);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

pub mod paths;
pub mod search;

use crate::{
    acts::{Act, Command},
    child::Child,
    clock::{Clock, ClockStatus},
    context::{Context, Recorded},
    cycle::Cycle,
    decide::Accepted,
    refusal::Refusal,
    rules::Rules,
};
use chrono::{NaiveDate, NaiveDateTime};
use collegium_model::{
    calendar::{SchoolCalendar, Span},
    code::{ReasonCode, Role},
    id::{PersonId, SchoolId},
    short_code::FactName,
    uuid::Uuid,
};

/// Somebody who acts in a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person.
    pub person: PersonId,
    /// Their roles.
    pub roles: Vec<Role>,
    /// The school to which they belong.
    pub school: Option<SchoolId>,
    /// For whom they act.
    pub on_behalf_of: Option<PersonId>,
    /// Why they act.
    pub reason: Option<ReasonCode>,
    /// Facts of the embedder's own rules that hold when they act.
    pub facts: Vec<FactName>,
    /// Whether they override what can be overridden.
    pub urgent: bool,
}

impl Who {
    /// A person in one role; the same role is the same person.
    ///
    /// # Panics
    /// Where `role` is no code.
    pub fn in_role(role: &str) -> Self {
        let number = role
            .bytes()
            .fold(7_u128, |sum, byte| sum * 31 % 1_000_003 + u128::from(byte));
        Self {
            person: PersonId::new(Uuid::from_u128(number)),
            roles: vec![Role::new(role).expect("the role of a story is a code")],
            school: None,
            on_behalf_of: None,
            reason: None,
            facts: Vec::new(),
            urgent: false,
        }
    }

    /// The same roles, held by another person.
    #[must_use]
    pub fn person(self, number: u128) -> Self {
        let person = PersonId::new(Uuid::from_u128(number));
        Self { person, ..self }
    }

    /// The same person in one more role.
    ///
    /// # Panics
    /// Where `role` is no code.
    #[must_use]
    pub fn and(mut self, role: &str) -> Self {
        self.roles
            .push(Role::new(role).expect("the role of a story is a code"));
        self
    }

    /// The same person, of a school.
    #[must_use]
    pub fn of(self, school: SchoolId) -> Self {
        let school = Some(school);
        Self { school, ..self }
    }

    /// The same person with a reason.
    ///
    /// # Panics
    /// Where `reason` is no code.
    #[must_use]
    pub fn because(self, reason: &str) -> Self {
        let reason = Some(ReasonCode::new(reason).expect("the reason of a story is a code"));
        Self { reason, ..self }
    }

    /// The same person, when a fact of the embedder's own rules holds.
    ///
    /// # Panics
    /// Where `fact` is no code.
    #[must_use]
    pub fn given(mut self, fact: &str) -> Self {
        self.facts
            .push(FactName::new(fact).expect("the fact of a story is a code"));
        self
    }

    /// The same person, overriding what can be overridden.
    #[must_use]
    pub fn urgently(self) -> Self {
        let urgent = true;
        Self { urgent, ..self }
    }
}

/// A cycle in the course of a story.
#[derive(Clone, Debug)]
pub struct Story {
    /// The cycle as it stands.
    pub cycle: Cycle,
    /// The protocol.
    pub rules: Rules,
    /// The calendar.
    pub calendar: SchoolCalendar,
    /// The time of the story.
    pub now: NaiveDateTime,
    /// Another protocol at hand, to which the cycle can be moved.
    pub other: Option<Rules>,
}

impl Story {
    /// A story that begins at nine in the morning of a day, with a cycle that was never opened.
    pub fn under(rules: Rules, calendar: SchoolCalendar, day: NaiveDate) -> Self {
        Self {
            cycle: Cycle::default(),
            rules,
            calendar,
            now: day.and_hms_opt(9, 0, 0).unwrap_or_default(),
            other: None,
        }
    }

    /// Goes to a day, at the same hour.
    pub fn on(&mut self, day: NaiveDate) -> &mut Self {
        self.now = day.and_time(self.now.time());
        self
    }

    /// Goes on by a span, to its last day.
    ///
    /// # Panics
    /// Where the calendar does not reach that far.
    pub fn after(&mut self, span: Span) -> &mut Self {
        let day = self.calendar.after(self.now.date(), span);
        self.on(day.expect("the calendar of a story reaches as far as the story"))
    }

    /// What a judgement knows when somebody acts now.
    pub fn context<'a>(&'a self, who: &'a Who) -> Context<'a> {
        Context {
            on_behalf_of: who.on_behalf_of,
            reason: who.reason.as_ref(),
            school: who.school,
            facts: &who.facts,
            urgent: who.urgent,
            moving_to: self.other.as_ref(),
            ..Context::new(who.person, &who.roles, self.now, &self.calendar)
        }
    }

    /// Somebody asks for something; it is applied where it is accepted.
    pub fn when(&mut self, who: &Who, command: Command) -> Told {
        let outcome = self.cycle.decide(&command, &self.context(who), &self.rules);
        if let Ok(accepted) = &outcome {
            for event in &accepted.events {
                self.cycle.evolve(&Recorded {
                    event,
                    at: self.now,
                    actor: who.person,
                    on_behalf_of: who.on_behalf_of,
                    reason: who.reason.as_ref(),
                });
            }
            if matches!(command, Command::MigrateCycle(_))
                && let Some(other) = self.other.take()
            {
                self.rules = other;
            }
        }
        Told { command, outcome }
    }

    /// Whether an act about a machine is among the actions and allowed.
    pub fn can(&self, who: &Who, act: Act, child: Option<Child>) -> bool {
        let actions = self.cycle.actions(&self.context(who), &self.rules);
        let found = actions
            .iter()
            .find(|action| action.act == act && action.child == child);
        found.is_some_and(crate::actions::Action::is_allowed)
    }

    /// The clock of a deadline for a machine; none where it does not run.
    pub fn clock(&self, child: Child, deadline: &str) -> Option<Clock> {
        let clocks = self.cycle.clocks(self.now, &self.calendar, &self.rules);
        let named = |clock: &Clock| clock.deadline().is_some_and(|id| id.as_str() == deadline);
        clocks
            .into_iter()
            .find(|clock| clock.child == child && named(clock))
    }

    /// Asserts when something is due.
    ///
    /// # Panics
    /// Where no such clock runs, or another day is due.
    #[track_caller]
    pub fn then_due(&self, child: Child, deadline: &str, day: NaiveDate) {
        let clock = self.clock(child, deadline);
        let clock = clock.unwrap_or_else(|| panic!("no deadline {deadline} runs for {child}"));
        assert_eq!(clock.due, Some(day), "{deadline} of {child}");
    }

    /// Asserts how a clock stands.
    ///
    /// # Panics
    /// Where no such clock runs, or it stands otherwise.
    #[track_caller]
    pub fn then_clock(&self, child: Child, deadline: &str, status: ClockStatus) {
        let clock = self.clock(child, deadline);
        let clock = clock.unwrap_or_else(|| panic!("no deadline {deadline} runs for {child}"));
        assert_eq!(clock.status, status, "{deadline} of {child}, due {:?}", clock.due);
    }

    /// Asserts where a machine stands, by the code of its phase.
    ///
    /// # Panics
    /// Where it does not exist or stands elsewhere.
    #[track_caller]
    pub fn then_stands(&self, child: Child, phase: &str) {
        let stands = self.cycle.stands(child).map(|(phase, _)| phase);
        assert_eq!(stands, Some(phase), "{child}");
    }
}

/// What came of a command.
#[derive(Clone, Debug)]
#[must_use = "say what should come of it"]
pub struct Told {
    command: Command,
    /// The judgement.
    pub outcome: Result<Accepted, Refusal>,
}

impl Told {
    /// Asserts that it was accepted.
    ///
    /// # Panics
    /// Where it was refused.
    #[track_caller]
    pub fn then_accepted(self) -> Accepted {
        match self.outcome {
            Ok(accepted) => accepted,
            Err(refusal) => panic!("{} was refused: {refusal}", self.command.act()),
        }
    }

    /// Asserts that it was accepted and brought these events, by their codes.
    ///
    /// # Panics
    /// Where it was refused, or brought others.
    #[track_caller]
    pub fn then_events(self, codes: &[&str]) {
        let accepted = self.then_accepted();
        let brought: Vec<_> = accepted.events.iter().map(crate::acts::Event::code).collect();
        assert_eq!(brought, codes);
    }

    /// Asserts that it was refused for these reasons and no others, by their codes, in order.
    ///
    /// # Panics
    /// Where it was accepted, or refused for others.
    #[track_caller]
    pub fn then_refused(self, codes: &[&str]) -> Refusal {
        match self.outcome {
            Ok(_) => panic!(
                "{} was accepted; it should be refused for {codes:?}",
                self.command.act()
            ),
            Err(refusal) => {
                let found: Vec<_> = refusal.blockers.iter().map(|it| it.blocker.code()).collect();
                assert_eq!(found, codes, "{}: {refusal}", self.command.act());
                refusal
            }
        }
    }
}
