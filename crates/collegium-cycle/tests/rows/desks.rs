//! What is on somebody's desk: what waits for one of their roles, the soonest first, each thing once.

use crate::world::*;
use collegium_cycle::{
    acts::{Act, Command},
    child::Child,
    clock::Awaits,
    kit::{Story, Who},
    monitoring::Channel,
    protocol::Task,
    request::RequestKind,
    task::OfTask,
    todo::{Todo, What},
};
use collegium_model::calendar::Span;

fn desk(story: &Story, role: &str) -> Vec<Todo> {
    let who = Who::in_role(role);
    story.cycle.todos(&story.context(&who), &story.rules)
}

fn acts(todos: &[Todo]) -> Vec<Act> {
    let act = |todo: &Todo| match &todo.what {
        What::Act(act) => Some(*act),
        _ => None,
    };
    todos.iter().filter_map(act).collect()
}

fn task_due(name: &str, due: Option<Span>) -> Task {
    Task {
        due,
        ..task(name, &[])
    }
}

#[test]
fn a_step_waits_for_those_who_may_take_it_and_for_nobody_else() {
    let mut story = helped();
    story.does("broker", send(1, RequestKind::Document, None));
    story.does("governor", Command::RecordReceipt(of_request(1)));
    let of_steps = |name| acts(&desk(&story, name));
    assert_eq!(of_steps("broker"), [Act::ReviewRequest]);
    assert!(of_steps("governor").is_empty());
    assert!(desk(&story, "host_head").is_empty());
}

#[test]
fn what_no_role_is_named_for_waits_for_those_who_open_cycles() {
    let story = helped();
    let watched = |name| {
        let awaited = |todo: Todo| match todo.what {
            What::Clock(awaits) => Some(awaits),
            _ => None,
        };
        desk(&story, name)
            .into_iter()
            .filter_map(awaited)
            .collect::<Vec<_>>()
    };
    let channel = |channel| Awaits::Observation { channel };
    let all = [
        Awaits::FirstWeeks,
        channel(Channel::DataCheck),
        channel(Channel::InformalVisit),
        channel(Channel::FormalReview),
    ];
    for opens in ["broker", "responsible_body"] {
        assert_eq!(watched(opens), all, "{opens}");
    }
    assert_eq!(watched("adviser"), []);
}

#[test]
fn a_desk_is_sorted_by_day_and_what_has_no_day_comes_last() {
    let mut story = opened_with(|protocol| {
        protocol.tasks = vec![
            task_due("whenever", None),
            task_due("late", Some(Span::SchoolDays(20))),
            task_due("soon", Some(Span::SchoolDays(2))),
        ];
    });
    let named = |story: &Story| {
        let todos = desk(story, "adviser");
        todos
            .iter()
            .map(|it| (it.child.to_string(), it.due.is_some(), it.overdue))
            .collect::<Vec<_>>()
    };
    let of = |name: &str| Child::Task(code(name)).to_string();
    let expected = |late| {
        [
            (of("soon"), true, late),
            (of("late"), true, false),
            (of("whenever"), false, false),
        ]
    };
    assert_eq!(named(&story), expected(false));
    story.on(day("2026-09-10"));
    assert_eq!(named(&story), expected(true));
    assert!(desk(&story, "host_head").is_empty());
    // A task that is begun still waits; one that is done does not.
    story.does(
        "adviser",
        Command::StartTask(OfTask {
            task: code("whenever"),
        }),
    );
    assert_eq!(named(&story), expected(true));
    for name in ["whenever", "soon"] {
        let (task, outcome) = (code(name), None);
        let done = collegium_cycle::task::CompletedTask { task, outcome };
        story.does("adviser", Command::CompleteTask(done));
    }
    assert_eq!(named(&story), expected(true)[1..2]);
    story.does_because("responsible_body", "strike", pause());
    assert!(!named(&story).iter().any(|(_, _, late)| *late));
}
