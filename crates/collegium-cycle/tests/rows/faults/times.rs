//! Deadlines that can be kept, and thresholds that can be reached.

use super::*;
use collegium_cycle::protocol::{ClosedAfter, ReallocationRule};
use collegium_model::calendar::Span;

const NONE: &str = "a span of none is due before anybody can act";

#[test]
fn a_task_has_a_due_day_before_it_has_grace_or_reminders_and_a_span_of_something() {
    let of_task = |change: fn(&mut Task)| {
        faults(|protocol| {
            let mut survey = task("survey", &[]);
            change(&mut survey);
            protocol.tasks = vec![task("letter", &[]), survey];
        })
    };
    let without_due = format!("tasks[1].due: {NONE}");
    assert_eq!(of_task(|_| {}), [""; 0]);
    assert_eq!(of_task(|it| it.grace = Some(Span::Days(2))), [&*without_due]);
    assert_eq!(of_task(|it| it.remind = vec![Span::Days(2)]), [&*without_due]);
    assert_eq!(of_task(|it| it.due = Some(Span::Days(0))), [&*without_due]);
    let late = of_task(|it| {
        it.due = Some(Span::Days(5));
        it.grace = Some(Span::Days(2));
        it.remind = vec![Span::Days(4), Span::Days(5), Span::Days(6)];
    });
    let told = "tasks[1].remind[2]: the due date of 5 days comes before the reminder of 6 days";
    assert_eq!(late, [told]);
}

/// What is told of the default protocol with its right of reply of ten school days changed.
fn of_reply(change: impl FnOnce(&mut collegium_cycle::protocol::Deadline)) -> Vec<String> {
    faults(|protocol| {
        assert_eq!(protocol.deadlines[1].id.as_str(), "right_of_reply");
        change(&mut protocol.deadlines[1]);
    })
}

#[test]
fn a_deadline_runs_in_a_phase_of_its_machine_from_which_the_step_leads_on() {
    let in_phase = |phase: &str| of_reply(|it| it.in_phase = phase.to_owned());
    assert_eq!(in_phase("right_of_reply"), [""; 0]);
    for unknown in ["matching", "no_such_phase"] {
        let told = format!("deadlines[1].in_phase: a review has no phase {unknown:?} that a step leads into");
        assert_eq!(in_phase(unknown), [told]);
    }
    for elsewhere in ["planned", "agreed"] {
        let told = format!("deadlines[1].in_phase: agree_report does not begin in phase {elsewhere:?}");
        assert_eq!(in_phase(elsewhere), [told]);
    }
}

#[test]
fn of_what_is_awaited_in_another_machine_only_a_need_that_waits_for_a_proposal_is_known() {
    let of = |machine, awaits, in_phase: &str| {
        of_reply(|it| {
            (it.of, it.awaits, it.in_phase) = (Some(machine), awaits, in_phase.to_owned());
        })
    };
    assert_eq!(of(Machine::Need, Act::ProposeDeployment, "matching"), [""; 0]);
    assert_eq!(of(Machine::Need, Act::AgreeDiagnosis, "diagnosis"), [""; 0]);
    for (machine, awaits, in_phase) in [
        (Machine::Need, Act::AgreeDiagnosis, "matching"),
        (Machine::Need, Act::AgreeReport, "matching"),
        (Machine::Deployment, Act::ProposeDeployment, "active"),
    ] {
        let told = format!(
            "deadlines[1].in_phase: {} does not begin in phase {in_phase:?}",
            awaits.code()
        );
        assert_eq!(of(machine, awaits, in_phase), [told]);
    }
    // A fact that is taken in any phase can be awaited in any.
    assert_eq!(of(Machine::Request, Act::RecordReceipt, "received"), [""; 0]);
}

#[test]
fn a_deadline_awaits_a_step_that_the_protocol_has() {
    let found = faults(|protocol| drop(protocol.steps.remove(&Act::ReviewImpact)));
    assert!(
        found
            .contains(&"deadlines[7].awaits: there is no step \"review_impact\" in this protocol".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn a_deadline_is_due_after_some_time_with_its_reminders_before_and_its_close_behind() {
    let none = format!("deadlines[1].due: {NONE}");
    let found = of_reply(|it| (it.due, it.remind) = (Span::SchoolDays(0), Vec::new()));
    assert_eq!(found, [none]);
    let reminded = |remind| of_reply(|it| it.remind = vec![Span::SchoolDays(1), remind]);
    let closed = |close| of_reply(|it| it.close = Some(ClosedAfter(close)));
    for kept in [Span::SchoolDays(10), Span::Days(12), Span::SchoolWeeks(2)] {
        assert_eq!(reminded(kept), [""; 0], "{kept}");
        assert_eq!(closed(kept), [""; 0], "{kept}");
    }
    for late in [Span::SchoolDays(11), Span::Days(91)] {
        let told = format!(
            "deadlines[1].remind[1]: the due date of 10 school days comes before the reminder of {late}"
        );
        assert_eq!(reminded(late), [told]);
    }
    for early in [Span::SchoolDays(9), Span::Days(11)] {
        let told =
            format!("deadlines[1].close: the close of {early} comes before the due date of 10 school days");
        assert_eq!(closed(early), [told]);
    }
}

#[test]
fn what_is_watched_is_watched_after_some_time() {
    use collegium_cycle::monitoring::Channel;
    let found = faults(|protocol| {
        protocol.cadences.insert(Channel::DataCheck, Span::Terms(0));
        let weakest = protocol.categories.last_mut().unwrap();
        weakest.cadences.insert(Channel::InformalVisit, Span::Terms(0));
        protocol.categorised_every = Some(Span::Terms(0));
        protocol.mid_term.as_mut().unwrap().within = Span::Days(0);
    });
    let places = [
        "cadences.data_check",
        "categories[4].cadences.informal_visit",
        "categorised_every",
        "mid_term.within",
    ];
    assert_eq!(found, places.map(|place| format!("{place}: {NONE}")));
}

#[test]
fn a_recommendation_asks_for_something_and_for_no_more_than_can_be_seen() {
    let with = |change: fn(&mut ReallocationRule)| {
        faults(|protocol| change(protocol.reallocation.as_mut().unwrap()))
    };
    let all_of_six = with(|rule| {
        rule.least_channels = 3;
        (rule.greens_to_taper, rule.greens_to_close, rule.reds_to_switch) = (6, 6, 6);
    });
    assert_eq!(all_of_six, [""; 0]);
    let more = with(|rule| {
        rule.least_channels = 4;
        (rule.greens_to_taper, rule.greens_to_close, rule.reds_to_switch) = (7, 8, 9);
    });
    assert_eq!(
        more,
        [
            "reallocation.greens_to_close: 8 can never be reached: there are at most 6",
            "reallocation.greens_to_taper: 7 can never be reached: there are at most 6",
            "reallocation.least_channels: 4 can never be reached: there are at most 3",
            "reallocation.reds_to_switch: 9 can never be reached: there are at most 6",
        ]
    );
    let nothing = with(|rule| {
        rule.least_channels = 0;
        (rule.greens_to_taper, rule.greens_to_close, rule.reds_to_switch) = (0, 0, 0);
    });
    let places = ["greens_to_close", "greens_to_taper", "reds_to_switch"];
    assert_eq!(
        nothing,
        places.map(|place| format!("reallocation.{place}: this must be at least 1"))
    );
}
