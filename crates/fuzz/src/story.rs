//! A story with fictional schools, and how things stand after each of its lines: inputs go on from there.

use collegium_cycle::{
    acts::Command,
    chrono::NaiveDateTime,
    context::{Context, Recorded},
    cycle::Cycle,
    decide::Accepted,
    protocol::Preset,
    redact::Audience,
    refusal::Refusal,
    rules::Rules,
};
use collegium_engine::{
    acts::Command as NetworkCommand,
    apply::Sent,
    check::Check,
    journal::Journal,
    model::{calendar::SchoolCalendar, code::ReasonCode, code::Role, id::PersonId, uuid::Uuid},
    network::Network,
};
use std::sync::LazyLock;

/// The story, one sent command on a line.
static STORY: LazyLock<Vec<Sent>> = LazyLock::new(|| {
    let lines = include_str!("story.jsonl").lines();
    lines
        .map(|line| Sent::read(line).expect("every line of the story is read by a test"))
        .collect()
});

/// Every preset, compiled.
static RULES: LazyLock<Vec<Rules>> = LazyLock::new(|| {
    let compiled = |preset: &Preset| Rules::compile(preset.protocol());
    let rules = Preset::ALL.iter().map(compiled);
    rules
        .collect::<Result<_, _>>()
        .expect("every preset compiles by a test of its own")
});

/// Every preset with the story's cycle, before its first line and after each.
static CYCLES: LazyLock<Vec<(&'static Rules, Vec<Cycle>)>> = LazyLock::new(|| {
    let cycles = RULES.iter().map(|rules| (rules, cycles(rules)));
    cycles.collect()
});

/// The check of the story's log, before its first line and after each.
static CHECKS: LazyLock<Vec<Check>> = LazyLock::new(|| {
    let mut check = Check::of(empty());
    let mut checks = vec![check.clone()];
    for sent in STORY.iter() {
        let mut journal = Journal::new(check.network().clone());
        let (answer, entries) = sent.apply(&mut journal);
        assert!(answer.refused.is_none(), "the story is refused: {answer:?}");
        for entry in entries {
            let line = entry.line().expect("an entry can be written");
            check.line(&line).expect("what the engine wrote is judged good");
        }
        checks.push(check.clone());
    }
    checks
});

static CALENDAR: LazyLock<SchoolCalendar> =
    LazyLock::new(|| SchoolCalendar::typical_england(2026, 2).expect("two years from 2026 are a calendar"));

/// The rules of the default preset.
pub(crate) fn standard() -> &'static Rules {
    RULES.first().expect("there is a default preset")
}

/// Two school years from September 2026.
pub(crate) fn calendar() -> &'static SchoolCalendar {
    &CALENDAR
}

/// A network under the default preset that was not opened yet, with every other preset at hand.
pub(crate) fn empty() -> Network {
    let others = RULES.iter().skip(1).cloned();
    others.fold(Network::new(standard().clone()), Network::with_protocol)
}

/// The check of the story's log after so many of its lines; at most after the last.
pub(crate) fn check_after(lines: usize) -> &'static Check {
    let check = CHECKS.get(lines).or_else(|| CHECKS.last());
    check.expect("there is a check before the first line")
}

/// The cycle under a preset after so many lines of the story; at most after the last.
pub(crate) fn cycle_after(preset: usize, lines: usize) -> (&'static Rules, &'static Cycle) {
    let (rules, cycles) = CYCLES
        .get(preset)
        .or_else(|| CYCLES.first())
        .expect("there is a default preset");
    let cycle = cycles.get(lines).or_else(|| cycles.last());
    (rules, cycle.expect("there is a cycle before the first line"))
}

/// Reads `after` and a number from the first line; none and the whole text where there is no such line.
pub(crate) fn after(text: &str) -> (usize, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.strip_prefix("after ").map(str::parse) {
        Some(Ok(lines)) => (lines, rest),
        _ => (0, text),
    }
}

/// Somebody with every role of the protocol asks for something, with a reason. What is accepted was among
/// the actions that were offered.
pub(crate) fn asks(
    cycle: &mut Cycle,
    rules: &Rules,
    command: &Command,
    at: NaiveDateTime,
    person: u128,
) -> Result<Accepted, Refusal> {
    let roles: Vec<Role> = rules.protocol().roles.keys().cloned().collect();
    let reasons = &rules.protocol().reasons;
    let reason = reasons.keys().next().cloned();
    let reason = reason.or_else(|| ReasonCode::new("found_so").ok());
    let actor = PersonId::new(Uuid::from_u128(person));
    let mut context = Context::new(actor, &roles, at, calendar());
    context.reason = reason.as_ref();
    context.moving_to = Some(standard());
    let accepted = cycle.decide(command, &context, rules)?;
    let offered = cycle.actions(&context, rules).into_iter().any(|action| {
        let about = action.child.is_none_or(|child| child == command.child());
        action.act == command.act() && about && action.is_allowed()
    });
    assert!(offered, "{} is accepted and was not offered", command.act());
    for event in &accepted.events {
        cycle.evolve(&Recorded {
            event,
            at,
            actor,
            on_behalf_of: None,
            reason: reason.as_ref(),
        });
    }
    Ok(accepted)
}

fn cycles(rules: &Rules) -> Vec<Cycle> {
    let mut cycle = Cycle::default();
    let mut cycles = vec![cycle.clone()];
    for sent in STORY.iter() {
        if let NetworkCommand::InCycle(it) = &sent.command {
            // Not every preset knows every step of the story.
            let _ =
                (1..=2).find(|person| asks(&mut cycle, rules, &it.command, sent.context.at, *person).is_ok());
        }
        cycles.push(cycle.clone());
    }
    cycles
}

/// What a page asks of a cycle is answered, whatever happened in it.
pub(crate) fn answers(cycle: &Cycle, rules: &Rules, at: NaiveDateTime, calendar: &SchoolCalendar) {
    let person = PersonId::new(Uuid::from_u128(1));
    let roles: Vec<Role> = rules.protocol().roles.keys().take(1).cloned().collect();
    let context = Context::new(person, &roles, at, calendar);
    let audience = Audience {
        person,
        roles: roles.clone(),
        school: None,
    };
    let view = audience.view(cycle, rules);
    for action in view.actions(cycle.actions(&context, rules)) {
        for blocked in &action.blockers {
            assert!(
                !blocked.blocker.to_string().is_empty(),
                "a blocker without a word"
            );
        }
    }
    let _ = view.clocks(cycle.clocks(at, calendar, rules));
    let _ = view.todos(cycle.todos(&context, rules));
    let violations = view.violations(cycle.check(at.date(), rules));
    for violation in violations.iter().chain(&cycle.leadership_gaps(at.date())) {
        assert!(!violation.to_string().is_empty(), "a violation without a word");
    }
    for need in cycle.needs.keys() {
        let recommended = cycle.recommend(*need, rules);
        for reason in recommended.iter().flat_map(|it| &it.reasons) {
            assert!(!reason.to_string().is_empty(), "a reason without a word");
        }
    }
    let seen = view.cycle();
    assert_eq!(
        audience.view(&seen, rules).cycle(),
        seen,
        "what may be seen of what was seen is less than that"
    );
}
