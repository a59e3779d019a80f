//! What a protocol says wrong in the words that the programmes brought is told with its place.

use collegium_cycle::{
    acts::Act,
    protocol::{Guard, Protocol, line_of},
    rules::Rules,
};

/// What is told of a protocol with something put into it: before `before`, and at its end.
fn faults(before: &str, put: &str, at_end: &str) -> Vec<String> {
    let base = r#"
id = "words"
version = 1

[roles]
adviser = "Adviser"
head = "Head"

[reasons]
ill = "Illness"

[steps]
open_cycle = { roles = ["adviser"] }
close_cycle = { roles = ["adviser"] }
close_need = { roles = ["adviser"] }
"#;
    let text = base.replacen(before, &format!("{put}\n{before}"), 1) + at_end;
    let faults = Rules::compile(Protocol::from_toml(&text).unwrap())
        .err()
        .map_or_else(Vec::new, |invalid| invalid.faults);
    for fault in &faults {
        assert!(line_of(&text, &fault.place).is_some(), "{}", fault.place);
        assert!(!fault.kind.help().is_empty());
    }
    faults.iter().map(ToString::to_string).collect()
}

fn steps(more: &str, at_end: &str) -> Vec<String> {
    faults("open_cycle", more, at_end)
}

#[test]
fn a_protocol_with_nothing_wrong_has_no_fault() {
    assert_eq!(steps("", ""), [""; 0]);
}

#[test]
fn a_step_that_names_one_of_an_empty_list_can_never_be_done() {
    let reviews = r#"
plan_progress_review = { roles = ["adviser"] }
record_progress_review = { roles = ["adviser"] }"#;
    let none = "steps.record_progress_review: it names one of progress, and none stands there";
    assert_eq!(steps(reviews, ""), [none]);
    assert_eq!(steps(reviews, "[progress]\nwell = \"Well\""), [""; 0]);
    let category = r#"categorise_school = { roles = ["adviser"] }"#;
    let none = "steps.categorise_school: it names one of categories, and none stands there";
    assert_eq!(steps(category, ""), [none]);
    let concerns = r#"
raise_concern = { roles = ["adviser"] }
escalate_concern = { roles = ["adviser"] }
close_concern = { roles = ["adviser"] }
use_power = { roles = ["adviser"] }"#;
    let none = "steps.use_power: it names one of powers, and none stands there";
    assert_eq!(steps(concerns, ""), [none]);
    let joiners = r#"
register_interest = { roles = ["adviser"] }
begin_triage = { roles = ["adviser"] }
decline_joiner = { roles = ["adviser"] }
complete_part = { roles = ["adviser"] }"#;
    let none = "steps.complete_part: it names one of parts, and none stands there";
    assert_eq!(steps(joiners, ""), [none]);
}

#[test]
fn branches_of_progress_name_what_there_is() {
    let reviews = r#"
plan_progress_review = { roles = ["adviser"] }
record_progress_review = { roles = ["adviser"] }"#;
    let at_end = r#"
[progress]
well = "Well"
ill = "Ill"
[progress_when]
well = [{ approval = "plan", is = ["yes"] }, { approval = "plan", is = ["no"] }]
ill = [{ approval = "plan", is = ["maybe"] }]
lost = [{ approval = "fate", is = ["yes"] }]
[approvals.plan]
label = "Plan"
outcomes = { yes = "Yes", no = "No" }
recommended_by = ["adviser"]
decided_by = ["head"]
"#;
    assert_eq!(
        steps(reviews, at_end),
        [
            "progress_when.ill[0].is: there is no outcome \"maybe\" in this protocol",
            "progress_when.lost: there is no outcome \"lost\" in this protocol",
            "progress_when.lost[0].approval: there is no approval \"fate\" in this protocol",
            "progress_when.well: it can never be asked for: no outcome of \"plan\" leads here",
        ]
    );
}

#[test]
fn reasons_of_a_step_are_those_of_the_protocol() {
    let step = r#"stop_cycle = { roles = ["adviser"], reasons = ["ill", "tired"] }"#;
    let unknown = "steps.stop_cycle.reasons[1]: there is no reason \"tired\" in this protocol";
    assert_eq!(steps(step, ""), [unknown]);
}

#[test]
fn conditions_of_a_task_and_needs_of_a_milestone_are_checked_as_those_of_a_step() {
    let at_end = r#"
[[milestones]]
code = "ready"
label = "Ready"
needs = [{ task = "pack", is = ["light"] }]

[[tasks]]
code = "pack"
label = "Pack"
roles = ["adviser"]
milestone = "ready"
outcomes = { heavy = "Heavy" }
guards = ["review_agreed", "notice", { task_complete = "list" }, { task_complete = "leave" }]

[[tasks]]
code = "leave"
label = "Leave"
roles = ["adviser"]
after = ["pack"]
"#;
    assert_eq!(
        steps("", at_end),
        [
            "milestones[0].needs[0].is: there is no outcome \"light\" in this protocol",
            "tasks[0].guards[0]: \"review_agreed\" can never hold: it takes agree_report, which the protocol leaves out",
            "tasks[0].guards[1]: \"notice\" asks nothing here; it belongs to schedule_review",
            "tasks[0].guards[2]: there is no task \"list\" in this protocol",
            "tasks[1]: these wait for one another: leave, pack",
        ]
    );
}

#[test]
fn lengths_and_spans_can_be_kept() {
    let at_end = r#"
[visit]
least_days = 3
most_days = 2
[mid_term]
channel = "formal_review"
within = { unit = "days", count = 0 }
"#;
    let put = r#"categorised_every = { unit = "terms", count = 0 }"#;
    assert_eq!(
        faults("[roles]", put, at_end),
        [
            "categorised_every: a span of none is due before anybody can act",
            "categorised_every: there is no step \"categorise_school\" in this protocol",
            "mid_term.within: a span of none is due before anybody can act",
            "visit.most_days: at most 2 is less than at least 3",
        ]
    );
}

#[test]
fn what_asks_of_a_visit_or_an_agreement_stands_with_it() {
    for guard in [Guard::VisitOver, Guard::VisitLength, Guard::ExitAgreed] {
        let mut protocol = Protocol::standard();
        let step = protocol.steps.get_mut(&Act::CloseCycle).unwrap();
        step.guards.push(guard);
        let faults = Rules::compile(protocol).unwrap_err().faults;
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].place, "steps.close_cycle.guards[0]");
    }
}
