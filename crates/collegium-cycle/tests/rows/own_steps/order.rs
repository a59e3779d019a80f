//! The order of what a protocol asks for is a graph: what hangs on what, however it is written down.

use super::*;
use collegium_cycle::{protocol::Milestone, standing::MilestoneStatus};

fn branch(approval: Option<&str>, task: Option<&str>) -> Branch {
    Branch {
        approval: approval.map(code),
        task: task.map(code),
        is: vec![code("go")],
    }
}

/// Tasks and decisions that hang on each other in turn, and milestones one after the other, all of it written
/// down the last first.
fn chained() -> Story {
    let on = |branch| vec![branch];
    let milestone = |name: &str, after: &[&str]| Milestone {
        code: code(name),
        label: name.to_owned(),
        after: after.iter().map(|it| code(it)).collect(),
        when: Vec::new(),
        needs: Vec::new(),
    };
    opened_with(|protocol| {
        let of = |name: &str, when, milestone: Option<&str>| Task {
            when,
            milestone: milestone.map(code),
            outcomes: outcomes(&["go", "wait"]),
            ..task(name, &[])
        };
        protocol.tasks = vec![
            of("fourth", on(branch(Some("a_third"), None)), Some("done")),
            of("second", on(branch(Some("z_first"), None)), Some("begun")),
            of("aside", Vec::new(), Some("over")),
        ];
        let third = ApprovalRule {
            when: on(branch(None, Some("second"))),
            ..rule(&[])
        };
        protocol.approvals = [(code("z_first"), rule(&[])), (code("a_third"), third)].into();
        protocol.milestones = vec![
            milestone("over", &["done"]),
            milestone("done", &["begun"]),
            milestone("begun", &[]),
        ];
    })
}

#[test]
fn what_hangs_on_what_is_not_asked_for_is_not_asked_for_either() {
    let stands = |story: &Story| ["second", "fourth"].map(|name| status(story, name).label());
    let decide = |story: &mut Story, number, kind, outcome| {
        story.does("adviser", recommend_approval(number, kind, outcome));
        story.does("commissioner", decide_approval(number, outcome));
    };
    let mut story = chained();
    assert_eq!(stands(&story), ["Cannot start yet", "Cannot start yet"]);
    let mut aside = story.clone();
    decide(&mut aside, 1, "z_first", "wait");
    assert_eq!(stands(&aside), ["Not required", "Not required"]);
    let not_taken: [(&str, &[&str]); 1] = [("branch_not_taken", &[])];
    aside.refuses_role("adviser", recommend_approval(2, "a_third", "go"), &not_taken);
    decide(&mut story, 1, "z_first", "go");
    assert_eq!(stands(&story), ["Not started", "Cannot start yet"]);
    story.does("adviser", complete("second", Some("go")));
    decide(&mut story, 2, "a_third", "go");
    assert_eq!(stands(&story), ["Complete", "Not started"]);
}

#[test]
fn a_milestone_is_reached_once_what_belongs_to_it_is_done_and_so_are_those_before_it() {
    let reached = |story: &Story| {
        let standing = Standing::of(&story.cycle, &story.rules);
        let all = standing.milestones();
        all.filter(|(_, status)| *status == MilestoneStatus::Reached)
            .map(|(milestone, _)| milestone.code.to_string())
            .collect::<Vec<_>>()
    };
    let mut story = chained();
    story.does("adviser", complete("aside", Some("go")));
    assert!(reached(&story).is_empty(), "those before it are still ahead");
    story.does("adviser", recommend_approval(1, "z_first", "wait"));
    assert!(reached(&story).is_empty());
    let mut aside = story.clone();
    aside.does("commissioner", decide_approval(1, "wait"));
    assert_eq!(
        reached(&aside),
        ["over", "done", "begun"],
        "nothing more is asked for"
    );
    story.does("commissioner", decide_approval(1, "go"));
    story.does("adviser", complete("second", Some("go")));
    assert_eq!(reached(&story), ["begun"]);
    story.does("adviser", recommend_approval(2, "a_third", "go"));
    story.does("commissioner", decide_approval(2, "go"));
    assert_eq!(reached(&story), ["begun"]);
    story.does("adviser", complete("fourth", Some("wait")));
    assert_eq!(reached(&story), ["over", "done", "begun"]);
}
