//! The order of tasks, decisions and milestones: no circle, no branch that nothing leads to, no milestone
//! without anything in it.

use super::*;

/// Tasks of an adviser, each with what more is to be said of it.
fn tasks(tasks: &[(&str, &str)]) -> String {
    let task = |(name, more): &(&str, &str)| {
        format!(
            "[[tasks]]\ncode = {name:?}\nlabel = \"A task\"\nroles = [\"adviser\"]\noutcomes = {{ go = \"Go\", wait = \"Wait\" }}\n{more}\n"
        )
    };
    tasks.iter().map(task).collect()
}

/// Decisions that an adviser recommends and a head takes, each with what more is to be said of it.
fn approvals(approvals: &[(&str, &str)]) -> String {
    let approval = |(kind, more): &(&str, &str)| {
        format!(
            "[approvals.{kind}]\nlabel = \"A decision\"\nrecommended_by = [\"adviser\"]\ndecided_by = [\"head\"]\noutcomes = {{ go = \"Go\", wait = \"Wait\" }}\n{more}\n"
        )
    };
    approvals.iter().map(approval).collect()
}

fn milestones(milestones: &[(&str, &str)]) -> String {
    let milestone = |(name, more): &(&str, &str)| {
        format!("[[milestones]]\ncode = {name:?}\nlabel = \"A milestone\"\n{more}\n")
    };
    milestones.iter().map(milestone).collect()
}

#[test]
fn what_waits_for_one_another_is_told_with_all_its_names_where_the_first_of_them_stands() {
    let begin = || tasks(&[("begin", "")]);
    told_of(
        "",
        &tasks(&[("begin", ""), ("alone", r#"after = ["alone"]"#)]),
        &["tasks[1]: these wait for one another: alone"],
    );
    told_of(
        "",
        &tasks(&[
            ("begin", ""),
            ("one", r#"after = ["two"]"#),
            ("two", r#"after = ["one"]"#),
        ]),
        &["tasks[1]: these wait for one another: one, two"],
    );
    told_of(
        "",
        &(tasks(&[("begin", r#"when = [{ approval = "plan", is = ["go"] }]"#)])
            + &approvals(&[("plan", r#"after = ["begin"]"#)])),
        &["tasks[0]: these wait for one another: begin, plan"],
    );
    told_of(
        "",
        &(begin()
            + &approvals(&[
                ("plan", r#"when = [{ approval = "start", is = ["go"] }]"#),
                ("start", r#"when = [{ approval = "plan", is = ["go"] }]"#),
            ])),
        &["approvals.plan: these wait for one another: plan, start"],
    );
    let of_milestones = tasks(&[
        ("a", r#"milestone = "first""#),
        ("b", r#"milestone = "second""#),
        ("c", r#"milestone = "third""#),
    ]) + &milestones(&[
        ("first", ""),
        ("second", r#"after = ["third"]"#),
        ("third", r#"after = ["second"]"#),
    ]);
    told_of(
        "",
        &of_milestones,
        &["milestones[1]: these wait for one another: second, third"],
    );
    told_of(
        "",
        &(tasks(&[
            ("begin", ""),
            ("then", r#"after = ["begin"]"#),
            ("last", r#"after = ["begin", "then"]"#),
        ]) + &approvals(&[("plan", r#"after = ["last"]"#)])),
        &[],
    );
}

#[test]
fn branches_over_one_decision_leave_an_outcome() {
    let asked = |is: &str| {
        let when = format!(
            r#"when = [{{ approval = "plan", is = ["go", "wait"] }}, {{ task = "begin", is = ["wait"] }}, {{ approval = "plan", is = [{is}] }}]"#
        );
        tasks(&[("begin", ""), ("then", &when)]) + &approvals(&[("plan", "")])
    };
    told_of("", &asked(r#""go""#), &[]);
    let exclusive = r#"when = [{ task = "begin", is = ["go"] }, { task = "begin", is = ["wait"] }]"#;
    let none =
        |place: &str| format!("{place}.when: it can never be asked for: no outcome of \"begin\" leads here");
    told_of(
        "",
        &tasks(&[("begin", ""), ("then", exclusive)]),
        &[&none("tasks[1]")],
    );
    told_of(
        "",
        &(tasks(&[("begin", "")]) + &approvals(&[("plan", exclusive)])),
        &[&none("approvals.plan")],
    );
    told_of(
        "",
        &(tasks(&[("begin", r#"milestone = "ready""#)]) + &milestones(&[("ready", exclusive)])),
        &[&none("milestones[0]")],
    );
    let nothing =
        "tasks[1].when[2]: a branch names a task or an approval, not both, and at least one outcome";
    told_of("", &asked(""), &[nothing]);
}

#[test]
fn a_milestone_has_a_task_or_a_decision_of_its_own() {
    let of_ready = r#"milestone = "ready""#;
    let empty =
        "milestones[1]: no task and no decision belongs to this milestone, so it would be reached at once";
    let both = || milestones(&[("ready", ""), ("over", "")]);
    told_of("", &(tasks(&[("begin", of_ready)]) + &both()), &[empty]);
    told_of("", &(approvals(&[("plan", of_ready)]) + &both()), &[empty]);
    let of_over = r#"milestone = "over""#;
    told_of(
        "",
        &(tasks(&[("begin", of_ready)]) + &approvals(&[("plan", of_over)]) + &both()),
        &[],
    );
}
